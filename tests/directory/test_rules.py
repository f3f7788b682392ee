"""The rules that the database holds, each with the sentence that a person reads when it is broken."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from directory.enums import CodeSystem, MandateRole, OrganisationKind
from directory.models import (
    Affiliation,
    GroupMandate,
    GroupMembership,
    Organisation,
    OrganisationName,
    Territory,
    TerritoryCode,
    TerritoryName,
)
from tests.factories import (
    CountryGroupFactory,
    GroupMembershipFactory,
    OrganisationFactory,
    PersonFactory,
    TerritoryCodeFactory,
    TerritoryFactory,
    TerritoryNameFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db

BEFORE_2016, SINCE_2016 = DateRange(None, date(2016, 1, 1)), DateRange(date(2016, 1, 1), None)
NO_DAY = DateRange(date(2016, 1, 1), date(2016, 1, 1))


def territory(**fields):
    return Territory(**{"country": "FR", "kind": "commune", "level": 4, "name": "Tours"} | fields)


def code_held_elsewhere():
    TerritoryCodeFactory(code="37261", valid=SINCE_2016)
    return TerritoryCode(territory=TerritoryFactory(), system=CodeSystem.INSEE_COMMUNE, code="37261")


def code_without_a_day():
    return TerritoryCode(territory=TerritoryFactory(), system=CodeSystem.SIREN, code="213702616", valid=NO_DAY)


def name_said_twice():
    said = TerritoryNameFactory(text="Caesarodunum")
    return TerritoryName(territory=said.territory, text="Caesarodunum")


def parent_of_itself(made):
    made.parent = made
    return made


def successor_of_a_standing_territory():
    return territory(successor=TerritoryFactory())


def second_authority():
    return Organisation(kind=OrganisationKind.AUTHORITY, name="Mairie", territory=OrganisationFactory().territory)


def authority_without_territory():
    return Organisation(kind=OrganisationKind.AUTHORITY, name="Mairie")


def organisation_name_said_twice():
    organisation = OrganisationFactory()
    OrganisationName.objects.create(organisation=organisation, text="Mairie")
    return OrganisationName(organisation=organisation, text="Mairie")


def member_twice_at_once():
    first = GroupMembershipFactory()
    return GroupMembership(group=first.group, organisation=first.organisation, period=SINCE_2016)


def membership_without_a_day():
    return GroupMembership(group=CountryGroupFactory(), organisation=OrganisationFactory(), period=NO_DAY)


def second_chair():
    group = CountryGroupFactory()
    GroupMandate.objects.create(group=group, person=PersonFactory(), role=MandateRole.CHAIR)
    return GroupMandate(group=group, person=PersonFactory(), role=MandateRole.CHAIR, period=SINCE_2016)


def mandate_without_a_day():
    return GroupMandate(group=CountryGroupFactory(), person=PersonFactory(), role=MandateRole.CHAIR, period=NO_DAY)


def function_that_ends_before_it_begins():
    since, until = DateRange(date(2020, 1, 1), date(2020, 1, 2)), DateRange(date(2019, 1, 1), date(2019, 1, 2))
    return Affiliation(person=PersonFactory(), organisation=OrganisationFactory(), since=since, until=until)


BROKEN = {
    "latitude": (lambda: territory(latitude=91), "La latitude va de −90 à 90."),
    "longitude": (lambda: territory(longitude=-181), "La longitude va de −180 à 180."),
    "its own parent": (
        lambda: parent_of_itself(TerritoryFactory()),
        "Un territoire n’est pas son propre parent.",
    ),
    "successor": (successor_of_a_standing_territory, "Seul un territoire qui a cessé d’exister a un successeur."),
    "code held": (code_held_elsewhere, "Ce code désigne déjà un autre territoire à ces dates."),
    "code without a day": (code_without_a_day, "La période ne contient aucun jour."),
    "name twice": (name_said_twice, "Ce nom est déjà noté pour ce territoire."),
    "second authority": (second_authority, "Ce territoire a déjà sa collectivité dans l’annuaire."),
    "authority nowhere": (authority_without_territory, "Une collectivité a un territoire : choisissez-le."),
    "organisation its own parent": (
        lambda: parent_of_itself(OrganisationFactory()),
        "Un organisme ne dépend pas de lui-même.",
    ),
    "organisation name twice": (organisation_name_said_twice, "Ce nom est déjà noté pour cet organisme."),
    "member twice": (member_twice_at_once, "Cet organisme est déjà membre du groupe à ces dates."),
    "membership without a day": (membership_without_a_day, "La période ne contient aucun jour."),
    "second chair": (second_chair, "Le groupe a déjà une présidence à ces dates."),
    "mandate without a day": (mandate_without_a_day, "La période ne contient aucun jour."),
    "territory without a day": (lambda: territory(valid=NO_DAY), "La période ne contient aucun jour."),
    "name without a day": (
        lambda: TerritoryName(territory=TerritoryFactory(), text="Tours", valid=NO_DAY),
        "La période ne contient aucun jour.",
    ),
    "organisation name without a day": (
        lambda: OrganisationName(organisation=OrganisationFactory(), text="Mairie", valid=NO_DAY),
        "La période ne contient aucun jour.",
    ),
    "function backwards": (function_that_ends_before_it_begins, "La fin précède le début."),
    "theme its own parent": (lambda: parent_of_itself(ThemeFactory()), "Un thème n’est pas son propre parent."),
}


@pytest.mark.parametrize("rule", BROKEN)
def test_a_broken_rule_is_told_in_one_sentence(rule):
    make, sentence = BROKEN[rule]

    with pytest.raises(ValidationError) as refusal:
        make().full_clean()

    assert refusal.value.messages == [sentence]


@pytest.mark.parametrize("rule", BROKEN)
def test_a_broken_rule_is_refused_by_the_database_itself(rule):
    record = BROKEN[rule][0]()

    with pytest.raises(IntegrityError), transaction.atomic():
        record.save()


@pytest.mark.parametrize(
    ("factory", "sentence"),
    [
        (TerritoryFactory, "Ce territoire contient déjà celui-là : choisissez un autre parent."),
        (OrganisationFactory, "Celui-là dépend déjà de cet organisme : choisissez-en un autre."),
        (ThemeFactory, "Ce thème contient déjà celui-là : choisissez un autre parent."),
    ],
)
def test_parents_do_not_come_round_again(factory, sentence):
    top = factory()
    middle = factory(parent=top)
    top.parent = factory(parent=middle)

    with pytest.raises(ValidationError) as refusal:
        top.full_clean()

    assert refusal.value.message_dict == {"parent": [sentence]}


def test_a_code_may_pass_to_another_territory():
    TerritoryCodeFactory(code="73", system=CodeSystem.INSEE_REGION, valid=BEFORE_2016)

    passed = TerritoryCodeFactory(code="73", system=CodeSystem.INSEE_REGION, valid=SINCE_2016)

    passed.full_clean()
    assert Territory.objects.with_code(CodeSystem.INSEE_REGION, "73").get() == passed.territory


def test_one_code_in_two_nomenclatures_designates_two_territories():
    region = TerritoryCodeFactory(code="76", system=CodeSystem.INSEE_REGION)

    department = TerritoryCodeFactory(code="76", system=CodeSystem.INSEE_DEPARTMENT)

    assert Territory.objects.with_code(CodeSystem.INSEE_REGION, "76").get() == region.territory
    assert Territory.objects.with_code(CodeSystem.INSEE_DEPARTMENT, "76").get() == department.territory


def test_names_sort_without_accents_and_capitals():
    for name in ("Fréjus", "Évreux", "évron", "Angers"):
        TerritoryFactory(name=name)

    assert [str(row) for row in Territory.objects.all()] == ["Angers", "Évreux", "évron", "Fréjus"]
