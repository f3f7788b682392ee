"""What the database writes of a partnership for the lists that count by it."""

from datetime import date, timedelta
from random import Random

import pytest
from django.db import connection
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from core.dates import FuzzyDate
from directory.models import Theme
from partnerships.enums import PartnershipForm
from partnerships.models import Agreement, Partnership
from partnerships.models.querysets import form_on, read_forms
from partnerships.services import forms_due
from tests.factories import AgreementFactory, PartnershipFactory, ThemeFactory

pytestmark = pytest.mark.django_db

FORMS = PartnershipForm.values


def in_days(count):
    return FuzzyDate.day(timezone.localdate() + timedelta(days=count))


def noted(partnership):
    partnership.refresh_from_db()
    return partnership.listed_form


def forms_read():
    pairs = Partnership.objects.for_rows()
    read_forms(pairs)
    return {pair.pk: pair.form for pair in pairs}


def themes_noted(partnership):
    partnership.refresh_from_db()
    return partnership.listed_themes


def test_the_form_noted_is_that_of_the_agreement_in_force_whatever_becomes_of_it():
    pair = PartnershipFactory(form_stated="mou")
    assert (noted(pair), pair.listed_form_days) == (None, None)

    first = AgreementFactory(partnership=pair, form="twinning")
    assert noted(pair) == "twinning"

    second = AgreementFactory(partnership=pair, form="convention", replaces=first)
    assert noted(pair) == "convention"

    Agreement.objects.filter(pk=second.pk).update(until=in_days(-1))
    assert noted(pair) == "twinning"

    second.delete()
    first.delete()
    assert (noted(pair), pair.listed_form_days) == (None, None)


def test_an_agreement_that_moves_to_another_pair_is_noted_of_both():
    agreement, other = AgreementFactory(form="twinning"), PartnershipFactory()

    Agreement.objects.filter(pk=agreement.pk).update(partnership=other)

    assert (noted(agreement.partnership), noted(other)) == (None, "twinning")


def test_of_a_pair_written_outside_django_the_same_is_noted():
    pair = PartnershipFactory()
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into partnerships_agreement (partnership_id, form, object, signed_words, since_words, until_words, "
            "file, created_at, updated_at) values (%s, 'twinning', '', '', '', '', '', now(), now())",
            [pair.pk],
        )

    assert noted(pair) == "twinning"


def test_on_each_day_the_form_is_that_of_the_agreements():
    """Whatever was signed, ends and replaces, and however long ago the database noted it."""
    draw = Random(1972)
    for _pair in range(60):
        pair, signed = PartnershipFactory(form_stated=draw.choice(["", "mou"])), []
        for _agreement in range(draw.randint(0, 4)):
            first = draw.choice([None, draw.randint(-4, 4)])
            last = draw.choice([None, draw.randint(-4 if first is None else first, 5)])
            signed.append(
                AgreementFactory(
                    partnership=pair,
                    form=draw.choice(FORMS),
                    signed=draw.choice([None, FuzzyDate.year(draw.randint(2000, 2003))]),
                    since=None if first is None else in_days(first),
                    until=None if last is None else in_days(last),
                    replaces=draw.choice([None, *signed]),
                )
            )

    for days in range(-6, 8):
        day = timezone.localdate() + timedelta(days=days)
        latest = Agreement.objects.in_force(day).filter(partnership=OuterRef("pk")).values("form")[:1]
        expected = Coalesce(Subquery(latest), "form_stated")
        pairs = Partnership.objects.order_by("pk").annotate(noted=form_on(day), expected=expected)
        assert {pair.pk: pair.noted for pair in pairs} == {pair.pk: pair.expected for pair in pairs}
    assert forms_read() == {pair.pk: pair.form for pair in Partnership.objects.with_form()}


def test_what_is_outdated_is_noted_again_once():
    pair = AgreementFactory(form="twinning", since=in_days(-3)).partnership
    AgreementFactory(form="twinning")
    with connection.cursor() as cursor:  # as it was noted four days ago
        cursor.execute("set constraints all immediate")
        cursor.execute("alter table partnerships_partnership disable trigger partnerships_partnership_listed")
        Partnership.objects.filter(pk=pair.pk).update(
            listed_form=None, listed_form_days=(date(2000, 1, 1), in_days(-3).first)
        )
        cursor.execute("alter table partnerships_partnership enable trigger partnerships_partnership_listed")

    assert Partnership.objects.with_form().get(pk=pair.pk).form == forms_read()[pair.pk] == "twinning"
    assert [forms_due(), forms_due()] == ["1 forme notée à nouveau", ""]
    assert noted(pair) == "twinning"
    assert pair.versions.count() == 1  # what is written of it is no change of the record


def test_the_themes_noted_are_those_carried_and_those_above():
    top = ThemeFactory()
    below = ThemeFactory(parent=top)
    lowest, other = ThemeFactory(parent=below), ThemeFactory()
    pair = PartnershipFactory()

    pair.themes.set([lowest, other])
    assert themes_noted(pair) == sorted([top.pk, below.pk, lowest.pk, other.pk])

    pair.themes.remove(other)
    Theme.objects.filter(pk=below.pk).update(parent=other)
    assert themes_noted(pair) == sorted([below.pk, lowest.pk, other.pk])

    pair.themes.clear()
    assert themes_noted(pair) == []


def test_who_saves_what_was_read_before_takes_nothing_back():
    pair = PartnershipFactory()
    read_before = Partnership.objects.get(pk=pair.pk)
    AgreementFactory(partnership=pair, form="twinning")
    pair.themes.add(theme := ThemeFactory())

    read_before.save()

    assert (noted(pair), themes_noted(pair)) == ("twinning", [theme.pk])


def test_a_copy_of_a_record_takes_nothing_of_what_lies_beside_it():
    pair = AgreementFactory(form="twinning").partnership
    pair.themes.add(ThemeFactory())
    copy = Partnership.objects.get(pk=pair.pk)
    copy.pk, copy.french_side = None, PartnershipFactory().french_side
    copy._state.adding = True

    copy.save()

    assert (noted(copy), copy.listed_form_days, copy.listed_themes) == (None, None, [])
