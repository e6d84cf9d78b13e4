"""The tables' looks in QGIS: symbols, labels, map tips, aliases, time.

Written without QGIS, after what 3.22 writes itself, and only what differs from its defaults. One element serves ``.qml`` files,
``layer_styles`` and projects. Symbols come from `geomap.vocabulary.symbols`, column names from the tables' schema, so that the
page, QGIS and the data dictionary say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from xml.etree import ElementTree as ET

import geopandas as gpd
import pandas as pd

from geomap.export.qgis_expressions import DISPLAY, LABELS, TIPS
from geomap.export.tables import COLUMNS, geometry_type
from geomap.model import UNKNOWN, Side, Story
from geomap.tables import Column
from geomap.vocabulary import symbols

VERSION = "3.22.0"  # the oldest QGIS that reads every part of it
DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"

#: What a person may change in QGIS and geomap takes back: `geomap.export.edits`.
EDITABLE = {"incidents": ("first_day", "last_day", "radius_km")}

_MM = 25.4 / 96  # millimetres to a pixel of the page
_LINES = {"border": symbols.BORDER, "links": symbols.LINKS, "buffers": symbols.BUFFERS}

_LINES |= {"statements": symbols.AREAS["account"]}
_CLEAR = "0,0,0,0"
_APART_PX = 15  # incidents nearer than this on the screen are set side by side, as on the page
_COARSE = ("province", "country")
#: The roles of areas: words, line, and whether drawn at first.
_ROLES = {
    "best": ("Where it may lie", symbols.AREAS["best"], True),
    "coarse": ("Known to the province or country only", symbols.AREAS["best"], False),
    "site": ("Where one of its sites may lie", symbols.AREAS["site"], True),
    "account": ("By one account alone", symbols.AREAS["account"], False),
    "reading": ("By another reading of an account", symbols.AREAS["reading"], False),
}


def style(name: str, table: pd.DataFrame, story: Story) -> ET.Element:
    """The style of a table, as the ``<qgis>`` element of a ``.qml`` file; the story has the sides' colours."""
    root = ET.Element("qgis", version=VERSION, styleCategories="AllStyleCategories", labelsEnabled="0")
    _temporal(root, COLUMNS[name])
    if isinstance(table, gpd.GeoDataFrame):
        _renderer(root, name, table, story)
        _labels(root, name)
    configuration = ET.SubElement(root, "fieldConfiguration")
    aliases = ET.SubElement(root, "aliases")
    for column in COLUMNS[name]:
        widget = ET.SubElement(ET.SubElement(configuration, "field", name=column.name), "editWidget", type="")
        ET.SubElement(ET.SubElement(widget, "config"), "Option")
        ET.SubElement(aliases, "alias", field=column.name, name=alias(column))
    editable = ET.SubElement(root, "editable")
    for column in COLUMNS[name]:
        ET.SubElement(editable, "field", name=column.name, editable=str(int(column.name in EDITABLE.get(name, ()))))
    _text(root, "previewExpression", DISPLAY.get(name, f'"{COLUMNS[name][0].name}"'))
    _text(root, "mapTip", TIPS.get(name, ""))
    return root


def qml(name: str, table: pd.DataFrame, story: Story) -> str:
    """The text of a ``.qml`` file."""
    return document(style(name, table, story))


def document(root: ET.Element) -> str:
    """An element as the text of a QGIS file."""
    ET.indent(root, " ")
    return DOCTYPE + ET.tostring(root, encoding="unicode") + "\n"


def alias(column: Column) -> str:
    """A column's short name for people: the first clause of what it says, with its unit.

    >>> alias(Column("x_km", "number", "how far it reaches; null without a point", None, "km"))
    'How far it reaches (km)'
    """
    clause = column.says.split("; ")[0].split(": ")[0]
    return clause[:1].upper() + clause[1:] + (f" ({column.unit})" if column.unit else "")


def _temporal(root: ET.Element, columns: Iterable[Column]) -> None:
    """When a row is on the map: whenever its closed interval of days overlaps the map's time.

    Not the fields themselves, though they are named too: QGIS compares a day with the map's time as if it were over at its
    midnight, and loses what ends on the first day of a range. What lacks a day at either end counts as undated, and is always
    there.
    """
    if {"first_day", "last_day"} <= {column.name for column in columns}:
        undated = '"first_day" is null or "last_day" is null'
        first = f'if({undated}, @map_start_time, to_datetime("first_day"))'
        last = f"if({undated}, @map_end_time, to_datetime(\"last_day\") + to_interval('86399 seconds'))"
        fields = {"startField": "first_day", "endField": "last_day", "startExpression": first, "endExpression": last}
        fields |= {"durationUnit": "min", "fixedDuration": "0", "limitMode": "1", "accumulate": "0"}
        ET.SubElement(root, "temporal", fields | {"enabled": "1", "mode": "4"})
    else:
        always = ET.SubElement(ET.SubElement(root, "temporal", enabled="1", mode="0"), "fixedRange")
        for end in ("start", "end"):
            ET.SubElement(always, end)


def _renderer(root: ET.Element, name: str, table: gpd.GeoDataFrame, story: Story) -> None:
    if name == "incidents":
        root.append(_spread(_incidents(table, story)))
    elif name == "sites":
        root.append(_incidents(table, story, badge=False))
    elif name == "areas":
        root.append(_areas(table, story))
    elif name == "border" and len(table) > 1:
        root.append(_lines(table))
    elif name in _BACKDROP:
        root.append(_single(_BACKDROP[name](story)))
    else:
        kind = geometry_type(name, table.geometry).removeprefix("Multi")
        line, ink = _LINES.get(name, symbols.LINKS), symbols.INK.light
        root.append(_single(_area(line, ink) if kind == "Polygon" else _line(line, ink) if kind == "LineString" else _dot(ink)))


def _single(symbol: ET.Element) -> ET.Element:
    renderer = ET.Element("renderer-v2", type="singleSymbol", symbollevels="0", enableorderby="0")
    ET.SubElement(renderer, "symbols").append(_named(symbol, "0"))
    return renderer


def _incidents(table: pd.DataFrame, story: Story, *, badge: bool = True) -> ET.Element:
    """A symbol for each pair of kind and side that occurs: the legend lists what is on the map. Sites have no badge."""
    there = set(zip(table["symbol"], table["actor_side"], strict=True))
    pairs = [(kind, side) for kind in symbols.SHAPES for side in _sides(table, story) if (kind, side.name) in there]
    drawn = [
        (f"{kind}, {side.name}", f"{kind.capitalize()} · {side.name}", _marker(kind, side, badge=badge), True)
        for kind, side in pairs
    ]
    renderer = _categories('"symbol" || \', \' || "actor_side"', drawn, _marker("other", UNKNOWN, badge=badge))
    # The deadliest first, so that no symbol hides a smaller one.
    renderer.set("enableorderby", "1")
    clause = ET.SubElement(ET.SubElement(renderer, "orderby"), "orderByClause", asc="0", nullsFirst="0")
    clause.text = '"killed_min"'
    return renderer


def _sides(table: pd.DataFrame, story: Story) -> list[Side]:
    """The sides in the order of the legend, then those that only the table has, by name."""
    more = sorted(set(table["actor_side"].dropna()) - set(story.side_of))
    return [*story.sides, *(replace(UNKNOWN, name=name) for name in more)]


def _areas(table: pd.DataFrame, story: Story) -> ET.Element:
    """As on the page, whole provinces and what one account alone says are there to be switched on, not drawn at first."""
    role = table["role"].where((table["role"] != "best") | ~table["level"].isin(_COARSE), "coarse")
    there = set(zip(role, table["actor_side"], strict=True))
    drawn = []
    for key, (words, line, shown) in _ROLES.items():
        for side in _sides(table, story):
            if (key, side.name) in there:
                drawn.append((f"{key}, {side.name}", f"{words} · {side.name}", _area(line, side.light), shown))
    coarse = ", ".join(f"'{level}'" for level in _COARSE)
    expression = f'if("role" = \'best\' and "level" in ({coarse}), \'coarse\', "role") || \', \' || "actor_side"'
    return _categories(expression, drawn, _area(symbols.AREAS["account"], UNKNOWN.light))


def _categories(expression: str, drawn: Iterable[tuple[str, str, ET.Element, bool]], rest: ET.Element) -> ET.Element:
    """A renderer with a symbol per value of the expression (value, label, symbol, drawn at first), and one for all else."""
    renderer = ET.Element("renderer-v2", type="categorizedSymbol", attr=expression, symbollevels="0", enableorderby="0")
    categories, used = ET.SubElement(renderer, "categories"), ET.SubElement(renderer, "symbols")
    for number, (value, label, symbol, shown) in enumerate([*drawn, ("", "Anything else", rest, True)]):
        render = "true" if shown else "false"
        ET.SubElement(categories, "category", symbol=str(number), value=value, label=label, render=render)
        used.append(_named(symbol, str(number)))
    return renderer


def _lines(table: pd.DataFrame) -> ET.Element:
    """The border unbroken, each further line in its own dashes."""
    ink, looks = (
        symbols.INK.light,
        (symbols.BORDER, *(symbols.FURTHER[n % len(symbols.FURTHER)] for n in range(len(table) - 1))),
    )
    drawn = [(row["id"], row["name"], _line(look, ink), True) for (_, row), look in zip(table.iterrows(), looks, strict=True)]
    return _categories('"id"', drawn, _line(symbols.BORDER, ink))


def _spread(inner: ET.Element) -> ET.Element:
    """Incidents at one place are set around it, so that each can be seen and clicked."""
    mm = {"tolerance": _mm(_APART_PX * _MM), "toleranceUnit": "MM", "circleWidth": _mm(0.5 * _MM), "circleRadiusAddition": "0"}
    renderer = ET.Element("renderer-v2", mm | {"type": "pointDisplacement", "placement": "0", "circleColor": rgba("#888888")})
    renderer.set("maxLabelScaleDenominator", "-1")
    renderer.append(inner)
    renderer.append(_named(_dot(symbols.INK.light, 1.5), "centerSymbol"))
    return renderer


#: A symbol's radius in millimetres, as an expression: `symbols.radius_px`.
_RADIUS = f'({symbols.RADIUS_PX * _MM:.4g} * min(2, (1 + coalesce("killed_min", 0)) ^ {symbols.RADIUS_POWER}))'


def _marker(kind: str, side: Side, *, badge: bool) -> ET.Element:
    """An incident as on the page: ring, shape, and a badge where accounts differ, each lifted off the map by a halo."""
    symbol, colour = _symbol("marker"), side.light
    _ring(symbol, colour)
    _shape(symbol, symbols.SHAPES[kind], colour)
    if badge:
        _badge(symbol)
    return symbol


def _ring(symbol: ET.Element, colour: str) -> None:
    rings = {level: ring for level, ring in symbols.RINGS.items() if ring.radius > 1}
    sizes = " ".join(f"when \"level\" = '{level}' then {2 * ring.radius:g}" for level, ring in rings.items())
    dashed = " or ".join(f"\"level\" = '{level}'" for level, ring in rings.items() if ring.dashes)
    listed = ", ".join(f"'{level}'" for level in rings)
    computed = {"enabled": f'"level" in ({listed})', "size": f"{_RADIUS} * case {sizes} end"}
    width = max(ring.width_px for ring in rings.values())
    _layer(symbol, "SimpleMarker", _point("circle", 4, _CLEAR, symbols.HALO.light, width + 2), computed)
    computed |= {"outlineStyle": f"if({dashed}, 'dash', 'solid')"}
    _layer(symbol, "SimpleMarker", _point("circle", 4, _CLEAR, colour, width), computed)


def _shape(symbol: ET.Element, shape: symbols.Shape, colour: str) -> None:
    """Hollow where the dead are unknown, for unknown is not none."""
    turned = {"angle": str(shape.qgis_angle)}
    size = {"size": f"{_RADIUS} * {shape.qgis_size:.4g}"}
    _layer(symbol, "SimpleMarker", _point(shape.qgis, 3, rgba(colour), symbols.HALO.light, 3) | turned, size)
    unknown = '"killed_min" is null'
    hollow = {
        "fillColor": f"if({unknown}, '{rgba(symbols.HALO.light)}', '{rgba(colour)}')",
        "outlineWidth": f"if({unknown}, {_mm(2 * _MM)}, {_mm(_MM)})",
    }
    _layer(symbol, "SimpleMarker", _point(shape.qgis, 3, rgba(colour), colour, 1) | turned, size | hollow)


def _badge(symbol: ET.Element) -> None:
    """A round badge with an unequal sign, up and to the right; clear unless accounts differ, as they do not in a legend."""
    apart = f"({_RADIUS} + {_mm(3 * _MM)})"

    def where_accounts_differ(colour: str) -> str:
        return f"if(\"difference_count\" > 0, '{rgba(colour)}', '{_CLEAR}')"

    ink, halo = where_accounts_differ(symbols.INK.light), where_accounts_differ(symbols.HALO.light)
    computed = {"fillColor": halo, "outlineColor": ink, "offset": f"{apart} || ',-' || {apart}"}
    circle = _point("circle", 11 * _MM, _CLEAR, symbols.INK.light, 1) | {"outline_color": _CLEAR}
    _layer(symbol, "SimpleMarker", circle, computed)
    sign = {"chr": "≠", "font": "DejaVu Sans", "color": _CLEAR, "outline_color": _CLEAR, "size": _mm(10 * _MM)}
    sign |= {"size_unit": "MM", "offset_unit": "MM", "horizontal_anchor_point": "1", "vertical_anchor_point": "1"}
    _layer(symbol, "FontMarker", sign, computed | {"fillColor": ink})


def _point(name: str, size_mm: float, fill: str, outline: str, width_px: float) -> dict[str, str]:
    """A simple marker: its fill as QGIS writes colours, its outline as ``#rrggbb``."""
    options = {"name": name, "color": fill, "outline_color": rgba(outline), "size": _mm(size_mm), "size_unit": "MM"}
    options |= {"outline_width": _mm(width_px * _MM), "outline_width_unit": "MM", "joinstyle": "round", "offset_unit": "MM"}
    return options


def _symbol(kind: str) -> ET.Element:
    return ET.Element("symbol", type=kind, alpha="1", clip_to_extent="1", force_rhr="0")


def _area(line: symbols.Line, colour: str) -> ET.Element:
    symbol = _symbol("fill")
    _layer(symbol, "SimpleFill", {"color": rgba(colour, line.fill_opacity), "style": "solid", "outline_style": "no"})
    _stroke(symbol, line, colour)
    return symbol


def _line(line: symbols.Line, colour: str) -> ET.Element:
    symbol = _symbol("line")
    _stroke(symbol, line, colour)
    return symbol


def _dot(colour: str, radius_px: float = symbols.RADIUS_PX / 2) -> ET.Element:
    symbol = _symbol("marker")
    _layer(symbol, "SimpleMarker", _point("circle", 2 * radius_px * _MM, rgba(colour), symbols.HALO.light, 1))
    return symbol


def _countries(story: Story) -> ET.Element:
    """Land, the home countries lighter."""
    codes = ", ".join(f"'{code}'" for code in story.home) or "''"
    home = f"if(\"iso_a2\" in ({codes}), '{rgba(symbols.HOME.light)}', '{rgba(symbols.LAND.light)}')"
    symbol = _symbol("fill")
    options = {"color": rgba(symbols.LAND.light), "style": "solid", "outline_color": rgba(symbols.COAST.light)}
    options |= {"outline_style": "solid", "outline_width": _mm(_MM), "outline_width_unit": "MM"}
    _layer(symbol, "SimpleFill", options, {"fillColor": home})
    return symbol


_BACKDROP: dict[str, Callable[[Story], ET.Element]] = {
    "countries": _countries,
    "land": lambda _: _area(symbols.Line(0.0, (), 1.0), symbols.LAND.light),
    "admin1": lambda _: _line_of_area(symbols.Line(0.8), symbols.PROVINCE.light),
    "disputed": lambda _: _line(symbols.Line(1.0, (4.0, 3.0)), symbols.COAST.light),
}


def _line_of_area(line: symbols.Line, colour: str) -> ET.Element:
    symbol = _symbol("fill")
    _stroke(symbol, line, colour)
    return symbol


def _stroke(symbol: ET.Element, line: symbols.Line, colour: str) -> None:
    dashes = ";".join(_mm(dash * _MM) for dash in line.dashes)
    options = {"line_color": rgba(colour), "line_width": _mm(line.width_px * _MM), "line_width_unit": "MM"}
    options |= {"line_style": "solid", "joinstyle": "round", "capstyle": "flat" if dashes else "round"}
    if dashes:
        options |= {"use_custom_dash": "1", "customdash": dashes, "customdash_unit": "MM"}
    _layer(symbol, "SimpleLine", options)


def _layer(symbol: ET.Element, kind: str, options: Mapping[str, str], computed: Mapping[str, str] | None = None) -> None:
    """Adds a symbol layer; ``computed`` are expressions that set options for each feature."""
    layer = ET.SubElement(symbol, "layer", {"class": kind, "enabled": "1", "locked": "0", "pass": "0"})
    values = ET.SubElement(layer, "Option", type="Map")
    for key, value in options.items():
        ET.SubElement(values, "Option", name=key, type="QString", value=value)
    if computed:
        _computed(ET.SubElement(layer, "data_defined_properties"), computed)


def _computed(parent: ET.Element, expressions: Mapping[str, str]) -> None:
    collection = ET.SubElement(parent, "Option", type="Map")
    ET.SubElement(collection, "Option", name="name", type="QString", value="")
    properties = ET.SubElement(collection, "Option", name="properties", type="Map")
    for key, expression in expressions.items():
        one = ET.SubElement(properties, "Option", name=key, type="Map")
        ET.SubElement(one, "Option", name="active", type="bool", value="true")
        ET.SubElement(one, "Option", name="expression", type="QString", value=expression)
        ET.SubElement(one, "Option", name="type", type="int", value="3")
    ET.SubElement(collection, "Option", name="type", type="QString", value="collection")


def _labels(root: ET.Element, name: str) -> None:
    if name not in LABELS:
        return
    root.set("labelsEnabled", "1")
    settings = ET.SubElement(ET.SubElement(root, "labeling", type="simple"), "settings", calloutType="simple")
    text = ET.SubElement(
        settings, "text-style", fieldName=LABELS[name], isExpression="1", fontSize="8", fontSizeUnit="Point",
        textColor=rgba("#222222"), multilineHeight="1", textOpacity="1",
    )  # fmt: skip
    ET.SubElement(
        text, "text-buffer", bufferDraw="1", bufferSize="0.8", bufferSizeUnits="MM", bufferColor=rgba("#ffffff", 0.85),
        bufferOpacity="1", bufferNoFill="1", bufferJoinStyle="128",
    )  # fmt: skip
    beside = {"placement": "6", "dist": "1.8"}
    placement = {"incidents": beside, "sites": beside, "border": {"placement": "2", "placementFlags": "9"}}.get(
        name, {"placement": "4"}
    )
    placement |= {"distUnits": "MM", "offsetType": "1", "priority": "5"}
    placement |= {"predefinedPositionOrder": "R,L,TR,BR,TL,BL,TSR,BSR"}
    ET.SubElement(settings, "placement", placement)
    rendering = {"drawLabels": "1", "obstacle": "1", "displayAll": "0", "fontMaxPixelSize": "10000"}
    ET.SubElement(settings, "rendering", rendering | ({"labelPerPart": "1"} if name == "areas" else {}))


def rgba(colour: str, alpha: float = 1.0) -> str:
    """A colour as QGIS writes it.

    >>> rgba("#ff2100", 0.15)
    '255,33,0,38'
    """
    red, green, blue = (int(colour[k : k + 2], 16) for k in (1, 3, 5))
    return f"{red},{green},{blue},{round(alpha * 255)}"


def _mm(value: float) -> str:
    return f"{value:.4g}"


def _named(symbol: ET.Element, name: str) -> ET.Element:
    symbol.set("name", name)
    return symbol


def _text(parent: ET.Element, tag: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, tag)
    element.text = text
    return element
