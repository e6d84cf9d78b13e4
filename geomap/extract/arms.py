"""Which words for weapons, targets and people are what something was done with or to, and whether they are armed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from geomap.extract.phrases import Found, of_field
from geomap.extract.text import Sentence
from geomap.language import number
from geomap.vocabulary import any_of, cue_words, side_words, standings_of

#: "A bus escorted by police came under fire", "killing three, police said".
_BY: Final = re.compile(r"\bby (?:the |a |an )?(?:armed |local |border |suspected )?$|\baccording to (?:[\w'-]+[ -]){0,4}$")
#: "Two members of the border guard": whose they are says whether they are armed.
_MEMBERS_OF: Final = re.compile(
    rf"(?:[\w-]+ ){{1,3}}{any_of('part of a force')} (?:of|from) (?:the |its |their |a )?(?:[\w’'-]+ ){{0,4}}?"
    rf"{any_of('unnamed force', 'armed body', 'known group')}\b",
    re.IGNORECASE,
)
#: "A convoy of the border guard", "a camp belonging to the army": whose it is says whether it is one of forces.
_OF_FORCES: Final = re.compile(
    r" (?:of|belonging to|from) (?:the |its |their |a )?(?:[\w’'-]+ ){0,2}?"
    rf"{any_of('unnamed force', 'armed body', 'known group')}\b"
)
#: "Army lorries", "a police van".
_FORCES_OWN: Final = re.compile(r"\b(?:army|military|police|gendarmerie|navy) $")
#: "A former soldier" is none.
_FORMER: Final = re.compile(rf"\b{any_of('former')}[ -](?:\w+ )?$")
#: Between those who do something and their deed stand fewer words.
_NEXT: Final = 3
#: Between what falls and its verb.
_ALSO: Final = re.compile(r" (?:(?:have|had|has|were|was|are|is|also|later|then|\w+ly) )*")
_FALLS_OFF: Final = re.compile(
    r" (?:off|out|into|from(?! (?:the |an? )?(?:air|sky|jets?|planes?|aircraft|helicopters?|drones?)\b))\b"
)
#: Who stands next begins a clause, and acts in it: "villagers said that rebels came", "when rebels came".
_CLAUSE_OF: Final = re.compile(r"\b(?:that|when|where|after|before|as|while|because) (?:the |some |armed )*$")
#: After a word for people: they speak. Before a verb: it was done to them.
SPEAKS: Final = re.compile(rf"(?: \w+)? {any_of('said after a place')}\b")
PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|be|got)(?: \w+ly| also| all| reportedly)? $")
#: What carries weapons may be what was attacked: "a helicopter was hit", "a drone came under fire".
CARRIERS: Final = frozenset(("aircraft", "armoured vehicle", "drone", "helicopter", "tank", "vehicle", "warship"))
_BEFALLS: Final = re.compile(rf" (?:was |were |had been |has been )?{any_of('befalls a carrier')}\b")
#: "A drone unit", "a weapons engineer": those who have to do with a weapon.
_WORKS_WITH_IT: Final = re.compile(rf"[ -](?:\w+ )?{any_of('works with weapons')}\b")
#: Sentences, and words before a weapon, that tell of no use of it: "a test of missiles", "displayed rockets".
_NOT_USED: Final = re.compile(rf"\b{any_of('weapon not used', 'policing verb', 'deed of states')}\b")
_SPOKEN_OF: Final = re.compile(r"\b(?:of|on|about|against|for|to|no|without|as|like)(?: (?!by\b|with\b)[\w-]+){0,2} $")


def is_other(found: Found, sentence: Sentence, terms: Sequence[Found]) -> bool:
    """Whether a word is not what something was done to or with: a name, the "mine" of a "gold mine", somebody who did it."""
    before, after = sentence.before(found.start), sentence.after(found.end)
    if found.field == "weapon":
        if is_worker(after):
            return True
        other = is_name(sentence, found) or bool(found.value in CARRIERS and _BEFALLS.match(after))
    else:
        armed = any(f.start == found.start for f in of_field(terms, "weapon"))  # a helicopter may be either
        other = armed or _is_adjective(sentence, found) or bool(_BY.search(before) or _FORMER.search(before))
    longer = (f for f in of_field(terms, "weapon", "target") if f.last - f.first > found.last - found.first)
    return other or any(f.first <= found.first and found.last <= f.last for f in longer)


def _is_adjective(sentence: Sentence, found: Found) -> bool:
    """Whether a word for people says of what sort something is: "the National Guard", not "an Oldland national"."""
    word = sentence.tokens[found.first].word
    return word == "national" and not (found.first and sentence.tokens[found.first - 1].capital)


def is_worker(after: str) -> bool:
    """Whether the words after a weapon name those who have to do with it: "engineer", "unit"."""
    return bool(_WORKS_WITH_IT.match(after))


def is_name(sentence: Sentence, found: Found) -> bool:
    """Whether a word for a weapon is a part of a name: the town of Tank, the Newland Rifles."""
    if found.last - found.first != 1 or found.first == 0 or not sentence.tokens[found.first].capital:
        return False
    return found.value == "tank" or (found.value == "firearms" and sentence.tokens[found.first - 1].capital)


def used_alone(sentence: Sentence, terms: Sequence[Found]) -> Iterator[Found]:
    """The weapons of a sentence that it says were used, by any verb: "four rockets flew into the camp"."""
    if not _NOT_USED.search(sentence.line):
        for found in of_field(terms, "weapon"):
            if not is_other(found, sentence, terms) and not _SPOKEN_OF.search(sentence.before(found.start)):
                yield found


def may_fall(noun: Found, verb: str, deed: tuple[int, int], sentence: Sentence) -> bool:
    """Whether a bomb is what falls from the air, by a verb: "bombs fell on it", not "a wall fell", "fell off a lorry"."""
    if noun.value != "bomb" or verb not in cue_words("done: falls from the air"):
        return True
    return bool(_ALSO.fullmatch(sentence.words(noun.end, deed[0]))) and not _FALLS_OFF.match(sentence.after(deed[1]))


def whom_of(sentence: Sentence, people: tuple[int, int]) -> tuple[int, int]:
    """The people of a count, with words that say that they are armed: "two members of the border guard", "four patrolmen"."""
    told, length = sentence.words(people[0], sentence.end), people[1] - people[0]
    further = [_MEMBERS_OF.match(told)]
    if all(number(word) is not None for word in told[:length].split()):
        further += [re.match(rf"(?: [\w-]+){{{words}}}", told[length:]) for words in (1, 2)]
    for found, start in zip(further, (0, length, length), strict=False):
        if found and "armed" in standings_of(told[: start + found.end()]):
            return people[0], people[0] + start + found.end()
    return people


def stands_for(
    sentence: Sentence, people: tuple[int, int], fate: tuple[int, int], terms: Sequence[Found]
) -> tuple[int, int] | None:
    """The fighters that "of them" stands for: who are named last before it, and do not act: "held off rebels, killing six"."""
    if not (sentence.words(*people).endswith(" of them") or sentence.after(people[1]).startswith(" of them")):
        return None
    before = [f for f in of_field(terms, "who") if f.end <= people[0] and not SPEAKS.match(sentence.after(f.end))]
    named = before[-1] if before else None
    passive = PASSIVE.search(sentence.before(fate[0]))
    alone = named and len(before) == 1 and not side_words().search(sentence.before(named.start))
    acts = named and not passive and (alone or len(sentence.words(named.end, fate[0]).split()) < _NEXT)
    others = any("armed" not in standings_of(sentence.words(f.start, f.end)) for f in before)
    acts = acts or (named is not None and others and bool(_CLAUSE_OF.search(sentence.before(named.start))))
    armed = named and "armed" in standings_of(sentence.words(named.start, named.end)) and not acts
    return (named.start, named.end) if named and armed else None


def whose(sentence: Sentence, found: Found) -> tuple[int, int]:
    """The offsets of a word for a target, with the forces that it belongs to: "convoy of the border guard"."""
    if found.field != "target":
        return found.start, found.end
    forces, own = _OF_FORCES.match(sentence.after(found.end)), _FORCES_OWN.search(sentence.before(found.start))
    return found.start - (len(own[0]) if own else 0), found.end + (forces.end() if forces else 0)
