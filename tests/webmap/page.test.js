/* The parts of the page that need no document: state, model, search, language, text. Run by `node --test`, and from pytest. */
"use strict";

const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const vm = require("node:vm");

const ASSETS = path.join(__dirname, "..", "..", "geomap", "webmap", "assets");
const LANGUAGES = Object.fromEntries(
  fs.readdirSync(path.join(ASSETS, "languages")).map((file) => [
    path.basename(file, ".json"),
    JSON.parse(fs.readFileSync(path.join(ASSETS, "languages", file), "utf8")),
  ]),
);

/** The page's own `geomap`, with nothing of a browser but an element that names the languages. */
function load() {
  const element = { textContent: JSON.stringify({ languages: Object.keys(LANGUAGES) }), lang: "", dir: "" };
  const document = { getElementById: () => element, querySelectorAll: () => [], documentElement: {} };
  const window = {};
  const context = vm.createContext({ window, document, Intl, TextDecoder, structuredClone });
  for (const file of ["base/text.js", "base/pack.js", "base/language.js", "state/search.js", "state/model.js", "state/link.js", "state/state.js", "tools/downloads.js"])
    vm.runInContext(fs.readFileSync(path.join(ASSETS, file), "utf8"), context, { filename: file });
  window.geomap.styleOfSymbols = () => ({ SIDES: { Iran: { labels: { ur: "ایران" } } } });
  window.geomap.inflated = async () => new TextEncoder().encode(JSON.stringify(LANGUAGES));
  return window.geomap;
}
const geomap = load();
test.before(() => geomap.readLanguages());

/** A column of a table, as `geomap.webmap.pack` gives it, from plain values. */
class Fake {
  constructor(columns) {
    this.columns = columns;
    this.rows = Object.values(columns)[0].length;
  }
  get names() {
    return Object.keys(this.columns);
  }
  has(name) {
    return name in this.columns;
  }
  numbers(name) {
    return Float64Array.from(this.columns[name], (value) => (value === null ? NaN : value));
  }
  ends(name) {
    const known = [...this.numbers(name)].filter(Number.isFinite);
    return [Math.min(...known), Math.max(...known)];
  }
  coded(name) {
    const told = this.columns[name].map((value) => (Array.isArray(value) ? value.join("\u001f") : value));
    const words = [...new Set(told.filter((value) => value !== null))];
    return { codes: told.map((value) => words.indexOf(value) + 1), words };
  }
  value(name, row) {
    return this.columns[name][row];
  }
  get all() {
    return Array.from({ length: this.rows }, (_, row) => Object.fromEntries(this.names.map((n) => [n, this.value(n, row)])));
  }
}

const day = (text) => geomap.dayNumber(text);
function model() {
  const n = 4;
  const none = Array(n).fill(null);
  const incidents = new Fake({
    symbol: ["strike", "clash", "strike", "attack"],
    actor_side: ["Iran", "Pakistan", "Iran", null],
    level: Array(n).fill("site"),
    first_day: [day("2024-01-16"), day("2024-01-01"), null, null],
    last_day: [day("2024-01-16"), day("2024-01-31"), day("2023-06-01"), null],
    distance_min_km: [40, 0, null, 60],
    distance_max_km: [50, 10, null, 70],
    killed_min: [2, 0, null, 12],
    killed_max: [2, 9, null, null],
    id: ["a", "b", "c", "d"],
    title: ["Strike on Sabz Koh", "Clash at Mirjaveh", "Old strike", "Attack"],
    place: ["Panjgur", null, null, null],
    actors: [["Iran", "IRGC (acknowledged)"], ["BLA (claimed)"], null, ["BLA"]],
    targets: [["house (says a mayor)"], null, null, ["post", "convoy"]],
    target_names: [["house"], null, null, ["post", "convoy"]],
    sources: [["x"], ["x", "y"], ["y"], null],
    no_point_reason: [null, null, "known to the province only", null],
    ...Object.fromEntries(
      [
        ...["place_local", "district", "province", "country", "near_border", "confidence", "differing_fields", "weapons"],
        ...["sub_event_type", "at_gap"],
      ].map((name) => [name, none]),
    ),
    country: Array(n).fill("PK"),
  });
  const details = {
    incidents,
    articles: new Fake({ id: ["x", "y"], publisher: ["Dawn", "The News"], title: ["One", "Two"] }),
    places: new Fake({ id: ["Panjgur"], name_local: ["پنجگور"], spellings: [["Panjgoor"]] }),
    actors: new Fake({
      actor: ["IRGC", "BLA", "BLA", "Iran"],
      actor_text: ["IRGC (acknowledged)", "BLA (claimed)", "BLA", "Iran"],
    }),
  };
  return new geomap.Model({ incidents }, details);
}
const shown = (patch) => {
  const one = model();
  one.apply({ ...geomap.START, ...patch });
  return [...one.shown];
};

test("a state and its link say the same, and what is as at the start is not in the link", () => {
  const states = [
    { view: { zoom: 6, lat: 28.5, lng: 62 }, from: "2024-01-01", undated: false },
    { chosen: { kind: ["strike"], actor: ["a, b", "x:y;z"] }, query: "a & b=c", selected: "2024-01-16-sabz-koh" },
    { killed: 3, distance: 50, order: "killed", panel: "filters", timeline: "distance", dialog: "table", bands: true },
    ...geomap.languages.slice(1).map((language) => ({ language, theme: "dark" })),
  ];
  for (const patch of states) {
    const state = { ...geomap.START, ...patch };
    const read = geomap.fromHash(`#${geomap.toHash(state)}`);
    assert.deepStrictEqual(JSON.parse(JSON.stringify(read.state)), JSON.parse(JSON.stringify(state)));
    assert.strictEqual(read.unread.length, 0);
  }
  assert.strictEqual(geomap.toHash(geomap.START), "");
});

/** What chat programs, mail readers and redirects make of a link. */
const WAYS = [
  encodeURI,
  encodeURIComponent,
  (link) => encodeURIComponent(encodeURIComponent(link)),
  (link) => link.replaceAll("&", "&amp;"),
  (link) => link.replace(/[^A-Za-z0-9=&]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
  (link) => link.replace(/[^A-Za-z0-9]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
];

test("a link that was encoded on its way is read as it was, whatever it says", () => {
  const words = ["a, b", "x:y;z", "50% ~41 %41", "پنجگور", "a_b.c-d", "(!*')", "&amp;", "1=2"];
  for (const word of words) {
    const chosen = { actor: [word, "BLA"], kind: ["strike"] };
    const state = { ...geomap.START, view: { zoom: 6.25, lat: -28.5, lng: -62 }, query: word, selected: word, chosen, killed: 1.5 };
    const link = geomap.toHash(state);
    assert.match(link, /^[A-Za-z0-9._~=&-]*$/);
    for (const way of [(same) => same, ...WAYS]) {
      const read = geomap.fromHash(`#${way(link)}`);
      assert.strictEqual(read.unread.length, 0, way(link));
      assert.deepStrictEqual(JSON.parse(JSON.stringify(read.state)), JSON.parse(JSON.stringify(state)), way(link));
    }
  }
});

test("a link of a former version is read as ever, also if it was encoded", () => {
  const link = "v=6/28.5000/62.0000&t=2024-01-01&dated=1&f=actor:a%2C%20b,x;kind:strike&q=a%20%26%20b.c&i=2024-01-16-a.b&b=1";
  const { state, unread } = geomap.fromHash(`#${link}`);
  assert.strictEqual(unread.length, 0);
  assert.deepStrictEqual(JSON.parse(JSON.stringify(state.chosen)), { actor: ["a, b", "x"], kind: ["strike"] });
  assert.deepStrictEqual([state.query, state.selected, state.bands, state.undated], ["a & b.c", "2024-01-16-a.b", true, false]);
  assert.deepStrictEqual({ ...state.view }, { zoom: 6, lat: 28.5, lng: 62 });
  const again = geomap.fromHash("#f=kind%3Astrike%2Cclash%3Bcountry%3AIR");
  assert.deepStrictEqual(JSON.parse(JSON.stringify(again.state.chosen)), { kind: ["strike", "clash"], country: ["IR"] });
});

test("a link that says what is so at the start anyway is read", () => {
  const { state, unread } = geomap.fromHash(`#o=oldest&p=list&s=time&dated=0&b=0&l=${geomap.languages[0]}`);
  assert.deepStrictEqual([...unread], []);
  assert.strictEqual(geomap.toHash(state), "");
  assert.strictEqual(geomap.fromHash("#v=6/28/422").state.view.lng, 62);
  assert.deepStrictEqual([...geomap.fromHash("#b=constructor").unread], ["b=constructor"]);
});

test("what a link says that cannot be read is told and changes nothing", () => {
  for (const part of ["t=2024-02-31", "v=90/1/2", "l=xx", "k=-1", "zz=1", "f=colour:red", "q=%E0%A4%A"]) {
    const { state, unread } = geomap.fromHash(`#${part}`);
    assert.deepStrictEqual([...unread], [part]);
    assert.strictEqual(geomap.toHash(state), "");
  }
});

test("an incident shows when one of its possible days lies in the window, and an open end reaches on", () => {
  assert.deepStrictEqual(shown({}), [0, 1, 2, 3]);
  assert.deepStrictEqual(shown({ from: "2024-01-17", undated: false }), [1]);
  assert.deepStrictEqual(shown({ to: "2023-12-31" }), [2, 3]);
  assert.deepStrictEqual(shown({ to: "2023-12-31", undated: false }), []);
  assert.deepStrictEqual(shown({ from: "2024-01-31", to: "2024-01-31" }), [1, 3]);
});

test("numbers are filtered by what may be: an open upper number reaches any, an unknown one none", () => {
  assert.deepStrictEqual(shown({ killed: 3 }), [1, 3]);
  assert.deepStrictEqual(shown({ distance: 40 }), [0, 1]);
  assert.deepStrictEqual(shown({ distance: 0 }), [1]);
});

test("a facet of a list has each of its values, without the status of an actor, and counts what else is shown", () => {
  const one = model();
  one.apply({ ...geomap.START, chosen: { kind: ["strike"] } });
  const counts = (key) => Object.fromEntries(one.counts(key).map(({ value, count }) => [value, count]));
  assert.deepStrictEqual(counts("kind"), { strike: 2, clash: 1, attack: 1 });
  assert.deepStrictEqual(counts("actor"), { Iran: 1, IRGC: 1, BLA: 0 });
  assert.deepStrictEqual(counts("outlet"), { Dawn: 1, "The News": 1 });
  assert.deepStrictEqual(counts("pin"), { point: 1, none: 1 });
  assert.deepStrictEqual(shown({ chosen: { target: ["convoy"] } }), [3]);
});

test("every order puts what is unknown last", () => {
  const one = model();
  one.apply(geomap.START);
  assert.deepStrictEqual([...one.sorted("oldest")], [2, 1, 0, 3]);
  assert.deepStrictEqual([...one.sorted("newest")], [0, 1, 2, 3]);
  assert.deepStrictEqual([...one.sorted("distance")], [1, 0, 3, 2]);
  assert.deepStrictEqual([...one.sorted("killed")], [3, 0, 1, 2]);
});

test("search finds a place by its other names, an actor, an outlet, and a word with one slip", () => {
  for (const [query, rows] of [["پنجگور", [0]], ["panjgoor", [0]], ["the news", [1, 2]], ["mirjavehh", [1]], ["nowhere", []]])
    assert.deepStrictEqual(shown({ query }), rows, query);
});

test("words differ by one slip at most", () => {
  for (const [one, other, near] of [["kech", "kech", true], ["kech", "kehc", true], ["kech", "kach", true], ["kech", "kachi", false]])
    assert.strictEqual(geomap.nearly(one, other), near, `${one} ${other}`);
});

test("ranges and dates are worded in every language, and an unknown key is seen", () => {
  for (const code of geomap.languages) {
    geomap.setLanguage(code);
    const ranges = [geomap.range(2, 3), geomap.range(2, null), geomap.range(null, 3), geomap.range(null, null), geomap.range(2, 2)];
    assert.strictEqual(new Set(ranges).size, 5, code);
    assert.ok(ranges.every((words) => words && !words.includes("range.")), code);
    assert.notStrictEqual(geomap.dateText(null, "2023-06-01", "no later than"), geomap.date("2023-06-01"), code);
    assert.strictEqual(geomap.dateText("2024-01-16", "2024-01-16", "day"), geomap.date("2024-01-16"));
  }
  geomap.setLanguage("ur");
  assert.strictEqual(geomap.term("side", "Iran"), "ایران");
  assert.strictEqual(geomap.term("side", "Nobody"), "Nobody");
  geomap.setLanguage("en");
  assert.strictEqual(geomap.range(2, 3), "2 to 3");
  assert.strictEqual(geomap.t("no.such.key"), "no.such.key");
});

test("characters that cannot be seen are written out", () => {
  assert.strictEqual(geomap.visible("a\u202egnp\u200f\u0000"), "a[U+202E]gnp[U+200F][U+0000]");
  assert.strictEqual(geomap.visible("پنجگور ab\n"), "پنجگور ab\n");
});

test("a cell of the download is no formula, and numbers stay numbers", () => {
  for (const sign of ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]) {
    const cell = geomap.csvCell(`${sign}1`).replace(/^"/, "");
    assert.ok(cell.startsWith("'"), JSON.stringify(cell));
  }
  assert.strictEqual(geomap.csvCell("'=x"), "''=x");
  assert.strictEqual(geomap.csvCell("'tis"), "'tis");
  assert.strictEqual(geomap.csvCell(-1.5), "-1.5");
  assert.strictEqual(geomap.csvCell("a = b"), "a = b");
  assert.strictEqual(geomap.csvCell(null), "");
});

test("a list is kept as a list, and a table says which column it does not have", () => {
  assert.deepStrictEqual([...geomap.listOf("a\u001fb; c")], ["a", "b; c"]);
  assert.strictEqual(geomap.listOf(null).length, 0);
});

/* Names that Python calls one must be one here, too: read from standard input by tests/webmap/test_page_scripts.py. */
test("names that the gazetteer folds into one are one in the search", { skip: !process.env.GEOMAP_NAMES }, () => {
  const groups = JSON.parse(fs.readFileSync(process.env.GEOMAP_NAMES, "utf8"));
  assert.ok(groups.length > 20);
  for (const names of groups) {
    const folded = new Set(names.map((name) => geomap.fold(name).replace(/ /g, "")));
    assert.strictEqual(folded.size, 1, `${names.join(" | ")}: ${[...folded].join(" | ")}`);
  }
});

test("a place that is a country is named once, and so is one that bears the name of its province", () => {
  assert.deepStrictEqual([...geomap.placePath(["Cambodia", null, null], "KH")], []);
  assert.deepStrictEqual([...geomap.placePath(["Surin", null, "Surin"], "TH")], ["Surin"]);
  assert.deepStrictEqual([...geomap.placePath(["Nowhere", null, null], null)], ["Nowhere"]);
});

test("a border is called by its countries, and plainly where it names none", () => {
  geomap.about.countries = ["KH", "TH"];
  assert.strictEqual(geomap.borderName(), "Cambodia–Thailand border");
  geomap.about.countries = ["", ""];
  assert.strictEqual(geomap.borderName(), "Border");
});

test("within a distance is certain, possible or neither, as near_border says it of one distance", () => {
  const within = (columns, unplaced = []) => {
    const incidents = new Fake({ id: ["a"], ...Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, [value]])) });
    const one = model();
    Object.assign(one, { rows: 1, firstPaint: incidents, details: incidents, unplaced: new Set(unplaced), shown: [0] });
    return one.within(0, 10);
  };
  const row = { distance_min_km: 4, distance_max_km: 9, at_gap: 0, near_border: "yes", country: "PK" };
  assert.strictEqual(within(row), "yes");
  assert.strictEqual(within({ ...row, distance_max_km: 10 }), "yes");
  assert.strictEqual(within({ ...row, distance_max_km: 10.1 }), "unknown");
  assert.strictEqual(within({ ...row, distance_min_km: 10.1, distance_max_km: 20 }), "no");
  assert.strictEqual(within({ ...row, distance_min_km: null, distance_max_km: null }), "no");
  assert.strictEqual(within({ ...row, at_gap: 1 }), "unknown");
  assert.strictEqual(within({ ...row, distance_min_km: 50, distance_max_km: 60, at_gap: 1 }), "unknown");
  assert.strictEqual(within({ ...row, country: null, near_border: "unknown" }), "unknown");
  assert.strictEqual(within(row, [0]), "unknown");
  geomap.about.near_km = 10;
  assert.strictEqual(within({ ...row, distance_max_km: 10.1 }), "yes");
  assert.strictEqual(within({ ...row, distance_max_km: 10.1, near_border: "unknown" }), "unknown");
  delete geomap.about.near_km;
});

test("a toll is never the least number alone", () => {
  geomap.setLanguage("en");
  assert.strictEqual(geomap.toll(7, 9, 9, true), "7 to 9 · accounts differ");
  assert.strictEqual(geomap.toll(7, null, 9, false), "7 to 9 or more");
  assert.strictEqual(geomap.toll(12, null, 12, false), "at least 12");
  assert.strictEqual(geomap.toll(null, null, null, true), "not stated");
});
