import pytest

from core.needles import address_pattern, alone_pattern, any_of, compiled, loosened, name_patterns, phone_pattern

PATTERN = any_of(
    [
        *name_patterns("Zoé", "Lœuf-Dupré"),
        alone_pattern("Lœuf-Dupré"),
        address_pattern("zoe@example.org"),
        phone_pattern("06 12 34 56 78"),
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "Zoé Lœuf-Dupré",
        "chez LOEUF DUPRE, Zoe",
        '{"by": "Zo\\u00e9 L\\u0153uf-Dupr\\u00e9"}',
        "<b>Zo&eacute;</b> L&oelig;uf-Dupr&eacute;",
        "écrire à zoe@example.org",
        "+33 (0)6.12.34.56.78",
    ],
)
def test_the_quick_pattern_finds_whatever_the_exact_one_finds(text):
    assert compiled(PATTERN).search(text)
    assert compiled(loosened(PATTERN)).search(text)


def test_the_quick_pattern_looks_at_no_edge():
    quick = loosened(PATTERN)

    assert [look for look in ("(?<", "(?!", "(?=") if look in quick] == []


@pytest.mark.parametrize("text", ["Le&amp; Co", "Le&nbsp;Mans"])
def test_a_sign_of_a_page_is_no_letter_of_a_name(text):
    assert not any(compiled(alone_pattern(name)).search(text) for name in ("Léa", "Len"))


@pytest.mark.parametrize("text", ["Zoé Lœuf-Dupréau", "buzoe@example.org", "106 12 34 56 789"])
def test_the_exact_pattern_leaves_what_only_begins_or_ends_alike(text):
    assert compiled(loosened(PATTERN)).search(text)
    assert not compiled(PATTERN).search(text)
