"""What a sentence says of where something lies: so far from a border or a place, on which side, near it, along it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, cast

from geomap.extract.phrases import Found, of_field
from geomap.extract.places import Mention
from geomap.extract.text import Sentence
from geomap.language import DIRECTIONS, METRES, metres, normalised_words
from geomap.vocabulary import Compass, Relation

_UNITS: Final = "|".join(sorted(METRES, key=len, reverse=True))
_LENGTH: Final = re.compile(
    rf"(?P<length>(?:(?:about|around|some|roughly|approximately|nearly|almost|less than|more than|over|just over|just under|within|up to|barely|at least)\s+)?(?P<figure>\d+(?:,\d+)*(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)[ -]?(?P<unit>{_UNITS}))"
    rf"(?:\s*\([^)]{{1,24}}\))?\s+(?:(?P<way>north|south|east|west|north[ -]?east|north[ -]?west|south[ -]?east|south[ -]?west)\s+of|(?:away\s+)?from|(?:straight\s+)?off|inside|into)(?!\w)"
)
_NEAR: Final = re.compile(
    r"\b(?:near|close to|along|on|at|next to|not far from|in the vicinity of|adjacent to)(?: the)?(?: \w+)? $"
)


@dataclass(frozen=True, slots=True)
class Lies:
    """A statement with the stretches of its relation, its length and its reference."""

    relation: Relation
    border: str | None  #: an id, where it is of a border
    mention: Mention | None  #: where it is of a place
    distance_m: float | None
    about: bool
    bearing: Compass | None
    spans: tuple[tuple[int, int], ...]
    rule: str


def read_statements(sentence: Sentence, terms: Sequence[Found], mentions: Sequence[Mention]) -> list[Lies]:
    """The statements of a sentence, in its order."""
    plain = sentence.plain.replace("\n", " ")
    borders = list(of_field(terms, "border"))
    found: list[Lies] = []
    used: set[int] = set()
    for match in _LENGTH.finditer(plain):
        words = normalised_words(match["length"])
        if (length := metres(words)) is None:
            continue
        end = sentence.start + match.end()
        reference = next((b for b in borders if 0 <= b.start - end <= 6), None)
        place = next(
            (
                m
                for m in mentions
                if m.role in ("reference", "at", "from", "other", "to")
                and 0 <= m.start - end <= 40
                and not re.search(r"[.;]", plain[match.end() : m.start - sentence.start])
            ),
            None,
        )
        if (reference is None and place is None) or (reference is not None and match["way"]):
            continue  # nothing can be drawn for a side of a border by the compass
        where = match["way"]
        unit_at, length_at = sentence.start + match.start("unit"), sentence.start + match.start("length")
        relation_span = (sentence.start + match.start("way"), end) if where else (unit_at, end)
        if re.search(r"\((?=[^)]*\))", plain[match.end("unit") : match.end()]) and not where:
            relation_span = (end - len(re.search(r"(?:away )?from|off|inside|into", match[0][::1].split(")")[-1])[0]), end)  # type: ignore[index]
        if plain[match.end() - 6 : match.end()].strip() in ("inside", "into"):
            continue
        compass = DIRECTIONS.get(re.sub(r"[ -]", "", where)) if where else None
        target = (reference.start, reference.end) if reference else (place.start, place.end)  # type: ignore[union-attr]
        about = bool(re.match(r"(?:about|around|some|roughly|approximately|nearly|almost|just)", words))
        found.append(
            Lies(
                relation=cast(Relation, "direction" if where else "distance"),
                border=reference.value if reference else None,
                mention=None if reference else place,
                distance_m=length,
                about=about,
                bearing=compass,
                spans=(relation_span, (length_at, sentence.start + match.end("unit")), target),
                rule="length",
            )
        )
        used.add(target[0])
    for border in borders:
        if border.start in used:
            continue
        before = plain[: border.start - sentence.start]
        if near := _NEAR.search(before):
            word = re.match(r"near|close to|along|on|at|next to|not far from|in the vicinity of|adjacent to", near[0])
            if word is None or re.search(
                r"\b(?:tension|tensions|situation|trade|security|forces|guards|fighting|attacks|closed|closing|fence)\b[^.;,]{0,20}$",
                before[: near.start()],
            ):
                continue
            start = sentence.start + near.start()
            relation: Relation = "along" if word[0] in ("along", "on", "at") else "near"
            span = (start, start + len(word[0]))
            found.append(
                Lies(relation, border.value, None, None, False, None, (span, (border.start, border.end)), "near border")
            )
    for mention in mentions:
        if mention.cue == "near" and mention.start not in used:
            before = plain[: mention.start - sentence.start]
            if word := re.search(
                r"\b(near|close to|not far from|next to|adjacent to)(?: the)?(?: (?:village|town|city|border town)(?: of)?)? $",
                before,
            ):
                at = sentence.start + word.start(1)
                spans = ((at, at + len(word[1])), (mention.start, mention.end))
                found.append(Lies("near", None, mention, None, False, None, spans, "near place"))
    return found
