/* The whole state of the page, and its permalink: everything that a colleague must see who opens the link. */
(function (geomap) {
  "use strict";

  const START = Object.freeze({
    view: null,
    from: null,
    to: null,
    undated: true,
    chosen: {},
    killed: null,
    distance: null,
    query: "",
    selected: null,
    order: "oldest",
    panel: "list",
    timeline: "time",
    dialog: null,
    bands: false,
    embed: false,
    language: geomap.languages[0],
    theme: null,
  });
  const DAY = /^\d{4}-\d\d-\d\d$/;
  const oneOf =
    (...words) =>
    (text) =>
      words.includes(text) ? text : undefined;
  const number = (text) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined);
  const day = (text) => {
    const number = DAY.test(text) ? geomap.dayNumber(text) : NaN;
    return Number.isNaN(number) || geomap.day(number) !== text ? undefined : text; // 31 February is read as 2 March
  };
  const yes = (text) => text === "1" || undefined;

  // The short name of each field in the link, how it is written, and how it is read; what cannot be read is left out.
  const FIELDS = {
    view: ["v", ({ zoom, lat, lng }) => `${zoom}/${lat.toFixed(4)}/${lng.toFixed(4)}`, readView],
    from: ["t", String, day],
    to: ["u", String, day],
    undated: ["dated", () => "1", (text) => (text === "1" ? false : undefined)],
    chosen: ["f", writeChosen, readChosen],
    killed: ["k", String, number],
    distance: ["d", String, number],
    query: ["q", encodeURIComponent, (text) => decodeURIComponent(text).slice(0, 200)],
    selected: ["i", encodeURIComponent, decodeURIComponent],
    order: ["o", String, oneOf("newest", "distance", "killed")],
    panel: ["p", String, oneOf("filters")],
    timeline: ["s", String, oneOf("distance")],
    dialog: ["r", String, oneOf("table", "method")],
    bands: ["b", () => "1", yes],
    embed: ["e", () => "1", yes],
    language: ["l", String, oneOf(...geomap.languages.slice(1))],
    theme: ["c", String, oneOf("light", "dark")],
  };

  function readView(text) {
    const [zoom, lat, lng] = text.split("/").map(Number);
    const fine = zoom >= 0 && zoom <= 20 && Math.abs(lat) <= 85 && Math.abs(lng) <= 180;
    return fine ? { zoom, lat, lng } : undefined;
  }

  function writeChosen(chosen) {
    const write = (values) => values.map(encodeURIComponent).join(",");
    return Object.keys(chosen)
      .sort()
      .map((key) => `${key}:${write(chosen[key])}`)
      .join(";");
  }

  function readChosen(text) {
    const pairs = text.split(";").map((pair) => pair.split(":"));
    if (!pairs.every(([key, values]) => geomap.FACETS.includes(key) && values)) return undefined;
    return Object.fromEntries(pairs.map(([key, values]) => [key, values.split(",").map(decodeURIComponent)]));
  }

  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  /** The state as the part of an address after `#`: what differs from the start. */
  geomap.toHash = (state) =>
    Object.entries(FIELDS)
      .filter(([field]) => !same(state[field], START[field]))
      .map(([field, [short, write]]) => `${short}=${write(state[field])}`)
      .join("&");

  /** The state that such a text asks for, and the parts of it that could not be read. */
  geomap.fromHash = (hash) => {
    const state = { ...START };
    const unread = [];
    const byShort = new Map(Object.entries(FIELDS).map(([field, [short, , read]]) => [short, { field, read }]));
    for (const part of hash.replace(/^#/, "").split("&").filter(Boolean)) {
      const cut = part.indexOf("=");
      const known = byShort.get(part.slice(0, cut));
      let value;
      try {
        value = known && known.read(part.slice(cut + 1));
      } catch {
        value = undefined;
      }
      if (value === undefined) unread.push(part);
      else state[known.field] = value;
    }
    return { state, unread };
  };

  /** Holds the state and tells its listeners, in the order in which they came, what changed. */
  class Store {
    constructor(state) {
      this.state = state;
      this._listeners = [];
    }

    on(listener) {
      this._listeners.push(listener);
    }

    set(patch) {
      const changed = new Set(Object.keys(patch).filter((field) => !same(this.state[field], patch[field])));
      if (!changed.size) return;
      this.state = { ...this.state, ...patch };
      for (const listener of this._listeners) listener(this.state, changed);
    }

    /** Choose a value of a facet, or no longer. */
    toggle(key, value) {
      const before = this.state.chosen[key] || [];
      const values = before.includes(value) ? before.filter((one) => one !== value) : [...before, value].sort();
      const chosen = { ...this.state.chosen, [key]: values };
      if (!values.length) delete chosen[key];
      this.set({ chosen });
    }

    /** No filter at all. */
    clear() {
      const { from, to, undated, chosen, killed, distance, query } = START;
      this.set({ from, to, undated, chosen, killed, distance, query });
    }
  }

  geomap.START = START;
  geomap.Store = Store;
})((window.geomap = window.geomap || {}));
