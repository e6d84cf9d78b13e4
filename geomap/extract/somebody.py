"""People who are told of without a word that is listed for persons: "another", "he", "an Indian", "five patrons"."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from geomap.articles import Lexicon, people
from geomap.extract.text import Sentence, Token
from geomap.extract.unlisted import Fates, befallen, is_somebody
from geomap.language import normalised_words
from geomap.vocabulary import Casualty, any_of, countries_with_adjective, cue_words, standings

Side = Literal["attackers", "forces", "others"]

#: The cues of those whom a fate befell.
_THOSE_OF_A_FATE: Final[Mapping[Casualty, str]] = {"killed": "the dead", "injured": "the injured"}
#: How words end that may be for people, whatever they do.
_PEOPLE_END: Final = re.compile(r"(?:m[ea]n|people|ers|ors|ists|ants|ees|ians|boys|girls|wives|smiths|folk|mates)$")
#: So many tokens may tell of what somebody did to himself.
_LONGEST_DEED: Final = 8
#: More people are the toll of a war, not of an incident.
MOST: Final = 3000
#: Words for people beside others.
MORE: Final = frozenset(("more", "another", "further"))
#: One of these makes those counted before so many: "a third".
ORDINALS: Final = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
#: Whose members people are: of a state's forces, of somebody, of civilians.
_OF: Final = r" (?:of|from|in|with) (?:the |a |an |its |their |our )?(?:[\w'-]+ ){0,3}?"
_OF_FORCES: Final = re.compile(rf"{_OF}{any_of('unnamed force', 'forces of a state', 'unit of a force')}\b")
_OF_SOMEBODY: Final = re.compile(" (?:of|from) ")
_OF_CIVILIANS: Final = re.compile(rf"{_OF}{any_of('members of civilians')}\b")
#: How a word for somebody may end, whatever he or she does.
_MAN: Final = re.compile(r"(?:\w\wman|woman)$")


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
    side: Side = "others"
    among: Casualty | Literal[""] = ""  #: whom they are a part of: "three of the dead"


def is_second(tokens: Sequence[Token], at: int, before: Group | None) -> bool:
    """Whether a word for a person is the second of a pair that one article names: "a father and son"."""
    if before is None or before.last != at - 1 or tokens[at - 1].word != "and":
        return False
    return before.high == 1 and tokens[before.first].word in ("a", "an")


def one_more(tokens: Sequence[Token], at: int, fates: Fates) -> Group | None:
    """One person beside others, without a word for persons: "another was hurt", "a third died"."""
    words = [token.word for token in tokens[at : at + 3]]
    if words[0] in ("a", "an", "another") and at + 1 in fates.nouns and words[2:] and words[2] in ("body", "corpse", "torso"):
        return Group(at, at + 1, 1, 1, None, part=False, more=words[0] == "another")  # "a headless body"
    size = (
        1
        if words[:1] == ["another"]
        else 2
        if words[:1] in (["a"], ["the"]) and words[1:2] and words[1] in cue_words("one more")
        else 0
    )
    after = tokens[at + size].word if size and at + size < len(tokens) else ""
    if size and (at + size in fates.of_somebody or after in cue_words("auxiliary", "after one more") or not after.isalpha()):
        nth = ORDINALS.index(words[1]) + 2 if size == 2 and words[1] in ORDINALS else 0
        return Group(at, at + size, 1, 1, None, part=False, more=True, nth=nth)
    return None


def pronoun(tokens: Sequence[Token], at: int, fates: Fates, before: Group | None) -> Group | None:
    """One person whom a pronoun names: "killing herself and six others", "hacked him to death", "shot him dead", "he died".

    Args:
        tokens: of the sentence.
        at: the pronoun.
        fates: what befell anybody in the sentence.
        before: the people before it: "killed eight soldiers and himself".
    """
    word, after = tokens[at].word, tokens[at + 1].word if at + 1 < len(tokens) else ""
    done_for = word in ("him", "her") and at + 1 in fates.deaths  # "shot him dead"
    object_of = done_for or (
        at in fates.ends_of_death and (word in ("himself", "herself", "him") or (word == "her" and not after.isalpha()))
    )
    further = after in cue_words("was") or after in ("then", "later", "also")
    subject_of = word in ("he", "she") and (at + 1 in fates.deaths or (further and at + 2 in fates.deaths))
    by_himself = subject_of and not {"himself", "herself"}.isdisjoint(token.word for token in tokens[at : at + _LONGEST_DEED])
    joined = word in ("himself", "herself") and before is not None and before.last == at - 1 and tokens[at - 1].word == "and"
    if not object_of and not subject_of and not joined:
        return None
    return Group(at, at + 1, 1, 1, None, part=False, known=not (by_himself or word.endswith("self")))


def of_its_own(tokens: Sequence[Token], at: int, end: int, vocabulary: Lexicon) -> Group | None:
    """Some of those who speak: "the army said one of its own was killed", "losing four of their own"."""
    words = [token.word for token in tokens[end : end + 4]]
    own = words[:1] == ["of"] and words[1:2] and words[1] in ("its", "their", "his", "our") and words[2:3] == ["own"]
    given = people(" ".join(token.word for token in tokens[at:end]), vocabulary) if own and end > at else None
    return Group(at, end + 3, *given, None, part=False) if given else None


def countryman(tokens: Sequence[Token], at: int, fates: Container[int]) -> Group | None:
    """Somebody who is named by a state alone, or whom a word that ends in "man" or "woman" names: "an Indian was shot"."""
    if tokens[at].word not in ("a", "an", "one"):
        return None
    for last in range(at + 1, min(at + 4, len(tokens))):
        word, after = tokens[last].word, tokens[last + 1].word if last + 1 < len(tokens) else ""
        ends = after in cue_words("auxiliary", "dies") or after in ("who", ",", "and", ".", "") or last + 1 in fates
        if ends and (_MAN.search(word) or is_a_people(tokens, last)):
            whom = "women" if word.endswith("woman") else "men" if word.endswith("man") else "people"
            return Group(at, last + 1, 1, 1, whom, part=False)
        if not word.isalpha():
            return None
    return None


def is_a_people(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word names somebody, or several, by their state or people: "Iranians", "a Turk"."""
    if at >= len(tokens) or not tokens[at].capital:
        return False
    word = tokens[at].word
    return word in cue_words("a people") or bool(
        countries_with_adjective(word) or countries_with_adjective(word.removesuffix("s"))
    )


def unlisted(
    sentence: Sentence, at: int, end: int, first: int, fates: Fates, vocabulary: Lexicon, *, joined: bool
) -> Group | None:
    """People whom no list names, told by what befell them.

    Args:
        sentence: where they stand.
        at: the first token of their number, or of "a" and the like.
        end: the token after the number; the same for "a".
        first: the first token of "at least" or the like before it.
        fates: what befell anybody in the sentence.
        vocabulary: the names and terms.
        joined: right after other people and "and".
    """
    tokens = sentence.tokens
    singular = end == at and tokens[at].word in ("a", "an", "another", "the")
    if end == at and not singular:
        return None
    last = befallen(tokens, first, max(end, at + 1), fates, singular=singular, joined=joined)
    known = tokens[at].word == "the"
    if not last or (known and not is_somebody(tokens[last - 1].word)):
        return None
    given = people(normalised_words(sentence.words(tokens[first].start, tokens[last - 1].end)), vocabulary)
    if given is None or given[0] > MOST:
        return None
    more = tokens[at].word == "another"
    return Group(first, last, *given, None, part=False, known=known, more=more, nation=nation_at(tokens, max(end, at + 1)))


def nation_at(tokens: Sequence[Token], at: int) -> str:
    """The states whose adjective follows a number, or "a": "two Thai soldiers", "one Cambodian"."""
    capital = at < len(tokens) and tokens[at].capital
    return " ".join(countries_with_adjective(tokens[at].word.removesuffix("s"))) if capital else ""


def side_of(whom: str | None, after: str = "") -> Side:
    """Whether people, as several are called, are attackers, forces of a state, or others.

    Args:
        whom: as several are called.
        after: the words that follow: whose members they are.

    >>> side_of("militants"), side_of("soldiers"), side_of(None)
    ('attackers', 'forces', 'others')
    >>> side_of("members", " of the border guard"), side_of("members", " of an armed gang"), side_of("members", " of a family")
    ('forces', 'attackers', 'others')
    """
    if whom is None:
        return "others"
    if whom == "members":
        if _OF_FORCES.match(after):
            return "forces"
        return "attackers" if _OF_SOMEBODY.match(after) and not _OF_CIVILIANS.match(after) else "others"
    if not cue_words("attacker").isdisjoint(whom.split()):
        return "attackers"
    return "forces" if "armed" in standings(whom) else "others"


def is_part(tokens: Sequence[Token], end: int) -> bool:
    """Whether the people of a number are a part of others: "three of them", "two of the dead"."""
    words = [token.word for token in tokens[end : end + 4]]
    if words[:1] and words[0] in cue_words("how badly"):
        return words[1:2] not in (["wounded"], ["injured"], ["hurt"], ["ill"], ["burned"], ["burnt"])
    if words[:1] == ["in"] and not {"condition", "state"}.isdisjoint(words):
        return True
    return words[:1] == ["of"] and words[1:2] in (["them"], ["whom"], ["those"], ["these"])


def among_those(tokens: Sequence[Token], end: int) -> tuple[Casualty | Literal[""], int]:
    """Those of a fate whom people are a part of, and the token after them: "three of the dead", "two of the badly wounded"."""
    words = [token.word for token in tokens[end : end + 4]]
    if words[:1] == ["of"] and words[1:2] and words[1] in cue_words("those told before"):
        at = 3 if words[2:3] and words[2] in cue_words("how badly") else 2
        for fate, cue in _THOSE_OF_A_FATE.items():
            if words[at : at + 1] and words[at] in cue_words(cue):
                return fate, end + at + 1
    return "", 0


def are_people(tokens: Sequence[Token], end: int) -> bool:
    """Whether a number without a word for persons counts people, by what follows it; not "5 km", "three rockets"."""
    if end == len(tokens):
        return True
    word, begin = tokens[end].word, tokens[end].capital
    if word == "to" and [token.word for token in tokens[end + 1 : end + 2]] == ["have"]:
        return True  # "two are said to have died and three to have been hurt"
    if word in ("%", "(") or (word in cue_words("describes nobody") and word not in cue_words("after people")):
        return False
    follows = cue_words("after people", "auxiliary", "filling", "how badly", "people without a name", "dies", "said", "no fact")
    return begin or not word.isalpha() or word in follows or bool(_PEOPLE_END.search(word))
