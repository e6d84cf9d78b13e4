"""The loopback server, where a person reads and decides: a live preview of the story's page.

`watching` notices that a file changed, `preview` makes the page anew and keeps the last good one, `server` serves both to this
machine alone, and `assets/` has the page around the map, which reloads it. `reviewing` is
the page on which a person decides on what was proposed, over `ground`.
"""

from __future__ import annotations

from geomap.desk.ground import ground_of
from geomap.desk.preview import Preview
from geomap.desk.reviewing import new_token, review_application
from geomap.desk.server import listen, run, serve

__all__ = ["Preview", "ground_of", "listen", "new_token", "review_application", "run", "serve"]
