"""Lines → records, in one transaction: what is written is what the trial showed, or nothing."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import BigIntegerField, F, Q
from django.db.models.functions import Cast, Substr
from django.utils.translation import gettext as _

from core.enums import Audience
from core.models import ReviewFlag
from core.refusals import refusals_said
from directory.loading.copying import count_again
from directory.models import CountryGroup, Organisation, Territory
from directory.services import ensure_authorities
from partnerships.enums import ImportState, RowOutcome
from partnerships.imports.matching import match
from partnerships.imports.records_read import digest_of_records
from partnerships.imports.sentences import sentence
from partnerships.imports.storing import locked
from partnerships.imports.verdict import PLAIN, WORDS
from partnerships.models import Partnership, TableImport, TableRow

WRITTEN = [RowOutcome.ADDED, RowOutcome.CHANGED]
DIGEST = """
select md5(string_agg(concat_ws('|', line, outcome, french, "foreign", changes), '/' order by line))
from partnerships_tablerow where table_import_id = %s and outcome in ('added', 'changed')
"""


def settled_side(side):
    return f"""coalesce('o' || (select id from directory_organisation where kind = 'authority'
        and territory_id = case when {side} like 't%%' then substr({side}, 2)::bigint end), {side})"""


# Each side becomes the authority of its territory, and each new record gets its number, in one pass.
SETTLED = f"""
update partnerships_tablerow set
    french = {settled_side("french")}, "foreign" = {settled_side('"foreign"')},
    partnership_number = case when outcome = 'added'
        then nextval((select pg_get_serial_sequence('partnerships_partnership', 'id')::regclass))
        else partnership_number end
where table_import_id = %(import)s and outcome in ('added', 'changed')
"""
TEXTS = {name: f"coalesce(parsed ->> '{name}', '')" for name in ("form_stated", "title", "summary")}
DATES = {name: f"(parsed ->> '{name}')::daterange" for name in ("since", "until")}
DATES |= {name: f"coalesce(parsed ->> '{name}', '')" for name in WORDS}
VALUES = (
    TEXTS
    | DATES
    | {
        "status": "coalesce(parsed ->> 'status', 'active')",
        "source": "coalesce(parsed ->> 'source', %(source)s::text || line)",
    }
)
ADDED = f"""
insert into partnerships_partnership (id, created_at, updated_at, group_id, french_side_id, foreign_side_id, audience,
    confirmed_how, listed_themes, {", ".join(VALUES)})
select partnership_number, now(), now(), %(group)s, substr(french, 2)::bigint, substr("foreign", 2)::bigint, %(audience)s, '',
    '{{}}', {", ".join(VALUES.values())}
from partnerships_tablerow where table_import_id = %(import)s and outcome = 'added' order by line
"""


def new_value(name):
    kind = "::daterange" if name in {"since", "until"} else ""
    return f"{name} = case when changes ? '{name}' then (changes -> '{name}' ->> 1){kind} else pair.{name} end"


CHANGED = f"""
update partnerships_partnership as pair set updated_at = now(), {", ".join(map(new_value, PLAIN + WORDS))}
from partnerships_tablerow as entry
where entry.table_import_id = %(import)s and entry.outcome = 'changed' and pair.id = entry.partnership_number
"""
THEMES = """
insert into partnerships_partnership_themes (partnership_id, theme_id)
select partnership_number, theme::bigint
from partnerships_tablerow, jsonb_array_elements(changes -> 'themes' -> 1) as theme
where table_import_id = %(import)s and outcome in ('added', 'changed')
on conflict do nothing
"""


class ChangedMeanwhile(Exception):
    """The records are not what they were when the trial was shown."""


def apply_table(*, table_import, by=None):
    """Write the lines that add or change a record; those refused or asking for a choice stay out. Return the TableImport.

    When records have changed since the trial, it is done again first. When it says anything else than what was shown,
    nothing is written, the lines show the new trial and ValidationError asks to read it; so it does when nothing is to be
    written.
    """
    try:
        with transaction.atomic(), refusals_said():
            return written(locked(table_import), by)
    except ChangedMeanwhile:
        with transaction.atomic():
            match(locked(table_import))
        message = _("Des fiches ont changé depuis l’essai : il vient d’être refait, relisez-le avant d’enregistrer.")
        raise ValidationError(message, code="changed_meanwhile") from None


def written(table_import, by):
    if table_import.state != ImportState.CHECKED:
        raise ValidationError(_("Ce tableau n’est pas à enregistrer : faites d’abord l’essai."), code="not_checked")
    # Two imports into one group wait for each other, as two who open the same pair do.
    group = CountryGroup.objects.select_for_update(of=("self",)).get(pk=table_import.group_id)
    with connection.cursor() as cursor:
        if digest_of_records(cursor) != table_import.records_read:
            try_again(cursor, table_import)
        if not table_import.rows.filter(outcome__in=WRITTEN).exists():
            raise ValidationError(_("Aucune ligne n’ajoute ni ne change rien : il n’y a rien à enregistrer."))
        cursor.execute("select now()")
        [now] = cursor.fetchone()
        # Saved first: what SQL writes afterwards carries the context of this statement.
        TableImport.objects.filter(pk=table_import.pk).update(
            state=ImportState.APPLIED, applied_by=by, applied_at=now, updated_at=now
        )
        made = make_authorities(table_import)
        values = {
            "import": table_import.pk,
            "group": group.pk,
            "audience": Audience.GROUP.value,
            "source": _("Tableau « %(name)s », ligne ") % {"name": str(table_import)},
        }
        cursor.execute(SETTLED, values)
        if table_import.rows.filter(outcome=RowOutcome.CHANGED).exists():
            # Planned for what there is: taken for empty, each of the two tables is read again for each row of the other.
            count_again(TableRow, Partnership)
            cursor.execute(CHANGED, values)
        cursor.execute(ADDED, values)
        cursor.execute(THEMES, values)
    count_again(Partnership)
    TableImport.objects.filter(pk=table_import.pk).update(made=made)
    raise_doubts(table_import)
    table_import.refresh_from_db()
    return table_import


def try_again(cursor, table_import):
    """Records have changed since the trial: what was shown is written only when a new one says the same."""
    shown = digest_of_lines(cursor, table_import)
    match(table_import)
    if digest_of_lines(cursor, table_import) != shown:
        raise ChangedMeanwhile


def digest_of_lines(cursor, table_import):
    cursor.execute(DIGEST, [table_import.pk])
    [found] = cursor.fetchone()
    return found


def make_authorities(table_import):
    made = ensure_authorities(territories=Territory.objects.filter(pk__in=places_of_lines(table_import)))
    count_again(Organisation)
    return made


def places_of_lines(table_import):
    """The numbers of the territories that lines to be written name, as a query: there may be tens of thousands."""
    lines = table_import.rows.filter(outcome__in=WRITTEN).order_by()
    french, foreign = (
        lines.filter(**{f"{side}__startswith": "t"}).values(place=Cast(Substr(side, 2), BigIntegerField()))
        for side in ("french", "foreign")
    )
    return french.union(foreign)


def raise_doubts(table_import):
    """The doubts of a line that was written stay on its record until a person decides."""
    kind = ContentType.objects.get_for_model(Partnership)
    lines = (
        table_import.rows.filter(~Q(doubts=[]), outcome__in=WRITTEN)
        .order_by("line")
        .annotate(pair=F("partnership_number"))
    )
    flags = (
        ReviewFlag(
            content_type=kind,
            object_id=row.pair,
            code=f"import_{doubt[1]}",
            message=_("Ligne %(line)d : %(doubt)s") % {"line": row.line, "doubt": sentence(doubt, table_import)},
            raised_by=table_import.raised_by,
        )
        for row in lines.iterator(chunk_size=2000)
        for doubt in row.doubts
    )
    ReviewFlag.objects.bulk_create(flags, batch_size=2000, ignore_conflicts=True)
