"""From what articles report to a map that can be checked.

     article text ──reading──▶ articles/*.toml              places.csv       incidents.toml      borders/
     (not in the repo)         citation + claims,            │                │ which claims are   │
                               reviewed by a person          │                │ one event          │
                                       │ read                ▼                ▼                    ▼
                                     Claim ──locate──▶ Claim + Region ──group──▶ Incident ──measure──▶ + BorderRelation
                                                       or Unlocated(why)                              │ tabulate
                                                                                                      ▼
                  output/map.html ◀──draw── Tables (GeoDataFrames with a written schema) ──write──▶ GeoJSON, GeoPackage, CSV

`geomap.pipeline` tells the whole story on one screen.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.3.0"
__all__ = ["Border", "IncidentLayer", "__version__", "build", "near", "near_arrow"]

if TYPE_CHECKING:
    from geomap.border import Border
    from geomap.events import near, near_arrow
    from geomap.pipeline import build
    from geomap.webmap import IncidentLayer


#: Where the public names are, which are imported when first asked for: measuring a point should not wait for geopandas.
_HOMES = {"Border": "border", "IncidentLayer": "webmap", "build": "pipeline", "near": "events", "near_arrow": "events"}


def __getattr__(name: str) -> Any:
    """A public name."""
    if name not in _HOMES:
        raise AttributeError(f"module 'geomap' has no attribute {name!r}")
    return getattr(import_module(f"geomap.{_HOMES[name]}"), name)
