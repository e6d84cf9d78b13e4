"""What the tests of the page share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Visit
from conftest import needed
from firefox import FIREFOX, Firefox


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    """Open HTML as the only file of an empty folder."""
    open_now: list[Visit] = []

    def opening(html: str, link: str = "", **context: Any) -> Visit:
        file = tmp_path / f"alone{len(open_now)}" / "map.html"
        file.parent.mkdir()
        file.write_text(html, encoding="utf-8", newline="\n")
        open_now.append(Visit(browser, file, link, **context))
        return open_now[-1]

    yield opening
    for one in open_now:
        one.context.close()


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Firefox, or a skip that says that it is missing."""
    needed(FIREFOX, "there is no firefox on this machine")
    running = Firefox(tmp_path_factory.mktemp("firefox"))
    yield running
    running.close()
