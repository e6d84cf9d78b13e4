"""What articles say: claims whose every value stands on spans of a text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import Field

from geomap.vocabulary import (
    FARTHEST_M,
    FIRST_DAY,
    LAST_DAY,
    MOST_PEOPLE,
    ActorStatus,
    Casualty,
    Compass,
    Derivation,
    Relation,
)

T = TypeVar("T")

#: What records may hold, as whoever reads a file holds them against it.
Day = Annotated[dt.date, Field(ge=FIRST_DAY, le=LAST_DAY)]
Number = Annotated[int, Field(ge=0, le=MOST_PEOPLE)]
Metres = Annotated[float, Field(ge=0, lt=FARTHEST_M)]

#: The first 16 hexadecimal digits of the sha256 of a span's words, one blank for each run of white space.
WordHash = Annotated[str, Field(pattern="^[0-9a-f]{16}$")]

#: What the text of an article is: a text file; the words that a page shows; the beginning of an article, as far as a page shows
#: it; the article that a page holds as data (JSON-LD); a field of a line of JSON.
ReadFrom = Literal["text", "page", "teaser", "embedded body", "json"]

#: What stands for the publisher of an article that names none: nobody knows whose word it is, so it confirms nothing.
UNNAMED = "Unnamed publisher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A citation. It holds no text, so none can leak.

    ``published`` is the day of publication, None where it is not known; ``inferred`` names the fields that the text does not
    print. ``text_available`` is False for an outside publication whose text nobody here has: then there is no
    ``text_sha256`` and its claims have no spans. ``credits`` are the agencies and publications whose report it carries.
    ``no_claims`` says why it has no claims: that nobody has read it yet, or that whoever read it found none.
    """

    id: str  #: the name of its file
    title: str  #: as printed, or in our words where it is named in ``inferred``
    publisher: str  #: who published it, or `UNNAMED`
    published: Day | None = None
    language: str = "en"  #: ISO 639-1 code
    address: str | None = None  #: where it stands on the web
    captured: Day | None = None  #: the day on which the text was taken from there
    archived: str | None = None  #: where a copy of the page is kept
    text_sha256: str | None = None
    read_from: ReadFrom | None = None  #: what the text is; None where nobody says
    inferred: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    text_available: bool = True
    no_claims: Literal["not read yet", "none found"] | None = None  #: None where it has claims
    note: str | None = None  #: what else is known of it


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]`` of an article, as Python ``str`` offsets, and by which its words are known in another copy.

    That fingerprint holds no text; `geomap.articles.fingerprinted` makes it. Two spans are the same whatever it is.
    """

    start: int
    end: int
    words: WordHash | None = field(default=None, compare=False)  #: a hash of the plain words
    nth: Annotated[int, Field(ge=0)] | None = field(default=None, compare=False)  #: how often the same words stand before it
    times: Annotated[int, Field(ge=1)] | None = field(default=None, compare=False)  #: how often they stand in the whole text

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span runs forward from 0 or later, found [{self.start}, {self.end}]")
        if None in (known := (self.words, self.nth, self.times)) and known != (None, None, None):
            raise ValueError("a fingerprint is a hash of the words, how often they stand before, and how often in all")
        if self.nth is not None and self.times is not None and not self.nth < self.times:
            raise ValueError(f"words that stand {self.times} times in all do not stand {self.nth} times before")

    @property
    def as_list(self) -> list[int | str]:
        """As a file holds it."""
        parts = (self.start, self.end, self.words, self.nth, self.times)
        return [part for part in parts if part is not None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited(Generic[T]):
    """A value, where it is said, who the article credits with it, and how it follows from the words."""

    value: T
    derivation: Derivation  #: how it follows from the words
    spans: tuple[Span, ...] = ()  #: where the article says it
    attributed_to: str | None = None  #: whom the article credits with it, by the listed name
    attributed_spans: tuple[Span, ...] = ()  #: where it names whom
    note: str | None = None  #: how a person read it
    rule: str | None = None  #: the rule of reading that proposed it; None where a person wrote it
    sure: Annotated[float, Field(ge=0, le=1)] | None = None  #: how often such values were right where they were measured


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """An imprecise date: a closed interval of days, either end of which may be open (``None``).

    ``basis`` is "event" when the words date the event, "report" when they only date what was said about it.
    """

    first: Day | None = None  #: the earliest day; None is open
    last: Day | None = None  #: the latest day; None is open
    basis: Literal["event", "report"] = "event"

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"the first day {self.first} is after the last day {self.last}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many people, between ``low`` and ``high``; "at least 12" has no ``high``."""

    of: Casualty  #: what befell them
    low: Number
    high: Number | None
    whom: str | None = None  #: whom it counts ("soldiers"); None is people

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"a count runs from low to high, found {self.low} to {self.high}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who did it, under its listed name, and whether that is stated, claimed, acknowledged, alleged or denied.

    ``collective`` is True where one sentence names it for several attacks together, so that which of them it speaks of is open.
    """

    name: str
    status: ActorStatus = "stated"  #: how plainly it is named
    collective: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Against whom or what, and whether that is stated, claimed, acknowledged, alleged or denied.

    What the attacker says was hit and what the struck side says was hit are two targets, each credited to its speaker.
    """

    what: str
    status: ActorStatus = "stated"  #: how plainly it is told


@dataclass(frozen=True, slots=True, kw_only=True)
class Victims:
    """Who those were that something befell ("soldiers", "women and children"), whatever their number."""

    who: str  #: in the words of the article
    of: Casualty = "killed"  #: what befell them


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCount:
    """How many places were hit, named or not: between ``low`` and ``high``; "at least three" has no ``high``."""

    low: Number
    high: Number | None

    def __post_init__(self) -> None:
        if self.low < 1 or (self.high is not None and self.high < self.low):
            raise ValueError(f"a number of sites runs from low to high and is at least 1, found {self.low} to {self.high}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What an article says about where something lies.

    ``of`` is a border ("IRN-PAK") or a place by its listed name, ``to`` a second place for "between" and "road"; ``distance_m``
    is given for "distance", "beyond" and "length", and may be for "direction", "near", "between" and "road" (so far from
    ``of``); ``about`` is True where the words say so ("approximately", "roughly"), ``by_road`` where they say that the distance
    is along a road. ``rounded_to_m`` is the unit that the distance is rounded to, where the words tell it and not its digits
    ("a dozen km").
    """

    relation: Relation  #: how it lies to it
    of: str
    distance_m: Metres | None = None
    about: bool = False
    to: str | None = None
    bearing: Compass | None = None  #: on which side of it
    by_road: bool = False
    rounded_to_m: Metres | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One article's account of one incident.

    ``spans`` are the passages that tell it. ``place`` is a path of listed names, finest first: ("Lyari", "Karachi").
    """

    id: str  #: the article's id, a slash, a number
    article: str
    sub_event_type: Cited[str]  #: what happened: ACLED's sub-event type
    days: Cited[Days]  #: when
    place: Cited[tuple[str, ...]] | None = None
    spans: tuple[Span, ...] = ()
    actors: tuple[Cited[Actor], ...] = ()  #: who did it
    targets: tuple[Cited[Target], ...] = ()  #: against whom or what
    counts: tuple[Cited[Count], ...] = ()  #: how many were killed or injured
    victims: tuple[Cited[Victims], ...] = ()  #: who they were
    site_count: Cited[SiteCount] | None = None  #: how many places were hit
    weapons: tuple[Cited[str], ...] = ()  #: with what
    statements: tuple[Cited[Statement], ...] = ()  #: what it says of where the place lies

    @property
    def values(self) -> tuple[tuple[str, Cited[Any]], ...]:
        """Every value with the name of its field: ``("counts[0]", Cited(...))``."""
        single = [(name, getattr(self, name)) for name in ("sub_event_type", "days", "place", "site_count")]
        many = [(name, getattr(self, name)) for name in ("actors", "targets", "counts", "victims", "weapons", "statements")]
        return tuple(
            [(name, said) for name, said in single if said is not None]
            + [(f"{name}[{i}]", said) for name, all_said in many for i, said in enumerate(all_said)]
        )

    @property
    def named_spans(self) -> tuple[tuple[str, Span], ...]:
        """Every span with its field: of a passage ``("spans[0]", Span(...))``, of a value ``("counts[0].spans[0]", ...)``."""
        lists = [("spans", self.spans)]
        for name, said in self.values:
            lists += [(f"{name}.spans", said.spans), (f"{name}.attributed_spans", said.attributed_spans)]
        return tuple((f"{name}[{i}]", span) for name, spans in lists for i, span in enumerate(spans))
