from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_prose_editor.fields import ProseEditorField

from core.dates.fuzzy import FIRST_DAY, LAST_DAY, OUT_OF_BOUNDS
from core.enums import FlagState, LegalKind
from core.history import tracked


class TimestampedModel(models.Model):
    created_at = models.DateTimeField(_("créé le"), auto_now_add=True, db_default=Now())
    updated_at = models.DateTimeField(_("modifié le"), auto_now=True, db_default=Now())

    class Meta:
        abstract = True

    def clean_fields(self, exclude=None):
        super().clean_fields(exclude)
        refuse_days_out_of_bounds(self, exclude or ())


def refuse_days_out_of_bounds(record, exclude):
    """Raise ValidationError on the days that no FuzzyDate holds: a page or an agenda that shows one could not be read."""
    fields = [field for field in record._meta.concrete_fields if type(field) is models.DateField]
    days = {field.name: getattr(record, field.attname) for field in fields if field.name not in exclude}
    if errors := {name: OUT_OF_BOUNDS for name, day in days.items() if day and not FIRST_DAY <= day <= LAST_DAY}:
        raise ValidationError(errors)


def refuse_loop(record, link, message):
    """Raise ValidationError on `link` when the records it leads to come round again.

    A constraint sees one step only, and already refuses the record that leads to itself.
    """
    step, seen = getattr(record, link), {record.pk}
    if step is None or step.pk == record.pk:
        return
    while step is not None:
        if step.pk in seen:
            raise ValidationError({link: message}, code="loop")
        seen.add(step.pk)
        step = getattr(step, link)


class ReviewFlagQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=FlagState.OPEN)

    def about(self, record):
        return self.filter(content_type=ContentType.objects.get_for_model(record), object_id=record.pk)


@tracked()
class ReviewFlag(TimestampedModel):
    """A doubt about a record: what one source says and what another says, until a person decides."""

    content_type = models.ForeignKey(
        ContentType, verbose_name=_("sorte de fiche"), on_delete=models.CASCADE, related_name="+"
    )
    object_id = models.PositiveBigIntegerField(_("numéro de la fiche"))
    record = GenericForeignKey("content_type", "object_id")
    code = models.SlugField(_("code"), max_length=60)
    message = models.TextField(_("doute"))
    raised_by = models.CharField(_("soulevé par"), max_length=120, help_text=_("La règle ou l’import qui l’a soulevé."))
    state = models.CharField(_("état"), max_length=10, choices=FlagState, default=FlagState.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("tranché par"),
        on_delete=models.PROTECT,  # who decided is part of the record
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("tranché le"), null=True, blank=True)
    reason = models.TextField(_("raison"), blank=True)

    objects = ReviewFlagQuerySet.as_manager()

    class Meta:
        verbose_name = _("doute")
        verbose_name_plural = _("doutes")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(name="core_reviewflag_record", fields=["content_type", "object_id"])]
        constraints = [
            models.UniqueConstraint(
                name="core_reviewflag_said_once",
                fields=["content_type", "object_id", "code", "message"],
                violation_error_message=_("Ce doute est déjà noté sur cette fiche."),
            ),
            models.CheckConstraint(
                name="core_reviewflag_decided_means_dated",
                condition=Q(state=FlagState.OPEN, decided_at__isnull=True)
                | (~Q(state=FlagState.OPEN) & Q(decided_at__isnull=False)),
                violation_error_message=_("Un doute tranché porte la date de la décision, et lui seul."),
            ),
        ]

    def __str__(self):
        return self.message


class LetterQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(next_try_at__isnull=False)

    def due(self):
        return self.filter(next_try_at__lte=timezone.now())

    def sent(self):
        return self.filter(sent_at__isnull=False)

    def given_up(self):
        return self.filter(sent_at__isnull=True, next_try_at__isnull=True)


class Letter(models.Model):
    """A message to one address, kept until the mail server has taken it, and then as the trace that it has."""

    to = models.EmailField(_("destinataire"))
    subject = models.CharField(pgettext_lazy("lettre", "objet"), max_length=200)
    body = models.TextField(_("texte"))
    language = models.CharField(_("langue"), max_length=10)
    is_private = models.BooleanField(
        _("confidentielle"),
        default=False,
        db_default=False,
        help_text=_("Son texte ouvre un compte : il n’est montré qu’à qui le reçoit."),
    )
    created_at = models.DateTimeField(_("écrite le"), auto_now_add=True, db_default=Now())
    sent_at = models.DateTimeField(_("envoyée le"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("essais"), default=0, db_default=0)
    last_error = models.TextField(_("dernier refus"), blank=True, default="", db_default="")
    next_try_at = models.DateTimeField(
        _("prochain essai"),
        null=True,  # it was sent, or given up
        blank=True,
        default=timezone.now,
        db_default=Now(),
    )

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("lettre")
        verbose_name_plural = _("lettres")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(name="core_letter_due", fields=["next_try_at", "id"], condition=Q(next_try_at__isnull=False))
        ]
        constraints = [
            models.CheckConstraint(
                name="core_letter_sent_waits_no_more",
                condition=Q(sent_at__isnull=True) | Q(next_try_at__isnull=True),
                violation_error_message=_("Une lettre envoyée n’attend plus d’essai."),
            ),
            models.CheckConstraint(
                name="core_letter_headers_of_one_line",
                condition=~Q(subject__regex=r"[\r\n]") & ~Q(to__regex=r"[\r\n]"),
                violation_error_message=_("L’objet et le destinataire d’une lettre tiennent chacun sur une ligne."),
            ),
        ]

    def __str__(self):
        return self.subject

    @property
    def is_given_up(self):
        return self.sent_at is None and self.next_try_at is None


class LegalPageQuerySet(models.QuerySet):
    def best_for(self, kind, language):
        """The page of that kind in `language`; else in French, in which there is always one; None when it was removed."""
        found = {page.language: page for page in self.filter(kind=kind, language__in=[language, "fr"])}
        return found.get(language) or found.get("fr")

    def to_complete(self):
        """Those in which something is left for CUF to write."""
        return self.filter(body__contains=LegalPage.TO_COMPLETE)


@tracked()
class LegalPage(TimestampedModel):
    """What the law wants said on every site, in the words of CUF, which edits them."""

    TO_COMPLETE = "[à compléter"
    RICH_TEXT = {
        "Bold": True,
        "Italic": True,
        "Heading": {"levels": [2, 3]},
        "BulletList": True,
        "OrderedList": True,
        "ListItem": True,
        "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
        "HardBreak": True,
    }

    kind = models.CharField(_("page"), max_length=20, choices=LegalKind)
    language = models.CharField(_("langue"), max_length=10, choices=settings.LANGUAGES)
    title = models.CharField(_("titre"), max_length=120)
    body = ProseEditorField(_("texte"), extensions=RICH_TEXT, sanitize=True)

    objects = LegalPageQuerySet.as_manager()

    class Meta:
        verbose_name = _("page légale")
        verbose_name_plural = _("pages légales")
        ordering = ["kind", "language", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="core_legalpage_one_per_language",
                fields=["kind", "language"],
                violation_error_message=_("Cette page existe déjà dans cette langue : corrigez-la."),
            )
        ]

    def __str__(self):
        return f"{self.title} ({self.get_language_display()})"

    @property
    def is_to_complete(self):
        return self.TO_COMPLETE in self.body
