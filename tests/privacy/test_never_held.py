"""No political label, no passport data, no reason of absence: no field, form, column of an import or of an export takes them."""

import inspect
import re
from dataclasses import fields as fields_of
from importlib import import_module
from pathlib import Path

import pytest
from django import forms
from django.apps import apps
from django.db import models
from django.utils.translation import override

from delegations.passports import refuse_passport_data
from events.exports import attendee_header
from meetings.minutes import document, parsed

ROOT = Path(__file__).resolve().parents[2]
APPS = ("core", "directory", "accounts", "partnerships", "events", "delegations", "meetings", "cufportal")
NEVER = re.compile(
    r"passport|passeport|护照|身份证|identity_?(?:number|card)|carte d.identit|visa\b|"
    r"politi|(?:^|_)party(?:$|_)|parti politique|nuance|etiquette|étiquette|党|政治|"
    r"absence_(?:reason|cause)|(?:reason|cause|motif|raison)\w*_?(?:of_|d.|de l.)?absen|缺席原因|"
    r"religio|ethnic|health|sant[ée]_|birth|naissance|nationality|nationalité",
    re.IGNORECASE,
)
# Texts of a delegation that people do not write, or whose shape holds no number.
WITHOUT_VALIDATOR = {
    "Delegation.reference",
    "Delegation.contact_email",
    "Delegation.wished_words",
    "Delegation.suspicion",
    "Delegation.time_zone",
    "Stop.time_zone",
    "Commitment.due_words",
}


def ours(name):
    return [model for model in apps.get_app_config(name).get_models() if not hasattr(model, "pgh_tracked_model")]


def words_of(field):
    with override("fr"):
        texts = [field.name, str(getattr(field, "verbose_name", "")), str(getattr(field, "help_text", ""))]
        return [text for text in texts if not text.startswith("Un PDF de 20 Mo")]  # « sans copie de passeport »


def form_classes():
    for app in APPS:
        for path in sorted((ROOT / app).rglob("forms*.py")) + sorted((ROOT / app).rglob("forms/*.py")):
            module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
            yield from (
                each for _n, each in inspect.getmembers(module, inspect.isclass) if issubclass(each, forms.BaseForm)
            )


def test_no_field_of_any_model_is_made_for_them():
    named = {
        f"{model.__name__}.{field.name}"
        for app in APPS
        for model in ours(app)
        for field in model._meta.get_fields()
        if any(NEVER.search(word) for word in words_of(field))
    }

    assert named == set()


def test_no_form_asks_for_them():
    with override("fr"):
        asked = {
            f"{form.__name__}.{name}"
            for form in form_classes()
            for name, field in getattr(form, "base_fields", {}).items()
            if NEVER.search(name) or NEVER.search(str(field.label or ""))
        }

    assert asked == set()


def test_what_an_import_reads_of_people_has_no_place_for_them():
    read = {
        f"{name}.{field.name}"
        for name, each in inspect.getmembers(parsed, inspect.isclass)
        if hasattr(each, "__dataclass_fields__")
        for field in fields_of(each)
    }

    assert len(read) > 20
    assert [name for name in read if NEVER.search(name)] == []


def test_no_export_has_a_column_for_them():
    headings = [*attendee_header(), *(name for name, _each in inspect.getmembers(document, inspect.isclass))]

    assert [heading for heading in headings if NEVER.search(heading)] == []


def test_every_free_text_of_a_delegation_refuses_passport_data():
    free = {
        f"{model.__name__}.{field.name}": field
        for model in ours("delegations")
        for field in model._meta.local_concrete_fields
        if isinstance(field, (models.CharField, models.TextField)) and not (field.choices or field.generated)
    }

    without = {name for name, field in free.items() if refuse_passport_data not in field.validators}

    assert len(free) > 25
    assert without == WITHOUT_VALIDATOR


@pytest.mark.parametrize(
    "word", ["passport_number", "parti politique", "étiquette", "motif_absence", "reason_of_absence", "护照号码"]
)
def test_the_words_that_are_looked_for_would_be_found(word):
    assert NEVER.search(word)


@pytest.mark.parametrize("word", ["participant", "reason", "identity", "function", "part", "motif"])
def test_the_words_of_the_field_are_not_taken_for_them(word):
    assert not NEVER.search(word)
