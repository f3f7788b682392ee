from datetime import date

import pytest

from meetings.minutes.parsing.dates import find_coming, find_dates, find_hours, find_years


def spans(text, **context):
    return [(found.when.first_day, found.when.last_day, found.when.precision) for found in find_dates(text, **context)]


@pytest.mark.parametrize(
    ("written", "first", "last", "precision"),
    [
        ("Le 14 septembre 2017 – de 14h30", date(2017, 9, 14), date(2017, 9, 14), "day"),
        ("Mardi 8 mars 2016 de 10h00 à 13h", date(2016, 3, 8), date(2016, 3, 8), "day"),
        ("Réunion du 01 février 2022 – 14h – 16h", date(2022, 2, 1), date(2022, 2, 1), "day"),
        ("1er mars 2020", date(2020, 3, 1), date(2020, 3, 1), "day"),
        ("12/03/2024", date(2024, 3, 12), date(2024, 3, 12), "day"),
        ("2024-03-12", date(2024, 3, 12), date(2024, 3, 12), "day"),
        ("9 & 10 octobre 2017", date(2017, 10, 9), date(2017, 10, 10), "interval"),
        ("lundi 9 et mardi 10 octobre 2017", date(2017, 10, 9), date(2017, 10, 10), "interval"),
        ("du 11 au 15\ndécembre 2017", date(2017, 12, 11), date(2017, 12, 15), "interval"),
        ("du 30 septembre au 2 octobre 2017", date(2017, 9, 30), date(2017, 10, 2), "interval"),
        ("28 décembre au 3 janvier 2018", date(2017, 12, 28), date(2018, 1, 3), "interval"),
        ("Décembre 2018", date(2018, 12, 1), date(2018, 12, 31), "month"),
        ("début mai 2016", date(2016, 5, 1), date(2016, 5, 10), "interval"),
        ("mi-mai 2016", date(2016, 5, 11), date(2016, 5, 20), "interval"),
        ("fin octobre 2016", date(2016, 10, 21), date(2016, 10, 31), "interval"),
    ],
)
def test_a_date_is_read_with_its_precision(written, first, last, precision):
    assert spans(written) == [(first, last, precision)]


@pytest.mark.parametrize(
    "written", ["31 février 2019", "le 3 mai", "45 mars 2019", "du 9 au 3 mai 2019", "mars", "12.5", "1er"]
)
def test_what_is_no_date_gives_none(written):
    assert spans(written) == []


def test_a_day_without_year_takes_that_of_the_meeting():
    assert spans("le 3 mai", year=2021) == [(date(2021, 5, 3), date(2021, 5, 3), "day")]


def test_a_weekday_that_does_not_fit_is_told():
    [right] = find_dates("mardi 10 octobre 2017")
    [wrong] = find_dates("lundi 10 octobre 2017")

    assert (right.when.wrong_weekday, wrong.when.wrong_weekday) == ("", "lundi")


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("de 14h30 à 16h30", ("14:30", "16:30")),
        ("de 10h00 à 13h", ("10:00", "13:00")),
        ("14h – 16h", ("14:00", "16:00")),
        ("9h30-12h00", ("09:30", "12:00")),
        ("14 h 30", ("14:30", "")),
        ("14:30", ("14:30", "")),
        ("à midi", ("", "")),
    ],
)
def test_hours_are_read_as_they_are_written(written, hours):
    assert find_hours(written) == hours


def test_years_alone_are_read_only_when_asked():
    [found] = find_years("depuis 2008/2009")

    assert (found.when.first_day, found.when.last_day, found.when.precision) == (
        date(2008, 1, 1),
        date(2009, 12, 31),
        "interval",
    )
    assert spans("depuis 2008/2009") == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("le 4 février", date(2022, 2, 4)),
        ("le 4 décembre", date(2021, 12, 4)),
        ("le 4 février 2021", date(2021, 2, 4)),
    ],
)
def test_a_date_to_come_said_without_a_year_is_the_first_after_the_meeting(text, day):
    [found] = find_coming(text, after=date(2021, 10, 12))

    assert found.when.first_day == day
