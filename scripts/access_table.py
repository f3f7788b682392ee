"""Read the table of who gets what, `tests/access.txt`, and write it in words as `docs/access.md`.

python scripts/access_table.py            writes the document
python scripts/access_table.py --check    says whether it is up to date
"""

import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "tests" / "access.txt"
DOCUMENT = ROOT / "docs" / "access.md"
READERS = {
    "visitor": "visiteur",
    "outsider": "membre d’un autre groupe",
    "member": "membre",
    "referent": "référent",
    "partner": "partenaire",
    "secretariat": "secrétariat",
    "officer": "chargé de mission",
    "administrator": "administrateur",
}
HEAD = """# Qui voit quoi, qui fait quoi

Ce que chaque rôle obtient à chaque adresse du portail, sur des fiches publiques : ce qui est refusé ici l’est même à qui
voit la fiche. Ce qui n’est pas destiné à un lecteur est introuvable pour lui, quel que soit son rôle (`visible_to`, voir
`docs/architecture.md`). « Son organisme » est celui dont le membre et le référent de la table font partie.

**agit** : lit, et envoie · **lit** : lit seulement · **se connecte** : est conduit à la page d’entrée · **–** : refusé ·
**introuvable** : l’adresse ne mène à rien pour lui · **ailleurs** : est conduit à une autre page

Table tirée de `tests/access.txt` par `scripts/access_table.py`, et vérifiée case par case par `tests/test_access.py`.
"""
SIGN_IN = "in"


@dataclass(frozen=True)
class Line:
    """One address as it is used on one thing; `cells` holds what each reader gets, "GET/POST"."""

    section: str
    name: str
    things: tuple
    title: str
    cells: dict

    def __str__(self):
        return " | ".join([self.name, " ".join(self.things), self.title, *self.cells.values()]).replace("|  |", "| |")

    def answer(self, reader, method):
        return self.cells[reader].split("/")[method == "POST"]


def lines(path=TABLE):
    section, found = "", []
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if text.startswith("## "):
            section = text[3:]
        elif text and not text.startswith("#"):
            name, things, title, *cells = (cell.strip() for cell in text.split("|"))
            if len(cells) not in {0, len(READERS)}:
                raise SystemExit(f"{path.name}, ligne {number} : {len(cells)} cases pour {len(READERS)} lecteurs.")
            found.append(Line(section, name, tuple(things.split()), title, dict(zip(READERS, cells, strict=False))))
    return found


def in_words(reader, read, sent):
    if (read, sent) == ("302", "302"):
        return "ailleurs"
    if sent in {"200", "302", "303", "422"}:
        return "agit"
    if read in {"200", "302"}:
        return "lit"
    if SIGN_IN in {read, sent}:
        return "se connecte" if reader == "visitor" else "–"
    return "introuvable" if "404" in {read, sent} else "–"


def document(table):
    parts = [HEAD]
    for section in dict.fromkeys(line.section for line in table):
        rows = [["page ou acte", *READERS.values()], ["---"] * (len(READERS) + 1)]
        for line in table:
            if line.section == section:
                rows.append([line.title, *(in_words(reader, *cell.split("/")) for reader, cell in line.cells.items())])
        parts += [f"## {section}\n", "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"]
    return "\n".join(parts)


def main(arguments):
    written = document(lines())
    if "--check" not in arguments:
        DOCUMENT.write_text(written, encoding="utf-8")
    elif not DOCUMENT.exists() or DOCUMENT.read_text(encoding="utf-8") != written:
        sys.exit("docs/access.md n’est pas à jour : lancez « python scripts/access_table.py ».")


if __name__ == "__main__":
    main(sys.argv[1:])
