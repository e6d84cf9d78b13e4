#!/usr/bin/env bash
# Guess: a quote that stands word for word in the text is found where it stands; a near match is taken only when no exact
#   one is there, and a selector made by the library comes back to its own place.
# Seen: the search starts in the middle of the text, and a near match close to it wins over the exact one further off. "12 people
#   were killed" (in Dara) comes back as "15 people were killed" (in Homs), 57 characters on, with the prefix or without it, and so does
#   the selector that fromTextPosition() made with prefix and suffix. The whole first sentence comes back as the second, and
#   a part of it is not found at all (null), although it is there. With a hint of the position each one is right.
# Versions: dom-anchor-text-quote 4.0.2, jsdom 29.1.1 (npm)
# Why it matters for maps of events: TextQuoteSelector is the standard way to tie a claim to its words, and reports repeat one
#   pattern of words with other numbers and places; the claim of one town then shows the words of another.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent dom-anchor-text-quote@4.0.2 jsdom@29.1.1
cat > t.cjs <<'E'
const assert = require('node:assert');
const { JSDOM } = require('jsdom'); const anchor = require('dom-anchor-text-quote');
const DARA = 'At least 12 people were killed in Dara on Monday.', HOMS = 'Later, at least 15 people were killed in Homs on Monday.';
const { window } = new JSDOM(`<p>${DARA}</p>\n<p>${HOMS}</p>`); const root = window.document.body;
for (const name of ['document', 'Node', 'NodeFilter']) globalThis[name] = window[name];
const own = anchor.fromTextPosition(root, { start: 9, end: 30 });
assert.equal(own.exact, '12 people were killed'); assert.equal(own.prefix, 'At least ');
const cases = [  // the selector, the words seen
  [{ exact: '12 people were killed' }, '15 people were killed'],
  [{ exact: '12 people were killed', prefix: 'At least ' }, '15 people were killed'],
  [own, '15 people were killed'],
  [{ exact: DARA }, 'at least 15 people were killed in Homs on Monday.'],
  [{ exact: 'At least 12 people were killed in Dara' }, null],
];
for (const [selector, words] of cases) {
  const { textContent } = root, at = options => anchor.toTextPosition(root, selector, options);
  const place = at(), hinted = at({ hint: textContent.indexOf(selector.exact) });
  const found = place && textContent.slice(place.start, place.end);
  console.log(JSON.stringify(selector), '->', JSON.stringify(found));
  assert.ok(textContent.includes(selector.exact)); assert.equal(found, words);
  assert.equal(textContent.slice(hinted.start, hinted.end), selector.exact);
}
E
node t.cjs
