#!/usr/bin/env bash
# Guess: a coordinate of Wikidata that lies on the Moon or on Mars comes back with its globe, or is left out of the simple form.
# Seen: the crater Tycho comes back as [-43.31, -11.36], the bare form of a place on Earth (in the South Atlantic), in every
#   simple form of claims and whole items, even with keepTypes. Nothing tells it from a town. Only keepRichValues keeps the globe. In the
#   same way "12, between 10 and 15" of a quantity becomes 12.
# Versions: wikibase-sdk 11.6.6 (npm)
# Why it matters for maps of events: Wikidata is the gazetteer of many maps, and craters bear the names of towns (Timbuktu,
#   Bamberg and Innsbruck on Mars); one match by name puts an event into an ocean or a foreign country.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent wikibase-sdk@11.6.6
cat > t.mjs <<'E'
import assert from 'node:assert'; import { simplifyClaim, simplifyEntity } from 'wikibase-sdk';
const claim = (datatype, type, value) => ({ mainsnak: { snaktype: 'value', property: 'P625', datatype, datavalue: { type, value } }, type: 'statement', rank: 'normal', id: 'x' });
const at = (latitude, longitude, globe) => claim('globe-coordinate', 'globecoordinate', { latitude, longitude, altitude: null, precision: 0.01, globe: 'http://www.wikidata.org/entity/' + globe });
const tycho = at(-43.31, -11.36, 'Q405'), damascus = at(33.51, 36.29, 'Q2');
const item = simplifyEntity({ type: 'item', id: 'Q1', claims: { P625: [tycho] } });
console.log('Moon', simplifyClaim(tycho), 'Earth', simplifyClaim(damascus), 'item', JSON.stringify(item.claims));
assert.deepEqual(simplifyClaim(damascus), [33.51, 36.29]);
assert.deepEqual(simplifyClaim(tycho), [-43.31, -11.36]); assert.deepEqual(item.claims.P625, [[-43.31, -11.36]]);
assert.deepEqual(simplifyClaim(tycho, { keepTypes: true }), { value: [-43.31, -11.36], datatype: 'globe-coordinate' });
assert.match(simplifyClaim(tycho, { keepRichValues: true }).globe, /Q405$/);
const dead = claim('quantity', 'quantity', { amount: '+12', upperBound: '+15', lowerBound: '+10', unit: '1' });
console.log('12, between 10 and 15:', simplifyClaim(dead)); assert.equal(simplifyClaim(dead), 12);
E
node t.mjs
