"""Values made from quotes: our rules read the quoted words, and what they do not read is dropped with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise, takewhile
from typing import Any, Final

from geomap.articles import people, recompute
from geomap.extract.pieces import Piece
from geomap.extract.place_names import Level, kinds_of_place
from geomap.extract.places import Mention
from geomap.extract.quotes import MOST_QUOTES, Drop, Quotes, Why
from geomap.extract.text import Sentence, Token, tokens_of
from geomap.extract.values import Made, statement_of
from geomap.language import days, normalised_words, number
from geomap.model import Actor, Article, Cited, Claim, Count, Days, Span, Statement
from geomap.vocabulary import FARTHEST_M, FIRST_DAY, LAST_DAY, MOST_PEOPLE, Casualty

#: No term has more words.
_MOST_WORDS: Final = 12
_LONGEST_SHOWN: Final = 80
#: Words that join a number, and of an age.
_OF_NUMBERS: Final = frozenset(("-", "and", "or", "to", "between", "a", "half", "year", "years", "month", "months", "old"))
_NOTHING: Final = "our rules read nothing in it"
_CUT: Final = "cuts what our rules read as one"
_UNKNOWN: Final = "no list and no rule knows the name"


@dataclass
class QuotedValues:
    """Makes claims of one text from quotes; what was dropped is kept with its reason."""

    quotes: Quotes
    article: Article
    pieces: Sequence[Piece]  #: the sentences, as our rules read them
    made: Made
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

    def _read(self, name: str, span: Span) -> list[Any]:
        """What our rules read of a kind in the sentence, where it shares words with a span."""
        read = [one for piece in self.pieces for one in getattr(piece, name)]
        return [one for one in read if one.start < span.end and span.start < one.end]

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
        hanging = [span for span in spans if any(day.relative for day in self._read("days", span))]
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
        read = self._read("days", span)
        dates = {day.dates for day in read}
        if "future" in dates:
            self._drop("day_quotes", span, "our rules read it as not having happened")
            return None
        given = days(self._words(span), self.article.published)
        if len(read) == 1 and given is None and _holds(span, read[0]):
            span = Span(read[0].start, read[0].end)
        elif given and not before and any(not _holds(span, day) and (day.first, day.last) != given for day in read):
            self._drop("day_quotes", span, _CUT)
            return None
        basis = "report" if dates == {"speech"} else "event"
        value = self._computed("days", Days(basis=basis), "date", *before, span)  # type: ignore[arg-type]
        known = [day for day in (value.first, value.last) if day] if value else []
        if not known or not all(FIRST_DAY <= day <= LAST_DAY for day in known) or "since" in dates:
            self._drop("day_quotes", span, _NOTHING)
            return None
        return self._cited(value, "date", *before, span)

    def _mention(self, span: Span) -> tuple[Mention, bool] | None:
        """A quote as the name of a place, and whether our rules read it as one, too; None where it cuts a longer name."""
        read = [one for p in self.pieces for mention in p.mentions for one in (mention, *mention.holders)]
        for one in read:
            if (span.start, span.end) in (one.whole, (one.start, one.end)):
                is_name = self.made.vocabulary.meaning("actor", self._words(span)) is None
                return replace(one, role="at", holders=()), is_name
        if any(one.start <= span.start and span.end <= one.end for one in read):
            return None
        *before, last = self._raw[span.start : span.end].split()
        level: Level = kinds_of_place().get(last.lower(), "") if before else ""
        level = "" if level == "site" else level
        name = self._raw[span.start : span.end - len(last) if level else span.end].rstrip()
        whole = (span.start, span.end)
        return Mention(name, span.start, span.start + len(name), level, "at", whole=whole), False

    def _place(self, given: Any) -> Cited[tuple[str, ...]] | None:
        """The path that quotes name, each name within those after it; a name that nothing knows is left out."""
        said: Cited[tuple[str, ...]] | None = None
        holders: tuple[Mention, ...] = ()
        for span in reversed(self._spans("place_quotes", given)):
            read = self._mention(span)
            if read is None:
                self._drop("place_quotes", span, _CUT)
                continue
            mention, is_name = replace(read[0], holders=holders), read[1]
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
            parts = [span for part in groups if (span := self._span(f"{name}.people", part))]
            fate = self._span(f"{name}.fate", one.get("fate"))
            if fate and len(parts) == len(groups) and (said := self._count(name, of, sorted(parts), fate)):
                yield said

    def _count(self, name: str, of: Casualty, groups: list[Span], fate: Span) -> Cited[Count] | None:
        sentences = {self.quotes.sentence_at(span.start) for span in (*groups, fate)}
        sentence = next(iter(sentences))
        term = self._term("casualty", fate, of)
        why: Why | None = None
        if len(sentences) > 1 or sentence is None:
            why = "stands in another sentence"
        elif any(one.end > other.start for one, other in pairwise(groups)):
            why = "told twice"
        elif term is None or not all(self._counts_people(span) for span in groups):
            why = _NOTHING
        elif any(self._cuts_number(span, sentence) for span in groups):
            why = _CUT
        if why or term is None:
            self._drop(name, groups[0] if term else fate, why or _NOTHING)
            return None
        whoms = {self.made.vocabulary.persons(self._words(span)) for span in groups}
        whom = next(iter(whoms))[0] if len(whoms) == 1 and all(len(whom) == 1 for whom in whoms) else None
        value = self._computed("counts", Count(of=of, low=0, high=0, whom=whom), "sum", *groups, term[1])
        if value is None or max(value.low, value.high or 0) > MOST_PEOPLE:
            self._drop(name, groups[0], _NOTHING)
            return None
        derivation = "sum" if len(groups) > 1 else "at least" if value.high is None else "number"
        return self._cited(value, derivation, *groups, term[1])

    def _counts_people(self, span: Span) -> bool:
        """Whether a quote counts people: it names them, or our rules read them in it; so a day or a length counts none."""
        counted = [Span(*part) for p in self.pieces for count in p.counts for part in count.spans[:-1]]
        named = self.made.vocabulary.persons(self._words(span))
        return bool(named) or any(_holds(part, span) or _holds(span, part) for part in counted)

    def _cuts_number(self, span: Span, sentence: Sentence) -> bool:
        """Whether the words beside a quote make it another number: "two" of "twenty-two", "five" of "at least five"."""
        said = people(self._words(span), self.made.vocabulary)
        before = sentence.tokens[: sentence.index(span.start)]
        after = sentence.tokens[sentence.index(span.end) :]
        start = min((token.start for token in takewhile(self._is_of_number, reversed(before))), default=span.start)
        end = max((token.end for token in takewhile(self._is_of_number, after)), default=span.end)
        wider = (Span(start, span.end), Span(span.start, end))
        return any(people(self._words(one), self.made.vocabulary) != said for one in wider)

    def _is_of_number(self, token: Token) -> bool:
        """Whether a word may be a part of a number: of its figures, its bounds, or an age."""
        if token.word in (",", "."):
            return all(self._raw[at : at + 1].isdigit() for at in (token.start - 1, token.end))
        return token.word in self._number_words or number(token.word) is not None

    @cached_property
    def _number_words(self) -> frozenset[str]:
        terms = self.made.vocabulary.terms
        return _OF_NUMBERS | {word for of in ("bound", "number") for term in terms[of] for word in term.split()}

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
        read = self._read("actors", span)
        if any(not _holds(span, one) for one in read):
            self._drop("actor_quotes.name", span, _CUT)
            return None
        if name is None and len(read) == 1:
            span = Span(read[0].start, read[0].end)
            name = self.made.name_of_actor(read[0].name, self._raw[span.start : span.end], read[0].also)
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
                value = statement_of(lies, self.made, self.hints, self._raw)
                if value is None:
                    self._drop("distance_quotes", span, _NOTHING if (lies.distance_m or 0) >= FARTHEST_M else _UNKNOWN)
                    continue
                yield self._cited(value, "statement", *(Span(*part) for part in lies.spans))


def _holds(span: Any, part: Any) -> bool:
    return bool(span.start <= part.start and part.end <= span.end)


def _absent(given: Any) -> bool:
    return given is None or given == "" or given == []


def _once(values: Sequence[Cited[Any]] | Iterator[Cited[Any]]) -> tuple[Cited[Any], ...]:
    """Each value once, the first that says it."""
    kept: dict[Any, Cited[Any]] = {}
    for said in values:
        kept.setdefault(said.value, said)
    return tuple(kept.values())
