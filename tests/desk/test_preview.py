"""What is shown of a page that is made anew after each saving of a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import needs

from geomap.errors import DataError

needs("starlette", "uvicorn")
from geomap.desk.preview import Preview  # noqa: E402


def shown_of(file: Path, *makes: Callable[[], str]) -> tuple[list[tuple[str, str]], list[str]]:
    """What is shown, pages with problems, and what is told; the file is saved whenever something is told."""
    shown: list[tuple[str, str]] = []
    told: list[str] = []
    ahead = iter((*makes, lambda: pytest.fail("the end")))

    def make() -> str:
        return next(ahead)()

    file.write_text("")

    def tell(line: str) -> None:
        told.append(line)
        save(file)

    preview = Preview(make=make, files=lambda: [file], in_words=str, tell=tell)
    with pytest.raises(pytest.fail.Exception, match="the end"):
        preview.run(lambda one: shown.append((one.page.decode(), one.problems)))
    return shown, told


def save(file: Path) -> None:
    file.write_text(file.read_text() + "saved ")


def failing(error: Exception) -> Callable[[], str]:
    def make() -> str:
        raise error

    return make


def test_a_problem_stands_above_the_last_good_page_and_goes_with_its_mend(tmp_path):
    wrong = failing(DataError("a.toml: wrong", "b.toml: wrong"))
    shown, told = shown_of(tmp_path / "a", wrong, lambda: "one", wrong, lambda: "one", lambda: "two")

    both = "a.toml: wrong\nb.toml: wrong"
    assert shown == [("", both), ("one", ""), ("one", both), ("one", ""), ("two", "")]
    assert [line.partition(" in ")[0] for line in told] == ["a.toml: wrong", "built", "a.toml: wrong", "rebuilt", "rebuilt"]


def test_a_page_that_is_the_same_is_not_shown_again(tmp_path):
    assert shown_of(tmp_path / "a", lambda: "one", lambda: "one")[0] == [("one", "")]


def test_what_was_read_while_a_file_was_written_is_not_told(tmp_path):
    file = tmp_path / "a"

    def half() -> str:
        save(file)  # the editor's next write
        raise DataError("half a file")

    shown, told = shown_of(file, lambda: "one", half, lambda: "two")

    assert shown == [("one", ""), ("two", "")]
    assert not any("half" in line for line in told)


def test_a_fault_of_geomap_keeps_its_traceback_and_the_server_goes_on(tmp_path):
    shown, told = shown_of(tmp_path / "a", lambda: "one", failing(ZeroDivisionError("by zero")), lambda: "two")

    assert shown[1:] == [("one", "geomap failed, which it should not: ZeroDivisionError: by zero"), ("two", "")]
    assert told[1].startswith("Traceback")
