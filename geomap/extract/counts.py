"""How many people a sentence says were killed or injured: numbers with whom they count, each tied to the word for their fate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from geomap.articles import Lexicon, people
from geomap.extract.phrases import Found, of_field
from geomap.extract.text import Sentence, Token
from geomap.language import SMALL, normalised_words
from geomap.vocabulary import Casualty, standings

Side = Literal["attackers", "forces", "others"]

_NUMBER_WORDS: Final = frozenset((*SMALL, "dozen", "hundred", "thousand", "half"))
_VAGUE: Final = frozenset(
    ("dozens", "scores", "several", "hundreds", "thousands", "few", "couple", "handful", "nobody", "multiple")
)
_ONE: Final = frozenset(("a", "an", "another", "his", "her", "their"))
#: What may follow a number in place of a person, and counts people.
_ELLIPSIS: Final = frozenset(
    (
        "others",
        "other",
        "more",
        "further",
        "additional",
        "lives",
        "people",
        "casualties",
        "bodies",
        "dead",
        "deaths",
        "fatalities",
    )
)
_AUXILIARIES: Final = frozenset("was were been be being are is got have has had".split())
_FILLING: Final = frozenset(
    "also all both reportedly allegedly confirmed later then instantly seriously critically slightly lightly badly severely initially at least feared "
    "believed reported immediately who that which to have has had were was been either subsequently together still now only , being \" '".split()
)
#: Words that no description of people has before its noun.
_NO_MODIFIER: Final = frozenset(
    "a an of in at on by from with for to and or were was are is be been have has had who that which when while after before as into near during but said killed "
    'wounded injured , . ; : ( ) " km kilometres kilometers miles metres meters km² percent per % hours hour days day weeks week months month years year minutes '
    "vehicles vehicle houses homes shops buildings villages rockets mortars shells drones missiles times o'clock am pm points rounds cars trucks motorcycles rifles weapons "
    "districts towns cities provinces tanks boats animals goats sheep cattle cows locations sites bombs explosions attacks strikes posts checkpoints bases camps".split()
)
#: More people are the toll of a war, not of an incident.
_MOST: Final = 3000
_MOST_MODIFIERS: Final = 8
_INTRANSITIVE: Final = re.compile(
    r"^(?:died|dies|die|dying|dead|perished|succumbed|deceased|lost (?:his|her|their|its|the)? ?li(?:fe|ves)|embraced (?:martyrdom|shahad\w+)|attained martyrdom|achieved martyrdom|martyrdom|passed away|"
    r"sustained .*|suffered .*|received .*|breathed .*|fell .*|laid down .*|drowned|bled .*)"
)
_SUFFERED: Final = frozenset("sustained sustaining sustains suffered suffering suffers received receiving".split())
_NOUN: Final = re.compile(
    r"^(?:deaths?|death toll|toll|fatalities|casualties|injuries|lives|bodies|body|corpses?|dead bod(?:y|ies)|killings?|murders?|casualty|injury|wounds|losses)$"
)
_NO_FATE: Final = frozenset(
    (
        "deadly",
        "lethal",
        "fatal",
        "fatally",
        "critical",
        "death",
        "being treated",
        "burned",
        "burns",
        "shot",
        "treated",
        "body",
        "victims",
        "stable condition",
    )
)
_TOLL: Final = re.compile(
    r"\btoll\b[^.;]{0,60}?\b(?:to|at|of|is|was|reached|stood at|hit)\s+(?P<n>(?:at least |more than |over |about |around )?(?:\d{1,3}(?:,\d{3})+|\d+|[a-z]+(?:-[a-z]+)?))(?![\w-])"
)
_INFINITIVE: Final = frozenset(
    ("to", "would", "could", "might", "may", "will", "should", "can", "must", "not", "never", "cannot")
)


@dataclass(frozen=True, slots=True)
class Group:
    """People that a sentence counts: its tokens, how many, and who they are."""

    first: int
    last: int  #: the token after it
    low: int
    high: int | None
    whom: str | None  #: as several are called; None where only a number stands
    part: bool  #: a part of people counted elsewhere ("three of them")


@dataclass(frozen=True, slots=True)
class Counted:
    """A count with the stretches that it stands on: of its groups, then of the fate."""

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
        taken: stretches whose numbers count no people: days, lengths.
    """
    fates = [f for f in of_field(terms, "casualty") if sentence.words(f.start, f.end) not in _NO_FATE]
    if not fates:
        return []
    groups = [
        g
        for g in _groups(sentence, terms, vocabulary)
        if not any(a < sentence.tokens[g.last - 1].end and sentence.tokens[g.first].start < b for a, b in taken)
    ]
    words = [token.word for token in sentence.tokens]
    taken: set[int] = set()
    found: list[Counted] = []
    for number, fate in enumerate(fates):
        if fate.first and words[fate.first - 1] in _INFINITIVE and words[fate.first] not in ("dead",):
            continue
        chain, rule = _chain(sentence, words, fate, groups, fates, taken)
        if not chain:
            continue
        taken |= {group.first for group in chain}
        found += _counted(sentence, fate, chain, rule, vocabulary)
    toll = _TOLL.search(sentence.plain)
    if toll and (given := people(normalised_words(toll["n"]), vocabulary)) and given[0] > 0:
        fate_at = next(
            (f for f in fates if f.start - sentence.start <= toll.end() and "toll" in sentence.words(f.start, f.end)), None
        )
        if fate_at:
            spans = ((sentence.start + toll.start("n"), sentence.start + toll.end("n")), (fate_at.start, fate_at.end))
            found = [c for c in found if c.spans[0] != spans[0]]
            found.append(Counted("killed", given[0], given[1], None, "others", spans, "toll", fate_at.first, rises=True))
    return found


def _groups(sentence: Sentence, terms: Sequence[Found], vocabulary: Lexicon) -> Iterator[Group]:
    """Every number of people, and every single person, from left to right."""
    tokens = sentence.tokens
    who = {f.first: f for f in of_field(terms, "who")}
    bounds = {f.last: f for f in of_field(terms, "bound", "about")}
    at = 0
    while at < len(tokens):
        end = _number_end(tokens, at)
        word = tokens[at].word
        if end == at and word not in _ONE:
            at += 1
            continue
        head = _head(tokens, end if end > at else at + 1, who, singular=end == at)
        first = bounds[at].first if at in bounds else at
        part = _is_part(tokens, end)
        if head is None and end == at:
            at += 1
            continue
        last = head.last if head else end
        if head is None and last < len(tokens) and tokens[last].word in ("others", "more", "people", "other"):
            last += 1
        if (
            last < len(tokens)
            and tokens[last].word in ("or",)
            and last + 1 < len(tokens)
            and tokens[last + 1].word in ("more", "fewer")
        ):
            last += 2
        said = normalised_words(sentence.words(tokens[first].start, tokens[last - 1].end))
        given = people(said, vocabulary)
        if (
            given is None
            or (head is None and ((_unit(tokens, end) and not part) or 1900 <= given[0] <= 2100))
            or given[0] > _MOST
        ):
            at = max(end, at + 1)
            continue
        named = (
            vocabulary.persons(normalised_words(sentence.words(tokens[max(at, first)].start, tokens[last - 1].end)))
            if head
            else ()
        )
        yield Group(first, last, given[0], given[1], named[-1] if named else None, part)
        at = last


def _number_end(tokens: Sequence[Token], at: int) -> int:
    """The token after a number that begins here; the same where none does."""
    words = [t.word for t in tokens[at : at + 9]]
    i = 0
    if words[:1] == ["a"] and words[1:2] and words[1] in ("dozen", "hundred", "few", "couple", "handful", "total"):
        i = 1
        if words[1] == "total" and words[2:3] == ["of"]:
            i = 3
    if words[i : i + 2] in (["no", "one"],):
        return at + i + 2
    if words[i : i + 1] == ["between"]:
        i += 1
    start = i
    while i < len(words):
        word = words[i]
        if word.isdigit() or word in _NUMBER_WORDS or word in _VAGUE:
            i += 1
        elif (
            word in ("-", ",", "and", "to", "or", ".")
            and i > start
            and i + 1 < len(words)
            and _continues(words, i)
            and _glued(tokens, at + i)
        ):
            i += 1
        else:
            break
    if (
        i == start
        or words[i : i + 3] == ["-", "year", "-"]
        or words[i : i + 2] in (["year", "old"], ["years", "old"], ["year", "-"])
    ):
        return at
    if words[i : i + 1] == ["of"] and words[i - 1] in ("couple", "handful"):
        i += 1
    return at + i


def _glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether a dash stands between two words without spaces; other signs may have them."""
    before, sign, after = (tokens[i] for i in (at - 1, at, at + 1))
    dash = sign.word == "-"
    return not dash or (before.end == sign.start and sign.end == after.start)


def _continues(words: list[str], i: int) -> bool:
    """Whether a sign or a small word at a place joins two parts of one number: "1,200", "twenty-one", "five to seven"."""
    before, sign, after = words[i - 1], words[i], words[i + 1]
    if sign in (",", "."):
        return sign == "," and before.isdigit() and after.isdigit() and len(after) == 3
    if after.isdigit() or before.isdigit():
        return (
            sign in ("-", "to", "or", "and")
            and after.isdigit()
            and before.isdigit()
            and (sign != "and" or "between" in words[:i])
        )
    if after not in _NUMBER_WORDS or after == "no":
        return False
    if sign == "and":
        return before in ("hundred", "thousand") or "between" in words[:i]
    return sign in ("-", "to", "or")


def _head(tokens: Sequence[Token], at: int, who: dict[int, Found], *, singular: bool) -> Found | None:
    """The word for persons that follows a number, with what describes them between."""
    of = 0
    for i in range(at, min(at + _MOST_MODIFIERS + 1, len(tokens))):
        word = tokens[i].word
        if i in who:
            found = who[i]
            # "security guards", "army soldiers": the last of several such words is the head.
            while found.last in who and who[found.last].first == found.last:
                found = who[found.last]
            return found
        if word == "of" and i <= at + 1 and not singular:
            of += 1
            continue
        if word == "-" and i and tokens[i - 1].end != tokens[i].start:
            return None
        if word == '"' and i + 1 in who:
            continue
        if word in ("its", "the", "their", "his", "'", "s", "-", "/") or (word in (",",) and i + 1 in who):
            continue
        if word.isdigit() and [t.word for t in tokens[i + 1 : i + 6] if t.word != "-"][:2] in (
            ["year", "old"],
            ["years", "old"],
        ):
            continue
        if word in ("year", "years") and i > at:
            continue
        if word in _NO_MODIFIER or word.isdigit():
            return None
    return None


def _is_part(tokens: Sequence[Token], end: int) -> bool:
    words = [t.word for t in tokens[end : end + 3]]
    return words[:2] in (["of", "them"], ["of", "whom"], ["of", "those"], ["of", "these"]) or words in (
        ["of", "the", "dead"],
        ["of", "the", "victims"],
        ["of", "the", "wounded"],
    )


def _unit(tokens: Sequence[Token], end: int) -> bool:
    """Whether a bare number counts something else."""
    if end >= len(tokens):
        return False
    word = tokens[end].word
    return word in _NO_MODIFIER and word not in (
        ",",
        ".",
        ";",
        "and",
        "in",
        "were",
        "was",
        "have",
        "had",
        "by",
        "on",
        "at",
        "when",
        "after",
        "as",
        "during",
        "near",
        "while",
        "are",
        "killed",
        "wounded",
        "injured",
        "or",
        "with",
        "dead",
        ")",
        "from",
        "before",
        "but",
        '"',
        ":",
    )


def _chain(
    sentence: Sentence, words: list[str], fate: Found, groups: list[Group], fates: Sequence[Found], taken: set[int]
) -> tuple[list[Group], str]:
    """The groups that a fate befell, joined by commas and "and", and the rule that found them."""
    whole = [g for g in groups if g.first not in taken]
    free = [g for g in whole if not g.part]
    said = sentence.words(fate.start, fate.end)
    before = fate.first - 1
    while before >= 0 and words[before] in _FILLING and words[before] not in _AUXILIARIES:
        before -= 1
    passive = before >= 0 and words[before] in _AUXILIARIES
    suffered = next((i for i in range(fate.first - 1, max(-1, fate.first - 5), -1) if words[i] in _SUFFERED), None)
    if suffered is not None and re.match(r"injur|wound|burn", said):
        return _left(words, suffered, free, fates, fate), "suffered"
    intransitive = bool(_INTRANSITIVE.match(said))
    noun = bool(_NOUN.match(said))
    if passive or (intransitive and said != "dead"):
        if left := _left(words, fate.first, free, fates, fate):
            return left, "passive" if passive else "died"
        if passive and not _then_group(words, fate.last, free):
            return [], ""
    if not intransitive or said == "dead":
        start = fate.last
        while start < len(words) and words[start] in ("of", "and") and (noun or words[start] == "of"):
            start += 1
        if right := _right(words, start, whole, fates):
            return right, "active"
    adjacent = [
        g
        for g in free
        if g.last == fate.first or (g.last == fate.first - 1 and words[g.last] in ("people", "others", "more", "were"))
    ]
    if adjacent:
        return _extended_left(words, adjacent[-1], free), "adjacent"
    return [], ""


def _then_group(words: list[str], at: int, free: list[Group]) -> bool:
    return any(g.first == at for g in free)


def _left(words: list[str], at: int, free: list[Group], fates: Sequence[Found], fate: Found) -> list[Group]:
    """The nearest group before, with no other fate between, and those joined to it."""
    candidates = [g for g in free if g.last <= at]
    others = [f.last for f in fates if f.last <= fate.first and f is not fate]
    last_fate = max(others, default=0)
    candidates = [g for g in candidates if g.first >= last_fate or g.last > last_fate]
    candidates = [g for g in candidates if at - g.last <= 22 and not _aside(words, g, at)]
    if not candidates:
        return []
    group = candidates[-1]
    gap = words[group.last : at]
    if any(word in (";", ".") for word in gap):
        return []
    return _extended_left(words, group, candidates)


def _aside(words: list[str], group: Group, at: int) -> bool:
    """Whether a group stands in an aside: "including three women", "three of them children", "(two women)", "in a bus"."""
    before = words[max(0, group.first - 3) : group.first]
    if {"including", "include", "included", "among", "mostly", "mainly", "aged", "with"} & set(before):
        return True
    if before[-1:] in (["("], ["them"], ["whom"]) or before[-2:] == ["of", "whom"]:
        return True
    return (
        bool(before)
        and before[-1] in ("in", "by", "at", "near", "from", "against", "on", "into", "between", "of", "for", "against", "to")
        and group.high == 1
        and (words[group.first] in _ONE or before[-1] == "of")
    )


def _extended_left(words: list[str], group: Group, candidates: list[Group]) -> list[Group]:
    chain = [group]
    for other in reversed([g for g in candidates if g.last <= group.first]):
        gap = words[other.last : chain[0].first]
        if gap and len(gap) <= 3 and set(gap) <= {",", "and", "as", "well", "plus", "&"}:
            chain.insert(0, other)
        else:
            break
    if len(chain) > 2 and chain[0].low == sum(g.low for g in chain[1:]):
        return chain[:1]  # "two citizens, a boy and a woman, were killed"
    return chain


def _right(words: list[str], at: int, free: list[Group], fates: Sequence[Found]) -> list[Group]:
    start = next(
        (
            g
            for g in free
            if g.first >= at
            and g.first - at <= 2
            and not set(words[at : g.first])
            & {"in", "on", "by", "at", "near", "after", "when", ",", ".", "during", "from", "with", "for", "as", "and", "to"}
        ),
        None,
    )
    if start is None:
        return []
    chain = [start]
    for other in (g for g in free if g.first >= start.last):
        gap = words[chain[-1].last : other.first]
        if not gap or len(gap) > 4 or not set(gap) <= {",", "and", "as", "well", "plus"}:
            break
        if _leads_to_fate(words, other, fates):
            break
        chain.append(other)
    return chain


def _leads_to_fate(words: list[str], group: Group, fates: Sequence[Found]) -> bool:
    at = group.last
    while (
        at < len(words)
        and (words[at] in _AUXILIARIES or words[at] in _FILLING)
        and words[at] not in ("who", "that", "which", ",")
    ):
        at += 1
    return any(f.first == at for f in fates)


_ATTACKERS: Final = frozenset(
    "militants terrorists insurgents rebels attackers gunmen fighters bombers bandits guerrillas assailants jihadists extremists infiltrators suspects gang members kidnappers raiders separatists".split()
)


def side_of(whom: str | None) -> Side:
    """Whether people are attackers, forces of a state, or others."""
    if whom is None:
        return "others"
    if any(word in _ATTACKERS for word in whom.split()):
        return "attackers"
    return "forces" if "armed" in standings(whom) else "others"


def _counted(sentence: Sentence, fate: Found, chain: list[Group], rule: str, vocabulary: Lexicon) -> Iterator[Counted]:
    """A count for each side of a chain; those of one side add up."""
    sides: dict[Side, list[Group]] = {}
    for group in chain:
        side = "attackers" if side_of(group.whom) == "attackers" else "others"
        if group.whom is None and sides:
            side = next(reversed(sides))
        sides.setdefault(side, []).append(group)
    for side, groups in sides.items():
        low = sum(g.low for g in groups)
        high = None if any(g.high is None for g in groups) else sum(g.high or 0 for g in groups)
        whoms = {g.whom for g in groups}
        spans = [(sentence.tokens[g.first].start, sentence.tokens[g.last - 1].end) for g in groups]
        yield Counted(
            of=fate.value,  # type: ignore[arg-type]  # the terms of "casualty" have no other value
            low=low,
            high=high,
            whom=whoms.pop() if len(whoms) == 1 else None,
            side=side_of(groups[0].whom) if len(groups) == 1 else side,
            spans=(*spans, (fate.start, fate.end)),
            rule=rule,
            at=fate.first,
            rises=bool(re.search(r"\b(?:toll|rose|risen|climbed|increased|revised)\b", sentence.plain)),
        )
