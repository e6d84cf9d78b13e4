#!/usr/bin/env bash
# Guess: tabletojson, which repeats a date that is joined over two rows (rowspan), gives each value under its own header with joined columns, a header of two
#   rows and a header cell at the start of each row too: the three forms of tables in Wikipedia's lists of attacks.
# Seen: a joined cell in the middle of a row moves the rest one column to the left: 7 wounded are 7 "Killed". Under a header of two rows the civilians killed
#   are "Wounded" and the date is "soldiers". With a header cell at the start of each row all events get the date of the last one as the name of a column,
#   and no event has a date: {"4 May": "Zhob", "Place": "12"}. html-table-to-json does the same, and moves values under a joined date as well. Two lines of
#   a cell (10<br>20) are one number, 1020, in both. cheerio-tableparser keeps each value in its column; it and html-table-extractor join 1020 too.
# Versions: tabletojson 4.1.15, html-table-to-json 1.0.0, cheerio-tableparser 1.0.1 with cheerio 1.2.0 (npm), html-table-extractor 1.4.1 (PyPI)
# Why it matters for maps of events: lists of attacks come as such tables; a table of JSON with right names and wrong numbers raises no doubt.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent tabletojson@4.1.15 html-table-to-json@1.0.0 cheerio-tableparser@1.0.1 cheerio@1.2.0
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check html-table-extractor==1.4.1 beautifulsoup4==4.14.2
cat > t.cjs <<'E2'
const assert = require('node:assert'), { tabletojson } = require('tabletojson'), other = require('html-table-to-json'), cheerio = require('cheerio'), parser = require('cheerio-tableparser');
const HEAD = '<tr><th>Date</th><th>Place</th><th>Killed</th><th>Wounded</th></tr>', row = (...cells) => `<tr>${cells.join('')}</tr>`, td = x => `<td>${x}</td>`;
const tables = {
  'joined date': HEAD + row('<td rowspan="2">3 May</td>', ...['Zhob', 12, 5].map(td)) + row(...['Kalat', 9, 7].map(td)),
  'joined columns': HEAD + row(td('3 May'), '<td colspan="2">Kalat, nobody</td>', td(7)),
  'header of two rows': row('<th rowspan="2">Date</th><th rowspan="2">Place</th><th colspan="2">Killed</th><th rowspan="2">Wounded</th>') + row('<th>soldiers</th><th>civilians</th>') + row(...['3 May', 'Zhob', 12, 2, 5].map(td)),
  'header of each row': row('<th>Date</th><th>Place</th><th>Killed</th>') + row('<th>3 May</th>', td('Zhob'), td(12)) + row('<th>4 May</th>', td('Kalat'), td(7)),
  'two lines': row('<th>Date</th><th>Killed</th>') + row(td('3 May'), td('10<br>20')),
};
const first = Object.fromEntries(Object.entries(tables).map(([name, html]) => [name, tabletojson.convert(`<table>${html}</table>`)[0]]));
const second = Object.fromEntries(Object.entries(tables).map(([name, html]) => [name, other.parse(`<table>${html}</table>`).results[0]]));
for (const [name, rows] of Object.entries(first)) console.log(name.padEnd(18), 'tabletojson', JSON.stringify(rows), '| html-table-to-json', JSON.stringify(second[name]));
const zhob = { Date: '3 May', Place: 'Zhob', Killed: '12', Wounded: '5' };
assert.deepEqual(first['joined date'], [zhob, { Date: '3 May', Place: 'Kalat', Killed: '9', Wounded: '7' }]);  // right
assert.deepEqual(second['joined date'], [zhob, { Date: 'Kalat', Place: '9', Killed: '7' }]);
for (const seen of [first, second]) {
  assert.deepEqual(seen['joined columns'], [{ Date: '3 May', Place: 'Kalat, nobody', Killed: '7' }]);
  const [two] = seen['header of two rows']; assert.deepEqual([two.soldiers, two.civilians, two.Killed, two.Wounded], ['3 May', 'Zhob', '12', '2']);
  assert.deepEqual(seen['header of each row'], [{ '4 May': 'Zhob', Place: '12' }, { '4 May': 'Kalat', Place: '7' }]); assert.deepEqual(seen['two lines'], [{ Date: '3 May', Killed: '1020' }]);
}
const columns = name => { const $ = cheerio.load(`<table>${tables[name]}</table>`); (parser.default ?? parser)($); return $('table').parsetable(true, true, true); };
console.log('cheerio-tableparser', JSON.stringify(Object.keys(tables).map(columns)));
assert.deepEqual(columns('joined columns').at(-1), ['Wounded', '7']); assert.deepEqual(columns('header of two rows').slice(2).map(c => c[2]), ['12', '2', '5']);
assert.deepEqual(columns('header of each row')[0], ['Date', '3 May', '4 May']); assert.deepEqual(columns('two lines')[1], ['Killed', '1020']);
require('node:fs').writeFileSync('tables.json', JSON.stringify(tables));
E2
node t.cjs
v/bin/python - <<'P'
import json
from html_table_extractor.extractor import Extractor
def rows(html):
    extractor = Extractor(f"<table>{html}</table>"); extractor.parse(); return extractor.return_list()
seen = {name: rows(html)[-1] for name, html in json.load(open("tables.json")).items()}; print("html-table-extractor, last rows", seen)
assert seen["joined columns"][-1] == "7" and seen["header of two rows"] == ["3 May", "Zhob", "12", "2", "5"] and seen["two lines"] == ["3 May", "1020"]
P
