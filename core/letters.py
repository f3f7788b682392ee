"""Letters: what the portal writes to people, kept in the database until the mail server has taken it."""

from datetime import timedelta
from email.errors import MessageError
from functools import partial
from smtplib import SMTPRecipientsRefused, SMTPResponseException
from typing import NamedTuple

from django.core.mail import EmailMessage
from django.db import transaction
from django.template import Context, engines
from django.utils import timezone
from django.utils.translation import get_language, ngettext, override

from core.models import Letter

# After each failure; after the last the letter is given up, and the administration shows it.
DELAYS = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440)]
REFUSALS = (OSError, ValueError, MessageError)  # those of SMTP are OSErrors


class Delivery(NamedTuple):
    sent: int
    failed: int

    def __str__(self):
        counts = [
            (self.sent, ngettext("%d lettre envoyée", "%d lettres envoyées", self.sent)),
            (self.failed, ngettext("%d envoi manqué", "%d envois manqués", self.failed)),
        ]
        return ", ".join(said % count for count, said in counts if count)


def send_letter(*, to, subject, template, context, language=None, at_once=True, private=False):
    """Keep a letter in the caller's transaction and return it; once that is committed, try to send it.

    `template` names `templates/letters/<template>.txt`: plain text, in which nothing is escaped. It and `subject` (lazily
    translated) are rendered in `language`, the reader's (the active one unless told). A mail server that fails is noted
    with the letter, which `send_waiting_letters` tries again; the page never hears of it. Whoever writes many letters at
    once leaves them all to it (`at_once=False`). The text of a `private` letter opens an account: nobody else is shown it.
    Raise ValidationError when `to` is no address.
    """
    language = language or get_language()
    with override(language):
        written = engines["django"].engine.get_template(f"letters/{template}.txt")
        body = written.render(Context(context, autoescape=False)).strip()
        subject = one_line(subject)
    text = body.replace("\x00", "")
    letter = Letter(to=to, subject=subject, body=text, language=language, is_private=private)
    letter.full_clean(validate_constraints=False)  # those the database tries, without a question for each
    letter.save()
    if at_once:
        transaction.on_commit(partial(try_due_letter, pk=letter.pk), robust=True)
    return letter


def one_line(subject):
    """The subject as a header can bear it, whatever the names in it hold."""
    line = " ".join(str(subject).replace("\x00", "").split())
    longest = Letter._meta.get_field("subject").max_length
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def send_waiting_letters(limit=500):
    """Try up to `limit` letters that are due, the oldest first, each in its own transaction; return how they went.

    Two processes never try the same letter at once. A server that does not answer is not asked again this time.
    """
    sent = failed = 0
    while sent + failed < limit and (attempt := try_due_letter()):
        letter, error = attempt
        sent, failed = (sent + 1, failed) if letter.sent_at else (sent, failed + 1)
        if error and not isinstance(error, (SMTPRecipientsRefused, SMTPResponseException)):
            break
    return Delivery(sent, failed)


@transaction.atomic(durable=True)  # a letter that left is noted as sent, whatever fails afterwards
def try_due_letter(**which):
    """Try the letter that has waited longest; return it with the error met, or None when none is due."""
    letter = Letter.objects.due().filter(**which).order_by("next_try_at", "pk")
    letter = letter.select_for_update(skip_locked=True).first()
    if letter is None:
        return None
    error = delivery_error(letter)
    letter.attempts += 1
    letter.last_error = f"{type(error).__name__} : {error}" if error else ""
    letter.sent_at = None if error else timezone.now()
    letter.next_try_at = next_try(letter, error) if error else None
    letter.save(update_fields=["attempts", "last_error", "sent_at", "next_try_at"])
    return letter, error


def delivery_error(letter):
    headers = {"Auto-Submitted": "auto-generated", "Content-Language": letter.language}  # no automatic reply, RFC 3834
    try:
        EmailMessage(letter.subject, letter.body, to=[letter.to], headers=headers).send()
    except REFUSALS as error:
        return error
    return None


def next_try(letter, error):
    if isinstance(error, SMTPRecipientsRefused) and all(code >= 500 for code, _said in error.recipients.values()):
        return None  # the address does not exist: asking again would only look like spam
    return timezone.now() + DELAYS[letter.attempts - 1] if letter.attempts <= len(DELAYS) else None


@transaction.atomic
def resend_letter(*, letter):
    """Try `letter` again from the beginning; of one that was sent, send a copy, so that the first stays on record."""
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    if letter.sent_at:
        kept = ("to", "subject", "body", "language", "is_private")
        letter = Letter(**{name: getattr(letter, name) for name in kept})
    letter.attempts, letter.next_try_at = 0, timezone.now()
    letter.save()
    transaction.on_commit(partial(try_due_letter, pk=letter.pk), robust=True)
    return letter
