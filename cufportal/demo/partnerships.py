"""The pairs of the 2017 round, then those that public pages name; each with its source, none said to be verified."""

from core.dates import read
from core.enums import Audience
from core.services import raise_flag
from cufportal.demo.network import join
from cufportal.demo.reading import authority, read_rows, read_toml
from directory.models import Organisation, Theme
from partnerships.enums import PartnershipForm, PartnershipStatus, WishedKind, WishState
from partnerships.models import Agreement, Milestone, Participant, Partnership, PartnerWish, Project
from partnerships.models.projects import MEANS

MINUTES = "Compte rendu de la réunion du groupe-pays Chine du 14 septembre 2017."
INVENTED = "Projet inventé pour la démonstration."
RAISED_BY = "jeu de démonstration"
TO_VERIFY = "À vérifier : la fiche reprend une source publique que la collectivité n’a pas confirmée."
SYSTEMS = {"region": "insee_region", "departement": "insee_departement", "commune": "insee_commune"}
# What the pages call the relation → its form and its status.
SAID = {
    "jumelage": (PartnershipForm.TWINNING, PartnershipStatus.ACTIVE),
    "villes sœurs": (PartnershipForm.TWINNING, PartnershipStatus.ACTIVE),
    "jumelage envisagé": (PartnershipForm.TWINNING, PartnershipStatus.INTENTION),
    "ville amie": (PartnershipForm.FRIENDSHIP_CHARTER, PartnershipStatus.ACTIVE),
    "accord": (PartnershipForm.COOPERATION_AGREEMENT, PartnershipStatus.ACTIVE),
    "coopération": (PartnershipForm.COOPERATION_AGREEMENT, PartnershipStatus.ACTIVE),
}


def load_pairs(group):
    for row in read_toml("partnerships.toml")["pair"]:
        partnership = open_pair(
            group,
            authority(*row["french"]),
            authority(*row["foreign"]),
            form_stated=row.get("form", ""),
            summary=row["text"],
            since=read(row["since"]) if "since" in row else None,
            source=MINUTES,
        )
        partnership.themes.add(*Theme.objects.filter(slug__in=row["themes"]))
        add_parts(partnership, row)


def open_pair(group, french, foreign, **values):
    """Find or open the partnership of a pair, public and to be verified; the French side joins the group."""
    join(group, french)
    partnership, created = Partnership.objects.get_or_create(
        group=group, french_side=french, foreign_side=foreign, defaults={"audience": Audience.PUBLIC, **values}
    )
    if created:
        raise_flag(record=partnership, code="to_verify", message=TO_VERIFY, raised_by=RAISED_BY)
    return partnership


def add_parts(partnership, row):
    for milestone in row.get("milestones", []):
        when = read(milestone["when"]) if "when" in milestone else None
        values = {"when": when, "kind": milestone["kind"]}
        Milestone.objects.get_or_create(partnership=partnership, text=milestone["text"], defaults=values)
    for project in row.get("projects", []):
        load_project(partnership, project)
    for name in row.get("actors", []):
        organisation = Organisation.objects.get(name=name)
        Participant.objects.get_or_create(partnership=partnership, organisation=organisation)
    for doubt in row.get("doubts", []):
        raise_flag(record=partnership, raised_by=RAISED_BY, **doubt)


def load_project(partnership, row):
    """What a row does not say of the means is not known."""
    days = {name: read(row[name]) for name in ("since", "until") if name in row}
    told = {name: row[name] for name in ("place", *MEANS) if name in row}
    told["summary"] = f"{row.get('summary', '')} {INVENTED}".strip()
    project, created = Project.objects.get_or_create(
        partnership=partnership, title=row["title"], defaults={**told, **days}
    )
    if created:
        project.themes.set(Theme.objects.filter(slug__in=row.get("themes", [])))


def load_sourced(group):
    for row in read_rows("sourced_partnerships.csv"):
        form, status = next((said for word, said in SAID.items() if row["kind"] == word), form_said(row["kind"]))
        open_pair(
            group,
            authority(SYSTEMS[row["fr_kind"]], row["fr_insee"]),
            authority("gb2260", row["cn_gb"]),
            form_stated=form,
            status=status,
            since=read(row["since"]) if row["since"] else None,
            source=f"{row['source']} ({row['kind']})",
        )


def form_said(words):
    """The form and status of a relation that a page describes in more than one word."""
    return next((said for word, said in SAID.items() if words.startswith(word)), ("", PartnershipStatus.ACTIVE))


def load_wish(group):
    """In 2017 Hauts-de-France looked for a partner by the sea; in 2018 it signed with Zhejiang."""
    seeker, found = authority("insee_region", "32"), authority("gb2260", "330000")
    partnership = open_pair(group, seeker, found)
    Agreement.objects.get_or_create(
        partnership=partnership, form=PartnershipForm.LETTER_OF_INTENT, defaults={"signed": read("avril 2018")}
    )
    wish, created = PartnerWish.objects.get_or_create(
        group=group,
        organisation=seeker,
        sought="Une ville ou une province tournée vers la mer, avec un port",
        defaults={
            "sought_kind": WishedKind.PROVINCE,
            "text": MINUTES,
            "state": WishState.MET,
            "became": partnership,
            "audience": Audience.PUBLIC,
        },
    )
    if created:
        wish.themes.set(Theme.objects.filter(slug__in=["developpement-economique", "tourisme", "culture"]))
    return wish
