import pytest
from django.utils.translation import override

from directory.countries import country_name

CHINA = {"fr": "Chine", "en": "China", "zh-hans": "中国"}


@pytest.mark.parametrize("language", CHINA)
def test_a_country_is_named_in_the_language_of_the_page(language):
    with override(language):
        assert country_name("CN") == CHINA[language]


def test_a_code_that_names_no_country_is_shown_as_it_is():
    assert country_name("XX") == "XX"
