"""What a text says of one incident: its day, its place and its people, gathered from several pieces of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeGuard

from geomap.extract.counted import Counted, Tally
from geomap.extract.days import Day
from geomap.extract.kinds_ranked import QUIET
from geomap.extract.pieces import Piece
from geomap.extract.place_names import kinds_of_place
from geomap.extract.places import Mention
from geomap.extract.speakers import Frame, speaker_at
from geomap.extract.statements import Lies
from geomap.extract.telling import best_of
from geomap.extract.triggers import Trigger
from geomap.gazetteer import folded
from geomap.vocabulary import (
    GROUND_TAKEN,
    any_of,
    countries_with_capital,
    cue_words,
)

#: A shorter sentence that leads to an account is a dateline on a line of its own; tokens.
_LEAST_HINT: Final = 9
#: No dateline has so many words in small letters.
_LEAST_TOLD: Final = 5
#: A day of more days than this gives way to one of fewer.
_FEW_DAYS: Final = 3
#: From its first day to the last of a year: what is as long, in a sentence that goes on, is of something else.
_YEAR: Final = 364
#: So many sentences after the one that begins an account may say when and where it was.
_NEXT: Final = 2
#: So many sentences before the first account may say when it was.
_LAST: Final = 6
#: Words that may say of what a sentence goes on to tell: "the convoy", "the miners".
_WORDS: Final = re.compile(r"[a-z-]{4,}")
_FINENESS: Final = {"site": 0, "settlement": 0, "": 1, "district": 2, "province": 3, "country": 4}
COARSE: Final = ("province", "country")
#: Kinds that the place is a party of: "Newland closed its border", "Milltown was retaken".
_LED: Final = QUIET | {*GROUND_TAKEN}
#: Words of a sentence that says where something was, and tells no more.
_SAYS_WHERE: Final = re.compile(rf"\b{any_of('says where')}\b")
_EARLIER: Final = re.compile(rf"\b(?:{any_of('earlier')}|in \d{{4}})\b(?! (?:dawn|daybreak|noon|midday|dusk|midnight)\b)")
_SAYS_WHEN: Final = re.compile(r"(?:it|that|this) (?:was|happened|occurred|took place)\b")
_OF_IT: Final = re.compile(r"\b(?:it|he|she|they|them|him|her|his|their|its)\b")
#: "Raising the death toll to six", "the toll has climbed to six".
_RAISED: Final = re.compile(
    rf"\b(?:{any_of('toll rises to')}|(?:rais|bring|brought|push|tak|took|lift)\w* (?:\w+ ){{0,4}}?(?:toll|dead|count) to)\b"
)
#: "The victims", "the two herders", "both traders".
_DEFINITE: Final = re.compile(r"\b(?:the|these|those|both|their)(?: other)? (?P<of>[a-z-]+)(?: (?P<next>[a-z-]+))?")
_TOWN: Final = any_of("kind of place: settlement", "kind of place: district")
#: A sentence that goes on to tell of a place: "The village lies", "The nearest town is".
_OF_THE_PLACE: Final = re.compile(
    rf"\W*(?:it|there|this|the (?:(?:nearest|closest|spot|place|scene|(?:\w+ )?{_TOWN}|{any_of('kind of place: site')})"
    r"|(?:[\w-]+ ){1,2}(?:is|was|lies|lay|stands|stood|sits|sat)))\b"
)


@dataclass
class Account:
    """What a text says of one incident, as it is gathered."""

    pieces: list[Piece] = field(default_factory=list)
    day: Day | None = None
    said: dt.date | None = None  #: the first day on which somebody spoke of it
    shared: bool = False  #: the day is that of the first account
    place: Mention | None = None
    stands_in: bool = False  #: the place is that of somebody whom it befell, for want of a better one
    tally: Tally = field(default_factory=Tally)
    beside: list[Piece] = field(default_factory=list)  #: other pieces that tell of its place
    before: Sequence[Piece] = ()  #: what its paragraph tells before it, the last first
    _best: tuple[int, Trigger | None] = (0, None)  #: of so many pieces the words that tell best what happened
    _named: set[str] = field(default_factory=set)  #: where it took place and what holds that, folded

    def fits(self, day: Day | None) -> bool:
        """Whether a day may be this one's: nothing that was told of before happened after that."""
        if day is None or day.first is None:
            return True
        if self.day is None or self.day.first is None:
            return self.said is None or day.first <= self.said
        return bool(day.first <= (self.day.last or dt.date.max) and self.day.first <= (day.last or dt.date.max))

    def is_at(self, place: Mention | None) -> bool:
        """Whether a place may be this one's: the same, one that holds it, or one inside it."""
        if place is None:
            return True
        if self.place is None:
            return self._is_on_way(place)
        if self.place.level != place.level and {self.place.level, place.level} & {*COARSE}:
            return True  # nothing says that the one does not hold the other
        theirs, own = _names(place), _names(self.place)
        if not any(name in self._named or name in own for name in theirs):
            return self._calls_by(place)
        inside = place.level == "site" or self.place.level in ("district", *COARSE)
        return inside or theirs[0] in self._named or theirs[0] in own or own[0] in theirs

    def _is_on_way(self, place: Mention) -> bool:
        """Whether a place may be on the way between two places that the account names, if it does: one of them, or an area."""
        ends = [end for end in (self.way.mention, self.way.to) if end] if self.way else []
        if not ends or place.level in ("district", "site", *COARSE):
            return True
        return not {name for end in ends for name in _names(end)}.isdisjoint(_names(place))

    def _calls_by(self, place: Mention) -> bool:
        """Whether the account begins with a place's name before what it is: "the Marsville market"."""
        name, first = folded(place.name), self.pieces[0]
        if any(folded(mention.name) == name for mention in first.mentions):
            return False
        return re.search(rf"\bthe {re.escape(place.name.lower())} [a-z]", first.plain) is not None

    def add(self, piece: Piece) -> None:
        """Take what a piece says."""
        self.pieces.append(piece)
        self._take_day(piece)
        for mention in piece.mentions:
            if mention.role == "at":
                self._named.update(_names(mention))
        place = piece.place if self._tells_more(piece) or piece.counts or _SAYS_WHERE.search(piece.plain) else None
        late = len(self.pieces) > _NEXT
        known = self.place is not None or (late and self.way is not None)
        if place and (not late or self.fits(piece.day)) and (not known or self.narrows(piece)):
            self.place_at(place)
        raised = bool(_RAISED.search(piece.plain))
        counts = (replace(count, raised=True) if raised and count.of_all else count for count in piece.counts)
        self.tally.take([(count, _speaker_of(count, piece.frames)) for count in counts])

    def _tells_more(self, piece: Piece) -> bool:
        """Whether a piece tells what happened; of an attack, an agreement or a new base tells nothing more."""
        loud = any(t.kind not in QUIET for t in piece.happened)
        return loud or (bool(piece.happened) and all(t.kind in QUIET for t in self.pieces[0].happened))

    def hint(self, piece: Piece) -> None:
        """Take the day and the place of a sentence that leads to the account."""
        words = sum(token.word.isalpha() and not token.capital for token in piece.sentence.tokens)
        short = len(piece.sentence.tokens) < _LEAST_HINT and not _SAYS_WHEN.match(piece.plain)
        if short and words < _LEAST_TOLD:
            return
        dates = piece.day and not piece.day.relative and not (short and _EARLIER.search(self.pieces[0].plain))
        self.day = self.day or (piece.day if dates else None)
        self.take_place(piece)

    def take_place(self, piece: Piece) -> None:
        """Take the place of a piece that is not its own, where there is none that is as fine."""
        if piece.place and (self.place is None or self.narrows(piece)):
            self.place_at(piece.place)
            self.beside.append(piece)

    def place_at(self, place: Mention) -> None:
        """Take a place, within the district or the province that was known."""
        area = self.place if self.place and self.place.level in ("district", "province") and not place.holders else None
        self.place = replace(place, holders=(area, *area.holders)) if area else place

    def narrows(self, piece: Piece) -> bool:
        """Whether a piece has a place within that of the account: within a district, if it goes on with what was told."""
        if piece.place is None or self.place is None or not is_finer(piece.place, self.place):
            return False
        if self.place.level in COARSE or _is_inside(piece.place, self.place):
            return True
        return self.fits(piece.day) and self.goes_on_at(piece.place, piece)

    def goes_on_at(self, place: Mention, piece: Piece) -> bool:
        """Whether a piece goes on with what was told before it names a place: "the convoy" that the account begins with."""
        if _SAYS_WHERE.search(piece.plain) or _OF_IT.search(piece.plain, 0, place.start - piece.start):
            return True
        before = [m for m in _DEFINITE.finditer(piece.plain) if piece.start + m.end() <= place.start]
        speakers = [range(frame.speaker.start, frame.speaker.end) for frame in piece.frames]
        again = {
            word for m in before if not any(piece.start + m.start("of") in s for s in speakers) for word in m.groups() if word
        }
        told = {word for one in self.pieces[:_NEXT] for word in _WORDS.findall(one.plain)} - kinds_of_place().keys()
        return not again.isdisjoint(told | cue_words("the ones before", "event told before"))

    def _take_day(self, piece: Piece) -> None:
        day = piece.day
        spoken = (d.last for d in piece.days if d.dates == "speech" and d.last and not d.relative)
        self.said = min(filter(None, (self.said, *spoken)), default=None)
        if day is None or (len(self.pieces) > 1 and day.length >= _YEAR):
            return  # "the group, which fought a war in 2006"
        closer = self.day and self.day.length > _FEW_DAYS and day.length < self.day.length and self.fits(day)
        if self.day is None or closer:
            self.day = day

    @property
    def counts(self) -> Sequence[tuple[Counted, Frame | None]]:
        """The people whom it counts, each with who says so."""
        return self.tally.counts

    @property
    def way(self) -> Lies | None:
        """The road that it was on, where it says between which two places."""
        ways = (lies for piece in self.pieces for lies in piece.statements if lies.to is not None)
        return next(ways, None)

    @property
    def named(self) -> Iterator[Mention]:
        """The fine places that it names where it tells what happened, whatever for."""
        told = ((p, m) for p in self.pieces if p.happened for m in p.mentions)
        return (m for p, m in told if m.level not in COARSE and not p.is_meant(m))

    @property
    def of_people(self) -> Iterator[Mention]:
        """Those of them where people come from or live: "residents of Marsville"."""
        return (m for m in self.named if m.role in ("from", "other") and m.cue in ("from", "of"))

    @property
    def lying(self) -> Iterator[Lies]:
        """What it says of where its place lies: in a piece that tells of what happened there, or of that place."""
        name = folded(self.place.name) if self.place else ""
        for at, piece in enumerate(self.pieces):
            of_it = any(folded(m.name) == name for m in piece.mentions) or _OF_THE_PLACE.match(piece.plain)
            if piece.happened or piece.counts or of_it or not at:
                yield from piece.statements
        for piece in self.beside:
            yield from piece.statements

    @property
    def is_dated_otherwise(self) -> bool:
        """Whether it says when somebody spoke of it, that it was earlier, or when by a day that is not known."""
        return self.pieces[0].back or any(
            d.dates == "speech" or (d.relative and d.first is None) for p in self.pieces for d in p.days
        )

    def tells(self) -> bool:
        """Whether it has a kind, and a place, a day or people."""
        known = self.place or self.way or self.day or self.counts or next(self.of_people, None)
        return any(p.happened for p in self.pieces) and bool(known or self._leads())

    def _leads(self) -> bool:
        """Whether the text begins with it, in words that tell more than "an attack"; of the quiet kinds, with a place."""
        first, best = self.pieces[0], self.best_trigger()
        plainly = first.lead and any(len(t.spans) > 1 or not t.generic for t in first.news)
        return plainly and best is not None and (best.kind not in _LED or bool(first.mentions))

    def best_trigger(self) -> Trigger | None:
        """The words that tell best what happened."""
        if self._best[0] != len(self.pieces):
            self._best = len(self.pieces), best_of(self.pieces)
        return self._best[1]


def _speaker_of(count: Counted, frames: Sequence[Frame]) -> Frame | None:
    """Who gives a count: he is named before its number, or before its fate ("the toll, according to police, is six")."""
    return speaker_at(frames, count.begins) or (speaker_at(frames, count.spans[0][0]) if count.of_all else None)


def _names(place: Mention) -> list[str]:
    """The names of a place and of what holds it, folded."""
    return [folded(one.name) for one in (place, *place.holders)]


def is_finer(one: Mention, other: Mention) -> bool:
    """Whether a place is inside another that was named before, as far as their levels tell."""
    wide = other.level in ("district", *COARSE) and not countries_with_capital(one.name)
    return _is_inside(one, other) or (wide and _FINENESS[one.level] < _FINENESS[other.level])


def _is_inside(one: Mention, other: Mention) -> bool:
    """Whether the words say that a place is inside another: "Marsville, in Oldland district"."""
    return folded(other.name) in {folded(holder.name) for holder in one.holders}


def look_on(accounts: Sequence[Account], pieces: Sequence[Piece]) -> None:
    """Take the day and the place of an account that its own pieces do not say from those that follow its first.

    The first account of a text takes a day from what comes before it, too.

    Args:
        accounts: of one text.
        pieces: every piece of it.
    """
    taken = {id(piece) for account in accounts for piece in account.pieces}
    number = {id(piece): n for n, piece in enumerate(pieces)}
    for account in accounts[:1]:
        at = number[id(account.pieces[0])]
        before = (piece.day for piece in reversed(pieces[max(0, at - _LAST) : at]))
        known = account.day or account.is_dated_otherwise
        if not known and not _EARLIER.search(account.pieces[0].plain) and (day := next(filter(_dates_alone, before), None)):
            account.day, account.shared = day, True
    for account in accounts:
        first, *more = account.pieces[:_NEXT]
        lasting = (p.lasting for p in (first, *more) if p is first or any(t.kind not in QUIET for t in p.news))
        account.day = account.day or next(filter(None, lasting), None)  # not that of "the curfew in force since Monday"
        at = number[id(account.pieces[0])]
        block = account.pieces[0].sentence.block
        account.before = [piece for piece in pieces[max(0, at - _LAST) : at][::-1] if piece.sentence.block == block]
        for piece in pieces[at + 1 : at + 1 + _NEXT]:
            if id(piece) in taken:
                break
            if account.day is None and _dates_alone(piece.day) and not account.pieces[0].back:
                account.day = piece.day
            if account.place is None and (account.way or next(account.of_people, None)):
                continue
            place = piece.place
            if place and place.level not in COARSE and account.goes_on_at(place, piece):
                account.take_place(piece)


def _dates_alone(day: Day | None) -> TypeGuard[Day]:
    """Whether a day of a sentence dates what comes after it, too."""
    return day is not None and not day.relative and day.length <= _FEW_DAYS


def share_day(accounts: Sequence[Account]) -> None:
    """Give an account without a day that of the first, where nothing says that it was earlier: "troops then arrested ..."."""
    first = accounts[0].day if accounts else None
    for account in accounts[1:]:
        known = account.day or account.is_dated_otherwise
        if first and not first.relative and not known and not _EARLIER.search(account.pieces[0].plain):
            account.day, account.shared = first, True
