"""What a deletion would take along, and what forbids it."""

from itertools import islice

from django.contrib.admin.utils import NestedObjects
from django.contrib.postgres.aggregates import BoolOr
from django.db import models, router
from django.db.models import Exists, OuterRef
from django.db.models.deletion import get_candidate_relations_to_delete
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.text import capfirst

from core.wording import labelled

MOST_SHOWN = 50


class Dependants(NestedObjects):
    """What depends on records of one model, the relations of each row fetched for all rows at once."""

    def __init__(self, *, model, records, **options):
        super().__init__(origin=records, **options)
        self.model, self.held = model, relations_held(model, records)

    def related_objects(self, related_model, related_fields, objs):
        if objs and isinstance(objs[0], self.model) and self.held.isdisjoint(related_fields):
            return related_model._base_manager.none()
        return super().related_objects(related_model, related_fields, objs).fetch_mode(models.FETCH_PEERS)


def relations_held(model, records):
    """Return the foreign keys by which anything names one of `records`: one query, for an account has thirty of them."""
    relations = get_candidate_relations_to_delete(model._meta)
    fields = [relation.field for relation in relations if relation.on_delete is not models.DO_NOTHING]
    rows = model._base_manager.filter(pk__in=[record.pk for record in records])
    named = {f"r{rank}": BoolOr(Exists(rows_naming(field))) for rank, field in enumerate(fields)}
    answers = rows.aggregate(**named) if named else {}
    return {field for rank, field in enumerate(fields) if answers[f"r{rank}"]}


def rows_naming(field):
    return field.model._base_manager.filter(**{field.name: OuterRef("pk")})


class SaysWhatDepends:
    delete_confirmation_max_display = MOST_SHOWN

    def get_deleted_objects(self, objs, request):
        dependants = Dependants(using=router.db_for_write(self.model), model=self.model, records=objs)
        dependants.collect(objs)
        counts = {model._meta.verbose_name_plural: len(rows) for model, rows in dependants.model_objs.items()}
        kept = {
            model._meta.verbose_name
            for model in dependants.model_objs
            if self.admin_site.is_registered(model)
            and not self.admin_site.get_model_admin(model).has_delete_permission(request)
        }
        protected = [linked(record) for record in islice(dependants.protected, MOST_SHOWN + 1)]
        return dependants.nested(linked), counts, kept, protected


def linked(record):
    """Return « Sorte : fiche », with a link to its page when it has one."""
    opts = record._meta
    try:
        url = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[record.pk])
    except NoReverseMatch:
        return labelled(capfirst(opts.verbose_name), record)
    return format_html(labelled("{}", '<a href="{}">{}</a>'), capfirst(opts.verbose_name), url, record)
