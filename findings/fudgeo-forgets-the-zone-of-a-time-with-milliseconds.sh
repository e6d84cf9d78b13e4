#!/usr/bin/env bash
# Guess: fudgeo, a small reader and writer of GeoPackages, keeps a time with a zone as the same instant, in its own files and in
#   those of GDAL, and reads the Z of GDAL with and without milliseconds.
# Seen: Z is right. Another zone is kept only while the time has no part of a second. Of a file of GDAL with times of Kathmandu
#   the row 07:15:00+05:45 is read with its zone, the row 07:15:00.500+05:45 as 07:15:00 without any: both the zone and the half
#   second are gone, and the one column now has times of two kinds, which Python will not sort. In its own files, also for UTC,
#   which it writes as +00:00, the fraction stays and the zone is dropped, so that one of two equal events is off by 5 h 45 min.
#   No warning. GDAL reads the same files right.
# Versions: fudgeo 1.5.10, geopandas 1.1.4, pyogrio 0.13.0, pandas 2.3.3, shapely 2.1.2, numpy 2.4.6 (PyPI)
# Why it matters for maps of events: times of phones and cameras have milliseconds, those typed by people have none. The night
#   attack of 01:30 in Nepal stays on its day or moves from one day to the other, by its milliseconds.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check \
  fudgeo==1.5.10 geopandas==1.1.4 pyogrio==0.13.0 pandas==2.3.3 shapely==2.1.2 numpy==2.4.6 >/dev/null 2>&1
v/bin/python -W ignore - <<'P'
import sqlite3
from datetime import datetime, timedelta, timezone
import geopandas as gpd
import pandas as pd
import shapely
from fudgeo import Field, GeoPackage, SpatialReferenceSystem
from fudgeo.enumeration import FieldType, ShapeType
from fudgeo.geometry import Point

nepal = timezone(timedelta(hours=5, minutes=45))
times = [datetime(2025, 6, 14, 7, 15, tzinfo=nepal), datetime(2025, 6, 14, 7, 15, 0, 500_000, tzinfo=nepal)]


def stored(name):
    return [x for x, in sqlite3.connect(name).execute("SELECT CAST(time AS TEXT) FROM events ORDER BY fid")]


def read(name):
    return [x for x, in GeoPackage(name).connection.execute("SELECT time FROM events ORDER BY fid")]


def by_gdal(name):
    return [x.to_pydatetime() for x in pd.to_datetime(gpd.read_file(name).time, utc=True)]


def show(name):
    print(name, *stored(name), sep="\n  ")
    print("  fudgeo:", *read(name), sep="\n    ")
    print("  GDAL:", *by_gdal(name), sep="\n    ")


for name, zone, kept in [("z.gpkg", "UTC", True), ("nepal.gpkg", "Asia/Kathmandu", False)]:
    column = pd.Series(pd.DatetimeIndex(times).tz_convert(zone))
    gpd.GeoDataFrame({"time": column}, geometry=[shapely.Point(85.3, 27.7)] * 2, crs=4326).to_file(name, layer="events")
    show(name)
    whole, part = read(name)
    assert by_gdal(name) == times and whole == times[0]
    assert part == times[1] if kept else part == datetime(2025, 6, 14, 7, 15)
wkt = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]'
)
srs = SpatialReferenceSystem("WGS 84", "EPSG", 4326, wkt)
for name, zone in [("own utc.gpkg", timezone.utc), ("own nepal.gpkg", nepal)]:
    package = GeoPackage.create(name)
    package.create_feature_class("events", srs, fields=(Field("time", FieldType.datetime),), shape_type=ShapeType.point)
    with package.connection as c:
        c.executemany(
            "INSERT INTO events (SHAPE, time) VALUES (?, ?)",
            [(Point(x=85.3, y=27.7, srs_id=4326), t.astimezone(zone)) for t in times],
        )
    show(name)
    whole, part = read(name)
    assert by_gdal(name) == times and whole == times[0]
    assert part == times[1].astimezone(zone).replace(tzinfo=None)
try:
    sorted([whole, part])
    raise SystemExit("times of one kind")
except TypeError as e:
    print("sorted:", e)
P
