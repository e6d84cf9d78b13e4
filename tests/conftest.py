"""What the tests share: where things that are not in the repository lie, and that they may not be missing in CI."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest
from browsing import CHROMIUM
from hypothesis import settings

# Machines are shared and noisy: how long an example took says nothing here. The same examples every time, so that a red run
# speaks of the change it ran on; `pytest --hypothesis-profile=search` looks for new ones.
settings.register_profile("search", deadline=None)
settings.register_profile("geomap", deadline=None, derandomize=True)
settings.load_profile("geomap")

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_collection_modifyitems(items):
    """Mark what opens a page in a browser."""
    for item in items:
        if not {"browser", "firefox"}.isdisjoint(item.fixturenames):
            item.add_marker("browser")


def needed(there, reason):
    """Skip with a reason where something outside the repository is missing; fail where nothing may be."""
    if there:
        return
    if os.environ.get("GEOMAP_REQUIRE_ALL") == "1":
        pytest.fail(f"GEOMAP_REQUIRE_ALL is set, but {reason}")
    pytest.skip(reason, allow_module_level=True)


def needs(*modules):
    """Skip with a reason where packages of an extra are missing; fail where nothing may be."""
    missing = [module for module in modules if find_spec(module) is None]
    needed(not missing, f"{' and '.join(missing)} not installed")


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A copy of the data files that is read instead of them."""
    from geomap import project

    folder = tmp_path / "geodata"
    shutil.copytree(project.root(), folder, ignore=shutil.ignore_patterns("scripts"))
    read_from(monkeypatch, folder)
    return folder


def change(file, old, new, times=1):
    """Write some words of a file otherwise, which must be there; -1 for all of them."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, times), encoding="utf-8")


def without_note(said):
    """What a verb says, but for the line that names the story's folder."""
    return "".join(line for line in said.splitlines(keepends=True) if not line.startswith("story: "))


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Have no file grow beyond a size in bytes, as on a full disk."""
    import resource  # which Windows does not have
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


def read_from(monkeypatch, folder):
    """Have the data files read from another folder."""
    for module in ("", ".files", ".story"):
        monkeypatch.setattr(f"geomap.project{module}.root", lambda: folder)
    for module in ("", ".story"):
        monkeypatch.setattr(f"geomap.project{module}.find_story", lambda start=None: folder)


@pytest.fixture(scope="session")
def shared():
    """The folder with the articles and the facts."""
    needed((SHARED / "articles").is_dir(), "the articles' texts are not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def story():
    """The story that the shipped data tells."""
    from geomap import pipeline

    return pipeline.analyse(pipeline.read_inputs())


@pytest.fixture(scope="session")
def tables(story):
    """The published tables of the shipped data."""
    from geomap import pipeline

    return pipeline.tables(story)


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """A folder with everything that `geomap build` writes."""
    from geomap import pipeline

    out = tmp_path_factory.mktemp("build") / "output"
    pipeline.build(out)
    return out


@pytest.fixture(scope="session")
def readme():
    """The README's text."""
    return (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def browser():
    """Chromium, or a skip that says what is missing."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        sync_playwright = None
    needed(sync_playwright, "playwright is not installed")
    needed(CHROMIUM, "there is no chromium on this machine")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def axe():
    """The script of axe-core, from `GEOMAP_AXE` or from the checkout's node_modules."""
    places = [os.environ.get("GEOMAP_AXE", ""), str(Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js")]
    found = [Path(place) for place in places if place and Path(place).is_file()]
    needed(found, "axe-core is not here: npm install axe-core, or set GEOMAP_AXE to its axe.min.js")
    return found[0].read_text(encoding="utf-8")
