/* Which incidents are shown: facets, time, numbers and search. Map, list, timeline, counters and downloads all ask here. */
(function (geomap) {
  "use strict";

  const list = geomap.listOf;

  /** A facet by its key: which column it reads and how a text of it becomes values. */
  const KNOWN = [
    { key: "kind", column: "symbol" },
    { key: "side", column: "actor_side" },
    { key: "actor", column: "actors", values: (text, { actors }) => [...new Set(list(text).map((words) => actors.get(words) || words))] },
    { key: "target", column: "target_names", values: list },
    { key: "country", column: "country" },
    { key: "province", column: "province" },
    { key: "district", column: "district" },
    {
      key: "outlet",
      column: "sources",
      values: (text, { publishers }) => [...new Set(list(text).map((id) => publishers.get(id) || id))],
    },
    { key: "level", column: "level" },
    { key: "pin", column: "no_point_reason", values: (text) => [text === null ? "point" : "none"] },
    { key: "near", column: "near_border" },
    { key: "confidence", column: "confidence" },
    { key: "differing", column: "differing_fields", values: (text) => (text === null ? ["no"] : ["yes"]) },
  ];
  // A table of events has those of its own columns.
  const FACETS = geomap.about.facets
    ? geomap.about.facets.map((key) => KNOWN.find((one) => one.key === key) || { key, column: key })
    : KNOWN;
  const OTHERS = ["time", "killed", "distance", "query"];
  const BITS = new Map([...FACETS.map(({ key }) => key), ...OTHERS].map((key, i) => [key, 1 << i]));
  const NUMBERS = ["first_day", "last_day", "distance_min_km", "distance_max_km", "killed_min", "killed_max", "at_gap"];
  const SEARCHED = [
    "title",
    "place",
    "place_local",
    "district",
    "province",
    "actors",
    "targets",
    "weapons",
    "sub_event_type",
    "id",
  ];

  /** A facet's values, and for each code of its column which of them it has. */
  class Facet {
    constructor({ key, column, values = (text) => (text === null ? [] : [text]) }, table, names) {
      this.key = key;
      const { codes, words } = table.coded(column);
      this.codes = codes;
      const index = new Map();
      this.of = [null, ...words].map((text) =>
        values(text, names).map((value) => {
          if (!index.has(value)) index.set(value, index.size);
          return index.get(value);
        }),
      );
      this.values = [...index.keys()];
    }

    /** Which codes have one of the chosen values. */
    allowing(chosen) {
      const wanted = new Set(chosen.map((value) => this.values.indexOf(value)));
      return Uint8Array.from(this.of, (values) => values.some((value) => wanted.has(value)));
    }

    /** How many rows have each value, of those that nothing but this facet hides. */
    count(failed, bit) {
      const perCode = new Uint32Array(this.of.length);
      const others = ~bit;
      for (let row = 0; row < this.codes.length; row++) if ((failed[row] & others) === 0) perCode[this.codes[row]]++;
      const counts = new Uint32Array(this.values.length);
      this.of.forEach((values, code) => values.forEach((value) => (counts[value] += perCode[code])));
      return counts;
    }
  }

  class Model {
    constructor(firstPaint, details) {
      const incidents = details.incidents;
      this.rows = incidents.rows;
      this.firstPaint = firstPaint.incidents;
      this.unplaced = firstPaint.unplaced || new Set();
      this.details = incidents;
      this.articles = new Map(details.articles.all.map((article) => [article.id, article]));
      this.names = new Map(details.places.all.map((place) => [place.id, [place.name_local, ...(place.spellings || [])].filter(Boolean)]));
      this.searched = SEARCHED.map((name) => new geomap.Searchable(() => this._named(name)));
      this.searched.push(new geomap.Searchable(() => this._countries()), new geomap.Searchable(() => this._articles()));
      // What the words of a column are called in a facet: articles by their publisher, actors without their status.
      this.facetNames = {
        publishers: new Map([...this.articles.values()].map(({ id, publisher }) => [id, publisher])),
        actors: new Map(details.actors.all.map((one) => [one.actor_text, one.actor])),
      };
      this.failed = new Uint32Array(this.rows);
      this._facets = new Map();
      this._orders = new Map();
      this._applied = {};
      this._hiding = new Set(); // the filters that have set their bit somewhere
      // A column of a million rows takes its time: it is read when it is asked for.
      for (const name of NUMBERS) Object.defineProperty(this, name, { get: () => this.table(name).numbers(name) });
    }

    _facet(key) {
      if (!this._facets.has(key)) {
        const facet = FACETS.find((one) => one.key === key);
        this._facets.set(key, new Facet(facet, this.table(facet.column), this.facetNames));
      }
      return this._facets.get(key);
    }

    /** A column's codes and words; a place's words with its other names, in all scripts. */
    _named(name) {
      const { codes, words } = this.table(name).coded(name);
      const said = name === "title" ? Object.values(geomap.about.translations || {}) : [];
      if (said.length) return { codes, words: words.map((word) => [word, ...said.map((of) => of[word] || "")].join(" ")) };
      if (!["place", "district", "province"].includes(name)) return { codes, words };
      return { codes, words: words.map((word) => [word, ...(this.names.get(word) || [])].join(" ")) };
    }

    _countries() {
      const { codes, words } = this.table("country").coded("country");
      const regions = geomap.languages.map((lang) => new Intl.DisplayNames(lang, { type: "region", fallback: "code" }));
      return { codes, words: words.map((code) => regions.map((names) => names.of(code)).join(" ")) };
    }

    _articles() {
      const { codes, words } = this.table("sources").coded("sources");
      const names = words.map((ids) =>
        list(ids)
          .map((id) => `${id} ${(this.articles.get(id) || {}).publisher} ${(this.articles.get(id) || {}).title}`)
          .join(" "),
      );
      return { codes, words: names };
    }

    /** The table, of the two packs, that has a column of the incidents. */
    table(name) {
      return this.firstPaint.has(name) ? this.firstPaint : this.details;
    }

    value(name, row) {
      return this.table(name).value(name, row);
    }

    /** The row of an incident's id, -1 where there is none. */
    rowOf(id) {
      return this.details.coded("id").words.indexOf(id);
    }

    /** Show what the state asks for. Only filters that changed are looked at again. */
    apply(state) {
      let changed = false;
      const again = (key, wanted, fails) => {
        const said = JSON.stringify(wanted);
        if (this._applied[key] === said) return;
        this._applied[key] = said;
        changed = true;
        const bit = BITS.get(key);
        const test = fails();
        if (!test && !this._hiding.has(key)) return;
        this._hiding[test ? "add" : "delete"](key);
        const { failed } = this;
        for (let row = 0; row < failed.length; row++) failed[row] = test && test(row) ? failed[row] | bit : failed[row] & ~bit;
      };
      for (const { key } of FACETS) {
        const chosen = state.chosen[key] || [];
        again(key, chosen, () => {
          if (!chosen.length) return null;
          const facet = this._facet(key);
          const allowed = facet.allowing(chosen);
          return (row) => !allowed[facet.codes[row]];
        });
      }
      again("time", [state.from, state.to, state.undated], () => this._time(state));
      again("killed", state.killed, () => this._killed(state.killed));
      again("distance", state.distance, () => {
        if (state.distance === null) return null;
        const within = this._withinOf(state.distance);
        return (row) => within(row) === "no";
      });
      again("query", state.query, () => this._query(state.query));
      if (changed) this.shown = this._shown();
      return changed;
    }

    /**
     * Whether a row lies within so many kilometres of the border, as `near_border` says it of one distance: "yes" where its whole
     * region does, "unknown" where it may, "no" where it does not or is not located.
     */
    within(row, km) {
      return this._withinOf(km)(row);
    }

    /** The same for one distance, as a function of the row: columns are looked up once for all rows. */
    _withinOf(km) {
      const { distance_min_km: nearest, distance_max_km: farthest, at_gap: gap, unplaced } = this;
      const { near_km: threshold } = geomap.about;
      const [near, country] = ["near_border", "country"].map((name) => this.table(name).coded(name));
      const [yes, no] = ["yes", "no"].map((word) => near.words.indexOf(word) + 1 || NaN);
      return (row) => {
        if (!(nearest[row] <= km) && gap[row] !== 1) return "no";
        // Outlines are drawn to a tolerance, which the verdict allows for and the interval, rounded outwards, does not.
        const said = near.codes[row];
        if (said === yes && km >= threshold) return "yes";
        if (said === no && km <= threshold) return "no";
        // A region may not be all that there is: a site of it lies nobody knows where, or accounts differ on its country.
        const open = unplaced.has(row) || (!country.codes[row] && said !== yes);
        return farthest[row] <= km && gap[row] !== 1 && !open ? "yes" : "unknown";
      };
    }

    /** Of the shown rows how many lie within so many kilometres of the border: certainly, possibly, and by their point alone. */
    howManyWithin(km) {
      const within = this._withinOf(km);
      const counts = { yes: 0, unknown: 0, point: 0, no: 0 };
      for (const row of this.shown) counts[within(row)]++;
      return { certainly: counts.yes, possibly: counts.unknown, points: counts.point };
    }

    /** Overlap: an incident shows when some day that it can have happened on lies in the window. */
    _time({ from, to, undated }) {
      if (from === null && to === null && undated === true) return null;
      const first = from === null ? -Infinity : geomap.dayNumber(from);
      const last = to === null ? Infinity : geomap.dayNumber(to);
      const { first_day: firsts, last_day: lasts } = this;
      const open = this._open();
      const kept = { true: () => true, false: (row) => !open(row), only: open }[undated];
      return (row) => lasts[row] < first || firsts[row] > last || !kept(row);
    }

    /** Whether a row has no full date, as a function of the row. */
    _open() {
      const { first_day: firsts, last_day: lasts } = this;
      return (row) => Number.isNaN(firsts[row]) || Number.isNaN(lasts[row]);
    }

    /** So many may have been killed: where an account gives no upper number, any number that is not below its lower one. */
    _killed(wanted) {
      if (wanted === null) return null;
      const { killed_min: least, killed_max: most } = this;
      return (row) => (Number.isNaN(most[row]) ? Number.isNaN(least[row]) : most[row] < wanted);
    }

    _query(query) {
      const tokens = query
        .split(/\s+/)
        .flatMap((written) =>
          geomap
            .fold(written)
            .split(" ")
            .map((token) => ({ token, written })),
        )
        .filter(({ token }) => token);
      if (!tokens.length) return null;
      const found = tokens.map(({ token, written }) => {
        const rows = new Uint8Array(this.rows);
        for (const column of this.searched) {
          const holds = column.holding(token, written);
          if (holds.includes(1)) mark(rows, column.codes, holds);
        }
        return rows;
      });
      return (row) => !found.every((rows) => rows[row]);
    }

    _shown() {
      if (!this._hiding.size) return geomap.everyRow(this.rows);
      const shown = new Uint32Array(this.rows);
      let count = 0;
      for (let row = 0; row < this.rows; row++) if (this.failed[row] === 0) shown[count++] = row;
      return shown.slice(0, count);
    }

    /** What hides a row besides time, as bits of `failed`. */
    get exceptTime() {
      return ~BITS.get("time");
    }

    /** A facet's values with their counts, the most frequent first; a chosen value always, even with none. */
    counts(key, chosen = []) {
      const facet = this._facet(key);
      const counts = facet.count(this.failed, BITS.get(key));
      return facet.values
        .map((value, i) => ({ value, count: counts[i], chosen: chosen.includes(value) }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    }

    /** The filters each of which alone hides incidents, with how many would show without it. */
    hiding() {
      const counts = new Map([...this._hiding].map((key) => [BITS.get(key), { key, count: 0 }]));
      for (let row = 0; row < this.rows; row++) {
        const only = counts.get(this.failed[row]);
        if (only) only.count++;
      }
      return [...counts.values()].filter(({ count }) => count).sort((a, b) => b.count - a.count);
    }

    /** How many of the shown incidents have no point, and no full date. */
    missing() {
      const { codes: reasons } = this.table("no_point_reason").coded("no_point_reason");
      const { shown } = this;
      const open = this._open();
      let unpinned = 0;
      let undated = 0;
      for (let i = 0; i < shown.length; i++) {
        const row = shown[i];
        if (reasons[row]) unpinned++;
        if (open(row)) undated++;
      }
      return { unpinned, undated };
    }

    /** The shown rows in an order: by date, distance or killed. All rows are sorted once for each order that is asked for. */
    sorted(order) {
      if (!this._orders.has(order)) this._orders.set(order, inOrder(this._keysOf(order)));
      const all = this._orders.get(order);
      const { failed } = this;
      if (this.shown.length === all.length) return all;
      const rows = new Uint32Array(this.shown.length);
      for (let i = 0, count = 0; count < rows.length; i++) if (failed[all[i]] === 0) rows[count++] = all[i];
      return rows;
    }

    /** The first so many of these rows, without sorting the others: a million take long, and most are never asked for. */
    first(order, count) {
      const { keys, highest } = this._keysOf(order);
      if (this._orders.has(order) || highest > 2 ** 20) return this.sorted(order).subarray(0, count);
      const counts = new Uint32Array(highest + 1);
      const { failed } = this;
      for (let row = 0; row < keys.length; row++) if (failed[row] === 0) counts[keys[row]]++;
      let last = 0;
      for (let found = counts[0]; found < count && last < highest; ) found += counts[++last];
      const rows = [];
      for (let row = 0; row < keys.length; row++) if (failed[row] === 0 && keys[row] <= last) rows.push(row);
      return Uint32Array.from(rows.sort((a, b) => keys[a] - keys[b] || a - b).slice(0, count));
    }

    /** The keys of the order that was asked for last. */
    _keysOf(order) {
      if (!this._kept || this._kept.order !== order) this._kept = { order, ...this._keys(order) };
      return this._kept;
    }

    /** For each row a whole number to sort by, from 0, and the highest; unknown ones come last. */
    _keys(order) {
      const [name, scale] = { oldest: ["first_day", 1], newest: ["first_day", -1], distance: ["distance_min_km", 10], killed: ["killed_min", -1] }[order];
      const values = this[name];
      const second = name === "first_day" ? "last_day" : name; // where only the last day is known
      const others = this[second];
      const ends = [name, second].flatMap((one) => this.table(one).ends(one)).map((end) => Math.round(end * scale));
      const lowest = Math.min(...ends.filter(Number.isFinite));
      const highest = Math.max(0, Math.max(...ends.filter(Number.isFinite)) - lowest + 1);
      const keys = new Uint32Array(this.rows);
      for (let row = 0; row < keys.length; row++) {
        const value = values[row] === values[row] ? values[row] : others[row];
        keys[row] = value === value ? Math.round(value * scale) - lowest : highest;
      }
      return { keys, highest };
    }
  }

  function mark(rows, codes, holds) {
    for (let row = 0; row < rows.length; row++) rows[row] |= holds[codes[row]];
  }

  /** The rows in the order of their keys, whole numbers of 32 bits: sorted by the lower half, and that by the upper one. */
  function inOrder({ keys, highest }) {
    let rows = geomap.everyRow(keys.length);
    for (const shift of highest > 0xffff ? [0, 16] : [0]) {
      const starts = new Uint32Array(Math.min(highest, 0xffff) + 2);
      for (let row = 0; row < keys.length; row++) starts[((keys[row] >>> shift) & 0xffff) + 1]++;
      for (let half = 1; half < starts.length; half++) starts[half] += starts[half - 1];
      const sorted = new Uint32Array(rows.length);
      for (let i = 0; i < rows.length; i++) sorted[starts[(keys[rows[i]] >>> shift) & 0xffff]++] = rows[i];
      rows = sorted;
    }
    return rows;
  }

  geomap.FACETS = FACETS.map(({ key }) => key);
  geomap.Model = Model;
})((window.geomap = window.geomap || {}));
