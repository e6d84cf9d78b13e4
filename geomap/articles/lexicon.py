"""The names and terms that values are taken from, each with the words that may stand for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from geomap.articles.actors import ListedActor, with_states
from geomap.errors import DataError, Problem
from geomap.gazetteer import Place
from geomap.language import normalised_words, number
from geomap.model import Side
from geomap.project import with_present_names
from geomap.reading import read_rows
from geomap.vocabulary import (
    COUNTRIES,
    MOST_PEOPLE,
    TERM_VALUES,
    border_lines,
    border_names,
    border_sides,
    class_of_target,
    countries_of,
    cue_words,
    generic_terms,
    is_injury,
    kind_apart,
    kind_of_crowd,
    kind_of_pair,
    kind_of_seizure,
    kind_of_taking,
    kind_of_weapon,
    one_of,
    spelled_out,
    standings_of,
)

#: The columns of ``actors.csv``.
ACTOR_COLUMNS: Final = ("name", "side", "spellings", "note")

#: So many words are kept with what they mean.
_MOST_ASKED, _MEANINGS = 1 << 13, "meanings"
#: What terms are listed for.
FIELDS = (
    "sub_event_type",
    "weapon",
    "target",
    "status",
    "casualty",
    "person",  # one person, for the word that is used of several: "policeman" for "police"
    "persons",  # another word for several: "policemen" for "police"
    "number",
    "bound",
    "relation",
    "about",
    "border",
    "collective",
    "site",
)

#: A person or several of them.
_WHO: Final = "person or persons"

_ARTICLE: Final = re.compile(r"\b(?:an?|the) (?=\w)")
#: What stands before a verb without a change of its meaning: "was gunned down", "has denied".
_AUXILIARY: Final = re.compile(r"^(?:(?:is|are|was|were|be|been|being|has|have|had|having) )+(?=\w)")


def bare(words: str) -> str:
    """Words without their articles, as names and terms are compared.

    >>> bare("the army of the north")
    'army of north'
    """
    return _ARTICLE.sub("", words)


class _Written(NamedTuple):
    """What each way to write names or values stands for, sorted: as it is listed, and also without articles."""

    exact: Mapping[str, tuple[str, ...]]
    bare: Mapping[str, tuple[str, ...]]

    def with_more(self, named: Iterable[tuple[str, str]]) -> _Written:
        """With more words, each with what it stands for."""
        exact: dict[str, tuple[str, ...]] = {}
        for words, name in named:
            exact[words] = tuple(sorted({*exact.get(words, self.exact.get(words, ())), name}))
        both = {**self.exact, **exact}
        loose = {without: of for words, of in exact.items() if (without := bare(words)) not in both}
        return _Written(both, {**self.bare, **loose, **exact})


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """The names and terms that values are taken from, each with the words that may stand for it, normalised.

    ``actors`` and ``places`` are by listed name, places with their spellings only; ``terms`` gives what each term of each of
    `FIELDS` stands for: ``{"weapon": {"machine gun": "firearms"}}``.
    """

    actors: Mapping[str, ListedActor]
    places: Mapping[str, frozenset[str]]
    terms: Mapping[str, Mapping[str, str]]

    @cached_property
    def borders(self) -> Mapping[str, frozenset[str]]:
        """How texts call each border: ``{"IRN-PAK": {"iranian border", ...}}``."""
        called: dict[str, set[str]] = {}
        for term, border in self.terms["border"].items():
            called.setdefault(border, set()).add(term)
        return {border: frozenset(terms) for border, terms in called.items()}

    def listed(self, kind: str) -> Mapping[str, frozenset[str]]:
        """The spellings of each name of a kind: "actor" or "place"."""
        return self.places if kind == "place" else {name: actor.spellings for name, actor in self.actors.items()}

    def is_listed(self, kind: str, name: str) -> bool:
        """Whether a name of a kind is in the story's lists: "actor" or "place"."""
        return name in (self.places if kind == "place" else self.actors)

    def beside(self, actors: Mapping[str, ListedActor], places: Mapping[str, frozenset[str]]) -> Lexicon:
        """This lexicon with more names; what it has worked out of its terms and of its own names is kept."""
        more = replace(self, actors={**self.actors, **actors}, places={**self.places, **places})
        more.__dict__["_of_terms"] = self._of_terms
        for kind, own in (("actor", self.actors), ("place", self.places)):
            new = actors if kind == "actor" else places
            if own.keys().isdisjoint(new):
                listed = more.listed(kind)
                more._of_names[kind] = self._written(kind).with_more((words, name) for name in new for words in listed[name])
        return more

    def meaning(self, field: str, words: str, expected: str | None = None) -> str | None:
        """What the words stand for in a field ("actor", "place", or one of `FIELDS`), or None.

        Articles do not count, and before a term no auxiliary verb: "was gunned down" is "gunned down". Where words are listed
        for several names, ``expected`` is preferred.
        """
        kept: Callable[..., str | None] = self._of_terms[_MEANINGS] if field in FIELDS else self._meaning
        return kept(field, words, expected)

    def _meaning(self, field: str, words: str, expected: str | None) -> str | None:
        names = self._names(field)
        without = bare(words)
        found = next((names[form] for form in (words, without, _AUXILIARY.sub("", without)) if form in names), ())
        if not found and field == "sub_event_type":
            crowd = kind_of_crowd(without) or kind_of_crowd(words)
            if expected and expected in (crowd, kind_of_seizure(without), kind_of_seizure(words)):
                return expected  # "captured ... army": people or ground; "shot dead ... protester": anybody, or who protests
            told = kind_apart(without) or kind_apart(words) or kind_of_pair(without, self._classes)
            told = told or kind_of_taking(without) or crowd
            return told or kind_of_weapon(self.terms["weapon"].get(without, ""))
        if not found and field == "casualty" and is_injury(words):
            return "injured"  # "with a bullet in the knee"
        return expected if expected in found else next(iter(found), None)

    def _classes(self, words: str) -> tuple[str, ...]:
        """What words name, as pairs of `geomap.vocabulary` have it: a weapon, a kind of target, a kind of people."""
        if weapon := self.terms["weapon"].get(words):
            return (weapon,)
        found = self.persons(words)
        if found and set(found) <= {"guards", "bodyguards"}:
            return ("civilian people",)
        if standing := standings_of(" ".join((words, *found))):
            return (f"{'armed' if 'armed' in standing else 'civilian'} people",)
        if target := self.terms["target"].get(words):
            return (class_of_target(target),)
        two = words in cue_words("two of those told before")
        return ("people",) * bool(found or number(words) or two or self.mentioned("number", words))

    def mentioned(self, field: str, words: str) -> tuple[str, ...]:
        """What the terms of a field that stand in the words stand for, in their order; of two at one place the longer."""
        values, any_of = self._terms_in_words(field)
        return tuple(values[found[0]] for found in any_of.finditer(words)) if values else ()

    def persons(self, words: str) -> tuple[str, ...]:
        """Whom the words speak of, each as several are called: ("police",) for "a policewoman" and "two constables"."""
        return self.mentioned(_WHO, words)

    @cached_property
    def _of_terms(self) -> dict[str, Any]:
        """What was made once of the terms of a field; and what words of these fields mean, as the same are asked for often."""
        return {_MEANINGS: lru_cache(_MOST_ASKED)(self._meaning)}

    @cached_property
    def _of_names(self) -> dict[str, _Written]:
        """The ways to write the names of a kind, made once."""
        return {}

    def _names(self, field: str) -> Mapping[str, tuple[str, ...]]:
        """The names or values that each way to write them stands for, sorted; also without articles."""
        return self._written(field).bare

    def _written(self, field: str) -> _Written:
        kept = self._of_terms if field in FIELDS else self._of_names
        if field not in kept:
            if field in FIELDS:
                named: Iterable[tuple[str, str]] = self.terms[field].items()
            else:
                named = ((words, name) for name, spellings in self.listed(field).items() for words in spellings)
            kept[field] = _Written({}, {}).with_more(named)
        written: _Written = kept[field]
        return written

    def _terms_in_words(self, field: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
        """The terms of a field with their values, and a pattern of any of them."""
        key = f"{field} in words"
        if key not in self._of_terms:
            values = self.terms[field] if field != _WHO else self._who()
            self._of_terms[key] = values, re.compile(rf"(?<!\w){one_of(values)}(?!\w)")
        values, any_of = self._of_terms[key]
        return values, any_of

    def _who(self) -> dict[str, str]:
        """Every word for one person or several."""
        one, several = self.terms["person"], self.terms["persons"]
        return {normalised_words(value): value for value in (*one.values(), *several.values())} | {**several, **one}


def read_lexicon(
    folder: Path, sides: Mapping[str, Side] | None = None, *, border: str = "", countries: tuple[str, str] | None = None
) -> Lexicon:
    """The words of news English with those of a story: its ``actors.csv``, ``places.csv`` and ``terms.csv``, if they are there.

    A row of ``terms.csv`` goes before a generic one for the same term; one with an empty value takes the term away. The
    countries of the border are actors with their governments and forces, and give the ways to call it.

    Args:
        folder: where the files lie.
        sides: the sides that an actor can be on, by name; any unless given.
        border: the border's id: a pair of countries, or what a file's line is called.
        countries: the codes of its two countries, where its id does not say them.

    Raises:
        DataError: every row that cannot be right, a line each.
    """
    actors, places = _names_in(folder)
    rows = _rows(folder / "terms.csv", ("field", "value", "term"), filled=("field", "term"))
    listed = with_present_names(rows, "terms")
    pair = "-".join(countries) if countries else border
    generic = {**generic_terms(), "border": _border_terms(border, pair)}
    problems = [*_wrong_actors(actors, sides), *_wrong_terms(listed, generic)]
    if problems:
        raise DataError(*problems)
    terms = {field: dict(generic.get(field, {})) for field in FIELDS}
    for row in listed:
        for term in map(normalised_words, spelled_out(row["term"])):
            terms[row["field"]].pop(term, None)
            if row["value"]:
                terms[row["field"]][term] = row["value"]
    return Lexicon(
        actors=with_states(_listed(actors), countries_of(pair), sides),
        places=_with_countries({row["name"]: _spellings(row) for row in places}),
        terms=terms,
    )


def read_lexicon_beside(lexicon: Lexicon, folder: Path, sides: Mapping[str, Side] | None = None) -> Lexicon:
    """A lexicon with the names of the ``actors.csv`` and ``places.csv`` of a folder, if they are there, beside its own.

    An actor of the same name has the spellings of both; a spelling of another actor of the lexicon stays that actor's.

    Raises:
        DataError: every row that cannot be right, a line each.
    """
    owners = {spelling: actor.name for actor in lexicon.actors.values() for spelling in actor.spellings}
    actors = {}
    for name, actor in read_actors(folder, sides).items():
        kept = lexicon.actors.get(name, replace(actor, spellings=frozenset()))
        free = {spelling for spelling in actor.spellings if owners.get(spelling, name) == name}
        actors[name] = replace(kept, spellings=kept.spellings | free)
    places = {row["name"]: _spellings(row) for row in _names_in(folder)[1]}
    spelled = {name: lexicon.places.get(name, frozenset()) | spellings for name, spellings in places.items()}
    return lexicon.beside(actors, spelled)


def read_actors(folder: Path, sides: Mapping[str, Side] | None = None) -> dict[str, ListedActor]:
    """The actors of a folder's ``actors.csv`` alone, by name; none where there is no such file.

    Raises:
        DataError: every row that cannot be right, a line each.
    """
    rows = _names_in(folder)[0]
    if problems := [*_wrong_actors(rows, sides)]:
        raise DataError(*problems)
    return _listed(rows)


def _names_in(folder: Path) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The rows of a folder's ``actors.csv`` and ``places.csv``."""
    actors = _rows(folder / "actors.csv", ACTOR_COLUMNS, filled=("name",))
    return actors, _rows(folder / "places.csv", ("name",), [field.name for field in fields(Place)], filled=("name",))


def _listed(rows: Iterable[Mapping[str, str]]) -> dict[str, ListedActor]:
    """The actors of some rows, by name."""
    return {
        row["name"]: ListedActor(name=row["name"], side=row["side"], spellings=_spellings(row), note=row["note"] or None)
        for row in rows
    }


def _border_terms(border: str, pair: str) -> dict[str, str]:
    """The ways to call a story's border, by its countries or "the border" alone."""
    id = "-".join(country.alpha3 for country in countries_of(border)) or border
    called = (*border_names(pair), *border_lines(pair), *border_sides(pair))
    names = called if countries_of(pair) else ("border", "frontier")
    return {normalised_words(name): id for name in names if id}


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
            others = "" if len(sides) > 1 else ", or say in geomap.toml which sides there are, by home or [[sides]]"
            wrong = f"{row['name']}: side is {row['side']!r}; write one of {', '.join(sides)}{others}"
            yield Problem("actors.csv", wrong, (n, "side"))


def _wrong_terms(rows: Sequence[Mapping[str, str]], generic: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    values: dict[tuple[str, str], str] = {}
    for n, row in enumerate(rows, start=1):
        for term in map(normalised_words, spelled_out(row["term"])):
            if values.get((row["field"], term)) == row["value"]:
                yield Problem(
                    "terms.csv", f"{term}: stands twice for {row['field']} {row['value']!r}; keep one row", (n, "term")
                )
            for column, wrong in _wrong_term(row["field"], row["value"], term, values, generic):
                yield Problem("terms.csv", f"{term}: {wrong}", (n, column))


def _wrong_term(
    field: str, value: str, term: str, values: dict[tuple[str, str], str], generic: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str]]:
    """What is wrong with a term of a row, each with its column; ``values`` are of the rows before it, and it is added."""
    if field not in FIELDS:
        yield "field", f"field is {field!r}; write one of {', '.join(FIELDS)}"
    elif not value and term not in generic.get(field, {}):
        yield "term", f"an empty value takes a term away, but {field} has no such generic term; give it a value or leave it out"
    elif value and value not in (allowed := TERM_VALUES.get(field, (value,))):
        kind = "ACLED's sub-event types: " if field == "sub_event_type" else ""
        yield "value", f"{field} is {value!r}; write one of {kind}{', '.join(allowed)}"
    elif value and field == "number" and not (value.isdecimal() and len(value) < 18 and int(value) <= MOST_PEOPLE):
        yield "value", f"number is {value[:20]!r}; write a whole number up to {MOST_PEOPLE}"
    if (before := values.setdefault((field, term), value)) != value:
        yield "value", f"{field} is both {before!r} and {value!r}; keep one"


def _spellings(row: Mapping[str, str]) -> frozenset[str]:
    return frozenset(map(normalised_words, filter(None, (row["name"], *row.get("spellings", "").split(";")))))
