import re

from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.minutes.document import (
    BulletList,
    Heading,
    MinutesDocument,
    OrderedList,
    Paragraph,
    RoundTable,
    Table,
    paragraph_of,
)
from meetings.minutes.rendering.html import render_html, render_html_fragment
from meetings.minutes.rendering.markdown import render_markdown
from meetings.minutes.rendering.text import render_text
from meetings.minutes.runs import Run, clean_text
from tests.meetings.minutes_samples import MARKUP, ROUND, items, sample_document
from tests.meetings.rendered_text import html_text, markdown_text


def test_a_fragment_carries_no_style_no_script_and_no_title():
    fragment = render_html_fragment(sample_document())

    assert re.findall(r"<style|style=|<script|\son\w+=|<h1", fragment) == []


def test_a_file_to_download_carries_its_style_and_a_page_to_serve_does_not():
    assert render_html(sample_document()).count("<style>") == 1
    assert render_html(sample_document(), standalone=False).count("<style") == 0


def test_the_rows_of_the_round_are_headed_by_their_pair():
    document = MinutesDocument("Réunion", (RoundTable((ROUND[3],), caption="Tour de table"),))

    assert render_html_fragment(document) == (
        '<table class="minutes-round">\n<caption>Tour de table</caption>\n'
        '<thead>\n<tr><th scope="col">Coopération</th><th scope="col">Échanges et projets</th></tr>\n</thead>\n'
        '<tbody>\n<tr><th scope="row"><strong>Région Normandie</strong></th>'
        "<td>Espère concrétiser une déclaration d’intention avec une province maritime</td></tr>\n</tbody>\n</table>\n"
    )


def test_hanzi_say_that_they_are_chinese():
    fragment = render_html_fragment(MinutesDocument("R", (paragraph_of("vers 四川省, 中国。"),)))

    assert fragment == '<p>vers <span lang="zh-Hans">四川省</span>, <span lang="zh-Hans">中国。</span></p>\n'


def test_a_link_that_could_run_something_keeps_only_its_text():
    paragraph = Paragraph((Run("ici", link="javascript:alert(1)"), Run(" et là", link="https://example.org/?a=1&b=2")))

    assert render_html_fragment(MinutesDocument("R", (paragraph,))) == (
        '<p>ici<a href="https://example.org/?a=1&amp;b=2" rel="noopener"> et là</a></p>\n'
    )


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_shows_as_itself_in_markdown_and_html(text):
    shown = " ".join(clean_text(text).split())
    document = MinutesDocument(
        "R", (paragraph_of(text), Table((((paragraph_of(text),),),)), BulletList(((paragraph_of(text),),)))
    )

    expected = ["R", *shown.split(" ") * 3] if shown else ["R"]
    assert html_text(render_html(document)).split() == expected
    assert markdown_text(render_markdown(document)).split() == expected


def test_markup_in_the_text_stays_text_in_markdown():
    document = MinutesDocument(MARKUP, (Heading(1, MARKUP), paragraph_of(MARKUP), BulletList(items(MARKUP))))

    assert markdown_text(render_markdown(document)).split() == MARKUP.split() * 4


def test_two_lists_in_a_row_stay_two_lists_in_markdown():
    document = MinutesDocument("R", (BulletList(items("a")), BulletList(items("b")), OrderedList(items("c"), start=3)))

    assert render_markdown(document) == "# R\n\n- a\n\n* b\n\n3. c\n"


def test_the_plain_text_is_laid_out_like_the_minutes_on_paper():
    document = sample_document(blocks=(RoundTable(ROUND[:2]), *sample_document().blocks[-2:]))

    assert render_text(document) == (
        "Réunion Groupe-pays Chine\n"
        "Le 12 mars 2019 – de 14h30 à 16h30\n"
        "À la Maison des associations, 4 rue des Exemples 75000 Paris\n"
        "Métro, ligne 2 : Exemple\n"
        "Groupe-pays Chine · Compte rendu · version du 3 avril 2019\n\n"
        "Région Bretagne – Shandong 山东省\n\n"
        "Coopération sur la formation maritime et l’agroalimentaire\n2019 : 35 ans de la coopération\n"
        "Acteurs associés : Maison de la Bretagne à Qingdao, entreprises…\n\n"
        "Ville de Nantes – Qingdao 青岛市 Jumelage\n\n"
        "Jardins et urbanisme ; échanges touristiques\n\n"
        "AGENDA\n\n"
        "9 & 10 octobre 2019                       Rencontres\n"
        "                                          → Stand\n\n"
        "Décembre 2020                             Assises\n"
    )
