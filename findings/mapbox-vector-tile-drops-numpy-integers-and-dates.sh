#!/usr/bin/env bash
# Guess: a property that a vector tile cannot hold (a date) raises an error, or is written
#   as text; a numpy integer is written as a number, as a numpy float is.
# Seen: numpy integers, numpy booleans, dates, Decimals and None vanish, key and value, with no
#   message. numpy float64 stays (it is a subclass of Python's float). So of one row of a
#   pandas table the distances survive and the numbers of dead do not.
# Versions: mapbox-vector-tile 2.2.0, pandas 3.1.1, numpy 2.4.6.
# Why it matters for maps of events: a tile map of casualties shows "no figure", which reads
#   like "none reported". Rows with a missing value (then float64) keep theirs, rows of full
#   integer columns do not, so the fault looks like one of the data.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check mapbox-vector-tile==2.2.0 pandas==3.1.1 numpy==2.4.6
v/bin/python - <<'PY'
import warnings, datetime, decimal, numpy as np, pandas as pd, mapbox_vector_tile as mvt
from importlib.metadata import version
warnings.simplefilter("error")
print("mapbox-vector-tile", version("mapbox-vector-tile"), "pandas", pd.__version__, "numpy", np.__version__)
def trip(properties):
    tile = mvt.encode([{"name": "events", "features": [{"geometry": "POINT (10 10)", "properties": properties}]}])
    return mvt.decode(tile)["events"]["features"][0]["properties"]
full = pd.DataFrame({"dead": [5, 7], "hurt": [1.0, None], "km": [3.5, 4.0], "checked": [True, False]})
row = {c: full[c].iloc[0] for c in full.columns}
back = trip(row); print({k: type(v).__name__ for k, v in row.items()}, "->", back)
assert back == {"hurt": 1.0, "km": 3.5}
back = trip({"dead": 5, "day": datetime.date(2024, 5, 1), "r": decimal.Decimal("2.5"), "until": None, "title": ""})
print("plain Python values ->", back)
assert back == {"dead": 5, "title": ""}
PY
