"""A story's folder begun: its settings, and an example of each file that people keep by hand."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from geomap.errors import DataError
from geomap.project.files import TEXTS
from geomap.project.story import FORMAT, SETTINGS
from geomap.reading import toml_text


def begin_story(folder: Path, *, title: str, border: str, home: tuple[str, ...] = ()) -> Iterator[tuple[str, bool]]:
    """Write the files of a new story, one after the other; what is there already stays as it is.

    Args:
        folder: where to; made where it is not there.
        title: of the map.
        border: a pair of countries, or a vector file relative to the folder.
        home: the two countries of a border that is a file, which no pair names.

    Yields:
        A file's name, and whether it was written: False where it was there.

    Raises:
        DataError: the folder cannot be made.
    """
    examples = files("geomap.project") / "examples"
    text = {file.name: file.read_text(encoding="utf-8") for file in examples.iterdir() if file.name.endswith((".toml", ".csv"))}
    lines = [toml_text(border), *([f"home = [{', '.join(map(toml_text, home))}]"] if home else [])]
    text[SETTINGS] = text[SETTINGS].format(format=FORMAT, title=toml_text(title), border="\n".join(lines))
    written = {
        SETTINGS: text[SETTINGS],
        "articles/": None,
        f"{TEXTS}/.gitignore": "# The articles' texts are other people's: they stay on this machine.\n*\n",
        ".gitattributes": "# Two people's decisions come together line by line.\ndecisions.jsonl merge=union\n",
        **{name: text[name] for name in ("places.csv", "actors.csv", "terms.csv", "incidents.toml")},
    }
    for name, content in written.items():
        file = folder / name
        there = file.exists() or file.is_symlink()
        try:
            (file if content is None else file.parent).mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise DataError(f"{error.filename}: is a file; name a folder for the story") from error
        if content is not None and not there:
            file.write_text(content, encoding="utf-8", newline="\n")
        yield name, not there
