"""How long what accounts leave behind is kept."""

from allauth.account.models import EmailConfirmation
from allauth.usersessions.models import UserSession
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import FeedLink, Invitation
from core.retention import MONTH, YEAR, Rule

RULES = [
    Rule(
        what=_("invitations expirées ou annulées, jamais acceptées"),
        model=Invitation,
        since="expires_at",
        kept=6 * MONTH,
        why=_("le temps d’inviter à nouveau"),
        only=Q(accepted_at=None),
        blanked={"email": "", "civility": "", "first_name": "", "last_name": "", "function": ""},
    ),
    Rule(
        what=_("adresses et navigateurs des sessions"),
        model=UserSession,
        since="last_seen_at",
        kept=3 * MONTH,
        why=_("laisser chacun reconnaître ses sessions"),
    ),
    Rule(
        what=_("liens d’agenda révoqués"),
        model=FeedLink,
        since="revoked_at",
        kept=YEAR,
        why=_("expliquer à qui le suit encore pourquoi il ne marche plus"),
    ),
    Rule(
        what=_("demandes de confirmation d’une adresse"),
        model=EmailConfirmation,
        since="created",
        kept=MONTH,
        why=_("elles ne confirment plus rien"),
    ),
]
