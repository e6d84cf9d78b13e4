"""The line that two areas share, also where one of them has a vertex that the other lacks.

Edges are straight in the coordinates of their file. Vertices and edges of the two areas that lie within `SAME_M` metres of each
other are the same. What is near the other area but has no partner there is named, not guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geomap.border.capsules import Tree
from geomap.border.search import nearest
from geomap.border.segments import Pieces
from geomap.geometry import Floats, Ints, inverse, length_of

#: A vertex of one area that is no farther than this from a vertex or an edge of the other is one of it, metres.
SAME_M = 1.0

#: An edge without a partner should have had one where it stays within this of the other area, metres; or within this share of
#: the way between the two common vertices that it lies between.
NEAR_M, NEAR_SHARE = 5_000.0, 0.1

#: So many stretches without a partner are named, the longest first.
NAMED = 5

Flags: TypeAlias = npt.NDArray[np.bool_]
ToDegrees: TypeAlias = Callable[[Floats], Floats]  # points of shape (n, 2) in the file's coordinates → lon and lat


def shared_edge(first: BaseGeometry, second: BaseGeometry, to_degrees: ToDegrees) -> tuple[list[Floats], str | None]:
    """The line that two areas share, the first on its left.

    Args:
        first: a (multi)polygon.
        second: another one.
        to_degrees: brings the file's coordinates to lon and lat.

    Returns:
        The line's parts in the file's coordinates, none where nothing is shared, and a sentence on what has no partner. A
        vertex that only one area has is left out where the line without it stays within `SAME_M`.
    """
    a, b = _rings(first), _rings(second)
    scale = _scale(np.vstack(a), to_degrees)
    b = [_snapped(ring, np.vstack(a), scale) for ring in b]
    own_a, own_b = np.unique(np.vstack(a), axis=0), np.unique(np.vstack(b), axis=0)
    a, b = [_split(ring, own_b, scale) for ring in a], [_split(ring, own_a, scale) for ring in b]
    back = {(end, start) for ring in b for start, end in _edges(ring)}
    shared = [np.array([edge in back for edge in _edges(ring)]) for ring in a]
    edges = [edge for ring, found in zip(a, shared, strict=True) for edge, is_ in zip(_edges(ring), found, strict=True) if is_]
    if not edges:
        return [], None
    both = set(map(tuple, own_a.tolist())) & set(map(tuple, own_b.tolist()))
    merged = shapely.get_parts(shapely.line_merge(shapely.MultiLineString(edges), directed=True))
    parts = [_without_needless(shapely.get_coordinates(line), both, scale) for line in merged]
    vertices = {vertex for ring in b for vertex, _ in _edges(ring)}
    common = [np.array([vertex in vertices for vertex, _ in _edges(ring)]) for ring in a]
    return parts, _unmatched([to_degrees(ring) for ring in a], shared, common, [to_degrees(ring) for ring in b])


def _rings(area: BaseGeometry) -> list[Floats]:
    """The rings of an area, the area on their left, without doubled vertices; the last vertex is the first."""
    parts = [shapely.geometry.polygon.orient(part) for part in shapely.get_parts(area)]
    rings = [shapely.get_coordinates(ring) for part in parts for ring in (part.exterior, *part.interiors)]
    return [_undoubled(ring) for ring in rings]


def _undoubled(line: Floats) -> Floats:
    return np.asarray(line[np.append(True, np.any(line[1:] != line[:-1], axis=1))])


def _edges(ring: Floats) -> Iterable[tuple[tuple[float, float], tuple[float, float]]]:
    return pairwise((x, y) for x, y in ring.tolist())


def _scale(extent: Floats, to_degrees: ToDegrees) -> Callable[[Floats], Floats]:
    """A function that says how many metres a unit of the file's coordinates is, along both axes, at points of shape (n, 2)."""
    low, high = extent.min(axis=0), extent.max(axis=0)
    step = float((high - low).max()) * 1e-6

    def scale(points: Floats) -> Floats:
        inward = np.where(points > (low + high) / 2, -step, step)  # never over a pole
        at = to_degrees(points)
        metres = []
        for axis in (0, 1):
            moved = points.copy()
            moved[:, axis] += inward[:, axis]
            metres.append(inverse(*at.T, *to_degrees(moved).T)[1] / step)
        return np.maximum(np.column_stack(metres), 1e-6)

    return scale


def _pairs(points: Floats, shapes: Sequence[BaseGeometry], scale: Callable[[Floats], Floats]) -> tuple[Ints, Ints]:
    """Which points may lie within `SAME_M` of which shapes, by their numbers."""
    reach = 1.1 * SAME_M / scale(points)
    boxes = shapely.box(*(points - reach).T, *(points + reach).T)
    point, shape = shapely.STRtree(shapes).query(boxes, predicate="intersects")
    return point, shape


def _snapped(ring: Floats, onto: Floats, scale: Callable[[Floats], Floats]) -> Floats:
    """A ring whose vertices are moved to the nearest of others that is within `SAME_M`."""
    point, other = _pairs(ring, shapely.points(onto), scale)
    away = np.linalg.norm((onto[other] - ring[point]) * scale(ring[point]), axis=1)
    order = np.lexsort((away, point))
    order = order[away[order] <= SAME_M]
    first = order[np.append(True, np.diff(point[order]) > 0)[: len(order)]]
    moved = ring.copy()
    moved[point[first]] = onto[other[first]]
    return _undoubled(moved)


def _split(ring: Floats, vertices: Floats, scale: Callable[[Floats], Floats]) -> Floats:
    """A ring with those of other vertices in it that lie on its edges, within `SAME_M`."""
    point, edge = _pairs(vertices, shapely.linestrings(np.stack([ring[:-1], ring[1:]], axis=1)), scale)
    at = vertices[point]
    metres = scale(at)
    start, end = (ring[edge] - at) * metres, (ring[edge + 1] - at) * metres
    along = end - start
    share = -(start * along).sum(axis=1) / (along**2).sum(axis=1)
    away = np.linalg.norm(start + share[:, None] * along, axis=1)
    is_end = np.all(at == ring[edge], axis=1) | np.all(at == ring[edge + 1], axis=1)
    on = np.flatnonzero((away <= SAME_M) & (share > 0) & (share < 1) & ~is_end)
    on = on[np.lexsort((share[on], edge[on]))]
    return _undoubled(np.insert(ring, edge[on] + 1, at[on], axis=0))


def _without_needless(line: Floats, both: set[tuple[float, ...]], scale: Callable[[Floats], Floats]) -> Floats:
    """A line without the vertices that only one area has and that add nothing: it stays within `SAME_M` without them."""
    fixed = [k for k, vertex in enumerate(line.tolist()) if tuple(vertex) in both or k in (0, len(line) - 1)]
    kept = [line[:1]]
    for begin, end in pairwise(fixed):
        run = line[begin : end + 1]
        if len(run) > 2:
            metres = scale(run.mean(axis=0, keepdims=True))
            run = shapely.get_coordinates(shapely.simplify(shapely.linestrings(run * metres), SAME_M)) / metres
            run[-1] = line[end]
        kept.append(run[1:])
    return np.vstack(kept)


def _unmatched(
    rings: Sequence[Floats], shared: Sequence[Flags], common: Sequence[Flags], others: Sequence[Floats]
) -> str | None:
    """A sentence on edges, in degrees, that stay near the other area between shared vertices, and have no partner there."""
    tree = Tree(Pieces.of(others))
    found = [
        stretch
        for ring, is_shared, is_common in zip(rings, shared, common, strict=True)
        if is_shared.any() and not is_shared.all()
        for stretch in _stretches(ring, is_shared, is_common, tree)
    ]
    if not found:
        return None
    found.sort(key=length_of, reverse=True)
    named = [f"{length_of(s) / 1000:.1f} km from {_at(s[0])} to {_at(s[-1])}" for s in found[:NAMED]]
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    total = sum(map(length_of, found)) / 1000
    return (
        f"{total:.1f} km of the first area's edge have no partner within {SAME_M:g} m in the second, which is near, and are "
        f"left out: {', '.join(named)}{more} (lon lat); distances there are too long."
    )


def _stretches(ring: Floats, shared: Flags, common: Flags, tree: Tree) -> list[Floats]:
    """The stretches of a ring's unshared edges that stay near the other area.

    Args:
        ring: n + 1 vertices, degrees, the last of which is the first.
        shared: which of the n edges the other area has, one at least.
        common: which of the n first vertices the other area has.
        tree: the other area's edges.
    """
    count = len(shared)
    begin = int(np.flatnonzero(shared)[0])  # so that no run goes over the ring's end
    ring, shared, common = np.vstack([ring[begin:-1], ring[: begin + 1]]), np.roll(shared, -begin), np.roll(common, -begin)
    points = np.vstack([ring, (ring[:-1] + ring[1:]) / 2])
    away = nearest(tree, *points.T.copy(), fast=False)[0]
    away = np.maximum.reduce([away[:count], away[1 : count + 1], away[count + 1 :]])
    cuts = [[b, *(np.flatnonzero(common[b + 1 : e]) + b + 1).tolist(), e] for b, e in _runs(~shared)]
    runs = [run for cut in cuts for run in pairwise(cut)]
    lengths = [length_of(ring[b : e + 1]) for b, e in runs]
    lost = np.full(count, False)
    for (b, e), length in zip(runs, lengths, strict=True):
        near = away[b:e] <= max(NEAR_M, NEAR_SHARE * length)
        # The area's far side, its longest run, is no part of the line, though it is near beside the line's ends.
        lost[b:e] = near if length < max(lengths) or near.all() else False
    return [ring[b : e + 1] for b, e in _runs(lost)]


def _runs(flags: Flags) -> list[tuple[int, int]]:
    """Where flags are set without a break: the first of each run and one past its last."""
    steps = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]]).astype(int)))
    return [(int(first), int(end)) for first, end in steps.reshape(-1, 2)]


def _at(point: Floats) -> str:
    return f"{point[0]:.4f} {point[1]:.4f}"
