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
