"""Who reads the address and the telephone of a person: written once, for pages, lists, exports and interfaces."""

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, Value, When
from django.utils import timezone

from core.enums import Audience
from directory.models.groups import GroupMembership
from directory.models.people import Affiliation

CONTACTS = ("email", "phone")


def with_contacts(rows, user, *, person=""):
    """Annotate `shown_email` and `shown_phone`: what `user` may read, "" otherwise.

    `person` is the lookup that leads from the rows to the person (« person__ »; "" for people themselves).
    """
    shown = {
        f"shown_{name}": Case(When(reached(user, name, person), F(f"{person}{name}")), default=NOTHING)
        for name in CONTACTS
    }
    return rows.annotate(**shown)


NOTHING = Value("", output_field=CharField())


def reached(user, name, person=""):
    """The condition under which a contact is read: one's own, always; else its audience, as the person chose it.

    The group of a person is made of the members of the groups that an organisation they work for is a member of today.
    """
    audience, own = f"{person}{name}_audience", f"{person}pk" if person else "pk"
    public = Q(**{audience: Audience.PUBLIC})
    if not user.is_authenticated or not user.is_active:
        return public
    if user.sees_all:
        return ~Q(pk=None)
    found = public | Q(**{own: user.person_id}) if user.person_id else public
    if user.in_network:
        found |= Q(**{audience: Audience.NETWORK})
    return found | Q(Exists(shared_groups(user, own)), **{audience: Audience.GROUP})


def shared_groups(user, own):
    theirs = Affiliation.objects.current().filter(person=OuterRef(OuterRef(own))).order_by().values("organisation")
    today = timezone.localdate()
    return GroupMembership.objects.filter(organisation__in=theirs, period__contains=today, group__in=user.group_ids)
