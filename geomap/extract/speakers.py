"""Whom a text credits with what it tells: who "said" it, or according to whom it is told, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geomap.extract.text import Sentence
from geomap.vocabulary import any_of, cue_words

#: A speaker has no more words, and stands so many characters from the word for speech at most.
_MOST_WORDS, _FARTHEST = 14, 160
#: A pronoun or a quotation stands for a speaker of so many sentences before.
_STILL: Final = 3
#: A shorter beginning of a sentence tells nothing: "On Monday,".
_LEAST_TOLD: Final = 30

#: "Rejected the claim", and not "dismissed the general".
_DENIES: Final = (
    rf"{any_of('accuses')}(?![\w-])"
    rf"|{any_of('turns down')}(?= (?:[\w'-]+ ){{0,4}}?{any_of('report of it', 'is turned down')}(?![\w-]))"
)
_DENIED: Final = re.compile(rf"(?<![\w'-])(?:{_DENIES})")
_NUMBER: Final = rf"(?:{any_of('at least or about')} )?(?:{any_of('number of dead')}(?![\w-])|\d)"
_FIGURE: Final = rf" (?:{any_of('before a figure')} )*+(?:none\b|{_NUMBER})"
#: "Received five coffins", "saw four bodies": who handles the dead counts those; "report five dead", not "the report".
_SAW: Final = (
    rf"{any_of('handles the dead')}(?= {_NUMBER} ?(?:[\w-]+ ){{0,3}}?{any_of('the dead or hurt')}(?![\w-]))"
    rf"|{any_of('gives a number in print')}(?= \"?(?:an? total of |an? toll of )?{_NUMBER})"
    rf"|{any_of('gives a figure')}(?= (?:{any_of('before a figure')} ){{0,5}}(?:none\b|{_NUMBER}))"
)
#: "Villagers tell a different story."
_OTHERWISE: Final = (
    rf"(?:{any_of('gives a version')} {any_of('of another sort')} {any_of('version')}|{any_of('tells it otherwise')})"
)
_SAID: Final = re.compile(rf"(?<![\w'-])(?:(?:{_OTHERWISE}|{any_of('said', 'gives a number')})(?![\w-])|{_SAW}|{_DENIES})")
#: "The mayor's count", "his account", at the beginning of what is told.
_VERSION: Final = re.compile(
    rf"(?<![\w-])(?:in|by|to go by|on) (?:(?P<own>his|her|their|its)|(?P<who>[^,.;:\"]{{2,60}}?)'s?) (?:own )?"
    rf"{any_of('account of somebody')}(?![\w-])"
)
#: "Kabul's count stands at two", "the mosque's register shows eleven".
_OWN_COUNT: Final = re.compile(
    rf"(?P<by>[^,.;:\"]{{2,50}}?)'s? (?:own )?{any_of('account of somebody')} (?P<said>{any_of('is so many')})(?={_FIGURE})"
)
_COUNT_WORDS: Final = frozenset(word for words in cue_words("account of somebody") for word in words.split())
#: "A mine claimed four lives", "initial reports of six deaths".
_SAYS_NOTHING: Final = re.compile(rf"claim\w* {_NUMBER} (?:more |other |further )?(?:lives|life|victims?)\b|reports of\b")
#: "Put the dead at 12 and the commission at 18".
_GAPPED: Final = re.compile(rf"[,;]?(?: and| but| while| whereas|;) (?P<by>[^,.;:\"]{{3,50}}?) (?P<said>at|of)(?={_FIGURE})")
_PUTS: Final = re.compile(any_of("gives a figure", "gives a number"))
#: "Hospital officials: five dead", "ISPR: two soldiers killed": what is told of them follows.
_COLON: Final = re.compile(r"[\s\-–—•*(]*(?P<who>[^.;:\"()]{3,80}(?:\"[^\"]{1,30}\")?)(?: \([^)]{1,40}\))?:(?=\s)")
_EVENT: Final = re.compile(rf"\b{any_of('event told before')}s?\b")
#: What comes after it, speaks on.
_DIFFERS: Final = re.compile(_OTHERWISE)
_ACRONYM: Final = re.compile(r"(?:the )?[A-Z]{2,7}(?:/[A-Z]{2,7})?")
_ACCORDING: Final = re.compile(rf"(?<![\w'-]){any_of('according to')} ")
#: "the claim by the army that", "the army's claim that": what somebody is said to claim.
_OWNER: Final = re.compile(
    rf"(?:^|(?<= ))(?:the |an? )?(?P<who>(?:(?!{any_of('auxiliary')}\b|the )[\w-]+ ){{0,4}}[\w-]+)'s?(?: \w+)? $"
)
_CLAIM: Final = re.compile(
    rf"(?<![\w-])(?P<said>{any_of('claim of somebody')})(?: (?:by|of|from) (?P<by>[^.;,]{{2,80}}?))? that\b"
)
#: What may stand between a speaker and the word for speech.
_ADVERBS: Final = re.compile(
    rf"(?: (?:{any_of('before speech')}|(?:late )?on \w+"
    rf"|in (?:an?|its|his|her|their|the) (?:[\w-]+ )??{any_of('form of speech')}))*+\s*$"
)
_HOWEVER: Final = re.compile(rf", (?:{any_of('before speech')}),? *$")
#: "First spoke of two dead", "had initially put the toll at five".
_AT_FIRST: Final = re.compile(r"\b(?:first|initially|at first|originally)\b")
#: What parts a speaker from what stands before it.
_PARTED: Final = re.compile(rf"[,;:\"]|(?<=\s)-(?=\s)|(?<![\w'-]){any_of('parts a speaker')}(?![\w'-])")
_JOINT: Final = re.compile(r"(?:;|\b(?:but|while|whereas|and|although|though|yet))$")
_ENDS_WITH_AND: Final = re.compile(r" (?:and|but)\s*$")
_AND: Final = re.compile(r" (?:and|but|or) ")
#: What is no part of a speaker at its beginning, and what ends one.
_LEADING: Final = re.compile(rf"\W*(?:(?:{any_of('before a speaker')}|(?:late |early )?on (?:\w+day|\w+ \d+))\s+)*")
_COUNTS: Final = re.compile(any_of("gives a number", "handles the dead"))
_HANDLES: Final = re.compile(any_of("handles the dead"))
_ENDS: Final = re.compile(
    rf"[,;:.\"()]|(?<=\s)-(?=\s)|(?<![\w'-]){any_of('ends a speaker')}(?![\w'-])| (?=(?:and|or|but) {_NUMBER})|$"
)
#: Those who speak: offices, people, names; and pronouns that stand for one who spoke before.
_OFFICE: Final = re.compile(rf"(?<![\w-]){any_of('office')}(?!\w)")
_PRONOUN: Final = re.compile(any_of("pronoun"))
#: "Residents who fled", "witnesses reached by this newspaper".
_DESCRIBED: Final = re.compile(
    r" who | \(| (?:reached|contacted|interviewed|quoted|cited|questioned|asked) (?:by|in|at|on|over) "
)
_RELATIVE: Final = re.compile(r" (?:who|which|that) ")
_NO_SPEAKER: Final = re.compile(rf"(?<![\w'-]){any_of('auxiliary', 'no speaker')}(?![\w'-])")
#: What has a day in it is told, and speaks not: "six soldiers fell near Marsville on Monday, says the army".
_DATED: Final = re.compile(r" (?:on|late|early|since|last) (?:\w+ )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_NAME: Final = re.compile(r"(?<![\w'’-])[A-Z][\w'’-]+")
#: Nothing is told between a word for speech and the next sign: ", police said on Monday."
_TELLS_NOTHING: Final = re.compile(
    rf"(?: {any_of('whom it is told')})?(?: \w+day)?"
    r"(?: (?:on|in|at|by|from|via|through|late|during)(?: (?!that )[\w'-]+){1,6})?\s*(?:[,.;\"]|$)"
)
#: "Claimed four lives": what kills speaks not.
_LIVES: Final = re.compile(r"(?: [\w'-]+){1,4} (?:life|lives)\b")
#: Where another part of a sentence begins.
_ANEW: Final = re.compile(r"; |, (?:while|whereas|but|though|although)\b| (?:while|whereas)\b")
#: Speakers who are no party, and the words for forces of whatever side; so many letters of a word tell whose it is.
_OF_THE_PEOPLE: Final = re.compile(rf"\b{any_of('of the people')}\b")
_STEM: Final = 5
_FORCES: Final = frozenset(word[:_STEM] for word in cue_words("forces of any side"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a sentence credits, with the offsets of the words."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of a text that is credited to somebody, with the offsets of the word for speech."""

    speaker: Speaker
    start: int
    end: int
    said: tuple[int, int]
    saw: bool = False  #: he tells of those whom he saw or took in, who may be a part: "the hospital received four bodies"
    early: bool = False  #: what it says was put right later: "the mayor's office first spoke of two dead"


@dataclass(frozen=True, slots=True)
class _Told:
    """Somebody who speaks in a sentence: the offsets of the word for speech, and whether what is said follows it."""

    speaker: Speaker
    said: tuple[int, int]
    start: int  #: where what it says, or its own name, begins
    leads: bool


class Speech:
    """Reads who speaks in the sentences of one text, one after the other: a pronoun stands for the speaker before."""

    def __init__(self, raw: str) -> None:
        """Begin a text."""
        self.raw = raw
        self._last: Frame | None = None
        self._age, self._open = 0, False
        self._begun = False  #: the first sentence was read
        self._headed = -1  #: the block in which a speaker heads what is told

    def frames(self, sentence: Sentence, people: Sequence[tuple[int, int]]) -> tuple[Frame, ...]:
        """What the next sentence credits to whom; all of it to the last speaker where it goes on with a quotation.

        Args:
            sentence: the next one of the text.
            people: the offsets of its words for people and actors, who may speak.
        """
        known = self._last if self._age < _STILL else None
        frames = tuple(_framed(sentence, sorted(self._told(sentence, people, known), key=lambda told: told.said)))
        if not frames and known and (self._open or sentence.plain.startswith('"')):
            frames = (Frame(known.speaker, sentence.start, sentence.end, known.said),)
        goes_on = not frames and self._headed == sentence.block
        if known and goes_on:
            frames = (Frame(known.speaker, sentence.start, sentence.end, known.said),)
        elif frames:
            said = " ".join(self.raw[slice(*frames[-1].said)].lower().split())
            self._headed = sentence.block if said == ":" or _DIFFERS.fullmatch(said) else -1
        self._begun = True
        self._open = (self._open + sentence.plain.count('"')) % 2 == 1
        self._age = 0 if frames and not goes_on else self._age + 1
        self._last = frames[-1] if frames else self._last
        return frames

    def _told(self, sentence: Sentence, people: Sequence[tuple[int, int]], known: Frame | None) -> Iterator[_Told]:
        line, start = sentence.line, sentence.start
        for match in _SAID.finditer(line):
            if match[0].startswith("claim") and _LIVES.match(line, match.end()):
                continue
            said = (start + match.start(), start + match.end())
            if _SAYS_NOTHING.match(line, match.start()):
                continue
            first, begin, stop = _noun_before(line, match.start())
            if _PRONOUN.fullmatch(line, begin, stop):
                speaker = known.speaker if known else None
            else:
                speaker = self._named(sentence, begin, stop, people, counts=bool(_COUNTS.fullmatch(match[0])))
            if speaker:
                before = line[:first].rstrip()
                told = _TELLS_NOTHING.match(line, match.end()) if before.endswith(('"', ",", "-")) else None
                whole = len(before) > _LEAST_TOLD or before.endswith('"') or _NO_SPEAKER.search(before)
                leads = not (told and (whole or told.end() == len(line)))
                yield _Told(speaker, said, start + begin if leads else said[0], leads)
            elif line[: match.start()].rstrip().endswith((",", '"')):
                after = _ENDS.search(line, match.end())
                if after and (speaker := self._named(sentence, match.end(), after.start(), people)):
                    yield _Told(speaker, said, said[0], leads=False)
        for match in _CLAIM.finditer(line):
            said = (start + match.start("said"), start + match.end("said"))
            begin, stop = match.span("by") if match["by"] else _owner(line, match.start())
            if stop > begin and (speaker := self._named(sentence, begin, stop, people)):
                yield _Told(speaker, said, said[0], leads=True)
        for match in _VERSION.finditer(line):
            own = known.speaker if known and match["own"] else None
            if whose := self._named(sentence, *match.span("who"), people) if match["who"] else own:
                ends = match.end() >= len(line) - 1
                yield _Told(whose, (start + match.start(), start + match.end()), start + match.start(), leads=not ends)
        yield from self._counting(sentence, people)
        if heading := self._heading(sentence, people):
            yield heading
        for match in _ACCORDING.finditer(line):
            after = _ENDS.search(line, match.end())
            if after and (speaker := self._named(sentence, match.end(), after.start(), people)):
                said = (start + match.start(), start + match.end() - 1)
                before = line[: match.start()].strip()
                ends = (after.end() == len(line) or line.startswith((" and ", " or ", " but "), after.start())) and bool(before)
                anew = _JOINT.search(before) is not None
                yield _Told(speaker, said, said[0], leads=anew or (len(before) < _LEAST_TOLD and not ends))

    def _counting(self, sentence: Sentence, people: Sequence[tuple[int, int]]) -> Iterator[_Told]:
        """Who gives a figure without a verb of speech: "Kabul's count is two", "put it at nine and the army at four"."""
        line, start = sentence.line, sentence.start
        found = [*_OWN_COUNT.finditer(line)] if "'" in line and not sentence.word_set.isdisjoint(_COUNT_WORDS) else []
        puts = _PUTS.search(line) if not sentence.word_set.isdisjoint(("at", "of")) else None
        found += _GAPPED.finditer(line, puts.end()) if puts else []
        for match in found:
            if speaker := self._named(sentence, *match.span("by"), people):
                said = (start + match.start("said"), start + match.end("said"))
                yield _Told(speaker, said, min(speaker.start, said[0]), leads=True)

    def _heading(self, sentence: Sentence, people: Sequence[tuple[int, int]]) -> _Told | None:
        """Who speaks in a sentence that is headed by him: "Hospital officials: five dead"; not "QUETTA: two men died"."""
        found = _COLON.match(sentence.line)
        if found is None or _SAID.search(sentence.line, 0, found.end()):
            return None
        begin, stop = found.span("who")
        stop = begin + len(found["who"].partition(",")[0])
        if _EVENT.search(sentence.line, begin, stop) or _NO_SPEAKER.search(found["who"]) or found["who"].startswith("in "):
            return None  # "Raid on an army post: two die", "in Milltown two soldiers, 20 and 21, are dead: they ..."
        speaker = self._named(sentence, begin, stop, people, counts=True)
        raw = self.raw[sentence.start + begin : sentence.start + stop]
        if speaker is None and self._begun and _ACRONYM.fullmatch(raw):
            speaker = Speaker(raw, sentence.start + begin, sentence.start + stop)
        at = sentence.start + found.end()
        return _Told(speaker, (at - 1, at), sentence.start + begin, leads=True) if speaker else None

    def _named(
        self, sentence: Sentence, begin: int, stop: int, people: Sequence[tuple[int, int]], *, counts: bool = False
    ) -> Speaker | None:
        """A speaker between two places of a sentence, if there is one; no place, where it "counts" or "has recorded"."""
        begin = _led(sentence.line, begin, stop)
        words = _DESCRIBED.split(sentence.line[begin:stop], maxsplit=1)[0].rstrip(" ,")
        start, end = sentence.start + begin, sentence.start + begin + len(words)
        if (
            not words
            or words.endswith("'s")
            or len(words.split()) > _MOST_WORDS
            or _NO_SPEAKER.search(words)
            or _PRONOUN.fullmatch(words)
            or _DATED.search(words)
        ):
            return None
        names = _NAME.findall(self.raw, start, end)
        named = not counts and (len(names) > 1 or (names and (begin > 1 or " " not in words)))
        alone = words in cue_words("speaks alone")
        if not (named or alone or _OFFICE.search(words) or any(start <= a and b <= end for a, b in people)):
            return None
        return Speaker(" ".join(self.raw[start:end].split()), start, end)


def _noun_before(line: str, at: int) -> tuple[int, int, int]:
    """Where the subject of a word for speech begins and ends, before it; first where the part of the sentence does."""
    floor = max(0, at - _FARTHEST)
    adverbs = _ADVERBS.search(line, floor, at)
    stop = adverbs.start() if adverbs else at
    if aside := _HOWEVER.search(line, floor, stop):  # "the opposition, however, said"
        stop = aside.start()
    elif line[stop - 1 : stop] == ",":  # "the director, who was there, said"; "Ali Khan, the director, said"
        stop -= 1
        comma = line.rfind(",", floor, stop)
        begin = _last_part(line, floor, comma) if comma > 0 else floor
        if comma > 0 and (
            not line[:begin].strip() or line[begin:comma].strip()[:1] == '"' or _RELATIVE.search(line, comma, stop)
        ):
            stop = comma
    begin = _last_part(line, floor, stop)
    if line[begin:stop].strip() in ("and", "but"):  # "the authorities blamed the rebels, and gave a toll of five"
        begin = _last_part(line, floor, max(floor, begin - 2))
    if _NO_SPEAKER.search(line, begin, stop) and (joint := max((m.end() for m in _AND.finditer(line, begin, stop)), default=0)):
        begin = joint
    first = _led(line, begin, stop)
    return begin, first, _before_a_verb(line, first, stop)


def _before_a_verb(line: str, begin: int, stop: int) -> int:
    """Where a subject ends that has another verb before: "the army rejected the claim and said"."""
    goes_on = _ENDS_WITH_AND.search(line, begin, stop)
    verb = (_SAID if goes_on else _DENIED).search(line, begin, stop)
    office = goes_on and not verb and _OFFICE.search(line, begin, stop)
    cut = verb.start() if verb else office.end() if office else stop
    return cut if line[begin:cut].strip() else stop


def _owner(line: str, at: int) -> tuple[int, int]:
    """Where the one is named whose claim stands at a place of a sentence: "the army's claim"; nowhere where nobody is."""
    owner = _OWNER.search(line, max(0, at - _FARTHEST), at)
    return owner.span("who") if owner else (at, at)


def _led(line: str, begin: int, stop: int) -> int:
    """Where a speaker begins after what is no part of it: "and on Monday the"."""
    cut = _LEADING.match(line, begin, stop)
    return cut.end() if cut else begin


def _last_part(line: str, floor: int, stop: int) -> int:
    return max((match.end() for match in _PARTED.finditer(line, floor, stop)), default=floor)


def _framed(sentence: Sentence, told: Sequence[_Told]) -> Iterator[Frame]:
    """What each speaker of a sentence is credited with, from left to right, up to where the next one's words begin."""
    for n, one in enumerate(told):
        after = told[n + 1] if n + 1 < len(told) else None
        stop = sentence.end if after is None else after.start if after.leads else one.said[1]
        begin = told[n - 1].said[1] if n else sentence.start
        anew = [m.start() for m in _ANEW.finditer(sentence.line, max(0, begin - sentence.start), one.said[0] - sentence.start)]
        if one.leads:
            begin = one.start
        elif anew and n:
            begin = sentence.start + anew[-1]
        if after and not after.leads:
            parts = [
                m.start() for m in _ANEW.finditer(sentence.line, one.said[1] - sentence.start, after.said[0] - sentence.start)
            ]
            stop = sentence.start + parts[-1] if parts else stop
        told_before = sentence.line.find(", after ", one.said[1] - sentence.start, stop - sentence.start)
        if one.leads and told_before >= 0 and _DENIED.match(sentence.line, one.said[0] - sentence.start):
            stop = sentence.start + told_before
        early = bool(_AT_FIRST.search(sentence.words(min(one.speaker.end, one.said[0]), one.said[0])))
        saw = bool(_HANDLES.fullmatch(sentence.words(*one.said)))
        yield Frame(one.speaker, begin, max(stop, one.said[1]), one.said, saw, early)


def looked_ahead(read: Sequence[tuple[Sentence, tuple[Frame, ...]]]) -> list[tuple[Frame, ...]]:
    """The frames of sentences, where a quotation that begins before its speaker is named is credited, too."""
    frames = [found for _, found in read]
    for n in range(len(read) - 2, -1, -1):
        sentence = read[n][0]
        if not frames[n] and frames[n + 1] and sentence.plain.startswith('"') and sentence.plain.count('"') == 1:
            then = frames[n + 1][0]
            frames[n] = (Frame(then.speaker, sentence.start, sentence.end, then.said),)
    return frames


def speaker_at(frames: Sequence[Frame], at: int) -> Frame | None:
    """The frame in which a place of the text stands, but for the words that name the speaker."""
    return next((f for f in frames if f.start <= at < f.end and not f.speaker.start <= at < f.speaker.end), None)


def speaks_for(speaker: str, actor: str) -> bool:
    """Whether a speaker is of those who did something: the same name or state, or an office of the own forces.

    >>> speaks_for("Pakistan's military", "Pakistani military"), speaks_for("army spokesman", "troops")
    (True, True)
    >>> speaks_for("residents", "Pakistani military"), speaks_for("Taliban official", "Pakistani military")
    (False, False)
    """
    said, did = (re.findall(r"\w+", words.lower()) for words in (speaker, actor))
    if _OF_THE_PEOPLE.search(speaker.lower()):
        return False
    own = {word[:_STEM] for word in did if len(word) > 2} - _FORCES
    named = {word[:_STEM] for word in said}
    return bool(own & named) if own else bool(_FORCES & named)
