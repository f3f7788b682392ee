"""Make the territories of the database match the reference files, in one transaction."""

from datetime import timedelta
from pathlib import Path

from django.db import connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from django.utils.translation import gettext as _

from directory.loading.checking import check
from directory.loading.china import read_china
from directory.loading.copying import copy_rows, count_again, range_text, reserve_ids
from directory.loading.france import read_france
from directory.loading.known import COMPARED, Known
from directory.loading.report import LoadReport
from directory.models import Territory, TerritoryCode, TerritoryName

DATA = Path(__file__).resolve().parent.parent / "data"
BATCH = 4000
LOCK = 2260_3166  # any number that no other advisory lock of the portal uses
TOLERATED_CLOSURES = 20
TOLERATED_SHARE = 0.02


class LoadRefused(Exception):
    """One French sentence: why nothing was written, and what to do."""


def load_territories(*, folder=DATA, on=None, accept_closures=False):
    """Read the files of `folder` and add, change or close what differs; return a LoadReport.

    Repeatable: a second run changes nothing. What a file no longer names is closed on the day `on` (today unless
    told) and never deleted; what was added by hand is left alone. Raise MalformedFile or LoadRefused, and then
    nothing is written.
    """
    territories = read_france(folder) + read_china(folder)
    check(territories)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
        return Loading(territories, on or timezone.localdate(), accept_closures).run()


class Loading:
    def __init__(self, territories, on, accept_closures):
        self.territories, self.on, self.accept_closures = territories, on, accept_closures
        self.known, self.report = Known(), LoadReport()
        self.ids = {}

    def run(self):
        new = []
        for loaded in self.territories:
            day = loaded.until - timedelta(days=1) if loaded.until else self.on
            found = self.known.holder(loaded.key, day) or self.known.ceased(loaded)
            if found:
                self.ids[loaded.key] = found
            else:
                new.append(loaded)
        matched = [loaded for loaded in self.territories if loaded.key in self.ids]
        gone = self.gone()
        self.add(new)
        self.change(matched)
        self.close(gone)
        self.write_codes(gone)
        self.write_names(gone)
        if not self.report.is_empty:
            count_again(Territory, TerritoryCode, TerritoryName)
        return self.report

    def gone(self):
        kept = set(self.ids.values())
        standing = [pk for pk, values in self.known.values.items() if values["dataset"] and self.stands(pk)]
        gone = [pk for pk in standing if pk not in kept]
        tolerated = max(TOLERATED_CLOSURES, TOLERATED_SHARE * len(standing))
        if len(gone) > tolerated and not self.accept_closures:
            raise LoadRefused(
                _(
                    "Les fichiers feraient disparaître %(gone)d territoires sur %(standing)d : rien n’est écrit. "
                    "Vérifiez qu’ils sont entiers, puis relancez avec --accept-closures si c’est voulu."
                )
                % {"gone": len(gone), "standing": len(standing)}
            )
        return gone

    def stands(self, pk):
        upper = self.known.periods[pk][1]
        return upper is None or upper > self.on

    def add(self, new):
        """The keys come first, so that a row may name its parent whatever their order."""
        self.ids.update(zip((loaded.key for loaded in new), reserve_ids(Territory, len(new)), strict=True))
        fields = ("id", "country", "valid", *(name.removesuffix("_id") for name in COMPARED))
        copy_rows(
            Territory,
            fields,
            (
                (
                    self.ids[loaded.key],
                    loaded.country,
                    range_text(loaded.since, loaded.until),
                    *self.values_of(loaded).values(),
                )
                for loaded in new
            ),
        )
        self.report.added += [label(loaded) for loaded in new]

    def values_of(self, loaded):
        return {
            **{name: getattr(loaded, name) for name in COMPARED if not name.endswith("_id")},
            "parent_id": self.ids.get(loaded.parent),
            "intercommunality_id": self.ids.get(loaded.intercommunality),
            "successor_id": self.ids.get(loaded.successor),
        }

    def change(self, matched):
        changed, fields = [], set()
        for loaded in matched:
            pk = self.ids[loaded.key]
            values, before = self.values_of(loaded), self.known.values[pk]
            period = (loaded.since or self.known.periods[pk][0], loaded.until)
            differing = [name for name in COMPARED if values[name] != before[name]]
            if period != self.known.periods[pk]:
                differing.append("valid")
            if differing:
                changed.append(Territory(pk=pk, valid=DateRange(*period), updated_at=timezone.now(), **values))
                fields.update(differing)
                self.report.changed.append(f"{label(loaded)} – {', '.join(in_words(differing))}")
        if changed:
            names = [name.removesuffix("_id") for name in fields]
            Territory.objects.bulk_update(changed, [*names, "updated_at"], batch_size=BATCH)

    def close(self, gone):
        closed = [Territory(pk=pk, valid=self.ended(*self.known.periods[pk]), updated_at=timezone.now()) for pk in gone]
        if closed:
            Territory.objects.bulk_update(closed, ["valid", "updated_at"], batch_size=BATCH)
        self.report.closed += [self.known.values[pk]["name"] for pk in gone]

    def ended(self, lower, _upper=None):
        """The period closed on the day of the loading; what began that very day keeps one day, for none is empty."""
        return DateRange(lower, max(self.on, lower + timedelta(days=1)) if lower else self.on)

    def write_codes(self, gone):
        ending, missing = self.compare_codes(gone)
        ends = {row.pk: self.ended(row.lower) for rows in ending.values() for row in rows}
        TerritoryCode.objects.bulk_update(
            [TerritoryCode(pk=pk, valid=valid) for pk, valid in ends.items()], ["valid"], batch_size=BATCH
        )
        rows = [(self.ids[loaded.key], *code, self.code_period(loaded, code, ends)) for loaded, code in missing]
        copy_rows(TerritoryCode, ("territory", "system", "code", "valid"), rows)
        self.report.codes_added, self.report.codes_closed = len(missing), len(ends)

    def compare_codes(self, gone):
        ending, missing = {}, []
        for pk in gone:
            ending[pk] = [row for _code, row in self.known.codes_of[pk] if row.holds_on(self.on)]
        for loaded in self.territories:
            pk = self.ids[loaded.key]
            held = [(code, row) for code, row in self.known.codes_of[pk] if self.in_force(row, loaded)]
            systems = {code.system for code in loaded.codes}
            ending[pk] = [row for code, row in held if code.system in systems and code not in loaded.codes]
            present = {code for code, _row in held}
            missing += [(loaded, code) for code in loaded.codes if code not in present]
        return ending, missing

    def in_force(self, row, loaded):
        return row.holds_on(loaded.until - timedelta(days=1) if loaded.until else self.on)

    def code_period(self, loaded, code, ends):
        """A code that another territory held passes on the day the other leaves it."""
        last = [ends[row.pk].upper if row.pk in ends else row.upper for row in self.known.codes[code]]
        if None in last:
            holder = self.known.values[self.known.holder(code, self.on)]["name"]
            raise LoadRefused(
                _(
                    "Le code « %(code)s » que le fichier donne à « %(name)s » désigne déjà « %(holder)s », "
                    "ajouté à la main : corrigez l’un des deux ; rien n’est écrit."
                )
                % {"code": code.code, "name": loaded.name, "holder": holder}
            )
        return range_text(max(last) if last else loaded.since, loaded.until)

    def write_names(self, gone):
        missing, periods = [], {}
        for pk in gone:
            open_names = [row for row in self.known.names[pk].values() if row.upper is None]
            periods.update((row.pk, self.ended(row.lower)) for row in open_names)
        self.report.names_closed = len(periods)
        for loaded in self.territories:
            missing += self.compare_names(loaded, periods)
        TerritoryName.objects.bulk_update(
            [TerritoryName(pk=pk, valid=valid) for pk, valid in periods.items()], ["valid"], batch_size=BATCH
        )
        copy_rows(TerritoryName, ("territory", "dataset", "valid", "text", "language", "kind"), missing)
        self.report.names_added = len(missing)

    def compare_names(self, loaded, periods):
        pk = self.ids[loaded.key]
        known = self.known.names.get(pk, {})
        for name, row in known.items():
            if row.dataset != loaded.dataset:
                continue
            if name in loaded.names and row.upper != loaded.until:
                periods[row.pk] = DateRange(row.lower, loaded.until)
            elif name not in loaded.names and row.upper is None:
                periods[row.pk] = self.ended(row.lower)
                self.report.names_closed += 1
        period = range_text(None, loaded.until)
        return [(pk, loaded.dataset, period, *name) for name in loaded.names if name not in known]


def label(loaded):
    return f"{loaded.name} ({loaded.kind.label}, {loaded.key.code})"


def in_words(fields):
    return (str(Territory._meta.get_field(name.removesuffix("_id")).verbose_name) for name in fields)
