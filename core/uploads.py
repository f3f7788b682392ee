"""What a person uploads is judged by its content and its size, never by its name alone."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MAX_BYTES = 20 * 1024 * 1024


def is_stored(upload):
    """A file kept already was judged when it came in, and may be far away or lost."""
    return getattr(upload, "_committed", False)


def validate_size(upload):
    if is_stored(upload):
        return
    if upload.size > MAX_BYTES:
        raise ValidationError(
            _("Le fichier pèse %(size)d Mo ; la limite est de 20 Mo. Réduisez-le et recommencez."),
            params={"size": upload.size // (1024 * 1024)},
            code="too_large",
        )


def validate_pdf(upload):
    if is_stored(upload):
        return
    validate_size(upload)
    upload.seek(0)
    head = upload.read(1024)
    upload.seek(0)
    if b"%PDF-" not in head:
        raise ValidationError(_("Ce fichier n’est pas un PDF, quel que soit son nom."), code="not_a_pdf")
