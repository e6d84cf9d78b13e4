"""What a file states of its article, as strings of whatever kind, taken where it is plain and left out where it is not."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from geomap.language import slug
from geomap.project import is_web_address
from geomap.vocabulary import FIRST_DAY, LAST_DAY, UNSEEN

#: Characters; a longer title, name or address is none.
LONGEST = 2000
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?![\d-])")
_CODE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9_-]*)?")
#: NUL, and half of a character.
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
_UNSEEN = dict.fromkeys(UNSEEN)


def words_of(value: Any) -> str | None:
    """A title or a name on one line without characters that do not show; None where there is none.

    >>> words_of("  Two\\n killed "), words_of(12), words_of(" ")
    ('Two killed', None, None)
    """
    if not isinstance(value, str) or len(value) > LONGEST:
        return None
    # Half of a pair of surrogates, which JSON may hold, is no character.
    return " ".join(value.encode("utf-8", "ignore").decode().split()).translate(_UNSEEN).strip() or None


def day_of(value: Any) -> dt.date | None:
    """The day of an ISO 8601 time, as it is printed there; None for any other form, since its order would be a guess.

    >>> day_of("2024-01-18T23:30:00-05:00"), day_of("20240118"), day_of("18/01/2024"), day_of("2024-01")
    (datetime.date(2024, 1, 18), datetime.date(2024, 1, 18), None, None)
    """
    found = _DAY.match(value.strip()) if isinstance(value, str) else None
    try:
        day = dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
    return day if day and FIRST_DAY <= day <= LAST_DAY else None


def code_of(value: Any) -> str | None:
    """The language's code of two letters: "en" of "en-GB".

    >>> code_of("en-GB"), code_of("English")
    ('en', None)
    """
    found = _CODE.fullmatch(value.strip()) if isinstance(value, str) else None
    return found[1].lower() if found else None


def address_of(value: Any) -> str | None:
    """An address on the web; None where it is relative or none."""
    return value.strip() if isinstance(value, str) and len(value) < LONGEST and is_web_address(value.strip()) else None


def id_of_name(name: str, text: str, part: Any = None) -> str:
    """An id made of a file's name, and of the part of the file: the id of its record, or its number.

    >>> id_of_name("2031/Gazette 4 May.txt", "..."), id_of_name("wire.jsonl", "...", 12), id_of_name("?.txt", "...")
    ('2031-gazette-4-may', 'wire-12', 'text-ab5df625')
    """
    stem = slug(str(PurePosixPath(name).with_suffix("")))
    if not stem:  # a name without a letter
        stem = f"text-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
    return f"{stem}-{slug(str(part)[:80])}".rstrip("-") if part is not None else stem


def is_writable(text: str) -> bool:
    """Whether a text can be kept as UTF-8: it has no NUL and no half of a character, both of which JSON may hold."""
    return not _UNWRITABLE.search(text)


def first_of(record: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    """The first of some fields that is there and not empty."""
    return next((record[name] for name in names if record.get(name) not in (None, "", [], {})), None)
