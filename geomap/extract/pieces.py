"""Sentences, and parts of them, with everything that was read in each."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, pairwise
from typing import Final

from geomap.articles import Lexicon
from geomap.extract.actors import Named, read_actors
from geomap.extract.arms import is_name
from geomap.extract.days import Day, read_days
from geomap.extract.denials import read_denial
from geomap.extract.fates import Counted, read_counts
from geomap.extract.kinds import VIOLENT, Trigger, read_triggers
from geomap.extract.phrases import Found, Phrasebook, of_field
from geomap.extract.places import Mention, read_places
from geomap.extract.published import full_day_at
from geomap.extract.speakers import Frame, Speech, looked_ahead
from geomap.extract.statements import Lies, read_statements
from geomap.extract.targets import Struck, read_targets
from geomap.extract.text import Sentence, Text
from geomap.language import normalised_words
from geomap.vocabulary import any_of, countries_named, countries_with_capital, group_named

#: A stretch of more days is no day of an event, where another is named.
_MONTH_OF_DAYS: Final = 31
#: A stretch of so many days more than one still dates one event: a night.
EXACT_DAYS: Final = 1
#: Places so many characters apart are as near to what happened.
_AS_NEAR: Final = 40

#: Of two places where something happened, that with the later of these words gives way.
_WEAKER: Final = ("in", "near", "fronted", "along", "event", "lived", "head")
#: What parts a sentence into clauses.
_CLAUSES: Final = re.compile(r"[,;:(] |\b(?:after|when|while|that|which|who|as|and|but|since|following|where|before)\b")
#: Where a sentence that tells of several incidents may be cut.
_CUT: Final = re.compile(
    r"""; | ,\ (?:while|whereas)[ ] | :\ (?=(?:on|in|at|last|early|late)\b)
    | ,\ and\ (?=(?:in|at|near|on|another|a\ separate|a\ second|two|three|four|five|six)\b)
    | \band\ (?=(?:a|an|another|one|two|three|four|five|six|seven|eight|nine|ten|several|\d+)\ (?:[\w-]+\ ){1,4}(?:was|were)\b)
    | \bwhile\ (?=(?:another|in|at|near|a|two|three|four)\b)
    | ,\ but\ (?=in\b)
    | (?=\ \w+\ (?:day|week|month|hour|year)s?\ after\ )""",
    re.VERBOSE,
)
#: A day and a place so many characters apart are of one event; a part of so few words is little more than these.
_NEXT_TO_EACH_OTHER, _LITTLE_MORE = 30, 10
#: A day so near behind a place is that of what took place there.
_AS_JOINED: Final = 6
#: Where a clause may begin.
_CLAUSE: Final = re.compile(r"[;,(] |\b(?:and|but|while|whereas|after|when|that|which|who)\b")
#: "While rebels shelled A, soldiers arrested two men in B."
_WHILE: Final = re.compile(r"\W*(?:while|whilst) ")
#: "The raid came four days after another": what follows is of an earlier day.
_CAME_AFTER: Final = re.compile(
    r"\b(?:c[ao]mes?|happened|occurred|took place|follow(?:s|ed))(?: (?:just|only|barely|some|nearly|less than))?"
    r"(?= \w+ (?:day|week|month|hour|year)s? after )"
)
_AFTER: Final = re.compile(r" (?:after|following|over|days after|in response to|in protest (?:at|against)) ")
#: Where something was told of before; not "there are", "there remained", "nor was there".
THERE: Final = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bhas )(?<!\bhad )\bthere\b(?!')(?!(?: (?:still|also|now|then|\w+ly))*"
    r" (?:is|are|was|were|have|has|had|will|would|could|may|might|must|appear|seem|remain|exist|came|come|follow)(?:s|ed)?\b)"
)
#: Before what was only meant, or is another deed of those who are told of: "intended for an attack on Marsville".
_MEANT: Final = re.compile(
    rf"\b{any_of('meant elsewhere')}\b(?:, [^.;,]{{1,40}},)?"
    r"(?:(?!\b(?:was|were|been|have|has|had|is|are|after|when|before|fell|landed|hit|struck|missed|killed|crashed)\b)[^.;,]){0,100}$"
)
#: What may stand between a speaker and where he spoke.
_SPEAKER_AT: Final = re.compile(r"| (?:in|at|from|of|near)(?: the)? ")
_DEED_OF_STATES: Final = re.compile(rf"\b{any_of('deed of states')}\b")


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A sentence, or a part of one, with its offsets and everything that was read in it."""

    sentence: Sentence
    start: int
    end: int
    days: tuple[Day, ...]
    triggers: tuple[Trigger, ...]
    counts: tuple[Counted, ...]
    mentions: tuple[Mention, ...]
    actors: tuple[Named, ...]
    targets: tuple[Struck, ...]
    weapons: tuple[Found, ...]
    statements: tuple[Lies, ...]
    frames: tuple[Frame, ...] = ()  #: what of its sentence is credited to whom
    lead: bool = False  #: of the first sentence of the text

    @cached_property
    def plain(self) -> str:
        """Its words in small letters."""
        return self.sentence.words(self.start, self.end).replace("\n", " ")

    @cached_property
    def happened(self) -> tuple[Trigger, ...]:
        """The words for what took place."""
        return tuple(t for t in self.triggers if t.happened)

    @cached_property
    def news(self) -> tuple[Trigger, ...]:
        """Those that tell it for the first time."""
        return tuple(t for t in self.happened if not t.anaphoric)

    @cached_property
    def days_of_events(self) -> tuple[Day, ...]:
        """The calendar expressions that date what took place."""
        return tuple(day for day in self.days if day.dates == "event")

    @cached_property
    def places_of_events(self) -> tuple[Mention, ...]:
        """The places after a word such as "in": where something took place."""
        return tuple(mention for mention in self.mentions if mention.role == "at")

    @cached_property
    def day(self) -> Day | None:
        """The day of an event that it names nearest to what happened: by clauses, then by letters."""
        told = [d for d in self.days_of_events if d.first is not None]
        violent = [t for t in self.news if t.kind in VIOLENT]
        events = [t.spans[0][0] for t in violent or self.happened] or [self.start]

        def far(day: Day) -> tuple[int, int]:
            nearest = min(events, key=lambda at: abs(at - day.start))
            low, high = sorted((nearest - self.start, day.start - self.start))
            return len(_CLAUSES.findall(self.plain, max(0, low), max(0, high))), abs(nearest - day.start)

        exact = [d for d in told if d.length <= _MONTH_OF_DAYS]
        return min(exact or told, key=far, default=None)

    @property
    def is_little(self) -> bool:
        """Whether it is little more than a day and a place."""
        return len(self.plain.split()) <= _LITTLE_MORE

    @cached_property
    def lasting(self) -> Day | None:
        """The days from the one since which something goes on, where it tells that."""
        since = (d for d in self.days if d.dates == "since" and d.length <= _MONTH_OF_DAYS)
        return next(since, None) if self.news else None

    @cached_property
    def place(self) -> Mention | None:
        """Where it says that something took place: the finest name after a word such as "in", nearest to what happened."""
        told = [m for m in self.places_of_events if not self._is_of_another(m) and not self._is_of_speaker(m)]
        if not told and (there := THERE.search(self.plain)):  # "police in A said that two men died there"
            before = [m for m in self.mentions if m.end - self.start <= there.start()]
            named = [m for m in before if m.role == "other" and m.start == self.start and self.sentence.after(m.end)[:1] == ","]
            told = named or [m for m in before if m.role == "speaker" or (m.role == "at" and self._is_of_speaker(m))]
        fine = [m for m in told if m.level not in ("province", "country") and m.cue not in ("across", "throughout", "over")]
        at = min((t.spans[0][0] for t in self.happened), default=self.start)

        def far(m: Mention) -> tuple[int, bool, int, int]:
            return (
                _WEAKER.index(m.cue) if m.cue in _WEAKER else 0,
                not m.holders and not m.level,
                abs(m.start - at) // _AS_NEAR,
                m.start,
            )

        return min(fine or told, key=far, default=None)

    def _is_of_speaker(self, mention: Mention) -> bool:
        """Whether a place says where somebody spoke: "according to the radio in Milltown"."""
        return any(
            f.speaker.start <= mention.start and _SPEAKER_AT.fullmatch(self.sentence.words(f.speaker.end, mention.start))
            for f in self.frames
        )

    def is_meant(self, mention: Mention) -> bool:
        """Whether a place is where something was only meant to be, or where those who are told of did another thing."""
        return bool(_MEANT.search(self.plain, 0, max(0, mention.start - self.start)))

    def _is_of_another(self, mention: Mention) -> bool:
        """Whether a place follows words for another event than the one that is told: "wanted for the attack on A"."""
        if self.is_meant(mention):
            return True
        before = [t for t in self.triggers if t.spans[0][0] < mention.start]
        return bool(before) and bool(self.news) and not before[-1].happened


class PieceReader:
    """Reads the pieces of texts with one lexicon: its terms are indexed once."""

    def __init__(self, vocabulary: Lexicon) -> None:
        """Index the names and terms."""
        self.vocabulary = vocabulary
        self._terms = Phrasebook(_terms_by_field(vocabulary))

    def pieces(self, text: Text, published: dt.date | None, dateline: tuple[int, int]) -> Iterator[Piece]:
        """The pieces of the sentences that tell news, in the order of the text.

        Args:
            text: where to read.
            published: its day of publication; without one, days hang on the first that it prints with a year.
            dateline: the offsets of its dateline, whose day and place are of no event.
        """
        printed = None if published else full_day_at(text)
        anchor = printed[0] if printed else published
        sentences = [(sentence, self._terms.find(sentence)) for sentence in text.body()]
        speech = Speech(text.raw)
        heard = [(s, speech.frames(s, [(f.start, f.end) for f in of_field(terms, "who", "actor")])) for s, terms in sentences]
        for number, ((sentence, terms), frames) in enumerate(zip(sentences, looked_ahead(heard), strict=True)):
            where = dateline if sentence.start == dateline[0] and dateline[1] else None
            for piece in self._read(sentence, terms, text.raw, anchor, where, hangs=published is None):
                yield replace(piece, frames=frames, lead=number == 0)

    def _read(
        self,
        sentence: Sentence,
        terms: Sequence[Found],
        raw: str,
        anchor: dt.date | None,
        dateline: tuple[int, int] | None,
        *,
        hangs: bool,
    ) -> Iterator[Piece]:
        days = read_days(sentence, raw, anchor, hangs=hangs)
        dated = [(day.start, day.end) for day in days]
        actors = [a for a in read_actors(sentence, raw, terms) if not _meets(a.start, a.end, dated)]
        taken = [(a.start, a.end) for a in actors if not (a.listed and _may_be_a_place(raw[a.start : a.end]))]
        mentions = read_places(sentence, raw, [*taken, *dated, *([dateline] if dateline else ())])
        counts = read_counts(sentence, terms, self.vocabulary, dated)
        terms = [term for term in terms if not _meets(term.start, term.end, dated)]
        exact = any(day.dates == "event" and day.length <= EXACT_DAYS for day in days)
        reports = exact and any(mention.role == "at" for mention in mentions)
        triggers = read_triggers(sentence, terms, counts, self.vocabulary, reports=reports)
        if denial := read_denial(sentence):
            actors, triggers = denial.of_actors(triggers, actors), denial.of_triggers(triggers, actors)
        targets = read_targets(sentence, terms)
        statements = read_statements(sentence, terms, mentions, raw)
        begin = dateline[1] if dateline else sentence.start
        days = [day for day in days if not (dateline and day.end <= dateline[1])]
        parts = list(_cut(sentence, begin, triggers, counts, days))
        listed = _listed(days, mentions, parts) if triggers and not counts else []
        if len(parts) == 1 and not listed:
            spots = [t.spans[0][0] for t in triggers] + [c.spans[-1][0] for c in counts]
            parts = _beside(sentence, parts[0], days, mentions, spots)
        for start, end in listed or parts:
            inside = range(start, end)
            yield Piece(
                sentence=sentence,
                start=start,
                end=end,
                days=tuple(d for d in days if d.start in inside),
                triggers=tuple(t for t in triggers if listed or t.spans[0][0] in inside),
                counts=tuple(c for c in counts if c.spans[-1][0] in inside),
                mentions=tuple(
                    replace(m, role="at") if m.role == "other" and (listed or _is_joined(m, days)) else m
                    for m in mentions
                    if m.start in inside
                ),
                actors=tuple(a for a in actors if a.start in inside),
                targets=tuple(t for t in targets if t.start in inside),
                weapons=tuple(f for f in of_field(terms, "weapon") if f.start in inside and not is_name(sentence, f)),
                statements=tuple(s for s in statements if s.spans[-1][0] in inside),
            )


def _may_be_a_place(name: str) -> bool:
    """Whether the name of an actor may be that of a place, too: one word, or a state's name or its capital's."""
    words = " ".join(name.split())
    if words[:3].lower() == "al-" or group_named(words):
        return False
    return " " not in words or bool(countries_with_capital(words) or countries_named(words))


def _meets(start: int, end: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(a < end and start < b for a, b in stretches)


def _terms_by_field(vocabulary: Lexicon) -> dict[str, dict[str, str]]:
    """The terms that sentences are searched for."""
    one, several = vocabulary.terms["person"], vocabulary.terms["persons"]
    fields = ("sub_event_type", "weapon", "target", "casualty", "bound", "about", "number", "border")
    terms = {name: dict(vocabulary.terms[name]) for name in fields}
    terms["who"] = {normalised_words(v): v for v in (*one.values(), *several.values())} | dict(several) | dict(one)
    terms["actor"] = {spelling: name for name, actor in vocabulary.actors.items() for spelling in actor.spellings}
    return terms


def _cut(
    sentence: Sentence, begin: int, triggers: Sequence[Trigger], counts: Sequence[Counted], days: Sequence[Day]
) -> Iterator[tuple[int, int]]:
    """The offsets of a sentence, or of its parts, where each tells of something; after a semicolon a day of its own is enough.

    What diplomats and courts do "after" an attack is a part of its own.
    """
    spots = [t.spans[0][0] for t in triggers] + [c.spans[-1][0] for c in counts]
    cuts = [begin]
    came = _CAME_AFTER.search(sentence.line, begin - sentence.start)
    cuts += [sentence.start + came.end()] if came else []
    dated = [day.start for day in days if day.dates == "event"]
    for match in _CUT.finditer(sentence.line):
        at = sentence.start + match.start()
        follows = chain(spots, dated if match[0] == ";" else ())
        if at > cuts[-1] and any(cuts[-1] <= spot < at for spot in spots) and any(spot >= at for spot in follows):
            cuts.append(at)
    if len(cuts) == 1 and _WHILE.match(sentence.line, begin - sentence.start):
        commas = (sentence.start + match.start() for match in re.finditer(", ", sentence.line))
        found = (at for at in commas if any(spot < at for spot in spots) and any(spot >= at for spot in spots))
        cuts += [at for at in found if at > begin][:1]
    after = _AFTER.search(sentence.line, begin - sentence.start)
    if len(cuts) == 1 and after:
        at = sentence.start + after.start()
        violent = [t.spans[0][0] for t in triggers if t.kind in VIOLENT]
        alone = all(spot >= at for spot in (*violent, *(c.spans[-1][0] for c in counts)))
        if alone and any(spot >= at for spot in violent) and _DEED_OF_STATES.search(sentence.line, 0, after.start()):
            cuts.append(at)
    for start, end in pairwise((*cuts, sentence.end)):
        part = sentence.words(start, end)
        yield start + len(part) - len(part.lstrip(" ,;\n")), end


def _is_joined(mention: Mention, days: Sequence[Day]) -> bool:
    """Whether a place is joined to another one by "and", with a day of its own: "attacked A on Monday and B on Tuesday"."""
    return mention.cue == "and" and any(0 <= day.start - mention.end <= _AS_JOINED for day in days)


def _beside(
    sentence: Sentence, part: tuple[int, int], days: Sequence[Day], mentions: Sequence[Mention], spots: Sequence[int]
) -> list[tuple[int, int]]:
    """A sentence that tells of events side by side, each with a day and a place next to each other, in parts, or as it is.

    It is cut where a clause begins between two such pairs, if each part tells of something, or is little more than its pair:
    "four men were arrested in A on Monday and two more in B the day after".
    """
    found = (m for m in mentions if m.level not in ("country", "province"))
    placed = [(m.start, m.end, "place") for m in found if m.role == "at" or (m.role == "other" and _is_joined(m, days))]
    dated = [(d.start, d.end, "day") for d in days if d.dates == "event" and (d.relative or d.length <= EXACT_DAYS)]
    marks = sorted(placed + dated)
    pairs: list[tuple[int, int]] = []
    for one, other in pairwise(marks):
        alone = not pairs or pairs[-1][1] <= one[0]
        if alone and one[2] != other[2] and other[0] - one[1] <= _NEXT_TO_EACH_OTHER:
            pairs.append((one[0], other[1]))
    cuts = [part[0]]
    for before, pair in pairwise(pairs):
        told = max((spot for spot in spots if before[1] <= spot < pair[0]), default=pair[0]) - sentence.start
        breaks = [match.start() for match in _CLAUSE.finditer(sentence.line, before[1] - sentence.start, told)]
        at = sentence.start + breaks[-1] if breaks else None
        if at is None or not any(cuts[-1] <= spot < at for spot in spots):
            continue
        if any(spot >= at for spot in spots) or len(sentence.words(at, part[1]).split()) <= _LITTLE_MORE:
            cuts.append(at)
    return list(pairwise((*cuts, part[1])))


def _listed(days: Sequence[Day], mentions: Sequence[Mention], parts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A sentence that lists several events, each by a place and a day, in parts: "in A in May, in B in June, and in July in C".

    Gives no part where the sentence is cut already, or places and days do not go in pairs.
    """
    dated = [d for d in days if d.dates == "event" and d.first is not None and not d.relative]
    placed = [m for m in mentions if m.role in ("at", "other") and m.level not in ("country", "province")]
    marks = sorted([(m.start, "place") for m in placed] + [(d.start, "day") for d in dated])
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    if len(dated) < 2 or len(dated) != len(placed) or len(parts) > 1 or any(one[1] == other[1] for one, other in pairs):
        return []
    return list(pairwise((parts[0][0], *(one[0] for one, _ in pairs[1:]), parts[0][1])))
