#!/usr/bin/env bash
# Guess: mercantile.tiles() of a box of no size (one point) gives the one tile that tile() gives,
#   or, on a border of tiles, two or four of them.
# Seen: off the grid it gives one tile. On a grid line it gives NO tile, at every zoom from 1 on:
#   longitude 0 (Greenwich), the equator, 45 degrees east at zoom 3. tile() gives one. A line along
#   the Greenwich meridian has no tile either. morecantile, made after it, gives two or four.
# Versions: mercantile 1.2.1, morecantile 7.1.0.
# Why it matters for maps of events: rounded places (0, 51.5) fall on tile borders far more often
#   than chance; events there are missing from a tiled map, at all zooms but the first.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check mercantile==1.2.1 morecantile==7.1.0
v/bin/python - <<'PY'
import mercantile, morecantile
print("mercantile", mercantile.__version__, "morecantile", morecantile.__version__)
web = morecantile.tms.get("WebMercatorQuad")
def count(lon, lat, zoom):
    few = len(list(mercantile.tiles(lon, lat, lon, lat, zoom)))
    more = len(list(web.tiles(lon, lat, lon, lat, [zoom])))
    print(f"({lon}, {lat}) zoom {zoom}: tiles() {few}, tile() {tuple(mercantile.tile(lon, lat, zoom))}, morecantile {more}")
    return few, more
assert count(36.5, 33.5, 5) == (1, 1)
assert count(0.0, 51.5, 0) == (1, 1)
for zoom in (1, 5, 12):
    assert count(0.0, 51.5, zoom) == (0, 2)
assert count(36.5, 0.0, 5) == (0, 2)
assert count(45.0, 0.0, 3) == (0, 4)
line = list(mercantile.tiles(0.0, 50.0, 0.0, 53.0, 6))
print("the meridian from 50 N to 53 N, zoom 6:", line)
assert line == []
PY
