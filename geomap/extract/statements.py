"""What a sentence says of where something lies: so far from a border or a place, on which side, near it, along it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geomap.extract.phrases import Found, of_field
from geomap.extract.places import Mention
from geomap.extract.text import Sentence
from geomap.language import DIRECTIONS, FIGURE, METRES, metres, normalised_words
from geomap.vocabulary import Compass, Relation, any_of

#: So many characters may stand between a length and the border, or the place, that it counts from.
_TO_BORDER, _TO_PLACE = 6, 40

_UNITS: Final = "|".join(sorted(METRES, key=len, reverse=True))
_LENGTH: Final = re.compile(
    rf"""(?<!\w)
    (?P<length>
        (?:(?:about|around|some|roughly|approximately|nearly|almost|less\ than|more\ than|over|just\ over|just\ under
            |within|up\ to|barely|at\ least)\s+)?
        (?:{FIGURE}|[a-z]+(?:-[a-z]+)?)[ -]?(?P<unit>{_UNITS}))
    (?P<bracket>\s*\([^)]{{1,24}}\))?\s+
    (?:(?P<way>north|south|east|west|north[ -]?east|north[ -]?west|south[ -]?east|south[ -]?west)\s+of
        |(?:straight\s+)?(?P<relation>(?:away\s+)?from|off|inside|into))
    (?!\w)""",
    re.VERBOSE,
)
_ABOUT: Final = re.compile(r"about|around|some|roughly|approximately|nearly|almost|just")
_NEAR: Final = re.compile(rf"\b(?P<word>{any_of('near')})(?: the)?(?: \w+)? $")
_NO_STATEMENT: Final = re.compile(rf"\b{any_of('no statement after')}\b[^.;,]{{0,20}}$")
_NEAR_PLACE: Final = re.compile(
    r"\b(?P<word>near|close to|not far from|next to|adjacent to)(?: the)?(?: (?:village|town|city|border town)(?: of)?)? $"
)


@dataclass(frozen=True, slots=True)
class Lies:
    """A statement with the offsets of its relation, its length and its reference; distances in metres."""

    relation: Relation
    border: str | None  #: an id, where it is of a border
    mention: Mention | None  #: where it is of a place
    spans: tuple[tuple[int, int], ...]
    rule: str
    distance_m: float | None = None
    about: bool = False
    bearing: Compass | None = None


def read_statements(sentence: Sentence, terms: Sequence[Found], mentions: Sequence[Mention]) -> list[Lies]:
    """The statements of a sentence: those with a length, those of a border, those of a place near by.

    Args:
        sentence: where to read.
        terms: its terms, of "border".
        mentions: the places that it names.
    """
    borders = list(of_field(terms, "border"))
    found = list(_lengths(sentence, borders, mentions))
    used = {lies.spans[-1][0] for lies in found}
    found += _near_borders(sentence, [border for border in borders if border.start not in used])
    found += _near_places(sentence, [m for m in mentions if m.cue == "near" and m.start not in used])
    return found


def _lengths(sentence: Sentence, borders: Sequence[Found], mentions: Sequence[Mention]) -> Iterator[Lies]:
    """Lengths from a border or a place; nothing can be drawn for a side of a border by the compass, nor for "into"."""
    for match in _LENGTH.finditer(sentence.line):
        words = normalised_words(match["length"])
        length, end = metres(words), sentence.start + match.end()
        border = next((b for b in borders if 0 <= b.start - end <= _TO_BORDER), None)
        place = None if border else _place_after(sentence, end, mentions)
        reference = border or place
        if length is None or reference is None or (border and match["way"]) or match["relation"] in ("inside", "into"):
            continue
        relation = match.start("way") if match["way"] else match.start("relation" if match["bracket"] else "unit")
        yield Lies(
            relation="direction" if match["way"] else "distance",
            border=border.value if border else None,
            mention=place,
            spans=(
                (sentence.start + relation, end),
                (sentence.start + match.start("length"), sentence.start + match.end("unit")),
                (reference.start, reference.end),
            ),
            rule="length",
            distance_m=length,
            about=bool(_ABOUT.match(words)),
            bearing=DIRECTIONS.get(re.sub(r"[ -]", "", match["way"])) if match["way"] else None,
        )


def _place_after(sentence: Sentence, end: int, mentions: Sequence[Mention]) -> Mention | None:
    """The first place after a length, in the same clause."""
    after = (m for m in mentions if m.role != "speaker" and 0 <= m.start - end <= _TO_PLACE)
    return next((m for m in after if not re.search("[.;]", sentence.words(end, m.start))), None)


def _near_borders(sentence: Sentence, borders: Sequence[Found]) -> Iterator[Lies]:
    for border in borders:
        before = sentence.before(border.start)
        near = _NEAR.search(before)
        if near is None or _NO_STATEMENT.search(before[: near.start()]):
            continue
        relation: Relation = "along" if near["word"] in ("along", "on", "at") else "near"
        at = border.start - len(before) + near.start()
        spans = ((at, at + len(near["word"])), (border.start, border.end))
        yield Lies(relation, border.value, None, spans, "near border")


def _near_places(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Lies]:
    for mention in mentions:
        before = sentence.before(mention.start)
        if word := _NEAR_PLACE.search(before):
            at = mention.start - len(before) + word.start("word")
            spans = ((at, at + len(word["word"])), (mention.start, mention.end))
            yield Lies("near", None, mention, spans, "near place")
