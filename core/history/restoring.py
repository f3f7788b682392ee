"""Putting a record back as one of its versions says it was."""

from contextlib import contextmanager

from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist, ValidationError
from django.db import transaction
from django.db.models import Q
from django.db.models.fields.files import FieldFile
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core.history.records import links_of
from core.history.tracking import ADDED, REMOVED, explained, told
from core.history.values import facts_of, value_of
from core.refusals import refusals_said
from core.wording import labelled


@explained
@transaction.atomic
def restore_version(*, record, version, reason, by):
    """Put the row that `version` is of back to what it says: its fields and its links. Return the row.

    `record` declares the history of its model. A row that was removed is made again under its number. What the record
    withholds, what the database reckons and what versions do not hold stay as they are. Raise ValidationError, in words,
    and write nothing, when no reason is given, when nothing differs, or when a rule refuses that state today.
    """
    if not reason.strip():
        raise ValidationError({"reason": _("Dites en quelques mots pourquoi.")}, code="reason_missing")
    present = record.model._base_manager.select_for_update(of=("self",)).filter(pk=version.id).first()
    row = present or record.model(pk=version.id)
    set_back = [one for one in facts_of(type(version)) if present is None or one.name not in record.withheld]
    links = {link: links_at(link, version) for link in links_of(record.model)}
    refuse_unchanged(present, version, set_back, links)
    refuse_gone(version, set_back)
    for one in set_back:
        value = value_of(one, version)
        setattr(row, one.attname, value.name if isinstance(value, FieldFile) else value)
    with told(user=by.pk), refusals_said(), refusals_named(record.model):
        row.full_clean()
        row.save(force_insert=present is None)
        for link, numbers in links.items():
            set_links(row, link, numbers)
    return row


def refuse_unchanged(present, version, facts, links):
    if present is None:
        return
    same = all(value_of(one, present) == value_of(one, version) for one in facts)
    if same and all(numbers == links_now(link, version.id) for link, numbers in links.items()):
        raise ValidationError(_("La fiche est déjà ainsi : il n’y a rien à rétablir."), code="unchanged")


def refuse_gone(version, facts):
    """What the version names must still be there: Django would say it with numbers."""
    named = [(one, value_of(one, version)) for one in facts if one.remote_field]
    gone = [
        labelled(capfirst(one.verbose_name), _("la fiche nommée alors n’existe plus"))
        for one, number in named
        if number is not None and not one.related_model._base_manager.filter(pk=number).exists()
    ]
    if gone:
        raise ValidationError(gone, code="gone")


def links_now(link, number):
    through = link.field.remote_field.through._base_manager
    return set(through.filter(**{link.owner: number}).values_list(link.target, flat=True))


def links_at(link, version):
    """The numbers that were linked when the request that left `version` was done: those of today, with what came after undone.

    A removed row is taken as it stood just before.
    """
    linked = links_now(link, version.id)
    after = Q(pgh_created_at__gt=version.pgh_created_at)
    if version.pgh_label == REMOVED:
        after |= Q(pgh_created_at=version.pgh_created_at, pgh_label=REMOVED)
    elif version.pgh_context_id:
        after &= ~Q(pgh_context=version.pgh_context_id) | Q(pgh_context=None)
    later = link.versions.objects.filter(after, **{link.owner: version.id}).order_by("-pgh_created_at", "-pgh_id")
    for act, number in later.values_list("pgh_label", link.target):
        (linked.discard if act == ADDED else linked.add)(number)
    return linked


def set_links(row, link, numbers):
    found = link.field.related_model._base_manager.filter(pk__in=numbers)
    if len(found) < len(numbers):
        gone = _("ce qui était lié alors n’existe plus")
        raise ValidationError(labelled(capfirst(link.field.verbose_name), gone), code="link_gone")
    getattr(row, link.field.name).set(found)


@contextmanager
def refusals_named(model):
    """Say of each refusal which field it is about: the page that restores has no fields beside which to say it."""
    try:
        yield
    except ValidationError as error:
        if not hasattr(error, "error_dict"):
            raise
        sentences = [sentence(model, name, text) for name, texts in error.message_dict.items() for text in texts]
        raise ValidationError(sentences, code="refused") from error


def sentence(model, name, text):
    if name == NON_FIELD_ERRORS:
        return text
    try:
        return labelled(capfirst(model._meta.get_field(name).verbose_name), text)
    except FieldDoesNotExist:
        return text
