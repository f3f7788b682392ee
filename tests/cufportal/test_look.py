import hashlib
import re

import pytest
from django.conf import settings
from django.core.paginator import Paginator
from django.template import engines
from django.template.loader import render_to_string

STATIC = settings.BASE_DIR / "static"
WORDS = ["ink", "ink-soft", "blue", "vermilion", "ochre-text", "jade"]
GROUNDS = ["paper", "surface", "sunk"]


def tokens(theme):
    text = (STATIC / "css" / "portal.css").read_text(encoding="utf-8")
    light, dark = text.split("prefers-color-scheme: dark", 1)
    read = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))
    return read if theme == "light" else read | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", dark))


def luminance(colour):
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_have_a_contrast_of_four_and_a_half_on_every_ground(theme):
    colours = tokens(theme)
    washes = [("ink", f"{name}-wash") for name in ("blue", "vermilion", "ochre", "jade")]
    buttons = [("on-colour", "blue"), ("on-colour", "vermilion"), ("on-colour", "blue-deep")]
    map_words = [
        (word, ground) for word in ("ink", "map-zh") for ground in ("map-sea", "map-area", "map-lit", "map-land")
    ]
    pairs = [(word, ground) for word in WORDS for ground in GROUNDS] + washes + buttons + [("ochre-text", "ochre-wash")]

    faint = [pair for pair in pairs + map_words if contrast(colours[pair[0]], colours[pair[1]]) < 4.5]

    assert faint == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marks_and_edges_of_fields_have_a_contrast_of_three(theme):
    colours = tokens(theme)
    pairs = [
        (mark, ground) for mark in ("control", "ochre", "jade", "blue", "vermilion") for ground in ("paper", "surface")
    ]

    faint = [pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < 3]

    assert faint == []


def test_the_manifest_names_every_vendored_file_with_its_sum():
    named = dict(re.findall(r"\| `([^`]+)` \| `([0-9a-f]{64})` \|", (STATIC / "vendor/MANIFEST.md").read_text("utf-8")))

    files = [path for path in (STATIC / "vendor").rglob("*") if path.is_file() and path.name != "MANIFEST.md"]
    found = {
        str(path.relative_to(STATIC)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in [*files, STATIC / "icons" / "sprite.svg"]
    }
    assert named == found


def test_every_icon_asked_for_is_in_the_sprite():
    drawn = set(re.findall(r'<symbol id="([^"]+)"', (STATIC / "icons" / "sprite.svg").read_text("utf-8")))
    asked = {
        name
        for path in (settings.BASE_DIR / "templates").rglob("*.html")
        for name in re.findall(r'components/icon\.html" with name="([^"]+)"', path.read_text("utf-8"))
    }

    assert asked - drawn == set()


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_the_pages_of_last_resort_need_neither_request_nor_database(name):
    html = render_to_string(name)

    assert (html.count("<h1>"), html.count("</html>")) == (1, 1)


@pytest.mark.parametrize("name", ["403.html", "403_csrf.html", "404.html"])
def test_the_other_error_pages_need_no_database_for_a_visitor(name, rf):
    html = render_to_string(name, request=rf.get("/nulle-part/"))

    assert (html.count("<h1>"), html.count("</html>")) == (1, 1)


def test_a_pair_reads_french_side_form_foreign_side():
    html = render_to_string(
        "components/pair.html",
        {
            "french_name": "Tours",
            "foreign_name": "Luoyang",
            "foreign_zh": "洛阳",
            "form_label": "Jumelage",
            "url": "/p/",
        },
    )

    words = re.findall(r">([^<>\s][^<>]*)<", html)
    assert words == ["Tours", "Jumelage", "Luoyang", "洛阳"]
    assert html.count('lang="zh-Hans">洛阳') == 1
    assert re.findall(r'<a class="([^"]+)"\s+href="([^"]+)">', html) == [("pair pair--list pair--cooperation", "/p/")]


def test_a_record_nobody_confirmed_says_so():
    html = render_to_string("components/freshness.html", {"on": None})

    assert html.count("jamais vérifié") == 1


def test_pages_keep_the_filter_of_the_address(rf):
    page = Paginator(range(100), 10).page(4)
    template = engines["django"].from_string('{% include "components/pagination.html" with page=page only %}')

    html = template.render({"page": page}, rf.get("/", {"theme": "eau", "page": "4"}))

    links = re.findall(r'href="(\?[^"]+)"', html)
    assert links == [f"?theme=eau&amp;page={number}" for number in (3, 1, 3, 5, 10, 5)]


def test_a_single_page_shows_no_links(rf):
    page = Paginator(range(5), 10).page(1)

    assert render_to_string("components/pagination.html", {"page": page}, rf.get("/")).strip() == ""


def test_a_doubt_without_an_action_shows_no_button():
    html = render_to_string("components/doubt.html", {"message": "Deux dates pour un même accord."})

    assert (html.count("<button"), html.count("<a ")) == (0, 0)
