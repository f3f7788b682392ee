from datetime import timedelta

from django.db import models
from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, ExtractYear
from django.utils import timezone

from core.audiences import audience_reaches
from core.enums import Audience
from core.models import ReviewFlag
from core.search import french_vector, word_said
from directory.enums import OrganisationKind
from directory.lookups import organisations_designated, words_of
from partnerships.enums import Freshness, PartnershipStatus
from partnerships.models.agreements import Agreement

# The campaign is yearly; half a year more is left before a record is called stale.
STALE_AFTER = timedelta(days=548)
TOP_LEVEL = 1


def stale_before():
    return timezone.localdate() - STALE_AFTER


def top_territory(side):
    """The region or province in which a side lies: its territory or an ancestor, up to three steps above."""
    steps = [f"{side}__territory" + "__parent" * up for up in range(4)]
    return Case(*(When(Q(**{f"{step}__level": TOP_LEVEL}), then=F(f"{step}_id")) for step in steps))


def of_authority(side, field, otherwise):
    is_authority = When(Q(**{f"{side}__kind": OrganisationKind.AUTHORITY}), then=F(f"{side}__{field}"))
    return Case(is_authority, default=F(f"{side}__{otherwise}"))


def shown_name(side):
    return of_authority(side, "territory__sort_key", "sort_key")


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


class PartnershipQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(pairs_reaching(user))

    def open(self):
        return self.exclude(status=PartnershipStatus.ENDED)

    def with_form(self):
        """The form of the latest agreement in force, or the form as stated when none is known."""
        agreed = Agreement.objects.in_force().filter(partnership=OuterRef("pk")).values("form")[:1]
        return self.annotate(form=Coalesce(Subquery(agreed), "form_stated"))

    def with_places(self):
        """The kind of the French side (of its territory for an authority), its region and the foreign side's province."""
        kind = of_authority("french_side", "territory__kind", "kind")
        return self.annotate(kind=kind, region=top_territory("french_side"), province=top_territory("foreign_side"))

    def with_start_year(self):
        """The first year that the start may be in: « 2008/2009 » is of 2008, as a figure counts it once."""
        return self.annotate(since_year=ExtractYear("since__startswith"))

    def with_names(self):
        """The names that a pair shows, as they sort: of the territory for an authority, else of the organisation."""
        return self.annotate(french_name=shown_name("french_side"), foreign_name=shown_name("foreign_side"))

    def with_freshness_known(self):
        never = When(confirmed_on__isnull=True, then=Value(Freshness.NEVER))
        stale = When(confirmed_on__lt=stale_before(), then=Value(Freshness.STALE))
        return self.annotate(verified=Case(never, stale, default=Value(Freshness.RECENT)))

    def with_doubts(self):
        kind = {"content_type__app_label": "partnerships", "content_type__model": "partnership"}
        about = ReviewFlag.objects.open().order_by().filter(object_id=OuterRef("pk"), **kind).values("object_id")
        return self.annotate(doubt_count=Coalesce(Subquery(about.annotate(n=Count("pk")).values("n")), 0))

    def matching(self, text):
        """Each word stands in the record's own text or in a name of one of its sides; a stop word alone asks nothing."""
        found = self.alias(own_text=french_vector("title", "summary"))
        for word in words_of(text):
            found = found.filter(word_found(word, "french_side", "foreign_side"))
        return found

    def for_listing(self):
        sides = ("french_side__territory__parent", "foreign_side__territory__parent")
        return self.with_form().select_related("group", *sides, "confirmed_for")
