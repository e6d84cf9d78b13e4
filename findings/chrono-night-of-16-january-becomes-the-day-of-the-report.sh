#!/usr/bin/env bash
# Guess: "the night of 16 January" gives 16 January; "the night of 16-17 January" gives 16, or 16 to 17, January, as the
#   same words without "the night of" do.
# Seen: the matched text holds the whole date, but the result is the reference day (here 18 January): the words for the day
#   were matched and then thrown away. Also: "in the year 2019" is read as "in the year", one year from now, and
#   "several days ago" is always seven days and "a few days ago" three, with day, month and year marked as certain.
# Versions: chrono-node 2.10.3
# Why it matters for maps of events: raids by night are written just so; the event is put on the day of the report with a
#   quote that holds the right day, so a reviewer who sees the quote takes it for checked.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent chrono-node@2.10.3
cat > t.cjs <<'E'
const assert = require('node:assert'), chrono = require('chrono-node');
const ref = new Date(2024, 0, 18, 12);
const day = c => `${c.get('year')}-${c.get('month')}-${c.get('day')}`;
const read = s => { const r = chrono.parse(s, ref)[0]; return r ? { text: r.text, start: day(r.start), end: r.end ? day(r.end) : null, sure: ['day', 'month', 'year'].every(k => r.start.isCertain(k)) } : null; };
for (const s of ['16-17 January', 'the night of 16-17 January', 'the night of 16 January', 'in the year 2019', 'several days ago', 'a few days ago']) console.log(s.padEnd(28), JSON.stringify(read(s)));
const a = read('16-17 January'), n = read('the night of 16-17 January');
assert.deepEqual([a.start, a.end], ['2024-1-16', '2024-1-17']);
assert.equal(n.text, 'night of 16-17 January');
assert.deepEqual([n.start, n.end], ['2024-1-18', '2024-1-18']);
assert.deepEqual([read('the night of 16 January').text, read('the night of 16 January').start], ['night of 16 January', '2024-1-18']);
const y = read('in the year 2019');
assert.equal(y.text, 'in the year'); assert(y.start.startsWith('2025-'));
assert.deepEqual([read('several days ago').start, read('several days ago').sure], ['2024-1-11', true]);
assert.deepEqual([read('a few days ago').start, read('a few days ago').sure], ['2024-1-15', true]);
E
node t.cjs
