#!/usr/bin/env bash
# Guess: features that are no points are left out of the clusters, like those without a geometry, or raise an error; an event counts once.
# Seen: a polygon, a line and an empty point are counted: each alone stands at [null, null], and two of them become a cluster of 2 at 0, 0, in the
#   Gulf of Guinea, at each zoom but the nearest, where they are null again. A MultiPoint of two places is two points: its 3 dead are summed as
#   6. Only a feature without a geometry is left out. The other points are clustered as before, so the map shows one blot too many.
# Versions: supercluster 9.1.0 (npm), the clustering of web maps
# Why it matters for maps of events: events known by their district, or at one of two places, are in the same file as the points. The sum of
#   the clusters is more than the dead, and some of them lie off Africa.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent supercluster@9.1.0
cat > t.mjs <<'E'
import assert from 'node:assert'; import Supercluster from 'supercluster';
const feature = (dead, type, coordinates) => ({ type: 'Feature', properties: { dead }, geometry: type && { type, coordinates } });
const ring = [[[70, 34], [71, 35], [71, 34], [70, 34]]];
const found = (label, ...features) => {
  const index = new Supercluster({ radius: 40, maxZoom: 16, map: p => ({ dead: p.dead }), reduce: (sum, p) => { sum.dead += p.dead; } }).load(features);
  const at = zoom => index.getClusters([-180, -90, 180, 90], zoom).map(c => [...c.geometry.coordinates.map(n => Number.isNaN(n) ? null : +n.toFixed(3)),
    c.properties.point_count ?? 1, c.properties.dead]);
  console.log(label.padEnd(24), 'far:', JSON.stringify(at(0)), 'near:', JSON.stringify(at(17))); return [at(0), at(17)];
};
const point = feature(5, 'Point', [70, 34]), point5 = [70, 34, 1, 5];
assert.deepEqual(found('point, no geometry', point, feature(9, null)), [[point5], [point5]]);
for (const [type, coordinates] of [['Polygon', ring], ['LineString', ring[0]], ['Point', []]]) {
  const odd = [null, null, 1, 2], other = feature(2, type, coordinates);
  assert.deepEqual(found(`one ${type}`, point, other), [[point5, odd], [point5, odd]]);
  assert.deepEqual(found(`two ${type}s`, point, other, other), [[point5, [0, 0, 2, 4]], [point5, odd, odd]]);
}
const [far, near] = found('MultiPoint of two places', feature(3, 'MultiPoint', [[70, 34], [70.001, 34]]));
assert.deepEqual([far.length, far[0].slice(2)], [1, [2, 6]]); assert.deepEqual(near.map(c => c.slice(2)), [[1, 3], [1, 3]]);
E
node t.mjs
