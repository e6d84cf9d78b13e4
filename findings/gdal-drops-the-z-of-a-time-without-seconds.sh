#!/usr/bin/env bash
# Guess: "10:00Z" and "10:00+00:00" (hours and minutes only) are both read as UTC, and an
#   unusual offset such as +05:53 is rounded or refused.
# Seen: GDAL keeps the zone of "10:00+02:00" but silently drops the Z of "10:00Z". It also
#   drops every offset that is no multiple of 15 minutes. One such row makes the whole column
#   zoneless for Arrow: two events two hours apart then get the same time. Through pandas, the
#   row without a zone is taken as UTC, so 10:00+05:53 is almost six hours wrong.
# Versions: pyogrio 0.13.0 (GDAL 3.12.4), geopandas 1.2.0, pyarrow 26.0.1, shapely 2.2.0.
# Why it matters for maps of events: reports give hours and minutes, seldom seconds, and old
#   events have local mean times. The order of events changes without any message.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check pyogrio==0.13.0 geopandas==1.2.0 pyarrow==26.0.1 \
  shapely==2.2.0 pandas==3.1.1 numpy==2.4.6 pyproj==3.7.2
v/bin/python - <<'PY'
import json, pyogrio
print("pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version__)
def write(*values):
    json.dump({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"at": v}, "geometry": {"type": "Point", "coordinates": [36.5, 33.5]}}
        for v in values]}, open("e.geojson", "w"))
def text(value):
    write(value); return pyogrio.read_dataframe("e.geojson", datetime_as_string=True)["at"][0]
seen = {v: text(v) for v in ("2024-05-01T10:00Z", "2024-05-01T10:00+02:00", "2024-05-01T10:00:00Z",
                             "2024-05-01T10:00:00+05:45", "2024-05-01T10:00:00+05:53")}
for item in seen.items(): print(*item, sep="  ->  ")
assert seen["2024-05-01T10:00Z"] == "2024-05-01T10:00:00"
assert seen["2024-05-01T10:00+02:00"] == "2024-05-01T10:00:00+02:00"
assert seen["2024-05-01T10:00:00Z"] == "2024-05-01T10:00:00Z"
assert seen["2024-05-01T10:00:00+05:45"].endswith("+05:45")
assert seen["2024-05-01T10:00:00+05:53"] == "2024-05-01T10:00:00"
write("2024-05-01T10:00Z", "2024-05-01T10:00+02:00")
column = pyogrio.read_arrow("e.geojson")[1]["at"]
print("two events two hours apart, in Arrow:", column.type, [str(t) for t in column.to_pylist()])
assert column.type.tz is None and len(set(column.to_pylist())) == 1
write("2024-05-01T10:00:00+05:45", "2024-05-01T10:00:00+05:53")
both = [str(t) for t in pyogrio.read_dataframe("e.geojson")["at"]]
print("offsets +05:45 and +05:53, in pandas:", both)
assert both == ["2024-05-01 04:15:00+00:00", "2024-05-01 10:00:00+00:00"]
PY
