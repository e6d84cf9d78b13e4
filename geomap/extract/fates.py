"""How many people a sentence says were killed or injured: numbers of people, each tied to the word for their fate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, Literal, cast

from geomap.articles import Lexicon, people
from geomap.extract.people_counted import Group, read_groups
from geomap.extract.phrases import Found, of_field
from geomap.extract.text import Sentence
from geomap.language import normalised_words
from geomap.vocabulary import Casualty, any_of, cue_words, standings

Side = Literal["attackers", "forces", "others"]

#: So many tokens may stand between people and the word for their fate after them.
_FARTHEST: Final = 22

_SIGNS_BETWEEN: Final = frozenset((",", '"', "'"))
_DIES: Final = re.compile(rf"{any_of('dies')}\b|{any_of('dies of')} ")
_NOUN: Final = re.compile(any_of("noun of fate"))
_WOUND: Final = re.compile("injur|wound|burn")
_TOLL: Final = re.compile(
    r"""\btoll\b[^.;]{0,60}?\b(?:to|at|of|is|was|reached|stood\ at|hit)\s+
    (?P<number>(?:(?:at\ least|more\ than|over|about|around)\ )?(?:\d{1,3}(?:,\d{3})+|\d+|[a-z]+(?:-[a-z]+)?))(?![\w-])""",
    re.VERBOSE,
)
_RISES: Final = re.compile(rf"\b{any_of('toll rises')}\b")
#: What joins people who met one fate, before its word and after it.
_JOINS_BEFORE: Final = frozenset((",", "and", "as", "well", "plus", "&"))
_JOINS_AFTER: Final = frozenset((",", "and", "as", "well", "plus"))


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


def read_counts(
    sentence: Sentence, terms: Sequence[Found], vocabulary: Lexicon, taken: Sequence[tuple[int, int]] = ()
) -> list[Counted]:
    """The counts of a sentence, in its order.

    Args:
        sentence: where to read.
        terms: its terms, of "casualty", "bound", "about", "who" and "number".
        vocabulary: the names and terms.
        taken: offsets of stretches whose numbers count no people: days, lengths.
    """
    fates = [f for f in of_field(terms, "casualty") if sentence.words(f.start, f.end) not in cue_words("no fate")]
    if not fates:
        return []
    told = _Told(sentence, read_groups(sentence, terms, vocabulary, taken), fates)
    found = [count for fate in fates for count in told.counts(fate)]
    if toll := _toll(sentence, fates, vocabulary):
        found = [*(count for count in found if count.spans[0] != toll.spans[0]), toll]
    return found


def _toll(sentence: Sentence, fates: Sequence[Found], vocabulary: Lexicon) -> Counted | None:
    """A number of dead that a sentence gives as "the toll"."""
    toll = _TOLL.search(sentence.plain)
    given = people(normalised_words(toll["number"]), vocabulary) if toll else None
    if not toll or not given or not given[0]:
        return None
    stop = sentence.start + toll.end()
    fate = next((f for f in fates if f.start <= stop and "toll" in sentence.words(f.start, f.end)), None)
    if fate is None:
        return None
    number = (sentence.start + toll.start("number"), sentence.start + toll.end("number"))
    return Counted("killed", *given, None, "others", (number, (fate.start, fate.end)), "toll", fate.first, rises=True)


class _Told:
    """Whom each fate of a sentence befell; nobody is counted twice."""

    def __init__(self, sentence: Sentence, groups: Sequence[Group], fates: Sequence[Found]) -> None:
        self.sentence = sentence
        self.words = [token.word for token in sentence.tokens]
        self.groups = groups
        self.fates = fates
        self.rises = bool(_RISES.search(sentence.plain))
        self._taken: set[int] = set()

    def counts(self, fate: Found) -> Iterator[Counted]:
        """The counts of a fate: one for each side; people of one side add up."""
        if fate.first and self.words[fate.first - 1] in cue_words("no fact") and self.words[fate.first] != "dead":
            return
        chain, rule = self._chain(fate)
        self._taken |= {group.first for group in chain}
        sides: dict[Side, list[Group]] = {}
        for group in chain:
            side: Side = "attackers" if side_of(group.whom) == "attackers" else "others"
            if group.whom is None and sides:
                side = next(reversed(sides))
            sides.setdefault(side, []).append(group)
        tokens = self.sentence.tokens
        for side, groups in sides.items():
            whoms = {group.whom for group in groups}
            yield Counted(
                of=cast(Casualty, fate.value),  # the terms of "casualty" have no other value
                low=sum(group.low for group in groups),
                high=None if any(g.high is None for g in groups) else sum(g.high or 0 for g in groups),
                whom=whoms.pop() if len(whoms) == 1 else None,
                side=side_of(groups[0].whom) if len(groups) == 1 else side,
                spans=(*((tokens[g.first].start, tokens[g.last - 1].end) for g in groups), (fate.start, fate.end)),
                rule=rule,
                at=fate.first,
                rises=self.rises,
            )

    def _chain(self, fate: Found) -> tuple[list[Group], str]:
        """The groups that a fate befell, joined by commas and "and", and the rule that found them."""
        words = self.words
        whole = [group for group in self.groups if group.first not in self._taken]
        free = [group for group in whole if not group.part]
        said = self.sentence.words(fate.start, fate.end)
        before = fate.first - 1
        while before >= 0 and words[before] not in cue_words("auxiliary") and _fills(words[before]):
            before -= 1
        passive = before >= 0 and words[before] in cue_words("auxiliary")
        near = range(fate.first - 1, max(-1, fate.first - 5), -1)
        suffered = next((i for i in near if words[i] in cue_words("suffered")), None)
        if suffered is not None and _WOUND.match(said):
            return self._left(suffered, free, fate), "suffered"
        dies = said != "dead" and bool(_DIES.match(said))
        if passive or dies:
            if left := self._left(fate.first, free, fate):
                return left, "passive" if passive else "died"
            if passive and all(group.first != fate.last for group in free):
                return [], ""
        if not dies:
            start = fate.last
            while start < len(words) and (words[start] == "of" or (words[start] == "and" and _NOUN.fullmatch(said))):
                start += 1
            if right := self._right(start, whole):
                return right, "active"
        between = ("people", "others", "more", "were")
        beside = [g for g in free if g.last == fate.first or (g.last == fate.first - 1 and words[g.last] in between)]
        return (self._extended(beside[-1], free), "adjacent") if beside else ([], "")

    def _left(self, at: int, free: Sequence[Group], fate: Found) -> list[Group]:
        """The nearest group before, with no other fate between, and those joined to it."""
        words = self.words
        last_fate = max((f.last for f in self.fates if f.last <= fate.first and f is not fate), default=0)
        near = [g for g in free if g.last <= at and g.last > last_fate and at - g.last <= _FARTHEST and not self._aside(g)]
        if not near or {";", "."} & set(words[near[-1].last : at]):
            return []
        return self._extended(near[-1], near)

    def _aside(self, group: Group) -> bool:
        """Whether a group stands in an aside: "including three women", "of them two children", "(two women)", "in a bus"."""
        before = self.words[max(0, group.first - 3) : group.first]
        if not before:
            return False
        if not cue_words("begins an aside").isdisjoint(before) or before[-1] in ("(", "them", "whom"):
            return True
        single = self.words[group.first] in cue_words("one of somebody") or before[-1] == "of"
        return group.high == 1 and single and before[-1] in cue_words("place of somebody")

    def _extended(self, group: Group, candidates: Sequence[Group]) -> list[Group]:
        """A group with those before it that are joined to it; the whole alone, where its parts follow."""
        chain = [group]
        for other in reversed([g for g in candidates if g.last <= group.first]):
            gap = self.words[other.last : chain[0].first]
            if not gap or len(gap) > 3 or not _JOINS_BEFORE.issuperset(gap):
                break
            chain.insert(0, other)
        if len(chain) > 2 and chain[0].low == sum(g.low for g in chain[1:]):
            return chain[:1]  # "two citizens, a boy and a woman, were killed"
        return chain

    def _right(self, at: int, free: Sequence[Group]) -> list[Group]:
        """The group that follows, and those joined to it that meet no fate of their own."""
        words = self.words
        parted = cue_words("parts from what follows") | {",", "."}
        near = (g for g in free if 0 <= g.first - at <= 2 and parted.isdisjoint(words[at : g.first]))
        chain = list(islice(near, 1))
        for other in [g for g in free if chain and g.first >= chain[0].last]:
            gap = words[chain[-1].last : other.first]
            if not gap or len(gap) > 4 or not _JOINS_AFTER.issuperset(gap) or self._meets_another(other):
                break
            chain.append(other)
        return chain

    def _meets_another(self, group: Group) -> bool:
        """Whether a word for a fate follows a group."""
        at = group.last
        while at < len(self.words) and _fills(self.words[at]) and self.words[at] not in ("who", "that", "which", ","):
            at += 1
        return any(fate.first == at for fate in self.fates)


def _fills(word: str) -> bool:
    """Whether a word may stand between people and their fate."""
    return word in _SIGNS_BETWEEN or word in cue_words("filling") or word in cue_words("auxiliary")


def side_of(whom: str | None) -> Side:
    """Whether people, as several are called, are attackers, forces of a state, or others.

    >>> side_of("militants"), side_of("soldiers"), side_of(None)
    ('attackers', 'forces', 'others')
    """
    if whom is None:
        return "others"
    if not cue_words("attacker").isdisjoint(whom.split()):
        return "attackers"
    return "forces" if "armed" in standings(whom) else "others"
