#!/usr/bin/env bash
# Guess: steps of one month (P1M) from 31 January 2024 give the last day of each month, or say that there is no 31 February; steps of one year
#   from 29 February stay in February.
# Seen: 31 January, 2 March, 2 April, 2 May, ...: February has no step at all, the day has become the second for good, and the last step is short.
#   From 30 or 31 August the months to come lose their end in the same way. One year after 29 February 2020 is 1 March, also in 2024, which has
#   a 29 February. From the 1st to the 28th of a month all is right. Folium's TimestampedGeoJson hands its period to this library.
# Versions: leaflet-timedimension 1.1.1, leaflet 1.9.4, jsdom 26.1.0 (npm)
# Why it matters for maps of events: a time slider by months that starts with the last day of a month has no stop for February, and each later stop
#   stands for another day than the label says.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent leaflet-timedimension@1.1.1 leaflet@1.9.4 jsdom@26.1.0
cat > t.cjs <<'E'
const assert = require('node:assert'), { JSDOM } = require('jsdom'), { window } = new JSDOM('<div></div>');
global.window = window; global.document = window.document; Object.defineProperty(global, 'navigator', { value: window.navigator, configurable: true });
const L = global.L = window.L = require('leaflet'); require('leaflet-timedimension');
const steps = (timeInterval, period) => new L.TimeDimension({ timeInterval, period }).getAvailableTimes().map(t => new Date(t).toISOString().slice(0, 10));
const want = {
  '2024-01-31/2024-07-01 P1M': '2024-01-31 2024-03-02 2024-04-02 2024-05-02 2024-06-02 2024-07-01',
  '2023-01-30/2023-04-30 P1M': '2023-01-30 2023-03-02 2023-04-02 2023-04-30',
  '2024-08-31/2024-12-31 P1M': '2024-08-31 2024-10-01 2024-11-01 2024-12-01 2024-12-31',
  '2024-01-15/2024-04-15 P1M': '2024-01-15 2024-02-15 2024-03-15 2024-04-15',
  '2020-02-29/2025-01-01 P1Y': '2020-02-29 2021-03-01 2022-03-01 2023-03-01 2024-03-01 2025-01-01',
};
for (const [asked, expected] of Object.entries(want)) {
  const got = steps(...asked.split(' ')); console.log(asked, '->', got.join(' ')); assert.equal(got.join(' '), expected);
}
E
for zone in UTC Asia/Kabul America/New_York; do TZ=$zone node t.cjs > "${zone##*/}.txt"; done
cat UTC.txt; cmp UTC.txt Kabul.txt; cmp UTC.txt New_York.txt
