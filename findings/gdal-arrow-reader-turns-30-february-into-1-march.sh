#!/usr/bin/env bash
# Guess: a GeoJSON date that does not exist (30 February) is refused, or read as missing,
#   and the two read paths of pyogrio (plain and Arrow) say the same.
# Seen: plain reading raises an error for the whole file. With use_arrow=True there is no
#   error and no warning: 2024-02-30 becomes 2024-03-01, a day that looks quite real. A date with time,
#   2023-02-29T12:00:00Z, becomes 1 March in read_arrow, while read_dataframe gives the text.
# Versions: pyogrio 0.13.0 (GDAL 3.12.4), geopandas 1.2.0, pyarrow 26.0.1, shapely 2.2.0.
# Why it matters for maps of events: typing errors in dates are common in news tables. The
#   fast reader moves such an event to another month, and nobody can see it later.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check pyogrio==0.13.0 geopandas==1.2.0 pyarrow==26.0.1 \
  shapely==2.2.0 pandas==3.1.1 numpy==2.4.6 pyproj==3.7.2
v/bin/python - <<'PY'
import json, warnings, pyogrio
warnings.simplefilter("ignore", UserWarning)
print("pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version__)
def write(values):
    json.dump({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"day": v}, "geometry": {"type": "Point", "coordinates": [36.5, 33.5]}}
        for v in values]}, open("events.geojson", "w"))
write(["2024-01-31", "2024-02-30"])
try:
    pyogrio.read_dataframe("events.geojson"); plain = "read"
except ValueError as err:
    plain = str(err)
fast = [str(d) for d in pyogrio.read_dataframe("events.geojson", use_arrow=True)["day"]]
print("plain:", plain); print("arrow:", fast)
assert "out of range" in plain
assert fast == ["2024-01-31", "2024-03-01"]
write(["2023-02-29T12:00:00Z"])
table = pyogrio.read_arrow("events.geojson")[1]["day"].to_pylist()
frame = pyogrio.read_dataframe("events.geojson")["day"].tolist()
print("date and time, read_arrow:", table[0].isoformat(), "| read_dataframe:", frame[0])
assert table[0].isoformat().startswith("2023-03-01T12:00:00")
assert frame[0] == "2023-02-29T12:00:00Z"
PY
