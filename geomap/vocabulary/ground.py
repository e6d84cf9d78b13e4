"""Who takes ground, and whether it was theirs before: "captured ... army" and "recaptured ... rebels"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from geomap.vocabulary.codes import countries_named, countries_with_adjective
from geomap.vocabulary.cues import any_of, cue_words

_WORD: Final = re.compile(r"[\w'-]+")

GROUND_TAKEN: Final = ("Non-state actor overtakes territory", "Government regains territory")


@cache
def taking_verbs() -> re.Pattern[str]:
    """What is done to a place that is taken, in small letters, as one pattern."""
    return re.compile(rf"\b(?:{any_of('takes ground', 'takes ground back')})\b")


@cache
def side_words() -> re.Pattern[str]:
    """Words for the forces of a state or of those who fight it, in small letters, as one pattern."""
    return re.compile(rf"(?<![\w-]){any_of('side of a state', 'side of rebels')}(?![\w-])")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    back, state, rebels = (any_of(cue) for cue in ("takes ground back", "side of a state", "side of rebels"))
    return re.compile(rf"{back}\b"), re.compile(rf"(?<![\w-]){state}(?![\w-])"), re.compile(rf"(?<![\w-]){rebels}(?![\w-])")


def kind_of_taking(words: str) -> str | None:
    """The kind that a verb and those who did it tell, or None where the words begin with no such verb.

    >>> kind_of_taking("seized army"), kind_of_taking("seized rebel army"), kind_of_taking("recaptured")
    ('Government regains territory', 'Non-state actor overtakes territory', 'Government regains territory')
    >>> kind_of_taking("seized thai army"), kind_of_taking("seized milltown army")
    ('Government regains territory', 'Non-state actor overtakes territory')
    """
    back, state, rebels = _patterns()
    verb = taking_verbs().match(words)
    if not verb:
        return None
    who = words[verb.end() :].strip()
    if not who:
        return GROUND_TAKEN[bool(back.match(words))]
    return GROUND_TAKEN[bool(state.search(who)) and not rebels.search(who) and _is_of_a_state(state.sub(" ", who))]


def _is_of_a_state(names: str) -> bool:
    """Whether the words beside "army" are those of a state, and no name: "thai royal", not "milltown people's"."""
    left = " ".join(word for word in _WORD.findall(names) if word not in cue_words("forces of any side", "which force"))
    return not left or bool(countries_named(left) or countries_with_adjective(left))
