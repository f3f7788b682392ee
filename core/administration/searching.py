"""Search by any name: with or without accents, in hanzi, or by a code."""

from django.db.models import Case, IntegerField, Q, Value, When

from core.search import Folded, Unaccented

LONGEST_QUERY = 200  # characters; what follows cannot be a name


class FoldedSearch:
    """`search_fields` are full lookups over unaccented columns; every word must be found in one of them."""

    search_fields = ("sort_key__contains",)
    suggested_by = "sort_key"  # the unaccented column by which suggestions rank

    def get_search_results(self, request, queryset, search_term):
        for word in search_term.replace("\x00", "")[:LONGEST_QUERY].split():
            queryset = queryset.filter(self.matching(word))
        return queryset, False

    def matching(self, word):
        condition = Q()
        for lookup in self.search_fields:
            # Names are kept without their hyphens and apostrophes.
            how = Folded if lookup.endswith("folded__contains") else Unaccented
            found = Q(**{lookup: how(Value(word))})
            # A subquery: a join would give a territory once for each of its names.
            condition |= found if lookup.count("__") == 1 else Q(pk__in=self.rows(found))
        return condition

    def rows(self, condition):
        return self.model._base_manager.filter(condition).values("pk")

    def best_first(self, queryset, term):
        if not self.suggested_by:
            return queryset
        folded = Unaccented(Value(term.replace("\x00", "").strip()))
        rank = Case(
            When(**{self.suggested_by: folded}, then=0),
            When(**{f"{self.suggested_by}__startswith": folded}, then=1),
            default=2,
            output_field=IntegerField(),
        )
        return queryset.order_by(rank, *self.get_ordering_of_suggestions())

    def get_ordering_of_suggestions(self):
        return self.ordering or self.model._meta.ordering

    def suggestion(self, obj):
        return str(obj)
