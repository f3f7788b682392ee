"""A version put back is exact, or refused in words with nothing written."""

from datetime import date

import pytest
from django.contrib.postgres.fields import DateRangeField
from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from core.history import REMOVED
from core.history.restoring import restore_version
from core.history.values import facts_of
from cufportal.history.declared import histories
from directory.models import Affiliation
from partnerships.models import Partnership
from tests.admin_rows import FULL_ROW
from tests.factories import (
    AffiliationFactory,
    EventFactory,
    OrganisationFactory,
    PartnershipFactory,
    ThemeFactory,
)
from tests.histories import an_hour_passes, as_kept, last_version

pytestmark = pytest.mark.django_db

RESTORABLE = sorted(kind for kind, record in histories().items() if record.is_restorable)
OF_ITS_WHOLE = {  # made with the full row of another
    "affiliation": "organisation",
    "agendaitem": "meeting",
    "announcementitem": "announcement",
    "closedperiod": "hostingprofile",
    "commitment": "outcome",
    "delegationdocument": "delegation",
    "groupmandate": "countrygroup",
    "groupmembership": "organisation",
    "milestone": "partnership",
    "organisationname": "organisation",
    "participant": "partnership",
    "partnershipcontact": "partnership",
    "project": "partnership",
    "stop": "delegation",
    "territorycode": "territory",
    "territoryname": "territory",
}
BY_MIGRATION = {"legalpage"}
HELD_BY_PARTS = {"organisation", "partnership", "session"}  # nothing removes a row on which others depend


@pytest.fixture
def officer(make_user):
    return make_user("officer")


def full_row(kind):
    """A row of the model with all its parts and links."""
    model = histories()[kind].model
    if kind in BY_MIGRATION:
        row = model.objects.first()
        model.objects.filter(pk=row.pk).update(title="Titre d’avant")  # which leaves its first version
        return row
    whole = histories()[OF_ITS_WHOLE.get(kind, kind)].model
    made = FULL_ROW[whole](2)
    row = made if whole is model else model.objects.order_by("pk").first()
    if not last_versions(row):
        # Reference data are kept from their first change on.
        type(row).objects.filter(pk=row.pk).update(**first_text(row, "Première version"))
    return row


def last_versions(row):
    return type(row).versions.rel.related_model.objects.filter(pgh_obj=row.pk).exists()


def first_text(row, text):
    field = next(
        field
        for field in row._meta.concrete_fields
        if isinstance(field, models.CharField) and not field.choices and not field.generated and field.max_length > 8
    )
    return {field.name: text[: field.max_length]}


def restored(kind, version, by, reason="Erreur de saisie"):
    return restore_version(record=histories()[kind], version=version, reason=reason, by=by)


def change_all_that_may(row, record):
    """Give each field another value, as far as the database lets it; return the names of those that took it."""
    changed = set()
    for fact in facts_of(type(last_version(row))):
        if fact.name in record.withheld or fact.remote_field and fact.null is False:
            continue
        for value in other_values(fact):
            try:
                with transaction.atomic():
                    type(row)._base_manager.filter(pk=row.pk).update(**{fact.name: value})
                    changed.add(fact.name)
                break
            except (DatabaseError, ValueError, ValidationError):
                continue
    return changed


def other_values(fact):
    if fact.null:
        yield None
    if fact.choices:
        yield from (value for value, _label in fact.flatchoices)
    elif isinstance(fact, models.BooleanField):
        yield from (True, False)
    elif isinstance(fact, models.CharField | models.TextField):
        yield from ("autre", "", "ZZ")
    elif isinstance(fact, models.IntegerField):
        yield from (3, 1)
    elif isinstance(fact, DateRangeField):
        yield DateRange(date(1950, 1, 1), date(1951, 1, 1))


@pytest.mark.parametrize("kind", RESTORABLE)
def test_a_version_is_put_back_field_by_field(officer, kind):
    row = full_row(kind)
    version, before = last_version(row), as_kept(row)
    record = histories()[kind]
    an_hour_passes()
    version.refresh_from_db()
    change_all_that_may(row, record)
    assert as_kept(row) != before

    restored(kind, version, officer)

    assert as_kept(row) == before


@pytest.mark.parametrize("kind", RESTORABLE)
def test_a_removed_row_comes_back_whole_under_its_number(officer, kind):
    row = full_row(kind) if kind not in HELD_BY_PARTS else FULL_ROW[histories()[kind].model](0)
    before, number = as_kept(row), row.pk
    an_hour_passes()
    with transaction.atomic():
        row.delete()
    row.pk = number

    restored(kind, last_version(row), officer)

    assert as_kept(row) == before


def test_links_go_back_to_what_they_were_then(officer):
    record, kept, later = PartnershipFactory(), ThemeFactory(), ThemeFactory()
    record.themes.add(kept)
    an_hour_passes()
    version = last_version(record)
    record.themes.set([later])

    restored("partnership", version, officer)

    assert set(record.themes.all()) == {kept}


def test_restoring_says_who_did_it_and_why(officer):
    record = PartnershipFactory(title="Avant")
    version = last_version(record)
    Partnership.objects.update(title="Après")

    restored("partnership", version, officer, reason="Erreur de saisie")

    context = last_version(record).pgh_context.metadata
    assert context == {"user": officer.pk, "reason": "Erreur de saisie"}


def test_a_second_open_partnership_of_the_pair_is_refused_in_words(officer):
    record = PartnershipFactory(title="Premier")
    sides = {"group": record.group, "french_side": record.french_side, "foreign_side": record.foreign_side}
    record.delete()
    PartnershipFactory(**sides)
    record.pk = last_removed(Partnership)
    before = list(Partnership.objects.values())

    with pytest.raises(ValidationError) as refusal:
        restored("partnership", last_version(record), officer)

    assert refusal.value.messages == [
        constraint.get_violation_error_message()
        for constraint in Partnership._meta.constraints
        if isinstance(constraint, models.UniqueConstraint)
    ]
    assert list(Partnership.objects.values()) == before


def last_removed(model):
    versions = model.versions.rel.related_model.objects
    return versions.filter(pgh_label=REMOVED).latest("pgh_id").id


def test_what_names_a_record_that_is_gone_is_refused_in_words(officer):
    gone = OrganisationFactory()
    record = PartnershipFactory(confirmed_for=gone)
    version = last_version(record)
    Partnership.objects.update(confirmed_for=None)
    gone.delete()

    with pytest.raises(ValidationError) as refusal:
        restored("partnership", version, officer)

    assert refusal.value.messages == ["Au nom de : la fiche nommée alors n’existe plus"]


def test_a_theme_that_is_gone_is_refused_in_words(officer):
    record, theme = PartnershipFactory(), ThemeFactory()
    record.themes.add(theme)
    an_hour_passes()
    version = last_version(record)
    record.themes.clear()
    theme.delete()

    with pytest.raises(ValidationError) as refusal:
        restored("partnership", version, officer)

    assert refusal.value.messages == ["Thèmes : ce qui était lié alors n’existe plus"]


@pytest.mark.parametrize("reason", ["", "   "])
def test_restoring_asks_why(officer, reason):
    record = PartnershipFactory(title="Avant")
    version = last_version(record)
    Partnership.objects.update(title="Après")

    with pytest.raises(ValidationError):
        restored("partnership", version, officer, reason=reason)

    assert Partnership.objects.get().title == "Après"


def test_what_is_already_so_is_not_written_again(officer):
    record = PartnershipFactory()

    with pytest.raises(ValidationError) as refusal:
        restored("partnership", last_version(record), officer)

    assert refusal.value.code == "unchanged"


def test_what_has_a_path_of_its_own_is_not_set_back(officer):
    event = EventFactory(title="Avant", status="tentative")
    version = last_version(event)
    type(event).objects.update(title="Après", status="confirmed")

    restored("event", version, officer)

    event.refresh_from_db()
    assert (event.title, event.status) == ("Avant", "confirmed")


def test_nobody_sets_a_person_or_an_account_back():
    assert {"person", "user", "consent", "erasure", "seat", "statechange", "approach"}.isdisjoint(RESTORABLE)


def test_every_restorable_model_is_put_to_the_test():
    kinds = {model._meta.model_name for model in FULL_ROW}

    assert set(RESTORABLE) == (set(RESTORABLE) & kinds) | set(OF_ITS_WHOLE) | BY_MIGRATION


def test_a_version_gives_no_right_back_and_undoes_no_departure(officer):
    function = AffiliationFactory(may_edit=True, function="Adjointe")
    given = last_version(function)
    an_hour_passes()
    Affiliation.objects.filter(pk=function.pk).update(may_edit=False, function="Maire")

    restore_version(record=histories()["affiliation"], version=given, reason="Erreur", by=officer)

    function.refresh_from_db()
    assert (function.function, function.may_edit) == ("Adjointe", False)


def test_no_version_gives_a_function_back_to_whoever_was_erased(officer):
    function = AffiliationFactory()
    version, person = last_version(function), function.person
    function.delete()
    type(person).objects.filter(pk=person.pk).update(first_name="", last_name="", erased_at="2026-01-01T00:00:00Z")

    with pytest.raises(ValidationError, match="Cette personne est effacée"):
        restore_version(record=histories()["affiliation"], version=version, reason="Erreur", by=officer)

    assert not Affiliation.objects.exists()
