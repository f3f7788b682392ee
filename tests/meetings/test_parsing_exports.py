"""What the portal exports it can read again: the same facts, whatever the format."""

import pytest

from meetings.minutes.matching import read_proposals
from meetings.minutes.reading import read_document
from meetings.minutes.rendering.docx import render_docx
from meetings.minutes.rendering.markdown import render_markdown
from meetings.minutes.rendering.typst import render_pdf
from tests.meetings.gazetteers import small_gazetteer
from tests.meetings.minutes_samples import sample_document

ROWS = {"partnership", "wish", "authority", "institution"}


@pytest.fixture(scope="module", params=["docx", "pdf", "md"])
def proposals(request):
    render = {"docx": render_docx, "pdf": render_pdf, "md": render_markdown}[request.param]
    rendered = render(sample_document())
    data = rendered if isinstance(rendered, bytes) else rendered.encode()
    name = "sample.txt" if request.param == "md" else f"sample.{request.param}"
    return read_proposals(read_document(data, name), small_gazetteer())


def said(proposals, kind, *names):
    return [tuple(p.fields[name] for name in names) for p in proposals if p.kind == kind]


def test_the_meeting_is_read_again(proposals):
    assert said(proposals, "meeting", "title", "first_day", "starts_at", "venue", "address", "access", "genre") == [
        ("Réunion Groupe-pays Chine", "2019-03-12", "14:30", "la Maison des associations", "4 rue des Exemples 75000 Paris",
         "Métro, ligne 2 : Exemple", "minutes"),
    ]  # fmt: skip


def test_those_present_are_read_again(proposals):
    assert said(proposals, "person", "name", "role", "organisation") == [
        ("Claire Exemple", "chair", "Région"),
        ("Anne Modèle", "participant", "Région Bretagne"),
    ]
    assert said(proposals, "organisation", "name") == [("Ville de Nantes",)]


def test_the_round_is_read_again(proposals):
    rows = [p for p in proposals if p.kind in ROWS]

    assert [(p.kind, p.fields["label"], p.fields["foreign_zh"], p.fields["form"]) for p in rows] == [
        ("partnership", "Région Bretagne – Shandong", "山东省", ""),
        ("partnership", "Ville de Nantes – Qingdao", "青岛市", "twinning"),
        ("partnership", "Métropole de Lyon – Canton", "广州市", "convention"),
        ("wish", "Région Normandie", "", ""),
        ("institution", "Ministère de la Culture", "", ""),
        ("partnership", "Le Creusot – Ma’anshan (Anhui)", "马鞍山市", "twinning"),
    ]
    assert rows[0].fields["text"] == (
        "Coopération sur la formation maritime et l’agroalimentaire\n2019 : 35 ans de la coopération\n"
        "Acteurs associés : Maison de la Bretagne à Qingdao, entreprises…"
    )


def test_actions_conclusions_and_events_are_read_again(proposals):
    assert said(proposals, "action", "text", "owner", "due") == [
        ("Tenir l’agenda 2020", "Secrétariat", "2019-06-30"),
        ("Envoyer le courriel", "", ""),
    ]
    assert said(proposals, "conclusion", "text") == [
        ("La réaffirmation du rééquilibrage",),
        ("Créer un langage commun",),
    ]
    assert said(proposals, "event", "title", "first_day", "last_day") == [
        ("Rencontres", "2019-10-09", "2019-10-10"),
        ("Assises", "2020-12-01", "2020-12-31"),
    ]
