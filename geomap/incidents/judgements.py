"""The judgements of ``incidents.toml``: which claims tell of one event, and how a person weighs the accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError

from geomap.articles import file_of
from geomap.errors import DataError, Problem, Steps
from geomap.incidents.days import days_allowed
from geomap.incidents.differences import exclusive, speakers_on
from geomap.language import slug
from geomap.model import Claim, Grouping
from geomap.project import former_names, with_present_names
from geomap.reading import Translations, in_english, in_languages, parse_toml, read_text, together

#: What a difference may be about. "precision of ...": the accounts agree as far as each goes, one says more than another.
FIELDS = (
    *("sub_event_type", "days", "place", "site_count", "actors", "targets", "weapons", "statements"),
    *("killed", "injured", "killed or injured", "victims"),
    *("precision of days", "precision of place", "incident"),
)

#: The name of the file.
FILE = "incidents.toml"
#: What holds our own words in it.
WORDS = ("title", "reason", "says", "better", "name", "text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A contradiction among the articles that concerns no single incident."""

    id: str  #: a slug
    title: str  #: in our words
    text: str  #: in our words


_STRICT = ConfigDict(extra="forbid")
_TABLES: dict[str, TypeAdapter[tuple[Any, ...]]] = {
    "incidents": TypeAdapter(tuple[Grouping, ...], config=_STRICT),
    "notes": TypeAdapter(tuple[Note, ...], config=_STRICT),
}


def read_incidents(path: Path) -> tuple[tuple[Grouping, ...], tuple[Note, ...]]:
    """The groupings and the notes of ``incidents.toml``, in the order of the file; none where there is no file.

    Raises:
        DataError: it is not TOML, or records cannot be right; one line for each field.
    """
    return _parsed(path.name, read_text(path))[0] if path.is_file() else ((), ())


def incidents_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of ``incidents.toml``, as it is written: our own words in one language, or in several."""
    schemas = {name: in_languages(adapter.json_schema(), *WORDS) for name, adapter in _TABLES.items()}
    kinds = {name: kind for schema in schemas.values() for name, kind in schema.pop("$defs").items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FILE,
        "type": "object",
        "properties": schemas,
        "additionalProperties": False,
        "$defs": kinds,
    }


def former_names_in(path: Path) -> tuple[str, ...]:
    """The former names of fields that ``incidents.toml`` uses, a sentence each; raises as `read_incidents` does."""
    return _parsed(path.name, read_text(path))[1]


def translations_in(path: Path, before: Mapping[str, Mapping[str, str]]) -> Translations:
    """What ``incidents.toml`` says in other languages than English, with what other files do; raises as `read_incidents`."""
    return together(before, _parsed(path.name, read_text(path))[2] if path.is_file() else {})


@lru_cache(maxsize=4)
def _parsed(name: str, text: str) -> tuple[tuple[tuple[Grouping, ...], tuple[Note, ...]], tuple[str, ...], Translations]:
    """What the file's text holds, the former names that it uses, and its words in other languages; kept for the next reader."""
    raw, translations = in_english(parse_toml(text, name, *_TABLES))
    former = tuple(former_names(raw, "incidents"))
    document = with_present_names(raw, "incidents") if former else raw
    problems: list[Problem] = []
    tables: dict[str, tuple[Any, ...]] = {}
    for table, adapter in _TABLES.items():
        records = document.get(table, [])
        try:
            tables[table] = adapter.validate_python(records)
        except ValidationError as error:
            problems += _sentences(name, table, records, error)
    if problems:
        raise DataError(*sorted(problems))
    return (tables["incidents"], tables["notes"]), former, translations


def _sentences(file: str, table: str, records: Any, error: ValidationError) -> Iterator[Problem]:
    for wrong in error.errors():
        index, *fields = wrong["loc"] or ("",)
        record = records[index] if isinstance(records, list) and isinstance(index, int) else {}
        name = (record.get("id") if isinstance(record, dict) else None) or (index + 1 if isinstance(index, int) else "")
        field = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in fields).lstrip(".")
        match wrong["type"]:
            case "missing":
                said = "is missing; write it"
            case "unexpected_keyword_argument":
                said = f"is {wrong['input']!r}, but a record here has no such field; remove it or correct its name"
            case _:
                said = f"is {wrong['input']!r}; {wrong['msg'][0].lower()}{wrong['msg'][1:]}"
        said = f"{table.removesuffix('s')} {name}: {field or 'the record'} {said}"
        yield Problem(file, said, (table, *wrong["loc"]), key=wrong["type"] == "unexpected_keyword_argument")


def check_groupings(groupings: Sequence[Grouping], claims: Sequence[Claim], held: Collection[str]) -> list[Problem]:
    """Every way in which the groupings cannot be right for these claims, a sentence each.

    Args:
        groupings: as `read_incidents` gives them.
        claims: of all articles, outside publications too.
        held: ids of the articles whose text is held. An incident needs at least one of their claims.
    """
    known = {claim.id: claim for claim in claims}
    homes: dict[str, list[Steps]] = {claim: [] for claim in known}
    for n, grouping in enumerate(groupings):
        for i, judgement in enumerate(grouping.claims):
            homes.setdefault(judgement.claim, []).append(("incidents", n, "claims", i, "claim"))
    problems = [
        Problem(file_of(claim.article), f"claim {claim.id} is in no incident; name it in one of {FILE}", at)
        for claim in claims
        if not homes[claim.id] and (at := ("claims", claim.id, "id"))
    ]
    problems += [
        Problem(FILE, f"claim {claim} is in {len(ways)} places; name it in one", ways[-1])
        for claim, ways in homes.items()
        if len(ways) > 1
    ]
    ids = Counter(grouping.id for grouping in groupings)
    last = {grouping.id: n for n, grouping in enumerate(groupings)}
    problems += [
        Problem(FILE, f"incident {name} is there {times} times; an id names one", ("incidents", last[name], "id"))
        for name, times in ids.items()
        if times > 1
    ]
    may_tell = _tellers(groupings)
    for n, grouping in enumerate(groupings):
        found = [
            *_wrong_claims(grouping, known, held, ids),
            *_wrong_sites(grouping),
            *_wrong_differences(grouping, known, may_tell[grouping.id]),
        ]
        problems += [Problem(FILE, f"incident {grouping.id}: {said}", ("incidents", n, *way)) for way, said in found]
    return problems


def _tellers(groupings: Sequence[Grouping]) -> dict[str, set[str]]:
    """Per incident, the claims that tell of it or might."""
    tellers: dict[str, set[str]] = {grouping.id: set() for grouping in groupings}
    for grouping in groupings:
        for judgement in grouping.claims:
            for incident in (grouping.id, *judgement.alternatives):
                tellers.setdefault(incident, set()).add(judgement.claim)
    return tellers


def _wrong_claims(
    grouping: Grouping, known: Mapping[str, Claim], held: Collection[str], ids: Collection[str]
) -> Iterator[tuple[Steps, str]]:
    if not grouping.title.strip():
        yield ("title",), "title is empty; write a headline in your own words"
    if not grouping.id or grouping.id != slug(grouping.id):
        yield ("id",), f"id is {grouping.id!r}; write small letters, digits and single hyphens"
    found = [known[j.claim].article for j in grouping.claims if j.claim in known]
    if len(found) == len(grouping.claims) and not set(held).intersection(found):
        yield ("id",), "no claim is an article's; outside publications add to an incident, they do not make one"
    for i, judgement in enumerate(grouping.claims):
        if judgement.claim not in known:
            yield ("claims", i, "claim"), f"claims[{i}].claim is {judgement.claim}, which no article file has"
        for other in judgement.alternatives:
            if other not in ids or other == grouping.id:
                wrong = f"claims[{i}].alternatives has {other}; write the id of another incident"
                yield ("claims", i, "alternatives", other), wrong


def _wrong_sites(grouping: Grouping) -> Iterator[tuple[Steps, str]]:
    told = {judgement.claim for judgement in grouping.claims}
    last: dict[str, Steps] = {}
    if len(grouping.sites) == 1:
        yield ("sites", 0), "sites has one; give two or more, or none where there is one place"
    for i, site in enumerate(grouping.sites):
        if not site.name.strip():
            yield ("sites", i, "name"), f"sites[{i}].name is empty; write the place in your own words"
        if not site.claims:
            yield ("sites", i, "claims"), f"sites[{i}].claims is empty; name who speaks of {site.name}"
        for claim in site.claims:
            last[claim] = ("sites", i, "claims", claim)
            if claim not in told:
                yield last[claim], f"sites[{i}] names {claim}, which is not judged to tell of this incident"
    homes = Counter(claim for site in grouping.sites for claim in set(site.claims))
    for claim, n in homes.items():
        if n > 1:
            yield last[claim], f"sites: {claim} speaks of {n} sites; give its article a claim for each"


def _wrong_differences(
    grouping: Grouping, known: Mapping[str, Claim], may_tell: Collection[str]
) -> Iterator[tuple[Steps, str]]:
    for i, difference in enumerate(grouping.differences):
        where, way = f"differences[{i}]", ("differences", i)
        named = Counter(claim for version in difference.versions for claim in set(version.claims))
        last = {claim: (*way, "versions", n, "claims", claim) for n, v in enumerate(difference.versions) for claim in v.claims}
        if difference.field not in FIELDS:
            yield (*way, "field"), f"{where}.field is {difference.field!r}; write one of {', '.join(FIELDS)}"
        if len(difference.versions) < 2:
            yield (*way, "versions"), f"{where}.versions has {len(difference.versions)}; a difference needs two or more"
        for n, version in enumerate(difference.versions):
            if not version.claims:
                yield (*way, "versions", n, "claims"), f"{where}.versions: one has no claims; name who says it"
        if difference.better is not None and difference.better not in named:
            yield (*way, "better"), f"{where}.better is {difference.better}, which is in none of its versions"
        if difference.better is not None and named[difference.better] > 1:
            wrong = f"{where}.better is {difference.better}, which is in several of its versions; leave it out, and say why"
            yield (*way, "better"), wrong
        for claim, times in named.items():
            if claim not in may_tell:
                wrong = f"{where} names {claim}, which is not judged to tell of this incident, nor to be able to"
                yield last[claim], wrong
            if times > max(1, len(speakers_on(known[claim], difference.field)) if claim in known else 1):
                wrong = f"{where} has {claim} in {times} versions; one claim says one thing, and so does each who counts in it"
                yield last[claim], wrong
        if difference.field == "precision of days" and exclusive(days_allowed(known[c]) for c in named if c in known):
            yield (*way, "field"), f'{where}: accounts that share no day differ on days; write field = "days"'
