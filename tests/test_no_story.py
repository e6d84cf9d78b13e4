"""The code knows no story: its words stand in the story's own folder."""

import ast
import re
from pathlib import Path

import pytest

import geomap

PACKAGE = Path(geomap.__file__).parent

#: Words of the first story: its countries, peoples, groups, towns and codes.
STORY = re.compile(
    r"iran|pakistan|baloch|baluch|(?-i:\bIRN\b|\bPAK\b|\bIR\b|\bPK\b)|tehran|islamabad|jaish|jundallah|panjgur|saravan|\bsistan|kech\b"
    r"|singwan|erbil|kerman\b|turbat|quetta|makran|sabz[ -]koh|koh-e-sabz|ایران|پاکستان|بلوچ",
    re.IGNORECASE,
)
#: Where they may stand: the lists of all countries, places and languages of the world.
EXEMPT = {
    "vocabulary/countries.csv": "the list of all countries",
    "vocabulary/borders.csv": "the names of borders all over the world",
    "vocabulary/groups.csv": "the list of groups and areas that papers all over the world name",
    "webmap/assets/languages/fa.json": "where the language is spoken",
    "webmap/assets/languages/ur.json": "where the language is spoken",
}
#: Lines of `EXEMPT` files that are no list: only this may stand there.
NAMES = re.compile(r'^\s*"locale": ')


def files():
    endings = (".py", ".js", ".css", ".html", ".json", ".toml", ".csv", ".txt", ".svg")
    return [p for p in sorted(PACKAGE.rglob("*")) if p.suffix in endings and "_data" not in p.parts]


def without_examples(path):
    """The lines of a file by number; of a module without its docstrings, where examples stand."""
    text = path.read_text(encoding="utf-8")
    lines = dict(enumerate(text.splitlines(), 1))
    if path.suffix != ".py":
        return lines
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node, clean=False) is not None:
            for number in range(node.body[0].lineno, node.body[0].end_lineno + 1):
                lines.pop(number, None)
    return lines


@pytest.mark.parametrize("path", files(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_word_of_the_first_story_stands_in_the_code(path):
    name = path.relative_to(PACKAGE).as_posix()
    lines = without_examples(path)
    if name in EXEMPT:
        lines = {} if name.endswith(".csv") else {n: line for n, line in lines.items() if not NAMES.match(line)}

    assert {n: line.strip() for n, line in lines.items() if STORY.search(line)} == {}


def test_the_search_finds_what_it_looks_for(tmp_path):
    file = tmp_path / "a.py"
    file.write_text('"""An example: Iran."""\nHOME = "IR"\n', encoding="utf-8")
    found = without_examples(file)

    assert not any(STORY.search(line) for line in [found[2].replace("IR", "XA")])
    assert STORY.search(found[2])
    assert 1 not in found
