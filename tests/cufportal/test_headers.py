import pytest
from django.contrib.auth.decorators import login_not_required
from django.test import Client
from django.urls import path

from cufportal.urls import urlpatterns as ours

pytestmark = pytest.mark.django_db


@login_not_required
def broken(request):
    raise RuntimeError


urlpatterns = [*ours, path("en-panne/", broken)]
PAGES = {
    "/": 200,
    "/nulle-part/": 404,
    "/en-panne/": 500,
    "/admin/": 200,
    "/static/absent.css": 404,
    "/reunions/ajouter/": 200,
    "/partenariats/999/verifier/": 404,
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.urls(__name__)
def test_every_answer_carries_the_policy_of_the_site(as_role, page):
    client = Client(raise_request_exception=False)
    client.cookies = as_role("administrator").cookies

    response = client.get(page)

    policy = response.headers["Content-Security-Policy"]
    assert response.status_code == PAGES[page]
    assert policy.startswith("default-src 'self'; script-src 'self'")
    assert ("unsafe-" in policy, "frame-ancestors 'none'" in policy) == (False, True)
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "DENY"


def test_another_name_of_host_is_refused(client):
    assert client.get("/", headers={"host": "evil.example.org"}).status_code == 400


def test_a_form_without_its_token_is_refused_in_french():
    response = Client(enforce_csrf_checks=True).post("/langue/", {"language": "en"})

    assert response.status_code == 403
    assert '<html lang="fr"' in response.text
