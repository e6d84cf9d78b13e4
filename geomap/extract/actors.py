"""Who did it: listed names, states and their forces, and armed groups that no list has, with how plainly each did it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from geomap.extract.phrases import Found, of_field
from geomap.extract.text import Sentence
from geomap.vocabulary import ActorStatus, any_of, cue_words

_NAME: Final = r"[A-Z][\w\u0300-\u036f'’.]*"
_CAPITALISED: Final = r"[A-Z]\w+"
#: A name with hyphens, as it goes on after "of".
_FURTHER: Final = rf"{_NAME}(?:-[\w'’.]+)*"
#: A name of several words that ends with a word for an armed group, with its short form in brackets.
_NAMED: Final = re.compile(
    rf"""(?<!\w)
    (?:(?:{_NAME}|(?<!-)(?:al|ul|of|for|the|de|del|and|e|i)|(?<=-)[^\WA-Z][\w'’.]*)[ -]){{0,9}}{any_of("group ends")}
    (?:[ -](?:of|for)\ (?:the\ )?{_FURTHER}(?:\ (?:and\ )?(?:the\ )?{_FURTHER})*)?
    (?:\ \((?P<short>[A-Z][\w/-]{{1,11}})\))?(?!\w)""",
    re.VERBOSE,
)
_LEADING: Final = re.compile(r"(?:(?:The|the|of|for|and|A|An|In|On|At|By|But|e|i|al|When|After|de|del) )+")
_SHORT_FORM: Final = re.compile(r" \(([A-Z][\w/-]{1,11})\)")
_ACRONYM: Final = re.compile(r"(?<![\w-])(?:[A-Z]{2,7}(?:-[A-Z]\w{0,8})?|[A-Z]-?\d{2})(?![\w-])")
#: Groups that every paper names without a word for their kind.
_KNOWN: Final = re.compile(rf"(?<!\w){any_of('known group', rest=_CAPITALISED)}(?!\w)")
#: Forces without a name of their own: who they are is what the text calls them.
_FORCES: Final = re.compile(
    rf"(?<![\w-])(?:[A-Z][a-z]+(?:i|an|ish|ese|ch) )?(?:(?i:{any_of('which force')}) )?{any_of('unnamed force')}(?![\w-])"
)

#: What follows a name where its verb is still to come: "..., which has since".
_ITS_VERB: Final = rf",?(?: {any_of('its verb follows')}| \([^)]*\)){{0,6}}"
_CLAIMED: Final = re.compile(
    rf"{_ITS_VERB} (?:{any_of('claims')}\b|said (?:its?|they|their) "
    rf"(?:(?:had|have|was|were|{any_of('its own')}) )?{any_of('says of its own')})"
)
_DENIED: Final = re.compile(rf",?(?: \w+){{0,3}} {any_of('denies')} {any_of('what is denied')}\b")
_ACKNOWLEDGED: Final = re.compile(rf",?(?: \w+){{0,3}} {any_of('acknowledges')}\b")
_CLAIMED_BY: Final = re.compile(r"\b(?:responsibility|claimed)\b[^.;]{0,40}\bby(?: the)?(?: \w+){0,2} $")
_CLAIM: Final = re.compile(r"claim\w*")
_STATUS: Final = re.compile(any_of("word of a status"))
_BLAMED: Final = re.compile(
    rf"\b(?:blam(?:ed|es|ing) the \w+(?: on)?|attributed(?: \w+){{0,3}} to|pinned(?: \w+){{0,3}} on|{any_of('blamed')})"
    rf"(?: {any_of('before a group')})* $"
)
_BY: Final = re.compile(rf"\bby(?: {any_of('before a doer')})* $")
_NOT_DONE_BY: Final = re.compile(rf"\b{any_of('not done by')}(?: \w+){{0,3}} by\b[^.;]*$")
_SUBJECT: Final = re.compile(
    rf"(?:'s)?(?: {any_of('of a group')})*(?: \([^)]*\))?(?:,[^,]{{0,60}},)?"
    rf"(?: (?:{any_of('before its verb')}|on \w+|\w+day))* "
)
_NO_SUBJECT: Final = re.compile(r"\b(?:from|in|of|into|to|with|near|against|on|at|between|and|inside) (?:the )?$")
_ATTACKS: Final = re.compile(rf"{any_of('attack verb')}\b")
_ITS_ATTACK: Final = re.compile(rf"(?:'s)?(?: {any_of('sort of attack')})* {any_of('its attack')}\b")
_AGAINST: Final = re.compile(r"\b(?:against|on|at) (?:the )?$")


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


def read_actors(sentence: Sentence, raw: str, terms: Sequence[Found]) -> list[Named]:
    """The actors of a sentence, in its order, with how each is said to have done something.

    Args:
        sentence: where to read.
        raw: the text.
        terms: its terms, of "actor".
    """
    found = [Named(f.value, f.start, f.end, True) for f in of_field(terms, "actor")]
    for begin, stop, also in _unlisted(raw[sentence.start : sentence.end].replace("\n", " ")):
        start, end = begin + sentence.start, stop + sentence.start
        inside = [a for a in found if a.start < end and start < a.end]
        if all(start <= a.start and a.end <= end and a.end - a.start < end - start for a in inside):
            found = [a for a in found if a not in inside]
            bracket = raw.find(f"({also})", start, end) if also else -1
            last = bracket - 1 if bracket >= 0 else end
            found.append(Named(" ".join(raw[start:last].split()), start, last, False, also))
    told = [_told(one, sentence) for one in sorted(found, key=lambda one: one.start)]
    # Forces without a name of their own are actors only where they do something.
    return [one for one in told if one.listed or one.status == "stated" or not _FORCES.fullmatch(one.name)]


def _unlisted(words: str) -> Iterator[tuple[int, int, str | None]]:
    """Names of groups that no list has: where they stand in the words of a sentence, and the short form of each."""
    taken: list[tuple[int, int]] = []
    for pattern in (_KNOWN, _NAMED, _ACRONYM, _FORCES):
        for match in pattern.finditer(words):
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
    before = sentence.before(one.start)
    after = re.sub(r"^ \([^)]{1,12}\)", "", sentence.after(one.end))
    return _says(one, after, sentence) or _is_said(one, before) or _does(one, before, after)


def _says(one: Named, after: str, sentence: Sentence) -> Named | None:
    """An actor that speaks of what it did: claims it, denies it, acknowledges it."""
    ways: tuple[tuple[ActorStatus, re.Pattern[str], str], ...] = (
        ("claimed", _CLAIMED, "claims"),
        ("denied", _DENIED, "denies"),
        ("acknowledged", _ACKNOWLEDGED, "acknowledges"),
    )
    for status, pattern, rule in ways:
        if match := pattern.match(after):
            return replace(one, status=status, status_span=_status_word(match, one, sentence), rule=rule)
    return None


def _is_said(one: Named, before: str) -> Named | None:
    """An actor that others speak of: it is said to have claimed it, or is blamed."""
    begin = one.start - len(before)
    if _CLAIMED_BY.search(before) and (claim := _CLAIM.search(before)):
        return replace(one, status="claimed", status_span=(begin + claim.start(), begin + claim.end()), rule="claimed by")
    if match := _BLAMED.search(before):
        word = re.match(r"\w+(?: on| to be| at)?", match[0])
        span = (begin + match.start(), begin + match.start() + (word.end() if word else 1))
        return replace(one, status="alleged", status_span=span, rule="blamed")
    return None


_SAID_IT_WAS: Final = re.compile(
    r"\b(?:said|says|claimed|insisted|suggested|suspected) (?:that )?(?:it|this|they) (?:was|were|had been)\b"
)


def _does(one: Named, before: str, after: str) -> Named:
    """An actor that the sentence makes the one who did something, or as it is."""
    if _BY.search(before) and not _NOT_DONE_BY.search(before):
        if _SAID_IT_WAS.search(before):
            return one  # "said it was an attack by": the one who says so is a party
        return replace(one, status="stated", rule="by")
    subject = _SUBJECT.match(after)
    if subject and not _NO_SUBJECT.search(before) and _ATTACKS.match(after, subject.end()):
        return replace(one, status="stated", rule="subject")
    if _ITS_ATTACK.match(after) and not _AGAINST.search(before):
        return replace(one, status="stated", rule="its attack")
    return one


def _status_word(match: re.Match[str], one: Named, sentence: Sentence) -> tuple[int, int] | None:
    """The offsets of the word for a status in what follows an actor."""
    found = _STATUS.search(match[0])
    told = match[0].lstrip()
    at = sentence.line.find(told.rstrip(), one.end - sentence.start)
    if not found or at < 0:
        return None
    start = sentence.start + at - (len(match[0]) - len(told)) + found.start()
    return start, start + len(found[0])
