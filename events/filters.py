from datetime import date

from django.db.models import BooleanField, Case, ExpressionWrapper, F, Q, When
from django.db.models.functions import Coalesce, ExtractYear
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter

from core.listing import UNKNOWN, ListFilter, facet
from directory.facets import CountedFilter
from directory.lookups import words_of
from directory.models import Organisation
from events.enums import EventKind, EventStatus, SeatState
from events.models import Event, Registration, Seat, Session

PERIODS = [("a-venir", _("à venir")), ("passes", _("passés"))]
ALL = "toutes"
STATES = [*SeatState.choices, (ALL, _("toutes"))]
FIRST_YEAR, LAST_YEAR = 1000, 9997


def in_reading_order(rows, event=""):
    """What is to come, soonest first, then what is past, latest first; each row says `is_past`. `event` leads from a row
    to its event (« event__ »), when it is not one itself."""
    ends = Coalesce(f"{event}last_day__endswith", f"{event}first_day__endswith")
    over = Q(ends__lte=timezone.localdate())
    return (
        rows.alias(starts=F(f"{event}first_day__startswith"), ends=ends)
        .annotate(is_past=ExpressionWrapper(over, output_field=BooleanField()))
        .order_by("is_past", Case(When(is_past=False, then="starts")), "-starts", f"{event}title", f"{event}pk")
    )


class EventFilter(CountedFilter):
    q = CharFilter(label=_("Mots, lieu, organisateur"), method="filter_text", max_length=200)
    period = facet(_("Période"), method="filter_period")
    year = facet(_("Année"), method="filter_year")
    kind = facet(_("Sorte"))
    status = facet(_("État"))
    theme = facet(_("Thème"), method="filter_theme")
    group = facet(_("Groupe-pays"), field_name="group__slug")

    class Meta:
        model = Event
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer("period", PERIODS)
        self.offer_years()
        self.offer_counted("kind", EventKind.choices)
        self.offer_counted("status", EventStatus.choices)
        self.offer_groups()
        self.offer_themes()

    def offer_years(self):
        """The years that events touch; a year asked for stays a choice when nothing falls in it."""
        spans = self.queryset.order_by().annotate(
            first_year=ExtractYear("first_day__startswith"),
            last_year=ExtractYear(Coalesce("last_day__startswith", "first_day__startswith")),
        )
        years = {year for span in spans.values_list("first_year", "last_year").distinct() for year in range_of(*span)}
        asked = self.data.get("year", "")
        if asked.isascii() and asked.isdigit() and len(asked) == 4 and FIRST_YEAR <= int(asked) <= LAST_YEAR:
            years.add(int(asked))
        self.offer("year", [(str(year), str(year)) for year in sorted(years, reverse=True)])

    def filter_period(self, queryset, name, value):
        return queryset.filter(is_past=value == "passes")

    def filter_year(self, queryset, name, value):
        year = int(value)
        touching = Event.objects.alias(ends=Coalesce("last_day__endswith", "first_day__endswith")).filter(
            first_day__startswith__lt=date(year + 1, 1, 1), ends__gt=date(year, 1, 1)
        )
        return queryset.filter(pk__in=touching.order_by().values("pk"))


class RegistrationFilter(ListFilter):
    period = facet(_("Événements"), method="filter_period")

    class Meta:
        model = Registration
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer("period", PERIODS)

    def filter_period(self, queryset, name, value):
        return queryset.filter(is_past=value == "passes")


class AttendeeFilter(ListFilter):
    """The people registered at one event; the choices are those that occur there."""

    q = CharFilter(label=_("Nom ou prénom"), method="filter_name", max_length=200)
    session = facet(_("Temps"))
    organisation = facet(_("Organisme"), field_name="registration__organisation")
    state = ChoiceFilter(
        label=_("État"),
        method="filter_state",
        choices=STATES,
        empty_label=_("sans les annulées"),
        error_messages=UNKNOWN,
    )

    class Meta:
        model = Seat
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        seats = self.queryset.order_by()
        organisations = Organisation.objects.filter(pk__in=seats.values("registration__organisation"))
        sessions = Session.objects.filter(pk__in=seats.values("session"))
        self.offer("session", [(str(session.pk), session.title) for session in sessions])
        self.offer("organisation", [(str(organisation.pk), organisation.name) for organisation in organisations])

    def filter_name(self, queryset, name, value):
        for word in words_of(value):
            first, last = (f"registration__person__{part}__unaccent__icontains" for part in ("first_name", "last_name"))
            queryset = queryset.filter(Q(**{first: word}) | Q(**{last: word}))
        return queryset

    def filter_state(self, queryset, name, value):
        return queryset if value == ALL else queryset.filter(state=value)

    def filter_queryset(self, queryset):
        found = super().filter_queryset(queryset)
        return found if self.form.cleaned_data.get("state") else found.live()

    @property
    def qs(self):
        return super().qs if self.is_bound else self.queryset.live()


def range_of(first, last):
    return range(first, last + 1)
