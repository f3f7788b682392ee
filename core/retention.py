"""How long what is kept: each app declares its rules in its own `retention.py`, and `cufportal.retention` gathers them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pghistory.models
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.db import models, transaction
from django.db.models import Q
from django.db.models.expressions import Combinable
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.models import Letter

DAY, MONTH, YEAR = timedelta(days=1), timedelta(days=30), timedelta(days=365)
PIECE, PIECES = 500, 20  # rows of a transaction; transactions of a rule each time: the rest waits for the next


@dataclass(frozen=True)
class Rule:
    """Rows of `model` that `only` picks are kept for `kept` from `since` (a field, or an expression); then their fields
    `blanked` are set so, or, without any, the rows are deleted, unless `ends` does something else with each."""

    what: str | Promise
    model: type[models.Model]
    since: str | Combinable
    kept: timedelta
    why: str | Promise
    only: Q = field(default_factory=Q)
    blanked: dict = field(default_factory=dict)
    ends: Callable[[models.Model], object] | None = None

    @property
    def happens(self):
        if self.ends:
            return _("fermé et vidé")
        return _("vidé de ces données") if self.blanked else _("supprimé")

    @property
    def duration(self):
        days = self.kept.days
        if days >= YEAR.days:
            years = round(days / YEAR.days)
            return ngettext("%d an", "%d ans", years) % years
        if days >= MONTH.days:
            months = round(days / MONTH.days)
            return ngettext("%d mois", "%d mois", months) % months
        return ngettext("%d jour", "%d jours", days) % days if days else str(_("aussitôt"))

    def due(self, now: datetime | None = None):
        """The rows whose time is over, as a queryset."""
        rows = self.model._base_manager.order_by("pk").alias(
            kept_since=models.ExpressionWrapper(
                models.F(self.since) if isinstance(self.since, str) else self.since, output_field=models.DateTimeField()
            )
        )
        rows = rows.filter(self.only, kept_since__lt=(now or timezone.now()) - self.kept)
        return rows.exclude(**self.blanked) if self.blanked else rows


def apply_rule(rule: Rule, now: datetime | None = None) -> int:
    """End what is due by one rule, a piece at a time, and return how many rows there were; versions follow their rows."""
    total = 0
    for _piece in range(PIECES):
        numbers = list(rule.due(now).values_list("pk", flat=True)[:PIECE])
        if numbers:
            with transaction.atomic():
                end_rows(rule, numbers)
        total += len(numbers)
        if len(numbers) < PIECE:
            break
    return total


def end_rows(rule, numbers):
    rows, versions = rule.model._base_manager.filter(pk__in=numbers), versions_of(rule.model)
    if rule.ends:
        for row in rows:
            rule.ends(row)
    elif rule.blanked:
        rows.update(**rule.blanked)
        kept = {name for name in rule.blanked if versions and name in {each.name for each in versions._meta.fields}}
        if kept:
            versions.objects.filter(pgh_obj__in=numbers).update(**{name: rule.blanked[name] for name in kept})
    else:
        delete_files(rows)
        rows.delete()
        if versions:
            versions.objects.filter(pgh_obj__in=numbers).delete()


def delete_files(rows):
    """At once, before the rows: a file that no row names any more would stay for ever."""
    for each in rows.model._meta.local_concrete_fields:
        if isinstance(each, models.FileField):
            for name in rows.exclude(**{each.name: ""}).values_list(each.name, flat=True):
                each.storage.delete(name)


def versions_of(model):
    related = getattr(model, "versions", None)
    return related.rel.related_model if related else None


def counts(rules: Iterable[Rule]) -> list[tuple[Rule, int]]:
    """What each rule would end now, nothing done."""
    return [(rule, rule.due().count()) for rule in rules]


RULES = [
    Rule(
        what=_("lettres envoyées"),
        model=Letter,
        since="sent_at",
        kept=YEAR,
        why=_("prouver ce qui a été écrit à qui, le temps d’une campagne"),
    ),
    Rule(
        what=_("lettres que le serveur d’envoi a refusées"),
        model=Letter,
        since="created_at",
        kept=YEAR,
        why=_("le temps de corriger l’adresse et de renvoyer"),
        only=Q(sent_at=None, next_try_at=None),
    ),
    Rule(
        what=_("sessions échues"),
        model=Session,
        since="expire_date",
        kept=timedelta(0),
        why=_("elles n’ouvrent plus rien"),
    ),
    Rule(
        what=_("journal de l’administration"),
        model=LogEntry,
        since="action_time",
        kept=3 * YEAR,
        why=_("répondre d’un acte de l’équipe ; l’historique des fiches dit le reste"),
    ),
    Rule(
        what=_("qui a changé une fiche, et depuis quelle page"),
        model=pghistory.models.Context,
        since="created_at",
        kept=6 * YEAR,
        why=_("répondre d’une donnée ; au-delà, ce qui a changé suffit"),
        blanked={"metadata": {}},
    ),
]
