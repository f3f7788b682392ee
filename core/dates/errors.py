from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

EXAMPLES = _("14 septembre 2017, décembre 2018, 2018, 2008-2009 ou fin octobre 2016")


class UnreadableDate(ValueError):
    """What was typed is not a date: `str()` is one sentence in the active language, `code` says which rule refused it."""

    MESSAGES = {
        "empty": _("Aucune date n’est écrite : écrivez par exemple {examples}."),
        "too_long": _("« {text}… » est trop long pour une date : écrivez par exemple {examples}."),
        "unknown": _("« {text} » ne se lit pas comme une date : écrivez par exemple {examples}."),
        "year_missing": _("« {text} » n’a pas d’année à quatre chiffres : écrivez par exemple {examples}."),
        "month": _("« {text} » : il n’y a pas de mois {month} ; le jour vient avant le mois, par exemple {examples}."),
        "day": _("« {text} » : ce jour n’existe pas dans le calendrier ; écrivez par exemple {examples}."),
        "year_range": _("« {text} » : l’année doit être comprise entre 1000 et 9998, par exemple {examples}."),
        "reversed": _(
            "« {text} » : la fin précède le début ; donnez le début d’abord et l’année de chaque date, par exemple {examples}."
        ),
        "winter": _("« {text} » peut désigner deux hivers : écrivez par exemple hiver 2018-2019."),
        "ambiguous": _("« {text} » peut être un mois ou deux années : écrivez par exemple 09/2008 ou 2008-2009."),
        "decade": _("« {text} » : une décennie commence par une année ronde, par exemple années 1990."),
        "circa": _(
            "« {text} » : un jour approximatif s’écrit par son mois ou par un intervalle, par exemple {examples}."
        ),
    }

    def __init__(self, code, text="", **details):
        self.code = code
        self.message = format_lazy(self.MESSAGES[code], text=text, examples=EXAMPLES, **details)
        super().__init__(self.message)

    def __str__(self):
        return str(self.message)
