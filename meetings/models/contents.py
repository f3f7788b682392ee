from django.db import models
from django.db.models import F, Q
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField

from core.fields import FuzzyDateField, FuzzyWordsField, fuzzy_date_constraint
from core.history import tracked
from directory.models import Organisation
from events.models import Event
from meetings.enums import ActionState, AnnouncementItemKind, DecisionKind, EntryKind
from meetings.models.meetings import Meeting
from meetings.models.parts import MeetingPart, MeetingPartQuerySet
from partnerships.models import Partnership, PartnerWish

RICH_TEXT = {
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "HardBreak": True,
}


class AgendaItemQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The agenda is sent before the meeting: it is read by those the meeting is open to, whatever its minutes."""
        items = self.filter(meeting__in=Meeting.objects.visible_to(user))
        return items if user.is_authenticated and user.sees_all else items.filter(is_internal=False)


@tracked()
class AgendaItem(MeetingPart):
    meeting = models.ForeignKey(
        Meeting, verbose_name=_("réunion"), on_delete=models.CASCADE, related_name="agenda_items"
    )
    title = models.CharField(_("point"), max_length=300)
    minutes_planned = models.PositiveSmallIntegerField(_("durée prévue, en minutes"), null=True, blank=True)

    objects = AgendaItemQuerySet.as_manager()

    class Meta(MeetingPart.Meta):
        verbose_name = _("point de l’ordre du jour")
        verbose_name_plural = _("ordre du jour")

    def __str__(self):
        return self.title


@tracked()
class Section(MeetingPart):
    SAID = ("title", "body")

    meeting = models.ForeignKey(Meeting, verbose_name=_("réunion"), on_delete=models.CASCADE, related_name="sections")
    title = models.CharField(_("titre"), max_length=300, blank=True)
    body = ProseEditorField(_("texte"), extensions=RICH_TEXT, sanitize=True, blank=True)

    class Meta(MeetingPart.Meta):
        verbose_name = _("partie du compte rendu")
        verbose_name_plural = _("parties du compte rendu")

    def __str__(self):
        return self.title

    @property
    def html(self):
        """The text as a page may show it, sanitised once more: a row written past the forms is shown too."""
        return mark_safe(self._meta.get_field("body").sanitize(self.body))


class RoundTableEntryQuerySet(MeetingPartQuerySet):
    def visible_to(self, user):
        """What was said of a partnership or a wish goes no further than its own record."""
        return (
            super()
            .visible_to(user)
            .filter(
                Q(partnership__isnull=True) | Q(partnership__in=Partnership.objects.visible_to(user)),
                Q(wish__isnull=True) | Q(wish__in=PartnerWish.objects.visible_to(user)),
            )
        )


@tracked()
class RoundTableEntry(MeetingPart):
    """What was said of one organisation or partnership during the round; partnership pages show it as a mention."""

    SAID = ("label", "text", "milestone", "actors")
    ABOUT = ("organisation", "partnership__french_side", "partnership__foreign_side")

    meeting = models.ForeignKey(Meeting, verbose_name=_("réunion"), on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(_("sorte"), max_length=12, choices=EntryKind, default=EntryKind.PARTNERSHIP)
    label = models.CharField(_("libellé"), max_length=300, blank=True, help_text=_("Tel que le document l’écrit."))
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisme"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="mentions",
    )
    partnership = models.ForeignKey(
        Partnership,
        verbose_name=_("partenariat"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="mentions",
    )
    wish = models.ForeignKey(
        PartnerWish,
        verbose_name=_("recherche"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="mentions",
    )
    text = models.TextField(_("ce qui a été dit"), blank=True)
    milestone = models.TextField(_("jalon"), blank=True)
    actors = models.TextField(_("acteurs associés"), blank=True)

    objects = RoundTableEntryQuerySet.as_manager()

    class Meta(MeetingPart.Meta):
        verbose_name = _("intervention du tour de table")
        verbose_name_plural = _("tour de table")
        constraints = [
            models.CheckConstraint(
                name="meetings_roundtableentry_about_something",
                condition=Q(organisation__isnull=False) | Q(partnership__isnull=False) | ~Q(label=""),
                violation_error_message=_("Une intervention concerne un partenariat ou un organisme."),
            ),
            models.CheckConstraint(
                name="meetings_roundtableentry_pair_means_partnership",
                condition=Q(partnership__isnull=True) | Q(kind=EntryKind.PARTNERSHIP),
                violation_error_message=_("Seule une intervention de la sorte « partenariat » nomme un partenariat."),
            ),
            models.CheckConstraint(
                name="meetings_roundtableentry_wish_means_wish",
                condition=Q(wish__isnull=True) | Q(kind=EntryKind.WISH),
                violation_error_message=_("Seule une intervention de la sorte « recherche » nomme une recherche."),
            ),
        ]

    def __str__(self):
        return self.label or str(self.partnership or self.organisation)


@tracked()
class Decision(MeetingPart):
    SAID = ("text", "details")

    meeting = models.ForeignKey(Meeting, verbose_name=_("réunion"), on_delete=models.CASCADE, related_name="decisions")
    kind = models.CharField(_("sorte"), max_length=12, choices=DecisionKind, default=DecisionKind.DECISION)
    text = models.TextField(_("texte"))
    details = models.TextField(_("précisions"), blank=True)

    class Meta(MeetingPart.Meta):
        verbose_name = _("décision")
        verbose_name_plural = _("décisions et conclusions")

    def __str__(self):
        return self.text


@tracked()
class ActionItem(MeetingPart):
    SAID = ("text",)
    ABOUT = ("owner",)

    meeting = models.ForeignKey(Meeting, verbose_name=_("réunion"), on_delete=models.CASCADE, related_name="actions")
    text = models.TextField(_("action"))
    owner = models.ForeignKey(
        Organisation,
        verbose_name=_("responsable"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
    )
    due_words = FuzzyWordsField()
    due = FuzzyDateField(_("échéance"), null=True, blank=True)
    state = models.CharField(_("état"), max_length=10, choices=ActionState, default=ActionState.OPEN)
    done_on = models.DateField(_("faite le"), null=True, blank=True)
    carried_from = models.ForeignKey(
        "self", verbose_name=_("reprise de"), on_delete=models.PROTECT, null=True, blank=True, related_name="carried_to"
    )
    sequence = models.PositiveIntegerField(_("révision"), default=0, db_default=0, editable=False)

    class Meta(MeetingPart.Meta):
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        constraints = [
            fuzzy_date_constraint("meetings_actionitem_due_some_day", "due"),
            models.CheckConstraint(
                name="meetings_actionitem_done_means_dated",
                condition=Q(state=ActionState.DONE, done_on__isnull=False)
                | (~Q(state=ActionState.DONE) & Q(done_on__isnull=True)),
                violation_error_message=_("Une action faite porte la date où elle l’a été, et elle seule."),
            ),
            models.CheckConstraint(
                name="meetings_actionitem_not_carried_from_itself",
                condition=~Q(carried_from=F("id")),
                violation_error_message=_("Une action ne se reprend pas elle-même."),
            ),
        ]

    def __str__(self):
        return self.text


@tracked()
class Announcement(MeetingPart):
    """An event that the meeting announced or recalled."""

    SAID = ("title", "place")

    meeting = models.ForeignKey(
        Meeting, verbose_name=_("réunion"), on_delete=models.CASCADE, related_name="announcements"
    )
    title = models.CharField(_("événement"), max_length=300)
    when_words = FuzzyWordsField()
    when = FuzzyDateField(_("quand"), null=True, blank=True)
    place = models.CharField(_("lieu"), max_length=200, blank=True)
    registration_required = models.BooleanField(_("inscription obligatoire"), default=False)
    is_past = models.BooleanField(_("déjà tenu"), default=False)
    event = models.ForeignKey(
        Event,
        verbose_name=_("événement du portail"),
        on_delete=models.SET_NULL,  # the minutes keep what was said, whether or not the event made of it is kept
        null=True,
        blank=True,
        related_name="announcements",
    )

    class Meta(MeetingPart.Meta):
        verbose_name = _("événement annoncé")
        verbose_name_plural = _("événements annoncés")
        constraints = [fuzzy_date_constraint("meetings_announcement_when_some_day", "when")]

    def __str__(self):
        return self.title


@tracked()
class AnnouncementItem(models.Model):
    announcement = models.ForeignKey(
        Announcement, verbose_name=_("événement"), on_delete=models.CASCADE, related_name="items"
    )
    rank = models.PositiveSmallIntegerField(_("rang"), default=0)
    kind = models.CharField(
        _("sorte"), max_length=10, choices=AnnouncementItemKind, default=AnnouncementItemKind.SESSION
    )
    text = models.CharField(_("texte"), max_length=300)
    day = models.DateField(_("jour"), null=True, blank=True)
    starts_at = models.TimeField(_("début"), null=True, blank=True)
    ends_at = models.TimeField(_("fin"), null=True, blank=True)
    place = models.CharField(_("lieu"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("point de l’événement")
        verbose_name_plural = _("points de l’événement")
        ordering = ["rank", "pk"]
        constraints = [
            models.CheckConstraint(
                name="meetings_announcementitem_hours_in_order",
                condition=Q(starts_at__isnull=True) | Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("Un temps finit après avoir commencé."),
            ),
        ]

    def __str__(self):
        return self.text
