"""Several names typed in one text: each that is not understood is said by name, with what it may mean."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from directory.choosing.candidates import OFFERED, UNKNOWN, in_words

NAMES_AT_ONCE = 100
BETWEEN_NAMES = re.compile(r"[,;，、；](?![^()]*\))")  # a comma in brackets tells namesakes apart


class NamesField(forms.CharField):
    """Clean names, one a line or between commas, into the list of the records they mean, each once, in the order written."""

    default_error_messages = {
        "required": _("Écrivez au moins un nom."),
        "unknown": UNKNOWN,
        "ambiguous": _(
            "« %(text)s » peut désigner : %(candidates)s. Écrivez le bon, avec ce qui est entre parenthèses."
        ),
        "inexact": _("« %(text)s » n’est pas dans l’annuaire. Noms proches : %(candidates)s."),
        "too_many": _("Pas plus de %(limit)s noms à la fois."),
    }

    def __init__(self, *, lookup, **kwargs):
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 3}))
        kwargs.setdefault("max_length", 10_000)
        kwargs.setdefault("help_text", _("Un nom par ligne, ou séparés par des virgules."))
        super().__init__(**kwargs)
        self.lookup = lookup

    def prepare_value(self, value):
        if value is None or isinstance(value, str):
            return value
        return "\n".join(self.written(record) for record in value)

    def written(self, record):
        """The name, and what tells it from its namesakes where it has some: what was saved is understood again."""
        return record.name if len(self.lookup.named(record.name)) == 1 else in_words(record)

    def has_changed(self, initial, data):
        return (self.prepare_value(initial) or "").split() != (data or "").split()

    def clean(self, value):
        lines = self.bounded(super().clean(value).splitlines())
        names = self.bounded([name for line in lines for name in self.names_in(line.strip())])
        found = [(name, self.lookup.bearing(name)) for name in names]
        refused = [self.refusal(name, exact) for name, exact in found if len(exact) != 1]
        if refused:
            raise ValidationError(refused)
        settled = [self.lookup.settled(exact[0]) for _name, exact in found]
        return list({record.pk: record for record in settled}.values())

    def bounded(self, names):
        if len(names) > NAMES_AT_ONCE:
            raise ValidationError(self.error_messages["too_many"], params={"limit": NAMES_AT_ONCE}, code="too_many")
        return names

    def names_in(self, line):
        """A line that is a name as it stands is not cut at its commas."""
        name = line.partition("(")[0]
        if BETWEEN_NAMES.search(name) and self.lookup.named(name):
            return [line]
        return [part.strip() for part in BETWEEN_NAMES.split(line) if part.strip()]

    def refusal(self, name, exact):
        candidates = exact or self.lookup.resembling(name)
        code = "ambiguous" if exact else "inexact" if candidates else "unknown"
        said = " ; ".join(in_words(record) for record in candidates[:OFFERED])
        return ValidationError(self.error_messages[code], params={"text": name, "candidates": said}, code=code)
