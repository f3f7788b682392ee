"""Two versions of one record, field by field."""

from core.history.describing import Change, change
from core.history.reading import rule_for, with_rules
from core.history.records import links_of
from core.history.restoring import links_at
from core.history.values import Names, facts_of, value_of, written

SHOWN = 200


def versions_for(record, number, reader) -> list:
    """The last versions of the record itself, newest first: to the team all, to others those that they see differ."""
    rows = with_rules(record.own.versions.objects.filter(pgh_obj=number), rule_for(record.own, number, reader))
    rows = list(rows.order_by("-pgh_created_at", "-pgh_id")[:SHOWN])
    if reader.sees_all:
        return rows
    facts = [one for one in facts_of(record.own.versions) if one.name in record.fields]
    open_ones = [row for row in rows if row.pgh_open]
    said = [[value_of(one, row) for one in facts] for row in open_ones]
    return [row for row, now, before in zip(open_ones, said, [*said[1:], None], strict=False) if now != before]


def differences_between(record, earlier, later, reader, without=()) -> list[Change]:
    """What differs from one version to the other, in the fields that the reader may read; links at the end."""
    names = Names(reader)
    facts = [one for one in facts_of(record.own.versions) if one.name not in without]
    facts = [one for one in facts if reader.sees_all or one.name in record.fields]
    for one in facts:
        for version in (earlier, later):
            names.want(one, value_of(one, version))
    pairs = ((one, value_of(one, earlier), value_of(one, later)) for one in facts)
    own = [change(one, old, new, names) for one, old, new in pairs if old != new]
    return own + links_between(record, earlier, later, reader)


def links_between(record, earlier, later, reader):
    links = [link for link in links_of(record.model) if reader.sees_all or link.field.name in record.fields]
    pairs = [(link, links_at(link, earlier), links_at(link, later)) for link in links]
    names = Names(reader)
    for link, old, new in pairs:
        for number in old | new:
            names.want(target_of(link), number)
    return [
        Change(str(link.field.verbose_name), listed(link, old, names), listed(link, new, names))
        for link, old, new in pairs
        if old != new
    ]


def target_of(link):
    return link.versions._meta.get_field(link.target)


def listed(link, numbers, names):
    return ", ".join(sorted(written(target_of(link), number, names) for number in numbers))
