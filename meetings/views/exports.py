import re

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from core.enums import Audience
from meetings.minutes.exporting import CONTENT_TYPES, ExportFormat, export_minutes
from meetings.perms import can_export_for, can_write_minutes
from meetings.views.meetings import visible_meeting

NOT_IN_FILE_NAMES = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\s]+')


def file_name(meeting, format):
    """The title as people wrote it, without what a file system refuses: « 2017-09-14 Réunion Chine.pdf »."""
    title = NOT_IN_FILE_NAMES.sub(" ", meeting.title).strip(" .")[:80]
    return f"{meeting.first_day} {title}.{format}"


@require_safe
@login_not_required
@cache_control(private=True, no_store=True)
def meeting_export(request, pk, format):
    meeting = visible_meeting(request, pk)
    may_write = can_write_minutes(request.user)
    audience = request.GET.get("audience") or (Audience.GROUP if may_write else meeting.audience)
    if format not in ExportFormat.values or audience not in Audience.values:
        raise Http404
    if not (may_write or meeting.minutes_readable) or not can_export_for(request.user, meeting, audience):
        raise PermissionDenied
    content = export_minutes(meeting, format=format, audience=audience)
    disposition = content_disposition_header(as_attachment=True, filename=file_name(meeting, format))
    headers = {"Content-Disposition": disposition, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=CONTENT_TYPES[ExportFormat(format)], headers=headers)
