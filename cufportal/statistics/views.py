from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from core.spreadsheets import CONTENT_TYPES
from cufportal.statistics.charts import chart_of
from cufportal.statistics.claims import claim_about, leading_claim
from cufportal.statistics.exports import export_statistics
from cufportal.statistics.figures import Counted, list_url
from directory.facets import UNSAID
from directory.models import CountryGroup
from directory.themes import ThemeTree


@require_safe
@login_not_required
def statistics(request, slug):
    group, counted, claim = asked(request, slug)
    figures = counted.figures() if counted.total else []
    context = {
        "group": group,
        "total": counted.total,
        "list_url": list_url(group),
        "claim": claim,
        "is_chosen": bool(request.GET.getlist("about")),
        "unthemed": counted.unthemed,
        "unthemed_url": list_url(group, theme=UNSAID),
        "offered": [(theme, depth, len(records)) for theme, depth, records in counted.carried],
        "figures": [(figure, chart_of(figure)) for figure in figures],
        "today": timezone.localdate(),
        "formats": list(CONTENT_TYPES),
        "query": request.GET.urlencode(),
    }
    return render(request, "cufportal/statistics/statistics.html", context)


@require_safe
@login_not_required
@cache_control(private=True, no_store=True)
def statistics_export(request, slug, format):
    """The figures that the page shows, the sentence as it stands there."""
    if format not in CONTENT_TYPES:
        raise Http404
    group, counted, claim = asked(request, slug)
    day, absolute = timezone.localdate(), request.build_absolute_uri
    content = export_statistics(format, counted.figures(), claim, day=day, absolute=absolute)
    name = f"{slugify(group.name)[:60] or group.slug}-{_('chiffres')}-{day:%Y-%m-%d}.{format}"
    headers = {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name)}
    return HttpResponse(content, content_type=CONTENT_TYPES[format], headers=headers)


def asked(request, slug):
    """The group, its partnerships counted, and the sentence: of the themes chosen, else of those that lead."""
    group = get_object_or_404(CountryGroup.objects.visible_to(request.user), slug=slug)
    counted = Counted(request.user, group, ThemeTree())
    chosen = set(request.GET.getlist("about"))
    return group, counted, claim_about(counted, chosen) if chosen else leading_claim(counted)
