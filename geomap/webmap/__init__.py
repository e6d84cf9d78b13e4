"""Tables → one HTML file: a folium map with our own Leaflet layers, that opens from a disk and asks for nothing.

`draw` gives the page. `Backdrop`, `Borders` and `Incidents` are folium elements for any map, `IncidentLayer` is one for any
frame. All data is packed as columns (`pack`), all text passes one function (`escape`), and the page forbids every script
that it does not name by its hash (`seal`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import geopandas as gpd

from geomap.geometry import in_degrees
from geomap.model import StoryStep
from geomap.tables import Tables, west_of
from geomap.webmap.elements import Backdrop, Borders, Incidents, Page, languages, leaflet
from geomap.webmap.escape import escape, web_address
from geomap.webmap.event_page import draw_events, extent_of_events
from geomap.webmap.in_ascii import in_ascii
from geomap.webmap.incident_layer import IncidentLayer
from geomap.webmap.layer_cards import LAYER_CARDS
from geomap.webmap.method_page import method_page
from geomap.webmap.seal import images_of, seal
from geomap.webmap.static_page import without_scripts

_NAMED = "Made with Natural Earth"  # which the page names by itself


def draw(
    published: Tables,
    *,
    basemap: Mapping[str, gpd.GeoDataFrame],
    build: Mapping[str, Any],
    texts: Mapping[str, str] | None = None,
    tiles: Mapping[str, str] | None = None,
    changes: Mapping[str, Any] | None = None,
) -> str:
    """The page as HTML text.

    Args:
        published: the tables of `geomap.tables.SCHEMA`, with the story that gives title, sides and languages.
        basemap: what lies under the map; see `Backdrop`.
        build: what the page was made from: ``geomap`` (the version), ``inputs_sha256``, ``near_km``.
        texts: the articles' texts by id. They are other people's: the page says that it is private, and must not be published.
        tiles: ``url`` and ``attribution`` of a server of map tiles, which the page asks only when its reader switches them on.
        changes: what changed since the last map, as `geomap.export.for_page` gives it.

    Raises:
        DataError: a table or frame states no reference system, or one that does not lead to lon and lat; others are
            reprojected.
    """
    published = replace(published, **_in_degrees(published.frames))
    basemap = _in_degrees(basemap)
    story, line = published.story, published.border.iloc[0]
    drawn = " ".join(basemap["countries"]["source"].dropna()) if "source" in basemap["countries"] else ""
    credited = [*published.border["attribution"], *(["© OpenStreetMap contributors"] if "OpenStreetMap" in drawn else [])]
    unreviewed = published.incidents["id"].isin(published.unreviewed).to_numpy().nonzero()[0].tolist()
    about = {
        **build,
        "private": texts is not None,
        "tiles": dict(tiles) if tiles else None,
        "countries": list(line["countries"] or ()),
        "credit": list(dict.fromkeys(words for words in (*credited, story.attribution) if words and words != _NAMED)),
        "lines": [{"name": other.name, "drawn_by": other.drawn_by, "labels": dict(other.labels)} for other in story.lines],
        "language": story.languages[0],
        "extent": story.extent,
        "west": west_of(published),
        "changes": dict(changes) if changes else None,
        "layers": [[card.name, card.mark, card.made, card.cannot] for card in LAYER_CARDS if card.tables or tiles],
        "title": story.title,
        "translations": {code: dict(words) for code, words in story.translations.items() if code in story.languages},
        **({"unreviewed": unreviewed} if unreviewed else {}),
        **({"steps": [_step(step) for step in story.steps]} if story.steps else {}),
    }
    page = Page(story=story, about=about, plain=without_scripts(published, basemap))
    Backdrop(basemap, published.places[published.places["level"] == "settlement"], story).add_to(page)
    Borders(published).add_to(page)
    Incidents(published, texts).add_to(page)
    return seal(in_ascii(page.get_root().render()), images=images_of(tiles["url"]) if tiles else "")


def _step(step: StoryStep) -> dict[str, Any]:
    """A step of the story as the page's scripts take it."""
    zoom, lng, lat = step.view or (None, None, None)
    return {
        "text": dict(step.text),
        "incident": step.incident,
        "view": {"zoom": zoom, "lng": lng, "lat": lat} if step.view else None,
        "from": step.first_day and step.first_day.isoformat(),
        "to": step.last_day and step.last_day.isoformat(),
        "filters": {name: sorted(values) for name, values in step.filters.items()},
    }


def _in_degrees(frames: Mapping[str, Any]) -> dict[str, Any]:
    """The frames that have geometries in lon/lat on WGS 84, by their names; the page draws nothing else."""
    return {name: in_degrees(f, name) if isinstance(f, gpd.GeoDataFrame) else f for name, f in frames.items()}


__all__ = [
    "Backdrop",
    "Borders",
    "IncidentLayer",
    "Incidents",
    "Page",
    "draw",
    "draw_events",
    "escape",
    "extent_of_events",
    "images_of",
    "languages",
    "leaflet",
    "method_page",
    "seal",
    "web_address",
]
