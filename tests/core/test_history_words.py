"""Two texts told apart word by word, and values as people say them."""

from datetime import date, time

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.models import User
from core.dates import FuzzyDate
from core.history.differences import TOO_MANY, differences
from core.history.records import versions_of
from core.history.values import Names, facts_of, is_long, plain, said, written
from events.models import Event
from meetings.models import Section
from partnerships.models import Partnership


@pytest.mark.parametrize(
    ("before", "after", "passages"),
    [
        ("Vingt ans", "Vingt ans", [("same", "Vingt ans")]),
        ("", "Vingt ans", [("new", "Vingt ans")]),
        ("Vingt ans", "", [("gone", "Vingt ans")]),
        (
            "Échanges d’étudiants à Lyon",
            "Échanges d’agents à Lyon",
            [("same", "Échanges d’"), ("gone", "étudiants"), ("new", "agents"), ("same", " à Lyon")],
        ),
        ("Une ville royale", "Deux grandes villes", [("gone", "Une ville royale"), ("new", "Deux grandes villes")]),
        ("里昂和广州", "里昂与广州", [("same", "里昂"), ("gone", "和"), ("new", "与"), ("same", "广州")]),
    ],
)
def test_texts_differ_by_words(before, after, passages):
    assert differences(before, after) == passages


def test_both_texts_are_found_again_in_what_differs():
    before, after = "a b c d e f g h", "a x c d y f g z h"

    found = differences(before, after)

    assert "".join(text for kind, text in found if kind != "new") == before
    assert "".join(text for kind, text in found if kind != "gone") == after


def test_a_long_passage_that_stays_is_cut_in_the_middle():
    long = "mot " * 100

    [(_kind, shown), *_rest] = differences(long + "avant", long + "après")

    assert "[…]" in shown
    assert len(shown) < 140


def test_two_huge_texts_are_said_to_be_replaced():
    words = range(int(TOO_MANY**0.5) + 1)
    before, after = " ".join(f"a{n}" for n in words), " ".join(f"b{n}" for n in words)

    assert [kind for kind, _text in differences(before, after)] == ["gone", "new"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "oui"),
        (False, "non"),
        (date(2017, 9, 14), "14 septembre 2017"),
        (time(9, 30), "09h30"),
        (FuzzyDate(date(2016, 10, 21), date(2016, 10, 31), "fin octobre 2016"), "fin octobre 2016"),
        (DateRange(date(2017, 1, 1), None), "depuis le 01/01/2017"),
        ({"mot": "é"}, '{"mot": "é"}'),
        (12, "12"),
    ],
)
def test_values_are_said_as_people_say_them(value, text):
    assert said(value) == text


def test_a_choice_is_said_by_its_label():
    field = Partnership._meta.get_field("status")

    assert written(field, "ended", Names(None)) == "terminé"
    assert written(field, "of old", Names(None)) == "of old"


def test_rich_text_is_read_without_its_marks():
    field = Section._meta.get_field("body")

    assert written(field, "<p>Un</p><p>Deux &amp; trois</p>", Names(None)) == "Un Deux & trois"
    assert plain("<ul><li>Un</li><li>Deux</li></ul>") == "Un Deux"


def test_the_words_of_a_fuzzy_date_are_no_field_of_their_own():
    names = [field.name for field in facts_of(versions_of(Event))]

    assert [name for name in names if name.startswith("first_day")] == ["first_day"]


def test_a_short_field_that_holds_little_is_shown_whole():
    title = Partnership._meta.get_field("title")

    assert [is_long(title, "court"), is_long(title, "x" * 90)] == [False, True]


def test_no_history_holds_a_password():
    assert "password" not in {field.name for field in facts_of(versions_of(User))}
