"""Each rule of the database refuses the row, and its sentence reaches the person who typed."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import ProtectedError

from core.dates import FuzzyDate
from tests.factories import (
    AgreementFactory,
    MilestoneFactory,
    OrganisationFactory,
    ParticipantFactory,
    PartnershipFactory,
    PartnerWishFactory,
)

pytestmark = pytest.mark.django_db
EARLY, LATE = FuzzyDate.year(2008), FuzzyDate.year(2017)


def refusals(record):
    """What a person reads when the record is checked; the database refuses it as well."""
    with pytest.raises(ValidationError) as refusal:
        record.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        record.save()
    return refusal.value.messages


def test_one_partnership_per_pair_in_a_group():
    first = PartnershipFactory()
    second = PartnershipFactory.build(group=first.group, french_side=first.french_side, foreign_side=first.foreign_side)

    assert refusals(second) == ["Ce partenariat existe déjà : rouvrez sa fiche plutôt que d’en faire une seconde."]


def test_an_ended_partnership_still_takes_the_place_of_its_pair():
    ended = PartnershipFactory(status="ended", until=EARLY)
    again = PartnershipFactory.build(group=ended.group, french_side=ended.french_side, foreign_side=ended.foreign_side)

    assert refusals(again) == ["Ce partenariat existe déjà : rouvrez sa fiche plutôt que d’en faire une seconde."]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"until": LATE}, "Seul un partenariat terminé porte une date de fin."),
        ({"status": "ended", "since": LATE, "until": EARLY}, "La fin précède le début."),
        ({"confirmed_on": date(2026, 1, 1)}, "Une vérification dit quand et comment elle a été faite."),
        ({"confirmed_how": "officer"}, "Une vérification dit quand et comment elle a été faite."),
    ],
)
def test_a_partnership_is_refused_with_a_sentence(values, sentence):
    partnership = PartnershipFactory()
    for name, value in values.items():
        setattr(partnership, name, value)

    assert refusals(partnership) == [sentence]


def test_a_partnership_links_two_different_organisations():
    partnership = PartnershipFactory()
    partnership.foreign_side = partnership.french_side

    assert refusals(partnership) == ["Un partenariat lie deux organismes différents."]


@pytest.mark.parametrize("days", [DateRange(date(2010, 1, 1), None), DateRange(date(2010, 1, 1), date(2010, 1, 1))])
def test_a_date_of_a_partnership_has_a_day_and_an_end(days):
    partnership = PartnershipFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        type(partnership).objects.filter(pk=partnership.pk).update(since=days)


def test_dates_that_overlap_may_be_in_order():
    partnership = PartnershipFactory(status="ended", since=LATE, until=FuzzyDate.month(2017, 3))

    partnership.full_clean()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"since": LATE, "until": EARLY}, "La fin précède le début."),
        (
            {"deliberated_on": date(2016, 5, 2), "transmitted_on": date(2016, 5, 1)},
            "Une convention est délibérée avant d’être transmise au préfet.",
        ),
    ],
)
def test_an_agreement_is_refused_with_a_sentence(values, sentence):
    agreement = AgreementFactory()
    for name, value in values.items():
        setattr(agreement, name, value)

    assert refusals(agreement) == [sentence]


def test_an_amount_is_not_negative_and_unknown_is_not_zero():
    agreement = AgreementFactory(provisional_amount=None)
    agreement.full_clean()
    agreement.provisional_amount = Decimal(-1)

    assert refusals(agreement) == ["Un montant n’est pas négatif ; laissez vide s’il n’est pas connu."]


def test_an_agreement_does_not_replace_itself():
    agreement = AgreementFactory()
    agreement.replaces = agreement

    assert refusals(agreement) == ["Un accord ne se remplace pas lui-même."]


def test_two_agreements_do_not_replace_each_other():
    old = AgreementFactory()
    old.replaces = AgreementFactory(partnership=old.partnership, replaces=old)

    with pytest.raises(ValidationError) as refusal:
        old.full_clean()

    assert refusal.value.message_dict == {"replaces": ["Deux accords ne se remplacent pas l’un l’autre."]}


def test_an_agreement_replaces_one_of_its_own_partnership():
    agreement = AgreementFactory.build(partnership=PartnershipFactory(), replaces=AgreementFactory())

    with pytest.raises(ValidationError) as refusal:
        agreement.full_clean()

    assert refusal.value.messages == ["Un accord n’en remplace qu’un du même partenariat."]


def test_the_document_of_an_agreement_is_a_pdf_by_its_content():
    agreement = AgreementFactory.build(partnership=PartnershipFactory())
    agreement.file = SimpleUploadedFile("accord.pdf", b"<html>")

    with pytest.raises(ValidationError) as refusal:
        agreement.full_clean()

    assert refusal.value.messages == ["Ce fichier n’est pas un PDF, quel que soit son nom."]


def test_a_participant_has_a_role_once():
    first = ParticipantFactory()
    again = ParticipantFactory.build(partnership=first.partnership, organisation=first.organisation)

    assert refusals(again) == ["Cet organisme a déjà ce rôle dans le partenariat."]


def test_a_milestone_is_said_once():
    first = MilestoneFactory()
    again = MilestoneFactory.build(partnership=first.partnership, text=first.text)

    assert refusals(again) == ["Ce jalon est déjà noté."]


def test_a_wish_is_said_once():
    first = PartnerWishFactory()
    again = PartnerWishFactory.build(group=first.group, organisation=first.organisation)

    assert refusals(again) == ["Cette recherche est déjà notée."]


def test_a_wish_that_became_a_partnership_has_met_its_partner():
    wish = PartnerWishFactory()
    wish.became = PartnershipFactory()

    assert refusals(wish) == ["Une recherche devenue un partenariat est dans l’état « partenaire trouvé »."]


def test_one_wish_becomes_one_partnership():
    met = PartnerWishFactory(state="met", became=PartnershipFactory())
    other = PartnerWishFactory.build(
        group=met.group, organisation=OrganisationFactory(), state="met", became=met.became
    )

    assert len(refusals(other)) == 1


def test_an_organisation_with_a_partnership_is_not_deleted():
    partnership = PartnershipFactory()

    with pytest.raises(ProtectedError):
        partnership.french_side.delete()
