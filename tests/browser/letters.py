"""The letters of a portal that has no mail server: it writes them where it runs."""

import quopri
import re
from urllib.parse import urlsplit

from tests.house.processes import eventually, manage


def link_after(folder, words, part):
    """Send what waits; return the path of the first link with `part` that follows `words` in a letter.

    The server sends by itself each minute: whichever comes first has the letter, in its output or in its journal.
    """
    here, found = manage("tick", data_dir=folder).stdout, []

    def has_left():
        letters = quopri.decodestring((here + (folder / "serve.log").read_text()).encode()).decode()
        found.extend(re.findall(rf"{re.escape(words)}.*?(https?://\S+{part}\S+)", letters, re.DOTALL))
        return found

    assert eventually(has_left)
    return urlsplit(found[0]).path
