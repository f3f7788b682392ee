"""Every form that somebody outside the team meets: it offers what is theirs or what they see, and takes the number of nothing else."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.forms import BaseForm, ModelChoiceField
from django.forms.formsets import BaseFormSet
from django.test import Client, override_settings

from core.enums import Audience
from directory.models import CountryGroup, Organisation, Theme
from tests.access_world import World, Written, cases, undone
from tests.factories import (
    CountryGroupFactory,
    EventFactory,
    OrganisationFactory,
    PartnershipFactory,
    PartnerWishFactory,
    SessionFactory,
)
from tests.readers import OUTSIDER, STAFF

pytestmark = pytest.mark.django_db

OUTSIDE = [OUTSIDER, "member", "referent", "partner"]
THEMES = {Theme}  # words that anybody may use
TO_ALL = {"delegations:request_add"}  # a stranger asks any group for a visit


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    files = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("files"))
    with django_db_blocker.unblock(), transaction.atomic(), files:
        made = World()
        elsewhere = {"group": CountryGroupFactory(slug="nulle-part"), "audience": Audience.INTERNAL}
        for factory in (PartnershipFactory, PartnerWishFactory, EventFactory):
            factory(**elsewhere)
        SessionFactory(event=EventFactory(**elsewhere, open=True))
        made.met = {reader: list(forms_met(made, reader)) for reader in OUTSIDE}
        yield made
        transaction.set_rollback(True)


def client_of(world, reader):
    client = Client()
    client.cookies.load(world.cookies[reader])
    return client


def forms_met(world, reader):
    """(name, address, form) of every form of our own pages that the reader is shown."""
    client = client_of(world, reader)
    for line, name, path in cases():
        if line.answer(reader, "GET") == "200" and line.answer(reader, "POST") in {"200", "302", "422"}:
            address = world.address(line, name, path)
            with undone():
                response = client.get(address)
            yield from ((name, address, form) for form in forms_of(response))


def forms_of(response):
    values = [value for context in response.context or () for value in context.flatten().values()]
    forms = [value for value in values if isinstance(value, BaseForm)]
    sets = [value for value in values if isinstance(value, BaseFormSet)]
    sets += [
        one for value in values if isinstance(value, (list, tuple)) for one in value if isinstance(one, BaseFormSet)
    ]
    found = forms + [form for one in sets for form in [*one.forms, one.empty_form]]
    return list({id(form): form for form in found}.values())


def choices(world, reader):
    """(name, address, form, field) of every choice among records."""
    for name, address, form in world.met[reader]:
        for field in form.fields:
            if isinstance(form.fields[field], ModelChoiceField) and form.fields[field].queryset.model not in THEMES:
                yield name, address, form, field


def theirs(user, model):
    """The numbers of the rows that somebody outside the team may name in a form: their own, or what they see."""
    if model is Organisation:
        return set(user.organisation_ids)
    if model is CountryGroup:
        return set(user.group_ids)
    return (
        set(model.objects.visible_to(user).values_list("pk", flat=True))
        if hasattr(model.objects.all(), "visible_to")
        else set()
    )


@pytest.mark.parametrize("reader", OUTSIDE)
def test_a_form_offers_what_is_theirs_or_what_they_see(world, reader):
    user = world.users[reader] or AnonymousUser()

    beyond = {
        (name, field): offered
        for name, _address, form, field in choices(world, reader)
        if name not in TO_ALL
        for offered in [
            set(form.fields[field].queryset.values_list("pk", flat=True))
            - theirs(user, form.fields[field].queryset.model)
        ]
        if offered - own_parts(form, field)
    }

    assert beyond == {}


def own_parts(form, field):
    """The other parts of the record that the form is about; the number of a row, which its formset alone looks up."""
    offered = form.fields[field].queryset
    if field == "replaces":
        offered = offered.filter(partnership=form.instance.partnership_id)
    return set(offered.values_list("pk", flat=True)) if field in {"id", "replaces"} else set()


@pytest.mark.parametrize("reader", OUTSIDE)
def test_the_number_of_what_is_not_offered_is_refused_and_nothing_is_written(world, reader):
    client, tried = client_of(world, reader), 0
    for name, address, form, field in choices(world, reader):
        asked = form.fields[field]
        other = asked.queryset.model.objects.exclude(pk__in=asked.queryset.values("pk")).order_by("-pk").first()
        if other is None or form.empty_permitted:
            continue
        sent = {form.add_prefix(field): other.pk}
        written = Written()
        with undone(), connection.execute_wrapper(written):
            response = client.post(address, sent)
        tried += 1
        refused = [one for one in forms_of(response) if field in one.errors]
        assert (response.status_code in {200, 422}, bool(refused), written.statements) == (True, True, []), (
            name,
            field,
        )

    assert tried >= LEAST[reader]


LEAST = {OUTSIDER: 2, "member": 2, "referent": 5, "partner": 1}


def test_the_number_of_an_organisation_that_does_not_exist_makes_no_page_fail(world):
    client = client_of(world, "referent")

    answers = set()
    for _name, address, form, field in choices(world, "referent"):
        with undone():
            answers.add(client.post(address, {form.add_prefix(field): OrganisationFactory().pk + 10**6}).status_code)

    assert answers <= {200, 422}
    assert not set(OUTSIDE) & set(STAFF)
