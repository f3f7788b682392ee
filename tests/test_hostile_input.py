"""Whatever is written in an address or sent to a page, the answer is a page, never a fault of the server."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import get_resolver
from lxml import html

from accounts.services import ask_erasure
from core.enums import Audience
from core.models import ReviewFlag
from delegations.links import follow_token
from meetings.views.parts import PARTS
from partnerships.models import Agreement
from tests import admin_rows
from tests.delegations.factories import (
    ApproachFactory,
    CommitmentFactory,
    DelegationDocumentFactory,
    OpinionFactory,
    StopFactory,
)
from tests.events.rows import seat_at
from tests.factories import AgendaEntryFactory, PartnershipFactory, SessionFactory
from tests.histories import last_version
from tests.partnerships.factories import WorkbookOrderFactory, asked

pytestmark = pytest.mark.django_db

OURS = ("cufportal", "directory", "partnerships", "events", "delegations", "meetings")
WORDS = [
    *("", "\x00", "-1", "0", "²", "٣", "NaN", "1e400", "9" * 5000, "9" * 30, "9223372036854775808", "10000"),
    *("2017-02-30", "9999-12-31", "25:61", "fin 9999", "é" * 400, "x" * 10_000, "'; --", "!(&|:*", "%_\\", "\u202eabc"),
]
SENT = ["", "\x00", "-1", "9" * 5000, "é" * 400, "2017-02-30", "<b>%s{}"]
ASKED = {
    "cufportal:agenda",
    "cufportal:audit",
    "cufportal:audit_export",
    "cufportal:history",
    "cufportal:history_compare",
    "cufportal:merge_choose",
    "cufportal:agenda_month",
    "cufportal:search",
    "cufportal:statistics",
    "partnerships:partnership_add",
    "partnerships:partnership_export",
    "cufportal:map",
    "partnerships:table_import_detail",
    "meetings:import_review",
    "meetings:meeting_export",
}  # and every list
PARAMETERS = (
    *("de", "a", "avant", "qui", "sorte", "fiche", "du", "au", "acte"),
    *("q", "page", "sort", "kind", "region", "province", "form", "status", "theme", "group", "freshness", "country"),
    *(
        "state",
        "organisation",
        "session",
        "waiting",
        "authority",
        "late",
        "suspect",
        "direction",
        "period",
        "year",
        "code",
        "within",
        "recherche",
        "proposition",
        "audience",
        "next",
        "autre",
        "retour",
        "view",
        "about",
        *("french", "foreign", "department", "level", "verified_since", "place"),
        "effet",
    ),
)
ODD_BODIES = [
    (b"{}", "application/json"),
    (b"\xff\xfe", "multipart/form-data; boundary=x"),
    (b"a=\xff%FF&b", "application/x-www-form-urlencoded"),
    (b"", "multipart/form-data"),
]
FILES = {
    "vide.pdf": b"",
    "nul.txt": b"\0" * 100,
    "faux.pdf": b"%PDF-1.7\n<script>alert(1)</script>",
    "faux.docx": b"PK\x03\x04" + b"x" * 100,
    "../../../etc/passwd": b"root",
    "a\x00b.pdf": b"%PDF-1.7\n%%EOF",
    f"{'x' * 500}.pdf": b"%PDF-1.7\n%%EOF",
    "\u202efdp.exe": b"MZ",
}


def routes():
    """The name of every page of ours, with its address."""
    for included in get_resolver().url_patterns:
        if getattr(included, "namespace", None) in OURS:
            for pattern in included.url_patterns:
                yield f"{included.namespace}:{pattern.name}", f"/{included.pattern}{pattern.pattern}"


@pytest.fixture
def addresses(group):
    """Pairs (name, address) of all our pages, with a record that exists and with a number that none has."""
    pair, meeting, minutes_import = admin_rows.partnership(2), admin_rows.meeting(2), admin_rows.minutes_import(2)
    wish = admin_rows.PartnerWishFactory()
    verified = admin_rows.verification(2)
    owners = {"verification/demandes": verified, "verification": verified.campaign}
    owners |= {"tableaux": admin_rows.table_import(2), "classeurs": WorkbookOrderFactory(made=True)}
    owners |= {"recherches": wish, "imports": minutes_import, "partenariats": pair, "reunions": meeting}
    session = SessionFactory(event__group=group)
    owners |= {"evenements/inscriptions": seat_at(session), "evenements": session.event}
    owners |= {"agenda": AgendaEntryFactory(group=group)}
    visit = StopFactory(delegation__group=group, delegation__audience=Audience.PUBLIC).delegation
    parts = {"documents": DelegationDocumentFactory(delegation=visit), "programme": visit.stops.get()}
    parts |= {"sollicitations": ApproachFactory(delegation=visit), "avis": OpinionFactory(delegation=visit)}
    parts |= {"engagements": CommitmentFactory(outcome__delegation=visit)}
    owners |= {"delegations": visit, "historique": pair}
    person = admin_rows.PersonFactory()
    owners = {
        "effacements/personne": person,
        "effacements/demandeur": visit,
        "effacements": ask_erasure(record=person),
        **owners,
    }
    owners |= {"fusions/<slug:kind>": pair, "fusions": admin_rows.merge(0)}
    owners |= {"annuaire": pair.french_side, "territoires": pair.french_side.territory}
    found = [("partnerships:partnership_export", "/partenariats/liste.csv")]
    tokens = {"verification": asked(group=group)[1]}
    for name, route in routes():
        owner = next((record.pk for word, record in owners.items() if word in route), 1)
        for part in PARTS.values() if "<slug:part>" in route else [None]:
            rows = getattr(meeting, part.related) if part else meeting.actions
            values = {"pk": owner, "part": part and part.slug, "row": rows.first().pk, "slug": group.slug}
            values |= {
                "session_pk": session.pk,
                "agreement_pk": Agreement.objects.first().pk,
                "flag_pk": ReviewFlag.objects.first().pk,
            }
            values |= {"part_pk": next((record.pk for word, record in parts.items() if f"/{word}/" in route), 1)}
            values |= {"other": PartnershipFactory(group=pair.group).pk}
            values |= {"answer_pk": verified.answers.first().pk}
            values |= {"year": 2027, "month": 12, "kind": "partnership", "version": last_version(pair).pk}
            values |= {"rank": 0, "to": "qualified", "act": "faite", "format": "md"}
            values |= {"token": next((one for word, one in tokens.items() if word in route), follow_token(visit))}
            found.append((name, re.sub(r"<\w+:(\w+)>", lambda of, values=values: str(values[of[1]]), route)))
        if "<int:" in route:
            found.append((name, re.sub(r"<\w+:\w+>", "9" * 30, route)))
    return found


def faults(responses):
    return [(where, response.status_code) for where, response in responses if response.status_code >= 500]


@pytest.fixture
def quiet(as_role):
    """Return a function that signs a role in, with a client that answers 500 as the server would."""

    def sign_in(role):
        signed_in = as_role(role)
        client = Client(raise_request_exception=False)
        client.cookies = signed_in.cookies
        return client

    return sign_in


@pytest.mark.parametrize("role", ["visitor", "officer"])
def test_no_parameter_of_an_address_breaks_a_page(quiet, addresses, role):
    client = quiet(role)

    answers = [
        ((address, word[:20]), client.get(address, dict.fromkeys(PARAMETERS, word)))
        for name, address in addresses
        if name in ASKED or name.endswith("_list") and name != "meetings:part_list"
        for word in WORDS
    ]

    assert faults(answers) == []


@pytest.mark.parametrize("role", ["visitor", "referent", "officer"])  # what each role is answered: `test_access`
def test_no_method_and_no_body_breaks_a_page(quiet, addresses, role):
    client = quiet(role)

    answers = [
        ((method, address), client.generic(method, address))
        for _name, address in addresses
        for method in ("GET", "POST", "OPTIONS")
    ]
    if role == "officer":
        answers += [
            ((address, kind), client.post(address, data=body, content_type=kind))
            for _name, address in addresses
            for body, kind in ODD_BODIES
        ]

    assert faults(answers) == []


def forms_of(client, address):
    """The forms of a page that send something: where to, and the fields as they stand."""
    response = client.get(address)
    if response.streaming:
        b"".join(response)  # to the end, which closes the file
    elif response.status_code == 200 and response.headers["Content-Type"].startswith("text/html"):
        for form in html.document_fromstring(response.content).xpath("//main//form[@method='post']"):
            files = form.xpath(".//input[@type='file']/@name")
            yield form.action or address, dict(form.form_values()), files


def test_nothing_sent_to_a_form_breaks_its_page(quiet, addresses):
    client, answers = quiet("officer"), []
    forms = {(to, *data): (to, data) for _name, page in addresses for to, data, _files in forms_of(client, page)}

    for to, data in forms.values():
        typed = [name for name in data if "_FORMS" not in name]
        sent = [{**data, **dict.fromkeys(typed, nonsense)} for nonsense in SENT]
        sent += [{other: data[other] for other in data if other != name} for name in data if name not in typed]
        sent += [{**data, name: SENT[rank % len(SENT)]} for rank, name in enumerate(typed[:8])]
        answers += [((to, str(one)[:200]), client.post(to, one)) for one in sent]

    assert len(forms) > 20
    assert faults(answers) == []


def test_no_file_breaks_the_page_it_is_sent_to(quiet, addresses, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client, answers = quiet("officer"), []
    for page in {page for name, page in addresses if name.endswith(("partnership_edit", "import_add"))}:
        for to, data, names in forms_of(client, page):
            answers += [
                ((to, name, file), client.post(to, {**data, name: SimpleUploadedFile(file, content)}))
                for name in names
                for file, content in FILES.items()
            ]

    assert len(answers) >= 2 * len(FILES)
    assert faults(answers) == []
