"""Who registers whom, for what: a member for itself and its colleagues, staff for anybody."""

from itertools import combinations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.forms import ServiceForm
from core.numbers import record_number
from directory.choosing import any_organisation
from directory.enums import AffiliationKind
from directory.models import Affiliation, Organisation, Person
from directory.services import ensure_colleague, namesakes
from events.models import Seat
from events.services import register

NEW = "nouveau"
KINDS = [(AffiliationKind.TECHNICAL, _("Technicien")), (AffiliationKind.ELECTED, _("Élu"))]
NAMED = ("first_name", "last_name")


class Name(forms.Form):
    """Somebody whom the directory may not know yet."""

    first_name = forms.CharField(label=_("Prénom"), max_length=80, required=False)
    last_name = forms.CharField(label=pgettext_lazy("personne", "Nom"), max_length=80, required=False)
    function = forms.CharField(label=_("Fonction"), max_length=200, required=False)
    kind = forms.ChoiceField(
        label=_("Qualité"), choices=KINDS, widget=forms.RadioSelect, initial=AffiliationKind.TECHNICAL, required=False
    )


class RegistrationForm(ServiceForm, Name):
    """The sessions, and `person_meant` by the form of each role, which may add the person: the view rolls it back."""

    sessions = forms.TypedMultipleChoiceField(
        label=_("Temps"),
        error_messages={
            "required": _("Choisissez au moins un temps."),
            "invalid_choice": _("Un de ces temps n’est plus proposé : choisissez à nouveau."),
        },
    )

    def __init__(self, *args, user, days, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.days = user, days
        self.lines = [line for day in days for line in day.lines if line.is_choosable]
        self.held = []  # the sessions chosen at which the person already has a place
        proposed = {str(line.session.pk): line.session for line in self.lines}
        self.fields["sessions"].choices = proposed.items()
        self.fields["sessions"].coerce = proposed.get
        for one, other in combinations(self.lines, 2):
            if overlap(one.session, other.session):
                one.others.append(other.session)
                other.others.append(one.session)
        chosen = {str(value) for value in self["sessions"].value() or []}
        for line in self.lines:
            line.is_chosen = str(line.session.pk) in chosen

    def clean_sessions(self):
        sessions = list(dict.fromkeys(self.cleaned_data["sessions"]))
        for one, other in combinations(sessions, 2):
            if overlap(one, other):
                message = _("« %(one)s » et « %(other)s » ont lieu en même temps : choisissez l’un des deux.")
                raise ValidationError(message, params={"one": one, "other": other}, code="at_once")
        return sessions

    def require_name(self, data):
        for name in NAMED:
            if not data.get(name) and name not in self.errors:
                self.add_error(name, _("Donnez le prénom et le nom."))

    def new_colleague(self, organisation):
        names = {name: self.cleaned_data[name] for name in (*NAMED, "function")}
        kind = self.cleaned_data["kind"] or AffiliationKind.TECHNICAL
        return self.attempt(ensure_colleague, organisation=organisation, kind=kind, **names)

    def save(self):
        """Return the seats taken, or None when they are refused. Those that the person already has stay as they are."""
        person, organisation = self.person_meant()
        if person is None:
            return None
        sessions = self.cleaned_data["sessions"]
        seats = {seat.session_id: seat for seat in Seat.objects.live().filter(person=person).select_related("session")}
        self.held = [session for session in sessions if session.pk in seats]
        wanted = [session for session in sessions if session.pk not in seats]
        self.refuse_elsewhere(person, wanted, [seat.session for seat in seats.values()])
        self.refuse_above_share(organisation, wanted)
        if self.errors:
            return None
        return (
            self.attempt(register, sessions=wanted, person=person, organisation=organisation, by=self.user)
            if wanted
            else []
        )

    def refuse_elsewhere(self, person, wanted, held):
        """Where the person already is at these hours; a session of another event is not named, it may be a secret."""
        for session in wanted:
            for other in (other for other in held if overlap(session, other)):
                message = _("%(person)s a déjà une place à « %(other)s », en même temps que « %(session)s ».")
                if other.event_id != session.event_id:
                    message = _("%(person)s a déjà une place ailleurs en même temps que « %(session)s ».")
                said = {"person": person, "other": other, "session": session}
                self.add_error("sessions", ValidationError(message, params=said, code="elsewhere"))

    def refuse_above_share(self, organisation, wanted):
        limited = [session for session in wanted if session.seats_per_organisation is not None]
        for session in limited:
            if (
                session.seats.live().filter(registration__organisation=organisation).count()
                >= session.seats_per_organisation
            ):
                message = _(
                    "« %(session)s » : %(organisation)s y a déjà toutes les places auxquelles un organisme a droit."
                )
                said = {"session": session, "organisation": organisation}
                self.add_error("sessions", ValidationError(message, params=said, code="above_share"))


class ColleagueForm(RegistrationForm):
    """A member: itself, a colleague of one of its organisations, or one whom the directory does not know yet."""

    who = forms.ChoiceField(label=_("Qui vient ?"))
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Pour quel organisme ?"), required=False, empty_label=None
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ours = self.user.organisation_ids
        self.fields["organisation"].queryset = Organisation.objects.filter(pk__in=ours)
        self.colleagues = {str(one.pk): one for one in colleagues_of(self.user, ours)}
        choices = [(pk, self.label_of(one)) for pk, one in self.colleagues.items()]
        self.fields["who"].choices = [*choices, (NEW, _("Quelqu’un qui n’est pas dans cette liste"))]
        if len(ours) < 2:
            self.fields["organisation"].widget = self.fields["organisation"].hidden_widget()
            self.fields["organisation"].initial = ours[0]

    def label_of(self, affiliation):
        return f"{affiliation.person}, {affiliation.organisation}"

    def clean(self):
        data = super().clean()
        if data.get("who") == NEW:
            self.require_name(data)
            if not data.get("organisation") and "organisation" not in self.errors:
                self.add_error("organisation", _("Choisissez l’organisme pour lequel cette personne vient."))
        return data

    def person_meant(self):
        if self.cleaned_data["who"] == NEW:
            organisation = self.cleaned_data["organisation"]
            return self.new_colleague(organisation), organisation
        chosen = self.colleagues[self.cleaned_data["who"]]
        return chosen.person, chosen.organisation


def colleagues_of(user, organisations):
    """The current functions in these organisations, one of each person in each; the reader's own come first."""
    found = (
        Affiliation.objects.current().filter(organisation__in=organisations).select_related("person", "organisation")
    )
    found = found.order_by("person__sort_key", "person__first_name", "pk")
    each = {(one.person_id, one.organisation_id): one for one in found}
    return sorted(each.values(), key=lambda one: one.person_id != user.person_id)


class AnybodyForm(RegistrationForm):
    """Staff: anybody by name. One who bears the name of somebody known elsewhere is asked for, never guessed."""

    organisation = any_organisation(label=_("Pour quel organisme ?"))
    known = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.namesakes = []
        for name in NAMED:
            self.fields[name].required = True
        if not self.is_bound:
            self.fields["organisation"].suggest()

    def clean(self):
        data = super().clean()
        if not self.errors:
            self.ask_which(data)
        return data

    def ask_which(self, data):
        """Nobody of this name is in the organisation, and somebody is elsewhere."""
        people = list(namesakes(data["first_name"], data["last_name"])[:20])
        current = Affiliation.objects.current().filter(person__in=people).select_related("organisation")
        places = {}
        for one in current:
            places.setdefault(one.person_id, []).append(one.organisation)
        if any(data["organisation"] in there for there in places.values()) or not people:
            return
        self.namesakes = [(person, places.get(person.pk, [])) for person in people]
        allowed = {NEW, *(str(person.pk) for person in people)}
        if data.get("known") not in allowed:
            self.add_error(
                "last_name", _("L’annuaire connaît déjà ce nom ailleurs : dites ci-dessous de qui il s’agit.")
            )

    def person_meant(self):
        organisation, known = self.cleaned_data["organisation"], record_number(self.cleaned_data["known"])
        if known is not None and self.namesakes:
            return Person.objects.get(pk=known), organisation
        return self.new_colleague(organisation), organisation


def overlap(one, other):
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at
