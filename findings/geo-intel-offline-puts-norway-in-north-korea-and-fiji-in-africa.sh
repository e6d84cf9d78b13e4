#!/usr/bin/env bash
# Guess: geo-intel-offline ("100% accuracy across 258 countries") errs only within some km of a border or a coast; asked for
#   each ISO code of a country it gives that country, but for Norway (NO had come up as Lebanon), Kosovo, Taiwan and small
#   territories, and for Niger, Guinea, Sudan, Congo and Dominica the right one.
# Seen: a name that is not found exactly is looked for as a part of another one, or the other way round, without a word. "NOR"
#   is North Korea, "NO" Lebanon (Leba-no-n), "UK" Ukraine, "RE" South Korea; "South Sudan" is Sudan, "Democratic Republic of
#   the Congo" the other Congo, "Dominican Republic" Dominica, "Equatorial Guinea" and "New Guinea" Guinea. The point of a
#   country is the plain mean of all its parts: France lies in the Sahara (25 N 15.5 W), the Netherlands in the Atlantic, Spain
#   in Morocco, Fiji at 32 E in Zimbabwe, as its parts on both sides of 180 cancel out; to Tonga it is 14,921 km. From a point,
#   Paris, Oslo, Pristina and Hargeisa have one code, "-99", and Anadyr and Oecusse no country at all.
# Versions: geo-intel-offline 1.5.0 (PyPI)
# Why it matters for maps of events: a table of events by country, joined by these answers, gives the dead of South Sudan to
#   Sudan and those of Kinshasa to Brazzaville, and events grouped by code put France and Somaliland together. Most countries
#   are right, so a short test passes.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check geo-intel-offline==1.5.0 >/dev/null 2>&1
v/bin/python - <<'P'
from geo_intel_offline import calculate_distance, resolve, resolve_by_country

names = {
    "Sweden": "Sweden",
    "SE": "Sweden",
    "COD": "Dem. Rep. Congo",
    "SSD": "S. Sudan",
    "DOM": "Dominican Rep.",
    "NOR": "North Korea",
    "NO": "Lebanon",
    "UK": "Ukraine",
    "RE": "South Korea",
    "South Sudan": "Sudan",
    "Democratic Republic of the Congo": "Congo",
    "Dominican Republic": "Dominica",
    "Equatorial Guinea": "Guinea",
    "New Guinea": "Guinea",
    "Northern Ireland": "Ireland",
}
for name, expected in names.items():
    got = resolve_by_country(name).country
    print(name, "->", got)
    assert got == expected, (name, got)
try:
    resolve_by_country("Atlantis")
    raise SystemExit("a country that is not there was found")
except ValueError:
    print("Atlantis -> not found")
where = {
    "France": (25.0, -15.5, None),
    "Netherlands": (43.5, -12.3, None),
    "Spain": (34.5, -6.3, "Morocco"),
    "Fiji": (-17.8, 32.2, "Zimbabwe"),
}
for name, (lat, lon, country) in where.items():
    r = resolve_by_country(name)
    there = resolve(r.latitude, r.longitude).country
    print(name, "lies at", round(r.latitude, 1), round(r.longitude, 1), "in", there)
    assert (round(r.latitude, 1), round(r.longitude, 1), there) == (lat, lon, country)
far = calculate_distance("Fiji", "Tonga").distance
print("Fiji to Tonga", round(far), "km")
assert 14_900 < far < 14_950
points = {
    "Lyon": (45.76, 4.84, "France", "-99"),
    "Oslo": (59.9, 10.75, "Norway", "-99"),
    "Pristina": (42.66, 21.16, "Kosovo", "-99"),
    "Hargeisa": (9.56, 44.06, "Somaliland", "-99"),
    "Anadyr": (64.73, 177.5, None, None),
    "Oecusse": (-9.2, 124.36, None, None),
    "Juba": (4.85, 31.6, "S. Sudan", "SS"),
    "Maseru": (-29.31, 27.48, "Lesotho", "LS"),
}
for name, (lat, lon, country, code) in points.items():
    r = resolve(lat, lon)
    print(name, "->", r.country, r.iso2)
    assert (r.country, r.iso2) == (country, code), (name, r.country, r.iso2)
P
