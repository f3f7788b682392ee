"""Invented minutes for the tests of the exports, and documents made at random."""

import datetime
import string

from hypothesis import strategies as st

from meetings.minutes.document import (
    Action,
    Actions,
    Agenda,
    AgendaEntry,
    BulletList,
    Heading,
    KeyValue,
    KeyValueEntry,
    MinutesDocument,
    OrderedList,
    Paragraph,
    Quote,
    RoundRow,
    RoundTable,
    Table,
    paragraph_of,
)
from meetings.minutes.runs import runs_of

MARKUP = (
    "# $x$ @ref *gras* _souligné_ \\ ] [ `code` {{ titre }} {% if %} <b>&amp;lt; </w:t> #let x = 1 | ~ 1. ]]> + - ="
)


def round_row(french, foreign, hanzi, form, *texts):
    return RoundRow(french, tuple(map(paragraph_of, texts)), foreign, hanzi, form)


ROUND = (
    round_row(
        *("Région Bretagne", "Shandong", "山东省", "", "Coopération sur la formation maritime et l’agroalimentaire"),
        *("2019 : 35 ans de la coopération", "Acteurs associés : Maison de la Bretagne à Qingdao, entreprises…"),
    ),
    round_row("Ville de Nantes", "Qingdao", "青岛市", "Jumelage", "Jardins et urbanisme ; échanges touristiques"),
    round_row("Métropole de Lyon", "Canton", "广州市", "Convention", "Coopération sur l’attractivité et l’économie"),
    round_row(
        "Région Normandie", "", "", "", "Espère concrétiser une déclaration d’intention avec une province maritime"
    ),
    round_row("Ministère de la Culture", "", "", "", "Partenariats entre les écoles d’art"),
    round_row("Le Creusot", "Ma’anshan (Anhui)", "马鞍山市", "Jumelage", "Échanges scolaires et accueil d’apprentis"),
)


def items(*texts):
    return tuple((paragraph_of(text),) for text in texts)


BLOCKS = (
    KeyValue((KeyValueEntry("Présidente", (paragraph_of("Claire Exemple, vice-présidente de la Région"),)),)),
    Heading(1, "Présences"),
    paragraph_of("Étaient présents :"),
    BulletList(items("Région Bretagne (Anne Modèle)", "Ville de Nantes")),
    Heading(1, "Tour de table"),
    RoundTable(ROUND),
    Heading(1, "Tourisme et agriculture"),
    Heading(2, "Une approche globale"),
    Paragraph(
        (*runs_of("Les échanges avec 四川 et 云南 portent sur la "), *runs_of("réciprocité", bold=True), *runs_of("."))
    ),
    Quote((paragraph_of("La relation doit être équilibrée."),)),
    OrderedList((*items("Premier point"), (paragraph_of("Deuxième point"), BulletList(items("détail"))))),
    Paragraph((*runs_of("Voir "), *runs_of("l’étude", link="https://example.org/etude?a=1&b=(2)"), *runs_of("."))),
    paragraph_of(MARKUP),
    Table(((items("Occitanie")[0], items("12")[0]),), (items("Région")[0], items("Projets")[0]), "Projets par région"),
    Heading(1, "Actions"),
    Actions((Action("Tenir l’agenda 2020", "Secrétariat", "30 juin 2019", "à faire"), Action("Envoyer le courriel"))),
    Heading(1, "Conclusions"),
    BulletList(items("La réaffirmation du rééquilibrage", "Créer un langage commun"), marker="arrow"),
    Heading(1, "AGENDA"),
    Agenda(
        (
            AgendaEntry("9 & 10 octobre 2019", (paragraph_of("Rencontres"), BulletList(items("Stand"), "arrow"))),
            AgendaEntry("Décembre 2020", (paragraph_of("Assises"),)),
        )
    ),
)


def sample_document(**changes):
    values = {
        "title": "Réunion Groupe-pays Chine",
        "blocks": BLOCKS,
        "group": "Groupe-pays Chine",
        "genre": "Compte rendu",
        "date_line": "Le 12 mars 2019 – de 14h30 à 16h30",
        "place_lines": ("À la Maison des associations, 4 rue des Exemples 75000 Paris", "Métro, ligne 2 : Exemple"),
        "version_line": "version du 3 avril 2019",
        "organisation": "Cités Unies France",
        "subject": "Compte rendu de réunion",
        "keywords": ("Chine", "coopération"),
        "dated": datetime.date(2019, 4, 3),
    }
    return MinutesDocument(**values | changes)


LETTERS = string.ascii_letters + "éèàçœÉÀ’" + "四川省云南"
words = st.text(LETTERS + "#$@*_\\[]`{}<>&|~'\"%=+-:;,!?/^" + string.digits, min_size=1, max_size=9).filter(
    lambda word: any(char.isalpha() for char in word)
)
texts = st.lists(words, min_size=1, max_size=6).map(" ".join)
styled_runs = st.builds(
    lambda text, bold, italic, link, space: runs_of(text + space, bold=bold, italic=italic, link=link),
    *(texts, st.booleans(), st.booleans(), st.sampled_from(["", "", "https://example.org/a_(b)*c"])),
    st.sampled_from(["", " ", "\n"]),
)
paragraphs = st.lists(styled_runs, min_size=1, max_size=4).map(lambda parts: Paragraph(sum(parts, ())))
inner = st.lists(
    st.one_of(paragraphs, st.lists(st.tuples(paragraphs), max_size=2).map(lambda found: BulletList(tuple(found)))),
    max_size=2,
).map(tuple)
blocks = st.one_of(
    paragraphs,
    st.builds(Heading, st.integers(1, 4), texts),
    st.builds(BulletList, st.lists(inner, max_size=3).map(tuple), st.sampled_from(["", "arrow"])),
    st.builds(OrderedList, st.lists(inner, max_size=3).map(tuple), st.integers(1, 12)),
    st.builds(Quote, inner),
    st.lists(st.builds(KeyValueEntry, texts, inner), max_size=2).map(lambda found: KeyValue(tuple(found))),
    st.lists(
        st.builds(RoundRow, texts, inner, st.one_of(st.just(""), texts), st.sampled_from(["", "四川省"])), max_size=2
    ).map(lambda rows: RoundTable(tuple(rows))),
    st.lists(st.builds(AgendaEntry, texts, inner), max_size=2).map(lambda rows: Agenda(tuple(rows))),
    st.lists(st.builds(Action, texts, texts), max_size=2).map(lambda rows: Actions(tuple(rows))),
    st.lists(st.lists(inner, max_size=3).map(tuple), max_size=2).map(
        lambda rows: Table(tuple(rows), caption="Légende")
    ),
)
documents = st.builds(MinutesDocument, texts, st.lists(blocks, max_size=4).map(tuple), st.one_of(st.just(""), texts))
