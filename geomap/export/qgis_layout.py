"""A sheet to print in the QGIS project: A4 on its side, with map, legend, scale, north and whom to name.

Written without QGIS, after what 3.22 writes itself, and only what differs from its defaults.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from geomap.export.style import rgba
from geomap.vocabulary import SEA

#: What QGIS calls the kinds of items of a layout.
_PAGE, _MAP, _PICTURE, _LABEL, _LEGEND, _SCALE = map(str, (65638, 65639, 65640, 65641, 65642, 65646))
_WIDTH, _HEIGHT = 297.0, 210.0  # millimetres of A4
_MARGIN, _TITLE, _FOOT, _SIDE = 10.0, 12.0, 14.0, 72.0  # millimetres: around, above and under the map, and beside it
#: Millimetres of the map on the sheet.
MAP_MM = (_WIDTH - 3 * _MARGIN - _SIDE, _HEIGHT - 2 * _MARGIN - _TITLE - _FOOT)
_ENTRIES = 36  # of the legend that one column beside the map has room for
_NORTH = ":/images/north_arrows/layout_default_north_arrow.svg"  # QGIS brings it

Box = tuple[float, float, float, float]


def layouts(title: str, credit: str, extent: Box, entries: int) -> ET.Element:
    """The ``<Layouts>`` of a project with one sheet, named as the story.

    Args:
        title: of the sheet.
        credit: whom to name, printed at its foot.
        extent: least x and y, greatest x and y of what the map shows, in the project's reference system.
        entries: how many the legend may have; it lists those that are on the map.
    """
    root = ET.Element("Layouts")
    layout = ET.SubElement(root, "Layout", name=title, units="mm", printResolution="300")
    pages = ET.SubElement(layout, "PageCollection")
    _item(pages, _PAGE, "page", (0, 0, _WIDTH, _HEIGHT))
    ET.SubElement(pages, "GuideCollection", visible="1")
    left, top, (width, height) = _MARGIN, _MARGIN + _TITLE, MAP_MM
    beside, under = left + width + _MARGIN, top + height + 2
    main = _item(layout, _MAP, "map", (left, top, width, height), frame="true", background="true")
    ET.SubElement(
        main, "BackgroundColor", dict(zip(("red", "green", "blue", "alpha"), rgba(SEA.light).split(","), strict=True))
    )
    ET.SubElement(
        main, "Extent", {k: f"{v:.0f}" for k, v in zip(("xmin", "ymin", "xmax", "ymax"), _fitted(extent), strict=True)}
    )
    linked = main.attrib["uuid"]
    _label(layout, "title", title, (left, _MARGIN, _WIDTH - 2 * _MARGIN, _TITLE - 2), points=16)
    _label(layout, "credit", credit, (left, under, width - 80, _FOOT - 2), points=7)
    columns = 1 if entries <= _ENTRIES else 2
    legend = _item(
        layout, _LEGEND, "legend", (beside, top, _SIDE, height + _FOOT), map_uuid=linked, legendFilterByAtlas="0",
        legendFilterByMap="1", resizeToContents="0", columnCount=str(columns), symbolWidth="5", symbolHeight="3", title="",
        splitLayer="1",
    )  # fmt: skip
    styles = ET.SubElement(legend, "styles")
    words = 7 if columns == 1 else 5
    for name, points in (("title", 11), ("group", 9), ("subgroup", words + 2), ("symbol", words), ("symbolLabel", words)):
        ET.SubElement(ET.SubElement(styles, "style", name=name, marginTop="0.7", alignment="1"), "styleFont", _font(points))
    scale = _item(
        layout, _SCALE, "scale", (left + width - 78, under, 62, _FOOT - 2), mapUuid=linked, unitType="km",
        unitLabel="km", numMapUnitsPerScaleBarUnit="1", numSegments="2", numSegmentsLeft="0", segmentSizeMode="1",
        minBarWidth="25", maxBarWidth="50", numUnitsPerSegment="100", style="Single Box", height="2", labelBarSpace="1",
    )  # fmt: skip
    ET.SubElement(scale, "labelFont", _font(8))
    _item(layout, _PICTURE, "north", (left + width - 12, under, 12, _FOOT - 2), file=_NORTH, mapUuid=linked)
    return root


def _fitted(extent: Box) -> Box:
    """The least box of the map's shape around another."""
    xmin, ymin, xmax, ymax = extent
    width, height = (
        max(xmax - xmin, (ymax - ymin) * MAP_MM[0] / MAP_MM[1]),
        max(ymax - ymin, (xmax - xmin) * MAP_MM[1] / MAP_MM[0]),
    )
    x, y = (xmin + xmax) / 2, (ymin + ymax) / 2
    return (x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _item(parent: ET.Element, kind: str, name: str, box: Box, **more: str) -> ET.Element:
    """An item of the sheet; its box is left, top, width and height in millimetres."""
    left, top, width, height = box
    at, key = f"{left:g},{top:g},mm", f"{{geomap-{name}}}"
    attributes = {
        "type": kind, "id": name, "uuid": key, "templateUuid": key, "position": at, "positionOnPage": at, "visibility": "1",
        "size": f"{width:g},{height:g},mm", "opacity": "1", "referencePoint": "0", "background": "false",
    }  # fmt: skip
    return ET.SubElement(parent, "LayoutItem", attributes | more)


def _label(layout: ET.Element, name: str, text: str, box: Box, *, points: int) -> None:
    label = _item(layout, _LABEL, name, box, labelText=text, htmlState="0", halign="1", valign="32")
    ET.SubElement(label, "LabelFont", _font(points))


def _font(points: int) -> dict[str, str]:
    return {"description": f"Sans Serif,{points},-1,5,50,0,0,0,0,0", "style": ""}


__all__ = ["MAP_MM", "layouts"]
