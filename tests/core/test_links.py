import re
import time
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.links import BadLink, make_link_token, read_link_token

NOT_OURS = "Ce lien n’est pas valable : vérifiez qu’il est entier, ou demandez-en un nouveau."
TOKEN = make_link_token("calendar", 12, "événements")


def refusal(*args, **options):
    with pytest.raises(BadLink) as refused:
        read_link_token(*args, **options)
    return str(refused.value)


def test_a_link_gives_back_what_was_signed():
    assert read_link_token("calendar", TOKEN) == (12, "événements")


def test_a_link_without_parts_is_a_link():
    assert read_link_token("calendar", make_link_token("calendar")) == ()


def test_a_link_stands_in_an_address_as_it_is():
    assert re.fullmatch(r"[\w.-]+", TOKEN, re.ASCII).group() == TOKEN


def test_a_link_made_for_one_purpose_does_not_serve_another():
    assert refusal("registration", TOKEN) == NOT_OURS


CUT_OR_ALTERED = [
    "",
    ".",
    "..",
    TOKEN[:-1],
    TOKEN[1:],
    f"{TOKEN}A",
    TOKEN * 1000,
    "A" * 10**6,
    "é中文",
    "\x00",
    f"{TOKEN}\n",
]


@pytest.mark.parametrize("token", CUT_OR_ALTERED, ids=range(len(CUT_OR_ALTERED)))  # a token says when it was made
def test_a_link_that_was_cut_or_altered_is_refused(token):
    assert refusal("calendar", token) == NOT_OURS


@given(st.text(max_size=300))
def test_a_link_that_somebody_invents_is_refused(token):
    assert refusal("calendar", token) == NOT_OURS


@given(st.integers(min_value=0, max_value=len(TOKEN) - 1), st.characters())
def test_no_letter_of_a_link_may_change(at, letter):
    altered = TOKEN[:at] + letter + TOKEN[at + 1 :]

    if altered != TOKEN:
        assert refusal("calendar", altered) == NOT_OURS


def test_a_link_is_good_as_long_as_it_was_said(monkeypatch):
    an_hour_ago = time.time() - 3600
    with monkeypatch.context() as clock:
        clock.setattr(time, "time", lambda: an_hour_ago)
        token = make_link_token("registration", 7)

    assert read_link_token("registration", token) == (7,)
    assert read_link_token("registration", token, max_age=timedelta(hours=2)) == (7,)
    assert refusal("registration", token, max_age=timedelta(minutes=50)) == (
        "Ce lien a expiré : demandez-en un nouveau."
    )
    assert refusal("registration", token, max_age=60) == "Ce lien a expiré : demandez-en un nouveau."


def test_a_link_signed_with_another_key_is_refused(settings):
    settings.SECRET_KEY = "another key, another portal" * 3

    assert refusal("calendar", TOKEN) == NOT_OURS
