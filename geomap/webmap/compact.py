"""The page's scripts and styles without what only their readers need: a fifth of them is comments and indents."""

from __future__ import annotations

import re

#: Comments that have lines of their own; what stands beside code is left, since only a parser tells it from a string.
_COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)[ \t]*\n", re.DOTALL | re.MULTILINE)


def compact(code: str) -> str:
    """A script or style of ours without comments, indents and empty lines; its lines stay lines.

    >>> compact("/* What\\n   it does. */\\n(function () {\\n  // why\\n  act(); // now\\n})();\\n")
    '(function () {\\nact(); // now\\n})();\\n'

    Args:
        code: no text of it goes over several lines.
    """
    lines = (line.strip() for line in _COMMENT.sub("", code).splitlines())
    return "".join(f"{line}\n" for line in lines if line)
