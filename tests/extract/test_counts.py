"""How many people were killed or injured, and who they were."""

import pytest
from dispatches import piece, pieces, proposed, toll
from hypothesis import given
from hypothesis import strategies as st

from geomap.extract.somebody import side_of


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
        ("A blast hit a market, leaving 24 dead, locals said.", [("killed", 24, 24, None)]),
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


@given(st.integers(2, 400), st.sampled_from([("at least", 0), ("no fewer than", 0), ("more than", 1), ("over", 1)]))
def test_a_lower_bound_is_open_above(number, bound):
    said, more = bound
    assert killed(f"The attack killed {said} {number} soldiers.") == [(number + more, None)]


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
    who = ["farmers", "nurses", "villagers", "teachers"]
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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Shelling near Marsville wounded seven soldiers, two of them seriously.", "i7"),
        ("The blast wounded seven, three critically.", "i7"),
        ("Seven soldiers were wounded, two of whom are in critical condition.", "i7"),
        ("Two border guards, not one as first reported, were shot dead.", "k2"),
        ("Three, not two, soldiers were killed.", "k3"),
        ("Those injured include three pupils.", ""),
        ("A housewife and a porter were killed.", "k2"),
        ("A woman of about thirty and two of her daughters were killed.", "k3"),
        ("The militants stormed a post, killing five soldiers and wounding 11, security officials said.", "k5 i11"),
        ("A bomb tore through a hall, killing a cashier and wounding eight other people.", "k1 i8"),
        ("At least seven bodies of the attackers were lying on the hillside.", "k7-"),
        ("Three brothers aged 8, 10 and 14 were killed by a mine.", "k3"),
        ("A woman aged 30 and 2 children were killed.", "k3"),
        ("Four fighters, including a woman, were martyred and two others wounded.", "k4 i2"),
        ("The army regrets the loss of two men and four wounded.", "k2 i4"),
        ("The health centre received five wounded, including a child.", "i5"),
    ],
)
def test_only_those_whom_a_word_befell_are_counted_and_each_once(text, wanted):
    assert toll(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In the fight six of them were shot dead.", "k6"),
        ("Two of them were taken to hospital with burns.", "i2"),
        ("Two of the wounded later died.", "k2"),
        ("A man who was wounded died in hospital on Friday.", "k1"),
        ("Four men came back with wounds.", "i4"),
        ("A passing taxi driver was cut by flying glass.", "i1"),
        ("His uncle remains in intensive care.", "i1"),
        ("A few soldiers had fallen.", "k3-"),
        ("Rebels hacked 12 people to death with machetes.", "k12"),
        ("The court sentenced 12 people to death.", ""),
        ("The army lost three soldiers in the clashes.", "k3"),
        ("The army lost three posts in the clashes.", ""),
        ("Doctors treated five people for gunshot wounds.", "i5"),
        ("A woman had her leg amputated.", "i1"),
    ],
)
def test_people_are_counted_by_what_befell_them_in_the_end(text, wanted):
    assert toll(text) == wanted


def test_a_part_of_people_alone_is_known_from_elsewhere():
    assert [c.known for c in piece("Six of them were shot dead.").counts] == [True]
    assert [c.known for c in piece("Six soldiers were shot dead.").counts] == [False]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The death toll rose from three to five.", "k5"),
        ("The number of people killed in the attack has risen from three to five.", "k5"),
        ("One of them died on Sunday, which brings the toll to fourteen.", "k14"),
        ("The death toll reached nine on Monday, when two of the wounded died.", "k9"),
        ("The authorities gave a toll of five.", "k5"),
    ],
)
def test_a_toll_holds_those_whom_its_sentence_counts_beside_it(text, wanted):
    assert toll(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nobody was hurt or killed.", "k0 i0"),
        ("It said there was no loss of life or injury.", "k0 i0"),
        ("There are no losses among the personnel.", "k0"),
        ("There were no casualties.", "k0 i0"),
        ("No casualties were reported.", "k0 i0"),
        ("The army reported no casualties.", "k0 i0"),
        ("No one was hurt.", "i0"),
        ("The shell fell without casualties.", "k0 i0"),
        ("The shell landed in a field and did not injure anyone.", "i0"),
        ("No loss of civilian life has occurred.", "k0"),
        ("Neither side suffered casualties.", "k0 i0"),
        ("The attack did not cause any casualties.", "k0 i0"),
        ("The army did not say how many casualties there were.", ""),
        ("There was no loss of life.", "k0"),
        ("No body was burned.", ""),
        ("All 40 passengers were unharmed.", "i0"),
        ("The driver was unhurt.", "i0"),
        ("3 rebels were unscathed.", "i0"),
        ("Two soldiers were killed and the driver was unhurt.", "k2 i0"),
        ("Two soldiers were killed but none of the 40 passengers was hurt.", "k2"),
        ("None of the 40 passengers was hurt.", ""),
        ("Not one of the 12 workers was injured.", ""),
    ],
)
def test_nobody_is_a_count(text, wanted):
    assert toll(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "There was no word on casualties.",
        "There was no immediate word of any injuries.",
        "There were no reports of casualties.",
        "There were no immediate reports of casualties.",
        "No immediate reports of deaths or injuries were received.",
        "There was no information on casualties.",
        "There was no confirmation of casualties.",
        "There were no details about casualties.",
        "Casualty figures were not available.",
        "No casualty figures were given.",
        "The army gave no casualty figures.",
        "It was not clear whether anybody was hurt.",
        "It was not immediately known if anyone was killed.",
        "It is unclear how many people were injured.",
        "Shells fell on the town, with no immediate reports of casualties.",
    ],
)
def test_where_nothing_is_said_of_casualties_there_is_no_count(text):
    assert toll(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "60 farmers a year are still maimed by mines.",
        "Five soldiers have died there in blasts this year.",
        "Thirty people have been killed in the district since 2014.",
        "The insurgency has killed 2,000 people over the past decade.",
        "On average, three people are killed every month.",
        "Three people are killed daily in the district.",
        "Snakes kill three people a day on average.",
        "Since January 5 thirty people have been killed.",
        "Since 1 October 2019 the army has fought 21 times with traffickers; 19 suspects were killed.",
        "Three men may be killed.",
        "The claim that a crewman was killed by a patrol is not true.",
        "Claims that 11 officers were killed are fabrications.",
        "The ministry denied that two soldiers had been killed.",
        "If a man has died, the navy expresses its sympathy.",
    ],
)
def test_those_of_many_incidents_or_of_none_are_not_counted(text):
    assert toll(text) == ""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two soldiers were killed in the third attack this year.", "k2"),
        ("Two men were killed a day after the raid.", "k2"),
        ("The army denied the raid, and two soldiers were killed.", "k2"),
        ("The ministry denied that a post was overrun but said that two soldiers were killed.", "k2"),
        ("The army denied that its men fled in the battle, in which three soldiers were killed.", "k3"),
        ("A bomb killed 12 people at a weekly market.", "k12"),
        ("The raid killed two guards on a daily patrol.", "k2"),
        ("Gunmen killed three people a day later.", "k3"),
        ("Gunmen killed three people a week into the truce.", "k3"),
        ("Two farmers who were abducted in May were killed by gunmen.", "k2"),
        ("An attack in May killed three soldiers.", "k3"),
        ("Gunmen killed three policemen on Monday over the years-long dispute.", "k3"),
        ("Gunmen killed three policemen on 5 May, the first since the ceasefire ended.", "k3"),
        ("Gunmen killed three policemen on Monday in the worst raid since January.", "k3"),
        ("Gunmen killed two men in an attack that broke a calm since January.", "k2"),
        ("Gunmen killed three traders who had lived there since 2019.", "k3"),
        ("Two soldiers were killed, and it is not known if a third was there.", "k2"),
    ],
)
def test_a_word_for_time_or_doubt_about_something_else_leaves_a_count(text, wanted):
    assert toll(text) == wanted


def test_those_whom_only_their_age_names_are_counted_by_heads():
    assert toll("A 6-year-old was killed.") == "k1"
    assert toll("The shell killed a seven-year-old and injured two 9-year-olds.") == "k1 i2"
    assert toll("The raid killed 12 people and ended a two-year-old truce.") == "k12"
    (claim,) = proposed("Gunmen killed a 7-year-old in Kupwara on Tuesday.").claims
    assert [(count.value.low, count.value.high) for count in claim.counts] == [(1, 1)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Three men, 20, 25 and 30, were killed.", "k3"),
        ("Three men (20, 25 and 30) were killed.", "k3"),
        ("Two brothers, 8 and 10, were killed.", "k2"),
        ("Gunmen killed three farmers (31, 40 and 52).", "k3"),
        ("Two soldiers, 12 policemen and a guard were killed.", "k15"),
    ],
)
def test_how_old_several_are_is_not_added_to_how_many(text, wanted):
    assert toll(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two soldiers lost contact after gunmen attacked a post.", ""),
        ("Two soldiers lost their way.", ""),
        ("The village lost three families to migration.", ""),
        ("The army lost three soldiers in the attack.", "k3"),
        ("Three soldiers were lost.", "k3"),
        ("Three soldiers lost their lives.", "k3"),
    ],
)
def test_who_lost_something_is_not_lost(text, wanted):
    assert toll(text) == wanted


def test_armed_men_of_two_states_are_counted_apart_and_villagers_of_theirs_together():
    assert toll("Two Thai soldiers and one Cambodian were killed.") == "k2 k1"
    assert toll("Two Indian soldiers and three Pakistani soldiers were killed.") == "k2 k3"
    assert toll("Two Indian villagers and three Pakistani villagers were killed.") == "k5"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On 25 April two employees of a telecoms firm were killed outside Marsville.", [("killed", 2)]),
        ("On April 25 two employees of a telecoms firm were killed outside Marsville.", [("killed", 2)]),
        ("On May 12 the driver of a water truck was slightly wounded by a fragment.", [("injured", 1)]),
        ("The ministry said one of its own was killed.", [("killed", 1)]),
        ("A ferryman was killed at Marsville.", [("killed", 1)]),
        ("An Indian was killed at Marsville.", [("killed", 1)]),
        ("Two more received injuries of various degrees.", [("injured", 2)]),
        ("Three soldiers paid the supreme price.", [("killed", 3)]),
        ("Four civilians died on the spot and one more at the hospital.", [("killed", 5)]),
        ("Gunmen shot dead the administrator of the ward and his wife at their home.", [("killed", 2)]),
        ("All officers are safe.", [("killed", 0), ("injured", 0)]),
        ("Shots were fired at the launch, but no one was hit.", [("injured", 0)]),
        ("There are no losses.", [("killed", 0)]),
    ],
)
def test_people_are_told_from_the_numbers_and_words_beside_them(text, wanted):
    assert [(c.of, c.low) for p in pieces(text) for c in p.counts] == wanted


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("At the check point five soldiers were killed.", 5),
        ("At that point two soldiers were killed.", 2),
        ("At the meeting point three soldiers were killed.", 3),
    ],
)
def test_a_point_before_a_number_is_a_place_or_a_moment(text, count):
    assert killed(text) == [(count, count)]
