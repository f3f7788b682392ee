from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render

from cufportal.home import figures, next_dates, tasks
from cufportal.map_pairs import map_of
from partnerships.models import Partnership

RECENT = 6


@login_not_required
def home(request):
    partnerships = Partnership.objects.visible_to(request.user).for_listing()
    context = {
        "drawing": map_of(partnerships.open()),
        "figures": figures(Partnership.objects.visible_to(request.user)),
        "tasks": tasks(request.user),
        "dates": next_dates(request.user),
        "recent": partnerships.order_by("-updated_at", "-pk")[:RECENT],
    }
    return render(request, "cufportal/home.html", context)


@login_not_required
def partnership_map(request):
    """The map, and under it the whole list that it draws."""
    partnerships = Partnership.objects.visible_to(request.user).open().for_listing()
    return render(request, "cufportal/map.html", {"drawing": map_of(partnerships), "partnerships": partnerships})
