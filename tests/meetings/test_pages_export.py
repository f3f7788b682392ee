import pytest
from django.urls import reverse

from core.enums import Audience
from tests.factories import MeetingFactory
from tests.meetings.part_factories import DecisionFactory, SectionFactory


def download(client, meeting, format="md", **query):
    return client.get(reverse("meetings:meeting_export", args=[meeting.pk, format]), query)


@pytest.mark.parametrize(
    ("format", "content_type", "start"),
    [
        ("pdf", "application/pdf", b"%PDF-"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
        ("md", "text/markdown; charset=utf-8", b"#"),
        ("html", "text/html; charset=utf-8", b"<!DOCTYPE html>"),
    ],
)
def test_a_format_comes_as_a_file_of_its_type(as_role, group, format, content_type, start):
    meeting = MeetingFactory(group=group, readable=True)
    DecisionFactory(meeting=meeting)

    response = download(as_role("member"), meeting, format)

    assert response.headers["Content-Type"] == content_type
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.content.startswith(start)


def test_the_file_bears_the_title_in_every_script(as_role, group):
    meeting = MeetingFactory(group=group, readable=True, title="Réunion « 中国 » / été\r\nX: y")

    response = download(as_role("member"), meeting)

    assert response.headers["Content-Disposition"] == (
        "attachment; filename*=utf-8''2017-09-14%20R%C3%A9union%20%C2%AB%20%E4%B8%AD%E5%9B%BD%20%C2%BB%20"
        "%C3%A9t%C3%A9%20X%20y.md"
    )


@pytest.mark.parametrize(
    ("role", "audience", "wanted", "status"),
    [
        ("visitor", Audience.PUBLIC, None, 200),
        ("visitor", Audience.PUBLIC, "group", 403),
        ("visitor", Audience.GROUP, None, 404),
        ("member", Audience.GROUP, None, 200),
        ("member", Audience.GROUP, "group", 200),
        ("member", Audience.GROUP, "internal", 403),
        ("member", Audience.INTERNAL, None, 404),
        ("secretariat", Audience.GROUP, "internal", 200),
        ("secretariat", Audience.GROUP, "public", 200),
        ("secretariat", Audience.GROUP, "martiens", 404),
    ],
)
def test_each_role_exports_for_whom_it_may(as_role, group, role, audience, wanted, status):
    meeting = MeetingFactory(group=group, readable=True, audience=audience)

    response = download(as_role(role), meeting, **({"audience": wanted} if wanted else {}))

    assert response.status_code == status


@pytest.mark.parametrize(("role", "status"), [("member", 403), ("secretariat", 200)])
def test_a_draft_is_exported_by_staff_only(as_role, group, role, status):
    meeting = MeetingFactory(group=group, minutes_state="draft")

    assert download(as_role(role), meeting).status_code == status


def test_internal_passages_leave_for_nobody_but_cuf(as_role, group):
    meeting = MeetingFactory(group=group, readable=True)
    SectionFactory(meeting=meeting, body="<p>SECRET</p>", internal=True)
    officer = as_role("officer")

    assert b"SECRET" not in download(as_role("member"), meeting).content
    assert b"SECRET" not in download(officer, meeting).content
    assert b"SECRET" in download(officer, meeting, audience="internal").content


def test_an_unknown_format_is_not_found(as_role, group):
    meeting = MeetingFactory(group=group, readable=True)

    assert download(as_role("member"), meeting, "exe").status_code == 404
