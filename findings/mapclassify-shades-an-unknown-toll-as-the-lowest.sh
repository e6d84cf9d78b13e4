#!/usr/bin/env bash
# Guess: mapclassify refuses tolls one of which is not known (NaN), or gives that district no class.
# Seen: only NaturalBreaks refuses it. The seven other schemes put the district into the lowest class and count it there: box plot even alone,
#   below those with none. Fisher-Jenks, head-tail breaks and StdMean put every district there, with 30 dead as with none.
# Versions: mapclassify 2.10.0, numpy 2.3.4, scipy 1.16.3, scikit-learn 1.7.2, pandas 2.3.3
# Why it matters for maps of events: "not counted" is drawn as "nobody died", and the legend counts the district among the quiet ones.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check mapclassify==2.10.0 numpy==2.3.4 scipy==1.16.3 scikit-learn==1.7.2 pandas==2.3.3 2>/dev/null
v/bin/python -W ignore - <<'E'
import mapclassify, numpy

killed, unknown = numpy.array([0, 0, 1, 2, numpy.nan, 9, 30]), 4
seen = {}
for scheme in ("EqualInterval", "Quantiles", "FisherJenks", "HeadTailBreaks", "MaximumBreaks", "StdMean", "BoxPlot", "NaturalBreaks"):
    try:
        found = getattr(mapclassify, scheme)(killed)
    except ValueError as error:
        print(scheme, "refuses:", str(error).splitlines()[0])
        continue
    seen[scheme] = found.yb.tolist()
    print(scheme, "classes", seen[scheme], "counted", found.counts.tolist())
assert len(seen) == 7 and "NaturalBreaks" not in seen and all(classes[unknown] == 0 for classes in seen.values())
assert {name for name, classes in seen.items() if set(classes) == {0}} == {"FisherJenks", "HeadTailBreaks", "StdMean"}
E
