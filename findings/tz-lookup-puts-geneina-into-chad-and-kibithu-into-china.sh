#!/usr/bin/env bash
# Guess: tz-lookup, which tells the time zone of a place from a table of 70 kB, is coarse; but a town that is some kilometres inside its country gets a zone of
#   that country, and the hour is wrong for villages on the line at most.
# Seen: eight towns near borders get the zone of the neighbour, and in seven the hour differs: Geneina, capital of West Darfur in
#   Sudan, is in Chad; Kibithu of India is in China, 2.5 hours later; Zaranj, a capital of a province of Afghanistan, in Iran; Chaman of
#   Pakistan in Afghanistan and Torkham of Afghanistan in Pakistan. The fork @photostructure/tz-lookup gives the same; geo-tz has all eight right.
# Versions: tz-lookup 6.1.25, @photostructure/tz-lookup 11.7.0, geo-tz 8.1.9 (npm), Node 20
# Why it matters for maps of events: border towns are where border events happen; an attack at 23:30 in Zaranj, turned into UTC with Iran's clock, moves by
#   an hour, with China's clock Kibithu's evening by two and a half: over midnight the day is another.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock tz-lookup@6.1.25 @photostructure/tz-lookup@11.7.0 geo-tz@8.1.9 >/dev/null
cat > see.mjs <<'E'
import assert from "node:assert/strict";
import fork from "@photostructure/tz-lookup";
import { find } from "geo-tz";
import coarse from "tz-lookup";

const day = new Date("2024-05-03T12:00:00Z");
const hours = (zone) => {
  const name = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(day).find((p) => p.type === "timeZoneName").value;
  const [, sign, h, m] = name.match(/GMT(?:([+-])(\d+):(\d+))?/);
  return sign ? (sign === "-" ? -1 : 1) * (+h + m / 60) : 0;
};
const towns = {
  "Geneina (Sudan)": [13.45, 22.45, "Africa/Khartoum", "Africa/Ndjamena"],
  "Kibithu (India)": [28.28, 97.02, "Asia/Kolkata", "Asia/Shanghai"],
  "Zaranj (Afghanistan)": [30.96, 61.86, "Asia/Kabul", "Asia/Tehran"],
  "Chaman (Pakistan)": [30.92, 66.45, "Asia/Karachi", "Asia/Kabul"],
  "Torkham (Afghanistan)": [34.12, 71.085, "Asia/Kabul", "Asia/Karachi"],
  "Moreh (India)": [24.25, 94.3, "Asia/Kolkata", "Asia/Yangon"],
  "Uri (India)": [34.08, 74.03, "Asia/Kolkata", "Asia/Karachi"],
  "Kobani (Syria)": [36.89, 38.35, "Asia/Damascus", "Europe/Istanbul"],
};
let other = 0;
for (const [name, [lat, lon, right, seen]] of Object.entries(towns)) {
  const off = hours(seen) - hours(right);
  console.log(name, "geo-tz", find(lat, lon).join(), "| tz-lookup", coarse(lat, lon), "| hours off", off);
  assert.deepEqual(find(lat, lon), [right]);
  assert.equal(coarse(lat, lon), seen);
  assert.equal(fork(lat, lon), seen);
  other += off !== 0;
}
assert.equal(other, 7);
console.log("towns with another hour:", other, "of", Object.keys(towns).length);
E
node see.mjs
