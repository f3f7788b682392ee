from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter

from accounts.enums import InvitationState
from accounts.models import Invitation
from core.listing import ListFilter, facet

STATES = {
    InvitationState.PENDING: lambda invitations: invitations.pending(),
    InvitationState.ACCEPTED: lambda invitations: invitations.filter(accepted_at__isnull=False),
    InvitationState.EXPIRED: lambda invitations: invitations.open().filter(expires_at__lte=timezone.now()),
    InvitationState.REVOKED: lambda invitations: invitations.filter(revoked_at__isnull=False),
}


class InvitationFilter(ListFilter):
    q = CharFilter(label=_("Nom, adresse ou organisme"), method="holding")
    etat = facet(_("État"), method="in_state")

    class Meta:
        model = Invitation
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer("etat", InvitationState.choices)

    def holding(self, queryset, name, value):
        text = value.replace("\x00", "").strip()
        named = Q(last_name__unaccent__icontains=text) | Q(first_name__unaccent__icontains=text)
        return queryset.filter(named | Q(email__icontains=text) | Q(organisation__name__unaccent__icontains=text))

    def in_state(self, queryset, name, value):
        return STATES[value](queryset) if value in STATES else queryset
