"""Every change of every record is kept, whoever makes it and however: by a page, a command or plain SQL."""

from importlib import import_module
from importlib.util import find_spec
from inspect import isfunction, signature
from pkgutil import iter_modules

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.urls import reverse
from pghistory.models import Context

from accounts.models import User
from core.history import ADDED, CHANGED, REMOVED, history_models, told
from core.models import ReviewFlag
from core.services import decide_flag, raise_flag
from core.ticking import Job, run_jobs
from directory.models import Organisation, Territory
from partnerships.models import Partnership, PartnershipThemesVersion, PartnershipVersion
from tests.factories import OrganisationFactory, PartnershipFactory, TerritoryFactory, ThemeFactory, UserFactory

pytestmark = pytest.mark.django_db

OURS = ("core", "directory", "accounts", "partnerships", "events", "delegations", "meetings")
UNTRACKED = {
    "Letter": "what the portal writes; it is purged, and a second copy would have to be too",
    "FeedLink": "made and revoked with their dates, which the row itself keeps",
    "ReferenceCounter": "a number to count from",
    "TableRow": "a line of a file that is read; what becomes of it is a record, which is tracked",
    "WorkbookOrder": "a file to take, gone in a week, with what was searched: a copy would have to go too",
}
UNTRACKED_LINKS = {"User.user_permissions": "not used: rights follow the roles"}


def told_of(version):
    return (version.pgh_label, version.pgh_context and version.pgh_context.metadata)


def test_every_model_is_tracked_or_says_why_not():
    tracked = {model.pgh_tracked_model for model in history_models()}
    versions = set(history_models())
    ours = [model for app in OURS for model in apps.get_app_config(app).get_models() if not model._meta.proxy]

    untracked = {model.__name__ for model in ours if model not in versions and model not in tracked}

    assert untracked == set(UNTRACKED)


def test_every_link_between_records_is_tracked_or_says_why_not():
    tracked = {model.pgh_tracked_model._meta.db_table for model in history_models()}
    links = {
        f"{model.__name__}.{field.name}": field.m2m_db_table()
        for app in OURS
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.local_many_to_many
    }

    assert {name for name, table in links.items() if table not in tracked} == set(UNTRACKED_LINKS)


def test_a_record_that_is_added_changed_and_removed_leaves_three_versions():
    partnership = PartnershipFactory(title="Avant")
    number = partnership.pk
    Partnership.objects.filter(pk=number).update(title="Après")
    partnership.delete()

    versions = PartnershipVersion.objects.filter(id=number).order_by("pgh_id")

    assert [(version.pgh_label, version.title) for version in versions] == [
        (ADDED, "Avant"),
        (CHANGED, "Après"),
        (REMOVED, "Après"),
    ]


def test_plain_sql_is_kept_too():
    organisation = OrganisationFactory()

    with connection.cursor() as cursor:
        cursor.execute(
            "update directory_organisation set website = 'https://example.org' where id = %s", [organisation.pk]
        )

    assert organisation.versions.latest("pgh_id").website == "https://example.org"


def test_what_changes_nothing_leaves_no_version():
    organisation = OrganisationFactory()

    organisation.save()
    Organisation.objects.update(name=organisation.name)

    assert organisation.versions.count() == 1


def test_the_themes_of_a_record_are_kept():
    partnership, theme = PartnershipFactory(), ThemeFactory()

    partnership.themes.add(theme)
    partnership.themes.clear()

    versions = PartnershipThemesVersion.objects.filter(partnership=partnership).order_by("pgh_id")
    assert [(version.pgh_label, version.theme_id) for version in versions] == [(ADDED, theme.pk), (REMOVED, theme.pk)]


def test_reference_data_keeps_what_changes_and_not_what_is_loaded():
    territory = TerritoryFactory(name="Nankin")

    Territory.objects.update(name="Nanjing")

    assert [version.name for version in territory.versions.all()] == ["Nanjing"]


def test_no_version_holds_a_password_or_the_last_sign_in():
    user = UserFactory()

    user.set_password("un-autre-mot-de-passe")
    user.save()
    columns = {field.name for field in user.versions.model._meta.concrete_fields}

    assert columns & {"password", "last_login"} == set()
    assert user.versions.count() == 1


def test_a_page_says_who_and_where_from_and_never_its_address(as_role, group):
    client = as_role("officer")
    partnership = PartnershipFactory(group=group)

    client.post(reverse("partnerships:partnership_end", args=[partnership.pk]), {"until": "2020"})

    version = partnership.versions.latest("pgh_id")
    assert told_of(version) == (CHANGED, {"user": client.user.pk, "page": "partnerships:partnership_end"})


def test_reading_a_page_leaves_no_context(as_role):
    as_role("officer").get("/")

    assert not Context.objects.exists()


def test_the_reason_that_is_asked_is_kept_with_what_it_changed(make_user):
    flag = raise_flag(record=PartnershipFactory(), code="doubt", message="Deux dates", raised_by="test")

    decide_flag(flag=flag, state="resolved", reason="Vérifié sur pièce", by=make_user("officer"))

    assert told_of(flag.versions.latest("pgh_id")) == (CHANGED, {"reason": "Vérifié sur pièce"})


def test_what_is_due_says_which_job_did_it():
    partnership = PartnershipFactory()

    run_jobs([Job("essai", lambda: Partnership.objects.update(title="Par la tâche"))])

    assert told_of(partnership.versions.latest("pgh_id")) == (CHANGED, {"job": "essai"})


def test_many_rows_of_one_statement_leave_one_version_each_in_few_statements(django_assert_num_queries):
    people = [User(email=f"personne{number}@example.org") for number in range(300)]

    with told(command="essai"), django_assert_num_queries(1):
        User.objects.bulk_create(people)

    versions = User.versions.rel.related_model.objects.filter(pgh_label=ADDED)
    assert versions.count() == 300
    assert versions.values("pgh_context").distinct().count() == 1


def test_what_is_undone_leaves_no_version():
    partnership = PartnershipFactory()

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        Partnership.objects.update(title=f"{1 / len(Partnership.objects.filter(pk=0))}")

    assert partnership.versions.count() == 1


def test_a_record_with_versions_can_be_removed():
    flag = raise_flag(record=PartnershipFactory(), code="doubt", message="Deux dates", raised_by="test")

    ReviewFlag.objects.all().delete()

    assert flag.versions.model.objects.filter(id=flag.pk, pgh_label=REMOVED).exists()


def services_with_a_reason():
    """Every service of ours that is given a reason, by its name."""
    for app in OURS:
        if not (package := find_spec(f"{app}.services")):
            continue
        folder = package.submodule_search_locations
        names = [f"{app}.services.{one.name}" for one in iter_modules(folder)] if folder else [f"{app}.services"]
        for module in map(import_module, names):
            for name, function in vars(module).items():
                of_here = isfunction(function) and function.__module__ == module.__name__
                if of_here and "reason" in signature(function).parameters and "by" in signature(function).parameters:
                    yield f"{module.__name__}.{name}", function


def test_every_service_that_is_given_a_reason_keeps_it_with_what_it_changes():
    found = dict(services_with_a_reason())
    unexplained = {name for name, service in found.items() if not getattr(service, "is_explained", False)}

    assert "core.services.decide_flag" in found
    assert unexplained == {
        "delegations.services.states.refuse_unready",  # these two are steps of explained ones
        "events.services.entries.decide",
        "events.services.events.keep_dates",
    }
