"""Pieces that tell again of an incident told before: what became of the hurt, and what others say of it elsewhere."""

from __future__ import annotations

import re
from typing import Final

from geomap.extract.accounts import Account
from geomap.extract.numerals import is_number
from geomap.extract.pieces import Piece
from geomap.extract.speakers import speaker_at
from geomap.extract.triggers import NOUN
from geomap.vocabulary import any_of, cue_words

#: A figure is of those who were counted so many letters before.
_NEAR: Final = 250
#: Words for a death or an injury, that say nothing of how.
_TOLL: Final = "toll"
_RELATIVE: Final = re.compile(r"\b(?:who|which|that|whom)(?: \w+)? $")
#: "The injured were taken to Oldtown, where two of them died": where they were taken is not where it happened.
_THE_HURT: Final = re.compile(
    rf"\W*(?:(?:all|both|most|some|one|two|three|four|five|six|\w+ others?) of )?(?:the|those) {any_of('those of a fate')}\b"
    rf"(?=[^.;]{{0,60}}\b{any_of('brought to a doctor')}\b)"
)
#: "Died of his burns", "was pronounced dead", "two of them died": of those who were hurt before.
_OF_HURTS: Final = re.compile(
    r"\b(?:died?|dies|succumbed|passed away)\b[^.;]{0,40}? (?:of|from|to) (?:his|her|their|the) (?:\w+ ){0,2}?"
    r"(?:wounds?|injur(?:y|ies)|burns|bruises)\b|\b(?:pronounced|declared) dead\b"
    r"|\b(?:ha[sd] since|later) died\b|\bdied later\b"
)
_DIED: Final = re.compile(r"\b(?:died|succumbed)\b")
_SEPARATE: Final = re.compile(rf"\b{any_of('separate')}\b")
#: "And retaliated", which is a fight of its own where the attack was told before.
_ANSWER: Final = re.compile(rf"\b{any_of('answer to an attack')}\b")


def answers(piece: Piece) -> bool:
    """Whether a piece tells of an answer to what was told before, and not to what it tells itself."""
    answer = _ANSWER.search(piece.plain)
    return answer is not None and not any(t.spans[0][0] < piece.start + answer.start() for t in piece.news)


def leads_anew(piece: Piece) -> bool:
    """Whether a text begins with what somebody did, as if he were known: "The drone hit a stall", "The gunmen fired on"."""
    first = (
        piece.sentence.words(*t.spans[0]) for t in piece.happened if not _RELATIVE.search(piece.sentence.before(t.spans[0][0]))
    )
    return piece.lead and any(not NOUN.search(words) for words in first)


def as_told_again(piece: Piece, current: Account | None, last: Piece | None) -> Piece:
    """A piece without the days, the places and the kind that are not those of the incident of which it tells again.

    Args:
        piece: the next one.
        current: the account that was told last.
        last: the piece before.
    """
    piece = _as_said_elsewhere(_with_figures(piece, current, last), current)
    return _as_later(piece, current)


def _with_figures(piece: Piece, current: Account | None, last: Piece | None) -> Piece:
    """A piece with the figures that it gives of those of whom it, or the account before, told: the dead, where both did."""
    told = next((one for one in reversed(current.pieces) if one.counts), None) if current else None
    for figure in piece.figures:
        own = [count for count in piece.counts if count.spans[0][0] < figure.start]
        before = own
        if not own and told and all(t.rule == _TOLL for t in piece.news):
            before = [*told.counts]
        if figure.dead and current:
            before = [*(count for count, _ in current.counts if count.of == "killed"), *before]
        others = _numbers_others(piece, figure.start)
        if told and not own:
            far = piece.start - told.end > _NEAR
            others = others or far or any(one is not None and _numbers_others(one, one.end) for one in (told, last))
        of = next((count for of in ("killed", "injured") for count in reversed(before) if count.of == of), None)
        if of is None or (others and not figure.dead and not figure.beside):
            continue
        if not own and speaker_at(piece.frames, figure.start) is None and any(t.rule != _TOLL for t in piece.news):
            continue  # "soldiers beat the group back, and buried two of their own"
        if not own:  # "three, because a woman died this morning": she is one of them
            rest = (count for count in piece.counts if count.of != of.of or count.low > figure.low)
            piece = piece.but(counts=(*rest, figure.of(of)), triggers=(), days=())
        else:
            piece = piece.but(counts=(*piece.counts, figure.of(of)))
    return piece


def _numbers_others(piece: Piece, end: int) -> bool:
    """Whether a piece gives a number of something else after those whom it counts, and before a place of it: "40 cows"."""
    known = [*(span for count in piece.counts for span in count.spans[:-1]), *((f.start, f.end) for f in piece.figures)]
    begin = max((stop for _, stop in known if stop <= end), default=piece.start)
    spans = [*known, *piece.beside.dated]
    tokens = piece.sentence.tokens
    return any(
        is_number(token.word)
        and token.word not in cue_words("no number of things")
        and not any(start <= token.start < stop for start, stop in spans)
        and not (at and tokens[at - 1].word in cue_words("before a part"))
        and at + 1 < len(tokens)
        and tokens[at + 1].word.isalpha()
        and tokens[at + 1].word not in cue_words("no thing counted")
        for at, token in enumerate(tokens)
        if begin <= token.start < end
    )


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
    if not bare or _SEPARATE.search(piece.plain) or any(count.begins < said for count in piece.counts):
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
    vague = all(t.rule in (_TOLL, "pair") or t.anaphoric for t in piece.happened)
    if current and current.counts and counts and vague and _THE_HURT.match(piece.plain):
        return piece.but(days=() if current.day else piece.days, triggers=(), mentions=())
    if not (counts and only):
        return piece
    died = _OF_HURTS.search(piece.plain) or (_DIED.search(piece.plain) if all(c.part for c in counts) else None)
    own = (piece.day and piece.place) or (died and _is_of_another(piece, current, died.start()))
    if died and current and not (own or _SEPARATE.search(piece.plain)) and all(c.of == "killed" for c in counts):
        return piece.but(days=() if current.day else piece.days, triggers=(), mentions=())
    here = current is None or current.is_at(piece.place)
    known, day = current.day if current else None, piece.day
    after = bool(known and known.last and day and day.first and day.first > known.last)
    later = all(c.among or (here and (c.nth or (c.of_all and after))) for c in counts)
    if not later or (current and current.fits(piece.day)):
        return piece
    return piece.but(days=(), triggers=(), mentions=())


def _is_of_another(piece: Piece, current: Account | None, died: int) -> bool:
    """Whether somebody was hurt elsewhere before he died: "a guard attacked in Oldtown has since died of his wounds"."""
    there = piece.place is not None and piece.place.start < piece.start + died
    told = any(t.rule != _TOLL and t.spans[0][0] < piece.start + died for t in piece.happened)
    return there and told and not (current and current.is_at(piece.place))
