#!/usr/bin/env bash
# Guess: lineOverlap of a road from 0 to 2 and a border from 1 to 3 on the same line gives the piece from 1 to 2.
# Seen: an empty answer. A piece is found only if one segment lies wholly inside a segment of the other line. Two lines with
#   the same course, but vertices at other places, share nothing (0..1..2..3 against 0.5..1.5..2.5), and a tolerance does
#   not help. lineIntersect is empty for them as well, so the two functions together say "these never meet".
# Versions: @turf/turf 7.4.0
# Why it matters for maps of events: "the stretch of border that two districts share" comes out empty or with holes as
#   soon as the two outlines were simplified apart; a length of 0 km looks like "no common border".
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent @turf/turf@7.4.0
cat > t.mjs <<'E'
import assert from 'node:assert'; import * as turf from '@turf/turf';
const line = xs => turf.lineString(xs.map(x => [x, 0]));
const shared = (a, b, options) => turf.lineOverlap(line(a), line(b), options).features.map(f => f.geometry.coordinates.map(c => c[0]));
const cases = { inside: [[0, 3], [1, 2]], half: [[0, 2], [1, 3]], vertices: [[0, 1, 2, 3], [0.5, 1.5, 2.5]] };
for (const [name, [a, b]] of Object.entries(cases)) console.log(name, a, b, 'shared', JSON.stringify(shared(a, b)), 'meet', turf.lineIntersect(line(a), line(b)).features.length);
assert.deepEqual(shared(...cases.inside), [[1, 2]]);
assert.deepEqual(shared(...cases.half), []);
assert.deepEqual(shared(...cases.half, { tolerance: 0.01 }), []);
assert.deepEqual(shared(...cases.vertices), []);
assert.equal(turf.lineIntersect(line([0, 2]), line([1, 3])).features.length, 0);
E
node t.mjs
