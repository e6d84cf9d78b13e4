#!/usr/bin/env bash
# Guess: the three packages called tokml write the same properties into KML; 0 stays 0, and null is left out or empty.
# Seen: @maphubs/tokml writes 0 and false as an empty value, as it writes null: "nobody was killed" becomes "not stated", a name
#   "0" is gone. tokml keeps 0 and false. @placemarkio/tokml writes null as the word "null". tokml and @maphubs/tokml leave a
#   feature without a place out without a word, @placemarkio/tokml keeps it. Given one option of its own (a document's
#   name), tokml forgets its defaults: no placemark has a name any more.
# Versions: @maphubs/tokml 0.6.1, tokml 0.4.0, @placemarkio/tokml 0.3.9, Node 20.
# Why it matters for maps of events: a toll of 0 and an unknown toll are different statements.
# Date seen: 2026-11-29.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --silent --no-fund --no-audit --no-package-lock tokml@0.4.0 @maphubs/tokml@0.6.1 @placemarkio/tokml@0.3.9 >/dev/null
cat > see.mjs <<'JS'
import assert from "node:assert/strict";
import * as maphubs from "@maphubs/tokml";
import * as placemark from "@placemarkio/tokml";
import tokml from "tokml";

const point = { type: "Point", coordinates: [61, 26] };
const told = { name: "B", killed: 0, confirmed: false, injured: null };
const events = {
  type: "FeatureCollection",
  features: [
    { type: "Feature", properties: { name: "nowhere" }, geometry: null },
    { type: "Feature", properties: told, geometry: point },
  ],
};
const write = { tokml, maphubs: maphubs.default?.default ?? maphubs.default, placemark: placemark.toKML };
const value = (kml, name) => kml.match(new RegExp(`name="${name}">\\s*<value>([^<]*)`))?.[1];
const seen = {};
for (const [name, toKml] of Object.entries(write)) {
  const kml = toKml(events);
  seen[name] = ["killed", "confirmed", "injured"].map((key) => value(kml, key)).concat(kml.includes("nowhere"));
  console.log(name, "killed, confirmed, injured:", seen[name].slice(0, 3), "the one without a place:", seen[name][3]);
}
assert.deepEqual(seen.tokml, ["0", "false", "", false]);
assert.deepEqual(seen.maphubs, ["", "", "", false]);
assert.deepEqual(seen.placemark, ["0", "false", "null", true]);
const named = tokml(events, { documentName: "Events" });
console.log("tokml with a document's name:", named.includes("<Placemark><name>B</name>") ? "placemarks have names" : "no placemark has a name");
assert(tokml(events).includes("<Placemark><name>B</name>") && !named.includes("<Placemark><name>B</name>"));
JS
node see.mjs
