"""Sentences, and parts of them, with everything that was read in each."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

from geomap.articles import Lexicon
from geomap.extract.actors import Named
from geomap.extract.beside import Beside
from geomap.extract.counted import Counted
from geomap.extract.days import Day, read_days
from geomap.extract.denials import read_denial
from geomap.extract.fates import read_counts
from geomap.extract.figures import Figure, read_figures
from geomap.extract.frames import tells_of_misfortune
from geomap.extract.kinds import read_triggers
from geomap.extract.kinds_ranked import QUIET, VIOLENT
from geomap.extract.parting import LITTLE_MORE, parted, whole
from geomap.extract.phrases import Found, Phrasebook, of_field
from geomap.extract.places import Mention
from geomap.extract.published import full_day_at
from geomap.extract.speakers import Frame, Speech, looked_ahead
from geomap.extract.statements import Lies
from geomap.extract.targets import Struck
from geomap.extract.text import Sentence, Text
from geomap.extract.triggers import Trigger
from geomap.language import normalised_words
from geomap.vocabulary import any_of

#: A stretch of more days is no day of an event, where another is named.
_MONTH_OF_DAYS: Final = 31
#: "A deadly 2029 roadside attack": so many characters between a day and what it dates.
_OF_NOUN: Final = 20
#: A sentence of fewer words and signs may head a text.
_HEADING: Final = 14
#: Places so many characters apart are as near to what happened.
_AS_NEAR: Final = 40

#: Of two places where something happened, that with the later of these words gives way.
_WEAKER: Final = ("in", "near", "fronted", "along", "event", "lived", "head")
#: What parts a sentence into clauses.
_CLAUSES: Final = re.compile(r"[,;:(] |\b(?:after|when|while|that|which|who|as|and|but|since|following|where|before)\b")
#: What became later of those to whom it happened: "was found dead a week later", "died two days later", not "died when ...".
_ENDED: Final = re.compile(
    rf"\b(?:{any_of('came of it', 'toll rises to')}|found (?:\w+ )?(?:dead|killed)|bod(?:y|ies)|died(?! (?:when|as|after)\b))\b"
)
#: What befell those who died later, before its day: "was captured on 3 May".
_TAKEN: Final = re.compile(r"\b(?:captured|detained|arrested|seized|taken|shot|wounded|beaten)\b[^.,;:]{0,60}$")
_CAME: Final = re.compile(r"\b(?:c[ao]mes?|coming|happened|occurred|took place)(?: [\w-]+){0,2} $")
#: Where something was told of before; not "there are", "there remained", "nor was there".
THERE: Final = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bhas )(?<!\bhad )\bthere\b(?!')(?!(?: (?:still|also|now|then|\w+ly))*"
    r" (?:is|are|was|were|have|has|had|will|would|could|may|might|must|appear|seem|remain|exist|came|come|follow)(?:s|ed)?\b)"
)
#: Before what was only meant, or is another deed of those who are told of: "intended for an attack on Marsville".
_MEANT: Final = re.compile(
    rf"\b{any_of('meant elsewhere')}\b(?:, [^.;,]{{1,40}},)?"
    r"(?:(?!\b(?:was|were|been|have|has|had|is|are|after|when|before|fell|landed|hit|struck|missed|killed|crashed)\b)[^.;:,]){0,100}$"
)
#: What may stand between a speaker and where he spoke.
_SPEAKER_AT: Final = re.compile(r"| (?:in|at|from|of|near)(?: the)? ")


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A sentence, or a part of one, with its offsets and everything that was read in it."""

    sentence: Sentence
    start: int
    end: int
    days: tuple[Day, ...]
    triggers: tuple[Trigger, ...]
    counts: tuple[Counted, ...]
    beside: Beside  #: what else its sentence holds
    frames: tuple[Frame, ...] = ()  #: what of its sentence is credited to whom
    figures: tuple[Figure, ...] = ()  #: numbers of those of whom was told
    lead: bool = False  #: of the first sentence of the text, save a short one that tells of nothing: "Paris, 4 May."
    item: bool = False  #: it begins a paragraph that is headed by a day of its own
    back: bool = False  #: its sentence goes back here to something earlier
    aside: bool = False  #: it does so beside what it tells: ", where raiders had killed two in May"
    listed: bool = False  #: one of several events that share their words
    where: Mention | None = None  #: the place that its "where" stands for
    own: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)  #: mentions and statements that are not of its words

    def but(self, **values: Any) -> Piece:
        """This piece with other values, of mentions and statements, too."""
        own: dict[str, tuple[Any, ...]] = {n: values.pop(n) for n in ("mentions", "statements") if n in values}
        return replace(self, own={**self.own, **own}, **values)

    def _holds(self, at: int) -> bool:
        return self.start <= at < self.end

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The places that it names."""
        if "mentions" in self.own:
            return self.own["mentions"]
        return tuple(
            replace(m, role="at") if m.role == "other" and (self.listed or self.beside.is_dated(m)) else m
            for m in self.beside.mentions
            if self._holds(m.start) or m is self.where
        )

    @cached_property
    def actors(self) -> tuple[Named, ...]:
        """The actors that it names."""
        return tuple(actor for actor in self.beside.actors if self._holds(actor.start))

    @cached_property
    def targets(self) -> tuple[Struck, ...]:
        """What it says was hit."""
        return tuple(target for target in self.beside.targets if self._holds(target.start))

    @cached_property
    def weapons(self) -> tuple[Found, ...]:
        """The weapons that it names."""
        return tuple(weapon for weapon in self.beside.weapons if self._holds(weapon.start))

    @cached_property
    def statements(self) -> tuple[Lies, ...]:
        """Where it says that something lies."""
        if "statements" in self.own:
            return self.own["statements"]
        return tuple(lies for lies in self.beside.statements if self._holds(lies.spans[-1][0]))

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
        return tuple(day for day in self.days if day.dates == "event" and not self._is_of_what_came_first(day))

    def _is_of_what_came_first(self, day: Day) -> bool:
        """Whether a day is that of what an event came after, and no event: "comes a week after the mayor toured the area"."""
        after = day.relative and day.start > self.start and self.sentence.words(day.start, day.end).endswith(" after")
        return after and self.sentence.after(day.end)[:1] == " " and bool(_CAME.search(self.sentence.before(day.start)))

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

        if own := [d for d in told if d.of_noun and any(0 <= at - d.end <= _OF_NOUN for at in events)]:
            return own[0]
        exact = [d for d in told if d.length <= _MONTH_OF_DAYS]
        best = min(exact or told, key=far, default=None)
        return self._begun(best, told) or best if best and best.on else best

    def _begun(self, day: Day, told: Sequence[Day]) -> Day | None:
        """The day that another counts from, where only an end came later: "was taken on 3 May and died a week later"."""
        begun = next((d for d in told if (d.start, d.end) == day.on[-1]), None)
        if begun is None or begun.last is None or day.first is None or day.first <= begun.last:
            return None
        if not _ENDED.search(self.plain, max(0, begun.end - self.start)):
            return None

        def is_of(trigger: Trigger) -> bool:
            low, high = sorted((trigger.spans[0][0], begun.start))
            return not _CLAUSES.search(self.plain, max(0, low - self.start), max(0, high - self.start))

        taken = _TAKEN.search(self.plain, 0, max(0, begun.start - self.start))
        return begun if taken or any(is_of(trigger) for trigger in self.news) else None

    @property
    def is_little(self) -> bool:
        """Whether it is little more than a day and a place."""
        return len(self.plain.split()) <= LITTLE_MORE

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
            told = told or [m for m in before if m.role in ("other", "from") and m.cue == "of"]  # "the closure of A"
        fine = [m for m in told if m.level not in ("province", "country") and m.cue not in ("across", "throughout", "over")]
        at = min((t.spans[0][0] for t in self.happened), default=self.start)

        def far(m: Mention) -> tuple[int, bool, int, int]:
            return (
                _WEAKER.index(m.cue) if m.cue in _WEAKER else 0,
                not m.holders and not m.level and m.cue != "at",
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
        before = [t for t in self.triggers if t.spans[0][0] < mention.start and (t.happened or t.kind not in QUIET)]
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
        lead, silent = True, None  # the sentence before, where it tells of no event
        for (sentence, terms), frames in zip(sentences, looked_ahead(heard), strict=True):
            if sentence.end <= dateline[1]:
                continue  # "MARSVILLE, Newland." before "5/5/2031 - Rockets hit ..."
            where = dateline if sentence.start < dateline[1] else None
            days = read_days(sentence, text.raw, anchor, hangs=published is None)
            beside = Beside(sentence, text.raw, terms, days, where, lead=lead)
            read = [*self._read(beside, frames, lead=lead, headed=sentence.start in text.items)]
            told = [trigger for piece in read for trigger in piece.triggers]
            if told and silent and all(t.rule == "toll" for t in told) and tells_of_misfortune(silent.line):
                read, told = [piece.but(triggers=()) for piece in read], []  # "A bus overturned. Four people died."
            silent = None if told else sentence
            yield from read
            lead = lead and len(sentence.tokens) < _HEADING and not (told or any(piece.counts for piece in read))

    def _read(self, beside: Beside, frames: tuple[Frame, ...], *, lead: bool, headed: bool) -> Iterator[Piece]:
        sentence = beside.sentence
        counts = read_counts(sentence, beside.all_terms, self.vocabulary, beside.dated)
        triggers = read_triggers(sentence, beside.terms, counts, self.vocabulary, beside)
        if denial := read_denial(sentence):
            beside.denied = (denial, triggers)
            triggers = denial.of_triggers(triggers, beside.named)
        figures = read_figures(sentence, frames, counts, self.vocabulary)
        parts = [whole(sentence, beside.begin)]
        if triggers or counts:
            parts = [*parted(sentence, beside.begin, triggers, counts, beside.days, beside.mentions)]
        for part in parts:
            inside = range(part.start, part.end)
            yield Piece(
                sentence=sentence,
                start=part.start,
                end=part.end,
                days=tuple(d for d in beside.days if d.start in inside),
                triggers=tuple(t for t in triggers if part.listed or t.spans[0][0] in inside),
                counts=tuple(c for c in counts if c.spans[-1][0] in inside),
                beside=beside,
                frames=frames,
                figures=tuple(figure for figure in figures if figure.start in inside),
                lead=lead,
                item=headed and part.start == beside.begin,
                back=part.back,
                aside=part.aside,
                listed=part.listed,
                where=part.where,
            )


def _terms_by_field(vocabulary: Lexicon) -> dict[str, dict[str, str]]:
    """The terms that sentences are searched for."""
    one, several = vocabulary.terms["person"], vocabulary.terms["persons"]
    fields = ("sub_event_type", "weapon", "target", "casualty", "bound", "about", "number", "border")
    terms = {name: dict(vocabulary.terms[name]) for name in fields}
    terms["who"] = {normalised_words(v): v for v in (*one.values(), *several.values())} | dict(several) | dict(one)
    terms["actor"] = {spelling: name for name, actor in vocabulary.actors.items() for spelling in actor.spellings}
    return terms
