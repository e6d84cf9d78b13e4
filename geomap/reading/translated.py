"""Words that a file gives in several languages: ``title.en`` and ``title.ur``, where otherwise one ``title`` stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

#: Of each language's code, English words → that language's.
Translations = dict[str, dict[str, str]]

_CODE = re.compile(r"[a-z]{2,3}")
_SOURCE = "en"


def in_english(document: Any) -> tuple[Any, Translations]:
    """A TOML document with one text wherever a table of languages stands, and what the others say.

    Args:
        document: as `parse_toml` gives it. A table of languages has ``en``, codes of languages for keys, and texts for values;
            any other table stays as it is.
    """
    found: Translations = {}
    return _plain(document, found), found


def _plain(value: Any, found: Translations) -> Any:
    if isinstance(value, list):
        return [_plain(one, found) for one in value]
    if not isinstance(value, Mapping):
        return value
    if _SOURCE in value and all(_CODE.fullmatch(key) and isinstance(text, str) for key, text in value.items()):
        for code in value.keys() - {_SOURCE}:
            found.setdefault(code, {})[value[_SOURCE]] = value[code]
        return value[_SOURCE]
    return {key: _plain(one, found) for key, one in value.items()}


def together(one: Mapping[str, Mapping[str, str]], other: Mapping[str, Mapping[str, str]]) -> Translations:
    """The translations of two files; where both give one, the other's."""
    return {code: {**one.get(code, {}), **other.get(code, {})} for code in sorted({*one, *other})}
