"""The search of the whole portal: what it finds, for whom, how it says that there is nothing."""

import pytest
from django.urls import reverse

from core.enums import Audience
from cufportal.searching import COUNTED, KINDS
from delegations.enums import Detail
from directory.enums import AffiliationKind
from directory.models import Theme
from meetings.models import RoundTableEntry
from tests.delegations.factories import ApproachFactory, DelegationFactory
from tests.factories import (
    AffiliationFactory,
    AgendaEntryFactory,
    CountryGroupFactory,
    EventFactory,
    MeetingFactory,
    OrganisationFactory,
    PartnershipFactory,
    PartnerWishFactory,
    PersonFactory,
    ProjectFactory,
    RoundTableEntryFactory,
    SessionFactory,
    TerritoryFactory,
    TerritoryNameFactory,
    ThemeFactory,
)
from tests.meetings.part_factories import ActionItemFactory, AttendanceFactory, DecisionFactory, SectionFactory
from tests.readers import SEES, STAFF, sign_in

pytestmark = pytest.mark.django_db

URL = reverse("cufportal:search")


def found(client, words):
    """What the page shows: {kind: titles}."""
    response = client.get(URL, {"q": words})
    return {answer.kind.code: [hit.title for hit in answer.hits] for answer in response.context["answers"]}


@pytest.fixture
def client_of(make_user):
    return lambda reader: sign_in(reader, make_user)


@pytest.fixture
def tours(group):
    """A town of that name, and one record of each kind that names it."""
    place = TerritoryFactory(name="Tours")
    TerritoryNameFactory(territory=place, text="Tours")
    town = OrganisationFactory(territory=place)
    foreign = OrganisationFactory(foreign=True, territory__name="Luoyang")
    pair = PartnershipFactory(group=group, french_side=town, foreign_side=foreign)
    ProjectFactory(partnership=pair, title="Jardin de Tours")
    AffiliationFactory(person=PersonFactory(first_name="Ada", last_name="Tours"), organisation=town)
    PartnerWishFactory(group=group, organisation=town)
    meeting = MeetingFactory(group=group, title="Réunion de Tours", readable=True)
    SectionFactory(meeting=meeting, body="<p>On se retrouve à Tours.</p>")
    SessionFactory(event=EventFactory(group=group, title="Forum de Tours"), title="Visite de Tours")
    DelegationFactory(shared=True, group=group, reference="D-1999-001", title="Visite à Tours", sender_territory=place)
    AgendaEntryFactory(group=group, accepted=True, title="Foire de Tours")
    CountryGroupFactory(slug="tours", name="Amis de Tours")
    ThemeFactory(name="Tours à vélo")
    return town


EVERY_KIND = {
    "partenariats": ["Tours – Luoyang"],
    "organismes": ["Ville de Tours"],
    "territoires": ["Tours"],
    "personnes": ["Ada Tours"],
    "evenements": ["Forum de Tours"],
    "temps": ["Visite de Tours"],
    "reunions": ["Réunion de Tours"],
    "dit": ["Réunion de Tours"],
    "delegations": ["D-1999-001 – Visite à Tours"],
    "dates": ["Foire de Tours"],
    "recherches": ["Ville de Tours"],
    "projets": ["Jardin de Tours"],
    "groupes": ["Amis de Tours"],
    "themes": ["Tours à vélo"],
}


def test_one_word_finds_records_of_every_kind(as_role, tours):
    assert found(as_role("member"), "tours") == EVERY_KIND


def test_every_kind_of_the_search_is_tried_here():
    assert [kind.code for kind in KINDS] == list(EVERY_KIND)


def test_what_is_found_is_where_its_link_leads(as_role, tours):
    client = as_role("officer")
    answers = client.get(URL, {"q": "tours"}).context["answers"]

    pages = {hit.url: client.get(hit.url) for answer in answers for hit in answer.hits}

    assert {url: page.status_code for url, page in pages.items()} == dict.fromkeys(pages, 200)
    assert [url for url, page in pages.items() if "#" in url and f'id="{url.split("#")[1]}"' not in page.text] == []


# kind → (what makes a record of this audience whose name holds the word, what name the page gives it)
HIDDEN = {
    "partenariats": lambda group, audience: PartnershipFactory(group=group, audience=audience, title=f"Mot-{audience}"),
    "reunions": lambda group, audience: MeetingFactory(group=group, audience=audience, title=f"Mot-{audience}"),
    "evenements": lambda group, audience: EventFactory(group=group, audience=audience, title=f"Mot-{audience}"),
    "temps": lambda group, audience: SessionFactory(
        event=EventFactory(group=group, audience=audience), title=f"Mot-{audience}"
    ),
    "dates": lambda group, audience: AgendaEntryFactory(
        group=group, audience=audience, accepted=True, title=f"Mot-{audience}"
    ),
    "recherches": lambda group, audience: PartnerWishFactory(group=group, audience=audience, sought=f"Mot-{audience}"),
    "projets": lambda group, audience: ProjectFactory(
        partnership__group=group, partnership__audience=audience, title=f"Mot-{audience}"
    ),
}


@pytest.mark.parametrize("reader", SEES)
@pytest.mark.parametrize("kind", HIDDEN)
def test_a_search_shows_the_records_that_the_reader_sees_and_no_other(client_of, group, kind, reader):
    for audience in Audience:
        HIDDEN[kind](group, audience)
    client = client_of(reader)

    response = client.get(URL, {"q": "mot"})

    hits = [hit for answer in response.context["answers"] for hit in answer.hits]
    named = {audience for audience in Audience if any(f"Mot-{audience}" in f"{hit.title} {hit.detail}" for hit in hits)}
    assert named == SEES[reader]
    assert [hit.url for hit in hits if client.get(hit.url).status_code != 200] == []


@pytest.mark.parametrize("reader", SEES)
@pytest.mark.parametrize(("state", "internal"), [("approved", False), ("approved", True), ("draft", False)])
def test_what_was_said_is_found_by_those_who_may_read_it(client_of, group, reader, state, internal):
    meeting = MeetingFactory(group=group, audience=Audience.PUBLIC, minutes_state=state)
    SectionFactory(meeting=meeting, body="<p>Une réserve</p>", is_internal=internal)
    DecisionFactory(meeting=meeting, text="Une réserve", is_internal=internal)
    ActionItemFactory(meeting=meeting, text="Une réserve", is_internal=internal)
    RoundTableEntry.objects.create(meeting=meeting, label="Tours", text="Une réserve", is_internal=internal)

    answers = found(client_of(reader), "réserve")

    reads = reader in STAFF or (state == "approved" and not internal)
    title = meeting.title
    assert answers == ({"reunions": [title], "dit": [title] * 4} if reads else {})


@pytest.mark.parametrize("reader", SEES)
def test_what_was_said_of_a_partnership_goes_no_further_than_its_record(client_of, group, reader):
    meeting = MeetingFactory(group=group, audience=Audience.PUBLIC, readable=True)
    partnership = PartnershipFactory(group=group, audience=Audience.GROUP)
    RoundTableEntryFactory(meeting=meeting, partnership=partnership, text="Une réserve")

    answers = found(client_of(reader), "réserve")

    assert set(answers) == ({"reunions", "dit"} if Audience.GROUP in SEES[reader] else set())


@pytest.mark.parametrize("reader", SEES)
@pytest.mark.parametrize("detail", Detail)
def test_a_delegation_is_found_by_what_its_reader_may_know_of_it(client_of, group, reader, detail):
    place = TerritoryNameFactory(territory__name="Luoyang", text="Luoyang").territory
    shown = {"group": group, "state": "screened", "audience": Audience.PUBLIC, "detail": detail}
    DelegationFactory(**shown, title="Jardin", sender_territory=place, reference="D-1999-007")
    DelegationFactory(**shown | {"audience": Audience.INTERNAL}, title="Jardin secret")
    DelegationFactory(suspect=True, group=group, title="Jardin douteux")
    client = client_of(reader)

    by_title, by_place = found(client, "jardin"), found(client, "luoyang").get("delegations")

    told = reader in STAFF or (Audience.NETWORK in SEES[reader] and detail != Detail.EXISTENCE)
    titles = ["D-1999-007 – Jardin"] if told else []
    internal = [title for title in by_title.get("delegations", []) if "secret" in title]
    assert [title for title in by_title.get("delegations", []) if title not in internal] == titles
    assert len(internal) == (reader in STAFF)
    assert by_place == (titles or ["D-1999-007"])
    assert "douteux" not in str(by_title)


def test_who_is_approached_finds_the_whole_of_a_delegation(as_role, group):
    town = OrganisationFactory()
    delegation = DelegationFactory(state="screened", group=group, title="Jardin", audience=Audience.INTERNAL)
    ApproachFactory(delegation=delegation, organisation=town)

    answers = {role: found(as_role(role, organisation=town), "jardin") for role in ("referent",)}
    answers["member"] = found(as_role("member"), "jardin")

    assert answers == {"referent": {"delegations": [str(delegation)]}, "member": {}}


@pytest.mark.parametrize("words", ["D-1999-007", "d-1999-007", " d-1999-007 "])
def test_a_delegation_is_found_by_its_reference(as_role, group, words):
    DelegationFactory(shared=True, group=group, reference="D-1999-007", title="Visite")
    DelegationFactory(shared=True, group=group, reference="D-1999-008")

    assert found(as_role("member"), words)["delegations"] == ["D-1999-007 – Visite"]


@pytest.mark.parametrize("reader", SEES)
def test_a_person_is_found_where_a_page_names_them(client_of, group, reader):
    organisation = OrganisationFactory(territory__name="Arras")
    for kind in (AffiliationKind.ELECTED, AffiliationKind.TECHNICAL):
        AffiliationFactory(person=PersonFactory(last_name=f"Nom {kind.value}"), organisation=organisation, kind=kind)
    meeting = MeetingFactory(group=group, audience=Audience.GROUP, readable=True)
    AttendanceFactory(meeting=meeting, person=PersonFactory(last_name="Nom présent"))
    PersonFactory(last_name="Nom sans place")

    answers = found(client_of(reader), "nom")

    in_network = Audience.NETWORK in SEES[reader]
    expected = ["Camille Nom elected"] + ["Camille Nom présent"] * (Audience.GROUP in SEES[reader])
    expected += ["Camille Nom technical"] * in_network
    assert answers == {"personnes": expected}


def test_a_kind_shows_five_answers_and_leads_to_its_list_with_the_same_words(client, group):
    PartnershipFactory.create_batch(7, group=group, public=True, title="Jardin")

    response = client.get(URL, {"q": "jardin"})

    (answer,) = response.context["answers"]
    assert (len(answer.hits), answer.count, answer.has_more) == (5, 7, True)
    assert answer.list_url == reverse("partnerships:partnership_list") + "?q=jardin"
    assert client.get(answer.list_url).context["paginator"].count == 7


def test_nobody_counts_beyond_fifty(client, group):
    Theme.objects.bulk_create(Theme(name=f"Jardin {n}", slug=f"jardin-{n}") for n in range(COUNTED + 5))

    response = client.get(URL, {"q": "jardin"})

    (answer,) = response.context["answers"]
    assert (answer.is_counted, answer.counted) == (False, 50)
    assert "plus de 50" in response.text


@pytest.mark.parametrize("count", [1, 3, 200])
def test_a_search_runs_a_fixed_number_of_queries(as_role, group, count, django_assert_num_queries):
    for number in range(count):
        town = OrganisationFactory(name="Jardin")
        ProjectFactory(partnership=PartnershipFactory(group=group, title="Jardin"), title="Jardin")
        AffiliationFactory(person=PersonFactory(last_name="Jardin"), organisation=town)
        meeting = MeetingFactory(group=group, title=f"Jardin {number}", readable=True)
        RoundTableEntryFactory(meeting=meeting, text="Un jardin")
        SectionFactory(meeting=meeting, body="Un jardin")
        SessionFactory(event=EventFactory(group=group, title="Jardin"), title="Jardin")
        DelegationFactory(shared=True, group=group, title="Jardin")
        AgendaEntryFactory(group=group, accepted=True, title="Jardin")
    client = as_role("officer")

    # session, user, roles; what the words say; whom they name, pairs, organisations, territories; people, functions, presences;
    # events, sessions, meetings, delegations (that reference, then the words), dates; what was said (4); searches; projects,
    # their pairs, their themes; groups, themes; the name of the user
    with django_assert_num_queries(28):
        response = client.get(URL, {"q": "jardin"})

    counts = {answer.kind.code: answer.count for answer in response.context["answers"]}
    assert counts["partenariats"] == min(count, COUNTED + 1)


@pytest.mark.parametrize("words", ["", "   ", "de la", "à", "…", "!?&|", "\x00", "'; --"])
def test_a_search_that_asks_nothing_finds_nothing_and_says_what_to_write(client, group, words):
    PartnershipFactory(group=group, public=True)

    response = client.get(URL, {"q": words})

    assert (response.status_code, response.context["answers"]) == (200, [])
    assert response.text.count("empty__title") == 1


@pytest.mark.parametrize(
    "words", ["x" * 5000, "tours " * 400, "%_\\", "<script>", "\u202eabc", "9" * 300, "'’" * 90 + "a"]
)
def test_very_long_and_hostile_words_get_a_calm_answer(client, words):
    response = client.get(URL, {"q": words})

    assert (response.status_code, response.context["answers"]) == (200, [])


def test_a_request_that_is_too_long_is_cut_and_says_so(client, tours):
    response = client.get(URL, {"q": "tours " * 9})

    assert response.context["is_cut"] is True
    assert "seuls ses 8 premiers mots" in response.text


def test_a_word_misspelt_is_answered_by_names_that_resemble_it(client):
    TerritoryNameFactory(territory=TerritoryFactory(name="Montpellier"), text="Montpellier")

    response = client.get(URL, {"q": "montpelier"})

    assert (response.context["answers"], response.context["resembling"]) == ([], ["Montpellier"])


def test_a_word_that_is_a_name_is_offered_once(client):
    TerritoryNameFactory(territory=TerritoryFactory(name="Tours"), text="Tours")

    response = client.get(URL, {"q": "tours xyz"})

    assert response.context["resembling"] == ["Tours", "xyz"]


def test_several_words_that_never_meet_are_offered_one_by_one(client):
    response = client.get(URL, {"q": "tours nankin"})

    assert response.context["resembling"] == ["tours", "nankin"]


def test_every_page_has_one_search_box(as_role, tours):
    client = as_role("officer")
    pages = ["/", URL, reverse("partnerships:partnership_list"), tours.get_absolute_url(), reverse("cufportal:map")]

    boxes = {page: client.get(page).text.count(f'action="{URL}"') for page in pages}

    assert boxes == dict.fromkeys(pages, 1)


def test_a_name_keeps_its_small_words_and_a_sentence_does_without(client, group):
    for name in ("La Rochelle", "Rochelle-sur-Mer"):
        TerritoryNameFactory(territory=TerritoryFactory(name=name), text=name)
    PartnershipFactory(group=group, public=True, title="Échanges de jardiniers")

    answers = [found(client, words) for words in ("la rochelle", "des échanges avec les jardiniers")]

    assert answers == [{"territoires": ["La Rochelle"]}, {"partenariats": ["Échanges de jardiniers"]}]
