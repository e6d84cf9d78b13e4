#!/usr/bin/env bash
# Guess: GeoJSON written to FlatGeobuf by its own JavaScript library and read back has the same properties in every feature.
# Seen: the first feature alone decides the columns and their types. "wounded", told only of the second event, is gone. If the first
#   event has no count (null), the column is text and 5 comes back as "5" for all others. If the first count is a number, a later
#   "about 5" comes back as NaN, and so does a count that is not told at all. Another order keeps other things. No error, no warning.
# Versions: flatgeobuf 4.5.0 (npm)
# Why it matters for maps of events: features of news have different properties by nature, and a count may be a word; which facts
#   a file keeps depends on which event stands first in it.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent flatgeobuf@4.5.0
cat > t.mjs <<'E'
import assert from 'node:assert'; import { inspect } from 'node:util'; import { serialize, deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
const feature = properties => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [36.3, 33.5] } });
async function trip(...events) {
  const back = [];
  for await (const f of deserialize(serialize({ type: 'FeatureCollection', features: events.map(feature) }))) back.push({ ...f.properties });
  console.log(inspect(events), '->', inspect(back));
  return back;
}
assert.deepEqual(await trip({ dead: 12 }, { dead: 2.5 }), [{ dead: 12 }, { dead: 2.5 }]);
assert.deepEqual(await trip({ dead: 12 }, { dead: 1, wounded: 4 }), [{ dead: 12 }, { dead: 1 }]);
assert.deepEqual(await trip({ dead: 1, wounded: 4 }, { dead: 12 }), [{ dead: 1, wounded: 4 }, { dead: 12, wounded: NaN }]);
assert.deepEqual(await trip({ dead: null }, { dead: 5 }), [{}, { dead: '5' }]);
assert.deepEqual(await trip({ dead: 5 }, { dead: 'about 5' }), [{ dead: 5 }, { dead: NaN }]);
assert.deepEqual(await trip({ dead: 'about 5' }, { dead: 5 }), [{ dead: 'about 5' }, { dead: '5' }]);
E
node t.mjs
