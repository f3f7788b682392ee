import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.minutes.reading import read_document
from meetings.minutes.reading.normalising import normalise

SENTENCE = "Réunion à Cités Unies France : « l’été »"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_is_read_in_the_encodings_french_files_come_in(encoding):
    document = read_document(SENTENCE.encode(encoding))

    assert (document.kind, document.pages) == ("text", (SENTENCE,))


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_utf16_is_read_whatever_its_order(mark, encoding):
    document = read_document(mark + SENTENCE.encode(encoding))

    assert document.pages == (SENTENCE,)


def test_a_document_carries_the_fingerprint_of_its_file():
    data = SENTENCE.encode()

    assert read_document(data).sha256 == hashlib.sha256(data).hexdigest()


def test_the_name_of_a_file_does_not_decide_its_kind():
    assert read_document(SENTENCE.encode(), name="compte-rendu.pdf").kind == "text"


def test_lines_keep_their_number():
    document = read_document(b"\n\t\n\nun\r\ndeux\rtrois\n")

    assert document.pages == ("\n\t\n\nun\ndeux\ntrois\n",)


def test_a_form_feed_ends_a_page():
    document = read_document(b"page un\n\x0cpage deux\n\x0c")

    assert document.pages == ("page un\n", "page deux\n")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("afﬁrmer, eﬀort, ﬂux, eﬃcace", "affirmer, effort, flux, efficace"),
        ("e\u0301te\u0301", "été"),
        ("14\u202f500\u00a0€\u2009!", "14 500 € !"),
        ("\ufeffzéro\u200blargeur\u2060", "zérolargeur"),
        ("coopé\u00adration", "coopération"),
        ("coopé\u00ad\nration", "coopé-\nration"),
        ("a\tb", "a\tb"),
        ("a\x07b\x1fc\ud800d", "abcd"),
        ("a\u2028b", "a\nb"),
        ("\uf0b7 point\n\uf0d8 flèche", "• point\nØ flèche"),
        ("南京 œuvre", "南京 œuvre"),
    ],
)
def test_characters_are_written_one_way(written, read):
    assert normalise(written) == read


@given(st.text())
def test_normalising_twice_is_normalising_once(text):
    once = normalise(text)

    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
