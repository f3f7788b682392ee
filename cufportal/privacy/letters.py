"""What people are told of their request: a refusal like any letter; the erasure by one that is kept nowhere."""

from django.template import Context, engines
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.letters import delivery_error, send_letter
from core.models import Letter
from delegations.models import Delegation

NETWORK_LANGUAGE = "fr"


def recipient_of(record):
    """The address and the language of somebody, ("", "") when there is nobody to write to."""
    if isinstance(record, Delegation):
        return record.contact_email, record.language
    account = getattr(record, "user", None)
    return (account.email if account and account.is_active else record.email), NETWORK_LANGUAGE


def tell_refusal(erasure):
    address, language = recipient_of(erasure.record)
    if address:
        with override(language):
            subject = _("Votre demande d’effacement")
        send_letter(
            to=address, subject=subject, template="erasure_refused", context={"erasure": erasure}, language=language
        )


def last_letter(record) -> Letter | None:
    """Write, before the address is gone, the letter to send once it is; never saved."""
    address, language = recipient_of(record)
    if not address:
        return None
    with override(language):
        body = engines["django"].engine.get_template("letters/erasure_done.txt").render(Context({}, autoescape=False))
        return Letter(to=address, subject=_("Vos données sont effacées"), body=body.strip(), language=language)


def send_unkept(letter):
    """Try once: what failed is not kept either, which would keep the address."""
    return delivery_error(letter)
