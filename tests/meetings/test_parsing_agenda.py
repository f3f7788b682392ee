from datetime import date

import pytest

from meetings.minutes.parsing import parse
from tests.meetings.reading_of import document_of, minutes_with, parsed_file


def events(*paragraphs):
    return parse(document_of(minutes_with(*paragraphs))).events


@pytest.mark.parametrize(
    "head",
    [
        "AGENDA",
        "Agenda :",
        "Prochaines dates",
        "À vos agendas",
        "Calendrier",
        "Dates à retenir",
        "Prochaines échéances",
    ],
)
def test_an_agenda_has_many_titles(head):
    assert [event.title for event in events(f"{head}\n4 mai 2020 : Forum de l’eau")] == ["Forum de l’eau"]


@pytest.mark.parametrize(
    ("lines", "title", "where", "registration"),
    [
        ("4 mai 2020     Forum de l’eau, Palais des congrès (inscription obligatoire)", "Forum de l’eau", "Palais des congrès", "required"),
        ("4 mai 2020     Forum de l’eau\n                et des forêts", "Forum de l’eau et des forêts", "", ""),
        ("4 mai 2020\nForum de l’eau (Pékin)", "Forum de l’eau", "Pékin", ""),
        ("- 4 mai 2020 – Forum de l’eau à Rabat", "Forum de l’eau", "Rabat", ""),
        ("4 mai 2020\tForum de l’eau\tBeyrouth", "Forum de l’eau", "Beyrouth", ""),
        ("Forum de l’eau, 4 mai 2020", "Forum de l’eau", "", ""),
        ("Lundi 4 mai 2020, 10h-12h : Forum de l’eau, en visioconférence", "Forum de l’eau", "en visioconférence", ""),
    ],
)  # fmt: skip
def test_an_event_has_its_title_place_and_registration(lines, title, where, registration):
    [event] = events(f"AGENDA\n{lines}")

    assert (event.title, event.where, event.registration) == (title, where, registration)
    assert event.when.first_day == date(2020, 5, 4)


def test_bullets_under_an_event_are_its_items():
    [event] = events(
        "AGENDA\n9 & 10 octobre 2019     Rencontres\nØ Jeudi 10 / 16h30 à 17h00 / Focus, Salle bleue\nØ Stand Chine\nØ Pas de réunion\n"
        "               1er comité de pilotage"
    )

    assert [(item.kind, item.text) for item in event.items] == [
        ("session", "Focus"), ("stand", "Stand Chine"), ("note", "Pas de réunion"), ("committee", "1er comité de pilotage"),
    ]  # fmt: skip
    assert (event.items[0].day, event.items[0].starts_at, event.items[0].ends_at, event.items[0].where) == (
        date(2019, 10, 10), "16:30", "17:00", "Salle bleue",
    )  # fmt: skip


def test_an_event_before_the_meeting_is_past():
    first, second = events("AGENDA\n4 mai 2018 : Forum\n4 mai 2020 : Sommet")

    assert (first.tense, second.tense) == ("past", "announced")


def test_a_dated_event_in_a_sentence_is_one_too():
    [event] = events("Suite aux assises de fin octobre 2016, chacun a repris ses projets.")

    assert (event.title, event.when.first_day, event.when.last_day, event.tense) == (
        "Assises", date(2016, 10, 21), date(2016, 10, 31), "past",
    )  # fmt: skip


def test_a_sentence_that_announces_an_event_gives_its_place():
    [event] = events("Les Assises de l’eau se tiendront à Oujda les 4 et 5 novembre 2021.")

    assert (event.title, event.where, event.when.first_day) == ("Assises de l’eau", "Oujda", date(2021, 11, 4))


def test_an_event_told_by_the_agenda_and_by_a_sentence_is_one():
    assert [(event.title, event.where) for event in parsed_file("minutes_maroc.txt").events] == [
        ("Assises franco-marocaines", "Oujda"),
        ("Réunion du groupe-pays", "en visioconférence"),
    ]


def test_a_year_alone_dates_no_event():
    assert events("Les conclusions des assises 2017 sont rappelées.") == ()


def test_the_next_meeting_told_in_a_sentence_is_an_event():
    [event] = events("Suites\n- Prochaine réunion du groupe-pays : le 14 juin 2020.")

    assert (event.title, event.when.first_day) == ("Prochaine réunion du groupe-pays", date(2020, 6, 14))


@pytest.mark.parametrize(
    ("sentence", "title", "day", "hours", "place"),
    [
        ("Prochaine réunion : mardi 16 novembre 2021, de 14h à 17h, à Cités Unies France", "Prochaine réunion", date(2021, 11, 16), ("14:00", "17:00"), "Cités Unies France"),
        ("- Prochain comité de pilotage du réseau le 22 mars 2020 à Paris.", "Prochain comité de pilotage du réseau", date(2020, 3, 22), ("", ""), "Paris"),
        ("Le prochain groupe pays aura lieu le jeudi 12 décembre 2019.", "Prochain groupe pays", date(2019, 12, 12), ("", ""), ""),
        ("Prochaine réunion : le 22 janvier", "Prochaine réunion", date(2020, 1, 22), ("", ""), ""),
    ],
)  # fmt: skip
def test_the_next_meeting_has_its_day_hours_and_place(sentence, title, day, hours, place):
    [event] = events(sentence)

    assert (event.title, event.when.first_day, (event.starts_at, event.ends_at), event.where) == (
        title,
        day,
        hours,
        place,
    )


def test_an_agenda_may_be_numbered_and_name_months():
    found = events("3 – Calendrier\n- 26 juin 2019 : comité de pilotage\n- Décembre : réunion de bilan")

    assert [(event.title, event.when.first_day) for event in found] == [
        ("comité de pilotage", date(2019, 6, 26)),
        ("réunion de bilan", date(2019, 12, 1)),
    ]


def test_a_note_below_the_agenda_is_no_part_of_a_title():
    assert [
        event.title for event in events("AGENDA\n4 mai 2020 : Forum de l’eau\n\n\nListe des documents en annexe")
    ] == ["Forum de l’eau"]
