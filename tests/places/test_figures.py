"""Figures keep their value and their rounding, however they are written."""

import pytest
from two_lands import WORLD

from geomap.errors import DataError
from geomap.language import figure, metres, normalised_words, number
from geomap.places.phrases import parse
from geomap.places.scenery import SCENE
from geomap.places.statements import readings
from geomap.places.tolerances import unit_m

BORDERS = {"eastern border": "WW-EE", "border": "WW-EE"}


@pytest.mark.parametrize(
    ("text", "low_km", "high_km"),
    [
        ("12,5 km from the border", 12.45, 12.55),
        ("1,50 km from the border", 1.45, 1.55),
        ("0,750 km from the border", 0.745, 0.755),
        ("1,200 metres from the border", 1.15, 1.25),
        ("1,23,456 metres from the border", 123.4555, 123.4565),
        ("12\u202f000 metres from the border", 11.5, 12.5),
        ("12\u00a0000 metres from the border", 11.5, 12.5),
        ("۱۲٫۵ km from the border", 12.45, 12.55),
        ("١٬٢٠٠ metres from the border", 1.15, 1.25),
        ("10-12 km from the border", 9.5, 12.5),
        ("20-21 km from the border", 19.5, 21.5),
        ("100-120 km from the border", 95, 125),
        ("20 to 25 km from the border", 17.5, 27.5),
        ("a dozen km from the border", 6, 18),
        ("two dozen kilometres from the border", 18, 30),
        ("half a dozen km from the border", 3, 9),
        ("37 miles (60 kilometers) from the border", 55, 65),
        ("60 km (37 miles) from the border", 55, 65),
        ("two and a half km from the border", 2.25, 2.75),
        ("a quarter of a mile from the border", 0.352, 0.453),
        ("half a mile from the border", 0.402, 1.207),
    ],
)
def test_a_figure_keeps_its_value_and_its_rounding(text, low_km, high_km):
    found = [readings(statement, WORLD)[0].interval_m for statement in parse(text, WORLD.gazetteer, BORDERS).statements]

    assert max(low for low, _ in found) / 1000 == pytest.approx(low_km, abs=1e-3)
    assert min(high for _, high in found) / 1000 == pytest.approx(high_km, abs=1e-3)


@pytest.mark.parametrize("written", ["1,2500", "1,200,5", "12,3456", "1,2,3", "9" * 16])
def test_a_figure_that_may_mean_two_things_or_is_too_long_is_refused(written):
    assert figure(written) is None
    assert metres(f"{written} km") is None
    assert number(f"{written} men") is None
    with pytest.raises(DataError, match="may mean two things"):
        parse(f"{written} km from the border", WORLD.gazetteer, BORDERS)


@pytest.mark.parametrize(
    ("words", "value"),
    [("1,200 men", 1200), ("1,23,456 people", 123_456), ("12,5 men", None), ("2.5 men", None), ("in 2019, 14 people", 2019),
     ("٢٥ soldiers", 25), ("20 5-year-olds", 20)],
)  # fmt: skip
def test_a_number_of_people_is_whole_or_none(words, value):
    assert number(normalised_words(words)) == value


@pytest.mark.parametrize(
    ("figure_km", "unit_km"),
    [(8, 1), (15, 5), (20, 10), (95, 5), (110, 10), (150, 50), (155, 5), (990, 10), (1_000, 100), (1_050, 50), (1_010, 10),
     (1_005, 5), (1.5, 0.1), (12.34, 0.01), (0.007, 0.001)],
)  # fmt: skip
def test_the_unit_that_a_figure_is_rounded_to(figure_km, unit_km):
    assert unit_m(figure_km * 1000) == pytest.approx(unit_km * 1000)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "nothing is said about where; name a distance, a place or an area"),
        ("0 km from the border", "'0 km' is no distance between two places; write more than nothing and less than 20,000 km"),
        ("20000 km from the border", "'20000 km' is no distance between two places"),
        (
            "1,2500 km from the border",
            "may mean two things; write a comma before three digits, and a point before tenths",
        ),
    ],
)
def test_a_refusal_says_what_to_write(text, sentence):
    with pytest.raises(DataError) as refused:
        parse(text, WORLD.gazetteer, BORDERS)
    assert sentence in str(refused.value)


@pytest.mark.parametrize("filling", ["only", "it is", "it lies", "somewhere", "just"])
def test_filling_words_say_nothing(filling):
    plain = parse("in Millford, 12 km from the border", WORLD.gazetteer, BORDERS)

    assert parse(f"{filling} in Millford, 12 km from the border", WORLD.gazetteer, BORDERS).statements == plain.statements


@pytest.mark.parametrize("then", ["close to Millford", "from the border", "near Millford"])
def test_one_phrase_ends_where_the_next_begins(then):
    found = parse(f"12 km from the border {then}" if then != "from the border" else "near Millford 12 km from the border",
                  WORLD.gazetteer, BORDERS).statements  # fmt: skip

    assert {(s.relation, s.of) for s in found} == {("distance", "WW-EE"), ("near", "Millford")}


@pytest.mark.parametrize("word", [word for word in SCENE if word != "some"])  # "some 12 km" is about 12
def test_words_for_the_scene_say_nothing(word):
    plain = parse("12 km from the border", WORLD.gazetteer, BORDERS).statements

    assert parse(f"at {word} 12 km from the border", WORLD.gazetteer, BORDERS).statements == plain


@pytest.mark.parametrize(
    "text", ["within a 20 km radius of Millford", "a 20 km radius around Millford", "within a radius of 20 km from Millford",
             "a hundred km from Millford", "international border", "25 to 20 km from the border"],
)  # fmt: skip
def test_other_ways_to_put_it(text):
    found = {
        "a hundred km from Millford": [("distance", "Millford", 100_000.0)],
        "international border": None,
        "25 to 20 km from the border": [("beyond", "WW-EE", 20_000.0), ("near", "WW-EE", 25_000.0)],
    }.get(text, [("near", "Millford", 20_000.0)])

    if found is None:
        assert parse("12 km from the international border", WORLD.gazetteer, BORDERS).statements[0].of == "WW-EE"
    else:
        said = parse(text, WORLD.gazetteer, BORDERS).statements
        assert [(s.relation, s.of, s.distance_m) for s in said] == found


@pytest.mark.parametrize(
    ("words", "least_m", "greatest_m"),
    [
        ("5 nautical miles", 2.5 * 1852, 7.5 * 1852),
        ("12 nmi", 11.5 * 1852, 12.5 * 1852),
        ("300 yards", 275 * 0.9144, 325 * 0.9144),
        ("1,250 feet", 1225 * 0.3048, 1275 * 0.3048),
        ("5 to 10 nautical miles", 2.5 * 1852, 12.5 * 1852),
        ("1000 to 2000 yards", 950 * 0.9144, 2050 * 0.9144),
        ("~5 km", 0, 10_000),
    ],
)
def test_a_length_is_as_fine_as_the_unit_that_it_is_stated_in(words, least_m, greatest_m):
    statements = parse(f"{words} from Millford", WORLD.gazetteer, BORDERS).statements
    ends = [readings(statement, WORLD)[0].interval_m for statement in statements]
    assert (max(low for low, _ in ends), min(high for _, high in ends)) == pytest.approx((least_m, greatest_m))
