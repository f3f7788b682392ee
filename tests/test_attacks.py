"""What somebody with ill will sends by hand: fields that no form shows, records of others, files that are not what they say."""

import gc

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.urls import get_resolver, reverse

from accounts.models import User
from core.enums import Audience
from core.letters import send_letter, send_waiting_letters
from delegations.models import DelegationDocument
from events.models import AgendaEntry, Registration
from tests.delegations.factories import DelegationDocumentFactory, DelegationFactory
from tests.factories import CountryGroupFactory, EventFactory, OrganisationFactory, SessionFactory, UserFactory

pytestmark = pytest.mark.django_db

OURS = ("core", "directory", "accounts", "partnerships", "events", "delegations", "meetings", "cufportal")
# What the portal writes itself, whoever sends the form.
NEVER_SENT = {"is_superuser", "user_permissions", "created_at", "updated_at", "revision", "accepted_at", "erased_at"}
POLYGLOT = b"<!-- %PDF-1.7 --><html><script>alert(document.domain)</script>%%EOF"
NAMES = ["../../static/js/portal.pdf", "\u202efdp.html.pdf", "page.PDF"]
NOT_PDF = [
    "a\r\nX-Evil: 1.pdf",
    "x" * 300 + ".pdf",
    "page.html",
    "dessin.svg",
    ".htaccess",
    "page.pdf.html",
    "\u202efdp.html",
]


def our_model_forms():
    """The forms of the site's own pages; those of the administration stand behind its roles."""
    assert get_resolver().url_patterns, "every view is imported, and with it every form"
    gc.collect()
    pending, found = [forms.ModelForm], set()
    while pending:
        for form in pending.pop().__subclasses__():
            pending.append(form)
            if form.__module__.split(".")[0] in OURS and ".admin" not in form.__module__ and form._meta.model:
                found.add(form)
    return found


def test_each_form_names_its_fields_and_none_takes_what_the_portal_writes():
    taken = {
        form.__name__: sorted(names)
        for form in our_model_forms()
        if "administration" not in form.__module__
        for names in [NEVER_SENT & set(form.base_fields) | actors(form)]
        if names
    }

    assert taken == {}
    assert [form.__name__ for form in our_model_forms() if form._meta.fields in (None, forms.ALL_FIELDS)] == []


def actors(form):
    """The fields that say who did something: they come from the session, never from the form."""
    return {
        field.name
        for field in form._meta.model._meta.concrete_fields
        if field.name in form.base_fields and isinstance(field, models.ForeignKey) and field.related_model is User
    }


def test_a_member_who_adds_fields_to_a_proposal_gains_nothing_by_it(as_role, group):
    client, other = as_role("member"), UserFactory()
    form = {"title": "Foire", "group": group.pk, "first_day": "7 juin 2027", "time_zone": "Europe/Paris"}
    hidden = {"state": "accepted", "decided_by": other.pk, "decided_at": "2026-01-01", "proposed_by": other.pk, "id": 1}

    client.post(reverse("cufportal:entry_add"), form | {"audience": "network"} | hidden)

    entry = AgendaEntry.objects.get()
    assert (entry.state, entry.decided_by, entry.proposed_by) == ("proposed", None, client.user)


def test_a_member_cannot_propose_a_date_to_the_group_of_others_or_to_cuf_alone(as_role, group):
    client, other = as_role("member"), CountryGroupFactory(slug="maroc")
    form = {"title": "Foire", "first_day": "7 juin 2027", "time_zone": "Europe/Paris"}

    answers = [
        client.post(reverse("cufportal:entry_add"), form | {"group": other.pk, "audience": "network"}),
        client.post(reverse("cufportal:entry_add"), form | {"group": group.pk, "audience": "internal"}),
    ]

    assert [set(answer.context["form"].errors) for answer in answers] == [{"group"}, {"audience"}]
    assert not AgendaEntry.objects.exists()


def test_nobody_registers_for_the_organisation_of_others(as_role, group):
    event = EventFactory(group=group, open=True, audience=Audience.PUBLIC)
    session, other = SessionFactory(event=event), OrganisationFactory()
    client = as_role("referent")
    sent = {"who": "colleague", "organisation": other.pk, "first_name": "Ève", "last_name": "Exemple"}

    answer = client.post(reverse("events:registration_add", args=[event.pk]), sent | {"sessions": [session.pk]})

    assert answer.status_code in {200, 422}
    assert not Registration.objects.filter(organisation=other).exists()


def test_a_session_of_another_event_is_not_taken_by_the_form_of_this_one(as_role, group):
    event = EventFactory(group=group, open=True, audience=Audience.PUBLIC)
    SessionFactory(event=event)
    internal = SessionFactory(event=EventFactory(group=group, open=True, audience=Audience.INTERNAL))
    client = as_role("member")
    own = client.user.current_affiliations.get().pk

    answer = client.post(reverse("events:registration_add", args=[event.pk]), {"who": own, "sessions": [internal.pk]})

    assert "sessions" in answer.context["form"].errors
    assert not Registration.objects.exists()


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_stored_under_a_name_of_ours_and_leaves_as_a_pdf_to_save(as_role, group, settings, tmp_path, name):
    settings.MEDIA_ROOT = tmp_path
    delegation = DelegationFactory(group=group)
    client = as_role("officer")
    sent = {"title": "Lettre", "audience": "internal", "file": SimpleUploadedFile(name, POLYGLOT, "text/html")}

    client.post(reverse("delegations:document_add", args=[delegation.pk]), sent)

    document = DelegationDocument.objects.get()
    stored = (tmp_path / document.file.name).resolve()
    answer = client.get(reverse("delegations:delegation_document", args=[delegation.pk, document.pk]))
    assert (stored.is_relative_to(tmp_path), stored.suffix.lower()) == (True, ".pdf")
    assert b"".join(answer.streaming_content) == POLYGLOT
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/pdf", "nosniff")
    assert answer["Content-Disposition"].startswith("attachment;")
    assert "X-Evil" not in answer.headers


@pytest.mark.parametrize("name", NOT_PDF)
def test_a_file_whose_name_is_no_pdf_s_is_refused_whatever_it_holds(as_role, group, name):
    delegation = DelegationFactory(group=group)
    sent = {"title": "Lettre", "audience": "internal", "file": SimpleUploadedFile(name, POLYGLOT, "application/pdf")}

    answer = as_role("officer").post(reverse("delegations:document_add", args=[delegation.pk]), sent)

    assert set(answer.context["form"].errors) == {"file"}
    assert not DelegationDocument.objects.exists()


def test_no_address_serves_the_folder_of_files(client, group, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    document = DelegationDocumentFactory(delegation=DelegationFactory(group=group))

    tried = [f"/{start}{document.file.name}" for start in ("", "media/", "files/", "static/", "static/../files/")]

    assert [client.get(path).status_code for path in tried] == [404] * len(tried)


def test_what_is_said_once_an_act_is_done_sets_no_cookie_of_its_own(as_role, group):
    client = as_role("member")
    form = {"title": "Foire", "group": group.pk, "first_day": "7 juin 2027", "time_zone": "Europe/Paris"}

    client.post(reverse("cufportal:entry_add"), form | {"audience": "network"})

    assert AgendaEntry.objects.exists()
    assert set(client.cookies) <= {"sessionid", "csrftoken", "django_language"}


def test_a_letter_is_plain_text_whatever_is_written_in_it(server):
    name = 'Ève <a href="https://evil.example.org">cliquez</a>\r\nBcc: tous@example.org'
    context = {"delegation": {"reference": "D-2026-001", "sender_name": name}, "organisation": name}

    send_letter(to="eve@example.org", subject=name, template="delegation_dropped", context=context)
    send_waiting_letters()

    [message] = server.messages
    assert (message.get_content_type(), message.is_multipart(), message["Bcc"]) == ("text/plain", False, None)
    assert message["Subject"] == 'Ève <a href="https://evil.example.org">cliquez</a> Bcc: tous@example.org'
    assert server.received.envelopes[0].rcpt_tos == ["eve@example.org"]
