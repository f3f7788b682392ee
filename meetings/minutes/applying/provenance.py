from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.services import raise_flag


def meeting_of(proposal):
    """The meeting that the other proposals belong to; ValidationError while it is not accepted."""
    meeting = proposal.minutes_import.meeting
    if meeting is None:
        raise ValidationError(_("Acceptez d’abord la réunion : le reste s’y rattache."), code="meeting_first")
    return meeting


def place_of(proposal):
    """What every row read in a document says of where it was read."""
    return {"page": proposal.page, "line": proposal.line, "excerpt": proposal.excerpt, "rank": proposal.rank}


def keep_doubts(proposal, record):
    """Make each doubt of the document a doubt of the record, for the queue and for the record's page."""
    source = _("import « %(name)s », page %(page)s, ligne %(line)s") % {
        "name": proposal.minutes_import,
        "page": proposal.page,
        "line": proposal.line,
    }
    for doubt in proposal.doubts:
        raise_flag(record=record, code=doubt["code"], message=doubt["message"], raised_by=source[:120])


def found_or_saved(model, *, key, values):
    """The row that holds `key`, or a new one checked and saved with `values` too.

    A row that stands keeps what it says; one written by hand learns where the document says it.
    """
    row = model.objects.filter(**key).first()
    return gained_place(row, values) if row else saved(model(**{**values, **key}))


def saved(row):
    row.full_clean()
    row.save()
    return row


def gained_place(row, values):
    if "line" in values and row.line is None:
        row.page, row.line, row.excerpt = values["page"], values["line"], values["excerpt"]
        row.save(update_fields=["page", "line", "excerpt", "updated_at"])
    return row
