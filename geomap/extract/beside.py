"""What a sentence holds beside its days, events and tolls: read when it is first asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from geomap.extract.actors import Named, read_actors
from geomap.extract.arms import is_name
from geomap.extract.days import Day
from geomap.extract.denials import Denial
from geomap.extract.parting import EXACT_DAYS, is_joined
from geomap.extract.phrases import Found, of_field
from geomap.extract.places import Mention, read_places
from geomap.extract.statements import Lies, may_state, read_statements
from geomap.extract.targets import Struck, read_targets
from geomap.extract.text import Sentence
from geomap.extract.triggers import Trigger
from geomap.vocabulary import countries_named, countries_with_capital, group_named

_MONTH_OF_DAYS: Final = 31
#: What may stand around a place and a day that head a sentence.
_LIST_SIGN: Final = re.compile(r"\W*")
_BRACKET: Final = re.compile(r"(?: ?\([^)]{1,30}\))?,? ?")
_COLON: Final = re.compile(r" ?[:-] ?")


class Beside:
    """The actors, places, targets, weapons and statements of a sentence."""

    def __init__(
        self,
        sentence: Sentence,
        raw: str,
        terms: Sequence[Found],
        days: Sequence[Day],
        dateline: tuple[int, int] | None,
        *,
        lead: bool,
    ) -> None:
        """Keep what they are read from.

        Args:
            sentence: where to read.
            raw: the text.
            terms: the terms of the sentence.
            days: its calendar expressions.
            dateline: the offsets of the dateline that it begins with.
            lead: whether its text begins with it.
        """
        self.sentence = sentence
        self._raw = raw
        self.all_terms = terms
        self._dateline = dateline
        self.dated = [(day.start, day.end) for day in days]
        self.days = [day for day in days if not (dateline and day.end <= dateline[1])]
        self.exact = any(day.dates == "event" and day.length <= EXACT_DAYS for day in days)
        self._of_old = any(day.dates == "event" and day.length > _MONTH_OF_DAYS for day in days)
        self._lead = lead
        self.begin = dateline[1] if dateline else sentence.start
        self.denied: tuple[Denial, Sequence[Trigger]] | None = None  #: what is reported only to be denied

    @cached_property
    def terms(self) -> list[Found]:
        """The terms that are no part of a day."""
        return [term for term in self.all_terms if not meets(term.start, term.end, self.dated)]

    @cached_property
    def named(self) -> list[Named]:
        """The actors, before anything is denied of them."""
        found = read_actors(self.sentence, self._raw, self.all_terms)
        return [actor for actor in found if not meets(actor.start, actor.end, self.dated)]

    @cached_property
    def actors(self) -> list[Named]:
        """The actors, and what each is said to have done."""
        return self.denied[0].of_actors(self.denied[1], self.named) if self.denied else self.named

    @cached_property
    def mentions(self) -> list[Mention]:
        """The places."""
        taken = [(a.start, a.end) for a in self.named if not (a.listed and _may_be_a_place(self._raw[a.start : a.end]))]
        dateline = [self._dateline] if self._dateline else []
        return read_places(self.sentence, self._raw, [*taken, *self.dated, *dateline])

    @cached_property
    def where(self) -> list[tuple[int, int]]:
        """The offsets of the places where something happened on a day."""
        return [(m.start, m.end) for m in self.mentions if m.role == "at"] if self.exact else []

    @cached_property
    def where_taken(self) -> list[tuple[int, int]]:
        """The offsets of the places that may have been taken on a day, or that lead the news: what once was is background."""
        news = self.exact or (self._lead and not self._of_old)
        return [(m.start, m.end) for m in self.mentions if m.role == "at"] if news else []

    @cached_property
    def targets(self) -> list[Struck]:
        """What was hit."""
        return read_targets(self.sentence, self.terms, self.days)

    @cached_property
    def weapons(self) -> list[Found]:
        """With what."""
        return [found for found in of_field(self.terms, "weapon") if not is_name(self.sentence, found)]

    @cached_property
    def statements(self) -> list[Lies]:
        """Where something lies to borders and places."""
        told = may_state(self.sentence, self.terms)
        return read_statements(self.sentence, self.terms, self.mentions, self._raw) if told else []

    def is_dated(self, mention: Mention) -> bool:
        """Whether a place has a day of its own: "attacked A on Monday and B on Tuesday", "- A (north), 4 May: ..."."""
        return is_joined(mention, self.days) or self._is_head(mention)

    def _is_head(self, mention: Mention) -> bool:
        first = _LIST_SIGN.fullmatch(self.sentence.words(self.sentence.start, mention.start))
        return bool(first) and any(
            _BRACKET.fullmatch(self.sentence.words(mention.end, day.start)) and _COLON.match(self.sentence.after(day.end))
            for day in self.days
        )


def _may_be_a_place(name: str) -> bool:
    """Whether the name of an actor may be that of a place, too: one word, or a state's name or its capital's."""
    words = " ".join(name.split())
    if words[:3].lower() == "al-" or group_named(words):
        return False
    return " " not in words or bool(countries_with_capital(words) or countries_named(words))


def meets(start: int, end: int, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch shares a letter with one of others."""
    return any(a < end and start < b for a, b in stretches)
