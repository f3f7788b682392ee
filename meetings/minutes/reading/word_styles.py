from docx.oxml.ns import qn

from meetings.minutes.reading.normalising import SYMBOLS

WIDE_SPACING = 80  # twentieths of a point: what the eye takes for a new paragraph
ARROWS = {"Ø", "\uf0d8", "➢", "➤", "►", "→", "\uf0e0", "\uf0e8"}


class WordStyles:
    """What the styles and the numbering of a .docx add to its paragraphs."""

    def __init__(self, styles, numbering):
        self._styles, self._default, self._spacing = {}, None, None
        if styles is not None:
            self._styles = {style.get(qn("w:styleId")): style for style in styles.iterchildren(qn("w:style"))}
            self._default = next((key for key, style in self._styles.items() if _is_default(style)), None)
            self._spacing = next(styles.iterfind(f"{qn('w:docDefaults')}//{qn('w:spacing')}"), None)
        self._levels = _levels(numbering) if numbering is not None else {}

    def _chain(self, paragraph):
        """Yield the paragraph properties that hold, nearest first, each with its style."""
        properties = paragraph.find(qn("w:pPr"))
        key = self._default
        if properties is not None:
            yield None, properties
            named = properties.find(qn("w:pStyle"))
            key = named.get(qn("w:val")) if named is not None else key
        seen = set()
        while key in self._styles and key not in seen:
            seen.add(key)
            style = self._styles[key]
            yield style, style.find(qn("w:pPr"))
            base = style.find(qn("w:basedOn"))
            key = base.get(qn("w:val")) if base is not None else None

    def _first(self, paragraph, tag):
        for _style, properties in self._chain(paragraph):
            found = properties.find(qn(tag)) if properties is not None else None
            if found is not None:
                return found
        return None

    def is_heading(self, paragraph):
        level = self._first(paragraph, "w:outlineLvl")
        if level is not None and level.get(qn("w:val")) != "9":
            return True
        names = [style.find(qn("w:name")) for style, _ in self._chain(paragraph) if style is not None]
        names = [name.get(qn("w:val"), "").casefold() for name in names if name is not None]
        return any(name.startswith(("heading", "titre")) or name in {"title", "subtitle"} for name in names)

    def mark(self, paragraph):
        """Return what opens the paragraph as an item of a list ("- ", or "Ø " for an arrow), "" when it is none."""
        numbered = self._first(paragraph, "w:numPr")
        number = _value(numbered, "w:numId") if numbered is not None else None
        if number in {None, "0"}:
            return ""
        bullet = self._levels.get((number, _value(numbered, "w:ilvl") or "0"), "")
        return "Ø " if bullet in ARROWS else "- "

    def is_indented(self, paragraph):
        indent = self._first(paragraph, "w:ind")
        sides = [indent.get(qn(f"w:{side}")) for side in ("left", "start")] if indent is not None else []
        return any(side not in {None, "0"} for side in sides)

    def is_spaced(self, paragraph, side):
        """Tell whether white stands `side` ("before" or "after") the paragraph."""
        spacings = [
            properties.find(qn("w:spacing")) for _, properties in self._chain(paragraph) if properties is not None
        ]
        for spacing in [*spacings, self._spacing]:
            value = spacing.get(qn(f"w:{side}")) if spacing is not None else None
            if value is not None:
                return value.isdecimal() and int(value) >= WIDE_SPACING
        return False


def _is_default(style):
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in {"1", "true", "on"}


def _value(parent, tag):
    child = parent.find(qn(tag))
    return child.get(qn("w:val")) if child is not None else None


def _levels(numbering):
    """Return the sign of each (numbering, level) as text, "" for a number."""
    signs = {}
    for abstract in numbering.iterchildren(qn("w:abstractNum")):
        for level in abstract.iterchildren(qn("w:lvl")):
            is_bullet = _value(level, "w:numFmt") == "bullet"
            sign = (_value(level, "w:lvlText") or "").strip() if is_bullet else ""
            signs[abstract.get(qn("w:abstractNumId")), level.get(qn("w:ilvl"))] = SYMBOLS.get(sign, sign)
    return {
        (number.get(qn("w:numId")), level): sign
        for number in numbering.iterchildren(qn("w:num"))
        for (abstract, level), sign in signs.items()
        if abstract == _value(number, "w:abstractNumId")
    }
