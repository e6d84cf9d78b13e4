"""What is left lying in ``geodata/`` that nobody reads, and what an address on the web looks like."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from geomap.project.files import NOT_DATA, names, path

#: A file that people keep by hand, under another name: what editors and spreadsheets leave beside it.
_COPY = re.compile(r".*\.(toml|csv)\b.+|[.~].*\.(toml|csv).*|.* (\(.*\)|- .*)\.(toml|csv)")


def unread_files(recorded: Collection[str]) -> list[str]:
    """A sentence for each file of ``geodata/`` that no record names; hidden files only where they are copies of data.

    Args:
        recorded: the names that ``sources.toml`` has a record of.
    """
    folder, listed = path("sources.toml").parent, names()
    hidden = [name for file in folder.rglob(".*") if file.is_file() and _is_copy(name := file.relative_to(folder).as_posix())]
    problems = []
    for name in sorted({*listed, *hidden} - set(recorded)):
        if name.split("/")[0] in NOT_DATA:
            continue
        if _is_copy(name) or name.startswith("articles/"):
            problems.append(f"{name}: nobody reads this file; give it its own name and place, or remove it")
        else:
            problems.append(f"{name}: has no record in sources.toml; add where it comes from and its licence")
    return problems


def _is_copy(name: str) -> bool:
    return _COPY.fullmatch(name.rpartition("/")[2]) is not None


def is_web_address(text: str) -> bool:
    """Whether a text is an http or https address with a host.

    >>> is_web_address("https://example.org/a"), is_web_address("javascript:alert(1)"), is_web_address("example.org")
    (True, False, False)
    """
    if min(text, default=" ") <= " ":
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
