"""What partners carry out together: where, with which means of each side, and who reads and writes it."""

from decimal import Decimal

import pytest
from django.urls import reverse

from core.dates import FuzzyDate
from core.enums import Audience
from partnerships.means import by_place, sum_of
from partnerships.models import Project
from partnerships.models.projects import MEANS, NOT_NEGATIVE
from tests.factories import CountryGroupFactory, PartnershipFactory, ProjectFactory, ThemeFactory
from tests.partnerships.test_constraints import refusals
from tests.partnerships.test_editing import edit_data, url_of
from tests.readers import SEES, sign_in

pytestmark = pytest.mark.django_db
LIST = reverse("partnerships:project_list")


# What the database refuses


@pytest.mark.parametrize("name", MEANS)
def test_means_are_not_negative(name):
    project = ProjectFactory()
    setattr(project, name, Decimal(-1))

    assert set(refusals(project)) == {str(NOT_NEGATIVE)}


def test_a_project_does_not_end_before_it_begins():
    project = ProjectFactory.build(partnership=PartnershipFactory(), since=FuzzyDate.year(2018))
    project.until = FuzzyDate.year(2010)

    assert refusals(project) == ["La fin précède le début."]


def test_a_title_is_noted_once_in_a_partnership_and_again_in_another():
    first = ProjectFactory(title="Jardins")
    ProjectFactory(title="Jardins")
    again = ProjectFactory.build(partnership=first.partnership, title="Jardins")

    assert refusals(again) == ["Un projet de ce partenariat porte déjà ce titre : complétez-le, ou renommez-le."]


# What is known of the means


def test_nothing_said_is_unknown_and_zero_is_known():
    unknown, nothing, partly = (sum_of(values) for values in ([None, None], [Decimal(0)], [Decimal(5), None]))

    assert (unknown.is_unknown, unknown.unknown) == (True, 2)
    assert (nothing.is_unknown, nothing.total) == (False, 0)
    assert (partly.is_unknown, partly.total, partly.unknown) == (False, 5, 1)


def test_projects_are_grouped_by_place_each_side_added_up_apart():
    pair = PartnershipFactory()
    rows = [
        {"french_euros": 100},
        {"place": "abroad", "foreign_days": 3},
        {"place": "france", "french_euros": 1000, "french_days": 2},
        {"place": "france", "french_euros": 500, "foreign_euros": 0},
    ]
    projects = [ProjectFactory(partnership=pair, **row) for row in rows]

    france, abroad, nowhere = by_place(list(pair.projects.all()))

    assert [place.label for place in (france, abroad, nowhere)] == ["en France", "à l’étranger", "lieu non connu"]
    assert [line.project for line in france.lines] == projects[2:]
    french, foreign = france.shares
    assert (french.euros.total, french.euros.unknown, french.days.total, french.days.unknown) == (1500, 0, 2, 1)
    assert (foreign.euros.total, foreign.euros.unknown, foreign.days.is_unknown) == (0, 1, True)


def test_the_record_says_what_is_known_and_how_much_is_not(client):
    pair = PartnershipFactory(public=True)
    ProjectFactory(partnership=pair, place="france", title="Serres", french_euros=1500, foreign_days="2.5")
    ProjectFactory(partnership=pair, place="france", title="Bassins", summary="Deux bassins")

    text = client.get(pair.get_absolute_url()).text
    said = " ".join(text.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ").split())

    for words in (
        "En France",
        "Deux bassins",
        "1 500 €",
        "temps d’agents : 2,5 j",
        "montant non connu",
        "temps d’agents non connu",
        "sans 1 projet dont le montant n’est pas connu",
        "Total des 2 projets",
    ):
        assert words in said, words
    assert " 0 €" not in said


def test_the_time_line_tells_when_projects_begin_and_end(client):
    pair = PartnershipFactory(public=True)
    long = ProjectFactory(partnership=pair, since=FuzzyDate.year(2012), until=FuzzyDate.year(2016))
    short = ProjectFactory(partnership=pair, since=FuzzyDate.month(2014, 5))
    ProjectFactory(partnership=pair)  # of no known date

    entries = client.get(pair.get_absolute_url()).context["timeline"]

    assert [(entry.begins, entry.ends) for entry in entries] == [(long, None), (short, None), (None, long)]


# Who reads them


@pytest.mark.parametrize("reader", SEES)
def test_a_project_is_listed_for_those_who_see_its_partnership(make_user, group, reader):
    client = sign_in(reader, make_user)
    made = {ProjectFactory(partnership__group=group, partnership__audience=audience): audience for audience in Audience}

    listed = client.get(LIST).context["projects"]

    assert {made[project] for project in listed} == SEES[reader]


def test_the_list_narrows_by_place_theme_group_and_open_partnerships(client):
    theme = ThemeFactory(slug="jardins")
    here = ProjectFactory(partnership__public=True, place="france", summary="Des vignes en terrasses")
    here.themes.add(theme)
    nowhere = ProjectFactory(partnership__public=True)
    ended = ProjectFactory(partnership__public=True, partnership__status="ended", place="france")
    elsewhere = ProjectFactory(
        partnership__public=True, partnership__group=CountryGroupFactory(slug="maroc", country="MA"), place="abroad"
    )

    def found(**asked):
        return set(client.get(LIST, asked).context["projects"])

    assert found() == {here, nowhere, ended, elsewhere}
    assert found(place="france") == {here, ended}
    assert found(place="none") == {nowhere}
    assert found(place="france", status="open") == {here}
    assert found(theme="jardins") == {here}
    assert found(q="vigne terrasse") == {here}
    assert found(q=str(elsewhere.partnership.french_side.territory)) == {elsewhere}
    assert found(group="maroc") == {elsewhere}


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_list_runs_a_fixed_number_of_queries(client, count, django_assert_num_queries):
    for project in ProjectFactory.create_batch(count, partnership__public=True, place="france"):
        project.themes.add(ThemeFactory())

    # the tree of themes, the counts of places and groups, the names of groups, who carries a theme; the count, the page,
    # its partnerships and its themes
    with django_assert_num_queries(9):
        response = client.get(LIST)

    assert response.context["paginator"].count == count


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_record_asks_the_same_of_the_database_for_any_number_of_projects(client, count, django_assert_num_queries):
    pair = PartnershipFactory(public=True)
    for project in ProjectFactory.create_batch(count, partnership=pair, since=FuzzyDate.year(2015)):
        project.themes.add(ThemeFactory())

    with django_assert_num_queries(14):
        client.get(pair.get_absolute_url())


# Who writes them


def test_a_referent_adds_changes_and_removes_the_projects_of_their_record(as_role):
    pair = PartnershipFactory()
    kept, gone = (ProjectFactory(partnership=pair, title=title, french_euros=10) for title in ("Avant", "De trop"))
    theme = ThemeFactory()
    client = as_role("referent", organisation=pair.french_side)
    changes = {
        "projects-0-title": "Après",
        "projects-0-place": "both",
        "projects-0-french_euros": "",
        "projects-1-DELETE": "on",
        "projects-2-title": "Neuf",
        "projects-2-since": "décembre 2018",
        "projects-2-foreign_days": "0",
        "projects-2-themes": [theme.pk],
    }

    response = client.post(url_of("partnership_edit", pair), edit_data(pair, **changes))

    kept.refresh_from_db()
    new = pair.projects.get(title="Neuf")
    assert response.status_code == 302
    assert (kept.title, kept.place, kept.french_euros) == ("Après", "both", None)
    assert not Project.objects.filter(pk=gone.pk).exists()
    assert (new.since, new.foreign_days, new.french_days) == (FuzzyDate.month(2018, 12), 0, None)
    assert list(new.themes.all()) == [theme]


def test_negative_means_are_refused_beside_the_field_and_nothing_typed_is_lost(as_role):
    pair = PartnershipFactory()
    changes = {"projects-0-title": "Serres", "projects-0-french_euros": "-5", "title": "Jardins"}

    response = as_role("officer").post(url_of("partnership_edit", pair), edit_data(pair, **changes))

    assert response.status_code == 422
    assert str(NOT_NEGATIVE) in response.text
    assert 'value="Serres"' in response.text
    assert Project.objects.count() == 0


def test_what_is_changed_of_a_project_is_told_by_the_history_of_its_partnership(as_role):
    pair = PartnershipFactory()
    client = as_role("officer")
    changes = {"projects-0-title": "Serres", "projects-0-french_euros": "1200"}

    client.post(url_of("partnership_edit", pair), edit_data(pair, **changes))

    text = as_role("member").get(pair.get_absolute_url()).text
    assert "Serres" in text.partition('id="historique"')[2]
