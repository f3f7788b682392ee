from datetime import timedelta
from functools import lru_cache

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import models
from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Value, When, prefetch_related_objects
from django.db.models.functions import Coalesce, ExtractYear
from django.utils import timezone

from core.audiences import audience_reaches
from core.enums import Audience
from core.models import ReviewFlag
from core.search import CONFIG, word_said
from directory.lookups import organisations_designated, organisations_meant, organisations_nearly_meant, words_of
from partnerships.enums import Freshness, PartnershipStatus
from partnerships.models.agreements import Agreement

# Written by the database (`partnerships.0010`) whenever the record, its agreements or its themes change: lists of a hundred
# thousand pairs count by them without reading the tables beside.
LISTED = ("listed_form", "listed_form_days", "listed_themes")
# By the names that pairs show: « Essonne », not « Département de l’Essonne ». pk last: pages never shuffle between equal names.
PAIR = ("french_side__listed_key", "foreign_side__listed_key", "pk")
# What a row of the list says, or the map
PLACED = ("kind", "name", "name_zh", "country", "latitude", "longitude")
SIDED = ("kind", "name", "name_zh", "listed_country", *(f"territory__{column}" for column in PLACED))
IN_ROWS = (
    *(f"{side}__{column}" for side in ("french_side", "foreign_side") for column in SIDED),
    *("title", "status", "form_stated", "listed_form", "listed_form_days", "since", "since_words"),
    *("confirmed_on", "confirmed_how", "confirmed_for__name"),
)
# The campaign is yearly; half a year more is left before a record is called stale.
STALE_AFTER = timedelta(days=548)


def stale_before():
    return timezone.localdate() - STALE_AFTER


def word_found(word, *organisations):
    """One word of a search, in `own_text` or in a name of one of these organisations; a stop word finds everything."""
    found, named = word_said(word), organisations_designated(word)
    for organisation in organisations:
        found |= Q(**{f"{organisation}__in": named})
    return found


def pairs_reaching(user):
    """What its audience opens, and for a referent the records of their own organisation, CUF's internal ones excepted.

    The condition holds of a version as of a partnership.
    """
    reached = audience_reaches(user)
    if user.is_authenticated and not user.sees_all:
        mine = user.edited_ids
        own = Q(french_side__in=mine) | Q(foreign_side__in=mine)
        reached |= own & ~Q(audience=Audience.INTERNAL)
    return reached


@lru_cache(1)
def form_on(today):
    """Made once a day: it is most of what it takes to ask for a page of rows."""
    agreed = Agreement.objects.in_force(today).filter(partnership=OuterRef("pk")).values("form")[:1]
    noted = When(Q(listed_form_days__isnull=True) | Q(listed_form_days__contains=today), then="listed_form")
    return Coalesce(Case(noted, default=Subquery(agreed)), "form_stated")


def read_forms(partnerships):
    """Give rows that come with what the database noted of them (`for_rows`) the form that `with_form` would."""
    today = timezone.localdate()
    outdated = []
    for partnership in partnerships:
        if (days := partnership.listed_form_days) is None or today in days:
            partnership.form = partnership.listed_form or partnership.form_stated
        else:
            outdated.append(partnership)
    prefetch_related_objects(outdated, "agreements")


class PartnershipQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(pairs_reaching(user))

    def open(self):
        return self.exclude(status=PartnershipStatus.ENDED)

    def with_form(self):
        """The form of the latest agreement in force, or the form as stated when none is known.

        As the database noted it, for as long as that holds; of what has begun or ended since, the agreements are read.
        """
        return self.annotate(form=form_on(timezone.localdate()))

    def with_places(self):
        """The region of the French side and the province of the other, as the database lists them."""
        return self.annotate(region=F("french_side__listed_top"), province=F("foreign_side__listed_top"))

    def with_years(self):
        """The year in which it began, the first of those it may be, and the year in which it was last confirmed."""
        return self.annotate(since_year=ExtractYear("since__startswith"), confirmed_year=ExtractYear("confirmed_on"))

    def with_freshness_known(self):
        never = When(confirmed_on__isnull=True, then=Value(Freshness.NEVER))
        stale = When(confirmed_on__lt=stale_before(), then=Value(Freshness.STALE))
        return self.annotate(verified=Case(never, stale, default=Value(Freshness.RECENT)))

    def with_doubts(self):
        kind = {"content_type__app_label": "partnerships", "content_type__model": "partnership"}
        about = ReviewFlag.objects.open().order_by().filter(object_id=OuterRef("pk"), **kind).values("object_id")
        return self.annotate(doubt_count=Coalesce(Subquery(about.annotate(n=Count("pk")).values("n")), 0))

    def matching(self, text):
        """Each word stands in the record's own text or in a name of one of its sides; a stop word alone asks nothing.

        Only when nothing does so, a word that names nobody stands for the names spelt most nearly so.
        """
        words = words_of(text)
        if not words:
            return self
        meant = organisations_meant(words)
        exact = self.holding(meant)
        unknown = [word for word in words if not meant[word]]
        if not unknown or exact.exists():
            return exact
        return self.holding(meant | organisations_nearly_meant(unknown))

    def holding(self, meant):
        """Those that each word of `meant` finds, in the own text or as one of the organisations it stands for."""
        conditions = (
            word_said(word) | Q(french_side__in=organisations) | Q(foreign_side__in=organisations)
            for word, organisations in meant.items()
        )
        return self.filter(*conditions)

    def with_relevance(self, text):
        """Names asked for weigh most, both sides more than one; then how often the record's own text holds the words."""
        words = words_of(text)
        named = Value(0.0)
        for organisations in organisations_meant(words).values():
            for side in ("french_side", "foreign_side") if organisations else ():
                named = named + Case(When(Q(**{f"{side}__in": organisations}), then=Value(1.0)), default=Value(0.0))
        said = SearchRank("own_text", SearchQuery(" ".join(words), config=CONFIG))
        return self.annotate(relevance=named + said)

    def for_listing(self):
        sides = ("french_side__territory__parent", "foreign_side__territory__parent")
        return self.with_form().select_related("group", *sides, "confirmed_for").defer("own_text", *LISTED)

    def first_listed(self, count, order=PAIR):
        """The first `count` in this order, for a listing. Their numbers are found before anything is joined with them: of ten
        tables at once the database would join some whole before it looks at which records are meant. Whatever this queryset
        asks, as who may see them, it asks of the numbers; what it adds to a record is not kept."""
        first = list(self.order_by(*order).values_list("pk", flat=True)[:count])
        return self.model.objects.filter(pk__in=first).for_listing().order_by(*order)

    def for_rows(self):
        """As `for_listing` for what a row says and no more: each table and column less is planned and read sooner. The form is
        for `read_forms`: asking the database for it takes longer than the rest of the row."""
        sides = ("french_side__territory", "foreign_side__territory")
        return self.select_related(*sides, "confirmed_for").only(*IN_ROWS)
