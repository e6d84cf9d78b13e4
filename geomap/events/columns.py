"""Which columns of a table are meant, how wide its places are, and how the columns that are added are called."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from geomap.errors import DataError
from geomap.events.kinds import Kind, kind_of, plain
from geomap.vocabulary import MOST_RADIUS_M


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a person says of a table's columns; empty where the table is to tell."""

    lon: str = ""
    lat: str = ""
    precision: str = ""
    country: str = ""
    place: str = ""  #: names of places whose points the rows have
    texts: Sequence[str] = ()  #: whose words are held against the points
    radii_km: Mapping[str, float] | float | None = None  #: by the precision's code; or one for all rows


def chosen(file: str, columns: Sequence[str], asked: Asked, *, geometry: bool = False, kind: Kind | None = None) -> Kind:
    """The kind of a table with the columns that are meant.

    Args:
        file: what to call the table.
        columns: its names.
        asked: what a person says of them.
        geometry: whether the table has a geometry column, which then needs no other.
        kind: where it is known already, by its cells.

    Raises:
        DataError: a column that was named is not there, or none is known for a longitude and a latitude.
    """
    if twice := next((name for name in columns if columns.count(name) > 1), None):
        raise DataError(f"{file}: has two columns {twice!r}; rename one")
    for name in (asked.lon, asked.lat, asked.precision, asked.country, asked.place, *asked.texts):
        if name and name not in columns:
            raise DataError(f"{file}: has no column {name!r}; {_nearest(name, columns)}")
    if bool(asked.lon) != bool(asked.lat):
        raise DataError(f"{file}: --lon and --lat go together; name both columns")
    if asked.lon and asked.lon == asked.lat:
        raise DataError(f"{file}: --lon and --lat name the same column {asked.lon!r}; name one for each")
    if asked.precision and asked.radii_km is not None and not isinstance(asked.radii_km, Mapping):
        raise DataError(f"{file}: one radius of all rows leaves no use for --precision; give a radius by code, as in 1=2,2=25")
    kind = kind or kind_of(columns) or plain(columns)
    if asked.lon:
        kind = replace(kind, lon=asked.lon, lat=asked.lat, name=kind.name if kind.marks else "a table with lon and lat")
    elif geometry:
        kind = replace(kind, lon="", lat="", name=kind.name if kind.marks else "points")
    elif not kind.lon:
        raise DataError(
            f"{file}: no longitude and latitude are known in it; name them with --lon and --lat; it {_has(columns)}"
        )
    if isinstance(asked.radii_km, Mapping) and not (asked.precision or kind.precision):
        raise DataError(f"{file}: radii by code need a column of codes; name it with --precision, or give one radius")
    if asked.precision and asked.precision != kind.precision:  # other codes than those that the kind has radii for
        kind = replace(kind, precision=asked.precision, radii_km={})
    more: dict[str, Any] = {name: said for name in ("country", "place") if (said := getattr(asked, name))}
    if asked.radii_km is not None:
        by_code = isinstance(asked.radii_km, Mapping)
        more |= {"radii_km": asked.radii_km} if by_code else {"radii_km": {"": asked.radii_km}, "precision": ""}
    return replace(kind, **more)


def _nearest(name: str, columns: Sequence[str]) -> str:
    by_small = {column.casefold(): column for column in columns}
    near = [by_small[found] for found in difflib.get_close_matches(name.casefold(), by_small, n=3)]
    return f"the nearest are {', '.join(near)}" if near else f"it {_has(columns)}"


def _has(columns: Sequence[str]) -> str:
    shown = ", ".join(repr(name) for name in columns[:12])
    return f"has {shown}{f' and {len(columns) - 12} more' if len(columns) > 12 else ''}" if columns else "has no columns"


def radii_of(text: str) -> Mapping[str, float] | float:
    """Radii in km as a person writes them: by the codes of a column, or one for all rows.

    >>> radii_of("1=2, 2=25"), radii_of("5")
    ({'1': 2.0, '2': 25.0}, 5.0)

    Raises:
        DataError: it is neither.
    """
    if "=" not in text:
        return _km(text, text)
    pairs = [part.partition("=") for part in text.split(",")]
    codes = [code.strip() for code, _, _ in pairs]
    if not all(codes) or len(set(codes)) < len(codes):
        raise DataError(f"radii {text!r}: each code stands once, before its radius in km, as in 1=2,2=25")
    return {code: _km(km, text) for code, (_, _, km) in zip(codes, pairs, strict=True)}


def _km(cell: str, text: str) -> float:
    try:
        km = float(cell)
    except ValueError:
        km = math.nan
    if not 0 <= km * 1000 <= MOST_RADIUS_M:
        raise DataError(
            f"radii {text!r}: {cell.strip()!r} is no radius; write km from 0 to {MOST_RADIUS_M / 1000:,.0f}, as in 1=2,2=25"
        )
    return km


def radius_of(code: object, radii_km: Mapping[str, float]) -> float:
    """The radius of a code in metres; NaN for a code without one. Numbers are codes, too, whole ones without decimals.

    >>> radius_of(2.0, {"2": 25.0}), radius_of("x", {"2": 25.0}), radius_of(None, {"": 5.0})
    (25000.0, nan, 5000.0)
    """
    text = "" if code is None else str(code).strip()
    if text not in radii_km and text.endswith(".0"):
        text = text[:-2]
    return radii_km.get(text, math.nan) * 1000


def check_new(file: str, columns: Iterable[str], new: Iterable[str]) -> None:
    """Refuse to add columns under names that a table has.

    Raises:
        DataError: naming them; or two of the new ones are alike.
    """
    new = list(new)
    if twice := [name for name in new if new.count(name) > 1]:
        raise DataError(f"two borders would add {twice[0]}; name each border once, and give files names of their own")
    small = {name.casefold() for name in columns}  # in a GeoPackage, case makes no other name
    if both := [name for name in new if name.casefold() in small]:
        raise DataError(f"{file}: has {', '.join(both)} already; put letters before the names that are added: --prefix geomap_")
