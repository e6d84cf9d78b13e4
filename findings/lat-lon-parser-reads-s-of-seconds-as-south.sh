#!/usr/bin/env bash
# Guess: "27d30m15s" is 27.504 north: d, m and s stand for degrees, minutes and seconds.
# Seen: -27.504. The s at the end is taken for South. "27h30m15s" too. "27d30m" without seconds is 27.5, so only those
#   rows that have seconds change the half of the Earth. Upper case S and N at the end work as they should.
# Versions: lat_lon_parser 1.3.1
# Why it matters for maps of events: 27.5 N 62.5 E lands at 27.5 S 62.5 W, in Argentina, both halves changed, and only
#   for the most exact coordinates of a table.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check lat_lon_parser==1.3.1
"$d/v/bin/python" - <<'E'
from lat_lon_parser import parse

seen = {t: parse(t) for t in ["27d30m", "27d30m15s", "27h30m15s", "62d30m15s", "27d30m15s N", "27d30m15", "27°30'15\""]}
for t, v in seen.items():
    print(f"{t!r:14} -> {v}")
assert seen["27d30m"] == 27.5
assert abs(seen["27°30'15\""] - 27.5041666) < 1e-6
assert abs(seen["27d30m15s"] + 27.5041666) < 1e-6
assert abs(seen["27h30m15s"] + 27.5041666) < 1e-6
assert seen["62d30m15s"] < 0
E
