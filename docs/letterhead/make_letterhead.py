"""Makes the Word template shipped with the portal; run it again after a change here.

    python docs/letterhead/make_letterhead.py meetings/minutes/rendering/assets/letterhead.docx

The secretariat may restyle the result in Word instead: only the names in braces and of the styles matter.
"""

import sys

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

INK, SOFT, BLUE, VERMILION = (RGBColor.from_string(code) for code in ("16202C", "5A6675", "1F4E79", "B3261E"))
RULE = "C3CAD1"
LATIN, CHINESE = "Calibri", "Microsoft YaHei"
KEPT_STYLES = {
    *("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Header", "Footer", "Caption", "Quote"),
    *("List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2", "List Number 3"),
    *("Default Paragraph Font", "Normal Table", "No List", "Table Grid", "Strong", "Emphasis"),
}


def make_letterhead(path):
    document = docx.Document()
    for style in list(document.styles):
        if style.name not in KEPT_STYLES:
            style.element.getparent().remove(style.element)
    drop_links(document)
    style_text(document)
    add_styles(document)
    set_page(document)
    for text, style in (("{{ titre }}", "Title"), ("{{ lignes }}", "Subtitle"), ("{{ corps }}", "Normal")):
        document.add_paragraph(text, style)
    set_language(document)
    drop_thumbnail(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = "Papier à en-tête", "", ""
    document.save(path)


def drop_links(document):
    """Paragraph styles of the base point to character styles that were just removed."""
    names = {style.style_id for style in document.styles}
    for element in document.styles.element.iter(qn("w:link"), qn("w:next"), qn("w:basedOn")):
        if element.get(qn("w:val")) not in names:
            element.getparent().remove(element)


def style_text(document):
    set_font(document.styles["Normal"], 10.5, INK)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    document.styles["Normal"].paragraph_format.line_spacing = 1.1
    sizes = {"Title": 23, "Subtitle": 11, "Heading 1": 14, "Heading 2": 12, "Heading 3": 10.5, "Caption": 9}
    for name, size in sizes.items():
        colour = {"Title": INK, "Subtitle": SOFT, "Heading 3": INK, "Caption": SOFT}.get(name, BLUE)
        style = document.styles[name]
        set_font(style, size, colour, bold=name not in {"Subtitle", "Caption"})
        style.paragraph_format.keep_with_next = True
        for border in style.element.iter(qn("w:pBdr")):
            border.getparent().remove(border)
    for name, before in (("Heading 1", 18), ("Heading 2", 14), ("Heading 3", 10)):
        document.styles[name].paragraph_format.space_before = Pt(before)
        document.styles[name].paragraph_format.space_after = Pt(4)
    document.styles["Title"].paragraph_format.space_after = Pt(4)
    document.styles["Subtitle"].paragraph_format.space_after = Pt(2)
    document.styles["Quote"].paragraph_format.left_indent = Mm(6)
    for name in KEPT_STYLES:
        if name.startswith("List"):
            document.styles[name].paragraph_format.space_after = Pt(2)


def add_styles(document):
    for name, size, colour in (("Forme du partenariat", 9, VERMILION), ("Suivi", 9.5, SOFT)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        set_font(style, size, colour)
    for name in ("Table du tour", "Table agenda", "Tableau"):
        style = document.styles.add_style(name, WD_STYLE_TYPE.TABLE)
        style.base_style = document.styles["Normal Table"]
        style.element.append(table_borders())
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = BLUE, True


def table_borders():
    properties, borders, margins = (OxmlElement(name) for name in ("w:tblPr", "w:tblBorders", "w:tblCellMar"))
    for side in ("top", "bottom", "insideH", "insideV"):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color=RULE))
    for side in ("top", "left", "bottom", "right"):
        margins.append(element(f"w:{side}", w="80", type="dxa"))
    properties.append(borders)
    properties.append(margins)
    return properties


def set_language(document):
    """French and Chinese for the spelling checker; the present format, or Word says « mode de compatibilité »."""
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(element("w:lang", val="fr-FR", eastAsia="zh-CN"))
    settings = document.settings.element
    fonts = settings.find(qn("w:themeFontLang"))
    fonts.set(qn("w:val"), "fr-FR")
    fonts.set(qn("w:eastAsia"), "zh-CN")
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    settings.remove(settings.find(qn("w:proofState")))  # it says that the spelling has been checked
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def drop_thumbnail(document):
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]


def set_page(document):
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(24)
    for part, colour in ((section.header, BLUE), (section.footer, SOFT)):
        part.paragraphs[0].style.font.color.rgb = colour
        part.paragraphs[0].style.font.size = Pt(8.5)
    section.header.paragraphs[0].text = "{{ organisme }}"
    line = section.footer.paragraphs[0]
    line.text = "{{ groupe }}\t{{ page }} "
    add_field(line, "PAGE")
    line.add_run(" / ")
    add_field(line, "NUMPAGES")
    tabs = line.style.paragraph_format.tab_stops
    for _ in list(tabs):
        del tabs[0]
    tabs.add_tab_stop(Mm(160), alignment=2)


def add_field(paragraph, instruction):
    for kind, text in (("begin", ""), ("", instruction), ("separate", ""), (None, "1"), ("end", "")):
        run = paragraph.add_run(text if kind is None else "")
        if kind:
            run._r.append(element("w:fldChar", fldCharType=kind))
        elif kind == "":
            code = element("w:instrText")
            code.text = f" {text} "
            run._r.append(code)


def set_font(style, size, colour, *, bold=None):
    style.font.size, style.font.bold, style.font.italic, style.font.color.rgb = Pt(size), bold, False, colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script, font in (("ascii", LATIN), ("hAnsi", LATIN), ("cs", LATIN), ("eastAsia", CHINESE)):
        fonts.set(qn(f"w:{script}"), font)


def element(name, **attributes):
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


if __name__ == "__main__":
    make_letterhead(sys.argv[1])
