"""Who made a change, and from where, in words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from accounts.enums import Role
from accounts.models import User
from cufportal.history.pages import page_words
from directory.models import Affiliation


class Authors:
    """Says who is behind the contexts of changes: by name, or only for which organisation. Three statements in all."""

    def __init__(self, contexts: Iterable[dict], *, by_name: bool):
        self.by_name = by_name
        numbers = {context["user"] for context in contexts if context.get("user")}
        users = User.objects.filter(pk__in=numbers).select_related("person").prefetch_related("groups")
        self.users = {user.pk: user for user in users} if numbers else {}
        self.seats = {} if by_name or not numbers else seats_of(self.users)

    def who(self, context, at):
        if "job" in context or "command" in context:
            return _("le portail")
        if "user" not in context:
            return _("quelqu’un, hors du portail")
        if context["user"] is None:
            return _("une personne sans compte")
        user = self.users.get(context["user"])
        if user is None:
            return _("un compte supprimé")
        return str(user) if self.by_name else self.role_of(user, at)

    def role_of(self, user, at):
        roles = {group.name for group in user.groups.all()}
        if user.is_superuser or roles - {Role.PARTNER}:
            return _("Cités Unies France")
        day = at.date()
        seats = self.seats.get(user.person_id, [])
        then = [seat for seat in seats if holds_on(seat, day)] or seats
        if then:
            return str(then[0].organisation)
        return _("un partenaire institutionnel") if Role.PARTNER in roles else _("un membre du réseau")


def seats_of(users):
    found = {}
    people = [user.person_id for user in users.values() if user.person_id]
    for seat in Affiliation.objects.filter(person__in=people).select_related("organisation").order_by("pk"):
        found.setdefault(seat.person_id, []).append(seat)
    return found


def holds_on(seat, day):
    begun = seat.since is None or seat.since.first <= day
    return begun and (seat.until is None or seat.until.last >= day)


def where(context):
    """From which page, by which job or command; "" when nothing says it."""
    if job := context.get("job"):
        return _("tâche « %(name)s »") % {"name": job}
    if command := context.get("command"):
        return _("commande « %(name)s »") % {"name": command}
    return page_words(context["page"]) if context.get("page") else ""
