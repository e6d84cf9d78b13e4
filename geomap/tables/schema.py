"""The published schema: every table with what it holds, each column with its type, its unit and the code that fills it.

The files, the page, the README's table and the data dictionary are made from it. Geometry is lon/lat on WGS 84; a column
that is unknown is null.
"""

from __future__ import annotations

from geomap.tables.areas import AREA_PARTS, AREAS, BORDER, BUFFERS, LINKS
from geomap.tables.claims import ACTORS, ARTICLES, CITED_VALUES, CLAIMS, DIFFERENCES, SPANS
from geomap.tables.columns import Column, Table
from geomap.tables.incidents import INCIDENTS
from geomap.tables.lines import LINE_DISTANCES
from geomap.tables.places import PLACES, STATEMENTS
from geomap.tables.sites import SITES

CRS = "EPSG:4326"

TABLES: dict[str, Table] = {
    "incidents": INCIDENTS,
    "sites": SITES,
    "areas": AREAS,
    "area_parts": AREA_PARTS,
    "border": BORDER,
    "buffers": BUFFERS,
    "links": LINKS,
    "line_distances": LINE_DISTANCES,
    "places": PLACES,
    "claims": CLAIMS,
    "actors": ACTORS,
    "cited_values": CITED_VALUES,
    "spans": SPANS,
    "articles": ARTICLES,
    "differences": DIFFERENCES,
    "statements": STATEMENTS,
}
#: The columns of each table.
SCHEMA: dict[str, tuple[Column, ...]] = {name: table.columns for name, table in TABLES.items()}
