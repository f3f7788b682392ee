"""How long what is kept: each rule ends what is due, and nothing else."""

import io
from datetime import timedelta
from pathlib import Path

import pghistory
import pytest
from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from accounts.models import FeedLink, Invitation, User
from accounts.services import close_account
from core.models import Letter
from core.retention import PIECE, RULES, apply_rule, counts
from cufportal import retention
from delegations.models import Delegation
from directory.models import Merge
from meetings.models import MinutesImport, Proposal
from partnerships.models import (
    TableImport,
    TableRow,
    VerificationAnswer,
    VerificationRequest,
    WorkbookOrder,
)
from tests.admin_rows import FULL_ROW
from tests.delegations.factories import DelegationFactory
from tests.factories import CountryGroupFactory, OrganisationFactory, PersonFactory, UserFactory
from tests.partnerships.factories import AnswerFactory, VerificationRequestFactory, WorkbookOrderFactory

pytestmark = pytest.mark.django_db
DOCUMENT = Path(__file__).resolve().parents[2] / "docs/data.md"


def minutes_import():
    number = MinutesImport.objects.count()
    return MinutesImport.objects.create(
        group=CountryGroupFactory(), sha256=f"{number:064d}", kind="text", pages=["Réunion"], name="cr.txt"
    )


def table_import():
    group = CountryGroupFactory()
    return TableImport.objects.create(group=group, sha256="0" * 64, kind="csv", columns=["Nom"], name="martin.csv")


def proposal():
    fields = {"fields": {"last_name": "Martin"}, "excerpt": "M. Martin", "page": 1, "line": 1, "confidence": 1}
    decided = {"state": "accepted", "decided_at": timezone.now()}
    return Proposal.objects.create(minutes_import=minutes_import(), rank=0, kind="position", **fields, **decided)


def invitation():
    names = {"email": f"i{Invitation.objects.count()}@example.org", "last_name": "Martin", "first_name": "Ana"}
    return Invitation.objects.create(
        organisation=OrganisationFactory(), invited_by=UserFactory(), expires_at=timezone.now(), **names
    )


def context():
    with pghistory.context(user=1, page="x"):
        CountryGroupFactory(slug=f"g{timezone.now().timestamp()}")
    return pghistory.models.Context.objects.latest("created_at")


def confirmation():
    address = EmailAddress.objects.create(user=UserFactory(), email="a@example.org")
    return EmailConfirmation.objects.create(email_address=address, key=str(timezone.now().timestamp()))


def session():
    return Session.objects.create(session_key=f"k{Session.objects.count()}", expire_date=timezone.now())


def log_entry():
    return LogEntry.objects.create(user=UserFactory(), object_repr="Martin", action_flag=2, change_message="")


def user_session():
    key = f"k{UserSession.objects.count()}"
    return UserSession.objects.create(user=UserFactory(), ip="192.0.2.1", session_key=key)


def merge():
    row = FULL_ROW[Merge](0)
    row.steps = [{"act": "folded", "model": "directory.affiliation", "before": {"1": "Martin"}}]
    row.save()
    return row


def letter(**values):
    return Letter.objects.create(to="a@example.org", subject="x", body="Martin", language="fr", **values)


def delegation(**values):
    number = Delegation.objects.count() + 1
    return DelegationFactory(
        reference=f"D-2019-{number:03d}", contact_name="Zhang", contact_email="z@example.org", **values
    )


ROWS = {
    (Letter, "sent_at"): lambda: letter(sent_at=timezone.now(), next_try_at=None),
    (Letter, "created_at"): lambda: letter(next_try_at=None),
    (Session, "expire_date"): session,
    (LogEntry, "action_time"): log_entry,
    (pghistory.models.Context, "created_at"): context,
    (Invitation, "expires_at"): invitation,
    (UserSession, "last_seen_at"): user_session,
    (FeedLink, "revoked_at"): lambda: FeedLink.objects.create(
        user=UserFactory(), created_at=timezone.now() - timedelta(days=9000), revoked_at=timezone.now()
    ),
    (EmailConfirmation, "created"): confirmation,
    (User, "last_login"): lambda: UserFactory(is_active=False, last_login=timezone.now()),
    (Delegation, "created_at"): lambda: delegation(suspect=True),
    (Delegation, "updated_at"): lambda: delegation(state="refused"),
    (Proposal, "decided_at"): proposal,
    (MinutesImport, "created_at"): minutes_import,
    (Merge, "merged_at"): merge,
    (VerificationRequest, "answered_at"): lambda: VerificationRequestFactory(
        state="settled", answered_at=timezone.now(), answered_by=PersonFactory(), comment="Martin"
    ),
    (VerificationAnswer, "created_at"): lambda: AnswerFactory(comment="Martin"),
    (TableImport, "created_at"): lambda: table_import(),
    (TableRow, "created_at"): lambda: table_import().rows.create(line=2, cells=["M. Martin"]),
    (WorkbookOrder, "updated_at"): lambda: WorkbookOrderFactory(made=True),
}
every_rule = pytest.mark.parametrize("rule", retention.RULES, ids=lambda rule: f"{rule.model.__name__}-{rule.what}")


def row_for(rule, *, age):
    column = rule.since if isinstance(rule.since, str) else "last_login"
    row = ROWS[rule.model, column]()
    if str(rule.what).endswith("closes"):
        type(row).objects.filter(pk=row.pk).update(state="closed", first_day="2019-01-01", last_day="2019-01-02")
    rule.model._base_manager.filter(pk=row.pk).update(**{column: timezone.now() - age})
    if rule.model is User:
        row.versions.update(pgh_created_at=timezone.now() - age)
    return rule.model._base_manager.get(pk=row.pk)


@every_rule
def test_what_is_older_than_its_rule_ends_and_what_is_younger_stays(rule):
    old = row_for(rule, age=rule.kept + timedelta(hours=1))
    young = row_for(rule, age=rule.kept - timedelta(hours=1))

    assert list(rule.due()) == [old]
    assert apply_rule(rule) == 1

    assert list(rule.due()) == []
    assert rule.model._base_manager.filter(pk=young.pk).values().get() == values_of(young)
    ended = rule.model._base_manager.filter(pk=old.pk).values().first()
    assert ended != values_of(old)


def values_of(row):
    return {each.attname: getattr(row, each.attname) for each in row._meta.concrete_fields}


@every_rule
def test_the_versions_of_what_ends_say_no_more_than_the_row(rule):
    if not rule.blanked or rule.model is pghistory.models.Context:
        return
    old = row_for(rule, age=rule.kept + timedelta(hours=1))

    apply_rule(rule)

    versions = old.versions.model
    kept = {
        name: value for name, value in rule.blanked.items() if name in {each.name for each in versions._meta.fields}
    }
    assert versions.objects.filter(pgh_obj_id=old.pk).exists()
    assert not kept or not versions.objects.filter(pgh_obj_id=old.pk).exclude(**kept).exists()


def test_a_letter_that_waits_is_never_thrown_away():
    letter()
    Letter.objects.update(created_at=timezone.now() - timedelta(days=4000))

    assert sum(apply_rule(rule) for rule in RULES if rule.model is Letter) == 0


def test_many_rows_end_by_pieces():
    old = {"sent_at": timezone.now() - timedelta(days=4000), "next_try_at": None}
    written = {"to": "a@example.org", "subject": "x", "body": "y", "language": "fr"}
    Letter.objects.bulk_create(Letter(**written, **old) for _ in range(PIECE + 1))

    assert apply_rule(RULES[0]) == PIECE + 1
    assert not Letter.objects.exists()


def test_a_dry_run_counts_and_changes_nothing():
    letter(sent_at=timezone.now() - timedelta(days=4000), next_try_at=None)
    out = io.StringIO()

    call_command("retention", "--dry-run", stdout=out)

    assert out.getvalue().splitlines()[0] == "lettres envoyées : 1"
    assert Letter.objects.count() == 1


def test_the_table_is_written_in_the_document_and_on_the_page(client):
    out = io.StringIO()
    call_command("retention", "--table", stdout=out)

    page = client.get("/donnees-personnelles/").context["durations"]

    assert out.getvalue().strip() in DOCUMENT.read_text(encoding="utf-8")
    assert page == retention.table_in_words()


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_page_says_the_durations_in_its_own_language(client, language):
    client.cookies["django_language"] = language

    response = client.get("/donnees-personnelles/")

    assert response.status_code == 200
    assert len(response.context["durations"]) == len(retention.RULES)


def test_an_import_whose_text_has_gone_is_still_read(as_role, group):
    read = proposal().minutes_import
    MinutesImport.objects.update(pages=[], name="")
    Proposal.objects.update(fields={}, match={}, excerpt="")

    assert as_role("officer").get(read.get_absolute_url()).status_code == 200


def test_every_rule_has_an_old_row_in_these_tests():
    named = {(rule.model, rule.since if isinstance(rule.since, str) else "last_login") for rule in retention.RULES}

    assert named == set(ROWS)


def test_an_account_that_slept_for_long_is_kept_its_whole_time_once_closed(make_user):
    user = UserFactory(last_login=timezone.now() - timedelta(days=4000))
    close_account(account=user, by=make_user("administrator"))

    assert [rule.due().count() for rule in retention.RULES if rule.model is User] == [0]


def test_a_dry_run_counts_what_two_rules_might_end_once():
    row = delegation(suspect=True, state="refused")
    long_ago = timezone.now() - timedelta(days=4000)
    Delegation.objects.filter(pk=row.pk).update(created_at=long_ago, updated_at=long_ago)

    told = sum(count for _rule, count in counts(retention.RULES))

    assert (told, sum(apply_rule(rule) for rule in retention.RULES)) == (1, 1)
