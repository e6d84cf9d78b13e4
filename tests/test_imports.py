"""Imports go one way between the wings, and only through their faces."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import geomap

PACKAGE = Path(geomap.__file__).parent

#: The wings, each of which imports only from those above it.
ORDER = (
    *(
        "errors",
        "wording",
        "reading",
        "vocabulary",
        "model",
        "project",
        "language",
        "geometry",
        "border",
        "gazetteer",
        "sources",
        "articles",
        "places",
        "extract",
    ),
    *(
        "incidents",
        "evaluation",
        "intake",
        "decisions",
        "checks",
        "events",
        "tables",
        "export",
        "webmap",
        "desk",
        "pipeline",
        "cli",
    ),
)


def modules(package):
    """The modules of a package by dotted name, without the package's own: ``{"border.line": path}``."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        if parts not in (("__init__",), ("__main__",)):
            found[".".join(parts).removesuffix(".__init__")] = path
    return found


def imports(path, known):
    """What a module imports of the package: dotted names of modules, and (wing, name) for what comes from a face."""
    for node in ast.walk(parsed(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name.removeprefix("geomap."), None) for alias in node.names if alias.name.startswith("geomap."))
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and (node.module or "").split(".")[0] == "geomap":
            home = (node.module or "").removeprefix("geomap").removeprefix(".")
            for alias in node.names:
                whole = f"{home}.{alias.name}".removeprefix(".")
                listed = home in known and alias.name in face(known[home])
                yield (whole, None) if whole in known and not listed else (home, alias.name)


@cache
def parsed(text):
    """The tree of a module's text."""
    return ast.parse(text)


def face(path):
    """The names that a wing's ``__all__`` lists."""
    for node in parsed(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
            return set(ast.literal_eval(node.value))
    return set()


def wrong_imports(package):
    """Every import against the order, past a face, or of a name that a face does not list: a sentence each."""
    known = modules(package)
    problems = []
    for name, path in known.items():
        wing = name.split(".")[0]
        if wing not in ORDER:
            problems.append(f"{wing} has no place in the order")
            continue
        for home, what in imports(path, known):
            other = home.split(".")[0]
            if not other or other == wing:
                continue
            if other not in ORDER or ORDER.index(other) >= ORDER.index(wing):
                problems.append(f"{name} imports {home}, which does not stand above it")
            elif home != other:
                problems.append(f"{name} imports {home} past the face of {other}")
            elif what and known[other].name == "__init__.py" and what not in face(known[other]):
                problems.append(f"{name} imports {what}, which is not on the face of {other}")
    return problems


def circles(package):
    """Modules that import one another, a list of names for each circle; what is imported inside functions counts too."""
    known = modules(package)
    edges = {name: {home for home, _ in imports(path, known) if home in known} - {name} for name, path in known.items()}
    found, done = [], set()

    def walk(name, way):
        if name in way:
            found.append(way[way.index(name) :])
        elif name not in done:
            for other in sorted(edges[name]):
                walk(other, [*way, name])
            done.add(name)

    for name in known:
        walk(name, [])
    return found


def too_long(package):
    """Modules of more than 400 lines and functions of more than 60, unless their docstring says why they are long."""
    for name, path in modules(package).items():
        text = path.read_text(encoding="utf-8")
        if len(text.splitlines()) > 400:
            yield f"{name} has {len(text.splitlines())} lines"
        for node in ast.walk(parsed(text)):
            if isinstance(node, ast.FunctionDef):
                lines = (node.end_lineno or 0) - node.lineno + 1
                if lines > 60 and "One long function" not in (ast.get_docstring(node) or ""):
                    yield f"{name}.{node.name} has {lines} lines"


def test_there_are_modules_to_look_at():
    assert len(modules(PACKAGE)) > 40


def test_wings_import_from_those_above_them_through_their_faces():
    assert wrong_imports(PACKAGE) == []


def test_what_a_build_loads_has_no_rules_of_reading_texts():
    # They are hundreds of patterns, and to make them ready takes as long as everything else that a build loads.
    said = "import sys; from geomap import export, pipeline, webmap; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True).stdout.split()

    assert "geomap.pipeline" in loaded
    assert {"geomap.extract", "geomap.decisions", "geomap.intake", "geomap.events"}.isdisjoint(loaded)


def test_no_modules_import_one_another():
    assert circles(PACKAGE) == []


def test_no_module_and_no_function_is_too_long():
    assert list(too_long(PACKAGE)) == []


@pytest.mark.parametrize(
    "file", sorted(p for p in PACKAGE.rglob("*") if p.suffix in (".js", ".css", ".html")), ids=lambda p: p.name
)
def test_no_script_or_stylesheet_of_the_page_is_too_long(file):
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize(
    ("file", "planted", "said"),
    [
        ("language/days.py", "from geomap.gazetteer import Gazetteer", "does not stand above it"),
        ("tables/__init__.py", "def f():\n    from geomap.export import FORMATS", "does not stand above it"),
        ("places/statements.py", "from geomap.gazetteer.spelling import folded", "past the face"),
        ("places/statements.py", "import geomap.gazetteer.spelling", "past the face"),
        ("places/statements.py", "from geomap.gazetteer import _digit", "not on the face"),
        ("attic.py", "import os", "no place in the order"),
    ],
)
def test_a_planted_import_is_seen(file, planted, said, tmp_path):
    package = copied(tmp_path)
    path = package / file
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + f"\n{planted}\n", encoding="utf-8")

    assert any(said in problem for problem in wrong_imports(package))


def test_a_planted_circle_is_seen(tmp_path):
    package = copied(tmp_path)
    with (package / "language/numbers.py").open("a", encoding="utf-8") as file:
        file.write("\ndef f():\n    from geomap.language.days import resolve\n")

    assert circles(package)


def copied(folder):
    """A copy of the package's modules."""
    for path in PACKAGE.rglob("*.py"):
        copy = folder / "geomap" / path.relative_to(PACKAGE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    return folder / "geomap"
