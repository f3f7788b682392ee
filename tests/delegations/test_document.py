from django.utils import translation

from scripts.delegation_states import DOCUMENT, written


def test_the_document_says_the_table_of_today():
    document = DOCUMENT.read_text(encoding="utf-8")

    with translation.override("fr"):
        assert written(document) == document, "lancez « python scripts/delegation_states.py »"
