"""Areas on the ellipsoid, and what several accounts of one place allow together.

Every primitive gives a polygon in lon/lat on WGS 84 whose edge is geodesic: a disc, a ring around a point, the part of an area
that several statements leave. Strips along a border are the border's own bands (`geomap.border.line.Border.bands`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache

import numpy as np
import shapely
from pyproj import Geod
from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geomap.model import LEVELS, Region, Unlocated

GEOD = Geod(ellps="WGS84")

#: Corners of a disc's polygon: the edge stays within 0.02 % of the radius.
CORNERS = 180


def disc(lon: float, lat: float, radius_m: float) -> Polygon:
    """The points within ``radius_m`` metres of a point, as a polygon of `CORNERS` corners.

    The corners lie on the circle, so the edge runs up to 0.02 % of the radius inside it.

    Raises:
        ValueError: the disc holds a pole or crosses the antimeridian.
    """
    bearings = np.linspace(0, -360, CORNERS, endpoint=False)
    lons, lats, _ = GEOD.fwd(np.full(CORNERS, lon), np.full(CORNERS, lat), bearings, np.full(CORNERS, radius_m))
    if np.ptp(lons) > 180 or abs(lat) + np.degrees(radius_m / 6.35e6) > 90:
        raise ValueError(f"the disc of {radius_m / 1000:g} km around {lon}, {lat} holds a pole or crosses the antimeridian")
    return Polygon(np.column_stack([lons, lats]))


def ring(lon: float, lat: float, inner_m: float, outer_m: float) -> BaseGeometry:
    """The points between ``inner_m`` and ``outer_m`` metres from a point."""
    outer = disc(lon, lat, outer_m)
    return outer.difference(disc(lon, lat, inner_m)) if inner_m > 0 else outer


def polygons(geometry: BaseGeometry) -> BaseGeometry:
    """The areal part of a geometry: intersections may also leave points and lines, which are no region.

    In normal form: with which vertex a ring begins is GEOS's chance, which differs even between two runs.
    """
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon" and part.area > 0]
    return shapely.normalize(parts[0] if len(parts) == 1 else MultiPolygon(parts))


def area_of(region: Region) -> BaseGeometry:
    """A region as polygons: a disc is drawn out, an area is itself."""
    if region.radius_m is None:
        return region.geometry
    return disc(region.geometry.x, region.geometry.y, region.radius_m)


def distances(area: BaseGeometry, lon: float, lat: float) -> tuple[float, float]:
    """The least and the greatest geodesic distance from a point to an area, in metres; to about 100 m, by its edge."""
    edge = shapely.get_coordinates(shapely.segmentize(area.boundary, 0.002))
    off = np.asarray(GEOD.inv(np.full(len(edge), lon), np.full(len(edge), lat), edge[:, 0], edge[:, 1])[2])
    return 0.0 if area.covers(Point(lon, lat)) else float(off.min()), float(off.max())


@lru_cache(maxsize=256)
def _common(own: BaseGeometry, area: BaseGeometry) -> BaseGeometry | None:
    """What two areas share; None where it is the first, whole. Accounts of one incident often ask the same again."""
    shapely.prepare(area)
    return None if own is area or area.contains(own) else polygons(own.intersection(area))


def narrow(region: Region, area: BaseGeometry, method: str) -> Region | None:
    """The part of a region that lies in an area, with the method's words added; None where nothing is left.

    A disc that lies wholly in the area stays a disc, so that its distances stay exact.
    """
    left = _common(area_of(region), area)
    if left is None:
        return replace(region, method=f"{region.method}; {method}")
    if left.is_empty:
        return None
    point = region.point if region.point and left.covers(shapely.Point(region.point)) else None
    return replace(region, geometry=left, radius_m=None, point=point, method=f"{region.method}; {method}")


#: Regions are one that differ by no more than this part of their extent, which is less than any of them is known to.
SAME = 1e-3


def same(one: Region, other: Region) -> bool:
    """Whether two regions are one but for a thousandth of their extent."""
    ours, theirs = area_of(one), area_of(other)
    if abs(ours.area - theirs.area) > SAME * ours.area:
        return False
    return ours == theirs or bool(ours.symmetric_difference(theirs).area <= SAME * ours.area)


def fineness(region: Region) -> tuple[int, float]:
    """A sort key, finest first: the level, then the extent, in square degrees of the equator."""
    area = area_of(region)
    return LEVELS.index(region.level), float(area.area * np.cos(np.radians(area.centroid.y)))


def best_reading(
    accounts: Mapping[str, Region | Unlocated], *, contradicted: Collection[str] = (), outside: Collection[str] = ()
) -> tuple[Region | Unlocated, str]:
    """What the accounts of one incident allow together, with the reason.

    Starts from the finest region, articles before outside publications of the same level, and keeps what each next account
    leaves of it. An account that would leave nothing is named, not followed; so is one that a person judged the weaker in a
    difference over the place.

    Args:
        accounts: a region per claim id.
        contradicted: claim ids whose place was judged the weaker account.
        outside: claim ids of outside publications.

    Returns:
        The region and the reason in one sentence; `Unlocated` where no account has a region.
    """
    located = {claim: r for claim, r in accounts.items() if isinstance(r, Region)}
    heard = {claim: r for claim, r in located.items() if claim not in contradicted} or located
    if not heard:
        refused = tuple(dict.fromkeys(r.reason for r in accounts.values() if isinstance(r, Unlocated)))
        return Unlocated(reason="; ".join(refused) or "no account says where", refused=refused), "no account has a region"
    fine = {claim: fineness(region) for claim, region in heard.items()}
    order = sorted(heard, key=lambda claim: (fine[claim][0], claim in outside, fine[claim][1], claim))
    first, *others = order
    region, agreeing, against = heard[first], list[str](), list[str]()
    for claim in others:
        left = narrow(region, area_of(heard[claim]), f"inside what {claim} allows")
        if left is None:
            against.append(claim)
            continue
        agreeing.append(claim)
        other = heard[claim]
        if area_of(left).area >= (1 - SAME) * area_of(region).area:
            region = replace(left, method=region.method)
        elif other.level == region.level and left.geometry.area < area_of(region).area / 2:
            # The other account is what makes it so fine: its name, and its point where that is left.
            point = other.point if other.point and left.geometry.covers(Point(other.point)) else left.point
            region = replace(left, name=other.name, point=point)
        else:
            region = left
    weaker = [claim for claim in located if claim not in heard]
    said = [f"the finest account is {first}{' (an outside publication)' if first in outside else ''}"]
    said += [f"{', '.join(agreeing)} agree{'s' if len(agreeing) == 1 else ''} with it"] if agreeing else []
    said += [f"outside it: {', '.join(against)}"] if against else []
    said += [f"judged the weaker: {', '.join(weaker)}"] if weaker else []
    parts = 0 if region.point else len(shapely.get_parts(region.geometry))
    return region, "; ".join(said + ([f"{parts} areas are possible"] if parts > 1 else []))
