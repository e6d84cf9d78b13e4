#!/usr/bin/env bash
# Guess: {{coord|33|30|N|36|18|E}} in an article gives the text "33.5°N, 36.3°E" (or the words as written).
# Seen: "33.5°N, 36.3°W". Each place gets °N and °W, whatever it is; the sign is set before it, so a place in the west reads
#   "-36.3°W" and one in the south "-33.5°N". The same text stands in json() and in an infobox. coordinates() is
#   right, so a check of the numbers passes.
# Versions: wtf_wikipedia 10.4.2
# Why it matters for maps of events: articles on battles and attacks are turned into text with it and then read for
#   places; every place east of Greenwich moves to the west: Damascus and Kabul
#   into the Atlantic.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent wtf_wikipedia@10.4.2
cat > t.cjs <<'E'
const assert = require('node:assert'); const wtf = require('wtf_wikipedia');
const read = coord => { const page = wtf(`The battle of Dara (${coord}) began at dawn.`); const { lat, lon } = page.coordinates()[0]; return [page.text(), lat, lon]; };
const cases = {
  '{{coord|33|30|N|36|18|E}}': ['33.5°N, 36.3°W', 33.5, 36.3],
  '{{coord|33.5|36.3}}': ['33.5°N, 36.3°W', 33.5, 36.3],
  '{{coord|33|30|S|36|18|W}}': ['-33.5°N, -36.3°W', -33.5, -36.3],
};
for (const [coord, [text, lat, lon]] of Object.entries(cases)) {
  const seen = read(coord); console.log(coord.padEnd(26), JSON.stringify(seen));
  assert.deepEqual(seen, [`The battle of Dara (${text}) began at dawn.`, lat, lon]);
}
const box = wtf('{{Infobox military conflict|conflict=Dara|coordinates={{coord|33|30|N|36|18|E}}}}').infobox().json();
console.log('infobox', JSON.stringify(box)); assert.equal(box.coordinates.text, '33.5°N, 36.3°W');
E
node t.cjs
