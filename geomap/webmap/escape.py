"""The one function that lets other people's text into a page, and the one that lets an address in."""

from __future__ import annotations

from collections.abc import Mapping

from geomap.project import is_web_address
from geomap.vocabulary import UNSEEN

#: Characters that end a text, a value, a template literal or a `<script>`.
_MARKUP: Mapping[int, str] = {ord(c): f"&#{ord(c)};" for c in "&<>\"'`${}"}
_TABLE = {**UNSEEN, **_MARKUP}


def escape(text: object) -> str:
    """Text that a page shows as it is, inside an element or a quoted attribute.

    >>> escape("<b>'${x}`")
    '&#60;b&#62;&#39;&#36;&#123;x&#125;&#96;'
    >>> escape(chr(0x202E) + "gnp.exe")
    '[U+202E]gnp.exe'
    """
    return str(text).translate(_TABLE)


def web_address(address: str | None) -> str | None:
    """The address where it is http or https with a host; None for every other scheme.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)"), web_address(None)
    ('https://example.org/a', None, None)
    """
    return address if address is not None and is_web_address(address) else None
