"""Numbers of people in a sentence: how many, and who they are."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from geomap.articles import Lexicon, people
from geomap.extract.numerals import MOST_NUMBER, is_age_of_somebody, is_in_ages, is_number, number_end
from geomap.extract.phrases import Found, of_field
from geomap.extract.somebody import (
    MORE,
    MOST,
    ORDINALS,
    Group,
    among_those,
    are_people,
    countryman,
    is_a_people,
    is_part,
    is_second,
    nation_at,
    of_its_own,
    one_more,
    pronoun,
    side_of,
    unlisted,
)
from geomap.extract.text import Sentence, Token
from geomap.extract.unlisted import Fates, describes, is_somebody
from geomap.language import normalised_words
from geomap.vocabulary import cue_words

#: A number from here to there, alone, is a year.
_YEARS: Final = range(1900, 2101)
#: So many tokens may stand between a number and the word for persons.
_MOST_MODIFIERS: Final = 8

#: So many tokens may describe one who begins a headline, and stand between him and his fate.
_LONGEST_HEADLINE, _FARTHEST_HEADLINE = 4, 9
#: What a clause of a headline begins after.
_HEADS: Final = frozenset((",", ";", ":", "-", "and", '"'))
#: Those whom only their age names.
_OF_AN_AGE: Final = re.compile(
    r"\b(?:(?P<one>an?|another|the)|[a-z\d]+) (?:\d+|[a-z]+(?:-[a-z]+)?)[ -]years?[ -]old(?(one)|s)\b"
)

_SIGNS: Final = frozenset(',.;:()"%')
#: What may stand between a number and the word for persons, and describes nobody.
_SKIPPED: Final = frozenset(("its", "the", "their", "his", "her", "'", "s", "-", "/"))
_IN_A_LIST: Final = frozenset((",", "and", "to", "-", "between"))
#: What makes somebody's own of people: "the governor, his son".
_OWN: Final = frozenset(("its", "their", "his", "her", "our"))
#: What a number may follow that is that of their members.
_HOUSEHOLDS: Final = frozenset(("family", "families", "household", "households", "couple", "couples", "people", "persons"))
#: How a verb of a headline ends: "kills", "gun down", "injuring".
_STRIKES: Final = re.compile(r"(?:kill|gun|shoot|murder|slay|injur|injure|wound|hurt|maim|behead|hack)(?:s|n?ing)?$")
_PEOPLE: Final = frozenset(("others", "people"))
#: What animals may be, too.
_DEAD: Final = frozenset(("dead", "injured", "wounded"))
_LISTED: Final = frozenset((",", "and"))
#: Nobody of some people: "none of the 40 passengers".
_NONE_OF: Final = re.compile(
    r"\b(?:none|neither|not (?:one|any|a single one)|no one|nobody) (?:of|among) (?:the |these |those |its |their |all )*$"
)


def read_groups(
    sentence: Sentence, terms: Sequence[Found], vocabulary: Lexicon, taken: Sequence[tuple[int, int]]
) -> list[Group]:
    """Every number of people, and every single person ("a soldier"), from left to right.

    Args:
        sentence: where to read.
        terms: its terms, of "bound", "about" and "who".
        vocabulary: the names and terms.
        taken: offsets of stretches whose numbers count no people: days, lengths.
    """
    tokens = sentence.tokens
    return [
        group
        for group in _Counter(sentence, terms, vocabulary, [span for span in taken if sentence.start <= span[0]]).groups()
        if not any(start < tokens[group.last - 1].end and tokens[group.first].start < end for start, end in taken)
    ]


class _Counter:
    """The people that a sentence counts, from left to right."""

    def __init__(
        self, sentence: Sentence, terms: Sequence[Found], vocabulary: Lexicon, taken: Sequence[tuple[int, int]]
    ) -> None:
        tokens = sentence.tokens
        self.sentence, self.tokens, self.vocabulary = sentence, tokens, vocabulary
        self.dated = {at for start, end in taken for at in range(sentence.index(start), len(tokens)) if tokens[at].start < end}
        self.who = {f.first: f for f in of_field(terms, "who")}
        fates = {f.first: f for f in of_field(terms, "casualty")}
        self.fates = frozenset(fates)
        self.befell = Fates.of(sentence, fates.values())
        self.bounds = {f.last: f.first for f in of_field(terms, "bound", "about")}
        self.struck = {end for at, end in self.befell.of_people.items() if _STRIKES.match(tokens[at].word)}
        self.persons = {f.last for f in self.who.values() if tokens[f.last - 1].word not in _HOUSEHOLDS}
        self.of_an_age = {sentence.index(sentence.start + m.start()): m for m in _OF_AN_AGE.finditer(sentence.line)}

    def groups(self) -> Iterator[Group]:
        """Every number of people, and every single person."""
        tokens, at = self.tokens, 0
        after_bound = {first: last for last, first in self.bounds.items()}
        before: Group | None = None
        while at < len(tokens):
            at = after_bound.get(at, at)  # "no fewer than": its "no" is no number
            if at == len(tokens):
                return
            if at in self.dated:  # "on 25 April two employees", "on April 25 two employees"
                at += 1
                continue
            end = at if self._is_age(at) else number_end(tokens, at)
            group = self._of_an_age(at) or self._group(at, end, before)
            if group and (theirs := self._owned_by(group)):
                group = replace(theirs, first=group.first)
            if group and self._is_among_others(group):
                group = replace(group, part=True)
            told = before and before.low == 1 and (before.part or tokens[before.first].word in ("the", "one"))
            if group and before and told and group.low == 1 and self._is_joined(before, group):
                # "one of them, a girl of six, died", "the victim, a girl"
                group = replace(group, part=True, among=before.among)
            before = group or before
            if group and not self._is_taken_back(group):
                yield replace(group, low=0, high=0) if self._is_not_one(group) else group
            at = group.last if group else max(end, at + 1)

    def _owned_by(self, group: Group) -> Group | None:
        """Those who are named by whose they are: "the candidate's two aides", "a farmer's three sons"."""
        after = [token.word for token in self.tokens[group.last : group.last + 2]]
        at = group.last + 1 + (after[1:] == ["s"])
        end = number_end(self.tokens, at) if after[:1] == ["'"] and at < len(self.tokens) else at
        if after[:1] == ["'"] and end == at and at in self.who and self._is_one(self.who[at]):
            return replace(group, last=self.who[at].last, whom=self.who[at].value)  # "the groom's uncle"
        return self._group(at, end, None) if end > at and end not in self.fates else None

    def _is_one(self, who: Found) -> bool:
        """Whether a word for persons is for one."""
        return self.sentence.words(who.start, who.end) in self.vocabulary.terms["person"]

    def _is_among_others(self, group: Group) -> bool:
        """Whether people are said to be among those told of before: "eight were hurt, three officers among them"."""
        after = group.last + 1
        told = cue_words("of them", "those told before")
        return _has(self.tokens, after - 1, ("among", "amongst")) and _has(self.tokens, after, told)

    def _is_joined(self, before: Group, group: Group) -> bool:
        """Whether only a comma stands between two groups, and "of them"."""
        gap = [token.word for token in self.tokens[before.last : group.first]]
        if self.tokens[group.first].word in _OWN:
            return False  # "the governor, his son and a guard"
        return gap[-1:] == [","] and (len(gap) == 1 or (len(gap) == 3 and gap[0] == "of"))

    def _of_an_age(self, at: int) -> Group | None:
        return _year_old(self.sentence, at, self.of_an_age[at], self.vocabulary) if at in self.of_an_age else None

    def _is_taken_back(self, group: Group) -> bool:
        """Whether people are counted only to be put right, or as those of whom nobody was: "none of the 40"."""
        start = self.tokens[group.first].start
        put_right = _is_put_right(self.tokens, group.first) and not (group.whom and self._is_not_one(group))
        return put_right or bool(_NONE_OF.search(self.sentence.before(start)))

    def _is_not_one(self, group: Group) -> bool:
        """Whether one is named to say that it was nobody: "not one soldier", "not a single villager", "not a soul"."""
        first, words = group.first, [token.word for token in self.tokens[max(0, group.first - 2) : group.first + 2]]
        one = words[-2:-1] == ["one"] or words[-1] in ("single", "soul", "solitary")
        before = words[: first - max(0, first - 2)]
        return group.high == 1 and one and (before[-1:] == ["not"] or before == ["not", "even"])

    def _is_age(self, at: int) -> bool:
        """Whether a number is an age: "a man of 31"."""
        tokens, persons = self.tokens, self.persons
        first = at if tokens[at].word.isdigit() and at + 1 not in self.who else 0
        while (
            at - MOST_NUMBER < first and first and (tokens[first - 1].word in _IN_A_LIST or is_number(tokens[first - 1].word))
        ):
            first -= 1
        if first and tokens[first - 1].word in ("age", "aged", "ages"):
            return True  # "brothers aged 8, 10 and 14"
        opens = first - 1 if first and tokens[first - 1].word == "(" else first
        if first and opens in persons and tokens[opens].word in (",", "("):  # "three men, 20, 25 and 30, were"
            last = next((i for i in range(at, len(tokens)) if not is_in_ages(tokens[i].word)), len(tokens))
            return tokens[last - 1].word == "," or (last < len(tokens) and tokens[last].word == ")")
        about = self.bounds.get(at, at)
        if about < at and is_age_of_somebody(tokens, about, at + 1):
            return True  # "a trader, about 35, was shot"
        at = about  # "a woman of about thirty"
        if at < 3 or tokens[at - 1].word != "of":
            return False
        word, before = tokens[at - 2].word, [token.word for token in tokens[max(0, at - 4) : at - 2]]
        return word in self.vocabulary.terms["person"] if at - 1 in persons else is_somebody(word) and "a" in before

    def _group(self, at: int, end: int, before: Group | None) -> Group | None:
        """The people of a number that stands from one token to another, or of one that stands there without a number."""
        tokens, first = self.tokens, self.bounds.get(at, at)
        if tokens[at].word == "both" and before and before.last == at - 1 and tokens[at - 1].word == ",":
            return None  # "two, both women, died"
        whole = self._whole_of(end) if end > at else 0
        head = _head(tokens, whole, self.who, self.fates, singular=False) if whole else None
        if whole and (tokens[end].word == "out" or (head.last if head else whole) not in self.fates):  # no "one of three dead"
            given = people(normalised_words(self.sentence.words(tokens[first].start, tokens[end - 1].end)), self.vocabulary)
            none = given is None or not 0 < given[0] <= MOST or [t.word for t in tokens[max(0, first - 1) : first]] == ["not"]
            if given and not none:  # "four of the 30 passengers"
                return Group(first, head.last if head else whole, *given, head.value if head else None, part=False)
        head = self._head(at, end, before)
        group = of_its_own(tokens, at, end, self.vocabulary) or one_more(tokens, at, self.befell)
        if group is None and head is None:
            joined = before is not None and all(token.word in _LISTED for token in tokens[before.last : first])
            group = unlisted(self.sentence, at, end, first, self.befell, self.vocabulary, joined=joined)
        if group is None and (head or end > at):
            fated = end in self.fates or (_has(tokens, end, MORE | _PEOPLE) and end + 1 in self.fates)
            group = _group(self.sentence, at, end, first, head, self.vocabulary, fated=fated)
        return group or pronoun(tokens, at, self.befell, before) or countryman(tokens, at, self.fates)

    def _whole_of(self, end: int) -> int:
        """The token after the number of which one that ends here is a part: "four of the 30", "four out of 30"; 0 for none."""
        words = [token.word for token in self.tokens[end : end + 2]]
        start = end + 2 if words == ["out", "of"] else end + 1
        if words != ["out", "of"] and words[:1] != ["of"]:
            return 0
        start += _has(self.tokens, start, cue_words("those told before") | {"a", "an"})
        start += 2 * (_has(self.tokens, start, cue_words("lot of")) and _has(self.tokens, start + 1, ("of",)))
        last = number_end(self.tokens, start) if start < len(self.tokens) else start
        return last if last > start else 0

    def _head(self, at: int, end: int, before: Group | None) -> Found | None:
        """The word for persons that goes with a number, or with "a" or a name."""
        tokens = self.tokens
        told = end > at and end in self.fates and _has(tokens, end + 1, (",",))  # "24 dead, locals said"
        if not told and (end > at or tokens[at].word in cue_words("one of somebody", "the one person")):
            return _head(tokens, max(end, at + 1), self.who, self.fates, singular=end == at)
        titled = at in self.who and _is_titled(tokens, at, self.who[at].last, self.befell)
        if titled or (at in self.who and is_second(tokens, at, before)) or self._is_of_headline(at, before):
            return self.who[at]  # "Sepoy Ali was killed", "a father and son", "Soldier killed in ambush"
        return None

    def _is_of_headline(self, at: int, before: Group | None) -> bool:
        """Whether a word for one person begins a clause without an article: "Soldier dies", "Woman, two children killed"."""
        tokens, who = self.tokens, self.who.get(at)
        if who is None or not self._is_one(who):
            return False
        first = at
        while first and at - first < _LONGEST_HEADLINE and first not in self.struck and describes(tokens[first - 1].word):
            first -= 1
        if first in self.struck or (before and before.last == first - 1 in self.struck and tokens[first - 1].word == "and"):
            self.struck.add(who.last)
            return True  # "Mine kills farmer and son"
        last = who.last
        if [token.word for token in tokens[max(0, at - 2) : at]] == ["'", "s"] and at > 2 and tokens[at - 3].capital:
            last += _has(tokens, last, cue_words("was"))  # "Marsville's mayor was killed"
            return last in self.befell.starts
        if first and tokens[first - 1].word not in _HEADS:
            return False
        if _has(tokens, last, ("of", "from", "in")):  # "Mayor of Marsville shot dead"
            last += 1
            while last < len(tokens) and tokens[last].capital:
                last += 1
            return last in self.befell.starts
        after = [token.word for token in tokens[who.last : who.last + 1]]
        joined = after[:1] in ([","], ["and"]) and any(i in self.fates for i in range(who.last, who.last + _FARTHEST_HEADLINE))
        return who.last in self.befell.starts or joined


def _year_old(sentence: Sentence, at: int, found: re.Match[str], vocabulary: Lexicon) -> Group | None:
    """Those whom only their age names, who begin at a token: "a 7-year-old", "two 7-year-olds"; not "a 7-year-old truce"."""
    last = sentence.index(sentence.start + found.end())
    given = people(normalised_words(found[0]), vocabulary)
    alone = not found["one"] or are_people(sentence.tokens, last)
    if given is None or not alone or (last < len(sentence.tokens) and vocabulary.persons(sentence.tokens[last].word)):
        return None
    return Group(at, last, *given, None, part=False, known=found["one"] == "the", more=found["one"] == "another")


def _is_titled(tokens: Sequence[Token], at: int, end: int, fates: Fates) -> bool:
    """Whether a word for a person is the title of a name: "Sepoy Ali", "killed local teacher Ali"; not "the Guard Corps"."""
    if end >= len(tokens) or not tokens[end].capital or tokens[end - 1].end + 1 != tokens[end].start:
        return False
    first = at
    while first and at - first < _LONGEST_HEADLINE and first not in fates.ends and describes(tokens[first - 1].word):
        first -= 1
    return first in fates.ends or (tokens[end - 1].capital and not (at > 1 and tokens[at - 1].capital))


def _is_put_right(tokens: Sequence[Token], first: int) -> bool:
    """Whether a number is given only to be put right: "two, not one as first reported"."""
    before = [token.word for token in tokens[max(0, first - 2) : first]]
    return before in (["rather", "than"], ["instead", "of"], ["up", "from"], ["down", "from"]) or (
        before[1:] == ["not"] and (before[0] in _SIGNS or before[0] in ("and", "-"))
    )


def _group(
    sentence: Sentence, at: int, end: int, first: int, head: Found | None, vocabulary: Lexicon, *, fated: bool
) -> Group | None:
    """The people of a number that stands from one token to another; None where it counts something else.

    Args:
        sentence: where it stands.
        at: its first token.
        end: the token after it; the same for "a" and the like.
        first: the first token of "at least" or the like before it.
        head: the word for persons that follows it.
        vocabulary: the names and terms.
        fated: a word for a fate follows the number.
    """
    tokens = sentence.tokens
    last = head.last if head else end + (_has(tokens, end, cue_words("people without a name")) or _is_of_a_people(tokens, end))
    if head and head.first == at:  # "killed teacher Amina Khan and her son"
        while last < len(tokens) and tokens[last].capital and tokens[last].word.isalpha():
            last += 1
    crew = head and (head.value == "families" or tokens[last - 1].word in cue_words("lot of"))
    crew = crew and _has(tokens, last, ("of",)) and number_end(tokens, last + 1) > last + 1
    if crew:
        last = number_end(tokens, last + 1)  # "a family of five", "a crew of four"
    if _has(tokens, last, ("or",)) and _has(tokens, last + 1, ("more", "fewer")):
        last += 2
    said = normalised_words(sentence.words(tokens[first].start, tokens[last - 1].end))
    given = people(said, vocabulary)
    if given is None or given[0] > MOST or (end == at and not crew and not vocabulary.mentioned("person", said)):
        return None  # "a car with soldiers" is nobody
    if head is None and fated and _has(tokens, end, _DEAD) and _has(tokens, end + 1, cue_words("animals")):
        return None  # "eleven dead sheep"
    among, whole = among_those(tokens, end)
    last = max(last, whole)
    part = bool(among) or is_part(tokens, end)
    words = [token.word for token in tokens[at : last + 1]]
    more = not MORE.isdisjoint(words) and "or" not in words  # not "more than 30", "30 or more"
    if head is None:
        none = given[0] in _YEARS or not (part or fated or tokens[last - 1].word in _PEOPLE or are_people(tokens, last))
        nation = nation_at(tokens, end)
        return None if none else Group(first, last, *given, None, part, more=more, nation=nation, among=among)
    named = vocabulary.persons(normalised_words(sentence.words(tokens[at].start, tokens[last - 1].end)))
    after = tokens[end : end + 2] if end > at else ()
    of_known = [token.word for token in after[:1]] == ["of"] and after[-1].word in cue_words("those told before")
    known = of_known or (end == at and words[0] not in ("a", "an", "another"))
    nation = nation_at(tokens, end if end > at else at + 1)
    whom = named[-1] if named else None
    nth = ORDINALS.index(words[1]) + 2 if end == at and words[1:2] and words[1] in ORDINALS else 0
    side = side_of(whom, sentence.after(tokens[last - 1].end))
    return Group(first, last, *given, whom, part, known, more, nation, nth, side, among)


def _is_of_a_people(tokens: Sequence[Token], at: int) -> bool:
    """Whether people are named by their state or people alone: "two Iranians", "seven Iranian and four Pakistani soldiers"."""
    return is_a_people(tokens, at) and (at + 1 == len(tokens) or are_people(tokens, at + 1) or _has(tokens, at + 1, ("and",)))


def _has(tokens: Sequence[Token], at: int, words: frozenset[str] | tuple[str, ...]) -> bool:
    return at < len(tokens) and tokens[at].word in words


def _head(tokens: Sequence[Token], at: int, who: Mapping[int, Found], fates: Container[int], *, singular: bool) -> Found | None:
    """The word for persons that follows a number, with what describes them between."""
    for i in range(at, min(at + _MOST_MODIFIERS + 1, len(tokens))):
        word = tokens[i].word
        local = word == "local" and i + 1 < len(tokens) and tokens[i + 1].word in cue_words("loses people")
        if i in who and not local:
            found = who[i]
            # "security guards", "army soldiers": the last of several such words is the head.
            while found.last in who:
                found = who[found.last]
            return found
        if i in fates and _has(tokens, i + 1, (",",)):
            return None  # "one Turk dead, officials said"
        age = (is_number(word) and _is_age_at(tokens, i + 1)) or (word in ("year", "years") and i > at)
        if (word == "-" and tokens[i - 1].end != tokens[i].start) or (singular and is_number(word) and not age):
            return None
        if word == "of" and i <= at + 1 and not singular:
            continue
        if age or word in _SKIPPED or (word == '"' and i + 1 in who) or (word == "," and i > at and i + 1 in who):
            continue
        if singular and word in cue_words("the injured") and i + 1 in who:
            continue  # "a wounded farmer died"
        if word in _SIGNS or word.isdigit() or (word in cue_words("describes nobody") and not _is_between_dashes(tokens, i)):
            return None
        if word in ("others", "more") and i + 1 not in who:
            return None  # "four others, officials said"
    return None


def _is_between_dashes(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands within one of several parts: the second of "cash-in-transit"."""
    return _has(tokens, at - 1, ("-",)) and _has(tokens, at + 1, ("-",)) and tokens[at].end == tokens[at + 1].start


def _is_age_at(tokens: Sequence[Token], at: int) -> bool:
    words = [token.word for token in tokens[at : at + 5] if token.word != "-"]
    return words[:2] in (["year", "old"], ["years", "old"])
