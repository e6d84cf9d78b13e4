"""Names in a sentence that may be of places: runs of capitalised words, without those of people and organisations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from typing import Final, Literal, NamedTuple, cast

from geomap.extract.text import Sentence, Token
from geomap.vocabulary import any_of, countries_named, countries_with_adjective, cue_words

Level = Literal["settlement", "district", "province", "country", "site", ""]

#: A name of so many letters, all of them capitals, is an abbreviation.
_MOST_ABBREVIATION: Final = 6
#: A quotation within a sentence is looked for over so many tokens.
_QUOTED: Final = 30
#: What stands after an apostrophe that is within no name.
_ENDINGS: Final = ("s", "t", "re", "ve", "ll", "m", "d")

_JOINED: Final = re.compile(rf"-{any_of('joined to a name')}$")
_SUB_DISTRICT: Final = re.compile(r" (?:sub-?(?:district|tehsil|prefecture|county|division|region)|local government area)")
ROAD_AFTER: Final = re.compile(rf" (?:[\w'-]+ )?(?!between\b){any_of('road')}\b")
ROAD_BEFORE: Final = re.compile(rf"\b(?!between\b){any_of('road')} $")
#: "X frontier post", "X border area", "X weekly market".
_SITE_AFTER: Final = re.compile(
    rf" (?:autonomous|(?:{any_of('sort of site')} ){{1,2}}{any_of('kind of place: site', 'kind of place: district')}\b"
    rf"|[a-z]+(?<!ed)(?<!s) {any_of('kind of place: site')}\b)"
)


_IN_THE: Final = re.compile(r"\b(?:in|on|at|along|near) the $")


class Name(NamedTuple):
    """A name with its offsets and its tokens, and what the word for its kind says, beside it or in it."""

    words: str
    start: int
    end: int
    first: int
    last: int  #: the token after it and the word for its kind, if that is in it
    level: Level
    whole: tuple[int, int]  #: with the word for its kind
    follows: str  #: the word after it
    possessive: bool
    road: bool = False  #: an end of the road that is named after it and another


@cache
def kinds_of_place() -> Mapping[str, Level]:
    """The level that a word for a kind of place has: ``{"tehsil": "district"}``."""
    levels = ("settlement", "district", "province", "site")
    return {word: cast(Level, level) for level in levels for word in cue_words(f"kind of place: {level}")}


def place_names(sentence: Sentence, raw: str, taken: Sequence[tuple[int, int]]) -> Iterator[Name]:
    """The names of a sentence that may be of places, in its order.

    Args:
        sentence: where to read.
        raw: the text.
        taken: offsets of stretches that name somebody or something else.
    """
    breaks = {sentence.index(start) for start, _ in taken if sentence.start <= start < sentence.end}
    for first, last in _runs(sentence.tokens, breaks):
        start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
        if any(a < end and start < b for a, b in taken):
            continue
        if ends := _ends_of_road(sentence, raw, first, last):
            for one, other in ends:
                start, end = sentence.tokens[one].start, sentence.tokens[other - 1].end
                yield Name(raw[start:end], start, end, one, other, "settlement", (start, end), "road", False, road=True)
        elif name := _name(sentence, raw, first, last):
            yield name


def _ends_of_road(sentence: Sentence, raw: str, first: int, last: int) -> list[tuple[int, int]]:
    """The two names in "the A-B road" or "the road A-B", by their tokens; none where its hyphens may part it elsewhere."""
    tokens = sentence.tokens
    joints = [n for n in range(first + 1, last - 1) if tokens[n].word == "-"]
    road = ROAD_AFTER.match(sentence.after(tokens[last - 1].end)) or ROAD_BEFORE.search(sentence.before(tokens[first].start))
    if not joints or not road or (first > 1 and tokens[first - 1].word == "-" and tokens[first - 2].capital):
        return []  # "the Marsville - Old-Town road"
    dashes = [n for n in joints if raw[tokens[n].start] in "–—"]
    parting = dashes if dashes else joints[len(joints) // 2 :] if len(joints) % 2 else []
    return [(first, parting[0]), (parting[0] + 1, last)] if parting else []


def _runs(tokens: Sequence[Token], breaks: Set[int]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words: the number of the first token, and of the one after the last; each break begins a new one."""
    at = 0
    while at < len(tokens):
        if not _begins(tokens, at):
            at += 1
            continue
        last = at + 1
        while last not in breaks and (more := _goes_on(tokens, at, last)):
            last += more
        yield at, last
        at = last


def _begins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name may begin with a token: a capitalised word that is no other word; "A'li", "Al-Bab" and "al-Bab" are."""
    if _is_article(tokens, at):
        return True
    if not tokens[at].capital:
        return False
    if len(tokens[at].word) > 1 and tokens[at].word not in cue_words("no name"):
        return True
    if tokens[at].word in cue_words("article", "number in a name") and _is_within_words(tokens, at):
        return True  # "in Al Bab", "near As Suwayda", "at Three Pagodas Pass"
    if at > 1 and tokens[at - 1].word == "of" and tokens[at - 2].word in kinds_of_place() and _is_within_words(tokens, at):
        return True  # "the village of Arab Hills"
    glue = tokens[at + 1] if at + 2 < len(tokens) else None
    if glue is None or glue.word not in "'-" or glue.start != tokens[at].end or tokens[at + 2].start != glue.end:
        return False
    return tokens[at + 2].word not in _ENDINGS and (tokens[at].word in cue_words("particle", "before an apostrophe"))


def _goes_on(tokens: Sequence[Token], first: int, last: int) -> int:
    """How many tokens more belong to a name."""
    if last == len(tokens):
        return 0
    token, following = tokens[last], tokens[last + 1] if last + 1 < len(tokens) else None
    glued = token.start == tokens[last - 1].end
    if token.capital and (not glued or tokens[last - 1].word in "-'") and token.word not in cue_words("no name"):
        return 1
    if following is None:
        return 0
    if token.capital and token.word in cue_words("particle with a capital") and following.capital:
        return 2  # "Chong An Ma"
    if token.word in ("-", "'", "`") and glued and following.start == token.end and following.word != "s":
        return 2
    if token.word == "'" and glued and following.word == "s" and _is_article(tokens, last + 2):
        return 2  # "Ra's al-Ayn"
    if token.word in cue_words("before an apostrophe") and following.word == "'" and following.start == token.end:
        third = tokens[last + 2] if last + 2 < len(tokens) else None  # "d'Or", "A'lo", "'Afar" of which the "A" is no article
        return 3 if third and third.start == following.end and third.word not in _ENDINGS else 0
    if token.word == "'" and not glued and following.capital and following.start == token.end and not _is_quote(tokens, last):
        return 2
    if token.word in ("of", "and") and _is_joined(tokens, first, last):
        return 2
    if _is_article(tokens, last) and not glued:
        return 3
    particles = 0  # "de la"
    while last + particles < len(tokens) and _is_particle(tokens[last + particles]):
        particles += 1
    capital = last + particles < len(tokens) and tokens[last + particles].capital
    return particles + 1 if particles and capital and not glued else 0


def _is_particle(token: Token) -> bool:
    """Whether a word may stand within a name: the "al" of "Ras al Ain" and "Ras Al Ain"; the "Sur" of "Oro del Sur" is none."""
    return token.word in cue_words("particle") and (not token.capital or token.word in cue_words("no name"))


def _is_article(tokens: Sequence[Token], at: int) -> bool:
    """Whether an article hangs on a name: the "al" of "al-Bab", the "Al" of "Hafar Al-Batin"."""
    if at + 2 >= len(tokens) or tokens[at].word not in cue_words("article with a hyphen"):
        return False
    dash, name = tokens[at + 1 : at + 3]
    return dash.word == "-" and dash.start == tokens[at].end and name.start == dash.end and name.capital


def _is_within_words(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capitalised word stands within a sentence, and another after it: it begins no sentence, title or quotation."""
    before, after = tokens[at - 1 : at], tokens[at + 1 : at + 2]
    plain = bool(before) and before[0].word.isalpha() and not before[0].capital
    return plain and bool(after) and after[0].capital and after[0].start > tokens[at].end


def _is_quote(tokens: Sequence[Token], at: int) -> bool:
    """Whether a quotation begins with a mark: one that ends it follows after a word."""
    for before, one, after in zip(tokens[at + 1 :], tokens[at + 2 : at + 2 + _QUOTED], tokens[at + 3 :], strict=False):
        if one.word == "'" and one.start == before.end and after.start > one.end:
            return True
    return False


def _is_joined(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a name goes on after "of" or "and": "Democratic Republic of Congo", "Jammu and Kashmir"."""
    words = [token.word for token in tokens[first : at + 2]]
    if {" ".join(words), " ".join(words[-3:])} & cue_words("area with and") or words[:3] == ["line", "of", "control"]:
        return True
    skip = 2 if words[-1] == "the" else 1
    whole = " ".join([*words[:-1], *(token.word for token in tokens[at + 1 : at + 1 + skip])])
    return bool(countries_named(whole)) or (len(words) >= 4 and bool(countries_named(" ".join(words[1:]))))


def _name(sentence: Sentence, raw: str, first: int, last: int) -> Name | None:
    """A run of words as a name; None where it is of no place, or part of a longer word: "Marsville-based"."""
    tokens = sentence.tokens
    start, end = tokens[first].start, tokens[last - 1].end
    words = [token.word for token in tokens[last : last + 3]]
    possessive = words[:2] == ["'", "s"]
    follows = "".join(words[2:3]) if possessive and words[2:] else "".join(words[:1])
    parts = raw[start:end].split()
    if is_organisation(parts) or _is_person(tokens, first) or _is_of_a_country(parts, tokens, first):
        return None
    kinds = kinds_of_place()
    if len(parts) == 1 and parts[0].lower() in kinds:
        return None  # "Strike on Village in Marsville"
    level: Level = ""
    whole = (start, end)
    if len(parts) > 1 and kinds.get(parts[-1].lower(), "site") != "site":
        level = kinds[parts[-1].lower()]
        if parts[-1].lower() not in cue_words("kind in a name"):
            end = start + len(raw[start : end - len(parts[-1])].rstrip())
    elif follows in kinds:
        level = kinds[follows]
        whole = whole if level == "site" else (start, tokens[last + 2 * possessive].end)
        possessive = possessive or [token.word for token in tokens[last + 1 : last + 3]] == ["'", "s"]
    elif _SUB_DISTRICT.match(sentence.after(end)):
        level = "district"
    elif _SITE_AFTER.match(sentence.after(end)) or (
        possessive and not countries_named(raw[start:end]) and _SITE_AFTER.match(sentence.after(tokens[last + 1].end))
    ):
        level = "site"
    elif follows in cue_words("organisation") and not possessive and not _is_where_it_acted(tokens, first, last):
        there = follows in cue_words("organisation or place") and _IN_THE.search(sentence.before(start))
        if not there:
            return None  # "the Marsville front", but "on the Marsville front"
    name = raw[start:end]
    adjective = countries_with_adjective(name.removesuffix("s")) and not countries_named(name)
    if adjective or _JOINED.search(sentence.words(start, end)) or name.startswith("Operation "):
        return None
    return Name(name, start, end, first, last, level, whole, follows, possessive)


def _is_where_it_acted(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether an organisation after a name did something there: "in Marsville police arrested two"."""
    verb = tokens[last + 1].word if last + 1 < len(tokens) else ""
    return (
        first > 0 and tokens[first - 1].word in ("in", "at", "near") and (verb.endswith("ed") or verb in cue_words("auxiliary"))
    )


def is_organisation(parts: Sequence[str]) -> bool:
    """Whether the words of a name are of an organisation, a paper, a day or the like, or an abbreviation."""
    low = [part.lower() for part in parts]
    name = " ".join(parts)
    if low[-1].strip(".") in cue_words("organisation", "no place") or " ".join(low) in cue_words("no place by itself"):
        return True
    if name.isupper() and len(name) <= _MOST_ABBREVIATION and not countries_named(name):
        return True
    return len(low) > 1 and not (cue_words("organisation") - cue_words("organisation or place")).isdisjoint(low)


def _is_of_a_country(parts: Sequence[str], tokens: Sequence[Token], first: int) -> bool:
    """Whether a name is a country's with another word, as its forces have: "a Newland Ranger"; "at Newland Gate" is a place."""
    where = first > 0 and tokens[first - 1].word in cue_words("where")
    return len(parts) == 2 and not where and bool(countries_named(parts[0])) and not countries_named(" ".join(parts))


def _is_person(tokens: Sequence[Token], first: int) -> bool:
    """Whether a name begins with a title or follows one."""
    before = [token.word for token in tokens[max(0, first - 2) : first]]
    kind = before[-1:] == ["of"] and before[0] in cue_words("kind before a name", "part of a place")
    if before[-1:] and (kind or before[-1] in cue_words("where")) and tokens[first].word in cue_words("title in a name"):
        return False  # "at Sheikh Barrow", "the bazaar of Imam Barrow"
    if before[-1:] and before[-1] in ("at", "in", "near") and tokens[first].word in cue_words("title"):
        return False  # "near Colonel Barrow"
    title = before[:-1] if before[-1:] == ["."] and len(before) > 1 else before[-1:]
    return not cue_words("title").isdisjoint((*title, tokens[first].word))
