import pytest

from core.refusals import saved_unless_refused
from meetings.forms.meetings import MeetingForm
from meetings.models import Meeting
from tests.factories import CountryGroupFactory

pytestmark = pytest.mark.django_db


def meeting_form(group):
    said = {"title": "Réunion", "group": group.pk, "kind": "group", "first_day": "2017-09-14", "mode": "on_site"}
    return MeetingForm({**said, "time_zone": "Europe/Paris", "genre": "minutes", "audience": "group"})


def test_of_two_forms_that_agreed_at_once_the_second_says_what_the_database_refuses():
    group = CountryGroupFactory()
    first, second = meeting_form(group), meeting_form(group)
    agreed = [first.is_valid(), second.is_valid()]

    saved = [saved_unless_refused(first), saved_unless_refused(second)]

    assert agreed == [True, True]
    assert saved == [Meeting.objects.get(), None]
    assert second.non_field_errors() == ["Cette réunion est déjà enregistrée pour ce groupe et ce jour."]
