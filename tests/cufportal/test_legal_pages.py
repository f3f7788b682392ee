"""What the law wants said: on every page, in the reader's language, in the words of CUF."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.template.loader import render_to_string
from django.urls import reverse

from core.enums import LegalKind
from core.models import LegalPage

pytestmark = pytest.mark.django_db
PATHS = [f"/{kind}/" for kind in LegalKind]
LANGUAGES = {"fr": "fr", "en": "en", "zh-hans": "zh-Hans"}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_is_there_for_everybody_in_three_languages(client, path, language):
    client.cookies["django_language"] = language

    response = client.get(path)

    assert response.status_code == 200
    assert f'<article class="prose" lang="{LANGUAGES[language]}">' in " ".join(response.text.split())
    assert response.context["legal_page"].language == language


@pytest.mark.parametrize("path", ["/", "/compte/login/", "/n-existe-pas/", *PATHS])
def test_every_page_leads_to_the_legal_pages(client, path):
    text = client.get(path).text

    assert [link for link in PATHS if f'href="{link}"' not in text] == []


@pytest.mark.parametrize("path", ["/admin/", "/admin/directory/person/", "/compte/", "/compte/donnees/"])
def test_every_page_of_the_account_and_of_the_administration_does_too(as_role, path):
    text = as_role("officer").get(path).text

    assert [link for link in PATHS if f'href="{link}"' not in text] == []


@pytest.mark.parametrize("template", ["400.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html"])
def test_every_page_that_says_what_went_wrong_does_too(rf, template):
    request = rf.get("/")
    request.user = AnonymousUser()

    text = render_to_string(template, {"user": request.user}, request=request)

    assert [link for link in PATHS if f'href="{link}"' not in text] == []


def test_a_page_that_is_not_written_in_a_language_is_shown_in_french_and_says_so(client):
    LegalPage.objects.filter(kind=LegalKind.PRIVACY, language="en").delete()
    client.cookies["django_language"] = "en"

    response = client.get(f"/{LegalKind.PRIVACY}/")

    assert response.context["legal_page"].language == "fr"
    assert 'lang="fr"' in response.text


def test_officers_correct_a_page_and_what_a_script_would_do_is_cut_out(as_role):
    page = LegalPage.objects.get(kind=LegalKind.LEGAL, language="fr")
    form = {"title": "Mentions", "body": '<h2>Éditeur</h2><p onclick="x()">CUF<script>alert(1)</script></p>'}

    answer = as_role("officer").post(reverse("admin:core_legalpage_change", args=[page.pk]), form)

    page.refresh_from_db()
    assert (answer.status_code, page.title, page.body) == (302, "Mentions", "<h2>Éditeur</h2><p>CUF</p>")


@pytest.mark.parametrize(("role", "status"), [("secretariat", 403), ("member", 302), ("visitor", 302)])
def test_nobody_else_does(as_role, role, status):
    page = LegalPage.objects.get(kind=LegalKind.LEGAL, language="fr")

    answer = as_role(role).post(reverse("admin:core_legalpage_change", args=[page.pk]), {"title": "x", "body": "y"})

    assert answer.status_code == status
    assert LegalPage.objects.get(pk=page.pk).title == page.title


def test_a_page_is_written_once_in_each_language(db):
    again = LegalPage(kind=LegalKind.LEGAL, language="fr", title="Bis", body="<p>Bis</p>")

    with pytest.raises(Exception, match="Cette page existe déjà dans cette langue"):
        again.full_clean()


def test_the_first_texts_say_what_is_left_to_complete_and_pass_the_editor_unchanged(db):
    LegalPage.objects.all().delete()

    import_module("core.migrations.0006_first_legal_pages").write_pages(apps, connection)

    pages = list(LegalPage.objects.all())
    cleaned = {page: LegalPage._meta.get_field("body").clean(page.body, page) for page in pages}
    assert {page.kind for page in pages if page.is_to_complete} == set(LegalKind)
    assert [page for page in pages if cleaned[page].replace("\n", "") != page.body.replace("\n", "")] == []
