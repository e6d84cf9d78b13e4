"""What a sentence says happened: words for an event, which of them tell of one that took place, and of what kind it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from geomap.articles import Lexicon
from geomap.extract.fates import Counted
from geomap.extract.phrases import Found, of_field
from geomap.extract.text import Sentence
from geomap.language import normalised_words
from geomap.vocabulary import is_done

#: The finer a kind tells what happened, the more it counts among several in one account.
WEIGHT: Final = {
    "Suicide bomb": 95,
    "Chemical weapon": 90,
    "Sexual violence": 88,
    "Abduction/forced disappearance": 80,
    "Excessive force against protesters": 86,
    "Air/drone strike": 85,
    "Grenade": 84,
    "Shelling/artillery/missile attack": 82,
    "Remote explosive/landmine/IED": 81,
    "Mob violence": 74,
    "Non-state actor overtakes territory": 66,
    "Government regains territory": 66,
    "Armed clash": 60,
    "Attack": 50,
    "Looting/property destruction": 45,
    "Violent demonstration": 58,
    "Protest with intervention": 57,
    "Peaceful protest": 55,
    "Disrupted weapons use": 44,
    "Arrests": 43,
    "Headquarters or base established": 30,
    "Change to group/activity": 30,
    "Agreement": 20,
    "Non-violent transfer of territory": 20,
    "Other": 10,
}
#: Kinds that people suffer.
VIOLENT: Final = frozenset(
    kind for kind, weight in WEIGHT.items() if weight >= 50 and "protest" not in kind.lower() and "demonstr" not in kind.lower()
) | {"Excessive force against protesters"}
#: Diplomacy and the like, which is no incident of its own in an account of another.
QUIET: Final = frozenset(
    ("Agreement", "Other", "Headquarters or base established", "Change to group/activity", "Non-violent transfer of territory")
)

_HYPOTHESIS: Final = re.compile(
    r"\b(?:would|could|may|might|will|should|must|shall|can|if|unless|whether|threat(?:s|en|ens|ened|ening)?(?: to| of)?|vow(?:s|ed|ing)?(?: to)?|warn(?:s|ed|ing|ings)?(?: of| that| against)?|plan(?:s|ned|ning)?(?: to| of| for)?|plot(?:s|ted|ting)?(?: to)?|"
    r"intend(?:s|ed)?(?: to)?|intention|prepar(?:e|es|ed|ing|ation|ations)(?: to| for)?|ready(?: to| for)?|call(?:s|ed|ing)? (?:for|on)|urg(?:e|es|ed|ing)|prevent(?:s|ed|ing)?|avert(?:ed)?|avoid(?:ed|ing)?|risk(?:s|ed|ing)?(?: of)?|fear(?:s|ed|ing)?(?: of| that)?|"
    r"possib(?:le|ility|ly)(?: of)?|potential|capable of|in case of|in the event of|any|order(?:s|ed)? to|aim(?:s|ed|ing)? (?:to|at)|wants? to|hope(?:s|d)? to|deter|stop(?:ping)?|halt(?:ing)?|end(?:ing)?|cease|further|future|"
    r"designed to|used to|rehears\w+|drills?|exercises?|simulat\w+|mock|imminent|forthcoming|expected|so-called|no sign of|absence of|instead of|rather than|likely to|unlikely|about to|going to|never|refus(?:e|ed|es) to|promis(?:e|ed|es|ing)(?: to)?|pledg(?:e|ed|es) to|reserves? the right to|capability|capacity|responsible for planning|"
    r"fled|shelter from|safety from|recover(?:ing|ed)? from|flee|fleeing|escap(?:ed|ing)|displaced by|refugees from|wanted for|sought for|protect(?:ion|ed|ing)?(?: \w+)? (?:from|against)|secure(?:d)? against|immune|vulnerable to|prone to|danger of|subject to|to avenge|in order to|so as to|how to|ways to|measures (?:to|against)|training (?:to|for|in))\b[^.;:,]{0,38}$"
)
_NEGATED: Final = re.compile(r"\b(?:no|not|never|without|neither|nor|didn't|wasn't|weren't|hasn't|cannot)(?: \w+){0,3} $")
_DIPLOMATIC: Final = re.compile(
    r"\b(?:condemn(?:s|ed|ing|ation)?|denounc(?:e|es|ed|ing)|deplor(?:e|ed|es)|protest(?:s|ed|ing)? (?:to|with|against|over)|lodg(?:e|ed|ing)|summon(?:s|ed|ing)?|investigat(?:e|ed|es|ing|ion|ions)|responsib(?:le|ility) for|blam(?:e|ed|es|ing)|mourn(?:s|ed|ing)?|anniversary of|memory of|commemorat\w+|victims? of|survivors? of|inquiry into|probe into|retaliation for|response to|revenge for|in connection with|role in|involvement in|involved in|claimed?|video of|footage of|footage|news of|details? of|scene of|site of|details about|questions about|report(?:s|ed)? (?:on|about)|statement on|wave of|spate of|series of|string of|surge in|increase in|rise in|number of|history of|wake of|after|following|since|despite|amid|because of|due to)(?: \w+){0,5} $"
)
_DEFINITE: Final = re.compile(
    r"\b(?:the|this|that|these|those|its|their|his|such|both|latest|same|said|[a-z]+day's|last week's|last month's|yesterday's)(?: [a-z0-9-]+){0,3} $"
)
_SAME_ONES: Final = re.compile(
    r"(?:^|\W)(?:the|these|those|both|his|her|their) (?:\w+ )?(?:militants|attackers|gunmen|men|assailants|shells|rockets|missiles?|bombs?|mines?|drones?|device|grenades?|helicopters?|shooters|raiders|bandits|terrorists|rebels|fighters|group|vehicles?|convoy|victims?|explosives|jets|troops|soldiers|dead|blast|explosion|munitions|projectiles|two|three|four|five|six|seven|eight|nine|ten|dead|bodies|wounded)(?: \w+){0,3} $"
)
_ORDINAL: Final = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|first|deadliest|worst|bloodiest|biggest|largest|latest|most recent)(?: such| [a-z]+){0,4} $"
)
_AGGREGATE: Final = re.compile(
    r"\b(?:since (?:the start|the beginning|january|february|march|april|may|june|july|august|september|october|november|december|early|late|mid|\d{4}|then|last|independence)|so far (?:this|in)|(?:in the past|in the last|over the (?:past|last)|during the (?:past|last)|in recent|for (?:many )?years|for decades|for months|in the first)(?: \w+)? (?:years?|months?|weeks?|decades?|days|quarter|half)|in recent (?:months|years|weeks|days)|"
    r"every (?:year|month|week|day)|each (?:year|month|week)|often|frequent(?:ly)?|regular(?:ly)?|routinely|repeated(?:ly)?|commonplace|on average|annually|between \d{4} and \d{4}|from \d{4} to \d{4}|over the years|in total|altogether|has (?:seen|witnessed|suffered|been plagued|been hit|recorded|documented)|have (?:seen|increased|intensified|escalated|become|been rising)|"
    r"dozens of (?:attacks|incidents|raids|strikes)|(?:several|numerous|many|multiple|scores of|hundreds of|countless|a number of|a series of|a spate of|a string of|a wave of|waves of|a rise in|an increase in|a surge in) (?:\w+ ){0,3}(?:attacks|incidents|raids|strikes|clashes|bombings|killings|abductions|kidnappings|ambushes|explosions|violations|cases)|"
    r"\w+ (?:of the |such |similar |other )?(?:attacks|incidents|raids|cases|violations|ambushes|abductions) (?:this|in|since|over|during|recorded|documented|were recorded)|the deadliest|the worst|insurgency|decade-long|years-long|long-running|more than \d[\d,]* people have|tens of thousands)\b"
)
#: Many events without a number: "escalating attacks".
_PLURAL: Final = re.compile(
    r"(?:attacks|clashes|strikes|raids|bombings|ambushes|killings|abductions|kidnappings|incidents|blasts|explosions|assaults|protests|arrests|airstrikes|skirmishes|battles|violations|massacres|incursions|hostilities|fighting|violence|unrest|shelling)$"
)
_NOUN_AFTER: Final = re.compile(
    r"^(?:-| )(?:plan|plans|plot|threat|threats|warning|alert|victims?|survivors?|site|scene|capabilit\w+|training|squad|team|expert|disposal|charges?|suspects?|season|lines?|position|positions|ground|zone|zones|group|groups|course|school)\b"
)


_EVENT: Final = re.compile(r"attack|strike|raid|blast|explosion|bombing|shelling|fire|barrage|bombardment")


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of an event: of what kind, whether it took place, and whether they only speak of one told elsewhere."""

    kind: str
    spans: tuple[tuple[int, int], ...]
    at: int  #: the token of the first
    happened: bool
    anaphoric: bool  #: "the attack": of one that is told already
    aggregate: bool  #: many together
    rule: str
    generic: bool  #: a word that may stand for other kinds, too ("attack")
    struck: Found | None = None  #: to whom or what it was done, where two words tell the kind

    @property
    def weight(self) -> int:
        """How much it counts among several."""
        return WEIGHT.get(self.kind, 0) - (25 if self.generic else 0)


def read_triggers(sentence: Sentence, terms: Sequence[Found], counts: Sequence[Counted], vocabulary: Lexicon) -> list[Trigger]:
    """The words for events of a sentence, alone and in pairs, in its order."""
    plain = sentence.plain.replace("\n", " ")
    many = bool(_AGGREGATE.search(plain))
    found = [
        _trigger(f.value, ((f.start, f.end),), f.first, sentence, plain, many, "term")
        for f in of_field(terms, "sub_event_type")
        if not _NOUN_AFTER.match(plain[f.end - sentence.start :])
    ]
    found += _pairs(sentence, plain, terms, counts, many, vocabulary)
    arms = {(f.start, f.end) for f in of_field(terms, "weapon")}
    # A weapon's name is no event by itself.
    found = [
        t for t in found if counts or len(t.spans) > 1 or t.spans[0] not in arms or _EVENT.search(sentence.words(*t.spans[0]))
    ]
    if not arms:
        found = [t for t in found if not re.match("intercept", sentence.words(*t.spans[0]))]
    return sorted(found, key=lambda trigger: trigger.at)


_GENERIC: Final = frozenset(
    "attack attacks attacked attacking attacked by assault assaulted assaults fired on firing shooting opened fire fired".split()
) | {"attacked by", "opened fire", "fired on", "fired at"}


def _trigger(
    kind: str, spans: tuple[tuple[int, int], ...], at: int, sentence: Sentence, plain: str, many: bool, rule: str
) -> Trigger:
    start, end = spans[0]
    before = _clause(plain[: start - sentence.start])
    words = plain[start - sentence.start : end - sentence.start]
    noun = bool(
        re.search(
            r"(?:attacks?|strikes?|blasts?|explosions?|clash(?:es)?|bombings?|raids?|ambush(?:es)?|shelling|killings?|assaults?|incidents?|shootings?|airstrikes?|abductions?|kidnappings?|massacres?|fighting|arrests?|protests?|operations?|bombardments?|battles?|firefights?|gunfights?|ceasefire|incursions?|violence|encounters?|shootouts?)$",
            words,
        )
    )
    hypothesis = bool(_HYPOTHESIS.search(before)) and not (kind == "Disrupted weapons use")
    negated = bool(_NEGATED.search(before))
    infinitive = (
        bool(re.search(r"\bto $", before))
        and not re.search(
            r"\b(?:attempt(?:ed|ing)?|tried|trying|managed|began|started|continued|proceeded|went on|bid) to $", before
        )
        and bool(
            re.match(
                r"(?:attack|strike|kill|storm|seize|shell|bomb|ambush|raid|kidnap|abduct|arrest|protest|fight|clash|assault|capture|burn|loot|assassinate|march|rally|demonstrate|detonate|defuse|shoot|detain|surrender|disarm)",
                words,
            )
        )
    )
    anaphoric = noun and bool(_DEFINITE.search(before) or _DIPLOMATIC.search(before) or _ORDINAL.search(before))
    if (
        not noun
        and re.search(
            r"\b(?:who|which|that|those|suspected of|accused of|charged with|wanted for|convicted of) (?:had )?$", before
        )
        and "Arrests" not in kind
    ):
        anaphoric = anaphoric or bool(
            re.search(r"\b(?:accused of|charged with|wanted for|suspected of|convicted of) $", before)
        )
    if (
        noun
        and _PLURAL.search(words)
        and not re.search(
            r"\b(?:two|three|four|five|six|seven|twin|both|these|those|carried out|launched|conducted|staged|the)(?: \S+){0,4} $",
            before,
        )
    ):
        anaphoric = True
    anaphoric = anaphoric or bool(
        re.search(r"\b(?:the|these|those|this|that|both) (?:two |three |four |same |first |second )?$", before)
    )
    anaphoric = anaphoric or (not noun and bool(_SAME_ONES.search(before)))
    return Trigger(kind, spans, at, not (hypothesis or negated or infinitive), anaphoric, many, rule, words in _GENERIC)


def _clause(before: str) -> str:
    """The part of a sentence's beginning that belongs to the clause that follows it."""
    cut = max(
        before.rfind(". "),
        before.rfind("; "),
        before.rfind(", but "),
        before.rfind(", while "),
        before.rfind(", when "),
        before.rfind(" when "),
        before.rfind(" after "),
        before.rfind(" that "),
        before.rfind(" as "),
    )
    return before[cut + 1 :] if cut >= 0 else before


def _pairs(
    sentence: Sentence, plain: str, terms: Sequence[Found], counts: Sequence[Counted], many: bool, vocabulary: Lexicon
) -> Iterator[Trigger]:
    """Kinds told by two words together: what was done, and to whom or with what."""
    done = [
        f
        for f in of_field(terms, "casualty")
        if f.value == "killed" and is_done(normalised_words(plain[f.start - sentence.start : f.end - sentence.start]))
    ]
    spots = {(f.start, f.end): f.first for f in done}
    for match in re.finditer(
        r"\b(?:attack(?:s|ed|ing)?(?: on| against)?|ambush(?:ed|ing)?|targeted|targeting|fired(?: on| at| upon)?|firing|opened fire(?: on)?|assault(?:ed)?|raid(?:s|ed|ing)?|stormed|overran|shot(?: at| dead)?|gunned down|hit(?:ting|s)?|struck|striking|strikes?|"
        r"land(?:ed|ing)|fell|slammed into|exploded|exploding|detonated|went off|stepped on|drove over|ran over|triggered|ripped through|tore through|hurled|threw|lobbed|seized|recovered|found|confiscated|burned|burnt|torched|bombed|pounded|neutralised|neutralized|killed|explosion|blast)\b",
        plain,
    ):
        spots.setdefault(
            (sentence.start + match.start(), sentence.start + match.end()), sentence.index(sentence.start + match.start())
        )
    nouns = [f for f in terms if f.field in ("weapon", "target", "who")]
    for count in counts:  # "four pickers were killed": people by their number alone
        (start, end), (a, b) = count.spans[0], count.spans[-1]
        verb = normalised_words(plain[a - sentence.start : b - sentence.start])
        if count.of == "killed" and count.low and is_done(verb):
            words = normalised_words(plain[start - sentence.start : end - sentence.start])
            if kind := vocabulary.meaning("sub_event_type", f"{verb} {words}"):
                yield _trigger(kind, ((a, b), (start, end)), count.at, sentence, plain, many, "toll")
    seen: set[tuple[str, int]] = set()
    for (start, end), at in sorted(spots.items()):
        verb = normalised_words(plain[start - sentence.start : end - sentence.start])
        if not is_done(verb):
            continue
        told = False  #: by people or a target: the nearest alone
        for noun in sorted(nouns, key=lambda f: (f.field != "weapon", abs(f.first - at))):
            if (noun.start < end and start < noun.end) or (told and noun.field != "weapon"):
                continue
            gap = plain[min(end, noun.end) - sentence.start : max(start, noun.start) - sentence.start]
            means = noun.field == "weapon" and re.search(
                r"\b(?:with|by|using)(?: \S+){0,4} $", plain[: noun.start - sentence.start]
            )
            if abs(noun.first - at) > (24 if means else 12) or ";" in gap or re.search(r"\b(?:while|after|but)\b", gap):
                continue
            joined = f"{verb} {normalised_words(plain[noun.start - sentence.start : noun.end - sentence.start])}"
            kind = vocabulary.meaning("sub_event_type", joined)
            if kind is None or (kind, at) in seen:
                continue
            if noun.field != "weapon" and not _is_object(verb, noun, start, end, plain, sentence):
                continue
            told = told or noun.field != "weapon"
            seen.add((kind, at))
            trigger = _trigger(kind, ((start, end), (noun.start, noun.end)), at, sentence, plain, many, "pair")
            yield trigger if noun.field == "weapon" else replace(trigger, struck=noun)


def _is_object(verb: str, noun: Found, start: int, end: int, plain: str, sentence: Sentence) -> bool:
    """Whether people are those to whom something was done: after an active verb, before a passive one."""
    before = plain[: start - sentence.start]
    passive = bool(re.search(r"\b(?:was|were|been|being|be|got)(?: \w+ly| also| all| reportedly)? $", before)) or verb in (
        "died",
        "dead",
        "lost their lives",
        "lost his life",
        "embraced martyrdom",
    )
    if noun.start >= end:
        return not passive
    return (
        passive
        or verb in ("shot dead", "killed", "gunned down", "injured", "wounded")
        and bool(re.match(r" (?:in|on|near|at|by|when|during)\b", plain[end - sentence.start :]))
    )
