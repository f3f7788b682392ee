"""A history calls the page that a change came from by its words: each page that changes records has its own."""

from cufportal.history.pages import AREAS, PAGES, page_words
from tests.access_world import sent_names

# They change with which eyes one looks, a session or a link of one's own: no record whose history is kept.
CHANGE_NO_RECORD = {"accounts:seeing", "accounts:seeing_leave", "accounts:session_end"}


def test_every_page_that_changes_a_record_is_called_by_its_words():
    assert sorted(sent_names() - CHANGE_NO_RECORD - set(PAGES)) == []


def test_no_words_are_kept_for_a_page_that_changes_nothing():
    assert sorted(set(PAGES) - sent_names()) == []


def test_a_page_is_not_called_by_the_words_of_its_part_alone():
    areas = {str(words) for words in AREAS.values()}

    assert [name for name in PAGES if page_words(name) in areas] == []
