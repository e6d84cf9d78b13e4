#!/usr/bin/env bash
# Guess: one unknown value (NaN) in a table of tolls makes Moran's I and its p-value NaN, or stops the test.
# Seen: with one NaN among 100 districts esda gives I = nan and p_sim = 0.001, the most certain value that 999 shuffles can give, for Moran, Geary and G.
#   The local tests give 0.001 for each of the 100 districts, also far from the unknown one, and get_cluster_labels calls each of them "Low-Low", a certain
#   cold spot; without the NaN it is 3 districts. Moran_Local_Rate and Geary_Local do the same. Equal tolls everywhere give the same 100 certain cold spots.
#   Only p_norm and the values themselves are NaN.
# Versions: esda 2.9.0, libpysal 4.14.1 (PyPI)
# Why it matters for maps of events: a map of hot spots is coloured by p_sim and these labels. One "number not known" turns it all to a cold spot at the
#   level of 0.001.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check esda==2.9.0 libpysal==4.14.1 >/dev/null 2>&1
v/bin/python -W ignore - <<'P'
import esda, numpy as np
from libpysal import weights
near = weights.lat2W(10, 10); near.transform = "r"
tolls = np.random.default_rng(1).poisson(3, 100).astype(float)
unknown = tolls.copy(); unknown[37] = np.nan
def told(name, y):
    local, rate = esda.Moran_Local(y, near, seed=1), esda.Moran_Local_Rate(y, np.full(100, 1000.0), near, seed=1)
    labels, counts = np.unique(local.get_cluster_labels(), return_counts=True)
    whole = [test(y, near) for test in (esda.Moran, esda.Geary, esda.G)]
    certain = [int((p <= 0.001).sum()) for p in (local.p_sim, esda.Geary_Local(near, seed=1).fit(y).p_sim, esda.G_Local(y, near, seed=1).p_sim, rate.p_sim)]
    print(name, "| p of Moran, Geary, G:", [float(t.p_sim) for t in whole], "I", float(whole[0].I), "| districts at 0.001, Moran, Geary, G, rate:", certain, "|", dict(zip(labels.tolist(), counts.tolist())))
    return [float(t.p_sim) for t in whole], certain, dict(zip(labels.tolist(), counts.tolist())), float(whole[0].I)
ps, certain, labels, value = told("all known", tolls)
assert min(ps) > 0.05 and max(certain) < 10 and labels["Insignificant"] > 80
ps, certain, labels, value = told("one unknown", unknown)
assert np.isnan(value) and ps == [0.001] * 3 and certain == [100] * 4 and labels == {"Low-Low": 100}
ps, certain, labels, value = told("all equal", np.full(100, 3.0))
assert certain[0] == 100 and labels == {"Low-Low": 100}
P
