#!/usr/bin/env bash
# Guess: KML allows dates of four precisions (year, month, day, second). A reader treats them
#   alike: it fills up all of them, or it gives all short ones as missing.
# Seen: GDAL's LIBKML reader fills a month up ("2024-05" becomes 1 May, 00:00) but gives a year
#   ("2024") as missing, so a span from 2023 to 2024 is read as an event with no date at all.
#   fastkml keeps the precision of year and month, but it gives UTC to a time without a zone.
# Versions: pyogrio 0.13.0 (GDAL 3.12.4), geopandas 1.2.0, fastkml 1.4.0, shapely 2.2.0.
# Why it matters for maps of events: the least certain dates vanish and the middling ones
#   become false days; one file gives both kinds of fault.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check pyogrio==0.13.0 geopandas==1.2.0 fastkml==1.4.0 \
  shapely==2.2.0 pandas==3.1.1 numpy==2.4.6 pyproj==3.7.2
v/bin/python - <<'PY'
import warnings; warnings.simplefilter("ignore")
import pyogrio, fastkml
from importlib.metadata import version
from fastkml import KML, Placemark
from fastkml.utils import find_all
print("pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version__, "fastkml", version("fastkml"))
def kml(when):
    text = ('<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark>'
            f'<name>event</name>{when}<Point><coordinates>36.5,33.5</coordinates></Point></Placemark></Document></kml>')
    open("e.kml", "w").write(text)
    row = pyogrio.read_dataframe("e.kml", datetime_as_string=True).iloc[0]
    mark = list(find_all(KML.from_string(text), of_type=Placemark))[0]
    gdal = [row[c] if isinstance(row[c], str) else None for c in ("timestamp", "begin", "end")]
    fast = [None if v is None else str(v) for v in (mark.time_stamp, mark.begin, mark.end)]
    print(when, "| GDAL", gdal, "| fastkml", fast)
    return gdal, fast
span = "<TimeSpan><begin>{}</begin><end>{}</end></TimeSpan>"
gdal, fast = kml(span.format("2023", "2024"))
assert gdal == [None, None, None] and fast == [None, "2023", "2024"]
gdal, fast = kml(span.format("2024-05", "2024-06"))
assert gdal == [None, "2024-05-01T00:00:00", "2024-06-01T00:00:00"] and fast == [None, "2024-05", "2024-06"]
gdal, fast = kml("<TimeStamp><when>2024-05-01T10:00:00</when></TimeStamp>")
assert gdal == ["2024-05-01T10:00:00", None, None] and fast == ["2024-05-01T10:00:00+00:00", None, None]
PY
