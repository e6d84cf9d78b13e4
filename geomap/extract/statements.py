"""What a sentence says of where something lies: so far from a border or a place, on which side, near it, on a road.

The grammar is a table: each rule a pattern over the sentence with its names masked, and the relation that its words state. A
mask is as long as the name it stands for, so every offset stays. What has been said of a name is not said of it twice: rules
that tell more come first. Patterns look at a bounded number of words, so the time is in proportion to the text's length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, TypeAlias

from geomap.extract.phrases import Found, of_field
from geomap.extract.places import Mention
from geomap.extract.text import Sentence
from geomap.language import LENGTH, METRES, compass_point, metres, normalised_words
from geomap.vocabulary import Compass, Relation, any_of, countries_named, countries_with_adjective, cue_words

#: Each rule: its name, the relation, its pattern over a masked line.
Grammar: TypeAlias = tuple[tuple[str, Relation, re.Pattern[str]], ...]

BORDER, _SIDE, PLACE, _COUNTRY = "\ue000", "\ue001", "\ue002", "\ue003"
_B, _S, _C = (f"(?P<of>{mask}+)" for mask in (BORDER, _SIDE, _COUNTRY))
NAME: Final = f"[{PLACE}{_COUNTRY}]+"
#: A name that a rule begins with: it is tried where it begins, not at each of its letters.
_FIRST: Final = rf"(?<![{PLACE}{_COUNTRY}]){NAME}"
#: A place with the words for what it is: "the small border town of X". They are no words that begin something else.
_NOUNS: Final = rf"(?:(?!{any_of('ends a noun phrase')}\b)[\w'-]+ ){{0,5}}"
OF_PLACE: Final = rf"{_NOUNS}(?P<of>{NAME})"
_TO: Final = rf"{_NOUNS}(?P<to>{NAME})"
WAY: Final = r"(?:(?:north|south)[ -]?(?:east|west)|north|south|east|west)"
LETTERS: Final = r"(?:[ns][ew]?|[ew])"
HOW: Final = rf"(?:{any_of('how a length is measured')} ){{0,2}}"
_HEDGE: Final = rf"(?:{any_of('hedge of a length')} )?"
FAR: Final = rf"(?P<length>{_HEDGE}{LENGTH})(?: ?\([^)]{{1,24}}\))?"
_ROAD: Final = any_of("road")

#: Each rule: its name, the relation, its words; the group "relation" is what its relation stands on, without one all of them.
_GRAMMAR: Final[tuple[tuple[str, Relation, str], ...]] = (
    ("length of side", "distance", rf"{FAR} (?:{any_of('deep')} )?{_S}"),
    ("length of border", "distance", rf"{FAR} {HOW}(?P<relation>{WAY} (?:of|from)|{any_of('off a border')}) {_NOUNS}{_B}"),
    ("length", "direction", rf"{FAR} {HOW}(?P<relation>(?:{WAY}|{LETTERS}) (?:of|from)) {OF_PLACE}"),
    ("length", "distance", rf"{FAR} {HOW}(?P<relation>{any_of('off a place')}) {OF_PLACE}"),
    ("length away", "distance", rf"(?P<of>{_FIRST}),? {FAR} (?P<relation>away)(?! from)"),
    ("road", "road", rf"(?P<relation>{_ROAD}) (?:\w+ )?{any_of('of a road')} {OF_PLACE} (?:and|to|with|towards?) {_TO}"),
    ("road", "road", rf"(?P<relation>{any_of('on the way')}) {OF_PLACE} (?:to|towards?|for) {_TO}"),
    (
        "road by its ends",
        "road",
        rf"(?P<of>{_FIRST})(?: ?[-/] ?| to )(?P<to>{NAME}) (?:[\w'-]+ ){{0,2}}(?P<relation>{_ROAD})\b",
    ),
    ("road by its ends", "road", rf"(?P<relation>{_ROAD}) (?P<of>{NAME}) ?[-/] ?(?P<to>{NAME})"),
    ("between", "between", rf"(?P<relation>between) {_NOUNS}(?P<of>{PLACE}+) and {_NOUNS}(?P<to>{PLACE}+)"),
    (
        "nearest",
        "nearest",
        rf"(?P<relation>(?:nearest|closest) (?:\w+ ){{0,2}}{any_of('settlement')})(?:,| is| was| of|) {OF_PLACE}",
    ),
    ("outskirts", "outskirts", rf"(?P<relation>{any_of('outskirts')} of) {OF_PLACE}"),
    ("part", "part", rf"(?P<relation>in the (?:{any_of('deep')} )?{WAY}) of {OF_PLACE}"),
    ("part", "part", rf"(?P<relation>{WAY}ern) (?P<of>{NAME})"),
    ("direction", "direction", rf"(?P<relation>{WAY}(?:wards?)? of) {OF_PLACE}"),
    ("near border", "near", rf"(?P<relation>{any_of('near a border')}) {_NOUNS}{_B}"),
    ("along border", "along", rf"(?:{_FIRST}|{any_of('what lies')}),? (?P<relation>{any_of('along a border')}) (?:the )?{_B}"),
    ("across border", "across", rf"(?P<relation>{any_of('across a border')}) (?:the )?{_B}"),
    ("near place", "near", rf"(?P<relation>{any_of('near a place')}) {OF_PLACE}"),
    ("outside", "outside", rf"(?P<relation>outside) {OF_PLACE}"),
    ("borders", "borders", rf"(?P<relation>{any_of('has a border with')}) {_C}"),
    ("border town", "border town", rf"(?P<relation>{any_of('town at a border')})(?: of| called|) (?P<of>{PLACE}+)"),
)


def compiled(*rules: tuple[str, Relation, str]) -> Grammar:
    """Rules with their patterns compiled: each begins with a whole word."""
    return tuple((name, relation, re.compile(rf"(?<!\w){words}")) for name, relation, words in rules)


#: What sentences of news say.
SENTENCES: Final = compiled(*_GRAMMAR)
#: Without one there is no length, and whatever begins with a length need not be sought.
_UNIT: Final = re.compile(rf"(?<![^\W\d])(?:{'|'.join(sorted(METRES, key=len, reverse=True))})(?!\w)")
#: What stands in every sentence that states where something lies to a place.
_WORDS: Final = re.compile(
    rf"(?<!\w)(?:{_ROAD}|{any_of('on the way', 'settlement', 'outskirts', 'near a place', 'has a border with')}"
    rf"|{any_of('town at a border')}|between|outside|{WAY}(?:ern|wards?)?)(?!\w)|{_UNIT.pattern}"
)
_NO_STATEMENT: Final = re.compile(rf"\b{any_of('no statement after')}\b[^.;,]{{0,20}}$")
_ON_A_WAY: Final = re.compile(rf"\b(?!between\b){any_of('road')} $")
#: Where somebody came from, or fire: "fired from a post near Marsville".
_WHENCE: Final = re.compile(r"(?<!away )\bfrom (?:(?:[\w'-]+|[\ue000-\ue003]+) ){0,6}$")
ABOUT: Final = re.compile(any_of("about a length"))
_ELSEWHERE: Final = re.compile(r" (?:with|between|of) (?:\w+ )?[A-Z]")


@dataclass(frozen=True, slots=True)
class Lies:
    """A statement with the offsets of its relation, its length, its reference and the second one; distances in metres."""

    relation: Relation
    border: str | None  #: an id, where it is of a border
    mention: Mention | None  #: where it is of a place
    spans: tuple[tuple[int, int], ...]
    rule: str
    distance_m: float | None = None
    about: bool = False
    bearing: Compass | None = None
    to: Mention | None = None  #: the other end of a way


@dataclass(frozen=True, slots=True)
class Reference:
    """A border or a place that a sentence names, with its offsets, and the sign that masks it."""

    start: int
    end: int
    mask: str
    border: str | None = None
    mention: Mention | None = None
    word: int = 0  #: the length of its first word, where that says that it is a side of a border


def may_state(sentence: Sentence, terms: Sequence[Found]) -> bool:
    """Whether a sentence names a border, or holds a word without which none says where something lies.

    Args:
        sentence: where to look.
        terms: its terms, of "border".
    """
    return any(of_field(terms, "border")) or bool(_WORDS.search(sentence.line))


def read_statements(sentence: Sentence, terms: Sequence[Found], mentions: Sequence[Mention], raw: str) -> list[Lies]:
    """The statements of a sentence.

    Args:
        sentence: where to read.
        terms: its terms, of "border".
        mentions: the places that it names.
        raw: the text.
    """
    references = [*_borders(sentence, terms, raw), *_places(mentions)]
    return list(statements_in(sentence.line, references, sentence.start)) if references else []


def _borders(sentence: Sentence, terms: Sequence[Found], raw: str) -> Iterator[Reference]:
    """The story's border where a sentence names it: not its guards, and no other country's border."""
    for term in of_field(terms, "border"):
        first = sentence.tokens[term.first].word
        if first in cue_words("side of a border"):
            yield Reference(term.start, term.end, _SIDE, border=term.value, word=len(first))
            continue
        if term.last < len(sentence.tokens) and sentence.tokens[term.last].word in cue_words("no border before"):
            continue
        before = sentence.tokens[term.first - 1].word if term.first else ""
        owned = before == "s" or countries_with_adjective(before) or countries_named(before)
        bare = first in cue_words("word for a border")
        line = sentence.words(term.start, term.end) == "line" and (
            before != "the" or sentence.after(term.end).startswith(" of ")
        )
        if bare and (owned or _ELSEWHERE.match(raw, term.end) or line):
            continue
        yield Reference(term.start, term.end, BORDER, border=term.value)


def _places(mentions: Sequence[Mention]) -> Iterator[Reference]:
    """The places that a sentence names, and those that hold them."""
    for mention in mentions:
        chain = (mention, *mention.holders)
        for number, one in enumerate(chain if mention.role != "speaker" else ()):
            mask = _COUNTRY if one.level == "country" else PLACE
            held = mention if not number else replace(one, holders=chain[number + 1 :])
            yield Reference(*one.stretch, mask, mention=held)


def statements_in(line: str, references: Sequence[Reference], start: int = 0) -> Iterator[Lies]:
    """What the words of a sentence say of where something lies to borders and places, in the order of the rules.

    Args:
        line: the sentence in small letters, with plain quotes and dashes.
        references: the borders and places that it names; of two that overlap the first stands.
        start: where the sentence begins in its text; offsets are of the text.
    """
    for name, relation, match, ends in said_of(line, references, start, SENTENCES):
        yield _lies(name, relation, match, ends, start)


def said_of(
    line: str, references: Sequence[Reference], start: int, grammar: Grammar
) -> Iterator[tuple[str, Relation, re.Match[str], list[Reference]]]:
    """What a grammar finds in a line: the rule's name, the relation, its words in the masked line, and one or two references.

    Args:
        line: as `statements_in` has it.
        references: likewise.
        start: where the line begins in its text, which references count from.
        grammar: the rules, those that tell more first; what has been said of a reference is not said of it twice.
    """
    masked, named = _masked(line, references, start)
    measured = bool(_UNIT.search(masked))
    there = {one.mask for one in named.values()}
    told: set[int] = set()
    for name, relation, pattern in grammar:
        if ("length" in pattern.groupindex and not measured) or _masks_in(pattern).isdisjoint(there):
            continue
        for match in pattern.finditer(masked):
            ends = [match.start("of"), *([match.start("to")] if "to" in pattern.groupindex else [])]
            if told.isdisjoint(ends) and not _is_no_statement(name, masked, match):
                told.update(ends)
                yield name, relation, match, [named[end] for end in ends]


@cache
def _masks_in(pattern: re.Pattern[str]) -> frozenset[str]:
    """The masks of which a rule names one."""
    return frozenset(mask for mask in (BORDER, PLACE, _SIDE, _COUNTRY) if mask in pattern.pattern)


def _masked(line: str, references: Sequence[Reference], start: int) -> tuple[str, dict[int, Reference]]:
    """A line with each name masked, letter for letter, and the names by where they stand in the line."""
    named: dict[int, Reference] = {}
    pieces, last = [], 0
    for one in sorted(references, key=lambda one: one.start):
        begin, end = one.start - start, one.end - start
        if begin < last:
            continue
        named[begin] = one
        pieces += [line[last:begin], one.mask * (end - begin)]
        last = end
    return "".join((*pieces, line[last:])), named


def _is_no_statement(name: str, masked: str, match: re.Match[str]) -> bool:
    """Whether words state nothing of where something lies: a fence along the border, talks between towns, fire from there."""
    before = masked[max(0, match.start() - 60) : match.start()]
    way = name == "between" and _ON_A_WAY.search(before)
    if name in ("near border", "along border", "across border", "between") and not way and _NO_STATEMENT.search(before):
        return True
    return not name.startswith(("length", "road")) and bool(_WHENCE.search(before))


def _lies(name: str, relation: Relation, match: re.Match[str], ends: Sequence[Reference], start: int) -> Lies:
    groups = match.groupdict()
    of, to = ends[0], ends[1] if len(ends) > 1 else None
    length, words = None, ""
    # A side of a border begins with what says so: "inside Marsland".
    spans = [match.span("relation") if groups.get("relation") else (of.start - start, of.start - start + of.word)]
    if groups.get("length"):
        words = normalised_words(groups["length"])
        length = metres(words)
        spans += [match.span("length")] if length is not None else []
    bearing = compass_point(groups["relation"]) if relation in ("direction", "part") else None
    return Lies(
        relation=relation,
        border=of.border,
        mention=of.mention,
        spans=(*((start + a, start + b) for a, b in spans), (of.start, of.end), *([(to.start, to.end)] if to else [])),
        rule=name,
        distance_m=length,
        about=bool(ABOUT.match(words)),
        bearing=bearing,
        to=to.mention if to else None,
    )
