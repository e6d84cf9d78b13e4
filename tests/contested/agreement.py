"""How far two annotators of Contested Claims agree: `python tests/contested/agreement.py` prints a table.

The first annotation lies with the texts, the second in `second/`. Claims are paired by the words that they share.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geomap.evaluation import GoldClaim, GoldText, read_gold
from geomap.gazetteer import folded

HERE = Path(__file__).parent
FIELDS = ("kind", "days", "place", "killed", "injured", "weapons", "actors")
#: The fields of a whole claim, as `geomap evaluate` scores it.
WHOLE = FIELDS[:5]


def texts() -> Iterator[tuple[GoldText, GoldText]]:
    """Each text that was annotated twice, in both annotations."""
    with tempfile.TemporaryDirectory() as scratch:
        for file in sorted((HERE / "second").glob("*.toml")):
            shutil.copy(file, scratch)
            shutil.copy(HERE / file.stem[:7] / f"{file.stem}.txt", scratch)
        second = {text.name: text for story in read_gold(Path(scratch)) for text in story.texts}
    first = {text.name: text for folder in sorted(HERE.glob("???-???")) for story in read_gold(folder) for text in story.texts}
    for name, text in sorted(second.items()):
        yield first[name], text


def pairs(one: GoldText, other: GoldText) -> list[tuple[GoldClaim, GoldClaim]]:
    """Claims of both that share the most words, each at most once."""
    scored = [
        (sum(a.start < b.end and b.start < a.end for a in spans(one, x) for b in spans(other, y)), -i, -j, x, y)
        for i, x in enumerate(one.claims)
        for j, y in enumerate(other.claims)
    ]
    found: list[tuple[GoldClaim, GoldClaim]] = []
    for shared, _, _, x, y in sorted(scored, key=lambda s: s[:3], reverse=True):
        if shared and all(x is not a and y is not b for a, b in found):
            found.append((x, y))
    return found


def spans(text: GoldText, claim: GoldClaim) -> list[Any]:
    """Where the words of a claim stand."""
    return [span for value in claim.values for span in text.spans(value.words)]


def of(claim: GoldClaim, field: str) -> Any:
    """A field of a claim, as it is compared."""
    match field:
        case "kind":
            return claim.kind.value
        case "days":
            return claim.days.first, claim.days.last
        case "place":
            return folded(claim.place.path[0]) if claim.place and claim.place.path else None
        case "killed" | "injured":
            return sorted((c.low, c.high or -1) for c in claim.counts if c.of == field)
        case "weapons":
            return {"firearms" if w.value == "gunfire" else w.value for w in claim.weapons}
    return {folded(a.name) for a in claim.actors}


def table() -> dict[str, tuple[int, int]]:
    """How often both agree, of how many: on claims and whole claims (twice those, of all of both), and on each field."""
    counted = dict.fromkeys(("claims", "whole claims", *FIELDS), (0, 0))
    for one, other in texts():
        both = pairs(one, other)
        whole = [1 for x, y in both if all(of(x, field) == of(y, field) for field in WHOLE)]
        for name, agreed in (("claims", both), ("whole claims", whole)):
            right, of_all = counted[name]
            counted[name] = right + 2 * len(agreed), of_all + len(one.claims) + len(other.claims)
        for x, y in both:
            for field in FIELDS:
                a, b = of(x, field), of(y, field)
                if a or b:
                    counted[field] = counted[field][0] + (a == b), counted[field][1] + 1
    return counted


if __name__ == "__main__":
    for name, (same, of_all) in table().items():
        print(f"{name:14}{same:5}{of_all:5}  {same / of_all:.2f}")
