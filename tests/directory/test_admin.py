from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from directory.models import Affiliation, CountryGroup, Organisation, Person, Territory, TerritoryCode
from tests.admin_forms import page, said, send
from tests.factories import (
    AffiliationFactory,
    CountryGroupFactory,
    GroupMembershipFactory,
    OrganisationFactory,
    PartnershipFactory,
    PersonFactory,
    TerritoryCodeFactory,
    TerritoryFactory,
    TerritoryNameFactory,
)


@pytest.fixture
def nanjing(db):
    jiangsu = TerritoryFactory(chinese=True, name="Jiangsu", kind="province", level=1)
    made = TerritoryFactory(chinese=True, name="Nanjing", name_zh="南京市", parent=jiangsu)
    for name in ("Nankin", "Nánjīng"):
        TerritoryNameFactory(territory=made, text=name)
    TerritoryCodeFactory(territory=made, system="gb2260", code="320100")
    return made


@pytest.mark.parametrize("typed", ["Nankin", "nankin", "南京", "320100", "3201", "Nánjīng", "NANJING"])
def test_a_territory_is_found_by_name_hanzi_or_code(as_role, nanjing, typed):
    TerritoryFactory(name="Nantes")

    response = as_role("officer").get(page(Territory, "changelist"), {"q": typed})

    assert list(response.context["cl"].queryset) == [nanjing]


def suggestions(client, term, model="directory.organisation", field="territory"):
    app, name = model.split(".")
    asked = {"app_label": app, "model_name": name, "field_name": field, "term": term}
    return client.get(reverse("admin:autocomplete"), asked).json()["results"]


def test_a_suggestion_tells_namesakes_apart(as_role, nanjing):
    assert suggestions(as_role("officer"), "nankin") == [
        {"id": str(nanjing.pk), "text": "Nanjing 南京市 – ville-préfecture, Jiangsu (320100)"}
    ]


def test_the_best_suggestion_comes_first(as_role):
    for name in ("Cormeilles-en-Parisis", "Parisot", "Paris"):
        TerritoryFactory(name=name)

    texts = [one["text"] for one in suggestions(as_role("officer"), "paris")]

    assert texts == ["Paris – commune", "Parisot – commune", "Cormeilles-en-Parisis – commune"]


def test_a_suggestion_asked_with_nonsense_finds_nothing(as_role):
    TerritoryFactory()

    assert suggestions(as_role("officer"), "\x00%_\\'") == []


def code_row(rank, code, first="", last="", system="gb2260"):
    row = {"system": system, "code": code, "valid_0": first, "valid_1": last}
    return {f"codes-{rank}-{name}": value for name, value in row.items()}


def test_the_last_day_of_a_period_is_typed_as_included(as_role):
    territory, url = TerritoryFactory(), None
    url = page(Territory, "change", territory.pk)

    send(as_role("officer"), url, {"codes-TOTAL_FORMS": "1", **code_row(0, "320100", "01/01/2000", "31/12/2010")})

    assert TerritoryCode.objects.get().valid == DateRange(date(2000, 1, 1), date(2011, 1, 1))


def test_a_period_saved_as_it_is_stays_the_same(as_role):
    code = TerritoryCodeFactory(valid=DateRange(date(2000, 1, 1), date(2011, 1, 1)))

    response = send(as_role("officer"), page(Territory, "change", code.territory_id))

    code.refresh_from_db()
    assert response.status_code == 302
    assert code.valid == DateRange(date(2000, 1, 1), date(2011, 1, 1))


HELD = "Ce code désigne déjà un autre territoire à ces dates."


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (code_row(0, "320100"), HELD),
        (code_row(0, "320200", "02/01/2001", "01/01/2001"), "Le dernier jour précède le premier."),
        (code_row(0, "320200", "hier"), "Saisissez une date valide."),
        (code_row(0, "320200", "", "31/12/9999"), "Une date va jusqu’à l’an 9998."),
    ],
)
def test_a_code_that_cannot_be_is_refused_with_a_sentence(as_role, nanjing, row, sentence):
    other = TerritoryFactory()

    response = send(as_role("officer"), page(Territory, "change", other.pk), {"codes-TOTAL_FORMS": "1", **row})

    assert said(response) == [sentence]


def test_two_new_rows_that_contradict_each_other_are_refused_with_a_sentence(as_role):
    url = page(Territory, "change", TerritoryFactory().pk)
    rows = {"codes-TOTAL_FORMS": "2", **code_row(0, "320100"), **code_row(1, "320100")}

    response = send(as_role("officer"), url, rows)

    assert said(response) == [HELD]
    assert not TerritoryCode.objects.exists()


def test_a_chair_at_a_time(as_role):
    group = CountryGroupFactory()
    rows = {"mandates-TOTAL_FORMS": "2"}
    for rank in (0, 1):
        rows |= {f"mandates-{rank}-person": PersonFactory().pk, f"mandates-{rank}-role": "chair"}

    response = send(as_role("officer"), page(CountryGroup, "change", group.pk), rows)

    assert said(response) == ["Le groupe a déjà une présidence à ces dates."]


def test_a_territory_has_one_authority(as_role):
    first = OrganisationFactory()
    values = {"kind": "authority", "name": "Ville bis", "territory": first.territory_id}

    response = send(as_role("officer"), page(Organisation, "add"), values)

    assert said(response) == ["Ce territoire a déjà sa collectivité dans l’annuaire."]


def test_what_is_cited_says_by_whom_and_is_not_deleted(as_role):
    partnership = PartnershipFactory()
    side = partnership.french_side

    response = as_role("officer").post(page(Organisation, "delete", side.pk), {"post": "yes"})

    assert f"« {side} » ne peut pas être supprimé : les fiches ci-dessous le citent." in response.text
    assert f'Partenariat : <a href="/admin/partnerships/partnership/{partnership.pk}/change/">' in response.text
    assert Organisation.objects.filter(pk=side.pk).exists()


def test_the_secretariat_keeps_people_and_their_functions(as_role):
    organisation = OrganisationFactory()
    row = {"affiliations-TOTAL_FORMS": "1", "affiliations-0-organisation": organisation.pk}
    row |= {"affiliations-0-kind": "elected", "affiliations-0-since": "mars 2026"}

    send(as_role("secretariat"), page(Person, "add"), {"last_name": "Martin", **row})

    affiliation = Affiliation.objects.get()
    assert (affiliation.person.last_name, affiliation.organisation) == ("Martin", organisation)


def test_the_secretariat_does_not_change_territories(as_role):
    territory = TerritoryFactory()

    answer = as_role("secretariat").post(page(Territory, "change", territory.pk), {"name": "Autre"})

    assert answer.status_code == 403


@pytest.mark.parametrize("role", ["secretariat", "officer", "administrator"])
def test_nobody_removes_a_person_whose_versions_would_keep_the_name(as_role, role):
    assert as_role(role).post(page(Person, "delete", PersonFactory().pk), {"post": "yes"}).status_code == 403


def test_days_are_shown_in_words_to_those_who_may_only_look(as_role):
    period = DateRange(date(2016, 1, 1), date(2018, 1, 1))
    membership = GroupMembershipFactory(period=period)

    response = as_role("secretariat").get(page(CountryGroup, "change", membership.group_id))

    assert "du 01/01/2016 au 31/12/2017" in response.text


def test_people_are_found_without_accents(as_role):
    wanted = PersonFactory(first_name="Zoé", last_name="Lefèvre")
    AffiliationFactory(person=wanted, organisation=OrganisationFactory(name="Région Île-de-France"))
    PersonFactory()
    client = as_role("officer")

    found = [
        list(client.get(page(Person, "changelist"), {"q": typed}).context["cl"].queryset)
        for typed in ("zoe lefevre", "Lefèvre", "ile-de-france", "zoé france")
    ]

    assert found == [[wanted]] * 4
