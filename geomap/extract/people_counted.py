"""Numbers of people in a sentence: how many, and who they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from geomap.articles import Lexicon, people
from geomap.extract.phrases import Found, of_field
from geomap.extract.text import Sentence, Token
from geomap.extract.unlisted import befallen, is_somebody
from geomap.language import SMALL, normalised_words
from geomap.vocabulary import countries_with_adjective, cue_words, standings

Side = Literal["attackers", "forces", "others"]

#: More people are the toll of a war, not of an incident.
_MOST: Final = 3000
#: A number from here to there, alone, is a year.
_YEARS: Final = range(1900, 2101)
#: So many tokens may stand between a number and the word for persons, and make up one number.
_MOST_MODIFIERS, _MOST_NUMBER = 8, 9

_OLDEST: Final = 120
#: Those whom only their age names.
_OF_AN_AGE: Final = re.compile(r"\b(?:(?P<one>an?|another)|[a-z\d]+) (?:\d+|[a-z]+(?:-[a-z]+)?)[ -]years?[ -]old(?(one)|s)\b")

_NUMBER_WORDS: Final = frozenset((*SMALL, "dozen", "hundred", "thousand", "half", "both"))
_A_NUMBER: Final = frozenset(("dozen", "hundred", "few", "couple", "handful", "total"))
_SIGNS: Final = frozenset(',.;:()"%')
#: What may stand between a number and the word for persons, and describes nobody.
_SKIPPED: Final = frozenset(("its", "the", "their", "his", "her", "'", "s", "-", "/"))
#: How words end that may be for people, whatever they do.
_PEOPLE_END: Final = re.compile(r"(?:m[ea]n|people|ers|ors|ists|ants|ees|ians|boys|girls|wives|smiths|folk|mates)$")
#: How a word for somebody may end, whatever he or she does.
_MAN: Final = re.compile(r"(?:\w\wman|woman)$")
_IN_A_LIST: Final = frozenset((",", "and", "to", "-", "between"))
_PEOPLE: Final = frozenset(("others", "people"))
_ORDINALS: Final = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
_LISTED: Final = frozenset((",", "and"))
_MORE: Final = frozenset(("more", "another", "further"))
#: Nobody of some people: "none of the 40 passengers".
_NONE_OF: Final = re.compile(
    r"\b(?:none|neither|not (?:one|any|a single one)|no one|nobody) (?:of|among) (?:the |these |those |its |their |all )*$"
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
    known: bool = False  #: one person who may have been named before ("the driver", "his nephew")
    more: bool = False  #: beside others ("two more", "another soldier")
    nation: str = ""  #: the codes of the states whose people they are called
    nth: int = 0  #: one who makes those counted before so many: "a third"


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
        for group in _groups(sentence, terms, vocabulary, [(start, end) for start, end in taken if sentence.start <= start])
        if not any(start < tokens[group.last - 1].end and tokens[group.first].start < end for start, end in taken)
    ]


def _groups(
    sentence: Sentence, terms: Sequence[Found], vocabulary: Lexicon, taken: Sequence[tuple[int, int]]
) -> Iterator[Group]:
    tokens = sentence.tokens
    dated = {at for start, end in taken for at in range(sentence.index(start), len(tokens)) if tokens[at].start < end}
    who = {f.first: f for f in of_field(terms, "who")}
    fates = {f.first: f for f in of_field(terms, "casualty")}
    met = {
        at: (f.last, words)
        for at, f in fates.items()
        if (words := sentence.words(f.start, f.end)) not in cue_words("no fate", "unharmed")
    }
    fated_by = {at for at, (_, words) in met.items() if words not in cue_words("noun of fate")}
    bounds = {f.last: f.first for f in of_field(terms, "bound", "about")}
    after_bound = {first: last for last, first in bounds.items()}
    persons = {f.last for f in who.values() if f.value not in ("families", "couples", "people")}
    single = vocabulary.terms["person"]
    of_an_age = {sentence.index(sentence.start + m.start()): m for m in _OF_AN_AGE.finditer(sentence.line)}

    def is_age(at: int) -> bool:
        """Whether a number is an age: "a man of 31"."""
        first = at if tokens[at].word.isdigit() and at + 1 not in who else 0
        while (
            at - _MOST_NUMBER < first and first and (tokens[first - 1].word in _IN_A_LIST or is_number(tokens[first - 1].word))
        ):
            first -= 1
        if first and tokens[first - 1].word in ("aged", "ages"):
            return True  # "brothers aged 8, 10 and 14"
        opens = first - 1 if first and tokens[first - 1].word == "(" else first
        if first and opens in persons and tokens[opens].word in (",", "("):  # "three men, 20, 25 and 30, were"
            last = next((i for i in range(at, len(tokens)) if not _is_in_ages(tokens[i].word)), len(tokens))
            return tokens[last - 1].word == "," or (last < len(tokens) and tokens[last].word == ")")
        at = bounds.get(at, at)  # "a woman of about thirty"
        return at >= 3 and tokens[at - 1].word == "of" and at - 1 in persons and tokens[at - 2].word in single

    at, before = 0, None
    while at < len(tokens):
        at = after_bound.get(at, at)  # "no fewer than": its "no" is no number
        if at == len(tokens):
            return
        if at in dated:  # "on 25 April two employees", "on April 25 two employees"
            at += 1
            continue
        if at in of_an_age and (group := _year_old(sentence, at, of_an_age[at], vocabulary)):
            yield group
            at = group.last
            continue
        end = at if is_age(at) else _number_end(tokens, at)
        head = None
        fated = end in fates or (_has(tokens, end, _MORE | _PEOPLE) and end + 1 in fates)
        if tokens[at].word == "both" and at and before and before.last == at - 1 and tokens[at - 1].word == ",":
            at += 1  # "two, both women, died"
            continue
        told = end > at and end in fates and _has(tokens, end + 1, (",",))  # "24 dead, locals said"
        if not told and (end > at or tokens[at].word in cue_words("one of somebody", "the one person")):
            head = _head(tokens, max(end, at + 1), who, singular=end == at)
        elif at in who and (_is_titled(tokens, who[at].last) or _is_second(tokens, at, before)):
            head = who[at]  # "Sepoy Ali was killed", "a father and son"
        first = bounds.get(at, at)
        joined = before is not None and all(token.word in _LISTED for token in tokens[before.last : first])
        group = _of_its_own(tokens, at, end, vocabulary)
        group = group or (None if head else _unlisted(sentence, at, end, first, met, vocabulary, joined=joined))
        if group is None and (head or end > at):
            group = _group(sentence, at, end, first, head, vocabulary, fated=fated)
        group = group or _pronoun(tokens, at, {at: met[at][0] for at in met if fates[at].value == "killed"})
        group = group or _one_more(tokens, at, fated_by) or _countryman(tokens, at)
        before = group or before
        if group and not _is_put_right(tokens, group.first) and not _NONE_OF.search(sentence.before(tokens[group.first].start)):
            yield group
        at = group.last if group else max(end, at + 1)


def _year_old(sentence: Sentence, at: int, found: re.Match[str], vocabulary: Lexicon) -> Group | None:
    """Those whom only their age names, who begin at a token: "a 7-year-old", "two 7-year-olds"; not "a 7-year-old truce"."""
    last = sentence.index(sentence.start + found.end())
    given = people(normalised_words(found[0]), vocabulary)
    alone = not found["one"] or _are_people(sentence.tokens, last)
    if given is None or not alone or (last < len(sentence.tokens) and vocabulary.persons(sentence.tokens[last].word)):
        return None
    return Group(at, last, *given, None, part=False, more=found[0].startswith("another "))


def _is_titled(tokens: Sequence[Token], end: int) -> bool:
    """Whether a word for a person is the title of a name: "Sepoy Ali"."""
    return (
        end < len(tokens) and tokens[end - 1].capital and tokens[end].capital and tokens[end - 1].end + 1 == tokens[end].start
    )


def _is_second(tokens: Sequence[Token], at: int, before: Group | None) -> bool:
    """Whether a word for a person is the second of a pair that one article names: "a father and son"."""
    pair = before is not None and before.last == at - 1 and before.high == 1 and tokens[at - 1].word == "and"
    return pair and tokens[before.first].word in ("a", "an") if before else False


def _one_more(tokens: Sequence[Token], at: int, fates: Collection[int]) -> Group | None:
    """One person beside others, without a word for persons: "another was hurt", "a third died"."""
    words = [token.word for token in tokens[at : at + 3]]
    size = 1 if words[:1] == ["another"] else 2 if words[:1] in (["a"], ["the"]) and words[1:2] and is_one_more(words[1]) else 0
    after = tokens[at + size].word if size and at + size < len(tokens) else ""
    if size and (at + size in fates or after in cue_words("auxiliary", "after one more") or not after.isalpha()):
        nth = _ORDINALS.index(words[1]) + 2 if size == 2 and words[1] in _ORDINALS else 0
        return Group(at, at + size, 1, 1, None, part=False, more=True, nth=nth)
    return None


def _pronoun(tokens: Sequence[Token], at: int, fates: Mapping[int, int]) -> Group | None:
    """One person whom a pronoun names: "killing herself and six others", "hacked him to death", "he died"."""
    word, after = tokens[at].word, tokens[at + 1].word if at + 1 < len(tokens) else ""
    befell = at in fates.values()
    object_of = befell and (word in ("himself", "herself", "him") or (word == "her" and not after.isalpha()))
    subject_of = word in ("he", "she") and (at + 1 in fates or (after in cue_words("was") and at + 2 in fates))
    if not object_of and not subject_of:
        return None
    return Group(at, at + 1, 1, 1, None, part=False, known=not word.endswith("self"))


def _of_its_own(tokens: Sequence[Token], at: int, end: int, vocabulary: Lexicon) -> Group | None:
    """Some of those who speak: "the army said one of its own was killed", "losing four of their own"."""
    words = [token.word for token in tokens[end : end + 4]]
    own = words[:1] == ["of"] and words[1:2] and words[1] in ("its", "their", "his", "our") and words[2:3] == ["own"]
    given = people(" ".join(token.word for token in tokens[at:end]), vocabulary) if own and end > at else None
    return Group(at, end + 3, *given, None, part=False) if given else None


def _countryman(tokens: Sequence[Token], at: int) -> Group | None:
    """Somebody who is named by a state alone, or whom a word that ends in "man" or "woman" names: "an Indian was shot"."""
    if tokens[at].word not in ("a", "an", "one"):
        return None
    for last in range(at + 1, min(at + 4, len(tokens))):
        word, after = tokens[last].word, tokens[last + 1].word if last + 1 < len(tokens) else ""
        ends = after in cue_words("auxiliary", "dies") or after in ("who", ",")
        if ends and (_MAN.search(word) or (tokens[last].capital and countries_with_adjective(word))):
            whom = "women" if word.endswith("woman") else "men" if word.endswith("man") else "people"
            return Group(at, last + 1, 1, 1, whom, part=False)
        if not word.isalpha():
            return None
    return None


def _unlisted(
    sentence: Sentence,
    at: int,
    end: int,
    first: int,
    fates: Mapping[int, tuple[int, str]],
    vocabulary: Lexicon,
    *,
    joined: bool,
) -> Group | None:
    """People whom no list names, told by what befell them."""
    tokens = sentence.tokens
    singular = end == at and tokens[at].word in ("a", "an", "another", "the")
    if end == at and not singular:
        return None
    last = befallen(tokens, first, max(end, at + 1), fates, singular=singular, joined=joined)
    known = tokens[at].word == "the"
    if not last or (known and not is_somebody(tokens[last - 1].word)):
        return None
    given = people(normalised_words(sentence.words(tokens[first].start, tokens[last - 1].end)), vocabulary)
    if not given or given[0] > _MOST:
        return None
    more = tokens[at].word == "another"
    return Group(first, last, *given, None, False, known, more, nation=_nation(tokens, max(end, at + 1)))


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
    last = head.last if head else end + _has(tokens, end, cue_words("people without a name"))
    if head and head.value == "families" and _has(tokens, last, ("of",)) and _number_end(tokens, last + 1) > last + 1:
        last = _number_end(tokens, last + 1)  # "a family of five"
    if _has(tokens, last, ("or",)) and _has(tokens, last + 1, ("more", "fewer")):
        last += 2
    said = normalised_words(sentence.words(tokens[first].start, tokens[last - 1].end))
    given = people(said, vocabulary)
    if given is None or given[0] > _MOST or (end == at and not vocabulary.mentioned("person", said)):
        return None  # "a car with soldiers" is nobody
    part = _is_part(tokens, end)
    words = [token.word for token in tokens[first : last + 1]]
    more = not _MORE.isdisjoint(words)
    if head is None:
        none = given[0] in _YEARS or not (part or fated or tokens[last - 1].word in _PEOPLE or _are_people(tokens, last))
        return None if none else Group(first, last, *given, None, part, more=more, nation=_nation(tokens, end))
    named = vocabulary.persons(normalised_words(sentence.words(tokens[at].start, tokens[last - 1].end)))
    known = end == at and words[0] not in ("a", "an", "another")
    nation = _nation(tokens, end if end > at else at + 1)
    return Group(first, last, *given, named[-1] if named else None, part, known, more, nation)


def _nation(tokens: Sequence[Token], at: int) -> str:
    """The states whose adjective follows a number, or "a": "two Thai soldiers", "one Cambodian"."""
    capital = at < len(tokens) and tokens[at].capital
    return " ".join(countries_with_adjective(tokens[at].word.removesuffix("s"))) if capital else ""


def _has(tokens: Sequence[Token], at: int, words: frozenset[str] | tuple[str, ...]) -> bool:
    return at < len(tokens) and tokens[at].word in words


def _number_end(tokens: Sequence[Token], at: int) -> int:
    """The token after a number that begins here; the same where none does, or one that is an age."""
    words = [token.word for token in tokens[at : at + _MOST_NUMBER]]
    i = 0
    if words[:3] == ["half", "a", "dozen"] or (words[:1] == ["an"] and words[2:3] == ["number"] and words[1] in cue_words("unknown")):
        return at + 3
    if words[0] == "a" and words[1:2] and words[1] in _A_NUMBER:
        i = 3 if words[1:3] == ["total", "of"] else 1
    if words[i : i + 2] == ["no", "one"]:
        return at + i + 2
    i += words[i : i + 1] == ["between"]
    start = i
    while i < len(words) and (is_number(words[i]) or (i > start and i + 1 < len(words) and _joins(tokens, words, at, i))):
        i += 1
    if i == start or _is_age(words[i:]) or (i == start + 1 and _is_age_of_somebody(tokens, at + start)):
        return at
    if words[i : i + 3 : 2] == ["(", ")"] and words[i + 1].isdigit():
        return at + i + 3  # "two (02) soldiers"
    return at + i + (words[i : i + 1] == ["of"] and words[i - 1] in ("couple", "handful"))


def is_one_more(word: str) -> bool:
    """Whether a word after "a" or "the" makes one person beside others of it: "a third"."""
    return word in cue_words("one more")


def is_number(word: str) -> bool:
    """Whether a word is a number, or a part of one."""
    return word.isdigit() or word in _NUMBER_WORDS or word in cue_words("vague number")


def _is_in_ages(word: str) -> bool:
    """Whether a word may stand in a list of how old several are: "20, 25 and 30"."""
    return word in (",", "and") or (word.isdigit() and int(word) <= _OLDEST)


def _is_age(after: Sequence[str]) -> bool:
    """Whether what follows a number makes an age of it: "30-year-old", "30 years old"."""
    return after[:3] == ["-", "year", "-"] or after[:2] in (["year", "old"], ["years", "old"], ["year", "-"])


def _is_age_of_somebody(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number between two signs is the age of somebody named before: "Ahmad Khan, 34,", "a girl (12)"."""
    if not 2 <= at < len(tokens) - 1 or not tokens[at].word.isdigit():
        return False
    signs = tokens[at - 1].word + tokens[at + 1].word
    return signs in (",,", "()", ",.", "(,") and tokens[at - 2].word.isalpha() and not is_number(tokens[at - 2].word)


def _joins(tokens: Sequence[Token], words: Sequence[str], at: int, i: int) -> bool:
    """Whether a sign or a small word joins two parts of one number: "1,200", "twenty-one", "five to seven".

    A dash stands between them without spaces.
    """
    before, sign, after = words[i - 1], words[i], words[i + 1]
    if sign == "-" and not (tokens[at + i - 1].end == tokens[at + i].start and tokens[at + i].end == tokens[at + i + 1].start):
        return False
    if sign == ",":
        return before.isdigit() and after.isdigit() and len(after) == 3
    if sign == "to" and at and tokens[at - 1].word == "from":
        return False  # "rose from three to five"
    if before.isdigit() or after.isdigit():
        both = before.isdigit() and after.isdigit()
        return both and (sign in ("-", "to", "or") or (sign == "and" and "between" in words[:i]))
    if after not in _NUMBER_WORDS or after == "no":
        return False
    if sign == "and":
        return before in ("hundred", "thousand") or "between" in words[:i]
    return sign in ("-", "to", "or")


def _head(tokens: Sequence[Token], at: int, who: Mapping[int, Found], *, singular: bool) -> Found | None:
    """The word for persons that follows a number, with what describes them between."""
    for i in range(at, min(at + _MOST_MODIFIERS + 1, len(tokens))):
        word = tokens[i].word
        if i in who:
            found = who[i]
            # "security guards", "army soldiers": the last of several such words is the head.
            while found.last in who:
                found = who[found.last]
            return found
        age = (is_number(word) and _is_age_at(tokens, i + 1)) or (word in ("year", "years") and i > at)
        if (word == "-" and tokens[i - 1].end != tokens[i].start) or (singular and is_number(word) and not age):
            return None
        if word == "of" and i <= at + 1 and not singular:
            continue
        if age or word in _SKIPPED or (word == '"' and i + 1 in who) or (word == "," and i > at and i + 1 in who):
            continue
        if word in _SIGNS or word in cue_words("describes nobody") or word.isdigit():
            return None
        if word in ("others", "more") and i + 1 not in who:
            return None  # "four others, officials said"
    return None


def _is_age_at(tokens: Sequence[Token], at: int) -> bool:
    words = [token.word for token in tokens[at : at + 5] if token.word != "-"]
    return words[:2] in (["year", "old"], ["years", "old"])


def _is_part(tokens: Sequence[Token], end: int) -> bool:
    """Whether the people of a number are a part of others: "three of them", "two of the dead"."""
    words = [token.word for token in tokens[end : end + 4]]
    if words[:1] and words[0] in cue_words("how badly"):
        return words[1:2] not in (["wounded"], ["injured"], ["hurt"], ["ill"], ["burned"], ["burnt"])
    if words[:1] == ["in"] and not {"condition", "state"}.isdisjoint(words):
        return True
    whole = words[:2] == ["of", "the"] and words[2:3] in (["dead"], ["victims"], ["wounded"], ["injured"], ["killed"])
    return whole or (words[:1] == ["of"] and words[1:2] in (["them"], ["whom"], ["those"], ["these"]))


def _are_people(tokens: Sequence[Token], end: int) -> bool:
    """Whether a number without a word for persons counts people, by what follows it; not "5 km", "three rockets"."""
    if end == len(tokens):
        return True
    word, begin = tokens[end].word, tokens[end].capital
    if word in ("%", "(") or (word in cue_words("describes nobody") and word not in cue_words("after people")):
        return False
    follows = cue_words("after people", "auxiliary", "filling", "how badly", "people without a name", "dies", "said", "no fact")
    return begin or not word.isalpha() or word in follows or bool(_PEOPLE_END.search(word))


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
