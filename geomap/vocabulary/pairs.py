"""What happened, by what was done to whom or with what: "attacked" and "outpost" together are an armed clash.

A row of ``pairs.csv`` gives the kind of event (`geomap.vocabulary.EVENT_TYPES`), what was done, as the cue "done: …" of
``cues.csv`` lists the words for it, and to whom or with what: a class of people or targets, or a weapon. What is "killed" has
all words for a death, but those of the cue "no deed".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from geomap.vocabulary.cues import cue_words
from geomap.vocabulary.lists import read_list
from geomap.vocabulary.words import generic_terms

#: What was done is told in so many words at most.
_LONGEST: Final = 8


@cache
def _pairs() -> Mapping[str, Mapping[str, str]]:
    """The kind by what was done, then by the class of the other words; the first row of a file goes before the later ones."""
    found: dict[str, dict[str, str]] = {}
    for row in read_list("pairs.csv", "kind", "done", "to"):
        for done in _words_for(row["done"]):
            found.setdefault(done, {}).setdefault(row["to"], row["kind"])
    return found


def _words_for(done: str) -> frozenset[str]:
    """The words for what was done."""
    if done != "killed":
        return cue_words(f"done: {done}")
    return frozenset(term for term, of in generic_terms()["casualty"].items() if of == "killed") - cue_words("no deed")


@cache
def _with_a_weapon() -> Mapping[str, str]:
    return {row["to"]: row["kind"] for row in read_list("pairs.csv", "kind", "done", "to") if row["done"] == "with a weapon"}


def class_of_target(target: str) -> str:
    """What kind of target words name: "military target", if one of them belongs to armed forces, or "civilian target".

    >>> class_of_target("army post"), class_of_target("market")
    ('military target', 'civilian target')
    """
    armed = target not in cue_words("civilian target") and not cue_words("forces' target").isdisjoint(target.split())
    return "military target" if armed else "civilian target"


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
    for cut in range(min(len(parts) - 1, _LONGEST), 0, -1):
        kinds = _pairs().get(" ".join(parts[:cut]))
        for one in classes(" ".join(parts[cut:])) if kinds else ():
            if kinds and one in kinds:
                return kinds[one]
    return None


def kind_of_weapon(weapon: str) -> str | None:
    """The kind of event that a weapon's use is, whatever it was used for; None of those that tell none: firearms.

    >>> kind_of_weapon("landmine"), kind_of_weapon("firearms")
    ('Remote explosive/landmine/IED', None)
    """
    return _with_a_weapon().get(weapon)
