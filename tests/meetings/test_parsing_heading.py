from datetime import date

import pytest

from meetings.minutes.parsing import parse
from tests.meetings.reading_of import document_of, parsed_file


def meeting(text):
    return parse(document_of(text)).meeting


@pytest.mark.parametrize(
    ("name", "group", "day", "hours", "genre"),
    [
        ("minutes_maroc.txt", "Maroc", date(2021, 3, 12), ("14:00", "16:00"), "decisions"),
        ("minutes_mali.txt", "Mali", date(2019, 4, 3), ("10:00", "13:00"), "minutes"),
        ("minutes_liban.txt", "Liban", date(2021, 6, 3), ("09:30", "12:00"), "minutes"),
        ("minutes_haiti.txt", "Haïti", date(2023, 3, 7), ("14:30", "16:00"), "minutes"),
        ("minutes_madagascar.txt", "Madagascar", date(2019, 10, 4), ("10:00", "12:30"), ""),
        ("minutes_palestine.txt", "Palestine", date(2018, 2, 6), ("09:00", "11:00"), ""),
    ],
)
def test_the_heading_tells_group_day_hours_and_genre(name, group, day, hours, genre):
    found = parsed_file(name).meeting

    assert (found.group, found.when.first_day, (found.starts_at, found.ends_at), found.genre) == (
        group,
        day,
        hours,
        genre,
    )


@pytest.mark.parametrize(
    ("line", "venue", "address"),
    [
        ("À Cités Unies France, 9 rue Christiani 75018 Paris", "Cités Unies France", "9 rue Christiani 75018 Paris"),
        ("Lieu : en visioconférence", "en visioconférence", ""),
        ("Locaux de l’association\n3 bis, avenue des Lilas, 44000 Nantes", "Locaux de l’association", "3 bis, avenue des Lilas, 44000 Nantes"),
        ("Paris", "Paris", ""),
    ],
)  # fmt: skip
def test_the_place_and_its_address_are_told_apart(line, venue, address):
    found = meeting(f"Réunion du groupe-pays Chine\nLe 5 mars 2019 de 10h à 12h\n{line}")

    assert (found.venue, found.address) == (venue, address)


def test_the_way_to_come_is_kept():
    found = meeting("Réunion du groupe-pays Chine\nLe 5 mars 2019\nMétro, ligne 4 : Barbès- Rochechouart")

    assert found.access == "Métro, ligne 4 : Barbès-Rochechouart"


@pytest.mark.parametrize(
    ("title", "group"),
    [
        ("Réunion Groupe-pays Chine", "Chine"),
        ("COMPTE-RENDU DU GROUPE-PAYS BURKINA FASO", "Burkina Faso"),
        ("Réunion plénière du groupe pays Côte d’Ivoire", "Côte d’Ivoire"),
        ("Compte rendu de la réunion du groupe-pays Maroc de Cités Unies France", "Maroc"),
    ],
)
def test_the_group_is_named_in_the_title(title, group):
    assert meeting(f"{title}\nLe 5 mars 2019").group == group


def test_the_version_of_the_file_is_not_the_day_of_the_meeting():
    assert meeting("Version du 02/05/2019\nRéunion du groupe-pays Mali\n3 avril 2019").when.first_day == date(
        2019, 4, 3
    )


@pytest.mark.parametrize("group", ["République démocratique du Congo", "Afrique du Sud", "États-Unis", "Burkina Faso"])
def test_the_name_of_a_country_is_read_whole(group):
    assert meeting(f"Groupe-pays {group} : compte rendu du 5 mars 2019").group == group


def test_a_heading_may_be_a_list_of_words_and_values():
    found = meeting(
        "Compte rendu du groupe-pays Togo\nDate : 5 mars 2019\nHoraires : 10h – 12h\nLieu : Maison des associations"
    )

    assert (found.when.first_day, found.starts_at, found.ends_at, found.venue) == (
        date(2019, 3, 5),
        "10:00",
        "12:00",
        "Maison des associations",
    )


@pytest.mark.parametrize(
    ("heading", "title", "day", "hours", "venue"),
    [
        ("Groupe-pays Mali\nRéunion du 01 février 2022 – 14h – 16h – visioconférence", "Groupe-pays Mali", (1, 2, 2022), "14:00", "visioconférence"),
        ("COMITE MIXTE FRANCO-MALIEN DE COOPERATION\nCompte rendu analytique\nBamako, 9 et 10 octobre 2017", "COMITE MIXTE FRANCO-MALIEN DE COOPERATION", (9, 10, 2017), "", "Bamako"),
        ("COMPTE RENDU SYNTHETIQUE\n7e comité de préparation des rencontres\nTours, Hôtel de Ville – vendredi 18 mai 2018 – 9h30 / 16h30\n\nOrdre du jour\n12h30 Déjeuner", "7e comité de préparation des rencontres", (18, 5, 2018), "09:30", "Tours, Hôtel de Ville"),
        ("Groupe pays Mali\nCompte-rendu de la réunion du jeudi 25 janvier 2018\n9h30 – 12h30, Maison des associations, Lille", "Groupe pays Mali", (25, 1, 2018), "09:30", "Maison des associations, Lille"),
        ("Réunion Groupe-pays Mali          Paris, le 11 décembre 2014\nCité universitaire (14h-18h)", "Réunion Groupe-pays Mali", (11, 12, 2014), "14:00", "Cité universitaire"),
        ("Groupe-pays Mali – 12 mars 2020\nRéunion téléphonique, 11h – 12h15", "Groupe-pays Mali", (12, 3, 2020), "11:00", "Réunion téléphonique"),
        ("Réunion du groupe-pays Mali\nLe 17 octobre 2013 de 9 h 30 à 12 h 30 à l’Assemblée des Départements", "Réunion du groupe-pays Mali", (17, 10, 2013), "09:30", "l’Assemblée des Départements"),
        ("Paris, le 4 juillet 2016\n9, rue des Lilas\n\nRÉUNION DU GROUPE-PAYS MALI\nLundi 27 juin 2016 – 14h30-17h00\nSalle de conférences", "RÉUNION DU GROUPE-PAYS MALI", (27, 6, 2016), "14:30", "Salle de conférences"),
        ("Groupe-pays Mali – compte rendu          1/2\n\nLe 20 mai 2019, le groupe s’est réuni de 9h à 11h à l’Hôtel de Région, sous la présidence de Mme Roy.", "Groupe-pays Mali – compte rendu", (20, 5, 2019), "09:00", "l’Hôtel de Région"),
    ],
)  # fmt: skip
def test_headings_are_laid_out_in_many_ways(heading, title, day, hours, venue):
    found = meeting(f"{heading}\n\nPrésents : Mme Anne ROY (Ville de Lyon)")

    first = found.when.first_day
    assert (found.title, (first.day, first.month, first.year), found.starts_at, found.venue) == (
        title,
        day,
        hours,
        venue,
    )


@pytest.mark.parametrize(
    ("title", "group"),
    [("CR réunion GP Arménie", "Arménie"), ("GROUPE PAYS SENEGAL", "Sénégal"),
     ("Compte-rendu de la réunion du groupe de coordination Ukraine", "Ukraine"),
     ("Réunion de concertation des collectivités engagées en Chine", "Chine"),
     ("Comité de pilotage des rencontres franco-japonaises", "Japon")],
)  # fmt: skip
def test_a_country_named_without_the_words_of_a_group_is_the_group(title, group):
    assert meeting(f"{title}\nLe 5 mars 2019, de 9h à 12h").group == group


def test_a_row_right_under_the_heading_is_no_place():
    found = meeting("Réunion du groupe-pays Chine\nLe 5 mars 2019\n\nRégion Bretagne – Sichuan\nCoopération sur l’eau")

    assert found.venue == ""
