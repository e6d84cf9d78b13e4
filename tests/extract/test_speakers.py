"""Whom a text credits with what it tells, by the frames of its sentences."""

import pytest
from dispatches import pieces, proposed

from geomap.extract.speakers import speaker_at, speaks_for


def speakers(text, at="two were killed"):
    """Who says each "two were killed", or other words, of a text: the name, None where nobody is credited."""
    found = []
    for piece in pieces(text):
        begin = piece.start
        while (begin := text.lower().find(at, begin, piece.end)) >= 0:
            frame = speaker_at(piece.frames, begin)
            if frame:
                assert " ".join(text[frame.speaker.start : frame.speaker.end].split()) == frame.speaker.name
            found.append(frame and frame.speaker.name)
            begin += 1
    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two were killed, police said.", "police"),
        ("Police said two were killed.", "Police"),
        ("Two were killed, a senior security official told the paper.", "senior security official"),
        ("According to local residents, two were killed.", "local residents"),
        ("Two were killed, according to the mayor of the town.", "mayor of the town"),
        ("Two were killed, said the district commissioner.", "district commissioner"),
        ("Two were killed, a spokesman for the ministry of defence said.", "spokesman for the ministry of defence"),
        ("The hospital's director, who was there, said two were killed.", "hospital's director"),
        ("The army later confirmed that two were killed.", "army"),
        ("The army said in a statement on Monday that two were killed.", "army"),
        ("Two were killed, the group's commander claimed.", "group's commander"),
        ("Ali Khan, the director of the hospital, said two were killed.", "Ali Khan"),
        ("The spokesman called the report that two were killed a lie.", "spokesman"),
        ("The army rejected the claim and said two were killed.", "army"),
        ("The army sent troops and said two were killed.", "army"),
        ("The ministry dismissed reports of a retreat and said two were killed.", "ministry"),
        ("The ministry accused rebels of an attack in which two were killed.", "ministry"),
        ("On Monday, residents said two were killed.", "residents"),
    ],
)
def test_who_said_it_is_named_in_the_words_of_the_text(text, name):
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Two were killed. The chairman said so.",
        "Two were killed. The policeman fled.",
        "It is said that two were killed.",
        "Two were killed.",
        "The road said to be mined is the one on which two were killed.",
    ],
)
def test_nobody_is_credited_where_no_word_for_speech_follows_an_office(text):
    assert speakers(text) == [None]


def test_each_of_two_speakers_of_a_sentence_is_credited_with_its_own_words():
    text = "The army said two were killed, while residents said that two were killed by a mine."
    assert speakers(text) == ["army", "residents"]
    text = "Two were killed, police said, but according to a doctor, two were killed later."
    assert speakers(text) == ["police", "doctor"]


def test_what_stands_before_a_speaker_who_leads_is_not_credited():
    assert speakers("The town was quiet after two were killed and police said nothing more.") == [None]


def test_a_pronoun_stands_for_who_spoke_before_and_for_nobody_after_a_while():
    assert speakers("The mayor said it was calm. He said two were killed.") == ["mayor"]
    quiet = "Shops were shut in the town. " * 4
    assert speakers(f"The mayor said it was calm. {quiet}He said two were killed.") == [None]


def test_a_quotation_that_runs_on_belongs_to_who_began_it():
    assert speakers('"It was night," the mayor said. "Two were killed."') == ["mayor"]
    assert speakers('"Two were killed. It was night," the mayor said.') == ["mayor"]


def test_a_speaker_is_not_credited_with_the_words_that_name_it():
    assert speakers("The army said two were killed.", at="army") == [None]


def test_a_party_speaks_for_its_own_and_a_villager_for_none():
    assert speaks_for("Pakistan's army", "Pakistani military")
    assert not speaks_for("Pakistani villagers", "Pakistani military")
    assert not speaks_for("Indian army", "Pakistani military")


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested three suspects after two were killed.",
        "The government dismissed the army chief on Monday after two were killed.",
        "The court rejected the general's appeal on Monday after two were killed.",
        "The army denied any part in it, after two were killed.",
    ],
)
def test_who_arrests_or_dismisses_somebody_says_nothing(text):
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("We could not verify the claim by Red Valley Front that eleven soldiers died.", "Red Valley Front"),
        ("We could not verify the Red Valley Front's claim that eleven soldiers died.", "Red Valley Front"),
        ("There was no confirmation of a claim by the rebels that eleven soldiers were killed.", "rebels"),
        ("An assertion from the governor that eleven soldiers died was not confirmed.", "governor"),
    ],
)
def test_what_somebody_claims_is_credited_to_the_one_who_claims_it(told, speaker):
    (claim,) = proposed(f"Gunmen attacked a camp in Kupwara on May 4. {told}").claims
    assert [(c.value.low, c.attributed_to) for c in claim.counts] == [(11, speaker)]
    assert not claim.actors
