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
    span: null,
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
  const either = (one, zero) => (text) => (text === "1" ? one : text === "0" ? zero : undefined);

  // The short name of each field in the link, how it is written, and how it is read; what cannot be read is left out.
  const FIELDS = {
    view: ["v", ({ zoom, lat, lng }) => `${zoom}_${lat.toFixed(4)}_${lng.toFixed(4)}`, readView],
    from: ["t", String, day],
    to: ["u", String, day],
    undated: ["dated", (kept) => (kept === "only" ? "no" : "1"), (text) => (text === "no" ? "only" : either(false, true)(text))],
    chosen: ["f", writeChosen, readChosen],
    killed: ["k", String, number],
    distance: ["d", String, number],
    query: ["q", geomap.inLink, (text) => geomap.fromLink(text)?.slice(0, 200)],
    selected: ["i", geomap.inLink, geomap.fromLink],
    order: ["o", String, oneOf("oldest", "newest", "distance", "killed")],
    panel: ["p", String, oneOf("list", "filters")],
    timeline: ["s", String, oneOf("time", "distance")],
    span: ["z", (days) => days.join("_"), readSpan],
    dialog: ["r", String, oneOf("table", "method")],
    bands: ["b", () => "1", either(true, false)],
    embed: ["e", () => "1", either(true, false)],
    language: ["l", String, oneOf(...geomap.languages)],
    theme: ["c", String, oneOf("light", "dark")],
  };

  function readView(text) {
    const [zoom, lat, lng] = text.split(text.includes("/") ? "/" : "_").map((part) => (part ? Number(part) : NaN));
    const fine = zoom >= 0 && zoom <= 20 && Math.abs(lat) <= 85 && Math.abs(lng) <= 540;
    return fine ? { zoom, lat, lng: Math.abs(lng) > 180 ? lng - 360 * Math.sign(lng) : lng } : undefined;
  }

  function readSpan(text) {
    const days = text.split("_");
    return days.length === 2 && days.every(day) && days[0] <= days[1] ? days : undefined;
  }

  function writeChosen(chosen) {
    return Object.keys(chosen)
      .sort()
      .map((key) => [key, ...chosen[key].map(geomap.inLink)].join("."))
      .join("_");
  }

  function readChosen(text) {
    // Former versions of the page parted by signs that some programs encode.
    const parted = text.includes(":")
      ? text.split(";").map((one) => one.split(/[:,]/))
      : text.split("_").map((one) => one.split("."));
    const chosen = parted.map(([key, ...values]) => [key, values.map(geomap.fromLink)]);
    const fine = ([key, values]) => geomap.FACETS.includes(key) && values.length && values.every(Boolean);
    return chosen.every(fine) ? Object.fromEntries(chosen) : undefined;
  }

  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  /** The state as the part of an address after `#`: what differs from the start. */
  geomap.toHash = (state) =>
    Object.entries(FIELDS)
      .filter(([field]) => !same(state[field], START[field]))
      .map(([field, [short, write]]) => `${short}=${write(state[field])}`)
      .join("&");

  const BY_SHORT = new Map(Object.entries(FIELDS).map(([field, [short, , read]]) => [short, { field, read }]));

  function readParts(parts) {
    const state = { ...START };
    const unread = [];
    for (const part of parts) {
      const cut = part.indexOf("=");
      const known = BY_SHORT.get(part.slice(0, cut));
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
  }

  /** The state that such a text asks for, and the parts of it that could not be read. */
  geomap.fromHash = (hash) => {
    const found = geomap.asSent(hash).map(readParts);
    return found.reduce((best, one) => (one.unread.length < best.unread.length ? one : best));
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
