"""Article files: reading and writing them, and holding their values against an article's text.

A file of ``geodata/articles/`` has a citation (``[article]``) and what the article says (``[[claims]]``), in our own words and
numbers. Every value names the spans of the text that it stands on, and how it follows from the words there. Reading needs no
text; with the text `check_article` computes each value again from its words.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic import dataclasses as validated

from geomap.errors import DataError, MissingError
from geomap.model import Article, Cited, Claim, Statement, Target, Victims
from geomap.project import former_names, is_web_address, with_present_names
from geomap.reading import parse_toml, read_text
from geomap.vocabulary import BY_A_PERSON, EVENT_TYPES, NEEDS

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
    return _parsed(path.name, read_text(path))[0]


def former_names_in(path: Path) -> tuple[str, ...]:
    """The former names of fields that an article file uses, a sentence each; raises as `read_article` does."""
    return _parsed(path.name, read_text(path))[1]


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
        raise DataError("\n".join(_sentence(name, raw, problem) for problem in error.errors())) from error
    problems = list(_misfits(name, file.article, file.claims))
    if problems:
        raise DataError("\n".join(f"{name}: {problem}" for problem in problems))
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
    right = problem["msg"].removeprefix("Value error, ")
    right = re.sub("^Input should be (?=greater|less)", "write one ", right).replace("Input should be", "write")
    return f"{where}: is {shown(problem['input'])}; {right}"


def shown(value: Any) -> str:
    """A value as a message shows it, cut to 60 characters."""
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
    yield from _wrong_citation(article)
    if not claims and article.no_claims is None:
        yield 'article: has no claims; write them, or no_claims = "not read yet" or "none found"'
    if claims and article.no_claims is not None:
        yield f"article: no_claims is {article.no_claims!r}, but there are claims; leave it out"
    if article.text_available and not re.fullmatch("[0-9a-f]{64}", article.text_sha256 or ""):
        yield f"article: text_sha256 is {article.text_sha256!r}; write the 64 hexadecimal digits of the text's sha256"
    if not article.text_available and article.text_sha256:
        yield "article: text_sha256 is given although text_available is false; leave it out"
    repeated = [id for id, times in Counter(claim.id for claim in claims).items() if times > 1]
    yield from (f"{id}: id stands more than once; number the claims of an article" for id in repeated)
    for claim in claims:
        if not re.fullmatch(re.escape(article.id) + "/[1-9][0-9]*", claim.id):
            yield f"{claim.id}: id is {claim.id!r}; write {article.id}/ and a number"
        if claim.sub_event_type.value not in EVENT_TYPES:
            wrong = f"{claim.id}: sub_event_type is {claim.sub_event_type.value!r}"
            yield f"{wrong}; write one of ACLED's sub-event types: {', '.join(EVENT_TYPES)}"
        if article.text_available and not claim.spans:
            yield f"{claim.id}: spans are missing; name the passages that tell it"
        if claim.spans and not article.text_available:
            yield f"{claim.id}: has spans, but nobody here has the text; leave them out"
        for field, said in claim.values:
            yield from (
                f"{claim.id}: {field}: {problem}" for problem in _unfounded(field, said, text_available=article.text_available)
            )


def _wrong_citation(article: Article) -> Iterator[str]:
    for name in ("title", "publisher"):
        if not getattr(article, name).strip():
            yield f"article: {name} is empty; write it, or describe it in your words and name it in inferred"
    if article.address is not None and not is_web_address(article.address):
        yield f"article: address is {article.address!r}; write one that begins with http:// or https://"


def _incomplete(statement: Statement) -> Iterator[str]:
    """A part that its relation needs, without which it would say nothing."""
    needed = NEEDS.get(statement.relation)
    if needed and getattr(statement, needed) is None:
        yield f"has no {needed}, which {statement.relation!r} needs; write it, or another relation"


def _unfounded(field: str, said: Cited[Any], *, text_available: bool) -> Iterator[str]:
    """Where a value cannot follow by its derivation, lacks the spans that this needs, or has more than it may."""
    if isinstance(said.value, Statement):
        yield from _incomplete(said.value)
    if not text_available:
        if said.spans or said.attributed_spans:
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
    words = literal_of(said.value) if isinstance(said.value, Target | Victims) else ""
    if said.derivation == "literal" and len(words.split()) > LONGEST_LITERAL:
        yield f"is {words!r}; a literal has at most {LONGEST_LITERAL} words"
    if bool(said.attributed_to) != bool(said.attributed_spans):
        spans = len(said.attributed_spans)
        yield f"attributed_to is {said.attributed_to!r} with {spans} attributed_spans; give both or neither"
