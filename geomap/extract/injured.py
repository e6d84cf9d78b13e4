"""People who have a wound, a broken limb or a bullet in them: injured, however that is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from geomap.extract.phrases import Found
from geomap.extract.text import Sentence
from geomap.vocabulary import cue_words, injuries_in


def _last_words(*cues: str) -> frozenset[str]:
    return frozenset(term.split()[-1] for term in cue_words(*cues))


#: Words that an injury is told with: one of having, and one of an injury, or of a body beside one of what became of it.
_HAS: Final = _last_words("has an injury")
_INJURIES: Final = _last_words("injury of somebody")
_BODIES: Final = _last_words("part of a body") | {"him", "her", "them"}
_DONE_TO_IT: Final = _last_words("thing in a body", "broken or cut")


def with_injuries(sentence: Sentence, terms: Sequence[Found]) -> Iterator[Found]:
    """The terms of a sentence, with the injuries that somebody has in the place of the words for a fate within them."""
    told = injuries_in(sentence.line) if _may_tell(sentence.word_set) else ()
    found = [(sentence.start + start, sentence.start + end) for start, end in told]
    dead = [term for term in terms if term.field == "casualty" and term.value == "killed"]
    found = [(start, end) for start, end in found if not any(term.start <= start < term.end for term in dead)]
    for term in terms:
        within = any(start < term.end and term.start < end for start, end in found)
        if term.field != "casualty" or not (within or _is_old(sentence, term)):
            yield term
    for start, end in found:
        yield Found("casualty", "injured", start, end, sentence.index(start), sentence.index(end))


def _is_old(sentence: Sentence, term: Found) -> bool:
    """Whether a word for an injury is of one from before: "soldiers with old wounds"."""
    before = sentence.tokens[term.first - 1].word if term.first else ""
    return before in cue_words("before an injury long had") and sentence.words(term.start, term.end) in _INJURIES


def _may_tell(words: frozenset[str]) -> bool:
    """Whether the words of a sentence may tell of an injury that somebody has."""
    if words.isdisjoint(_HAS):
        return False
    return not words.isdisjoint(_INJURIES) or not (words.isdisjoint(_BODIES) or words.isdisjoint(_DONE_TO_IT))
