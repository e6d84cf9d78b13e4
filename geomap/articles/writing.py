"""Article files written as TOML."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from geomap.model import Article, Cited, Claim, Span
from geomap.reading import toml_text


def write_article(article: Article, claims: Iterable[Claim], path: Path) -> None:
    """Write `article_text` to a file."""
    path.write_text(article_text(article, claims), encoding="utf-8", newline="\n")


def article_text(article: Article, claims: Iterable[Claim]) -> str:
    """The text of an article file: fields in the order of `geomap.model`, without those that have their default value."""
    lines = ["[article]", *_lines(article)]
    for claim in claims:
        lines += ["", "[[claims]]", *_lines(claim, leave_out="article")]
    return "\n".join(lines) + "\n"


def _lines(record: Article | Claim, leave_out: str = "") -> Iterator[str]:
    for name, value in _filled(record):
        if name == leave_out:
            continue
        if isinstance(value, tuple) and value and isinstance(value[0], Cited):
            yield from (f"{name} = [", *(f"  {toml(item)}," for item in value), "]")
        else:
            yield f"{name} = {toml(value)}"


def _filled(record: Any) -> Iterator[tuple[str, Any]]:
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if value is not None and value != field.default:
            yield field.name, value


def offsets(span: Span) -> str:
    """A span without its fingerprint, for a sentence."""
    return f"[{span.start}, {span.end}]"


def toml(value: Any) -> str:
    """A value as TOML on one line."""
    match value:
        case str():
            return toml_text(value)
        case bool():
            return str(value).lower()
        case int() | float():
            return repr(value)
        case dt.date():
            return value.isoformat()
        case Span():
            return f"[{', '.join(map(toml, value.as_list))}]"
        case tuple():
            return f"[{', '.join(map(toml, value))}]"
        case _:
            return "{" + ", ".join(f"{name} = {toml(item)}" for name, item in _filled(value)) + "}"


def as_record(one: Any) -> Any:
    """A record as plain values, as its file would have it: without what has its default value, spans as lists, days as texts.

    >>> as_record(Span(3, 9))
    [3, 9]
    """
    match one:
        case Span():
            return one.as_list
        case dt.date():
            return one.isoformat()
        case tuple():
            return [as_record(item) for item in one]
        case _ if dataclasses.is_dataclass(one):
            return {
                name: as_record(value) for name, value in _filled(one) if not (name == "article" and isinstance(one, Claim))
            }
    return one
