"""The loopback server, where a person reads and decides: a live preview of the story's page.

`watching` notices that a file changed, `preview` makes the page anew and keeps the last good one, `server` serves both to this
machine alone, and `assets/` has the page around the map, which reloads it.
"""

from __future__ import annotations

from geomap.desk.preview import Preview
from geomap.desk.server import listen, serve

__all__ = ["Preview", "listen", "serve"]
