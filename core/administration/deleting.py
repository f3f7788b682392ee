"""What a deletion would take along, and what forbids it."""

from itertools import islice

from django.contrib.admin.utils import NestedObjects
from django.db import models, router
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.text import capfirst

from core.wording import labelled

MOST_SHOWN = 50


class Dependants(NestedObjects):
    """What depends on a record, its own relations fetched for all rows at once."""

    def related_objects(self, related_model, related_fields, objs):
        return super().related_objects(related_model, related_fields, objs).fetch_mode(models.FETCH_PEERS)


class SaysWhatDepends:
    delete_confirmation_max_display = MOST_SHOWN

    def get_deleted_objects(self, objs, request):
        dependants = Dependants(using=router.db_for_write(self.model), origin=objs)
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
