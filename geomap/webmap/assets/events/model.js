/* What the page asks of a table of events: its own columns, and under a story's names what it has of these; else nothing. */
(function (geomap) {
  "use strict";

  const NO_ROWS = { rows: 0, all: [], where: () => [] };

  /** A table that has no column: no number, no word. */
  class Nothing {
    constructor(rows) {
      this.rows = rows;
    }

    has() {
      return false;
    }

    numbers() {
      return (this._numbers = this._numbers || new Float64Array(this.rows).fill(NaN));
    }

    ends() {
      return [Infinity, -Infinity];
    }

    coded() {
      return (this._coded = this._coded || { codes: new Uint8Array(this.rows), words: [] });
    }

    value() {
      return null;
    }
  }

  geomap.Model = class extends geomap.Model {
    constructor(firstPaint, details) {
      super(firstPaint, Object.assign(details, { articles: NO_ROWS, places: NO_ROWS, actors: NO_ROWS, sites: NO_ROWS }));
      this.events = geomap.about.events;
      this.listed = details.listed;
      this.nothing = new Nothing(this.rows);
      this.searched = this.events.words.map((key) => new geomap.Searchable(() => this.table(key).coded(key)));
    }

    table(name) {
      const { rest } = this.details;
      const table = [this.firstPaint, this.details, rest].find((one) => one && one.has(name));
      if (!table && !rest && (this.listed.has(name) || /^c\d/.test(name))) throw new Error("the columns are still being read");
      return table || this.nothing;
    }

    /** A value; until every column is read, of the rows that the list begins with, and null for others. */
    cellOf(name, row) {
      if (this.details.rest || !this.listed.has(name)) return super.value(name, row);
      const at = this.listed.numbers("row").indexOf(row);
      return at < 0 ? null : this.listed.value(name, at);
    }

    /** A cell as the table has it, as text; null where it is empty. */
    cell(key, row) {
      const value = this.cellOf(key, row);
      return value === null ? null : String(value);
    }

    /** Which row of the table it is, counted from 1. */
    numberOf(row) {
      return this.details.has("row_number") ? this.details.numbers("row_number")[row] : row + 1;
    }

    rowOf(id) {
      const number = /^\d{1,15}$/.test(id) ? Number(id) : 0;
      if (!this.details.has("row_number")) return number <= this.rows ? number - 1 : -1;
      return this.details.numbers("row_number").indexOf(number);
    }

    value(name, row) {
      const { place, heading } = this.events;
      if (name === "id") return String(this.numberOf(row));
      if (name === "place") return place && this.cell(place, row);
      if (name !== "title") return this.cellOf(name, row);
      const said = heading.map((key) => this.cell(key, row)).filter(Boolean);
      if (heading.length && !this.details.rest && this.listed.numbers("row").indexOf(row) < 0) return "…";
      return said.length ? said.join(" · ") : geomap.t("row", { number: geomap.number(this.numberOf(row)) });
    }

    /** How far an event may be from its point, kilometres; NaN where the table does not say. */
    radiusOf(row) {
      const { precision, radii } = this.events;
      if (!radii || !this.details.rest) return NaN;
      return geomap.own(radii, precision ? (this.cell(precision, row) ?? "") : "") ?? NaN;
    }

    _open() {
      const open = super._open();
      if (!this.details.has("coarse")) return open;
      const coarse = this.details.numbers("coarse");
      return (row) => coarse[row] === 1 || open(row);
    }

    _withinOf(km) {
      const { distance_min_km: nearest, distance_max_km: farthest, at_gap: gap } = this;
      const near = this.table("near_border").coded("near_border");
      const [yes, no] = ["yes", "no"].map((word) => near.words.indexOf(word) + 1 || NaN);
      const { near_km: threshold } = geomap.about;
      const points = this.table("distance_km").numbers("distance_km");
      return (row) => {
        // Without a radius its point alone can be said to lie there.
        if (Number.isNaN(nearest[row])) return points[row] <= km ? "point" : gap[row] === 1 && !Number.isNaN(points[row]) ? "unknown" : "no";
        if (!(nearest[row] <= km) && gap[row] !== 1) return "no";
        if (near.codes[row] === yes && km >= threshold) return "yes";
        if (near.codes[row] === no && km <= threshold) return "no";
        return farthest[row] <= km && gap[row] !== 1 ? "yes" : "unknown";
      };
    }
  };
})((window.geomap = window.geomap || {}));
