"""Which pieces of a text tell of one incident."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from geomap.articles import Lexicon
from geomap.extract.accounts import COARSE, Account, look_on, share_day
from geomap.extract.days import Day, hung
from geomap.extract.kinds_ranked import QUIET, VIOLENT, WITH_MEANS
from geomap.extract.pieces import Piece, PieceReader
from geomap.extract.same_place import in_each_country, share_place
from geomap.extract.text import Text
from geomap.extract.told_again import answers, as_told_again, leads_anew
from geomap.extract.triggers import Trigger
from geomap.vocabulary import any_of

#: A text that tells of more incidents is no article.
MOST_ACCOUNTS: Final = 500
#: A piece is held against the first account of its text and so many of the latest.
_LATEST: Final = 40
#: A day so many characters from a word for an event is that event's.
_BESIDE: Final = 25
#: A stretch of more days dates no single incident; one of so few is exact.
_MOST_DAYS, _YEAR, _EXACT_DAYS = 200, 366, 2
#: Who tells of something, without a day, does so within so many days.
_FORTNIGHT: Final = 14

_FAMILIES: Final = {
    **dict.fromkeys(VIOLENT, "violence"),
    "Arrests": "arrests",
    "Disrupted weapons use": "finds",
    **dict.fromkeys(("Peaceful protest", "Violent demonstration", "Protest with intervention"), "protest"),
}
#: Kinds that a sentence with another place begins an account with.
_ALONE: Final = frozenset((*_FAMILIES, "Looting/property destruction"))

_HAD: Final = re.compile(r"\bhad(?: \w+ly)? $")
#: Violence that is told of a protest.
_LETHAL: Final = "Excessive force against protesters"

_SEPARATE: Final = re.compile(rf"\b{any_of('separate')}\b|^\W*next, ")
#: "At 16:30, they struck ...": one line of a list of what was done on a day.
_BY_THE_CLOCK: Final = re.compile(r"\W*(?:at|around)(?: about| around)? \d{1,2}(?:[:.h]\d\d|\d\d hours|\d\d hrs)")
_DONE: Final = re.compile(rf"(?:\w+ed|{any_of('done quietly')})\b")
_MANY: Final = re.compile(rf"\b(?:{any_of('long ago or often')}|since \d{{4}})\b")
_IN_A_YEAR: Final = re.compile(r"\b\d{4}\b|\byears? (?:ago|before|earlier|later)\b")
#: "The raid comes two days after ...": it is counted from what was told, whatever else was said of other days.
_CAME: Final = re.compile(r"\b(?:c[ao]mes?|coming|happened|occurred|took place|was carried out)(?: [\w-]+){0,4} ?$")
_OF_WAR: Final = re.compile(rf"\b{any_of('of war')}\b")
_NO_DEED: Final = re.compile(rf"\b{any_of('no deed of war')}\b")
_DURING: Final = re.compile(
    rf"\b(?:during|amid|in) (?:the|this|that|these) (?:fighting|{any_of('event told before', 'events')})\b"
)
_OF_IT: Final = re.compile(
    r"\W*(?:(?:one|two|three|four|some|all|both|most|each) of )?(?:the|both|all the) (?:\w+ )?"
    rf"{any_of('event told before', 'of it')}\b"
)
_AT_FIRST: Final = re.compile(r"\W*(?:(?:and|but|then|by|later|early|late|on) )*")
_TOLD_BEFORE: Final = re.compile(rf"\b(?:the|this|that) {any_of('event told before')}s?\b|\b{any_of('took place')}\b")
#: "Eight others were caught", "the same befell two men": what happened is what was told before.
_AS_BEFORE: Final = re.compile(rf"\b{any_of('as before')}\b")
#: "A similar raid", "killed in much the same circumstances": with what, or how, the account before says.
_ALIKE: Final = re.compile(rf"\b{any_of('just alike')} (?:{any_of('general word')}|(?P<means>{any_of('means told before')}))\b")
_SAME_WAY: Final = re.compile(rf"\b{any_of('told of the same')}\b")
#: "Jailed for the killing of a judge in 2014", "a book on the riots of 1983": a text that begins so tells no news of it.
_LOOKS_BACK: Final = re.compile(rf"\b{any_of('tried for', 'tells of old deeds', 'in court', 'looks back')}\b")
_FRONTED: Final = re.compile(r"\W*(?:and |but |while )?(?:in|at|near|outside|on|around) (?:the )?")


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
        gathering = _Gathering()
        pieces = [gathering.take(piece) for piece in _dated(self.pieces(text, published, dateline), text.raw, published)]
        told = [account for account in gathering.found if account.tells()]
        share_place(told, pieces)
        look_on(told, pieces)
        share_day(told)
        return [one for account in told for one in in_each_country(account)]


def _dated(pieces: Iterable[Piece], raw: str, published: dt.date | None) -> Iterator[Piece]:
    """Pieces with their relative days: each counts from the latest day of an event before it, or else of what was said."""
    before: Day | None = None
    told: Day | None = None  #: of what happened, and of nothing else
    for piece in pieces:
        done = piece
        if any(day.relative for day in piece.days):
            came = _CAME.search(piece.sentence.before(piece.start))
            done = piece.but(days=tuple(hung(piece.days, (came and told) or before, piece.sentence, raw, published)))
        said = (day for day in done.days if day.dates == "speech" and not day.relative and day.first is not None)
        before = done.day or before or next(said, None)
        told = done.day if done.day and (done.happened or done.counts) else told
        yield done


@dataclass
class _Gathering:
    """The accounts of a text, as its pieces are taken one after the other."""

    found: list[Account] = field(default_factory=list)
    current: Account | None = None
    block: int = -1
    last: Piece | None = None
    waiting: list[Piece] = field(default_factory=list)  #: before the first account: they may say when and where
    scene: Piece | None = None  #: the piece before, where it says when, and tells of nothing: "On Friday the guns spoke."

    def take(self, piece: Piece) -> Piece:
        """Add a piece to the account that it belongs to, or begin one with it; the piece as it was understood."""
        new_block, self.block = piece.sentence.block != self.block, piece.sentence.block
        if piece.item:
            self.current = None
        elif new_block and self.current is None and self.found:
            self.current = self.found[0]
        piece = as_told_again(self._as_before(self._in_its_scene(piece, new_block=new_block)), self.current, self.last)
        self.last = piece
        account = self._account_of(piece, new_block=new_block)
        self.scene = piece if account is None and _sets_the_scene(piece) else None
        if account is None:
            self.waiting = [*self.waiting[-1:], piece] if self.current is None else []
            return piece
        if not account.pieces:
            if len(self.found) == MOST_ACCOUNTS:
                raise ValueError(f"tells of more than {MOST_ACCOUNTS} incidents; an article tells of fewer, read it in parts")
            self.found.append(account)
            account.add(piece)
            for before in self.waiting:
                if before.sentence is not piece.sentence or ";" in piece.sentence.words(before.end, piece.start):
                    account.hint(before)
        else:
            account.add(piece)
        self.waiting = []
        self.current = self.current if piece.aside and self.current else account
        return piece

    def _in_its_scene(self, piece: Piece, *, new_block: bool) -> Piece:
        """A piece with the day of the sentence before it, where that says when, and it does not."""
        if self.scene is None or new_block or piece.days or not piece.news:
            self.scene = None
            return piece
        where = () if piece.place else self.scene.mentions
        statements = (*self.scene.statements, *piece.statements)
        return piece.but(days=self.scene.days, mentions=(*where, *piece.mentions), statements=statements)

    @property
    def _near(self) -> list[Account]:
        """The accounts that a piece may belong to: the first, and the latest."""
        return [*self.found[:1], *self.found[max(1, len(self.found) - _LATEST) :]]

    def _as_before(self, piece: Piece) -> Piece:
        """A piece with the kind of what was told before, where it says that the like happened at another place or day."""
        told = self.current.best_trigger() if self.current else None
        if self.current is None or told is None or told.kind in QUIET:
            return piece
        toll = piece.happened and all(t.rule == "toll" or t.generic for t in piece.happened)
        like = _ALIKE.search(piece.plain) if told.kind in WITH_MEANS and not any(map(_says_means, piece.happened)) else None
        if (like and (toll or not like["means"])) or (toll and _SAME_WAY.search(piece.plain)):
            return piece.but(triggers=(replace(told, anaphoric=False, generic=True, aggregate=False, rule="as before"),))
        if piece.news or any(_family(t) != _family(told) for t in piece.triggers):
            return piece  # "A saw fighting on Monday; B a protest on Tuesday"
        as_before, goes_on = bool(_AS_BEFORE.search(piece.plain)), self._goes_on(piece)
        if not (as_before or goes_on):
            return piece
        day, place = piece.day, piece.place
        elsewhere = place is not None and place.level not in ("province", "country") and not self.current.is_at(place)
        other = day is not None and day.length <= _EXACT_DAYS and (elsewhere or not self.current.fits(day))
        if not (other and as_before) and not (elsewhere and goes_on):
            return piece
        return piece.but(triggers=(replace(told, anaphoric=False, generic=True, aggregate=False, rule="as before"),))

    def _goes_on(self, piece: Piece) -> bool:
        """Whether a piece goes on with the sentence before it: "in A, two died; in B, one was hurt", "and two in B"."""
        before = self.current.pieces[-1] if self.current else piece
        if before.sentence is not piece.sentence:
            return False
        if piece.day:
            return before.day is not None and piece.is_little
        told = [one for one in (before, piece) if any(count.low for count in one.counts)]
        return len(told) > 1 and (bool(_AS_BEFORE.search(piece.plain)) or all(map(_begins_with_place, told)))

    def _account_of(self, piece: Piece, *, new_block: bool) -> Account | None:
        """The account that a piece adds to, or a new one; None for what tells of no incident."""
        news, day = piece.news, piece.day
        exact = day is not None and day.length <= _EXACT_DAYS
        many = any(t.aggregate for t in piece.triggers) or (not piece.triggers and bool(_MANY.search(piece.plain)))
        if many and not ((news or piece.counts) and (exact or (piece.lead and (day or piece.place)))):
            return None
        if self.current is None:
            if piece.item and (same := self._same_day(piece)):
                return same
            news = piece.happened if piece.item else news
            leads = bool(piece.counts and piece.lead)
            known = (day is not None, piece.place is not None, bool(piece.counts), leads) if piece.happened else ()
            told = sum(known) > 1 or (any(known) and leads_anew(piece))
            return _begun(piece, news or (piece.happened if told else ()))
        if not piece.happened and not piece.counts:
            if _sets_the_scene(piece) and (_SEPARATE.search(piece.plain) or not self.current.fits(day)):
                return None  # "On the same day a convoy was hit between A and B. Nine soldiers were killed"
            dates = exact and self.current.day is None and not piece.triggers and len(self.current.pieces) == 1
            return self.current if dates or _adds(piece) else None
        place = piece.place
        if piece.back and (news or (exact and piece.happened)):
            return (
                (self._same_as(piece) or _begun(piece, news or piece.happened))
                if place or piece.counts or (day and not day.relative)
                else None
            )
        beside = day is not None and any(abs(day.start - t.spans[0][0]) <= _BESIDE for t in piece.happened)
        apart = place is not None and self.current.pieces[-1].sentence is piece.sentence  # a part of a sentence with both
        if exact and (beside or apart) and not many and not any(a.day and a.fits(day) for a in self._near):
            news = piece.happened  # "the attacks of 16 January" are told here alone
        families = {_family(t) for t in news} - {"other"} or {_family(t) for t in news}
        others = self._is_of_others(families) and not self._was_broken_up(piece)
        if (day or place) and len(families) == 1 and families != {"other"} and others:
            return self._told_as(families, piece) or _begun(piece, news)
        when = not (piece.news or piece.counts or self.current.day)  # "the clash took place two days before"
        scene = self.scene.plain if self.scene else ""
        own = not when and bool(_SEPARATE.search(piece.plain) or _SEPARATE.search(scene) or answers(piece))
        if news and _BY_THE_CLOCK.match(piece.plain) and _BY_THE_CLOCK.match(self.current.pieces[0].plain):
            return _begun(piece, news)
        if new_block and not day and not place and not own:
            self.current = self.found[0]
        here = not (news and piece.counts) or self._is_there(piece) or bool(_DURING.search(piece.plain))
        again = bool(_OF_IT.match(piece.plain)) or any(t.anaphoric and t.kind in VIOLENT for t in piece.happened)
        if not own and here and self.current.fits(day) and again:
            return self.current
        news = news or (piece.happened if own and day else ())  # "a similar attack last week"
        if own and news and (day or place or piece.counts or piece.statements):
            return self._same_as(piece) or _begun(piece, news)
        return self._fitting(piece, news)

    def _fitting(self, piece: Piece, news: tuple[Trigger, ...]) -> Account | None:
        """The account whose day and place a piece fits: the current one, another, or a new one."""
        assert self.current is not None
        day, place = piece.day, piece.place
        if not day and not piece.counts and piece.plain.startswith('"'):
            return self.current  # "They bombed us," said a man who had fled to Marsville
        other_day = self._is_of_old(piece, news) or not self.current.fits(day)
        other_day = other_day or not (self.current.day or self._fits_first(piece, news))
        dated = bool(piece.counts) and day is not None and day.length <= _EXACT_DAYS
        if not other_day and not (place is not None and (news or dated) and not self._is_there(piece)):
            return self.current
        others = (a for a in self._near if not (other_day and a is self.current))
        if families := {_family(t) for t in news}:
            others = (a for a in others if (best := a.best_trigger()) is None or _family(best) in families)
        if same := next((a for a in others if _may_be(a, piece)), None):
            return same
        alone = any(t.kind in _ALONE and not t.generic for t in news)
        finer = place is not None and (place.level not in ("province", "country")) and alone
        return _begun(piece, news) if other_day or (place and (piece.counts or day)) or finer else self.current

    def _is_of_old(self, piece: Piece, news: tuple[Trigger, ...]) -> bool:
        """Whether news with a day is older than what the current account, the day of which is not known, can be."""
        day, said = piece.day, self.current.said if self.current else None
        if (
            self.current is None
            or self.current.day
            or day is None
            or day.last is None
            or not (news and (piece.place or piece.counts))
        ):
            return False
        return day.length > _FORTNIGHT if said is None else (said - day.last).days > _FORTNIGHT

    def _is_there(self, piece: Piece) -> bool:
        """Whether what a piece tells may have been at the place of the current account, or within its district."""
        assert self.current is not None
        if self.current.is_at(piece.place):
            return True
        alike = not self._is_of_others({_family(t) for t in piece.news})
        dated = piece.day or piece.counts
        first = self.current is self.found[0] and not self.current.day and len(self.current.pieces) == 1
        return alike and (not dated or first) and self.current.narrows(piece)

    def _fits_first(self, piece: Piece, news: tuple[Trigger, ...]) -> bool:
        """Whether news may be of the day of the first account, which the current one without a day will share."""
        day, first = piece.day, self.found[0]
        dated = day is not None and day.length <= _EXACT_DAYS and not day.relative and bool(news)
        return not dated or self.current is first or first.fits(day)

    def _is_of_others(self, families: set[str]) -> bool:
        """Whether the current account tells of another family of kinds."""
        trigger = self.current.best_trigger() if self.current else None
        return trigger is not None and _family(trigger) not in families

    def _was_broken_up(self, piece: Piece) -> bool:
        """Whether a piece says what those had done who were shot at in the current account, or what else was fired at them."""
        trigger = self.current.best_trigger() if self.current else None
        told = trigger is not None and trigger.kind == _LETHAL and all(_family(t) == "protest" for t in piece.news)
        intervenes = not piece.place and any(t.kind == "Protest with intervention" for t in piece.news)
        return told and (intervenes or any(_HAD.search(piece.sentence.before(t.spans[0][0])) for t in piece.news))

    def _told_as(self, families: set[str], piece: Piece) -> Account | None:
        """Another account of the same family of kinds that a piece fits."""
        for account in self._near:
            trigger = account.best_trigger() if account is not self.current else None
            if trigger and _family(trigger) in families and _may_be(account, piece):
                return account
        return None

    def _same_day(self, piece: Piece) -> Account | None:
        """An account of just the day of a piece, of its place and its family of kinds."""
        families = {_family(t) for t in piece.happened}
        others = (a for a in self._near if piece.day and a.day and _may_be(a, piece))
        return next((a for a in others if (best := a.best_trigger()) and _family(best) in families), None)

    def _same_as(self, piece: Piece) -> Account | None:
        """Another account of just the day and the place of a piece."""
        if not piece.day or not piece.place:
            return None
        others = (a for a in self._near if a is not self.current and a.day and a.place)
        return next((a for a in others if a.fits(piece.day) and a.is_at(piece.place)), None)


def _may_be(account: Account, piece: Piece) -> bool:
    """Whether a piece may tell of an account's incident: not what has a day and a place, of what happened once in a country."""
    vague = account.day is None and account.place and account.place.level in COARSE
    return not (vague and piece.day and piece.place) and account.fits(piece.day) and account.is_at(piece.place)


def _sets_the_scene(piece: Piece) -> bool:
    """Whether a piece begins with an exact day, and tells of nothing: "On Friday morning the heavy weapons spoke"."""
    day = piece.day
    return (
        day is not None
        and day.length <= _EXACT_DAYS
        and not (piece.triggers or piece.counts or piece.frames or any(actor.status for actor in piece.actors))
        and bool(_AT_FIRST.fullmatch(piece.sentence.words(piece.start, day.start)))
    )


def _says_means(trigger: Trigger) -> bool:
    """Whether words for an event say with what it was done, or another thing that is no attack on somebody."""
    return not trigger.generic and trigger.kind in WITH_MEANS


def _begins_with_place(piece: Piece) -> bool:
    return piece.place is not None and bool(_FRONTED.fullmatch(piece.sentence.words(piece.start, piece.place.start)))


def _begun(piece: Piece, news: tuple[Trigger, ...]) -> Account | None:
    """A new account, if a piece may be the first of one."""
    kinds = {t.kind for t in news}
    when = piece.sentence.words(piece.day.start, piece.day.end) if piece.day else ""
    fates = [count.spans[-1] for count in piece.counts]
    single = fates and any(
        t.rule in ("term", "apart") and not any(t.spans[0][0] < end and start < t.spans[0][1] for start, end in fates)
        for t in news
    )
    one = bool(single or _IN_A_YEAR.search(when)) and piece.place is not None  # "in X in 2019", not "attacks in X last year"
    one = one and not (piece.lead and _LOOKS_BACK.search(piece.plain))
    too_long = piece.day is not None and piece.day.length > (_YEAR if one else _MOST_DAYS)
    quiet = kinds <= QUIET if kinds else not (piece.counts and piece.happened)
    if piece.lead and any(t.kind in QUIET and _is_deed(t, piece) for t in news):
        quiet = False  # "two clans signed a truce in Milltown" is the news of the text
    # "Where one of them died on Wednesday": of what was told before, or nowhere.
    later = bool(piece.days) and all(day.dates == "later" for day in piece.days) and all(t.rule == "toll" for t in news)
    return None if too_long or quiet or later else Account()


def _is_deed(trigger: Trigger, piece: Piece) -> bool:
    """Whether words say what was done, and do not only name it: "signed a truce", not "the truce"."""
    if _NO_DEED.search(piece.plain):
        return False
    if trigger.kind != "Other" and not (_OF_WAR.search(piece.plain) or piece.actors):
        return False  # "the firm signed a deal", "the airline opened a base"
    return trigger.rule == "apart" or bool(_DONE.match(piece.sentence.words(*trigger.spans[0])))


def _adds(piece: Piece) -> bool:
    """Whether a piece without an event says something of one: who did it, where the place lies."""
    return bool(_TOLD_BEFORE.search(piece.plain)) or any(a.status for a in piece.actors) or bool(piece.statements)


def _family(trigger: Trigger) -> str:
    """Kinds that are told of one incident together: violence, arrests, protests, finds of weapons."""
    return _FAMILIES.get(trigger.kind, "other")
