#!/usr/bin/env bash
# Guess: 0 is a latitude like any other: an item of a feed at 0, 32.5 (Uganda) or 5.6, 0 (Ghana) has its place in the feed, and an event of a calendar its
#   GEO.
# Seen: rss writes only <geo:long>32.5</geo:long> for the first and only <geo:lat> for the second; at 0, 0 neither; if no other item has a whole place, the
#   prefix geo is not declared. ical-generator leaves GEO out for all three. Places 0.00001 degrees (1 m) off the lines are written. The npm package ics
#   writes GEO:0;32.5. georsstogeojson makes [32.5, NaN] of the half place, which in JSON is [32.5,null], and no feature at all of the item with geo:lat
#   alone.
# Versions: rss 1.2.2, ical-generator 10.2.0, ics 3.12.0, georsstogeojson 0.2.0, @xmldom/xmldom 0.9.12 (npm)
# Why it matters for maps of events: reports give rounded places, so 0 is far from rare between Kenya, Uganda, the Congo and Ghana: just these events are
#   in the list but not on the map.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock rss@1.2.2 ical-generator@10.2.0 ics@3.12.0 georsstogeojson@0.2.0 @xmldom/xmldom@0.9.12 >/dev/null
cat > t.mjs <<'E'
import assert from 'node:assert/strict';
import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'georsstogeojson';
import ical from 'ical-generator';
import { createEvent } from 'ics';
import RSS from 'rss';
const places = [[0, 32.5], [5.6, 0], [0, 0], [0.00001, 32.5]], date = new Date('2024-05-03T06:00:00Z');
const feedOf = (...items) => {
  const feed = new RSS({ title: 't', feed_url: 'https://example.org/f', site_url: 'https://example.org' });
  for (const [lat, long] of items) feed.item({ title: 'event', date, lat, long });
  return feed.xml();
};
const seen = places.map(([lat, lon]) => {
  const xml = feedOf([lat, lon], [10, 20]), first = xml.split('</item>')[0], calendar = ical();
  calendar.createEvent({ start: date, summary: 'event', location: { title: 'here', geo: { lat, lon } } });
  const { value } = createEvent({ start: [2024, 5, 3], duration: { hours: 1 }, title: 'event', geo: { lat, lon } });
  const { features } = parse(new DOMParser().parseFromString(xml, 'text/xml'));
  return [(first.match(/<geo:(lat|long)>[^<]*/g) ?? []).join(' '), calendar.toString().match(/GEO:.*/)?.[0] ?? '', value.match(/GEO:.*/)?.[0] ?? '',
          JSON.stringify(features.slice(0, -1).map(f => f.geometry.coordinates))].map(s => s.trim());
});
places.forEach((p, n) => console.log(p, '| rss:', seen[n][0], '| ical-generator:', seen[n][1], '| ics:', seen[n][2], '| georsstogeojson:', seen[n][3]));
assert.deepEqual(seen, [
  ['<geo:long>32.5', '', 'GEO:0;32.5', '[[32.5,null]]'], ['<geo:lat>5.6', '', 'GEO:5.6;0', '[]'], ['', '', 'GEO:0;0', '[]'],
  ['<geo:lat>0.00001 <geo:long>32.5', 'GEO:0.00001;32.5', 'GEO:0.00001;32.5', '[[32.5,0.00001]]']]);
const alone = feedOf([0, 32.5]);
console.log('alone: xmlns:geo', alone.includes('xmlns:geo'));
assert(alone.includes('<geo:long>') && !alone.includes('xmlns:geo'));
E
node t.mjs
