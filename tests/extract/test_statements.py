"""What a sentence says of where something lies."""

import pytest
from dispatches import piece, proposed

TEXTS = "Two soldiers were killed {}."


def said(words):
    text = TEXTS.format(words)
    return [
        (s.relation, s.border or (s.mention and s.mention.name), s.distance_m, s.bearing, s.about)
        for s in piece(text).statements
    ]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("5 km from the Indian border", ("distance", "IND-PAK", 5000, None, False)),
        ("about 5 km from the Indian border", ("distance", "IND-PAK", 5000, None, True)),
        ("5 kilometres from Marsville", ("distance", "Marsville", 5000, None, False)),
        ("12 km north of Marsville", ("direction", "Marsville", 12000, "N", False)),
        ("12 km north-east of Marsville", ("direction", "Marsville", 12000, "NE", False)),
        ("some 12 km (7.5 miles) away from Marsville", ("distance", "Marsville", 12000, None, True)),
        ("2.5 km off Marsville", ("distance", "Marsville", 2500, None, False)),
        ("near the Indian border", ("near", "IND-PAK", None, None, False)),
        ("at a post along the Indian border", ("along", "IND-PAK", None, None, False)),
        ("5 km inside the Indian border", ("distance", "IND-PAK", 5000, None, False)),
        ("5 km north of the Indian border", ("distance", "IND-PAK", 5000, None, False)),
        ("about 12km from the Indian border", ("distance", "IND-PAK", 12000, None, True)),
        ("3 km deep inside Indian territory", ("distance", "IND-PAK", 3000, None, False)),
        ("a kilometre and a half from the line of control", ("distance", "IND-PAK", 1500, None, False)),
        ("half a mile by road from Marsville", ("distance", "Marsville", 804.672, None, False)),
        ("a quarter of a mile from the Indian border", ("distance", "IND-PAK", 402.336, None, False)),
        ("500 yards off Marsville", ("distance", "Marsville", 457.2, None, False)),
        ("12 km NW of Marsville", ("direction", "Marsville", 12000, "NW", False)),
        ("south-west of the border town of Marsville", ("direction", "Marsville", None, "SW", False)),
        ("in Marsville, 12 km away", ("distance", "Marsville", 12000, None, False)),
        ("just across the border", ("across", "IND-PAK", None, None, False)),
        ("on the edge of Marsville", ("outskirts", "Marsville", None, None, False)),
        ("outside Marsville", ("outside", "Marsville", None, None, False)),
        ("in the far north of Marsville", ("part", "Marsville", None, "N", False)),
        ("in northern Marsville", ("part", "Marsville", None, "N", False)),
        ("in a hut; the nearest town is Marsville", ("nearest", "Marsville", None, None, False)),
        ("in the border town of Marsville", ("border town", "Marsville", None, None, False)),
        ("in a district bordering India", ("borders", "India", None, None, False)),
        ("near the town of Marsville", ("near", "Marsville", None, None, False)),
        ("in the general area of Marsville", ("near", "Marsville", None, None, False)),
        ("between Mars al-Shaab and Newtown", ("between", "Mars al-Shaab", None, None, False)),
        ("close to Marsville", ("near", "Marsville", None, None, False)),
    ],
)
def test_words_say_how_far_from_what_and_on_which_side(words, wanted):
    assert said(words) == [wanted]


@pytest.mark.parametrize(
    "words",
    [
        "5 km into Marsville", "as trade across the Indian border fell", "amid fighting along the Indian border",
        "in Marsville", "15km", "by the Indian border guards", "near the Chinese border", "as they queued in line",
        "5 km from the border with China", "amid talks between Marsville and Newtown",
    ],
)  # fmt: skip
def test_words_of_which_nothing_can_be_drawn_are_no_statement(words):
    assert said(words) == []


@pytest.mark.parametrize(
    ("pair", "words", "length"),
    [
        ("IND-PAK", "3 km from the line", 3000),
        ("IND-PAK", "3 km from the line of fire", None),
        ("IND-PAK", "3 km from the Line of Control", 3000),
        ("AFG-PAK", "3 km from the line", 3000),
        ("IRN-PAK", "3 km from the line", None),
        ("IRN-PAK", "where elders drew a line in the sand, 2 km from the line", None),
        ("IRN-PAK", "3 km from the zero line", 3000),
    ],
)
def test_a_line_by_itself_is_a_border_that_is_called_so_and_no_line_of_something(pair, words, length):
    claims = proposed(f"Two soldiers were killed on Monday {words}, police said.", pair=pair).claims
    assert [said.value.distance_m for claim in claims for said in claim.statements] == ([length] if length else [])


@pytest.mark.parametrize("far", ["two or three kilometres", "between two and three kilometres", "2-3 km", "a mile or two"])
def test_a_range_is_stated_as_neither_of_its_ends(far):
    (claim,) = proposed(f"Two soldiers were killed on Monday {far} from the Indian border, police said.").claims
    assert claim.statements == ()
    (claim,) = proposed(f"Two soldiers were killed on Monday {far} north of Kupwara, police said.").claims
    assert [(said.value.bearing, said.value.distance_m) for said in claim.statements] == [("N", None)]


def test_a_statement_stands_on_its_relation_its_length_and_its_reference():
    text = TEXTS.format("about 12 km (7 miles) from the Indian border")
    (found,) = piece(text).statements
    assert [text[a:b] for a, b in found.spans] == ["from", "about 12 km", "Indian border"]
    text = TEXTS.format("12 km north of Marsville")
    assert [text[a:b] for a, b in piece(text).statements[0].spans] == ["north of", "12 km", "Marsville"]
    text = TEXTS.format("12km inside Indian territory")
    assert [text[a:b] for a, b in piece(text).statements[0].spans] == ["inside", "12km", "inside Indian territory"]


def test_a_length_of_the_next_sentence_part_is_of_no_other_place():
    assert said("5 km from there; Marsville was quiet") == []


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("on the road from Marsville to Newtown", "road"),
        ("on the road linking Marsville and Newtown", "road"),
        ("on the Marsville-Newtown road", "road"),
        ("on the Marsville–Newtown highway", "road"),
        ("on their way from Marsville to the town of Newtown", "road"),
        ("between Marsville and Newtown", "between"),
    ],
)
def test_a_road_is_of_its_two_ends(words, relation):
    (found,) = piece(TEXTS.format(words)).statements
    assert (found.relation, found.mention.name, found.to.name) == (relation, "Marsville", "Newtown")


def test_of_two_rules_for_one_name_the_one_that_tells_more_is_taken():
    assert said("12 km north of the outskirts of Marsville") == [("direction", "Marsville", 12000, "N", False)]


def test_a_name_with_the_word_for_its_kind_is_said_of_as_one():
    text = TEXTS.format("in northern Marsville district")
    assert [text[a:b] for a, b in piece(text).statements[0].spans] == ["northern", "Marsville district"]


@pytest.mark.parametrize(
    "words",
    [
        "12 km NW of Kupwara", "in the far north of Kupwara district", "about 12km from the Indian border",
        "500 yards off Kupwara", "2 km north of the border", "a mile and a half across the Line of Control",
        "on the Kupwara-Handwara road", "on the southern outskirts of Kupwara", "3km within Pakistani territory",
        "just outside Kupwara", "in a village bordering India", "some 3 km beyond the border",
    ],
)  # fmt: skip
def test_every_statement_is_computed_again_from_its_words(words):
    found = proposed(f"Two soldiers were killed on Monday {words}.")
    (claim,) = found.claims
    assert claim.statements
    assert [one for one in found.ungrounded if one.field == "statements"] == []


def lies(text):
    (claim,) = proposed(text).claims
    return [(one.value.relation, one.value.of) for one in claim.statements]


TOLD = "Two soldiers were killed in Kupwara on Monday. "


@pytest.mark.parametrize(
    ("then", "wanted"),
    [
        ("The town lies 5 km from the Indian border.", [("distance", "IND-PAK")]),
        ("The site is about 15 km from the border.", [("distance", "IND-PAK")]),
        ("The nearest town is Handwara.", [("nearest", "Handwara")]),
        ("Kupwara is on the outskirts of Handwara.", [("outskirts", "Handwara")]),
        ("Traffic on the Handwara-Sopore road is slow.", []),
        ("A car was found near Handwara.", []),
        ("India has asked farmers not to work within 4 km of the border.", []),
    ],
)
def test_a_later_sentence_says_where_the_place_lies_only_where_it_tells_of_the_place(then, wanted):
    assert lies(TOLD + then) == wanted


def test_that_something_is_in_a_part_of_what_holds_a_finer_place_says_nothing():
    assert lies("Two soldiers were killed in Kupwara in northern India on Monday.") == []
    assert lies("Two soldiers were killed in northern India on Monday.") == [("part", "India")]


@pytest.mark.parametrize(
    "words",
    ["by shells fired from a post near Marsville", "by men who had fled from the north of Marsville",
     "by rockets launched from just across the border", "by fire from the outskirts of Marsville"],
)  # fmt: skip
def test_where_fire_or_people_came_from_says_nothing_of_where_it_happened(words):
    assert said(words) == []


def test_a_country_that_is_called_neighbouring_says_nothing_of_a_place():
    assert said("amid a war in neighbouring India") == []


@pytest.mark.parametrize(
    "words", ["3km inside Pakistani territory", "3 km within Pakistani territory", "3 km across the border"]
)
def test_a_length_inside_a_country_is_a_distance_from_the_border(words):
    assert lies(f"Two soldiers were killed in Kupwara on Monday {words}.") == [("distance", "IND-PAK")]
