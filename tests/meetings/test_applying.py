"""Proposals made by hand become rows; what the parser makes of a text is tested elsewhere."""

import pytest
from django.core.exceptions import ValidationError

from core.dates import FuzzyDate
from core.models import ReviewFlag
from directory.models import Organisation
from meetings.enums import ProposalState
from meetings.minutes.importing import accept_proposal, apply_import, reject_proposal
from meetings.models import Meeting, MinutesImport, Proposal
from partnerships.models import Partnership, PartnerWish
from tests.factories import CountryGroupFactory, MeetingFactory, TerritoryCodeFactory, TerritoryFactory, ThemeFactory

MEETING = {
    "title": "Réunion du groupe",
    "first_day": "2017-09-14",
    "starts_at": "14:30",
    "ends_at": "16:30",
    "venue": "Mairie",
}
TULLE = {"code_system": "insee_commune", "code": "19272", "name": "Tulle", "level": "commune"}
GUILIN = {"code_system": "gb2260", "code": "450300", "name": "Guilin", "level": "prefecture_city"}


@pytest.fixture
def territories(db):
    tulle = TerritoryCodeFactory(system="insee_commune", code="19272", territory__name="Tulle").territory
    guilin = TerritoryFactory(chinese=True, name="Guilin", name_zh="桂林市")
    TerritoryCodeFactory(system="gb2260", code="450300", territory=guilin)
    return tulle, guilin


@pytest.fixture
def minutes_import(db):
    return MinutesImport.objects.create(group=CountryGroupFactory(), sha256="a" * 64, kind="text", pages=["…"])


@pytest.fixture
def propose(minutes_import):
    """Return a function that makes a pending proposal: `propose("action", text="…")`."""

    def make(kind, /, *, match=None, doubts=(), confidence=0.95, **fields):
        rank = minutes_import.proposals.count()
        place = {"page": 1, "line": 10 + rank, "excerpt": f"passage {rank}"}
        return Proposal.objects.create(
            minutes_import=minutes_import,
            rank=rank,
            kind=kind,
            fields=fields,
            match=match,
            doubts=list(doubts),
            confidence=confidence,
            **place,
        )

    return make


@pytest.fixture
def accept(propose):
    """Return a function that proposes and accepts, after the meeting."""
    accept_proposal(proposal=propose("meeting", **MEETING), by=None)

    def make(kind, /, **options):
        return accept_proposal(proposal=propose(kind, **options), by=None)

    return make


def pair(propose_or_accept, **fields):
    match = {"french": TULLE, "foreign": GUILIN}
    return propose_or_accept(
        "partnership", match=match, label="Tulle – Guilin", french="Tulle", foreign="Guilin", **fields
    )


def test_a_meeting_is_made_with_its_day_hours_and_place(propose, minutes_import):
    meeting = accept_proposal(proposal=propose("meeting", **MEETING), by=None)

    minutes_import.refresh_from_db()
    assert minutes_import.meeting == meeting
    assert (str(meeting.starts), meeting.venue) == ("2017-09-14 14:30:00+02:00", "Mairie")


def test_the_meeting_of_that_day_and_hour_is_found_rather_than_made_twice(propose, minutes_import):
    kept = MeetingFactory(group=minutes_import.group, title="Écrite à la main", starts_at="14:30")

    assert accept_proposal(proposal=propose("meeting", **MEETING), by=None) == kept


@pytest.mark.parametrize(
    ("field", "value"), [("first_day", ""), ("first_day", "31 février"), ("starts_at", "25 h"), ("ends_at", "14:00")]
)
def test_a_meeting_without_a_sound_day_or_hours_is_refused_and_waits(propose, field, value):
    proposal = propose("meeting", **MEETING | {field: value})

    with pytest.raises(ValidationError):
        accept_proposal(proposal=proposal, by=None)

    proposal.refresh_from_db()
    assert (proposal.state, Meeting.objects.count()) == (ProposalState.PENDING, 0)


def test_nothing_is_attached_before_the_meeting_is_accepted(propose):
    with pytest.raises(ValidationError, match="Acceptez d’abord la réunion"):
        accept_proposal(proposal=propose("action", text="Écrire"), by=None)


def test_a_pair_opens_the_partnership_and_is_mentioned_where_it_was_read(accept, territories):
    theme = ThemeFactory(name="Jardins")
    milestones = [{"when": "2018", "text": "Ouverture d’un jardin"}]

    entry = pair(accept, text="Jardins", themes=["jardins"], milestones=milestones, form="twinning", since="1998")

    partnership = Partnership.objects.get()
    assert entry.partnership == partnership
    assert (entry.page, entry.line, entry.excerpt) == (1, 11, "passage 1")
    assert (partnership.form, partnership.since, list(partnership.themes.all())) == (
        "twinning",
        FuzzyDate.year(1998),
        [theme],
    )
    assert partnership.milestones.get().when == FuzzyDate.year(2018)


def test_a_doubt_that_is_accepted_stays_a_doubt_of_the_record(accept, territories):
    doubt = {"code": "bracket_contradicts", "message": "Guilin est au Guangxi."}

    entry = pair(accept, doubts=[doubt], confidence=0.5)

    flag = ReviewFlag.objects.about(entry.partnership).get()
    assert (flag.code, flag.message, flag.state) == ("bracket_contradicts", "Guilin est au Guangxi.", "open")


def test_what_is_matched_is_what_is_chosen_once_a_person_corrects(propose, territories):
    accept_proposal(proposal=propose("meeting", **MEETING), by=None)
    yichang = TerritoryFactory(chinese=True, name="Yichang")
    TerritoryCodeFactory(system="gb2260", code="420500", territory=yichang)
    proposal = pair(propose, doubts=[{"code": "bracket_unknown", "message": "…"}], confidence=0.5)
    chosen = {"code_system": "gb2260", "code": "420500", "name": "Yichang", "level": "prefecture_city"}

    entry = accept_proposal(proposal=proposal, by=None, match=proposal.match | {"foreign": chosen})

    proposal.refresh_from_db()
    assert entry.partnership.foreign_side.territory == yichang
    assert (proposal.state, ReviewFlag.objects.count()) == (ProposalState.CORRECTED, 0)


def test_a_pair_without_a_known_territory_asks_for_one(accept, territories):
    with pytest.raises(ValidationError) as refusal:
        accept(
            "partnership",
            match={"french": TULLE, "foreign": None},
            label="Tulle – Atlantis",
            french="Tulle",
            foreign="Atlantis",
        )

    assert list(refusal.value.message_dict) == ["foreign"]
    assert Partnership.objects.count() == 0


def test_a_wish_is_not_a_partnership(accept, territories):
    entry = accept("wish", match={"french": TULLE}, label="Tulle", french="Tulle", plans=["Cherche un port"])

    assert (PartnerWish.objects.get(), Partnership.objects.count()) == (entry.wish, 0)


def test_an_institution_is_made_from_its_name_and_kind(accept):
    entry = accept("institution", label="Agence des eaux", french="Agence des eaux", kind="agency")

    assert (entry.organisation.name, entry.partnership) == ("Agence des eaux", None)


def test_entries_without_a_label_are_not_taken_for_each_other(accept):
    entries = [accept("institution", name=name, kind="agency", text=name) for name in ("Agence A", "Agence B")]

    assert [entry.text for entry in entries] == ["Agence A", "Agence B"]


def test_an_authority_is_never_made_from_a_name_alone(accept):
    entry = accept("institution", label="Ville de Nulle-Part", french="Ville de Nulle-Part", kind="authority")

    assert (entry.organisation, Organisation.objects.count()) == (None, 0)


def test_who_represents_whom_is_joined_in_either_order(accept):
    chair = accept("person", first_name="Ana", last_name="Présidente", presence="absent")
    deputy = accept("person", first_name="Cy", last_name="Suppléant", represents="Ana Présidente")

    chair.refresh_from_db()
    assert chair.represented_by == deputy


def test_who_was_said_to_stand_in_is_joined_when_they_come(accept):
    chair = accept("person", first_name="Ana", last_name="Présidente", presence="absent", represented_by="Bo Adjoint")

    deputy = accept("person", name="Bo Adjoint", first_name="Bo", last_name="Adjoint", role="representative")

    chair.refresh_from_db()
    assert chair.represented_by == deputy


def test_an_event_keeps_its_items_and_its_fuzzy_days(accept):
    item = {
        "kind": "session",
        "text": "Focus",
        "day": "2017-10-10",
        "starts_at": "16:30",
        "ends_at": "17:00",
        "place": "",
    }

    event = accept("event", title="Rencontres", when="octobre 2017", registration="required", items=[item])

    assert (event.when, event.registration_required, str(event.items.get().starts_at)) == (
        FuzzyDate.month(2017, 10),
        True,
        "16:30:00",
    )


def test_text_is_kept_as_text_and_never_as_markup(accept):
    section = accept("section", title="Bilan", paragraphs=["<script>alert(1)</script> & fin"])

    assert section.body == "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; fin</p>"


def test_each_kind_can_be_accepted_twice_without_a_second_row(accept, territories, minutes_import):
    for _again in range(2):
        pair(accept, milestones=[{"when": "", "text": "Fête"}], plans=["Projet"])
        accept("wish", match={"french": TULLE}, label="Tulle", french="Tulle", plans=["Cherche un port"])
        accept("person", first_name="Ana", last_name="Présidente")
        accept("action", text="Écrire")
        accept("conclusion", text="Se revoir")
    meeting = minutes_import.meeting or Meeting.objects.get()

    counts = [meeting.entries.count(), meeting.attendances.count(), meeting.actions.count(), meeting.decisions.count()]
    assert counts == [2, 1, 1, 1]
    assert Partnership.objects.get().milestones.count() == 2


def test_a_decided_proposal_is_not_decided_again(propose):
    proposal = propose("meeting", **MEETING)
    reject_proposal(proposal=proposal, by=None)

    with pytest.raises(ValidationError, match="déjà décidée"):
        accept_proposal(proposal=proposal, by=None)

    assert Meeting.objects.count() == 0


def test_only_what_is_certain_is_applied_unseen(propose, minutes_import, territories):
    propose("meeting", **MEETING)
    propose("action", text="Sûr")
    propose("action", text="Douteux", doubts=[{"code": "x", "message": "?"}])
    propose("action", text="Peu sûr", confidence=0.5)

    report = apply_import(minutes_import=minutes_import, which="certain")

    assert (report.applied, [action.text for action in Meeting.objects.get().actions.all()]) == (2, ["Sûr"])


def test_all_applies_what_it_can_and_names_what_asks_for_a_choice(propose, minutes_import, territories):
    propose(
        "partnership",
        match={"french": TULLE, "foreign": None},
        label="Tulle – Atlantis",
        french="Tulle",
        foreign="Atlantis",
    )
    propose("meeting", **MEETING)

    report = apply_import(minutes_import=minutes_import, which="all")

    assert (report.applied, len(report.details)) == (1, 1)
    assert "Atlantis" in report.details[0]
