"""The page's own law: which scripts and styles may run in it."""

from __future__ import annotations

import base64
import hashlib
import re
from urllib.parse import urlsplit

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def seal(html: str, *, images: str = "") -> str:
    """The page with a Content-Security-Policy that allows what it holds now, by hash, and nothing else.

    Scripts that hold data have a type that browsers do not run; they need no hash.

    Args:
        html: a page whose only ``<script>`` and ``<style>`` are inline.
        images: where images may come from, for a page with tiles; none otherwise.
    """
    policy = "; ".join(
        [
            "default-src 'none'",
            f"script-src {_hashes(_SCRIPT, html)}",
            f"style-src {_hashes(_STYLE, html)}",
            *([f"img-src {images}"] if images else []),
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    return html.replace(
        '<meta charset="utf-8">',
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">',
        1,
    )


def images_of(tiles: str) -> str:
    """Where the images of a tile address come from, as a policy says it.

    >>> images_of("https://{s}.tile.example.org/{z}/{x}/{y}.png")
    'https://*.tile.example.org'

    Raises:
        ValueError: the address is not https.
    """
    parts = urlsplit(tiles.replace("{s}", "*"))
    if parts.scheme != "https" or not re.fullmatch(r"(\*\.)?[a-z0-9.-]+(:\d+)?", parts.netloc):
        raise ValueError(f"tiles come from an https address, found {tiles}")
    return f"https://{parts.netloc}"


def _hashes(pattern: re.Pattern[str], html: str) -> str:
    digests = [hashlib.sha256(text.encode()).digest() for text in pattern.findall(html)]
    return " ".join(dict.fromkeys(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)) or "'none'"
