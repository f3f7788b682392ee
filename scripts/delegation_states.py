"""Write the diagram and the tables of `docs/delegations.md` from `delegations/states.py` and `delegations/enums.py`.

python scripts/delegation_states.py    the text around the marked parts is kept
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "delegations.md"
BEGINS, ENDS = "<!-- {name} : écrit par scripts/delegation_states.py -->\n", "\n<!-- fin -->"


def diagram(transitions):
    """A Mermaid state diagram; the steps back, the refusals and the like would only cross it, and stand in the table."""
    way = [one for one in transitions if not one.needs_reason]
    names = {state: state.label for one in way for state in (one.source, one.target)}
    lines = ["```mermaid", "stateDiagram-v2", "    [*] --> received"]
    lines += [f"    {state} : {label}" for state, label in names.items()]
    lines += [f"    {one.source} --> {one.target} : {one.verb}" for one in way]
    return "\n".join([*lines, "    closed --> [*]", "```"])


def table(transitions, actors):
    head = ["de", "à", "bouton", "qui", "ce qu’il faut", "raison", "le demandeur est prévenu"]
    rows = [
        [
            one.source.label,
            one.target.label,
            one.verb,
            " ; ".join(str(actor.label) for actor in actors if actor in one.actors),
            " ; ".join(str(guard.needs) for guard in one.guards) or "–",
            "oui" if one.needs_reason else "–",
            "oui" if one.tells_requester else "–",
        ]
        for one in transitions
    ]
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in [head, ["---"] * len(head), *rows])


def written(document):
    """Return `document` with its marked parts as the table of today says them."""
    from delegations.enums import Actor  # noqa: PLC0415 – Django is set up by then
    from delegations.states import TRANSITIONS  # noqa: PLC0415

    parts = {"diagramme": diagram(TRANSITIONS), "tableau": table(TRANSITIONS, Actor)}
    for name, text in parts.items():
        before, begins, rest = document.partition(BEGINS.format(name=name))
        _old, ends, after = rest.partition(ENDS)
        if not begins or not ends:
            raise ValueError(f"{DOCUMENT.name} n’a pas de partie « {name} ».")
        document = f"{before}{begins}{text}{ends}{after}"
    return document


def main():
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cufportal.settings")
    import django  # noqa: PLC0415

    django.setup()
    DOCUMENT.write_text(written(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
