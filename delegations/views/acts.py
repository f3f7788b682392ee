"""The acts on a delegation: who may do each, what its page asks, and in what words."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from delegations import perms
from delegations.forms import acts as forms
from delegations.forms.outcomes import CommitmentForm, OutcomeForm, SettleForm
from delegations.forms.programme import StopCancelForm, StopForm, VisitForm
from delegations.forms.records import DocumentForm, LinkForm, ShareForm
from delegations.hosts import hosts_for, profile_of
from delegations.models import Commitment
from delegations.offers import unasked_of
from delegations.views.acting import Act

APPROACH = Act(
    lambda user, delegation, part: perms.is_officer(user),
    forms.ApproachForm,
    _("Solliciter des collectivités"),
    _("Chacune répond pour elle-même ; les autres membres voient qui est sollicité, au niveau choisi."),
    _("Solliciter"),
    _("Les collectivités sont sollicitées."),
    anchor="sollicitations",
    beside="delegations/_hosts_beside.html",
    context=lambda delegation, part: {"profiles": hosts_for(delegation), "delegation": delegation},
)
DECLARE = Act(
    lambda user, delegation, part: unasked_of(delegation, user).exists(),
    forms.DeclareForm,
    _("Nous avons été sollicités aussi"),
    _("CUF et les autres membres sauront que cette délégation vous a été demandée directement."),
    _("Le dire"),
    _("C’est noté : vous pouvez répondre quand vous voulez."),
    anchor="sollicitations",
)
ANSWER = Act(
    lambda user, delegation, part: perms.can_answer_approach(user, part),
    forms.AnswerForm,
    _("Répondre à la sollicitation"),
    _("Vous répondez pour votre collectivité seulement, quoi que disent les autres."),
    _("Envoyer la réponse"),
    _("La réponse est enregistrée. Merci."),
    parts=lambda delegation: delegation.approaches.for_listing(),
    anchor="sollicitations",
    beside="delegations/_approach_beside.html",
    context=lambda delegation, part: {
        "approach": part,
        "profile": profile_of(part.organisation, delegation),
        "delegation": delegation,
    },
)
CONSULT = Act(
    lambda user, delegation, part: perms.can_ask_opinion(user),
    forms.OpinionAskForm,
    _("Demander un avis"),
    _("Ceux de cet organisme verront la délégation tout entière et donneront leur avis ici."),
    _("Demander l’avis"),
    _("L’avis est demandé."),
    anchor="avis",
)
OPINE = Act(
    lambda user, delegation, part: perms.can_give_opinion(user, part),
    forms.OpinionGiveForm,
    _("Donner un avis"),
    _("CUF et les collectivités sollicitées le liront."),
    _("Enregistrer l’avis"),
    _("L’avis est enregistré. Merci."),
    parts=lambda delegation: delegation.opinions.select_related("organisation"),
    anchor="avis",
)
DATE = Act(
    lambda user, delegation, part: perms.can_date_visit(user),
    VisitForm,
    _("Dater la visite"),
    _("Les étapes du programme tombent toutes entre ces deux jours."),
    _("Enregistrer les dates"),
    _("Les dates de la visite sont enregistrées."),
    anchor="programme",
)
PLAN = Act(
    lambda user, delegation, part: perms.can_plan_stop(user),
    StopForm,
    _("Ajouter une étape"),
    _("Les heures sont celles du lieu ; la délégation n’est jamais attendue à deux endroits à la fois."),
    _("Ajouter l’étape"),
    _("L’étape est au programme."),
    anchor="programme",
)
CHANGE = replace(
    PLAN,
    title=_("Modifier l’étape"),
    button=_("Enregistrer l’étape"),
    done=_("L’étape est enregistrée."),
    parts=lambda delegation: delegation.stops.for_listing(),
)
CANCEL_STOP = Act(
    lambda user, delegation, part: perms.can_plan_stop(user),
    StopCancelForm,
    _("Annuler l’étape"),
    _("Elle reste au programme, barrée, avec la raison ; ses heures redeviennent libres."),
    _("Annuler l’étape"),
    _("L’étape est annulée."),
    parts=lambda delegation: delegation.stops.for_listing(),
    anchor="programme",
)
CONCLUDE = Act(
    lambda user, delegation, part: perms.can_write_outcome(user),
    OutcomeForm,
    _("Écrire le bilan"),
    _("Ce qui s’est dit et décidé, et la suite ; une délégation ne se clôt pas sans lui."),
    _("Enregistrer le bilan"),
    _("Le bilan est enregistré."),
    anchor="bilan",
)
COMMIT = Act(
    lambda user, delegation, part: perms.can_write_outcome(user),
    CommitmentForm,
    _("Ajouter un engagement"),
    _("Ce que quelqu’un a promis pendant la visite ; il paraîtra jusqu’à ce qu’il soit tenu ou abandonné."),
    _("Ajouter l’engagement"),
    _("L’engagement est noté."),
    anchor="bilan",
)
SETTLE = Act(
    lambda user, delegation, part: perms.can_settle_commitment(user, part),
    SettleForm,
    _("Dire où en est l’engagement"),
    _("Un engagement tenu ou abandonné est daté."),
    _("Enregistrer"),
    _("L’engagement est à jour."),
    parts=lambda delegation: Commitment.objects.filter(outcome__delegation=delegation),
    anchor="bilan",
)
DOCUMENT = Act(
    lambda user, delegation, part: perms.is_staff(user),
    DocumentForm,
    _("Ajouter un document"),
    _(
        "Lettre d’intention, programme, plan d’accès… Jamais de passeport ni de pièce d’identité, pas même une copie : "
        "le portail n’en garde aucun."
    ),
    _("Ajouter le document"),
    _("Le document est ajouté."),
    anchor="documents",
)
LINK = Act(
    lambda user, delegation, part: perms.can_edit_delegation(user),
    LinkForm,
    _("Relier à l’annuaire"),
    _("Ce qui est écrit dans la demande reste tel quel ; on dit ici de qui et d’où il s’agit."),
    _("Enregistrer"),
    _("La délégation est reliée à l’annuaire."),
)
SHARE = Act(
    lambda user, delegation, part: perms.can_edit_delegation(user),
    ShareForm,
    _("Choisir qui la lit"),
    _(
        "Qui sait que la délégation existe, et ce qu’en lisent ceux qui ne sont ni sollicités ni consultés. "
        "Contacts et raisons restent à CUF."
    ),
    _("Enregistrer"),
    _("C’est enregistré."),
)
