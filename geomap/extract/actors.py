"""Who did it: listed names, states and their forces, and armed groups that no list has, with how plainly each did it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from geomap.extract.forces import Force, read_forces
from geomap.extract.phrases import Found, of_field
from geomap.extract.text import Sentence
from geomap.vocabulary import ActorStatus, any_of, countries_named, countries_with_adjective, cue_words

_NAME: Final = r"[A-Z][\w\u0300-\u036f'’.]*"
_CAPITALISED: Final = r"[A-Z]\w+"
#: A name with hyphens, as it goes on after "of".
_FURTHER: Final = rf"{_NAME}(?:-[\w'’.]+)*"
#: A name of several words that ends with a word for an armed group, with its short form in brackets.
_NAMED: Final = re.compile(
    rf"""(?<!\w)
    (?:(?:{_NAME}|(?<!-)(?:al|ul|of|for|the|de|del|and|e|i)|(?<=-)[^\WA-Z][\w'’.]*)[ -]){{0,9}}{any_of("group ends")}
    (?:[ -](?:of|for)\ (?:the\ )?{_FURTHER}(?:\ (?:and\ )?(?:the\ )?{_FURTHER})*)?
    (?:\ No\.\ ?\d+)?(?:\ \((?P<short>[A-Z][\w/-]{{1,11}})\))?(?!\w)""",
    re.VERBOSE,
)
#: "Jubbaland forces", "Karen rebels": whose fighters they are.
_FIGHTERS: Final = re.compile(
    rf"(?<![\w.'’-])(?!{any_of('no name of a group')}\b)(?:[A-Z][\w\u0300-\u036f'’-]+ ){{1,3}}{any_of('fighters')}(?![\w-])"
)
#: A name of these ends so.
_ENDS: Final = re.compile(rf"(?<!\w){any_of('group ends')}")
_FIGHT: Final = re.compile(rf" {any_of('fighters')}(?![\w-])")
_LEADING: Final = re.compile(
    rf"(?:(?:(?i:{any_of('members of')} (?:of|from)|{any_of('unnamed force')} and)"
    r"|The|the|of|for|and|A|An|In|On|At|By|But|e|i|al|When|After|de|del) )+"
)
_SHORT_FORM: Final = re.compile(r" \(([A-Z][\w/-]{1,11})\)")
_ACRONYM: Final = re.compile(r"(?<![\w-])(?:[A-Z]{2,7}(?:-[A-Z]\w{0,8})?|[A-Z]-?\d{2})(?![\w-])")
#: Groups that every paper names without a word for their kind.
_KNOWN: Final = re.compile(rf"(?<!\w){any_of('known group', rest=_CAPITALISED)}(?!\w)")
#: What follows a name where its verb is still to come: "..., which has since".
_ITS_VERB: Final = rf"(?:, an? [^,.;]{{3,60}}(?=,))?,?(?: {any_of('its verb follows')}| \([^)]*\)){{0,6}}"
#: "said on Monday that its fighters had"
_SAID_ITS: Final = (
    r"said (?:(?:on \w+|in an? \w+|late|earlier|\w+day) ){0,2}(?:that )?(?:its?|they|their)" rf"(?: {any_of('its own')})?"
)
_CLAIMED: Final = re.compile(
    rf"{_ITS_VERB}(?: [\w'-]+){{0,2}}? (?:{any_of('claims')}\b|{_SAID_ITS} (?:(?:had|have|has|was|were|also|only) ){{0,2}}"
    rf"{any_of('says of its own', 'attack verb', 'attack verb of two voices', 'policing verb')}\b)"
)
_DENIED: Final = re.compile(
    rf",?(?: \w+){{0,3}} (?:{any_of('denies')} {any_of('what is denied')}\b"
    r"|did not (?:fire|attack|shoot|open fire|carry out|use)\b|(?:(?:said|told \w+|insisted) (?:that )?(?:it|they) )?"
    rf"(?:(?:had|have|has) nothing to do with|{any_of('be')} not (?:responsible|involved|behind))\b)"
)
#: "denied that any soldier was hit" denies no attack.
_NO_LOSSES: Final = re.compile(
    r"[^.;]{0,40}\b(?:soldiers?|troops|casualt\w+|loss(?:es)?|of its|of their)\b"
    r"[^.;]{0,40}\b(?:hit|killed|hurt|injured|wounded|lost|captured)\b"
)
_ACKNOWLEDGED: Final = re.compile(rf",?(?: (?!not\b)\w+){{0,3}} {any_of('acknowledges')}\b")
_CLAIMED_BY: Final = re.compile(r"\b(?:responsibility|claimed)\b[^.;]{0,40}\bby(?: the)?(?: \w+){0,2} $")
_CLAIM: Final = re.compile(r"claim\w*")
_STATUS: Final = re.compile(any_of("word of a status"))
_BLAMED: Final = re.compile(
    r"\b(?:blam(?:ed|es|ing) (?:[^.;,]{1,60} on|the \w+|both [^.;,]{1,40} and|an? [\w ]{1,30},)"
    r"|attributed(?: \w+){0,3} to|pinned(?: \w+){0,3} on|put the blame on"
    rf"|{any_of('blamed')})(?: ['\"]?{any_of('before a group')}['\"]?)* $"
)
#: "blamed the deaths of two soldiers on": who comes before "on" is not blamed.
_ON_ANOTHER: Final = re.compile(r"(?:(?! for )[^.;,]){0,40}? on (?!\w+day\b)")
#: "were blamed", "are thought to have carried out", "were behind the attack"
_IS_BLAMED: Final = re.compile(
    rf"(?: {any_of('of a group')})*(?: had| have)? {any_of('be')} (?:\w+ly |also )?"
    rf"(?P<word>{any_of('said to have done')}|behind (?:the|this|that|a|it)\b)"
)
_BY: Final = re.compile(rf"\b(?:by|at the hands of)(?: {any_of('before a doer')})* $")
_NOT_DONE_BY: Final = re.compile(rf"\b{any_of('not done by')}(?: \w+){{0,3}} by\b[^.;]*$")
_POLICED_BY: Final = re.compile(rf"\b{any_of('policing verb')}(?: \w+){{0,8}} by\b[^.;]*$")
_FROM: Final = re.compile(rf"\b{any_of('fire')}(?: \w+){{0,2}} from (?:the |\w+ (?:held|controlled) by (?:the )?)?$")
_BETWEEN: Final = re.compile(rf"\b{any_of('fight')}\b[^.;]{{0,60}} between (?:[^.;]{{0,70}} and )?(?:the )?$")
#: What stands between the one who did something and the verb.
_SUBJECT: Final = re.compile(
    rf"(?: {any_of('of a group')})*(?: of [\w-]+(?: \w+)?)?(?: \([^)]*\))?(?:,[^,]{{0,120}},)?"
    r"(?: (?:[a-z]+ing [^,.;]{1,60}?|(?:on|in|at|from|with|near) [\w'-]+(?: [\w'-]+){0,3}?))??"
    rf"(?: (?:{any_of('before its verb')}|on \w+|in (?:the|an?) \w+|\w+day|\w+ly))* "
    rf"(?={any_of('attack verb', 'attack verb of two voices', 'policing verb')}\b)"
)
#: "police and rangers seized": the verb of both.
_AND_ANOTHER: Final = re.compile(
    rf" and(?: (?!{any_of('no part of a target')}\b)[\w'-]+){{1,4}}? (?=[a-z]+(?:ed|ook|aid|ot|it|uck|ght) )"
)
_NO_SUBJECT: Final = re.compile(
    r"\b(?:from|in|of|into|to|with|near|against|on|at|between|inside|toward|towards|for|by)"
    rf" (?:the |an? |some )?(?:{any_of('before a group')} )*$"
)
#: "soldiers of the", "a group of": who they belong to did what they did.
_MEMBERS_OF: Final = re.compile(
    rf"\b{any_of('members of')} (?:of|from|belonging to|loyal to)(?: the| an?)?(?: {any_of('before a group')})* $"
)
_ATTACKS: Final = re.compile(rf"{any_of('attack verb')}\b")
_STRIKES: Final = re.compile(rf"{any_of('attack verb of two voices')}\b")
_POLICES: Final = re.compile(rf"{any_of('policing verb')}\b")
#: After "soldiers killed" and the like: it was done to them.
_DONE_TO: Final = re.compile(
    r"(?: dead)?(?: (?:and|or) \w+)?(?: \w+ly)?(?:[,.;)]"
    rf"| (?!at (?:least|most)|in all)(?:{any_of('after a passive')})\b|$)"
)
_ITS_OWN: Final = re.compile(r"\b(?:its|their|his|her) $")
_ITS_ATTACK: Final = re.compile(rf"(?:'s)?(?: {any_of('sort of attack')})* {any_of('its attack')}\b")
_AGAINST: Final = re.compile(
    r"\b(?:against|on|at|for|after|threat of|fear of|avoid|possible|further|any|alleged) (?:the |an? )?$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """An actor in a sentence: its listed name or its own words, their offsets, and how plainly it did something."""

    name: str
    start: int
    end: int
    listed: bool
    also: str | None = None  #: its short form in brackets after it
    status: ActorStatus | None = None  #: None where the sentence does not make it the one who did it
    status_span: tuple[int, int] | None = None
    rule: str = ""
    phrase: tuple[int, int] = (0, 0)  #: the offsets of the whole noun phrase: "a Thai ranger patrol" for "Thai"
    force: bool = False  #: forces or people without a name of their own

    @property
    def is_called_more(self) -> bool:
        """Whether it is called by several words, and not by a state's name alone: "Newland army", not "New Land"."""
        return " " in self.name and not countries_named(self.name)


def read_actors(sentence: Sentence, raw: str, terms: Sequence[Found]) -> list[Named]:
    """The actors of a sentence, in its order, with how each is said to have done something.

    Args:
        sentence: where to read.
        raw: the text.
        terms: its terms, of "actor" and "weapon".
    """
    found = [Named(f.value, f.start, f.end, True, phrase=(f.start, f.end)) for f in of_field(terms, "actor")]
    arms = {(f.start, f.end) for f in of_field(terms, "weapon")}
    for begin, stop, also in _unlisted(raw[sentence.start : sentence.end].replace("\n", " ")):
        start, end = begin + sentence.start, stop + sentence.start
        if (start, end) in arms:
            continue  # "an F-16 strike"
        inside = [a for a in found if a.start < end and start < a.end]
        if all(start <= a.start and a.end <= end and a.end - a.start < end - start for a in inside):
            found = [a for a in found if a not in inside]
            bracket = raw.find(f"({also})", start, end) if also else -1
            last = bracket - 1 if bracket >= 0 else end
            found.append(Named(" ".join(raw[start:last].split()), start, last, False, also, phrase=(start, last)))
    for force in read_forces(sentence, raw):
        found = _with_force(found, force, raw)
    told = [_told(one, sentence) for one in sorted(found, key=lambda one: one.start)]
    # Forces without a name of their own are actors only where they do something.
    return [one for one in told if not one.force or one.status]


def _with_force(found: list[Named], force: Force, raw: str) -> list[Named]:
    """The actors with one that is called by what it is: a listed name inside its phrase stands for it."""
    phrase = (force.start, force.end)
    inside = [a for a in found if a.start < force.end and force.start < a.end]
    if any(not a.listed or a.start < force.start or force.end < a.end for a in inside):
        return found
    if not inside or (force.people and force.owned):
        name = " ".join(raw[force.start : force.end].split())
        own = Named(name, force.start, force.end, False, phrase=phrase, force=True)
        return [*(a for a in found if a not in inside), own]
    return [replace(a, phrase=phrase) if a in inside else a for a in found]


def _unlisted(words: str) -> Iterator[tuple[int, int, str | None]]:
    """Names of groups that no list has: where they stand in the words of a sentence, and the short form of each."""
    taken: list[tuple[int, int]] = []
    for sign, pattern in ((None, _KNOWN), (_ENDS, _NAMED), (None, _ACRONYM), (_FIGHT, _FIGHTERS)):
        for match in pattern.finditer(words) if sign is None or sign.search(words) else ():
            start, end = match.span()
            if pattern is _NAMED:
                cut = _LEADING.match(words, start, end)
                start = cut.end() if cut else start
                name = words[start:end].split()
                if len(name) < 2 or name[0] in ("UN", "International"):
                    continue
            if (pattern is _ACRONYM and match[0] in cue_words("no group")) or any(a < end and start < b for a, b in taken):
                continue
            taken.append((start, end))
            also = _SHORT_FORM.match(words, end)
            yield start, end, also[1] if also else match["short"] if pattern is _NAMED else None


def _told(one: Named, sentence: Sentence) -> Named:
    """An actor with how plainly the sentence says that it did something."""
    begin, end = one.phrase
    before = sentence.before(begin)
    after = re.sub(r"^ \([^)]{1,12}\)", "", sentence.after(end))
    if (begin, end) == (one.start, one.end) and countries_with_adjective(sentence.words(begin, end)):
        return _its_attack(one, before, after)  # an adjective alone
    return _says(one, after, sentence) or _is_said(one, before, after) or _does(one, before, after)


def _says(one: Named, after: str, sentence: Sentence) -> Named | None:
    """An actor that speaks of what it did: claims it, denies it, acknowledges it."""
    ways: tuple[tuple[ActorStatus, re.Pattern[str], str], ...] = (
        ("claimed", _CLAIMED, "claims"),
        ("denied", _DENIED, "denies"),
        ("acknowledged", _ACKNOWLEDGED, "acknowledges"),
    )
    for status, pattern, rule in ways:
        match = pattern.match(after)
        if match and not (status == "denied" and _NO_LOSSES.match(after, match.end())):
            return replace(one, status=status, status_span=_status_word(match, one, sentence), rule=rule)
    return None


def _is_said(one: Named, before: str, after: str) -> Named | None:
    """An actor that others speak of: it is said to have claimed it, or is blamed."""
    begin = one.phrase[0] - len(before)
    if _CLAIMED_BY.search(before) and (claim := _CLAIM.search(before)):
        return replace(one, status="claimed", status_span=(begin + claim.start(), begin + claim.end()), rule="claimed by")
    match = _BLAMED.search(before)
    if match and not (match[0].startswith("blam") and _ON_ANOTHER.match(after)):
        word = re.search(r"\bblame\b(?= on)", match[0]) or re.match(r"\w+(?: on| to be| at| to| of)?", match[0])
        start, end = word.span() if word else (0, 1)
        span = (begin + match.start() + start, begin + match.start() + end)
        return replace(one, status="alleged", status_span=span, rule="blamed")
    if match := _IS_BLAMED.match(after):
        start = one.phrase[1] + match.start("word")
        span = (start, start + len(match["word"].split()[0]))
        return replace(
            one, status="stated" if match["word"].startswith("behind") else "alleged", status_span=span, rule="is blamed"
        )
    return None


_SAID_IT_WAS: Final = re.compile(
    r"\b(?:said|says|claimed|insisted|suggested|suspected) (?:that )?(?:it|this|they) (?:was|were|had been)\b(?!.* and )"
)


def _does(one: Named, before: str, after: str) -> Named:
    """An actor that the sentence makes the one who did something, or as it is."""
    if _BY.search(before) and not _NOT_DONE_BY.search(before):
        if _SAID_IT_WAS.search(before):
            return one  # "said it was an attack by": the one who says so is a party
        return replace(one, status="stated", rule="police" if _POLICED_BY.search(before) else "by")
    if one.force and _ITS_OWN.search(before):
        return one  # "denied that its soldiers": of somebody who speaks
    called = not one.listed or one.is_called_more  # more than "rockets fired from Newland"
    if called and _FROM.search(before):
        return replace(one, status="stated", rule="from")
    if _BETWEEN.search(before):
        return replace(one, status="stated", rule="between")
    if not _NO_SUBJECT.search(before) or _MEMBERS_OF.search(before):
        subject = _AND_ANOTHER.match(after) or _SUBJECT.match(after)
        if subject and (rule := _deed(after, subject.end())):
            return replace(one, status="stated", rule=rule)
    return _its_attack(one, before, after)


def _deed(after: str, at: int) -> str | None:
    """What the verb at a place makes of its subject: one that attacks, or that does as the police do."""
    for pattern, rule in ((_POLICES, "police"), (_ATTACKS, "subject"), (_STRIKES, "subject")):
        if verb := pattern.match(after, at):
            return None if pattern is not _ATTACKS and _DONE_TO.match(after, verb.end()) else rule
    return None


def _its_attack(one: Named, before: str, after: str) -> Named:
    """An actor whose attack it is: "Malian shelling", "the army's raid"; or as it is."""
    if _ITS_ATTACK.match(after) and not _AGAINST.search(before):
        return replace(one, status="stated", rule="its attack")
    return one


def _status_word(match: re.Match[str], one: Named, sentence: Sentence) -> tuple[int, int] | None:
    """The offsets of the word for a status in what follows an actor."""
    found = max(_STATUS.finditer(match[0]), key=lambda word: word.start(), default=None)  # "said it was not responsible"
    told = match[0].lstrip()
    at = sentence.line.find(told.rstrip(), one.phrase[1] - sentence.start)
    if not found or at < 0:
        return None
    start = sentence.start + at - (len(match[0]) - len(told)) + found.start()
    return start, start + len(found[0])
