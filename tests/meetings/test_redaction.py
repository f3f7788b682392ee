import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.minutes.reading import SourceDocument, read_document
from meetings.minutes.redaction import redact

SOURCE = Path(__file__).parents[3] / "shared/source/groupe-pays-chine-2017-09-14.txt"


def redacted(*pages):
    document = SourceDocument("text", hashlib.sha256(b"").hexdigest(), pages)
    return redact(document).pages


CUT = [
    # private matters
    (
        "Suite à un problème personnel, la séance n’a pas été présidée par M. Exemple.",
        "[…], la séance n’a pas été présidée par M. Exemple.",
    ),
    ("Pour raisons de santé, Mme Dubois est remplacée par M. Petit.", "[…], Mme Dubois est remplacée par M. Petit."),
    ("Mme Dubois, souffrante, est représentée par M. Petit.", "Mme Dubois, […], est représentée par M. Petit."),
    (
        "Mme Dubois est souffrante et sera représentée par M. Petit.",
        "Mme Dubois est […] et sera représentée par M. Petit.",
    ),
    ("Mme Dubois, en congé maternité, est remplacée par M. Petit.", "Mme Dubois, […], est remplacée par M. Petit."),
    ("M. Petit, retenu par un deuil, prie le groupe de l’excuser.", "M. Petit, […], prie le groupe de l’excuser."),
    ("En raison d’un décès familial, Mme Dubois n’a pas pu venir.", "[…], Mme Dubois n’a pas pu venir."),
    ("En raison d’un décès familial M. Petit est absent.", "[…] M. Petit est absent."),
    ("M. Petit, malade, a transmis ses remarques.", "M. Petit, […], a transmis ses remarques."),
    ("M. Petit est excusé (maladie).", "M. Petit est excusé ([…])."),
    ("Mme Dubois est empêchée pour motif familial.", "Mme Dubois est empêchée […]."),
    ("M. Petit, hospitalisé, ne pouvait être présent.", "M. Petit, […], ne pouvait être présent."),
    (
        "M. Petit a été hospitalisé : il n’a pas pu assister à la réunion.",
        "M. Petit […] : il n’a pas pu assister à la réunion.",
    ),
    ("Mme Dubois, en arrêt de travail, est excusée.", "Mme Dubois, […], est excusée."),
    ("Mme Dubois est absente pour cause de maladie.", "Mme Dubois est absente […]."),
    (
        "La réunion n’a pas été présidée par M. Petit, à la suite d’un accident.",
        "La réunion n’a pas été présidée par M. Petit, […].",
    ),
    ("Excusée : Mme Dubois (garde d’enfant)", "Excusée : Mme Dubois ([…])"),
    (
        "Excusés : M. Petit (Région Bretagne, en congé paternité), Mme Roy (Ville de Nantes).",
        "Excusés : M. Petit (Région Bretagne, […]), Mme Roy (Ville de Nantes).",
    ),
    ("Souffrante, Mme Dubois est remplacée par M. Petit.", "[…], Mme Dubois est remplacée par M. Petit."),
    ("C’est pour des raisons médicales que M. Petit est absent.", "C’est […] que M. Petit est absent."),
    ("M. Petit a eu un accident et n’a pas pu venir.", "M. Petit […] et n’a pas pu venir."),
    ("Mme Dubois est excusée, son fils étant malade.", "Mme Dubois est excusée, […]."),
    ("Suite à un accident, une fracture et une opération, M. Petit est absent.", "[…], M. Petit est absent."),
    ("En raison du décès de M. Martin, Mme Dubois ne pouvait présider.", "[…], Mme Dubois ne pouvait présider."),
    (
        "Monsieur Paul Petit, Vice-président, étant souffrant, Mme Roy anime la réunion.",
        "Monsieur Paul Petit, Vice-président, […], Mme Roy anime la réunion.",
    ),
    (
        "La séance est animée par Mme Roy, M. Petit étant malade.",
        "La séance est animée par Mme Roy, M. Petit étant […].",
    ),
    ("Motif de l’absence : maladie.", "Motif de l’absence : […]."),
    # other engagements
    ("M. Petit, retenu par une autre réunion, est excusé.", "M. Petit, […], est excusé."),
    ("Mme Dubois, en mission à Pékin, est excusée.", "Mme Dubois, […], est excusée."),
    ("M. Petit n’a pas pu venir en raison d’une grève des trains.", "M. Petit n’a pas pu venir […]."),
    ("Absent : M. Petit (réunion au ministère)", "Absent : M. Petit ([…])"),
    ("Mme Dubois s’est fait excuser car elle assiste à un conseil municipal.", "Mme Dubois s’est fait excuser […]."),
    ("M. Petit est excusé. Il est en déplacement à Lyon.", "M. Petit est excusé. Il est […]."),
    ("Du fait d’un train supprimé, Mme Dubois ne pouvait être présente.", "[…], Mme Dubois ne pouvait être présente."),
    (
        "Excusés :\n- M. Petit, souffrant\n- Mme Roy : déplacement\n- Région Bretagne",
        "Excusés :\n- M. Petit, […]\n- Mme Roy : […]\n- Région Bretagne",
    ),
    ("Excusés :\n\nM. Petit, congés\n\nMme Roy – grève", "Excusés :\n\nM. Petit, […]\n\nMme Roy – […]"),
    ("Excusés :\nPaul Petit, souffrant\nAnne Roy, en vacances", "Excusés :\nPaul Petit, […]\nAnne Roy, […]"),
    ("Mme Dubois\tExcusée\tmaladie\nM. Petit\tPrésent\t", "Mme Dubois\tExcusée\t[…]\nM. Petit\tPrésent\t"),
    (
        "Mme Dubois, dont le père est décédé, n’a pas pu se joindre au groupe.",
        "Mme Dubois, […], n’a pas pu se joindre au groupe.",
    ),
    ("M. Petit n’a pu se déplacer, ayant été victime d’un accident.", "M. Petit n’a pu se déplacer, […]."),
    (
        "Pour cause d’intempéries, deux représentants n’ont pas pu se rendre à la réunion.",
        "[…], deux représentants n’ont pas pu se rendre à la réunion.",
    ),
    ("Atteint d’un cancer, M. Petit est remplacé par Mme Roy.", "[…], M. Petit est remplacé par Mme Roy."),
    ("M. Petit est absent : son vol a été annulé.", "M. Petit est absent : […]."),
    ("Mme Roy prie de l’excuser, une urgence familiale l’ayant retenue.", "Mme Roy prie de l’excuser, […]."),
    ("Un deuil a empêché Mme Roy de venir.", "[…] a empêché Mme Roy de venir."),
    ("M. Petit (RTT) et Mme Roy (en congés) sont excusés.", "M. Petit ([…]) et Mme Roy ([…]) sont excusés."),
    ("Absents excusés : M. Petit – malade – et Mme Roy.", "Absents excusés : M. Petit – […] – et Mme Roy."),
    # without a word of absence in the sentence
    ("PETIT Paul\tVille de Brest, directeur\tE (problème de santé)", "PETIT Paul\tVille de Brest, directeur\tE ([…])"),
    ("M. Paul PETIT – Ville de Brest (déplacement à l’étranger)", "M. Paul PETIT – Ville de Brest ([…])"),
    (
        "Ville de Brest : suite au départ de la chargée de mission pour un congé maternité, M. Petit reprend le dossier.",
        "Ville de Brest : suite au départ de la chargée de mission […], M. Petit reprend le dossier.",
    ),
    ("Mme Dubois est remplacée durant son arrêt maladie par Mme Roy.", "Mme Dubois est remplacée […] par Mme Roy."),
    ("Mme Roy a quitté la séance à 11h (enfant malade).", "Mme Roy a quitté la séance à 11h ([…])."),
    # in lists and tables
    (
        "PRÉSENTS\tEXCUSÉS\nM. Paul PETIT – Brest\tMme Anne ROY – Tours (réunion avec le préfet)",
        "PRÉSENTS\tEXCUSÉS\nM. Paul PETIT – Brest\tMme Anne ROY – Tours ([…])",
    ),
    ("| Roy | Anne | Absente | Garde d’enfant |", "| Roy | Anne | Absente | […] |"),
    (
        "Excusés :\no M. Petit : raisons personnelles\no Mme Roy => maladie",
        "Excusés :\no M. Petit : […]\no Mme Roy => […]",
    ),
    ("Excusés : Mme Roy (séance plénière), M. Petit (CM)", "Excusés : Mme Roy ([…]), M. Petit ([…])"),
    ("Excusé : M. Petit, maire de Brest, conseil municipal", "Excusé : M. Petit, maire de Brest, […]"),
    ("Excusée : Mme Roy, visa refusé.", "Excusée : Mme Roy, […]."),
    ("Excusée : Anne\nROY (Région Bretagne), en arrêt maladie.", "Excusée : Anne\nROY (Région Bretagne), […]."),
    # over two lines
    (
        "Suite à un problème\npersonnel, la séance n’a pas été présidée par\nM. Exemple.",
        "[…],\nla séance n’a pas été présidée par\nM. Exemple.",
    ),
    ("Mme Dubois, en congé mater-\nnité, est remplacée par M. Petit.", "Mme Dubois, […],\nest remplacée par M. Petit."),
    ("Mme Dubois\tExcusée en raison d’un problème\n\tpersonnel", "Mme Dubois\tExcusée […]\n\t"),
    ("SUITE A UN PROBLEME PERSONNEL, LA REUNION N'A PAS ETE PRESIDEE.", "[…], LA REUNION N'A PAS ETE PRESIDEE."),
]

KEPT = [
    "Coopération sur la formation professionnelle, la santé et le développement économique.",
    "Partenariats sur les problématiques agronomiques, les vétérinaires, les animaux malades et le paysage.",
    "Suite aux assises de fin octobre 2016, le prochain se tiendra à Pékin.",
    "En raison des restrictions budgétaires, les conditions de coopération deviennent coûteuses.",
    "La politique familiale et la petite enfance intéressent Mme Dubois.",
    "Région Occitanie, représentée au niveau technique par Anne Dubois.",
    "Suite à la réunion de juin, le compte rendu a été envoyé aux absents.",
    "Excusés : M. Petit (Région Bretagne), Mme Dubois (chargée de mission, Ville de Nantes).",
    "M. Petit est excusé par courriel ; il est représenté par Mme Roy.",
    "Les thématiques retenues par le groupe sont le tourisme et la santé.",
    "M. Petit présente le projet retenu par le jury pour l’hôpital de Wuhan.",
    "M. Petit rappelle que la réunion du comité aura lieu en mai en raison du calendrier.",
    "Compte tenu du temps restreint des collectivités, il est essentiel de filtrer les demandes.",
    "La Région accueille des étudiants en congé de formation et des sportifs chinois.",
    "Coopération sur le vieillissement, les maladies chroniques et la garde d’enfants.",
    "Le maire souligne que les forêts sont malades.",
    "Les communes, souffrant d’un manque de moyens, attendent un appui.",
    "Pour des raisons de santé publique, la Ville de Nantes développe un programme avec Qingdao.",
    "En l’absence de partenaire, la Région cherche une province en raison de ses besoins.",
    "Les villes n’ont pas pu développer le projet en raison des coûts.",
    "M. Petit s’engage à transmettre la note à la suite de la réunion.",
    "Président : Mme Dubois. Secrétaire : M. Petit. Absents : néant.",
    "La mission économique est conduite par Mme Dubois, en déplacement à Wuhan.",
    "Étaient présents :\n- Mme Dubois (Mission locale)\n- M. Petit, direction des transports",
    "La réunion se tient à distance en raison du Covid.",
    "Suite à l’accident industriel de Tianjin, la Région, représentée par Mme Roy, travaille sur les risques.",
    "Les absents recevront le compte rendu, car il contient les dates.",
    "En cas d’empêchement du président, le vice-président le remplace.",
    "Mme Dubois, directrice de l’hôpital de Tours, a participé à l’ouverture.",
    "Excusés : Ville de Brest, Région Réunion, Santé publique France, Assurance maladie, Mission laïque.",
    "M. Petit est décédé en mars ; le groupe lui rend hommage.",
    "Mme Dubois présente le projet de Tours (santé, maternité, école) et la mission à Wuhan.",
    "Excusés : M. Petit (conseil régional de Bretagne), Mme Roy (Ville de Tours – service formation continue)",
    "Issy – Dongcheng\tCoopération sur la culture, la santé et l’urbanisme",
]


@pytest.mark.parametrize(("written", "kept"), CUT)
def test_the_reason_of_an_absence_is_cut(written, kept):
    assert redacted(written) == (kept,)


@pytest.mark.parametrize("sentence", KEPT)
def test_other_sentences_are_left_alone(sentence):
    assert redacted(sentence) == (sentence,)


def test_a_reason_that_runs_over_two_pages_is_cut():
    assert redacted("Suite à un problème", "personnel, la séance n’a pas été présidée.") == (
        "[…],",
        "la séance n’a pas été présidée.",
    )


PIECES = [*(written for written, _ in CUT), *KEPT, "\n", "\n\n", " ", "\t", ", ", "- ", "(", ")", "[…]", "\f"]


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_cutting_twice_is_cutting_once_and_lines_keep_their_number(text):
    pages = tuple(text.split("\f"))

    once = redacted(*pages)

    assert redacted(*once) == once
    assert [page.count("\n") for page in once] == [page.count("\n") for page in pages]


@given(st.text())
def test_any_text_can_be_redacted(text):
    page = text.replace("\f", "")

    assert redacted(page)[0].count("\n") == page.count("\n")


@pytest.mark.skipif(not SOURCE.exists(), reason="the source document is not part of the repository")
def test_the_source_document_loses_one_reason_and_nothing_else():
    document = read_document(SOURCE.read_bytes())

    (page,) = redact(document).pages

    assert page == document.pages[0].replace("Suite à un problème personnel, ", "[…], ")
