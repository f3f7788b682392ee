"""Keep the catalogues of `locale/` in step with the source, without the gettext programs.

python scripts/translations.py          take in new strings, drop those that went, compile
python scripts/translations.py --check  say what is missing, unfinished or not compiled; exit 1 if anything is
"""

import argparse
import io
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
APPS = ("cufportal", "meetings", "delegations", "events", "partnerships", "accounts", "directory", "core")
LOCALES = ("en", "fr", "zh_Hans")
# French is the source language: its catalogue only says that 0 is singular.
SOURCE = "fr"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
HEADER = {
    "project": "groupes-pays",
    "version": "1",
    "header_comment": "# Groupes-pays, EUPL-1.2. Written by scripts/translations.py; translate between the quotes.",
    "msgid_bugs_address": "portail@example.org",
    "last_translator": "Cités Unies France",
    "language_team": "Cités Unies France",
}
# Strings of Django 6.1 that its Chinese catalogue does not have: they would come in French.
BORROWED = ("- Select an option -", "Filter by %(field_name)s")
# Babel writes the time of day otherwise, and two runs would differ.
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
# What `templatize` makes of a template is Python only in its calls.
STRING = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
CALL = re.compile(rf"(?:n?p?gettext|_)\({STRING}(?:, *{STRING})*(?:, *count)?\)")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def sources():
    for app in APPS:
        yield from sorted((ROOT / app).rglob("*.py"))
    yield from sorted(path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".txt"})


def strings():
    """Yield (message, context, flags) of every string marked in the source."""
    for borrowed in BORROWED:
        yield borrowed, None, {"python-format"} if "%(" in borrowed else set()
    for path in sources():
        text = path.read_text(encoding="utf-8")
        code = text if path.suffix == ".py" else "\n".join(CALL.findall(templatize(text, origin=str(path))))
        for _line, message, _comments, context in extract("python", io.BytesIO(code.encode()), keywords=KEYWORDS):
            plain = message if isinstance(message, str) else message[0]
            if plain:
                yield message, context, {"python-format"} if "%(" in plain or "%d" in plain or "%s" in plain else set()


def template():
    catalog = Catalog(fuzzy=False)
    for message, context, flags in strings():
        catalog.add(message, context=context, flags=flags)
    return catalog


def files(locale):
    folder = ROOT / "locale" / locale / "LC_MESSAGES"
    return folder / "django.po", folder / "django.mo"


def read(locale):
    po, _mo = files(locale)
    if not po.exists():
        return Catalog(locale=locale)
    with po.open("rb") as file:
        return read_po(file, locale=locale)


def wanted(locale, source):
    """The messages a catalogue must hold: all of them, or for the source language those with a plural."""
    return [m for m in source if m.id and (locale != SOURCE or m.pluralizable)]


def updated(locale, source):
    old, new = read(locale), Catalog(locale=locale, fuzzy=False, **HEADER)
    for message in wanted(locale, source):
        known = old.get(message.id, message.context)
        string = known.string if known and known.pluralizable == message.pluralizable else None
        if locale == SOURCE:
            string = tuple(message.id)
        new.add(message.id, string, context=message.context, flags=message.flags)
    new.creation_date = new.revision_date = NO_DATE
    return new


def po_bytes(catalog):
    buffer = io.BytesIO()
    write_po(buffer, catalog, sort_output=True, no_location=True, width=0, omit_header=False)
    return b"\n".join(
        line for line in buffer.getvalue().split(b"\n") if b"-Date:" not in line and b"Generated-By" not in line
    )


def mo_bytes(catalog):
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def forms(value):
    return [value] if isinstance(value, str) else list(value or [""])


def faults(locale, catalog):
    """Messages of `catalog` without a translation, or whose translation lost or gained a placeholder."""
    for message in catalog:
        if not message.id:
            continue
        ids, strings_ = forms(message.id), forms(message.string)
        if not all(strings_):
            yield f"{locale} : sans traduction : {ids[0]!r}"
        elif any(set(PLACEHOLDER.findall(string)) - set(PLACEHOLDER.findall("".join(ids))) for string in strings_):
            yield f"{locale} : un repère de trop dans la traduction de {ids[0]!r}"
        elif set(PLACEHOLDER.findall(ids[-1])) - set(PLACEHOLDER.findall(strings_[-1])):
            yield f"{locale} : un repère manque dans la traduction de {ids[0]!r}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    source, found = template(), []
    for locale in LOCALES:
        po, mo = files(locale)
        catalog = updated(locale, source)
        found += faults(locale, catalog)
        texts = {po: po_bytes(catalog), mo: mo_bytes(catalog)}
        for path, content in texts.items():
            if check and (not path.exists() or path.read_bytes() != content):
                found.append(f"{path.relative_to(ROOT)} n’est plus à jour : lancez « make fix ».")
            elif not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
    sys.stdout.write("\n".join(found[:40]) + ("\n" if found else ""))
    if len(found) > 40:
        sys.stdout.write(f"… et {len(found) - 40} autres.\n")
    return 1 if check and found else 0


if __name__ == "__main__":
    sys.exit(main())
