"""How many people a sentence says were killed or injured: numbers of people, each tied to the word for their fate."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, cast

from geomap.articles import Lexicon
from geomap.extract.hospital import with_hospitals
from geomap.extract.nobody import nobody_in
from geomap.extract.people_counted import Group, Side, is_number, read_groups, side_of
from geomap.extract.phrases import Found, of_field
from geomap.extract.text import Sentence
from geomap.extract.tolls import tolls
from geomap.extract.uncounted import denied_in, is_left_open, is_of_many, is_unsaid
from geomap.vocabulary import Casualty, any_of, cue_words

#: So many tokens may stand between people and the word for their fate after them.
_FARTHEST: Final = 22
#: So many tokens may stand between a speaker and the word for speech.
_LONGEST_SPEAKER: Final = 10
#: So many tokens may stand between a sentence and the death that it is to.
_FARTHEST_COURT: Final = 8
#: So many tokens may stand between a death and "of".
_FARTHEST_OF: Final = 10
#: So many words may join two groups.
_LONGEST_GAP: Final = 4

_SIGNS_BETWEEN: Final = frozenset((",", '"', "'"))
_DIES: Final = re.compile(rf"{any_of('dies')}\b|{any_of('dies of')} ")
_NOUN: Final = re.compile(any_of("noun of fate"))
_WOUND: Final = re.compile("injur|wound|burn|fracture")
_TO: Final = re.compile("injur|wound|harm")
_RISES: Final = re.compile(rf"\b{any_of('toll rises')}\b")
#: What says that others met the same fate: "five soldiers were killed, as were ten rebels".
_LIKEWISE: Final = re.compile(rf"\b{any_of('likewise')}(?: the| some)? $")
#: People of the other side than those told of before.
_OTHER_SIDE: Final = rf"(?:on|from|in|of|among|for) (?:the |its |their )?{any_of('other side')}(?:'s?)?(?: [\w-]+)? (?:side|camp|ranks)"
_AGAINST: Final = re.compile(rf"\b(?:(?:as )?against|versus|compared (?:with|to)|{_OTHER_SIDE},?) $")
_OF_OTHERS: Final = re.compile(rf" (?:{_OTHER_SIDE}|of the others)\b")
#: What joins people who met one fate, before its word and after it.
_JOINS: Final = frozenset((",", "and", "as", "well", "plus", "&", "his", "her", "their", "its"))


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
    known: bool = False  #: one person who may be counted already
    more: bool = False  #: beside those counted before
    nth: int = 0  #: one who makes those counted before so many: "a third died"
    across: bool = False  #: of the other side than those counted before

    def plus(self, other: Counted) -> Counted:
        """The same with others, whom a later word for the same fate befell."""
        high = None if self.high is None or other.high is None else self.high + other.high
        whom = self.whom if other.whom in (None, self.whom) else None
        return replace(
            self, low=self.low + other.low, high=high, whom=whom, spans=(*self.spans[:-1], *other.spans), known=False
        )


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
    terms = sorted(with_hospitals(sentence, terms), key=lambda term: term.first)
    fates = [f for f in of_field(terms, "casualty") if sentence.words(f.start, f.end) not in cue_words("no fate", "unharmed")]
    if not fates:
        return list(_each(_nobody(sentence), sentence))
    groups = read_groups(sentence, terms, vocabulary, taken)
    fates = [one for fate in fates for one in _apart(sentence, fate, groups)]
    of_all = [_toll(sentence, *toll) for toll in tolls(sentence, fates, groups)]
    given = {toll.spans[0][0] for toll in of_all}
    told = _Told(sentence, [g for g in groups if sentence.tokens[g.first].start not in given], fates)
    found = [count for fate in sorted(fates, key=told.is_last) for count in told.counts(fate)]
    found = list(_added(sorted(found, key=lambda count: count.at)))
    for toll in of_all:  # "one of them died, which brings the toll to fourteen"
        found = [*(count for count in found if count.of != toll.of or count.low > toll.low), toll]
    return list(_each(sorted(found, key=lambda count: count.at) or _nobody(sentence), sentence))


def _apart(sentence: Sentence, fate: Found, groups: Sequence[Group]) -> tuple[Found, ...]:
    """Two fates that a number parts: "shot two dead and wounded eleven"; others as they are."""
    second = fate.last - 1
    parted = fate.value == "killed or injured" and sentence.tokens[second - 1].word == "and"
    if not parted or all(group.first != fate.last for group in groups):
        return (fate,)
    killed = replace(fate, value="killed", end=sentence.tokens[second - 2].end, last=second - 1)
    return killed, replace(fate, value="injured", start=sentence.tokens[second].start, first=second)


def _each(counts: Iterable[Counted], sentence: Sentence) -> Iterator[Counted]:
    """Counts, of which no casualties are nobody killed and nobody injured; no word of casualties is no count."""
    each: tuple[Casualty, ...] = ("killed", "injured")
    for count in counts:
        if count.high != 0:
            yield count
        elif not is_unsaid(sentence.line, count.spans[-1][0] - sentence.start):
            yield from (replace(count, of=of) for of in each) if count.of == "killed or injured" else (count,)


def _added(counts: Sequence[Counted]) -> Iterator[Counted]:
    """Counts with those added to them that a sentence counts beside them: "six died there and one more in hospital"."""
    kept: Counted | None = None
    for count in counts:
        if kept and count.more and (kept.of, kept.side == "attackers") == (count.of, count.side == "attackers"):
            kept = kept.plus(count)
            continue
        if kept:
            yield kept
        kept = count
    if kept:
        yield kept


def _toll(sentence: Sentence, group: Group, fate: Found) -> Counted:
    """A number of all whom a fate befell, as a count."""
    of: Casualty = "injured" if fate.value == "injured" else "killed"
    spans = ((sentence.tokens[group.first].start, sentence.tokens[group.last - 1].end), (fate.start, fate.end))
    return Counted(of, group.low, group.high, None, "others", spans, "toll", fate.first, rises=True)


def _nobody(sentence: Sentence) -> Iterator[Counted]:
    """That nobody was harmed, where no number says so."""
    for of, *words in islice(nobody_in(sentence.line), 1):
        spans = tuple((sentence.start + start, sentence.start + end) for start, end in words)
        yield Counted(of, 0, 0, None, "others", spans, "nobody", sentence.index(spans[1][0]))


class _Told:
    """Whom each fate of a sentence befell; nobody is counted twice."""

    def __init__(self, sentence: Sentence, groups: Sequence[Group], fates: Sequence[Found]) -> None:
        self.sentence = sentence
        self.words = [token.word for token in sentence.tokens]
        self.fates = fates
        self.groups = [group for group in groups if not self._speaks(group)]
        self.rises = bool(_RISES.search(sentence.plain))
        self._taken: set[int] = set()
        self._told: set[str] = set()
        self._starts, self._ends = [fate.first for fate in fates], {fate.last for fate in fates}
        self._firsts = [group.first for group in self.groups]
        self._groups_at = set(self._firsts)
        self._past = {fate.first for fate in fates if self._is_no_fact(fate) or self._is_outlived(fate)}
        self._denied = denied_in(sentence.line)

    def counts(self, fate: Found) -> Iterator[Counted]:
        """The counts of a fate: one for each side; people of one side add up."""
        line, at = self.sentence.line, fate.start - self.sentence.start
        if any(told.start <= at < told.end for told in self._denied) or is_left_open(line, at) or is_of_many(line, at):
            return
        if fate.first in self._past:
            return
        chain, rule = self._chain(fate, parts=False)
        if not chain and fate.value not in self._told:
            chain, rule = self._chain(fate, parts=True)
        unclear = (g for g in chain if g.whom in (None, "families") and self.words[g.last - 1] != "own")
        if self.is_weak(fate) and (self._is_away(fate, rule) or next(unclear, None)):
            return
        if chain and rule in ("passive", "died"):
            chain += self._one_more_after(fate)
        self._taken |= {group.first for group in chain}
        self._told |= {fate.value} if chain else set()
        sides: dict[tuple[Side, str], list[Group]] = {}
        for group in chain:
            side: Side = "attackers" if side_of(group.whom) == "attackers" else "others"
            if group.whom is None and sides and not group.nation:
                side = next(reversed(sides))[0]
            sides.setdefault(self._side(group, side, sides), []).append(group)
        tokens = self.sentence.tokens
        for (side, _), groups in sides.items():
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
                known=all(group.known or group.part for group in groups),
                more=any(group.more for group in groups),
                nth=groups[0].nth if len(groups) == 1 else 0,
                across=any(self._is_across(group) for group in groups),
            )
        if chain and fate.value in ("killed", "injured"):
            yield from self._across(fate)

    def _across(self, fate: Found) -> Iterator[Counted]:
        """Those of the other side whom the same fate befell: "four were killed against two on the opposing side"."""
        tokens = self.sentence.tokens
        for group in self.groups:
            own = group.first in self._taken or self._meets_another(group) or group.last in self._firsts
            if fate.last <= group.first <= fate.last + _FARTHEST and not own and self._is_across(group):
                self._taken.add(group.first)
                spans = ((tokens[group.first].start, tokens[group.last - 1].end), (fate.start, fate.end))
                of = cast(Casualty, fate.value)
                yield Counted(of, group.low, group.high, None, "others", spans, "other side", fate.first, across=True)

    def _is_across(self, group: Group) -> bool:
        """Whether people are said to be of the other side: "against two", "two on the enemy side", "on the other side, two"."""
        begin, end = self.sentence.tokens[group.first].start, self.sentence.tokens[group.last - 1].end
        before = self.sentence.before(begin)
        return bool(_AGAINST.search(before) or _LIKEWISE.search(before) or _OF_OTHERS.match(self.sentence.after(end)))

    def _one_more_after(self, fate: Found) -> list[Group]:
        """Those whom the same fate befell elsewhere: "four died on the spot and one more in hospital"."""
        after = next((g for g in self.groups if g.first >= fate.last and g.first not in self._taken), None)
        gap = self.words[fate.last : after.first] if after else []
        own = after and not cue_words("possessive").isdisjoint(self.words[after.first - 1 : after.last])
        if after and own and gap and cue_words("together with", "possessive").issuperset(gap):
            return [after]  # "was killed with two of his guards"
        if after is None or not after.more:
            return []
        joined = after and "and" in self.words[fate.last : after.first] and after.first - fate.last <= _LONGEST_GAP + 2
        there = after and self.words[after.last : after.last + 1] in (["in"], ["at"], ["on"], ["later"])
        return [after] if after and joined and there and not self._meets_another(after) else []

    def _speaks(self, group: Group) -> bool:
        """Whether people are those who tell of something: "a doctor in the town said", "according to a guard"."""
        words = self.words
        before = words[max(0, group.first - 2) : group.first]
        if before == ["according", "to"] or (before[:1] == [","] and before[1:] and before[1] in cue_words("said")):
            return True
        for at in range(group.last, min(len(words), group.last + _LONGEST_SPEAKER)):
            if any(fate.first == at for fate in self.fates):
                return False
            if words[at] in cue_words("said"):
                return words[at] not in cue_words("filling") and words[at - 1] not in cue_words("auxiliary")
            if not words[at].isalpha() or words[at] in cue_words("auxiliary", "passive of itself"):
                return False
        return False

    def is_last(self, fate: Found) -> bool:
        """Whether other words for a fate go before one: for those whom it names alone, or who are dead or hurt."""
        return self.is_weak(fate) or fate.value == "killed or injured"

    def is_weak(self, fate: Found) -> bool:
        """Whether a word is one for a fate only of those whom it names, and whom no other befell: "hit by a bullet"."""
        said = self.sentence.words(fate.start, fate.end)
        return said in cue_words("weak fate") and not _DIES.match(said)

    def _is_away(self, fate: Found, rule: str) -> bool:
        """Whether "lost" tells of no death: "two soldiers lost contact"; "lost two soldiers" and "two were lost." do."""
        ends = not self.words[fate.last : fate.last + 1] or not self.words[fate.last].isalpha()
        return self.words[fate.first : fate.last] == ["lost"] and rule != "active" and not (rule == "passive" and ends)

    def _is_no_fact(self, fate: Found) -> bool:
        """Whether a word before a fate leaves it open: "to kill", "could have killed"."""
        at = fate.first - 1
        if not cue_words("in court").isdisjoint(self.words[max(0, at - _FARTHEST_COURT) : fate.first]):
            return self.words[fate.first] == "to"  # "sentenced three men to death"
        had_to = self.words[max(0, at - 1) : at + 1] in (["had", "to"], ["has", "to"], ["have", "to"])
        if at >= 0 and self.words[at] in cue_words("no fact") and not self._is_may(at) and not had_to:
            return self.words[fate.first] != "dead"
        if self.words[max(0, at)] == "no" and self.words[fate.first] in ("body", "corpse"):
            return True
        if self.words[fate.first : fate.last] in (["his", "life"], ["her", "life"]):
            return cue_words("costs").isdisjoint(self.words[max(0, at - _FARTHEST_COURT) : fate.first])
        after = self.words[fate.last] if fate.last < len(self.words) else ""
        if (
            at >= 0
            and self.words[at] == "the"
            and after.isalpha()
            and self.words[fate.first] in cue_words("before the ones told")
        ):
            return after not in cue_words("auxiliary", "parts from what follows", "after people", "begins an aside")
        while at >= 0 and self.words[at] in cue_words("auxiliary"):
            at -= 1
        return 0 <= at < fate.first - 1 and self.words[at] in cue_words("modal") and not self._is_may(at)

    def _is_may(self, at: int) -> bool:
        """Whether a word is the month of May: "who were abducted in May were killed"."""
        return at > 0 and self.words[at] == "may" and self.sentence.tokens[at].capital

    def _side(self, group: Group, side: Side, others: Iterable[tuple[Side, str]]) -> tuple[Side, str]:
        """The side that people are of, and whose armed men they are, where others are not: "two Thai soldiers and one Lao"."""
        armed = group.nation and (group.whom is None or side_of(group.whom) == "forces")
        mine = [(of, nation) for of, nation in others if of == side and (not armed or not nation or nation == group.nation)]
        return mine[-1] if mine else (side, group.nation if armed else "")

    def _is_outlived(self, fate: Found) -> bool:
        """Whether those who were injured died of it, as the sentence goes on: "a man who was wounded died in hospital"."""
        at = fate.first - 1
        while at >= 0 and self.words[at] != "who" and _fills(self.words[at]):
            at -= 1
        number = bisect_left(self._starts, fate.last)
        after = self.fates[number] if number < len(self.fates) else None
        if fate.value != "injured" or after is None or after.value != "killed" or after.first - fate.last > _FARTHEST:
            return False
        between = self.words[fate.last : after.first]
        alone = bisect_left(self._firsts, fate.last) == bisect_left(self._firsts, after.first)
        if self.words[max(0, at)] == "who" or self.words[fate.first] == "with":
            return alone and {"and", "but", ";"}.isdisjoint(between)
        told = bool(between) and between[-1] in cue_words("before who died") and self.words[after.first] != "dead"
        return told and bool(_DIES.match(self.sentence.words(after.start, after.end))) and (alone or len(between) <= _LONGEST_GAP)

    def _chain(self, fate: Found, *, parts: bool) -> tuple[list[Group], str]:
        """The groups that a fate befell, joined by commas and "and", and the rule that found them.

        Args:
            fate: of the sentence.
            parts: a part of people counted elsewhere may be such a group, before its fate, too.
        """
        words = self.words
        whole = [group for group in self.groups if group.first not in self._taken]
        free = [group for group in whole if parts or not group.part]
        said = self.sentence.words(fate.start, fate.end)
        before = fate.first - 1
        while before >= 0 and words[before] not in cue_words("auxiliary") and _fills(words[before]):
            before -= 1
        passive = words[max(0, before)] in cue_words("auxiliary") or words[fate.first] in cue_words("auxiliary")
        passive = passive and words[max(0, before)] not in ("has", "have", "had")
        near = range(fate.first - 1, max(-1, fate.first - 5), -1)
        suffered = next((i for i in near if words[i] in cue_words("suffered")), None)
        given = suffered is not None and bool(self._groups_at & set(range(suffered + 1, fate.first)))
        if suffered is not None and not given and _WOUND.search(said):
            return self._left(suffered, free, fate), "suffered"
        dies = said != "dead" and bool(_DIES.match(said)) and words[fate.last - 1] != "of"
        if passive or dies:
            if left := self._left(fate.first, free, fate):
                return left, "passive" if passive else "died"
            if passive and all(group.first != fate.last for group in free):
                return [], ""
        if self._is_second(fate, free) and (left := self._left(fate.first, free, fate)):
            return left, "passive"
        noun = bool(_NOUN.fullmatch(said))
        beside = [g for g in free if g.last <= fate.first and self._is_beside(g, fate, noun=noun)]
        beside = beside or [g for g in free if g.first < fate.first < g.last]  # "seven bodies of the attackers"
        if noun and beside:
            return self._extended(beside[-1], free), "adjacent"
        if not dies:
            start = fate.last
            while start < len(words) and (
                words[start] in ("of", ":")
                or (words[start] == "and" and noun)
                or (words[start] == "to" and noun and _TO.match(said))
                or (words[start] in cue_words("how badly") and start == fate.last)
            ):
                start += 1
            if noun and start == fate.last:
                start = self._of(start)
            if right := self._right(start, whole):
                return right, "active"
        return (self._extended(beside[-1], free), "adjacent") if beside else ([], "")

    def _of(self, start: int) -> int:
        """Where those stand whom a noun befell, after a day or a place: "the killing on Sunday, at Milltown, of a nurse"."""
        for at in range(start + 1, min(len(self.words), start + _FARTHEST_OF)):
            if self.words[at] == "of" and (self.words[at - 1] == "," or self.sentence.tokens[at - 1].capital):
                return at + 1
        return start

    def _is_second(self, fate: Found, free: Sequence[Group]) -> bool:
        """Whether a fate is the second of two things that were done to people: "were stopped on the road and shot dead"."""
        words = self.words
        after = words[fate.last] if fate.last < len(words) else ""
        alone = not after.isalpha() or after in cue_words("parts from what follows", "begins an aside")
        if not alone or words[fate.first - 1 : fate.first] != ["and"] or any(g.first == fate.last for g in free):
            return False
        begin = max((at for at in range(max(0, fate.first - _FARTHEST), fate.first) if words[at] in (";", ".")), default=0)
        return not cue_words("was").isdisjoint(words[max(begin, fate.first - _FARTHEST) : fate.first])

    def _is_beside(self, group: Group, fate: Found, *, noun: bool) -> bool:
        """Whether a fate follows people at once: "two more wounded", "13 soldiers reported killed", "six soldiers' bodies"."""
        gap = self.words[group.last : fate.first]
        between = ("people", "others", "more", "were")
        if gap in (["their"], []) and self.words[fate.last - 1] in ("lives", "life"):
            return True  # "it cost two men their lives"
        return not gap or gap in ([one] for one in between) or (gap in (["'"], ["'", "s"]) if noun else all(w.isalpha() and _fills(w) for w in gap))

    def _left(self, at: int, free: Sequence[Group], fate: Found) -> list[Group]:
        """The nearest group before, with no other fate between, and those joined to it."""
        words = self.words
        before = (f for f in self.fates if f.last <= fate.first and f is not fate and not self.is_weak(f))
        last_fate = max((f.last for f in before if f.first not in self._past), default=0)
        near = [g for g in free if g.last <= at and g.last > last_fate and at - g.last <= _FARTHEST and not self._aside(g)]
        if not near or {";", "."} & set(words[near[-1].last : at]):
            return []
        return self._extended(near[-1], near)

    def _aside(self, group: Group) -> bool:
        """Whether a group stands in an aside: "including three women", "of them two children", "(two women)", "in a bus"."""
        before = self.words[max(0, group.first - 3) : group.first]
        if before[:1] == ["aged"] and is_number(before[1]):
            before = before[2:]  # "a woman aged 30 and two children"
        if not before:
            return False
        with_own = (self.words[group.first - 2 : group.first + 1])[before[-1] not in cue_words("possessive") :][:2]
        if with_own[:1] == ["with"] and with_own[-1] in cue_words("possessive"):
            return False  # "a mother with her two daughters"
        if not cue_words("begins an aside").isdisjoint(before) or before[-1] in ("(", "them", "whom"):
            return True
        single = self.words[group.first] in cue_words("one of somebody", "the one person") or before[-1] == "of"
        return group.high == 1 and single and before[-1] in cue_words("place of somebody")

    def _extended(self, group: Group, candidates: Sequence[Group]) -> list[Group]:
        """A group with those before it that are joined to it; the whole alone, where its parts follow."""
        chain = [group]
        for other in reversed([g for g in candidates if g.last <= group.first and not g.part]):
            if not self._joined(other, chain[0]) or other.first in self._ends or self._says_who(other):
                break
            chain.insert(0, other)
        return self._whole(chain, set_off=self.words[chain[-1].last : chain[-1].last + 1] == [","])

    def _says_who(self, group: Group) -> bool:
        """Whether people are those of the fate before: "one dead, a waitress, and eight wounded"."""
        before = next((f for f in self.fates if f.last == group.first - 1 and self.words[f.last] == ","), None)
        return before is not None and any(g.last == before.first and g.low == group.low for g in self.groups)

    def _joined(self, one: Group, other: Group) -> bool:
        """Whether nothing stands between two groups but "and", commas, and how old the first are."""
        gap = self.words[one.last : other.first]
        if gap and gap[0] in cue_words("together with") and not cue_words("possessive").isdisjoint((gap[-1], self.words[other.first])):
            gap = ["and"]  # "a mother with her two daughters"
        if gap[:1] == ["of"] and gap[-1:] == ["and"] and self.words[other.first] in ("his", "her", "their"):
            gap = ["and"]  # "the head of the village and his wife"
        if any(map(is_number, gap)):
            gap = [word for word in gap if not (is_number(word) or word in ("of", "aged", "about", "some", "around"))]
        return 0 < len(gap) <= _LONGEST_GAP and _JOINS.issuperset(gap)

    def _whole(self, chain: list[Group], *, set_off: bool) -> list[Group]:
        """The first of joined groups alone, where those after it are its parts: "two citizens, a boy and a woman"."""
        if len(chain) == 2 and set_off and chain[0].high == chain[1].high == 1 and self.words[chain[0].last : chain[1].first] == [","]:
            return chain[:1]  # "the driver, a father of four, died"
        parts = len(chain) > 2 and chain[0].low == sum(g.low for g in chain[1:])
        return chain[:1] if parts and (set_off or chain[0].whom in cue_words("anybody")) else chain

    def _right(self, at: int, free: Sequence[Group]) -> list[Group]:
        """The group that follows, and those joined to it that meet no fate of their own."""
        words = self.words
        parted = cue_words("parts from what follows", "said", "begins an aside") | {",", ".", "(", "/", "+"}
        name = at
        while name < min(len(words), at + _LONGEST_GAP) and self.sentence.tokens[name].capital:
            name += 1
        if at < name < len(words) and words[name] == ",":
            at = name + 1  # "killed Fatima Ali, a mother of four"
        near = (g for g in free if 0 <= g.first - at <= 2 and parted.isdisjoint(words[at : g.first]))
        chain = list(islice(near, 1))
        for other in [g for g in free if chain and g.first >= chain[0].last and not g.part]:
            if not self._joined(chain[-1], other) or self._meets_another(other):
                break
            chain.append(other)
        return self._whole(chain, set_off=False)

    def _meets_another(self, group: Group) -> bool:
        """Whether a word for a fate follows a group."""
        at = group.last
        while at < len(self.words) and _fills(self.words[at]) and self.words[at] not in ("who", "that", "which", ","):
            at += 1
        return any(fate.first == at for fate in self.fates)


def _fills(word: str) -> bool:
    """Whether a word may stand between people and their fate."""
    return word in _SIGNS_BETWEEN or word in cue_words("filling") or word in cue_words("auxiliary")
