"""What an erasure changed, in words: the report itself names nobody, and keeps codes."""

from django.apps import apps
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

ROWS = {
    "account": _("compte fermé"),
    "addresses": _("adresses de connexion"),
    "admin log": _("lignes du journal de l’administration"),
    "agenda links": _("liens d’agenda"),
    "cache": _("valeurs gardées en cache"),
    "consents": _("consentements retirés"),
    "delegation": _("demande de visite"),
    "files": _("fichiers renommés"),
    "functions": _("fonctions"),
    "invitations": _("invitations"),
    "letters": _("lettres"),
    "mandates": _("mandats terminés"),
    "minutes": _("comptes rendus dont c’est une nouvelle version"),
    "names kept in minutes": _("présences dont le nom est gardé dans un compte rendu publié"),
    "other sessions": _("sessions d’autres comptes, fermées"),
    "person": _("fiche vidée"),
    "proposals": _("propositions d’imports"),
    "seats": _("places rendues"),
    "second factors": _("seconds facteurs"),
    "sessions": _("sessions"),
    "user sessions": _("adresses et navigateurs de sessions"),
}
SWEPT = {"contacts": _("coordonnées"), "names": _("nom")}


def report_in_words(report: dict) -> list[tuple]:
    """Return (what, count) for each line of the report of an Erasure."""
    return [(in_words(name), count) for name, count in report.get("rows", {}).items()]


def in_words(name):
    what, _colon, label = name.partition(": ")
    if what not in SWEPT:
        return ROWS.get(name, name)
    return format_lazy("{} – {}", SWEPT[what], apps.get_model(label)._meta.verbose_name)
