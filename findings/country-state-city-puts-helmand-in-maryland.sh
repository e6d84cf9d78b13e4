#!/usr/bin/env bash
# Guess: the coordinates of states in country-state-city lie in or near the state; some may be coarse.
# Seen: 170 of the 3385 states that have a point and cities lie more than 1000 km from the nearest city of their own list, 133 of them
#   in North America, as if the bare name had been asked of a geocoder there: Helmand and Panjshir near Washington, Blue Nile (Sudan) in Seattle, the
#   Southern District of Israel in New York, Delta (Nigeria) in Mississippi, Shandong in San Francisco, Far North (Cameroon) in Siberia. The
#   cities themselves are right.
# Versions: country-state-city 3.2.1 (npm, a million downloads a month)
# Why it matters for maps of events: the province is what many reports name, and its point is the fallback when the town is not found.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent country-state-city@3.2.1
cat > t.cjs <<'E'
const assert = require('node:assert'), { State, City } = require('country-state-city');
const rad = Math.PI / 180, at = x => [+x.longitude, +x.latitude];
const km = ([a, b], [c, d]) => 12742 * Math.asin(Math.sqrt(Math.sin((d - b) * rad / 2) ** 2 + Math.cos(b * rad) * Math.cos(d * rad) * Math.sin((c - a) * rad / 2) ** 2));
const far = {}; let asked = 0;
for (const state of State.getAllStates()) {
  const cities = City.getCitiesOfState(state.countryCode, state.isoCode).filter(c => c.longitude != null && c.latitude != null);
  if (state.longitude == null || state.latitude == null || !cities.length) continue;
  asked++;
  const nearest = Math.min(...cities.map(city => km(at(city), at(state))));
  if (nearest > 1000) far[state.countryCode + '-' + state.isoCode] = [state.name, ...at(state), Math.round(nearest)];
}
console.log(asked, 'states asked,', Object.keys(far).length, 'of them more than 1000 km from their nearest city');
for (const code of ['AF-HEL', 'AF-PAN', 'SD-NB', 'IL-D', 'NG-DE', 'CN-SD', 'CM-EN', 'TH-32', 'CO-MET', 'VE-A']) console.log(code, far[code].join(' '));
assert.equal(asked, 3385); assert.equal(Object.keys(far).length, 170);
assert.deepEqual(far['AF-HEL'].slice(0, 3), ['Helmand', -76.6160472, 39.2989361]); assert.ok(far['IL-D'][3] > 9000);
const america = Object.values(far).filter(([, lon, lat]) => lon < -60 && lat > 24).length;
console.log(america, 'of them in North America'); assert.equal(america, 133);
E
node t.cjs
