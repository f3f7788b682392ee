"""What is wrong with a cell, in words; lines keep the rule and what was written."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnerships.imports.columns import FIELDS

PROBLEMS = {
    "empty": gettext_lazy("la case est vide, et rien d’autre ne dit de qui il s’agit."),
    "formula": gettext_lazy("la case contient une formule (%(said)s) : collez sa valeur."),
    "error_value": gettext_lazy("la case contient l’erreur de calcul %(said)s : corrigez-la dans le tableau."),
    "unknown_word": gettext_lazy("« %(said)s » n’est pas une valeur connue ; le guide donne la liste."),
    "date": "%(more)s",
    "too_long": gettext_lazy("« %(said)s… » dépasse %(more)s caractères : raccourcissez-le."),
    "end_means_ended": gettext_lazy("seul un partenariat terminé porte une date de fin (« %(said)s »)."),
    "end_to_come": gettext_lazy("« %(said)s » est à venir : un partenariat se clôt une fois terminé."),
    "order": gettext_lazy("la fin précède le début."),
    "code_unknown": gettext_lazy("aucun territoire de ce côté ne porte le code « %(said)s » : vérifiez-le."),
    "name_unknown": gettext_lazy(
        "aucun territoire ni organisme de ce côté ne s’appelle « %(said)s » : corrigez le nom, ou donnez un code."
    ),
    "ambiguous": gettext_lazy("« %(said)s » en désigne %(more)s : choisissez lequel."),
    "left_out": gettext_lazy("« %(said)s » a été laissé de côté à l’étape des noms."),
    "repeated": gettext_lazy("la ligne %(more)s nomme déjà cette paire : gardez-en une."),
    "two_sides": gettext_lazy("les deux côtés sont le même organisme."),
}
DOUBTS = {
    "unknown_theme": gettext_lazy("le thème « %(said)s » n’existe pas : il n’est pas repris."),
    "name_contradicts": gettext_lazy("le code est celui de « %(more)s », et non de « %(said)s »."),
    "within_contradicts": gettext_lazy("« %(said)s » : ce n’est pas là que se trouve « %(more)s »."),
    "other_country": gettext_lazy("« %(said)s » n’est pas dans le pays du groupe."),
    "succeeded": gettext_lazy("« %(said)s » n’existe plus : « %(more)s » lui a succédé."),
}


def sentence(said, table_import):
    """« colonne « Depuis » : « 31/02/2017 » … » for a problem or a doubt as a line keeps it."""
    field, rule, written, more, *_rest = said
    words = (PROBLEMS | DOUBTS).get(rule)
    text = str(words) % {"said": written, "more": more} if words else rule
    at = table_import.mapping.get(field)
    if at is not None and at < len(table_import.columns):
        return _("colonne « %(column)s » : %(text)s") % {"column": table_import.columns[at], "text": text}
    return f"{FIELDS[field][0]} : {text}" if field in FIELDS else text
