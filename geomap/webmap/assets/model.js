/* Which incidents are shown: facets, time, numbers and search. Map, list, strips, counters and downloads all ask here. */
(function (geomap) {
  "use strict";

  const list = (text) => (text ? text.split("; ") : []);
  const withoutStatus = (actor) => actor.replace(/ \((claimed|admitted|alleged|denied)\)$/, "");

  /** A facet by its key: which column it reads and how a text of it becomes values. */
  const FACETS = [
    { key: "kind", column: "kind" },
    { key: "side", column: "side" },
    { key: "actor", column: "actors", values: (text) => [...new Set(list(text).map(withoutStatus))] },
    { key: "target", column: "target", values: list },
    { key: "country", column: "country" },
    { key: "province", column: "province" },
    { key: "district", column: "district" },
    {
      key: "outlet",
      column: "sources",
      values: (text, publishers) => [...new Set(list(text).map((id) => publishers.get(id) || id))],
    },
    { key: "level", column: "level" },
    { key: "pin", column: "no_pin", values: (text) => [text === null ? "point" : "none"] },
    { key: "near", column: "border_near" },
    { key: "confidence", column: "confidence" },
    { key: "differing", column: "differences", values: (text) => (text === null ? ["no"] : ["yes"]) },
  ];
  const OTHERS = ["time", "killed", "distance", "query"];
  const SEARCHED = [
    "title",
    "place",
    "place_local",
    "district",
    "province",
    "actors",
    "target",
    "weapons",
    "sub_event_type",
    "id",
  ];

  /** A facet's values, and for each code of its column which of them it has. */
  class Facet {
    constructor({ key, column, values = (text) => (text === null ? [] : [text]) }, table, publishers) {
      this.key = key;
      const { codes, words } = table.coded(column);
      this.codes = codes;
      const index = new Map();
      this.of = [null, ...words].map((text) =>
        values(text, publishers).map((value) => {
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
    constructor(drawn, told) {
      const incidents = told.incidents;
      this.rows = incidents.rows;
      this.drawn = drawn.incidents;
      this.told = incidents;
      this.articles = new Map(told.articles.all.map((article) => [article.id, article]));
      const publishers = new Map(told.articles.all.map(({ id, publisher }) => [id, publisher]));
      this.facets = FACETS.map((facet) => new Facet(facet, this.table(facet.column), publishers));
      this.bits = new Map([...this.facets.map(({ key }) => key), ...OTHERS].map((key, i) => [key, 1 << i]));
      this.searched = SEARCHED.map((name) => new geomap.Searchable(this.table(name).coded(name)));
      this.searched.push(this._countries(), this._articles());
      this.failed = new Uint32Array(this.rows);
      this._applied = {};
      this._hiding = new Set(); // the filters that have set their bit somewhere
      for (const name of ["first_day", "last_day", "border_min_km", "border_max_km", "killed_min", "killed_max"])
        this[name] = this.drawn.numbers(name);
      this.shown = this._shown();
    }

    _countries() {
      const { codes, words } = this.table("country").coded("country");
      const names = words.map((code) =>
        ["en", "ur", "fa"].map((lang) => new Intl.DisplayNames(lang, { type: "region", fallback: "code" }).of(code)).join(" "),
      );
      return new geomap.Searchable({ codes, words: names });
    }

    _articles() {
      const { codes, words } = this.table("sources").coded("sources");
      const names = words.map((ids) =>
        list(ids)
          .map((id) => `${id} ${(this.articles.get(id) || {}).publisher} ${(this.articles.get(id) || {}).title}`)
          .join(" "),
      );
      return new geomap.Searchable({ codes, words: names });
    }

    /** The table, of the two packs, that has a column of the incidents. */
    table(name) {
      return this.drawn.has(name) ? this.drawn : this.told;
    }

    value(name, row) {
      return this.table(name).value(name, row);
    }

    /** The row of an incident's id, -1 where there is none. */
    rowOf(id) {
      if (!this._rows) this._rows = new Map(this.told.coded("id").words.map((word, i) => [word, i]));
      return this._rows.get(id) ?? -1;
    }

    /** Whether a row's date is open at an end or missing. */
    undated(row) {
      return Number.isNaN(this.first_day[row]) || Number.isNaN(this.last_day[row]);
    }

    /** Show what the state asks for. Only filters that changed are looked at again. */
    apply(state) {
      let changed = false;
      const again = (key, wanted, fails) => {
        const said = JSON.stringify(wanted);
        if (this._applied[key] === said) return;
        this._applied[key] = said;
        changed = true;
        const bit = this.bits.get(key);
        const test = fails();
        if (!test && !this._hiding.has(key)) return;
        this._hiding[test ? "add" : "delete"](key);
        for (let row = 0; row < this.rows; row++)
          this.failed[row] = test && test(row) ? this.failed[row] | bit : this.failed[row] & ~bit;
      };
      for (const facet of this.facets) {
        const chosen = state.chosen[facet.key] || [];
        again(facet.key, chosen, () => {
          const allowed = chosen.length ? facet.allowing(chosen) : null;
          return allowed && ((row) => !allowed[facet.codes[row]]);
        });
      }
      again("time", [state.from, state.to, state.undated], () => this._time(state));
      again("killed", state.killed, () => state.killed !== null && ((row) => !(this._killedAtMost(row) >= state.killed)));
      again(
        "distance",
        state.distance,
        () => state.distance !== null && ((row) => !(this.border_min_km[row] <= state.distance)),
      );
      again("query", state.query, () => this._query(state.query));
      if (changed) this.shown = this._shown();
      return changed;
    }

    /** Overlap: an incident shows when some day that it can have happened on lies in the window. */
    _time({ from, to, undated }) {
      if (from === null && to === null && undated) return null;
      const first = from === null ? -Infinity : geomap.dayNumber(from);
      const last = to === null ? Infinity : geomap.dayNumber(to);
      return (row) => (!undated && this.undated(row)) || this.last_day[row] < first || this.first_day[row] > last;
    }

    /** The most that can have been killed by what the accounts say; NaN where none says. */
    _killedAtMost(row) {
      const most = this.killed_max[row];
      return Number.isNaN(most) && !Number.isNaN(this.killed_min[row]) ? Infinity : most;
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
      const found = tokens.map(({ token, written }) =>
        this.searched.map((column) => [column.codes, column.holding(token, written)]),
      );
      return (row) => !found.every((columns) => columns.some(([codes, holds]) => holds[codes[row]]));
    }

    _shown() {
      const shown = new Uint32Array(this.rows);
      let count = 0;
      for (let row = 0; row < this.rows; row++) if (this.failed[row] === 0) shown[count++] = row;
      return shown.slice(0, count);
    }

    /** What hides a row besides time, as bits of `failed`. */
    get exceptTime() {
      return ~this.bits.get("time");
    }

    /** A facet's values with their counts, the most frequent first; a chosen value always, even with none. */
    counts(key, chosen = []) {
      const facet = this.facets.find((one) => one.key === key);
      const counts = facet.count(this.failed, this.bits.get(key));
      return facet.values
        .map((value, i) => ({ value, count: counts[i], chosen: chosen.includes(value) }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    }

    /** The filters each of which alone hides incidents, with how many would show without it. */
    hiding() {
      const counts = new Map([...this._hiding].map((key) => [this.bits.get(key), { key, count: 0 }]));
      for (let row = 0; row < this.rows; row++) {
        const only = counts.get(this.failed[row]);
        if (only) only.count++;
      }
      return [...counts.values()].filter(({ count }) => count).sort((a, b) => b.count - a.count);
    }

    /** How many of the shown incidents have no point, and no full date. */
    missing() {
      if (!this._missing) {
        const { codes: reasons } = this.table("no_pin").coded("no_pin");
        this._missing = Uint8Array.from(reasons, (reason, row) => (reason ? 1 : 0) + (this.undated(row) ? 2 : 0));
      }
      const counts = [0, 0, 0, 0];
      for (let i = 0; i < this.shown.length; i++) counts[this._missing[this.shown[i]]]++;
      return { unpinned: counts[1] + counts[3], undated: counts[2] + counts[3] };
    }

    /** The shown rows in an order: by date, distance or killed. All rows are sorted once for each order that is asked for. */
    sorted(order) {
      this._orders = this._orders || {};
      const all = (this._orders[order] = this._orders[order] || this._order(order));
      const rows = new Uint32Array(this.shown.length);
      for (let i = 0, count = 0; i < all.length; i++) if (this.failed[all[i]] === 0) rows[count++] = all[i];
      return rows;
    }

    _order(order) {
      const { keys, down } = this._keys(order);
      // Sorting numbers is native and fast; the row is packed below the key. Unknown ones come last.
      const packed = new Float64Array(this.rows);
      for (let row = 0; row < this.rows; row++) {
        const key = keys[row];
        packed[row] = (Number.isNaN(key) ? 2 ** 31 : down ? -key : key) * 2 ** 21 + row;
      }
      packed.sort();
      const rows = new Uint32Array(this.rows);
      for (let i = 0; i < this.rows; i++) rows[i] = packed[i] - Math.floor(packed[i] / 2 ** 21) * 2 ** 21;
      return rows;
    }

    _keys(order) {
      if (order === "distance") return { keys: this.border_min_km.map((km) => Math.round(km * 10)) };
      if (order === "killed") return { keys: this.killed_min, down: true };
      return {
        keys: this.first_day.map((day, row) => (Number.isNaN(day) ? this.last_day[row] : day)),
        down: order === "newest",
      };
    }
  }

  geomap.FACETS = FACETS.map(({ key }) => key);
  geomap.Model = Model;
})((window.geomap = window.geomap || {}));
