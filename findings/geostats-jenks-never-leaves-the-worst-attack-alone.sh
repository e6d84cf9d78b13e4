#!/usr/bin/env bash
# Guess: "Jenks" names one method with one best answer, so the libraries of map pages and of Python cut a list of tolls into the same classes.
# Seen: of 13 attacks with 0 to 150 dead in three classes, jenkspy, classybrew and ckmeans of simple-statistics have 0-12, 20-33 and 150;
#   getClassJenks of geostats has 0-8, 12-20 and 33-150, and the squares inside its classes add up to 6936 instead of 230. Each break is one value
#   too low, so the largest value never has a class of its own; its getClassJenks2 is right. jenks of simple-statistics gives 0, 20, 150, 150: the
#   least value of each class, where the others give the largest, so the usual rule "up to the break" moves 20 into the first class.
# Versions: geostats 2.1.0, classybrew 0.0.3, simple-statistics 7.12.1 (npm), jenkspy 0.4.1 (PyPI)
# Why it matters for maps of events: tolls have long tails, and the one massacre gets the colour and the legend of an attack with a quarter of its dead.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent geostats@2.1.0 classybrew@0.0.3 simple-statistics@7.12.1
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check jenkspy==0.4.1 numpy==2.3.5
cat > t.cjs <<'E2'
const assert = require('node:assert'); const Geostats = require('geostats'), Brew = require('classybrew'), { ckmeans, jenks } = require('simple-statistics');
const tolls = [0, 0, 0, 1, 1, 2, 3, 5, 8, 12, 20, 33, 150];
const squares = classes => Math.round(classes.reduce((sum, c) => { const m = c.reduce((a, b) => a + b) / c.length; return sum + c.reduce((a, x) => a + (x - m) ** 2, 0); }, 0));
function geostats(values, k, method = 'getClassJenks') {  // its breaks, and the values by the class that it gives to each
  const g = new Geostats(values.slice()), breaks = g[method](k), classes = Array.from({ length: k }, () => []);
  for (const x of values) classes[g.getClass(x)].push(x);
  return { breaks, classes };
}
const brew = new Brew(); brew.setSeries(tolls.slice()); brew.setNumClasses(3);
const seen = geostats(tolls, 3), best = ckmeans(tolls, 3);
console.log('geostats', JSON.stringify(seen), 'squares', squares(seen.classes));
console.log('ckmeans of simple-statistics', JSON.stringify(best), 'squares', squares(best));
console.log('classybrew', brew.classify('jenks'), 'getClassJenks2', geostats(tolls, 3, 'getClassJenks2').breaks, 'jenks of simple-statistics', jenks(tolls, 3));
assert.deepEqual(seen, { breaks: [0, 8, 20, 150], classes: [[0, 0, 0, 1, 1, 2, 3, 5, 8], [12, 20], [33, 150]] });
assert.deepEqual(best, [[0, 0, 0, 1, 1, 2, 3, 5, 8, 12], [20, 33], [150]]); assert.deepEqual([squares(seen.classes), squares(best)], [6936, 230]);
assert.deepEqual(brew.classify('jenks'), [0, 12, 33, 150]); assert.deepEqual(geostats(tolls, 3, 'getClassJenks2').breaks, [0, 12, 33, 150]);
assert.deepEqual(jenks(tolls, 3), [0, 20, 150, 150]);
for (const k of [3, 4, 5, 6]) {
  const last = geostats(tolls, k).classes.at(-1); console.log(k, 'classes; the highest holds', last, 'and is', ckmeans(tolls, k).at(-1), 'at best');
  assert.deepEqual(last, [33, 150]); assert.deepEqual(ckmeans(tolls, k).at(-1), [150]);
}
E2
node t.cjs
v/bin/python - <<'P'
import jenkspy
breaks = [int(x) for x in jenkspy.jenks_breaks([0, 0, 0, 1, 1, 2, 3, 5, 8, 12, 20, 33, 150], 3)]
print("jenkspy", breaks); assert breaks == [0, 12, 33, 150]
P
