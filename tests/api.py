"""What geomap offers to Python as docs/api.md: made from the docstrings, whose examples `test_doctests.py` runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import griffe

ROOT = Path(__file__).parent.parent

#: What is told, in this order: where it lies in the package, by the name under which it is imported.
SECTIONS = {
    "Borders": {
        "geomap.Border": "border.line.Border",
        "geomap.border.Measured": "border.answers.Measured",
        "geomap.border.Discs": "border.answers.Discs",
        "geomap.model.BorderRelation": "model.regions.BorderRelation",
        "geomap.border.Detail": "border.answers.Detail",
        "geomap.border.Description": "border.answers.Description",
        "geomap.border.Gap": "border.answers.Gap",
    },
    "Tables of events": {
        "geomap.near": "events.frames.near",
        "geomap.near_arrow": "events.arrow.near_arrow",
    },
    "Maps": {
        "geomap.IncidentLayer": "webmap.incident_layer.IncidentLayer",
        "geomap.webmap.Backdrop": "webmap.elements.Backdrop",
        "geomap.webmap.Borders": "webmap.elements.Borders",
        "geomap.webmap.Incidents": "webmap.elements.Incidents",
    },
    "A story": {
        "geomap.project.read_story": "project.story.read_story",
        "geomap.build": "pipeline.build",
        "geomap.pipeline.read_inputs": "pipeline.read_inputs",
        "geomap.pipeline.analyse": "pipeline.analyse",
        "geomap.pipeline.tables": "pipeline.tables",
        "geomap.pipeline.draw_story": "pipeline.draw_story",
        "geomap.pipeline.Inputs": "pipeline.Inputs",
        "geomap.pipeline.Analysis": "pipeline.Analysis",
        "geomap.tables.Tables": "tables.frames.Tables",
    },
}

HEAD = """# geomap from Python

Made from the docstrings by `GEOMAP_WRITE_DOCS=1 pytest tests/test_api.py`; the tests run every example. Longitude stands
before latitude, in degrees on WGS 84; lengths are geodesic, in the unit that their names end with. What a person can mend
is raised as `geomap.errors.DataError`, or its kind `MissingError` where something is not there, in one sentence each.
Examples go on from one to the next: `border` is that of the first.
"""
#: The examples, where a docstring has none.
EXAMPLES = Path(__file__).with_name("api_examples.txt")


def package() -> griffe.Module:
    """The package as it stands in the checkout, read and not imported."""
    whole = {"returns_multiple_items": False, "returns_named_value": False}
    return griffe.load(
        "geomap", search_paths=[ROOT], docstring_parser="google", docstring_options=whole, allow_inspection=False
    )


def document() -> str:
    """The reference as Markdown."""
    read, lines = package(), [HEAD]
    for section, names in SECTIONS.items():
        lines.append(f"## {section}\n")
        for name, home in names.items():
            lines += told(read[home], name)
    return "\n".join(lines)


def public(read: griffe.Object) -> Iterator[griffe.Object]:
    """The methods and properties of a class that have a docstring, in their order."""
    if isinstance(read, griffe.Class):
        for name, member in read.members.items():
            if not name.startswith("_") and member.docstring:
                yield member


def told(read: griffe.Object, name: str) -> Iterator[str]:
    """An object and what it holds."""
    yield f"### `{name}`\n"
    makes = read.members.get("__init__") if isinstance(read, griffe.Class) else read
    if isinstance(makes, griffe.Function) and makes.docstring:
        yield f"```python\n{signature(makes, name)}\n```\n"
    yield from sections(read)
    if isinstance(read, griffe.Class):
        yield from fields(read)
        if makes and makes.docstring:
            yield from sections(makes)
    yield from example(name)
    for member in public(read):
        short = f"{name.rpartition('.')[2]}.{member.name}"
        yield f"#### `{short}`\n"
        if isinstance(member, griffe.Function):
            yield f"```python\n{signature(member, short)}\n```\n"
        yield from sections(member)
        yield from example(f"{name}.{member.name}")


def examples() -> dict[str, str]:
    """What `EXAMPLES` holds, by name."""
    _, *parts = EXAMPLES.read_text(encoding="utf-8").split("\n# ")
    return {name: shown.strip() for name, _, shown in (part.partition("\n") for part in parts)}


def example(name: str) -> Iterator[str]:
    """The example of a name, as code."""
    if name in (shown := examples()):
        yield f"```pycon\n{shown[name]}\n```\n"


def signature(function: griffe.Function, name: str) -> str:
    """How a function is called: its parameters with their defaults, one a line where they are many."""
    written, star = [], False
    for parameter in function.parameters:
        if parameter.name in ("self", "cls"):
            continue
        if parameter.kind is griffe.ParameterKind.keyword_only and not star:
            written, star = [*written, "*"], True
        stars = "**" if parameter.kind is griffe.ParameterKind.var_keyword else ""
        default = f"={parameter.default}" if parameter.default is not None and not stars else ""
        written.append(f"{stars}{parameter.name}{default}")
    gives = f" -> {function.returns}" if function.returns is not None and function.name != "__init__" else ""
    whole = f"{name}({', '.join(written)}){gives}"
    return whole if len(whole) <= 110 else f"{name}(\n    " + ",\n    ".join(written) + f",\n){gives}"


def fields(read: griffe.Class) -> Iterator[str]:
    """The fields of a dataclass, each with its type and what the comment beside it says."""
    if not any("dataclass" in str(decorator.value) for decorator in read.decorators):
        return
    for name, member in read.members.items():
        if isinstance(member, griffe.Attribute) and not member.docstring and member.annotation is not None:
            beside = re.search(r"  #: (.+)$", read.lines_collection[read.filepath][member.lineno - 1])
            yield f"- `{name}` (`{member.annotation}`){': ' + marked(beside[1]) if beside else ''}"
    yield ""


def sections(read: griffe.Object) -> Iterator[str]:
    """What a docstring says, section by section."""
    for section in read.docstring.parsed if read.docstring else ():
        if section.kind is griffe.DocstringSectionKind.text:
            yield from paragraphs(section.value)
            continue
        yield f"**{section.kind.value.capitalize()}**\n"
        for item in section.value:
            if section.kind is griffe.DocstringSectionKind.returns:  # words before a colon are words, not a type
                before = f"{item.annotation}: " if isinstance(item.annotation, str) else ""
                yield f"- {marked(before + item.description)}"
                continue
            named = [f"`{item.name}`"] if getattr(item, "name", "") else []
            typed = f"`{item.annotation}`" if item.annotation is not None else ""
            head = f"{named[0]} ({typed})" if named and typed else (named or [typed])[0]
            yield f"- {head}{': ' if head else ''}{marked(item.description)}"
        yield ""


def paragraphs(text: str) -> Iterator[str]:
    """Paragraphs of a docstring, examples as code."""
    for paragraph in text.split("\n\n"):
        yield f"```pycon\n{paragraph}\n```\n" if paragraph.startswith(">>>") else f"{marked(paragraph)}\n"


def marked(text: str) -> str:
    """A docstring's marks as Markdown's, on one line."""
    return re.sub(r"``(.+?)``", r"`\1`", " ".join(text.split()))
