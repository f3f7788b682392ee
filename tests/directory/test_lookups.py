import pytest

from directory.enums import NameKind, OrganisationKind, TerritoryKind
from directory.lookups import best_territories, organisations_matching, territories_matching, territories_named
from directory.models import Organisation, OrganisationName
from tests.factories import OrganisationFactory, TerritoryFactory, TerritoryNameFactory

pytestmark = pytest.mark.django_db

NAMES = {
    "Nankin": ("Nankin", "Nanjing", "Nánjīng", "南京市", "南京"),
    "Xi’an": ("Xi’an", "Xian", "Xī’ān", "西安市"),
    "Saint-Étienne": ("Saint-Étienne",),
    "Strasbourg": ("Strasbourg",),
    "Bordeaux Métropole": ("Bordeaux Métropole", "Métropole de Bordeaux"),
}
FOUND = {
    "nankin": "Nankin",
    "NANJING": "Nankin",
    "Nánjīng": "Nankin",
    "南京": "Nankin",
    "xian": "Xi’an",
    "xi'an": "Xi’an",
    "Xi an": "Xi’an",
    "saint etienne": "Saint-Étienne",
    "St-Étienne": "Saint-Étienne",
    "metropole bordeaux": "Bordeaux Métropole",
    "Strasbuorg": "Strasbourg",
}


@pytest.fixture
def places():
    for name, others in NAMES.items():
        territory = TerritoryFactory(name=name)
        for text in others:
            TerritoryNameFactory(territory=territory, text=text)


@pytest.mark.parametrize("text", FOUND)
def test_a_territory_is_found_by_any_of_its_names(places, text):
    assert [territory.name for territory in territories_matching(text)] == [FOUND[text]]


@pytest.mark.parametrize("text", ["%", "_", "zzzz"])
def test_what_names_nothing_finds_nothing(places, text):
    assert list(territories_matching(text)) == []


@pytest.mark.parametrize("text", ["", "  ", "’", "\x00"])
def test_an_empty_text_narrows_nothing_and_means_nothing(places, text):
    assert territories_matching(text).count() == len(NAMES)
    assert best_territories(text) == []


def test_the_best_territory_is_the_one_shown_under_that_name():
    for name in ("Tours-sur-Marne", "Tours Métropole Val de Loire", "Tours"):
        TerritoryNameFactory(territory=TerritoryFactory(name=name), text=name)
    shaanxi = TerritoryFactory(name="Shaanxi", level=1)
    shanxi = TerritoryFactory(name="Shanxi", level=1)
    for territory in (shaanxi, shanxi):
        TerritoryNameFactory(territory=territory, text="Shanxi")

    assert best_territories("tours")[0].name == "Tours"
    assert best_territories("shanxi") == [shanxi, shaanxi]


def test_a_name_that_several_territories_bear_gives_them_all():
    for _ in range(3):
        TerritoryNameFactory(territory=TerritoryFactory(name="Sainte-Colombe"), text="Sainte-Colombe")
    TerritoryNameFactory(territory=TerritoryFactory(name="Sainte-Colombe-en-Bruilhois"))

    assert [territory.name for territory in territories_named("Ste Colombe")] == ["Sainte-Colombe"] * 3


ORGANISATIONS = {
    "ville tours": "Ville de Tours",
    "图尔": "Ville de Tours",
    "AFD": "Agence française de développement",
    "francaise developpement": "Agence française de développement",
    "caisse centrale": "Agence française de développement",
    "Vile de Tour": "Ville de Tours",
}


@pytest.mark.parametrize("text", ORGANISATIONS)
def test_an_organisation_is_found_by_its_names_and_those_of_its_territory(text):
    tours = OrganisationFactory(territory=TerritoryFactory(name="Tours", kind=TerritoryKind.COMMUNE))
    TerritoryNameFactory(territory=tours.territory, text="图尔")
    agency = Organisation.objects.create(
        kind=OrganisationKind.AGENCY, name="Agence française de développement", acronym="AFD"
    )
    OrganisationName.objects.create(
        organisation=agency, text="Caisse centrale de la France d’outre-mer", kind=NameKind.FORMER
    )

    assert [organisation.name for organisation in organisations_matching(text)] == [ORGANISATIONS[text]]
