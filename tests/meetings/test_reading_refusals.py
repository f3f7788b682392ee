import io
import zipfile

import docx
import pytest

from meetings.minutes.reading import UnreadableDocument, archive, limits, pdf, read_document, sniffing, text
from tests.meetings.documents import docx_of, encrypted, pdf_of, saved

OLE = sniffing.OLE + bytes(600)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(40)


def refusal(data):
    with pytest.raises(UnreadableDocument) as caught:
        read_document(data)
    return str(caught.value)


def zip_of(parts, compression=zipfile.ZIP_DEFLATED):
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", compression) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return output.getvalue()


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def with_part(name, content):
    return zip_of(parts_of(docx_of("Bonjour")) | {name: content})


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\x0c\x0c\n"])
def test_an_empty_file_is_refused(data):
    assert refusal(data).endswith("vérifiez que vous avez choisi le bon.")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x7fELF\x02\x01\x01\0\0", text.BINARY),
        (bytes(range(1, 256)) * 10, text.BINARY),
        (b"\xff\xfea", text.BINARY),
        (PNG, sniffing.IMAGE),
        (OLE, sniffing.OLD_WORD),
        (OLE + "EncryptedPackage".encode("utf-16-le"), sniffing.PROTECTED),
        (rb"{\rtf1\ansi Bonjour}", sniffing.OTHER_TEXT),
        (b"\n<!DOCTYPE html><p>Bonjour", sniffing.OTHER_TEXT),
        (zip_of({"mimetype": "application/vnd.oasis.opendocument.text"}, zipfile.ZIP_STORED), sniffing.OPEN_DOCUMENT),
        (zip_of({"[Content_Types].xml": "", "xl/workbook.xml": ""}), sniffing.OTHER_ARCHIVE),
        (zip_of({}), sniffing.OTHER_ARCHIVE),
        (docx_of("Bonjour")[:-200], sniffing.CUT_ARCHIVE),
        (docx_of(""), "Le document ne contient aucun texte : vérifiez que vous avez choisi le bon."),
        (pdf_of("Bonjour")[:-200], pdf.DAMAGED),
        (b"%PDF-1.7\n%%EOF", pdf.DAMAGED),
        (encrypted(pdf_of("Bonjour"), user="secret"), pdf.ENCRYPTED),
        (pdf_of("#rect(width: 5cm)"), pdf.SCANNED),
    ],
)
def test_what_is_not_minutes_is_refused_with_what_to_do(data, message):
    assert refusal(data) == str(message)


def test_a_scan_is_refused_even_when_it_bears_a_stamp():
    image = 'image(bytes((0, 255)), format: (encoding: "luma8", width: 2, height: 1), width: 100%, height: 100%)'

    assert refusal(pdf_of(f"#set page(margin: 0pt)\nReçu le 2 mai #place({image})")) == str(pdf.SCANNED)


def docx_of_pages(count):
    document = docx.Document()
    for _number in range(count):
        document.add_paragraph("Une page")
        document.add_page_break()
    return saved(document)


@pytest.mark.parametrize(
    "data",
    ["\f".join(["Une page"] * 200).encode(), pdf_of(" #pagebreak() ".join(["Une page"] * 200)), docx_of_pages(200)],
    ids=["text", "pdf", "docx"],
)
def test_two_hundred_pages_are_too_many(data):
    assert refusal(data) == (
        "Le document compte 200 pages, la limite est de 60 : découpez-le, ou n’envoyez que le compte rendu."
    )


@pytest.mark.parametrize(
    "make", [lambda lines: "\n".join(lines).encode(), lambda lines: docx_of(*lines)], ids=["text", "docx"]
)
def test_what_has_no_pages_is_measured_by_its_lines_and_characters(make):
    lines = refusal(make(["Une ligne"] * 6_000))
    characters = refusal(make(["é" * 3_100] * 200))

    assert lines.endswith("la limite est de 3000 (environ 60 pages) : découpez-le, ou n’envoyez que le compte rendu.")
    assert characters.endswith(
        "la limite est de 300000 (environ 60 pages) : découpez-le, ou n’envoyez que le compte rendu."
    )


def test_one_page_cannot_hide_a_book():
    data = pdf_of("#set page(width: 6cm, height: auto)\n" + "Coopération et développement. " * 12_000)

    assert refusal(data).startswith("Le document compte 407997 caractères")


def test_a_heavy_file_is_refused_before_it_is_read():
    data = b"%PDF-" + bytes(limits.MAX_BYTES)

    assert refusal(data) == "Le fichier pèse 21 Mo, la limite est de 20 Mo : réduisez ses images ou découpez-le."


def test_an_archive_that_unpacks_without_end_is_refused():
    data = with_part("word/media/image.png", bytes(limits.MAX_UNPACKED_BYTES))

    assert refusal(data) == str(archive.TOO_LARGE % {"limit": 100})


def test_an_archive_that_lies_about_its_sizes_is_refused():
    document = b"<w:document>" + b" " * 40_000_000
    data = with_part("word/document.xml", document)
    size = len(document).to_bytes(4, "little")
    forged = data.replace(size, (1_000).to_bytes(4, "little"))

    assert forged != data
    assert refusal(data) == str(archive.TOO_LARGE % {"limit": 30})
    assert refusal(forged) == str(archive.DAMAGED)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_entity_is_never_expanded(encoding):
    bomb = '<!DOCTYPE w [<!ENTITY a "boum"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    body = "<w:body><w:p><w:r><w:t>&a;&b;</w:t></w:r></w:p></w:body>"
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{bomb}<w:document {namespace}>{body}</w:document>'

    assert refusal(with_part("word/document.xml", xml.encode(encoding))) == str(archive.ENTITIES)


def test_a_document_of_any_depth_is_refused_or_read():
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = f"<w:document {namespace}><w:body>" + "<w:p>" * 100_000

    assert refusal(with_part("word/document.xml", xml.encode())) == str(archive.DAMAGED)


def test_what_a_document_links_to_is_ignored():
    relations = parts_of(docx_of("Bonjour"))["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = (
        f'<Relationship Id="a" Type="{kind}/image" Target="media/none.png"/>'
        f'<Relationship Id="b" Type="{kind}/attachedTemplate" Target="http://nowhere.example.org/" TargetMode="External"/>'
    )
    data = with_part("word/_rels/document.xml.rels", relations.replace("</Relationships>", f"{links}</Relationships>"))

    assert read_document(data).pages == ("Bonjour",)


def test_a_strict_docx_is_read_like_another():
    main = parts_of(docx_of("Bonjour"))["word/document.xml"]

    assert read_document(with_part("word/document.xml", main.replace(archive.TRANSITIONAL, archive.STRICT))).pages == (
        "Bonjour",
    )
