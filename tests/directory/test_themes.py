import pytest
from django.core.management import CommandError, call_command

from directory.models import Theme
from tests.factories import ThemeFactory

pytestmark = pytest.mark.django_db


def test_the_themes_of_the_repository_load_as_a_tree(capsys):
    call_command("load_themes")

    mountain = Theme.objects.get(slug="tourisme-montagne")
    assert (mountain.parent.slug, mountain.name_zh, mountain.sdgs) == ("tourisme", "山地旅游", [8, 15])
    assert capsys.readouterr().out == "Thèmes – ajoutés : 47 ; ceux qui existaient restent tels quels.\n"


def test_a_theme_that_staff_edited_is_never_overwritten():
    ThemeFactory(slug="tourisme", name="Tourisme responsable", synonyms=["voyages"])

    call_command("load_themes", verbosity=0)
    call_command("load_themes", verbosity=0)

    theme = Theme.objects.get(slug="tourisme")
    assert (theme.name, theme.synonyms) == ("Tourisme responsable", ["voyages"])
    assert Theme.objects.count() == 47


HEADER = "slug,parent,name,name_en,name_zh,synonyms,sdgs,source\n"
FAULTS = {
    "a,b,A,,,,,\n": "themes.csv, ligne 2, colonne « parent » : le thème « b » doit venir plus haut.",
    "a,,A,,,,18,\n": (
        "themes.csv, ligne 2, colonne « sdgs » : des numéros de 1 à 17, séparés par des espaces, sont attendus."
    ),
    "a,,,,,,,\n": "themes.csv, ligne 2, colonne « name » : la case est vide, une valeur est attendue.",
}


@pytest.mark.parametrize("line", FAULTS)
def test_a_fault_in_the_themes_is_told_and_nothing_is_written(tmp_path, line):
    path = tmp_path / "themes.csv"
    path.write_text(HEADER + line)

    with pytest.raises(CommandError) as refusal:
        call_command("load_themes", file=path)

    assert str(refusal.value) == FAULTS[line]
    assert Theme.objects.count() == 0
