"""What would be right in place of a name or term that no list has: the nearest that one has, and a row to paste."""

from __future__ import annotations

import csv
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from io import StringIO
from typing import Any

from geomap.articles import Lexicon
from geomap.gazetteer import Gazetteer, Place, proposed
from geomap.model import UNKNOWN, Story
from geomap.reading import delimiter_of, read_bytes, text_of


class Remedies:
    """Lines that a person may follow for each unlisted name or term; each is given once, however often the name stands."""

    def __init__(self, story: Story, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        """Of a story's lists, with the extract's places."""
        self.story, self.lexicon, self.gazetteer = story, lexicon, gazetteer
        self._given: set[tuple[str, ...]] = set()

    def name(self, kind: str, name: str, within: Iterable[str] = ()) -> str:
        """For a name that ``places.csv`` or ``actors.csv`` does not list.

        Args:
            kind: "place" or "actor".
            name: as the claim has it.
            within: what the claim says holds the place.
        """
        if not self._first(kind, name):
            return ""
        return self._place(name, within) if kind == "place" else self._actor(name)

    def term(self, field: str, value: str, words: str) -> str:
        """For words that no list has for a value of a field of ``terms.csv``, or for an "actor" or a "place"."""
        if not self._first(field, value, words):
            return ""
        if field in ("actor", "place"):
            return self._spelling(f"{field}s.csv", value, words)
        known, said_words = self.lexicon.terms[field], set(words.split())
        alike = [term for term in known if not said_words.isdisjoint(term.split())]  # of thousands, so that it takes no time
        near = difflib.get_close_matches(words, alike or known, n=1)
        said = f"the nearest known term is {near[0]!r} for {known[near[0]]!r}; or " if near else ""
        row = self._row("terms.csv", {"field": field, "value": value, "term": words})
        return f"{said}if the words mean {value!r}, paste into terms.csv:\n{row}"

    def _spelling(self, file: str, name: str, words: str) -> str:
        """For words that do not spell a listed name; the states of the border are actors without a row."""
        path = self.story.path(file)
        text = text_of(read_bytes(path)) if path.is_file() else ""
        said = f"if the words mean {name!r}, "
        if name in (row.get("name", "").strip() for row in csv.DictReader(StringIO(text), delimiter=delimiter_of(text))):
            return f"{said}add {words!r} to the spellings of its row in {file}"
        side = {"side": self.lexicon.actors[name].side} if file == "actors.csv" else {"level": "country"}
        return f"{said}paste into {file}:\n{self._row(file, {'name': name, 'spellings': words, **side})}"

    def _first(self, *about: str) -> bool:
        new = about not in self._given
        self._given.add(about)
        return new

    def _actor(self, name: str) -> str:
        near = difflib.get_close_matches(name, self.lexicon.actors, n=1)
        said = f"the nearest listed name is {near[0]!r}; or " if near else ""
        row = self._row("actors.csv", {"name": name, "side": UNKNOWN.name})
        return f"{said}paste into actors.csv, with its side ({', '.join(self.story.side_of)}):\n{row}"

    def _place(self, name: str, within: Iterable[str]) -> str:
        listed = self.gazetteer.find(name)
        if listed is not None:
            return f"places.csv lists it as {listed.name!r}; write that name"
        rows = proposed(name, self.gazetteer, within=within)
        near = difflib.get_close_matches(name, self.gazetteer.places, n=1)
        said = f"the nearest listed name is {near[0]!r}; or " if near else ""
        if not rows:
            return f"{said}the gazetteer knows no such place: write its row by hand" if near else ""
        which = "" if len(rows) == 1 else f" one of these {len(rows)}"
        lines = [f"{said}paste into places.csv{which}:"]
        for place, why in rows:
            lines += [f"# {why}", self._row("places.csv", _filled(place))]
        return "\n".join(lines)

    def _row(self, name: str, cells: Mapping[str, Any]) -> str:
        """A row in the order of the file's columns, with its delimiter; below a header where the file lacks a column."""
        path = self.story.path(name)
        text = text_of(read_bytes(path)) if path.is_file() else ""
        delimiter = delimiter_of(text)
        header = [column.strip() for column in next(csv.reader(StringIO(text), delimiter=delimiter), [])]
        needed = [*header, *(column for column in cells if column not in header)]
        out = StringIO()
        csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(
            [*([needed] if needed != header else []), [cells.get(column, "") for column in needed]]
        )
        return out.getvalue().rstrip("\n")


def _filled(place: Place) -> dict[str, Any]:
    """The cells of a place; several values in one are joined by ``;``."""
    cells = {field.name: getattr(place, field.name) for field in fields(place)}
    return {name: _cell(value) for name, value in cells.items() if value is not None}


def _cell(value: Any) -> str:
    if isinstance(value, tuple):
        return ";".join(value)
    return str(value).removesuffix(".0")
