"""Places that claims name, and the rows that say where they are: unresolved before wrong."""

import re

import pytest
from dispatches import proposed, words

from geomap.geometry import GEOD

TEXT = "Two soldiers were killed when gunmen attacked a checkpoint in {} on Wednesday."


def place(where, pair="IND-PAK"):
    text = TEXT.format(where)
    found = proposed(text, pair=pair)
    (claim,) = found.claims
    assert claim.place is not None
    return found, claim.place, words(text, claim.place)


def test_a_town_of_the_story_s_countries_has_its_point():
    found, said, _ = place("Kupwara")
    (row,) = [p for p in found.places if p.name == said.value[0]]
    assert (row.country, int(row.lat), int(row.lon)) == ("IN", 34, 74)


@pytest.mark.parametrize(
    ("pair", "name", "at"),
    [
        ("CMR-NGA", "Benin City", ("NG", 6, 5)),  # not the country of Benin
        ("BEN-NGA", "Benin City", ("NG", 6, 5)),
        ("IRQ-SYR", "Al Bukamal", ("SY", 34, 40)),
        ("IRQ-SYR", "al-Qaim", ("IQ", 34, 40)),
        ("IRQ-SYR", "Deir ez-Zor", ("SY", 35, 40)),
        ("KHM-THA", "Phnom Penh", ("KH", 11, 104)),  # the name of a government, too
        ("IND-PAK", "Kupwara City", ("IN", 34, 74)),
    ],
)
def test_a_name_of_several_words_is_looked_up_whole(pair, name, at):
    found, said, _ = place(name, pair)
    (row,) = [p for p in found.places if p.name == said.value[0] == name]
    assert (row.country, int(row.lat), int(row.lon)) == at


def test_a_name_that_nothing_knows_has_a_row_without_a_point_and_the_reason():
    found, said, _ = place("Zzyzxville")
    (row,) = [p for p in found.places if p.name == "Zzyzxville"]
    assert row.lon is None
    assert any("Zzyzxville" in why for why in found.unresolved)
    assert said.rule.startswith("place: unresolved")


def test_what_holds_a_place_is_a_part_of_its_path_and_each_name_stands_on_its_words():
    found, said, spelled = place("Zzyzxville, Kupwara district")
    assert list(said.value) == spelled == ["Zzyzxville", "Kupwara district"]
    rows = {p.name: p for p in found.places}
    assert rows["Zzyzxville"].within == "Kupwara district"
    assert rows["Zzyzxville"].country == rows["Kupwara district"].country == "IN"


@pytest.mark.parametrize("pair", ["IND-PAK", "COD-RWA"])
def test_a_country_needs_no_row(pair):
    found, said, _ = place("Zzyzxville in India", pair)
    assert said.value[-1] == "India"
    assert "India" not in {p.name for p in found.places}


def test_one_place_has_one_row_however_often_it_is_named():
    text = " ".join(TEXT.format("Kupwara").replace("Wednesday", day) for day in ("Monday", "Tuesday", "Wednesday"))
    found = proposed(text)
    assert [p.name for p in found.places if "Kupwara" in p.name] == ["Kupwara"]


def test_rows_that_no_claim_names_are_not_proposed():
    found = proposed("Two soldiers were killed in Kupwara on Monday, 5 km from Zzyzxville. They had come from Srinagar.")
    assert "Srinagar" not in {p.name for p in found.places}


def test_a_country_alone_is_found_by_its_name():
    _, said, _ = place("India", "COD-RWA")
    assert (said.value, said.rule.split(";")[0]) == (("India",), "place: country")


def test_two_ways_to_write_a_name_give_one_row():
    text = TEXT.format("Zzyzx Ville") + "\n\n" + TEXT.format("Zzyzxville").replace("Wednesday", "Monday")
    assert [p.name for p in proposed(text).places] == ["Zzyzx Ville"]


def rows(words, pair="IND-PAK"):
    found = proposed(f"Two soldiers were killed on Wednesday {words}.", pair=pair)
    (claim,) = found.claims
    return found, claim.place, {row.name: row for row in found.places}


def test_a_road_between_two_places_is_a_place_around_the_middle_of_the_way():
    _, said, listed = rows("on the road from Kupwara to Handwara")
    assert (said.value, said.rule.split(";")[0]) == (("road from Kupwara to Handwara",), "place: way")
    way, ends = listed[said.value[0]], [listed["Kupwara"], listed["Handwara"]]
    assert way.level == "site"
    _, _, long_m = GEOD.inv(ends[0].lon, ends[0].lat, ends[1].lon, ends[1].lat)
    for end in ends:
        assert GEOD.inv(way.lon, way.lat, end.lon, end.lat)[2] == pytest.approx(long_m / 2, abs=20)
        assert long_m / 2 <= way.radius_m <= long_m / 2 + 200


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("on the Kupwara-Handwara road", "Kupwara-Handwara road"),
        ("on the highway linking Kupwara and Handwara", "highway linking Kupwara and Handwara"),
        ("between Kupwara and Handwara", "between Kupwara and Handwara"),
    ],
)
def test_a_road_is_called_by_the_words_of_the_text(words, name):
    assert rows(words)[1].value == (name,)


def test_a_road_with_an_end_that_nothing_knows_has_no_point_and_the_reason():
    found, said, listed = rows("on the road from Kupwara to Zzyzxville")
    assert listed[said.value[0]].lon is None
    assert any("ends" in why for why in found.unresolved)


def test_a_way_across_half_a_country_is_no_place_with_a_point():
    _, said, listed = rows("on the road from Kupwara to Chennai")
    assert listed[said.value[0]].lon is None


def test_where_no_place_is_named_that_of_those_whom_it_befell_stands_in():
    found = proposed("Two shepherds from Kupwara were shot dead on Wednesday.")
    assert [(c.place.value, c.place.rule.split(";")[0]) for c in found.claims] == [(("Kupwara",), "place: stands in")]


def test_a_place_that_is_named_goes_before_one_that_stands_in():
    found = proposed("Two shepherds from Kupwara were shot dead in Handwara on Wednesday.")
    assert [c.place.value for c in found.claims] == [("Handwara",)]


def test_a_country_with_the_word_territory_is_the_country():
    found, said, _ = rows("in Pakistan territory")
    assert said.value == ("Pakistan",)
    assert found.ungrounded == ()


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers were killed on Wednesday 5 km south of Kupwara.",
        "Two soldiers were killed on Wednesday by snipers opposite Kupwara.",
        "The mayor of Kupwara said that two soldiers were killed on Wednesday.",
        "Kupwara residents saw how two soldiers were killed on Wednesday.",
        "Strike on a market in Kupwara\n\nTwo traders were killed by a drone on Wednesday.",
    ],
)
def test_a_place_that_is_named_beside_what_happened_stands_in_and_is_doubtful(text):
    (said,) = (claim.place for claim in proposed(text).claims)
    assert said.value == ("Kupwara",)
    assert said.rule.startswith("place: stands in")


def test_the_town_is_the_one_that_was_told_of():
    found = proposed(
        "Two soldiers were killed on Monday by a mine in Kupwara. On Wednesday, hundreds of people protested in the town."
    )
    assert [claim.place.value for claim in found.claims] == [("Kupwara",), ("Kupwara",)]


@pytest.mark.parametrize(
    "words",
    [
        "on the Kupwara - Handwara axis",
        "on the axis Kupwara - Handwara",
        "on the road Kupwara-Handwara",
        "along the Kupwara to Handwara road",
        "on the Kupwara/Handwara highway",
        "on a track that joins Kupwara and Handwara",
        "on the Kupwara - Handwara axis in India",
    ],
)
def test_a_road_is_finer_than_a_country_and_than_one_of_its_ends(words):
    (claim,) = proposed(f"Two soldiers were killed by a mine on Wednesday {words}.").claims
    (place, *_) = claim.place.value
    assert place in words
    assert {"Kupwara", "Handwara"} <= set(re.findall("[A-Z]\\w+", place))


def test_a_road_told_at_once_is_not_given_up_for_a_place_of_a_later_sentence():
    found = proposed(
        "Two soldiers were killed on Wednesday on the road from Kupwara to Handwara. "
        "Three soldiers were injured in the attack. Four were injured in the blast. "
        "Police said the attackers killed a driver in Sopore."
    )
    assert found.claims[0].place.value == ("road from Kupwara to Handwara",)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Police said that gunmen killed two soldiers on Friday.", None),
        ("Gunmen killed two soldiers on Friday. Most of them were young.", None),
        ("Police in Most killed two gunmen on Friday.", ("Most",)),
        ("Gunmen killed two soldiers in Most on Friday, police said.", ("Most",)),
    ],
)
def test_words_that_begin_a_sentence_are_no_towns_though_towns_are_called_so(text, place):
    found = proposed(text, pair="CZE-POL")  # where there are a town of Most and a town of Police

    assert [claim.place and claim.place.value for claim in found.claims] == [place]


def namesake(text, name):
    """The country and whole degrees of a place that Colombia and Venezuela both have, or None, and why."""
    found = proposed(text, pair="COL-VEN")
    (row,) = [p for p in found.places if p.name == name]
    return row.lon and (row.country, int(row.lat), int(row.lon)), found.unresolved


def test_of_a_name_that_both_countries_have_neither_place_is_taken_without_a_reason():
    # How many people the hamlet in Venezuela has nobody counted; officials of the other country do not tell which is meant.
    at, why = namesake("Shelling hit farms in Arauquita on Monday, killing two farmers, Colombian officials said.", "Arauquita")

    assert at is None
    assert why == ("Arauquita: a place of each country has this name: Arauquita in Colombia and Arauquita in Venezuela",)


@pytest.mark.parametrize(
    ("text", "name", "at"),
    [
        ("ARAUCA, Colombia - Shelling hit farms in Arauquita on Monday, killing two.", "Arauquita", ("CO", 7, -71)),
        (
            "Troops went to Norte de Santander on Friday.\n\nOn Monday gunmen killed two policemen in Villa del Rosario.",
            "Villa del Rosario",
            ("CO", 7, -72),
        ),
    ],
)
def test_of_a_name_that_both_countries_have_the_place_is_taken_whose_province_the_text_names(text, name, at):
    assert namesake(text, name) == (at, ())
