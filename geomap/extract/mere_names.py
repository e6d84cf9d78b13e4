"""Words that only name a weapon, or tell of a misfortune, and of no event."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from geomap.extract.arms import PASSIVE
from geomap.extract.counted import Counted
from geomap.extract.frames import tells_of_misfortune
from geomap.extract.phrases import Found, of_field
from geomap.extract.text import Sentence
from geomap.extract.triggers import Trigger
from geomap.language import normalised_words
from geomap.vocabulary import GROUND_TAKEN, any_of, cue_words, is_done

_STRIKE: Final = re.compile(any_of("strike"))
#: Words before a weapon that was met with, or used: "drove over a mine", "was hit by rockets"; not "a workshop on mines".
_MET_WITH: Final = re.compile(
    rf"\b{any_of('met with')}(?: (?:an?|the|several|some|\w+ed|\d+|two|three|four|five))?(?: [\w-]+){{0,2}} $"
)
_MEETS: Final = re.compile(rf"{any_of('met with')}\b")  # "dropped two bombs"
#: "The crowd dispersed peacefully": nobody intervened.
_DISPERSE: Final = re.compile(r"dispers(?:e|ed|es|ing)")
_OF_THEMSELVES: Final = re.compile(rf"(?: {any_of('of themselves')}\b|[,.;]|$)")
#: Weapons of the police that are not meant to kill, and what is fired with them at protesters.
_LESS_LETHAL: Final = frozenset(("tear gas", "rubber bullets", "water cannon"))


def more_than_names(
    sentence: Sentence, terms: Sequence[Found], counts: Sequence[Counted], *, reports: bool
) -> Callable[[Trigger], bool]:
    """What tells whether words are more than a weapon's name; "intercepted" alone is of a caller, not of arms."""
    arms = {(f.start, f.end) for f in of_field(terms, "weapon")}
    killed = any(count.of == "killed" and count.low for count in counts)
    hurt = any(count.low for count in counts)
    less_lethal = not killed and any(f.value in _LESS_LETHAL for f in of_field(terms, "weapon"))
    less_lethal = less_lethal or (not hurt and any(words in sentence.line for words in cue_words("shot at nobody")))
    fate = tells_of_misfortune(sentence.line)

    def tells(trigger: Trigger) -> bool:
        words = sentence.words(*trigger.spans[0])
        if _DISPERSE.fullmatch(words) and not PASSIVE.search(sentence.before(trigger.spans[0][0])):
            return not _OF_THEMSELVES.match(sentence.after(trigger.spans[0][1]))
        blast = trigger.kind == "Remote explosive/landmine/IED" and not arms  # "a gas cylinder exploded"
        loose = trigger.rule != "term" or blast or trigger.kind in ("Attack", "Armed clash")
        if fate and loose and trigger.kind not in GROUND_TAKEN:
            return False  # "a quake killed 20 people"
        if less_lethal and trigger.kind == "Excessive force against protesters" and trigger.rule != "crowd":
            return False
        met = reports and (_MET_WITH.search(sentence.before(trigger.spans[0][0])) or _MEETS.match(words))
        alone = not (counts or met) and trigger.spans[0] in arms and len(trigger.spans) == 1 and not _STRIKE.search(words)
        alone = alone and not is_done(normalised_words(words))
        return (not alone or trigger.rule == "weapon") and bool(arms or not words.startswith("intercept"))

    return tells
