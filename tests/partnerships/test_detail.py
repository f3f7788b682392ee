from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from core.dates import FuzzyDate
from core.enums import Audience
from core.services import raise_flag
from partnerships.enums import ParticipantRole, PartnershipStatus
from tests.delegations.factories import DelegationFactory
from tests.factories import (
    AgreementFactory,
    CountryGroupFactory,
    EventFactory,
    MeetingFactory,
    MilestoneFactory,
    ParticipantFactory,
    PartnershipContactFactory,
    PartnershipFactory,
    PartnerWishFactory,
    ProjectFactory,
    RoundTableEntryFactory,
    ThemeFactory,
)
from tests.readers import SEES, sign_in

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 invented"


def url_of(partnership):
    return reverse("partnerships:partnership_detail", args=[partnership.pk])


def document_url(agreement):
    return reverse("partnerships:agreement_document", args=[agreement.partnership_id, agreement.pk])


@pytest.fixture
def signed(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    agreement = AgreementFactory(signed=FuzzyDate.year(2015))
    agreement.file.save("accord.pdf", ContentFile(PDF))
    return agreement


@pytest.mark.parametrize(
    ("role", "audience", "status"),
    [
        ("visitor", Audience.PUBLIC, 200),
        ("visitor", Audience.NETWORK, 404),
        ("visitor", Audience.GROUP, 404),
        ("partner", Audience.NETWORK, 200),
        ("partner", Audience.GROUP, 404),
        ("member", Audience.GROUP, 200),
        ("member", Audience.INTERNAL, 404),
        ("referent", Audience.INTERNAL, 404),
        ("secretariat", Audience.INTERNAL, 200),
        ("officer", Audience.INTERNAL, 200),
        ("administrator", Audience.INTERNAL, 200),
    ],
)
def test_each_role_opens_what_its_audience_opens_and_nothing_else_exists(as_role, role, audience, status):
    partnership = PartnershipFactory(audience=audience)

    assert as_role(role).get(url_of(partnership)).status_code == status


def test_a_member_of_another_group_finds_no_record(as_role):
    partnership = PartnershipFactory(group=CountryGroupFactory(slug="maroc", country="MA"))

    assert as_role("member").get(url_of(partnership)).status_code == 404


def test_the_page_shows_what_is_known_of_the_partnership(client):
    partnership = PartnershipFactory(
        public=True,
        since=FuzzyDate.year(2008),
        summary="Jardins et eau",
        source="Compte rendu, page 4",
        confirmed_on=date(2026, 3, 3),
        confirmed_how="officer",
    )
    partnership.themes.add(ThemeFactory(name="Patrimoine"))
    ParticipantFactory(partnership=partnership, organisation__name="Bureau de Pékin", role=ParticipantRole.OFFICE)

    text = client.get(url_of(partnership)).text

    for said in (
        partnership.french_side.place_name,
        partnership.foreign_side.place_zh,
        "depuis 2008",
        "Jardins et eau",
        "vérifié le 3 mars 2026 par Cités Unies France",
        "Patrimoine",
        "Bureau de Pékin",
        "bureau sur place",
        "Compte rendu, page 4",
    ):
        assert said in text, said


def test_the_time_line_mixes_milestones_and_mentions_oldest_first_and_undated_last(as_role):
    partnership = PartnershipFactory()
    planned = MilestoneFactory(partnership=partnership, kind="planned")
    late = MilestoneFactory(partnership=partnership, when=FuzzyDate.year(2018))
    early = MilestoneFactory(partnership=partnership, when=FuzzyDate.year(2008))
    mention = RoundTableEntryFactory(partnership=partnership)

    timeline = as_role("member").get(url_of(partnership)).context["timeline"]

    assert [entry.milestone or entry.mention for entry in timeline] == [early, mention, late, planned]


def test_a_mention_names_its_meeting_its_place_in_the_document_and_the_words_read(as_role):
    mention = RoundTableEntryFactory(
        page=4, line=12, excerpt="Tours – Luoyang : jardins", meeting__title="Groupe Chine"
    )

    text = as_role("member").get(url_of(mention.partnership)).text

    for said in ("Groupe Chine", "page 4", "ligne 12", "Tours – Luoyang : jardins", "14 septembre 2017"):
        assert said in text, said


def test_a_mention_is_shown_to_those_only_who_may_read_the_minutes(as_role):
    partnership = PartnershipFactory(public=True)
    RoundTableEntryFactory(partnership=partnership, meeting=MeetingFactory(), text="brouillon")
    RoundTableEntryFactory(partnership=partnership, is_internal=True, text="à usage interne")
    read = RoundTableEntryFactory(partnership=partnership)

    shown = {
        role: len(as_role(role).get(url_of(partnership)).context["timeline"])
        for role in ("visitor", "member", "secretariat")
    }

    assert shown == {"visitor": 0, "member": 1, "secretariat": 3}
    assert read.text in as_role("referent").get(url_of(partnership)).text


def test_the_wish_it_came_from_is_named_to_those_who_may_see_it(as_role):
    partnership = PartnershipFactory(public=True)
    PartnerWishFactory(
        organisation=partnership.french_side, state="met", became=partnership, sought="une ville de jardins"
    )

    assert "une ville de jardins" in as_role("member").get(url_of(partnership)).text
    assert "une ville de jardins" not in as_role("visitor").get(url_of(partnership)).text


def test_agreements_follow_one_another_and_the_one_in_force_gives_the_form(as_role):
    partnership = PartnershipFactory(form_stated="twinning")
    old = AgreementFactory(partnership=partnership, form="letter_of_intent", signed=FuzzyDate.year(2010))
    new = AgreementFactory(partnership=partnership, form="convention", signed=FuzzyDate.year(2015), replaces=old)
    over = AgreementFactory(partnership=partnership, form="mou", until=FuzzyDate.year(2012))

    context = as_role("member").get(url_of(partnership)).context

    assert [(a, a.is_in_force) for a in context["agreements"]] == [(new, True), (old, False), (over, False)]
    assert context["partnership"].form == "convention"


def test_each_theme_says_the_goals_it_serves_and_each_goal_is_named_once(client):
    partnership = PartnershipFactory(public=True)
    partnership.themes.add(
        ThemeFactory(name="Eau", sdgs=[6, 11]), ThemeFactory(name="Ville", sdgs=[11]), ThemeFactory()
    )

    response = client.get(url_of(partnership))

    assert [number for number, _name in response.context["goals"]] == [6, 11]
    assert all(response.text.count(name) == 1 for _number, name in response.context["goals"])
    assert "ODD 6, 11" in response.text


@pytest.mark.parametrize("role", ["visitor", "member", "partner", "officer"])
def test_the_page_runs_a_fixed_number_of_queries(as_role, role, django_assert_max_num_queries):
    partnership = PartnershipFactory(public=True)
    for _ in range(5):
        AgreementFactory(partnership=partnership)
        RoundTableEntryFactory(partnership=partnership)
        ParticipantFactory(partnership=partnership)
        MilestoneFactory(partnership=partnership)
        ProjectFactory(partnership=partnership).themes.add(ThemeFactory())
        PartnershipContactFactory(partnership=partnership)
        partnership.themes.add(ThemeFactory())
        EventFactory(public=True).partnerships.add(partnership)
        DelegationFactory(shared=True, dated=True, audience=Audience.PUBLIC, partnership=partnership)
    raise_flag(record=partnership, code="a", message="Un doute", raised_by="import")
    client = as_role(role)

    with django_assert_max_num_queries(35):  # those of the history among them
        client.get(url_of(partnership))


@pytest.mark.parametrize(
    ("role", "reads", "decides"),
    [
        ("visitor", False, False),
        ("member", True, False),
        ("referent", True, False),
        ("partner", True, False),
        ("secretariat", True, False),
        ("officer", True, True),
        ("administrator", True, True),
    ],
)
def test_members_read_a_doubt_and_officers_decide_it(as_role, role, reads, decides):
    partnership = PartnershipFactory(public=True)
    raise_flag(record=partnership, code="province", message="Yunnan ou Liaoning ?", raised_by="import")

    text = as_role(role).get(url_of(partnership)).text

    assert ("Yunnan ou Liaoning ?" in text, "Trancher ce doute" in text) == (reads, decides)


@pytest.mark.parametrize(
    ("role", "status"),
    [("visitor", 302), ("member", 403), ("referent", 403), ("partner", 403), ("secretariat", 403), ("officer", 302)],
)
def test_a_doubt_is_decided_by_those_who_may(as_role, role, status):
    partnership = PartnershipFactory(public=True)
    flag = raise_flag(record=partnership, code="province", message="Yunnan ?", raised_by="import")
    url = reverse("partnerships:doubt_decide", args=[partnership.pk, flag.pk])

    response = as_role(role).post(url, {"state": "resolved", "reason": "Liaoning, d’après le répertoire"})

    flag.refresh_from_db()
    assert (response.status_code, flag.state) == (status, "resolved" if role == "officer" else "open")


def test_a_decision_without_a_reason_is_refused_beside_the_doubt(as_role):
    partnership = PartnershipFactory()
    flag = raise_flag(record=partnership, code="province", message="Yunnan ?", raised_by="import")
    url = reverse("partnerships:doubt_decide", args=[partnership.pk, flag.pk])

    response = as_role("officer").post(url, {"state": "resolved", "reason": "  "})

    flag.refresh_from_db()
    assert response.context["doubts"][0]["form"].errors == {"reason": ["Ce champ est obligatoire."]}
    assert flag.state == "open"


def test_a_doubt_decided_twice_says_so_and_keeps_the_first_decision(as_role):
    partnership = PartnershipFactory()
    flag = raise_flag(record=partnership, code="province", message="Yunnan ?", raised_by="import")
    url = reverse("partnerships:doubt_decide", args=[partnership.pk, flag.pk])
    client = as_role("officer")
    client.post(url, {"state": "resolved", "reason": "Vu"})

    response = client.post(url, {"state": "dismissed", "reason": "Revu"}, follow=True)

    flag.refresh_from_db()
    assert (flag.state, flag.reason) == ("resolved", "Vu")
    said = [str(message) for message in response.context["messages"]]
    assert said == ["Le doute est tranché.", "Ce doute est déjà tranché."]


def test_a_doubt_about_another_record_is_not_found_here(as_role):
    flag = raise_flag(record=PartnershipFactory(), code="a", message="Autre", raised_by="import")
    url = reverse("partnerships:doubt_decide", args=[PartnershipFactory().pk, flag.pk])

    assert as_role("officer").post(url, {"state": "resolved", "reason": "Vu"}).status_code == 404


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("visitor", set()),
        ("member", set()),
        ("partner", set()),
        ("secretariat", set()),
        ("referent", {"Confirmer cette fiche", "Modifier", "Clore"}),
        ("officer", {"Confirmer cette fiche", "Modifier", "Clore", "Rendre public"}),
        ("administrator", {"Confirmer cette fiche", "Modifier", "Clore", "Rendre public"}),
    ],
)
def test_each_role_is_offered_what_it_may_do(as_role, role, words):
    partnership = PartnershipFactory(audience=Audience.NETWORK)
    options = {"organisation": partnership.french_side} if role == "referent" else {}
    client = as_role(role, **options)
    if role == "visitor":
        partnership.audience = Audience.PUBLIC
        partnership.save()

    text = client.get(url_of(partnership)).text

    offered = {"Confirmer cette fiche", "Modifier", "Clore", "Rendre public", "Rouvrir"}
    assert {word for word in offered if word in text} == words


def test_an_ended_partnership_may_be_opened_again(as_role):
    partnership = PartnershipFactory(status=PartnershipStatus.ENDED, until=FuzzyDate.year(2020))

    text = as_role("officer").get(url_of(partnership)).text

    assert "Rouvrir" in text
    assert "Clore" not in text


def test_the_document_of_an_agreement_is_handed_as_a_file_never_shown(as_role, signed):
    response = as_role("member").get(document_url(signed))

    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith('attachment; filename="convention-')
    assert response["X-Content-Type-Options"] == "nosniff"


def test_the_document_is_refused_to_those_who_do_not_see_the_partnership(as_role, signed):
    assert as_role("visitor").get(document_url(signed)).status_code == 404
    assert as_role("partner").get(document_url(signed)).status_code == 404


def test_a_document_of_another_partnership_or_none_is_not_found(as_role, signed):
    client = as_role("officer")
    elsewhere = reverse("partnerships:agreement_document", args=[PartnershipFactory().pk, signed.pk])

    assert client.get(elsewhere).status_code == 404
    assert client.get(document_url(AgreementFactory())).status_code == 404


def test_a_document_lost_from_the_disk_is_not_found_rather_than_a_breakdown(as_role, signed):
    signed.file.storage.delete(signed.file.name)

    assert as_role("officer").get(document_url(signed)).status_code == 404


@pytest.mark.parametrize("reader", SEES)
def test_the_page_shows_the_events_of_the_partnership_that_the_reader_sees(make_user, group, reader):
    partnership = PartnershipFactory(group=group, public=True)
    for audience in Audience:
        EventFactory(group=group, audience=audience, title=f"Fête-{audience}").partnerships.add(partnership)

    response = sign_in(reader, make_user).get(url_of(partnership))

    assert {audience for audience in Audience if f"Fête-{audience}" in response.text} == SEES[reader]
    told = [entry.event.audience for entry in response.context["timeline"] if entry.event]
    assert set(told) == SEES[reader]


@pytest.mark.parametrize("role", ["visitor", "partner", "member", "officer"])
@pytest.mark.parametrize("detail", ["existence", "summary", "full"])
def test_the_page_names_a_delegation_to_those_who_read_its_summary(as_role, group, role, detail):
    partnership = PartnershipFactory(group=group, public=True)
    DelegationFactory(
        **{"partnership": partnership, "group": group, "state": "screened", "title": "Visite des jardins"},
        **{"audience": Audience.PUBLIC, "detail": detail},
        dated=True,
    )

    response = as_role(role).get(url_of(partnership))

    told = role == "officer" or (role != "visitor" and detail != "existence")
    assert response.text.count("Visite des jardins") == (2 if told else 0)  # in the time line and beside it
