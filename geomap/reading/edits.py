"""A hand-kept file changed in its text, so that comments, order and spacing stay as they are."""

from __future__ import annotations

from collections.abc import Iterable

#: What stands in a text from one offset to another, and what is written instead.
Edit = tuple[int, int, str]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with the edits made, the last first; of two at one place, the one that closes what is inside goes first.

    >>> edited("spans = [[3, 9]]", [(10, 11, "5"), (13, 14, "11")])
    'spans = [[5, 11]]'
    """
    for start, end, new in sorted(edits, key=lambda edit: (edit[0], edit[1], edit[2] != "}"), reverse=True):
        text = text[:start] + new + text[end:]
    return text
