"""Pieces that tell again of an incident told before: what became of the hurt, and what others say of it elsewhere."""

from __future__ import annotations

import re
from typing import Final

from geomap.extract.accounts import Account
from geomap.extract.pieces import Piece
from geomap.extract.triggers import NOUN
from geomap.vocabulary import any_of

#: Words for a death or an injury, that say nothing of how.
_TOLL: Final = "toll"
_RELATIVE: Final = re.compile(r"\b(?:who|which|that|whom)(?: \w+)? $")
_SEPARATE: Final = re.compile(rf"\b{any_of('separate')}\b")


def leads_anew(piece: Piece) -> bool:
    """Whether a text begins with what somebody did, as if he were known: "The drone hit a stall", "The gunmen fired on"."""
    first = (
        piece.sentence.words(*t.spans[0]) for t in piece.happened if not _RELATIVE.search(piece.sentence.before(t.spans[0][0]))
    )
    return piece.lead and any(not NOUN.search(words) for words in first)


def as_told_again(piece: Piece, current: Account | None) -> Piece:
    """A piece without the days, the places and the kind that are not those of the incident of which it tells again.

    Args:
        piece: the next one.
        current: the account that was told last.
    """
    piece = _as_said_elsewhere(piece, current)
    return _as_later(piece, current)


def _as_said_elsewhere(piece: Piece, current: Account | None) -> Piece:
    """A piece without where and when a speaker gives his own figure: "in Quetta, a doctor said five people died".

    That tells of another incident only where it says what happened, or names a place or a day behind the word for speech.
    """
    fates = {count.of for count, _ in current.counts} if current else set()
    frame = next((f for f in piece.frames if f.start >= piece.start), None)
    if current is None or frame is None or not piece.counts or fates.isdisjoint(count.of for count in piece.counts):
        return piece
    said = frame.said[0]
    bare = all(t.rule == _TOLL or t.anaphoric for t in piece.happened)
    if not bare or _SEPARATE.search(piece.plain) or any(count.spans[-1][0] < said for count in piece.counts):
        return piece
    if piece.statements or any(m.start > said and m.role in ("at", "other") for m in piece.mentions):
        return piece
    if any(day.start > said for day in piece.days_of_events):
        return piece
    days = () if current.day else piece.days
    return piece.but(days=days, mentions=tuple(m for m in piece.mentions if m.start > said), triggers=())


def _as_later(piece: Piece, current: Account | None) -> Piece:
    """A piece without its day, and its kind, where it only tells what became of those who were hurt before.

    "Two of the wounded died on Tuesday" is no incident of Tuesday; where the hospital is says nothing, either.
    """
    counts = [count for count in piece.counts if count.low]
    only = all(t.rule == _TOLL or t.anaphoric or t.generic for t in piece.happened)
    if not (counts and only):
        return piece
    here = current is None or current.is_at(piece.place)
    known, day = current.day if current else None, piece.day
    after = bool(known and known.last and day and day.first and day.first > known.last)
    later = all(c.among or (here and (c.nth or (c.of_all and after))) for c in counts)
    if not later or (current and current.fits(piece.day)):
        return piece
    return piece.but(days=(), triggers=(), mentions=())
