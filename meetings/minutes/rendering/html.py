"""HTML of minutes: a part for the portal's pages, and a whole file to keep or send."""

from html import escape

from meetings.minutes.document import (
    BulletList,
    Heading,
    KeyValue,
    MinutesDocument,
    OrderedList,
    Paragraph,
    Quote,
    Table,
)
from meetings.minutes.rendering.labels import labels_for
from meetings.minutes.rendering.lowering import lowered_blocks
from meetings.minutes.runs import clean_text, runs_of

STYLE = """
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #16202c; --soft: #5a6675; --rule: #c3cad1;
  --blue: #1f4e79; --vermilion: #b3261e }
@media (prefers-color-scheme: dark) { :root { --paper: #12161c; --ink: #e8e6e1; --soft: #9aa5b1; --rule: #2d3641;
  --blue: #8fb8de; --vermilion: #f0857c } }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 44rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 "Source Sans 3", "Source Sans Pro", system-ui, sans-serif; hyphens: auto }
:lang(zh-Hans) { font-family: "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif }
h1, h2, h3, h4 { line-height: 1.2; hyphens: none; text-wrap: balance }
h2, h3 { color: var(--blue); margin: 2em 0 .5em }
header { border-top: 3px solid var(--blue); margin-bottom: 2rem }
header p { margin: .1em 0; color: var(--soft) }
a { color: var(--blue) }
table { width: 100%; border-collapse: collapse; border-top: 1.5px solid var(--blue); font-variant-numeric: tabular-nums }
caption { text-align: start; color: var(--soft); padding-bottom: .4em }
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--rule) }
thead th, .minutes-meta { color: var(--soft); font-size: .9em }
th[scope=row] { width: 31%; font-weight: normal }
th p, td p { margin: 0 0 .2em }
.minutes-form { color: var(--vermilion); font-size: .9em }
.minutes-next { list-style: "→ " }
dt { font-weight: 600 }
dd { margin: 0 0 .5em }
blockquote { margin: 1em 0; padding-left: 1em; border-left: 2px solid var(--rule) }
@media print { body { max-width: none; background: none } tr { break-inside: avoid } }
"""


def render_html_fragment(document: MinutesDocument, *, top_level: int = 2) -> str:
    """Return the blocks of `document` as HTML without style, its first headings at `top_level`, to set in a page."""
    return Fragment(document, top_level).blocks(lowered_blocks(document))


def render_html(document: MinutesDocument, *, standalone: bool = True) -> str:
    """Return `document` as a whole page with its title; `standalone` embeds the style, for a file to download."""
    title = escape(document.plain_title)
    style = f"<style>{STYLE}</style>\n" if standalone else ""
    dated = f'<meta name="dcterms.date" content="{document.dated.isoformat()}">\n' if document.dated else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"{metadata(document)}{dated}{style}</head>\n<body>\n<main>\n<header>\n"
        f"{front(document)}</header>\n{render_html_fragment(document)}</main>\n</body>\n</html>\n"
    )


def metadata(document):
    named = {
        "author": document.organisation,
        "description": document.subject,
        "keywords": ", ".join(document.keywords),
    }
    lines = (f'<meta name="{name}" content="{escape(clean_text(value))}">\n' for name, value in named.items() if value)
    return "".join(lines)


def front(document):
    title = f"<h1>{inline(runs_of(document.plain_title))}</h1>\n"
    return title + "".join(f"<p>{inline(runs_of(line))}</p>\n" for line in document.front_lines)


def inline(runs):
    return "".join(map(styled, runs))


def styled(run):
    text = escape(run.text).replace("\n", "<br>")
    if run.lang:
        text = f'<span lang="{escape(run.lang)}">{text}</span>'
    if run.italic:
        text = f"<em>{text}</em>"
    if run.bold:
        text = f"<strong>{text}</strong>"
    if run.link:
        text = f'<a href="{escape(run.link)}" rel="noopener">{text}</a>'
    return text


class Fragment:
    def __init__(self, document, top_level):
        self.top_level = top_level
        self.labels = labels_for(document.language)

    def blocks(self, blocks):
        return "".join(map(self.block, blocks))

    def block(self, block):
        match block:
            case Heading(level, text):
                tag = f"h{min(level - 1 + self.top_level, 6)}"
                return f"<{tag}>{inline(runs_of(text))}</{tag}>\n"
            case Paragraph(runs, role):
                return f"<p{f' class="minutes-{role}"' if role else ''}>{inline(runs)}</p>\n"
            case Quote(blocks):
                return f"<blockquote>\n{self.blocks(blocks)}</blockquote>\n"
            case BulletList(items, marker):
                return f"<ul{' class="minutes-next"' if marker else ''}>\n{self.items(items)}</ul>\n"
            case OrderedList(items, start):
                return f"<ol{f' start="{start}"' if start != 1 else ''}>\n{self.items(items)}</ol>\n"
            case KeyValue(entries):
                return f"<dl>\n{''.join(map(self.definition, entries))}</dl>\n"
            case Table():
                return self.table(block)

    def items(self, items):
        return "".join(f"<li>{self.cell(item)}</li>\n" for item in items)

    def cell(self, blocks):
        """A lone paragraph needs no tag of its own in an item or a cell."""
        match blocks:
            case (Paragraph(runs, ""),):
                return inline(runs)
        return self.blocks(blocks)

    def definition(self, entry):
        label = inline(runs_of(f"{entry.label}{self.labels.colon}"))
        return f"<dt>{label}</dt>\n<dd>{self.cell(entry.blocks)}</dd>\n"

    def table(self, table):
        kind = f' class="minutes-{table.kind}"' if table.kind else ""
        caption = f"<caption>{inline(runs_of(table.caption))}</caption>\n" if table.caption else ""
        head = "".join(f'<th scope="col">{self.cell(cell)}</th>' for cell in table.header)
        head = f"<thead>\n<tr>{head}</tr>\n</thead>\n" if head else ""
        rows = "".join(f"<tr>{self.row(row, table.kind)}</tr>\n" for row in table.rows)
        return f"<table{kind}>\n{caption}{head}<tbody>\n{rows}</tbody>\n</table>\n"

    def row(self, cells, kind):
        first, *rest = cells
        lead = f'<th scope="row">{self.cell(first)}</th>' if kind else f"<td>{self.cell(first)}</td>"
        return lead + "".join(f"<td>{self.cell(cell)}</td>" for cell in rest)
