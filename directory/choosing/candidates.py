"""Which records a name that somebody typed may mean: those that bear it, and those whose name resembles it."""

import re

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.numbers import record_number
from core.search import Folded
from directory.enums import OrganisationKind
from directory.lookups import best_territories, folded_name, organisations_matching, territories_named, words_of
from directory.models import Organisation, OrganisationName, Territory
from directory.services import ensure_authority

OFFERED = 8  # candidates shown when a name says too little
UNKNOWN = _("« %(text)s » n’est pas dans l’annuaire : vérifiez l’orthographe, ou essayez un autre nom.")


class TerritoryLookup:
    """`among` is a queryset, or what gives one: the days of a territory are then those of the day one asks."""

    def __init__(self, among=None):
        self._territories = Territory.objects.current if among is None else among

    @property
    def territories(self):
        return (self._territories() if callable(self._territories) else self._territories).select_related("parent")

    @property
    def records(self):
        return self.territories

    @property
    def sources(self):
        return {"territory": self.territories}

    def chosen(self, choice):
        """The record that a choice offered earlier (« territory-12 ») designates; None when there is none."""
        sort, _dash, number = choice.partition("-")
        among = self.sources.get(sort)
        return among.filter(pk=record_number(number)).first() if among is not None else None

    def bearing(self, text):
        """The records of exactly this name; of those that share it, the ones described after it: « Sainte-Colombe (Gironde) »."""
        if found := self.named(text):
            return found
        name, opened, detail = text.partition("(")
        namesakes = self.named(name) if opened else []
        return [record for record in namesakes if describes(detail, record)] or namesakes

    def named(self, text):
        return self.governed([], territories_named(text, self.territories)) if words_of(text) else []

    def resembling(self, text):
        return best_territories(text, self.territories, limit=OFFERED)

    def governed(self, organisations, territories):
        return [*organisations, *territories]

    def settled(self, record):
        return record


class OrganisationLookup(TerritoryLookup):
    """A territory that is named gives way to its authority, made on first use when a territory may be named."""

    def __init__(self, among=None, territories=None):
        super().__init__(Territory.objects.none if territories is None else territories)
        self._organisations = Organisation.objects.all if among is None else among

    @property
    def records(self):
        organisations = self._organisations() if callable(self._organisations) else self._organisations
        return organisations.select_related("territory__parent")

    @property
    def sources(self):
        return {"organisation": self.records, **super().sources}

    def named(self, text):
        if not words_of(text):
            return []
        key = folded_name(text)
        bearing = Q(pk__in=OrganisationName.objects.filter(folded=key).values("organisation"))
        organisations = self.records.alias(folded_name=Folded("name"), folded_acronym=Folded("acronym"))
        found = organisations.filter(Q(folded_name=key) | Q(folded_acronym=key) | bearing)
        return self.governed(list(found), territories_named(text, self.territories))

    def resembling(self, text):
        if not words_of(text):
            return []
        organisations = organisations_matching(text, self.records)[:OFFERED]
        return self.governed(list(organisations), best_territories(text, self.territories, limit=OFFERED))

    def governed(self, organisations, territories):
        """The organisations, the authorities of the territories, and the territories that have none yet; each once."""
        territories = {territory.pk: territory for territory in territories}
        authorities = self.records.filter(kind=OrganisationKind.AUTHORITY, territory__in=territories)
        found = {record.pk: record for record in [*organisations, *authorities]}
        held = {organisation.territory_id for organisation in found.values()}
        return [*found.values(), *(record for pk, record in territories.items() if pk not in held)]

    def settled(self, record):
        return ensure_authority(territory=record) if isinstance(record, Territory) else record


def detail_of(record):
    """What tells a record from its namesakes: « commune, Gironde »."""
    territory = record if isinstance(record, Territory) else record.territory
    kind = record.get_kind_display() if territory is None or isinstance(record, Territory) else record.place_kind
    parent = territory.parent.name if territory and territory.parent else ""
    return ", ".join(word for word in (kind, parent, territory.name_zh if territory else "") if word)


def describes(detail, record):
    said, known = (set(re.findall(r"\w+", text.casefold())) for text in (detail, detail_of(record)))
    return said <= known


def in_words(record):
    return f"{record.name} ({detail_of(record)})"


def candidate_of(record):
    """What the reader chooses between: a value, the name, and what tells namesakes apart."""
    sort = "territory" if isinstance(record, Territory) else "organisation"
    return {"value": f"{sort}-{record.pk}", "name": record.name, "detail": detail_of(record)}
