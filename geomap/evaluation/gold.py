"""What a careful reader found in texts, as files that `docs/gold.md` describes."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic import dataclasses as validated

from geomap.errors import DataError, MissingError, Problem, Steps
from geomap.model import Span
from geomap.reading import decoded, mark, read_bytes, read_toml, text_of
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


#: The name of the file that lists contradictions.
_LISTED = "contradictions.toml"
#: What is wrong with a record, by pydantic's word for it.
_UNKNOWN = "unexpected_keyword_argument"
_SAID = {"missing": "is missing; write it", _UNKNOWN: "is no field of such a record; remove it or correct its name"}

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
        files = sorted(path for path in place.glob("*.toml") if path.name != _LISTED)
        texts = [text for file in files if (text := _text(file, problems))]
        if not texts:
            continue
        listed = place / _LISTED
        found = _checked(_CONTRADICTIONS, listed, problems).contradictions if listed.is_file() else ()
        stories.append(GoldStory(folder=place, texts=tuple(texts), contradictions=found))
        problems += () if problems else _wrong_contradictions(stories[-1])  # what cannot be read tells nothing
    if problems:
        raise DataError(*problems)
    if not stories:
        raise MissingError(f"{folder}: holds no text with its gold, as NAME.txt and NAME.toml")
    return tuple(stories)


def _text(file: Path, problems: list[str]) -> GoldText | None:
    path = file.with_suffix(".txt")
    if not path.is_file():
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
    problems += _wrong(gold, file)
    return gold


def _wrong(gold: GoldText, file: Path) -> Iterator[Problem]:
    """Words that the text does not hold, and values of no list, each with its place; each words are told of once."""
    seen: set[str] = set()
    for n, claim in enumerate(gold.claims):
        for at, value in _with_steps(claim):
            for m, one in enumerate(value.words):
                said = _unfound(one, gold.text)
                if said and said not in seen:
                    seen.add(said)
                    yield _problem(file, f"claim {n + 1}: {said}", ("claims", n, *at, "words", m))
        if claim.kind.value not in EVENT_TYPES:
            near = get_close_matches(claim.kind.value, EVENT_TYPES, n=1, cutoff=0.4)
            right = f"write {near[0]!r}" if near else "geomap schema prints them"
            wrong = f"claim {n + 1}: kind {claim.kind.value!r} is none of ACLED's sub-event types; {right}"
            yield _problem(file, wrong, ("claims", n, "kind", "value"))
    for n, none in enumerate(gold.not_incidents):
        if said := _unfound(none.words, gold.text):
            yield _problem(file, f"not_incidents {n + 1}: {said}", ("not_incidents", n, "words"))


def _with_steps(claim: GoldClaim) -> Iterator[tuple[Steps, GoldValue]]:
    """Every value of a claim, and the way to it in its record."""
    yield from ((("kind",), claim.kind), (("days",), claim.days), *(((("place",), claim.place),) if claim.place else ()))
    for name in ("actors", "targets", "counts", "weapons", "statements"):
        yield from (((name, n), value) for n, value in enumerate(getattr(claim, name)))


def _wrong_contradictions(story: GoldStory) -> Iterator[Problem]:
    of = {text.name: {claim.incident for claim in text.claims} for text in story.texts}
    for n, one in enumerate(story.contradictions):
        for m, name in enumerate(one.between):
            if one.incident not in of.get(name, ()):
                told = f"tells of {', '.join(sorted(of[name]))}" if of.get(name) else "is no text with claims here"
                wrong = f"{one.incident}: {name} {told}; correct the incident, or the name"
                yield _problem(story.folder / _LISTED, wrong, ("contradictions", n, "between", m))


def _checked(adapter: TypeAdapter[Any], path: Path, problems: list[str]) -> Any:
    tables = ("claims", "not_incidents", "publisher", "published") if adapter is _FILE else ("contradictions",)
    try:
        return adapter.validate_python(read_toml(path, *tables))
    except ValidationError as error:
        for one in error.errors():
            said = _SAID.get(one["type"]) or f"is {one['input']!r}; {one['msg'][0].lower()}{one['msg'][1:]}"
            way = ".".join(str(step + 1) if isinstance(step, int) else step for step in one["loc"])
            problems.append(_problem(path, f"{way} {said}", one["loc"], key=one["type"] == _UNKNOWN))
    except DataError as error:
        problems += [one.in_folder(str(path.parent)) if isinstance(one, Problem) else one for one in error.problems]
    return _File() if adapter is _FILE else _Contradictions()


def _problem(file: Path, said: str, way: Steps, *, key: bool = False) -> Problem:
    """What is wrong, where it stands in the file."""
    return Problem(str(file), said, mark(text_of(read_bytes(file)), file.name, way, key=key) or way, key=key)


def _span(one: str | tuple[str, int], text: str) -> Span:
    words, nth = (one, 0) if isinstance(one, str) else one
    starts = _starts(words, text)
    if nth > len(starts) or (not nth and len(starts) != 1):
        raise ValueError(_remedy(words, nth, starts, text))
    start = starts[max(nth, 1) - 1]
    return Span(start, start + len(words))


def _starts(words: str, text: str) -> list[int]:
    return [found.start() for found in re.finditer(f"(?={re.escape(words)})", text)] if words else []


def _remedy(words: str, nth: int, starts: Sequence[int], text: str) -> str:
    """How often words stand in a text, and what to write."""
    times = f"{words!r} stands {len(starts)} times in the text"
    if starts and nth:
        return f"{times}; write a number up to {len(starts)}"
    if starts:
        lines = list(dict.fromkeys(str(text.count("\n", 0, start) + 1) for start in starts))
        first = f"[{json.dumps(words, ensure_ascii=False)}, 1]"
        return f"{times}, in line{'s' * (len(lines) > 1)} {', '.join(lines[:8])}; write {first} for the first, and so on"
    spaced = r"\s+".join(map(re.escape, words.split()))
    found = re.search(spaced, text, re.IGNORECASE) if spaced else None
    return f"{times}; " + (
        f"write {json.dumps(found[0], ensure_ascii=False)}" if found else "copy them from the text, sign by sign"
    )


def _unfound(one: str | tuple[str, int], text: str) -> str | None:
    try:
        _span(one, text)
    except ValueError as error:
        return str(error)
    return None
