"""What an erasure leaves as it is: published minutes, the archive of the network, and what names no private person."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone

from accounts.models import Invitation
from core.models import LegalPage
from core.sweeping import found_in, kept_models
from directory.models import (
    CountryGroup,
    Organisation,
    OrganisationName,
    Person,
    Territory,
    TerritoryCode,
    TerritoryName,
    Theme,
)
from meetings.enums import MinutesState
from meetings.models import AnnouncementItem, Attendance, Meeting
from meetings.models.parts import MeetingPart

# Places, bodies and what the law wants said: whoever bears the same name is not in question.
REFERENCE = (CountryGroup, Organisation, OrganisationName, Territory, TerritoryCode, TerritoryName, Theme, LegalPage)
# People and invitations are blanked by their number: another with the same name keeps it.
BY_NUMBER = (Person, Invitation)
MACHINERY = (ContentType, Group, Permission)


def published(path=""):
    return Q(**{f"{path}minutes_state": MinutesState.PUBLISHED})


def published_rows():
    """Which rows of which models published minutes are made of, as {model: condition}."""
    parts = {model: published("meeting__") for model in kept_models() if issubclass(model, MeetingPart)}
    parts = {model: rows for model, rows in parts.items() if not hasattr(model, "pgh_tracked_model")}
    return {Meeting: published(), AnnouncementItem: published("announcement__meeting__"), **parts}


def spared_by_contacts():
    return dict.fromkeys(MACHINERY)


def spared_by_names(*, new_versions=False):
    """What keeps a name: reference data and their versions; published minutes, unless new versions are made of them."""
    versions = [
        model for model in kept_models() if getattr(model, "pgh_tracked_model", None) in (*REFERENCE, *BY_NUMBER)
    ]
    spared = dict.fromkeys([*MACHINERY, *REFERENCE, *BY_NUMBER, *versions])
    return spared if new_versions else spared | published_rows()


def meetings_naming(pattern, person=None):
    """The published meetings whose minutes say what `pattern` finds, or that `person` attended."""
    numbers = set()
    for model, rows in published_rows().items():
        path = {Meeting: "pk", AnnouncementItem: "announcement__meeting"}.get(model, "meeting")
        numbers |= set(found_in(model, pattern).filter(rows).values_list(path, flat=True))
    attended = Q(attendances__person=person) if person else Q(pk__in=[])
    return Meeting.objects.filter(published(), Q(pk__in=numbers) | attended).distinct().order_by("first_day", "pk")


def date_new_versions(meetings):
    """The minutes are those of today: they differ from what was sent."""
    return Meeting.objects.filter(pk__in=[meeting.pk for meeting in meetings]).update(version_on=timezone.localdate())


def keep_published_names(person):
    """What published minutes say of who attended stays, though the person's row does not say it any more."""
    if person.erased_at:
        return 0
    attended = Attendance.objects.filter(published("meeting__"), person=person)
    return attended.update(kept_name=str(person)[: Attendance._meta.get_field("kept_name").max_length])
