"""Which delegations reach whom, and how much of each. Lists, the agenda and the search ask the same questions, in SQL."""

from django.db import models
from django.db.models import Case, CharField, Count, F, Q, Value, When

from core.audiences import audience_reaches
from core.search import french_vector
from delegations.enums import Answer, DelegationState, Detail
from directory.lookups import folded, words_of
from directory.models import TerritoryName
from partnerships.models.querysets import word_found


def signed_in(user):
    return user.is_authenticated and user.is_active


class DelegationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those whose audience reaches `user`, and those that concern an organisation of theirs; doubtful ones are for staff."""
        if signed_in(user) and user.sees_all:
            return self
        reached = audience_reaches(user)
        if signed_in(user):
            reached |= self.concerning(user)
        return self.filter(reached, is_suspect=False)

    def with_detail_for(self, user):
        """Say of each, as `detail_shown` (a Detail), how much `user` may read of it."""
        return self.annotate(detail_shown=self.detail_shown_to(user))

    def readable_at(self, detail, user):
        """The visible ones of which `user` may read at least `detail`."""
        enough = [one for one in Detail if one.depth >= Detail(detail).depth]
        return self.visible_to(user).alias(detail_reached=self.detail_shown_to(user)).filter(detail_reached__in=enough)

    def concerning(self, user):
        """The condition that an organisation of `user` is approached, is asked for its opinion or sends the delegation."""
        mine = user.organisation_ids
        # Subqueries: a join would give a delegation once for each of its approaches.
        every = self.model._base_manager
        approached = every.filter(approaches__organisation__in=mine).values("pk")
        asked = every.filter(opinions__organisation__in=mine).values("pk")
        return Q(pk__in=approached) | Q(pk__in=asked) | Q(sender__in=mine)

    def detail_shown_to(self, user):
        """The expression behind `with_detail_for`: outside the network, a public delegation shows that it exists."""
        if not signed_in(user):
            return Value(Detail.EXISTENCE, output_field=CharField())
        if user.sees_all:
            return Value(Detail.FULL, output_field=CharField())
        otherwise = F("detail") if user.in_network else Value(Detail.EXISTENCE)
        return Case(When(self.concerning(user), then=Value(Detail.FULL)), default=otherwise, output_field=CharField())

    def with_approach_counts(self):
        """How many authorities were approached, have answered, and welcome the delegation: `approached`, `answered`, `welcoming`."""
        answered = ~Q(approaches__answer=Answer.PENDING)
        welcoming = Q(approaches__answer__in=Answer.welcoming_ones())
        return self.annotate(
            approached=Count("approaches"),
            answered=Count("approaches", filter=answered),
            welcoming=Count("approaches", filter=welcoming),
        )

    def open(self):
        return self.exclude(state__in=DelegationState.ended_ones())

    def during(self, first, last):
        """Those whose visit, once dated, shares a day with the days from `first` to `last`."""
        return self.filter(first_day__lte=last, last_day__gte=first)

    def matching(self, text, user=None):
        """Each word stands in the reference, in a name of the territory it comes from or, where `user` may read the summary,
        in the title, the purpose or a name of its sender. Without a `user` nobody learns by searching what the page hides."""
        if self.filter(reference__iexact=text.strip()).exists():
            return self.filter(reference__iexact=text.strip())
        summarised = self.model.objects.readable_at(Detail.SUMMARY, user) if user else self.none()
        summarised = summarised.alias(own_text=french_vector("title", "sender_name", "sender_place", "purpose"))
        found = self
        for word in words_of(text):
            named = TerritoryName.objects.filter(folded__contains=folded(word)).values("territory")
            told = summarised.filter(word_found(word, "sender")).order_by().values("pk")
            found = found.filter(Q(sender_territory__in=named) | Q(reference__iendswith=word) | Q(pk__in=told))
        return found

    def for_listing(self):
        return self.select_related("group", "sender__territory", "sender_territory__parent", "partnership")


class PartQuerySet(models.QuerySet):
    """Rows of a delegation: `visible_to` follows the detail that the reader reaches."""

    detail = Detail.FULL

    def visible_to(self, user):
        delegations = self.model._meta.get_field("delegation").related_model.objects
        return self.filter(delegation__in=delegations.readable_at(self.detail, user).order_by().values("pk"))
