"""Imports go one way, as the picture in the design has it."""

import ast
from pathlib import Path

import pytest

import geomap

PACKAGE = Path(geomap.__file__).parent

#: Each room's step in the flow. A room imports only rooms of earlier steps, and the ones named beside it.
STEPS = {
    "errors": 0,
    "model": 1,
    "geodata": 2,
    "words": 3,
    "symbols": 3,
    "articles": 4,
    "corrections": 4,
    "gazetteer": 4,
    "phrases": 4,
    "statements": 4,
    "extract": 4,
    "regions": 4,
    "places": 4,
    "incidents": 4,
    "border": 4,
    "checks": 5,
    "locate": 5,
    "layers": 6,
    "export": 7,
    "webmap": 7,
    "pipeline": 8,
    "cli": 9,
}
BESIDE = {
    "corrections": {"regions"},
    "phrases": {"gazetteer"},
    "statements": {"gazetteer", "regions"},
    "places": {"gazetteer", "regions", "statements"},
}


def _room(path):
    name = path.relative_to(PACKAGE).with_suffix("").parts[0]
    return "border" if name.startswith("_") else name  # what begins with an underscore is the border's own


def _imports(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            if node.module == "geomap":
                yield from (alias.name for alias in node.names)
            elif node.module.startswith("geomap."):
                yield node.module.split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("geomap."))


FILES = sorted(p for p in PACKAGE.rglob("*.py") if p.name not in ("__init__.py", "__main__.py") or p.parent != PACKAGE)


def test_there_are_rooms_to_look_at():
    assert len(FILES) > 10


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_rooms_of_earlier_steps(path):
    room = _room(path)
    wrong = {
        other
        for other in _imports(path)
        if other in STEPS and other != room and STEPS[other] >= STEPS[room] and other not in BESIDE.get(room, ())
    }

    assert not wrong, f"{room} imports {wrong}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_every_room_has_a_step(path):
    assert _room(path) in STEPS
