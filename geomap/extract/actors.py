"""Who did it, and who says so: listed names, states and their forces, and armed groups that no list has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geomap.extract.phrases import Found, of_field
from geomap.extract.text import Sentence
from geomap.vocabulary import ActorStatus

#: The last word of the name of an armed group or a force.
_GROUP: Final = (
    "Army|Front|Brigades?|Movement|Liberation|Guards?|Corps|Rifles|Militia|Group|Command|Taliban|Jihad|Battalion|Division|Alliance|Coalition|Rangers|Scouts|Levies|Organi[sz]ation|Party|Union|Resistance|Forces?|Insurgents|Cell|"
    "Tigers|Fighters|Fraction|Bloc|Cartel|Clan|Column|Defen[cs]e|Self-Defen[cs]e|Ambazonia|Council"
)
_NAME: Final = r"[A-Z][\w\u0300-\u036f'’.-]*"
_NAMED: Final = re.compile(
    rf"(?:(?:{_NAME}|al|ul|of|for|the|de|del|and|e|i)[ -]){{0,7}}(?:{_GROUP})(?:[ -](?:of|for) (?:the )?(?:{_NAME}|and|the)(?: (?:{_NAME}|and|the))*)?(?: \(([A-Z][\w/-]{{1,11}})\))?(?![\w])"
)
_ACRONYM: Final = re.compile(r"(?<![\w-])(?:[A-Z]{2,7}(?:-[A-Z][\w]{0,8})?|[A-Z]-?\d{2})(?![\w-])")
#: Groups that every paper names without a word for their kind.
_KNOWN: Final = re.compile(
    r"(?<!\w)(?:Afghan Taliban|Pakistani Taliban|Taliban|Tehrik-[ie]-Taliban Pakistan|al[- ]Shabaab|Al[- ]Shabaab|Boko Haram|al[- ]Qaeda|Al[- ]Qaeda|Hezbollah|Hamas|Islamic State(?: (?:Khorasan(?: Province)?|West Africa Province|in the Greater Sahara|Sahel Province|group))?|Islamic Jihad|"
    r"Jaish[- ](?:al|ul|e)[- ][A-Z]\w+(?:[- ][a-z]*[- ]?[A-Z]\w+)?|Lashkar[- ]e[- ][A-Z]\w+|Hizb[- ]?ul[- ]Mujahideen|Hizbul Mujahideen|Ansar[- ]\w+[- ]\w+|Jama'?at [Nn]us?rat al-Islam wal-Muslimin|Peshmerga|Codeco|CODECO|Mai-?Mai(?: \w+)?|Wazalendo|Kurdistan Workers[’'] Party|National Liberation Army|"
    r"Segunda Marquetalia|Clan del Golfo|Gulf Clan|Border Security Force|Frontier Corps|Frontier Constabulary|Kosovo Police|Kosovo Force)(?!\w)"
)
#: Forces without a name of their own: who they are is what the text calls them.
_FORCES: Final = re.compile(
    r"(?<![\w-])(?:[A-Z][a-z]+(?:ian|ish|ese|i|an|ean|ch) )?(?:border |riot |customs |federal |national |provincial |local |special )?(?:police|army|security forces|border guards|guards|gendarmes|gendarmerie|soldiers|troops|policemen|paramilitar(?:ies|y forces))(?![\w-])"
)
_NO_GROUP: Final = frozenset(
    "UN US UK EU AFP AP BBC CNN PTI ANI DPA NGO NGOS IED IEDS RPG VBIED UAV UAVS LOC LAC AK GMT IST PKT CEO FIR DIG SSP SP DC MP PM FM TV USA UAE DRC CAR NATO OSCE EFE EULEX UNHCR OCHA ICRC HRW MSF RFI ID LGA AM II III IV COVID IDP IDPS MONUSCO JAN FEB MAR APR JUN JUL AUG SEP OCT NOV DEC HRS DHQ GMC DC MLC CMH NH RN MINUSMA KFOR ECOWAS AU SADC CICIG INTERPOL ISPR CASEVAC CCTV GPS NO ATGM MLRS HIMARS SMS WHO WFP UNICEF HQ".split()
)

_CLAIMED: Final = re.compile(
    r"^,?(?: which| who| group| fighters?| militants?| (?:has|have|had|later|also|has since|which|an?|the)| \([^)]*\)){0,6} (?:claim(?:ed|s|ing) (?:the |responsibility|credit|it (?:had|was|carried|killed|fired)|that (?:its|it|they)|to have|killing)|took (?:responsibility|credit)|said (?:it|its|they|their) (?:had |have |was |were |men |fighters |forces |troops |drones? |jets |units |warplanes )?(?:carried|carrying|targeted|attacked|killed|fired|struck|hit|destroyed|ambushed|detonated|shot|shelled|launched|conducted|behind|responsible|neutrali[sz]ed|responded|captured|raided|seized|eliminated)|assum\w+ responsibility|boasted)"
)
_DENIED: Final = re.compile(
    r"^,?(?: \w+){0,3} (?:denied|denies|rejected|rejects|dismissed|disputed)(?: (?:any|all|its|their|the|having|being|that|carrying|responsibility|involvement|it|they|claims?|allegations?|accusations?|reports?|charges?|such)\b)"
)
_BLAMED: Final = re.compile(
    r"\b(?:blam(?:ed|es|ing)(?: the attacks?| it| the \w+)?(?: on)?|accus(?:ed|es|ing)|attributed(?: \w+){0,3} to|suspected(?: to be)?|pointed (?:the finger|a finger|fingers) at|pinned(?: \w+){0,3} on|held|suspects?|alleged(?:ly)?(?: by)?|believed to be(?: from| members of| fighters of)?|linked to|loyal to|suspected (?:members|fighters|militants) (?:of|from)|affiliated (?:to|with))(?: (?:the|a|an|fighters|members|militants|of|from|to|separatist|militant|banned|outlawed|rebel|group|armed|jihadist|insurgents))* $"
)
_ACKNOWLEDGED: Final = re.compile(
    r"^,?(?: \w+){0,3} (?:acknowledged|admitted|confirmed (?:that it|it had|its (?:forces|jets|troops)|carrying|the strikes?)|conceded|owned up)\b"
)
_BY: Final = re.compile(
    r"\bby(?: (?:suspected|alleged|the|a|an|fighters|members|militants|of|from|to|separatist|militant|banned|outlawed|rebel|rebels|group|armed|jihadist|insurgents|gunmen|soldiers|troops|forces|elements|units|affiliated with|belonging to|linked to|loyal))* $"
)
_SUBJECT: Final = re.compile(
    r"^(?:'s)?(?: (?:fighters?|militants?|rebels?|forces?|troops|jets|warplanes|aircraft|drones?|helicopters?|artillery|gunmen|soldiers|guards|guerrillas|insurgents|commandos|members|men|units?|combatants|dissidents|elements|jihadists|separatists|side|military|army|group))*(?: \([^)]*\))?(?:,[^,]{0,60},)?(?: (?:who|which|that|had|has|have|also|later|then|on \w+|early|late|\w+day|overnight|yesterday|today|carried out|launched|conducted))* "
)
_ATTACK_VERB: Final = re.compile(
    r"^(?:attacked|ambushed|killed|shot|opened fire|fired|shelled|bombed|struck|hit|raided|stormed|seized|captured|abducted|kidnapped|detonated|targeted|destroyed|burned|looted|executed|carried out|launched|beheaded|overran|arrested|detained|wounded|injured|crossed|entered|assassinated|planted|conducted|pounded|massacred|torched|looted|clashed|exchanged|used|set|took|dropped|mounted|staged|lobbed|rained)\b"
)
_ATTACK_NOUN: Final = re.compile(
    r"^(?:'s)?(?: (?:cross-border|retaliatory|deadly|drone|air|artillery|mortar|rocket|missile|aerial|military|precision|overnight|fresh|unprovoked|army|bomb|gun|suicide|night))* (?:air ?strikes?|airstrikes?|strikes?|attacks?|shelling|raids?|ambush(?:es)?|bombardments?|fire|firing|drones?|jets|incursions?|artillery|mortars?|bombings?|assaults?|operation|offensive|barrage)\b"
)


@dataclass(frozen=True, slots=True)
class Named:
    """An actor in a sentence: its listed name or its own words, what it is there for, and how plainly it did it."""

    name: str
    start: int
    end: int
    listed: bool
    also: str | None = None  #: its short form in brackets after it
    status: ActorStatus | None = None  #: None where the sentence does not make it the one who did it
    status_span: tuple[int, int] | None = None
    rule: str = ""


def read_actors(sentence: Sentence, raw: str, terms: Sequence[Found]) -> list[Named]:
    """The actors of a sentence, with how each is said to have done something."""
    found = [Named(f.value, f.start, f.end, True) for f in of_field(terms, "actor")]
    words = raw[sentence.start : sentence.end].replace("\n", " ")
    for start, end, also in _unlisted(words):
        start, end = start + sentence.start, end + sentence.start
        inside = [a for a in found if a.start < end and start < a.end]
        if all(start <= a.start and a.end <= end and a.end - a.start < end - start for a in inside):
            found = [a for a in found if a not in inside]
            name = raw[start:end]
            if also:
                end = start + name.index(f"({also})") - 1 if f"({also})" in name else end
            found.append(Named(" ".join(raw[start:end].split()), start, end, False, also))
    told = [_told(one, sentence) for one in sorted(found, key=lambda one: one.start)]
    # Forces without a name of their own are actors only where they do something.
    return [one for one in told if one.listed or one.status == "stated" or not _FORCES.fullmatch(one.name)]


def _unlisted(words: str) -> Iterator[tuple[int, int, str | None]]:
    """Names of groups that no list has, each with its short form."""
    taken: list[tuple[int, int]] = []
    for pattern in (_KNOWN, _NAMED, _ACRONYM, _FORCES):
        for match in pattern.finditer(words):
            start, end = match.span()
            name = match[0]
            if pattern is _NAMED:
                cut = re.match(r"(?:(?:The|the|of|for|and|A|An|In|On|At|By|But|e|i|al|When|After|de|del) )+", name)
                start += cut.end() if cut else 0
                name = words[start:end]
                if len(name.split()) < 2 or name.split()[0] in ("UN", "International"):
                    continue
            if (pattern is _ACRONYM and name in _NO_GROUP) or any(a < end and start < b for a, b in taken):
                continue
            taken.append((start, end))
            also = re.match(r" \(([A-Z][\w/-]{1,11})\)", words[end:])
            short = also[1] if also else (match[1] if pattern is _NAMED else None)
            yield start, end, short


def _told(one: Named, sentence: Sentence) -> Named:
    """An actor with how plainly the sentence says that it did something."""
    before = sentence.plain[: one.start - sentence.start].replace("\n", " ")
    after = sentence.plain[one.end - sentence.start :].replace("\n", " ")
    after = re.sub(r"^ \([^)]{1,12}\)", "", after)

    def with_status(status: ActorStatus, rule: str, span: tuple[int, int] | None = None) -> Named:
        return Named(one.name, one.start, one.end, one.listed, one.also, status, span, rule)

    for status, pattern, rule in (
        ("claimed", _CLAIMED, "claims"),
        ("denied", _DENIED, "denies"),
        ("acknowledged", _ACKNOWLEDGED, "acknowledges"),
    ):
        if match := pattern.match(after):
            return with_status(status, rule, _verb(match, one, sentence))  # type: ignore[arg-type]
    if re.search(r"\b(?:responsibility|claimed)\b[^.;]{0,40}\bby(?: the)?(?: \w+){0,2} $", before) and "claim" in before:
        at = re.search(r"claim\w*", before)
        return with_status("claimed", "claimed by", (sentence.start + at.start(), sentence.start + at.end()) if at else None)
    if match := _BLAMED.search(before):
        word = re.match(r"\w+(?: on| to be| at)?", match[0])
        return with_status(
            "alleged", "blamed", (sentence.start + match.start(), sentence.start + match.start() + (word.end() if word else 1))
        )
    if _BY.search(before) and not re.search(
        r"\b(?:said|told|statement|issued|released|reported|condemned|confirmed|published|according|controlled|held|run|supported|backed|led|denied|seen|obtained|claimed|rejected|denounced|welcomed|investigated|visited|met|accompanied|escorted|inhabited|financed|funded|sponsored|armed|trained|brokered|hosted|mediated|ruled|occupied|administered|governed|designated|banned|listed|recognised|recognized|demanded|made|signed|owned|seen)(?: \w+){0,3} by\b[^.;]*$",
        before,
    ):
        return with_status("stated", "by")
    subject = _SUBJECT.match(after)
    if (
        subject
        and not re.search(r"\b(?:from|in|of|into|to|with|near|against|on|at|between|and|inside) (?:the )?$", before)
        and _ATTACK_VERB.match(after[subject.end() :])
    ):
        return with_status("stated", "subject")
    if _ATTACK_NOUN.match(after) and not re.search(r"\b(?:against|on|at) (?:the )?$", before):
        return with_status("stated", "its attack")
    return one


def _verb(match: re.Match[str], one: Named, sentence: Sentence) -> tuple[int, int] | None:
    found = re.search(
        r"claim\w* (?:responsibility|credit)|claim\w*|took responsibility|assum\w+ responsibility|said|boasted|den(?:ied|ies)|reject\w*|dismiss\w*|dispute\w*|acknowledged|admitted|confirmed|conceded|owned up",
        match[0],
    )
    offset = sentence.plain.replace("\n", " ").find(match[0].strip(), one.end - sentence.start)
    if not found or offset < 0:
        return None
    start = sentence.start + offset - (len(match[0]) - len(match[0].lstrip())) + found.start()
    return (start, start + len(found[0]))


#: People and offices that are quoted without a name.
_OFFICE: Final = (
    r"(?:officials?|police|authorities|residents?|witnesses|eyewitnesses|sources?|spokes(?:man|woman|person|men)(?: for [^,.;]{3,40})?|ministry|minister|governor|mayor|army|military|elders?|relatives|villagers|doctors?|"
    r"commissioner|prefect|group|movement|government|administration|survivors?|families|inhabitants|locals|hospital|medics|prosecutors?(?:' office| office)?|observers?|organi[sz]ations?|monitors?|rebels|militants|command|commander|chief|"
    r"director|department|council|president|leaders?|politicians?|priest|bishop|directorate|headquarters|force|forces|mission|agency|teacher|farmer|driver|nurse|trader|shopkeeper|woman|man)"
)
_SAID: Final = r"(?:said|says|told|added|confirmed|reported|announced|stated|claimed|insisted|alleged|acknowledged|explained|recounted|declared|maintained)"
_SPEAKS: Final = re.compile(
    rf"(?P<who>(?:(?:the|a|an|one|two|several|some|local|senior|security|district|provincial|military|state|regional|interior|foreign|defence|defense|health|rights|human|\w+an|\w+ish|\w+ese|\w+i)[ -]){{0,4}}(?:[\w'-]+ ){{0,2}}?{_OFFICE})"
    rf"(?:,[^,]{{1,50}},)?(?: (?:also|later|had|have|has|who \w+|in (?:a|the) \w+|on \w+|here))* {_SAID}\b"
)
_SAID_BY: Final = re.compile(
    rf"(?:, (?:{_SAID}) |according to |citing )(?P<who>(?:(?:the|a|an|local|senior|security|district|provincial|military|state|regional)[ -]){{0,3}}(?:[\w'-]+ ){{0,2}}?{_OFFICE})\b"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a sentence credits with what it tells."""

    name: str
    start: int
    end: int


def speaker_of(sentence: Sentence, raw: str) -> Speaker | None:
    """Whom a sentence credits: who "said" it, or according to whom it is told; in the words of the text."""
    plain = sentence.plain.replace("\n", " ")
    match = _SPEAKS.search(plain) or _SAID_BY.search(plain)
    if match is None:
        return None
    start, end = match.span("who")
    cut = re.match(r"(?:(?:the|a|an|and|but|that|as|when|where|which|while|after) )+", plain[start:end])
    start += cut.end() if cut else 0
    return Speaker(
        " ".join(raw[sentence.start + start : sentence.start + end].split()), sentence.start + start, sentence.start + end
    )
