"""How many people a sentence says were killed or injured: numbers of people, each tied to the word for their fate."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal, cast

from geomap.articles import Lexicon
from geomap.extract.chains import DIES, FARTHEST, LONGEST_GAP, Chains, fills
from geomap.extract.counted import Counted
from geomap.extract.hospital import with_hospitals
from geomap.extract.injured import with_injuries
from geomap.extract.nobody import is_of_ours, nobody_beside, nobody_of
from geomap.extract.numerals import is_number
from geomap.extract.people_counted import read_groups
from geomap.extract.phrases import Found, of_field
from geomap.extract.somebody import Group, Side
from geomap.extract.text import Sentence
from geomap.extract.tolls import tolls
from geomap.extract.uncounted import denied_in, is_left_open, is_of_many, is_unsaid
from geomap.vocabulary import Casualty, any_of, cue_words

#: So many tokens may stand between a speaker and the word for speech.
_LONGEST_SPEAKER: Final = 10
#: So many tokens may stand between a sentence and the death that it is to.
_FARTHEST_COURT: Final = 8
#: So many tokens may tell of the bullets that somebody was riddled with, and stand between a part of people and its fate.
_LONGEST_BURST, _FARTHEST_PART = 7, 6
_RISES: Final = re.compile(rf"\b{any_of('toll rises')}\b")
#: What says that others met the same fate: "five soldiers were killed, as were ten rebels".
_LIKEWISE: Final = re.compile(rf"\b{any_of('likewise')}(?: the| some)? $")
#: People of the other side than those told of before.
_OTHER_SIDE: Final = (
    rf"(?:on|from|in|of|among|for) (?:the |its |their )?{any_of('other side')}(?:'s?)?(?: [\w-]+)? (?:side|camp|ranks)"
)
_AGAINST: Final = re.compile(
    rf"\b(?:(?:as )?against|versus|compared \w+|(?:it|him|her)self (?:had|lost)|themselves (?:had|lost)|{_OTHER_SIDE},?) $"
    rf"|^on (?:the|our|its|their|his) (?:[\w-]+ )?side\b(?! of)|^(?:of|among) the (?:[\w-]+ ){{0,2}}?{any_of('attacker')}, $"
)
_OF_OTHERS: Final = re.compile(rf" (?:{_OTHER_SIDE}|of the others)\b")


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
    terms = sorted(with_injuries(sentence, [*with_hospitals(sentence, terms)]), key=lambda term: term.first)
    fates = [fate for fate in of_field(terms, "casualty") if _is_fate(sentence, fate)]
    if not fates:
        return list(_each(nobody_of(sentence), sentence))
    groups = read_groups(sentence, terms, vocabulary, taken)
    wholes = [group for group in groups if group.among]  # "two of the injured" were not injured anew
    fates = [fate for fate in fates if not any(group.first < fate.first < group.last for group in wholes)]
    fates = [one for fate in fates for one in _apart(sentence, fate, groups)]
    of_all = [_toll(sentence, *toll) for toll in tolls(sentence, fates, groups)]
    given = {toll.spans[0][0] for toll in of_all}
    told = _Told(sentence, [g for g in groups if sentence.tokens[g.first].start not in given], fates)
    found = [count for fate in sorted(fates, key=told.is_last) for count in told.counts(fate)]
    found = list(_added(sorted(found, key=lambda count: count.at)))
    found += nobody_beside(sentence, found)
    for toll in of_all:  # "one of them died, which brings the toll to fourteen"
        found = [
            *(count for count in found if count.of != toll.of or count.low > toll.low or _is_beside(count, toll, sentence)),
            toll,
        ]
    return list(_each(sorted(found, key=lambda count: count.at) or nobody_of(sentence), sentence))


def _is_fate(sentence: Sentence, fate: Found) -> bool:
    """Whether a word tells what befell somebody; "death" does where one is counted, "coffins" where somebody carries them."""
    said = sentence.words(fate.start, fate.end)
    before = [token.word for token in sentence.tokens[max(0, fate.first - LONGEST_GAP) : fate.first]]
    after = [token.word for token in sentence.tokens[fate.last : fate.last + _LONGEST_BURST]]
    if said == "death" and before[-1:] in (["one"], ["1"]):
        return not after or not after[0].isalpha() or after[0] in cue_words("after people", "place of somebody")
    if said == "expired":
        return "of" not in before  # not "the visas of three farmers expired"
    if said in ("to pieces", "of their lives", "of his life", "of her life"):
        return not cue_words("cuts to pieces", "robs of life").isdisjoint(before)
    if said == "riddled":
        return not cue_words("what hits").isdisjoint(after)
    if said == "fatally":  # "shot six, four of them fatally"
        told = before[-1:] != [] and (is_number(before[-1]) or before[-1] in ("them", "whom"))
        return told and not "".join(after[:1]).isalpha()
    if said == "critical" and before[-1:] and is_number(before[-1]):
        return not after or not after[0].isalpha() or after[0] in cue_words("after people")  # "five killed, one critical"
    if said in ("coffin", "coffins"):
        return not cue_words("carries the dead").isdisjoint((*before, *after))
    if said.endswith("no more"):
        return after[:1] != ["than"]
    return said not in cue_words("no fate", "unharmed")


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
    words = [token.word for token in sentence.tokens[: group.first]]
    put = max((at for at, word in enumerate(words) if word in cue_words("puts at")), default=0)
    rises = not put or words[put - 1] in cue_words("auxiliary")  # who puts a toll at nine gives a figure of his own
    return Counted(of, group.low, group.high, None, "others", spans, "toll", fate.first, rises=rises)


def _is_beside(count: Counted, toll: Counted, sentence: Sentence) -> bool:
    """Whether a number is another's than that of a toll: "spoke of nine dead; a source gave a toll of twelve", "lost two"."""
    between = sentence.words(count.spans[-1][1], toll.spans[0][0])
    lost = sentence.words(*count.spans[-1]) in ("lost", "losing")
    return not toll.rises and (lost or any(sign in between for sign in (";", ", but ", ", while ")))


class _Told(Chains):
    """Whom each fate of a sentence befell; nobody is counted twice."""

    def __init__(self, sentence: Sentence, groups: Sequence[Group], fates: Sequence[Found]) -> None:
        super().__init__(sentence, [group for group in groups if not _speaks(sentence, group, fates)], fates)
        self.rises = bool(_RISES.search(sentence.plain))
        self._told: set[str] = set()
        self._denied = denied_in(sentence.line)
        self.past = frozenset(fate.first for fate in fates if self._is_no_fact(fate) or self._is_outlived(fate))

    def counts(self, fate: Found) -> Iterator[Counted]:
        """The counts of a fate: one for each side; people of one side add up."""
        line, at = self.sentence.line, fate.start - self.sentence.start
        if any(told.start <= at < told.end for told in self._denied) or is_left_open(line, at) or is_of_many(line, at):
            return
        chain, rule = ([], "") if fate.first in self.past else self._part_of(fate) or self.chain(fate, parts=False)
        if not chain and fate.value not in self._told and fate.first not in self.past:
            chain, rule = self.chain(fate, parts=True)
        named = self._is_loss(fate, rule)
        unclear = (g for g in chain if g.whom == "families" or (not g.whom and not named and self.words[g.last - 1] != "own"))
        if self.is_weak(fate) and (self._is_away(fate, rule) or next(unclear, None)):
            return
        if chain and rule in ("passive", "died"):
            chain += self._one_more_after(fate)
        self.taken |= {group.first for group in chain}
        self._told |= {fate.value} if chain else set()
        sides: dict[tuple[Side, str], list[Group]] = {}
        for group in chain:
            side: Side = "attackers" if group.side == "attackers" else "others"
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
                side=groups[0].side if len(groups) == 1 else side,
                spans=(*((tokens[g.first].start, tokens[g.last - 1].end) for g in groups), (fate.start, fate.end)),
                rule=rule,
                at=fate.first,
                rises=self.rises,
                known=all(group.known or group.part for group in groups),
                more=any(group.more for group in groups),
                nth=groups[0].nth if len(groups) == 1 else 0,
                part=all(group.part for group in groups) or self.words[fate.last - 1] in ("condition", "state"),
                among=groups[0].among or self._among(fate, rule),
                nation=" ".join(group.nation for group in groups if group.nation),
                across=any(map(self._is_across, groups))
                or self._is_of_own_side(fate, rule)
                or self._is_also(fate, groups)
                or self._is_own_zero(groups),
            )
        if chain and fate.value in ("killed", "injured"):
            yield from self._across(fate)
        if chain and rule == "active":
            yield from self._gapped(fate, chain[-1])

    def _part_of(self, fate: Found) -> tuple[list[Group], str] | None:
        """The part of people told of before that stands next to its fate: "ten were ambushed, three of whom were killed"."""
        if (
            fate.value != "killed"
            or fate.value in self._told
            or any(one.value == fate.value and one.first > fate.first for one in self.fates)
        ):
            return None
        for group in self.groups:
            between = self.words[group.last : fate.first]
            near = group.last < fate.first <= group.last + _FARTHEST_PART and between[:1] == ["of"]
            free = group.part and not group.among and group.first not in self.taken
            if free and near and between[1] in cue_words("of them") and all(w.isalpha() and fills(w) for w in between[2:]):
                return [group], "passive"
        return None

    def _among(self, fate: Found, rule: str) -> Casualty | Literal[""]:
        """The fate of which those told of are a part, where its word names all of them: "among the dead were two boys"."""
        definite = fate.first > 0 and self.words[fate.first - 1] in cue_words("those told before")
        every = self.words[fate.last : fate.last + 1] == ["were"] and self.words[max(0, fate.first - 2)] not in ("among", "of")
        named = definite and not every and self.words[fate.first] in cue_words("the dead", "the injured")
        return cast(Casualty, fate.value) if rule == "active" and named else ""

    def _across(self, fate: Found) -> Iterator[Counted]:
        """Those of the other side whom the same fate befell: "four were killed against two on the opposing side"."""
        tokens = self.sentence.tokens
        for group in self.groups:
            own = group.first in self.taken or self.meets_another(group) or group.last in self.firsts
            if fate.last <= group.first <= fate.last + FARTHEST and not own and self._is_across(group):
                self.taken.add(group.first)
                spans = ((tokens[group.first].start, tokens[group.last - 1].end), (fate.start, fate.end))
                of = cast(Casualty, fate.value)
                yield Counted(of, group.low, group.high, None, "others", spans, "other side", fate.first, across=True)

    def _gapped(self, fate: Found, last: Group) -> Iterator[Counted]:
        """Those whom another side lost, without its verb: "the rebels lost ten fighters and the army two soldiers"."""
        tokens, words = self.sentence.tokens, self.words
        after = next((group for group in self.groups if group.first >= last.last), None)
        between = words[last.last : after.first] if after else []
        starts = between[:1] in (["and"], ["while"], [","], [";"]) and len(between) > 1
        side = bool(between) and between[-1] in cue_words("loses people")
        loses = not cue_words("loses people").isdisjoint(words[max(0, fate.first - 2) : fate.first])
        if after is None or not (starts and side and loses) or len(between) > LONGEST_GAP + 1 or self.meets_another(after):
            return
        self.taken.add(after.first)
        spans = ((tokens[after.first].start, tokens[after.last - 1].end), (fate.start, fate.end))
        of = cast(Casualty, fate.value)
        yield Counted(of, after.low, after.high, after.whom, after.side, spans, "other side", fate.first, across=True)

    def _is_across(self, group: Group) -> bool:
        """Whether people are said to be of the other side: "against two", "two on the enemy side", "on the other side, two"."""
        begin, end = self.sentence.tokens[group.first].start, self.sentence.tokens[group.last - 1].end
        before = self.sentence.before(begin)
        ours = "our" in self.words[group.first : group.last] and self.words[group.last - 1] in cue_words("our fighters")
        return bool(ours or _AGAINST.search(before) or _LIKEWISE.search(before) or _OF_OTHERS.match(self.sentence.after(end)))

    def _one_more_after(self, fate: Found) -> list[Group]:
        """Those whom the same fate befell elsewhere: "four died on the spot and one more in hospital"."""
        after = next((g for g in self.groups if g.first >= fate.last and g.first not in self.taken), None)
        gap = self.words[fate.last : after.first] if after else []
        own = after and not cue_words("possessive").isdisjoint(self.words[after.first - 1 : after.last])
        gap = gap[gap[:1] == [","] :]
        if after and own and gap and cue_words("together with", "possessive").issuperset(gap):
            more = [g for g in self.groups if g.first >= after.last and self.joined(after, g) and not self.meets_another(g)]
            return [after, *more[:1]]  # "was killed with two of his guards", "along with his driver and a guard"
        if after is None or not after.more:
            return []
        joined = after and "and" in self.words[fate.last : after.first] and after.first - fate.last <= LONGEST_GAP + 2
        there = after and self.words[after.last : after.last + 1] in (["in"], ["at"], ["on"], ["later"])
        return [after] if after and joined and there and not self.meets_another(after) else []

    def is_last(self, fate: Found) -> bool:
        """Whether other words for a fate go before one: for those whom it names alone, or who are dead or hurt."""
        return self.is_weak(fate) or fate.value == "killed or injured"

    def _is_away(self, fate: Found, rule: str) -> bool:
        """Whether "lost" tells of no death: "two soldiers lost contact"; "lost two soldiers" and "two were lost." do."""
        ends = not self.words[fate.last : fate.last + 1] or not self.words[fate.last].isalpha()
        told = rule in ("passive", "adjacent") and ends
        return self.words[fate.first : fate.last] == ["lost"] and rule != "active" and not told

    def _is_loss(self, fate: Found, rule: str) -> bool:
        """Whether a force lost people whom only a number names: "the army said its side had lost four"."""
        if self.words[fate.first] not in ("lost", "losing", "loses", "lose") or rule != "active":
            return False
        before = self.words[max(0, fate.first - LONGEST_GAP) : fate.first]
        return not cue_words("loses people").isdisjoint(before)

    def _is_of_own_side(self, fate: Found, rule: str) -> bool:
        """Whether who lost people is another side than those told of before: "his own side had lost four"."""
        return self._is_loss(fate, rule) and "own" in self.words[max(0, fate.first - LONGEST_GAP) : fate.first]

    def _is_also(self, fate: Found, groups: Sequence[Group]) -> bool:
        """Whether people met a fate beside those told of before: "a woman was also killed"."""
        beside = self.words[max(groups[-1].last, fate.first - LONGEST_GAP) : fate.last + 1]
        after = self.words[fate.last : fate.last + 2]
        told = (g for g in groups if (g.known or g.part) and self.words[g.first] not in cue_words("possessive"))
        return (not cue_words("also").isdisjoint(beside) or after == ["as", "well"]) and not any(told)

    def _is_own_zero(self, groups: Sequence[Group]) -> bool:
        """Whether a side says that it lost nobody: "the army suffered no casualties"."""
        if groups[0].high != 0:
            return False
        tokens, before = self.sentence.tokens, self.words[max(0, groups[0].first - 1) : groups[0].first]
        start, end = (at - self.sentence.start for at in (tokens[groups[0].first].start, tokens[groups[-1].last - 1].end))
        return not cue_words("suffers losses").isdisjoint(before) or is_of_ours(self.sentence.line, start, end)

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
        if self.words[fate.first] in cue_words("possessive"):  # "it cost two children their legs"
            return cue_words("costs").isdisjoint(self.words[max(0, at - _FARTHEST_COURT) : fate.first])
        after = self.words[fate.last] if fate.last < len(self.words) else ""
        if (
            at >= 0
            and self.words[at] == "the"
            and after.isalpha()
            and self.words[fate.first] in cue_words("before the ones told")
        ):
            told = after == "of" and any(group.first == fate.last + 1 and not group.known for group in self.groups)
            ends = cue_words("auxiliary", "parts from what follows", "after people", "begins an aside")
            return not told and after not in ends
        while at >= 0 and self.words[at] in cue_words("auxiliary"):
            at -= 1
        saved = at > 0 and self.words[at] == "from"  # "was saved from being killed"
        return 0 <= at < fate.first - 1 and (saved or self.words[at] in cue_words("modal")) and not self._is_may(at)

    def _is_may(self, at: int) -> bool:
        """Whether a word is the month of May: "who were abducted in May were killed"."""
        return at > 0 and self.words[at] == "may" and self.sentence.tokens[at].capital

    def _side(self, group: Group, side: Side, others: Iterable[tuple[Side, str]]) -> tuple[Side, str]:
        """The side that people are of, and whose armed men they are, where others are not: "two Thai soldiers and one Lao"."""
        armed = group.nation and (group.whom is None or group.side == "forces")
        mine = [(of, nation) for of, nation in others if of == side and (not armed or not nation or nation == group.nation)]
        return mine[-1] if mine else (side, group.nation if armed else "")

    def _is_outlived(self, fate: Found) -> bool:
        """Whether those who were injured died of it, as the sentence goes on: "a man who was wounded died in hospital"."""
        at = fate.first - 1
        while at >= 0 and self.words[at] != "who" and fills(self.words[at]):
            at -= 1
        number = bisect_left(self.starts, fate.last)
        after = self.fates[number] if number < len(self.fates) else None
        if fate.value != "injured" or after is None or after.value != "killed" or after.first - fate.last > FARTHEST:
            return False
        if any(group.first < fate.first < group.last == after.first for group in self.groups):
            return bool(DIES.match(self.sentence.words(after.start, after.end)))  # "a wounded farmer died"
        between = self.words[fate.last : after.first]
        alone = bisect_left(self.firsts, fate.last) == bisect_left(self.firsts, after.first)
        if self.words[max(0, at)] == "who" or self.words[fate.first] == "with":
            return alone and {"and", "but", ";"}.isdisjoint(between)
        told = bool(between) and between[-1] in cue_words("before who died") and self.words[after.first] != "dead"
        return told and bool(DIES.match(self.sentence.words(after.start, after.end))) and (alone or len(between) <= LONGEST_GAP)


def _speaks(sentence: Sentence, group: Group, fates: Sequence[Found]) -> bool:
    """Whether people are those who tell of something: "a doctor in the town said", "according to a guard"."""
    words = [token.word for token in sentence.tokens[: group.last + _LONGEST_SPEAKER]]
    before = words[max(0, group.first - 2) : group.first]
    if any(group.first < fate.first < group.last for fate in fates):
        return False  # "he counted two dead soldiers and said"
    aside = words[: group.first].count(",") > 1 and words[group.last : group.last + 1] != [","]
    if aside and fates and all(fate.first >= group.first for fate in fates):
        return False  # "the army, which had left, confirmed five dead"
    if before == ["according", "to"] or (before[:1] == [","] and before[1:] and before[1] in cue_words("said")):
        return True
    for at in range(group.last, min(len(words), group.last + _LONGEST_SPEAKER)):
        if any(fate.first == at for fate in fates):
            return False
        if words[at] in cue_words("said"):
            return words[at] not in cue_words("filling") and words[at - 1] not in cue_words("auxiliary")
        if not words[at].isalpha() or words[at] in cue_words("auxiliary", "passive of itself"):
            return False
    return False
