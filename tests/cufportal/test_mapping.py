import pytest
from django.template.loader import render_to_string

from cufportal.mapping import Pair, Place, build_map, geometry, project

TOURS = Place("Tours", 47.3948, 0.704, "commune", "37261")
OCCITANIE = Place("Occitanie", 43.6, 1.44, "region", "76")
REUNION = Place("La Réunion", -20.8823, 55.4504, "region", "04")
LUOYANG = Place("Luoyang", 34.6735, 112.4368, "prefecture_city", "410300", "洛阳")
SICHUAN = Place("Sichuan", 30.66, 104.06, "province", "510000", "四川")


def pair(french, foreign, form="twinning", number=1):
    return Pair(french, foreign, form, f"/partenariats/{number}/", f"{french.name} – {foreign.name}")


def crowd():
    """A hundred and twenty pairs, closer together than any real network."""
    return [
        pair(
            Place(f"Ville {n % 30}", 43 + (n % 6) * 1.2, -1 + (n % 5) * 1.6),
            Place(f"Ville numéro {n}", 22 + (n % 19) * 1.3, 88 + (n % 23) * 1.7, zh="城市"),
            number=n,
        )
        for n in range(120)
    ]


def labels_of(dots):
    return [dot.label.box for dot in dots if dot.label]


@pytest.mark.parametrize(
    ("panel", "longitude", "latitude", "pixels"),
    [
        ("france", 2.3428, 48.85661, (198.5291434890213, 112.74196049868124)),
        ("france", 0.69618, 47.39835, (153.12991478044944, 170.6845149215087)),
        ("france", 7.76762, 48.5714, (343.0927694386969, 120.47690061116009)),
        ("china", 116.3972, 39.9075, (465.1569795911631, 204.8185621750007)),
        ("china", 112.4368, 34.6735, (429.47607746125266, 282.4034898458849)),
        ("china", 114.0683, 22.5455, (463.13072323904976, 449.6077401000075)),
    ],
)
def test_projection_equals_the_reference_points(panel, longitude, latitude, pixels):
    found = project(geometry()[panel]["projection"], longitude, latitude)

    assert found == pytest.approx(pixels, abs=1e-6)


def test_every_pair_is_a_curve_between_its_two_places():
    drawing = build_map([pair(TOURS, LUOYANG), pair(OCCITANIE, SICHUAN, "convention", 2)])

    ends = {(arc.d.split("C")[0], arc.d.split(" ")[-1]) for arc in drawing.arcs}
    expected = {
        (f"M{start.x:.1f},{start.y + 70:.1f}", f"{end.x + 470:.1f},{end.y + 20:.1f}")
        for start, end in zip(
            sorted(drawing.france.dots, key=lambda dot: dot.place.name, reverse=True),
            sorted(drawing.china.dots, key=lambda dot: dot.place.name),
            strict=True,
        )
    }
    assert ends == expected


def test_an_authority_of_an_area_lights_its_outline_and_has_a_ring():
    drawing = build_map([pair(OCCITANIE, LUOYANG)])

    assert [area.name for area in drawing.france.areas if area.lit] == ["Occitanie"]
    assert [(dot.ring, (dot.x, dot.y)) for dot in drawing.france.dots] == [
        (True, tuple(next(area["at"] for area in geometry()["france"]["areas"] if area["name"] == "Occitanie")))
    ]
    assert [area.lit for area in drawing.china.areas] == [False] * 31


def test_france_overseas_stands_below_its_panel_with_its_name():
    drawing = build_map([pair(REUNION, LUOYANG)])

    (dot,) = drawing.france.dots
    assert (dot.y > drawing.france.height, dot.label.text) == (True, "La Réunion")
    assert drawing.france.narrow_height > drawing.france.height


def test_a_pair_whose_end_is_nowhere_on_the_map_is_told_apart():
    lost = pair(TOURS, Place("Liaoyang", None, None), number=2)
    far = pair(TOURS, Place("Londres", 51.5, -0.1), number=3)

    drawing = build_map([pair(TOURS, LUOYANG), lost, far])

    assert drawing.off_map == (lost, far)
    assert [arc.pair.url for arc in drawing.arcs] == ["/partenariats/1/"]


def test_two_partnerships_between_the_same_places_are_two_curves():
    drawing = build_map([pair(TOURS, LUOYANG), pair(TOURS, LUOYANG, "convention", 2)])

    assert len({arc.d for arc in drawing.arcs}) == 2


@pytest.mark.parametrize("panel", ["france", "china"])
@pytest.mark.parametrize("width", ["dots", "narrow_dots"])
def test_names_never_overlap_one_another_or_leave_their_panel(panel, width):
    drawn = getattr(build_map(crowd()), panel)

    boxes = labels_of(getattr(drawn, width))

    overlapping = [(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :] if a.meets(b)]
    outside = [box for box in boxes if not box.within(drawn.width, drawn.height)]
    assert (overlapping, outside, len(boxes) > 8) == ([], [], True)


def test_a_crowded_map_keeps_a_curve_for_each_pair():
    drawing = build_map(crowd())

    assert (len(drawing.arcs), len(drawing.off_map), drawing.dense) == (120, 0, True)


def test_no_partnership_still_draws_both_countries():
    drawing = build_map([])

    assert (len(drawing.france.areas), len(drawing.china.areas), drawing.arcs) == (13, 31, ())


def test_each_pair_is_a_link_named_after_it():
    drawing = build_map([pair(TOURS, LUOYANG)])

    html = render_to_string("components/map.html", {"drawing": drawing, "country": "Chine"})

    assert html.count('<a href="/partenariats/1/" class="map__link"><title>Tours – Luoyang</title>') == 1
    assert html.count("style=") == 0


def test_coordinates_keep_their_points_in_french():
    html = render_to_string("components/map.html", {"drawing": build_map([pair(TOURS, LUOYANG)]), "country": "Chine"})

    (dot,) = build_map([pair(TOURS, LUOYANG)]).france.dots
    assert html.count(f'cx="{dot.x}" cy="{dot.y}"') == 2  # wide and narrow
