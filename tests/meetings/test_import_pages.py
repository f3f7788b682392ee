import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from meetings.enums import ProposalState
from meetings.minutes.importing import store_import
from meetings.minutes.reading import read_document
from meetings.models import Meeting, MinutesImport
from partnerships.models import Partnership
from tests.factories import TerritoryCodeFactory, TerritoryFactory, TerritoryNameFactory
from tests.meetings.minutes_to_import import TEXT, make_territories

ADD = reverse("meetings:import_add")


@pytest.fixture
def officer(as_role):
    return as_role("officer")


@pytest.fixture
def minutes_import(group):
    make_territories()
    return store_import(document=read_document(TEXT.encode()), group=group, name="mars.txt")


def page(minutes_import, name="import_review", rank=None):
    args = [minutes_import.pk] if rank is None else [minutes_import.pk, rank]
    return reverse(f"meetings:{name}", args=args)


def of_kind(minutes_import, kind):
    return minutes_import.proposals.filter(kind=kind).first()


def decide(client, minutes_import, kind, act, **data):
    return client.post(page(minutes_import, f"proposal_{act}", of_kind(minutes_import, kind).rank), data)


def pair_waiting(minutes_import):
    return minutes_import.proposals.get(kind="partnership", fields__foreign="Atlantide")


@pytest.mark.parametrize("role", ["member", "referent", "partner"])
def test_imports_are_the_affair_of_staff(as_role, minutes_import, role):
    client = as_role(role)

    answers = [
        client.get(reverse("meetings:import_list")).status_code,
        client.get(ADD).status_code,
        client.get(page(minutes_import)).status_code,
        client.post(page(minutes_import, "import_accept_certain")).status_code,
        decide(client, minutes_import, "meeting", "accept").status_code,
        decide(client, minutes_import, "meeting", "reject").status_code,
        decide(client, minutes_import, "meeting", "correct").status_code,
    ]

    assert answers == [403, 403, 404, 404, 404, 404, 404]
    assert Meeting.objects.count() == 0


def test_a_visitor_is_asked_to_sign_in(client, minutes_import):
    assert client.get(page(minutes_import)).status_code == 302


@pytest.mark.parametrize("as_text", [True, False])
def test_a_document_is_uploaded_or_pasted_then_reviewed(officer, group, as_text):
    make_territories()
    data = {"text": TEXT} if as_text else {"file": SimpleUploadedFile("mars.txt", TEXT.encode())}

    answer = officer.post(ADD, {"group": group.pk, **data})

    assert answer.url == MinutesImport.objects.get().get_absolute_url()
    assert MinutesImport.objects.get().created_by == officer.user


@pytest.mark.parametrize(
    ("upload", "said"),
    [
        (SimpleUploadedFile("vide.txt", b""), "est vide"),
        (SimpleUploadedFile("photo.pdf", b"\x89PNG\r\n\x1a\n" + bytes(range(256))), "image"),
        (SimpleUploadedFile("coupe.pdf", b"%PDF-1.7\n1 0 obj"), "abîmé"),
        (SimpleUploadedFile("roman.txt", b"Longtemps, il marcha.\n" * 30), "ne ressemble pas"),
    ],
    ids=["empty", "image named pdf", "truncated", "no minutes"],
)
def test_a_document_that_cannot_be_used_is_refused_beside_the_form(officer, group, upload, said):
    upload.seek(0)

    answer = officer.post(ADD, {"group": group.pk, "file": upload})

    assert (answer.status_code, MinutesImport.objects.count()) == (422, 0)
    assert said in answer.text


def test_neither_a_file_nor_a_text_is_refused(officer, group):
    assert "l’un des deux" in officer.post(ADD, {"group": group.pk}).text


def test_the_review_lights_the_passage_of_the_current_proposal(officer, minutes_import):
    rank = of_kind(minutes_import, "partnership").rank

    lines = officer.get(page(minutes_import), {"proposition": rank}).context["pages"][0]

    assert [line.text for line in lines if line.is_lit][0] == "Ville de Tulle – Guilin"


@pytest.mark.parametrize("wanted", ["", "9999", "abc", "-1"])
def test_a_proposal_that_is_none_shows_the_first_that_waits(officer, minutes_import, wanted):
    answer = officer.get(page(minutes_import), {"proposition": wanted})

    assert answer.context["current"] == minutes_import.proposals.first()


def test_accepting_goes_on_to_the_next(officer, minutes_import):
    answer = decide(officer, minutes_import, "meeting", "accept")

    assert Meeting.objects.get().title == "Réunion du groupe-pays Chine"
    assert answer.url.endswith(f"?proposition={minutes_import.proposals.pending().first().rank}#proposition-1")


def test_what_cannot_be_accepted_yet_is_said_and_waits(officer, minutes_import):
    answer = decide(officer, minutes_import, "partnership", "accept")

    assert "Acceptez d’abord la réunion" in officer.get(answer.url).text
    assert of_kind(minutes_import, "partnership").state == ProposalState.PENDING


def test_the_certain_ones_are_accepted_at_once(officer, minutes_import):
    officer.post(page(minutes_import, "import_accept_certain"))

    assert [proposal for proposal in minutes_import.proposals.pending() if proposal.is_certain] == []
    assert Partnership.objects.count() == 1


def correct(officer, proposal, **changes):
    form = officer.get(page(proposal.minutes_import), {"proposition": proposal.rank}).context["form"]
    data = {name: field.initial or "" for name, field in form.fields.items()} | changes
    return officer.post(page(proposal.minutes_import, "proposal_correct", proposal.rank), data)


@pytest.fixture
def two_suzhous(db):
    for code, parent in (("320500", "Jiangsu"), ("341300", "Anhui")):
        suzhou = TerritoryFactory(chinese=True, name="Suzhou", parent=TerritoryFactory(chinese=True, name=parent))
        TerritoryCodeFactory(system="gb2260", code=code, territory=suzhou)
        TerritoryNameFactory(territory=suzhou, text="Suzhou")


def test_a_person_chooses_the_territory_that_was_meant(officer, minutes_import, two_suzhous):
    decide(officer, minutes_import, "meeting", "accept")

    correct(officer, pair_waiting(minutes_import), match_foreign="341300")

    assert str(Partnership.objects.get().foreign_side.territory.parent) == "Anhui"
    assert pair_waiting(minutes_import).state == ProposalState.CORRECTED


@pytest.mark.parametrize(
    ("typed", "said"), [("Suzhou", "Suzhou (320500) ; Suzhou (341300)"), ("Nulle-Part", "Aucun territoire")]
)
def test_an_unclear_choice_is_asked_again_with_what_was_typed(officer, minutes_import, two_suzhous, typed, said):
    decide(officer, minutes_import, "meeting", "accept")

    answer = correct(officer, pair_waiting(minutes_import), match_foreign=typed, text="Échanges corrigés")

    assert (answer.status_code, Partnership.objects.count()) == (422, 0)
    assert said in answer.text
    assert "Échanges corrigés" in answer.text


def test_a_correction_that_is_refused_says_so_beside_its_field(officer, minutes_import):
    answer = correct(officer, of_kind(minutes_import, "meeting"), first_day="31 février")

    assert list(answer.context["form"].errors) == ["first_day"]
    assert Meeting.objects.count() == 0


def test_a_rejected_proposal_makes_nothing(officer, minutes_import):
    decide(officer, minutes_import, "meeting", "reject")

    assert (of_kind(minutes_import, "meeting").state, Meeting.objects.count()) == (ProposalState.REJECTED, 0)


def test_accepting_twice_is_told_and_made_once(officer, minutes_import):
    decide(officer, minutes_import, "meeting", "accept")

    answer = decide(officer, minutes_import, "meeting", "accept")

    assert "déjà décidée" in officer.get(answer.url).text
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize("act", ["accept", "reject", "correct"])
def test_deciding_is_never_done_by_a_link(officer, minutes_import, act):
    assert officer.get(page(minutes_import, f"proposal_{act}", 0)).status_code == 405


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_review_runs_a_fixed_number_of_queries(officer, minutes_import, django_assert_num_queries, count):
    proposal = of_kind(minutes_import, "action")
    minutes_import.proposals.exclude(pk=proposal.pk).delete()
    for rank in range(1000, 999 + count):
        proposal.pk, proposal.rank = None, rank
        proposal.save()

    with django_assert_num_queries(6):  # session, user, roles, import, proposals, person of the signed-in user
        officer.get(page(minutes_import))
