"""The examples in the docstrings and in the reference run."""

import doctest
import importlib
import pkgutil
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
    ran = doctest.testfile(str(Path(__file__).with_name("api_examples.txt")), module_relative=False)

    assert ran.attempted > 30
    assert ran.failed == 0
