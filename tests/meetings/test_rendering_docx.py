import datetime
import io
import zipfile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import RGBColor

from meetings.minutes.document import Heading, MinutesDocument, OrderedList, RoundTable, paragraph_of
from meetings.minutes.rendering.docx import own_letterhead, render_docx
from tests.meetings.minutes_samples import MARKUP, ROUND, items, sample_document
from tests.meetings.rendered_text import docx_text, words


def opened(data):
    return docx.Document(io.BytesIO(data))


def saved(document):
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def changed_letterhead(old, new):
    document = opened(own_letterhead())
    for paragraph in document.paragraphs:
        if old in paragraph.text:
            paragraph.text = paragraph.text.replace(old, new)
    return saved(document)


def test_headings_and_lists_are_real_styles():
    document = opened(render_docx(sample_document()))

    styles = [
        (paragraph.style.name, paragraph.text) for paragraph in document.paragraphs if paragraph.style.name[:1] in "THL"
    ]
    assert styles[:5] == [
        ("Title", "Réunion Groupe-pays Chine"),
        ("Heading 1", "Présences"),
        ("List Bullet", "Région Bretagne (Anne Modèle)"),
        ("List Bullet", "Ville de Nantes"),
        ("Heading 1", "Tour de table"),
    ]


def test_the_round_is_a_real_table_whose_header_row_repeats():
    table = opened(render_docx(MinutesDocument("Réunion", (RoundTable(ROUND),)))).tables[0]

    headers = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert headers == [True, *[False] * len(ROUND)]
    assert [table.style.name, table.cell(2, 0).text] == ["Table du tour", "Ville de Nantes – Qingdao\n青岛市\nJumelage"]


def test_each_stretch_of_text_says_its_language():
    paragraph = opened(render_docx(MinutesDocument("Réunion", (paragraph_of("vers 四川省"),)))).paragraphs[-1]

    latin, hanzi = (run._r.rPr for run in paragraph.runs)
    assert latin.find(qn("w:lang")).get(qn("w:val")) == "fr-FR"
    assert hanzi.find(qn("w:lang")).get(qn("w:eastAsia")) == "zh-CN"
    assert hanzi.find(qn("w:rFonts")).get(qn("w:hint")) == "eastAsia"


def test_properties_come_from_the_document_not_from_the_clock():
    properties = opened(render_docx(sample_document())).core_properties

    assert (properties.title, properties.author, properties.language) == (
        "Réunion Groupe-pays Chine",
        "Cités Unies France",
        "fr-FR",
    )
    assert properties.created.date() == datetime.date(2019, 4, 3)


def test_the_same_document_gives_the_same_bytes():
    first, second = render_docx(sample_document()), render_docx(sample_document())

    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2019, 4, 3, 0, 0, 0)}


def test_nothing_of_the_text_is_taken_for_a_template():
    text = docx_text(render_docx(MinutesDocument(MARKUP, (Heading(1, MARKUP), paragraph_of(MARKUP)), date_line=MARKUP)))

    assert words(text) == words(" ".join([MARKUP] * 4))


def test_each_numbered_list_counts_from_its_own_start():
    data = render_docx(MinutesDocument("R", (OrderedList(items("a", "b")), OrderedList(items("c"), start=4))))

    document = opened(data)
    numbers = [paragraph._p.pPr.numPr.numId.val for paragraph in document.paragraphs[2:]]
    starts = document.part.numbering_part.element.xpath("./w:num/w:lvlOverride/w:startOverride/@w:val")
    assert [numbers[0] == numbers[1], numbers[1] == numbers[2], starts] == [True, False, ["1", "4"]]


def test_the_header_and_the_footer_bear_the_organisation_and_the_group():
    section = opened(render_docx(sample_document())).sections[0]

    assert section.header.paragraphs[0].text == "Cités Unies France"
    assert section.footer.paragraphs[0].text == "Groupe-pays Chine\tpage 1 / 1"


def test_the_secretariat_may_bring_its_own_letterhead():
    letterhead = opened(own_letterhead())
    letterhead.styles["Heading 1"].font.color.rgb = RGBColor(1, 2, 3)
    letterhead.add_paragraph("Document du {{ groupe }}")

    document = opened(render_docx(sample_document(), saved(letterhead)))

    assert document.styles["Heading 1"].font.color.rgb == RGBColor(1, 2, 3)
    assert document.paragraphs[-1].text == "Document du Groupe-pays Chine"


NAMES = "titre, lignes, groupe, genre, date, lieu, version, organisme, page, corps"


@pytest.mark.parametrize(
    ("letterhead", "sentence"),
    [
        (b"pas un zip", "Ce fichier n’est pas un document Word (.docx) : choisissez-en un autre."),
        (
            changed_letterhead("{{ titre }}", "{{ tire }}"),
            f"Le modèle Word emploie « tire », que le portail ne connaît pas ; noms possibles : {NAMES}.",
        ),
        (
            changed_letterhead("{{ corps }}", ""),
            "Le modèle Word n’a pas de place pour « corps » : écrivez {{ corps }} dans un paragraphe.",
        ),
        (
            changed_letterhead("{{ corps }}", "Voici : {{ corps }}"),
            "Dans le modèle Word, {{ corps }} doit être seul dans un paragraphe, hors de tout tableau.",
        ),
        (
            changed_letterhead("{{ titre }}", "{{ titre"),
            "Le modèle Word est illisible : enregistrez-le de nouveau dans Word, au format .docx.",
        ),
        (
            changed_letterhead("{{ titre }}", "{{ titre.__class__.__mro__ }}"),
            "Le modèle Word est illisible : enregistrez-le de nouveau dans Word, au format .docx.",
        ),
    ],
)
def test_a_letterhead_that_cannot_serve_is_refused_with_a_sentence(letterhead, sentence):
    with pytest.raises(ValueError, match="Word") as caught:
        render_docx(sample_document(), letterhead)

    assert str(caught.value) == sentence


def test_a_letterhead_without_a_needed_style_is_refused():
    letterhead = opened(own_letterhead())
    letterhead.styles["Heading 2"].delete()

    with pytest.raises(ValueError, match="Word") as caught:
        render_docx(sample_document(), saved(letterhead))

    assert str(caught.value) == "Le modèle Word n’a pas le style « Heading 2 » : ajoutez-le dans Word."


def test_a_zip_that_is_not_a_word_file_is_refused():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("note.txt", "rien")

    with pytest.raises(ValueError, match="illisible"):
        render_docx(sample_document(), data.getvalue())


def test_a_letterhead_that_fetches_a_file_from_elsewhere_is_refused():
    letterhead = opened(own_letterhead())
    letterhead.part.relate_to("https://example.org/a.mp3", RELATIONSHIP_TYPE.AUDIO, is_external=True)

    with pytest.raises(ValueError, match="Word") as caught:
        render_docx(sample_document(), saved(letterhead))

    assert str(caught.value) == (
        "Le modèle Word appelle un fichier extérieur (https://example.org/a.mp3) : "
        "incorporez-le au modèle ou retirez-le."
    )


def test_a_letterhead_with_macros_is_refused():
    letterhead = opened(own_letterhead())
    name = PackURI("/word/vbaProject.bin")
    macros = Part(name, "application/vnd.ms-office.vbaProject", b"", letterhead.part.package)
    letterhead.part.relate_to(macros, "http://schemas.microsoft.com/office/2006/relationships/vbaProject")

    with pytest.raises(ValueError, match="macros"):
        render_docx(sample_document(), saved(letterhead))
