from functools import cache

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import FieldDoesNotExist


class NamesAccounts:
    """Who did something is shown by name. Django would link it to its account, which most of the staff may not open."""

    def get_readonly_fields(self, request, obj=None):
        return [self.unlinked(name) for name in super().get_readonly_fields(request, obj)]

    def get_fieldsets(self, request, obj=None):
        closed = super().get_readonly_fields(request, obj)
        return [
            (title, {**options, "fields": [self.line(names, closed) for names in options["fields"]]})
            for title, options in super().get_fieldsets(request, obj)
        ]

    def line(self, names, closed):
        if isinstance(names, list | tuple):
            return tuple(self.line(name, closed) for name in names)
        return self.unlinked(names) if names in closed else names

    def unlinked(self, name):
        return name_of_account(self.model, name) if isinstance(name, str) and is_account(self.model, name) else name


def is_account(model, name):
    try:
        return model._meta.get_field(name).related_model is get_user_model()
    except FieldDoesNotExist:
        return False


@cache  # the same function each time: Django compares them
def name_of_account(model, field):
    @admin.display(description=model._meta.get_field(field).verbose_name)
    def named(record):
        return getattr(record, field) or "–"

    return named
