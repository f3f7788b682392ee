from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from core.dates import FuzzyDate
from partnerships.models import PartnerWish
from tests.factories import (
    AffiliationFactory,
    CountryGroupFactory,
    OrganisationFactory,
    PartnershipFactory,
    PartnerWishFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db

LIST = reverse("partnerships:wish_list")
ADD = reverse("partnerships:wish_add")
GROUP = {"audience": "group"}


def listed(client, **query):
    return list(client.get(LIST, query).context["wishes"])


def sent(wish):
    """What the form of an officer sends when nothing was changed."""
    return {name: getattr(wish, name) for name in ("sought_kind", "sought", "text", "state", "audience")}


def url_of(name, wish):
    return reverse(f"partnerships:{name}", args=[wish.pk])


@pytest.mark.parametrize(("role", "seen"), [("visitor", 1), ("partner", 2), ("member", 3), ("secretariat", 4)])
def test_each_role_sees_the_wishes_its_audience_opens(as_role, role, seen):
    for audience in ("public", "network", "group", "internal"):
        PartnerWishFactory(audience=audience)

    assert len(listed(as_role(role))) == seen


def test_the_list_holds_what_is_still_open_unless_another_state_is_asked_for(as_role):
    open_one, talking = PartnerWishFactory(), PartnerWishFactory(state="talking")
    withdrawn = PartnerWishFactory(state="withdrawn")
    client = as_role("member")

    assert set(listed(client)) == set(listed(client, q="portuaire")) == {open_one, talking}
    assert listed(client, state="withdrawn") == [withdrawn]


def test_a_theme_is_counted_among_the_wishes_that_the_list_holds(as_role):
    theme = ThemeFactory(name="Eau", slug="eau")
    for state in ("open", "talking", "withdrawn"):
        PartnerWishFactory(state=state).themes.add(theme)
    client = as_role("member")

    def offered(**query):
        return client.get(LIST, query).context["filter"].form.fields["theme"].choices[1:]

    assert list(offered()) == list(offered(state="perdu")) == [("eau", "Eau (2)")]
    assert list(offered(state="withdrawn")) == [("eau", "Eau (1)")]
    assert list(offered(state="met")) == []


def test_wishes_are_found_by_words_names_themes_and_group(as_role):
    theme = ThemeFactory(slug="eau")
    found = PartnerWishFactory(sought="une ville de jardins", organisation__name="Métropole d’Évreux")
    found.themes.add(ThemeFactory(parent=theme))
    other = PartnerWishFactory(group=CountryGroupFactory(slug="maroc", country="MA"), audience="network")
    client = as_role("member")

    assert listed(client, q="jardin") == listed(client, q="evreux") == listed(client, theme="eau") == [found]
    assert listed(client, group="maroc") == [other]


def test_the_address_of_a_wish_is_its_place_in_the_list(client):
    wish = PartnerWishFactory(audience="public")

    assert wish.get_absolute_url() == f"{LIST}#recherche-{wish.pk}"
    assert f'id="recherche-{wish.pk}"' in client.get(LIST).text


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_list_runs_a_fixed_number_of_queries(as_role, count, django_assert_num_queries):
    for wish in PartnerWishFactory.create_batch(count):
        wish.themes.add(ThemeFactory())
    client = as_role("officer")

    with django_assert_num_queries(12):
        client.get(LIST)


def test_the_partnership_a_wish_became_is_linked_for_those_only_who_see_it(as_role):
    wish = PartnerWishFactory(state="met", became=PartnershipFactory(), audience="public")
    url = wish.became.get_absolute_url()

    assert url in as_role("member").get(LIST, {"state": "met"}).text
    assert url not in as_role("visitor").get(LIST, {"state": "met"}).text


@pytest.mark.parametrize(
    ("role", "status"),
    [("visitor", 302), ("member", 403), ("partner", 403), ("secretariat", 403), ("referent", 200), ("officer", 200)],
)
def test_officers_and_referents_note_a_wish(as_role, role, status):
    client = as_role(role)

    assert client.get(ADD).status_code == status
    assert client.post(ADD, {}).status_code == (422 if status == 200 else status)


def test_a_wish_that_names_no_organisation_is_told_so_once(as_role):
    form = as_role("officer").post(ADD, {}).context["form"]

    assert form.errors["organisation"] == ["Écrivez un nom : une collectivité, une ville, un organisme."]


def test_a_referent_notes_a_wish_of_their_organisation_and_of_no_other(as_role, group):
    own, other = OrganisationFactory(), OrganisationFactory()
    client = as_role("referent", organisation=own)
    data = {"group": group.pk, "sought": "un port", "state": "open", "audience": "public"}

    refused = client.post(ADD, data | {"organisation": other.pk})
    client.post(ADD, data | {"organisation": own.pk})

    wish = PartnerWish.objects.get()
    assert list(refused.context["form"].errors) == ["organisation"]
    assert (wish.organisation, wish.audience) == (own, "group")


@pytest.mark.parametrize("name", ["wish_edit", "wish_withdraw"])
@pytest.mark.parametrize(
    ("role", "status"), [("visitor", 302), ("member", 403), ("referent", 403), ("partner", 403), ("secretariat", 403)]
)
def test_those_who_may_only_look_are_refused(as_role, name, role, status):
    wish = PartnerWishFactory(audience="public")

    assert as_role(role).post(url_of(name, wish), {}).status_code == status


@pytest.mark.parametrize("name", ["wish_edit", "wish_withdraw"])
def test_a_wish_one_does_not_see_does_not_exist(as_role, name):
    wish = PartnerWishFactory(audience="internal")
    client = as_role("referent", organisation=wish.organisation)

    assert client.post(url_of(name, wish), {}).status_code == 404


def test_a_referent_changes_and_withdraws_their_wish(as_role):
    wish = PartnerWishFactory()
    client = as_role("referent", organisation=wish.organisation)

    client.post(url_of("wish_edit", wish), {"sought": "un port du Jiangsu", "state": "talking"})
    client.post(url_of("wish_withdraw", wish))

    wish.refresh_from_db()
    assert (wish.sought, wish.state) == ("un port du Jiangsu", "withdrawn")


def test_withdrawing_twice_says_so(as_role):
    wish = PartnerWishFactory(state="withdrawn")

    response = as_role("officer").post(url_of("wish_withdraw", wish), follow=True)

    assert [str(said) for said in response.context["messages"]] == ["Cette recherche n’est plus ouverte."]


def test_a_wish_is_not_changed_into_one_that_is_said_already(as_role):
    said = PartnerWishFactory(sought="une ville portuaire")
    wish = PartnerWishFactory(group=said.group, organisation=said.organisation, sought="une ville de lacs")

    response = as_role("officer").post(url_of("wish_edit", wish), {"sought": said.sought, "state": "open"} | GROUP)

    wish.refresh_from_db()
    assert wish.sought == "une ville de lacs"
    assert response.context["form"].non_field_errors() == ["Cette recherche est déjà notée."]


def test_a_wish_that_became_a_partnership_is_not_edited_any_more(as_role):
    wish = PartnerWishFactory(state="met", became=PartnershipFactory())

    response = as_role("officer").post(url_of("wish_edit", wish), {"sought": "Autre", "state": "open"} | GROUP)

    wish.refresh_from_db()
    assert (response.status_code, response.url, wish.state) == (302, LIST, "met")


def test_wishes_are_found_by_the_kind_of_territory_that_is_sought(client):
    city = PartnerWishFactory(audience="public", sought_kind="city")
    PartnerWishFactory(audience="public", sought_kind="province")

    assert listed(client, sought_kind="city") == [city]
    assert "Cherche une ville." in client.get(LIST, {"sought_kind": "city"}).text


@pytest.mark.parametrize(("role", "is_named"), [("visitor", False), ("member", True)])
def test_the_contact_of_a_wish_is_named_to_those_who_may_read_the_function(as_role, role, is_named):
    wish = PartnerWishFactory(audience="public")
    function = AffiliationFactory(organisation=wish.organisation, kind="staff", function="Chargée de mission Chine")
    PartnerWish.objects.filter(pk=wish.pk).update(contact=function.person)

    assert ("Chargée de mission Chine" in as_role(role).get(LIST).text) == is_named


def test_the_contact_of_a_wish_who_has_left_is_shown_no_more_and_the_wish_is_saved_all_the_same(as_role):
    function = AffiliationFactory(until=FuzzyDate.day(date(2020, 1, 1)), since=None)
    wish = PartnerWishFactory(organisation=function.organisation, contact=function.person, audience="public")
    client = as_role("officer")

    response = client.post(url_of("wish_edit", wish), {**sent(wish), "contact": function.person_id, "text": "Un port"})

    assert response.status_code == 302
    assert str(function.person) not in client.get(LIST).text


def test_the_contact_of_a_wish_has_a_function_in_the_organisation_that_seeks(as_role):
    wish, elsewhere = PartnerWishFactory(), AffiliationFactory()

    with pytest.raises(ValidationError, match="pas de fonction dans l’organisme qui recherche"):
        PartnerWish(group=wish.group, organisation=wish.organisation, contact=elsewhere.person).clean()
    offered = as_role("officer").get(url_of("wish_edit", wish)).context["form"].fields["contact"].choices

    assert elsewhere.person_id not in dict(offered)
