"""The merges of partnerships: those that somebody asks for, and those of two organisations that were one."""

from django.utils.translation import gettext as _

from directory.merging.kinds import MergeKind
from partnerships.enums import PartnershipStatus
from partnerships.models import Partnership


def of_two_groups(kept, absorbed):
    """What is told to one group is not told to another."""
    if kept.group_id != absorbed.group_id:
        return _("Ces deux partenariats sont de deux groupes-pays : chacun garde le sien.")
    return ""


def link_each_other(kept, absorbed):
    """Two organisations with a partnership between them are two."""
    pair = {"french_side__in": [kept.pk, absorbed.pk], "foreign_side__in": [kept.pk, absorbed.pk]}
    if Partnership.objects.filter(**pair).exists():
        return _("Un partenariat lie ces deux organismes : ce sont deux organismes.")
    return ""


def unfit(kept, absorbed):
    """An end is for what is ended."""
    return () if kept.status == PartnershipStatus.ENDED else ("until",)


PARTNERSHIPS = MergeKind(
    Partnership,
    refusals=(of_two_groups,),
    together=(("confirmed_on", "confirmed_by", "confirmed_for", "confirmed_how"),),
    unfit=unfit,
)
