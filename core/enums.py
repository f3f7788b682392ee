from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Audience(TextChoices):
    INTERNAL = "internal", _("CUF seulement")
    GROUP = "group", _("membres du groupe")
    NETWORK = "network", _("tout le réseau")
    PUBLIC = "public", _("tout le monde")


class FlagState(TextChoices):
    OPEN = "open", _("ouvert")
    RESOLVED = "resolved", _("résolu")
    DISMISSED = "dismissed", _("écarté")


class LegalKind(TextChoices):
    """The pages that every page of the site leads to; the value is the path."""

    LEGAL = "mentions-legales", _("mentions légales")
    PRIVACY = "donnees-personnelles", _("données personnelles")
    ACCESSIBILITY = "accessibilite", _("accessibilité")
