"""Who takes people away, and what becomes of them: "picked up ... police", "led ... unknown destination"."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Final

from geomap.vocabulary.cues import any_of, cue_words

SEIZURES: Final = ("Abduction/forced disappearance", "Arrests")

#: What tells of a seizure, the stronger sign first: by it, or by who did it, people disappear or are arrested.
_SIGNS: Final = (
    ("taken and gone", "taken in secret", "takes captives", "taken from home", "takes by force"),
    ("takes by law", "of the law"),
)


@cache
def seizing_verbs(*cues: str) -> re.Pattern[str]:
    """What is done to people who are taken, in small letters, as one pattern: of "seizes people", or all that may be."""
    return re.compile(rf"\b{any_of(*(cues or ('seizes people', 'moves people', 'in the hands of')))}(?![\w-])")


@cache
def signs_of_seizure(*cues: str) -> re.Pattern[str]:
    """Words of cues that tell who took people, or what became of them, in small letters, as one pattern."""
    return re.compile(rf"(?<![\w-]){any_of(*cues)}(?![\w-])")


@cache
def first_words(*cues: str) -> Collection[str]:
    """The words that those of cues may begin with."""
    return frozenset(re.split(r"[\s'*-]", term, maxsplit=1)[0] for term in cue_words(*cues))


def kind_of_seizure(words: str) -> str | None:
    """The kind that a verb and a sign of who did it, or of what became of those taken, tell; None where it is no such verb.

    >>> kind_of_seizure("picked up police"), kind_of_seizure("dragged bandits"), kind_of_seizure("picked up parcel")
    ('Arrests', 'Abduction/forced disappearance', None)
    """
    verb = seizing_verbs().match(words)
    sign = words.partition(" ")[2] if verb else ""
    return next((kind for kind, cues in zip(SEIZURES, _SIGNS, strict=True) if signs_of_seizure(*cues).search(sign)), None)
