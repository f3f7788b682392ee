import pytest
from django.urls import reverse

from directory.choosing import any_organisation
from directory.models import Organisation
from partnerships.models import Partnership
from tests.factories import (
    OrganisationFactory,
    PartnerWishFactory,
    TerritoryFactory,
    TerritoryNameFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db

ADD = reverse("partnerships:partnership_add")


def place(name, **values):
    """A territory with its name in the table of names, as the loader makes it."""
    territory = TerritoryFactory(name=name, **values)
    TerritoryNameFactory(territory=territory, text=name)
    return territory


def authority(name, **values):
    return OrganisationFactory(territory=place(name, **values), name=f"Ville de {name}")


@pytest.mark.parametrize(
    ("role", "status"),
    [("visitor", 302), ("member", 403), ("referent", 403), ("partner", 403), ("secretariat", 403), ("officer", 200)],
)
def test_officers_add_partnerships(as_role, role, status):
    client = as_role(role)

    assert client.get(ADD).status_code == status
    assert client.post(ADD, {}).status_code == (422 if status == 200 else status)


def test_an_officer_adds_a_pair_by_its_names(as_role, group):
    french, foreign = authority("Tours"), authority("Luoyang", chinese=True)
    theme = ThemeFactory()
    data = {
        "group": group.pk,
        "french_side": "tours",
        "foreign_side": "LUOYANG",
        "status": "active",
        "since": "2008/2009",
    }

    response = as_role("officer").post(ADD, data | {"audience": "group", "themes": [theme.pk]})

    partnership = Partnership.objects.get()
    assert response.url == partnership.get_absolute_url()
    assert (partnership.french_side, partnership.foreign_side) == (french, foreign)
    assert (partnership.since.first.year, partnership.since.last.year) == (2008, 2009)
    assert list(partnership.themes.all()) == [theme]


def test_sending_twice_leads_to_the_one_record(as_role, group):
    authority("Tours"), authority("Luoyang", chinese=True)
    data = {
        "group": group.pk,
        "french_side": "Tours",
        "foreign_side": "Luoyang",
        "status": "active",
        "audience": "group",
    }
    client = as_role("officer")
    first = client.post(ADD, data)

    second = client.post(ADD, data, follow=True)

    assert second.redirect_chain == [(first.url, 302)]
    assert [str(said) for said in second.context["messages"]][-1].startswith("Ce partenariat existe déjà")
    assert Partnership.objects.count() == 1


def test_a_territory_that_has_no_organisation_yet_gets_its_authority(as_role, group):
    place("Arras", population=40000), authority("Ipoh", country="MY")
    data = {"group": group.pk, "french_side": "Arras", "foreign_side": "Ipoh", "status": "active", "audience": "group"}

    as_role("officer").post(ADD, data)

    assert Partnership.objects.get().french_side.name == "Ville d’Arras"


def test_a_refused_form_makes_no_organisation(as_role, group):
    place("Arras")
    before = Organisation.objects.count()

    response = as_role("officer").post(ADD, {"group": group.pk, "french_side": "Arras", "foreign_side": "Nullepart"})

    assert Organisation.objects.count() == before
    assert response.context["form"].errors["foreign_side"] == [
        "« Nullepart » n’est pas dans l’annuaire : vérifiez l’orthographe, ou essayez un autre nom."
    ]


def test_a_name_borne_by_several_is_asked_and_the_choice_taken(as_role, group):
    first = place("Sainte-Colombe", parent=place("Doubs", kind="departement", level=2))
    second = place("Sainte-Colombe", parent=place("Gironde", kind="departement", level=2))
    authority("Luoyang", chinese=True)
    data = {"group": group.pk, "french_side": "Sainte-Colombe", "foreign_side": "Luoyang", "status": "active"}
    data |= {"audience": "group"}
    client = as_role("officer")

    asked = client.post(ADD, data)
    client.post(ADD, data | {"french_side_asked": "Sainte-Colombe", "french_side_choice": f"territory-{second.pk}"})

    widget = asked.context["form"].fields["french_side"].widget
    assert asked.context["form"].errors["french_side"] == [
        "« Sainte-Colombe » peut désigner plusieurs organismes : choisissez ci-dessous."
    ]
    assert {candidate["value"] for candidate in widget.candidates} == {f"territory-{p.pk}" for p in (first, second)}
    assert "Gironde" in asked.text
    assert Partnership.objects.get().french_side.territory == second


def test_a_choice_made_for_another_name_is_not_taken():
    chosen, typed = authority("Lyon"), authority("Tours")
    field = any_organisation()
    data = {"side": "Tours", "side_asked": "Lyon", "side_choice": f"organisation-{chosen.pk}"}

    assert field.clean(field.widget.value_from_datadict(data, {}, "side")) == typed


@pytest.mark.parametrize("choice", ["organisation-999999", "territory-x", "rien", "organisation-"])
def test_a_forged_choice_is_refused(as_role, choice):
    field = any_organisation()

    with pytest.raises(Exception, match="Ce choix n’existe plus"):
        field.clean(("Tours", choice))


def test_a_name_nearly_right_is_asked_never_guessed(as_role, group):
    authority("Strasbourg")

    response = as_role("officer").post(ADD, {"group": group.pk, "french_side": "Strasbour"})

    assert response.context["form"].errors["french_side"] == [
        "Aucun organisme ne s’appelle exactement « Strasbour » : choisissez ci-dessous, ou corrigez."
    ]
    assert [c["name"] for c in response.context["form"].fields["french_side"].widget.candidates] == [
        "Ville de Strasbourg"
    ]


def test_a_wish_found_its_partner_when_the_pair_is_added_from_it(as_role, group):
    wish = PartnerWishFactory(organisation=authority("Tours"))
    authority("Luoyang", chinese=True)
    data = {
        "group": group.pk,
        "french_side": "Tours",
        "foreign_side": "Luoyang",
        "status": "active",
        "audience": "group",
    }

    as_role("officer").post(f"{ADD}?recherche={wish.pk}", data)

    wish.refresh_from_db()
    assert (wish.state, wish.became) == ("met", Partnership.objects.get())


def test_a_wish_of_somebody_else_is_not_fulfilled_and_nothing_is_written(as_role, group):
    wish = PartnerWishFactory()
    authority("Tours"), authority("Luoyang", chinese=True)
    data = {
        "group": group.pk,
        "french_side": "Tours",
        "foreign_side": "Luoyang",
        "status": "active",
        "audience": "group",
    }

    response = as_role("officer").post(f"{ADD}?recherche={wish.pk}", data)

    assert response.context["form"].non_field_errors() == [
        "Ce partenariat n’est pas celui de l’organisme qui cherchait, dans ce groupe."
    ]
    assert Partnership.objects.count() == 0
