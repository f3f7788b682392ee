"""Invented partnerships, as many as a benchmark asks for, spread as those of a real network are. Nothing here is a fact."""

import random
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import accumulate, product

from django.core.cache import cache
from django.db import connection, transaction
from django.utils import timezone

from core.enums import Audience
from directory.enums import OrganisationKind
from directory.loading.copying import copy_rows, count_again, range_text, reserve_ids
from directory.models import CountryGroup, Organisation, Territory, Theme
from directory.naming import town_authority
from partnerships.enums import ConfirmationMeans, PartnershipForm, PartnershipStatus
from partnerships.models import Agreement, Partnership

SOURCE = "Partenariat inventé pour une mesure (make_bulk)"
FIRST_YEAR, LAST_YEAR = 1973, 2026
AT_ONCE = 50_000
VOCABULARY = (
    "échanges universitaires recherche étudiants lycées formation apprentissage tourisme patrimoine musées jardins "
    "culture concerts théâtre sport jeunesse agriculture vin élevage eau assainissement énergie climat déchets urbanisme "
    "transports port aéroport santé hôpitaux vieillissement numérique entreprises investissement artisanat gastronomie "
    "francophonie mémoire montagne forêt pêche mer rivière éclairage logement handicap égalité solidarité"
)
WORDS = VOCABULARY.split()
RARE, RARE_COUNT = "campanologie", 80  # as often whatever the size: what a search with few hits looks for
COMMON, COMMON_SHARE = "viticulture", 0.22
STATUSES = {"active": 62, "dormant": 12, "ended": 10, "intention": 6, "negotiating": 6, "suspended": 4}
FORMS = {
    "twinning": 35,
    "cooperation_agreement": 25,
    "friendship_charter": 10,
    "mou": 8,
    "convention": 7,
    "letter_of_intent": 4,
    "project": 3,
    "": 8,
}
AUDIENCES = {Audience.PUBLIC: 70, Audience.NETWORK: 8, Audience.GROUP: 18, Audience.INTERNAL: 4}
MEANS = {ConfirmationMeans.AUTHORITY: 60, ConfirmationMeans.MEETING: 15, ConfirmationMeans.OFFICER: 25}


class BulkRefused(Exception):
    """One French sentence: why nothing was written, and what to do."""


def make_bulk(count: int, *, among_real_records=False, seed=2017):
    """Write `count` invented partnerships more, with their agreements and themes; return how many there are in all.

    The same `seed` on the same base makes the same rows. No history is kept of them: they are there to be measured.
    BulkRefused when the base holds partnerships that were not made so, unless told, or no territories.
    """
    if not among_real_records and Partnership.objects.exclude(source=SOURCE).exists():
        raise BulkRefused(
            "Cette base contient de vrais partenariats : rien n’est écrit. Prenez une base vide, ou ajoutez "
            "--among-real-records si elle ne sert qu’à des mesures."
        )
    with transaction.atomic():
        group, _created = CountryGroup.objects.get_or_create(
            slug="chine", defaults={"name": "Groupe-pays Chine", "country": "CN"}
        )
        before = Partnership.objects.count()
        pairs = Pairs(random.Random(seed + before), count)
        with no_history(Partnership, Agreement, Partnership.themes.through):
            for start in range(0, count, AT_ONCE):
                write(pairs, group, min(AT_ONCE, count - start), before + start)
    count_again(Organisation, Partnership, Agreement, Partnership.themes.through)
    cache.clear()  # counts are kept until the history says that something changed
    return Partnership.objects.count()


class Pairs:
    """Pairs of organisations, none twice; a few have hundreds of partnerships, most have one or two."""

    def __init__(self, random, count):
        self.random = random
        self.french = self.sides(authorities("FR", 2000 + count // 100))
        self.foreign = self.sides(authorities("CN", 1000 + count // 200))
        self.seen = set(Partnership.objects.values_list("french_side_id", "foreign_side_id"))
        if len(self.seen) + count > len(self.french[0]) * len(self.foreign[0]) // 2:
            raise BulkRefused(
                "Il n’y a pas assez de collectivités pour tant de paires différentes : demandez-en moins."
            )

    def sides(self, ids):
        self.random.shuffle(ids)
        return ids, list(accumulate(1 / (rank + 40) for rank in range(len(ids))))

    def take(self, count):
        taken = []
        while len(taken) < count:
            drawn = zip(
                *(
                    self.random.choices(ids, cum_weights=weights, k=count)
                    for ids, weights in (self.french, self.foreign)
                ),
                strict=True,
            )
            for pair in drawn:
                if pair not in self.seen and len(taken) < count:
                    self.seen.add(pair)
                    taken.append(pair)
        return taken


def authorities(country, wanted):
    """The ids of the local authorities of a country, those missing made for its largest territories."""
    known = Organisation.objects.authorities().filter(territory__country=country)
    ids = list(known.order_by("pk").values_list("pk", flat=True)[:wanted])
    missing = Territory.objects.current().filter(country=country).exclude(organisations__in=known)
    rows = list(missing.order_by("level", "-population", "pk")[: wanted - len(ids)])
    if not ids and not rows:
        raise BulkRefused("La base ne contient pas de territoires : lancez d’abord manage.py load_territories.")
    made, now = reserve_ids(Organisation, len(rows)), timezone.now()
    fields = ("id", "kind", "name", "acronym", "name_zh", "website", "territory", "created_at", "updated_at")
    kind = OrganisationKind.AUTHORITY.value
    named = ((place.pk, town_authority(place.name) if place.level == 4 else place.name) for place in rows)
    copy_rows(
        Organisation,
        fields,
        ((pk, kind, name[:200], "", "", "", place, now, now) for pk, (place, name) in zip(made, named, strict=True)),
    )
    return ids + made


@contextmanager
def no_history(*models):
    """Versions of rows that are no facts would only double the base; foreign keys stay checked, and a row notes what
    lists read of it."""
    tables = [connection.ops.quote_name(model._meta.db_table) for model in models]
    with connection.cursor() as cursor:
        cursor.execute("set constraints all deferred")  # what was signed is written before the pair that signed it
        for table in tables:
            cursor.execute(f"alter table {table} disable trigger user")
        cursor.execute("alter table partnerships_partnership enable trigger partnerships_partnership_listed")
        yield
        cursor.execute("set constraints all immediate")
        for table in tables:
            cursor.execute(f"alter table {table} enable trigger user")


def write(pairs, group, count, start):
    draw, ids = pairs.random, reserve_ids(Partnership, count)
    statuses, forms, audiences, means = (drawn(draw, shares, count) for shares in (STATUSES, FORMS, AUDIENCES, MEANS))
    now, today = timezone.now(), timezone.localdate()
    fields = (
        *("id", "group", "french_side", "foreign_side", "status", "form_stated", "title", "summary", "source"),
        *("since_words", "since", "until_words", "until", "audience"),
        *("confirmed_on", "confirmed_how", "created_at", "updated_at"),
    )
    rows = []
    for rank, (pk, pair) in enumerate(zip(ids, pairs.take(count), strict=True)):
        status = statuses[rank]
        since = beginning(draw)
        until = (
            range_text(today - timedelta(days=400), today) if status == PartnershipStatus.ENDED and not since else None
        )
        confirmed = today - timedelta(days=int(draw.expovariate(1 / 500))) if draw.random() < 0.7 else None
        text = summary(draw, start + rank)
        rows.append(
            (pk, group.pk, *pair, status, forms[rank], "", text, SOURCE, "", since, "", until, audiences[rank])
            + (confirmed, means[rank] if confirmed else "", now, now)
        )
    write_agreements(draw, ids, now)
    write_themes(draw, ids)
    copy_rows(Partnership, fields, rows)  # last: what lists read of the two above is noted as the row is written


def drawn(draw, shares, count):
    return draw.choices([getattr(value, "value", value) for value in shares], weights=shares.values(), k=count)


def beginning(draw):
    """A year for most, a month or a day for some, unknown for one in seven; more of late than long ago."""
    kind, year = draw.random(), int(draw.triangular(FIRST_YEAR, LAST_YEAR, 2008))
    if kind < 0.15:
        return None
    if kind < 0.7:
        return range_text(date(year, 1, 1), date(year + 1, 1, 1))
    day = date(year, draw.randint(1, 12), draw.randint(1, 28))
    return range_text(day, day + timedelta(days=1))


def summary(draw, rank):
    words = draw.choices(WORDS, k=draw.randint(4, 14))
    if draw.random() < COMMON_SHARE:
        words.append(COMMON)
    if rank < RARE_COUNT:
        words.append(RARE)
    return f"Coopération : {', '.join(words)}."


def write_agreements(draw, ids, now):
    """Two in five have signed something; of what was signed, a third is over."""
    fields = ("partnership", "form", "object", "signed_words", "signed", "since_words", "since", "until_words", "until")
    signed = [pk for pk in ids if draw.random() < 0.4]
    kinds = drawn(draw, {form.value: 1 for form in PartnershipForm}, len(signed))

    def rows():
        for pk, form in zip(signed, kinds, strict=True):
            year = draw.randint(2000, 2024)
            begun = range_text(date(year, 3, 1), date(year, 3, 2))
            over = range_text(date(year + 1, 3, 1), date(year + 1, 3, 2)) if draw.random() < 0.33 else None
            yield (pk, form, "", "", begun, "", begun, "", over, "", now, now)

    copy_rows(Agreement, (*fields, "file", "created_at", "updated_at"), rows())


def write_themes(draw, ids):
    themes = list(Theme.objects.order_by("pk").values_list("pk", flat=True))
    if not themes:
        return
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(themes))))

    def links():
        for pk in ids:
            yield from product([pk], set(draw.choices(themes, cum_weights=weights, k=draw.randint(0, 4))))

    copy_rows(Partnership.themes.through, ("partnership", "theme"), links())
