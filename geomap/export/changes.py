"""What changed on the map between two builds: a pure comparison of two tables of incidents, and the history of it.

A row is an incident's published values by column, with its ``point`` and, where they are known, the ids of its ``claims``.
An entry of the history has the fingerprints of the incidents before and after, and the changes; there is no clock in it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from geomap.vocabulary import range_in_words

Row = Mapping[str, Any]
#: ``incident``, ``title``, ``what`` (a key of `KINDS`), ``before`` and ``after``: the changed columns, None without a row.
Change = dict[str, Any]
#: ``from`` (None for the first) and ``to``, fingerprints; ``incidents``, how many; ``summary``, how many changes of each kind;
#: ``columns``, those that are ``new`` and ``gone``, where there are any; ``changes``.
Entry = dict[str, Any]

#: The kinds of change, those that matter most first, each with its columns; a column that no kind names is an "other" one.
KINDS: Mapping[str, tuple[str, ...]] = {
    "new": (),
    "gone": (),
    "renamed": (),
    "moved": (
        *("place", "place_local", "level", "district", "province", "country", "point", "radius_km", "part_count", "site_count"),
        *(
            "border",
            "distance_km",
            "distance_min_km",
            "distance_max_km",
            "border_country",
            "near_border",
            "near_on_all_lines",
            "at_gap",
        ),
    ),
    "re-dated": ("date_text", "first_day", "last_day", "date_precision"),
    "counts": (
        *("killed_min", "killed_max", "killed_most", "killed_by", "injured_min", "injured_max", "injured_most", "injured_by"),
        *("sites_claimed_min", "sites_claimed_max"),
    ),
    "confidence": ("confidence", "confidence_rule", "confirmed_by"),
    "kind": ("sub_event_type", "event_type", "symbol"),
    "title": ("title",),
    "actors": ("actors", "actor_side", "side_actor"),
    "targets": ("targets", "target_names", "victims", "weapons"),
    "differences": ("difference_count", "differing_fields"),
    "accounts": ("account_count", "sources", "outside_count", "claims"),
    "reasons": ("method", "reason", "no_point_reason"),
    "other": (),
}
_KIND_OF = {column: kind for kind, columns in KINDS.items() for column in columns}
_ORDER = {kind: place for place, kind in enumerate(KINDS)}
#: What is told of a kind in words, where it changed: the other columns follow from it or say it again.
_TOLD = {
    *("place", "level", "country", "point", "distance_min_km", "distance_max_km", "date_text", "confidence", "sub_event_type"),
    *("killed_min", "killed_max", "injured_min", "injured_max", "actors", "actor_side", "targets", "victims", "weapons"),
    *("differing_fields", "sources", "claims"),
}
_ENDS = re.compile(r"_(min|max)(?=_|$)")
_NUMBER = 1e15  #: above any that a table has; only a file edited by hand has a larger one
#: Changes of one entry that the changelog and the page list; the file has them all.
MOST_LISTED, MOST_ON_PAGE = 200, 12


@dataclass(frozen=True, slots=True)
class Published:
    """The incidents of one build."""

    mark: str  #: the fingerprint of their values
    rows: Mapping[str, Row]  #: by id


@dataclass(frozen=True, slots=True)
class History:
    """What changed from build to build."""

    entries: tuple[Entry, ...]  #: the newest first
    now: Entry  #: what this build changed; the same fingerprint twice where it changed nothing
    notes: tuple[str, ...] = ()  #: what could not be read, or was edited by hand, a sentence each


def compare(before: Mapping[str, Row], after: Mapping[str, Row]) -> list[Change]:
    """What changed from one table of incidents to another, those changes first that matter most.

    All changed columns of one kind are one change. A column that only one of two rows has is not compared. An incident with
    another id but the same claims is renamed.

    >>> compare({"a": {"title": "Strike", "killed_min": 1}}, {"a": {"title": "Strike", "killed_min": 2}})
    [{'incident': 'a', 'title': 'Strike', 'what': 'counts', 'before': {'killed_min': 1}, 'after': {'killed_min': 2}}]
    """
    former = _renamed(before, after)
    known = {former.get(key, key) for key in after}
    changes = [_change(key, row, "gone", None, None) for key, row in before.items() if key not in known]
    for key, row in after.items():
        old = former.get(key, key)
        if old not in before:
            changes.append(_change(key, row, "new", None, None))
            continue
        if old != key:
            changes.append(_change(key, row, "renamed", {"id": old}, {"id": key}))
        changes += _changed(key, before[old], row)
    return sorted(changes, key=lambda change: (_ORDER[change["what"]], change["incident"]))


def _renamed(before: Mapping[str, Row], after: Mapping[str, Row]) -> dict[str, str]:
    """The new ids of renamed incidents, each with the former one."""
    gone = {tuple(row["claims"]): key for key, row in before.items() if key not in after and row.get("claims")}
    new = {key: tuple(row.get("claims", ())) for key, row in after.items() if key not in before}
    return {key: gone[claims] for key, claims in new.items() if claims in gone}


def _changed(key: str, was: Row, now: Row) -> Iterator[Change]:
    """The changes of one incident, one of each kind."""
    both = was.keys() & now.keys()
    found = {name for name in both if was[name] != now[name]}
    # A range is told whole, also where one end of it changed.
    found |= {other for name in found if (other := _ENDS.sub(lambda end: _other_end(end[1]), name)) in both}
    for kind in dict.fromkeys(_KIND_OF.get(name, "other") for name in sorted(found)):
        names = [name for name in now if name in found and _KIND_OF.get(name, "other") == kind]
        yield _change(key, now, kind, {name: was[name] for name in names}, {name: now[name] for name in names})


def _other_end(end: str) -> str:
    return "_max" if end == "min" else "_min"


def _change(key: str, row: Row, what: str, before: Row | None, after: Row | None) -> Change:
    return {"incident": key, "title": str(row.get("title") or key), "what": what, "before": before, "after": after}


def entry(before: Published | None, after: Published) -> Entry:
    """The entry of a build after another, or of the first, which is compared with nothing."""
    changes = compare(before.rows, after.rows) if before else []
    counts = Counter(change["what"] for change in changes)
    made: Entry = {"from": before.mark if before else None, "to": after.mark, "incidents": len(after.rows)}
    made["summary"] = {kind: counts[kind] for kind in KINDS if counts[kind]}
    if before and before.rows and after.rows and (columns := _columns(before.rows, after.rows)):
        made["columns"] = columns
    return {**made, "changes": changes}


def _columns(before: Mapping[str, Row], after: Mapping[str, Row]) -> dict[str, list[str]]:
    """The columns that are new and those that are gone, where there are any."""
    was, now = ({name for row in rows.values() for name in row if name != "claims"} for rows in (before, after))
    return {said: sorted(names) for said, names in (("new", now - was), ("gone", was - now)) if names}


def extended(entries: Sequence[Entry], standing: Published | None, new: Published) -> tuple[tuple[Entry, ...], Entry]:
    """The history with what a build changes, and that entry; the history as it is where the build changes nothing.

    Args:
        entries: the history that stands, the newest first; empty where there is none.
        standing: the incidents that stand; None where there are none that can be read: then the last entry says what stood.
        new: the incidents of the build.
    """
    history = tuple(entries) or ((entry(None, standing),) if standing else ())
    last = standing.mark if standing else history[0]["to"] if history else None
    if last == new.mark:
        return history, {**entry(None, new), "from": last}
    added = entry(standing, new)
    return (added, *history), added


def in_words(change: Change) -> tuple[str, str]:
    """The values before and after in words; empty for an incident that is new or gone.

    >>> in_words({"before": {"level": "province", "radius_km": None}, "after": {"level": "site", "radius_km": 5.0}})
    ('level province', 'level site')
    """
    before, after = change["before"] or {}, change["after"] or {}
    names = [name for name in after if name in _TOLD] or list(after)
    return "; ".join(_words(before, names)), "; ".join(_words(after, names))


def _words(values: Row, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        low, high = _ENDS.sub("_min", name), _ENDS.sub("_max", name)
        unit = " km" if name.endswith("_km") else ""
        called = _ENDS.sub("", name).removesuffix("_km").replace("_", " ")
        value = values.get(name)
        if low != high and low in names and high in names:
            ends = values.get(low), values.get(high)
            if name == low and all(end is None or (isinstance(end, int | float) and abs(end) < _NUMBER) for end in ends):
                yield f"{called} {range_in_words(ends[0], ends[1], unit)}"
        elif name == "point" and isinstance(value, list):
            yield f"point {', '.join(map(str, value))} (lon, lat)"
        else:
            shown = ", ".join(map(str, value)) if isinstance(value, list) else value
            yield f"{called} {'not stated' if shown is None else f'{shown}{unit}'}"


def summary_in_words(made: Entry) -> str:
    """How many changes of each kind an entry has.

    >>> summary_in_words({"from": "a", "incidents": 21, "summary": {"new": 1, "moved": 2}})
    '21 incidents: 1 new, 2 moved'
    """
    counts = [f"{count} {kind}" for kind, count in made["summary"].items()]
    columns = [f"column {said}: {name}" for said, names in made.get("columns", {}).items() for name in names]
    said = "no value of an incident changed" if made["from"] else "none to compare them with"
    known = f"{made['incidents']} incident{'s' * (made['incidents'] != 1)}"
    return f"{known}: {', '.join(counts or [said])}" + "".join(f"; {words}" for words in columns)


def change_in_words(change: Change) -> str:
    """A change in one line, but for its incident.

    >>> change_in_words({"what": "renamed", "before": {"id": "a"}, "after": {"id": "b"}})
    'renamed: id a → id b'
    """
    before, after = in_words(change)
    return f"{change['what']}: {before} → {after}" if after else str(change["what"])


def for_page(history: History) -> dict[str, Any]:
    """What the page shows: the newest entry with some of its changes in words, and how many entries are older."""
    newest = history.entries[0]
    listed = [(change, in_words(change)) for change in newest["changes"][:MOST_ON_PAGE]]
    shown = [
        {"title": change["title"], "what": change["what"], "before": before, "after": after}
        for change, (before, after) in listed
    ]
    head = {key: newest[key] for key in ("from", "to", "incidents", "summary")}
    return {**head, "shown": shown, "more": len(newest["changes"]) - len(shown), "older": len(history.entries) - 1}


def history_text(entries: Iterable[Entry]) -> str:
    """The history as JSON text, a change a line."""
    return "[\n" + ",\n".join(map(_entry_text, entries)) + "\n]\n"


def _entry_text(made: Entry) -> str:
    head = _json({key: value for key, value in made.items() if key != "changes"})
    lines = ",\n".join(f"  {_json(change)}" for change in made["changes"])
    return f' {head[:-1]}, "changes": [' + (f"\n{lines}\n " if lines else "") + "]}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def changelog_text(entries: Iterable[Entry]) -> str:
    """The history as Markdown, for people."""
    lines = ["# What changed on the map", ""]
    lines += ["The newest build comes first. A build is named by the first 12 characters of its incidents' fingerprint.", ""]
    for made in entries:
        heading = made["to"] if made["from"] is None else f"{made['to']}, after {made['from']}"
        lines += [f"## {heading}", "", f"{_plain(summary_in_words(made))}.", ""]
        listed = made["changes"][:MOST_LISTED]
        lines += [f"- {_plain(c['title'])} ({_plain(c['incident'])}): {_plain(change_in_words(c))}" for c in listed]
        if left := len(made["changes"]) - len(listed):
            lines.append(f"- and {left} more, in changes.json")
        lines += [""] * bool(listed)
    return "\n".join(lines).rstrip("\n") + "\n"


def _plain(text: str) -> str:
    """A text on one line, with nothing that Markdown or HTML would take for markup."""
    return re.sub(r"([\\`*_\[\]<>|#&~])", r"\\\1", " ".join(text.split()))


__all__ = [
    "KINDS", "Change", "Entry", "History", "Published", "change_in_words", "changelog_text", "compare", "entry", "extended",
    "for_page", "history_text", "in_words", "summary_in_words",
]  # fmt: skip
