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

from typing import TYPE_CHECKING, Any

__version__ = "0.3.0"
__all__ = ["Border", "__version__", "build", "near"]

if TYPE_CHECKING:
    from geomap.border import Border
    from geomap.events import near
    from geomap.pipeline import build


def __getattr__(name: str) -> Any:
    """`Border`, `build` and `near`, imported when first asked for: measuring a point should not wait for geopandas."""
    if name == "Border":
        from geomap.border import Border

        return Border
    if name == "build":
        from geomap.pipeline import build

        return build
    if name == "near":
        from geomap.events import near

        return near
    raise AttributeError(f"module 'geomap' has no attribute {name!r}")
