"""The one table of how long what is kept: shown on the page « Données personnelles », run by `tick`, told by a command."""

from django.db.models import Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

import accounts.retention
import core.retention
import delegations.retention
import directory.retention
import meetings.retention
import partnerships.retention
from accounts.models import User
from core.retention import YEAR, Rule, apply_rule
from cufportal.privacy.account import NOWHERE, empty_account

# When it was closed is said by its versions; an account that nobody has opened for long may have been closed today.
LAST_CHANGE = Subquery(
    User.versions.rel.related_model.objects.filter(pgh_obj=OuterRef("pk"))
    .order_by()
    .values("pgh_obj")
    .annotate(last=Max("pgh_created_at"))
    .values("last")
)

RULES = [
    *core.retention.RULES,
    *directory.retention.RULES,
    *accounts.retention.RULES,
    Rule(
        what=_("comptes fermés"),
        model=User,
        since=Greatest(Coalesce("last_login", "date_joined"), LAST_CHANGE),
        kept=3 * YEAR,
        why=_("rouvrir le compte de qui revient"),
        only=Q(is_active=False) & ~Q(email__endswith=f"@{NOWHERE}"),
        ends=empty_account,
    ),
    *partnerships.retention.RULES,
    *delegations.retention.RULES,
    *meetings.retention.RULES,
]


def retention_due():
    """End what is due by each rule; return a sentence about it, "" when nothing was."""
    count = sum(apply_rule(rule) for rule in RULES)
    return ngettext("%d ligne à son terme", "%d lignes à leur terme", count) % count if count else ""


def table_in_words():
    """The rules as rows of texts in the language of the reader: what, how long, what happens, why."""
    return [(str(rule.what), str(rule.duration), str(rule.happens), str(rule.why)) for rule in RULES]
