"""People who are taken away: which verb tells it, and by whose hands or which way it was, by law or by force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from geomap.extract.phrases import Found, of_field
from geomap.extract.text import Sentence, Token
from geomap.language import number
from geomap.vocabulary import (
    any_of,
    countries_with_adjective,
    cue_words,
    first_words,
    seizing_verbs,
    signs_of_seizure,
    standings,
)

#: So many words may stand between a verb and those who are taken, before it and after it.
_BEFORE, _AFTER = 16, 9
_SIGNS_OF_AN_END: Final = frozenset('.,;:()"')
_FOLLOWERS: Final = ("men ", "troops ", "soldiers ", "fighters ", "forces ", "team ", "supporters ")
_PRONOUNS: Final = frozenset(("him", "her", "them"))
#: So many letters may stand between those who did it and the verb.
_FAR: Final = 110
_CLAUSE: Final = re.compile(rf"[.;:]|, (?:but|while|when|where)\b|\b(?:when|while|because|that|{any_of('speech')}|say)\b")
_BY: Final = re.compile(r"[^.;]{0,90}? by (?:(?!by )[\w'-]+ ){0,4}")
_OF: Final = re.compile(r" of (?:[\w'-]+ ){0,4}")
#: No doer: "by", "from"; and what somebody only wears: "police fatigues".
_OF_OTHERS: Final = re.compile(r"\b(?:by|from|against|with|between|to|on|as|like|former) (?:the |a |an )?(?:[\w'-]+ ){0,2}$")
_WORN: Final = re.compile(rf" {any_of('worn')}\b")
_FROM_HIS: Final = re.compile(r"(?: [\w'-]+){1,6} from (?:his|her|their) ")
_JOINED: Final = re.compile(r"\band (?:then |later )?$")
_PEOPLE_DO: Final = re.compile(r" (?:who \w+ |in [\w ]{3,20} )?\w+ed\b")
_WHOM: Final = re.compile(r"\bwhom (?:[\w'-]+ ){1,5}$")
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|be|is|are|got) (?:(?:\w+ly|also|all|then|later|still|now) )?$")
_HAVE: Final = re.compile(r"\b(?:has|have|had) (?:\w+ly )?$")
_ELSEWHERE: Final = re.compile(r" (?:to|for|aback|ill|in|by surprise|over|on)\b")
#: Nothing but an article between a verb and what it takes: "took the police station".
_OBJECT: Final = re.compile(r" (?:the |a |an |its |their |another )?")
_AT: Final = re.compile(r" (?:at(?! (?:least|most)\b)|in|from|on|near|outside|after|during|over|as|when|while)\b")
_PARTICLE: Final = re.compile(
    rf"(?: [\w'-]+){{1,5}}? ({any_of('particle of those taken')})(?= {any_of('after those taken')}\b|[.,;]|$)"
)
#: "To his school", "to the hospital": who is brought there is not taken away.
_CARED_FOR: Final = re.compile(r" to (?:his |her |their |the |a |an )?(?:\w+ )?(?:school|hospital|doctor|clinic|safety)\b")
_WAY: Final = re.compile(rf"(?:,? [\w'-]+){{0,8}}?,? {any_of('way of those taken')}\b")


def seizures(sentence: Sentence, terms: Sequence[Found]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The offsets of verbs by which people are taken, each with those of the words that tell whether by law or by force.

    Args:
        sentence: where to read.
        terms: its terms.
    """
    if sentence.word_set.isdisjoint(first_words("seizes people", "moves people", "in the hands of")):
        return
    people = _People(sentence, terms)
    for verb in seizing_verbs().finditer(sentence.line):
        start, end = sentence.start + verb.start(), sentence.start + verb.end()
        passive = _is_passive(sentence, verb, people)
        whom = _before(sentence, start, people) if passive else _after(sentence, end, people)
        if not whom and not _WHOM.search(sentence.before(start)):
            continue
        if sign := _sign(sentence, verb, passive=passive):
            if signs_of_seizure("no seizure").search(sentence.line):
                return
            yield (start, end), sign


class _People:
    """The numbers of the tokens of a sentence that are words for people."""

    def __init__(self, sentence: Sentence, terms: Sequence[Found]) -> None:
        self._tokens = sentence.tokens
        self._known = {at: True for found in of_field(terms, "who") for at in range(found.first, found.last)}
        self._known |= {at: False for found in of_field(terms, "weapon") for at in range(found.first, found.last)}

    def __contains__(self, at: int) -> bool:
        if at not in self._known:
            self._known[at] = 0 <= at < len(self._tokens) and self._is_one(at)
        return self._known[at]

    def _is_one(self, at: int) -> bool:
        word = self._tokens[at].word
        return word in cue_words("more people") or bool(standings(word)) or _are_called_so(self._tokens, at)


def _are_called_so(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is one for people by its form: "two Newlanders", "a dietician", "a tea seller"."""
    word, before = tokens[at].word, tokens[at - 1].word if at else ""
    if tokens[at].capital and word.endswith("s"):
        return bool(countries_with_adjective(word[:-1])) or number(before) is not None or before == "ethnic"
    return word.endswith(tuple(cue_words("ends a word for people")))


def _is_passive(sentence: Sentence, verb: re.Match[str], people: _People) -> bool:
    """Whether those who are taken stand before a verb: after an auxiliary, or without one: "six men held by ..."."""
    start, end = sentence.start + verb.start(), sentence.start + verb.end()
    first = sentence.index(start)
    word = sentence.tokens[first].word
    if word == "in" or word == "into":
        return True
    if word.endswith("ing") or word in cue_words("active alone"):
        return False
    before, after = sentence.before(start), sentence.after(end)
    alone = before.endswith(", ") or first - 1 in people  # "a trader, seized from his house", "six men held at"
    taken = word == "taken" and not _HAVE.search(before)
    return bool(taken or _PASSIVE.search(before) or after.startswith(" by ") or (alone and _AT.match(after)))


def _before(sentence: Sentence, start: int, people: _People) -> bool:
    """Whether people are the subject of a passive verb."""
    stop = sentence.index(start)
    for at in range(stop - 1, max(-1, stop - _BEFORE), -1):
        token = sentence.tokens[at]
        if token.word in (";", ":", "."):
            return False
        near = {one.word for one in (*sentence.tokens[max(0, at - 1) : at], *sentence.tokens[at + 1 : at + 2])}
        counted = _is_number(token.word) and not near.isdisjoint({*cue_words("auxiliary"), "the"})  # "the six", "six were"
        if (counted or at in people) and not _is_owner(sentence.tokens, at) and not _is_of_another(sentence.tokens, at):
            return True
    return False


def _after(sentence: Sentence, end: int, people: _People) -> bool:
    """Whether people are the object of an active verb: nothing but words that describe them stands between."""
    first = sentence.index(end)
    stops = cue_words("ends an object") | _SIGNS_OF_AN_END
    own = ("their", "his", "her") if sentence.tokens[first - 1].word == "with" else ("their", "its")
    if first == len(sentence.tokens) or sentence.tokens[first].word in own:
        return False  # "fighters took their families away", "he left with his wife"
    if sentence.tokens[first].word in ("his", "her") and sentence.after(end)[5:].startswith(_FOLLOWERS):
        return False
    if sentence.tokens[first - 1].word not in cue_words("seizes people"):
        first += sentence.tokens[first].word in cue_words("particle of those taken")
    for at in range(first, min(len(sentence.tokens), first + _AFTER)):
        word = sentence.tokens[at].word
        if word in _PRONOUNS and at < first + 3:
            return word != "her" or _ends(sentence.tokens, at + 1)
        if at in people and at + 1 in people:
            continue
        if at in people and not _is_owner(sentence.tokens, at):
            return True
        if word in stops and not _goes_on(sentence.tokens, at):
            return at == first + 1 and number(sentence.tokens[first].word) is not None and word != "of"
    return bool(_FROM_HIS.match(sentence.after(end)))


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether words that describe people go on at a word that else ends them: "at least two", "six of the", "off-duty"."""
    word, before, after = (tokens[n].word if 0 <= n < len(tokens) else "" for n in (at, at - 1, at + 1))
    bound = (
        after in ("least", "most", "many") or (before, word) in (("up", "to"), ("many", "as")) or (word, after) == ("up", "to")
    )
    return bound or "-" in (before, after) or (word == "of" and _is_number(before))


def _is_number(word: str) -> bool:
    return word in cue_words("lot of") or number(word) is not None


def _is_owner(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is followed by an apostrophe: "the teacher's car"."""
    return at + 1 < len(tokens) and tokens[at + 1].word == "'"


def _is_of_another(tokens: Sequence[Token], at: int) -> bool:
    """Whether people are those of somebody or something else, or did it: "the fate of the teachers", "by three men"."""
    for near in range(at - 1, max(-1, at - 4), -1):
        word = tokens[near].word
        if word in ("by", "said", "says", "for"):
            return True
        if word == "of":
            return not (near and _is_number(tokens[near - 1].word))
    return False


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].word in cue_words("ends an object", "way of those taken") | _SIGNS_OF_AN_END


def _sign(sentence: Sentence, verb: re.Match[str], *, passive: bool) -> tuple[int, int] | None:
    """The offsets of the words that tell whether by law or by force, or None where nothing tells it."""
    line, begin = sentence.line, sentence.start
    strong = bool(seizing_verbs("seizes people", "in the hands of").fullmatch(verb[0])) or (
        not passive and _is_split(line, verb)
    )
    away = bool(_WAY.match(line, verb.end()))
    signs = signs_of_seizure("of the law").finditer(line, verb.end(), verb.end() + _FAR)
    law = next((sign for sign in signs if not _OBJECT.fullmatch(line, verb.end(), sign.start())), None)
    secret = None if law else signs_of_seizure("taken in secret").search(line)
    own = passive and secret and secret.end() <= verb.start()  # "three soldiers in plain clothes were detained"
    gone = signs_of_seizure("taken and gone").search(line) or (None if own else secret)
    who = _who(line, verb, passive=passive)
    captors = who and bool(signs_of_seizure("takes captives").fullmatch(line, *who))
    home = None if _CARED_FOR.search(line, verb.end()) else signs_of_seizure("taken from home").search(line, verb.start())
    if (
        who
        and captors
        and (strong or away or gone or home or (passive and verb[0] == "taken" and not _ELSEWHERE.match(line, verb.end())))
    ):
        return begin + who[0], begin + who[1]
    if gone and (who or strong or away):
        return begin + gone.start(), begin + gone.end()
    if who and not captors and (strong or law or home):
        return begin + who[0], begin + who[1]
    if law and not captors:
        return begin + law.start(), begin + law.end()
    if who or law or not passive:
        return None
    # nobody is named, who took them
    home = home if strong or away else None
    forced = home or (_PASSIVE.search(line, 0, verb.start()) and seizing_verbs("takes by force").fullmatch(verb[0]) and verb)
    return (begin + forced.start(), begin + forced.end()) if forced else None


def _is_split(line: str, verb: re.Match[str]) -> bool:
    """Whether a particle stands after those who are taken: "picked him up", "led three men away"."""
    particle = _PARTICLE.match(line, verb.end())
    return particle is not None and bool(seizing_verbs("seizes people").fullmatch(f"{verb[0]} {particle[1]}"))


def _who(line: str, verb: re.Match[str], *, passive: bool) -> tuple[int, int] | None:
    """Where those who took people stand: after "by", or before an active verb."""
    named = [
        one for one in signs_of_seizure("takes captives", "takes by law").finditer(line) if not _WORN.match(line, one.end())
    ]
    led = _OF if verb[0].startswith("in") else _BY
    by = [one for one in named if one.start() >= verb.end() and led.fullmatch(line, verb.end(), one.start())]
    if by or passive:
        return by[0].span() if by else None
    whom = line.rfind(" whom ", 0, verb.start())
    before = [
        one
        for one in named
        if whom <= one.start()
        and one.end() <= verb.start()
        and verb.start() - one.end() <= _FAR
        and not _OF_OTHERS.search(line[: one.start()])
    ]
    near = [one.span() for one in before if not _CLAUSE.search(line, one.end(), verb.start())]
    first = _JOINED.search(line, 0, verb.start())  # "raiders stopped a car of the ministry and took the driver away"
    return near[0 if first and _PEOPLE_DO.match(line, near[0][1]) else -1] if near else None
