"""Values made from quotes: our rules read the quoted words, and what they do not read is dropped with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, Final

from geomap.articles import recompute
from geomap.extract.accounts import Piece
from geomap.extract.places import _KINDS, Mention
from geomap.extract.proposals import _actor_row, _Made
from geomap.extract.quotes import MOST_QUOTES, Drop, Quotes, Why
from geomap.extract.text import tokens_of
from geomap.language import days, metres, normalised_words
from geomap.model import Actor, Article, Cited, Claim, Count, Days, Span, Statement
from geomap.vocabulary import FARTHEST_M, FIRST_DAY, LAST_DAY, MOST_PEOPLE, Casualty

#: No term has more words.
_MOST_WORDS: Final = 12
_LONGEST_SHOWN: Final = 80
_NOTHING: Final = "our rules read nothing in it"
_UNKNOWN: Final = "no list and no rule knows the name"


@dataclass
class QuotedValues:
    """Makes claims of one text from quotes; what was dropped is kept with its reason."""

    quotes: Quotes
    article: Article
    pieces: Sequence[Piece]  #: the sentences, as our rules read them
    made: _Made
    hints: Sequence[str]
    rule: str
    dropped: list[Drop] = field(default_factory=list)
    number: int = 0  #: of the claim at hand
    near: Span | None = None  #: its passage

    def claim(self, number: int, told: Any) -> Claim | None:
        """A claim of an answer; None where nothing says what happened."""
        self.number, self.near = number, None
        if not isinstance(told, Mapping):
            self._drop("claim", told, "is no quote")
            return None
        passages = self._spans("passage", told.get("passage"))
        self.near = passages[0] if passages else None
        kind = self._kind(told.get("kind_quote"))
        if kind is None:
            self._drop("claim", told.get("passage"), "its kind was dropped")
            return None
        if not passages and (sentence := self.quotes.sentence_at(kind.spans[0].start)):
            passages = [Span(sentence.start, len(self._raw[: sentence.end].rstrip()))]
        return Claim(
            id=f"{self.article.id}/{number}",
            article=self.article.id,
            sub_event_type=kind,
            days=self._days(told.get("day_quotes")),
            place=self._place(told.get("place_quotes")),
            spans=tuple(sorted(set(passages))),
            counts=_once([*self._counts(told, "killed_quotes", "killed"), *self._counts(told, "injured_quotes", "injured")]),
            actors=_once(self._actors(told.get("actor_quotes"))),
            weapons=_once(self._weapons(told.get("weapon_quotes"))),
            statements=_once(self._statements(told.get("distance_quotes"))),
        )

    @property
    def _raw(self) -> str:
        return self.quotes.text.raw

    def _words(self, span: Span) -> str:
        return normalised_words(self._raw[span.start : span.end])

    def _drop(self, name: str, quote: Any, why: Why) -> None:
        quote = self._raw[quote.start : quote.end] if isinstance(quote, Span) else quote if isinstance(quote, str) else ""
        self.dropped.append(Drop(self.number, name, quote[:_LONGEST_SHOWN], why))

    def _items(self, name: str, given: Any) -> list[Any]:
        """What a field gives, one or several; nothing is not there."""
        items = [one for one in (given if isinstance(given, list) else [given]) if not _absent(one)]
        for one in items[MOST_QUOTES:]:
            self._drop(name, one, "one too many")
        return items[:MOST_QUOTES]

    def _span(self, name: str, quote: Any) -> Span | None:
        """Where a quote stands, without the spaces around it."""
        if not isinstance(quote, str) or not quote.strip():
            self._drop(name, quote, "a part of it is missing" if _absent(quote) else "is no quote")
            return None
        found = self.quotes.find(quote.strip(), self.near)
        if isinstance(found, Span):
            return found
        self._drop(name, quote, found)
        return None

    def _spans(self, name: str, given: Any) -> list[Span]:
        return [span for one in self._items(name, given) if (span := self._span(name, one))]

    def _inside(self, name: str, span: Span) -> list[Any]:
        """What our rules read of a kind within a span."""
        read = [one for piece in self.pieces for one in getattr(piece, name)]
        return [one for one in read if span.start <= one.start and one.end <= span.end]

    def _term(self, of: str, span: Span, expected: str | None = None) -> tuple[str, Span] | None:
        """What a quote stands for in a field: the whole of it, or else the longest term within it."""
        if whole := self.made.vocabulary.meaning(of, self._words(span), expected):
            return whole, span
        tokens = tokens_of(self._raw, self.quotes.text.plain, span.start, span.end)
        for length in range(min(len(tokens), _MOST_WORDS), 0, -1):
            found: dict[str, Span] = {}
            for first in range(len(tokens) - length + 1):
                part = Span(tokens[first].start, tokens[first + length - 1].end)
                if value := self.made.vocabulary.meaning(of, self._words(part), expected):
                    found.setdefault(value, part)
            if found:
                return next(iter(found.items())) if len(found) == 1 else None
        return None

    def _cited(self, value: Any, derivation: Any, *spans: Span) -> Cited[Any]:
        return Cited(value=value, derivation=derivation, spans=spans, rule=self.rule)

    def _computed(self, name: str, value: Any, derivation: Any, *spans: Span) -> Any:
        """What the words at spans give, whatever a reader made of them."""
        return recompute(self._cited(value, derivation, *spans), name, self._raw, self.article, self.made.vocabulary)

    def _kind(self, given: Any) -> Cited[str] | None:
        for span in self._spans("kind_quote", given):
            read = [t for p in self.pieces for t in p.triggers if any(a < span.end and span.start < b for a, b in t.spans)]
            if read and not any(trigger.happened for trigger in read):
                self._drop("kind_quote", span, "our rules read it as not having happened")
            elif term := self._term("sub_event_type", span):
                return self._cited(term[0], "term", term[1])
            else:
                self._drop("kind_quote", span, _NOTHING)
        return None

    def _days(self, given: Any) -> Cited[Days]:
        """The day that quotes give, one after the other where one hangs on another; else no later than publication."""
        spans = self._spans("day_quotes", given)
        hanging = [span for span in spans if any(day.relative for day in self._inside("days", span))]
        firm = [span for span in spans if span not in hanging]
        trials = [(firm[0], hanging[0])] if firm and hanging else [(span,) for span in spans]
        said: Cited[Days] | None = None
        for trial in trials:
            if said is not None:
                self._drop("day_quotes", trial[-1], "one too many")
            else:
                said = self._day(trial)
        return said or self.undated()

    def undated(self) -> Cited[Days]:
        """The day of a claim that names none: no later than publication."""
        return self._cited(Days(last=self.article.published, basis="report"), "dateline")

    def _day(self, spans: tuple[Span, ...]) -> Cited[Days] | None:
        *before, span = spans
        read = self._inside("days", span)
        dates = {day.dates for day in read}
        if "future" in dates:
            self._drop("day_quotes", span, "our rules read it as not having happened")
            return None
        if len(read) == 1 and days(self._words(span), self.article.published) is None:
            span = Span(read[0].start, read[0].end)
        basis = "report" if dates == {"speech"} else "event"
        value = self._computed("days", Days(basis=basis), "date", *before, span)  # type: ignore[arg-type]
        known = [day for day in (value.first, value.last) if day] if value else []
        if not known or not all(FIRST_DAY <= day <= LAST_DAY for day in known) or "since" in dates:
            self._drop("day_quotes", span, _NOTHING)
            return None
        return self._cited(value, "date", *before, span)

    def _mention(self, span: Span) -> tuple[Mention, bool]:
        """A quote as the name of a place, and whether our rules read it as one, too."""
        read = [one for p in self.pieces for mention in p.mentions for one in (mention, *mention.holders)]
        for one in read:
            if (span.start, span.end) in (one.whole, (one.start, one.end)):
                name = self.made.vocabulary.meaning("actor", self._words(span)) is None
                return replace(one, role="at", holders=()), name
        *name_words, last = self._raw[span.start : span.end].split()
        level = _KINDS.get(last.lower(), "") if name_words else ""
        end = span.end - len(last) if level not in ("", "site") else span.end
        name_ = self._raw[span.start : end].rstrip()
        level = "" if level == "site" else level
        whole = (span.start, span.end)
        return Mention(name_, span.start, span.start + len(name_), level, "at", 0, 0, whole=whole), False

    def _place(self, given: Any) -> Cited[tuple[str, ...]] | None:
        """The path that quotes name, each name within those after it; a name that nothing knows is left out."""
        said: Cited[tuple[str, ...]] | None = None
        holders: tuple[Mention, ...] = ()
        for span in reversed(self._spans("place_quotes", given)):
            mention, is_name = self._mention(span)
            mention = replace(mention, holders=holders)
            rows = replace(self.made.rows, places=dict(self.made.rows.places), spelled=dict(self.made.rows.spelled))
            named = rows.named(mention, self.hints, self._raw)
            if named is None or (named.why and not is_name):
                self._drop("place_quotes", span, _UNKNOWN)
                continue
            self.made.rows = rows
            said, holders = self._cited(named.path, "spelling", *named.spans), (mention, *holders)
            if named.why:
                self.made.unresolved.append(named.why)
        return said

    def _counts(self, told: Mapping[str, Any], name: str, of: Casualty) -> Iterator[Cited[Count]]:
        for one in self._items(name, told.get(name)):
            if not isinstance(one, Mapping):
                self._drop(name, one, "is no quote")
                continue
            groups = self._items(f"{name}.people", one.get("people")) or [None]
            people = [span for part in groups if (span := self._span(f"{name}.people", part))]
            fate = self._span(f"{name}.fate", one.get("fate"))
            if fate and len(people) == len(groups) and (said := self._count(name, of, sorted(people), fate)):
                yield said

    def _count(self, name: str, of: Casualty, people: list[Span], fate: Span) -> Cited[Count] | None:
        around = {self.quotes.sentence_at(span.start).start for span in (*people, fate)}  # type: ignore[union-attr]
        if len(around) > 1:
            self._drop(name, people[0], "stands in another sentence")
            return None
        told_twice = any(one.end > other.start for one, other in pairwise(people))
        words = [self._words(span) for span in people]
        other_numbers = any(days(said, self.article.published) or metres(said) is not None for said in words)
        term = self._term("casualty", fate, of)
        if told_twice or other_numbers or term is None:
            self._drop(name, people[0] if term else fate, "told twice" if told_twice else _NOTHING)
            return None
        whoms = {self.made.vocabulary.persons(said) for said in words}
        whom = next(iter(whoms))[0] if len(whoms) == 1 and all(len(whom) == 1 for whom in whoms) else None
        trial = Count(of=of, low=0, high=0, whom=whom)
        value = self._computed("counts", trial, "sum", *people, term[1])
        if value is None or max(value.low, value.high or 0) > MOST_PEOPLE:
            self._drop(name, people[0], _NOTHING)
            return None
        derivation = "sum" if len(people) > 1 else "at least" if value.high is None else "number"
        return self._cited(value, derivation, *people, term[1])

    def _weapons(self, given: Any) -> Iterator[Cited[str]]:
        for span in self._spans("weapon_quotes", given):
            if term := self._term("weapon", span):
                yield self._cited(term[0], "term", term[1])
            else:
                self._drop("weapon_quotes", span, _NOTHING)

    def _actors(self, given: Any) -> Iterator[Cited[Actor]]:
        for one in self._items("actor_quotes", given):
            told = {"name": one} if isinstance(one, str) else one
            if not isinstance(told, Mapping):
                self._drop("actor_quotes", one, "is no quote")
            elif (span := self._span("actor_quotes.name", told.get("name"))) and (said := self._actor(span, told)):
                yield said

    def _actor(self, span: Span, told: Mapping[str, Any]) -> Cited[Actor] | None:
        name = self.made.vocabulary.meaning("actor", self._words(span))
        read = self._inside("actors", span)
        if name is None and len(read) == 1:
            span = Span(read[0].start, read[0].end)
            name = _actor_row(read[0].name, self._raw[span.start : span.end], self.made, also=read[0].also)
        if name is None:
            self._drop("actor_quotes.name", span, _UNKNOWN)
            return None
        if _absent(quote := told.get("status_quote")):
            return self._cited(Actor(name=name), "spelling", span)
        said = self._span("actor_quotes.status_quote", quote)
        if said is None:
            return None
        status = self._term("status", said)
        if status is None:
            self._drop("actor_quotes.status_quote", said, _NOTHING)
            return None
        return self._cited(Actor(name=name, status=status[0]), "spelling", span, status[1])  # type: ignore[arg-type]

    def _statements(self, given: Any) -> Iterator[Cited[Statement]]:
        """What our rules read in the quoted words of where something lies."""
        for span in self._spans("distance_quotes", given):
            read = [lies for p in self.pieces for lies in p.statements]
            inside = [lies for lies in read if all(span.start <= a and b <= span.end for a, b in lies.spans)]
            if not inside:
                self._drop("distance_quotes", span, _NOTHING)
            for lies in inside:
                named = self.made.rows.named(lies.mention, self.hints, self._raw) if lies.mention else None
                of = lies.border or (named.path[0] if named else None)
                if of is None or (lies.distance_m or 0) >= FARTHEST_M:
                    self._drop("distance_quotes", span, _UNKNOWN if of is None else _NOTHING)
                    continue
                value = Statement(
                    relation=lies.relation, of=of, distance_m=lies.distance_m, about=lies.about, bearing=lies.bearing
                )
                yield self._cited(value, "statement", *(Span(*part) for part in lies.spans))


def _absent(given: Any) -> bool:
    return given is None or given == "" or given == []


def _once(values: Sequence[Cited[Any]] | Iterator[Cited[Any]]) -> tuple[Cited[Any], ...]:
    """Each value once, the first that says it."""
    kept: dict[Any, Cited[Any]] = {}
    for said in values:
        kept.setdefault(said.value, said)
    return tuple(kept.values())
