"""The figures of the page as a table: a line for each, with its definition, its date and the address of its list."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core.spreadsheets import write_table


def export_statistics(format, figures, claim, *, day, absolute):
    """Return the bytes of the table in `format` (« csv » or « xlsx »); `absolute` makes an address whole."""
    header = [_("Rubrique"), _("Valeur"), _("Dans"), _("Compte de"), _("Nombre"), _("Sur"), _("Part (%)"), _("Au")]
    rows = [row_of_claim(claim, day, absolute)] if claim.total else []
    for figure in figures:
        above = {}
        for line in figure.lines:
            above[line.depth] = line.label
            inside = above[line.depth - 1] if line.depth else ""
            row = [figure.title, capfirst(line.label), inside, figure.counted, line.count, line.total, line.share]
            rows.append([*row, day, figure.definition, absolute(line.url)])
    return write_table(format, [*header, _("Définition"), _("Liste")], rows, title=_("Chiffres"))


def row_of_claim(claim, day, absolute):
    definition = _(
        "Parmi les partenariats en cours dont un thème est noté, ceux qui portent sur au moins un de ceux-là."
    )
    row = [_("Au moins un thème parmi"), claim.themes, "", _("Partenariats"), claim.count, claim.total, claim.share]
    return [*row, day, definition, absolute(claim.url)]
