"""Whatever the bytes, a document comes out or a sentence does."""

import functools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.minutes.reading import SourceDocument, UnreadableDocument, read_document
from tests.meetings.documents import docx_of, pdf_of


@functools.cache
def sample(kind):
    table = "#table(columns: 2, [Nantes], [Qingdao], [Arras], [Harbin])"
    return pdf_of(f"Bonjour à tous {table}") if kind == "pdf" else docx_of("Bonjour", ("Liste", "List Bullet"))


def outcome(data):
    try:
        return read_document(data)
    except UnreadableDocument as refusal:
        return str(refusal)


def is_clear(outcome):
    return isinstance(outcome, SourceDocument) or outcome.endswith(".")


@given(st.binary(max_size=400), st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xfe", b"\xd0\xcf\x11\xe0"]))
def test_any_bytes_are_read_or_refused(data, head):
    assert is_clear(outcome(head + data))


@pytest.mark.parametrize("kind", ["pdf", "docx"])
@settings(max_examples=60, deadline=None)
@given(share=st.floats(min_value=0.01, max_value=0.98))
def test_a_file_cut_short_is_refused(kind, share):
    data = sample(kind)

    assert isinstance(outcome(data[: int(len(data) * share)]), str)


@pytest.mark.parametrize("kind", ["pdf", "docx"])
@settings(max_examples=150, deadline=None)
@given(flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=8))
def test_a_file_with_wrong_bytes_is_read_or_refused(kind, flips):
    data = bytearray(sample(kind))
    for place, flip in flips:
        data[int(place * len(data))] ^= flip

    assert is_clear(outcome(bytes(data)))
