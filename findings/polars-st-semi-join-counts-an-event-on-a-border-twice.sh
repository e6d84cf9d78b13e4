#!/usr/bin/env bash
# Guess: a semi join by place keeps each event that has a match once, as a semi join of Polars does by key.
# Seen: an event on the border of two districts comes twice from sjoin(how="semi"), an event at the corner of four districts four times. The
#   anti join leaves out each of them once, so semi and anti join together hold more rows than the table. The rows
#   come in an order of their own.
# Versions: polars-st 0.11.0, polars 2.1.0
# Why it matters for maps of events: "how many events lie in one of these districts" is a semi join, and river and road
#   borders are where many events are. The columns are those of the events alone, so nothing shows that a row is there twice.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check polars-st==0.11.0 polars==2.1.0
v/bin/python -W ignore - <<'E'
import polars as pl, polars_st as st

def layer(name, shapes):
    return st.GeoDataFrame({name: list(shapes), "geometry": pl.select(st.from_wkt(pl.Series(list(shapes.values())))).to_series()})

districts = layer("district", {f"{x}{y}": f"POLYGON (({x} {y}, {x + 1} {y}, {x + 1} {y + 1}, {x} {y + 1}, {x} {y}))"
                               for x in range(2) for y in range(2)})
events = layer("event", {"inside": "POINT (0.5 0.5)", "border": "POINT (1 0.5)", "corner": "POINT (1 1)", "far": "POINT (9 9)",
                         "no place": None, "empty": "POINT EMPTY"})
semi, anti = (sorted(events.st.sjoin(districts, on="geometry", how=how, predicate="intersects")["event"]) for how in ("semi", "anti"))
print("semi:", semi, "| anti:", anti)
assert semi == ["border"] * 2 + ["corner"] * 4 + ["inside"]
assert anti == ["empty", "far", "no place"] and len(semi) + len(anti) > len(events)
by_key = pl.DataFrame({"k": [1, 2]}).join(pl.DataFrame({"k": [1, 1, 1]}), on="k", how="semi")["k"].to_list()
print("Polars' own semi join by key:", by_key)
assert by_key == [1]
E
