"""Injuries that somebody has, whatever they are: "a bullet in the knee", "deep cuts", "a broken wrist"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from geomap.vocabulary.cues import any_of

#: What stands between who has one and its word: "a deep", "some light"; nobody, no number, and no "power" before "cuts".
_HOW: Final = (
    rf"(?:an? )?(?:(?!{any_of('no word before an injury', 'number of dead')}\b|{any_of('cut back')} cuts?\b)"
    rf"[a-z][a-z'-]* ){{0,3}}?"
)
#: What somebody may have lived with for long: "a veteran with a severed leg", not "left with a severed leg".
_LASTING: Final = re.compile(rf"(?<!left )(?<!, )(?<!hospital )with (?:an? )?(?:\w+ )?{any_of('lasting injury')}\b")
_IN: Final = r"(?:in|to|through) (?:(?:the|an?|both|one|his|her|their|its) )?"
_INJURY: Final = re.compile(
    rf"\b{any_of('has an injury')} {_HOW}"
    rf"(?:{any_of('injury of somebody')}"
    rf"|(?!{any_of('thing held')} {_IN}{any_of('part that holds')}\b){any_of('thing in a body')} {_IN}"
    rf"(?:{any_of('part of a body')}|him|her|them)|{any_of('broken or cut')} {any_of('part of a body')})(?![\w-])"
)


def injuries_in(line: str) -> Iterator[tuple[int, int]]:
    """Where a line says, in small letters, that somebody has an injury, from the word for having on.

    >>> line = "a girl has a splinter in her cheek and two men escaped with light burns; he came with a friend."
    >>> [line[start:end] for start, end in injuries_in(line)]
    ['has a splinter in her cheek', 'with light burns']
    """
    return (match.span() for match in _INJURY.finditer(line) if not _LASTING.match(line, match.start()))


def is_injury(words: str) -> bool:
    """Whether words, in small letters, say that somebody has an injury.

    >>> is_injury("with light burns"), is_injury("with light arms")
    (True, False)
    """
    return bool(_INJURY.fullmatch(words))
