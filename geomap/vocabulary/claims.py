"""How a value follows from the words, what may befall people, and how plainly an actor is named."""

from __future__ import annotations

from typing import Literal

#: How a value follows from the words at its spans. `articles.recompute` holds each against a text, except the last.
Derivation = Literal[
    "spelling",  # the words are listed spellings of the names, span for span
    "term",  # the words are a listed term for the value
    "literal",  # the words themselves
    "number",  # one number, in digits or words
    "sum",  # the sum of the numbers at the spans
    "at least",  # a number that the words give as a lower bound only
    "date",  # a calendar expression; missing year, weekday and "ago" resolved against the day of publication
    "since",  # from the day at the spans until publication
    "dateline",  # nothing said: no later than publication
    "statement",  # a relation word, its number and its reference, each at a span
    "read by a person",  # cannot be recomputed; counted and listed
]

ActorStatus = Literal["stated", "claimed", "acknowledged", "alleged", "denied"]
Casualty = Literal["killed", "injured", "killed or injured"]

BY_A_PERSON: Derivation = "read by a person"
