from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Role(TextChoices):
    """Names of the Django groups that carry the site-wide roles; members and referents come from their affiliations."""

    PARTNER = "partner", _("partenaire institutionnel")
    SECRETARIAT = "secretariat", _("secrétariat")
    OFFICER = "officer", _("chargé de mission")
    ADMINISTRATOR = "administrator", _("administrateur")


STAFF_ROLES = {Role.SECRETARIAT, Role.OFFICER, Role.ADMINISTRATOR}
EDITOR_ROLES = {Role.OFFICER, Role.ADMINISTRATOR}


class InvitationState(TextChoices):
    """Read from the dates of an invitation; the codes are those of the colours of states."""

    PENDING = "waiting", pgettext_lazy("invitation", "en attente")
    ACCEPTED = "confirmed", pgettext_lazy("invitation", "acceptée")
    EXPIRED = "late", pgettext_lazy("invitation", "expirée")
    REVOKED = "ended", pgettext_lazy("invitation", "annulée")


class SeenRole(TextChoices):
    """As whom the team may look at the portal; the values that a Role has too are that role's."""

    VISITOR = "visitor", _("visiteur")
    MEMBER = "member", _("membre")
    REFERENT = "referent", _("référent")
    PARTNER = Role.PARTNER.value, Role.PARTNER.label
    SECRETARIAT = Role.SECRETARIAT.value, Role.SECRETARIAT.label
    OFFICER = Role.OFFICER.value, Role.OFFICER.label


# They see what an organisation of theirs sees.
OF_AN_ORGANISATION = {SeenRole.MEMBER, SeenRole.REFERENT}


class ConsentPurpose(TextChoices):
    """What a person is free to agree to; what the network needs to work rests on no consent."""

    EMAIL_SHOWN = "email_shown", _("montrer mon adresse électronique")
    PHONE_SHOWN = "phone_shown", _("montrer mon téléphone")
    MAILINGS = "mailings", _("recevoir les lettres du groupe")
    PORTRAIT = "portrait", _("figurer dans les photographies publiées")


class ErasureState(TextChoices):
    ASKED = "asked", _("demandé")
    DONE = "done", _("fait")
    REFUSED = "refused", _("refusé")
