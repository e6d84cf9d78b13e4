"""The examples in the docstrings and in the reference run."""

import doctest
import importlib
import pkgutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import needed

import geomap

MODULES = sorted(m.name for m in pkgutil.walk_packages(geomap.__path__, "geomap.") if not m.name.endswith("__main__"))


def test_there_are_modules_to_run():
    assert len(MODULES) > 10


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_the_docstrings_hold(name):
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        needed(False, f"{error.name}, an optional dependency, is not installed")
    found = doctest.testmod(module)

    assert found.failed == 0


def test_the_examples_of_the_reference_hold():
    text = Path(__file__).with_name("api_examples.txt").read_text(encoding="utf-8")
    if find_spec("pyarrow") is None:
        before, _, after = text.partition("# geomap.near_arrow\n")
        text = f"{before}# {after.partition('# ')[2]}"
    parsed = doctest.DocTestParser().get_doctest(text, {}, "api_examples.txt", None, 0)

    ran = doctest.DocTestRunner().run(parsed)

    assert ran.attempted > 35
    assert ran.failed == 0
