"""Which pieces of a text tell of one incident."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from geomap.articles import Lexicon
from geomap.extract.accounts import Account, look_on, share_day, share_place
from geomap.extract.days import Day, hung
from geomap.extract.kinds import QUIET, VIOLENT, Trigger
from geomap.extract.pieces import Piece, PieceReader
from geomap.extract.text import Text
from geomap.vocabulary import any_of

#: A text that tells of more incidents is no article.
MOST_ACCOUNTS: Final = 500
#: A piece is held against the first account of its text and so many of the latest.
_LATEST: Final = 40
#: A day so many characters from a word for an event is that event's.
_BESIDE: Final = 25
#: A stretch of more days dates no single incident; one of so few is exact.
_MOST_DAYS, _EXACT_DAYS = 200, 2

_FAMILIES: Final = {
    **dict.fromkeys(VIOLENT, "violence"),
    "Arrests": "arrests",
    "Disrupted weapons use": "finds",
    **dict.fromkeys(("Peaceful protest", "Violent demonstration", "Protest with intervention"), "protest"),
}
#: Kinds that a sentence with another place begins an account with.
_ALONE: Final = frozenset((*_FAMILIES, "Looting/property destruction"))

_SEPARATE: Final = re.compile(rf"\b{any_of('separate')}\b")
#: "At 16:30, they struck ...": one line of a list of what was done on a day.
_BY_THE_CLOCK: Final = re.compile(r"\W*(?:at|around)(?: about| around)? \d{1,2}(?:[:.h]\d\d|\d\d hours|\d\d hrs)")
_ANSWER: Final = re.compile(rf"\b{any_of('answer to an attack')}\b")
_MANY: Final = re.compile(rf"\b(?:{any_of('long ago or often')}|since \d{{4}})\b")
_TOLD_BEFORE: Final = re.compile(rf"\b(?:the|this|that) {any_of('event told before')}s?\b|\b{any_of('took place')}\b")


class Reader:
    """Reads texts with one lexicon: its terms are indexed once."""

    def __init__(self, vocabulary: Lexicon) -> None:
        """Index the names and terms."""
        self.pieces = PieceReader(vocabulary).pieces

    def accounts(self, text: Text, published: dt.date | None, dateline: tuple[int, int]) -> list[Account]:
        """The accounts of incidents that a text gives, in its order.

        Args:
            text: where to read.
            published: its day of publication.
            dateline: the offsets of its dateline.

        Raises:
            ValueError: it tells of more than `MOST_ACCOUNTS` incidents.
        """
        pieces = list(_dated(self.pieces(text, published, dateline), text.raw, published))
        gathering = _Gathering()
        for piece in pieces:
            gathering.take(piece)
        told = [account for account in gathering.found if account.tells()]
        look_on(told, pieces)
        share_day(told)
        share_place(told)
        return told


def _dated(pieces: Iterable[Piece], raw: str, published: dt.date | None) -> Iterator[Piece]:
    """Pieces with their relative days: each counts from the latest day of an event before it."""
    before: Day | None = None
    for piece in pieces:
        done = piece
        if any(day.relative for day in piece.days):
            done = replace(piece, days=tuple(hung(piece.days, before, piece.sentence, raw, published)))
        before = done.day or before
        yield done


@dataclass
class _Gathering:
    """The accounts of a text, as its pieces are taken one after the other."""

    found: list[Account] = field(default_factory=list)
    current: Account | None = None
    block: int = -1
    waiting: list[Piece] = field(default_factory=list)  #: before the first account: they may say when and where

    def take(self, piece: Piece) -> None:
        """Add a piece to the account that it belongs to, or begin one with it."""
        new_block, self.block = piece.sentence.block != self.block, piece.sentence.block
        account = self._account_of(piece, new_block=new_block)
        if account is None:
            self.waiting = [] if self.found else [*self.waiting[-1:], piece]
            return
        if not account.pieces:
            if len(self.found) == MOST_ACCOUNTS:
                raise ValueError(f"tells of more than {MOST_ACCOUNTS} incidents; an article tells of fewer, read it in parts")
            self.found.append(account)
            account.add(piece)
            for before in self.waiting if not piece.lead else []:
                account.hint(before)
        else:
            account.add(piece)
        self.waiting = []
        self.current = account

    @property
    def _near(self) -> list[Account]:
        """The accounts that a piece may belong to: the first, and the latest."""
        return [*self.found[:1], *self.found[max(1, len(self.found) - _LATEST) :]]

    def _account_of(self, piece: Piece, *, new_block: bool) -> Account | None:
        """The account that a piece adds to, or a new one; None for what tells of no incident."""
        news, day, place = piece.news, piece.day, piece.place
        exact = day is not None and day.length <= _EXACT_DAYS
        many = any(t.aggregate for t in piece.triggers) or (not piece.triggers and bool(_MANY.search(piece.plain)))
        if many and not ((news or piece.counts) and (exact or (piece.lead and (day or place)))):
            return None
        if self.current is None:
            told = sum((day is not None, place is not None, bool(piece.counts))) > 1
            return _begun(piece, news or (piece.happened if told else ()))
        if not piece.happened and not piece.counts:
            dates = exact and self.current.day is None and not piece.triggers and len(self.current.pieces) == 1
            return self.current if dates or _adds(piece) else None
        beside = day is not None and any(abs(day.start - t.spans[0][0]) <= _BESIDE for t in piece.happened)
        if exact and beside and not many and not any(a.day and a.fits(day) for a in self._near):
            news = piece.happened  # "the attacks of 16 January" are told here alone
        families = {_family(t) for t in news}
        if (day or place) and len(families) == 1 and families != {"other"} and self._is_of_others(families):
            return self._told_as(families, piece) or _begun(piece, news)
        own = bool(_SEPARATE.search(piece.plain) or _ANSWER.search(piece.plain))
        if news and _BY_THE_CLOCK.match(piece.plain) and _BY_THE_CLOCK.match(self.current.pieces[0].plain):
            return _begun(piece, news)
        if new_block and not day and not place and not own:
            self.current = self.found[0]
        if not own and self.current.fits(day) and any(t.anaphoric and t.kind in VIOLENT for t in piece.happened):
            return self.current
        news = news or (piece.happened if own and day else ())  # "a similar attack last week"
        if own and news and (day or place or piece.counts):
            return self._same_as(piece) or _begun(piece, news)
        return self._fitting(piece, news)

    def _fitting(self, piece: Piece, news: tuple[Trigger, ...]) -> Account | None:
        """The account whose day and place a piece fits: the current one, another, or a new one."""
        assert self.current is not None
        day, place = piece.day, piece.place
        other_day = not self.current.fits(day) or not (self.current.day or self._fits_first(piece, news))
        if not other_day and not (place is not None and news and not self.current.is_at(place)):
            return self.current
        others = (a for a in self._near if not (other_day and a is self.current))
        if same := next((a for a in others if a.fits(day) and a.is_at(place)), None):
            return same
        alone = any(t.kind in _ALONE and not t.generic for t in news)
        finer = place is not None and (place.level not in ("province", "country")) and alone
        return _begun(piece, news) if other_day or (place and (piece.counts or day)) or finer else self.current

    def _fits_first(self, piece: Piece, news: tuple[Trigger, ...]) -> bool:
        """Whether news may be of the day of the first account, which the current one without a day will share."""
        day, first = piece.day, self.found[0]
        dated = day is not None and day.length <= _EXACT_DAYS and not day.relative and bool(news)
        return not dated or self.current is first or first.fits(day)

    def _is_of_others(self, families: set[str]) -> bool:
        """Whether the current account tells of another family of kinds."""
        trigger = self.current.best_trigger() if self.current else None
        return trigger is not None and _family(trigger) not in families

    def _told_as(self, families: set[str], piece: Piece) -> Account | None:
        """Another account of the same family of kinds that a piece fits."""
        for account in self._near:
            trigger = account.best_trigger() if account is not self.current else None
            if trigger and _family(trigger) in families and account.fits(piece.day) and account.is_at(piece.place):
                return account
        return None

    def _same_as(self, piece: Piece) -> Account | None:
        """Another account of just the day and the place of a piece."""
        if not piece.day or not piece.place:
            return None
        others = (a for a in self._near if a is not self.current and a.day and a.place)
        return next((a for a in others if a.fits(piece.day) and a.is_at(piece.place)), None)


def _begun(piece: Piece, news: tuple[Trigger, ...]) -> Account | None:
    """A new account, if a piece may be the first of one."""
    kinds = {t.kind for t in news}
    too_long = piece.day is not None and piece.day.length > _MOST_DAYS
    quiet = kinds <= QUIET if kinds else not (piece.counts and piece.happened)
    return None if too_long or quiet else Account()


def _adds(piece: Piece) -> bool:
    """Whether a piece without an event says something of one: who did it, where the place lies."""
    return any(a.status for a in piece.actors) or bool(piece.statements) or bool(_TOLD_BEFORE.search(piece.plain))


def _family(trigger: Trigger) -> str:
    """Kinds that are told of one incident together: violence, arrests, protests, finds of weapons."""
    return _FAMILIES.get(trigger.kind, "other")
