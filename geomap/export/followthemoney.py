"""Incidents, actors and articles as FollowTheMoney statements (CSV), which investigators' tools read: a row for each value.

An incident is an ``Event``, an actor a ``LegalEntity``, an article an ``Article`` that proves it. An actor is involved in what
an account says or the actor admits that it did; who is only alleged to have done it, or denies it, stands in the summary's
words. That model has no regions and no distances: our other formats have them.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from geomap.export.tables import contents
from geomap.model import UNNAMED
from geomap.tables import Tables, records
from geomap.vocabulary import toll_in_words

#: The columns of a file of statements.
COLUMNS: Final = (
    *("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "lang", "original_value", "external"),
    *("first_seen", "last_seen", "origin", "id"),
)
#: The type of each property that we give.
_TYPES: Final = {
    **dict.fromkeys(("name",), "name"),
    **dict.fromkeys(("startDate", "endDate", "publishedAt"), "date"),
    **dict.fromkeys(("title", "publisher", "recordId"), "string"),
    **dict.fromkeys(("involved", "proof"), "entity"),
    "summary": "text",
    "location": "address",
    "country": "country",
    "sourceUrl": "url",
}

Statement = dict[str, str]


def statements(published: Tables) -> list[Statement]:
    """The statements of a story's tables, each once, sorted by entity."""
    dataset = re.sub(r"[^a-z0-9]+", "_", f"geomap_{published.border.iloc[0]['id']}".lower())  # no other signs may stand in one
    found = {one["id"]: one for one in _statements(published, dataset)}
    return sorted(found.values(), key=lambda one: (one["entity_id"], one["prop"], one["value"]))


def _statements(published: Tables, dataset: str) -> Iterator[Statement]:
    def told(schema: str, id: str, **values: object) -> Iterator[Statement]:
        for prop, value in values.items():
            if value not in (None, ""):
                yield _statement(dataset, schema, id, prop, str(value))

    for row in contents(published.incidents).rows:
        counted = [f"{name} {toll_in_words(row, name)}" for name in ("killed", "injured") if row[f"{name}_min"] is not None]
        by = [f"by {row['actors'].replace('; ', ', ')}"] if row["actors"] else []
        summary = "; ".join([row["sub_event_type"], *by, *counted, row["date_text"], row["confidence"]])
        dates = {"startDate": row["first_day"], "endDate": row["last_day"]}
        place = {"location": row["place"], "country": (row["country"] or "").lower()}
        yield from told(
            "Event", _id("incident", row["id"]), name=row["title"], recordId=row["id"], summary=summary, **dates, **place
        )
    for row in records(published.actors):
        actor = _id("actor", row["actor"])
        yield from told("LegalEntity", actor, name=row["actor"])
        if row["status"] not in ("alleged", "denied"):  # these would be told as plain facts
            yield from told("Event", _id("incident", row["incident"]), involved=actor)
    for row in contents(published.articles).rows:
        publisher = None if row["publisher"] == UNNAMED else row["publisher"]
        printed = {"title": row["title"], "publisher": publisher, "publishedAt": row["published"]}
        yield from told("Article", _id("article", row["id"]), **printed, sourceUrl=row["address"])
    for row in records(published.claims):
        if row["incident"]:
            yield from told("Event", _id("incident", row["incident"]), proof=_id("article", row["article"]))


def _statement(dataset: str, schema: str, entity: str, prop: str, value: str) -> Statement:
    key = hashlib.sha1(f"{dataset}.{entity}.{prop}.{value}".encode(), usedforsecurity=False).hexdigest()
    same = {"canonical_id": entity, "entity_id": entity, "prop": prop, "prop_type": _TYPES[prop], "schema": schema}
    return (
        dict.fromkeys(COLUMNS, "") | same | {"value": value, "dataset": dataset, "external": "f", "origin": "geomap", "id": key}
    )


def _id(kind: str, name: str) -> str:
    """An id that needs no quoting anywhere, and is the same in every export."""
    return f"geomap-{kind}-{hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest()[:16]}"


def statements_text(published: Tables) -> str:
    """`statements` as CSV."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(statements(published))
    return out.getvalue()


def write_statements(published: Tables, path: Path | str) -> None:
    """Write `statements_text` to a file."""
    Path(path).write_text(statements_text(published), encoding="utf-8", newline="\n")
