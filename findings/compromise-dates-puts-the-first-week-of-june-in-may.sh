#!/usr/bin/env bash
# Guess: "the first week of June" begins in June; "before June 12" has no start, or the start of the year; "since March" and
#   "at the end of May", read on 16 June 2025, mean the months just gone; summer has three months.
# Seen: with today = 2025-06-16 the first week of June is 26 May to 1 June, so one day of seven lies in June. "before June 12" is the
#   two weeks from 29 May and no longer; "after June 12" ends on 27 June. "since March" is March of 2026, the whole month
#   and nothing after it. "last summer" is June and July. "in the second quarter of 2024" is that of 2025. "between 12 and 15 June" is
#   15 June only, although "from 12 to 15 June" is right.
# Versions: compromise 14.17.0, compromise-dates 3.9.0 (npm)
# Why it matters for maps of events: each answer is a tidy pair of instants; events go to another month or year, or a
#   window of days that the report never gave shuts out the events before it.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent compromise@14.17.0 compromise-dates@3.9.0
cat > t.cjs <<'E'
const assert = require('node:assert');
const nlp = require('compromise'); nlp.plugin(require('compromise-dates'));
const cases = {  // the words, the first and the last instant seen
  'in the first week of June': ['2025-05-26T00:00', '2025-06-01T23:59'],
  'before June 12': ['2025-05-29T00:00', '2025-06-11T23:59'],
  'after June 12': ['2025-06-13T00:00', '2025-06-27T00:00'],
  'since March': ['2026-03-01T00:00', '2026-03-31T23:59'],
  'last summer': ['2024-06-01T00:00', '2024-07-31T23:59'],
  'in the second quarter of 2024': ['2025-04-01T00:00', '2025-06-30T23:59'],
  'between 12 and 15 June': ['2025-06-15T00:00', '2025-06-15T23:59'],
  'from 12 to 15 June': ['2025-06-12T00:00', '2025-06-15T23:59'],
  'on 16 June 2025': ['2025-06-16T00:00', '2025-06-16T23:59'],
};
for (const [words, seen] of Object.entries(cases)) {
  const found = nlp(`The army attacked the town ${words}.`).dates({ today: '2025-06-16', timezone: 'UTC' }).get();
  const days = found.map(one => [one.start.slice(0, 16), one.end.slice(0, 16)]);
  console.log(words.padEnd(30), JSON.stringify(days));
  assert.deepEqual(days, [seen], words);
}
E
node t.cjs
