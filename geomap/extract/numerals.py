"""The tokens that make up one number: "1,200", "twenty-one", "five to seven", "a trio of"; not an age."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from geomap.articles import SETS
from geomap.extract.text import Token
from geomap.language import SMALL
from geomap.vocabulary import cue_words

#: So many tokens may make up one number.
MOST_NUMBER: Final = 9
_OLDEST: Final = 120
_NUMBER_WORDS: Final = frozenset((*SMALL, "dozen", "hundred", "thousand", "half", "both"))
#: What makes a number with "a", and what goes on with "of".
_A_NUMBER: Final = frozenset(("dozen", "hundred", "few", "handful", "total", *SETS))
_OF: Final = frozenset(("handful", *SETS))


def number_end(tokens: Sequence[Token], at: int) -> int:
    """The token after a number that begins here; the same where none does, or one that is an age."""
    words = [token.word for token in tokens[at : at + MOST_NUMBER]]
    i = 0
    if words[:3] == ["half", "a", "dozen"] or (
        words[:1] == ["an"] and words[2:3] == ["number"] and words[1] in cue_words("unknown")
    ):
        return at + 3
    if words[0] == "a" and words[1:2] and words[1] in _A_NUMBER:
        i = 3 if words[1:3] == ["total", "of"] else 1
    if words[i : i + 2] == ["no", "one"]:
        return at + i + 2
    if words[i : i + 2] == ["no", "more"]:
        return at  # "two of them are no more"
    i += words[i : i + 1] == ["between"]
    start = i
    while i < len(words) and (is_number(words[i]) or (i > start and i + 1 < len(words) and _joins(tokens, words, at, i))):
        i += 1
    if i == start or _is_of_an_age(words[i:]) or (i == start + 1 and is_age_of_somebody(tokens, at + start, at + i)):
        return at
    if words[i : i + 3 : 2] == ["(", ")"] and words[i + 1].isdigit():
        return at + i + 3  # "two (02) soldiers"
    return at + i + (words[i : i + 1] == ["of"] and words[i - 1] in _OF)


def is_number(word: str) -> bool:
    """Whether a word is a number, or a part of one."""
    return word.isdigit() or word in _NUMBER_WORDS or word in cue_words("vague number")


def is_in_ages(word: str) -> bool:
    """Whether a word may stand in a list of how old several are: "20, 25 and 30"."""
    return word in (",", "and") or (word.isdigit() and int(word) <= _OLDEST)


def _is_of_an_age(after: Sequence[str]) -> bool:
    """Whether what follows a number makes an age of it: "30-year-old", "30 years old"."""
    return after[:3] == ["-", "year", "-"] or after[:2] in (["year", "old"], ["years", "old"], ["year", "-"])


def is_age_of_somebody(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a number between two signs is the age of somebody named before: "Ahmad Khan, 34,", "a girl (about 12)".

    Args:
        tokens: of the sentence.
        at: the first token of the number, with "about" before it.
        end: the token after it.
    """
    if not 2 <= at < end < len(tokens) or not tokens[end - 1].word.isdigit():
        return False
    signs = tokens[at - 1].word + tokens[end].word
    return signs in (",,", "()", ",.", "(,") and tokens[at - 2].word.isalpha() and not is_number(tokens[at - 2].word)


def _joins(tokens: Sequence[Token], words: Sequence[str], at: int, i: int) -> bool:
    """Whether a sign or a small word joins two parts of one number: "1,200", "twenty-one", "five to seven".

    A dash stands between them without spaces.
    """
    before, sign, after = words[i - 1], words[i], words[i + 1]
    if sign == "-" and not (tokens[at + i - 1].end == tokens[at + i].start and tokens[at + i].end == tokens[at + i + 1].start):
        return False
    if sign == ",":
        return before.isdigit() and after.isdigit() and len(after) == 3
    if sign == "to" and at and tokens[at - 1].word == "from":
        return False  # "rose from three to five"
    if before.isdigit() or after.isdigit():
        both = before.isdigit() and after.isdigit()
        return both and (sign in ("-", "to", "or") or (sign == "and" and "between" in words[:i]))
    if after not in _NUMBER_WORDS or after == "no":
        return False
    if sign == "and":
        return before in ("hundred", "thousand") or "between" in words[:i]
    return sign in ("-", "to", "or")
