"""The world on which `access.txt` is true, its readers, and what each of them is answered there."""

import re
from contextlib import contextmanager, nullcontext
from fnmatch import fnmatchcase
from time import time
from unittest import mock

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone

from accounts.enums import ConsentPurpose, Role
from accounts.links import invitation_token
from accounts.models import User
from accounts.services import ask_erasure, feed_token, give_consent, renew_feed_link
from core.dates import FuzzyDate
from core.enums import Audience
from core.services import raise_flag
from cufportal.merging.kinds import KINDS
from delegations.links import follow_token
from directory.merging.writing import merge_records
from meetings.models import MinutesImport, Proposal
from partnerships.models import Partnership, TableImport
from partnerships.models.workbooks import reach_of
from scripts.access_table import READERS, SIGN_IN, lines
from tests.admin_rows import FULL_ROW
from tests.delegations.factories import (
    ApproachFactory,
    CommitmentFactory,
    DelegationDocumentFactory,
    DelegationFactory,
    OpinionFactory,
    OutcomeFactory,
    StopFactory,
)
from tests.events.rows import seat_at
from tests.factories import (
    AffiliationFactory,
    AgendaEntryFactory,
    AgreementFactory,
    CountryGroupFactory,
    EventFactory,
    InvitationFactory,
    MeetingFactory,
    OrganisationFactory,
    PartnershipFactory,
    PartnerWishFactory,
    PersonFactory,
    SessionFactory,
    ThemeFactory,
)
from tests.meetings.part_factories import ActionItemFactory, AnnouncementFactory
from tests.partnerships.factories import (
    CampaignFactory,
    ChangeFactory,
    VerificationRequestFactory,
    WorkbookOrderFactory,
    asked,
)
from tests.readers import OUTSIDER, account_of, outsider

TABLE = lines()
METHODS = ("GET", "POST")
ANYTHING = {
    "reason": "Parce que",
    "state": "amendment",
    "direction": "down",
    "give": "mailings",
}  # what most acts ask for
REFUSED = {"403", "404", "405", SIGN_IN}
DOORS = ("/compte/login/", "/admin/login/")
PDF = b"%PDF-1.7\n%%EOF"
OURS = ("cufportal:", "directory:", "partnerships:", "delegations:", "events:", "meetings:", "accounts:")
# What any request may touch: the session, the counts of attempts, the reader’s own secret of a form.
KEPT_ASIDE = re.compile(r'"?(django_session|cache)"?\b')
WRITES = re.compile(r"^\s*(insert|update|delete)\b", re.IGNORECASE)


def patterns():
    """Pairs (name, path) of every pattern of the resolver; one without a name is called by its path."""
    return list(walk(get_resolver()))


def walk(resolver, path="/", namespace=""):
    for one in resolver.url_patterns:
        below = path + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from walk(one, below, f"{namespace}{one.namespace}:" if one.namespace else namespace)
        else:
            yield (f"{namespace}{one.name}" if one.name else below), below


def lines_of(name):
    """The lines of the table about a pattern: those of its very name, else those of a name with « * »."""
    return [line for line in TABLE if line.name == name] or [line for line in TABLE if is_about(line, name)]


def is_about(line, name):
    return "*" in line.name and "?P" not in line.name and fnmatchcase(name, line.name)


def cases():
    """Triples (line, name, path): each pattern as the table says that it is used."""
    return [(line, name, path) for name, path in patterns() for line in lines_of(name)]


def public_names():
    """The addresses of our own that a visitor reaches."""
    return {line.name for line in TABLE if line.name.startswith(OURS) and SIGN_IN not in line.cells["visitor"]}


def sent_names():
    """The addresses of our own where somebody may send something."""
    return {
        line.name
        for line in TABLE
        if line.name.startswith(OURS) and any(line.answer(reader, "POST") not in REFUSED for reader in READERS)
    }


def sent_only():
    """The addresses of our own that answer forms alone."""
    return {line.name for line in TABLE if line.name.startswith(OURS) and line.answer("administrator", "GET") == "405"}


class World:
    """One record of each sort, which all readers see unless its audience is narrower, and those of the organisation of
    the member and the referent."""

    def __init__(self, audience=Audience.PUBLIC):
        self.group = CountryGroupFactory()
        self.shown = {"group": self.group, "audience": audience}
        self.ours = OrganisationFactory()
        self.institution = OrganisationFactory(kind="ministry", territory=None, name="Ministère d’ici")
        self.users = {role: account_of(role, self.group, self.ours) for role in READERS if role != OUTSIDER}
        self.users[OUTSIDER] = outsider()
        AffiliationFactory(person=self.users["partner"].person, organisation=self.institution)
        self.things = self.directory() | self.partnerships() | self.agenda() | self.delegations() | self.meetings()
        self.things |= self.accounts() | self.privacy() | self.versions()
        self.read = set()  # pages of the administration, (method, address), that somebody was given
        self.cookies = {reader: self.signed_in(user) for reader, user in self.users.items()}
        self.records = {model: FULL_ROW.get(model, existing(model))(0).pk for model in admin.site._registry}

    def directory(self):
        account = account_of("member", self.group)
        link = renew_feed_link(user=account)
        one, other, officer = OrganisationFactory(), OrganisationFactory(), self.users["officer"]
        return {
            "ours": self.ours.pk,
            "territory": self.ours.territory_id,
            "slug": self.group.slug,
            "account": account.pk,
            "feed": feed_token(link),
            "twin": OrganisationFactory(name=self.ours.name).pk,
            "merge": merge_records(kept=one, absorbed=other, kinds=KINDS, reason="Deux fois", by=officer).pk,
        }

    def partnerships(self):
        pair = PartnershipFactory(**self.shown)
        agreement = AgreementFactory(partnership=pair)
        agreement.file.save("accord.pdf", ContentFile(PDF))
        wish, theme = PartnerWishFactory(**self.shown), ThemeFactory()
        for record in (pair, wish):
            record.themes.add(theme)
        return {
            "pair": pair.pk,
            "theme": theme.slug,
            "own_pair": PartnershipFactory(**self.shown, french_side=self.ours).pk,
            "agreement": agreement.pk,
            "ended": PartnershipFactory(**self.shown, status="ended").pk,
            "doubt": raise_flag(record=pair, code="doubt", message="Deux dates", raised_by="test").pk,
            "wish": wish.pk,
            "own_wish": PartnerWishFactory(**self.shown, organisation=self.ours).pk,
            **self.verifications(pair),
            "table": FULL_ROW[TableImport](1).pk,
            "own_workbook": self.workbook(self.users["member"]),
            "partnership_type": ContentType.objects.get_for_model(Partnership).pk,
        }

    def workbook(self, user):
        made = WorkbookOrderFactory(made=True, asked_by=user, reach=reach_of(User.objects.get(pk=user.pk)))
        made.file.save("classeur.xlsx", ContentFile(b"PK"))
        return made.pk

    def verifications(self, pair):
        request, token, _pairs = asked(group=self.group)
        answered = VerificationRequestFactory(
            campaign=request.campaign, organisation=pair.french_side, state="answered", answered_at=timezone.now()
        )
        change = ChangeFactory(answer__request=answered, answer__partnership=pair)
        draft = CampaignFactory(group=self.group)
        VerificationRequestFactory(campaign=draft, organisation=pair.french_side, sent_at=None)
        return {
            "draft": draft.pk,
            "campaign": request.campaign_id,
            "asked": request.pk,
            "answered": answered.pk,
            "answer": change.answer_id,
            "verifying": token,
        }

    def agenda(self):
        seat = seat_at(SessionFactory(event=EventFactory(**self.shown, open=True)))
        return {
            "entry": AgendaEntryFactory(**self.shown, accepted=True).pk,
            "own_entry": AgendaEntryFactory(**self.shown, proposed_by=self.users["member"]).pk,
            "event": seat.session.event_id,
            "session": seat.session_id,
            "seat": seat.pk,
            "own_seat": seat_at(seat.session, organisation=self.ours).pk,
        }

    def delegations(self):
        delegation, own = (
            DelegationFactory(**self.shown, state="received", detail="full", dated=True) for _ in range(2)
        )
        approach, outcome = ApproachFactory(delegation=delegation), OutcomeFactory(delegation=delegation)
        own_outcome = OutcomeFactory(delegation=own)
        document = DelegationDocumentFactory(delegation=delegation, file="")
        document.file.save("lettre.pdf", ContentFile(PDF))
        return {
            "delegation": delegation.pk,
            "own_delegation": own.pk,
            "document": document.pk,
            "token": follow_token(delegation),
            "approach": approach.pk,
            "own_approach": ApproachFactory(delegation=own, organisation=self.ours).pk,
            "host": approach.organisation_id,
            "opinion": OpinionFactory(delegation=delegation).pk,
            "own_opinion": OpinionFactory(delegation=own, organisation=self.institution).pk,
            "stop": StopFactory(delegation=delegation).pk,
            "commitment": CommitmentFactory(outcome=outcome).pk,
            "own_commitment": CommitmentFactory(outcome=own_outcome, organisation=self.ours).pk,
        }

    def meetings(self):
        meeting = MeetingFactory(**self.shown, minutes_state="draft")
        minutes_import = MinutesImport.objects.create(group=self.group, sha256="0" * 64, kind="text", pages=["Réunion"])
        place = {"page": 1, "line": 1, "confidence": 1.0}
        said = {"kind": "position", "fields": {"text": "Réciprocité"}}
        Proposal.objects.create(minutes_import=minutes_import, rank=0, **said, **place)
        return {
            "meeting": meeting.pk,
            "approved": MeetingFactory(**self.shown, minutes_state="approved").pk,
            "action": ActionItemFactory(meeting=meeting).pk,
            "announcement": AnnouncementFactory(meeting=meeting, when=FuzzyDate.year(2027)).pk,
            "import": minutes_import.pk,
        }

    def accounts(self):
        other, colleague = AffiliationFactory(), AffiliationFactory(organisation=self.ours)
        sessions = {
            name: UserSession.objects.create(user=user, ip="127.0.0.1", session_key=open_session(user))
            for name, user in (("open", account_of("member", self.group)), ("own_open", self.users["member"]))
        }
        return {
            "other": other.organisation_id,
            "stranger": other.person_id,
            "colleague": colleague.person_id,
            "team_account": account_of("secretariat", self.group).pk,
            "administrator_account": self.users["administrator"].pk,
            "invitation": InvitationFactory().pk,
            "own_invitation": InvitationFactory(organisation=self.ours).pk,
            "referent_invitation": InvitationFactory(organisation=self.ours, may_edit=True).pk,
            "role_invitation": InvitationFactory(organisation=None, role=Role.SECRETARIAT).pk,
            "invited": invitation_token(InvitationFactory()),
            **{name: session.pk for name, session in sessions.items()},
        }

    def privacy(self):
        person, officer = PersonFactory(), self.users["officer"]
        consent = give_consent(person=person, purpose=ConsentPurpose.EMAIL_SHOWN, by=officer)
        return {
            "someone": person.pk,
            "consented": consent.pk,
            "erasure_asked": ask_erasure(record=PersonFactory(), by=officer).pk,
        }

    def versions(self):
        pair, member = Partnership.objects.get(pk=self.things["pair"]), self.users["member"]
        return {
            "version": pair.versions.order_by("pk").first().pk,
            "account_version": member.versions.order_by("pk").first().pk,
        }

    def signed_in(self, user):
        client = Client()
        if user:
            EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
            client.force_login(user)
            session = client.session
            # Who has just proved who they are again is not asked to: what the pages behind answer is seen
            proof = {"method": "password", "at": time() + 86_400, "reauthenticated": True}
            session["account_authentication_methods"] = [proof]
            session["account_authentication_methods_user"] = str(user.pk)
            session.save()
        return {name: morsel.value for name, morsel in client.cookies.items()}

    def address(self, line, name, path):
        """Where the line leads: its things are looked up in this world, or stand as they are."""
        if name.startswith("/"):
            return re.sub(r"<path:object_id>|\(.*", lambda _found: str(self.record(name) or "nulle-part"), path)
        return reverse(
            name,
            args=[self.record(name) if thing == "record" else self.things.get(thing, thing) for thing in line.things],
        )

    def record(self, name):
        """The number of a row of the model whose administration `name` is about."""
        named = re.match(r"(?:admin:|/admin/)([a-z]+)[_/]([a-z]+)[_/]", name)
        return named and self.records[apps.get_model(*named.groups())]

    def answer(self, reader, method, address):
        """(what is answered, what was written): of one request, which is then undone."""
        written, page = Written(), (method, address)
        with undone(), connection.execute_wrapper(written), blank(page in self.read):
            client = Client()
            client.cookies.load(self.cookies[reader])
            response = client.post(address, ANYTHING) if method == "POST" else client.generic(method, address)
            status = told(response)
        if status == "200" and address.startswith("/admin/"):
            self.read.add(page)
        return status, written.statements


def open_session(user):
    """The key of a session on another device; one that is over would be swept away by whoever looks at theirs."""
    device = Client()
    device.force_login(user)
    return device.session.session_key


class Written:
    """The statements that change something, but for what any request may touch."""

    def __init__(self):
        self.statements = []

    def __call__(self, execute, sql, params, many, context):
        if WRITES.match(sql) and not KEPT_ASIDE.search(sql[:60]):
            self.statements.append(sql)
        return execute(sql, params, many, context)


def existing(model):
    return lambda _parts: model.objects.order_by("pk").first()


@contextmanager
def undone():
    before = transaction.savepoint_create()
    yield
    transaction.savepoint_rollback(before)


def blank(wanted):
    """Every decision is taken, and the page is not written out: the administration’s are long, and alike for the team."""
    return mock.patch.object(SimpleTemplateResponse, "rendered_content", "") if wanted else nullcontext()


def told(response):
    if response.streaming:
        b"".join(response)  # to the end, which closes the file
    to_sign_in = response.status_code == 302 and response["Location"].startswith(DOORS)
    return SIGN_IN if to_sign_in else str(response.status_code)
