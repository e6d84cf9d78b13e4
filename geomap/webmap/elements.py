"""The parts of the page as folium elements; `Backdrop`, `Borders` and `Incidents` also go on any other `folium.Map`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path
from typing import Any

import folium
import geopandas as gpd
import pandas as pd
import shapely
from branca.element import Element, Figure
from folium.template import Template
from shapely.geometry.base import BaseGeometry

from geomap.geometry import in_degrees, in_world, joined_line, unrolled
from geomap.model import Story
from geomap.tables import SCHEMA, Tables, geoframe
from geomap.webmap.drawing import Drawing, Raw, asset, code, data, packed, script
from geomap.webmap.escape import escape, web_address
from geomap.webmap.pack import Pack, area_polygons, column, points

#: What the map draws and filters by, needed for the first paint; every other column follows in a second pack.
FIRST_PAINT = (
    "symbol", "actor_side", "first_day", "last_day", "level", "distance_min_km", "distance_max_km", "border_country",
    "killed_min", "killed_max", "difference_count", "account_count", "distance_km", "sub_event_type", "event_type",
)  # fmt: skip
#: Columns that another mostly tells: numbers that lie a little above its, words that follow from its.
NEAR = {
    "last_day": "first_day",
    "distance_max_km": "distance_min_km",
    "distance_km": "distance_min_km",
    "killed_max": "killed_min",
    "injured_max": "injured_min",
    "symbol": "sub_event_type",
    "event_type": "sub_event_type",
    "place_local": "place",
    "district": "place",
    "province": "place",
    "country": "place",
    "confidence_rule": "confidence",
}
TABLES = (
    *("border", "line_distances", "sites", "area_parts", "claims", "actors", "cited_values", "articles"),
    *("differences", "statements"),
)


_Layer = tuple[str, tuple[Any, ...], tuple[str | None, ...], tuple[str | None, ...]]


@cache
def leaflet(name: str) -> str:
    """A file of the installed Leaflet: ``leaflet.js`` or ``leaflet.css``, its licence notice at its head."""
    file = Path(str(distribution("XStatic-Leaflet").locate_file(f"xstatic/pkg/leaflet/data/{name}")))
    text = file.read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def languages(codes: Sequence[str] | None = None) -> dict[str, Any]:
    """The page's languages by code: the files of ``assets/languages/``, each with its name, locale, direction and texts.

    Args:
        codes: which of them; English, the language of the data, is always there. All of them unless given.
    """
    found = sorted(file.name for file in (files("geomap.webmap") / "assets" / "languages").iterdir())
    every = [name.removesuffix(".json") for name in found if name.endswith(".json")]
    return {
        code: json.loads(asset(f"languages/{code}.json")) for code in every if codes is None or code == "en" or code in codes
    }


#: The scripts of the whole page, in the order in which they run.
PAGE = (
    "base/text.js", "base/pack.js", "base/language.js", "base/layout.js", "map/symbols.js", "map/canvas.js",
    "state/search.js", "state/model.js", "state/link.js", "state/state.js", "state/address.js", "panels/tolls.js",
    "panels/card_base.js", "panels/card_of_place.js", "panels/card.js", "panels/list.js", "tools/downloads.js",
    "tools/tools.js", "panels/counters.js", "panels/facets.js", "panels/scatter.js", "panels/strip_dates.js",
    "panels/strip_zoom.js", "panels/timeline.js", "panels/legend.js", "map/marks.js", "map/home.js", "map/seen.js",
    "panels/sheet.js", "tools/lettering.js", "tools/vector.js", "tools/picture.js", "panels/dialog.js", "tools/paper.js",
    "tools/embed.js", "tools/frame.js", "panels/reader.js", "map/tiles.js", "page.js", "start.js",
)  # fmt: skip


#: What a page whose story is walked in steps has besides: its script, which goes last, and its stylesheet.
STEPS = "panels/steps.js"

#: The stylesheets of `assets/styles/`, in the order in which they hold: what stands later wins.
STYLES = ("look", "panels", "map", "card", "timeline", "dialog", "layout", "media", "print", "embed", "forced")


def stylesheet() -> str:
    """The page's stylesheet."""
    return "".join(code(f"styles/{name}.css") for name in STYLES)


class Backdrop(Drawing):
    """Countries, first-level areas and names of places, drawn from the page itself: no tiles."""

    scripts = ("map/backdrop.js",)

    def __init__(
        self,
        basemap: Mapping[str, gpd.GeoDataFrame],
        places: gpd.GeoDataFrame | None = None,
        story: Story | None = None,
    ) -> None:
        """Pack the backdrop.

        Args:
            basemap: any of ``countries``, ``admin1`` (first-level areas), ``land`` and ``disputed`` (lines), in lon/lat, with
                the columns ``name`` and ``iso_a2`` or ``country`` where they have them.
            places: points in lon/lat to name, ``id`` the name.
            story: whose home countries are drawn lighter than others.
        """
        under = {name: in_degrees(drawn, name) for name, drawn in basemap.items()}
        layers = tuple(_layer(name, under.get(name)) for name in ("countries", "admin1", "land", "disputed"))
        towns = geoframe("places", []) if places is None else in_degrees(places, "places")
        shapes = _backdrop(layers, tuple(towns["id"]), tuple(towns.geometry))
        story = story or Story()
        drawn = " ".join(words for layer in under.values() if "source" in layer for words in layer["source"].dropna())
        credit = ["© OpenStreetMap contributors" if "OpenStreetMap" in drawn else None, "Natural Earth" if drawn else None]
        options = {"home": list(story.home)}
        super().__init__("backdrop", story, {"shapes": shapes}, options, credit=[*credit, "GeoNames" if len(towns) else None])


def _layer(name: str, drawn: gpd.GeoDataFrame | None) -> _Layer:
    """A layer of the base map: its name, its shapes, and of each the name and the code."""
    if drawn is None:
        return name, (), (), ()
    code = "iso_a2" if "iso_a2" in drawn else "country"
    names, codes = (tuple(drawn[key]) if key in drawn else (None,) * len(drawn) for key in ("name", code))
    return name, tuple(drawn.geometry), names, codes


@lru_cache(maxsize=4)
def _backdrop(layers: tuple[_Layer, ...], towns: tuple[str, ...], spots: tuple[Any, ...]) -> str:
    """The pack of a backdrop, for the next page with the same one too."""
    pack = Pack()
    for name, shapes, names, codes in layers:
        pack.shapes(name, shapes)
        table = {"name": pack.words(names), "code": pack.words(codes), **points(pack, [_label_point(area) for area in shapes])}
        pack.table(f"{name}_names", table, len(shapes))
    pack.table("towns", {"name": pack.words(towns), **points(pack, spots)}, len(towns))
    return pack.text()


class Borders(Drawing):
    """The border as a strong line, with its bands and the links from incidents to it."""

    scripts = ("map/border.js",)

    def __init__(self, published: Tables) -> None:
        """Pack the lines: links of the incidents that are known more finely than by their province."""
        published = _in_degrees(published, "border", "buffers", "links")
        pack = Pack()
        pack.shapes("border", published.border.geometry)
        pack.shapes("bands", published.buffers.geometry)
        coarse = published.incidents["id"][published.incidents["level"].isin(("province", "country"))]
        links = published.links[~published.links["incident"].isin(coarse)].groupby("incident", sort=False).geometry
        lines = {incident: shapely.MultiLineString(list(map(_whole, ways))) for incident, ways in links}
        pack.shapes("links", lines.values())
        pack.table("linked", {"incident": pack.words(list(lines))}, len(lines))
        options = {"bands_km": published.buffers["distance_km"].tolist()}
        credit = published.border["attribution"].dropna()
        super().__init__("border", published.story, {"shapes": pack.text()}, options, credit=credit)


def _whole(way: BaseGeometry) -> BaseGeometry:
    return joined_line(way) if way.geom_type == "MultiLineString" else way


class Incidents(Drawing):
    """Incidents as symbols and areas on a canvas, with the tables that tell of them."""

    scripts = ("map/areas.js", "map/area_marks.js", "map/incidents.js")

    def __init__(
        self,
        published: Tables,
        texts: Mapping[str, str] | None = None,
        *,
        name: str = "Incidents",
        credit: str | None = None,
        show: bool = True,
    ) -> None:
        """Pack the tables.

        Args:
            published: the tables.
            texts: the articles' texts by id, for a private page.
            name: in a control of layers.
            credit: whom to name on the map; those of the border and the story unless given.
            show: whether they are on the map at first.

        Raises:
            DataError: a table states no reference system, an incident has several points, or a day is none.
        """
        published = _in_degrees(published, "incidents", "areas", "sites")
        first_paint = Pack()
        incidents = published.incidents
        first_paint.table(
            "incidents",
            {**_columns(first_paint, "incidents", incidents, FIRST_PAINT), **points(first_paint, incidents.geometry)},
            len(incidents),
        )
        areas = published.areas
        ids = pd.Index(incidents["id"])
        home = ids.get_indexer(pd.Index(areas["incident"]))
        table = _columns(first_paint, "areas", areas, ("role", "level"))
        first_paint.table("areas", {**table, "row": first_paint.numbers(home)}, len(areas))
        first_paint.shapes("area_shapes", areas.geometry)
        parts = published.area_parts
        area_polygons(first_paint, areas, Counter(parts["area"][parts["letter"].str.isalpha()]))
        sites = published.sites
        drawn = _columns(first_paint, "sites", sites, ("number", "level", "killed_min"))
        homes = first_paint.numbers(ids.get_indexer(pd.Index(sites["incident"])))
        first_paint.table("sites", {**drawn, "row": homes, **points(first_paint, sites.geometry)}, len(sites))
        every = [*published.border["attribution"].dropna(), "GeoNames", published.story.attribution]
        named = every if credit is None else [credit]
        packs = {"first_paint": first_paint.text(), "details": _details(published, texts).text()}
        super().__init__("incidents", published.story, packs, name=name, credit=named, show=show)


def _details(published: Tables, texts: Mapping[str, str] | None) -> Pack:
    """What tells of the incidents, which the first picture does not wait for."""
    details, incidents, areas = Pack(), published.incidents, published.areas
    rest = [c.name for c in SCHEMA["incidents"] if c.name not in FIRST_PAINT]
    details.table("incidents", _columns(details, "incidents", incidents, rest), len(incidents))
    for name in TABLES:
        frame = getattr(published, name)
        if "address" in frame:
            frame = frame.assign(address=[web_address(a) if isinstance(a, str) else None for a in frame["address"]])
        listed = [c.name for c in SCHEMA[name]]
        details.table(name, _columns(details, name, frame, listed), len(frame))
    # What one account alone, or another reading of it, would contradict.
    contrary = areas[areas["contradicts"].notna()]
    told = ("incident", "role", "claim", "reading", "distance_min_km", "distance_max_km", "contradicts")
    details.table("areas", _columns(details, "areas", contrary, told), len(contrary))
    details.table(
        "places", _columns(details, "places", published.places, ("id", "name_local", "spellings")), len(published.places)
    )
    # Only a private page leads into the articles' texts.
    spans = published.spans if texts else published.spans.head(0)
    details.table("spans", _columns(details, "spans", spans, ("claim", "field", "span_start", "span_end")), len(spans))
    held = dict(texts or {})
    details.table("texts", {"article": details.words(list(held)), "text": details.words(list(held.values()))}, len(held))
    return details


class Page(folium.Map):
    """A folium map that is a whole page: head, list, map, card, timeline; nothing in it asks for another file."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012  # folium's own form
    default_css: list[tuple[str, str]] = []  # noqa: RUF012
    is_page = True  #: it names whom to credit by itself, and switches no layers

    def __init__(
        self,
        *,
        story: Story,
        about: Mapping[str, Any],
        plain: str,
        scripts: Sequence[str] = PAGE,
        texts: Callable[[Mapping[str, str]], Mapping[str, str]] | None = None,
    ) -> None:
        """Lay the page out.

        Args:
            story: its title and its languages.
            about: what the page's scripts are told of its making.
            plain: what is shown until the scripts run, and where they cannot, as HTML.
            scripts: of the page, in their order.
            texts: what makes a language's texts into those of this page.
        """
        super().__init__(location=[0, 0], zoom_start=3, tiles=None)
        self._name, self._id = "geomap", "map"
        self.title = escape(story.title)
        self.languages = languages(story.languages)
        self.walked = bool(story.steps)
        self.scripts = (*scripts, *([STEPS] if self.walked else []))
        for one in self.languages.values():
            said = texts(one["texts"]) if texts else one["texts"]
            # Those of another kind of page would only lie there.
            one["texts"] = {k: t for k, t in said.items() if not k.startswith("events.") and (self.walked or not _of_steps(k))}
        self.plain = plain
        self.about = {**about, "languages": list(self.languages)}
        figure = _Figure(title=self.title)
        figure.add_child(self)

    def render(self, **kwargs: Any) -> str:
        """Put Leaflet, the stylesheet, the texts and the scripts into the page, and then its drawings."""
        figure: Any = self.get_root()
        style = "\n".join(line for line in leaflet("leaflet.css").splitlines() if "url(" not in line)
        head = {
            "guard": script(code("base/guard.js")),
            "licences": Raw(f"<!--\n{asset('licences.txt')}-->"),
            "style-leaflet": Raw(f"<style>\n{style}\n</style>"),
            "style": Raw(f"<style>\n{stylesheet()}{code('styles/steps.css') if self.walked else ''}</style>"),
            "leaflet": script(leaflet("leaflet.js") + "\n"),
            "languages": packed("languages", self.languages),
            "about": data("about", self.about),
            **{name: script(code(name)) for name in self.scripts},
        }
        for name, element in head.items():
            figure.header.add_child(element, name=f"geomap-{name}")
        parts = Template(asset("page.html")).module
        figure.html.add_child(Raw(parts.html(self, kwargs)), name=self.get_name())
        figure.script.add_child(Raw(parts.script(self, kwargs)), name=self.get_name())
        for child in self._children.values():
            child.render(**kwargs)
        return ""


def _of_steps(key: str) -> bool:
    """Whether a text is of the steps of a story."""
    return key == "steps" or key.startswith("steps.")


class _Figure(Figure):
    """A document with a language and a viewport that a reader may zoom."""

    _template = Template(
        '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<title>{{ this.title }}</title>\n{{ this.header.render(**kwargs) }}\n</head>\n<body>\n"
        "{{ this.html.render(**kwargs) }}\n<script>\n{{ this.script.render(**kwargs) }}\n</script>\n"
        "{{ this.late.render(**kwargs) }}</body>\n</html>\n"
    )

    def __init__(self, **kwargs: Any) -> None:
        """With what stands behind the scripts."""
        super().__init__(**kwargs)
        self.late = Element()


def _columns(pack: Pack, table: str, frame: pd.DataFrame, names: Sequence[str]) -> dict[str, Any]:
    types = {c.name: c.type for c in SCHEMA[table]}
    series = {name: frame[name] for name in names}
    near = {name: (NEAR[name], series[NEAR[name]]) for name in names if NEAR.get(name) in series}
    return {name: column(pack, values, types[name], near.get(name)) for name, values in series.items()}


def _in_degrees(published: Tables, *names: str) -> Tables:
    """The tables, of which the named are in lon/lat; those that say so are taken at their word."""
    frames = {name: getattr(published, name) for name in names}
    return replace(published, **{n: in_degrees(f, n) for n, f in frames.items() if f.crs is None or f.crs != "EPSG:4326"})


@lru_cache(maxsize=512)
def _label_point(area: Any) -> Any:
    """Where an area's name stands: inside its largest part, far from the edge."""
    if area is None or area.is_empty or "Polygon" not in area.geom_type:
        return None
    largest = max(shapely.get_parts(unrolled(area)), key=lambda part: part.area)
    return in_world(shapely.maximum_inscribed_circle(largest, 0.05).interpolate(0))
