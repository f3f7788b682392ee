"""What one asks of the audit, and the reason one gives to put a record back."""

from datetime import datetime, time

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.forms import ServiceForm
from core.history.restoring import restore_version
from core.history.tracking import ACTS
from core.numbers import record_number
from cufportal.history.declared import histories
from cufportal.history.pages import AREAS, PAGES
from cufportal.perms import can_read_history
from meetings.enums import MinutesState
from meetings.models import Announcement, AnnouncementItem, Meeting
from meetings.models.parts import MeetingPart

ANY = ("", _("indifférent"))
OUTSIDE, JOB, COMMAND = "outside", "job", "command"
SOURCES = [
    (OUTSIDE, _("hors du portail")),
    (JOB, _("une tâche du portail")),
    (COMMAND, _("une commande")),
]
UNKNOWN = {"invalid_choice": _("« %(value)s » ne figure pas dans ce filtre : il n’est pas appliqué.")}
NO_DAY = _("Écrivez les jours du filtre ainsi : 14/09/2027. Ce qui est écrit n’est pas appliqué.")
MOST_PEOPLE = 50


class RestoreForm(ServiceForm):
    reason = forms.CharField(label=_("Pourquoi"), max_length=500)

    def __init__(self, *args, record, version, **kwargs):
        super().__init__(*args, **kwargs)
        self.record, self.version = record, version

    def clean(self):
        if tells_published_minutes(self.record.model, self.version):
            raise forms.ValidationError(
                _("Ce compte rendu est publié : reprenez-le d’un pas avant de le modifier."), code="published"
            )
        return super().clean()

    def save(self, by):
        return self.attempt(restore_version, record=self.record, version=self.version, by=by, **self.cleaned_data)


def tells_published_minutes(model, version):
    """Whether `version` is of a row that published minutes are made of: they change by no other way than all others."""
    match model:
        case _ if model is Meeting:
            numbers = [version.id]
        case _ if model is AnnouncementItem:
            numbers = Announcement.objects.filter(pk=version.announcement_id).values("meeting")
        case _:
            numbers = [getattr(version, "meeting_id", None)] if issubclass(model, MeetingPart) else []
    return Meeting.objects.filter(pk__in=numbers, minutes_state=MinutesState.PUBLISHED).exists()


def chosen(label, choices):
    return forms.ChoiceField(label=label, choices=choices, required=False, error_messages=UNKNOWN)


def day(label):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    formats = ("%Y-%m-%d", "%d/%m/%Y")
    return forms.DateField(
        label=label, widget=widget, input_formats=formats, required=False, error_messages={"invalid": NO_DAY}
    )


class AuditForm(forms.Form):
    """What cannot be applied is said in `problems`, and the rest applies."""

    qui = forms.CharField(
        label=_("Personne"), max_length=120, required=False, help_text=_("Nom ou adresse de qui a changé.")
    )
    sorte = chosen(_("Sorte de fiche"), ())
    fiche = forms.CharField(
        label=_("Fiche"), max_length=120, required=False, help_text=_("Un mot qu’elle contient, ou son numéro.")
    )
    du = day(_("Du"))
    au = day(_("Au"))
    acte = chosen(_("Acte"), [ANY, *ACTS.items()])
    page = chosen(_("Depuis"), ())

    def __init__(self, *args, reader, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sorte"].choices = [ANY, *kinds_for(reader)]
        self.fields["page"].choices = [ANY, *SOURCES, *pages()]

    @property
    def problems(self):
        return [message for messages in self.errors.values() for message in messages]

    def clean_qui(self):
        text = self.cleaned_data["qui"].strip()
        if not text:
            return None
        found = list(people_named(text)[: MOST_PEOPLE + 1])
        if not found:
            raise forms.ValidationError(_("Aucun compte ne porte ce nom ni cette adresse : corrigez-le."))
        if len(found) > MOST_PEOPLE:
            raise forms.ValidationError(_("Ce nom est trop court : plus de cinquante comptes le portent."))
        return found

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("du") and cleaned.get("au") and cleaned["du"] > cleaned["au"]:
            self.add_error("au", _("La période finit avant de commencer : corrigez l’une des deux dates."))
        if record_number(cleaned.get("fiche") or "") is not None and not cleaned.get("sorte"):
            self.add_error(
                "fiche", _("Choisissez aussi la sorte de fiche : un numéro n’en désigne qu’une de sa sorte.")
            )
        return cleaned

    @property
    def conditions(self):
        """Over the versions of any model: who, when, which act, from where."""
        asked, found = self.cleaned_data, Q()
        if asked.get("qui"):
            found &= Q(pgh_context__metadata__user__in=asked["qui"])
        if asked.get("du"):
            found &= Q(pgh_created_at__gte=midnight(asked["du"], time.min))
        if asked.get("au"):
            found &= Q(pgh_created_at__lte=midnight(asked["au"], time.max))
        if asked.get("acte"):
            found &= Q(pgh_label=asked["acte"])
        return found & came_from(asked["page"]) if asked.get("page") else found


def midnight(day, hour):
    return timezone.make_aware(datetime.combine(day, hour))


def came_from(page):
    if page == OUTSIDE:
        return Q(pgh_context__isnull=True)
    if page in (JOB, COMMAND):
        return Q(pgh_context__metadata__has_key=page)
    if page in AREAS:
        return Q(pgh_context__metadata__page__startswith=f"{page}:")
    return Q(pgh_context__metadata__page__in=[name for name, words in PAGES.items() if words == PAGES[page]])


def kinds_for(reader):
    """The sorts of records, by their names; two of one name are told apart by nothing better than their number."""
    shown = [(kind, record) for kind, record in histories().items() if can_read_history(reader, record)]
    named = [(kind, capfirst(record.model._meta.verbose_name)) for kind, record in shown]
    return sorted(named, key=lambda pair: pair[1])


def pages():
    """Each area, then its pages, several names of one page once."""
    once = {str(words): name for name, words in reversed(PAGES.items())}
    named = sorted((name, capfirst(words)) for words, name in once.items())
    return [*((area, capfirst(words)) for area, words in AREAS.items()), *sorted(named, key=lambda pair: pair[1])]


def people_named(text):
    """The numbers of the accounts whose address or whose person's names hold each word."""
    found = User.objects.order_by("pk")
    for word in text.split():
        said = Q(email__icontains=word)
        for name in ("first_name", "last_name"):
            said |= Q(**{f"person__{name}__unaccent__icontains": word})
        found = found.filter(said)
    return found.values_list("pk", flat=True)
