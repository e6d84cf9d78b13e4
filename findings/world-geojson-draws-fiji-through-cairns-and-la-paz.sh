#!/usr/bin/env bash
# Guess: in world-geojson the capital of each country lies in it and towns of others do not, for country files are drawn for just that; Fiji and
#   Russia, on the 180th meridian, are cut there.
# Seen: three islands of Fiji and the mainland of Russia go over the meridian uncut, so they are belts round the whole Earth: Cairns (Australia), La Paz,
#   Tete and Lake Kariba are in Fiji. Murmansk and Uelen are outside Russia; Utqiagvik in Alaska is inside. Fiji has
#   1.42 million square km (18,272), Russia 10.99 (17.1). Elsewhere the capitals asked for are right.
# Versions: world-geojson 3.5.3, @turf/boolean-point-in-polygon 7.4.0, @turf/area 7.4.0 (npm)
# Why it matters for maps of events: "which country is this event in" is asked of such files, and it is the far ones, of other continents, that go wrong.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent world-geojson@3.5.3 @turf/boolean-point-in-polygon@7.4.0 @turf/area@7.4.0
cat > t.cjs <<'E2'
const assert = require('node:assert'), { readFileSync } = require('node:fs'), { booleanPointInPolygon } = require('@turf/boolean-point-in-polygon'), { area } = require('@turf/area');
const parts = country => JSON.parse(readFileSync(`node_modules/world-geojson/countries/${country}.json`)).features;
const holds = (country, point) => parts(country).some(f => booleanPointInPolygon(point, f)), size = country => Math.round(parts(country).reduce((s, f) => s + area(f), 0) / 1e9) / 1e3;
const asked = {
  fiji: { Suva: [178.44, -18.14, true], Cairns: [145.77, -16.92, true], 'La Paz': [-68.15, -16.5, true], Tete: [33.59, -16.16, true], 'Lake Kariba': [28.8, -16.5, true], Harare: [31.05, -17.83, false] },
  russia: { Moscow: [37.62, 55.75, true], Vladivostok: [131.9, 43.15, true], Murmansk: [33.1, 68.95, false], Uelen: [-169.82, 66.16, false], Utqiagvik: [-156.79, 71.29, true] },
  pakistan: { Islamabad: [73.05, 33.69, true], Kabul: [69.17, 34.53, false] }, mali: { Bamako: [-7.98, 12.65, true] }, ukraine: { Kyiv: [30.52, 50.45, true] }, australia: { Cairns: [145.77, -16.92, true] },
};
for (const [country, towns] of Object.entries(asked)) for (const [town, [lon, lat, seen]] of Object.entries(towns)) {
  console.log(country.padEnd(10), town.padEnd(16), holds(country, [lon, lat])); assert.equal(holds(country, [lon, lat]), seen, town);
}
const round = country => parts(country).filter(f => { const x = f.geometry.coordinates[0].map(p => p[0]); return Math.max(...x) - Math.min(...x) > 350; }).length;
console.log('parts as wide as the Earth: Fiji', round('fiji'), 'Russia', round('russia'), '| million square km: Fiji', size('fiji'), 'Russia', size('russia'));
assert.deepEqual([round('fiji'), round('russia'), size('fiji'), size('russia')], [3, 2, 1.419, 10.987]);
E2
node t.cjs
