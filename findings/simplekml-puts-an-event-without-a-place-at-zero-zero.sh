#!/usr/bin/env bash
# Guess: a simplekml point without coordinates, or with an empty list of them, has an empty
#   <coordinates> element, or is refused.
# Seen: it is written as "0.0, 0.0, 0.0", with blanks, which KML does not allow inside a position;
#   a real point at 0,0 is written as "0.0,0.0,0.0". GDAL reads both as a valid point at 0,0. A
#   line without points gets the same one position, and then pyogrio cannot read the file at
#   all. A datetime is written with a blank, not "T": GDAL reads noon of 1 May as midnight.
# Versions: simplekml 1.3.6, pyogrio 0.13.0 (GDAL 3.12.4), geopandas 1.2.0, shapely 2.2.0.
# Why it matters for maps of events: events whose place is not known appear in the Gulf of
#   Guinea, and the hour of every event is lost on the way to a GIS.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check simplekml==1.3.6 pyogrio==0.13.0 geopandas==1.2.0 \
  shapely==2.2.0 pandas==3.1.1 numpy==2.4.6 pyproj==3.7.2
v/bin/python - <<'PY'
import datetime, re, simplekml, pyogrio
from importlib.metadata import version
print("simplekml", version("simplekml"), "pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version__)
k = simplekml.Kml()
k.newpoint(name="no place")
k.newpoint(name="empty list", coords=[])
k.newpoint(name="truly 0,0", coords=[(0.0, 0.0)])
k.newpoint(name="dated", coords=[(36.5, 33.5)]).timestamp.when = datetime.datetime(2024, 5, 1, 12)
k.save("e.kml")
text = open("e.kml").read()
written = re.findall("<coordinates>(.*?)</coordinates>", text); print(written)
assert written == ["0.0, 0.0, 0.0", "0.0, 0.0, 0.0", "0.0,0.0,0.0", "36.5,33.5,0.0"]
rows = pyogrio.read_dataframe("e.kml")
print(rows[["Name", "timestamp", "geometry"]].to_string())
assert [(g.x, g.y) for g in rows.geometry[:3]] == [(0, 0)] * 3
assert "<when>2024-05-01 12:00:00</when>" in text and str(rows["timestamp"][3]) == "2024-05-01 00:00:00"
k.newlinestring(name="no line", coords=[])
k.save("line.kml")
try:
    pyogrio.read_dataframe("line.kml"); said = "read"
except Exception as err:
    said = type(err).__name__ + ": " + str(err).strip()
print("with an empty line:", said)
assert "must contain 0 or >1 elements" in said
PY
