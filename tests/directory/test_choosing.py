import pytest
from django import forms
from django.core.exceptions import ValidationError

from directory.choosing import OrganisationsField, TerritoriesField, TerritoryField, any_organisation
from directory.models import Organisation, Territory
from tests.factories import OrganisationFactory, TerritoryFactory, TerritoryNameFactory

pytestmark = pytest.mark.django_db


def place(name, **values):
    """A territory with its name in the table of names, as the loader makes it."""
    territory = TerritoryFactory(name=name, **values)
    TerritoryNameFactory(territory=territory, text=name)
    return territory


def department(name):
    return place(name, kind="departement", level=2)


@pytest.fixture
def namesakes():
    return [place("Sainte-Colombe", parent=department(name)) for name in ("Doubs", "Gironde")]


def refusals(field, value):
    with pytest.raises(ValidationError) as refused:
        field.clean(value)
    return refused.value.messages


def test_a_territory_of_any_country_is_chosen_by_any_of_its_names():
    city = place("Canton", country="CN")
    TerritoryNameFactory(territory=city, text="广州")

    assert [TerritoryField().clean((text, "")) for text in ("canton", "广州")] == [city, city]


def test_a_territory_that_is_no_more_is_not_chosen():
    place("Rhône-Alpes", valid=("1982-01-01", "2016-01-01"))

    assert refusals(TerritoryField(), ("Rhône-Alpes", "")) == [
        "« Rhône-Alpes » n’est pas dans l’annuaire : vérifiez l’orthographe, ou essayez un autre nom."
    ]


def test_a_territory_outside_those_asked_for_is_not_chosen():
    french, foreign = place("Tours"), place("Canton", country="CN")
    field = TerritoryField(among=Territory.objects.filter(country="CN"))

    assert field.clean(("Canton", "")) == foreign
    assert field.lookup.chosen(f"territory-{french.pk}") is None
    assert field.lookup.bearing("Tours") == []


def test_a_territory_whose_name_is_shared_is_asked_and_the_choice_taken(namesakes):
    field = TerritoryField()

    said = refusals(field, ("Sainte-Colombe", ""))

    offered = {candidate["detail"]: candidate["value"] for candidate in field.widget.candidates}
    assert said == ["« Sainte-Colombe » peut désigner plusieurs territoires : choisissez ci-dessous."]
    assert offered == {
        name: f"territory-{p.pk}" for name, p in zip(("commune, Doubs", "commune, Gironde"), namesakes, strict=True)
    }
    assert field.clean(("Sainte-Colombe", offered["commune, Gironde"])) == namesakes[1]


def test_a_territory_is_not_chosen_by_the_number_of_an_organisation():
    tours = place("Tours")

    assert refusals(TerritoryField(), ("Tours", f"organisation-{tours.pk}")) == [
        "Ce choix n’existe plus : écrivez le nom à nouveau."
    ]


def test_what_stands_in_brackets_tells_namesakes_apart(namesakes):
    assert TerritoryField().clean(("sainte colombe (Gironde)", "")) == namesakes[1]


@pytest.mark.parametrize("text", ["-", ".", "’ ,"])
@pytest.mark.parametrize("make", [TerritoryField, any_organisation])
def test_a_text_without_a_word_means_nobody(make, text):
    OrganisationFactory(acronym="")

    assert refusals(make(), (text, "")) == [
        f"« {text} » n’est pas dans l’annuaire : vérifiez l’orthographe, ou essayez un autre nom."
    ]


def test_several_names_are_written_one_a_line_or_between_commas():
    tours, canton, arras = place("Tours"), place("Canton", country="CN"), place("Arras")

    assert TerritoriesField().clean("Tours, Canton\n\nArras ; tours") == [tours, canton, arras]


def test_of_several_names_each_that_is_not_understood_is_said(namesakes):
    place("Strasbourg", parent=department("Bas-Rhin"))

    said = refusals(TerritoriesField(), "Sainte-Colombe\nStrasbour\nNullepart")

    assert said == [
        "« Sainte-Colombe » peut désigner : Sainte-Colombe (commune, Doubs) ; Sainte-Colombe (commune, Gironde). "
        "Écrivez le bon, avec ce qui est entre parenthèses.",
        "« Strasbour » n’est pas dans l’annuaire. Noms proches : Strasbourg (commune, Bas-Rhin).",
        "« Nullepart » n’est pas dans l’annuaire : vérifiez l’orthographe, ou essayez un autre nom.",
    ]


def test_the_name_that_was_offered_is_understood_as_it_stands(namesakes):
    tours = place("Tours")

    chosen = TerritoriesField().clean("Sainte-Colombe (commune, Gironde), Tours, sainte-colombe (Doubs)")

    assert chosen == [namesakes[1], tours, namesakes[0]]


def test_what_was_saved_is_written_so_that_it_is_understood_again(namesakes):
    tours = place("Tours")
    field = TerritoriesField()

    written = field.prepare_value([namesakes[0], tours])

    assert written == "Sainte-Colombe (commune, Doubs)\nTours"
    assert field.clean(written) == [namesakes[0], tours]
    assert not field.has_changed([namesakes[0], tours], written.replace("\n", "\r\n"))


def test_a_name_with_commas_is_not_cut():
    ministry = OrganisationFactory(
        kind="ministry", territory=None, name="Ministère de la culture, de l’art et du patrimoine"
    )
    city = OrganisationFactory(territory=place("Tours"))
    field = OrganisationsField()

    assert field.clean(f"{ministry.name}\nTours, {city.name}") == [ministry, city]
    assert field.clean(f"{ministry.name} (ministère)") == [ministry]


def test_a_territory_among_several_names_gives_its_authority():
    place("Arras", population=40000)

    assert [str(found) for found in OrganisationsField().clean("Arras")] == ["Ville d’Arras"]


def test_no_authority_is_made_while_another_name_is_not_understood():
    place("Arras")

    refusals(OrganisationsField(), "Arras, Nullepart")

    assert not Organisation.objects.exists()


def test_nothing_may_be_written_where_no_name_is_required():
    assert TerritoriesField(required=False).clean(" \n") == []
    assert refusals(TerritoriesField(), "") == ["Écrivez au moins un nom."]


@pytest.mark.parametrize("between", ["\n", ","])
def test_too_many_names_are_refused_before_they_are_looked_up(django_assert_num_queries, between):
    with django_assert_num_queries(1 if between == "," else 0):
        assert refusals(TerritoriesField(), between.join(["Tours"] * 101)) == ["Pas plus de 100 noms à la fois."]


def test_a_form_shows_the_names_that_were_saved():
    class PlacesForm(forms.Form):
        places = TerritoriesField(label="Villes", required=False)

    page = str(PlacesForm(initial={"places": [place("Tours")]})["places"])

    assert page.splitlines()[1] == "Tours</textarea>"
