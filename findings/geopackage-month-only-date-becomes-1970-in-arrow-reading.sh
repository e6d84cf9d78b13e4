#!/usr/bin/env bash
# Guess: a GeoPackage DATE column that holds "2024-05" (a month, no day) is read as missing,
#   or as 1 May, and the plain and the Arrow path of pyogrio agree.
# Seen: both paths warn "Invalid content". The plain path then gives None, but the Arrow path
#   gives a valid 1970-01-01. A filter on the same column still sees the text: rows with a day
#   after April 2024 come back dated 1970-01-01. A time of 24:00 in a DATETIME column becomes
#   1970 in the same way in read_arrow.
# Versions: pyogrio 0.13.0 (GDAL 3.12.4), geopandas 1.2.0, pyarrow 26.0.1, shapely 2.2.0.
# Why it matters for maps of events: "in May 2024" is a normal date of an event. The file may
#   come from any SQLite program; the fast reader then shows a real-looking event in 1970.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check pyogrio==0.13.0 geopandas==1.2.0 pyarrow==26.0.1 \
  shapely==2.2.0 pandas==3.1.1 numpy==2.4.6 pyproj==3.7.2
v/bin/python - <<'PY'
import sqlite3, warnings, pyogrio, geopandas as gpd, shapely
warnings.simplefilter("ignore", RuntimeWarning)
print("pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version__)
pyogrio.write_dataframe(gpd.GeoDataFrame({"n": [1, 2]}, geometry=[shapely.Point(1, 1), shapely.Point(2, 2)], crs=4326),
                        "e.gpkg", layer="events")
db = sqlite3.connect("e.gpkg")
for (name,) in db.execute("select name from sqlite_master where type = 'trigger'").fetchall():
    db.execute(f'drop trigger "{name}"')         # plain sqlite lacks the functions they call
db.execute("alter table events add column day DATE"); db.execute("alter table events add column at DATETIME")
db.execute("update events set day = '2024-05-01', at = '2024-05-01T10:00:00Z' where n = 1")
db.execute("update events set day = '2024-05', at = '2024-05-01T24:00:00Z' where n = 2")
db.commit(); db.close()
plain = pyogrio.read_dataframe("e.gpkg", columns=["day"])["day"]
fast = [str(d) for d in pyogrio.read_dataframe("e.gpkg", columns=["day"], use_arrow=True)["day"]]
late = [str(d) for d in pyogrio.read_dataframe("e.gpkg", columns=["day"], use_arrow=True, where="day > '2024-04'")["day"]]
times = [t.isoformat() for t in pyogrio.read_arrow("e.gpkg")[1]["at"].to_pylist()]
print("plain:", plain.astype(str).tolist()); print("arrow:", fast)
print("arrow, where day > '2024-04':", late); print("times, arrow:", times)
assert plain.isna().tolist() == [False, True]
assert fast == late == ["2024-05-01", "1970-01-01"]
assert times[1].startswith("1970-01-01T00:00:00")
PY
