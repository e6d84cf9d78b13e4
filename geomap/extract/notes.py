"""What a note of a record says of where something lies: "Marsville (12 km north of Newtown, on the road to Oldtown)".

A note is no sentence: what a length counts from may stand before it, a bracket stands for a verb, and it may be in French. So
the rules of sentences are joined by some of notes. Who asks says where names and borders stand; what is said of them comes back
with its offsets, its interval as the words have it, and of which name it is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from typing import Final

from geomap.extract.statements import ABOUT, FAR, HOW, LETTERS, NAME, OF_PLACE, SENTENCES, WAY, Reference, compiled, said_of
from geomap.extract.text import plain_of
from geomap.language import AT_LEAST, AT_MOST, FIGURE, LENGTH, METRES, compass_point, figure, metres
from geomap.vocabulary import Compass, Relation, any_of

#: The relations that can be held against a point.
CHECKED: Final[frozenset[Relation]] = frozenset(("distance", "direction", "near", "between", "road"))

_KIND: Final = r"(?:(?:the |la |le |l')?(?:town|city|village|ville|localite|localité)(?: (?:of|de))? |(?:the|la|le) |d'|l')?"
_FRENCH: Final = r"(?:nord|sud|est|ouest)(?:[ -](?:est|ouest))?"
_DE: Final = r"(?:de |d'|du |des )"
_AFTER_NAME: Final = rf"(?P<of>{NAME})(?: (?:town|city|village))?,? ?\(?,? ?(?:(?:located|situated) )?{FAR}"
#: Where a length ends that counts from the name before it.
_DANGLING: Final = r"(?= ?(?:[,;.)]|$)| on the| along the)"

_NOTES: Final = compiled(
    ("before a bracket", "direction", rf"{_AFTER_NAME} {HOW}(?P<relation>(?:{WAY}|{LETTERS}) of){_DANGLING}"),
    ("before a bracket", "distance", rf"{_AFTER_NAME} {HOW}(?P<relation>from|away|off){_DANGLING}"),
    ("away in a bracket", "distance", rf"{FAR} (?P<relation>away) ?\(from {OF_PLACE}"),
    ("without of", "direction", rf"{FAR} (?P<relation>{WAY}) (?P<of>{NAME})"),
    ("from the capital", "direction", rf"{FAR} {HOW}(?P<relation>{WAY} of|from) (?:the|its) (?:\w+ )?capital,? (?P<of>{NAME})"),
    ("length of", "distance", rf"{FAR} (?P<relation>of) {_KIND}(?P<of>{NAME})"),
    ("post", "distance", rf"(?P<post>(?:pk|km)[ -]?0*(?P<number>\d{{1,3}})) (?P<relation>of|from|de) {_KIND}(?P<of>{NAME})"),
    ("in French", "direction", rf"{FAR} (?P<relation>(?:au |[àa] l')(?P<wind>{_FRENCH})) {_DE}{_KIND}(?P<of>{NAME})"),
    ("in French", "distance", rf"{FAR} (?P<relation>de |d'|du ){_KIND}(?P<of>{NAME})"),
    ("in French", "direction", rf"(?P<relation>(?:au |[àa] l')(?P<wind>{_FRENCH})) {_DE}{_KIND}(?P<of>{NAME})"),
    # "Près de 12 morts à X" is about the dead: what is near has its name at once.
    ("in French", "near", rf"(?P<relation>pr[eè]s|proche|non loin|aux environs|aux alentours) {_DE}{_KIND}(?P<of>{NAME})"),
)
_GRAMMAR: Final = (*_NOTES, *SENTENCES)

_WINDS: Final = {"nord": "north", "sud": "south", "est": "east", "ouest": "west"}
_IN_FRENCH: Final = re.compile(r"(?:environ|pr[eè]s de|quelque|une) $")
_WORD_FOR_ROAD: Final = rf"(?:{any_of('road')}|ax[ei]s?|route)"
#: After a length: "on the road to A", "on the A axis", "in the direction of A", ", A-B road", "by road".
_ON_ROAD: Final = re.compile(
    rf"[^;.()]{{0,30}}\b(?:on|along|sur|in)\b[^;.()]{{0,40}}\b(?:{_WORD_FOR_ROAD}|the way|direction)\b"
    rf"|,? {_WORD_FOR_ROAD}\b| by (?:road|car)\b"
)
_BY_ROAD: Final = re.compile(r"\bby (?:road|car)\b|\b(?:up|down|along|on) the (?:road|highway|track)\b|\bdrive\b")
#: Where what is said of a name ends: a full stop, a semicolon, an empty line.
_ENDS: Final = re.compile(r"(?<=[a-z\d)])\.(?=\s|$)|;|\n\s*\n")
#: Between two statements of the same thing: "12 km north of A and 30 km from B".
_ALSO: Final = re.compile(r"[ ,]*(?:and |but |, )?(?:also |about |some |around )?")
#: After a name that is the first of two by which a road is called: "8 km from the A B road", "40 km of the A-B road".
_ROAD_OF_TWO: Final = re.compile(rf"(?: ?[-/] ?| ){NAME} {any_of('road')}\b")
_UNNAMED: Final = re.compile(
    r" (?:away )?(?:from|outside|of|out of|on|d[eu]) ?(?:of )?(?:the |its |la )?"
    r"(?:town|city|village|capital|ville)\b(?! of| de)"
)
_LENGTHS: Final = re.compile(rf"{LENGTH}(?: ?\([^)]{{1,24}}\))?")
_FIGURE: Final = re.compile(FIGURE)
_UNIT: Final = re.compile(rf"\b(?:{'|'.join(sorted(METRES, key=len, reverse=True))})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A statement of a note; offsets are of the note, lengths in metres.

    A length runs from ``low_m`` to ``high_m`` as the words have it, without any tolerance: both are the figure unless the words
    give two, "at least" or "at most". Without a length both are None.
    """

    relation: Relation
    rule: str
    start: int
    end: int
    of: tuple[int, int]  #: the name that it counts from
    border: str | None = None  #: its id, where it counts from a border
    to: tuple[int, int] | None = None  #: the second name of "between" and "road"
    low_m: float | None = None
    high_m: float | None = None
    about: bool = False
    bearing: Compass | None = None
    by_road: bool = False  #: whether the words name a road beside the length
    subject: tuple[int, int] | None = None  #: the name before it in its sentence, of which it is said


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A length that no rule accounts for, with its offsets in the note, and why."""

    start: int
    end: int
    why: str


def read_note(text: str, references: Sequence[Reference]) -> tuple[list[Noted], list[Unread]]:
    """What a note says of where something lies, in the order of its words, and the lengths that are not understood.

    Args:
        text: the note.
        references: the places and borders that it names; of two that overlap the first stands.
    """
    plain = plain_of(text)
    line = plain.replace("\n", " ").replace("\t", " ")
    names = sorted((one.start, one.end) for one in references if one.border is None)
    ends = [0, *(found.end() for found in _ENDS.finditer(plain)), len(plain)]
    noted: list[Noted] = []
    for begin, end in pairwise(ends):
        inside = [one for one in references if begin <= one.start and one.end <= end]
        if not inside:
            continue
        said = [
            _noted(rule, relation, match, of, begin)
            for rule, relation, match, of in said_of(line[begin:end], inside, begin, _GRAMMAR)
            if relation in CHECKED and not _ROAD_OF_TWO.match(match.string, match.end())
        ]
        ways = {span for one in said if one.relation in ("road", "between") for span in (one.of, one.to)}
        bare = [span for span in names if span not in ways]  # the ends of a road are not what is said to lie somewhere
        said = [one for one in said if one.relation != "distance" or one.low_m is not None]  # figures of two meanings
        last: Noted | None = None
        for one in sorted(said, key=lambda one: one.start):
            also = last is not None and _ALSO.fullmatch(line, last.end, one.start)
            last = replace(one, subject=last.subject if last and also else _subject(one, bare, begin))
            noted.append(last)
    taken = [(one.start, one.end) for one in noted]
    unread = [
        Unread(start=found.start(), end=found.end(), why=_why_unread(line, found, names))
        for found in _LENGTHS.finditer(line)
        if not any(start < found.end() and found.start() < end for start, end in taken)
    ]
    return noted, unread


def _noted(rule: str, relation: Relation, match: re.Match[str], of: Sequence[Reference], begin: int) -> Noted:
    parts = match.groupdict()
    words = parts.get("length") or ""
    low = high = None
    if parts.get("number"):
        low = high = float(parts["number"]) * 1000
    elif words:
        low, high = _interval(words)
    way = parts.get("wind") or (parts.get("relation") if relation == "direction" else None) or ""
    for wind, word in _WINDS.items() if parts.get("wind") else ():
        way = re.sub(rf"\b{wind}\b", word, way)
    before, after = match.string[max(0, match.start() - 10) : match.start()], match.string[match.end() :]
    bearing = compass_point(way) if way else None
    return Noted(
        relation="distance" if relation == "direction" and bearing is None else relation,
        rule=rule,
        start=begin + match.start(),
        end=begin + match.end(),
        of=(of[0].start, of[0].end),
        border=of[0].border,
        to=(of[1].start, of[1].end) if len(of) > 1 else None,
        low_m=low,
        high_m=high,
        about=bool(words) and bool(ABOUT.match(words) or _IN_FRENCH.search(before)),
        bearing=bearing,
        by_road=bool(parts.get("number") or _BY_ROAD.search(match[0]) or _ON_ROAD.match(after)),
    )


def _interval(words: str) -> tuple[float | None, float | None]:
    """The least and the greatest length that words state, metres; None where their figures may mean two things.

    >>> _interval("more than 15 miles (25 km)")[1], _interval("3 to 7 km"), _interval("about sixty kilometers")
    (inf, (3000.0, 7000.0), (60000.0, 60000.0))
    """
    words = words.partition("(")[0]
    length = metres(words)
    if length is not None:
        at_least, at_most = (words.startswith(tuple(f"{hedge} " for hedge in hedges)) for hedges in (AT_LEAST, AT_MOST))
        return (0.0 if at_most else length), (inf if at_least else length)
    figures = [figure(written) for written in _FIGURE.findall(words)]
    units = [METRES[unit] for unit in _UNIT.findall(_FIGURE.sub(" ", words))]
    if len(figures) != 2 or None in figures or not units:
        return None, None
    low, high = sorted((one or 0.0) * unit for one, unit in zip(figures, (units[0], units[-1]), strict=True))
    return low, high


def _subject(one: Noted, names: Sequence[tuple[int, int]], begin: int) -> tuple[int, int] | None:
    """The last name before a statement in its sentence."""
    own = (one.of, one.to)
    return next(((a, b) for a, b in reversed(names) if begin <= a and b <= one.start and (a, b) not in own), None)


def _why_unread(line: str, found: re.Match[str], names: Sequence[tuple[int, int]]) -> str:
    after = line[found.end() :]
    if _interval(found[0])[0] is None:
        return "its figure may mean two things"
    if _UNNAMED.match(after):
        return "what it counts from has no name"
    if re.match(rf" (?:away )?(?:from|of) [^;.()]{{0,40}}\b{_WORD_FOR_ROAD}\b", after):
        return "it counts from a road"
    if re.match(rf"[^;.]{{0,40}}\b{_WORD_FOR_ROAD}\b", after) or re.match(r" between\b", after):
        return "which end of the road it counts from is not said"
    if not any(start >= found.end() for start, _ in names) and re.search(r"\b(?:from|of|away)\b", after):
        return "what it counts from has no name"
    return "no rule understands what it counts from"
