"""Places in a sentence: what each is named for, and what in the text holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from geomap.extract.place_names import ROAD_AFTER, ROAD_BEFORE, Level, Name, kinds_of_place, place_names
from geomap.extract.text import Sentence
from geomap.language import WEEKDAYS
from geomap.vocabulary import any_of, countries_named, countries_with_adjective, cue_words

#: What a place is named for: where it happened, what a distance counts from, whence, whither, where somebody spoke, or nothing.
Role = Literal["at", "reference", "from", "to", "speaker", "other"]

_LOOKED_AT: Final = 120
_WORD: Final = re.compile(r"([a-z]+) $")
_OF_KIND: Final = re.compile(
    rf"\b(?P<kind>{any_of('kind before a name')})s?(?: of| called| named|,? known (?:\w+ |to \w+ )?as)? (?:the )?$"
)
#: What describes a place before its name, and is taken away before its role is looked for.
_DESCRIBED_KIND: Final = re.compile(
    rf"\b(in|at|near|from|inside|around|outside|of|on|above|across|towards|{any_of('attacked place')})"
    r" (?:the |a |an )?(?:[\w'-]+ ){1,2}$"
)
_SORT_OF_KIND: Final = re.compile(rf"\b(?:the|a|an)(?: (?:{any_of('sort of place')}|\w+ern|\w+ous|\w+-\w+))* $")
_SORT: Final = re.compile(rf"\b(?:the|a|an)(?: {any_of('sort of named place')})* $")
#: What is long, and has other places beside it: "on the Mars, near Marsville".
_FRONTED: Final = re.compile(r"\W*(?:(?:elsewhere|also|later|earlier|over|back) )?(?:in|at|near) (?:[a-z]+ ){0,4}$")
_ARMED_WITH: Final = re.compile(
    r"\b(?:of|with|(?:fire|shoot|fired|firing|shot|shooting|aimed|aiming|launched|struck|hit)(?: at)?) $"
)
_ALONG: Final = re.compile(r"\b(?:on|along|across|over) the $")
_IN_THE: Final = re.compile(r"\b(?:in|inside|into|at|near|outside|through) the $")
_A: Final = re.compile(r"\b(?:with|against|by|in|into|from|of|hit|struck) an? $|^an? $")
_THE_KIND: Final = re.compile(r"(?<!of )(?<!in )(?<!at )(?<!near )(?<!from )\bthe (?:[\w'-]+ ){0,3}of $")
_SIDE: Final = re.compile(rf"\b{any_of('side of a place')}(?:[ -](?:most )?(?:northern|southern|eastern|western))? $")
_THE: Final = re.compile(r"\b(in|at|near|of|from|on|outside|inside) (?:the|a|an)(?: \w+)? $")
#: Words between what owns a place and its name: "X's restive northern Y".
_OWNED: Final = rf"'s? (?:(?:most )?(?:\w+ern|\w+-\w+|{any_of('sort of region')}|{any_of('sort of place')}) )*"
_NO_HOLDER: Final = rf"(?!(?:{any_of('where', 'attacked place')}|of|from|the|an?) )"
_HOLDER: Final = re.compile(rf"\b(?:(?:the|a|an) )?(?:{_NO_HOLDER}[\w-]+ ){{0,3}}[\w-]+{_OWNED}$")
_OWNS: Final = re.compile(_OWNED)
_BEFORE_ADJECTIVE: Final = re.compile(r"(?:\b(?:the|a|an) )?(?:[a-z-]+ern )?$")

_REFERENCE: Final = re.compile(
    r"""(?: \b(?<!small\ )(?:kms?|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|drive|walk|hours?|minutes?)\b[^.;,]{0,30}
            \b(?:from|of|off|away\ from|inside|to)
      | \b(?:(?:north|south)-?(?:east|west)?|east|west|half\ ?way)\ (?:of|from)
      | \bbetween\b(?:\ [^.;,]{0,40}\ and)?
      | \b(?:road|highway|route|way|track)\ (?:from|to|linking|connecting|towards?|leading\ to|between)
            (?:\ [^.;]{0,40}?\ (?:to|and|with))?
      | opposite | across\ (?:the\ border\ |the\ river\ )?from | in\ the\ direction\ of )
    (?:\ the)?
    (?:\ (?:village|(?:border\ |nearest\ )?town|city|district|(?:provincial\ )?capital|cent(?:re|er)|municipality|port)
        (?:\ of)?,?)?
    \ $""",
    re.VERBOSE,
)
_FROM: Final = re.compile(
    rf"\b{any_of('from')}(?: the)?"
    r"(?: (?:village|town|city|district|area|neighbou?ring|nearby|province|direction|region) ?(?:of)?)? $"
)
_TAKEN: Final = re.compile(
    rf"\b{any_of('taken from there')}\b[^.;,]{{0,60}}(?<!way)(?<!route) from (?:the |a |an |its )?"
    r"(?:[\w-]+ ){0,2}(?:of )?$"
)
_TO: Final = re.compile(rf"\b{any_of('to')}(?: the)?(?: (?:village|town|city|district|capital) (?:of)?)? $")
_ON_THE_WAY: Final = re.compile(
    rf"\b{any_of('is on the way')}(?: \w+)? to (?:the )?$|\barriv\w+(?: by [\w-]+)? (?:in|at) (?:the )?$"
)
_ATTACKED: Final = re.compile(
    rf"\b{any_of('attacked place')}(?: on| in| at| against| of)?(?: the)?"
    r"(?: (?:villages?|towns?|city|outskirts|district|area|border town|centre|market)(?: of)?)? $"
)
#: "Our positions in the direction of Marsville": where an army says that its posts are.
_FACING: Final = re.compile(
    r"\b(?:positions?|posts?|units?|outposts?|trenches|sections?|detachments?)(?: \w+){0,4} in the direction of (?:the )?"
    r"(?:(?:village|town|city|settlement) (?:of )?)?$"
)
_CLOSE_TO: Final = re.compile(
    r"\b(?:close to|not far from|next to|adjacent to|(?:entrance|entry|exit|gateway|approach(?:es)?) (?:in)?to) "
    r"(?:the (?:\w+ ){1,2}of )?$"
)
_NEAR: Final = re.compile(r"\b(?:near|close to|outskirts of|vicinity of|edge of|suburbs? of|adjacent to|next to)$")
_COMPASS: Final = re.compile(r"\b(?:north|south|east|west)\w*$")
_PART: Final = re.compile(rf"\b{any_of('part of a place')}$")
#: "On the heights of Marsville", "in a wheat field of Marsville", not "in the name of Marsville".
_THING_THERE: Final = re.compile(
    rf"\b{any_of('where')} (?:the|a|an|one|two|three|four|several) "
    rf"(?:(?!{any_of('ends a noun phrase')}\b)[\w-]+ ){{0,2}}(?!{any_of('nothing that lies somewhere')}\b)[a-z-]+ $"
)
_SPOKE: Final = re.compile(rf"\b(?:{any_of('where somebody spoke')}|told \w+)(?: \w+){{0,3}} $")
_THEN_SAID: Final = re.compile(rf" {any_of('said after a place')}\b(?! to\b)")
#: People who speak where they are, if something is said: "two doctors in Marsville told", "according to a source in".
_SPEAKERS: Final = re.compile(rf"\b{any_of('who speaks somewhere')} (?:\w+ )?{any_of('where')} $")
_SAID_BY: Final = re.compile(rf"\b(?:{any_of('according to')}|said|says|told|quoted|citing|reports|informs) [^.;]{{0,60}}$")
_SAID_SOON: Final = re.compile(
    rf"(?:, [^.;,]{{1,60}},)? (?:[^.;,]{{0,30}} )?{any_of('said after a place', 'gives a number')}\b(?! to\b)"
)
#: "They fled Marsville, where five were killed", "left Marsville, which fell to the rebels".
_THERE: Final = re.compile(
    r"(?:(?:, [a-z][^.;,]{1,40})?,)? where\b|,? (?:which (?:was|had been|fell|passed|came|had (?:fallen|passed|come)))\b"
)
#: An office that was hit is no office where somebody spoke, nor is a funeral at which people were fired on.
_HIT: Final = re.compile(
    r"\b(?:near|outside|in front of|hit|struck|targeted|attacked|stormed|rocked) [^,;]{0,40}$"
    rf"|\b(?:on|onto|against) (?:an?|the|its|one) (?:{any_of('which hospital')} )*{any_of('hospital')} $"
    rf"|\b{any_of('deed')} [^,;]{{0,50}}\b(?:at|on|during|near) (?:an?|the|his|her|their) (?:[\w-]+ )?"
    r"(?:funeral|meeting|conference|summit|parliament) $"
)
#: "Soldiers stationed at Marsville".
_STATIONED: Final = re.compile(r"\b(?:based|stationed|garrisoned|headquartered|quartered|billeted) $")
_HOSPITAL: Final = re.compile(rf"\b(?:a|the) (?:{any_of('which hospital')} )*{any_of('hospital')}\b[^.;]{{0,25}} $")

#: "Marsville village, in Newland, was shelled", "several villages, including Marsville", "the mayor of Marsville".
_SUBJECT: Final = re.compile(
    r"(?:^|[,;:\"'(-] ?|\b(?:after|also|and|as|because|before|but|nearby|said|since|that|when|while) "
    rf"|\b(?:{'|'.join(WEEKDAYS)}),? )(?:the )?$"
)
_NO_PART: Final = rf"(?!(?:{any_of('ends a noun phrase', 'lives there')}) )"
_DONE_TO: Final = re.compile(
    rf"(?:'s)?(?: {_NO_PART}[\w'-]+| in [\w'-]+| \([^)]{{2,30}}\)|, [^.;,]{{1,60}},){{0,4}}"
    r" (?:was|were|is|been|being|came|come|comes|coming)(?: \w+ly| again| twice| also| then){0,2}"
    rf" {any_of('done to a place')}\b"
)
#: "Marsville fell to the rebels", "Oldtown, too, saw fighting".
_LIVED_THROUGH: Final = re.compile(rf"(?:, [^.;,]{{1,40}},|,)?(?: \w+ly| again| also)? {any_of('lived through')}\b")
_ONE_OF: Final = re.compile(
    rf"\b{any_of('of several places')}\b[^.;]{{0,60}} (?:among them|including|namely|notably|such as) (?:[^.;]{{1,60}} )?$"
)
#: What stands before the name that heads an item of a list: "- ", "4 May - ", "16:30 ", "3. 4 May, near ".
_ITEM: Final = re.compile(r"\W*(?:\d{1,2}[:.]\d\d |(?=[a-z, ]*\d)[a-z0-9]+[a-z0-9,. ]* ?[-:,|] )?(?:near |in |at |outside )?")
#: The head of an item has no more words and signs.
_MOST_HEAD: Final = 16
_OFFICE: Final = re.compile(rf"\b{any_of('local office')} $")
#: "at Marsville's main hospital", and a place whose people somebody supports.
_HOSPITAL_AFTER: Final = re.compile(rf"(?:'s(?: [\w-]+)?)?(?: {any_of('which hospital')})* {any_of('hospital')}\b")
_SUPPORTED: Final = re.compile(rf"\b{any_of('in support of')} [^.;:]{{0,60}}$")

#: What a country is named for after a word that would place an event elsewhere.
_OF_COUNTRY: Final[dict[str, Role]] = {"near": "reference", "into": "to"}

#: What stands between a place and what holds it: "A village in northern", "A, ", "A district of the restive".
_HELD: Final = re.compile(
    rf"""(?:'s?)?(?:\s?(?:{any_of("sort of site")}\ )?{any_of("kind before a holder")})?
    (?:,?\ (?:in|of|within|inside)|,)(?:\ the|\ a)?(?:,?\ (?:capital|seat)\ of)?
    (?:\ (?:\w+ern|{any_of("sort of region")}))*
    (?:\ (?:[a-z]+[ -])?{any_of("kind of holder")})?(?:\ of|\ in)?(?:\ the)?\ ?,?\ ?""",
    re.VERBOSE,
)
_SETTLEMENT_OF: Final = re.compile(r" (?:[a-z]+ )?(?:town|village|settlement|city|hamlet|community|kibbutz|moshav) of ")
#: What stands after a word that begins a sentence and is no name.
_BEGINS: Final = re.compile(r" (?:of|in|at|near|on|outside) ")
#: What joins the names of a list.
_JOINED: Final = (", ", " and ", ", and ", " as well as ")
_HELD_IN_BRACKETS: Final = re.compile(r" \((?:the )?")
_HELD_AS_SUCH: Final = re.compile(r", (?:a|an|the) (?:[\w'-]+ ){1,6}(?:in|of|within) (?:the )?(?:\w+ern )?")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a place with its offsets: its level where the words tell it, its role, and what holds it, finest first."""

    name: str
    start: int
    end: int
    level: Level
    role: Role
    holders: tuple[Mention, ...] = ()
    whole: tuple[int, int] = (0, 0)  #: with the word for its kind
    cue: str = ""  #: the word before it that tells its role
    owner: bool = False  #: it is named as what has something: "X's"

    @property
    def stretch(self) -> tuple[int, int]:
        """Where it is named: with the word for its kind, where that is a part of its name."""
        return (
            self.whole if self.level in ("district", "province") and self.whole[1] > self.whole[0] else (self.start, self.end)
        )


def read_places(sentence: Sentence, raw: str, taken: Sequence[tuple[int, int]]) -> list[Mention]:
    """The places that a sentence names, in its order, each with its holders; those are not given again.

    Args:
        sentence: where to read.
        raw: the text.
        taken: offsets of stretches that name somebody or something else.
    """
    named = (_mention(name, sentence) for name in place_names(sentence, raw, taken))
    return _chained(_coordinated([mention for mention in named if mention], sentence), sentence)


def _mention(name: Name, sentence: Sentence) -> Mention | None:
    before = sentence.before(name.start)[-_LOOKED_AT:]
    lower = name.follows.isalpha() and name.last < len(sentence.tokens) and not sentence.tokens[name.last].capital
    level, bare = _bare(before, name.level)
    pair = _end_of_pair(sentence, name)
    road = name.road or bool(ROAD_AFTER.match(sentence.after(pair)) or (pair > name.end and ROAD_BEFORE.search(before)))
    named = name.follows in cue_words("after a name", "event told before")
    there = _IN_THE.search(before) and name.follows not in cue_words("events")
    if before.endswith("the ") and not level and lower and not (road or named or there):
        return None  # "the Andean pipeline", "a part in the Marsville bombings"
    alone = not name.follows.isalpha() or name.follows in cue_words("where") | {"and", "with", "that", "which", "was", "were"}
    if alone and not level and _A.search(before):
        return None  # "thrown against a Boxcar", "a Boxcar with two aboard"
    if name.follows in cue_words("kind of arms") and _ARMED_WITH.search(before) and not (level or name.possessive):
        return None  # "a volley of Boxcar rockets"
    role: Role
    role, cue = ("reference", "road") if road else _role(bare)
    if role == "speaker" and _DONE_TO.match(sentence.after(name.end)):
        role, cue = "at", "in"  # "a hospital in Marsville was hit"
    if role in ("other", "from", "to") and not countries_named(name.words):
        role, cue = _role_by_what_follows(sentence, name, bare) or (role, cue)
    if countries_named(name.words) and (not level or name.follows == "territory"):
        level = "country"
    if role == "at" and _is_of_speaker(sentence, name, bare):
        role, cue = "speaker", "said"
    if role == "at" and _is_of_news(sentence, name):
        role = "speaker"
    if role == "at" and _ALONG.search(before):
        cue = "along"
    if role == "at" and name.follows == "," and _FRONTED.fullmatch(before):
        cue = "fronted"
    if level == "country" and role == "at":
        role = _OF_COUNTRY.get(cue, role)
    return Mention(name.words, name.start, name.end, level, role, whole=name.whole, cue=cue, owner=name.possessive)


def _end_of_pair(sentence: Sentence, name: Name) -> int:
    """Where a name ends, with another after a sign: "Marsville - Newtown", "Marsville/Newtown", "Marsville to Newtown"."""
    tokens, at = sentence.tokens, name.last
    if at + 1 < len(tokens) and tokens[at].word in ("-", "/", "to") and tokens[at + 1].capital:
        while at + 1 < len(tokens) and (tokens[at + 1].capital or tokens[at + 1].word == "-"):
            at += 1
        return tokens[at].end
    return name.end


def _role_by_what_follows(sentence: Sentence, name: Name, before: str) -> tuple[Role, str] | None:
    """What a place is named for that no word before it places: "Marsville was shelled", "Marsville residents"."""
    word = sentence.tokens[name.first - 1] if name.first else None
    after = sentence.after(name.end)
    if _THERE.match(after):
        return "at", "in"
    whole = sentence.before(name.start)  # "in Newland the village of Marsville was shelled"
    subject = (word is None or word.word in ("the", *WEEKDAYS) or not word.capital) and (
        _SUBJECT.search(before) or (_OF_KIND.search(whole) and _THE_KIND.search(whole))
    )
    several = word is None and name.words.endswith("s") and " " not in name.words  # "Shepherds saw gunmen"
    things = several and " were " in after[:40]  # "Weapons were seized"
    if (subject and not things and _DONE_TO.match(after)) or _ONE_OF.search(before):
        return "at", "in"
    if _heads_item(sentence, name):
        return "at", "head"
    if subject and _LIVED_THROUGH.match(after) and not several:
        return "at", "lived"
    if name.follows in cue_words("event told before"):
        return "at", "event"
    return ("from", "of") if name.follows in cue_words("lives there") or _OFFICE.search(before) else None


def _heads_item(sentence: Sentence, name: Name) -> bool:
    """Whether a name heads an item of a list, with a day, a country or its kind: "- Marsville (NL), 4 May: shelling"."""
    before = sentence.before(name.start)
    if not _ITEM.fullmatch(before):
        return False
    marked = any(letter.isdigit() for letter in before)
    bullet, bracket = before[:1] in tuple("-*•"), False
    kinds = kinds_of_place()
    tokens = sentence.tokens[name.last - 1 : name.last + _MOST_HEAD]
    for last, token, following in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.word in ":|" or (token.word == "-" and last.end < token.start and token.end < following.start):
            return marked or bullet or (bracket and token.word == ":")
        bracket = bracket or token.word == "("
        marked = marked or token.word.isdigit() or token.word in kinds
        if not (token.capital or token.word.isdigit() or token.word in "(),./" or token.word in kinds):
            return False
    return False


def _is_of_speaker(sentence: Sentence, name: Name, bare: str) -> bool:
    """Whether a place is that of somebody who speaks: "two doctors in Marsville, who saw it, said"."""
    after = sentence.after(name.end)
    if _SPEAKERS.search(bare) and (_SAID_BY.search(bare) or _SAID_SOON.match(after)):
        return True
    return bool(_THEN_SAID.match(after))


def _is_of_news(sentence: Sentence, name: Name) -> bool:
    """Whether a place is that of a dateline in brackets, or of the hospital where somebody is treated: "at X hospital"."""
    before, after = sentence.before(name.start), sentence.after(name.end)
    return bool(_HOSPITAL_AFTER.match(after) and not _HIT.search(before)) or bool(_SUPPORTED.search(before))


def _bare(before: str, level: Level) -> tuple[Level, str]:
    """The level of a place, and the words before it without those that describe it."""
    if of := _OF_KIND.search(before):
        level = level or _level_of(of["kind"].rstrip("s"))
        before = _DESCRIBED_KIND.sub(r"\1 ", before[: of.start()])
        before = _SORT_OF_KIND.sub("", before)
    else:
        before = _SIDE.sub("", _SORT.sub("", before))
        before = _THE.sub(r"\1 ", before)
    before = _HOLDER.sub("", before)
    if (word := _WORD.search(before)) and countries_with_adjective(word[1]):
        before = _BEFORE_ADJECTIVE.sub("", before[: word.start()])
    return level, before


def _level_of(kind: str) -> Level:
    if kind in ("capital", "outskirt", "town centre"):
        return "settlement"
    return kinds_of_place().get(kind, "")


def _role(before: str) -> tuple[Role, str]:
    """What a place is named for, by the words before it, and the last of them."""
    found = _WORD.search(before)
    word, bare = (found[1], before[: found.start()]) if found else ("", before)
    if _FACING.search(before):
        return "at", "near"
    if _REFERENCE.search(before):
        return "reference", word
    if _CLOSE_TO.search(before):
        return "at", "near"
    if _ON_THE_WAY.search(before):
        return "to", "way"
    where = word in cue_words("where")
    if where or word in ("of", "and", "or"):
        spoke = _HOSPITAL.search(bare) or (where and _SPOKE.search(bare))
        if _STATIONED.search(bare) or (spoke and not _HIT.search(bare)):
            return "speaker", word
        if _NEAR.search(before.rstrip()):
            return "at", "near"
        if word == "of" and _COMPASS.search(bare.rstrip()):
            return "reference", word
        if word == "of" and _FROM.search(before):
            return "from", word
        if where or (word == "of" and _PART.search(bare.rstrip())) or _ATTACKED.search(before):
            return "at", word
        return ("at", "thing") if word == "of" and _THING_THERE.search(bare) else ("other", word)
    if _TAKEN.search(before):
        return "at", word
    if _FROM.search(before):
        return "from", word
    if _ATTACKED.search(before):
        return "at", word
    return "to" if _TO.search(before) else "other", word


def _coordinated(found: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    """Mentions of which those that begin a list have the role of its last: "Marsville, Oldtown and Newtown were shelled"."""
    done: list[Mention] = []
    for one in reversed(found):
        other = done[-1] if done else None
        listed = other and one.role == "other" and sentence.words(one.end, other.start) in _JOINED
        done.append(replace(one, role=other.role, cue=other.cue) if listed and other and other.role == "at" else one)
    return done[::-1]


def _chained(found: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    """Mentions with what holds them: "A, B", "A in B", "A of B district", "B's A", one after the other."""
    done: list[Mention] = []
    inside: set[int] = set()
    for one in reversed(found):
        other = done[-1] if done else None
        starts = min((other.start, *(holder.start for holder in other.holders))) if other else 0
        if other and one.owner and _OWNS.fullmatch(sentence.words(max(one.end, one.whole[1]), other.start).replace("\n", " ")):
            done[-1] = replace(other, holders=(*other.holders, one))
        elif one.owner and one.level == "country":
            continue  # "X's army"
        elif one.start == sentence.start and one.role == "other" and _BEGINS.match(sentence.after(one.end)):
            done.append(one)  # "Villagers of X", "Clashes in X"
        elif other and _is_of_area(one, sentence.before(one.start), sentence.words(one.end, other.start)):
            done[-1] = replace(other, role=one.role, cue=one.cue, holders=(*other.holders, one))
        elif other and _holds(other, one, sentence.words(max(one.end, one.whole[1]), starts).replace("\n", " ")):
            inside |= {other.start, *(holder.start for holder in other.holders)}
            done.append(replace(one, holders=(other, *other.holders)))
        else:
            done.append(one)
    return [mention for mention in reversed(done) if mention.start not in inside]


def _is_of_area(one: Mention, before: str, between: str) -> bool:
    """Whether a name tells which settlement follows: "the Marsland town of Oldtown"."""
    return before.endswith("the ") and bool(_SETTLEMENT_OF.fullmatch(between)) and one.role in ("at", "other")


def _holds(other: Mention, one: Mention, between: str) -> bool:
    """Whether a place holds the one before it, by the words between them: no town holds a country."""
    if one.level == "country" != other.level:
        return False
    if _HELD.fullmatch(between) and other.role not in ("from", "to", "speaker"):
        return True
    coarse = other.level in ("district", "province", "country")
    return bool((coarse and _HELD_AS_SUCH.fullmatch(between)) or _HELD_IN_BRACKETS.fullmatch(between))
