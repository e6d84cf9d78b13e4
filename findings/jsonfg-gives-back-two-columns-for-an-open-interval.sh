#!/usr/bin/env bash
# Guess: JSON-FG knows open intervals (".."), so a table with time_start and time_end, some of
#   them missing, comes back from GDAL with the same two columns.
# Seen: the intervals are right in the file, but a missing end is ALSO written as a null property.
#   On reading, the ends are in a new column jsonfg_time_end, and the column time_end is there
#   too, all empty. Without missing values the two columns come back as they were. A DATE
#   column (no time of day) never becomes an interval, and a time without a zone gets a Z.
# Versions: pyogrio 0.13.0 (GDAL 3.12.4), geopandas 1.2.0, pandas 3.1.1, shapely 2.2.0.
# Why it matters for maps of events: one event that still goes on changes the columns of the
#   whole table; code that reads time_end then finds no date at all, and no error.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check pyogrio==0.13.0 geopandas==1.2.0 pandas==3.1.1 \
  shapely==2.2.0 numpy==2.4.6 pyproj==3.7.2
v/bin/python - <<'PY'
import datetime, json, os, pandas as pd, pyogrio, geopandas as gpd, shapely
print("pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version__)
def trip(start, end):
    if os.path.exists("e.json"): os.remove("e.json")
    frame = gpd.GeoDataFrame({"time_start": start, "time_end": end}, geometry=[shapely.Point(1, 2)] * 2, crs=4326)
    pyogrio.write_dataframe(frame, "e.json", driver="JSONFG")
    back = pyogrio.read_dataframe("e.json", datetime_as_string=True).drop(columns="geometry")
    times = [f["time"] for f in json.load(open("e.json"))["features"]]
    print("file:", times); print("back:", back.to_dict("list"))
    return times, back
day = lambda *texts: pd.to_datetime(list(texts))
times, back = trip(day("2024-05-01T10:00", "2024-05-02T10:00"), day("2024-06-01T10:00", "2024-06-02T10:00"))
assert list(back.columns) == ["time_start", "time_end"] and back["time_start"][0] == "2024-05-01T10:00:00Z"
times, back = trip(day("2024-05-01T10:00", "2024-05-02T10:00"), day("2024-06-01T10:00", None))
assert times[1] == {"interval": ["2024-05-02T10:00:00Z", ".."]}
print(sorted(back.columns))
assert back["time_end"].isna().all() and back["jsonfg_time_end"].notna().tolist() == [True, False]
times, back = trip([datetime.date(2024, 5, 1), None], [datetime.date(2024, 6, 1), None])
assert times == [None, None] and back["time_start"].tolist()[0] == "2024-05-01"
PY
