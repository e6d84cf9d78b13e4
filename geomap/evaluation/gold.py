"""What a careful reader found in texts, as files that `docs/gold.md` describes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic import dataclasses as validated

from geomap.errors import DataError, MissingError, Problem
from geomap.model import Span
from geomap.reading import decoded, read_bytes, read_toml
from geomap.vocabulary import EVENT_TYPES, ActorStatus, Casualty, Compass, Relation

_STRICT = ConfigDict(extra="forbid")

#: A stretch of the text: the words, or the words and which of several such stretches it is.
Words: TypeAlias = tuple[str | tuple[str, Annotated[int, Field(ge=1)]], ...]
ContradictionField = Literal["kind", "days", "place", "actors", "targets", "killed", "injured", "weapons", "denial"]


@validated.dataclass(frozen=True, kw_only=True, config=_STRICT)
class GoldValue:
    """What every value of gold has: its words, and whom the text credits with it."""

    words: Words = ()
    says: str | None = None


@validated.dataclass(frozen=True, kw_only=True, config=_STRICT)
class GoldKind(GoldValue):
    """What happened: ACLED's sub-event type."""

    value: str


@validated.dataclass(frozen=True, kw_only=True, config=_STRICT)
class GoldDays(GoldValue):
    """When; an end left out is open."""

    first: dt.date | None = None
    last: dt.date | None = None
    basis: Literal["event", "report"] = "event"


@validated.dataclass(frozen=True, kw_only=True, config=_STRICT)
class GoldPlace(GoldValue):
    """Where: a path of names with a point and how far the land of the finest reaches, or why nowhere."""

    path: tuple[str, ...] = ()
    lon: float | None = None
    lat: float | None = None
    radius_km: float | None = None
    unlocated: str | None = None


@validated.dataclass(frozen=True, kw_only=True, config=_STRICT)
class GoldActor(GoldValue):
    """Who did it, and other ways to write the name."""

    name: str
    also: tuple[str, ...] = ()
    status: ActorStatus = "stated"


@validated.dataclass(frozen=True, kw_only=True, config=_STRICT)
class GoldTarget(GoldValue):
    """Against whom or what."""

    what: str
    status: ActorStatus = "stated"


@validated.dataclass(frozen=True, kw_only=True, config=_STRICT)
class GoldCount(GoldValue):
    """How many; without ``high`` it is open above."""

    of: Casualty
    low: int
    high: int | None = None
    whom: str | None = None


@validated.dataclass(frozen=True, kw_only=True, config=_STRICT)
class GoldWeapon(GoldValue):
    """With what."""

    value: str


@validated.dataclass(frozen=True, kw_only=True, config=_STRICT)
class GoldStatement(GoldValue):
    """What is said of where the place lies."""

    relation: Relation
    of: str
    distance_km: float | None = None
    about: bool = False
    by_road: bool = False
    bearing: Compass | None = None
    to: str | None = None


@validated.dataclass(frozen=True, kw_only=True, config=_STRICT)
class GoldClaim:
    """One text's account of one incident, as a careful reader finds it."""

    incident: str  #: the same word in the dispatches of a folder is the same event
    kind: GoldKind
    days: GoldDays
    place: GoldPlace | None = None
    actors: tuple[GoldActor, ...] = ()
    targets: tuple[GoldTarget, ...] = ()
    counts: tuple[GoldCount, ...] = ()
    weapons: tuple[GoldWeapon, ...] = ()
    statements: tuple[GoldStatement, ...] = ()

    @property
    def values(self) -> Iterator[GoldValue]:
        """Every value of the claim."""
        yield from (self.kind, self.days, *([self.place] if self.place else []))
        yield from (*self.actors, *self.targets, *self.counts, *self.weapons, *self.statements)


@validated.dataclass(frozen=True, kw_only=True, config=_STRICT)
class NotIncident:
    """A passage that looks like an incident and is none."""

    words: str | tuple[str, int]
    why: str


@validated.dataclass(frozen=True, kw_only=True, config=_STRICT)
class Contradiction:
    """Dispatches of one folder that do not agree on a field of an incident."""

    incident: str
    field: ContradictionField
    between: tuple[str, ...]
    note: str = ""


@validated.dataclass(frozen=True, kw_only=True, config=_STRICT)
class _File:
    claims: tuple[GoldClaim, ...] = ()
    not_incidents: tuple[NotIncident, ...] = ()
    publisher: str | None = None
    published: dt.date | None = None


@validated.dataclass(frozen=True, kw_only=True, config=_STRICT)
class _Contradictions:
    contradictions: tuple[Contradiction, ...] = ()


_FILE, _CONTRADICTIONS = TypeAdapter(_File), TypeAdapter(_Contradictions)


@dataclass(frozen=True, kw_only=True)
class GoldText:
    """A text with what a careful reader found in it."""

    path: Path  #: of the text
    text: str
    publisher: str | None
    published: dt.date | None
    claims: tuple[GoldClaim, ...]
    not_incidents: tuple[NotIncident, ...]

    @property
    def name(self) -> str:
        """The name of its files, without what follows the dot."""
        return self.path.stem

    def spans(self, words: Words) -> tuple[Span, ...]:
        """Where the words stand.

        Raises:
            ValueError: words that the text does not hold, or holds several times without a number.
        """
        return tuple(_span(one, self.text) for one in words)


@dataclass(frozen=True, kw_only=True)
class GoldStory:
    """The texts of one folder, and what they contradict each other on."""

    folder: Path
    texts: tuple[GoldText, ...]
    contradictions: tuple[Contradiction, ...] = field(default=())


def read_gold(folder: Path) -> tuple[GoldStory, ...]:
    """The stories of a folder and of the folders in it, each checked.

    Raises:
        DataError: what cannot be right, a line each.
        MissingError: there is no pair of a text and its gold.
    """
    problems: list[str] = []
    stories = []
    for place in (folder, *sorted(path for path in folder.rglob("*") if path.is_dir())):
        files = sorted(path for path in place.glob("*.toml") if path.name != "contradictions.toml")
        texts = [text for file in files if (text := _text(file, problems))]
        if not texts:
            continue
        listed = place / "contradictions.toml"
        found = _checked(_CONTRADICTIONS, listed, problems).contradictions if listed.is_file() else ()
        stories.append(GoldStory(folder=place, texts=tuple(texts), contradictions=found))
        problems += _wrong_contradictions(stories[-1])
    if problems:
        raise DataError(*problems)
    if not stories:
        raise MissingError(f"{folder}: holds no text with its gold, as NAME.txt and NAME.toml")
    return tuple(stories)


def _text(file: Path, problems: list[str]) -> GoldText | None:
    path = next((p for suffix in (".txt",) if (p := file.with_suffix(suffix)).is_file()), None)
    if path is None:
        return None
    found = _checked(_FILE, file, problems)
    gold = GoldText(
        path=path,
        text=decoded(read_bytes(path), path.name),
        publisher=found.publisher,
        published=found.published,
        claims=found.claims,
        not_incidents=found.not_incidents,
    )
    problems += _wrong(gold, file.name)
    return gold


def _wrong(gold: GoldText, name: str) -> Iterator[Problem]:
    """Words that the text does not hold, and values of no list."""
    for n, claim in enumerate(gold.claims, start=1):
        for value in claim.values:
            for one in value.words:
                if said := _unfound(one, gold.text):
                    yield Problem(name, f"claim {n}: {said}")
        if claim.kind.value not in EVENT_TYPES:
            yield Problem(name, f"claim {n}: kind {claim.kind.value!r} is none of ACLED's sub-event types")
    for none in gold.not_incidents:
        if said := _unfound(none.words, gold.text):
            yield Problem(name, f"not_incidents: {said}")


def _wrong_contradictions(story: GoldStory) -> Iterator[Problem]:
    of = {text.name: {claim.incident for claim in text.claims} for text in story.texts}
    for one in story.contradictions:
        for name in one.between:
            if one.incident not in of.get(name, ()):
                yield Problem("contradictions.toml", f"{one.incident}: {name} does not tell it")


def _checked(adapter: TypeAdapter[Any], path: Path, problems: list[str]) -> Any:
    tables = ("claims", "not_incidents", "publisher", "published") if adapter is _FILE else ("contradictions",)
    try:
        return adapter.validate_python(read_toml(path, *tables))
    except ValidationError as error:
        problems += [Problem(path.name, f"{'.'.join(map(str, one['loc']))}: {one['msg']}") for one in error.errors()]
    except DataError as error:
        problems += error.problems
    return _File() if adapter is _FILE else _Contradictions()


def _span(one: str | tuple[str, int], text: str) -> Span:
    words, nth = (one, 0) if isinstance(one, str) else one
    starts = [i for i in range(len(text) - len(words) + 1) if text.startswith(words, i)] if words else []
    if nth > len(starts) or (not nth and len(starts) != 1):
        raise ValueError(f"{words!r} stands {len(starts)} times in the text")
    start = starts[max(nth, 1) - 1]
    return Span(start, start + len(words))


def _unfound(one: str | tuple[str, int], text: str) -> str | None:
    try:
        _span(one, text)
    except ValueError as error:
        return str(error)
    return None
