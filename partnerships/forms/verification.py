"""What an authority says of its records by its link; what CUF decides of it."""

from hashlib import sha256

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.forms import FuzzyDateFormField, ServiceForm
from partnerships.enums import ChangeState, PartnershipForm, PartnershipStatus, VerifiedField
from partnerships.models.verification import LONGEST_WORDS
from partnerships.verification import answers
from partnerships.verification.values import DATES, SEVERAL, kept, kept_of, passages, said

EXACT, CHANGED = "exact", "changed"
VERDICTS = [(EXACT, _("Tout est exact")), (CHANGED, _("Des choses ont changé : je les corrige"))]
ACCEPT, REFUSE = "accept", "refuse"
DECISIONS = [(ACCEPT, _("Accepter")), (REFUSE, _("Refuser"))]
COMMENT_HELP = _("Ce qu’aucun champ ne dit : un contact qui change, un projet, une question.")


def words(**options):
    rows = options.pop("rows", 3)
    return forms.CharField(
        required=False, max_length=LONGEST_WORDS, widget=forms.Textarea(attrs={"rows": rows}), **options
    )


class RecordForm(ServiceForm):
    """What is said of one record. Its themes come as `themes`, choices read once for all the records of a page; so do
    `people`, those who may be its contacts."""

    use_required_attribute = False  # a button says « exact » of all records at once

    version = forms.CharField(required=False, widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        label=_("Cette fiche dit-elle vrai ?"),
        choices=VERDICTS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Dites si cette fiche est exacte, ou ce qui a changé.")},
    )
    status = forms.ChoiceField(label=_("État"), choices=PartnershipStatus)
    until = FuzzyDateFormField(
        label=_("S’il est terminé, depuis quand"), required=False, help_text=_("Seulement pour l’état « terminé ».")
    )
    form_stated = forms.ChoiceField(
        label=_("Forme"), choices=[("", _("non précisée")), *PartnershipForm.choices], required=False
    )
    since = FuzzyDateFormField(label=_("Depuis"), required=False)
    summary = words(label=_("Objet"), rows=4)
    themes = forms.TypedMultipleChoiceField(
        label=_("Thèmes"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    contacts = forms.TypedMultipleChoiceField(
        label=_("Contacts de ce partenariat dans votre collectivité"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Parmi les personnes que le portail connaît ; pour une autre, dites-le en commentaire."),
    )
    comment = words(label=_("Commentaire"), rows=2, help_text=COMMENT_HELP)

    def __init__(self, *args, partnership, themes, people, **kwargs):
        super().__init__(*args, prefix=f"fiche-{partnership.pk}", **kwargs)
        self.partnership, self.people = partnership, people
        for name, choices in (("themes", themes), ("contacts", list(people.items()))):
            self.fields[name].choices = choices
            if not choices:
                del self.fields[name]
        if partnership.agreements.all():  # then the form is said by what was signed
            del self.fields["form_stated"]
        for name in self.asked:
            several = name in SEVERAL
            self.initial[name] = kept_of(partnership, name, people) if several else getattr(partnership, name)
        self.initial["version"] = partnership.updated_at.isoformat()

    @property
    def asked(self):
        return [name for name in VerifiedField.values if name in self.fields]

    @property
    def contacts_named(self):
        return [self.people[number] for number in kept_of(self.partnership, VerifiedField.CONTACTS, self.people)]

    @property
    def corrections(self):
        """The fields that are folded until something has changed."""
        return [
            self[name]
            for name in ("status", "until", "form_stated", "since", "summary", "themes", "contacts")
            if name in self.fields
        ]

    @property
    def is_open(self):
        """What was typed, or is refused, is in sight; a record of which nothing is said yet stays folded."""
        verdict = self["verdict"].value() if self.is_bound else ""
        contradicts = verdict == EXACT and "verdict" in self.errors
        return self.is_bound and (verdict == CHANGED or contradicts or bool(set(self.errors) - {"verdict"}))

    @cached_property
    def changes(self):
        """{field: value as it is kept} of what was typed otherwise than it stands."""
        typed = {name: kept(name, self.cleaned_data[name]) for name in self.asked if name in self.cleaned_data}
        # The words of a date in another language were shown translated: given back, they are no change.
        same = {name for name in DATES if name not in self.changed_data}
        return {
            name: value
            for name, value in typed.items()
            if name not in same and value != kept_of(self.partnership, name, self.people)
        }

    def clean(self):
        data = super().clean()
        if data.get("version") != self.initial["version"]:
            show_anew(self, "version")
            raise ValidationError(
                _("Cette fiche a changé pendant que vous la lisiez : relisez-la, puis envoyez à nouveau."),
                code="changed_meanwhile",
            )
        if data.get("until") and data.get("status") != PartnershipStatus.ENDED:
            self.add_error(
                "until", _("Seul un partenariat terminé porte une date de fin : choisissez cet état, ou effacez-la.")
            )
        if data.get("since") and data.get("until") and data["until"].last < data["since"].first:
            self.add_error("until", _("La fin précède le début."))
        if self.errors:
            return data
        if data["verdict"] == EXACT and self.changes:
            message = _("Vous dites que tout est exact, et vous avez changé : %(names)s. Choisissez l’un ou l’autre.")
            self.add_error(
                "verdict", message % {"names": ", ".join(str(VerifiedField(name).label) for name in self.changes)}
            )
        elif data["verdict"] == CHANGED and not self.changes and not data["comment"]:
            self.add_error("verdict", _("Corrigez ce qui a changé, ou dites-le en commentaire."))
        return data

    @property
    def answer(self):
        data = self.cleaned_data
        is_exact = data["verdict"] == EXACT
        return answers.Said(self.partnership, is_exact, {} if is_exact else self.changes, data["comment"])


class ClosingForm(ServiceForm):
    """What is said of all at the end of the page; it sends the whole."""

    comment = words(label=_("Un mot pour Cités Unies France (facultatif)"))

    def save(self, request, person, records):
        return self.attempt(
            answers.give_answer,
            request=request,
            person=person,
            answers=[record.answer for record in records],
            comment=self.cleaned_data["comment"],
        )


class DecisionForm(ServiceForm):
    """One decision for each correction that waits, for one record; those without a decision go on waiting."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Pourquoi"),
        max_length=1000,
        required=False,
        help_text=_("Nécessaire pour refuser ; gardé dans l’historique."),
    )

    def __init__(self, *args, answer, people, names, **kwargs):
        super().__init__(*args, auto_id=f"id_reponse_{answer.pk}_%s", **kwargs)
        self.answer, self.people, self.names = answer, people, names
        self.waiting = [change for change in answer.changes.all() if change.state == ChangeState.WAITING]
        for change in self.waiting:
            self.fields[name_of(change)] = forms.ChoiceField(
                label=change.get_field_display(),
                choices=DECISIONS,
                required=False,
                widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
            )
        self.initial["seen"] = self.standing()

    def standing(self):
        """What the record says now in the fields in question, so that nobody decides of what they have not read."""
        partnership = self.answer.partnership
        now = [kept_of(partnership, change.field, self.people) for change in self.waiting]
        return sha256(repr(now).encode()).hexdigest()

    @property
    def rows(self):
        """What the record says, what the authority says, and what was or is to be decided, field by field."""
        return [self.row_of(change) for change in self.answer.changes.all()]

    def row_of(self, change):
        now, names = kept_of(self.answer.partnership, change.field, self.people), self.names
        # Once decided, the record says what was decided: the change is told against what it said then.
        before = now if change.state == ChangeState.WAITING else change.before
        old, new = said(change.field, before, names), said(change.field, change.value, names)
        return {
            "change": change,
            "before": old,
            "after": new,
            "passages": passages(old, new),
            "has_moved": change.state == ChangeState.WAITING and now != change.before,
            "then": said(change.field, change.before, names),
            "choice": self[name_of(change)] if change in self.waiting else None,
        }

    def clean(self):
        data = super().clean()
        if data.get("seen") != self.initial["seen"]:
            show_anew(self, "seen")
            raise ValidationError(
                _("La fiche a changé depuis que cette page est ouverte : relisez-la avant de décider."), code="moved"
            )
        return data

    def save(self, by):
        data = self.cleaned_data
        chosen = {change.pk: data[name_of(change)] == ACCEPT for change in self.waiting if data.get(name_of(change))}
        return self.attempt(answers.decide_changes, answer=self.answer, decisions=chosen, by=by, reason=data["reason"])


def name_of(change):
    return f"change_{change.pk}"


def show_anew(form, name):
    """The page that comes back tells of the record as it stands now, and so does what it will send."""
    form.data = form.data.copy()
    form.data[form.add_prefix(name)] = form.initial[name]
