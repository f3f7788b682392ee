import docx
from docx.enum.text import WD_BREAK

from meetings.minutes.reading import read_document
from tests.meetings.documents import ROWS, docx_of, element, run, saved


def read(data):
    return read_document(data).pages


def test_a_docx_is_read_in_the_order_of_its_body():
    document = docx.Document()
    document.add_heading("Compte rendu", 1)
    document.add_paragraph("Avant")
    table = document.add_table(0, 2)
    for label, lines in ROWS:
        label_cell, text_cell = table.add_row().cells
        label_cell.text, text_cell.text = label, "\n".join(lines)
    document.add_paragraph("Après")

    (page,) = read(saved(document))

    assert page.split("\n") == [
        "Compte rendu",
        "",
        "Avant",
        "",
        "Région Bretagne – Shandong et son littoral\tCoopération sur la formation",
        "\t2019 : 35 ans",
        "",
        "Nantes – Qingdao\tJumelage",
        "",
        "Après",
    ]


def test_the_kind_and_the_fingerprint_are_told():
    assert read_document(docx_of("Bonjour")).kind == "docx"


def test_a_label_on_several_lines_is_one_label():
    document = docx.Document()
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Région Auvergne-Rhône-\nAlpes –\nHebei", "Un\n\nDeux"

    assert read(saved(document)) == ("Région Auvergne-Rhône-Alpes – Hebei\tUn\n\tDeux",)


def test_items_of_lists_open_with_a_dash():
    data = docx_of(("Un", "List Bullet"), ("Deux", "List Bullet"), ("Trois", "List Number"), "Suite")

    assert read(data) == ("- Un\n- Deux\n- Trois\n\nSuite",)


def test_long_paragraphs_are_parted_by_an_empty_line():
    long = "Une phrase qui dépasse la ligne " * 5

    assert read(docx_of(long, "Courte")) == (f"{long.strip()}\n\nCourte",)


def test_what_was_deleted_is_left_out_and_what_was_inserted_is_kept():
    document = docx.Document()
    paragraph = document.add_paragraph("Le groupe ")
    paragraph._p.append(element("w:del", element("w:r", element("w:delText", text="supprimé "))))
    paragraph._p.append(element("w:moveFrom", run("déplacé ")))
    paragraph._p.append(element("w:ins", run("ajouté")))

    assert read(saved(document)) == ("Le groupe ajouté",)


def test_links_fields_and_content_controls_keep_their_text():
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph._p.append(element("w:hyperlink", run("lien ")))
    paragraph._p.append(element("w:fldSimple", run("champ "), instr="PAGE"))
    paragraph._p.append(element("w:sdt", element("w:sdtContent", run("contrôle"))))
    body_control = element("w:sdt", element("w:sdtContent", element("w:p", run("bloc"))))
    paragraph._p.addnext(body_control)

    (page,) = read(saved(document))

    assert page.split() == ["lien", "champ", "contrôle", "bloc"]


def test_hidden_text_is_left_out():
    document = docx.Document()
    paragraph = document.add_paragraph("Visible")
    paragraph.add_run(" caché").font.hidden = True

    assert read(saved(document)) == ("Visible",)


def test_a_page_break_begins_a_page_and_only_one():
    document = docx.Document()
    document.add_paragraph("Un").add_run().add_break(WD_BREAK.PAGE)
    drawn = document.add_paragraph()
    drawn._p.append(element("w:r", element("w:lastRenderedPageBreak"), element("w:t", text="Deux")))
    document.add_paragraph("Trois").paragraph_format.page_break_before = True

    assert read(saved(document)) == ("Un", "Deux", "Trois")


def test_tabs_part_columns_but_do_not_open_a_line():
    assert read(docx_of("\tRetrait", "9 octobre\t\tRencontres"))[0].split("\n")[::2] == [
        "Retrait",
        "9 octobre\tRencontres",
    ]


def test_a_merged_cell_has_its_text_once():
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Nantes"
    table.cell(0, 1).text, table.cell(1, 1).text = "Un", "Deux"

    assert read(saved(document)) == ("Nantes\tUn\n\n\tDeux",)


def test_a_table_in_a_cell_keeps_its_text():
    document = docx.Document()
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text = "Nantes"
    inner = cells[1].add_table(1, 2).rows[0].cells
    inner[0].text, inner[1].text = "a", "b"

    assert read(saved(document)) == ("Nantes\ta b",)


def test_a_frame_of_one_cell_is_plain_text():
    document = docx.Document()
    document.add_table(1, 1).rows[0].cells[0].text = "Encadré"

    assert read(saved(document)) == ("Encadré",)
