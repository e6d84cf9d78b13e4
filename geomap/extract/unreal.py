"""Events that did not take place: what is planned, feared, denied, meant, or only an exercise."""

from __future__ import annotations

import re
from typing import Final

from geomap.extract.text import Sentence
from geomap.vocabulary import any_of

#: Words before an event that tell of one that did not take place: plans, warnings, fears, denials.
_HYPOTHESIS: Final = re.compile(
    rf"\b(?:{any_of('hypothesis')}|protect(?:ion|ed|ing)?(?: \w+)? (?:from|against))\b[^.;:,]{{0,60}}$"
)
#: What is no doubt: the month, the end of one, somebody who is only named so ("a would-be thief", "so-called guards").
_NO_DOUBT: Final = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?may|(?:in|since|last|of|early|late|mid|this)[ -]may|may(?= \d)"
    r"|(?:at|towards?|near|since) the end of)\b"
    rf"|\bwould-be (?=\w)|\bfleeing (?={any_of('armed men', 'unnamed force', 'attacker')} \w)"
    r"|\bso-called (?=\w[\w'-]* \w)"
)
#: "No deaths in an attack" is no word on the attack.
_NEGATED: Final = re.compile(
    rf"\b{any_of('negation')}(?! (?:\w+ )?{any_of('harm')} (?:in|from|during|after|as)\b)(?: \w+){{0,3}} $"
)
#: "Fleeing families were mown down": whoever flees may be hit; of "the gang which took five" it was done.
_FLED: Final = re.compile(r"\b(?:flee|fled|fleeing)\b")
_BEFELL: Final = re.compile(r"\b(?:was|were|been|got)(?: \w+ly)? $")
_WHO_DID: Final = re.compile(r"\bthe (?:[\w-]+ ){1,3}(?:who|which|that)(?: (?:had|has|have|also|then|later))? $")
_MEANT_FOR: Final = re.compile(r"\b(?:intended|meant|destined|earmarked)\b[^.;:]{0,80}? for (?:an? |the |new )?$")
#: "Arrested nobody and saw no one": what was done to nobody was not done.
_TO_NOBODY: Final = re.compile(r" (?:nobody|no-?one|no one|none)\b(?! (?:else|other|of them)\b)")
#: "Are to begin clearing mines next week."
_TO_BEGIN: Final = re.compile(r"\b(?:is|are) (?:due |set )?to (?:begin|start|resume|continue)(?: the)? $")
_WAS_DONE: Final = re.compile(r"(?: [\w'-]+)? (?:was|were|has been|have been|had been)(?: \w+)? $")
_INFINITIVE: Final = re.compile(r"\bto $")
#: "Allowed to protest": who may does not yet.
_MAY: Final = re.compile(rf"\b{any_of('may do')} to $")
#: States protest by words alone.
_ENVOYS: Final = re.compile(rf"\b{any_of('envoy')}\b")
#: "A rally planned for Friday."
_PLANNED: Final = re.compile(
    rf"(?:,? (?:which|that))?(?: (?:is|was|has been|had been))? {any_of('planned after')}\b"
    r"|(?: (?!(?:and|but|who|which|that)\b)[\w'-]+){0,5} (?:is|are) to "
    r"(?:be (?:held|staged|launched|mounted|carried out)|take place|happen|start|begin|continue|resume|go (?:on|ahead))\b"
)
#: "Several burned huts" were burned at another time.
_ATTRIBUTE: Final = re.compile(r"\b(?:an?|the|several|some|many|few|of|two|three|four|five|dozens of|\d+) $")
_PARTICIPLE: Final = re.compile(r"\w+(?:ed|en|nt)\b")
_FOILED: Final = re.compile(
    r"(?: (?!(?:and|but|while|as|that|which|killed|killing|left|wounded|injured)\b)[\w'-]+){0,8}?"
    rf" (?:was|were|has been|had been|have been) {any_of('foiled')}\b"
)
#: "Who attacked the convoy?" asks by whom, not whether.
_ASKS_MORE: Final = re.compile(r"\W*(?:who|whose|why|how|when|where|which|what|did|was|were|has|have|is)\b")
#: "The Syrian pound lost a tenth": money.
_MONEY: Final = re.compile(r"\b(?:the|a|an|per|\d+|\w+(?:ese|ian|ish))(?: (?:\w+(?:ese|ian|ish)))? $")
#: "Fired shells during a drill", "held a drill, firing shells".
_DRILL: Final = r"(?:[\w-]+ ){0,3}(?:drill|exercise)s?\b"
_IN_A_DRILL: Final = re.compile(rf"[^.;]{{0,80}}\b(?:during|in|as part of) {_DRILL}")
_AFTER_A_DRILL: Final = re.compile(
    rf"\b(?:held|hold|holds|holding|in|during|began|staged|conducted|carried out) {_DRILL}[^.;]{{0,80}}$"
)
#: Whom a drill hurts, it hurts.
_HURT: Final = re.compile(r"\b(?:kill(?:ed|s|ing)|wound(?:ed|s|ing)|injur(?:ed|es|ing)|died|deaths?|dead)\b")
_OF_ARMS: Final = ("Shelling/artillery/missile attack", "Air/drone strike", "Remote explosive/landmine/IED", "Grenade")
_TRIED: Final = re.compile(rf"\b{any_of('tried')} to $")
_A_NOUN: Final = re.compile(rf"(?:[\w-]+ ){{0,2}}?{any_of('event noun')}\b")
_SO_CALLED: Final = re.compile(r"\bso-called (?:[\w-]+ ){0,2}$")
_BARE_VERB: Final = re.compile(any_of("bare verb"))


def is_unreal(kind: str, words: str, before: str, spans: tuple[tuple[int, int], ...], sentence: Sentence) -> bool:
    """Whether an event did not take place, by the words of its clause before it and those next after it.

    Args:
        kind: its kind.
        words: that tell of it.
        before: its clause before them.
        spans: the offsets of its words.
        sentence: that they are of.
    """
    if sentence.line.endswith("?", 0, len(sentence.line.rstrip(' "'))) and not _ASKS_MORE.match(sentence.line):
        return True  # "a bus hit by a mine?"
    doubted = _A_NOUN.match(words) and _SO_CALLED.search(before)  # "the so-called bomb attack was a gas leak"
    before = before if doubted else _NO_DOUBT.sub("", before)
    if not _A_NOUN.match(words):
        before = before.replace("so-called ", "")  # "the so-called Front attacked a camp" does not doubt the deed
    if kind == "Arrests" and (was := _WAS_DONE.search(before)):
        before = was[0]  # "a man wanted for a raid, and suspected of planning another, was arrested"
    if _BEFELL.search(before):
        before = _FLED.sub("", before)
    done = _WHO_DID.search(before) and words.endswith("ed")
    if (
        _NEGATED.search(before)
        or _MEANT_FOR.search(before)
        or _TO_BEGIN.search(before)
        or (kind != "Disrupted weapons use" and not done and _HYPOTHESIS.search(before))
    ):
        return True
    meant = kind == "Peaceful protest" and not (
        _MAY.search(before) or _ENVOYS.search(sentence.line)
    )  # "blocked the road to protest" is a protest
    if _INFINITIVE.search(before) and _BARE_VERB.match(words) and not (meant or _TRIED.search(before)):
        return True
    if kind == "Looting/property destruction" and _is_attribute(words, before, spans):
        return True
    if words == "pound" and _MONEY.search(before):
        return True
    after = sentence.after(spans[-1][1])
    if words.endswith("ed") and _TO_NOBODY.match(after):
        return True
    hurt = kind == "Armed clash" and _HURT.search(sentence.line)  # "an infiltration was foiled: three were killed"
    if not words.endswith("ed") and (_PLANNED.match(after) or (not hurt and _FOILED.match(after))):
        return True
    return kind in _OF_ARMS and _is_drill(spans[0], sentence)


def _is_attribute(words: str, before: str, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether words say what sort of thing something is, and tell of no deed: "several burned huts"."""
    next_to_it = len(spans) > 1 and spans[1][0] - spans[0][1] == 1
    return next_to_it and bool(_PARTICIPLE.match(words) and _ATTRIBUTE.search(before))


def _is_drill(deed: tuple[int, int], sentence: Sentence) -> bool:
    if ("drill" not in sentence.line and "exercise" not in sentence.line) or _HURT.search(sentence.line):
        return False
    return bool(_IN_A_DRILL.match(sentence.after(deed[1])) or _AFTER_A_DRILL.search(sentence.before(deed[0])))
