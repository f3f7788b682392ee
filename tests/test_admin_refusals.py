"""What a constraint refuses in the administration stands at the field that is to change."""

from datetime import date

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.test import RequestFactory

from core.models import LegalPage
from core.placing import place_of
from directory.models import Organisation, OrganisationName, Person
from events.models import Event
from meetings.models import Meeting
from partnerships.models import Partnership
from tests.admin_forms import page, send
from tests.factories import (
    EventFactory,
    MeetingFactory,
    OrganisationFactory,
    PartnershipFactory,
    PersonFactory,
)

pytestmark = pytest.mark.django_db

# Of what these speak no form of the administration holds a field: the services write it, and say so themselves.
ON_TOP = {
    "core_legalpage_one_per_language",
    "delegations_approach_answered_means_dated",
    "delegations_approach_conditional_says_which",
    "delegations_approach_once_per_authority",
    "delegations_approach_reminded_means_dated",
    "delegations_delegation_reference_reads",
    "delegations_delegation_suspect_until_screened",
    "events_agendaentry_decided_means_dated",
    "events_agendaentry_refused_means_why",
    "events_session_cancelled_without_seats",
    "meetings_actionitem_done_means_dated",
    "meetings_actionitem_not_carried_from_itself",
    "partnerships_partnership_confirmed_says_how",
    "partnerships_verificationcampaign_closed_once_sent",
}


def written_forms(user):
    """Yield (model, the fields that may be typed) of each page of the administration that writes, and of each inline."""
    request = RequestFactory().get("/")
    request.user = user
    for model, model_admin in admin.site._registry.items():
        if model_admin.has_change_permission(request):
            add, change = (model_admin.get_form(request, one, change=bool(one)) for one in (None, model()))
            yield model, {*add.base_fields, *change.base_fields}
        for inline in model_admin.get_inline_instances(request):
            if inline.has_change_permission(request):
                yield inline.model, set(inline.get_formset(request).form.base_fields)


def test_every_constraint_the_administration_may_break_has_its_field_or_stands_on_top_on_purpose(make_user):
    on_top = {
        constraint.name
        for model, fields in written_forms(make_user("administrator"))
        for constraint in model._meta.constraints
        if place_of(constraint, model, fields) is None
    }

    assert on_top == ON_TOP


def test_a_field_named_for_a_refusal_is_one_of_the_model():
    for model in apps.get_models():
        for name, field in getattr(model, "REFUSED_AT", {}).items():
            assert name in {constraint.name for constraint in model._meta.constraints}
            assert model._meta.get_field(field)


@pytest.mark.parametrize(
    ("constraint", "place"),
    [
        (CheckConstraint(name="x", condition=Q(a__isnull=True) | Q(b__gte=F("a"))), "b"),
        (CheckConstraint(name="x", condition=Q(a__lt=F("b"))), "b"),
        (CheckConstraint(name="x", condition=~Q(a=1) | Q(b__isnull=False)), "b"),
        (CheckConstraint(name="x", condition=~Q(a=1) | ~Q(b="")), "b"),
        (CheckConstraint(name="x", condition=Q(a__isnull=True) | Q(b=1)), "a"),
        (CheckConstraint(name="x", condition=Q(c=1) | Q(a=1)), "a"),
        (UniqueConstraint(name="x", fields=["a", "b"]), "b"),
        (UniqueConstraint(name="x", fields=["c", "a"], condition=Q(b=1)), "a"),
        (UniqueConstraint(F("c"), models.functions.Lower("a"), name="x"), "a"),
        (UniqueConstraint(name="x", fields=["c"]), None),
    ],
)
def test_the_later_the_empty_and_the_last_are_what_is_to_change(constraint, place):
    assert place_of(constraint, Person, {"a", "b"}) == place


def errors_of(response):
    return {name: list(said) for name, said in response.context["adminform"].form.errors.items()}


@pytest.mark.parametrize(
    ("model", "make", "typed", "errors"),
    [
        (
            Meeting,
            lambda: MeetingFactory(first_day=date(2027, 5, 4)),
            {"last_day": "03/05/2027"},
            {"last_day": ["Le dernier jour ne précède pas le premier."]},
        ),
        (
            Partnership,
            lambda: PartnershipFactory(status="active"),
            {"since": "2010", "until": "2012"},
            {"until": ["Seul un partenariat terminé porte une date de fin."]},
        ),
        (
            Organisation,
            OrganisationFactory,
            {"territory": ""},
            {"territory": ["Une collectivité a un territoire : choisissez-le."]},
        ),
        (Person, PersonFactory, {"last_name": ""}, {"last_name": ["Ce champ est obligatoire."]}),
    ],
)
def test_a_record_refused_says_why_at_the_field(as_role, model, make, typed, errors):
    response = send(as_role("officer"), page(model, "change", make().pk), typed)

    assert errors_of(response) == errors


def test_a_second_record_of_a_pair_says_so_at_the_side_chosen_last(as_role):
    pair = PartnershipFactory()
    typed = {"group": pair.group_id, "french_side": pair.french_side_id, "foreign_side": pair.foreign_side_id}

    response = send(as_role("officer"), page(Partnership, "add"), typed)

    assert list(errors_of(response)) == ["foreign_side"]


def test_a_row_of_an_inline_says_why_at_its_own_field(as_role):
    organisation = OrganisationFactory()
    OrganisationName.objects.create(organisation=organisation, text="Tours Métropole", kind="alias", language="fr")
    rows = {"names-TOTAL_FORMS": "2", "names-1-text": "Tours Métropole", "names-1-kind": "alias"}

    response = send(
        as_role("officer"), page(Organisation, "change", organisation.pk), {**rows, "names-1-language": "fr"}
    )

    formset = response.context["inline_admin_formsets"][0].formset
    assert formset.errors == [{}, {"text": ["Ce nom est déjà noté pour cet organisme."]}]


def test_what_only_the_database_knows_stands_at_its_field_too(as_role):
    """A trigger refuses when the row is written; the form comes back with the sentence."""
    first = EventFactory(title="Première")
    second = EventFactory(title="Seconde", previous=first, group=first.group)

    response = send(as_role("officer"), page(Event, "change", first.pk), {"previous": second.pk})

    assert errors_of(response) == {"previous": ["Cet événement lui fait déjà suite : choisissez-en un autre."]}


def test_what_no_form_holds_stands_on_top():
    [constraint] = LegalPage._meta.constraints

    assert place_of(constraint, LegalPage, {"title", "body"}) is None
