"""How a number is said with what it counts."""

from __future__ import annotations


def how_many(of: int, what: str, several: str = "") -> str:
    """A number with what it counts, in the singular or the plural, which is ``several`` where that is no s behind it.

    >>> how_many(1, "claim"), how_many(1200, "claim"), how_many(2, "copy", "copies")
    ('1 claim', '1,200 claims', '2 copies')
    """
    return f"{of:,} {what if of == 1 else several or what + 's'}"
