"""Stretches of text in one style, cleaned of what no reader can see."""

import re
import unicodedata
from dataclasses import dataclass, replace

# Characters no font draws and no text file keeps: controls, invisible formatting (which may also reverse
# the reading order of a name), halves of surrogates, private use, unassigned.
DROPPED_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn"}
VARIATION_SELECTORS = range(0xFE00, 0xFE10)

# A link of another scheme (javascript:, data:…) keeps its text and loses its target.
SAFE_LINK = re.compile(r"(https?://|mailto:|tel:)[^\s\x00-\x20]{1,1900}", re.IGNORECASE)

LINE_BREAK = re.compile(r" *\n[ \n]*")

HAN = "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN_RUN = re.compile(f"[{HAN}](?:[{HAN}\u3000-\u303f\uff01-\uff65]*)")


def clean_text(text: str) -> str:
    """Return `text` composed (NFC), with its line breaks as "\\n" and without what cannot be seen or drawn."""
    kept = []
    for char in text.replace("\r\n", "\n"):
        category = unicodedata.category(char)
        if char in "\n\r\v\f" or category in {"Zl", "Zp"}:
            kept.append("\n")
        elif char == "\t":
            kept.append(" ")
        elif category not in DROPPED_CATEGORIES and ord(char) not in VARIATION_SELECTORS:
            kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; "\\n" inside it is a line break."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    lang: str = ""

    def __post_init__(self):
        object.__setattr__(self, "text", clean_text(self.text))
        if not SAFE_LINK.fullmatch(self.link):
            object.__setattr__(self, "link", "")


def runs_of(text: str, *, bold: bool = False, italic: bool = False, link: str = "") -> tuple[Run, ...]:
    """Split `text` into runs, so that each stretch of hanzi says that it is Chinese."""
    runs, end = [], 0
    for match in HAN_RUN.finditer(text):
        if match.start() > end:
            runs.append(Run(text[end : match.start()], bold, italic, link))
        runs.append(Run(match.group(), bold, italic, link, lang="zh-Hans"))
        end = match.end()
    if end < len(text):
        runs.append(Run(text[end:], bold, italic, link))
    return tuple(runs)


def trimmed_runs(runs) -> tuple[Run, ...]:
    """Join runs of one style; drop the spaces and line breaks around the whole, and the spaces around its line breaks."""
    joined = []
    for run in runs:
        text = LINE_BREAK.sub("\n", run.text)
        last = joined[-1] if joined else None
        if last is None or last.text.endswith("\n"):
            text = text.lstrip(" \n")
        elif text.startswith("\n"):
            joined[-1] = last = replace(last, text=last.text.rstrip(" "))
        elif last.text.endswith(" "):
            text = text.lstrip(" ")
        if not text:
            continue
        if last is not None and replace(last, text=text) == replace(run, text=text):
            joined[-1] = replace(last, text=last.text + text)
        else:
            joined.append(replace(run, text=text))
    while joined and not joined[-1].text.rstrip(" \n"):
        joined.pop()
    if joined:
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip(" \n"))
    return tuple(joined)
