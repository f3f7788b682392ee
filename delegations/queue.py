"""What waits in a delegation, and in what order it is read: what the reader has to do comes first."""

from django.db.models import Case, DateField, Exists, F, IntegerChoices, OuterRef, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from delegations.enums import DelegationState, OpinionKind
from delegations.models import Approach, Opinion
from delegations.models.querysets import signed_in


class Waiting(IntegerChoices):
    MINE = 1, _("votre réponse est attendue")
    SCREENING = 2, _("à examiner")
    LATE = 3, _("réponses en retard")
    OPINION = 4, _("avis attendus")
    CONCLUDING = 5, _("à conclure")
    ANSWERS = 6, _("réponses attendues")
    OPEN = 7, _("en cours")
    ENDED = 8, _("terminées")


FOR_STAFF = {Waiting.SCREENING, Waiting.LATE, Waiting.OPINION, Waiting.CONCLUDING, Waiting.ANSWERS}


def queued(delegations, user):
    """Say of each, as `waiting`, what it waits for, and order them by it: what has waited longest first, what has ended last."""
    lasting = Case(When(waiting=Waiting.ENDED, then=None), default=F("received_on"), output_field=DateField(null=True))
    return delegations.annotate(waiting=waiting_for(user)).order_by("waiting", lasting, "-received_on", "-pk")


def waiting_for(user):
    ended = When(state__in=DelegationState.ended_ones(), then=Value(Waiting.ENDED))
    steps = staff_steps() if user.is_authenticated and user.sees_all else own_steps(user)
    return Case(ended, *steps, default=Value(Waiting.OPEN))


def staff_steps():
    asked = Approach.objects.filter(delegation=OuterRef("pk"))
    consulted = Opinion.objects.filter(delegation=OuterRef("pk"), kind=OpinionKind.ASKED)
    been = Q(state=DelegationState.SCHEDULED, last_day__lt=timezone.localdate()) | Q(state=DelegationState.DONE)
    return [
        When(state=DelegationState.RECEIVED, then=Value(Waiting.SCREENING)),
        When(Exists(asked.overdue()), then=Value(Waiting.LATE)),
        When(Exists(consulted), then=Value(Waiting.OPINION)),
        When(been, then=Value(Waiting.CONCLUDING)),
        When(Exists(asked.pending()), then=Value(Waiting.ANSWERS)),
    ]


def own_steps(user):
    """What an organisation of the reader still owes: the answer of an authority, the opinion of a partner."""
    if not signed_in(user):
        return []
    asked = Approach.objects.pending().filter(delegation=OuterRef("pk"), organisation__in=user.organisations_edited)
    mine = user.current_affiliations.values("organisation")
    consulted = Opinion.objects.filter(delegation=OuterRef("pk"), kind=OpinionKind.ASKED, organisation__in=mine)
    return [When(Exists(asked) | Exists(consulted), then=Value(Waiting.MINE))]
