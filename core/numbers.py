"""Numbers that come from an address or a form, where anything may be written."""

import re

RECORD = re.compile(r"[0-9]{1,18}")  # a bigint holds them all; Python refuses to read thousands of digits


def record_number(text):
    """Return the number of a record that `text` writes, or None when it writes none."""
    return int(text) if RECORD.fullmatch(str(text)) else None
