"""A QGIS project of all tables, and the metadata that stands beside each.

Tables lie in the GeoPackage beside the project, by relative path; nothing is fetched. Two things fail silently in QGIS when
they are left out: a positive ``srsid`` in every ``<spatialrefsys>``, and ``ProjectionsEnabled``.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.etree import ElementTree as ET

import geopandas as gpd
import pandas as pd
import shapely
from pyproj import Transformer

from geomap.export.licences import terms_of
from geomap.export.qgis_layout import layouts
from geomap.export.style import VERSION, document, rgba, style
from geomap.export.tables import DESCRIPTIONS, days_of, rights_of, titled
from geomap.tables import Tables, west_of
from geomap.vocabulary import SEA

#: The layers of the map, the topmost first, and whether each is drawn at first; what is not named comes last.
ORDER = {
    "incidents": True,
    "sites": True,
    "links": False,
    "border": True,
    "areas": True,
    "statements": False,
    "places": False,
    "buffers": False,
}
#: Under them, always drawn.
GROUND = ("disputed", "admin1", "countries", "land")

#: Which table's column names rows of another: (table, column) → table. QGIS shows these rows in the other's form.
REFERENCES: dict[tuple[str, str], str] = {
    ("claims", "incident"): "incidents",
    ("claims", "site"): "sites",
    ("sites", "incident"): "incidents",
    ("sites", "border"): "border",
    ("areas", "incident"): "incidents",
    ("areas", "claim"): "claims",
    ("buffers", "border"): "border",
    ("area_parts", "area"): "areas",
    ("area_parts", "incident"): "incidents",
    ("actors", "incident"): "incidents",
    ("actors", "claim"): "claims",
    ("spans", "claim"): "claims",
    ("incidents", "border"): "border",
    ("line_distances", "incident"): "incidents",
    ("line_distances", "line"): "border",
    ("differences", "incident"): "incidents",
    ("links", "incident"): "incidents",
    ("statements", "incident"): "incidents",
    ("statements", "claim"): "claims",
    ("statements", "article"): "articles",
    ("cited_values", "claim"): "claims",
    ("claims", "article"): "articles",
}

#: The reference systems, the last for maps around 180 degrees: it is whole there, and ends at 30 W.
_PROJ = {
    4326: ("3452", "WGS 84", "longlat", "true", "+proj=longlat +datum=WGS84 +no_defs"),
    3857: (
        "3857", "WGS 84 / Pseudo-Mercator", "merc", "false",
        "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs",
    ),
    3832: (
        "27242", "WGS 84 / PDC Mercator", "merc", "false",
        "+proj=merc +lon_0=150 +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs",
    ),
}  # fmt: skip


def metadata(name: str, table: pd.DataFrame, published: Tables) -> ET.Element:
    """What a table is, whose, and what it spans, as the ``<qgis>`` element of a ``.qmd`` file."""
    root = ET.Element("qgis", version=VERSION)
    for tag, text in (
        ("identifier", name),
        ("parentidentifier", ""),
        ("language", "ENG"),
        ("type", "dataset"),
        ("title", titled(name)),
        ("abstract", DESCRIPTIONS.get(name, "")),
    ):
        _text(root, tag, text)
    terms = terms_of(name, published)
    for who in terms:
        _text(root, "rights", who)
    for licence in sorted(set(terms.values())):
        _text(root, "license", licence)
    _crs(ET.SubElement(root, "crs"), 4326)
    extent = ET.SubElement(root, "extent")
    if isinstance(table, gpd.GeoDataFrame) and table.geometry.notna().any():
        bounds = zip(("minx", "miny", "maxx", "maxy"), table.total_bounds, strict=True)
        box = {key: f"{value:.6f}" for key, value in bounds}
        ET.SubElement(extent, "spatial", {"crs": "EPSG:4326", "dimensions": "2", "minz": "0", "maxz": "0"} | box)
    if days := days_of(table):
        period = ET.SubElement(ET.SubElement(extent, "temporal"), "period")
        _text(period, "start", f"{days[0]}T00:00:00Z")
        _text(period, "end", f"{days[1]}T23:59:59Z")
    return root


def qmd(name: str, table: pd.DataFrame, published: Tables) -> str:
    """The text of a ``.qmd`` file."""
    return document(metadata(name, table, published))


def qgis_project(tables: Mapping[str, pd.DataFrame], published: Tables, *, gpkg: str) -> str:
    """The text of a ``.qgs`` project.

    Args:
        tables: by name; those with geometry become the map.
        published: what they were made from, for title, colours and rights.
        gpkg: the GeoPackage that holds the tables, relative to the project.
    """
    root = ET.Element("qgis", version=VERSION, projectname=published.story.title)
    ET.SubElement(root, "homePath", path="")
    _text(root, "title", published.story.title)
    system = 3857 if west_of(published) == -180 else 3832
    _crs(ET.SubElement(root, "projectCrs"), system)
    order = (*ORDER, *(name for name in tables if name not in ORDER and name not in GROUND), *GROUND)
    names = [name for name in order if name in tables]
    maps = [name for name in names if isinstance(tables[name], gpd.GeoDataFrame)]
    rest = [name for name in names if name not in maps]
    tree = ET.SubElement(root, "layer-tree-group")
    for name in maps:
        _leaf(tree, name, gpkg, checked=ORDER.get(name, True))
    group = ET.SubElement(tree, "layer-tree-group", name="Tables", checked="Qt::Checked", expanded="0")
    for name in rest:
        _leaf(group, name, gpkg, checked=True)
    relations = ET.SubElement(root, "relations")
    for (name, column), other in REFERENCES.items():
        if name in tables and other in tables:
            _relation(relations, name, column, other)
    layers = ET.SubElement(root, "projectlayers")
    for name in names:
        layers.append(_maplayer(name, tables[name], gpkg, published))
    drawn = ET.SubElement(root, "layerorder")
    for name in maps:
        ET.SubElement(drawn, "layer", id=_id(name))
    _properties(root)
    about = ET.SubElement(root, "projectMetadata")
    for tag, text in (("identifier", ""), ("language", "ENG"), ("type", "project"), ("title", published.story.title)):
        _text(about, tag, text)
    credit = " ".join(rights_of(published))
    for tag, text in (("abstract", DESCRIPTIONS["incidents"]), ("rights", credit)):
        _text(about, tag, text)
    _view(root, {name: tables[name] for name in maps}, system, published.story.title, credit)
    if days := days_of(tables["incidents"]):
        time = ET.SubElement(root, "ProjectTimeSettings", timeStep="1", timeStepUnit="mon", frameRate="1")
        span = ET.SubElement(time, "TemporalRange")
        _text(span, "start", f"{days[0]}T00:00:00Z")
        _text(span, "end", f"{days[1]}T23:59:59Z")
    return document(root)


def qgz(text: str, name: str) -> bytes:
    """A project as a ``.qgz`` file: the same bytes for the same text, whatever zlib is about, so stored and not packed."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        entry = zipfile.ZipInfo(f"{name}.qgs", (1980, 1, 1, 0, 0, 0))
        entry.create_system, entry.external_attr = 3, 0o644 << 16
        archive.writestr(entry, text)
    return buffer.getvalue()


def _leaf(parent: ET.Element, name: str, gpkg: str, *, checked: bool) -> None:
    state = "Qt::Checked" if checked else "Qt::Unchecked"
    leaf = {"id": _id(name), "name": titled(name), "checked": state, "expanded": "1" if name == "incidents" else "0"}
    ET.SubElement(parent, "layer-tree-layer", leaf | {"providerKey": "ogr", "source": _source(name, gpkg)})


def _id(name: str) -> str:
    """A layer's id: QGIS makes up another when one is shorter than eleven characters."""
    return f"geomap_{name:_<4}"


def _source(name: str, gpkg: str) -> str:
    return f"{gpkg}|layername={name}"


def _maplayer(name: str, table: pd.DataFrame, gpkg: str, published: Tables) -> ET.Element:
    layer = style(name, table, published.story)
    layer.tag = "maplayer"
    layer.attrib.pop("version")
    layer.set("type", "vector")
    spatial = isinstance(table, gpd.GeoDataFrame)
    layer.set("geometry", "Point" if spatial else "No geometry")
    head = ET.Element("head")
    for tag, text in (("id", _id(name)), ("datasource", _source(name, gpkg)), ("layername", titled(name))):
        _text(head, tag, text)
    if spatial:
        _crs(ET.SubElement(head, "srs"), 4326)
    described = metadata(name, table, published)
    described.tag = "resourceMetadata"
    described.attrib.clear()
    head.append(described)
    provider = _text(head, "provider", "ogr")
    provider.set("encoding", "UTF-8")
    for number, child in enumerate(head):
        layer.insert(number, child)
    return layer


def _relation(parent: ET.Element, name: str, column: str, other: str) -> None:
    relation = ET.SubElement(
        parent, "relation", id=f"geomap_{name}_{column}", name=f"{titled(name)} of the {column}", strength="Association",
        referencingLayer=_id(name), referencedLayer=_id(other),
    )  # fmt: skip
    ET.SubElement(relation, "fieldRef", referencingField=column, referencedField="id")


def _properties(root: ET.Element) -> None:
    """Measuring on the ellipsoid, paths that move with the folder, and the page's ground."""
    properties = ET.SubElement(root, "properties")
    sea = rgba(SEA.light).split(",")
    for group, key, kind, text in (
        ("Measure", "Ellipsoid", "QString", "EPSG:7030"),
        ("Measurement", "DistanceUnits", "QString", "kilometers"),
        ("Measurement", "AreaUnits", "QString", "km2"),
        ("Paths", "Absolute", "bool", "false"),
        ("SpatialRefSys", "ProjectionsEnabled", "int", "1"),
        *(("Gui", f"CanvasColor{name}Part", "int", value) for name, value in zip(("Red", "Green", "Blue"), sea, strict=False)),
    ):
        parent = properties.find(group)
        _text(ET.SubElement(properties, group) if parent is None else parent, key, text).set("type", kind)


def _view(root: ET.Element, maps: Mapping[str, gpd.GeoDataFrame], system: int, title: str, credit: str) -> None:
    """What is seen at first, and on the sheet to print: the incidents and sites with a point, and the border."""
    shown = [maps[name] for name in ("incidents", "sites", "border") if name in maps and maps[name].geometry.notna().any()]
    if not shown:
        return
    points = shapely.get_coordinates([shape for table in shown for shape in table.geometry])
    x, y = Transformer.from_crs(4326, system, always_xy=True).transform(*points.T)
    xmin, ymin, xmax, ymax = x.min(), y.min(), x.max(), y.max()
    margin = 0.1 * max(xmax - xmin, ymax - ymin)
    view = ET.SubElement(ET.SubElement(root, "ProjectViewSettings", UseProjectScales="0"), "DefaultViewExtent")
    box = (xmin - margin, ymin - margin, xmax + margin, ymax + margin)
    for key, value in zip(("xmin", "ymin", "xmax", "ymax"), box, strict=True):
        view.set(key, f"{value:.0f}")
    _crs(view, system)
    drawn = root.findall(".//maplayer//category[@render='true']")
    root.append(layouts(title, credit, box, len(drawn) + len(GROUND)))


def _crs(parent: ET.Element, epsg: int) -> None:
    srsid, description, acronym, geographic, proj4 = _PROJ[epsg]
    reference = ET.SubElement(parent, "spatialrefsys")
    for tag, text in (
        ("proj4", proj4),
        ("srsid", srsid),
        ("srid", str(epsg)),
        ("authid", f"EPSG:{epsg}"),
        ("description", description),
        ("projectionacronym", acronym),
        ("ellipsoidacronym", "EPSG:7030"),
        ("geographicflag", geographic),
    ):
        _text(reference, tag, text)


def _text(parent: ET.Element, tag: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, tag)
    element.text = text
    return element
