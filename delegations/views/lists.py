from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from core.listing import FilteredListView
from delegations import perms
from delegations.board import columns_for
from delegations.cards import cards_of
from delegations.filters import DelegationFilter
from delegations.models import Delegation
from delegations.queue import queued


@method_decorator(login_not_required, name="dispatch")
class DelegationListView(FilteredListView):
    filterset_class = DelegationFilter
    template_name = "delegations/delegation_list.html"
    context_object_name = "delegations"

    def get_queryset(self):
        user = self.request.user
        return queued(Delegation.objects.visible_to(user).with_detail_for(user).for_listing(), user)

    def get_context_data(self, **kwargs):
        user, context = self.request.user, super().get_context_data(**kwargs)
        return context | {
            "cards": cards_of(context["delegations"], user),
            "in_network": user.is_authenticated and user.in_network,
            "can_add": perms.can_add_delegation(user),
            "sees_board": perms.can_read_board(user),
            "reads_queue": perms.can_read_queue(user),
        }


@require_safe
def board(request):
    if not perms.can_read_board(request.user):
        raise PermissionDenied
    return render(request, "delegations/board.html", {"columns": columns_for(request.user)})
