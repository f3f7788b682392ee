"""The figures of a group: each is the length of the list behind it, and the sentence on themes counts what it says."""

import csv
from io import StringIO

import pytest
from django.urls import reverse

from core.dates import FuzzyDate
from core.enums import Audience
from cufportal.statistics.charts import columns_of
from cufportal.statistics.figures import Line
from directory.enums import TerritoryKind
from tests.factories import (
    AgreementFactory,
    CountryGroupFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProjectFactory,
    TerritoryFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db

URL = reverse("cufportal:statistics", args=["chine"])
CSV = reverse("cufportal:statistics_export", args=["chine", "csv"])
# Of each audience that they read: one that says all, one that says nothing
READ = {"visitor": 2, "partner": 4, "member": 6, "officer": 8}


@pytest.fixture
def themes():
    tourism = ThemeFactory(slug="tourisme", name="Tourisme")
    mountain = ThemeFactory(slug="montagne", name="Montagne", parent=tourism)
    return {"tourisme": tourism, "montagne": mountain, "culture": ThemeFactory(slug="culture", name="Culture")}


def about(*themes, **values):
    pair = PartnershipFactory(public=True, **values)
    pair.themes.add(*themes)
    return pair


def fill(themes):
    region = TerritoryFactory(kind=TerritoryKind.REGION, level=1, name="Centre")
    province = TerritoryFactory(chinese=True, kind=TerritoryKind.PROVINCE, level=1, name="Henan")
    said = {"form_stated": "twinning", "since": FuzzyDate.year(1987), "confirmed_on": "2020-01-01"}
    for audience in Audience:
        french, foreign = (TerritoryFactory(parent=top, country=top.country) for top in (region, province))
        sides = {
            "french_side": OrganisationFactory(territory=french),
            "foreign_side": OrganisationFactory(territory=foreign),
        }
        full = PartnershipFactory(audience=audience, confirmed_how="meeting", **said, **sides)
        full.themes.add(*themes.values())
        AgreementFactory(partnership=full, form="convention")
        PartnershipFactory(audience=audience, status="dormant")
        PartnershipFactory(audience=audience, status="ended", **said, confirmed_how="meeting")
    PartnershipFactory(group=CountryGroupFactory(slug="maroc", country="MA"), public=True)


@pytest.mark.parametrize("role", READ)
def test_each_figure_is_the_length_of_the_list_behind_it(as_role, themes, role):
    fill(themes)
    client = as_role(role)

    context = client.get(URL).context
    lines = [line for figure, _chart in context["figures"] for line in figure.lines]
    listed = {line.url: client.get(line.url).context["paginator"].count for line in lines}
    claim = client.get(context["claim"].url).context

    assert listed == {line.url: line.count for line in lines}
    assert {line.total for line in lines} == {READ[role]}
    assert len(lines) == 16
    assert client.get(context["list_url"]).context["paginator"].count == READ[role]
    assert (claim["paginator"].count, claim["filter"].problems) == (context["claim"].count, [])


def test_a_partner_outside_the_country_of_the_group_is_named(client):
    tokyo = TerritoryFactory(country="JP", kind=TerritoryKind.REGION, level=1, name="Tokyo")
    PartnershipFactory(public=True, foreign_side=OrganisationFactory(territory=tokyo))

    figures = {figure.name: figure for figure, _chart in client.get(URL).context["figures"]}

    assert [line.label for line in figures["province"].lines] == ["Tokyo"]


def test_the_sentence_names_the_leading_themes_until_more_than_half_are_about_them(client, themes):
    about(themes["montagne"], themes["culture"])
    about(themes["tourisme"])
    about(themes["culture"])
    about(ThemeFactory())
    about()

    claim = client.get(URL).context["claim"]

    # Two of the four that carry a theme are no majority: a second is added, and what is about both counts once
    assert (set(claim.slugs), claim.count, claim.total, claim.is_majority) == ({"tourisme", "culture"}, 3, 4, True)


def test_a_reader_checks_the_sentence_of_their_choice(client, themes):
    about(themes["montagne"], themes["culture"])
    about(themes["tourisme"])

    of_one = client.get(URL, {"about": ["montagne"]})
    of_both = client.get(URL, {"about": ["montagne", "culture"]}).context["claim"]
    of_nothing = client.get(URL, {"about": ["inconnu"]})

    assert "qui portent sur Montagne ne sont pas la majorité de celles dont un thème est noté." in of_one.text
    assert "1 sur 2, soit 50 %" in of_one.text
    assert (of_both.count, of_both.is_majority) == (1, False)
    assert "Aucune coopération ne porte sur ce que vous avez choisi." in of_nothing.text


def test_one_partnership_is_a_whole_and_says_so(client, themes):
    about(themes["montagne"], since=FuzzyDate.year(1987))

    response = client.get(URL)

    assert "La majorité des coopérations dont un thème est noté portent sur : Tourisme." in response.text
    assert "1 sur 1, soit 100 %" in response.text
    assert response.text.count('role="img"') == 4  # themes, years, verification, state: no form, no place is known


def test_a_group_of_which_nothing_is_seen_says_so(client):
    CountryGroupFactory()
    PartnershipFactory()  # for members
    PartnershipFactory(public=True, status="ended")

    response, exported = client.get(URL), client.get(CSV)

    assert response.text.count('class="empty"') == 1
    assert len(exported.content.splitlines()) == 1


def test_the_table_exported_says_what_the_page_says(client, themes):
    fill(themes)

    figures = client.get(URL).context["figures"]
    response = client.get(CSV)

    rows = list(csv.DictReader(StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    told = [
        (figure.title, f"http://testserver{line.url}", line.count)
        for figure, _chart in figures
        for line in figure.lines
    ]
    assert [(row["Rubrique"], row["Liste"], int(row["Nombre"])) for row in rows[1:]] == told
    assert (rows[0]["Nombre"], rows[0]["Sur"]) == ("1", "1")
    assert client.get(CSV.replace("csv", "exe")).status_code == 404


@pytest.mark.parametrize("role", READ)
def test_the_projects_on_french_soil_are_counted_and_listed(as_role, themes, role):
    """Those of the partnerships under way that the reader sees; an unknown place is counted as unknown."""
    for audience in Audience:
        pair = PartnershipFactory(audience=audience)
        for place in ("france", "france", "abroad", ""):
            ProjectFactory(partnership=pair, place=place)
        ProjectFactory(partnership__audience=audience, partnership__status="ended", place="france")
    ProjectFactory(partnership__group=CountryGroupFactory(slug="maroc", country="MA"), place="france")
    client, seen = as_role(role), READ[role] // 2

    response = client.get(URL)

    [figure] = [figure for figure, _chart in response.context["figures"] if figure.name == "place"]
    assert [(line.label, line.count, line.total) for line in figure.lines] == [
        ("en France", 2 * seen, 4 * seen),
        ("à l’étranger", seen, 4 * seen),
        ("non renseigné", seen, 4 * seen),
    ]
    listed = [client.get(line.url).context["paginator"].count for line in figure.lines]
    assert listed == [line.count for line in figure.lines]
    assert "Lieu des projets : projets des partenariats en cours" in response.text


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_page_runs_a_fixed_number_of_queries(client, themes, count, django_assert_num_queries):
    for pair in PartnershipFactory.create_batch(count, public=True):
        pair.themes.add(themes["montagne"])
        ProjectFactory(partnership=pair)

    # the group, the themes, the partnerships counted, what they are about, the regions; each of the seven other figures
    with django_assert_num_queries(12):
        response = client.get(URL)

    assert response.context["total"] == count


def test_years_too_old_to_be_drawn_are_counted():
    lines = [Line(str(year), str(year), 2, 6, "") for year in (1850, 1980, 2020)]

    chart = columns_of(lines)

    assert (chart.first, chart.earlier, [column.left for column in chart.columns]) == (1941, 2, [48.75, 98.75])
