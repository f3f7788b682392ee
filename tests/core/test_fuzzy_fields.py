from datetime import date

import pytest
from django import forms
from django.contrib import admin
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.template import Context, Template
from django.test.utils import isolate_apps
from django.utils import translation

from core.dates import FuzzyDate, read
from core.fields import FuzzyDateField, FuzzyWordsField
from core.forms import FuzzyDateFormField
from directory.models import Affiliation
from tests.factories import AffiliationFactory

LATE_OCTOBER = read("fin octobre 2016")
YEAR = FuzzyDate.year(2018)
SentenceForm = forms.modelform_factory(Affiliation, fields=["since", "until"])


class DateForm(forms.Form):
    when = FuzzyDateFormField(label="quand", required=False)


@pytest.fixture
def affiliation(db):
    return AffiliationFactory(since=LATE_OCTOBER)


def stored(affiliation):
    return Affiliation.objects.filter(pk=affiliation.pk).values_list("since", "since_words").get()


def test_a_date_is_stored_as_its_days_and_its_words(affiliation):
    assert stored(affiliation) == (DateRange(date(2016, 10, 21), date(2016, 11, 1)), "fin octobre 2016")


def test_a_date_comes_back_with_its_words(affiliation):
    assert Affiliation.objects.get().since == LATE_OCTOBER


def test_no_date_comes_back_as_none(affiliation):
    assert Affiliation.objects.get().until is None


def test_another_date_replaces_days_and_words(affiliation):
    affiliation.since = YEAR

    affiliation.save()

    assert stored(affiliation) == (YEAR.as_range, "")


@pytest.mark.parametrize("value", [None, YEAR.as_range])
def test_nothing_and_a_plain_range_clear_the_words(affiliation, value):
    affiliation.since = value

    affiliation.save()

    assert stored(affiliation) == (value, "")


def test_the_same_range_keeps_the_words(affiliation):
    affiliation.since = LATE_OCTOBER.as_range

    assert affiliation.since == LATE_OCTOBER


def test_refreshing_restores_days_and_words(affiliation):
    affiliation.since = YEAR

    affiliation.refresh_from_db()

    assert affiliation.since == LATE_OCTOBER


@pytest.mark.parametrize(
    "queryset",
    [
        Affiliation.objects.only("since", "since_words"),
        Affiliation.objects.only("since"),
        Affiliation.objects.only("since_words"),
        Affiliation.objects.defer("since"),
        Affiliation.objects.only("function"),
        Affiliation.objects.only("function").fetch_mode(models.FETCH_PEERS),
    ],
)
def test_what_was_left_out_of_the_query_is_fetched_when_read(affiliation, queryset):
    AffiliationFactory(since=YEAR)

    assert {row.since for row in list(queryset)} == {LATE_OCTOBER, YEAR}


def test_a_query_that_names_both_columns_costs_no_other(affiliation, django_assert_num_queries):
    with django_assert_num_queries(1):
        dates = [row.since for row in Affiliation.objects.only("since", "since_words")]

    assert dates == [LATE_OCTOBER]


def test_many_rows_are_made_at_once_with_their_words(affiliation):
    copy = Affiliation(person=affiliation.person, organisation=affiliation.organisation, since=read("mi-mai 2015"))

    Affiliation.objects.bulk_create([copy])

    assert Affiliation.objects.get(pk=copy.pk).since == read("mi-mai 2015")


def test_many_rows_are_changed_at_once_with_their_words(affiliation):
    affiliation.since = read("mi-mai 2015")

    Affiliation.objects.bulk_update([affiliation], ["since", "since_words"])

    assert Affiliation.objects.get().since == read("mi-mai 2015")


def test_an_update_of_the_days_alone_silences_the_words(affiliation):
    Affiliation.objects.update(since=YEAR)

    assert str(Affiliation.objects.get().since) == "2018"


@pytest.mark.parametrize("form", ["json", "xml", "python", "jsonl"])
def test_a_backup_restores_days_and_words(affiliation, form):
    backup = serializers.serialize(form, [affiliation])
    Affiliation.objects.update(since=None, since_words="")

    for restored in serializers.deserialize(form, backup):
        restored.save()

    assert Affiliation.objects.get().since == LATE_OCTOBER


@pytest.mark.parametrize(
    "lookup",
    [
        {"since": LATE_OCTOBER},
        {"since__startswith": date(2016, 10, 21)},
        {"since__startswith__year": 2016},
        {"since__contains": date(2016, 10, 31)},
        {"since__contains": read("25 octobre 2016")},
        {"since__overlap": FuzzyDate.month(2016, 10)},
        {"since__contained_by": FuzzyDate.year(2016)},
        {"since__fully_gt": FuzzyDate.year(2015)},
        {"since__in": [LATE_OCTOBER, YEAR]},
    ],
)
def test_a_date_is_found(affiliation, lookup):
    AffiliationFactory(since=FuzzyDate.year(2015))

    assert list(Affiliation.objects.filter(**lookup)) == [affiliation]


def test_dates_sort_by_their_first_day(affiliation):
    early = AffiliationFactory(since=FuzzyDate.year(2016))

    assert list(Affiliation.objects.order_by("since__startswith")) == [early, affiliation]


EMPTY = DateRange(empty=True)
ENDLESS = DateRange(date(2018, 1, 1), None)
NO_START = DateRange(None, date(2018, 1, 1))


@pytest.mark.parametrize("days", [EMPTY, ENDLESS, NO_START])
def test_the_database_refuses_a_date_of_no_day_or_without_end(affiliation, days):
    with pytest.raises(IntegrityError, match="directory_affiliation_since_some_day"), transaction.atomic():
        Affiliation.objects.update(since=days)


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (EMPTY, "Cette date ne contient aucun jour : donnez au moins un jour."),
        (ENDLESS, "Cette date n’a pas de début ou pas de fin : donnez les deux."),
        (NO_START, "Cette date n’a pas de début ou pas de fin : donnez les deux."),
    ],
)
def test_cleaning_refuses_it_too_and_says_why(affiliation, days, sentence):
    affiliation.since = days

    assert errors_of(affiliation) == {"since": [sentence]}


def errors_of(instance):
    try:
        instance.full_clean(validate_constraints=False)
    except ValidationError as error:
        return error.message_dict
    return {}


@pytest.mark.parametrize("typed", ["fin octobre 2016", date(2017, 9, 14), 2018])
def test_cleaning_reads_what_was_typed(affiliation, typed):
    affiliation.since = typed

    affiliation.full_clean()

    assert affiliation.since == read(str(typed))


@pytest.mark.parametrize("typed", ["bientôt", "{bientôt", ["2018"], 5])
def test_cleaning_refuses_what_is_no_date(affiliation, typed):
    affiliation.since = typed

    assert list(errors_of(affiliation)) == ["since"]


def test_an_end_before_its_beginning_is_refused(affiliation):
    affiliation.until = read("20 octobre 2016")

    with pytest.raises(ValidationError) as refusal:
        affiliation.full_clean()

    assert refusal.value.messages == ["La fin précède le début."]


@pytest.mark.parametrize("until", ["21 octobre 2016", "octobre 2016", "2016", "2017"])
def test_an_end_that_may_follow_its_beginning_is_accepted(affiliation, until):
    affiliation.until = read(until)

    affiliation.full_clean()
    affiliation.save()

    assert Affiliation.objects.get().until == read(until)


@isolate_apps("core")
def test_a_model_without_a_column_for_words_drops_them():
    class Wordless(models.Model):  # noqa: DJ008
        since = FuzzyDateField()

        class Meta:
            app_label = "core"

    assert Wordless(since=LATE_OCTOBER).since == FuzzyDate(LATE_OCTOBER.first, LATE_OCTOBER.last)


@isolate_apps("core")
def test_words_declared_after_their_date_are_an_error():
    class Late(models.Model):  # noqa: DJ008
        since = FuzzyDateField()
        since_words = FuzzyWordsField()
        until_words = FuzzyWordsField()
        until = FuzzyDateField()

        class Meta:
            app_label = "core"

    errors = [error.id for error in Late.check() if error.id.startswith("core.")]

    assert errors == ["core.E001"]


def test_a_model_form_has_one_text_input_with_help():
    field = SentenceForm().fields["since"]

    assert (type(field), type(field.widget)) == (FuzzyDateFormField, forms.TextInput)
    assert field.widget.attrs == {"autocomplete": "off"}
    assert field.help_text == (
        "Un jour, un mois, une année ou un intervalle : 14/09/2017, décembre 2018, 2008-2009, fin octobre 2016."
    )


def test_the_admin_uses_the_same_input(rf, admin_user):
    request = rf.get("/")
    request.user = admin_user

    form = admin.ModelAdmin(Affiliation, admin.site).get_form(request)

    assert type(form.base_fields["since"]) is FuzzyDateFormField
    assert "since_words" not in form.base_fields


def test_a_form_stores_what_was_typed(affiliation):
    form = SentenceForm({"since": "mi-mai 2015", "until": ""}, instance=affiliation)

    form.save()

    assert Affiliation.objects.get().since == read("mi-mai 2015")


def test_a_form_says_why_it_refuses(affiliation):
    form = SentenceForm({"since": "14/13/2017"}, instance=affiliation)

    assert form.errors == {
        "since": [
            "« 14/13/2017 » : il n’y a pas de mois 13 ; le jour vient avant le mois, "
            "par exemple 14 septembre 2017, décembre 2018, 2018, 2008-2009 ou fin octobre 2016."
        ]
    }


def test_a_form_says_that_the_end_precedes_the_beginning(affiliation):
    form = SentenceForm({"since": "2018", "until": "2017"}, instance=affiliation)

    assert form.errors == {"__all__": ["La fin précède le début."]}


@pytest.mark.parametrize("language", ["fr", "en", "zh-hans"])
@pytest.mark.parametrize(
    "initial",
    [
        LATE_OCTOBER,
        read("late October 2016"),
        read("9 et 12 octobre 2017"),
        read("vers 1998"),
        YEAR,
        read("9–10 mai 2018"),
    ],
)
def test_a_form_given_back_as_it_was_has_not_changed(language, initial):
    with translation.override(language):
        shown = DateForm(initial={"when": initial})["when"].value()

        form = DateForm({"when": shown}, initial={"when": initial})

        assert (form.has_changed(), form.is_valid()) == (False, True)
        assert form.cleaned_data["when"].same_days(initial)


@pytest.mark.parametrize("typed", ["2019", "", "bientôt", "vers 2018"])
def test_a_form_with_another_date_has_changed(typed):
    form = DateForm({"when": typed}, initial={"when": YEAR})

    assert form.has_changed()


def test_an_empty_input_is_no_date():
    form = DateForm({"when": "  "})

    assert (form.is_valid(), form.cleaned_data, form.has_changed()) == (True, {"when": None}, False)


def test_a_form_shows_again_what_could_not_be_read():
    form = DateForm({"when": "bientôt"})

    assert form["when"].value() == "bientôt"


def render(source, value, language="fr"):
    with translation.override(language):
        return Template("{% load dates %}" + source).render(Context({"value": value}))


@pytest.mark.parametrize(
    ("value", "language", "shown"),
    [
        (LATE_OCTOBER, "fr", "fin octobre 2016"),
        (LATE_OCTOBER, "en", "late October 2016"),
        (YEAR.as_range, "zh-hans", "2018年"),
        (None, "fr", ""),
    ],
)
def test_a_template_shows_a_date_in_the_language_of_the_page(value, language, shown):
    assert render("{{ value|fuzzy }}", value, language) == shown


def test_a_date_shown_without_filter_is_readable():
    assert render("{{ value }}", LATE_OCTOBER) == "fin octobre 2016"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (read("14 septembre 2017"), '<time datetime="2017-09-14">14 septembre 2017</time>'),
        (read("septembre 2017"), '<time datetime="2017-09">septembre 2017</time>'),
        (YEAR.as_range, '<time datetime="2018">2018</time>'),
        (LATE_OCTOBER, "fin octobre 2016"),
        (None, ""),
    ],
)
def test_machines_are_told_what_html_can_say(value, shown):
    assert render("{{ value|fuzzy_time }}", value) == shown
