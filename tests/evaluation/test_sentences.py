"""Items of one to three sentences, each with one value known: how often that is read, of both halves."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from functools import cache

import pytest
from items import FOLDER, is_unread

from geomap.extract import cite
from geomap.gazetteer import folded
from geomap.intake import read_context
from geomap.model import Claim

#: What each file reached when the rules were done, a little less: of its read half, and of the other. Who betters them writes
#: that here.
FLOORS: dict[str, tuple[float, float]] = {
    "violence-1": (0.96, 0.92),
    "violence-2": (0.94, 0.78),
    "other-deeds-1": (0.91, 0.59),
    "other-deeds-2": (0.91, 0.57),
    "crowds-and-none": (0.95, 0.72),
    "tolls-1": (0.82, 0.76),
    "tolls-2": (0.76, 0.6),
    "days-and-places": (0.89, 0.77),
    "kinds": (0.91, 0.79),
    "tolls-3": (0.84, 0.59),
}
#: Of the items that tell of no incident so many give none, of each half.
NONE = {"crowds-and-none": (0.98, 0.75), "kinds": (0.87, 0.74)}


@cache
def proposer(border: str):
    return read_context(border_name=border).proposer


def claims_of(item: dict) -> tuple[Claim, ...]:
    published = dt.date.fromisoformat(item.get("published", "2031-05-07"))
    article = cite("gazette", title="Gazette", published=published)
    return proposer(item.get("border", "IND-PAK")).propose(article, item["text"]).claims


def is_right(item: dict, claims: tuple[Claim, ...]) -> bool:
    """Whether the first claim has the kind, or the day and the place, or the claims together have the counts."""
    if "kind" in item:
        return [claim.sub_event_type.value for claim in claims[:1]] == [item["kind"]] if item["kind"] else not claims
    if "days" in item:
        return bool(claims) and _days(claims[0]) == item["days"] and _is_at(claims[0], item["place"])
    return all(_agree(_figures(item.get(of)), _counts(claims, of)) for of in ("killed", "injured"))


def _days(claim: Claim) -> list[str | None]:
    return [day and day.isoformat() for day in (claim.days.value.first, claim.days.value.last)]


def _is_at(claim: Claim, place: str | None) -> bool:
    if place is None or claim.place is None:
        return place is None and claim.place is None
    name = folded(claim.place.value[0])
    return all(folded(part) in name or name in folded(part) for part in place.split(" - "))


Figures = set[tuple[int, int | None]]


def _figures(told: list[list[int | None]] | None) -> Figures:
    return {(low or 0, high) for low, high in told or ()}


def _counts(claims: tuple[Claim, ...], of: str) -> Figures:
    return {(said.value.low, said.value.high) for claim in claims for said in claim.counts if said.value.of == of}


def _agree(told: Figures, read: Figures) -> bool:
    """Whether the figures are the same, or those of the parts make up the one that is told."""
    whole = all(high is not None for _, high in read)
    return told == read or (
        whole and len(read) > 1 and told == {(sum(low for low, _ in read), sum(high or 0 for _, high in read))}
    )


@cache
def shares(name: str, half: str) -> tuple[float, float]:
    """The share of items that are read right, and of those without an incident that give none."""
    right, of = Counter[bool](), Counter[bool]()
    for line in (FOLDER / "sentences" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if is_unread(item["text"]) == (half == "unread"):
            is_none = "kind" in item and item["kind"] is None
            of[is_none] += 1
            right[is_none] += is_right(item, claims_of(item))
    return right[False] / of[False], right[True] / of[True] if of[True] else 1.0


@pytest.mark.parametrize("half", ["read", "unread"])
@pytest.mark.parametrize("name", FLOORS)
def test_reading_gets_no_worse(name, half):
    told, none = shares(name, half)

    assert told >= FLOORS[name][half == "unread"]
    assert none >= NONE.get(name, (1, 1))[half == "unread"]


def test_each_file_has_a_floor():
    assert {file.stem for file in (FOLDER / "sentences").glob("*.jsonl")} == set(FLOORS)
