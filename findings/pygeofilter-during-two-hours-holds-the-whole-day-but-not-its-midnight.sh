#!/usr/bin/env bash
# Guess: DURING keeps the events between two instants, with both bounds or without them; BEFORE OR DURING keeps what either keeps; an instant
#   intersects a span that it lies in.
# Seen: for Python objects the hours of a span are thrown away: each bound, an instant, is taken for its whole day. DURING 10:00 / 12:00
#   keeps 00:01, 09:00 and 23:00 of the same day as well; from one midnight to the next it keeps both days; and 10:00 / PT2H, two
#   hours from ten, is the time from midnight to two. An event at the first midnight, which is how an event known by its day is
#   stored, is left out: it "meets" the span. BEFORE OR DURING, DURING OR AFTER, and CQL2's t_intersects and t_equals keep nothing at
#   all. BEFORE and AFTER one instant are right.
# Versions: pygeofilter 0.4.0 (its evaluator "native")
# Why it matters for maps of events: "the events of 16 June" are those of the 17th, and those of the 16th whose hour is known. The same
#   filter text given to a database with another part of the same library means something else.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check "pygeofilter[backend-native]==0.4.0" shapely==2.1.2
v/bin/python -W ignore - <<'E'
import datetime
from importlib.metadata import version
from pygeofilter.backends.native.evaluate import NativeEvaluator
from pygeofilter.parsers import cql2_json, ecql

print("pygeofilter", version("pygeofilter"))
names = ["15 23:00", "16 00:00", "16 00:01", "16 09:00", "16 11:00", "16 23:00", "17 00:00", "17 15:00", "18 01:00"]
events = [{"name": name, "when": datetime.datetime.fromisoformat(f"2025-06-{name}+00:00")} for name in names]

def kept(condition):
    holds = NativeEvaluator({}, {"when": "when"}, use_getattr=False).evaluate(condition)
    return [event["name"] for event in events if holds(event)]

expected = {"BEFORE 2025-06-16T09:00:00Z": names[:3], "AFTER 2025-06-16T11:00:00Z": names[5:],
            "DURING 2025-06-16T10:00:00Z / 2025-06-16T12:00:00Z": names[2:6], "DURING 2025-06-16T10:00:00Z / PT2H": ["16 00:01"],
            "DURING 2025-06-16T00:00:00Z / 2025-06-17T00:00:00Z": names[2:8], "DURING 2025-06-16T00:00:00Z / P1D": names[2:6],
            "BEFORE OR DURING 2025-06-16T00:00:00Z / 2025-06-17T00:00:00Z": [],
            "DURING OR AFTER 2025-06-16T00:00:00Z / 2025-06-17T00:00:00Z": []}
for text, wanted in expected.items():
    got = kept(ecql.parse("when " + text)); print(text, "->", got)
    assert got == wanted, text
for name, span in {"t_intersects": {"interval": ["2025-06-16T00:00:00Z", "2025-06-17T00:00:00Z"]},
                   "t_equals": {"timestamp": "2025-06-16T00:00:00Z"}}.items():
    got = kept(cql2_json.parse({"op": name, "args": [{"property": "when"}, span]})); print(name, span, "->", got)
    assert got == []
E
