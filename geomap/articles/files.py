"""Article files: reading and writing them, and holding their values against an article's text.

A file of ``articles/`` has a citation (``[article]``) and what the article says (``[[claims]]``), in our own words and
numbers. Every value names the spans of the text that it stands on, and how it follows from the words there. Reading needs no
text; with the text `check_article` computes each value again from its words.
"""

from __future__ import annotations

import dataclasses
import difflib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic import dataclasses as validated

from geomap.errors import DataError, MissingError, Problem, steps
from geomap.model import Article, Cited, Claim, Span, Statement, Target, Victims
from geomap.project import former_names, is_web_address, with_present_names
from geomap.reading import parse_toml, read_text
from geomap.vocabulary import BY_A_PERSON, EVENT_TYPES, LANGUAGES, NEEDS

Record = tuple[Article, tuple[Claim, ...]]

#: The fields that a derivation can give; any can be read by a person.
GIVES: Mapping[str, tuple[str, ...]] = {
    "spelling": ("place", "actors", "targets"),
    "term": ("sub_event_type", "targets", "victims", "weapons"),
    "literal": ("targets", "victims"),
    **dict.fromkeys(("number", "at least"), ("counts", "site_count")),
    "sum": ("counts",),
    **dict.fromkeys(("date", "since", "dateline"), ("days",)),
    "statement": ("statements",),
}

#: What a span holds, as a list in the file: the first two, or all.
SPAN = tuple(field.name for field in dataclasses.fields(Span))

#: Where article files lie among the hand-kept files.
FOLDER = "articles"

_NUMBER = re.compile("[1-9][0-9]*")

#: A literal value is a name or a short phrase, not a sentence.
LONGEST_LITERAL = 5


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
        raise MissingError(
            f"{folder}: no article files; add one with 'geomap add FILE', or take in what was proposed with 'geomap review'"
        )
    records: list[Record] = []
    problems: list[str] = []
    for path in paths:
        try:
            records.append(read_article(path))
        except DataError as error:
            problems += error.problems
    if problems:
        raise DataError(*problems)
    return tuple(sorted(records, key=lambda record: record[0].id))


def read_article(path: Path) -> Record:
    """The citation and the claims of one article file.

    Raises:
        DataError: everything in it that cannot be right, a line each.
    """
    return _read(path)[0]


def parse_article(text: str, name: str) -> Record:
    """The same of a file's text, and its name; raises as `read_article` does."""
    return _parsed(f"{FOLDER}/{name}", text)[0]


def former_names_in(path: Path) -> tuple[str, ...]:
    """The former names of fields that an article file uses, a sentence each; raises as `read_article` does."""
    return _read(path)[1]


def _read(path: Path) -> tuple[Record, tuple[str, ...]]:
    name = f"{FOLDER}/{path.name}"
    return _parsed(name, read_text(path, name=name))


@lru_cache(maxsize=1 << 14)
def _parsed(name: str, text: str) -> tuple[Record, tuple[str, ...]]:
    """What a file's text holds, and the former names that it uses, for the next who reads the same file too."""
    document = parse_toml(text, name, "article", "claims")
    former = tuple(former_names(document, "article"))
    raw = with_present_names(document, "article") if former else document
    try:
        # By way of JSON, whose strict mode takes arrays for tuples and tables for our dataclasses, but "2" for no number.
        file = _FILE.validate_json(json.dumps(_opened(raw), default=str))
    except ValidationError as error:
        raise DataError(*(_sentence(name, raw, problem) for problem in error.errors())) from error
    if problems := list(_misfits(name, file.article, file.claims)):
        raise DataError(*problems)
    return (file.article, file.claims), former


def _opened(raw: Any) -> Any:
    """TOML's tables as our dataclasses name them: spans from pairs, the article of a claim, and what an open end leaves out."""
    article, claims = raw.get("article"), raw.get("claims", [])
    if isinstance(article, dict) and isinstance(claims, list):
        claims = [{**_with_targets(c), "article": article.get("id")} if isinstance(c, dict) else c for c in claims]
    return _opened_spans({**raw, "claims": claims})


def _with_targets(claim: dict[str, Any]) -> dict[str, Any]:
    """A claim whose one target stands as it did before 0.3, with it in the list of its targets."""
    one = claim.get("targets")
    return {**claim, "targets": [{**one, "value": {"what": one.get("value")}}]} if isinstance(one, dict) else claim


def _opened_spans(node: Any) -> Any:
    if isinstance(node, list):
        return [_opened_spans(item) for item in node]
    if not isinstance(node, dict):
        return node
    opened = {
        key: _pairs(value) if key in ("spans", "attributed_spans") else _opened_spans(value) for key, value in node.items()
    }
    # TOML has no null: a count without a high end is open.
    return {"high": None, **opened} if "low" in opened else opened


def literal_of(value: Target | Victims) -> str:
    """The words of a value that may be taken literally."""
    return value.what if isinstance(value, Target) else value.who


def _pairs(spans: Any) -> Any:
    if not isinstance(spans, list):
        return spans
    return [dict(zip(SPAN, s, strict=False)) if isinstance(s, list) and len(s) in (2, len(SPAN)) else s for s in spans]


def file_of(article_id: str) -> str:
    """The name of an article's file among the hand-kept files."""
    return f"{FOLDER}/{article_id}.toml"


def _sentence(file: str, raw: Mapping[str, Any], problem: Any) -> Problem:
    """One of pydantic's findings as a sentence: file, record, field, what was found, what would be right."""
    record, *field = problem["loc"] or ("file",)
    if record == "claims" and field and isinstance(raw["claims"], list):
        number_, *field = field
        claim = raw["claims"][number_]
        record = claim.get("id", f"claim {number_ + 1}") if isinstance(claim, dict) else f"claim {number_ + 1}"
    name = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in field).lstrip(".")
    where = f"{record}: {name}" if name else f"{record}"
    unknown = problem["type"].startswith("unexpected")
    right = problem["msg"].removeprefix("Value error, ")
    right = re.sub("^Input should be (?=greater|less)", "write one ", right).replace("Input should be", "write")
    if problem["type"] in ("dataclass_type", "string_pattern_mismatch") and re.search(r"spans\[\d+\](\.words)?$", name):
        right = "write [start, end], or what `geomap spans` prints"
    said = f"is {shown(problem['input'])}; {right}"
    if problem["type"] == "missing":
        said = "is not there; add it"
    elif unknown:
        known = f", which has {', '.join(fields)}" if (fields := _fields_at(problem["loc"][:-1])) else ""
        said = f"is no field of this record{known}; take it out or correct its name"
    return Problem(file, f"{where}: {said}", problem["loc"], key=unknown)


def _fields_at(way: Sequence[str | int]) -> list[str]:
    """The fields that a record of an article file may have, by the way to it; none where no record stands."""
    schema = _FILE.json_schema()
    node = schema
    for step in (*way, None):
        node = next((one for one in node.get("anyOf", ()) if one.get("type") != "null"), node)
        node = schema["$defs"][node["$ref"].rpartition("/")[2]] if "$ref" in node else node
        if step is not None:
            node = node.get("items", {}) if isinstance(step, int) else node.get("properties", {}).get(step, {})
    return list(node.get("properties", ()))


def shown(value: Any) -> str:
    """A value as a message shows it, cut to 60 characters."""
    if isinstance(value, dict) and "start" in value:
        value = list(value.values())
    shown = json.dumps(value, ensure_ascii=False, default=str)
    return shown if len(shown) <= 60 else shown[:57] + "..."


def _misfits(file: str, article: Article, claims: Sequence[Claim]) -> Iterator[Problem]:
    """What types cannot see, and what needs neither text nor vocabulary."""
    named = file.removeprefix(f"{FOLDER}/").removesuffix(".toml")
    if named != article.id:
        yield Problem(file, f"article: id is {article.id!r}; the file's name says {named!r}", ("article", "id"))
    for field, said in (*_wrong_citation(article), *_wrong_record(article, has_claims=bool(claims))):
        yield Problem(file, f"article: {said}", ("article", *steps(field)))
    times: Counter[str] = Counter()
    for number, claim in enumerate(claims):
        times[claim.id] += 1
        if times[claim.id] == 2:
            said = f"{claim.id}: id stands more than once; number the claims of an article"
            yield Problem(file, said, ("claims", number, "id"))
        for field, said in _wrong_claim(claim, article):
            remedy = _nearest(claim.sub_event_type.value) if field == "sub_event_type.value" else ""
            yield Problem(file, f"{claim.id}: {said}", ("claims", number, *steps(field)), remedy=remedy)


def _nearest(event_type: str) -> str:
    near = difflib.get_close_matches(event_type, EVENT_TYPES, n=1)
    return f"the nearest is {near[0]!r}" if near else ""


def article_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of an article's file, as it is written: each span a list, with or without its fingerprint."""
    schema = _FILE.json_schema()
    kinds = schema["$defs"]
    parts = [part.get("anyOf", [part])[0] for part in kinds["Span"]["properties"].values()]
    kinds["Span"] = {
        "title": "Span",
        "description": f"{', '.join(SPAN[:2])}; and by which its words are known in another copy: {', '.join(SPAN[2:])}",
        "anyOf": [{"type": "array", "prefixItems": parts[:n], "minItems": n, "maxItems": n} for n in (2, len(SPAN))],
    }
    # What `_opened` fills in.
    schema["required"].remove("claims")
    for kind, name in (("Claim", "article"), ("Count", "high"), ("SiteCount", "high")):
        kinds[kind]["required"].remove(name)
    del kinds["Claim"]["properties"]["article"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": f"{FOLDER}/*.toml"}


def check_citation(article: Article) -> None:
    """Refuse a citation that cannot be right, as whoever reads its file would.

    Raises:
        DataError: every field that cannot be right, a line each.
    """
    problems = [f"{article.id}: {said}" for _, said in _wrong_citation(article)]
    if problems:
        raise DataError(*problems)


def _wrong_citation(article: Article) -> Iterator[tuple[str, str]]:
    """What is wrong with what a citation says of the article, each with its field."""
    for name in ("title", "publisher"):
        if not getattr(article, name).strip():
            yield name, f"{name} is empty; write it, or describe it in your words and name it in inferred"
    for name in ("address", "archived"):
        address = getattr(article, name)
        if address is not None and not is_web_address(address):
            yield name, f"{name} is {address!r}; write one that begins with http:// or https://"
    if article.language not in LANGUAGES and not re.fullmatch("[a-z]{3}", article.language):
        yield "language", f"language is {article.language!r}; write an ISO 639-1 code, such as en, or one of three letters"
    # It may be a day earlier where the text was taken than where it was published.
    if article.captured and article.published and (article.published - article.captured).days > 1:
        days = f"captured is {article.captured}, before it was published, {article.published}"
        yield "captured", f"{days}; write the day on which the text was taken, or correct published"


def _wrong_record(article: Article, *, has_claims: bool) -> Iterator[tuple[str, str]]:
    """What is wrong with what a citation says of this file and of the text, each with its field."""
    fields = {field.name for field in dataclasses.fields(Article)}
    for n, name in enumerate(article.inferred):
        if name not in fields:
            yield f"inferred[{n}]", f"inferred: {name!r} is no field of an article"
    if not has_claims and article.no_claims is None:
        yield "no_claims", 'has no claims; write them, or no_claims = "not read yet" or "none found"'
    if has_claims and article.no_claims is not None:
        yield "no_claims", f"no_claims is {article.no_claims!r}, but there are claims; leave it out"
    if article.text_available and not re.fullmatch("[0-9a-f]{64}", article.text_sha256 or ""):
        wrong = f"text_sha256 is {article.text_sha256!r}"
        yield "text_sha256", f"{wrong}; write the 64 hexadecimal digits of the text's sha256"
    if not article.text_available and article.text_sha256:
        yield "text_sha256", "text_sha256 is given although text_available is false; leave it out"


def _wrong_claim(claim: Claim, article: Article) -> Iterator[tuple[str, str]]:
    """What is wrong with a claim, each with its field."""
    of, _, number = claim.id.rpartition("/")
    if of != article.id or not _NUMBER.fullmatch(number):
        yield "id", f"id is {claim.id!r}; write {article.id}/ and a number"
    if claim.sub_event_type.value not in EVENT_TYPES:
        right = f"write one of ACLED's sub-event types: {', '.join(EVENT_TYPES)}"
        yield "sub_event_type.value", f"sub_event_type is {claim.sub_event_type.value!r}; {right}"
    if article.text_available and not claim.spans:
        yield "spans", "spans are missing; name the passages that tell it"
    if claim.spans and not article.text_available:
        yield "spans", "has spans, but nobody here has the text; leave them out"
    for field, cited in claim.values:
        for part, said in _unfounded(field, cited, text_available=article.text_available):
            yield f"{field}.{part}", f"{field}: {said}"


def _incomplete(statement: Statement) -> Iterator[str]:
    """A part that its relation needs, without which it would say nothing."""
    needed = NEEDS.get(statement.relation)
    if needed and getattr(statement, needed) is None:
        yield f"has no {needed}, which {statement.relation!r} needs; write it, or another relation"


def _unfounded(field: str, said: Cited[Any], *, text_available: bool) -> Iterator[tuple[str, str]]:
    """Where a value cannot follow by its derivation, lacks spans that it needs, or has more than it may: the part, and why."""
    if isinstance(said.value, Statement):
        yield from (("value.relation", wrong) for wrong in _incomplete(said.value))
    if not text_available:
        if said.spans or said.attributed_spans:
            yield "spans" if said.spans else "attributed_spans", "has spans, but nobody here has the text; leave them out"
        if said.derivation != BY_A_PERSON:
            yield "derivation", f"derivation is {said.derivation!r}; without a text it is {BY_A_PERSON!r}"
        return
    if said.derivation != BY_A_PERSON and field.partition("[")[0] not in GIVES[said.derivation]:
        fitting = [how for how, fields in GIVES.items() if field.partition("[")[0] in fields]
        yield "derivation", f"derivation is {said.derivation!r}; it can be {', '.join(map(repr, fitting))} or {BY_A_PERSON!r}"
    if said.derivation == "dateline" and said.spans:
        yield "spans", "derivation is 'dateline', which has no spans; leave them out"
    if not said.spans and said.derivation not in ("dateline", BY_A_PERSON):
        yield "spans", f"spans are missing; name the words that give it, as its derivation is {said.derivation!r}"
    if said.derivation == BY_A_PERSON and not said.note:
        yield "note", "note is missing; say how it was read, as no words give it by themselves"
    words = literal_of(said.value) if isinstance(said.value, Target | Victims) else ""
    if said.derivation == "literal" and len(words.split()) > LONGEST_LITERAL:
        yield "value", f"is {words!r}; a literal has at most {LONGEST_LITERAL} words"
    if bool(said.attributed_to) != bool(said.attributed_spans):
        spans = len(said.attributed_spans)
        yield "attributed_to", f"attributed_to is {said.attributed_to!r} with {spans} attributed_spans; give both or neither"
