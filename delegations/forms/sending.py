"""What tells a person who fills the form from a program that does, without asking anything of the person."""

import re
import time
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.utils.translation import gettext as _
from django.utils.translation import override

from core.links import BadLink, make_link_token, read_link_token

PURPOSE = "delegations.request"
TOKEN, TRAP = "envoi", "complement"  # names of the hidden fields
LEAST_SECONDS = 4  # nobody reads and fills the page in less
MOST_LINKS = 3
LINK = re.compile(r"https?://|www\.", re.IGNORECASE)


@dataclass(frozen=True)
class Sending:
    """One sending of the form: the key that its page was given (None when it was not ours) and what is odd about it."""

    key: UUID | None
    suspicion: str


def new_token():
    """The key of a page and the moment it was shown, signed."""
    return make_link_token(PURPOSE, uuid4().hex, int(time.time()))


def sending_of(data):
    """Read the hidden fields of what was sent. Nothing is refused for them: what is odd is set apart, and somebody looks."""
    try:
        key, shown = read_link_token(PURPOSE, data.get(TOKEN, ""))
        key, seconds = UUID(key), time.time() - shown
    except (BadLink, ValueError):
        key, seconds = None, None
    with override("fr"):
        return Sending(key, suspicion(data, seconds))


def suspicion(data, seconds):
    if seconds is None:
        return _("Envoyée sans passer par la page du formulaire.")
    if data.get(TRAP):
        return _("Le champ caché aux personnes est rempli.")
    if seconds < LEAST_SECONDS:
        return _("Remplie en moins de %(seconds)d secondes.") % {"seconds": LEAST_SECONDS}
    if len(LINK.findall(data.get("purpose", ""))) > MOST_LINKS:
        return _("L’objet contient plus de %(count)d adresses de sites.") % {"count": MOST_LINKS}
    return ""
