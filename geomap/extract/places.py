"""Names of places in a sentence, what each is there for, and what in the text holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from geomap.extract.text import Sentence, Token
from geomap.vocabulary import countries_named, countries_with_adjective

#: What a place is named for: where it happened, what a distance counts from, whence, whither, where somebody spoke or belongs, or nothing.
Role = Literal["at", "reference", "from", "to", "speaker", "home", "other"]
Level = Literal["settlement", "district", "province", "country", "site", ""]

_PARTICLES: Final = frozenset("de del la las los le les el al ul e i y du da do dos das bin ibn of wa san sur di -".split()) - {
    "of",
    "i",
    "y",
    "e",
}
_KINDS: Final[dict[str, Level]] = {
    **dict.fromkeys(
        "village town city hamlet settlement locality neighborhood neighbourhood suburb township commune parish villages towns port".split(),
        "settlement",
    ),
    **dict.fromkeys(
        "district tehsil taluka county municipality subdistrict territory sector canton cercle woreda upazila taluk raion department prefecture districts division agency arrondissement subdivision".split(),
        "district",
    ),
    **dict.fromkeys("province governorate state region oblast provinces governorates emirate wilaya".split(), "province"),
    **dict.fromkeys(
        "area valley mountain mountains river ridge hill hills pass camp crossing highway road base airport bridge checkpoint post market mosque forest island peninsula gorge lake plateau quarter colony bazaar bazar outpost coast".split(),
        "site",
    ),
}
#: After a name these make it an organisation's, a paper's or a person's.
_ORGANISATION: Final = frozenset(
    "army police ministry government authorities officials forces force troops military guard guards corps rifles regiment division brigade battalion court hospital university college times news post tribune "
    "herald gazette agency radio television tv front movement party council assembly parliament bank club school group militia command bureau media office administration governor mayor chief commander "
    "spokesman spokeswoman minister president embassy consulate correspondent reporter treaty agreement summit talks accords conference constabulary soldiers militants rebels fighters insurgents based born bound observatory initiative foundation institute society".split()
)
#: The last word of a name that is of no place that a gazetteer has.
_NO_PLACE: Final = frozenset(
    "highway road line hospital clinic bridge barracks rifles street avenue square hotel mosque church cathedral stadium academy school rights watch times observer cross crescent "
    "nations union agency operation day ramadan eid christmas new year constitution fc xi company ltd cooperative sacco mart plaza centre center".split()
)
#: What follows a name that is no adjective.
_AFTER_NAME: Final = frozenset(
    "and or in on at of to from with for by as when where while after before during since near that which who was were is are has have had said said killed also late early but against under into".split()
)
_TITLES: Final = frozenset(
    "mr mrs ms dr gen general col colonel maj major capt captain lt lieutenant brig brigadier president minister governor mayor king sheikh mullah maulana prince professor justice senator ambassador spokesman spokeswoman "
    "commander sgt sergeant inspector superintendent commissioner chairman sir shri hon haji malik sardar nawab pope imam ayatollah".split()
)
_NOT_NAMES: Final = frozenset(
    "the a an this that these those in on at of and but for from with by as after before when while it he she they we i his her its their there here two three four five six seven eight nine ten several some many "
    "no not monday tuesday wednesday thursday friday saturday sunday january february jan feb mar apr jun jul aug sep sept oct nov dec est gmt march april may june july august september october november december afp ap reuters efe apa anf dpa ani pti ians "
    "islamic muslim christian hindu sikh sunni shia shiite kurdish kurds arab un nato eu isis isil al police army military government ministry officials authorities residents witnesses soldiers troops militants rebels "
    "according meanwhile however also earlier later local security armed gunmen one another both who what where all any each photo image".split()
)
_AT: Final = frozenset("in at inside outside within around near on across throughout above over along off".split())
_SPEAKER_BEFORE: Final = re.compile(
    r"\b(?:speaking|spoke|said|told \w+|reporters|conference|statement|meeting|talks|summit|visit(?:ing|ed)?|arriv(?:ed|ing)|interview|rally|court|based|office|headquarters|hospitals?|clinic|officials?|spokesm[ae]n|spokesperson|ministry|embassy|journalists?|analysts?|morgue|mortuary|capital|treated|flown|airlifted|evacuated|taken|transferred|rushed|shifted|moved|admitted|born|lives?|living|trained|training|studied|family|relatives|funeral|buried|laid to rest|met|hold|held talks|summoned|exile)(?: \w+){0,3} $"
)
_OUTSIDE_TEXT: Final = re.compile(
    r"\b(?:a|the) (?:military |district |main |civil |general |combined |government |state |local |regional |private |field |nearby |university |central |public |county |army |district headquarters )*(?:hospital|clinic|medical (?:centre|center|complex)|facility|morgue|court|jail|prison|trauma centre)\b[^.;]{0,25} $"
)
_REFERENCE: Final = re.compile(
    r"(?:\b(?:kms?|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|drive|walk|hours?|minutes?)\b[^.;,]{0,30}\b(?:from|of|off|away from|inside|to)|\b(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west|half ?way) (?:of|from)|\bbetween\b(?: [^.;,]{0,40} and)?|\b(?:road|highway|route|way|track) (?:from|to|linking|connecting|towards?|leading to|between)(?: [^.;]{0,40}? (?:to|and|with))?|opposite|across (?:the border |the river )?from|in the direction of)(?: the)?(?: (?:village|town|city|border town|district|provincial capital|capital|nearest town|centre|center|municipality|port)(?: of)?,?)? $"
)
_FROM: Final = re.compile(
    r"\b(?:from|fled|left|leaving|departed|native of|resident of|residents of|hailing from|belong(?:ed|ing) to|origin(?:ally|ating)? (?:from|in)|returning from|coming from|fired from|launched from)(?: the)?(?: (?:village|town|city|district|area|neighbou?ring|nearby|province|direction|region) ?(?:of)?)? $"
)
_TO: Final = re.compile(
    r"\b(?:to|towards?|bound for|heading (?:for|to)|en route to|on (?:its|their|his|the) way to|headed (?:for|to)|destined for|going to|travel(?:l)?ing to)(?: the)?(?: (?:village|town|city|district|capital) (?:of)?)? $"
)
_TARGET_BEFORE: Final = re.compile(
    r"\b(?:attack(?:s|ed)?|strikes?|struck|raid(?:s|ed)?|assault|hit|bomb(?:ed|ing)|shell(?:ed|ing)|storm(?:ed|ing)|target(?:ed|ing)|pounded|rocked|on|into|against|captur(?:ed|ing)|seiz(?:ed|ing)|enter(?:ed|ing)|control of|retook|reach(?:ed|ing)|overran)(?: on| in| at| against)?(?: the)?(?: (?:village|town|city|outskirts|district|area|border town|centre|market|villages|towns)(?: of)?)? $"
)
_OF_KIND: Final = re.compile(
    r"\b(?P<kind>village|town|city|hamlet|settlement|locality|neighbou?rhood|suburb|township|commune|district|tehsil|county|municipality|territory|sector|canton|cercle|department|prefecture|province|governorate|state|region|area|valley|capital|outskirts|villages|towns|camp|post|outpost|crossing|port|parish|vereda|corregimiento|town centre|market|checkpoint|bazaar|hills|mountains|forests?|sub-?prefecture)s?(?: of| called| named| known as)? (?:the )?$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a place: its stretch, its level where the words tell it, what it is there for, and what holds it, finest first."""

    name: str
    start: int
    end: int
    level: Level
    role: Role
    sentence: int
    token: int  #: of its first word
    holders: tuple[Mention, ...] = ()
    whole: tuple[int, int] = (0, 0)  #: with the word for its kind
    cue: str = ""


def read_places(sentence: Sentence, number: int, raw: str, taken: Sequence[tuple[int, int]]) -> list[Mention]:
    """The names of places of a sentence, each with its holders.

    Args:
        sentence: where to read.
        number: of the sentence in the text.
        raw: the text.
        taken: stretches that name somebody or something else.
    """
    names = [name for name in _names(sentence, raw) if not any(a < name[1] and name[0] < b for a, b in taken)]
    found: list[Mention] = []
    for start, end, first, last in names:
        mention = _mention(sentence, number, raw, start, end, first, last)
        if mention is not None:
            found.append(mention)
    return list(_chained(found, sentence))


def _names(sentence: Sentence, raw: str) -> Iterator[tuple[int, int, int, int]]:
    """Runs of capitalised words: where they stand, and their tokens."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        if not _begins(tokens, at, raw):
            at += 1
            continue
        last = at + 1
        while last < len(tokens):
            token = tokens[last]
            glued = token.start == tokens[last - 1].end
            if token.capital and (not glued or tokens[last - 1].word in "-'") and token.word not in _NOT_NAMES:
                last += 1
            elif (
                token.word in ("-", "'", "`")
                and glued
                and last + 1 < len(tokens)
                and tokens[last + 1].start == token.end
                and tokens[last + 1].word != "s"
            ):
                last += 2
            elif token.word in ("of", "and") and _is_joined(tokens, at, last):
                last += 2
            elif token.word in _PARTICLES and last + 1 < len(tokens) and tokens[last + 1].capital and not glued:
                last += 2
            elif token.word.isdigit() and not glued and len(token.word) <= 2 and last + 1 == len(tokens):
                break
            else:
                break
        yield tokens[at].start, tokens[last - 1].end, at, last
        at = last


#: Areas whose names have an "and".
_WITH_AND: Final = frozenset(
    (
        "jammu and kashmir",
        "sistan and baluchestan",
        "sistan and baluchistan",
        "kohgiluyeh and boyer-ahmad",
        "chaharmahal and bakhtiari",
        "andaman and nicobar",
    )
)


def _is_joined(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a name goes on after "of" or "and": "Democratic Republic of Congo", "Jammu and Kashmir"."""
    if at + 1 >= len(tokens):
        return False
    words = [token.word for token in tokens[first : at + 2]]
    if " ".join(words) in _WITH_AND or " ".join(words[-3:]) in _WITH_AND:
        return True
    if " ".join(words[:3]) == "line of control":
        return True
    skip = 2 if words[-1] == "the" else 1
    whole = " ".join([*words[:-1], *(token.word for token in tokens[at + 1 : at + 1 + skip])])
    return bool(countries_named(whole)) or (len(words) >= 4 and bool(countries_named(" ".join(words[1:]))))


def _begins(tokens: Sequence[Token], at: int, raw: str) -> bool:
    token = tokens[at]
    return token.capital and len(token.word) > 1 and token.word not in _NOT_NAMES


def _mention(sentence: Sentence, number: int, raw: str, start: int, end: int, first: int, last: int) -> Mention | None:
    tokens = sentence.tokens
    name = raw[start:end]
    after = tokens[last].word if last < len(tokens) else ""
    possessive = after == "'" and last + 1 < len(tokens) and tokens[last + 1].word == "s"
    before = sentence.plain[: start - sentence.start].replace("\n", " ")
    follows = tokens[last + 2].word if possessive and last + 2 < len(tokens) else after
    level: Level = ""
    whole = (start, end)
    kind_at = last + 2 if possessive else last
    parts = name.split()
    if parts[-1].lower().strip(".") in _ORGANISATION | _NO_PLACE or name.lower() in (
        "line of control",
        "line",
        "control",
        "loc",
        "lac",
    ):
        return None
    if name.isupper() and len(name) <= 6 and not countries_named(name):
        return None
    if len(parts) > 1 and _ORGANISATION & {part.lower() for part in parts} - {
        "front",
        "college",
        "university",
        "school",
        "party",
        "news",
        "times",
        "post",
    }:
        return None
    if len(parts) > 1 and parts[-1].lower() in _KINDS and _KINDS[parts[-1].lower()] != "site":
        level, whole = _KINDS[parts[-1].lower()], (start, end)
        name = " ".join(parts[:-1])
        end = start + len(name)
    elif follows in ("-",) or (last < len(tokens) and raw[end : end + 1] == "-"):
        joined = re.match(
            r"-(bound|based|born|controlled|held|backed|administered|run|led|trained|origin|registered|area)\b",
            sentence.plain[end - sentence.start :],
        )
        if joined and joined[1] in ("controlled", "held", "administered", "run"):
            return None
        if joined:
            return None
    elif follows in _KINDS:
        level = _KINDS[follows]
        if level != "site":
            whole = (start, tokens[kind_at].end)
    elif sub := re.match(
        r" (?:sub-?(?:district|tehsil|prefecture|county|division|region)|border (?:area|region|zone|crossing|district)|local government area|autonomous)",
        sentence.plain[end - sentence.start :].replace("\n", " "),
    ):
        level = "site" if "border" in sub[0] or "autonomous" in sub[0] else "district"
    elif follows in _ORGANISATION:
        return None
    if re.search(
        r"-(?:bound|based|born|controlled|held|backed|administered|run|led|trained|linked|aligned|area|populated|majority|dominated|speaking|inhabited|occupied|level|style)$",
        name.lower(),
    ):
        return None
    if name.startswith("Operation "):
        return None
    if countries_with_adjective(name) and not countries_named(name):
        return None
    if _person(tokens, first, last, raw):
        return None
    if of := _OF_KIND.search(before):
        kind = of["kind"].rstrip("s")
        level = level or _KINDS.get(
            kind,
            "settlement"
            if kind in ("capital", "outskirt", "town centre")
            else "site"
            if kind in ("post", "outpost", "crossing", "camp")
            else "",
        )
        before = before[: of.start()]
        before = re.sub(r"\b(in|at|near|from|inside|around|outside|of|on) (?:the |a |an )?(?:[\w'-]+ ){1,2}$", r"\1 ", before)
        before = re.sub(
            r"\b(?:the|a|an)(?: (?:remote|small|border|mountainous|nearby|neighbou?ring|disputed|eastern|western|northern|southern|central|main|coastal|rural|\w+ern|\w+ous|\w+-\w+))* $",
            "",
            before,
        )
    else:
        before = re.sub(
            r"\b(?:the|a|an)(?: (?:remote|small|border|mountainous|nearby|neighbou?ring|disputed|restive|volatile|provincial capital|capital|town|city|village))* $",
            "",
            before,
        )
        before = re.sub(
            r"\b(?:northern|southern|eastern|western|central|north-?eastern|north-?western|south-?eastern|south-?western|northwest|northeast|southwest|southeast|upper|lower|far|rural|nearby|neighbou?ring|restive|remote|downtown)(?:[ -](?:most )?(?:northern|southern|eastern|western))? $",
            "",
            before,
        )
        before = (
            re.sub(r"\b(?:the|a|an)(?: \w+)? $", "", before)
            if re.search(r"\b(?:in|at|near|of|from|on|outside|inside) (?:the|a|an)(?: \w+)? $", before)
            else before
        )
    before = re.sub(
        r"(?:\b(?:the|a|an) )?\b[\w-]+(?: [\w-]+)?'s (?:\w+ern |remote |far |volatile |restive |coastal |mountainous |border )*$",
        "",
        before,
    )
    if (word := re.search(r"([a-z]+) $", before)) and countries_with_adjective(word[1]):
        before = re.sub(r"(?:\b(?:the|a|an) )?(?:[a-z-]+ern )?$", "", before[: word.start()])
    article = sentence.plain[: start - sentence.start].endswith("the ")
    if (
        article
        and not level
        and follows.isalpha()
        and last < len(tokens)
        and not tokens[last].capital
        and follows not in _AFTER_NAME
    ):
        return None  # "the Andean pipeline"
    role, cue = _role(before, sentence, start)
    if not level and countries_named(name):
        level = "country"
    if level == "country" and possessive:
        return None
    if level == "country" and role == "at" and cue in ("near", "into"):
        role = "reference" if cue == "near" else "to"
    return Mention(name, start, end, level, role, number, first, whole=whole, cue=cue)


def _role(before: str, sentence: Sentence, start: int) -> tuple[Role, str]:
    cue = re.search(r"([a-z]+) $", before)
    word = cue[1] if cue else ""
    if _REFERENCE.search(before):
        return "reference", word
    if re.search(r"\b(?:close to|not far from|next to|adjacent to) $", before):
        return "at", "near"
    if word in _AT or word in ("of", "and", "or"):
        bare = before[: cue.start()] if cue else before
        if _OUTSIDE_TEXT.search(bare) or (word in _AT and _SPEAKER_BEFORE.search(bare)):
            return "speaker", word
        if word == "near" or re.search(
            r"\b(?:near|close to|outskirts of|vicinity of|edge of|suburbs? of|adjacent to|next to)$", before.rstrip()
        ):
            return "at", "near"
        if word in _AT:
            return "at", word
        if word == "of" and re.search(r"\b(?:north|south|east|west)\w*$", bare.rstrip()):
            return "reference", word
        if _TARGET_BEFORE.search(before):
            return "at", word
        if word == "of" and re.search(
            r"\b(?:part|parts|areas?|side|outskirts|centre|center|heart|middle|suburbs?|interior|edge|level|vicinity|station|post|base|camp|bazaar|mosque|school|church|airport|bridge|port|road|square|university|prison|reserve|community|sector|hamlet|monastery|shrine|temple|compound|farm|ranch|mine|quarry|fort|garrison|ferry|river|bank|parish|forests?|mountains|hills|market|town|sky|skies|streets|south|north|east|west|northeast|northwest|southeast|southwest)$",
            bare.rstrip(),
        ):
            return "at", word
        return "other", word
    if _FROM.search(before):
        return "from", word
    if _TO.search(before):
        return "to", word
    if _TARGET_BEFORE.search(before):
        return "at", word
    return "other", word


def _person(tokens: Sequence[Token], first: int, last: int, raw: str) -> bool:
    """Whether a name follows a title or is of a person who speaks."""
    before = tokens[first - 1].word if first else ""
    if before == "." and first > 1:
        before = tokens[first - 2].word
    return before in _TITLES or tokens[first].word in _TITLES


def _chained(found: list[Mention], sentence: Sentence) -> Iterator[Mention]:
    """Mentions with what holds them: "A, B", "A in B", "A of B district", one after the other."""
    done: dict[int, Mention] = {}
    for i in range(len(found) - 1, -1, -1):
        one = found[i]
        holders: tuple[Mention, ...] = ()
        if i + 1 < len(found):
            other = done[i + 1]
            between = sentence.plain[max(one.end, one.whole[1]) - sentence.start : other.start - sentence.start].replace(
                "\n", " "
            )
            if re.fullmatch(
                r"(?:'s?)?(?:\s?(?:village|town|city|district|tehsil|area|sector|county|municipality|commune|locality|hamlet|settlement|territory|neighbou?rhood|valley|region|crossing|camp|province|market|bazaar|post|checkpoint|sub-?district|sub-?tehsil|sub-?prefecture|subdivision|township|cercle|department|parish))?"
                r"(?:,? (?:in|of|within|inside)|,)(?: the| a)?(?:,? (?:capital|seat) of)?(?: (?:\w+ern|remote|restive|far|volatile|border|mountainous|disputed|oil-rich|coastal|neighbou?ring|same|country's|conflict-hit|upper|lower))*(?: (?:[a-z]+[ -])?(?:province|district|region|state|governorate|county|department|territory|part|parts|municipality|prefecture|cercle|tehsil|division))?(?: of| in)?(?: the)? ?,? ?",
                between,
            ) and other.role not in ("from", "to", "speaker"):
                holders = (other, *other.holders)
            elif re.fullmatch(
                r", (?:a|an|the) (?:[\w'-]+ ){1,6}(?:in|of|within) (?:the )?(?:\w+ern )?", between
            ) and other.level in ("district", "province", "country"):
                holders = (other, *other.holders)
            elif re.fullmatch(r" \((?:the )?", between):
                holders = (other, *other.holders)
        done[i] = Mention(
            one.name, one.start, one.end, one.level, one.role, one.sentence, one.token, holders, one.whole, one.cue
        )
    inside = {holder.start for mention in done.values() for holder in mention.holders}
    yield from (done[i] for i in range(len(found)) if found[i].start not in inside)
