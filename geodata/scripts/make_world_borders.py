"""Make ``borders/world.fgb.zip``: the land borders of all pairs of countries, from OpenStreetMap's outlines at 10 m.

The outlines include the territorial sea, and they meet within rivers and lakes. A border is every edge with one country on its
left and another on its right, merged, directed so that ``a`` lies on its left and ``b`` on its right (ISO 3166 alpha-3 codes,
in the order of the alphabet), and cut at the sea. Where the outlines of two neighbours differ by at most ``DOUBT_M``, the one
with more vertices is the line, and ``weak`` says so. Where they differ by more, the land between them is in dispute, and there
is a gap. ``gaps`` lists those, and the stretches of sea between two stretches of land.

The FlatGeobuf file is zipped, which halves it; GDAL, and so geopandas and QGIS, open it as it is.

Run ``python geodata/scripts/make_world_borders.py`` with the packages of ``requirements.txt`` and with geomap.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import packages
import pyogrio
import shapely
from shapely.geometry import LineString, MultiLineString, MultiPolygon, shape

from geomap.border import Border
from geomap.border.length import deviations
from geomap.geometry import length_of

OUT = Path(__file__).parents[1] / "borders" / "world.fgb.zip"
STEP = 1e-5  # degrees: the packages' grid
ROW = 40_000_000  # more than there are steps in a circle of latitude: a point is one whole number, row after row
SIMPLIFIED_M = 15.0  # Douglas and Peucker's tolerance
TOLERANCE_M = 25.0  # with the 10 m of the package
DOUBT_M = 7_000.0  # two outlines that lie farther apart are a dispute, nearer ones are two drawings of one line
INLET_M = 1_000.0  # a line goes on over an arm of the sea up to this long

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Edge = tuple[int, int]


def numbered(points: Floats) -> Ints:
    """Points in lon/lat as whole numbers."""
    lon, lat = np.rint(points.T / STEP).astype(np.int64)
    return np.asarray((lat + ROW // 4) * ROW + lon + ROW // 2)


def degrees(points: npt.ArrayLike) -> Floats:
    """Numbered points as lon/lat, on their last axis."""
    points = np.asarray(points)
    return np.round(np.stack([points % ROW - ROW // 2, points // ROW - ROW // 4], axis=-1) * STEP, 5)


def metres(points: npt.ArrayLike) -> float:
    """The length of a line of numbered points."""
    return length_of(degrees(points))


def edges(number: int, area: shapely.Geometry) -> Ints:
    """The edges of a country's rings, the country on their left: shape (n, 3), start, end and the country's number.

    The package writes a hole as one more outline: a ring within an odd number of others is a hole.
    """
    rings = [ring for part in shapely.get_parts(area) for ring in (part.exterior, *part.interiors)]
    filled = shapely.polygons(rings)
    inner, outer = shapely.STRtree(filled).query(shapely.point_on_surface(filled), predicate="within")
    depth = np.bincount(inner[inner != outer], minlength=len(rings))
    found = []
    for ring, deep in zip(rings, depth, strict=True):
        points = numbered(shapely.get_coordinates(ring))
        points = points[::-1] if ring.is_ccw == bool(deep % 2) else points
        found.append(np.column_stack([points[:-1], points[1:], np.full(len(points) - 1, number)]))
    segments: Ints = np.concatenate(found)
    kept: Ints = segments[segments[:, 0] != segments[:, 1]]
    return kept


def cut(segments: Ints, sea: MultiPolygon) -> tuple[Ints, set[Edge]]:
    """The edges cut where they cross the coast, and those of them that lie in the sea, in either direction."""
    low, high = segments[:, :2].min(axis=1), segments[:, :2].max(axis=1)
    both, of = np.unique(np.column_stack([low, high]), axis=0, return_inverse=True)
    lines = shapely.linestrings(degrees(both))
    coast = np.concatenate(
        [shapely.linestrings(np.stack([c[:-1], c[1:]], 1)) for c in map(shapely.get_coordinates, rings_of(sea))]
    )
    across, at = shapely.STRtree(coast).query(lines, predicate="intersects")
    points, edge = shapely.get_coordinates(shapely.intersection(lines[across], coast[at]), return_index=True)
    stops: dict[int, set[int]] = defaultdict(set)
    for k, point in zip(across[edge].tolist(), numbered(points).tolist(), strict=True):
        stops[k].add(point)
    pieces: list[list[int]] = both.tolist()
    for k, new in stops.items():
        start, end = both[k].tolist()
        order = np.array(sorted(new - {start, end}), dtype=np.int64)
        order = order[np.argsort(np.abs(degrees(order) - degrees(start)).sum(axis=1), kind="stable")]
        pieces[k] = [start, *order.tolist(), end]
    steps = [pair for piece in pieces for pair in pairwise(piece)]
    middle = degrees(np.array(steps)).mean(axis=1)
    shapely.prepare(sea)
    wet = {
        edge
        for step, is_wet in zip(steps, shapely.intersects_xy(sea, *middle.T), strict=True)
        if is_wet
        for edge in (step, step[::-1])
    }
    whole = ~np.isin(of, list(stops))
    found = [segments[whole]]
    for start, _, number, k in np.column_stack([segments, of])[~whole].tolist():
        piece = pieces[k] if pieces[k][0] == start else pieces[k][::-1]
        found.append(np.array([(*step, number) for step in pairwise(piece)]).reshape(-1, 3))
    return np.concatenate(found), wet


def rings_of(area: MultiPolygon) -> Iterator[shapely.Geometry]:
    """The rings of an area."""
    for part in area.geoms:
        yield from (part.exterior, *part.interiors)


def chains(steps: Iterable[Edge]) -> list[list[int]]:
    """Edges merged to lines of numbered points, each in the edges' own direction, in one order."""
    merged = shapely.line_merge(MultiLineString(list(degrees(np.array(sorted(steps))))), directed=True)
    return sorted(numbered(shapely.get_coordinates(part)).tolist() for part in shapely.get_parts(merged))


def runs(chain: list[int], wet: set[Edge]) -> list[tuple[bool, list[int]]]:
    """A line as its stretches in the sea (True) and on land (False), in order."""
    found: list[tuple[bool, list[int]]] = []
    for step in pairwise(chain):
        if found and found[-1][0] == (step in wet):
            found[-1][1].append(step[1])
        else:
            found.append((step in wet, list(step)))
    if len(found) > 1 and chain[0] == chain[-1] and found[0][0] == found[-1][0]:  # a ring begins anywhere
        found[0] = (found[0][0], found.pop()[1] + found[0][1][1:])
    return found


@dataclass
class Pair:
    """What is found of a pair: its edges with the first country on the left; gaps; stretches that are in doubt, metres."""

    steps: set[Edge]
    gaps: list[dict[str, Any]]
    doubt: list[tuple[float, float]]  # length and how far apart
    stops: set[int]  # where the line stops at a gap

    def gap(self, chain: list[int], length_m: float, why: str) -> None:
        """Note a gap between two points."""
        start, end = degrees([chain[0], chain[-1]]).tolist()
        self.stops |= {chain[0], chain[-1]}
        self.gaps.append({"start": start, "end": end, "km": round(length_m / 1000, 1), "why": why})


def shared(segments: Ints, pairs: dict[tuple[int, int], Pair]) -> dict[int, list[Edge]]:
    """Give the pairs their edges; what is left: edges with one country on one side and none on the other, by country."""
    left: dict[Edge, list[int]] = defaultdict(list)
    for start, end, number in segments.tolist():
        left[start, end].append(number)
    alone = defaultdict(list)
    for (start, end), here in left.items():
        there = left.get((end, start), [])
        for a, b in product(here, there):
            if a < b:
                pairs[a, b].steps.add((start, end))
        if len(here) == 1 and not there:
            alone[here[0]].append((start, end))
    return alone


def apart(one: list[int], other: list[int]) -> float:
    """How far apart two lines lie at most, metres."""
    far = 0.0
    for here, there in ((one, other), (other, one)):
        points = shapely.get_coordinates(shapely.segmentize(LineString(degrees(here)), 0.005))
        far = max(far, float(Border("", [degrees(there)], countries=("", "")).measure(*points.T).distance_m.max()))
    return far


def doubles(alone: dict[int, list[Edge]], wet: set[Edge]) -> Iterator[tuple[int, int, list[int], list[int]]]:
    """Stretches of land where two countries' outlines run beside each other: a, b, and both lines as a has its own."""
    land = [
        (number, run)
        for number in sorted(alone)
        for chain in chains(alone[number])
        for at_sea, run in runs(chain, wet)
        if not at_sea
    ]
    for near in (0.0, DOUBT_M):  # those that meet at both ends first
        starts, ends = (degrees([run[at] for _, run in land]) for at in (0, -1))
        rest = set(range(len(land)))
        for k, (a, one) in enumerate(land):
            if k not in rest or (near and metres(one) < DOUBT_M):
                continue
            off = [
                np.hypot(*((p - q) * (np.cos(np.radians(q[1])), 1)).T) * 111_200
                for p, q in ((ends, starts[k]), (starts, ends[k]))
            ]
            for m in np.flatnonzero(np.maximum(*off) <= near).tolist():
                b, other = land[m]
                if m in rest and a < b and not (near and (metres(other) < DOUBT_M or apart(one, other) > DOUBT_M)):
                    rest -= {k, m}
                    yield a, b, one, other[::-1]
                    break
        land = [land[k] for k in sorted(rest)]


def near(point: int, points: Ints) -> bool:
    """Whether one of some points lies within ``DOUBT_M`` of a point."""
    lon, lat = degrees(point)
    x, y = degrees(points).T
    return bool((np.hypot((x - lon) * np.cos(np.radians(lat)), y - lat) * 111_200 < DOUBT_M).any())


def note_loose_ends(pair: Pair, lines: list[list[int]], key: tuple[int, int], segments: Ints, coast: Ints) -> None:
    """Note a gap from each end of a pair's line that is at no gap yet, and not near the sea or a third country.

    It reaches to the nearest point where the border must go on: another such end, or a corner of these two and a third country.
    """
    starts, ends = ({line[at] for line in lines if line[0] != line[-1]} for at in (0, -1))
    third = segments[~np.isin(segments[:, 2], key), 0]
    loose = [end for end in sorted((starts ^ ends) - pair.stops) if not near(end, coast) and not near(end, third)]
    if loose:
        a, b = (segments[segments[:, 2] == number, 0] for number in key)
        corners = np.intersect1d(np.intersect1d(a, b), third).tolist()
    while loose:
        end = loose.pop()
        goal = min(loose + corners, key=lambda point: metres([end, point]))
        loose = [other for other in loose if other != goal]
        pair.gap([end, goal], metres([end, goal]), "the outlines of the two countries do not meet")


def on_land(pair: Pair, wet: set[Edge]) -> list[list[int]]:
    """A pair's line cut at the sea, but for arms of up to ``INLET_M``; the gap at each wider one is noted."""
    lines: list[list[int]] = []
    for chain in chains(pair.steps):
        stretches = runs(chain, wet)
        for k, (at_sea, run) in enumerate(stretches):
            goes_on = bool(k and lines and lines[-1][-1] == run[0])
            inner = 0 < k < len(stretches) - 1
            if at_sea and inner and metres(run) > INLET_M:
                pair.gap(run, metres(run), "sea")
            elif goes_on and (inner or not at_sea):
                lines[-1] += run[1:]
            elif not at_sea:
                lines.append(list(run))
    return lines


def row(codes: list[str], key: tuple[int, int], pair: Pair, lines: list[list[int]]) -> dict[str, Any]:
    """A pair's record."""
    kept = [part[deviations(part) > SIMPLIFIED_M] for part in map(degrees, lines)]
    length, most = sum(m for m, _ in pair.doubt) / 1000, max((far for _, far in pair.doubt), default=0.0)
    weak = f"The two countries' outlines differ on {max(length, 1):,.0f} km, by up to {most:,.0f} m; the finer one is the line."
    return {
        "a": codes[key[0]],
        "b": codes[key[1]],
        "left": codes[key[0]],
        "km": round(sum(map(length_of, kept)) / 1000, 1),
        "tolerance_m": TOLERANCE_M,
        "gaps": json.dumps(sorted(pair.gaps, key=lambda gap: (-gap["km"], gap["start"]))),
        "weak": weak if pair.doubt else "",
        "geometry": MultiLineString(sorted(part.tolist() for part in kept)),
    }


def main() -> None:
    """Write the file and say what it holds."""
    features = packages.read_npm_json(packages.COUNTRIES_MARITIME, "map.geo.json")["features"]
    seas = packages.read_npm_json(packages.SEAS, "map.geo.json")["geometries"]
    sea = MultiPolygon([part for area in seas for part in shapely.get_parts(shape(area))])
    codes = sorted(f["properties"]["A3"] for f in features)
    outlines = np.concatenate([edges(codes.index(f["properties"]["A3"]), shape(f["geometry"])) for f in features])
    segments, wet = cut(outlines, sea)
    pairs: dict[tuple[int, int], Pair] = defaultdict(lambda: Pair(set(), [], [], set()))
    alone = shared(segments, pairs)
    for a, b, one, other in doubles(alone, wet):
        far = apart(one, other)
        if far > DOUBT_M:
            pairs[a, b].gap(
                one, min(metres(one), metres(other)), f"the outlines of the two countries differ by up to {far / 1000:,.0f} km"
            )
            continue
        pairs[a, b].steps |= set(zip(finer := max(one, other, key=len), finer[1:], strict=False))
        if far > TOLERANCE_M:
            pairs[a, b].doubt.append((metres(finer), far))
    coast = np.unique(np.array(list(wet)))
    rows = []
    for key, pair in sorted(pairs.items()):
        if lines := on_land(pair, wet):
            note_loose_ends(pair, lines, key, segments, coast)
            rows.append(row(codes, key, pair, lines))
    table = gpd.GeoDataFrame(rows, crs="EPSG:4326")
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / OUT.stem
        pyogrio.write_dataframe(
            table, plain, driver="FlatGeobuf", geometry_type="MultiLineString", promote_to_multi=True, SPATIAL_INDEX="NO"
        )
        with zipfile.ZipFile(OUT, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
            # A ZipInfo of its own has a fixed date, not today's.
            packed.writestr(zipfile.ZipInfo(OUT.stem), plain.read_bytes(), zipfile.ZIP_DEFLATED, compresslevel=9)
    print(f"{OUT.name}: {len(table)} pairs, {OUT.stat().st_size} bytes, sha256 {hashlib.sha256(OUT.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
