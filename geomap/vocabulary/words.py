"""The words of news English that stand for a value in any story, from ``words/``: for kinds of event, weapons, people and more.

A row's ``term`` may have several forms: "{fired|launched} {rocket|rockets}" is four terms. Those that are looked up as a whole
stand without articles, as `geomap.articles.Lexicon` takes them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Final, get_args

from geomap.vocabulary.claims import ActorStatus, Casualty
from geomap.vocabulary.events import EVENT_TYPES
from geomap.vocabulary.lists import read_list
from geomap.vocabulary.spatial import Relation

#: The values that a field may have, where they are a closed list.
TERM_VALUES: Final[Mapping[str, tuple[str, ...]]] = {
    "sub_event_type": tuple(EVENT_TYPES),
    "status": get_args(ActorStatus),
    "casualty": get_args(Casualty),
    "relation": get_args(Relation),
    "bound": ("at least", "more than", "at most", "fewer than"),
}

_SEVERAL: Final = re.compile(r"\{([^{}]*)\}")


def spelled_out(term: str) -> tuple[str, ...]:
    """The terms that a term with several forms stands for.

    >>> spelled_out("{fired|launched} {|several} rockets")
    ('fired rockets', 'fired several rockets', 'launched rockets', 'launched several rockets')
    """
    parts = _SEVERAL.split(term)
    if len(parts) == 1:
        return (term,)
    forms = (part.split("|") if odd % 2 else [part] for odd, part in enumerate(parts))
    return tuple(dict.fromkeys(" ".join("".join(form).split()) for form in product(*forms)))


@cache
def generic_terms() -> Mapping[str, Mapping[str, str]]:
    """What each term stands for, by field: ``{"weapon": {"machine gun": "firearms", ...}, ...}``."""
    terms: dict[str, dict[str, str]] = {}
    for file in sorted(file.name for file in (files("geomap.vocabulary") / "words").iterdir() if file.name.endswith(".csv")):
        for row in read_list(f"words/{file}", "field", "value", "term"):
            of_field = terms.setdefault(row["field"], {})
            for term in spelled_out(row["term"].casefold()):
                of_field.setdefault(term, row["value"])
    return terms
