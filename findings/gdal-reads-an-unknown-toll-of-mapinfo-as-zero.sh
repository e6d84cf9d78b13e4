#!/usr/bin/env bash
# Guess: GDAL writes an unknown number as an empty field where a format has no NULL, and reads an empty field back as unknown, at least in the file that
#   it wrote itself; where it cannot, it warns, as it does for other losses.
# Seen: MapInfo (MIF and TAB), GMT and MiraMon give 0 for an unknown toll and False or 0 for an unknown yes or no, with no warning. In MIF and GMT, which are
#   text, GDAL writes the number as an empty field (",F,," and "|||"), so the zero comes in when GDAL reads; MIF has F for the yes or no. The
#   date of the same row stays empty. Shapefile, GML, JML, MapML, GeoPackage and FlatGeobuf keep "unknown" for each.
# Versions: pyogrio 0.13.0 (GDAL 3.12.4), shapely 2.1.2
# Why it matters for maps of events: police and survey offices exchange MapInfo files; "toll not known" becomes "nobody was killed", and averages fall.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check pyogrio==0.13.0 shapely==2.1.2 numpy==2.3.5 packaging==25.0 certifi==2025.11.12
cat > t.py <<'P'
import warnings
from pathlib import Path
import numpy, pyogrio, shapely
from pyogrio.raw import read, write
print("pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version_string__); warnings.simplefilter("error")
places = numpy.array([shapely.to_wkb(shapely.Point(x, 30)) for x in (60, 61)], dtype=object); first = numpy.array([False, True])  # the second row knows nothing
fields = {"killed": numpy.array([12, 99], "int32"), "confirmed": numpy.array([True, True]), "km": numpy.array([2.5, 99.0]), "day": numpy.array(["2024-05-03", "2024-05-03"], "datetime64[D]")}
def known(value): return not (value is None or value == "" or value != value or str(value) == "NaT")
def second(driver, path):
    """What the row without values gives back."""
    write(path, places, list(fields.values()), list(fields), field_mask=[first] * len(fields), driver=driver, crs="EPSG:4326", geometry_type="Point")
    meta, _, shapes, columns = read(path); at = [shapely.from_wkb(s).x for s in shapes].index(61)
    row = dict(zip(meta["fields"], (column[at] for column in columns))); print(f"{driver:15} {path:10}", {name: row[name].item() if hasattr(row[name], "item") else row[name] for name in fields})
    return row
for driver, path in [("MapInfo File", "e.tab"), ("MapInfo File", "e.mif"), ("OGR_GMT", "e.gmt"), ("MiraMonVector", "e.pnt")]:
    row = second(driver, path)
    assert row["killed"] == 0 and not row["confirmed"] and known(row["confirmed"]) and row["km"] == 0 and not known(row["day"])
for driver, path in [("ESRI Shapefile", "e.shp"), ("GML", "e.gml"), ("JML", "e.jml"), ("MapML", "e.mapml"), ("GPKG", "e.gpkg"), ("FlatGeobuf", "e.fgb")]:
    row = second(driver, path); assert not any(known(row[name]) for name in fields)
text = Path("e.mid").read_text().splitlines()[1], [line for line in Path("e.gmt").read_text().splitlines() if line.startswith("# @D")][1]
print("written in MIF and GMT:", text); assert text[0].startswith(",F,") and text[1].startswith("# @D||")
P
v/bin/python t.py
