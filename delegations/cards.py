"""What the rows of the list and the cards of the board tell of a delegation, never more than its reader may read."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Prefetch
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from delegations.enums import Answer, DelegationState, Detail, Direction, SpokenLanguage
from delegations.models import Approach, Delegation
from delegations.queue import Waiting
from directory.models import Organisation

NAMED = 3  # hosts named in a head; the rest are counted
TONES = {
    Answer.ACCEPTED: "confirmed",
    Answer.CONDITIONAL: "tentative",
    Answer.DECLINED: "declined",
    Answer.NO_CAPACITY: "declined",
    Answer.PENDING: "awaited",
}


@dataclass(frozen=True)
class Side:
    """One side of the head: a name, its hanzi, and what it is."""

    name: str
    kind: str = ""
    zh: str = ""


@dataclass(frozen=True)
class Card:
    """A delegation with what `user` may read of it; `asked` are the approaches they may read, `approached` counts all."""

    delegation: Delegation
    asked: tuple = ()
    approached: int = 0

    @cached_property
    def is_summarised(self):
        return Detail(self.delegation.detail_shown).depth >= Detail.SUMMARY.depth

    @property
    def is_full(self):
        return self.delegation.detail_shown == Detail.FULL

    @property
    def title(self):
        return str(self.delegation) if self.is_summarised else self.delegation.reference

    @cached_property
    def period(self):
        """The days of the visit, else those wished; only the months where no more than the existence is told."""
        delegation = self.delegation
        return (delegation.visit or delegation.wished) if self.is_summarised else delegation.months

    @cached_property
    def sender(self):
        delegation, territory = self.delegation, self.delegation.sender_territory
        place = place_of(territory, delegation.sender_place if self.is_summarised else "")
        if self.is_summarised:
            zh = delegation.sender.place_zh if delegation.sender else ""
            return Side(delegation.sender_name, place, zh or (territory.name_beside if territory else ""))
        if territory:
            return Side(str(territory), territory.get_kind_display(), territory.name_beside)
        return Side(_("Expéditeur réservé"), delegation.get_level_display() if delegation.level != "unknown" else "")

    @cached_property
    def hosts(self):
        """Those who welcome it; else those who were asked; else that nobody was yet."""
        welcoming = [one for one in self.asked if one.answer in Answer.welcoming_ones()]
        if welcoming:
            return Side(names_of(welcoming), _("reçoit") if len(welcoming) == 1 else _("reçoivent"))
        waiting = [one for one in self.asked if one.answer == Answer.PENDING]
        if waiting:
            return Side(names_of(waiting), _("sollicitée") if len(waiting) == 1 else _("sollicitées"))
        if self.approached:
            return Side(self.counted, "" if self.is_summarised else _("noms réservés"))
        return Side(_("Hôte à trouver") if self.delegation.is_open else _("Sans hôte"))

    @property
    def counted(self):
        text = ngettext("%(count)d collectivité sollicitée", "%(count)d collectivités sollicitées", self.approached)
        return text % {"count": self.approached}

    @property
    def french(self):
        return self.hosts if self.is_incoming else self.sender

    @property
    def foreign(self):
        return self.sender if self.is_incoming else self.hosts

    @property
    def is_incoming(self):
        return self.delegation.direction == Direction.INCOMING

    @property
    def languages(self):
        return [SpokenLanguage(code).label for code in self.delegation.languages]

    @property
    def waiting_label(self):
        return Waiting(self.delegation.waiting).label

    @property
    def tone(self):
        """A line where hosts and days are known; nothing sure yet, a faint one."""
        return "cooperation" if self.delegation.state in DelegationState.dated_ones() else "none"


def place_of(territory, written):
    if territory is None:
        return written
    return f"{territory}, {territory.parent}" if territory.parent else str(territory)


def names_of(approaches):
    names = [one.who for one in approaches]
    rest = len(names) - NAMED
    shown = ", ".join(names[:NAMED])
    return shown if rest <= 0 else _("%(names)s et %(rest)d autres") % {"names": shown, "rest": rest}


def cards_of(delegations, user):
    """Return a Card for each of `delegations` (with their detail for `user`), in the same order, by three queries in all."""
    delegations = list(delegations)
    every = Approach.objects.filter(delegation__in=[one.pk for one in delegations]).order_by()
    counts = dict(every.values_list("delegation").annotate(Count("pk")))
    asked, words, names, today = {}, {}, {}, timezone.localdate()
    # The same few authorities are asked again and again: each is made once.
    authorities = Prefetch("organisation", Organisation.objects.select_related("territory"))
    for approach in every.visible_to(user).prefetch_related(authorities).order_by("asked_on", "pk"):
        said = (approach.answer, approach.deadline)
        if said not in words:
            words[said] = told(approach, today)
        if approach.organisation_id not in names:
            names[approach.organisation_id] = approach.organisation.place_name
        approach.who = names[approach.organisation_id]
        approach.tone, approach.said = words[said]
        asked.setdefault(approach.delegation_id, []).append(approach)
    return [Card(one, tuple(asked.get(one.pk, ())), counts.get(one.pk, 0)) for one in delegations]


def told(approach, today):
    """The colour and the words of one answer; made here, where a board of hundreds needs them all."""
    if approach.answer != Answer.PENDING:
        return TONES[approach.answer], approach.get_answer_display()
    day = {"day": date_format(approach.deadline, "MONTH_DAY_FORMAT")}
    if approach.deadline < today:
        return "late", _("en retard, attendue le %(day)s") % day
    return TONES[approach.answer], _("attendue le %(day)s") % day
