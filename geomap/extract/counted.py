"""How many people a sentence counts, as it counts them; those an account tells of, of which a part is not counted again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from geomap.extract.somebody import Side
from geomap.extract.speakers import Frame
from geomap.vocabulary import Casualty, cue_words, standings

#: An account has no more counts: further ones are of other events.
_MOST: Final = 40
#: A greater figure is another toll of the same people up to so many times the one told before; beyond, where nobody gives
#: it, it is of more than one incident, and is left out.
_MOST_TIMES: Final = 5


@dataclass(frozen=True, slots=True)
class Counted:
    """A count with the offsets that it stands on: of its groups, then of the fate."""

    of: Casualty
    low: int
    high: int | None
    whom: str | None
    side: Side
    spans: tuple[tuple[int, int], ...]
    rule: str
    at: int  #: the token of the fate
    rises: bool = False  #: a toll that replaces an earlier one
    raised: bool = False  #: a toll that is said to have risen, whoever gave the one before
    known: bool = False  #: people who may be counted already
    more: bool = False  #: beside those counted before
    nth: int = 0  #: one who makes those counted before so many: "a third died"
    across: bool = False  #: of the other side than those counted before
    part: bool = False  #: of people told of before: "one of them"
    among: Casualty | Literal[""] = ""  #: whom they are a part of: "three of the dead"
    nation: str = ""  #: the codes of the states whose people they are called

    @property
    def of_all(self) -> bool:
        """Whether it is a number of all whom the fate befell, whoever they were: "the toll rose to five"."""
        return self.rule == "toll"

    @property
    def begins(self) -> int:
        """Where it is told: at the word for the fate, or at the number where that word was told before."""
        return self.spans[0][0] if self.rule == "figure" else self.spans[-1][0]

    def plus(self, other: Counted) -> Counted:
        """The same with others, whom a later word for the same fate befell."""
        high = None if self.high is None or other.high is None else self.high + other.high
        whom = self.whom if other.whom in (None, self.whom) else None
        return replace(
            self, low=self.low + other.low, high=high, whom=whom, spans=(*self.spans[:-1], *other.spans), known=False
        )


@dataclass
class Tally:
    """The counts of one account, each with who says it, as they are taken one after the other."""

    counts: list[tuple[Counted, Frame | None]] = field(default_factory=list)
    _goes_on: dict[Casualty, int] = field(default_factory=dict)  #: the count that "another" adds to, by the fate
    _last: list[Counted] = field(default_factory=list)  #: of the sentence that is taken, those added

    def take(self, told: Sequence[tuple[Counted, Frame | None]]) -> None:
        """Add the counts of a sentence, or of a part of one.

        A part of a known count is left out, and a later toll takes the place of an earlier one.
        """
        self._last = []
        again = {count.of for count, _ in told if self._make_up_one(count.of, [c for c, _ in told])}
        for count, frame in told:
            if count.of in again:
                continue
            before = len(self.counts)
            self._take(count, frame)
            self._last += [count] if len(self.counts) > before else []

    def _make_up_one(self, of: Casualty, told: Sequence[Counted]) -> bool:
        """Whether the people of several counts are those of a known one: "five died", then "two soldiers and three rebels"."""
        lows = [count.low for count in told if count.of == of]
        exact = all(count.low == count.high for count in told if count.of == of)
        known = any(other.of == of and other.low == other.high == sum(lows) for other, _ in self.counts)
        return len(lows) > 1 and exact and known

    def _take(self, count: Counted, frame: Frame | None) -> None:
        known = self._known(count)
        if known and (
            (frame and frame.early)
            or count.among == count.of
            or (count.high == 0 and not self._is_of_others(count, frame, known))
        ):
            return
        if count.of_all and self._of_all(count, frame, known):
            return
        known = self._known(count)
        goes_on = self._goes_on.get(count.of)
        if (
            goes_on is not None
            and (count.more or count.among)
            and not count.nth
            and _side(self.counts[goes_on][0]) == _side(count)
        ):
            self._replace(goes_on, self.counts[goes_on][0].plus(count), self.counts[goes_on][1])
            return
        beside = any(_are_beside(count, other) for other in self._last)
        for i in () if count.across or beside else known:
            if _side(self.counts[i][0]) == _side(count) and self._meets(i, count, frame):
                return
        if len(self.counts) < _MOST:
            self.counts.append((count, frame))
            self._goes_on[count.of] = len(self.counts) - 1

    def _known(self, count: Counted) -> list[int]:
        """The numbers of the counts of the same fate."""
        return [i for i, (other, _) in enumerate(self.counts) if other.of == count.of]

    def _is_of_others(self, count: Counted, frame: Frame | None, known: list[int]) -> bool:
        """Whether a count speaks of none of those told of before, or another speaker gives it."""
        told = (self.counts[i] for i in known)
        return count.across or all(
            _are_others(count, other) or _are_called_otherwise(count, other) or _are_apart(frame, said) for other, said in told
        )

    def _of_all(self, count: Counted, frame: Frame | None, known: list[int]) -> bool:
        """Whether a number of all is that of those told of before together, or takes the place of these."""
        told = [self.counts[i] for i in known]
        low = sum(other.low for other, _ in told)
        apart = any(_are_apart(frame, said) for _, said in told)
        if told and (any(other.low == count.low for other, _ in told) or low == count.low):
            return True
        if len(told) < 2 or low > count.low or apart:
            return False
        self.counts = [(other, said) for other, said in self.counts if other.of != count.of]
        self._goes_on.clear()
        return False

    def _meets(self, i: int, count: Counted, frame: Frame | None) -> bool:
        """Whether a count is told with another: equal, a part of it, one more, or a later toll."""
        other, said = self.counts[i]
        if count.nth and other.low + 1 == count.nth:  # "two were killed. A third died in hospital"
            self._replace(i, other.plus(count), said)
            return True
        if not count.known and _are_others(count, other):
            return False  # "a sergeant was killed. A woman was killed by a shell"
        if (other.low, other.high) == (count.low, count.high):
            if other.whom is None and count.whom is not None and not other.rises:
                self._replace(i, count, said)
            return True
        apart = _are_apart(frame, said) and not count.raised
        later = count.rises or (count.of_all and not (frame and not said))
        if not apart and ((not other.low and not other.across) or (later and count.low > other.low)):
            self._replace(i, count, frame)
            return True
        figure = frame and not said and other.low and not (count.part or count.known)
        own = apart or (figure and frame and (not frame.saw or count.low > other.low))
        more = other.high is not None and other.high < count.low <= _MOST_TIMES * other.high and not later
        if _may_hold(other, count) and not more and not (own and (count.low > other.low or _are_same_people(count, other))):
            self._goes_on.pop(count.of, None)  # a part of those who are told already, or of another event
            return True
        return False

    def _replace(self, i: int, count: Counted, frame: Frame | None) -> None:
        self.counts[i] = (count, frame)
        self._goes_on[count.of] = i


def _side(count: Counted) -> bool:
    return count.side == "attackers"


def _are_beside(one: Counted, other: Counted) -> bool:
    """Whether two counts of a sentence are of different people: of one fate, or as they are called."""
    return one.of == other.of and (one.spans[-1] == other.spans[-1] or _are_called_otherwise(one, other))


def _are_called_otherwise(one: Counted, other: Counted) -> bool:
    """Whether two counts name different people: "four bandits", "no ranger"."""
    whoms = (one.whom, other.whom)
    return None not in whoms and one.whom != other.whom and cue_words("anybody").isdisjoint(whoms)


def _are_others(one: Counted, other: Counted) -> bool:
    """Whether two counts are surely of different people: of two states, or armed men and those who are not."""
    nations = (one.nation, other.nation)
    if all(nations) and set(one.nation.split()).isdisjoint(other.nation.split()):
        return True
    return {_armed(one), _armed(other)} == {True, False}


def _armed(count: Counted) -> bool | None:
    """Whether people are armed, by what they are called; None where that leaves it open."""
    if count.whom in cue_words("anybody's own"):
        return None  # "we have lost two sons", of soldiers
    found = standings(count.whom or "")
    return count.side != "others" or "armed" in found if found or count.side != "others" else None


def _are_apart(one: Frame | None, other: Frame | None) -> bool:
    """Whether two speakers say something; "the ministry" is no other than "Syria's interior ministry"."""
    if one is None or other is None:
        return False
    said = (frame.speaker.name.lower().split() for frame in (one, other))
    names = [frozenset(word.removesuffix("s") for word in words) - {"the", "a", "an"} for words in said]
    return not (names[0] <= names[1] or names[1] <= names[0])


def _are_same_people(one: Counted, other: Counted) -> bool:
    """Whether two counts are of the same people, by what these are called: two tolls, where two speakers give them."""
    return one.whom == other.whom or None in (one.whom, other.whom) or one.side == other.side == "forces"


def _may_hold(one: Counted, other: Counted) -> bool:
    """Whether people that are told of before may hold those of another count, by what these are called."""
    whoms = (one.whom, other.whom)
    if None in whoms or one.whom == other.whom or not cue_words("anybody").isdisjoint(whoms):
        return True
    forces = one.side == other.side == "forces" and other.low <= one.low
    if forces and not cue_words("any of the forces").isdisjoint(whoms):
        return True  # "two soldiers were hurt. One officer was hit in the arm"
    return other.known and other.low <= one.low and not ("attackers" == one.side == other.side)
