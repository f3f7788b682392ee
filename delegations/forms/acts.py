from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.enums import Audience
from core.forms import ServiceForm
from core.wording import labelled
from delegations import services
from delegations.enums import Answer, ApproachOrigin, DelegationState, OpinionKind
from delegations.forms.fields import day, lines
from delegations.offers import unasked_of
from delegations.perms import is_officer
from delegations.services.approaches import default_deadline
from directory.choosing import OrganisationsField, any_organisation
from directory.models import Organisation


class ActForm(ServiceForm):
    """Something done to a delegation, or to `part`, one of its rows."""

    def __init__(self, *args, delegation, user, part=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.delegation, self.user, self.part = delegation, user, part

    def act(self, service, /, **values):
        return self.attempt(service, by=self.user, **values)


class MoveForm(ActForm):
    """Take the delegation to another state; what is asked follows from the step of the table."""

    audience = forms.ChoiceField(
        label=_("Qui saura qu’elle existe"), choices=Audience.choices, initial=Audience.GROUP, required=False
    )
    reason = lines(_("Raison, pour CUF seulement"), rows=3, required=False)
    message = lines(
        _("Message au demandeur"),
        rows=4,
        required=False,
        help_text=_("Joint au courriel qui lui annonce ce changement."),
    )

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, **kwargs)
        self.step = step
        self.fields["reason"].required = step.needs_reason
        self.fields["reason"].error_messages["required"] = _("Dites en quelques mots pourquoi.")
        unasked = {"audience": step.target != DelegationState.SCREENED, "message": not self.tells_requester}
        for name in (name for name, left_out in unasked.items() if left_out):
            del self.fields[name]

    @property
    def tells_requester(self):
        return self.step.tells_requester and not self.delegation.is_suspect

    def save(self):
        return self.act(services.change_state, delegation=self.delegation, to=self.step.target, **self.cleaned_data)


class ApproachForm(ActForm):
    organisations = OrganisationsField(label=_("Collectivités"))
    origin = forms.ChoiceField(
        label=_("Comment la demande leur parvient"),
        choices=[
            (ApproachOrigin.CUF, _("CUF les sollicite : leurs référents reçoivent un courriel")),
            (ApproachOrigin.DIRECT, _("elles ont été sollicitées directement : on le note seulement")),
        ],
        initial=ApproachOrigin.CUF,
        widget=forms.RadioSelect,
    )
    deadline = day(_("Réponse attendue le"))
    note = lines(_("Mot aux collectivités"), rows=3, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("deadline", default_deadline(timezone.localdate()))

    def clean_deadline(self):
        deadline = self.cleaned_data["deadline"]
        if deadline < timezone.localdate():
            raise ValidationError(_("La réponse est attendue un jour à venir."), code="past")
        return deadline

    def save(self):
        """All are asked, or none: each that cannot be is named."""
        values = dict(self.cleaned_data)
        organisations = values.pop("organisations")
        asked = [self.ask(organisation, values) for organisation in organisations]
        return all(asked)

    def ask(self, organisation, values):
        service, by = services.approach_authority, self.user
        try:
            return service(delegation=self.delegation, organisation=organisation, by=by, **values)
        except ValidationError as error:
            self.take(organisation, error)

    def take(self, organisation, error):
        """What is wrong of the word or the day that all are given is said once, beside it; the rest of each by its name."""
        said = error.message_dict if hasattr(error, "error_dict") else {None: error.messages}
        for field, messages in said.items():
            if field not in ("note", "deadline"):
                self.add_error("organisations", [labelled(organisation, message) for message in messages])
            elif field not in self.errors:
                self.add_error(field, messages)


class DeclareForm(ActForm):
    """A referent says that their own authority was asked directly."""

    organisation = forms.ModelChoiceField(Organisation.objects.none(), label=_("Au nom de"), empty_label=None)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = unasked_of(self.delegation, self.user)

    def save(self):
        deadline = default_deadline(timezone.localdate())
        values = {"origin": ApproachOrigin.DIRECT, "deadline": deadline, **self.cleaned_data}
        return self.act(services.approach_authority, delegation=self.delegation, **values)


class AnswerForm(ActForm):
    answer = forms.ChoiceField(
        label=_("Réponse"),
        choices=[(answer, answer.label.capitalize()) for answer in Answer.given_ones()],
        widget=forms.RadioSelect,
    )
    conditions = lines(
        _("Conditions ou précisions"),
        rows=3,
        required=False,
        help_text=_(
            "Jours possibles, nombre de personnes, interprète… À remplir pour une acceptation sous conditions."
        ),
    )
    service = forms.CharField(
        label=_("Service mobilisé"),
        max_length=200,
        required=False,
        help_text=_("Qui recevrait la délégation chez vous."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.part.answer != Answer.PENDING:
            self.initial |= {name: getattr(self.part, name) for name in self.fields}

    def clean(self):
        if self.cleaned_data.get("answer") == Answer.CONDITIONAL and not self.cleaned_data.get("conditions"):
            self.add_error("conditions", _("Dites à quelles conditions."))

    def save(self):
        return self.act(services.answer_approach, approach=self.part, **self.cleaned_data)


class OpinionAskForm(ActForm):
    organisation = any_organisation(
        label=_("À qui"), help_text=_("Un ministère, un autre partenaire : ses membres verront la délégation.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].suggest()

    def save(self):
        return self.act(services.ask_opinion, delegation=self.delegation, **self.cleaned_data)


class OpinionGiveForm(ActForm):
    """A partner gives it today; an officer notes one that came, on its day."""

    kind = forms.ChoiceField(
        label=_("Avis"),
        choices=[(kind, kind.label.capitalize()) for kind in OpinionKind.given_ones()],
        widget=forms.RadioSelect,
    )
    text = lines(_("Ce qu’il dit"), required=False)
    given_on = day(_("Donné le"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_officer(self.user):
            del self.fields["given_on"]
        if self.part.given_on:
            self.initial |= {name: getattr(self.part, name) for name in self.fields}

    def save(self):
        return self.act(services.give_opinion, opinion=self.part, **self.cleaned_data)
