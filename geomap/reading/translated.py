"""Words that a file gives in several languages: ``title.en`` and ``title.ur``, where otherwise one ``title`` stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

#: Of each language's code, English words → that language's.
Translations = dict[str, dict[str, str]]

_CODE = re.compile(r"[a-z]{2,3}")
_TEXT = re.compile(r"\S")
_SOURCE = "en"


def in_english(document: Any) -> tuple[Any, Translations]:
    """A TOML document with one text wherever a table of languages stands, and what the others say.

    Args:
        document: as `parse_toml` gives it. A table of languages has ``en``, codes of languages for keys, and texts that are
            not blank for values; any other table stays as it is.
    """
    found: Translations = {}
    return _plain(document, found), found


def _plain(value: Any, found: Translations) -> Any:
    if isinstance(value, list):
        return [_plain(one, found) for one in value]
    if not isinstance(value, Mapping):
        return value
    if _SOURCE in value and all(_CODE.fullmatch(key) and _is_text(text) for key, text in value.items()):
        for code in value.keys() - {_SOURCE}:
            found.setdefault(code, {})[value[_SOURCE]] = value[code]
        return value[_SOURCE]
    return {key: _plain(one, found) for key, one in value.items()}


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and _TEXT.search(value) is not None


def in_languages(schema: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """The JSON Schema of records whose properties of these names may also be tables of languages, as `in_english` reads.

    Args:
        schema: of records, or of what holds them, with their kinds below ``$defs``.
        names: of properties that hold a text.
    """
    kinds = {name: in_languages(kind, *names) for name, kind in schema.get("$defs", {}).items()}
    properties = {name: _or_table(one) if name in names else one for name, one in schema.get("properties", {}).items()}
    return {**schema, **({"$defs": kinds} if kinds else {}), **({"properties": properties} if properties else {})}


def _or_table(text: Mapping[str, Any]) -> dict[str, Any]:
    table = {
        "type": "object",
        "description": "the text in English (en), and in other languages by their codes",
        "required": [_SOURCE],
        "propertyNames": {"pattern": f"^{_CODE.pattern}$"},
        "additionalProperties": {"type": "string", "pattern": _TEXT.pattern},
    }
    about = {name: text[name] for name in ("title", "description", "default") if name in text}
    forms = text.get("anyOf", [{name: value for name, value in text.items() if name not in about}])
    return {**about, "anyOf": [*forms, table]}


def together(one: Mapping[str, Mapping[str, str]], other: Mapping[str, Mapping[str, str]]) -> Translations:
    """The translations of two files; where both give one, the other's."""
    return {code: {**one.get(code, {}), **other.get(code, {})} for code in sorted({*one, *other})}
