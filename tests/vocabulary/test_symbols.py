"""Symbols can be told apart: by their colour, without colour vision, and by their shape alone."""

from itertools import combinations

import numpy as np
import pytest
import shapely

from geomap import project
from geomap.model import UNKNOWN, Side
from geomap.vocabulary.events import EVENT_TYPES, symbol_of
from geomap.vocabulary.spatial import LEVELS
from geomap.vocabulary.symbols import GROUND, RINGS, SHAPES, SIDE_COLOURS, radius_px

#: The sides of the shipped story, and those that get the colours of our own.
OWN = {str(k): Side(name=str(k), light=colour.light, dark=colour.dark) for k, colour in enumerate(SIDE_COLOURS)}
SIDES = {**project.example().side_of, "Unknown": UNKNOWN}

#: Machado, Oliveira and Fernandes (2009), severity 1: what linear light becomes for each kind of colour vision.
VISIONS = {
    "all": np.eye(3),
    "no red": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "no green": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "no blue": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
#: OKLab (Ottosson 2020): linear light to cone responses, and their cube roots to lightness and two colour axes.
CONES = [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
         [0.0883024619, 0.2817188376, 0.6299787005]]  # fmt: skip
AXES = [[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660]]  # fmt: skip


def linear(colour):
    c = np.array([int(colour[k : k + 2], 16) for k in (1, 3, 5)]) / 255
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def contrast(one, other):
    low, high = sorted(linear(c) @ [0.2126, 0.7152, 0.0722] for c in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(colour, vision):
    seen = np.clip(np.array(VISIONS[vision]) @ linear(colour), 0, 1)
    return np.array(AXES) @ np.cbrt(np.array(CONES) @ seen)


@pytest.mark.parametrize("sides", [SIDES, OWN])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_side_has_a_contrast_of_three_to_its_ground(theme, sides):
    ground = getattr(GROUND, theme)
    assert {side: c for side, colour in sides.items() if (c := contrast(getattr(colour, theme), ground)) < 3} == {}


@pytest.mark.parametrize("vision", list(VISIONS))
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_sides_stay_apart_for_every_colour_vision(theme, vision):
    colours = {side: lab(getattr(colour, theme), vision) for side, colour in SIDES.items()}
    apart = {pair: np.linalg.norm(colours[pair[0]] - colours[pair[1]]) for pair in combinations(colours, 2)}
    assert {pair: d for pair, d in apart.items() if d < 0.08} == {}


def test_every_kind_has_a_shape_that_no_other_covers():
    assert set(SHAPES) == {symbol_of(name) for name in EVENT_TYPES}
    areas = {
        kind: shapely.Polygon(shape.corners) if shape.corners else shapely.Point(0, 0).buffer(1)
        for kind, shape in SHAPES.items()
    }
    for area in areas.values():
        assert area.is_valid
        assert np.hypot(*shapely.get_coordinates(area).T).max() == pytest.approx(1, abs=2e-3)
    same = {
        pair
        for pair in combinations(areas, 2)
        if areas[pair[0]].intersection(areas[pair[1]]).area > 0.85 * areas[pair[0]].union(areas[pair[1]]).area
    }
    assert same == set()


def test_only_what_may_have_a_pin_has_a_ring():
    assert set(RINGS) == set(LEVELS) - {"province", "country"}
    assert len({(ring.radius, ring.dashes) for ring in RINGS.values()}) == len(RINGS)


def test_a_symbol_grows_with_the_dead_and_never_more_than_twofold():
    sizes = [radius_px(killed) for killed in (None, 0, 1, 10, 100, 10**9)]
    assert sizes == sorted(sizes)
    assert (sizes[0], sizes[-1]) == (6, 12)
