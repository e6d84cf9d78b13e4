"""The one function that lets other people's text into a page, and the one that lets an address in."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

#: Characters that end a text, a value, a template literal or a `<script>`, and those that turn the reading direction or do not
#: show at all: written out, so that a reader sees that they are there.
_MARKUP: Mapping[int, str] = {ord(c): f"&#{ord(c)};" for c in "&<>\"'`${}"}
_UNSEEN: Mapping[int, str] = {
    code: f"[U+{code:04X}]"
    for code in (
        *range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F,
        *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF, *range(0xE0000, 0xE0080),
    )
}  # fmt: skip
_TABLE = {**_UNSEEN, **_MARKUP}


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
    if address is None or any(ord(c) <= ord(" ") for c in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None
