"""Feeds for calendar programs, and the page where one subscribes."""

from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from accounts.services import feed_token, live_feed_link, renew_feed_link, revoke_feed_link, user_of_feed_token
from core.addresses import absolute
from core.links import BadLink
from cufportal.agenda.calendars import calendar_of
from cufportal.agenda.feeds import Feed, stamp_of
from cufportal.agenda.kinds import Kind
from cufportal.agenda.unchanged import remember, remembered, snapshot
from directory.models import CountryGroup

LANGUAGE = "fr"  # a program asks in the language of its machine, not of who reads
QUARTER = 900  # seconds
OK, NOT_MODIFIED = 200, 304
KEPT = ("ETag", "Last-Modified", "Cache-Control")


def at_once(view):
    """Answer 304 without asking anything more when nothing was written since the same address was answered."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        address, seen = request.get_full_path(), snapshot() if "If-None-Match" in request.headers else ""
        if headers := remembered(address, seen):
            kept = get_conditional_response(request, etag=headers["ETag"], response=HttpResponse(headers=headers))
            if kept.status_code == NOT_MODIFIED:
                return kept
        response = view(request, *args, **kwargs)
        if response.status_code in {OK, NOT_MODIFIED}:
            remember(address, seen, {name: response.headers[name] for name in KEPT if name in response.headers})
        return response

    return wrapped


@login_not_required
@require_safe
@at_once
def public_feed(request):
    return answer(request, _("Agenda des groupes-pays"), Feed.of(AnonymousUser()), public=True)


@login_not_required
@require_safe
@at_once
def group_feed(request, slug):
    group = get_object_or_404(CountryGroup, slug=slug)
    name = format_lazy(_("Agenda : {group}"), group=group.name)
    return answer(request, name, Feed.of(AnonymousUser(), group=group.slug), public=True)


@login_not_required
@require_safe
@at_once
def personal_feed(request, token):
    """All that its person may see; `group` and `kind`, which may come again, narrow it."""
    try:
        user = user_of_feed_token(token)
    except BadLink as error:
        return render(request, "cufportal/agenda/feed_missing.html", {"reason": error}, status=404)
    kinds = [kind for kind in Kind if kind in request.GET.getlist("kind")]
    asked = request.GET.get("group", "").replace("\x00", "")
    known = asked and CountryGroup.objects.filter(slug=asked).exists()
    feed = Feed.of(user, group=asked if known else "", kinds=kinds)
    return answer(request, _("Mon agenda des groupes-pays"), feed, public=False)


def answer(request, name, feed, *, public):
    """The calendar, or 304 when its reader has it already. Last-Modified is told but never compared: what is deleted or
    closed to its reader leaves no later hour."""
    stamp = stamp_of(feed)
    response = HttpResponse(content_type="text/calendar; charset=utf-8", headers={"ETag": stamp.etag})
    if stamp.changed_at:
        response.headers["Last-Modified"] = http_date(stamp.changed_at.timestamp())
    kept = {"public": True, "max_age": QUARTER} if public else {"private": True, "no_cache": True}
    patch_cache_control(response, **kept)
    response.headers["Content-Disposition"] = 'inline; filename="agenda.ics"'
    unchanged = get_conditional_response(request, etag=stamp.etag, response=response)
    if unchanged is not response:
        return unchanged
    with override(LANGUAGE):
        response.content = calendar_of(str(name), feed.entries())
    return response


@login_not_required
@require_safe
def feeds(request):
    link = live_feed_link(request.user) if request.user.is_authenticated else None
    context = {
        "public": subscription(reverse("cufportal:public_feed")),
        "groups": [
            (group, subscription(reverse("cufportal:group_feed", args=[group.slug])))
            for group in CountryGroup.objects.all()
        ],
        "link": link,
        "personal": link and subscription(reverse("cufportal:personal_feed", args=[feed_token(link)])),
    }
    response = render(request, "cufportal/agenda/feeds.html", context)
    if link:
        response.headers["Referrer-Policy"] = "no-referrer"
        patch_cache_control(response, private=True, no_store=True)
    return response


def subscription(path):
    """The address to copy, and the same for the programs that open it by themselves."""
    address = absolute(path)
    return {"path": path, "address": address, "webcal": "webcal:" + address.partition(":")[2]}


@require_POST
def feed_renew(request):
    had_one = live_feed_link(request.user)
    renew_feed_link(user=request.user)
    messages.success(
        request,
        _("Voici un nouveau lien : l’ancien ne marche plus.") if had_one else _("Votre lien est prêt."),
    )
    return redirect("cufportal:feeds")


@require_POST
def feed_revoke(request):
    revoke_feed_link(user=request.user)
    messages.success(request, _("Votre lien ne marche plus."))
    return redirect("cufportal:feeds")
