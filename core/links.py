"""Secret links: what a link permits is signed in the link itself, and nothing is stored.

Whoever holds the link may what it says; it cannot be taken back one by one. To take links back, sign with the rest
something that changes (a counter of the record) and compare it when the link comes back.
"""

from datetime import datetime, timedelta

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner, b62_encode
from django.utils.translation import gettext as _

LONGEST = 2000  # browsers and mail programs cut longer addresses


class BadLink(ValueError):
    """The message is one sentence for the person who followed the link."""


def make_link_token(purpose: str, *parts: int | str, at: datetime | None = None) -> str:
    """Return `parts` signed for `purpose`, in letters that may stand in an address: `A–Z a–z 0–9 - _ .`.

    Its age counts from now, or from the moment `at`: the same parts of the same moment always give the same link.
    """
    return signer(purpose, at).sign_object(parts)


def read_link_token(purpose: str, token: str, max_age: timedelta | int | None = None) -> tuple:
    """Return the parts that were signed for this very `purpose`.

    Raise BadLink when the token was not made here, was cut or altered, or is older than `max_age` (seconds or timedelta).
    """
    if len(token) > LONGEST:
        raise not_ours()
    try:
        return tuple(signer(purpose).unsign_object(token, max_age=max_age))
    except SignatureExpired as error:
        raise BadLink(_("Ce lien a expiré : demandez-en un nouveau.")) from error
    except BadSignature as error:
        raise not_ours() from error


class DatedSigner(TimestampSigner):
    """A signer that may be told which moment it is."""

    moment = None

    def timestamp(self):
        return b62_encode(int(self.moment.timestamp())) if self.moment else super().timestamp()


def signer(purpose, at=None):
    dated = DatedSigner(salt=f"core.links:{purpose}", sep=".")
    dated.moment = at
    return dated


def not_ours():
    return BadLink(_("Ce lien n’est pas valable : vérifiez qu’il est entier, ou demandez-en un nouveau."))
