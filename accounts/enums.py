from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """Names of the Django groups that carry the site-wide roles; members and referents come from their affiliations."""

    PARTNER = "partner", _("partenaire institutionnel")
    SECRETARIAT = "secretariat", _("secrétariat")
    OFFICER = "officer", _("chargé de mission")
    ADMINISTRATOR = "administrator", _("administrateur")


STAFF_ROLES = {Role.SECRETARIAT, Role.OFFICER, Role.ADMINISTRATOR}
EDITOR_ROLES = {Role.OFFICER, Role.ADMINISTRATOR}
