"""What an import read of somebody, first name and last name apart, which no pattern of the whole name finds."""

from core.needles import bare
from meetings.models import Proposal

PARTS = ("civility", "first_name", "last_name", "name")


def blank_proposals(subject) -> int:
    """Blank the people of proposals who bear one of the names of `subject`; return how many proposals and versions changed."""
    names = {(bare(first), bare(last)) for first, last in subject.names - subject.shared}
    changed = 0
    for model in (Proposal, Proposal.versions.rel.related_model):
        for row in model.objects.only("fields").iterator():
            fields = without(row.fields, names)
            if fields != row.fields:
                changed += model.objects.filter(pk=row.pk).update(fields=fields)
    return changed


def without(value, names):
    if isinstance(value, list):
        return [without(item, names) for item in value]
    if not isinstance(value, dict):
        return value
    value = {key: without(item, names) for key, item in value.items()}
    if (text_of(value, "first_name"), text_of(value, "last_name")) in names:
        return {key: "" if key in PARTS else item for key, item in value.items()}
    return value


def text_of(value, key):
    return bare(str(value.get(key) or ""))
