"""What is reported in a sentence only to be denied: "Reports that a drone struck the village are false"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geomap.extract.actors import Named
from geomap.extract.text import Sentence
from geomap.extract.triggers import Trigger
from geomap.extract.uncounted import denied_in


@dataclass(frozen=True, slots=True)
class Denial:
    """What a sentence says is not so: offsets of what was reported, and of the word that denies it."""

    start: int
    end: int
    word: tuple[int, int]

    def of_triggers(self, triggers: Sequence[Trigger], actors: Sequence[Named]) -> list[Trigger]:
        """The words for events, of which those of a denied report tell of none, unless somebody was said to have done it."""
        if self._doer(triggers, actors):
            return list(triggers)
        return [replace(t, happened=t.happened and not self._holds(t.spans[0][0])) for t in triggers]

    def of_actors(self, triggers: Sequence[Trigger], actors: Sequence[Named]) -> list[Named]:
        """The actors, of whom the one who is said to have done it in a denied report is denied."""
        doer = self._doer(triggers, actors)
        return [replace(a, status="denied", status_span=self.word, rule="report denied") if a is doer else a for a in actors]

    def _doer(self, triggers: Sequence[Trigger], actors: Sequence[Named]) -> Named | None:
        event = min((t.spans[0][0] for t in triggers if t.happened and self._holds(t.spans[0][0])), default=None)
        if event is None or self.word[0] == self.word[1]:
            return None
        told = [a for a in actors if self._holds(a.start) and (a.end <= event or a.status == "stated")]
        return max(told, key=lambda a: a.start, default=None)

    def _holds(self, at: int) -> bool:
        return self.start <= at < self.end


def read_denial(sentence: Sentence) -> Denial | None:
    """What a sentence reports only to deny it, or None."""
    for told in denied_in(sentence.line):
        start, end = told.word
        word = (sentence.start + start, sentence.start + end)
        return Denial(sentence.start + told.start, sentence.start + told.end, word)
    return None
