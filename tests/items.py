"""The items of four folders of `tests/more_texts`, and what a careful reader finds in each, as gold for `evaluate`."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from geomap.evaluation import GoldClaim, GoldStory, GoldText
from geomap.evaluation.gold import GoldCount, GoldDays, GoldKind, GoldPlace

FOLDER = Path(__file__).with_name("more_texts")


def is_unread(text: str) -> bool:
    """Whether an item belongs to the half that no rule was made from."""
    return int(hashlib.sha256(text.encode()).hexdigest()[-1], 16) % 2 == 1


def read_items(folder: Path, chosen: Callable[[str], bool]) -> list[GoldStory]:
    """The items of a folder whose texts are chosen, a story for each border; its folder is the border's name alone."""
    of: dict[str, list[GoldText]] = {}
    for file in sorted(folder.glob("*.jsonl")):
        for n, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            item = json.loads(line)
            if chosen(item["text"]):
                of.setdefault(item["border"].lower(), []).append(_text(item, f"{file.stem}-{n}"))
    return [GoldStory(folder=Path(pair), texts=tuple(texts)) for pair, texts in sorted(of.items())]


def _text(item: dict[str, Any], name: str) -> GoldText:
    return GoldText(
        path=Path(f"{name}.txt"),
        text=item["text"],
        publisher=None,
        published=dt.date.fromisoformat(item["published"]),
        claims=tuple(_claim(claim, item["text"], f"{name}/{n}") for n, claim in enumerate(item["claims"])),
        not_incidents=(),
    )


def _claim(claim: dict[str, Any], text: str, incident: str) -> GoldClaim:
    """Nobody marked words: the whole text stands for those of the kind."""
    first, last = claim["days"]
    names = tuple(filter(None, [claim.get("place")]))
    return GoldClaim(
        incident=incident,
        kind=GoldKind(value=claim["kind"], words=(text,)),
        days=GoldDays(first=first, last=last),
        place=GoldPlace(path=names) if names else None,
        counts=tuple(_counts(claim)),
    )


def _counts(claim: dict[str, Any]) -> Iterator[GoldCount]:
    for of in ("killed", "injured"):
        told = claim.get(of) or []
        for low, high in told if told and isinstance(told[0], list) else [told] if told else []:
            yield GoldCount(of=of, low=low, high=high)
