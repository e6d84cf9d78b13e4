"""The history of the map, read from the output that stands and written with the next one. What stands never stops a build."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from shapely.geometry import Point

from geomap.errors import DataError, MissingError
from geomap.export.changes import Entry, History, Published, changelog_text, extended, history_text
from geomap.export.edited_files import opened_geopackage, read_collection
from geomap.export.geojson import geojson_text
from geomap.export.tables import fingerprint, tables_of
from geomap.project import check_vector_file
from geomap.reading import MOST_MB, check_json_depth, read_bytes
from geomap.tables import Tables, records

_INCIDENTS, _CLAIMS, _HISTORY, _CHANGELOG = "incidents.geojson", "geomap.gpkg", "changes.json", "changes.md"
#: How many characters of a fingerprint name a build.
_MARK = 12


def read_changes(standing: Path, new: Tables) -> History:
    """What a build changes against the output that stands; whatever that holds, there is a history.

    Args:
        standing: the folder with the earlier build, if any.
        new: the tables of the build.
    """
    notes: list[str] = []
    entries = _read_history(standing / _HISTORY, notes)
    before = _read_published(standing, notes)
    collection = json.loads(geojson_text(tables_of(new)["incidents"], name="incidents", description=""))
    after = _published(collection, collection["fingerprint"], _by_incident(records(new.claims)))
    return History(*extended(entries, before, after), tuple(notes))


def write_changes(history: History, folder: Path) -> None:
    """Write a history into the folder of a new build: ``changes.json`` and ``changes.md``."""
    for name, text in ((_HISTORY, history_text(history.entries)), (_CHANGELOG, changelog_text(history.entries))):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _read_published(folder: Path, notes: list[str]) -> Published | None:
    """The incidents of the build that stands; None where there is none that can be read."""
    file = folder / _INCIDENTS
    try:
        collection, present = _collection(file)
    except MissingError:
        return None
    except (DataError, OSError) as error:
        notes.append(f"{file} cannot be read, so what changed since is not told: {_sentence(error)}")
        return None
    written = collection.get("fingerprint")
    if not isinstance(written, str) or not re.fullmatch(r"[0-9a-f]{64}", written):
        written = present  # as in outputs of the first versions
    if written != present:
        notes.append(f"{file} was changed after geomap wrote it: its values count as published, and are written anew")
    try:
        claims = _claims(folder / _CLAIMS)
    except (DataError, OSError) as error:
        notes.append(f"{folder / _CLAIMS} cannot be read, so a renamed incident shows as gone and new: {_sentence(error)}")
        claims = None
    return _published(collection, written, claims)


def _published(collection: Mapping[str, Any], mark: str, claims: Mapping[str, list[str]] | None) -> Published:
    rows: dict[str, dict[str, Any]] = {}
    for feature in collection["features"]:
        row = {**(feature.get("properties") or {}), "point": (feature.get("geometry") or {}).get("coordinates")}
        rows[str(feature["id"])] = row if claims is None else {**row, "claims": claims.get(str(feature["id"]), [])}
    return Published(mark[:_MARK], rows)


def _collection(path: Path) -> tuple[dict[str, Any], str]:
    """The incidents' file, and the fingerprint of what it holds now.

    Raises:
        MissingError: there is no such file.
        DataError: it cannot be read, or holds what no map can: a point that is none, or a number that is not finite.
    """
    check_vector_file(path)
    collection = read_collection(path)
    features = collection.get("features", ({},))
    try:
        json.dumps(features, ensure_ascii=False, allow_nan=False).encode()
        if not all(isinstance(feature["id"], str) for feature in features):
            raise TypeError("an id is no text")
        rows = [{"id": feature["id"], **(feature.get("properties") or {})} for feature in features]
        points = [Point(*feature["geometry"]["coordinates"]) if feature.get("geometry") else None for feature in features]
        return collection, fingerprint(rows, points)
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(f"{path.name}: it is not as geomap writes it ({error})") from error


def _claims(path: Path) -> dict[str, list[str]] | None:
    """The ids of each incident's claims, sorted; None where there is no file.

    Raises:
        DataError: it cannot be read.
    """
    if not path.exists():
        return None
    check_vector_file(path)
    with opened_geopackage(path) as database:
        rows = database.execute("SELECT incident, id FROM claims").fetchall()
    return _by_incident({"incident": incident, "id": claim} for incident, claim in rows)


def _by_incident(claims: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """The ids of each incident's claims, sorted."""
    found: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        found[str(claim["incident"])].append(str(claim["id"]))
    return {incident: sorted(ids) for incident, ids in found.items()}


def _read_history(path: Path, notes: list[str]) -> Sequence[Entry]:
    """The entries of a history; none where there is no file or it cannot be read."""
    try:
        data = read_bytes(path, MOST_MB)
        check_json_depth(data, path.name)
        entries = json.loads(data)
        json.dumps(entries, ensure_ascii=False, allow_nan=False).encode()
        if not isinstance(entries, list) or not all(map(_is_entry, entries)):
            raise DataError("it is not as geomap writes it")
    except MissingError:
        return ()
    except (OSError, ValueError) as error:
        notes.append(f"{path} cannot be read, so the history begins anew: {_sentence(error)}")
        return ()
    return entries


def _is_entry(value: Any) -> bool:
    """Whether it is an entry that can be shown; kinds that a later version has are as good as ours."""
    return (
        isinstance(value, dict)
        and isinstance(value.get("to"), str)
        and isinstance(value.get("from", 0), str | None)
        and isinstance(value.get("incidents"), int)
        and isinstance(value.get("summary"), dict)
        and all(isinstance(count, int) for count in value["summary"].values())
        and isinstance(value.get("columns", {}), dict)
        and all(
            isinstance(names, list) and all(isinstance(n, str) for n in names) for names in value.get("columns", {}).values()
        )
        and isinstance(value.get("changes"), list)
        and all(map(_is_change, value["changes"]))
    )


def _is_change(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and all(isinstance(value.get(key), str) for key in ("incident", "title", "what"))
        and all(isinstance(value.get(key, 0), dict | None) for key in ("before", "after"))
    )


def _sentence(error: Exception) -> str:
    """What an error says, in one line."""
    return " ".join(str(error).split())


__all__ = ["read_changes", "write_changes"]
