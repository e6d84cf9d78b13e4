"""What an account counts in several sentences: a part of a toll is not added to it, and a later toll takes its place."""

import pytest
from dispatches import proposed

BLAST = "A bomb went off in Marsville on Monday, killing {}."


def tallies(text):
    """The dead and injured of each claim, in short: "k2 i1", "k5-" for at least five."""
    return [
        " ".join(
            f"{c.value.of[0]}{c.value.low}" + ("" if c.value.high == c.value.low else f"-{c.value.high or ''}")
            for c in claim.counts
        )
        for claim in proposed(text).claims
    ]


@pytest.mark.parametrize(
    ("killed", "later", "wanted"),
    [
        ("seven people and wounding nine", "Three of the wounded were moved to a larger hospital.", "k7 i9"),
        (
            "a woman and wounding her two daughters",
            "One of the girls was taken to hospital with burns.",
            "k1 i2",
        ),
        ("seven guards", "Two of the dead were conscripts who had been killed on their first day.", "k7"),
        ("four guards", "Two of the assailants were also killed.", "k4 k2"),
        ("four guards", "Two of the wounded died at night.", "k6"),
        ("four guards", "Another died of his wounds.", "k5"),
        ("four guards", "A fifth guard died of his wounds.", "k5"),
        ("four guards", "A fourth guard died of his wounds in hospital.", "k4"),
    ],
)
def test_a_part_of_those_told_before_is_no_one_new(killed, later, wanted):
    assert tallies(f"{BLAST.format(killed)} {later}") == [wanted]


def test_those_of_the_injured_who_were_moved_are_parted_from_the_injured():
    assert tallies("Shells hit Marsville on Monday. Doctors counted 14 dead and 37 injured; 22 of the injured were moved.") == [
        "k14 i37"
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Guards shot at each other in Marsville on Monday, leaving two Iranians and one Afghan dead.", "k2 k1"),
        ("A clash in Marsville on Monday left seven Iranian and four Afghan soldiers dead.", "k7 k4"),
        ("Gunmen in Marsville on Monday killed two Chinese and a Turk.", "k3"),
        ("A mine near Marsville wounded two Turks and two Kurds on Monday.", "i4"),
        ("Two Iranian trucks and three Afghan cars were burned in Marsville on Monday, and a driver was hurt.", "i1"),
    ],
)
def test_people_may_be_named_by_their_state_or_people_alone(text, wanted):
    assert tallies(text) == [wanted]


@pytest.mark.parametrize(
    ("killed", "later", "wanted"),
    [
        ("two people and wounding nine", "Two of the injured died by evening, bringing the dead to four.", "k4 i9"),
        ("three people", "The hospital said a fourth victim died on Tuesday.", "k4"),
        ("three soldiers", "A fourth died of his wounds on Tuesday.", "k4"),
        ("three people", "Two of the wounded died on Tuesday.", "k5"),
        ("three guards", "Among the dead were two members of the militia.", "k3"),
    ],
)
def test_who_died_later_is_no_incident_of_that_day(killed, later, wanted):
    assert tallies(f"{BLAST.format(killed)} {later}") == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Troops raided a hideout in Marsville on Monday. Fourteen khwarij were sent to hell.", "k14"),
        ("Six terrorists were dispatched to hell by troops in Marsville on Monday.", "k6"),
        (
            "Troops traded fire with gunmen in Marsville on Monday. One of the fighters attained the high rank of martyrdom.",
            "k1",
        ),
        ("Gunmen attacked a post in Marsville on Monday. A driver and a cook paid the ultimate sacrifice.", "k2"),
        (
            "Gunmen attacked a van in Marsville on Monday. One guard was fatally hit and a teacher took a bullet in the leg.",
            "k1 i1",
        ),
        ("A shell hit a school in Marsville on Monday. A teacher lost a foot and a pupil has a broken wrist.", "i1 i1"),
    ],
)
def test_to_die_and_to_be_hurt_have_many_words(text, wanted):
    assert tallies(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two soldiers were hurt in an ambush in Marsville on Monday. One officer was hit in the arm.", "i2"),
        (
            "Fighting broke out in Marsville on Monday. He counted 14 dead soldiers and said his own side had lost four.",
            "k14 k4",
        ),
        (
            "Gunmen attacked a post in Marsville on Monday. A driver (age 29, of Newtown) and a cook (age 23, of Oldtown),"
            " who had fought to the end, were killed.",
            "k2",
        ),
        (
            "A bomb killed four guards in Marsville on Monday, Newland's interior ministry said. The toll of five includes the"
            " bomber, the ministry said.",
            "k5",
        ),
        ("Two sides fought in Marsville on Monday, leaving two dead, in the most serious clash there since 2023.", "k2"),
        ("A bomb in Marsville on Monday killed three members of the National Guard Corps, and a cook was hurt.", "k3 i1"),
    ],
)
def test_who_is_counted_where_much_stands_between(text, wanted):
    assert tallies(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Four militants stormed a base in Marsville on Monday and killed 19 soldiers before being shot dead.", "k19 k4"),
        ("A gunman killed five worshippers in Marsville on Monday before he was shot dead by police.", "k5 k1"),
        ("Two gunmen killed a guard in Marsville on Monday and were shot dead.", "k1 k2"),
        ("A gunman killed five worshippers in Marsville on Monday before the police arrived.", "k5"),
    ],
)
def test_attackers_may_die_in_the_end(text, wanted):
    assert tallies(text) == [wanted]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("The hospital admitted 19 people.", "i19"),
        ("The district hospital has admitted 16 people and registered five deaths.", "i16 k5"),
        ("A clinic in the town is treating seven women.", "i7"),
        ("The hospital admitted that two doctors had fled.", ""),
    ],
)
def test_those_whom_a_hospital_admits_are_hurt(said, wanted):
    assert tallies(f"Shells fell on Marsville on Monday. {said}") == [wanted]


def test_two_speakers_give_two_tolls_of_the_same_forces():
    text = (
        "Four members of the border guard were killed in Marsville on Monday, the border command said. An armed group said"
        " it had killed nine guards."
    )
    assert tallies(text) == ["k4 k9"]


def test_a_third_man_lost_elsewhere_on_another_day_is_no_part_of_the_toll():
    found = proposed("Two soldiers were killed in Marsville on Monday. The army lost a third man in Tankton on Tuesday.").claims

    assert [(claim.place.value[0], claim.counts[0].value.low) for claim in found] == [("Marsville", 2), ("Tankton", 1)]


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("five people and injuring three. Two soldiers and three rebels were killed. Another was injured.", "k5 i4"),
        ("five people and injuring three. The dead were two soldiers and three rebels. One more was injured.", "k5 i4"),
        ("a guard. A woman was killed. One man was injured. The death toll has climbed to nine.", "i1 k9"),
        ("two guards and injuring four people. A woman was wounded. The toll rose to nine.", "k9 i4"),
    ],
)
def test_what_takes_the_place_of_the_dead_leaves_the_injured_as_they_are(told, wanted):
    assert tallies(BLAST.format(told).replace("..", ".")) == [wanted]
