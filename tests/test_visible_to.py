"""Every model says whom its rows reach, or why it need not; what is for one group reaches no other."""

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser

from accounts.models import Consent, Erasure, FeedLink, Invitation, User
from core.enums import Audience
from core.models import LegalPage, Letter, ReviewFlag
from core.services import raise_flag
from delegations.models import (
    Approach,
    ApproachAnswer,
    ClosedPeriod,
    Commitment,
    Delegation,
    DelegationDocument,
    HostingProfile,
    Opinion,
    Outcome,
    ReferenceCounter,
    RequesterNote,
    StateChange,
    Stop,
)
from directory.models import (
    AbsorbedRecord,
    Affiliation,
    CountryGroup,
    GroupMandate,
    GroupMembership,
    Merge,
    NotDuplicates,
    Organisation,
    OrganisationName,
    Person,
    Territory,
    TerritoryCode,
    TerritoryName,
    Theme,
)
from events.models import AgendaEntry, AnnouncedDate, Event, Lesson, PlanStep, Registration, Seat, Session
from meetings.models import (
    ActionItem,
    AgendaItem,
    Announcement,
    AnnouncementItem,
    Attendance,
    Decision,
    Meeting,
    MinutesImport,
    Proposal,
    RoundTableEntry,
    Section,
)
from partnerships.models import (
    Agreement,
    Milestone,
    Participant,
    Partnership,
    PartnershipContact,
    PartnerWish,
    Project,
    ProposedChange,
    TableImport,
    TableRow,
    VerificationAnswer,
    VerificationCampaign,
    VerificationRequest,
    WorkbookOrder,
)
from tests.admin_rows import FULL_ROW
from tests.delegations.factories import (
    ApproachFactory,
    CommitmentFactory,
    DelegationDocumentFactory,
    DelegationFactory,
    HostingProfileFactory,
    OpinionFactory,
    OutcomeFactory,
    StopFactory,
)
from tests.events.rows import seat_at
from tests.factories import (
    AgendaEntryFactory,
    EventFactory,
    MeetingFactory,
    PartnershipContactFactory,
    PartnershipFactory,
    PartnerWishFactory,
    PlanStepFactory,
    ProjectFactory,
    RoundTableEntryFactory,
    SessionFactory,
    UserFactory,
)
from tests.meetings.part_factories import (
    ActionItemFactory,
    AgendaItemFactory,
    AnnouncementFactory,
    AttendanceFactory,
    DecisionFactory,
    SectionFactory,
)
from tests.partnerships.factories import VerificationRequestFactory, WorkbookOrderFactory
from tests.readers import CLOSED, SEES, STAFF, VISITORS, user_of

pytestmark = pytest.mark.django_db

OURS = ("core", "directory", "accounts", "partnerships", "events", "delegations", "meetings", "cufportal")
WITHOUT = {
    "of the team alone, in the administration or behind a permission": {
        AbsorbedRecord,
        Erasure,
        Letter,
        NotDuplicates,
        Proposal,
        ReferenceCounter,
        ReviewFlag,
        User,
    },
    "read through the record that it is a part of, which says whom it reaches": {
        Agreement,
        AnnouncedDate,
        AnnouncementItem,
        ApproachAnswer,
        ClosedPeriod,
        Milestone,
        Participant,
        ProposedChange,
        VerificationAnswer,
        TableRow,
    },
    "public, as the record that it is a part of": {
        GroupMandate,  # its person says whom it reaches
        GroupMembership,
        LegalPage,
        OrganisationName,
        TerritoryCode,
        TerritoryName,
    },
    "of one account alone, which finds its own": {Consent, FeedLink},
}
# What no group holds to itself: each says whom it reaches, and has a test of its own below or in its app.
OF_NO_GROUP = {Affiliation, CountryGroup, HostingProfile, Invitation, Organisation, Person, Territory, Theme}

OPEN = [reader for reader in SEES if reader != CLOSED]


def shown(group, audience):
    return {"group": group, "audience": audience}


def meeting(group, audience):
    return MeetingFactory(**shown(group, audience), readable=True)


def part_of(factory):
    return lambda group, audience: factory(meeting=meeting(group, audience))


def event(group, audience):
    return EventFactory(**shown(group, audience), open=True)


def session(group, audience):
    return SessionFactory(event=event(group, audience))


def delegation(group, audience):
    """Screened, and read in full by whom it reaches."""
    return DelegationFactory(**shown(group, audience), state="screened", detail="full", dated=True)


def of_delegation(factory, **values):
    return lambda group, audience: factory(delegation=delegation(group, audience), **values)


def entry(group, audience):
    """About no partnership, whose own audience would hold it back."""
    return RoundTableEntryFactory(meeting=meeting(group, audience), partnership=None, kind="position", label="Point")


def state_change(group, audience):
    return StateChange.objects.create(delegation=delegation(group, audience), to_state="received", by=UserFactory())


# One row of each model that a group may hold to itself, of a group and an audience.
MADE = {
    ActionItem: part_of(ActionItemFactory),
    AgendaEntry: lambda group, audience: AgendaEntryFactory(**shown(group, audience), accepted=True),
    AgendaItem: part_of(AgendaItemFactory),
    Announcement: part_of(AnnouncementFactory),
    Approach: of_delegation(ApproachFactory),
    Attendance: part_of(AttendanceFactory),
    Commitment: lambda *which: CommitmentFactory(outcome__delegation=delegation(*which)),
    Decision: part_of(DecisionFactory),
    Delegation: delegation,
    DelegationDocument: lambda group, audience: of_delegation(DelegationDocumentFactory, audience=audience)(
        group, audience
    ),
    Event: event,
    Lesson: lambda *which: Lesson.objects.create(event=event(*which), text="Prévoir des interprètes"),
    Meeting: meeting,
    Opinion: of_delegation(OpinionFactory),
    Outcome: of_delegation(OutcomeFactory),
    Partnership: lambda *which: PartnershipFactory(**shown(*which)),
    PartnershipContact: lambda group, audience: PartnershipContactFactory(
        partnership=PartnershipFactory(group=group, public=True), audience=audience
    ),
    PartnerWish: lambda *which: PartnerWishFactory(**shown(*which)),
    Project: lambda *which: ProjectFactory(partnership=PartnershipFactory(**shown(*which))),
    PlanStep: lambda *which: PlanStepFactory(event=event(*which)),
    RequesterNote: of_delegation(lambda **of: RequesterNote.objects.create(text="Bonjour", **of)),
    RoundTableEntry: entry,
    Section: part_of(SectionFactory),
    Session: session,
    StateChange: state_change,
    Stop: of_delegation(StopFactory),
}
# Theirs whose they are, in the group or not: tests of their own, below and in their apps.
OF_SOMEBODY = {
    *(Merge, MinutesImport, Registration, Seat, TableImport, VerificationCampaign, VerificationRequest, WorkbookOrder),
}
# Never for the public: how an event is prepared, who came to a meeting without being elected, how a visit goes.
FOR_THE_NETWORK = {
    Attendance,
    Lesson,
    PlanStep,
    *(model for model in MADE if model.__module__.startswith("delegations")),
}
FOR_THE_NETWORK -= {Delegation}


def our_models():
    """Without the versions of records and the links between them, which are read through their record."""
    every = [model for app in OURS for model in apps.get_app_config(app).get_models()]
    return {one for one in every if not one._meta.proxy and not one.__name__.endswith("Version")}


def says_to_whom(model):
    return hasattr(model._default_manager.all(), "visible_to")


def test_every_model_says_whom_it_reaches_or_why_it_need_not():
    silent = {model for model in our_models() if not says_to_whom(model)}

    assert silent == set().union(*WITHOUT.values())


def test_every_model_that_says_whom_it_reaches_is_tried_here():
    saying = {model for model in our_models() if says_to_whom(model)}

    assert saying == set(MADE) | OF_NO_GROUP | OF_SOMEBODY


@pytest.mark.parametrize("model", MADE, ids=lambda model: model.__name__)
def test_a_row_reaches_those_whom_its_audience_reaches_and_what_is_for_a_group_no_other(make_user, group, model):
    rows = {MADE[model](group, audience).pk: audience for audience in Audience}
    users = {reader: user_of(reader, make_user) or AnonymousUser() for reader in SEES}
    users[CLOSED].is_active = False

    found = {
        reader: sorted(rows[pk] for pk in model.objects.visible_to(user).values_list("pk", flat=True))
        for reader, user in users.items()
    }

    hidden = VISITORS if model in FOR_THE_NETWORK else ()
    assert found == {reader: [] if reader in hidden else sorted(audiences) for reader, audiences in SEES.items()}


@pytest.mark.parametrize("reader", OPEN)
def test_seats_of_others_imports_and_verifications_reach_the_team_alone(make_user, group, reader):
    for audience in Audience:
        seat_at(session(group, audience))
    MinutesImport.objects.create(group=group, sha256="0" * 64, kind="text", pages=["Réunion"])
    VerificationRequestFactory(campaign__group=group)
    user = user_of(reader, make_user) or AnonymousUser()

    kinds = (Seat, Registration, MinutesImport, VerificationCampaign, VerificationRequest)
    found = [model.objects.visible_to(user).count() for model in kinds]

    assert found == ([4, 4, 1, 1, 1] if reader in STAFF else [0, 0, 0, 0, 0])


@pytest.mark.parametrize("reader", OPEN)
def test_tables_reach_those_who_edit_the_records(make_user, group, reader):
    TableImport.objects.create(group=group, sha256="0" * 64, kind="csv", columns=["Nom"])
    user = user_of(reader, make_user) or AnonymousUser()

    assert TableImport.objects.visible_to(user).exists() == (reader in {"officer", "administrator"})


@pytest.mark.parametrize("reader", OPEN)
def test_a_workbook_reaches_who_asked_for_it_alone(make_user, reader):
    user = user_of(reader, make_user) or AnonymousUser()
    own = {WorkbookOrderFactory(asked_by=user).pk} if user.is_authenticated else set()
    WorkbookOrderFactory(made=True)

    assert set(WorkbookOrder.objects.visible_to(user).values_list("pk", flat=True)) == own


@pytest.mark.parametrize("reader", OPEN)
def test_merges_reach_those_who_edit_the_records(make_user, group, reader):
    FULL_ROW[Merge](0)
    user = user_of(reader, make_user) or AnonymousUser()

    assert Merge.objects.visible_to(user).exists() == (reader in {"officer", "administrator"})


@pytest.mark.parametrize("reader", OPEN)
def test_who_hosts_what_reaches_the_network(make_user, group, reader):
    HostingProfileFactory()
    user = user_of(reader, make_user) or AnonymousUser()

    assert HostingProfile.objects.visible_to(user).exists() == (reader != "visitor")


def test_a_doubt_about_a_record_of_a_group_is_not_told_to_another(make_user, group, client):
    pair = MADE[Partnership](group, Audience.GROUP)
    raise_flag(record=pair, code="doubt", message="Deux dates", raised_by="test")
    client.force_login(user_of("outsider", make_user))

    assert client.get(pair.get_absolute_url()).status_code == 404
