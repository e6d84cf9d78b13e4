#!/usr/bin/env bash
# Guess: points written to PMTiles or MBTiles and read back at the highest zoom are the same
#   points, rounded; what cannot be shown gives a warning.
# Seen: an event at (0, 0) comes back four times and one at (0, 51.5) twice, because each
#   neighbouring tile holds a copy. An event at 89 degrees north and an islet of
#   100 m are gone, without warning. So of 4 events with 10 dead each, 7 rows with 70 dead are read.
# Versions: pyogrio 0.13.0 (GDAL 3.12.4), geopandas 1.2.0, shapely 2.2.0.
# Why it matters for maps of events: rounded coordinates (0, 51.5) sit on tile borders. Counts
#   and sums taken from a tile archive are too high at Greenwich and the equator, too low at
#   the poles, and the map looks right.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check pyogrio==0.13.0 geopandas==1.2.0 shapely==2.2.0 \
  pandas==3.1.1 numpy==2.4.6 pyproj==3.7.2
v/bin/python - <<'PY'
import warnings, collections, pyogrio, geopandas as gpd, shapely
print("pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version__)
names = ["crossing", "greenwich", "inland", "arctic"]
events = gpd.GeoDataFrame({"name": names, "dead": [10] * 4}, crs=4326,
                          geometry=[shapely.Point(p) for p in [(0, 0), (0, 51.5), (36.5, 33.5), (10, 89)]])
islet = gpd.GeoDataFrame({"name": ["islet", "mainland"]}, crs=4326,
                         geometry=[shapely.box(10, 10, 10.001, 10.001), shapely.box(20, 20, 25, 25)])
def trip(frame, driver, name):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        pyogrio.write_dataframe(frame, name, driver=driver, layer="x", MINZOOM="0", MAXZOOM="5")
    assert not caught, [str(w.message) for w in caught]
    return pyogrio.read_dataframe(name)
for driver, name in [("PMTiles", "pmtiles"), ("MBTiles", "mbtiles")]:
    back = trip(events, driver, "e." + name)
    times = collections.Counter(back["name"])
    print(driver, dict(times), "dead:", int(back["dead"].sum()), "of", int(events["dead"].sum()))
    assert times == {"crossing": 4, "greenwich": 2, "inland": 1}
    assert back["dead"].sum() == 70 and events["dead"].sum() == 40
    areas = set(trip(islet, driver, "i." + name)["name"])
    print(driver, "areas left:", areas)
    assert areas == {"mainland"}
PY
