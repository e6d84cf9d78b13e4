"""When a change of files counts as one."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import needs
from hypothesis import given
from hypothesis import strategies as st

needs("starlette", "uvicorn")
from geomap.desk import watching  # noqa: E402
from geomap.desk.watching import changes, stamps  # noqa: E402


def given_for(looks: list[int]) -> list[int]:
    """What is given of looks at a file that has such lengths, the last of them from then on."""
    ahead, told = iter(looks), []
    waits = iter(range(len(looks) + 1))
    with suppress(StopIteration, RuntimeError):  # what ends inside a generator is a RuntimeError
        for seen in changes(lambda: {Path("a"): (0, next(ahead, looks[-1]), 0)}, lambda seconds: next(waits)):
            told.append(seen[Path("a")][1])
    return told


@given(st.lists(st.integers(0, 3), min_size=1))
def test_what_lasts_two_looks_is_given_once_and_the_last_always(looks):
    told = given_for(looks)

    assert told[0] == looks[0]
    assert told[-1] == looks[-1]
    assert all(before != after for before, after in pairwise(told))
    lasted = {looks[0], looks[-1], *(one for one, other in pairwise(looks) if one == other)}
    assert set(told) <= lasted


def test_a_burst_is_one_change():
    assert given_for([0, 1, 2, 3, 4, 4, 4]) == [0, 4]


def test_a_change_while_the_last_one_is_dealt_with_is_given_next(tmp_path):
    file = tmp_path / "a"
    file.write_text("1")
    seen = changes(lambda: stamps([file]), lambda seconds: None)
    first = next(seen)
    file.write_text("12")

    assert next(seen)[file][1] == 2 != first[file][1]


def test_a_renamed_copy_of_the_same_length_and_time_is_a_change(tmp_path):
    one, other = tmp_path / "a", tmp_path / "b"
    for file in (one, other):
        file.write_text(file.name)
        os.utime(file, (1, 1))
    before = stamps([one])
    other.replace(one)

    assert stamps([one]) != before
    assert stamps([other]) == {}


def test_looks_that_take_long_are_far_apart(monkeypatch):
    clock = iter([0.0, 1.0, 2.0, 3.0])
    monkeypatch.setattr(watching.time, "perf_counter", lambda: next(clock))
    waited: list[float] = []
    with pytest.raises(IndexError):
        list(changes(dict, lambda seconds: waited.append(seconds) or [0][len(waited) - 1]))

    assert waited == pytest.approx([9.0, 9.0])
