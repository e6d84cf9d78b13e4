"""Article files: reading and writing them, and holding their values against an article's text.

A file of ``geodata/articles/`` has a citation (``[article]``) and what the article says (``[[claims]]``), in our own words and
numbers. Every value names the spans of the text that it stands on, and how it follows from the words there. Reading needs no
text; with the text `check_article` computes each value again from its words.
"""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import hashlib
import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic import dataclasses as validated

from geomap.errors import DataError, MissingError
from geomap.language.days import days_printed, metres, number, plain, resolve
from geomap.model import (
    EVENT_TYPES,
    Actor,
    ActorStatus,
    Article,
    Casualty,
    Claim,
    Count,
    Days,
    Derivation,
    Said,
    Span,
    Statement,
)

Record = tuple[Article, tuple[Claim, ...]]

BY_A_PERSON: Derivation = "read by a person"

#: The sides that an actor can be on.
SIDES = ("Iran", "Pakistan", "Baloch separatists", "Jaish al-Adl", "Islamic State", "Protesters", "Unknown")

#: What terms are listed for.
FIELDS = ("kind", "weapon", "target", "status", "casualty", "person", "number", "bound", "relation", "about", "border")

#: The fields that a derivation can give; any can be read by a person.
GIVES: Mapping[str, tuple[str, ...]] = {
    "spelling": ("place", "actors", "target"),
    "term": ("kind", "target", "weapons"),
    "literal": ("target",),
    **dict.fromkeys(("number", "at least", "sum"), ("counts",)),
    **dict.fromkeys(("date", "since", "dateline"), ("days",)),
    "statement": ("statements",),
}

#: A literal value is a name or a short phrase, not a sentence.
LONGEST_LITERAL = 5


# ---- vocabulary --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedActor:
    """An actor of ``actors.csv``: the name used everywhere, the side it is on, and how texts spell it."""

    name: str
    side: str
    spellings: frozenset[str]
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The names and terms that values are taken from, each with the words that may stand for it, as `plain` leaves them.

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


def read_vocabulary(folder: Path) -> Vocabulary:
    """The vocabulary of ``actors.csv``, ``places.csv`` and ``terms.csv``.

    Raises:
        DataError: every row that cannot be right, a line each.
        MissingError: one of the files is not there.
    """
    actors = _rows(folder / "actors.csv", "name", "side", "spellings", "note")
    places = _rows(folder / "places.csv", "name", "spellings")
    listed = _rows(folder / "terms.csv", "field", "value", "term")
    problems = [*_wrong_actors(actors), *_wrong_terms(listed)]
    if problems:
        raise DataError("\n".join(problems))
    terms: dict[str, dict[str, frozenset[str]]] = {field: {} for field in FIELDS}
    for row in listed:
        words = terms[row["field"]]
        words[row["value"]] = words.get(row["value"], frozenset()) | {plain(row["term"])}
    return Vocabulary(
        actors={
            row["name"]: ListedActor(name=row["name"], side=row["side"], spellings=_spellings(row), note=row["note"] or None)
            for row in actors
        },
        places={row["name"]: _spellings(row) for row in places},
        terms=terms,
    )


def _rows(path: Path, *columns: str) -> list[dict[str, str]]:
    if not path.is_file():
        raise MissingError(f"{path}: no such file; the vocabulary needs actors.csv, places.csv and terms.csv")
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        rows = list(reader)
    if missing := [column for column in columns if column not in (reader.fieldnames or ())]:
        raise DataError(f"{path.name}: the header lacks {', '.join(missing)}; its columns are {', '.join(columns)}")
    ragged = [i for i, row in enumerate(rows, start=1) if None in row or None in row.values()]
    if ragged:
        lines = [f"{path.name}: row {i}: has not one cell for each column; quote what holds a comma" for i in ragged]
        raise DataError("\n".join(lines))
    return rows


def _wrong_actors(rows: Sequence[Mapping[str, str]]) -> Iterator[str]:
    names = Counter(row["name"] for row in rows)
    yield from (f"actors.csv: {name}: name stands {times} times; keep one row" for name, times in names.items() if times > 1)
    for row in rows:
        if row["side"] not in SIDES:
            yield f"actors.csv: {row['name']}: side is {row['side']!r}; write one of {', '.join(SIDES)}"


def _wrong_terms(rows: Sequence[Mapping[str, str]]) -> Iterator[str]:
    values: dict[tuple[str, str], str] = {}
    for row in rows:
        field, value, term = row["field"], row["value"], plain(row["term"])
        if field not in FIELDS:
            yield f"terms.csv: {term}: field is {field!r}; write one of {', '.join(FIELDS)}"
        if field == "kind" and value not in EVENT_TYPES:
            yield f"terms.csv: {term}: kind is {value!r}; write one of ACLED's sub-event types: {', '.join(EVENT_TYPES)}"
        if field == "number" and not value.isdecimal():
            yield f"terms.csv: {term}: number is {value!r}; write a whole number"
        if values.setdefault((field, term), value) != value:
            yield f"terms.csv: {term}: {field} is both {values[field, term]!r} and {value!r}; keep one"


def _spellings(row: Mapping[str, str]) -> frozenset[str]:
    return frozenset(map(plain, filter(None, (row["name"], *row["spellings"].split(";")))))


# ---- reading -----------------------------------------------------------------------------------------------------------------


@validated.dataclass(frozen=True, config=ConfigDict(extra="forbid", strict=True))
class _File:
    article: Article
    claims: tuple[Claim, ...]


_FILE = TypeAdapter(_File)


def read_articles(folder: Path) -> tuple[Record, ...]:
    """The citation and the claims of every article file in a folder, sorted by article id.

    Raises:
        DataError: everything that cannot be right, a line each: file, record, field, what was found, what would be right.
        MissingError: the folder has no article file.
    """
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise MissingError(f"{folder}: no article files; they are named after the article's id, with .toml")
    records, problems = [], []
    for path in paths:
        try:
            records.append(read_article(path))
        except DataError as error:
            problems.append(str(error))
    if problems:
        raise DataError("\n".join(problems))
    return tuple(sorted(records, key=lambda record: record[0].id))


def read_article(path: Path) -> Record:
    """The citation and the claims of one article file.

    Raises:
        DataError: everything in it that cannot be right, a line each.
    """
    try:
        return _parsed(path.name, path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path.name}: {error}; write it as TOML in UTF-8") from error


@lru_cache(maxsize=256)
def _parsed(name: str, text: str) -> Record:
    """The citation and the claims that a file's text holds, for the next who reads the same file too."""
    raw = tomllib.loads(text)
    try:
        # By way of JSON, whose strict mode takes arrays for tuples and tables for our dataclasses, but "2" for no number.
        file = _FILE.validate_json(json.dumps(_opened(raw), default=str))
    except ValidationError as error:
        raise DataError("\n".join(_sentence(name, raw, problem) for problem in error.errors())) from error
    problems = list(_misfits(name, file.article, file.claims))
    if problems:
        raise DataError("\n".join(f"{name}: {problem}" for problem in problems))
    return file.article, file.claims


def _opened(raw: Any) -> Any:
    """TOML's tables as our dataclasses name them: spans from pairs, the article of a claim, and what an open end leaves out."""
    article, claims = raw.get("article"), raw.get("claims", [])
    if isinstance(article, dict) and isinstance(claims, list):
        claims = [{**claim, "article": article.get("id")} if isinstance(claim, dict) else claim for claim in claims]
    return _opened_spans({**raw, "claims": claims})


def _opened_spans(node: Any) -> Any:
    if isinstance(node, list):
        return [_opened_spans(item) for item in node]
    if not isinstance(node, dict):
        return node
    opened = {key: _pairs(value) if key in ("spans", "by_spans") else _opened_spans(value) for key, value in node.items()}
    # TOML has no null: a count without a high end is open.
    return {"high": None, **opened} if {"of", "low"} <= opened.keys() else opened


def _pairs(spans: Any) -> Any:
    if not isinstance(spans, list):
        return spans
    return [{"start": s[0], "end": s[1]} if isinstance(s, list) and len(s) == 2 else s for s in spans]


def _sentence(file: str, raw: Mapping[str, Any], problem: Any) -> str:
    """One of pydantic's findings as a sentence: file, record, field, what was found, what would be right."""
    record, *field = problem["loc"] or ("file",)
    if record == "claims" and field and isinstance(raw["claims"], list):
        number_, *field = field
        claim = raw["claims"][number_]
        record = claim.get("id", f"claim {number_ + 1}") if isinstance(claim, dict) else f"claim {number_ + 1}"
    name = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in field).lstrip(".")
    where = f"{file}: {record}: {name}" if name else f"{file}: {record}"
    if problem["type"] == "missing":
        return f"{where}: is not there; add it"
    if problem["type"].startswith("unexpected"):
        return f"{where}: is no field of this record; take it out or correct its name"
    right = problem["msg"].removeprefix("Value error, ").replace("Input should be", "write")
    return f"{where}: is {_shown(problem['input'])}; {right}"


def _shown(value: Any) -> str:
    if isinstance(value, dict) and value.keys() == {"start", "end"}:
        value = [value["start"], value["end"]]
    shown = json.dumps(value, ensure_ascii=False, default=str)
    return shown if len(shown) <= 60 else shown[:57] + "..."


def _misfits(file: str, article: Article, claims: Sequence[Claim]) -> Iterator[str]:
    """What types cannot see, and what needs neither text nor vocabulary."""
    if file != f"{article.id}.toml":
        yield f"article: id is {article.id!r}; the file's name says {file.removesuffix('.toml')!r}"
    fields = {field.name for field in dataclasses.fields(Article)}
    yield from (f"article: inferred: {name!r} is no field of an article" for name in article.inferred if name not in fields)
    if article.held and not re.fullmatch("[0-9a-f]{64}", article.text_sha256 or ""):
        yield f"article: text_sha256 is {article.text_sha256!r}; write the 64 hexadecimal digits of the text's sha256"
    if not article.held and article.text_sha256:
        yield "article: text_sha256 is given although held is false; leave it out"
    repeated = [id for id, times in Counter(claim.id for claim in claims).items() if times > 1]
    yield from (f"{id}: id stands more than once; number the claims of an article" for id in repeated)
    for claim in claims:
        if not re.fullmatch(re.escape(article.id) + "/[1-9][0-9]*", claim.id):
            yield f"{claim.id}: id is {claim.id!r}; write {article.id}/ and a number"
        if claim.kind.value not in EVENT_TYPES:
            yield f"{claim.id}: kind is {claim.kind.value!r}; write one of ACLED's sub-event types: {', '.join(EVENT_TYPES)}"
        if article.held and not claim.spans:
            yield f"{claim.id}: spans are missing; name the passages that tell it"
        if claim.spans and not article.held:
            yield f"{claim.id}: has spans, but nobody here has the text; leave them out"
        for field, said in claim.values:
            yield from (f"{claim.id}: {field}: {problem}" for problem in _unfounded(field, said, held=article.held))


def _unfounded(field: str, said: Said[Any], *, held: bool) -> Iterator[str]:
    """Where a value cannot follow by its derivation, lacks the spans that this needs, or has more than it may."""
    if not held:
        if said.spans or said.by_spans:
            yield "has spans, but nobody here has the text; leave them out"
        if said.derivation != BY_A_PERSON:
            yield f"derivation is {said.derivation!r}; without a text it is {BY_A_PERSON!r}"
        return
    if said.derivation != BY_A_PERSON and field.partition("[")[0] not in GIVES[said.derivation]:
        fitting = [how for how, fields in GIVES.items() if field.partition("[")[0] in fields]
        yield f"derivation is {said.derivation!r}; it can be {', '.join(map(repr, fitting))} or {BY_A_PERSON!r}"
    if said.derivation == "dateline" and said.spans:
        yield "derivation is 'dateline', which has no spans; leave them out"
    if not said.spans and said.derivation not in ("dateline", BY_A_PERSON):
        yield f"spans are missing; name the words that give it, as its derivation is {said.derivation!r}"
    if said.derivation == BY_A_PERSON and not said.note:
        yield "note is missing; say how it was read, as no words give it by themselves"
    if said.derivation == "literal" and len(str(said.value).split()) > LONGEST_LITERAL:
        yield f"is {said.value!r}; a literal has at most {LONGEST_LITERAL} words"
    if bool(said.by) != bool(said.by_spans):
        yield f"by is {said.by!r} with {len(said.by_spans)} by_spans; give both or neither"


# ---- writing -----------------------------------------------------------------------------------------------------------------


def write_article(article: Article, claims: Iterable[Claim], path: Path) -> None:
    """Write an article file: fields in the order of `geomap.model`, without those that have their default value."""
    lines = ["[article]", *_lines(article)]
    for claim in claims:
        lines += ["", "[[claims]]", *_lines(claim, leave_out="article")]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _lines(record: Article | Claim, leave_out: str = "") -> Iterator[str]:
    for name, value in _filled(record):
        if name == leave_out:
            continue
        if isinstance(value, tuple) and value and isinstance(value[0], Said):
            yield from (f"{name} = [", *(f"  {_toml(item)}," for item in value), "]")
        else:
            yield f"{name} = {_toml(value)}"


def _filled(record: Any) -> Iterator[tuple[str, Any]]:
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if value is not None and value != field.default:
            yield field.name, value


def _toml(value: Any) -> str:
    """A value as TOML on one line."""
    match value:
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case bool():
            return str(value).lower()
        case int() | float():
            return repr(value)
        case dt.date():
            return value.isoformat()
        case Span():
            return f"[{value.start}, {value.end}]"
        case tuple():
            return f"[{', '.join(map(_toml, value))}]"
        case _:
            return "{" + ", ".join(f"{name} = {_toml(item)}" for name, item in _filled(value)) + "}"


# ---- checking ----------------------------------------------------------------------------------------------------------------


def read_text(folder: Path, article_id: str, sha256: str | None) -> str:
    """The text of an article, ``<article id>.txt``, as its spans count it.

    Raises:
        MissingError: the folder does not have it.
        DataError: it is not the text whose sha256 is given.
    """
    path = folder / f"{article_id}.txt"
    if not path.is_file():
        raise MissingError(f"{path}: no such file; the texts are named after the articles' ids")
    data = path.read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if sha256 is not None and found != sha256:
        raise DataError(f"{path}: sha256 is {found}, but {article_id}.toml records {sha256}; take the text that was cited")
    return data.decode("utf-8")


def check_claims(article: Article, claims: Iterable[Claim], vocabulary: Vocabulary) -> list[str]:
    """Every actor, place, border and credited name that the vocabulary does not list; needs no text."""
    problems = []
    for claim in claims:
        for field, said in claim.values:
            value = said.value
            names = [("actor", "by", said.by)] if said.by else []
            if isinstance(value, Actor):
                names.append(("actor", "name", value.name))
            elif field == "place":
                names += [("place", "value", name) for name in value]
            elif isinstance(value, Statement) and value.of not in vocabulary.borders:
                names.append(("place", "of", value.of))
            problems += [
                f"{claim.id}: {field}.{part}: {name!r} is not listed; add it to {kind}s.csv, or write its listed name"
                for kind, part, name in names
                if name not in vocabulary.listed(kind)
            ]
    return [f"{article.id}.toml: {problem}" for problem in problems]


def check_article(article: Article, claims: Iterable[Claim], text: str, vocabulary: Vocabulary) -> list[str]:
    """Every way in which an article file disagrees with the article's text; empty when all is well.

    The text is the one that was cited (its sha256); what is not inferred is printed in it; spans lie inside it and cut no word;
    and each value is what its words give, except those read by a person.

    Args:
        article: the citation.
        claims: what the article says.
        text: read as UTF-8 with ``newline=""``, as the sha256 and the spans count it.
        vocabulary: the names and terms.
    """
    found = hashlib.sha256(text.encode()).hexdigest()
    if found != article.text_sha256:
        # Every span would be wrong too, and say nothing more.
        wrong = f"text_sha256 is {article.text_sha256}, but the text has {found}"
        return [f"{article.id}.toml: article: {wrong}; take the text that was cited"]
    problems = [f"article: {problem}" for problem in _unprinted(article, text)]
    for claim in claims:
        problems += [f"{claim.id}: {problem}" for problem in _cut_words("spans", claim.spans, text)]
        for field, said in claim.values:
            problems += [
                f"{claim.id}: {field}: {problem}" for problem in _disagreements(said, field, text, article, vocabulary)
            ]
    return [f"{article.id}.toml: {problem}" for problem in problems]


def tally(claims: Iterable[Claim]) -> dict[Derivation, int]:
    """How many values of the claims follow from their words by each derivation, most frequent first."""
    counted = Counter(said.derivation for claim in claims for _, said in claim.values)
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _unprinted(article: Article, text: str) -> Iterator[str]:
    """What the citation gives as printed but the text does not print."""
    words = plain(text)
    for name in ("title", "publisher"):
        if name not in article.inferred and plain(getattr(article, name)) not in words:
            yield f"{name} is {getattr(article, name)!r}, which the text does not print; correct it or name it in inferred"
    if article.published and "published" not in article.inferred and article.published not in days_printed(text):
        yield f"published is {article.published}, which the text does not print; correct it or name it in inferred"


def _cut_words(name: str, spans: Iterable[Span], text: str) -> Iterator[str]:
    for span in spans:
        words = text[span.start : span.end]
        if span.end > len(text):
            yield f"{name}: {_toml(span)} runs past the end of the text at {len(text)}"
        elif words != words.strip() or _inside_word(text, span.start) or _inside_word(text, span.end):
            yield f"{name}: {_toml(span)} starts or ends inside a word or at a space; take whole words"


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _disagreements(said: Said[Any], field: str, text: str, article: Article, vocabulary: Vocabulary) -> Iterator[str]:
    yield from _cut_words("spans", said.spans, text)
    yield from _cut_words("by_spans", said.by_spans, text)
    credited = " ".join(_words(said.by_spans, text))
    if said.by and vocabulary.meaning("actor", credited, said.by) != said.by:
        yield f"by is {said.by!r}, but {_shown(credited)} is not listed for it; correct by or its spans, or list the spelling"
    given = recompute(said, field, text, article, vocabulary)
    if given != said.value:
        words = " + ".join(map(_shown, _words(said.spans, text))) or "no words"
        gives = _toml(given) if given else "nothing"
        yield f"is {_toml(said.value)}, but {words} by {said.derivation!r} gives {gives}; correct the value or its spans"


# ---- derivations -------------------------------------------------------------------------------------------------------------


def recompute(said: Said[Any], field: str, text: str, article: Article, vocabulary: Vocabulary) -> Any:
    """The value that the words at the spans give by the derivation, or None where they give none.

    A value read by a person is returned as it is. Where words are listed for several names, the said one is preferred.

    Args:
        said: the value, its spans and its derivation.
        field: its name, as `Claim.values` gives it: "days", "counts[0]".
        text: the article's text.
        article: for its day of publication.
        vocabulary: the names and terms.
    """
    words = _words(said.spans, text)
    if not words and said.derivation not in ("dateline", BY_A_PERSON):
        return None
    return _RULES[said.derivation](said.value, field.partition("[")[0], words, article, vocabulary)


def _words(spans: Iterable[Span], text: str) -> list[str]:
    return [plain(text[span.start : span.end]) for span in spans]


def _spelling(value: Any, field: str, words: list[str], _: Article, vocabulary: Vocabulary) -> Any:
    if isinstance(value, Actor):
        name = vocabulary.meaning("actor", words[0], value.name)
        status = vocabulary.meaning("status", " ".join(words[1:]), value.status) if words[1:] else "stated"
        return replace(value, name=name, status=cast(ActorStatus, status)) if name and status else None
    names = value if field == "place" else tuple(value.split(", "))
    expected = (*names, *[None] * len(words))
    given = tuple(
        vocabulary.meaning("place" if field == "place" else "actor", w, e) for w, e in zip(words, expected, strict=False)
    )
    if None in given:
        return None
    return given if field == "place" else ", ".join(filter(None, given))


def _term(value: Any, field: str, words: list[str], _: Article, vocabulary: Vocabulary) -> Any:
    # Several spans are read as one: "missile ... strikes" of "missile and drone strikes".
    return vocabulary.meaning("weapon" if field == "weapons" else field, " ".join(words), value)


def _literal(value: Any, _field: str, words: list[str], _: Article, _vocabulary: Vocabulary) -> Any:
    return value if plain(value) == " ".join(words) else " ".join(words)


def _sum(value: Any, _field: str, words: list[str], _: Article, vocabulary: Vocabulary) -> Any:
    # The last words say what happened to them, those before how many there were.
    *parts, fate = words
    of = vocabulary.meaning("casualty", fate, value.of)
    numbers = [people(part, vocabulary) for part in parts]
    if not of or not numbers or None in numbers:
        return None
    lows, highs = zip(*filter(None, numbers), strict=True)
    named = value.whom is not None and all(_stands(value.whom, part, vocabulary) for part in parts)
    high = None if None in highs else sum(highs)
    return Count(of=cast(Casualty, of), low=sum(lows), high=high, whom=value.whom if named else None)


def _number(value: Any, field: str, words: list[str], article: Article, vocabulary: Vocabulary) -> Any:
    return _sum(value, field, words, article, vocabulary) if len(words) == 2 else None


def _at_least(value: Any, field: str, words: list[str], article: Article, vocabulary: Vocabulary) -> Any:
    given = _number(value, field, words, article, vocabulary)
    return given and replace(given, high=None)


def people(words: str, vocabulary: Vocabulary) -> tuple[int, int | None] | None:
    """How many people the words speak of, lowest and highest: one for a person in the singular; open above for a lower bound.

    "several dozen" and the like give the lower bound that is listed for them.
    """
    for value, terms in vocabulary.terms["number"].items():
        if any(_contains(words, term) for term in terms):
            return int(value), None
    given = number(words)
    if given is None and any(_contains(words, one) for ones in vocabulary.terms["person"].values() for one in ones):
        given = 1
    if given is None:
        return None
    open_above = any(_contains(words, term) for terms in vocabulary.terms["bound"].values() for term in terms)
    return given, None if open_above else given


def _stands(whom: str, words: str, vocabulary: Vocabulary) -> bool:
    singular = vocabulary.terms["person"].get(whom, frozenset())
    return any(_contains(words, name) for name in (plain(whom), *singular))


def _contains(words: str, phrase: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", words) is not None


def _date(value: Any, _field: str, words: list[str], article: Article, _: Vocabulary) -> Any:
    given = resolve(words, article.published)
    return given and Days(first=None if value.basis == "report" else given[0], last=given[1], basis=value.basis)


def _since(value: Any, _field: str, words: list[str], article: Article, _: Vocabulary) -> Any:
    given = resolve(words, article.published)
    return given and Days(first=given[0], last=article.published, basis=value.basis)


def _dateline(_value: Any, _field: str, _words: list[str], article: Article, _: Vocabulary) -> Any:
    return Days(last=article.published, basis="report")


def _statement(value: Any, _field: str, words: list[str], _: Article, vocabulary: Vocabulary) -> Any:
    relation = vocabulary.meaning("relation", words[0], value.relation)
    lengths = [w for w in words[1:] if metres(w) is not None]
    reference = " ".join(w for w in words[1:] if metres(w) is None)
    of = vocabulary.meaning("border", reference, value.of) or vocabulary.meaning("place", reference, value.of)
    if not relation or not of or len(lengths) > 1:
        return None
    about = any(_contains(w, term) for w in words for terms in vocabulary.terms["about"].values() for term in terms)
    return replace(value, relation=relation, of=of, distance_m=metres(lengths[0]) if lengths else None, about=about)


def _read(value: Any, *_: Any) -> Any:
    return value


_RULES: Mapping[Derivation, Callable[[Any, str, list[str], Article, Vocabulary], Any]] = {
    "spelling": _spelling,
    "term": _term,
    "literal": _literal,
    "number": _number,
    "sum": _sum,
    "at least": _at_least,
    "date": _date,
    "since": _since,
    "dateline": _dateline,
    "statement": _statement,
    BY_A_PERSON: _read,
}
