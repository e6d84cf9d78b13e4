"""How many people were killed or injured, and who they were."""

import pytest
from dispatches import piece
from hypothesis import given
from hypothesis import strategies as st

from geomap.extract.fates import side_of


def counts(text):
    return [(c.of, c.low, c.high, c.whom) for c in piece(text).counts]


def killed(text):
    return [(low, high) for of, low, high, _ in counts(text) if of == "killed"]


ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number):
    """A number up to 999 in words."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    small = ONES[rest] if rest < 20 else TENS[tens - 2] + (f"-{ONES[ones]}" if ones else "")
    return " and ".join([f"{ONES[hundreds]} hundred"] * bool(hundreds) + [small] * bool(rest or not hundreds))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two soldiers were killed.", [("killed", 2, 2, "soldiers")]),
        (
            "Two soldiers were killed and three villagers injured.",
            [("killed", 2, 2, "soldiers"), ("injured", 3, 3, "villagers")],
        ),
        ("The blast killed a soldier and injured four others.", [("killed", 1, 1, "soldiers"), ("injured", 4, 4, None)]),
        ("The blast left two dead and five wounded.", [("killed", 2, 2, None), ("injured", 5, 5, None)]),
        ("Three border guards lost their lives.", [("killed", 3, 3, "border guards")]),
        ("Four people suffered injuries.", [("injured", 4, 4, "people")]),
        ("Nobody was killed.", [("killed", 0, 0, None)]),
        ("A policeman was shot dead.", [("killed", 1, 1, "police")]),
        ("Two soldiers and a policeman were killed.", [("killed", 3, 3, None)]),
        ("Two civilians, a boy and a woman, were killed.", [("killed", 2, 2, "civilians")]),
    ],
)  # fmt: skip
def test_a_number_is_tied_to_the_fate_of_those_it_counts(text, wanted):
    assert counts(text) == wanted


@given(st.integers(1, 999), st.booleans())
def test_a_number_is_read_in_figures_and_in_words(number, in_words):
    if 1900 <= number <= 2100:
        return
    (count,) = piece(f"The attack killed {spelled(number) if in_words else number} soldiers.").counts
    assert (count.low, count.high, len(count.spans)) == (number, number, 2)


@given(st.integers(1000, 3000))
def test_a_number_with_a_comma_between_thousands_is_one_number(number):
    assert killed(f"The attack killed {number:,} soldiers.") == [(number, number)]


@given(
    st.integers(1, 90),
    st.integers(1, 9),
    st.sampled_from(["{}-{}", "{} to {}", "between {} and {}", "{} or {}"]),
    st.booleans(),
)
def test_a_range_gives_both_ends(low, more, way, in_words):
    ends = (low, low + more)
    said = way.format(*map(spelled, ends)) if in_words and way != "{}-{}" else way.format(*ends)
    assert killed(f"The attack killed {said} soldiers.") == [ends]


@given(st.integers(2, 400), st.sampled_from(["at least", "more than", "over", "no fewer than"]))
def test_a_lower_bound_is_open_above(number, bound):
    assert killed(f"The attack killed {bound} {number} soldiers.") == [(number, None)]


@given(st.integers(2, 400))
def test_an_upper_bound_begins_with_nobody(number):
    assert killed(f"The attack killed up to {number} soldiers.") == [(0, number)]


@pytest.mark.parametrize(
    ("words", "low"),
    [("dozens of", 24), ("scores of", 40), ("several", 3), ("hundreds of", 200), ("two dozen", 24), ("half a dozen", 6)],
)
def test_words_for_many_are_open_above_and_a_dozen_is_twelve(words, low):
    ((found, high),) = killed(f"The attack killed {words} soldiers.")
    assert found == low
    assert high is None or ("dozen" in words and high == low)


@given(st.lists(st.integers(1, 50), min_size=2, max_size=4))
def test_people_of_one_fate_add_up(numbers):
    who = ["soldiers", "policemen", "villagers", "teachers"]
    parts = [f"{number} {name}" for number, name in zip(numbers, who, strict=False)]
    text = f"{', '.join(parts[:-1])} and {parts[-1]} were killed."
    if len(numbers) > 2 and numbers[0] == sum(numbers[1:]):
        return  # the first is taken for the whole
    assert killed(text) == [(sum(numbers), sum(numbers))]


@pytest.mark.parametrize(
    "text",
    [
        "A 30-year-old man was there.",
        "The attack killed cattle 12 km from the border.",
        "Three rockets were fired, killing nobody that we know.",
        "It was 1,5 km away.",
        "The army said 2019 were killed.",
        "The 30-year-old was killed.",
        "He would kill two soldiers.",
        "They did not kill two soldiers.",
        "Two vehicles were destroyed and the driver fled.",
    ],
)
def test_what_counts_nobody_gives_no_dead(text):
    assert [pair for pair in killed(text) if pair != (0, 0)] == []


def test_an_age_is_no_number_of_people():
    assert counts("A 30-year-old man was killed.") == [("killed", 1, 1, "men")]
    assert counts("Two men aged 30 and 40 were killed.") == [("killed", 2, 2, "men")]


def test_those_who_are_included_are_not_counted_twice():
    assert killed("Seven people, including three women, were killed.") == [(7, 7)]
    assert killed("Seven people were killed, two of them children.") == [(7, 7)]


def test_attackers_are_counted_apart_from_those_they_attacked():
    assert counts("Two soldiers and three militants were killed.") == [
        ("killed", 2, 2, "soldiers"),
        ("killed", 3, 3, "militants"),
    ]
    assert [c.side for c in piece("Two soldiers and three militants were killed.").counts] == ["forces", "attackers"]
    assert side_of("villagers") == "others"


def test_a_toll_is_of_the_dead_and_takes_the_place_of_an_earlier_one():
    (count,) = piece("The death toll from the attack rose to 12.").counts
    assert (count.of, count.low, count.high, count.rises) == ("killed", 12, 12, True)


def test_a_day_counts_nobody():
    assert killed("Soldiers were killed on 5 May.") == []


def test_each_count_stands_on_its_people_and_their_fate():
    text = "Two soldiers and a policeman were killed."
    (count,) = piece(text).counts
    assert [text[a:b] for a, b in count.spans] == ["Two soldiers", "a policeman", "killed"]


def test_each_count_says_which_rule_tied_it():
    rules = {
        "Four people suffered severe head injuries.": "suffered",
        "Four people were killed.": "passive",
        "Four people died.": "died",
        "It killed four people.": "active", "The four people killed fled.": "adjacent", "The death toll rose to 4.": "toll",
    }  # fmt: skip
    assert {text: piece(text).counts[0].rule for text in rules} == rules
