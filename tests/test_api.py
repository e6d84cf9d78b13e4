"""docs/api.md is what the docstrings say, and these say what a caller needs."""

import os

import pytest
from conftest import needs

needs("griffe")
import api  # noqa: E402
import griffe  # noqa: E402

API = api.ROOT / "docs" / "api.md"


def callables():
    read = api.package()
    for names in api.SECTIONS.values():
        for name, home in names.items():
            yield name, read[home]
            yield from ((f"{name}.{member.name}", member) for member in api.public(read[home]))


CALLABLES = dict(callables())
FUNCTIONS = {name: one for name, one in CALLABLES.items() if isinstance(one, griffe.Function)}


def test_the_reference_is_what_the_docstrings_say():
    if os.environ.get("GEOMAP_WRITE_DOCS"):
        API.write_text(api.document(), encoding="utf-8")

    assert API.read_text(encoding="utf-8") == api.document()


def test_every_public_name_is_told():
    import geomap

    assert {f"geomap.{name}" for name in geomap.__all__ if not name.startswith("__")} <= set(CALLABLES)


def test_every_name_is_imported_from_where_it_is_said_to_be():
    from importlib import import_module

    for names in api.SECTIONS.values():
        for name, home in names.items():
            module, _, short = name.rpartition(".")
            assert getattr(import_module(module), short).__module__ == f"geomap.{home.rpartition('.')[0]}"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_parameter_is_told_or_that_of_a_method_that_is_named(name):
    function = FUNCTIONS[name]
    told = {
        item.name
        for section in function.docstring.parsed
        if section.kind is griffe.DocstringSectionKind.parameters
        for item in section.value
    }
    taken = {parameter.name for parameter in function.parameters} - {"self", "cls"}

    assert told == taken or (not told and "; see `" in function.docstring.value) or (not told and len(taken) <= 2)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_has_an_example(name):
    """Of its own or, for one that says where to look, there."""
    assert name in api.examples() or "; see `" in FUNCTIONS[name].docstring.value


def test_every_example_belongs_to_a_name():
    assert set(api.examples()) <= set(CALLABLES)
