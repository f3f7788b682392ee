import re

from django.db.models import BooleanField, Case, ExpressionWrapper, Q, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter

from core.listing import ListFilter, facet
from directory.models import CountryGroup
from meetings.enums import MinutesState
from meetings.models import Meeting
from meetings.perms import can_write_minutes

YEAR = re.compile(r"[1-9][0-9]{3}")
PERIODS = [("a-venir", _("à venir")), ("passees", _("passées"))]


def in_reading_order(meetings):
    """What is to come, soonest first, then what is past, latest first; each row says `is_past`."""
    over = Q(first_day__lt=timezone.localdate()) & Q(ends_on__lt=timezone.localdate())
    return (
        meetings.alias(ends_on=Coalesce("last_day", "first_day"))
        .annotate(is_past=ExpressionWrapper(over, output_field=BooleanField()))
        .order_by("is_past", Case(When(is_past=False, then="first_day")), "-first_day", "-starts_at", "-pk")
    )


class MeetingFilter(ListFilter):
    q = CharFilter(label=_("Mots du titre, du lieu ou du texte"), method="filter_words", max_length=200)
    group = facet(_("Groupe-pays"), field_name="group__slug")
    period = facet(_("Période"), method="filter_period")
    year = facet(_("Année"), field_name="first_day__year")
    state = facet(_("Compte rendu"), field_name="minutes_state")

    class Meta:
        model = Meeting
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        years = [(str(day.year), str(day.year)) for day in self.queryset.order_by().dates("first_day", "year", "DESC")]
        groups = list(CountryGroup.objects.filter(meetings__in=self.queryset.order_by()).distinct())
        self.offer("year", years)
        self.offer("group", [(group.slug, group.name) for group in groups])
        self.offer("period", PERIODS)
        self.offer("state", MinutesState.choices)
        if not can_write_minutes(self.request.user):
            del self.filters["state"]
        if len(groups) < 2 and "group" not in self.data:
            del self.filters["group"]

    def offer(self, name, choices):
        """What the reader asked for stays a choice when nothing carries it: the list is empty, the value is not unknown."""
        asked = self.data.get(name)
        unknown = name == "year" and asked and YEAR.fullmatch(asked) and asked not in dict(choices)
        super().offer(name, [*choices, *([(asked, asked)] if unknown else [])])

    def filter_words(self, queryset, name, value):
        return queryset.matching(value, self.request.user)

    def filter_period(self, queryset, name, value):
        return queryset.filter(is_past=value == "passees")
