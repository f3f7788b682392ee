"""Rows with all their parts, as full as the administration may meet them."""

from datetime import date, timedelta
from itertools import count

from django.contrib.contenttypes.models import ContentType
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from accounts.models import Erasure, Invitation, User
from core.dates import FuzzyDate
from core.models import LegalPage, Letter, ReviewFlag
from core.services import raise_flag
from delegations.models import (
    Approach,
    ApproachAnswer,
    ClosedPeriod,
    Delegation,
    HostingProfile,
    Outcome,
    RequesterNote,
    StateChange,
)
from directory.enums import MandateRole
from directory.models import CountryGroup, GroupMandate, Merge, Organisation, OrganisationName, Person, Territory, Theme
from events.models import AgendaEntry, Event, Lesson, PlanStep, Registration, Seat, Session
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
    PartnerWish,
    ProposedChange,
    TableImport,
    VerificationCampaign,
    VerificationRequest,
    WorkbookOrder,
)
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
from tests.events import full_rows as of_events
from tests.factories import (
    AffiliationFactory,
    CountryGroupFactory,
    GroupMembershipFactory,
    InvitationFactory,
    MeetingFactory,
    OrganisationFactory,
    PartnershipContactFactory,
    PartnershipFactory,
    PartnerWishFactory,
    PersonFactory,
    ProjectFactory,
    RoundTableEntryFactory,
    TerritoryCodeFactory,
    TerritoryFactory,
    TerritoryNameFactory,
    ThemeFactory,
    UserFactory,
)
from tests.partnerships.factories import (
    AnswerFactory,
    CampaignFactory,
    ChangeFactory,
    VerificationRequestFactory,
    WorkbookOrderFactory,
)

number = count(1)


def territory(parts):
    made = TerritoryFactory(parent=TerritoryFactory())
    for _ in range(parts):
        TerritoryNameFactory(territory=made)
        TerritoryCodeFactory(territory=made)
    return made


def organisation(parts):
    made = OrganisationFactory(parent=OrganisationFactory())
    for rank in range(parts):
        OrganisationName.objects.create(organisation=made, text=f"Nom {rank}")
        AffiliationFactory(organisation=made, since=FuzzyDate.year(2010 + rank))
        GroupMembershipFactory(organisation=made, group=CountryGroupFactory(slug=f"groupe-{next(number)}"))
    return made


def person(parts):
    made = PersonFactory()
    for _ in range(parts):
        AffiliationFactory(person=made)
        group = CountryGroupFactory(slug=f"groupe-{next(number)}")
        GroupMandate.objects.create(person=made, group=group, role=MandateRole.OFFICER)
    return made


def group(parts):
    made = CountryGroupFactory(slug=f"groupe-{next(number)}")
    for rank in range(parts):
        GroupMembershipFactory(group=made)
        first = date(1900, 1, 1) + timedelta(days=400 * rank)
        period = DateRange(first, first + timedelta(days=365))
        GroupMandate.objects.create(group=made, person=PersonFactory(), role=MandateRole.CHAIR, period=period)
        made.partners.add(OrganisationFactory())
    return made


def theme(parts):
    return ThemeFactory(parent=ThemeFactory(), sdgs=[11], synonyms=["ville"] * parts)


def partnership(parts):
    made = PartnershipFactory(since=FuzzyDate.year(1982))
    previous = None
    for rank in range(parts):
        previous = Agreement.objects.create(partnership=made, form="twinning", replaces=previous)
        Milestone.objects.create(partnership=made, text=f"Jalon {rank}", when=FuzzyDate.year(1990 + rank))
        Participant.objects.create(partnership=made, organisation=OrganisationFactory())
        project = ProjectFactory(partnership=made, place="france", since=FuzzyDate.year(2015), french_euros=1000)
        project.themes.add(ThemeFactory())
        PartnershipContactFactory(partnership=made)
        made.themes.add(ThemeFactory())
        raise_flag(record=made, code="near_spelling", message=f"Doute {rank}", raised_by="test")
    return made


def table_import(parts):
    made = TableImport.objects.create(
        group=CountryGroupFactory(),
        sha256=f"{next(number):064x}",
        kind="csv",
        state="checked",
        columns=["Collectivité", "Partenaire"],
        mapping={"french_name": 0, "foreign_name": 1},
        row_count=parts,
        created_by=UserFactory(),
    )
    for rank in range(parts):
        said = ["french_name", "ambiguous", "Tours", "2", "french||tours|", "t1,t2"]
        made.rows.create(line=rank + 2, cells=["Tours", "Luoyang"], outcome="asked", problems=[said])
    return made


def agreement(parts):
    return partnership(max(parts, 1)).agreements.first()


def wish(parts):
    made = PartnerWishFactory(state="met", became=PartnershipFactory())
    for rank in range(parts):
        made.themes.add(ThemeFactory())
        raise_flag(record=made, code="near_spelling", message=f"Doute {rank}", raised_by="test")
    return made


def campaign(parts):
    made = CampaignFactory(sent=True, sent_by=UserFactory(), message="Bonjour")
    for _ in range(parts):
        VerificationRequestFactory(campaign=made)
    return made


def verification(parts):
    answered = {"state": "answered", "answered_at": timezone.now(), "answered_by": PersonFactory()}
    made = VerificationRequestFactory(**answered, comment="Merci")
    for _ in range(parts):
        ChangeFactory(answer=AnswerFactory(request=made, comment="Nouveau contact"))
    return made


def letter(parts):
    return Letter.objects.create(to="lecteur@example.org", subject="Rappel", body="Bonjour", language="fr")


def legal_page(parts):
    """The migrations wrote the pages, and there is one of each kind in each language."""
    return LegalPage.objects.get_or_create(kind="mentions-legales", language="fr", defaults={"title": "Mentions"})[0]


def flag(parts):
    return raise_flag(
        record=PartnershipFactory(), code="near_spelling", message=f"Doute {next(number)}", raised_by="test"
    )


def meeting(parts):
    made = MeetingFactory()
    for rank in range(parts):
        present = Attendance.objects.create(meeting=made, person=PersonFactory(), organisation=OrganisationFactory())
        Attendance.objects.create(meeting=made, organisation=OrganisationFactory(), represented_by=present)
        AgendaItem.objects.create(meeting=made, title=f"Point {rank}")
        RoundTableEntryFactory(meeting=made)
        RoundTableEntryFactory(meeting=made, partnership=None, kind="wish", wish=wish(0), label="Recherche")
        Section.objects.create(meeting=made, title=f"Partie {rank}", body="<p>Texte</p>")
        Decision.objects.create(meeting=made, text=f"Décision {rank}")
        action(0, meeting=made)
        announcement(0, meeting=made)
        raise_flag(record=made, code="date_day_mismatch", message=f"Doute {rank}", raised_by="test")
    return made


def action(parts, **values):
    before = ActionItem.objects.create(meeting=MeetingFactory(), text="Avant")
    values = {"meeting": before.meeting, **values}
    due = FuzzyDate.month(2018, 3)
    return ActionItem.objects.create(
        text="Écrire aux membres", owner=OrganisationFactory(), due=due, carried_from=before, **values
    )


def announcement(parts, **values):
    values = values or {"meeting": MeetingFactory()}
    made = Announcement.objects.create(title="Assises", when=FuzzyDate.year(2018), **values)
    for rank in range(parts):
        AnnouncementItem.objects.create(announcement=made, text=f"Temps {rank}")
    return made


def attendance(parts):
    other = Attendance.objects.create(meeting=MeetingFactory(), person=PersonFactory())
    return Attendance.objects.create(meeting=other.meeting, organisation=OrganisationFactory(), represented_by=other)


def entry(parts):
    return RoundTableEntryFactory(organisation=OrganisationFactory())


def minutes_import(parts):
    made = MinutesImport.objects.create(
        group=CountryGroupFactory(),
        sha256=f"{next(number):064x}",
        kind="text",
        pages=["Texte"],
        meeting=MeetingFactory(),
        created_by=UserFactory(),
    )
    for rank in range(parts):
        proposal(rank, made)
    return made


def proposal(rank, made=None):
    return Proposal.objects.create(
        minutes_import=made or minutes_import(0),
        rank=rank,
        kind="action",
        fields={"text": "Écrire"},
        confidence=0.5,
        page=1,
        line=1,
        excerpt="Écrire",
        doubts=[{"code": "near_spelling", "message": "À relire"}],
    )


def delegation(parts):
    made = DelegationFactory(dated=True, shared=True, sender=OrganisationFactory(), sender_territory=TerritoryFactory())
    for rank in range(parts):
        approach(0, delegation=made)
        OpinionFactory(delegation=made, given_by=UserFactory(), kind="none", given_on="2026-12-01")
        StopFactory(delegation=made, state="cancelled", cancelled_why="Grève", host=OrganisationFactory())
        DelegationDocumentFactory(delegation=made)
        StateChange.objects.create(delegation=made, to_state="received", by=UserFactory())
        RequesterNote.objects.create(delegation=made, text=f"Message {rank}")
        made.themes.add(ThemeFactory())
        raise_flag(record=made, code="near_spelling", message=f"Doute {rank}", raised_by="test")
    return made


def approach(parts, **values):
    made = ApproachFactory(asked_by=UserFactory(), **values)
    for _ in range(parts):
        ApproachAnswer.objects.create(approach=made, answer="declined", by=UserFactory())
    return made


def outcome(parts):
    made = OutcomeFactory(written_by=UserFactory())
    for _ in range(parts):
        CommitmentFactory(outcome=made, organisation=OrganisationFactory(), due=FuzzyDate.year(2027))
    return made


def hosting_profile(parts):
    made = HostingProfileFactory(languages=["fr", "zh"])
    for rank in range(parts):
        made.themes.add(ThemeFactory())
        ClosedPeriod.objects.create(profile=made, period=DateRange(date(2027, rank + 1, 1), date(2027, rank + 1, 9)))
    return made


def erasure(parts):
    kind = ContentType.objects.get_for_model(Person)
    return Erasure.objects.create(content_type=kind, object_id=next(number), asked_by=UserFactory())


def merge(parts):
    kind = ContentType.objects.get_for_model(Organisation)
    two = {"kept_number": 1, "kept_name": "Ville de Tours", "absorbed_number": 2, "absorbed_name": "Mairie de Tours"}
    return Merge.objects.create(content_type=kind, **two, reason="Saisi deux fois", merged_by=UserFactory())


FULL_ROW = {
    ActionItem: action,
    AgendaEntry: of_events.entry,
    Agreement: agreement,
    Announcement: announcement,
    Approach: approach,
    Attendance: attendance,
    CountryGroup: group,
    Delegation: delegation,
    Decision: lambda parts: Decision.objects.create(meeting=MeetingFactory(), text="Décision"),
    Erasure: erasure,
    Event: of_events.event,
    Invitation: lambda parts: InvitationFactory(function="Directrice"),
    Lesson: of_events.lesson,
    Meeting: meeting,
    Merge: merge,
    PlanStep: of_events.plan_step,
    Registration: of_events.registration,
    Seat: of_events.seat,
    Session: of_events.session,
    MinutesImport: minutes_import,
    HostingProfile: hosting_profile,
    Organisation: organisation,
    Outcome: outcome,
    PartnerWish: wish,
    Partnership: partnership,
    Person: person,
    Proposal: proposal,
    ProposedChange: lambda parts: ChangeFactory(
        state="refused", reason="Signé en 1980", decided_by=UserFactory(), decided_at=timezone.now()
    ),
    ReviewFlag: flag,
    LegalPage: legal_page,
    Letter: letter,
    RoundTableEntry: entry,
    Section: lambda parts: Section.objects.create(meeting=MeetingFactory(), title="Partie", body="<p>Texte</p>"),
    TableImport: table_import,
    Territory: territory,
    Theme: theme,
    User: lambda parts: UserFactory(),
    VerificationCampaign: campaign,
    VerificationRequest: verification,
    WorkbookOrder: lambda parts: WorkbookOrderFactory(made=True),
}
