from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from directory.enums import CodeSystem, Dataset, NameKind, TerritoryKind
from directory.loading.loader import LoadRefused, load_territories
from directory.models import Territory, TerritoryCode, TerritoryName
from directory.services import add_commune, territory_by_code
from tests.factories import TerritoryFactory

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


def commune(insee):
    return territory_by_code(CodeSystem.INSEE_COMMUNE, insee)


def test_a_load_adds_territories_under_their_parents(files):
    report = load_territories(folder=files.write())

    tours, luoyang = commune("37261"), territory_by_code(CodeSystem.GB2260, "410300")
    assert len(report.added) == 8
    assert [above.name for above in tours.chain] == ["Centre-Val de Loire", "Indre-et-Loire"]
    assert tours.intercommunality.name == "Tours Métropole Val de Loire"
    assert (luoyang.parent.name, luoyang.name_zh, luoyang.country) == ("Henan", "洛阳市", "CN")


def test_a_second_load_of_the_same_files_changes_nothing(files):
    load_territories(folder=files.write())

    report = load_territories(folder=files.folder)

    assert report.is_empty


def test_a_new_line_adds_a_territory(files):
    load_territories(folder=files.write())
    files.french.append(files.french[4] | {"insee_code": "37132", "name": "Loches"})

    report = load_territories(folder=files.write())

    assert report.added == ["Loches (commune, 37132)"]
    assert (report.changed, report.closed) == ([], [])


def test_a_renamed_commune_keeps_its_former_name_until_that_day(files):
    load_territories(folder=files.write())
    amboise = commune("37003")
    files.french[4]["name"] = "Amboise-sur-Loire"

    report = load_territories(folder=files.write(), on=date(2027, 1, 1))

    former = amboise.names.get(text="Amboise")
    amboise.refresh_from_db()
    assert amboise.name == "Amboise-sur-Loire"
    assert report.changed == ["Amboise-sur-Loire (commune, 37003) – nom en français"]
    assert former.valid.upper == date(2027, 1, 1)
    assert amboise.names.current(date(2027, 1, 1)).get().text == "Amboise-sur-Loire"


def test_a_territory_that_leaves_the_file_is_closed_and_never_deleted(files):
    load_territories(folder=files.write())
    amboise = commune("37003")
    del files.french[4]

    report = load_territories(folder=files.write(), on=date(2027, 1, 1))

    amboise.refresh_from_db()
    ends = {row.valid.upper for row in (amboise, *amboise.codes.all(), *amboise.names.all())}
    assert report.closed == ["Amboise"]
    assert ends == {date(2027, 1, 1)}
    assert territory_by_code(CodeSystem.INSEE_COMMUNE, "37003", on=date(2026, 12, 31)) == amboise
    assert territory_by_code(CodeSystem.INSEE_COMMUNE, "37003", on=date(2027, 1, 1)) is None


def test_a_territory_that_comes_back_is_the_same_one(files):
    load_territories(folder=files.write())
    amboise = commune("37003")
    line = files.french.pop()
    load_territories(folder=files.write(), on=TODAY)
    files.french.append(line)

    report = load_territories(folder=files.write(), on=TODAY + timedelta(days=30))

    amboise.refresh_from_db()
    assert report.added == []
    assert report.changed == ["Amboise (commune, 37003) – existe"]
    assert amboise.is_current
    assert [name.valid.upper for name in amboise.names.all()] == [None]


def test_a_code_passes_from_the_territory_that_leaves_it_to_the_one_that_takes_it(files):
    load_territories(folder=files.write())
    files.french[4]["siren"] = files.french[3]["siren"]
    files.french[3]["siren"] = ""
    del files.french[3]

    load_territories(folder=files.write(), on=date(2027, 1, 1))

    held = TerritoryCode.objects.filter(system=CodeSystem.SIREN, code="213702616").order_by("valid")
    assert [(row.territory.name, row.valid.lower, row.valid.upper) for row in held] == [
        ("Tours", None, date(2027, 1, 1)),
        ("Amboise", date(2027, 1, 1), None),
    ]


def test_what_was_added_by_hand_is_left_alone(files):
    load_territories(folder=files.write())
    village = add_commune(insee="37110", name="Forges")
    TerritoryName.objects.create(territory=commune("37261"), text="Caesarodunum", kind=NameKind.FORMER)

    report = load_territories(folder=files.folder)

    village.refresh_from_db()
    assert report.is_empty
    assert (village.dataset, village.is_current) == ("", True)


def test_a_commune_added_by_hand_is_taken_over_when_the_file_names_it(files):
    load_territories(folder=files.write())
    village = add_commune(insee="37110", name="Forges")
    files.french.append(files.french[4] | {"insee_code": "37110", "name": "Forges"})

    report = load_territories(folder=files.write())

    village.refresh_from_db()
    assert report.changed == ["Forges (commune, 37110) – jeu de données"]
    assert village.dataset == Dataset.FRANCE


def test_a_code_held_by_a_territory_added_by_hand_is_refused_with_its_name(files):
    other = TerritoryFactory(name="Ailleurs")
    TerritoryCode.objects.create(territory=other, system=CodeSystem.SIREN, code="213702616")

    with pytest.raises(LoadRefused) as refusal:
        load_territories(folder=files.write())

    assert str(refusal.value) == (
        "Le code « 213702616 » que le fichier donne à « Tours » désigne déjà « Ailleurs », "
        "ajouté à la main : corrigez l’un des deux ; rien n’est écrit."
    )
    assert Territory.objects.get() == other


def test_a_file_cut_short_closes_nothing_unless_told(files):
    files.french += [files.french[4] | {"insee_code": f"37{n}", "name": f"Commune {n}"} for n in range(300, 325)]
    load_territories(folder=files.write())
    del files.french[5:]

    with pytest.raises(LoadRefused) as refusal:
        load_territories(folder=files.write())

    assert str(refusal.value).startswith("Les fichiers feraient disparaître 25 territoires sur 32 : rien n’est écrit.")
    assert len(load_territories(folder=files.folder, accept_closures=True).closed) == 25


def test_a_former_region_is_closed_and_its_successor_begins_the_day_after(files):
    load_territories(folder=files.write())

    centre = territory_by_code(CodeSystem.INSEE_REGION, "83", on=date(2015, 12, 31))
    assert (centre.name, centre.successor.name) == ("Centre", "Centre-Val de Loire")
    assert (centre.valid.upper, centre.successor.valid.lower) == (date(2016, 1, 1), date(2016, 1, 1))
    assert territory_by_code(CodeSystem.INSEE_REGION, "83") is None


def test_a_sub_provincial_city_is_told_from_other_cities(files):
    files.chinese.append(files.chinese[1] | {"gb_code": "420100", "name_zh": "武汉市", "name_display_fr": "Wuhan"})

    load_territories(folder=files.write())

    assert territory_by_code(CodeSystem.GB2260, "420100").kind == TerritoryKind.SUB_PROVINCIAL_CITY
    assert territory_by_code(CodeSystem.GB2260, "410300").kind == TerritoryKind.PREFECTURE_CITY


def test_the_command_counts_in_french_and_lists_with_more_words(files, capsys):
    folder = files.write()

    call_command("load_territories", folder=folder, verbosity=2)

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Territoires – ajoutés : 8 ; modifiés : 0 ; clos : 0"
    assert "ajouté : Tours (commune, 37261)" in lines


FAULTS = {
    "kind": ("cité", "« cité » n’est pas une valeur connue."),
    "name": ("", "la case est vide, une valeur est attendue."),
    "insee_code": ("3726", "le code « 3726 » n’a pas la forme attendue."),
    "siren": ("213702617", "« 213702617 » n’est pas un SIREN : neuf chiffres dont une clé."),
    "latitude": ("97", "« 97 » n’est pas un nombre attendu ici."),
    "population": ("beaucoup", "« beaucoup » n’est pas un nombre attendu ici."),
    "parent_code": ("99", "aucun territoire des fichiers ne porte le code « 99 »."),
    "epci_siren": ("200000172", "aucun territoire des fichiers ne porte le code « 200000172 »."),
}


@pytest.mark.parametrize("column", FAULTS)
def test_a_fault_is_told_with_its_file_line_and_column_and_nothing_is_written(files, column):
    files.french[3][column], reason = FAULTS[column]

    with pytest.raises(CommandError) as refusal:
        call_command("load_territories", folder=files.write())

    assert str(refusal.value) == f"french_collectivities.csv, ligne 5, colonne « {column} » : {reason}"
    assert Territory.objects.count() == 0


def test_a_code_given_twice_is_refused_with_both_lines(files):
    files.french[4]["insee_code"] = "37261"

    with pytest.raises(CommandError) as refusal:
        call_command("load_territories", folder=files.write())

    assert str(refusal.value) == (
        "french_collectivities.csv, ligne 6, colonne « insee_code » : "
        "le code « 37261 » est déjà à la ligne 5 de french_collectivities.csv."
    )


BROKEN = {
    "kind,insee_code\n": "french_collectivities.csv, ligne 1 : la colonne « siren » manque.",
    '"ouvert': "french_collectivities.csv, ligne 1 : ce n’est pas du CSV (guillemets ou séparateur à vérifier).",
    "": "french_collectivities.csv, ligne 1 : la colonne « kind » manque.",
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_file_of_another_form_is_refused(files, text):
    (files.write() / "french_collectivities.csv").write_text(text)

    with pytest.raises(CommandError) as refusal:
        call_command("load_territories", folder=files.folder)

    assert str(refusal.value) == BROKEN[text]


def test_a_file_in_another_encoding_is_refused(files):
    (files.write() / "former_regions.csv").write_bytes("insee_code,name\n83,Région".encode("latin-1"))

    with pytest.raises(CommandError) as refusal:
        call_command("load_territories", folder=files.folder)

    assert str(refusal.value) == "former_regions.csv : le fichier n’est pas en UTF-8 ; enregistrez-le ainsi."


def test_a_line_with_too_few_cells_is_refused(files):
    with (files.write() / "former_regions.csv").open("a") as stream:
        stream.write("82,Rhône-Alpes\n")

    with pytest.raises(CommandError) as refusal:
        call_command("load_territories", folder=files.folder)

    assert str(refusal.value) == "former_regions.csv, ligne 3, colonne « valid_until » : 2 cases au lieu de 4."
