"""Which people of a sentence each word for a fate befell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from geomap.extract.numerals import is_number
from geomap.extract.phrases import Found
from geomap.extract.somebody import Group
from geomap.extract.text import Sentence
from geomap.vocabulary import any_of, cue_words, is_injury

#: So many tokens may stand between people and the word for their fate after them.
FARTHEST: Final = 22
#: So many words may join two groups.
LONGEST_GAP: Final = 4
#: What says that somebody is dead.
DIES: Final = re.compile(rf"{any_of('dies')}\b|{any_of('dies of')} ")
#: So many tokens may stand between a death and "of".
_FARTHEST_OF: Final = 10

#: So many tokens may tell where people are from, before the comma that ends it.
_LONGEST_ASIDE: Final = 6

_SIGNS_BETWEEN: Final = frozenset((",", '"', "'"))
_WERE: Final = frozenset(("was", "were", "are", "is"))
_NOUN: Final = re.compile(any_of("noun of fate"))
_WOUND: Final = re.compile("injur|wound|burn|fracture")
_TO: Final = re.compile("injur|wound|harm")
#: What joins people who met one fate, before its word and after it.
_JOINS: Final = frozenset((",", "and", "as", "well", "plus", "&", "his", "her", "their", "its"))


class Chains:
    """The people of a sentence, and the words for what befell them."""

    def __init__(self, sentence: Sentence, groups: Sequence[Group], fates: Sequence[Found]) -> None:
        """Take the people that a sentence counts, and its words for fates."""
        self.sentence = sentence
        self.words = [token.word for token in sentence.tokens]
        self.fates = fates
        self.groups = groups
        self.past: frozenset[int] = frozenset()  #: where fates begin that befell nobody
        self.taken: set[int] = set()  #: where people begin who met their fate
        self.starts, self.firsts = [fate.first for fate in fates], [group.first for group in groups]
        self._ends, self._groups_at = {fate.last for fate in fates}, set(self.firsts)

    def is_weak(self, fate: Found) -> bool:
        """Whether a word is one for a fate only of those whom it names, and whom no other befell: "hit by a bullet"."""
        said = self.sentence.words(fate.start, fate.end)
        return said in cue_words("weak fate") and not DIES.match(said)

    def chain(self, fate: Found, *, parts: bool) -> tuple[list[Group], str]:
        """The groups that a fate befell, joined by commas and "and", and the rule that found them.

        Args:
            fate: of the sentence.
            parts: a part of people counted elsewhere may be such a group, before its fate, too.
        """
        words = self.words
        whole = [group for group in self.groups if group.first not in self.taken]
        free = [group for group in whole if parts or not group.part]
        said = self.sentence.words(fate.start, fate.end)
        before = fate.first - 1
        while before >= 0 and words[before] not in cue_words("auxiliary") and (fills(words[before]) or self._says_how(before)):
            before -= 1
        passive = words[max(0, before)] in cue_words("auxiliary") or words[fate.first] in cue_words("auxiliary")
        passive = passive and words[max(0, before)] not in ("has", "have", "had")
        if is_injury(said):
            return self._having(fate, whole), "suffered"
        near = range(fate.first - 1, max(-1, fate.first - 5), -1)
        suffered = next((i for i in near if words[i] in cue_words("suffered")), None)
        given = suffered is not None and bool(self._groups_at & set(range(suffered + 1, fate.first)))
        if suffered is not None and not given and _WOUND.search(said):
            return self._left(suffered, free, fate), "suffered"
        dies = said != "dead" and bool(DIES.match(said)) and words[fate.last - 1] != "of"
        if passive or dies:
            left = self._with_him(fate, whole) or self._left(fate.first, free, fate)
            if passive and (own := self._who_did_it(before, free, left)):
                return own, "passive"
            if left:
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
                or (start == fate.last and self._is_label(fate))
                or (words[start] == "and" and noun)
                or (words[start] in ("to", "on") and noun and _TO.match(said))
                or (words[start] in cue_words("how badly") and start == fate.last)
            ):
                start += 1
            if start == fate.last:
                start = self._of(start) if noun else self._inverted(fate)
            if right := self._right(start, whole):
                return right, "active"
        if said == "fatally":
            return beside[-1:], "adjacent"  # "shot six people, four fatally"
        beside = beside or self._left_so(fate, free) or self._them(fate, free)
        return (self._extended(beside[-1], free), "adjacent") if beside else ([], "")

    def _having(self, fate: Found, whole: Sequence[Group]) -> list[Group]:
        """Those who have an injury: "four of them with burns", "limped home with a bullet in the leg"; not the dead."""
        parts = [g for g in whole if g.part and self.words[g.last : fate.first] in ([], ["of", "them"])]
        beside = parts or [g for g in whole if g.last == fate.first]
        told = beside or self._left(fate.first, [g for g in whole if not g.part], fate)
        return [group for group in told if group.among != "killed"]

    def _them(self, fate: Found, free: Sequence[Group]) -> list[Group]:
        """Those whom a pronoun names again: "lined up six miners and shot them dead", "abducted two guards and killed them"."""
        named = self.words[max(0, fate.first - 1) : fate.first] + self.words[fate.last : fate.last + 1]
        if "them" not in named and self.words[fate.first] not in ("neither", "none"):
            return []
        told = [g for g in free if g.last <= fate.first and g.high != 1 and not self._aside(g)]
        return told[-1:] if told and told[-1].side != "attackers" else []

    def _with_him(self, fate: Found, whole: Sequence[Group]) -> list[Group]:
        """Those who died with somebody, and stand after the verb: "with him died seven clerks", "there died two"."""
        led = self.words[max(0, fate.first - 1) : fate.first]
        return self._right(fate.last, whole) if led in (["him"], ["her"], ["them"], ["there"]) else []

    def _left_so(self, fate: Found, free: Sequence[Group]) -> list[Group]:
        """Whom something left in their state, after where they were: "left four guests of a hotel in Marsville dead"."""
        for group in free:
            between, left = self.words[group.last : fate.first], self.words[max(0, group.first - 1) : group.first]
            near = 0 < len(between) <= _FARTHEST_OF and all(word.isalpha() for word in between)
            if near and cue_words("leaves").issuperset(left) and cue_words("auxiliary", "begins a clause").isdisjoint(between):
                return [group]
        return []

    def _says_how(self, at: int) -> bool:
        """Whether a word between "was" and a fate says how that was: "was unfortunately killed"."""
        return at > 0 and self.words[at].endswith("ly") and self.words[at - 1] in cue_words("auxiliary")

    def _who_did_it(self, at: int, free: Sequence[Group], left: Sequence[Group]) -> list[Group]:
        """The attackers whom a fate befell in the end: "a gunman killed five before being shot dead", "before he was shot"."""
        while at >= 0 and self.words[at] in cue_words("auxiliary"):
            at -= 1
        named = at >= 0 and self.words[at] in ("he", "she", "they")
        if at < 1 or self.words[at - named] not in cue_words("in the end") or (left and not named):
            return []
        return [group for group in free if group.last <= at and group.side == "attackers"][:1]

    def _inverted(self, fate: Found) -> int:
        """Where those stand who follow their verb: "killed in the raid were three villagers", "the dead include two women"."""
        words, after = self.words, fate.last
        if words[after : after + 1] in (["include"], ["included"]):
            return after + (words[max(0, fate.first - 1)] == "the")
        named = self.words[fate.first] in cue_words("the dead") and self.words[fate.first - 1 : fate.first] == ["the"]
        if named and words[after : after + 1] and words[after] in _WERE:  # "the dead were identified as two farmers"
            return after + (3 if words[after + 2 : after + 3] == ["as"] else 1)
        if fate.first and words[fate.first - 1] not in (";", ":", "."):
            return after
        near = range(after, min(len(words), after + FARTHEST))
        ends = (at for at in near if words[at] in _WERE or not (words[at].isalpha() or words[at] == "'"))
        end = next(ends, after)
        return end + 1 if end > after and words[end] in _WERE else after

    def _is_label(self, fate: Found) -> bool:
        """Whether a fate heads an entry of a list, and a comma its number: "dead, one; injured, three"."""
        words, number = self.words, next((g for g in self.groups if g.first == fate.last + 1), None)
        heads = not fate.first or words[fate.first - 1] in (":", ";", ".", "-")
        entry = number is not None and (number.last == len(words) or words[number.last] in (";", ".", ","))
        return heads and entry and words[fate.last] == ","

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
        at = fate.first - 1
        at -= at > 0 and (words[at].endswith("ly") or words[at] in ("later", "then"))
        if not alone or words[max(0, at)] != "and" or any(g.first == fate.last for g in free):
            return False
        begin = max((at for at in range(max(0, fate.first - FARTHEST), fate.first) if words[at] in (";", ".")), default=0)
        return not cue_words("was").isdisjoint(words[max(begin, fate.first - FARTHEST) : fate.first])

    def _is_beside(self, group: Group, fate: Found, *, noun: bool) -> bool:
        """Whether a fate follows people at once: "two more wounded", "13 soldiers reported killed", "six soldiers' bodies"."""
        gap = _without_aside([word for word in self.words[group.last : fate.first] if word != '"'])
        if gap[:1] == ["of"] and len(gap) == 2 and is_number(gap[1]):
            gap = []  # "beat a man of 70 to death"
        if gap[:1] == [","] and set(gap[1:]) <= {"both", "all"} and self.words[fate.last : fate.last + 1] == [","]:
            gap = []  # "the other two, both wounded, were caught"
        between = ("people", "others", "more", "were")
        if gap in (["their"], []) and self.words[fate.last - 1] in ("lives", "life"):
            return True  # "it cost two men their lives"
        return (
            not gap
            or gap in ([one] for one in between)
            or (gap in (["'"], ["'", "s"]) if noun else all(w.isalpha() and fills(w) for w in gap))
        )

    def _left(self, at: int, free: Sequence[Group], fate: Found) -> list[Group]:
        """The nearest group before, with no other fate between, and those joined to it."""
        words = self.words
        before = (f for f in self.fates if f.last <= fate.first and f is not fate and not self.is_weak(f))
        last_fate = max((f.last for f in before if f.first not in self.past), default=0)
        told = self._of_the_clause([g for g in free if last_fate < g.last <= at])
        if not told or at - told[-1].last > FARTHEST or {";", "."} & set(words[told[-1].last : at]):
            return []
        return self._extended(told[-1], told)

    def _of_the_clause(self, groups: Sequence[Group]) -> list[Group]:
        """Those of some groups that stand in no aside, nor go on with one: "including two women and a boy"."""
        told: list[Group] = []
        aside: Group | None = None
        for group in groups:
            goes_on = aside and self.words[aside.last : group.first] in (["and"], [","], ["as", "well", "as"], ["is"], ["was"])
            aside = group if goes_on or self._aside(group) else None
            told += [group] if aside is None else []
        return told

    def _aside(self, group: Group) -> bool:
        """Whether a group stands in an aside: "including three women", "of them two children", "(two women)", "in a bus"."""
        if self._is_among(group):
            return True
        before = self.words[max(0, group.first - 3) : group.first]
        before = before[max((at + 1 for at, word in enumerate(before) if word in (";", ":")), default=0) :]
        if before[:1] == ["aged"] and is_number(before[1]):
            before = before[2:]  # "a woman aged 30 and two children"
        if not before:
            return False
        with_own = (self.words[group.first - 2 : group.first + 1])[before[-1] not in cue_words("possessive") :][:2]
        if with_own[:1] == ["with"] and with_own[-1] in cue_words("possessive"):
            return False  # "a mother with her two daughters"
        if before[:1] == ["among"] and len(before) > 2 and before[1] in cue_words("those told before"):
            return before[2] in cue_words("those of a fate")  # not "among the attackers nine were killed"
        if not cue_words("begins an aside").isdisjoint(before) or before[-1] in ("(", "them", "whom"):
            return True
        if before[-2:] == ["of", "which"]:  # "ten shells, of which two"; not "as a result of which two"
            return self.words[max(0, group.first - 5)] not in ("as", "in", "at", "during")
        single = self.words[group.first] in cue_words("one of somebody", "the one person") or before[-1] == "of"
        return group.high == 1 and single and before[-1] in cue_words("place of somebody")

    def _extended(self, group: Group, candidates: Sequence[Group]) -> list[Group]:
        """A group with those before it that are joined to it; the whole alone, where its parts follow."""
        chain = [group]
        for other in reversed([g for g in candidates if g.last <= group.first and not g.part]):
            if not self.joined(other, chain[0]) or other.first in self._ends or self._says_who(other) or self._aside(other):
                break
            chain.insert(0, other)
        return self._whole(chain, set_off=self._is_set_off(chain[-1]))

    def _is_set_off(self, group: Group) -> bool:
        """Whether a comma ends what is said of people, before their verb: "a farmer from Marsville, was killed"."""
        after = self.words[group.last : group.last + _LONGEST_ASIDE]
        ends = (i for i, word in enumerate(after) if not word.isalpha() or word in cue_words("auxiliary"))
        end = next(ends, len(after))
        return after[end : end + 1] == [","] and (not end or after[0] in cue_words("place of somebody"))

    def _says_who(self, group: Group) -> bool:
        """Whether people are those of the fate before: "one dead, a waitress, and eight wounded"."""
        before = next((f for f in self.fates if f.last == group.first - 1 and self.words[f.last] == ","), None)
        return before is not None and any(g.last == before.first and g.low == group.low for g in self.groups)

    def joined(self, one: Group, other: Group) -> bool:
        """Whether nothing stands between two groups but "and", commas, and how old the first are."""
        gap = _without_asides(self.words[one.last : other.first])
        if gap[:1] == [","] and gap[-2:] == [",", "and"] and gap[1] in cue_words("begins an aside"):
            gap = ["and"]  # "three rebels, including a commander, and one soldier"
        if len(gap) > 1 and gap[0] in cue_words("where somebody is") and self._is_where(one, gap):
            gap = gap[-1:]  # "killed the guard on duty and a passing driver"
        if (
            0 < len(gap) <= LONGEST_GAP
            and gap[0] in cue_words("together with")
            and not cue_words("possessive").isdisjoint((gap[-1], self.words[other.first]))
        ):
            gap = ["and"]  # "a mother with her two daughters"
        if gap[:1] == ["of"] and gap[-1:] == ["and"] and self.words[other.first] in ("his", "her", "their"):
            gap = ["and"]  # "the head of the village and his wife"
        if any(map(is_number, gap)):
            gap = [word for word in gap if not (is_number(word) or word in ("of", "aged", "about", "some", "around"))]
        return 0 < len(gap) <= LONGEST_GAP and _JOINS.issuperset(gap)

    def _is_where(self, group: Group, gap: Sequence[str]) -> bool:
        """Whether what stands between people, who follow a fate, only says where the first are, or from."""
        within = gap[1:-1]
        ends = gap[-1] == "and" and len(within) <= _LONGEST_ASIDE and all(map(str.isalpha, within))
        return ends and group.first in self._ends and cue_words("auxiliary", "begins a clause", "said").isdisjoint(within)

    def _whole(self, chain: list[Group], *, set_off: bool) -> list[Group]:
        """The first of joined groups alone, where those after it are its parts: "two citizens, a boy and a woman"."""
        if (
            len(chain) == 2
            and set_off
            and chain[0].high == chain[1].high == 1
            and self.words[chain[0].last : chain[1].first] == [","]
        ):
            return chain[:1]  # "the driver, a father of four, died"
        parts = len(chain) > 2 and chain[0].low == sum(g.low for g in chain[1:])
        return chain[:1] if parts and (set_off or chain[0].whom in cue_words("anybody", "named one by one")) else chain

    def _is_among(self, group: Group) -> bool:
        """Whether people are a part of those before them: "wounded eight, three officers among them"."""
        return self.words[group.last : group.last + 2] in (["among", "them"], ["among", "these"])

    def _right(self, at: int, free: Sequence[Group]) -> list[Group]:
        """The group that follows, and those joined to it that meet no fate of their own."""
        words = self.words
        parted = cue_words("parts from what follows", "said", "begins an aside") | {",", ";", ".", "(", "/", "+"}
        name = at
        while name < min(len(words), at + LONGEST_GAP) and self.sentence.tokens[name].capital:
            name += 1
        if at < name < len(words) and words[name] == ",":
            at = name + 1  # "killed Fatima Ali, a mother of four"
        near = (g for g in free if 0 <= g.first - at <= 2 and parted.isdisjoint(words[at : g.first]))
        chain = list(islice(near, 1))
        for other in [g for g in free if chain and g.first >= chain[0].last and not g.part]:
            if not self.joined(chain[-1], other) or self.meets_another(other) or self._is_among(other):
                break
            chain.append(other)
        return self._whole(chain, set_off=False)

    def meets_another(self, group: Group) -> bool:
        """Whether a word for a fate follows a group."""
        at = group.last
        while at < len(self.words) and fills(self.words[at]) and self.words[at] not in ("who", "that", "which", ","):
            at += 1
        return any(fate.first == at for fate in self.fates)


def _without_aside(gap: list[str]) -> list[str]:
    """Words without an aside that commas set off, where they are one: "two others, including a child, injured"."""
    set_off = len(gap) > 2 and gap[0] == gap[-1] == "," and gap.count(",") == 2
    return [] if set_off and gap[1] in cue_words("begins an aside", "both of them") else gap


def _without_asides(words: Sequence[str]) -> list[str]:
    """Words without those in brackets: "a driver (aged 29, of Marsville) and a cook"."""
    kept: list[str] = []
    depth = 0
    for word in words:
        depth += word == "("
        kept += [word] if not depth else []
        depth -= word == ")" and depth > 0
    return kept


def fills(word: str) -> bool:
    """Whether a word may stand between people and their fate."""
    return word in _SIGNS_BETWEEN or word in cue_words("filling") or word in cue_words("auxiliary")
