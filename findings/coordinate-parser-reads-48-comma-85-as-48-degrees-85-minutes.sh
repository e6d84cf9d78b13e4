#!/usr/bin/env bash
# Guess: coordinate-parser, which throws for "input that does not resemble valid coordinates", refuses decimal commas or reads
#   them as points, and keeps the minus of -0°30'.
# Seen: a comma divides degrees from minutes. "48,85 2,35" (Paris) is 48°85' 2°35' = 49.4167, 2.5833, 65 km to the north, though
#   there are no 85 minutes; "55,75; 37,61" (Moscow) is 56.25, 38.0167, 61 km away. With four digits "48,8566 2,3522" is
#   latitude 190.77, without an error. The minus of -0°30' 32°15' is gone: 0.5 for -0.5, 111 km to the north; -1°30' and 0°30'S
#   are right.
# Versions: coordinate-parser 1.0.7 (npm)
# Why it matters for maps of events: German, French, Spanish, Russian and Portuguese sources write decimal commas, and a table
#   cell with two such numbers is common. With two digits the place stays in the same country and so is not noticed. The second
#   case is the belt of one degree at the equator and at Greenwich: Uganda, Congo, Ghana, Mali.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock coordinate-parser@1.0.7 >/dev/null
cat > t.cjs <<'E'
const assert = require('node:assert/strict'), module_ = require('coordinate-parser'), Coordinates = module_.default ?? module_;
const read = text => {
  const c = new Coordinates(text); return [c.getLatitude(), c.getLongitude()].map(n => Math.round(n * 1e4) / 1e4);
};
const far = ([a, b], [c, e]) => Math.round(111.2 * Math.hypot(a - c, (b - e) * Math.cos(a * Math.PI / 180)));
const seen = [['48.85 2.35', [48.85, 2.35], [48.85, 2.35]], ['48,85 2,35', [49.4167, 2.5833], [48.85, 2.35]],
  ['55,75; 37,61', [56.25, 38.0167], [55.75, 37.61]], ['33,51 36,29', [33.85, 36.4833], [33.51, 36.29]],
  ['-33,45 -70,66', [-33.75, -71.1], [-33.45, -70.66]], ['33,5 N 36,3 E', [33.0833, 36.05], [33.5, 36.3]],
  ['48,8566 2,3522', [190.7667, 60.7], [48.8566, 2.3522]],
  ['0°30\'S 32°15\'E', [-0.5, 32.25], [-0.5, 32.25]], ['-1°30\' 32°15\'', [-1.5, 32.25], [-1.5, 32.25]],
  ['-0°30\' 32°15\'', [0.5, 32.25], [-0.5, 32.25]], ['-0 30 32 15', [0.5, 32.25], [-0.5, 32.25]],
  ['5°15\' -0°15\'', [5.25, 0.25], [5.25, -0.25]]];
for (const [text, expected, right] of seen) {
  console.log(text, '->', read(text), 'km away', far(right, read(text)));
  assert.deepEqual(read(text), expected, text);
}
assert.throws(() => new Coordinates('40.12  12.34  74.12'));
E
node t.cjs
