import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from directory.enums import CodeSystem, NameKind, TerritoryKind
from directory.models import Territory
from directory.services import add_commune, add_territory, ensure_authority, territory_by_code
from tests.factories import TerritoryCodeFactory, TerritoryFactory, TerritoryNameFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def essonne():
    territory = TerritoryFactory(kind=TerritoryKind.DEPARTMENT, level=2, name="Essonne")
    TerritoryCodeFactory(territory=territory, system=CodeSystem.INSEE_DEPARTMENT, code="91")
    TerritoryNameFactory(territory=territory, text="Département de l’Essonne", kind=NameKind.AUTHORITY)
    return territory


def test_an_authority_is_made_on_first_use_and_found_again(essonne):
    first = ensure_authority(territory=essonne)
    second = ensure_authority(territory=essonne)

    assert (first.name, first.territory) == ("Département de l’Essonne", essonne)
    assert second == first


def test_a_foreign_authority_bears_the_name_of_its_territory():
    wuhan = TerritoryFactory(chinese=True, name="Wuhan", name_zh="武汉市")

    authority = ensure_authority(territory=wuhan)

    assert (authority.name, authority.name_zh) == ("Wuhan", "武汉市")


def test_the_authority_of_the_department_of_paris_is_the_city():
    department = TerritoryFactory(kind=TerritoryKind.DEPARTMENT, level=2, name="Paris")
    TerritoryCodeFactory(territory=department, system=CodeSystem.INSEE_DEPARTMENT, code="75")
    city = TerritoryFactory(name="Paris")
    TerritoryCodeFactory(territory=city, system=CodeSystem.INSEE_COMMUNE, code="75056")

    authorities = {ensure_authority(territory=territory) for territory in (department, city)}

    assert [(authority.name, authority.territory) for authority in authorities] == [("Ville de Paris", city)]


def test_a_commune_is_added_under_the_department_of_its_code(essonne):
    village = add_commune(insee="91378", siren="", name="Mauchamps")

    assert (village.parent, village.kind, village.level) == (essonne, TerritoryKind.COMMUNE, 4)
    assert territory_by_code(CodeSystem.INSEE_COMMUNE, "91378") == village
    assert [name.text for name in village.names.all()] == ["Mauchamps"]


REFUSED = {
    ("9137", ""): ("insee", "Un code INSEE de commune a cinq caractères : 37261, 2A004, 97411."),
    ("91378", "213702617"): ("siren", "Un SIREN a neuf chiffres, dont une clé : vérifiez la saisie."),
    ("92001", ""): (
        "insee",
        "Le département « 92 » n’est pas dans l’annuaire : chargez d’abord les territoires.",
    ),
    ("91000", ""): ("insee", "Le code « 91000 » désigne déjà « Déjà là »."),
    ("91378", "213702616"): ("siren", "Le code « 213702616 » désigne déjà « Déjà là »."),
}


@pytest.mark.parametrize("codes", REFUSED)
def test_a_commune_with_a_bad_or_held_code_is_refused(essonne, codes):
    holder = TerritoryFactory(name="Déjà là")
    TerritoryCodeFactory(territory=holder, code="91000")
    TerritoryCodeFactory(territory=holder, system=CodeSystem.SIREN, code="213702616")
    insee, siren = codes
    field, message = REFUSED[codes]

    with pytest.raises(ValidationError) as refusal:
        add_commune(insee=insee, siren=siren, name="Mauchamps")

    assert refusal.value.message_dict == {field: [message]}
    assert Territory.objects.filter(name="Mauchamps").count() == 0


def test_a_territory_of_any_country_is_added_with_its_code():
    hue = add_territory(country="VN", name="Hué", system=CodeSystem.ISO3166_2, code="VN-26", name_latin="Huế")

    assert territory_by_code(CodeSystem.ISO3166_2, "VN-26") == hue
    assert {name.text for name in hue.names.all()} == {"Hué", "Huế"}


def test_a_code_without_its_nomenclature_is_refused():
    with pytest.raises(ValidationError) as refusal:
        add_territory(country="VN", name="Hué", code="26")

    assert refusal.value.message_dict == {"code": ["Un code va avec sa nomenclature : donnez les deux ou aucun."]}


def test_the_command_says_what_it_added_or_why_not(essonne, capsys):
    call_command("add_territory", "Mauchamps", "--insee", "91378")

    with pytest.raises(CommandError) as refusal:
        call_command("add_territory", "Mauchamps", "--insee", "91378")

    added = Territory.objects.get(name="Mauchamps")
    assert capsys.readouterr().out == f"Territoire ajouté : Mauchamps (n° {added.pk}).\n"
    assert str(refusal.value) == "--insee : Le code « 91378 » désigne déjà « Mauchamps »."
