"""The names and terms that values are taken from, each with the words that may stand for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from geomap.errors import DataError, Problem
from geomap.gazetteer import Place
from geomap.language import normalised_words
from geomap.project import with_present_names
from geomap.reading import read_rows
from geomap.vocabulary import COUNTRIES, EVENT_TYPES, MOST_PEOPLE

#: What terms are listed for.
FIELDS = (
    "sub_event_type",
    "weapon",
    "target",
    "status",
    "casualty",
    "person",
    "number",
    "bound",
    "relation",
    "about",
    "border",
    "collective",
    "site",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedActor:
    """An actor of ``actors.csv``: the name used everywhere, the side it is on, and how texts spell it."""

    name: str
    side: str
    spellings: frozenset[str]  #: normalised
    note: str | None = None  #: what else is known of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The names and terms that values are taken from, each with the words that may stand for it, normalised.

    ``actors`` and ``places`` are by listed name, places with their spellings only; ``terms`` gives the words of each value of
    each of `FIELDS`.
    """

    actors: Mapping[str, ListedActor]
    places: Mapping[str, frozenset[str]]
    terms: Mapping[str, Mapping[str, frozenset[str]]]

    @property
    def borders(self) -> Mapping[str, frozenset[str]]:
        """How texts call each border: ``{"IRN-PAK": {"iranian border", ...}}``."""
        return self.terms["border"]

    def listed(self, field: str) -> Mapping[str, frozenset[str]]:
        """The words for each value of a field: "actor", "place", or one of the fields of the terms."""
        if field == "actor":
            return {name: actor.spellings for name, actor in self.actors.items()}
        return self.places if field == "place" else self.terms[field]

    def meaning(self, field: str, words: str, expected: str | None = None) -> str | None:
        """What the words stand for in a field, or None.

        Where words are listed for several names, ``expected`` is preferred.
        """
        found = sorted(value for value, spellings in self.listed(field).items() if words in spellings)
        return expected if expected in found else next(iter(found), None)


def read_lexicon(folder: Path, sides: Collection[str] | None = None) -> Lexicon:
    """The vocabulary of ``actors.csv``, ``places.csv`` and ``terms.csv``, each of which may be missing.

    Args:
        folder: where the files lie.
        sides: the names of the sides that an actor can be on; any unless given.

    Raises:
        DataError: every row that cannot be right, a line each.
    """
    actors = _rows(folder / "actors.csv", ("name", "side", "spellings", "note"), filled=("name",))
    places = _rows(folder / "places.csv", ("name",), [field.name for field in fields(Place)], filled=("name",))
    terms_of = ("field", "value", "term")
    listed = with_present_names(_rows(folder / "terms.csv", terms_of, filled=terms_of), "terms")
    problems = [*_wrong_actors(actors, sides), *_wrong_terms(listed)]
    if problems:
        raise DataError(*problems)
    terms: dict[str, dict[str, frozenset[str]]] = {field: {} for field in FIELDS}
    for row in listed:
        words = terms[row["field"]]
        words[row["value"]] = words.get(row["value"], frozenset()) | {normalised_words(row["term"])}
    return Lexicon(
        actors={
            row["name"]: ListedActor(name=row["name"], side=row["side"], spellings=_spellings(row), note=row["note"] or None)
            for row in actors
        },
        places=_with_countries({row["name"]: _spellings(row) for row in places}),
        terms=terms,
    )


def _with_countries(places: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The places of a story, and the countries that it does not list itself: their names need no row."""
    taken = {spelling for spellings in places.values() for spelling in spellings}
    called = {c.name: frozenset(map(normalised_words, c.names)) for c in COUNTRIES.values()}
    return {name: spellings - taken for name, spellings in called.items() if spellings.isdisjoint(taken)} | places


def _rows(path: Path, required: Sequence[str], optional: Sequence[str] = (), *, filled: Sequence[str]) -> list[dict[str, str]]:
    return read_rows(path, required, optional, filled) if path.is_file() else []


def _wrong_actors(rows: Sequence[Mapping[str, str]], sides: Collection[str] | None) -> Iterator[Problem]:
    names = Counter(row["name"] for row in rows)
    last = {row["name"]: n for n, row in enumerate(rows, start=1)}
    for name, times in names.items():
        if times > 1:
            yield Problem("actors.csv", f"{name}: name stands {times} times; keep one row", (last[name], "name"))
    owners: dict[str, str] = {}
    for n, row in enumerate(rows, start=1):
        for spelling in sorted(_spellings(row)):
            owner = owners.setdefault(spelling, row["name"])
            if owner != row["name"]:
                wrong = f"{row['name']}: spellings has {spelling!r}, which is {owner}; give it to one actor only"
                yield Problem("actors.csv", wrong, (n, "spellings"))
    for n, row in enumerate(rows, start=1):
        if sides is not None and row["side"] not in sides:
            wrong = f"{row['name']}: side is {row['side']!r}; write one of {', '.join(sides)}"
            yield Problem("actors.csv", wrong, (n, "side"))


def _wrong_terms(rows: Sequence[Mapping[str, str]]) -> Iterator[Problem]:
    values: dict[tuple[str, str], str] = {}
    seen: set[tuple[str, str, str]] = set()
    for n, row in enumerate(rows, start=1):
        for column, wrong in _wrong_term(row, values, seen):
            yield Problem("terms.csv", f"{normalised_words(row['term'])}: {wrong}", (n, column))


def _wrong_term(
    row: Mapping[str, str], values: dict[tuple[str, str], str], seen: set[tuple[str, str, str]]
) -> Iterator[tuple[str, str]]:
    """What is wrong with a row, each with its column; the values and rows before it, to which it is added."""
    field, value, term = row["field"], row["value"], normalised_words(row["term"])
    if field not in FIELDS:
        yield "field", f"field is {field!r}; write one of {', '.join(FIELDS)}"
    if field == "sub_event_type" and value not in EVENT_TYPES:
        yield "value", f"sub_event_type is {value!r}; write one of ACLED's sub-event types: {', '.join(EVENT_TYPES)}"
    if field == "number" and not (value.isdecimal() and len(value) < 18 and int(value) <= MOST_PEOPLE):
        yield "value", f"number is {value[:20]!r}; write a whole number up to {MOST_PEOPLE}"
    if (field, value, term) in seen:
        yield "term", f"stands twice for {field} {value!r}; keep one row"
    seen.add((field, value, term))
    if values.setdefault((field, term), value) != value:
        yield "value", f"{field} is both {values[field, term]!r} and {value!r}; keep one"


def _spellings(row: Mapping[str, str]) -> frozenset[str]:
    return frozenset(map(normalised_words, filter(None, (row["name"], *row.get("spellings", "").split(";")))))
