"""A person's words about a place become spatial statements."""

import contextlib
import re
import time

import pytest
import shapely
from shapely.geometry import shape
from timing import least
from two_lands import GAZETTEER, PLACES

from geomap.errors import DataError
from geomap.gazetteer.gazetteer import Gazetteer
from geomap.gazetteer.place import Place
from geomap.geometry.ellipsoid import GEOD
from geomap.model import Statement
from geomap.places.names import _without_adjective
from geomap.places.phrases import parse
from geomap.places.tolerances import adjusted
from geomap.places.words import locate_words

BORDERS = {"eastern border": "WW-EE", "border": "WW-EE"}
COUNTRIES = {
    name: Place(name=name, level="country", country=code)
    for name, code in (("Russia", "RU"), ("Ukraine", "UA"), ("Iran", "IR"), ("Türkiye", "TR"), ("Turkmenistan", "TM"))
}
ABROAD = Gazetteer({**GAZETTEER.places, **COUNTRIES}, GAZETTEER.areas)
FAR = {"relation": "distance", "of": "Millford"}
AT_MOST, AT_LEAST = {**FAR, "relation": "near"}, {**FAR, "relation": "beyond"}

FROM_45_TO_50 = [Statement(**AT_LEAST, distance_m=45e3), Statement(**AT_MOST, distance_m=50e3, rounded_to_m=5e3)]
FROM_500_M_TO_2_KM = [Statement(**AT_LEAST, distance_m=500), Statement(**AT_MOST, distance_m=2e3, rounded_to_m=100)]

FARWICK = dict(name="Farwick", level="settlement", country="EE", within="North", lon=11.8, lat=47.6, radius_m=3000, source="X")


def said(text):
    return parse(text, GAZETTEER, BORDERS)


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("45 km from the eastern border", [Statement(relation="distance", of="WW-EE", distance_m=45_000)]),
        ("about 45 kilometres from the border", [Statement(relation="distance", of="WW-EE", distance_m=45_000, about=True)]),
        ("90km from Millford", [Statement(relation="distance", of="Millford", distance_m=90_000)]),
        ("90 km from Millford by road", [Statement(relation="distance", of="Millford", distance_m=90_000, by_road=True)]),
        (
            "45 km from the border and 90 km from the nearest town, Millford",
            [
                Statement(relation="distance", of="WW-EE", distance_m=45_000),
                Statement(relation="distance", of="Millford", distance_m=90_000),
                Statement(relation="nearest", of="Millford"),
            ],
        ),
        ("twenty kilometres from Millford", [Statement(relation="distance", of="Millford", distance_m=20_000)]),
        ("12 km west of Millford", [Statement(relation="direction", of="Millford", distance_m=12_000, bearing="W")]),
        (
            "5 miles to the north-east of Millford",
            [Statement(relation="direction", of="Millford", distance_m=5 * 1609.344, bearing="NE")],
        ),
        ("north of Millford", [Statement(relation="direction", of="Millford", bearing="N")]),
        ("near Millford", [Statement(relation="near", of="Millford")]),
        ("close to the eastern border", [Statement(relation="near", of="WW-EE")]),
        ("along the border", [Statement(relation="along", of="WW-EE")]),
        ("a border town", [Statement(relation="near", of="WW-EE")]),
        ("on the outskirts of Millford", [Statement(relation="outskirts", of="Millford")]),
        ("between Millford and Raven's Post", [Statement(relation="between", of="Millford", to="Rāven")]),
        ("on the road from Millford to Hidden", [Statement(relation="road", of="Millford", to="Hidden")]),
        ("on the Millford-Hidden road", [Statement(relation="road", of="Millford", to="Hidden")]),
    ],
)
def test_a_phrase_says(text, statements):
    assert list(said(text).statements) == statements


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "45 to 50 km from Millford",
            FROM_45_TO_50,
        ),
        (
            "45-50 km from Millford",
            FROM_45_TO_50,
        ),
        (
            "between 45 and 50 km from Millford",
            FROM_45_TO_50,
        ),
        (
            "500 m to 2 km from Millford",
            FROM_500_M_TO_2_KM,
        ),
        (
            "about ten to twenty km north of Millford",
            [
                Statement(**AT_LEAST, distance_m=10e3, about=True),
                Statement(**AT_MOST, distance_m=20e3, about=True),
                Statement(relation="direction", of="Millford", bearing="N"),
            ],
        ),
        *(
            (f"{words} 20 km from Millford", [Statement(**AT_MOST, distance_m=20e3)])
            for words in ("less than", "up to", "under")
        ),
        ("within 20 km of Millford", [Statement(**AT_MOST, distance_m=20e3)]),
        ("within a 20-km radius of Millford", [Statement(**AT_MOST, distance_m=20e3)]),
        ("no more than 20 km from Millford", [Statement(**AT_MOST, distance_m=20e3)]),
        *(
            (f"{words} 30 km from Millford", [Statement(**AT_LEAST, distance_m=30e3)])
            for words in ("more than", "over", "at least")
        ),
        ("no less than 30 km from Millford", [Statement(**AT_LEAST, distance_m=30e3)]),
        ("less than 20 km by road from Millford", [Statement(**AT_MOST, distance_m=20e3, by_road=True)]),
        *(
            (
                f"{words} 20 km from Millford",
                [Statement(**FAR, distance_m=20e3, about=True), Statement(**bound, distance_m=20e3)],
            )
            for bound, many in (
                (AT_MOST, ("just under", "slightly under", "a little less than", "just less than", "nearly", "almost")),
                (AT_LEAST, ("just over", "slightly more than", "a little over", "a bit more than")),
            )
            for words in many
        ),
        (
            "just under 20 km north of Millford",
            [
                Statement(relation="direction", of="Millford", distance_m=20e3, about=True, bearing="N"),
                Statement(**AT_MOST, distance_m=20e3),
            ],
        ),
        *(
            (f"{words}some 20 km from Millford", [Statement(**FAR, distance_m=20e3, about=True)])
            for words in ("", "a village ", "in a village ", "at a security post ", "a military base, ")
        ),
        ("within some 20 km of Millford", [Statement(**AT_MOST, distance_m=20e3, about=True)]),
        ("in some hills near Millford", [Statement(relation="near", of="Millford")]),
        ("a dozen km from Millford", [Statement(**FAR, distance_m=12e3, rounded_to_m=12e3)]),
        ("half a dozen km from Millford", [Statement(**FAR, distance_m=6e3, rounded_to_m=6e3)]),
        (
            "about two dozen km from Millford",
            [Statement(**FAR, distance_m=24e3, about=True, rounded_to_m=12e3)],
        ),
        ("less than a dozen km from Millford", [Statement(**AT_MOST, distance_m=12e3, rounded_to_m=12e3)]),
        ("more than a dozen km from Millford", [Statement(**AT_LEAST, distance_m=12e3, rounded_to_m=12e3)]),
        *(
            (f"{words}the Millford–Hidden highway", [Statement(relation="road", of="Millford", to="Hidden")])
            for words in ("", "on ", "along ", "the checkpoint on ", "a post, ")
        ),
        ("mountains north of Millford", [Statement(relation="direction", of="Millford", bearing="N")]),
        ("45 km (28 miles) from Millford", [Statement(**FAR, distance_m=45e3)]),
        ("half a mile from Millford", [Statement(**FAR, distance_m=804.672, rounded_to_m=804.672)]),
        ("a kilometre from Millford", [Statement(**FAR, distance_m=1000)]),
        ("twenty-five kilometres from Millford", [Statement(**FAR, distance_m=25e3)]),
        ("in the mountains near Millford", [Statement(relation="near", of="Millford")]),
        (
            "just outside Millford",
            [Statement(relation="near", of="Millford"), Statement(relation="outside", of="Millford")],
        ),
        ("along Westland's border", [Statement(relation="along", of="WW-EE")]),
        (
            "30 km from Millford on the road to Hidden",
            [Statement(**FAR, distance_m=30e3, by_road=True), Statement(relation="road", of="Millford", to="Hidden")],
        ),
        ("on the highway between Millford and Hidden", [Statement(relation="road", of="Millford", to="Hidden")]),
        ("a border post near Millford", [Statement(relation="near", of="WW-EE"), Statement(relation="near", of="Millford")]),
    ],
)
def test_a_journalists_way_to_put_it_says(text, statements):
    westland = {**BORDERS, "westland border": "WW-EE"}

    assert list(parse(text, GAZETTEER, westland).statements) == statements


def test_halfway_is_half_of_the_way():
    known = Gazetteer({**GAZETTEER.places, "Farwick": Place(**FARWICK)}, GAZETTEER.areas)
    (middle,) = parse("roughly halfway between Millford and Farwick", known, BORDERS).statements

    assert (middle.relation, middle.of, middle.to, middle.about) == ("between", "Millford", "Farwick", True)
    assert middle.distance_m == pytest.approx(GEOD.inv(10.5, 47, 11.8, 47.6)[2] / 2)
    assert parse("midway between Millford and Hidden", known, BORDERS).statements[0].distance_m is None


@pytest.mark.parametrize(
    ("text", "within", "relations"),
    [
        ("10 km inside Eastland", ("Eastland",), ["distance"]),
        ("about 10 km inside Eastland from the eastern border", ("Eastland",), ["distance"]),
        ("on the Eastland side of the border", ("Eastland",), ["near"]),
        ("just across the border in Eastland", ("Eastland",), ["near"]),
        ("in the border area of Millford district", ("Millford district",), ["along"]),
        ("the border town of Millford", ("Millford",), ["border town"]),
        ("in Eastland's Millford district", ("Millford district",), []),
        ("in a remote area of Millford district near the border", ("Millford district",), ["near"]),
        ("Raven's Post, Millford district, Eastland", ("Rāven",), []),
        ("southeastern Eastland, near the border", ("Eastland",), ["part", "near"]),
        ("Hidden near the border", ("Hidden",), ["near"]),
        ("near the border, Eastland", ("Eastland",), ["near"]),
        ("in Eastland, in the town of Millford", ("Millford", "Eastland"), []),
        ("at Millford", ("Millford",), []),
        ("at the border", (), ["along"]),
        *((f"{words}Millford", ("Millford",), []) for words in ("the provincial capital ", "in the provincial capital, ")),
        ("Millford, the district capital, near the border", ("Millford",), ["near"]),
    ],
)
def test_what_holds_a_place_may_be_put_in_many_ways(text, within, relations):
    phrase = said(text)

    assert (phrase.within, [s.relation for s in phrase.statements]) == (within, relations)
    assert all(s.of == "WW-EE" for s in phrase.statements if s.relation not in ("part", "border town"))


@pytest.mark.parametrize(
    ("words", "border"),
    [
        *(("the Russian border", "RUS-UKR"), ("Ukraine's border with Russia", "RUS-UKR"), ("the US border", "MEX-USA")),
        *(("the border between Russia and Ukraine", "RUS-UKR"), ("the Russia-Ukraine border", "RUS-UKR")),
        *(("the Iraqi border", "IRQ-SYR"), ("the Indian frontier", "IND-PAK"), ("Russia", "RUS-UKR")),
        *(("the Iranian border", None), ("the Moldovan border", None), ("Iran", None), ("the Russian river", None)),
    ],
)
def test_a_border_is_known_by_its_countries_and_their_nations(words, border):
    named = {"border": border or "RUS-UKR"}

    if border:
        assert [s.of for s in parse(f"10 km from {words}", ABROAD, named).statements] == [border]
    elif words == "Iran":
        assert [s.of for s in parse(f"10 km from {words}", ABROAD, named).statements] == ["Iran"]
    else:
        with pytest.raises(DataError, match="is not RUS-UKR; name another" if "border" in words else "is neither a border"):
            parse(f"10 km from {words}", ABROAD, named)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Russian part", None),
        ("Turkish territory", "Türkiye"),
        ("the Iranian town of Millford", None),
        ("Turkmen", "Turkmenistan"),
    ],
)
def test_a_nation_stands_for_its_country(words, name):
    if name:
        assert parse(f"in {words}", ABROAD, BORDERS).within == (name,)
    else:
        with pytest.raises(DataError, match="is neither a border"):
            parse(f"in {words}", ABROAD, BORDERS)


def test_a_town_that_begins_like_a_country_is_no_border():
    turbat = Place(name="Turbat", level="settlement", country="PK", lon=63, lat=26, radius_m=3000, source="X")

    found = parse("10 km from Turbat", Gazetteer({"Turbat": turbat}, {}), {"border": "SYR-TUR"})
    assert [s.of for s in found.statements] == ["Turbat"]


def test_what_holds_the_place_decides_between_namesakes():
    twins = [
        Place(name=f"Ashby {which}", spellings=("Ashby",), level="settlement", country="EE", within=which, source="X", **at)
        for which, at in (("North", dict(lon=11, lat=47, radius_m=1)), ("South", dict(lon=11, lat=43, radius_m=1)))
    ]
    gazetteer = Gazetteer({p.name: p for p in (*PLACES, *twins)}, GAZETTEER.areas)

    assert parse("20 km from Ashby in South", gazetteer, BORDERS).statements[0].of == "Ashby South"
    assert parse("20 km from Ashby, North", gazetteer, BORDERS).statements[0].of == "Ashby North"
    with pytest.raises(DataError, match="2 places may be meant"):
        parse("20 km from Ashby", gazetteer, BORDERS)


def test_across_the_border_from_a_place_is_the_other_country():
    sides = {**BORDERS, "westland border": "WW-EE", "eastland border": "WW-EE"}
    west = Place(name="Westland", level="country", country="WW", area=("WW",), source="X")
    known = Gazetteer({**GAZETTEER.places, "Westland": west}, GAZETTEER.areas)

    found = parse("just across the border from Millford", known, sides)

    assert found.within == ("Westland",)
    assert [(s.relation, s.of) for s in found.statements] == [("near", "WW-EE"), ("near", "Millford")]
    assert parse("across the border from Westland", known, sides).within == ("Eastland",)
    for fewer in (BORDERS, {**BORDERS, "westland border": "WW-EE"}):
        with pytest.raises(DataError, match="which country lies across the border from 'millford' is not known"):
            parse("across the border from Millford", known, fewer)


def test_what_holds_a_place_is_kept_apart():
    phrase = said("a village in Millford district, near the border")

    assert phrase.within == ("Millford district",)
    assert phrase.statements == (Statement(relation="near", of="WW-EE"),)


@pytest.mark.parametrize(
    ("text", "within"),
    [("Millford", ("Millford",)), ("12 km from Hidden in North", ("North",)), ("in Millford district", ("Millford district",))],
)
def test_a_name_alone_and_what_holds_it_are_understood(text, within):
    assert said(text).within == within


def test_several_phrases_keep_their_order():
    assert [s.relation for s in said("near Millford, north of Hidden and 45 km from the border").statements] == [
        "near",
        "direction",
        "distance",
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("purple monkeys near Millford", "not understood: 'purple monkeys'"),
        ("near Atlantis", "'atlantis' is neither a border nor one place"),
        ("", "nothing is said about where"),
        ("45 furlongs from Millford", "not understood"),
        ("a few furlongs from Millford", "not understood: 'few furlongs"),
        ("45 km (10 miles) from Millford", "not understood"),
        ("20 km from Millford and Hidden", "not understood: 'hidden'"),
        (
            "near Millford, Hidden",
            "'millford, hidden' is neither a border nor one place of the gazetteer: millford: far better known",
        ),
        ("near Millford, a city 45 km from the border", "not understood: 'a city'"),
        ("near Millford, a small town 45 km from the border", "not understood: 'a town'"),
        ("between Millford and the border", "is a border: 'between' and 'on the road' need two places"),
        ("halfway between the border and Millford", "is a border: 'between' and 'on the road' need two places"),
        ("near the northern border post of Atlantis", "atlantis"),
        ("12 km north of the border", "by the compass; name its country: '12 km inside COUNTRY'"),
        ("north of the eastern border", "by the compass; name its country: 'near the eastern border in COUNTRY'"),
        ("north of the Millford-Hidden road", "'millford-hidden road' is neither"),
        ("the provincial capital of Eastland", "not understood: 'provincial capital"),
        ("the capital near Millford", "not understood: 'capital'"),
        ("within 0 km of Millford", "no distance between two places"),
        (f"{'9' * 400} km from Millford", "may mean two things"),
    ],
)
def test_words_that_no_phrase_accounts_for_are_reported(text, complaint):
    with pytest.raises(DataError, match=complaint):
        said(text)


def test_an_interval_may_be_said_either_way_round():
    assert said("20-10 km from Millford") == said("10-20 km from Millford")


def test_every_problem_is_reported_at_once():
    with pytest.raises(DataError, match=r"(?s)not understood: .zebras..*atlantis"):
        said("zebras near Atlantis")


def areas_of(words):
    return [shape(part["geometry"]) for part in locate_words(words)["readings"][0]["areas"]]


def reach_km(words, place=(63.04854, 26.00122)):
    (ring,) = areas_of(words)
    off = [GEOD.inv(*place, *corner)[2] / 1000 for corner in shapely.get_coordinates(ring)]
    return pytest.approx([min(off), max(off)], abs=0.1)


@pytest.mark.parametrize(
    ("words", "km"),
    [
        ("20 km", [15, 25]),
        ("in a village some 20 km", [10, 30]),
        ("just under 20 km", [10, 25]),
        ("nearly 20 km", [10, 25]),
        ("just over 20 km", [15, 30]),
    ],
)
def test_a_figure_reaches_no_farther_than_its_words_allow(words, km):
    assert reach_km(f"{words} from Turbat") == km


@pytest.mark.parametrize("wider", ["about=3", "rounding=2", "detour=1-3"])
@pytest.mark.parametrize("words", ["just under", "just over"])
def test_widening_a_tolerance_keeps_all_that_a_hedge_allowed(words, wider):
    usual, wide = (
        [shape(part["geometry"]) for reading in found["readings"] for part in reading["areas"]]
        for found in (
            locate_words(f"{words} 20 km from Turbat", tolerances=tolerances) for tolerances in (None, adjusted([wider]))
        )
    )

    assert len(usual) == len(wide) == 2
    assert all(after.buffer(1e-4).covers(before) for before, after in zip(usual, wide, strict=True))
    assert any(after.area > 1.1 * before.area for before, after in zip(usual, wide, strict=True))


@pytest.mark.parametrize("country", ["Iran", "Pakistan"])
def test_no_part_is_a_corner_that_a_buffer_leaves_over(country):
    (part,) = locate_words(f"10 km inside {country}")["readings"][0]["areas"]

    assert part["share"] == 1
    assert part["distance_km"] == [4.9, 15.1]  # outwards of an outline that is drawn within 40 m


def test_words_that_allow_two_parts_give_a_point_in_each():
    parts = locate_words("45 km from the Iranian border and 90 km from Panjgur", country="PK")["readings"][0]["areas"]

    assert len(parts) == len({(part["lon"], part["lat"]) for part in parts}) == 2
    assert all(shape(part["geometry"]).covers(shapely.Point(part["lon"], part["lat"])) for part in parts)


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("near Kohak, Iran", "kohak: 2 places may be meant\n  it might be Kuhak (settlement, Saravan county)"),
        ("near Bahu Kalat, Iran", "no source prints a point for Bahu Kalat"),
        ("10 km from Rimdan, Iran", "no source prints a point for Rimdan"),
        ("between Rimdan and Gabd", "no source prints a point for Rimdan and Gabd"),
    ],
)
def test_a_border_village_whose_point_no_source_prints_is_refused_with_that_reason(words, refusal):
    with pytest.raises(DataError, match=re.escape(refusal)):
        locate_words(words)


def test_a_small_town_is_found_as_the_only_one_known_and_a_large_one_plainly():
    small, namesake, large = (
        locate_words(words)["readings"][0]["found"]
        for words in ("10 km from Zehak, Iran", "10 km from Kohak, Zabol district", "10 km from Chabahar, Iran")
    )

    assert "Zehak is the only one known here, and a small place: another may be meant" in small
    assert namesake == "10 ± 5 km in a straight line from Kohak"
    assert large == "10 ± 5 km in a straight line from Chabahar"


def test_across_the_border_from_taftan_lies_in_iran_near_it():
    found = locate_words("just across the border from Taftan")["readings"][0]

    assert found["found"].startswith("the area of Iran; ")
    assert found["areas"][0]["distance_km"][1] < 25


@pytest.mark.parametrize(
    "words",
    [
        "just over " * 20 + "5 km from Millford",
        "southern a's " * 6 + "b",
        "area of " * 60 + "Millford",
        "x; " * 160,
        "in " * 160,
    ],
)
def test_words_that_could_be_read_in_very_many_ways_take_no_time(words):
    def seconds():
        begun = time.process_time()
        with contextlib.suppress(DataError):
            parse(words, ABROAD, BORDERS)
        return time.process_time() - begun

    assert least(seconds, 2) <= 2


def test_two_points_that_are_printed_nearly_alike_are_two():
    points = [(64.27001, 27.17001), (64.27001, 27.17002), (64.27002, 27.17002)]
    words = " and ".join(f"near the coordinates {lat}N {lon}E" for lon, lat in points)
    assert [(p.lon, p.lat) for p in parse(words, GAZETTEER, BORDERS).places] == points


@pytest.mark.parametrize(
    ("words", "home", "forms"),
    [
        ("malian town", set(), ["town, Mali"]),
        ("malian", set(), ["Mali"]),
        ("central african town", set(), ["town, Central African Republic"]),
        ("congolese town", set(), []),
        ("congolese town", {"CD", "RW"}, ["town, Democratic Republic of the Congo"]),
        ("congolese town", {"CD", "CG"}, []),
        ("town", set(), []),
    ],
)
def test_an_adjective_is_for_its_country_and_a_shared_one_for_the_one_at_home(words, home, forms):
    assert list(_without_adjective(words, Gazetteer({}, {}, home=frozenset(home)))) == forms
