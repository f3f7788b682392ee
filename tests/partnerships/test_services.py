from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.dates import FuzzyDate
from core.enums import Audience
from partnerships import services
from partnerships.enums import ConfirmationMeans, PartnershipStatus, WishState
from partnerships.models import Partnership
from tests.factories import (
    CountryGroupFactory,
    OrganisationFactory,
    PartnershipFactory,
    PartnerWishFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(make_user):
    return make_user("officer")


def refusal_of(service, **values):
    with pytest.raises(ValidationError) as refusal:
        service(**values)
    return refusal.value.messages


def test_a_pair_is_opened_once_and_then_found_as_it_is(officer, group):
    pair = {"group": group, "french_side": OrganisationFactory(), "foreign_side": OrganisationFactory(foreign=True)}

    first, created = services.open_partnership(**pair, by=officer, title="Jardins")
    again, created_again = services.open_partnership(**pair, by=officer, title="Autre titre")

    assert (created, created_again, again, again.title) == (True, False, first, "Jardins")


def test_the_same_pair_may_be_linked_in_two_groups(officer, group):
    pair = {"french_side": OrganisationFactory(), "foreign_side": OrganisationFactory(foreign=True)}
    services.open_partnership(**pair, group=group, by=officer)

    _other, created = services.open_partnership(**pair, group=CountryGroupFactory(slug="maroc"), by=officer)

    assert created


def test_a_refused_value_writes_nothing(officer, group):
    pair = {"group": group, "french_side": OrganisationFactory(), "foreign_side": OrganisationFactory(foreign=True)}

    said = refusal_of(services.open_partnership, **pair, by=officer, until=FuzzyDate.year(2017))

    assert said == ["Seul un partenariat terminé porte une date de fin."]
    assert Partnership.objects.count() == 0


def test_france_is_on_one_side_and_abroad_on_the_other(officer, group):
    french, foreign = OrganisationFactory(), OrganisationFactory(foreign=True)

    both_foreign = {"group": group, "french_side": foreign, "foreign_side": OrganisationFactory(foreign=True)}
    both_french = {"group": group, "french_side": french, "foreign_side": OrganisationFactory()}

    assert refusal_of(services.open_partnership, **both_foreign, by=officer) == [
        "Ce côté-ci est en France : choisissez un organisme français."
    ]
    assert refusal_of(services.open_partnership, **both_french, by=officer) == [
        "Ce côté-ci est à l’étranger : choisissez un organisme étranger."
    ]


def test_an_organisation_without_a_territory_may_be_a_side(officer, group):
    university = OrganisationFactory(kind="university", territory=None, name="Université")

    partnership, created = services.open_partnership(
        group=group, french_side=university, foreign_side=OrganisationFactory(foreign=True), by=officer
    )

    assert (created, partnership.french_side) == (True, university)


def test_ending_dates_the_end_and_keeps_the_rest(officer):
    partnership = PartnershipFactory(since=FuzzyDate.year(2008))

    ended = services.end_partnership(partnership=partnership, until=FuzzyDate.month(2017, 9), by=officer)

    ended.refresh_from_db()
    assert (ended.status, ended.until, ended.since) == ("ended", FuzzyDate.month(2017, 9), FuzzyDate.year(2008))


def test_a_partnership_may_end_on_a_day_nobody_knows(officer):
    ended = services.end_partnership(partnership=PartnershipFactory(), until=None, by=officer)

    assert (ended.is_open, ended.until) == (False, None)


@pytest.mark.parametrize(
    ("values", "until", "sentence"),
    [
        ({"status": "ended"}, FuzzyDate.year(2017), "Ce partenariat est déjà terminé."),
        ({"since": FuzzyDate.year(2010)}, FuzzyDate.year(2008), "La fin précède le début."),
        ({}, FuzzyDate.year(2999), "Un partenariat se clôt une fois terminé : cette date est à venir."),
    ],
)
def test_an_end_that_makes_no_sense_is_refused(officer, values, until, sentence):
    partnership = PartnershipFactory(**values)

    assert refusal_of(services.end_partnership, partnership=partnership, until=until, by=officer) == [sentence]


def test_two_clicks_end_a_partnership_once(officer):
    partnership = PartnershipFactory()
    stale = Partnership.objects.get(pk=partnership.pk)
    services.end_partnership(partnership=partnership, until=FuzzyDate.year(2016), by=officer)

    said = refusal_of(services.end_partnership, partnership=stale, until=FuzzyDate.year(2017), by=officer)

    partnership.refresh_from_db()
    assert (said, partnership.until) == (["Ce partenariat est déjà terminé."], FuzzyDate.year(2016))


def test_reopening_forgets_the_end(officer):
    partnership = PartnershipFactory(status="ended", until=FuzzyDate.year(2016))

    reopened = services.reopen_partnership(partnership=partnership, by=officer, status=PartnershipStatus.DORMANT)

    reopened.refresh_from_db()
    assert (reopened.status, reopened.until, reopened.until_words) == ("dormant", None, "")


def test_what_is_open_is_not_reopened(officer):
    said = refusal_of(services.reopen_partnership, partnership=PartnershipFactory(), by=officer)

    assert said == ["Ce partenariat est déjà ouvert."]


def test_confirming_says_when_how_by_whom_and_for_whom(officer):
    partnership = PartnershipFactory()

    confirmed = services.confirm_partnership(
        partnership=partnership,
        on=date(2026, 3, 3),
        how=ConfirmationMeans.AUTHORITY,
        for_organisation=partnership.french_side,
        by=officer,
    )

    confirmed.refresh_from_db()
    assert (confirmed.confirmed_on, confirmed.confirmed_how, confirmed.confirmed_by, confirmed.confirmed_for) == (
        date(2026, 3, 3),
        "authority",
        officer,
        partnership.french_side,
    )
    assert confirmed.confirmed_name == str(partnership.french_side)


def test_the_public_never_reads_the_address_of_who_confirmed(officer):
    partnership = PartnershipFactory()

    confirmed = services.confirm_partnership(
        partnership=partnership, on=timezone.localdate(), how=ConfirmationMeans.OFFICER, by=officer
    )

    assert confirmed.confirmed_name == "Cités Unies France"


@pytest.mark.parametrize(
    ("known", "on", "how", "sentence"),
    [
        (None, timezone.localdate() + timedelta(days=2), "officer", "Une vérification ne se date pas dans l’avenir."),
        (date(2026, 3, 3), date(2026, 3, 2), "officer", "La fiche a déjà été vérifiée plus tard, le 03/03/2026."),
        (None, date(2026, 3, 2), "authority", "Dites au nom de quelle collectivité."),
    ],
)
def test_a_confirmation_that_makes_no_sense_is_refused(officer, known, on, how, sentence):
    partnership = PartnershipFactory(confirmed_on=known, confirmed_how="officer" if known else "")

    assert refusal_of(services.confirm_partnership, partnership=partnership, on=on, how=how, by=officer) == [sentence]


def test_an_officer_opens_a_record_to_the_public(officer):
    published = services.publish_partnership(partnership=PartnershipFactory(), by=officer)

    published.refresh_from_db()
    assert published.audience == Audience.PUBLIC


@pytest.mark.parametrize("role", ["member", "referent", "partner", "secretariat"])
def test_nobody_else_opens_a_record_to_the_public(make_user, role):
    said = refusal_of(services.publish_partnership, partnership=PartnershipFactory(), by=make_user(role))

    assert said == ["Seul un chargé de mission ouvre une fiche au public."]


def test_what_is_public_is_not_published_again(officer):
    said = refusal_of(services.publish_partnership, partnership=PartnershipFactory(public=True), by=officer)

    assert said == ["Cette fiche est déjà publique."]


def test_a_wish_becomes_a_partnership_of_who_sought(officer):
    partnership = PartnershipFactory()
    wish = PartnerWishFactory(organisation=partnership.french_side)

    met = services.fulfil_wish(wish=wish, partnership=partnership, by=officer)

    met.refresh_from_db()
    assert (met.state, met.became) == (WishState.MET, partnership)


def test_a_wish_does_not_become_the_partnership_of_somebody_else(officer):
    elsewhere = PartnershipFactory(group=CountryGroupFactory(slug="maroc", country="MA"))
    sentence = "Ce partenariat n’est pas celui de l’organisme qui cherchait, dans ce groupe."

    for partnership, wish in (
        (PartnershipFactory(), PartnerWishFactory()),
        (elsewhere, PartnerWishFactory(organisation=elsewhere.french_side)),
    ):
        said = refusal_of(services.fulfil_wish, wish=wish, partnership=partnership, by=officer)
        assert said == [sentence]


def test_a_wish_is_fulfilled_or_withdrawn_once(officer):
    partnership = PartnershipFactory()
    wish = PartnerWishFactory(organisation=partnership.french_side)
    services.withdraw_wish(wish=wish, by=officer)

    assert refusal_of(services.withdraw_wish, wish=wish, by=officer) == ["Cette recherche n’est plus ouverte."]
    assert refusal_of(services.fulfil_wish, wish=wish, partnership=partnership, by=officer) == [
        "Cette recherche n’est plus ouverte."
    ]
