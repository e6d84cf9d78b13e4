#!/usr/bin/env bash
# Guess: findProvinceFromCoordinate of persian-tools gives for each capital of a province of Iran its own province; places outside Iran give an error.
# Seen: Zahedan, Bandar Abbas, Bushehr and Ahvaz are in no province at all ("could not find"), and so is all of Sistan and Baluchestan, Hormozgan,
#   Bushehr and Khuzestan: a grid over the country finds 27 of its 31 provinces. The four lie on the Gulf and the Sea of Oman. The same library knows the capital of each of them by the province's name. An error is what a place in another country gives, too.
# Versions: @persian-tools/persian-tools 4.0.4 (npm), Node 20
# Why it matters for maps of events: events in Iran's south-east and on its oil coast fall out of a table by provinces, as if they lay abroad.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock @persian-tools/persian-tools@4.0.4 >/dev/null
cat > see.mjs <<'E'
import assert from "node:assert/strict";
import { findCapitalByProvince, findProvinceFromCoordinate } from "@persian-tools/persian-tools";

const at = (latitude, longitude) => {
  try {
    return findProvinceFromCoordinate({ latitude, longitude }).en;
  } catch {
    return "none";
  }
};
const capitals = {
  "Zahedan": [29.496, 60.863, "none"], "Bandar Abbas": [27.186, 56.277, "none"], "Bushehr": [28.968, 50.838, "none"], "Ahvaz": [31.318, 48.671, "none"],
  "Tehran": [35.689, 51.389, "Tehran"], "Shiraz": [29.61, 52.53, "Fars"], "Kerman": [30.283, 57.079, "Kerman"], "Gorgan": [36.84, 54.44, "Golestan"],
  "Quetta (Pakistan)": [30.18, 67.0, "none"],
};
for (const [name, [lat, lon, seen]] of Object.entries(capitals)) {
  console.log(name, "->", at(lat, lon));
  assert.equal(at(lat, lon), seen);
}
const found = new Set();
for (let lat = 25; lat < 40; lat += 0.25) for (let lon = 44; lon < 63.5; lon += 0.25) found.add(at(lat, lon));
found.delete("none");
console.log("provinces that a grid of a quarter degree finds:", found.size, "of 31");
assert.equal(found.size, 27);
assert.equal(findCapitalByProvince("سیستان و بلوچستان"), "زاهدان");
E
node see.mjs
