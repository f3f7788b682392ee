"""How words go together in each language: the colon, the quotation marks, the list."""

from django.utils.translation import gettext as _


def labelled(label, value):
    """« Thème : santé »; only French puts a space before the colon."""
    return _("%(label)s : %(value)s") % {"label": label, "value": value}


def quoted(text):
    return _("« %(text)s »") % {"text": text}
