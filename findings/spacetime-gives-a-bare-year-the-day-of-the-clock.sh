#!/usr/bin/env bash
# Guess: spacetime reads "1998" as 1 January 1998, as it reads "2024-05" and "May 2024" as the first day of the month, or
#   refuses it; no text silently becomes the day of today. (Nothing was guessed about 24:00 and dates with points.)
# Seen: a year alone gets the month and the day of the computer's clock: "1998" is 30 November 1998 on 30 November, 1 May on 1
#   May, "44 BC" likewise; on a 29 February it is invalid, except for leap years. 24:00 of 3 May is 23:00 of that day, though
#   23:59:60 is the start of the next. "3.5.2024" is 5 March and "13.5.2024" is 13 May.
# Versions: spacetime 7.15.0 (npm)
# Why it matters for maps of events: sources give only the year for old events and for founding dates. They all get the day on
#   which the table was read, and so look like days that somebody knew; the next run moves them.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock spacetime@7.15.0 >/dev/null
cat > t.mjs <<'E'
import assert from 'node:assert/strict';
import spacetime from 'spacetime';
const Real = Date;
const clock = now => {
  globalThis.Date = class extends Real {
    constructor(...a) { if (a.length) super(...a); else super(now); }
    static now() { return new Real(now).getTime(); }
  };
};
const read = text => { const s = spacetime(text, 'UTC'); return s.isValid() ? s.iso().replace(':00.000Z', '') : 'invalid'; };
for (const [now, rest] of [['2026-11-30T12:00:00Z', '-11-30T00:00'], ['2026-05-01T12:00:00Z', '-05-01T00:00']]) {
  clock(now);
  for (const year of ['1998', '2023', '2024']) {
    console.log(now, year, '->', read(year)); assert.equal(read(year), year + rest);
  }
  assert.equal(read('44 BC'), '-000044' + rest);
  const seen = [['2024-05', '2024-05-01T00:00'], ['May 2024', '2024-05-01T00:00'], ['2024-05-03T24:00', '2024-05-03T23:00'],
    ['2024-05-03T23:59:60', '2024-05-04T00:00'], ['3.5.2024', '2024-03-05T00:00'], ['13.5.2024', '2024-05-13T00:00']];
  for (const [text, expected] of seen) { console.log(now, text, '->', read(text)); assert.equal(read(text), expected, text); }
}
clock('2028-02-29T12:00:00Z');
console.log('2028-02-29 1998', read('1998'), '2024', read('2024'));
assert.equal(read('1998'), 'invalid'); assert.equal(read('2024'), '2024-02-29T00:00');
E
TZ=UTC node t.mjs
