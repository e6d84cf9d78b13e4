"""The README says what is so."""

import os
import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from geomap import project
from geomap.cli.group import VERBS, main
from geomap.tables.schema import SCHEMA, TABLES

README = Path(__file__).resolve().parents[1] / "README.md"


#: Verbs that write, need an article of one's own, or do not end.
WRITING = {"add", "build", "map", "new", "review", "serve", "spans"}


def commands():
    """Every `geomap …` command of the README that writes nothing and needs nothing."""
    found = re.findall(r"geomap [a-z]+(?: [^`&\n|]+)?", README.read_text(encoding="utf-8"))
    return sorted(
        {
            c.strip()
            for c in found
            if c.split()[1] in set(VERBS) - WRITING and "DIR" not in c and "FILE" not in c and "kashmir" not in c
        }
    )


def test_every_verb_that_it_names_is_one(readme):
    named = set(re.findall(r"`geomap ([a-z]+)", readme)) | set(re.findall(r"^(?:.*&& )?geomap ([a-z]+)", readme, re.MULTILINE))

    assert named == set(VERBS)


def test_there_are_commands_to_run():
    assert len(commands()) >= 3


@pytest.mark.parametrize("command", commands())
def test_a_command_of_the_readme_runs(command, tmp_path, monkeypatch):
    shutil.copytree(project.root(), tmp_path / "geodata")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, shlex.split(command)[1:])

    assert done.exit_code == 0, done.output


def test_the_first_commands_of_the_readme_make_a_page(readme, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gazette.txt").write_text("Two soldiers were killed in Kupwara on 3 May, police said.\n", encoding="utf-8")
    block = next(b for b in re.findall(r"```\n(.*?)```", readme, re.DOTALL) if "geomap new" in b)
    taken = "geomap extract gazette.txt --project kashmir -o kashmir/articles"  # as a person takes it on the page of review
    for command in re.sub(r"^geomap review .*$", taken, block, flags=re.MULTILINE).splitlines():
        if command.startswith("geomap "):
            done = CliRunner().invoke(main, shlex.split(command)[1:])
            assert done.exit_code == 0, done.output

    assert (tmp_path / "kashmir" / "output" / "map.html").is_file()
    assert "1 incident from 1 article" in done.stdout  # which the map shows


def test_the_table_of_columns_is_that_of_the_schema(readme):
    table = re.search(r"<!-- columns:incidents -->\n(.*?)<!-- /columns -->", readme, re.DOTALL).group(1)
    rows = "".join(f"| `{c.name}` | {c.type}{f', {c.unit}' if c.unit else ''} | {c.says} |\n" for c in SCHEMA["incidents"])

    assert table == "| column | type | what it says |\n|---|---|---|\n" + rows


@pytest.mark.parametrize("page", ["README.md", "docs/exports.md"])
def test_its_links_lead_somewhere(page):
    path = README.parent / page
    targets = re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8"))

    assert targets
    for target in targets:
        assert target.startswith("http") or (path.parent / target).exists(), target


def test_its_python_runs(readme, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)

    assert blocks
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})


def dictionary():
    """The data dictionary: every table with what a row is, its licence and its columns."""
    about = "What every file and layer holds; null is unknown, never 0. Made from the schema, which `geomap schema` prints."
    lines = ["# The published tables", "", about]
    for name, table in TABLES.items():
        lines += [
            "",
            f"## {name}",
            "",
            f"{table.says} {table.licence}.",
            "",
            "| column | type | what it says |",
            "|---|---|---|",
        ]
        lines += [f"| `{c.name}` | {c.type}{f', {c.unit}' if c.unit else ''} | {c.says} |" for c in table.columns]
    return "\n".join(lines) + "\n"


def test_the_data_dictionary_is_that_of_the_schema():
    path = README.parent / "docs" / "tables.md"
    if os.environ.get("GEOMAP_WRITE_DOCS"):
        path.write_text(dictionary(), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == dictionary()


def test_a_missing_extra_is_named_in_one_way_as_the_readme_has_it():
    root = README.parent
    extras = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    code = "".join(path.read_text(encoding="utf-8") for path in sorted((root / "geomap").rglob("*.py")))
    told = set(re.findall(r"pip install '([^']*)'", code))

    assert told == {".[dask]", ".[html]", ".[parquet]", ".[review]", ".[serve]", ".[trace]"}
    assert {extra.strip(".[]") for extra in told} <= set(extras)
    assert set(re.findall(r"pip install '([^']*)'", README.read_text(encoding="utf-8"))) >= told
    assert len(re.findall("pip install '", code)) == len(
        re.findall(r"is not installed[^;\"]*; in geomap's folder: pip install '", code)
    )
    assert "(extra" not in README.read_text(encoding="utf-8")
