"""What is held about somebody, as a file: JSON for programs, a page for people, with the same data."""

from django.utils import timezone
from django.utils.translation import gettext as _

from cufportal.privacy.holdings import held_about


def download_of(user) -> dict:
    """Return the whole as plain values, ready for JSON and for a template."""
    sections = [section for section in held_about(user.person, user) if section.rows]
    return {
        "title": _("Tout ce que le portail sait de vous"),
        "made_at": timezone.now().isoformat(timespec="seconds"),
        "account": user.pk,
        "person": user.person_id,
        "sections": [
            {
                "key": section.key,
                "title": str(section.title),
                "whole": section.is_own,
                "columns": section.labels,
                "rows": section.rows,
            }
            for section in sections
        ],
    }
