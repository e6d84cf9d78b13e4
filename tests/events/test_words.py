"""What a record's own words say of where it lies is held against its point; every trap is one of invented names."""

import math

import numpy as np
import pytest

from geomap import Border
from geomap.events.checking import MOST_CHARACTERS, Texts, decisive
from geomap.events.points import add_named
from geomap.events.words import Record
from geomap.geometry import GEOD

LON, LAT = 65.0, 28.0
#: Invented towns: how far and on which bearing from Marsville.
TOWNS = {
    "Marsville town": (0, 0),
    "Venusburg": (60, 90),
    "Old-Plutonia village": (40, 0),
    "Plutonia": (150, 200),
    "Saturn City": (90, 300),
    "Jove 2 village": (30, 45),
    "Far Mercury": (220, 10),
    "Neptune region": (80, 270),
}


def at(km, bearing, lon=LON, lat=LAT):
    lon, lat, _ = GEOD.fwd(lon, lat, bearing, km * 1000)
    return lon, lat


@pytest.fixture(scope="module")
def texts():
    texts = Texts(["words"])
    for row, (name, (km, bearing)) in enumerate(TOWNS.items(), start=1):
        add_named(texts.named, "PAK", name, *at(km, bearing), row)
    return texts


@pytest.fixture
def held(texts):
    """What words say of a record so far from Marsville."""

    def held(words, km=0.0, bearing=0.0, *, radius_km=2.0, place=""):
        lon, lat = at(km, bearing)
        record = Record(lon=lon, lat=lat, radius_m=radius_km * 1000, place=place)
        return texts.held({"words": words}, record, "PAK")

    return held


@pytest.fixture
def verdict(held):
    def verdict(*arguments, **named):
        one = decisive(held(*arguments, **named))
        return one and one.verdict

    return verdict


@pytest.mark.parametrize(
    ("words", "km", "bearing", "expected"),
    [
        ("a hamlet 20 km from Marsville", 21, 77, "yes"),
        ("a hamlet 20 km from Marsville", 45, 77, "no"),
        ("20 km south of Marsville, on the road to Plutonia", 20, 190, "yes"),
        ("some twenty kilometres SW of Marsville", 19, 220, "yes"),
        ("twelve miles outside Marsville", 19, 0, "yes"),
        ("at least 50 km from Marsville", 80, 0, "yes"),
        ("at least 50 km from Marsville", 10, 0, "no"),
        ("less than 5 km from Marsville", 3, 0, "yes"),
        ("less than 5 km from Marsville", 30, 0, "no"),
        ("between Marsville and Venusburg", 30, 95, "yes"),
        ("between Marsville and Venusburg", 60, 0, "no"),
        ("on the Marsville-Venusburg road", 30, 85, "yes"),
        ("on the Marsville-Venusburg road", 70, 180, "no"),
        ("near Marsville", 12, 0, "yes"),
        ("near Marsville", 60, 0, "unknown"),
        ("near Marsville", 140, 0, "unknown"),  # a small place so far off may be another of its name
        ("close to Venusburg", 60, 90, "yes"),
    ],
)
def test_a_statement_holds_or_does_not(verdict, words, km, bearing, expected):
    assert verdict(words, km, bearing) == expected


def test_it_says_by_how_much_and_what_it_counts_from_and_where_the_words_stand(held):
    words = "Burnt: a hamlet 20 km from Marsville"
    (one,) = held(words, 50, 90)

    assert (one.verdict, one.of, one.source, one.column) == ("no", "Marsville", "row 1", "words")
    assert words[one.start : one.end] == "20 km from Marsville"
    assert one.found_m == pytest.approx(50_000)
    # 10 km is the unit that 20 is rounded to; the record reaches 2 km, the town 3.
    assert one.off_m == pytest.approx(50_000 - 20_000 - 5_000 - 2_000 - 3_000)
    assert one.reason == "the point lies 50.0 km from Marsville"


@pytest.mark.parametrize(
    ("words", "of", "km"),
    [
        ("Marsville (70 km south west of)", "Marsville", 70),
        ("Marsville town (14 km from, on the road to Venusburg)", "Marsville", 14),
        ("Marsville 10 km from", "Marsville", 10),
        ("Venusburg (7 km west of Marsville)", "Marsville", 7),
        ("a camp 10 km (6 miles) away (from Marsville)", "Marsville", 10),
    ],
)
def test_what_a_length_counts_from_may_stand_before_a_bracket_or_in_it(held, words, of, km):
    (one,) = held(words, km, 225)

    assert (one.of, one.low_m) == (of, km * 1000)


def test_an_exact_point_at_the_very_place_that_the_words_count_from_contradicts_them(verdict):
    assert verdict("Marsville (70 km south west of)", 0, 0, place="Marsville") == "no"
    assert verdict("Marsville (12 km south west of)", 0, 0, radius_km=25, place="Marsville") == "yes"


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("9 km from Old-Plutonia", "Old-Plutonia"),  # one name of two words, which holds another
        ("9 km from Old Plutonia", "Old-Plutonia"),
        ("9 km from Plutonia", "Plutonia"),
        ("9 km from Jove", "Jove 2"),
        ("9 km from Jove 2", "Jove 2"),
        ("9 km from the town of MARSVILLE", "Marsville"),
        ("9 km from Marsville Kolo", "Marsville Kolo"),  # a longer name, which nobody knows
        ("9 km from Upper Marsville", "Upper Marsville"),
        ("9 km from Marsville-Kolo", "Marsville-Kolo"),
        ("9 km from Marsville on the Marsville-Kolo axis", "Marsville"),
        ("9 km from Marsville Venusburg is far", "Marsville"),
    ],
)
def test_names_within_names_and_hyphens(held, words, of):
    assert held(words, 9, 0)[0].of == of


def test_an_abbreviation_is_no_village_that_is_called_alike(texts):
    add_named(texts.named, "PAK", "Mnp 2", *at(9, 0), 30)

    assert texts.held({"words": "in the south of the MNP, north of the MNP"}, Record(lon=LON, lat=LAT, radius_m=0), "PAK") == []


def test_a_hyphen_makes_a_road_of_two_names_where_a_word_for_a_road_says_so(held):
    road = held("an ambush on the Marsville-Venusburg axis", 30, 90)
    no_road = held("an ambush in Marsville-Venusburg camp", 30, 90)

    assert [one.of for one in road] == ["Marsville and Venusburg"]
    assert no_road == []


@pytest.mark.parametrize("road", ["Marsville Venusburg road", "Marsville-Venusburg road", "Marsville\nVenusburg road"])
def test_a_distance_from_a_road_is_not_one_from_its_first_end(held, road):
    one = held(f"a village 8 km from the {road}", 60, 0)[-1]

    assert (one.verdict, one.reason) == ("unknown", "it counts from a road")


@pytest.mark.parametrize(
    "words", ["PK5 quarter, Marsville", "Marsville km5 market", "PK 12, Marsville", "Kilometre 5, Marsville"]
)
def test_a_road_post_that_names_a_quarter_states_nothing(held, words):
    assert held(words, 90, 0) == []


@pytest.mark.parametrize("post", ["Pk 35", "PK35", "pk 035", "PK-35"])
def test_a_road_post_of_a_town_is_so_far_along_its_road(held, post):
    (one,) = held(f"{post} of the town of Marsville on the Venusburg axis", 24, 90)

    assert (one.verdict, one.low_m) == ("yes", 35_000)


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        ("Aville (19 km from Marsville) and Bville (65 km from Marsville)", ["yes", "unknown"]),
        ("Aville, 19 km north of Marsville and 23 km from Old-Plutonia", ["yes", "yes"]),
        ("Aville, 19 km north of Marsville and 3 km from Venusburg", ["yes", "no"]),
        ("Aville and Bville, 15 and 20 km north of Marsville", ["yes"]),
        ("3 to 20 km from Marsville", ["yes"]),
        ("1,200 to 1,300 m from Marsville", ["no"]),
        ("500 m to 20 km from Marsville", ["yes"]),
        ("Aville, 5 km from Bville, located 95 km from Marsville", ["unknown", "unknown"]),
    ],
)
def test_of_several_figures_each_is_of_what_it_is_said_of(held, words, verdicts):
    assert [one.verdict for one in held(words, 19, 0)] == verdicts


def test_what_is_said_of_a_town_that_is_named_besides_is_not_said_of_the_record(held):
    near, far = held("Aville, 5 km from Venusburg (60 km from Old-Plutonia)", 63, 85)

    assert near.verdict == "yes"
    assert far.verdict == "yes" or "Venusburg" in far.reason


def test_miles_in_brackets_are_no_second_figure(held):
    (one,) = held("200 kilometres (125 miles) from Marsville", 190, 0, radius_km=25)

    assert (one.verdict, one.low_m) == ("yes", 200_000)


def test_from_200_km_on_hundreds_are_round(verdict):
    assert verdict("400 km from Marsville", 445, 180) == "yes"
    assert verdict("410 km from Marsville", 445, 180) == "no"


def test_the_capital_needs_no_name(held):
    (one,) = held("a town 600 km from the capital", 0, 0)

    assert (one.of, one.verdict) == ("Islamabad", "no")


@pytest.mark.parametrize(
    ("words", "relation", "km", "bearing"),
    [
        ("Aville (60 km de Marsville)", "distance", 60, ""),
        ("tués à 30 Km de Marsville", "distance", 30, ""),
        ("situé à 09 Kms au Nord-Est de MARSVILLE sur l’axe Marsville-Venusburg", "direction", 9, "NE"),
        ("une localité (65 km à l'est de Marsville)", "direction", 65, "E"),
        ("deux personnes tuées près de Marsville", "near", None, ""),
        ("une attaque non loin de Marsville", "near", None, ""),
    ],
)
def test_french_is_read(held, words, relation, km, bearing):
    one = held(words, km or 0, 45)[0]

    assert (one.of, one.relation, one.low_m and one.low_m / 1000, one.bearing) == ("Marsville", relation, km, bearing)


@pytest.mark.parametrize(
    "words",
    [
        "près de 12 morts à Marsville",
        "près d’une dizaine de blessés à Marsville",
        "environ 30 morts à Marsville",
        "nearly 30 dead in Marsville",
        "close to 20 people killed in Marsville",
    ],
)
def test_words_for_near_that_count_the_dead_place_nobody(held, words):
    assert held(words, 150, 0) == []


@pytest.mark.parametrize(
    ("bearing", "expected", "off"),
    [(180, "yes", 0), (225, "yes", 0), (120, "unknown", 0), (90, "no", 13), (0, "no", 103)],
)
def test_a_bearing_is_wrong_beyond_the_wind_beside_the_right_one(held, bearing, expected, off):
    (one,) = held("30 km south of Marsville", 30, bearing)

    assert one.verdict == expected
    assert one.off_deg == pytest.approx(off, abs=1)
    assert one.off_m == 0


def test_a_bearing_says_nothing_of_a_point_that_may_lie_on_any_side(verdict):
    assert verdict("30 km south of Marsville", 20, 0, radius_km=25) == "yes"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("30 km from Marsville", "by road"),
        ("30 km from Marsville by road", "yes"),
        ("30 km from Marsville on the road to Venusburg", "yes"),
        ("30 km from Marsville on the Venusburg axis", "yes"),
        ("70 km from Marsville", "no"),  # no road is three times as long
        ("8 km from Marsville", "no"),  # nor shorter than the straight line
    ],
)
def test_a_figure_along_a_road_is_told_apart_from_a_contradiction(verdict, words, expected):
    assert verdict(words, 19, 90) == expected


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("20 km from Nowhere", "neither the gazetteer of its country nor the table has the name"),
        ("20 km from Marsvile", "Marsvile is not written so, but only similar"),
        ("20 km from Far Mercury", "the point lies 220 km from Far Mercury, and another place of that name may be meant"),
        ("1,2500 km from Marsville", "its figure may mean two things"),
        ("12 km from the city on the Venusburg axis", "what it counts from has no name"),
        ("30 km over the Marsville-Venusburg axis", "which end of the road it counts from is not said"),
        ("Venusburg, 2 km from Old-Plutonia", "it is said of Venusburg, which lies elsewhere"),
    ],
)
def test_what_cannot_be_said_has_its_reason(held, words, why):
    assert why in [one.reason for one in held(words) if one.verdict == "unknown"]


def test_a_point_without_a_radius_contradicts_nothing(held):
    (one,) = held("20 km from Marsville", 90, 0, radius_km=math.nan)

    assert (one.verdict, one.reason) == ("unknown", "the precision of its point has no radius")
    assert one.found_m == pytest.approx(90_000)


def test_what_is_said_of_the_records_own_place_is_said_of_its_point(verdict):
    assert verdict("near Venusburg, located 30 km from Marsville", 60, 90, radius_km=25, place="Venusburg") == "no"
    assert verdict("a camp 30 km from Marsville", 60, 90, radius_km=25, place="Venusburg") == "yes"


def test_a_name_of_two_places_contradicts_only_where_neither_fits(texts):
    add_named(texts.named, "PAK", "Twin Moons", *at(10, 0), 20)
    add_named(texts.named, "PAK", "Twin Moons", *at(80, 0), 21)
    lon, lat = at(75, 0)
    record = Record(lon=lon, lat=lat, radius_m=2000)

    near, far = (texts.held({"words": words}, record, "PAK")[0] for words in ("5 km from Twin Moons", "30 km from Twin Moons"))

    assert (near.verdict, near.source) == ("yes", "row 21")
    assert far.verdict == "no"


def test_a_regions_point_stands_for_much_land(held):
    assert held("15 km from Neptune", 20, 270)[0].verdict == "yes"
    assert held("15 km from Neptune", 100, 90)[0].verdict == "no"


@pytest.mark.parametrize(
    ("words", "km", "expected"),
    [
        ("a post near the border with Iran", 30, "yes"),
        ("a post near the Iranian border", 75, "unknown"),
        ("a post near the Iranian border", 160, "no"),
        ("40 km from the Iranian border", 40, "yes"),
        ("40 km from the border with Iran", 90, "no"),
        ("40 km from the border", 40, "yes"),
        ("near the border with Portugal", 40, None),
        ("near the border post of Marsville", 40, "unknown"),
    ],
)
def test_a_border_is_measured_to(texts, words, km, expected):
    lons = np.linspace(62, 68, 601)
    lon = lons[np.argmin(np.abs(Border.read("IRN-PAK").measure(lons, np.full(601, 27.0)).distance_m - km * 1000))]
    record = Record(lon=float(lon), lat=27.0, radius_m=2000)

    one = decisive(texts.held({"words": words}, record, "PAK"))

    assert (one and one.verdict) == expected


def test_names_of_provinces_roads_and_figures_are_no_points():
    named = {}
    for name in ("Mars province", "Mars - Venus road", "Road 60 km from Mars", "Mars (near)", "Northern Mars district", ""):
        add_named(named, "PAK", name, LON, LAT, 1)
    add_named(named, "PAK", "Mars region", LON, LAT, 2, precise=False)
    add_named(named, "PAK", "Venus town", LON, LAT, 3, precise=False)

    assert list(named) == [("PAK", "mars")]


def test_a_long_text_is_read_to_a_bound(texts):
    words = "x" * MOST_CHARACTERS + " 20 km from Marsville"

    assert texts.held({"words": words}, Record(lon=LON, lat=LAT, radius_m=0), "PAK") == []


def test_a_country_that_nobody_knows_has_no_places(texts):
    (one,) = texts.held({"words": "20 km from Marsville"}, Record(lon=0, lat=0, radius_m=0), "")

    assert one.verdict == "unknown"


@pytest.fixture(scope="module")
def at_border():
    """What words say of a record at Marsville, where the border of Iran and Pakistan is asked for."""
    texts = Texts(["words"], pairs=(("IRN", "PAK"),))
    places = [("PAK", "Marsville town", 0, 0), ("IRN", "Uranus", 20, 270), ("IRN", "Marsville town", 40, 270)]
    for row, (country, name, km, bearing) in enumerate(places, start=1):
        add_named(texts.named, country, name, *at(km, bearing), row)

    def held(words, country="PAK", lon=LON, lat=LAT):
        return texts.held({"words": words}, Record(lon=lon, lat=lat, radius_m=2_000.0), country)

    return held


@pytest.mark.parametrize("country", ["IRN", "PAK"])
@pytest.mark.parametrize(
    "words",
    [
        "2 km from the Iranian border",
        "2 km from the Pakistani border",
        "2 km from the Iran-Pakistan border",
        "2 km from the border with Iran",
    ],
)
def test_a_border_that_is_asked_for_is_meant_by_the_name_of_either_country(at_border, country, words):
    lon, lat = Border.read("IRN-PAK").line.coords[200]

    (one,) = at_border(words, country, lon, lat)

    assert (one.verdict, one.source, one.found_m) == ("yes", "the line of the border", pytest.approx(0, abs=200))
    assert words[one.start : one.end] == words


def test_a_border_that_is_called_by_its_own_country_is_the_one_asked_for_and_not_the_nearest(at_border):
    lon, lat = 66.0, 29.9  # much nearer to Afghanistan

    (asked,) = at_border("300 km from the Pakistani border", "PAK", lon, lat)
    (any_,) = Texts(["words"]).held(
        {"words": "300 km from the Pakistani border"}, Record(lon=lon, lat=lat, radius_m=2_000.0), "PAK"
    )

    assert asked.found_m > 250_000 > 100_000 > any_.found_m


def test_a_place_beyond_the_border_that_is_asked_for_is_found(at_border, held):
    (one,) = at_border("20 km east of Uranus")

    assert (one.verdict, one.of, one.source) == ("yes", "Uranus", "row 2")
    assert held("20 km east of Uranus")[0].reason.startswith("neither the gazetteer of its country")
    assert at_border("20 km from Nowhere")[0].reason.startswith("neither the gazetteer of the countries at the border")


def test_a_small_place_beyond_the_border_contradicts_nothing(at_border):
    (one,) = at_border("90 km east of Uranus")

    assert (one.verdict, one.off_m) == ("unknown", 0)
    assert one.reason == "the point lies 20.0 km from Uranus, and another place of that name may be meant"


def test_of_a_name_on_both_sides_of_the_border_that_of_its_own_country_goes_first(at_border):
    own, other, neither = (at_border(f"{km} km from Marsville")[0] for km in (2, 40, 200))

    assert (own.verdict, own.source) == ("yes", "row 1")
    assert other.verdict == "unknown"
    assert other.reason == "the point lies 0.0 km from Marsville, and Marsville beyond the border (row 3) may be meant"
    assert neither.verdict == "no"


def test_a_table_without_a_column_of_places_says_how_to_name_one():
    (one,) = Texts(["words"]).held({"words": "20 km from Nowhere"}, Record(lon=LON, lat=LAT, radius_m=0.0), "PAK")

    assert "--place" in one.reason
