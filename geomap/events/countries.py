"""The country of an event: as its record has it, or the one that its point lies in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from geomap import project
from geomap.geometry import Floats
from geomap.vocabulary import COUNTRIES

_WORLD = (-180.0, -90.0, 180.0, 90.0)


@cache
def _codes() -> Mapping[str, str]:
    """Alpha-3 codes by names and codes of countries, in small letters; a name of several countries has none."""
    found: dict[str, set[str]] = {}
    for code, country in COUNTRIES.items():
        for name in (code, country.alpha3, *country.names, country.acled_name):
            found.setdefault(name.casefold(), set()).add(country.alpha3)
    # UCDP's own name rules: its "Congo" is one country.
    found |= {country.ucdp_name.casefold(): {country.alpha3} for country in COUNTRIES.values() if country.ucdp_name}
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}


def alpha3(cell: object) -> str | None:
    """The alpha-3 code of a country as a record has it: a name, or a code of ISO 3166-1; None for any other.

    >>> alpha3("DR Congo (Zaire)"), alpha3("pk"), alpha3("Atlantis"), alpha3(None)
    ('COD', 'PAK', None, None)
    """
    return _codes().get(cell.strip().casefold()) if isinstance(cell, str) else None


@cache
def _areas() -> tuple[shapely.STRtree, npt.NDArray[np.object_]]:
    areas = project.read_world_countries(_WORLD)
    codes = [COUNTRIES[code].alpha3 if code in COUNTRIES else code for code in areas]
    return shapely.STRtree(list(areas.values())), np.array(codes, dtype=object)


def by_point(lon: Floats, lat: Floats, said: npt.NDArray[np.object_] | None = None) -> npt.NDArray[np.object_]:
    """Alpha-3 codes of the countries that are said, and of those in which the points lie where none is; None at sea.

    Args:
        lon: degrees, shape (n,).
        lat: degrees.
        said: codes, None where none is.
    """
    codes: npt.NDArray[Any] = np.full(lon.shape, None, dtype=object) if said is None else said.copy()
    rows = np.flatnonzero(is_none(codes))
    if rows.size:
        tree, names = _areas()
        point, area = tree.query(shapely.points(lon[rows], lat[rows]), predicate="intersects")
        codes[rows[point]] = names[area]
    return codes


def is_none(values: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Where an array of objects has None."""
    return np.asarray(np.equal(values, np.array(None, dtype=object)), dtype=bool)
