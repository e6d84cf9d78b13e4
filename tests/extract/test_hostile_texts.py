"""Texts made against rules of reading are read in time that grows with their length, or refused with one sentence."""

import time

import pytest
from dispatches import proposed
from timing import least

from geomap.extract.gathering import MOST_ACCOUNTS

#: Characters of the shorter text, for what is read fast, and how much longer the longer one is.
SHORT, TIMES = 20_000, 10
#: A text ten times as long may take so many times as long.
MOST_RATIO = 20
#: No text of `SHORT` characters takes longer, seconds of the processor.
MOST_SECONDS = 3

PIECES = {
    "one line": "Five soldiers were killed in an attack in Kupwara on Monday and ",
    "one sentence again and again": "Five soldiers were killed in an attack in Kupwara on Monday. ",
    "fates": "killed and ",
    "days": "on Monday ",
    "numeric days": "5/5/2031 ........ ",
    "capitals": "Marsville Army ",
    "abbreviations": "A-",
    "particles": "al-",
    "brackets": "(",
    "closing signs": '.)]"',
    "digits and commas": "1,",
    "digits": "1234567890",
    "one word": "ian",
    "control characters": "\x01\x02 \x1f",
    "quotes in quotes": "\"He said '",
    "words for days before a verb": "the Newland Army today ",
    "sides": "in the eastern northern Marsville ",
    "datelines": "A, a, a - ",
    "speakers": "the senior official, of x, said ",
    "lengths": "5 km from the Indian border ",
    "plans": "would attack the ",
    "blame": "blamed on suspected members of the ",
    "people": "two men and ",
    "marks": "a\u0301\u0323",
    "emoji": "😀",
    "possessives": "India's ",
    "rows of full stops": ". ",
    "empty lines": "\n",
    "short lines": "Marsville\n",
    "short paragraphs": "Gunmen attacked Kupwara.\n\n",
}


def seconds(text):
    started = time.process_time()
    proposed(text)
    return time.process_time() - started


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_a_text_ten_times_as_long_takes_about_ten_times_as_long(piece):
    short, long = ((piece * (size // len(piece) + 1))[:size] for size in (SHORT, SHORT * TIMES))
    seconds(short[:1000])  # what is made once
    assert least(lambda: seconds(short), MOST_SECONDS) < MOST_SECONDS
    assert least(lambda: seconds(long) / max(seconds(short), 0.05), MOST_RATIO) <= MOST_RATIO


def test_an_article_of_a_megabyte_takes_ten_times_as_long_as_one_of_a_tenth():
    piece = (
        "Villagers fled on Monday as soldiers searched houses in the north of Kupwara, "
        "where two men had been killed, police said. "
    )
    short, long = ((piece * (size // len(piece) + 1))[:size] for size in (100_000, 1_000_000))
    assert least(lambda: seconds(long) / seconds(short), MOST_RATIO) <= MOST_RATIO


def test_a_text_that_tells_of_too_many_incidents_is_refused_with_one_sentence():
    towns = [f"{a}{b}{c}ville" for a in "ABCDEFGHKL" for b in "aeiou" for c in "bcdfghjklmnp"]
    days = [f"{n % 28 + 1} May {1990 + n % 40}" for n in range(len(towns))]
    text = " ".join(
        f"Gunmen killed {n % 90 + 2} soldiers in {town} on {day}."
        for n, (town, day) in enumerate(zip(towns, days, strict=True))
    )
    assert len(towns) > MOST_ACCOUNTS
    with pytest.raises(ValueError, match=r"tells of more than 500 incidents; .*"):
        proposed(text)


def test_ten_megabytes_in_one_word_are_read():
    assert proposed("a" * 10_000_000).claims == ()
