from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from meetings.minutes.proposals import Doubt


def bracket_contradicts(name, bracket, found, within):
    text = _("Le texte écrit « {name} ({bracket}) », mais {found} se trouve ici : {within}.")
    return Doubt("bracket_contradicts", format_lazy(text, name=name, bracket=bracket, found=found, within=within))


def bracket_unknown(bracket, near):
    if near:
        text = _("« {bracket} », entre parenthèses, n’est pas un territoire connu ; nom proche : {near}.")
        return Doubt("bracket_unknown", format_lazy(text, bracket=bracket, near=near))
    text = _("« {bracket} », entre parenthèses, n’est pas un territoire connu.")
    return Doubt("bracket_unknown", format_lazy(text, bracket=bracket))


def territory_unknown(name):
    return Doubt("territory_unknown", format_lazy(_("« {name} » n’est pas dans la liste des territoires."), name=name))


def territory_missing(name):
    text = _("Aucun territoire étranger n’est nommé en face de « {name} ».")
    return Doubt("territory_missing", format_lazy(text, name=name))


def territory_ambiguous(name, choices):
    text = _("« {name} » désigne plusieurs territoires : {choices}.")
    return Doubt("territory_ambiguous", format_lazy(text, name=name, choices=choices))


def near_spelling(name, found):
    text = _("« {name} » n’est pas connu ; le nom le plus proche est « {found} ».")
    return Doubt("near_spelling", format_lazy(text, name=name, found=found))


def other_partner_recorded(name, recorded, source):
    text = _("Le texte écrit « {name} » ; les fiches connaissent un autre partenaire : {recorded}{source}.")
    told = f" ({source})" if source else ""
    return Doubt("other_partner_recorded", format_lazy(text, name=name, recorded=recorded, source=told))


def same_territory_two_names(name, other, line):
    text = _("« {name} » et « {other} » (ligne {line}) sont le même territoire.")
    return Doubt("same_territory_two_names", format_lazy(text, name=name, other=other, line=line))


def second_party_not_territory(name):
    text = _("« {name} » n’est pas un territoire mais un organisme.")
    return Doubt("second_party_not_territory", format_lazy(text, name=name))


def organisation_two_spellings(name, other, line):
    text = _("« {name} » et « {other} » (ligne {line}) semblent être le même organisme.")
    return Doubt("organisation_two_spellings", format_lazy(text, name=name, other=other, line=line))


def event_date_contradicts(written, years):
    text = _("Le texte écrit « {written} », mais les éditions connues ou annoncées sont de : {years}.")
    return Doubt("event_date_contradicts", format_lazy(text, written=written, years=years))


def date_day_mismatch(written, weekday):
    text = _("« {written} » : ce jour n’est pas un {weekday}.")
    return Doubt("date_day_mismatch", format_lazy(text, written=written, weekday=weekday))


def date_missing():
    return Doubt("date_missing", _("La date de la réunion n’a pas été trouvée."))
