"""What happened, by what was done to whom or with what, from ``pairs.csv``: "attacked" and "outpost" together are an armed clash."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from geomap.vocabulary.lists import read_list

#: Targets that belong to armed forces, by the words that one of theirs has.
_MILITARY = frozenset(
    "army military barracks checkpoint outpost patrol paramilitary police peacekeepers troops post security naval air guards forces command ammunition armed militant militants hideout weapons border".split()
)
_CIVIL = frozenset(("air port", "airport", "border crossing"))


@cache
def _pairs() -> Mapping[str, Mapping[str, str]]:
    """The kind by what was done, then by the class of the other words; the first row of a file goes before the later ones."""
    found: dict[str, dict[str, str]] = {}
    for row in read_list("pairs.csv", "kind", "done", "to"):
        for done in row["done"].split(";"):
            for to in row["to"].split(";"):
                found.setdefault(done, {}).setdefault(to, row["kind"])
    return found


def class_of_target(target: str) -> str:
    """ "military target" or "civilian target", by the words of a target.

    >>> class_of_target("army post"), class_of_target("market")
    ('military target', 'civilian target')
    """
    return "military target" if target not in _CIVIL and _MILITARY & set(target.split()) else "civilian target"


def is_done(words: str) -> bool:
    """Whether words say what was done, so that another word beside them may tell what kind of event it was."""
    return words in _pairs()


def kind_of_pair(words: str, classes: Callable[[str], tuple[str, ...]]) -> str | None:
    """The kind of event of words such as "attacked army post", or None.

    Args:
        words: what was done, then to whom or with what.
        classes: the classes of the latter: "armed people", "civilian people", "people", "military target", a weapon.
    """
    parts = words.split()
    for cut in range(min(len(parts) - 1, 4), 0, -1):
        kinds = _pairs().get(" ".join(parts[:cut]))
        for one in classes(" ".join(parts[cut:])) if kinds else ():
            if kinds and one in kinds:
                return kinds[one]
    return None
