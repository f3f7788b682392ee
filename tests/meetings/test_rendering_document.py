import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html

from meetings.minutes.document import (
    BulletList,
    Heading,
    MinutesDocument,
    OrderedList,
    Paragraph,
    Quote,
    RoundRow,
    Table,
    as_data,
    from_data,
    paragraph_of,
)
from meetings.minutes.rendering.lowering import lowered_blocks
from meetings.minutes.richtext import blocks_from_html
from meetings.minutes.runs import Run, clean_text, runs_of
from tests.meetings.minutes_samples import documents, items, sample_document


def test_a_document_comes_back_from_json_as_it_was():
    document = sample_document()

    assert from_data(json.loads(json.dumps(as_data(document)))) == document


@settings(max_examples=100, deadline=None)
@given(documents)
def test_any_document_comes_back_from_json_as_it_was(document):
    assert from_data(json.loads(json.dumps(as_data(document)))) == document


@pytest.mark.parametrize("data", [{"type": "Unknown"}, {"type": "Heading", "depth": 1}, {"level": 1}])
def test_data_of_something_else_is_refused(data):
    with pytest.raises(ValueError, match="Not a part of a document"):
        from_data(data)


def test_hanzi_and_their_punctuation_are_runs_of_their_own():
    assert runs_of("Leshan 乐山市（四川） et 2") == (
        Run("Leshan "),
        Run("乐山市（四川）", lang="zh-Hans"),
        Run(" et 2"),
    )


def test_what_cannot_be_seen_is_dropped_and_accents_are_composed():
    assert clean_text("e\u0301\u200b \u202egauche\x07\r\nA\u2028B\ufeff") == "é gauche\nA\nB"


def test_a_row_without_partner_shows_one_name():
    assert [RoundRow("AFD").label, RoundRow("Tours", foreign="Luoyang").label] == ["AFD", "Tours – Luoyang"]


def test_the_outline_keeps_its_shape_without_skipping_a_level():
    headings = tuple(Heading(level, "t") for level in (2, 2, 4, 3, 2, 1, 3, 9, 10))

    levels = [block.level for block in lowered_blocks(MinutesDocument("R", headings))]

    assert levels == [1, 1, 2, 2, 1, 1, 2, 3, 3]


def test_rich_text_becomes_blocks():
    source = (
        "<h2>Titre</h2><p>Un <strong>mot <em>fort</em></strong>,<br> un <a href='https://example.org/a'>lien</a></p>"
        "<blockquote><p>cité</p></blockquote><ol start='3'><li><p>a</p><ul><li>b</li></ul></li></ol>"
    )

    assert blocks_from_html(source) == (
        Heading(2, "Titre"),
        Paragraph(
            (
                Run("Un "),
                Run("mot ", bold=True),
                Run("fort", bold=True, italic=True),
                Run(",\nun "),
                Run("lien", link="https://example.org/a"),
            )
        ),
        Quote((paragraph_of("cité"),)),
        OrderedList(((paragraph_of("a"), BulletList(items("b"))),), 3),
    )


def test_a_table_of_rich_text_keeps_its_header_and_its_wide_cells():
    source = "<table><caption>C</caption><tr><th>a</th><th>b</th></tr><tr><td colspan='2'>c</td></tr></table>"

    assert blocks_from_html(source) == (Table(((*items("c"), ()),), items("a", "b"), "C"),)


def test_scripts_and_unsafe_links_of_rich_text_are_dropped():
    source = "<p>a<script>alert(1)</script><style>b</style><!-- c --> <a href='javascript:x()'>d</a></p>"

    assert blocks_from_html(source) == (paragraph_of("a d"),)


@pytest.mark.parametrize("source", ["", "   ", "<p></p>", "<p>&nbsp;</p><ul></ul>"])
def test_empty_rich_text_renders_nothing(source):
    assert lowered_blocks(MinutesDocument("R", blocks_from_html(source))) == ()


TAGS = ("p", "strong", "em", "ul", "li", "ol", "h2", "h3", "blockquote", "div", "span", "dl", "dd")
words = st.text("abcé福&<>", min_size=1, max_size=4)
html_trees = st.recursive(
    words.map(lambda word: word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + " "),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{' '.join(parts)}</{tag}>", st.sampled_from(TAGS), st.lists(inner, max_size=3)
    ),
    max_leaves=12,
)


def text_of(node):
    if isinstance(node, str):
        return ""
    if isinstance(node, tuple):
        return " ".join(map(text_of, node))
    if isinstance(node, Paragraph | Heading):
        return node.text
    return text_of(getattr(node, "blocks", ()) or getattr(node, "items", ()))


@settings(max_examples=300, deadline=None)
@example("<h2><strong><p>un</p></strong> deux</h2>")
@given(html_trees)
def test_no_word_of_rich_text_is_lost_or_moved(source):
    expected = html.fragment_fromstring(source, create_parent="div").text_content()

    assert "".join(text_of(blocks_from_html(source)).split()) == "".join(expected.split())
