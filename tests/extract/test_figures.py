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
        "The team won three, the coach said",
        "Villagers gave 11 names",
    ],
)
def test_a_number_of_something_else_is_no_figure(then):
    assert figures(f"{FIRST}. {then}.") == [[(7, 7)]]
