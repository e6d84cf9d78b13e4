"""An incident led back to the lines of the articles it stands on."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from geomap.articles import read_text
from geomap.errors import MissingError
from geomap.tables.frames import Tables, records


def explain_incident(tables: Tables, wanted: str, texts: Path | None = None) -> dict[str, Any]:
    """An incident with its claims, their values and its differences, as plain values.

    Args:
        tables: the published tables.
        wanted: the incident's id, which is one of theirs; `unknown` words the other case.
        texts: a folder with the articles' texts: then values come with their words, as far as it has them.

    Raises:
        KeyError: there is no such incident.
        DataError: a text is not the one that was cited.
    """
    rows = {row["id"]: row for row in records(tables.incidents)}
    incident = rows[wanted]
    articles = {row["id"]: row for row in records(tables.articles)}
    claims = [row for row in records(tables.claims) if row["incident"] == wanted]
    values = records(tables.cited_values)
    spans = records(tables.spans)
    read = {c["article"]: _text(texts, articles[c["article"]]) for c in claims} if texts else {}
    return {
        "incident": incident,
        "claims": [
            claim
            | {"article": articles[claim["article"]]}
            | {"values": [_with_words(v, spans, read.get(claim["article"])) for v in values if v["claim"] == claim["id"]]}
            for claim in claims
        ],
        "line_distances": [row for row in records(tables.line_distances) if row["incident"] == wanted],
        "sites": [row for row in records(tables.sites) if row["incident"] == wanted],
        "area_parts": sorted(
            (row for row in records(tables.area_parts) if row["incident"] == wanted),
            key=lambda row: (row["area"], len(row["letter"]), row["letter"]),  # AA comes after Z
        ),
        "areas": [row for row in records(tables.areas) if row["incident"] == wanted and _is_told(row)],
        "differences": [row for row in records(tables.differences) if row["incident"] == wanted],
        "files": ["incidents.geojson", "areas.geojson", "map.html"],
    }


def _is_told(area: dict[str, Any]) -> bool:
    """Whether an area says more than its account's own line: sites have theirs, accounts only where they contradict others."""
    return area["role"] in ("best", "reading") or (area["role"] == "account" and bool(area["contradicts"]))


def _text(texts: Path, article: dict[str, Any]) -> str | None:
    """The text of an article, if the folder has it, which then is the very one whose spans are recorded."""
    try:
        return None if article["is_outside"] else read_text(texts, article["id"], article["text_sha256"])
    except MissingError:
        return None


def _with_words(value: dict[str, Any], spans: list[dict[str, Any]], text: str | None) -> dict[str, Any]:
    """A value with the words at its spans and the sentence around the first, where the text is at hand."""
    mine = [(s["span_start"], s["span_end"]) for s in spans if (s["claim"], s["field"]) == (value["claim"], value["field"])]
    if text is None or not mine:
        return value
    return value | {"words": [text[start:end] for start, end in mine], "sentence": _sentence(text, *mine[0])}


def _sentence(text: str, start: int, end: int) -> str:
    """The line around a span, cut to the sentence where that is plain."""
    first = max((text.rfind(mark, 0, start) + len(mark) for mark in ("\n", ". ") if mark in text[:start]), default=0)
    stops = [stop for stop in (text.find("\n", end), text.find(". ", end) + 1) if stop > 0]
    return text[first : min(stops, default=len(text))].strip()


def meant(wanted: str, known: Collection[str]) -> str | None:
    """The id of the one incident that words name: its id, or the one id that holds them as words; None for none or several."""
    if wanted in known:
        return wanted
    holding = [one for one in known if f"-{wanted.casefold()}-" in f"-{one}-"]
    return holding[0] if wanted and len(holding) == 1 else None


def unknown(wanted: str, known: Collection[str]) -> str:
    """That there is no such incident, and which are the nearest."""
    close = [one for one in known if wanted and wanted.casefold() in one][:3]
    close = close or difflib.get_close_matches(wanted, list(known), n=3, cutoff=0.3)
    return f"no incident {wanted!r}" + (f"; the nearest are {', '.join(close)}" if close else "")
