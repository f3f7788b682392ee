"""Looking at the portal as somebody else would see it: never as a person, always as a role, and only to read.

The choice lies in the session of a member of the team. Its reader is an account that is in no table: what asks a user
who they are (`visible_to`, `perms`, templates) is answered as the role would be.
"""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, Value
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.enums import OF_AN_ORGANISATION, Role, SeenRole
from accounts.models import User
from accounts.perms import roles_seen_by
from directory.models import CountryGroup, Organisation

KEY = "seeing"
NOBODY = 0  # the number of no account


@dataclass(frozen=True)
class Seeing:
    """As whom `by`, of the team, looks at the portal; a member or a referent is one of `organisation`."""

    role: SeenRole
    by: User
    organisation: Organisation | None = None
    group: CountryGroup | None = None  # where they look at one of its groups alone

    def __str__(self):
        told = [self.role.label, self.organisation and _("pour %(organisation)s") % {"organisation": self.organisation}]
        return ", ".join(str(part) for part in (*told, self.group) if part)

    @property
    def reader(self):
        """Who asks for the pages: a user like others, whose rights are those of the role."""
        if self.role == SeenRole.VISITOR:
            return AnonymousUser()
        reader = User(pk=NOBODY, email=str(self))
        reader.roles = {Role(self.role)} if self.role in Role.values else set()
        reader.belonging = self.belonging
        reader.current_affiliations = self.affiliations
        return reader

    @property
    def belonging(self):
        """What `User.belonging` says of somebody of the organisation."""
        if self.organisation is None:
            return []
        may_edit = self.role == SeenRole.REFERENT
        today = self.organisation.memberships.filter(period__contains=timezone.localdate())
        groups = list((today.filter(group=self.group) if self.group else today).values_list("group", flat=True))
        return [(self.organisation.pk, group, may_edit) for group in groups or [None]]

    @property
    def affiliations(self):
        """One row that answers as the affiliation of somebody of the organisation would: `organisation`, `may_edit`."""
        own = Organisation.objects.filter(pk=self.organisation.pk) if self.organisation else Organisation.objects.none()
        return own.annotate(organisation=F("pk"), may_edit=Value(self.role == SeenRole.REFERENT))


def start_seeing(request, *, role, organisation=None, group=None):
    """Look at the portal as `role` from the next page on, until one leaves or signs out."""
    numbers = {"organisation": organisation and organisation.pk, "group": group and group.pk}
    request.session[KEY] = {"role": str(role), **numbers}


def stop_seeing(request):
    request.session.pop(KEY, None)


def seeing_of(request):
    """The Seeing of a request, or None. It is asked each time: who left the team sees with their own eyes again."""
    kept = request.session.get(KEY)
    if kept is None:
        return None
    role, organisation, group = (
        kept["role"],
        known(Organisation, kept["organisation"]),
        known(CountryGroup, kept["group"]),
    )
    if role not in roles_seen_by(request.user) or (role in OF_AN_ORGANISATION and organisation is None):
        stop_seeing(request)
        return None
    return Seeing(SeenRole(role), request.user, organisation, group)


def known(model, number):
    return model.objects.filter(pk=number).first() if number else None
