"""Figures without a word for a fate: "the mayor counted nine" is of those of whom was told, if nothing else was numbered."""

import pytest
from dispatches import proposed

FIRST = "Gunmen killed seven farmers near Marsville on Monday, police said"


def figures(text, of="killed"):
    """The figures of each claim."""
    return [sorted((c.value.low, c.value.high) for c in claim.counts if c.value.of == of) for claim in proposed(text).claims]


@pytest.mark.parametrize(
    ("then", "wanted"),
    [
        (". The mayor counted nine", (9, 9)),
        (". The civil protection agency had earlier counted nine", (9, 9)),
        (". The prefect reported only four victims", (4, 4)),
        (". Relatives spoke of nine", (9, 9)),
        (". Local journalists wrote of about nine", (9, 9)),
        (". The rebels admitted to none", (0, 0)),
        ("; the army spokesman gave a figure of nine", (9, 9)),
        (". The opposition, by contrast, put it at no fewer than 20", (20, None)),
        (". The army's count stands at four", (4, 4)),
        (". The mosque's register shows more than 30", (31, None)),
        (". The army acknowledged the loss of four", (4, 4)),
        (". A later communiqué raised this to nine", (9, 9)),
        ('. "We have buried nine," said the village head', (9, 9)),
        ('. The mayor: "Nine, because two men died this morning."', (9, 9)),
        (". The company claims to have shot dead four soldiers", (4, 4)),
        (". The governor, however, maintains that at least 20 people died", (20, None)),
        (". The council blamed the army, and gave a toll of four", (4, 4)),
        (". Relatives say those slain were four students", (4, 4)),
        (". A man who helped at the burial said there were nine graves", (9, 9)),
        ("; villagers, however, spoke of more than 20 dead", (21, None)),
    ],
)
def test_a_number_alone_is_a_figure_of_those_of_whom_was_told(then, wanted):
    assert figures(f"{FIRST}{then}.") == [sorted([(7, 7), wanted])]


def test_a_speaker_without_a_verb_of_his_own_gives_a_figure_after_another():
    assert figures(f"{FIRST}. The mayor put it at nine and the army at four.") == [[(4, 4), (7, 7), (9, 9)]]
    assert figures("A bomb killed people in Marsville, doctors putting the dead at 12 and the Red Cross at 18.") == [
        [(12, 12), (18, 18)]
    ]


def test_a_number_is_of_the_hurt_where_they_alone_were_told_of():
    assert figures("A blast wounded nine people in Marsville on Monday. The hospital put it at 14.", "injured") == [
        [(9, 9), (14, 14)]
    ]
    text = f"{FIRST}. A woman was hurt by glass. The authorities have spoken of five victims."
    assert figures(text) == [[(5, 5), (7, 7)]]


@pytest.mark.parametrize("first", ["up from the six first announced", "from the six first given out by the police"])
def test_a_toll_that_was_put_right_since_stands_beside_the_later_one(first):
    assert figures(f"The toll of the blast in Marsville has climbed to nine, doctors said, {first}.") == [[(6, 6), (9, 9)]]


@pytest.mark.parametrize(
    "then",
    [
        "The mayor counted nine burnt houses",
        "A spokesman said two, including the mayor, had fled",
        "Police said there were four attackers. Witnesses spoke of six",
        "The gang drove off 40 cows. The owner counted 52",
        "The army has confirmed four arrests. The ministry reported three",
        'The men came on foot. "I counted eight," a resident said',
        "Officials put the damage at four million rupees; the mayor put it at six",
        "The minister spoke at six. The hospital counted eleven and four",
        "A man who fled said there were nine, and one on a horse",
        "The team won three, the coach said",
        "Villagers gave 11 names",
    ],
)
def test_a_number_of_something_else_is_no_figure(then):
    assert figures(f"{FIRST}. {then}.") == [[(7, 7)]]


@pytest.mark.parametrize(
    ("first", "then", "wanted"),
    [
        ("The mayor was shot dead in Marsville on Monday", "His driver and a guard were also killed", [1, 2]),
        ("The mayor was shot dead in Marsville on Monday", "His nephew and a guard died too", [1, 2]),
        ("The mayor was shot dead in Marsville on Monday", "His driver was also killed", [1, 1]),
        ("Herders shot dead a farmer in Marsville on Monday", "In reprisals four of the herders were beaten to death", [1, 4]),
        ("13 enemy bodies were counted after a clash in Marsville", "Two of our comrades sacrificed their lives", [2, 13]),
        ("Five soldiers were killed in Marsville on Monday", "Two of the soldiers died of their wounds", [5]),
        ("Five people were killed in Marsville on Monday", "The mayor was also killed", [5]),
        (
            "Five people died in Marsville, a local official said",
            "Local officials and a guard said three traders were shot dead",
            [5],
        ),
    ],
)
def test_those_who_cannot_be_of_the_ones_told_before_are_counted_beside_them(first, then, wanted):
    assert [low for low, _ in figures(f"{first}. {then}.")[0]] == wanted


def test_who_speaks_behind_a_comma_is_no_force_that_acted_before_it():
    text = "Guns pounded a post in Marsville on Monday, and there, says the defence ministry, three soldiers were killed."
    assert [c.attributed_to for c in proposed(text).claims[0].counts] == ["defence ministry"]


def test_a_mine_that_claims_lives_says_nothing():
    text = "A bomb killed two in Marsville on Monday. On 3 March a like device at Oldtown had claimed four lives."
    assert figures(text) == [[(2, 2)], [(4, 4)]]


def test_an_earlier_report_and_what_it_was_put_right_to_stand_side_by_side():
    text = "Initial reports of six deaths in the attack on a church in Marsville were revised to 22 by the government."
    assert figures(text) == [[(6, 6), (22, 22)]]


def test_what_became_of_the_hurt_elsewhere_is_of_the_same_incident_and_raises_its_toll():
    text = (
        "Four guards were killed and nine hurt in an attack on a post in Marsville on Monday, officials said. The injured were"
        " taken to the hospital in Oldtown, where two of them died, doctors said, raising the death toll to six."
    )
    assert figures(text) == [[(6, 6)]]


def test_the_people_of_a_side_that_heads_a_sentence_are_counted_beside_those_of_the_other():
    text = "In a clash at Marsville the Thai side lost six soldiers. On the Cambodian side one soldier died and four were hurt."
    assert figures(text) == [[(1, 1), (6, 6)]]


@pytest.mark.parametrize(
    ("text", "of", "wanted"),
    [
        ("A bomb killed two passers-by, a man of 60 and a student, in Marsville on Monday.", "killed", 2),
        ("Gunmen killed two soldiers, a policeman and a driver in Marsville on Monday.", "killed", 4),
        ("A bomb wounded eight guards, three officers among them, in Marsville on Monday.", "injured", 8),
        ("Five villagers, two women among them, were killed in Marsville on Monday.", "killed", 5),
    ],
)
def test_people_who_are_named_one_by_one_or_are_a_part_are_no_more(text, of, wanted):
    assert figures(text, of) == [[(wanted, wanted)]]


HIT = "Rockets hit Marsville on Monday and six people were killed, the army said. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (HIT + "Another, who helped to carry the dead, counted eleven.", [6, 11]),
        (HIT + "The villagers have buried eleven.", [6, 11]),
        (HIT + "The town buried eleven of its own on Tuesday.", [6, 11]),
        (HIT + "The town buried eleven of its young men on Tuesday.", [6, 11]),
        (HIT + "The miller buried three of his mules.", [6]),
        (HIT + "The town had buried four of its teachers in two years.", [6]),
        (HIT + "The elder puts his dead neighbours at eleven.", [6, 11]),
        (HIT + "Soldiers beat back the rebels at Oldtown on Tuesday and buried two of their own.", [6]),
        ("Rockets hit Marsville on Monday, killing six guards according to the army, or ten according to the rebels.", [6, 10]),
        ("Rockets hit Marsville on Monday. Six guards died according to the army and ten according to residents.", [6, 10]),
        ("Rockets hit Marsville on Monday, in the course of which three guards were killed.", [3]),
        ("Rockets hit Marsville on Monday. Residents put the dead at up to 20.", [0]),
    ],
)
def test_a_number_that_somebody_gives_of_the_dead(text, wanted):
    claims = proposed(text).claims

    assert [c.value.low for c in claims[0].counts if c.value.of == "killed"] == wanted
