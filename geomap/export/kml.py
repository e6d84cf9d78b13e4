"""Incidents, areas and the border as KML 2.2: a folder of each kind, colours by side, time spans; nothing is fetched.

GIS programs make a layer of each folder and open the first, so no folder holds folders alone, and the incidents come first.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from shapely.geometry.base import BaseGeometry

from geomap.export.style import alias
from geomap.export.tables import contents, rights_of
from geomap.tables import SCHEMA, Tables
from geomap.vocabulary import symbols

#: Characters that XML has no way to write.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ROLES = {
    "best": "Areas: the best reading",
    "site": "Areas: one of several sites",
    "account": "Areas: by one account alone",
    "reading": "Areas: by another reading of an account",
}


def kml_text(published: Tables) -> str:
    """The text of a KML document: folders of incidents, of their sites, of areas by role, of the border."""
    root = ET.Element("kml", xmlns="http://www.opengis.net/kml/2.2")
    document = ET.SubElement(root, "Document")
    _text(document, "name", published.story.title)
    _text(document, "description", escape(" ".join(rights_of(published))))
    for side in published.story.side_of.values():
        _style(document, side.name, side.light, symbols.AREAS["best"])
    _style(document, "border", symbols.INK.light, symbols.BORDER)
    sites, areas = _rows(published, "sites"), _rows(published, "areas")
    _folder(document, "Incidents", "incidents", _rows(published, "incidents"))
    _folder(document, "Sites", "sites", [row | {"title": f"{row['title']}: {row['name']}"} for row in sites])
    for role, words in _ROLES.items():
        _folder(document, words, "areas", [row for row in areas if row["role"] == role])
    _folder(document, "Border", "border", [row | {"title": row["name"]} for row in _rows(published, "border")])
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def write_kml(published: Tables, path: Path | str) -> None:
    """Write `kml_text` to a file."""
    Path(path).write_text(kml_text(published), encoding="utf-8", newline="\n")


def _rows(published: Tables, name: str) -> list[dict[str, Any]]:
    held = contents(getattr(published, name))
    return [row | {"geometry": g} for row, g in zip(held.rows, held.geometries or (), strict=True)]


def _folder(document: ET.Element, name: str, table: str, rows: list[dict[str, Any]]) -> None:
    """A folder of a table's rows, where there are any; each row has a ``title``."""
    if rows:
        folder = ET.SubElement(document, "Folder")
        _text(folder, "name", name)
        for row in rows:
            _placemark(folder, row, "border" if table == "border" else row["actor_side"] or "Unknown", table)


def _placemark(folder: ET.Element, row: dict[str, Any], style: str, table: str) -> None:
    """A row: KML has no unknown place, so an incident without a point is a placemark without geometry."""
    placemark = ET.SubElement(folder, "Placemark", id=_id(f"{table}-{row['id']}"))
    _text(placemark, "name", row["title"] or row["id"])
    first, last = row.get("first_day"), row.get("last_day")
    if first or last:
        span = ET.SubElement(placemark, "TimeSpan")
        for tag, day in (("begin", first), ("end", last)):
            if day:
                _text(span, tag, day)
    _text(placemark, "styleUrl", f"#{_id(style)}")
    data = ET.SubElement(placemark, "ExtendedData")
    for column in SCHEMA[table]:
        if row.get(column.name) is not None:
            item = ET.SubElement(data, "Data", name=column.name)
            _text(item, "displayName", alias(column))
            _text(item, "value", str(row[column.name]))
    if row["geometry"] is not None:
        placemark.append(_geometry(row["geometry"]))


def _geometry(geometry: BaseGeometry) -> ET.Element:
    if hasattr(geometry, "geoms"):
        many = ET.Element("MultiGeometry")
        many.extend(_geometry(part) for part in geometry.geoms)
        return many
    if geometry.geom_type != "Polygon":
        single = ET.Element(geometry.geom_type)
        _text(single, "coordinates", _positions(geometry))
        return single
    polygon = ET.Element("Polygon")
    for tag, ring in (("outerBoundaryIs", geometry.exterior), *(("innerBoundaryIs", hole) for hole in geometry.interiors)):
        line = ET.SubElement(ET.SubElement(polygon, tag), "LinearRing")
        _text(line, "coordinates", _positions(ring))
    return polygon


def _positions(geometry: BaseGeometry) -> str:
    return " ".join(f"{x},{y}" for x, y in geometry.coords)


def _style(document: ET.Element, name: str, colour: str, line: symbols.Line) -> None:
    style = ET.SubElement(document, "Style", id=_id(name))
    _text(ET.SubElement(style, "IconStyle"), "color", _abgr(colour))
    stroke = ET.SubElement(style, "LineStyle")
    _text(stroke, "color", _abgr(colour))
    _text(stroke, "width", f"{line.width_px:g}")
    _text(ET.SubElement(style, "PolyStyle"), "color", _abgr(colour, line.fill_opacity))


def _abgr(colour: str, alpha: float = 1.0) -> str:
    """A colour as KML writes it, backwards.

    >>> _abgr("#ff2100", 0.5)
    '800021ff'
    """
    return f"{round(alpha * 255):02x}{colour[5:7]}{colour[3:5]}{colour[1:3]}"


def _id(text: str) -> str:
    """A text as an XML id."""
    return re.sub(r"[^\w.-]", "-", text)


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = _UNWRITABLE.sub("\ufffd", text)


__all__ = ["kml_text", "write_kml"]
