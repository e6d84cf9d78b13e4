"""To whom or what something was done: the object of a deed, active, passive or as a noun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geomap.extract.days import Day
from geomap.extract.phrases import Found, of_field
from geomap.extract.text import Sentence
from geomap.language import LARGE, SMALL
from geomap.vocabulary import any_of, cue_words

#: Words between a deed and the noun it was done to: "a crowded weekly" market; no preposition, and no other clause.
_GAP: Final = rf"(?: (?:{any_of('lot of')} of|(?!{any_of('no part of a target')}\b)\"?[\w'.-]+)){{0,6}}"
_ACTIVE: Final = re.compile(rf"\b{any_of('done to')}{_GAP} \"?$")
_NOUN: Final = re.compile(rf"\b{any_of('deed as a noun')} (?:carried out |launched )?(?:on|at|against|targeting){_GAP} \"?$")
#: What may stand between a noun and its verb: "a bus carrying workers", "a herder from Marsville, Newland district, was".
_RELATIVE: Final = (
    r"(?:,? (?:which|that|who|of|in|at|from|near|on|out|\w+ing|\w+ed)"
    r"(?: (?!when |while |after |as |and |but |that )[\w'-]+){1,9}?(?:, [\w' -]{2,40})?,?|, [\w' -]{2,30},)?"
)
_BE: Final = r"(?:was|were|has been|have been|had been|is|are|being|been|got) (?:\w+ly |also |then |later )?"
#: "was shelled", "came under fire", "hit by a drone", "ran over a mine"
_PASSIVE: Final = re.compile(
    rf"{_RELATIVE} (?:{_BE}{any_of('was done')}\b|(?:came|come|coming) under (?:\w+ ){{0,2}}{any_of('deed as a noun')}\b"
    rf"|{any_of('was done')} (?:by|in an?)\b|{any_of('ran over')} (?:an?|the|one|two) (?:[\w-]+ ){{0,3}}{any_of('mine')}\b)"
)
#: What befalls people: "were killed", "died", "killed in a raid".
_FATE: Final = re.compile(
    rf"{_RELATIVE} (?:{_BE}(?:shot and )?{any_of('befell')}\b|died\b|{any_of('befell')} (?:in|by|when|as|near|at|on)\b)"
)
_HARMED: Final = re.compile(rf"\b{any_of('harming')}{_GAP} $")
#: A noun after a preposition is the subject of no verb: "two men on a motorcycle were".
_NO_SUBJECT: Final = re.compile(
    r"\b(?:on|in|of|from|near|at|with|by|to|into|carrying|among|between|for|as)(?: (?:an?|the|their|his|its|\w+)){0,2} $"
)
#: "a convoy of Italian peacekeepers" is one noun phrase.
_OF: Final = re.compile(rf" of(?: (?!{any_of('no part of a target')}\b)[\w.'-]+){{0,3}} ")
#: A thing that no list has, where a verb that takes one stands before it: "shelled a wadi".
_DETERMINER: Final = r"(?:an?|the|its|their|his|her|one|two|three|four|five|six|several|\d+)"
_NUMBER: Final = "|".join((*SMALL, *LARGE))
#: What ends it: a preposition, an article, a number, or what stands before a length: "a wadi two miles off", "some 3 km away".
_ENDS: Final = (
    rf"(?:(?:{any_of('no part of a target', 'hedge of a length')}|{_DETERMINER}|half"
    rf"|(?:{_NUMBER})(?:-(?:{_NUMBER}))?)(?![\w-])|\d)"
)
_WORD: Final = rf"(?:(?!{_ENDS})[a-z][\w'-]*)"
_THING: Final = rf"{_WORD}(?: {_WORD}){{0,3}}"
_OBJECT: Final = re.compile(
    rf"\b(?:{any_of('done to')}|{any_of('deed as a noun')} (?:on|against|at)) {_DETERMINER} (?P<what>{_THING})"
    rf"(?=[,.;:\")]|$| {_ENDS})"
)

_BLAMED: Final = re.compile(r"\b(?:blam|pinn|accus)\w+ (?:\w+ for )?(?:the |an? )?$")


@dataclass(frozen=True, slots=True)
class Struck:
    """What something was done to: its words, the term that stands for it, if one does, and how the sentence says so."""

    start: int
    end: int
    term: str | None
    rule: str


def read_targets(sentence: Sentence, terms: Sequence[Found], days: Sequence[Day]) -> list[Struck]:
    """What a sentence says something was done to, in its order.

    Args:
        sentence: where to read.
        terms: its terms, of "target" and "who".
        days: its days: "an ambush on 13 March" struck no march.
    """
    people = {(f.start, f.end) for f in of_field(terms, "who")}
    found = [one for phrase in _phrases(terms, sentence) if (one := _struck(phrase, people, sentence))]
    for match in _OBJECT.finditer(sentence.line):
        start, end = (sentence.start + at for at in match.span("what"))
        if _BLAMED.search(sentence.before(sentence.start + match.start())):
            continue  # "blamed the attack on a group"
        none = {match["what"], match["what"].split()[-1]} & cue_words("no target")
        none = none or {day.start for day in days if day.start < end <= day.end}
        if not none and not any(f.start < end and start < f.end for f in terms):
            found.append(Struck(start, end, None, "object"))
    return sorted(found, key=lambda one: one.start)


def _phrases(terms: Sequence[Found], sentence: Sentence) -> Iterator[list[Found]]:
    """Nouns for targets and people that stand side by side are one, and so are those that "of" joins: "police", "truck"."""
    nouns: list[Found] = []
    for found in sorted(of_field(terms, "target", "who"), key=lambda f: (f.first, -f.last, f.field != "target")):
        if (nouns and found.first < nouns[-1].last) or sentence.words(found.start, found.end) in cue_words(
            "no person by itself"
        ):
            continue
        if nouns and found.first > nouns[-1].last and not _OF.fullmatch(sentence.words(nouns[-1].end, found.start)):
            yield nouns
            nouns = []
        nouns.append(found)
    if nouns:
        yield nouns


def _struck(phrase: Sequence[Found], people: set[tuple[int, int]], sentence: Sentence) -> Struck | None:
    start, end = phrase[0].start, phrase[-1].end
    words, before, after = sentence.words(start, end), f" {sentence.before(start)}", sentence.after(end)
    if words in cue_words("no target") or after.startswith("'s"):
        return None
    term = phrase[0].value if len(phrase) == 1 and phrase[0].field == "target" else None
    subject = not _NO_SUBJECT.search(before)
    hurt = (phrase[0].start, phrase[0].end) in people and words not in cue_words("attacker", "anybody")
    ways = (
        ("active", _ACTIVE.search(before)),
        ("noun", _NOUN.search(before)),
        ("passive", subject and _PASSIVE.match(after)),
        ("victims", hurt and ((subject and _FATE.match(after)) or _HARMED.search(before))),
    )
    return next((Struck(start, end, term, rule) for rule, found in ways if found), None)
