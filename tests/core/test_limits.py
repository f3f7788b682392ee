import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import cache
from django.db import connection

from core.limits import allowed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_counted_yet(db):
    cache.clear()


@pytest.fixture
def post(rf):
    return lambda address="192.0.2.1", **headers: rf.post("/", REMOTE_ADDR=address, **headers)


def test_what_is_over_the_rate_is_refused(post):
    assert [allowed(post(), "register", "3/h") for _ in range(5)] == [True, True, True, False, False]


def test_each_address_and_each_action_has_its_own_count(post):
    said = [
        allowed(post(), "register", "1/h"),
        allowed(post("192.0.2.2"), "register", "1/h"),
        allowed(post(), "propose", "1/h"),
    ]

    assert said == [True, True, True]
    assert not allowed(post(), "register", "1/h")


def test_a_place_is_free_again_when_the_period_has_passed(post, monkeypatch):
    began = time.time()
    answers = []
    for minutes in (0, 10, 29, 31, 32, 41):
        monkeypatch.setattr(time, "time", lambda now=began + 60 * minutes: now)
        answers.append(allowed(post(), "register", "2/30m"))

    assert answers == [True, True, False, True, False, True]


def test_a_subscriber_counts_once_whatever_the_ipv6_addresses(post):
    assert allowed(post("2001:db8:1:2::1"), "register", "1/h")
    assert not allowed(post("2001:db8:1:2:ffff::9"), "register", "1/h")
    assert allowed(post("2001:db8:1:3::1"), "register", "1/h")


def test_behind_the_proxy_readers_are_told_apart(post, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    answers = [
        allowed(post(HTTP_X_FORWARDED_FOR=f"{forged}, {seen}"), "register", "1/h")
        for forged, seen in [("9.9.9.9", "198.51.100.1"), ("8.8.8.8", "198.51.100.1"), ("9.9.9.9", "198.51.100.2")]
    ]

    assert answers == [True, False, True]


def test_without_a_proxy_the_address_that_a_client_claims_is_not_believed(post):
    answers = [allowed(post(HTTP_X_FORWARDED_FOR=f"198.51.100.{n}"), "register", "1/h") for n in (1, 2)]

    assert answers == [True, False]


def test_a_typed_address_has_a_count_of_its_own_however_it_is_written(post):
    answers = [
        allowed(post(f"192.0.2.{n}"), "register", "1/d", key=key)
        for n, key in enumerate(["wang@example.org", " WANG@example.org", "li@example.org\x00é"])
    ]

    assert answers == [True, False, True]


@pytest.mark.parametrize("rate", ["", "5", "5/", "0/h", "5/y", "-1/h", "5/h/ip"])
def test_a_rate_that_says_nothing_is_a_mistake(post, rate):
    with pytest.raises(ValueError, match="is no rate"):
        allowed(post(), "register", rate)


def test_those_who_send_at_once_are_all_counted(post):
    action = f"at once {time.time_ns()}"  # counted for good, on connections of their own

    def send(_):
        try:
            return allowed(post(), action, "3/h")
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as people:
        answers = list(people.map(send, range(12)))

    assert sorted(answers) == [False] * 9 + [True] * 3
