/* What is shown of what there is, and which filters say so: counters, removable chips. */
(function (geomap) {
  "use strict";

  const { h } = geomap;

  class Counters {
    constructor(page) {
      this.page = page;
    }

    render(state, { filtered }) {
      const { model, store, about } = this.page;
      const { t } = geomap;
      const chips = geomap.get("chips");
      geomap.redrawing(chips, () => geomap.replace(chips, this._chips(state, store)));
      if (!filtered) return;
      const { unpinned, undated } = model.missing();
      const parts = [t("counters.shown", { shown: geomap.number(model.shown.length), all: geomap.number(model.rows) })];
      const only = (key, count, on, act) =>
        h(
          "button",
          { type: "button", class: "plain", "data-key": key, "aria-pressed": String(on), on: { click: act } },
          t(`counters.${key}`, { count: geomap.number(count) }),
        );
      const hasPinless = (state.chosen.pin || []).includes("none");
      const open = state.undated === "only";
      const waiting = model.shown.filter((row) => this.page.layer.unreviewed.has(row)).length;
      if (this.page.layer.unreviewed.size) parts.push(t("counters.unreviewed", { count: geomap.number(waiting) }));
      if (unpinned) parts.push(only("unpinned", unpinned, hasPinless, () => store.toggle("pin", "none")));
      if (undated) parts.push(only("undated", undated, open, () => store.set({ undated: open || "only" })));
      if (state.distance !== null) parts.push(this._within(state.distance));
      const unread = this.page.unread.length ? t("counters.unread", { parts: this.page.unread.join(geomap.comma()) }) : null;
      const line = geomap.get("counters");
      geomap.redrawing(line, () =>
        geomap.replace(
          line,
          h("strong", {}, parts[0]),
          parts.slice(1).map((part) => [" · ", part]),
          unread && h("span", { class: "warning" }, ` ${unread}`),
        ),
      );
      const counts = about.counts || {};
      const numbers = {
        incidents: geomap.number(model.rows),
        articles: geomap.number(counts.articles || 0),
        outside: geomap.number(counts["outside publications"] || 0),
      };
      geomap.get("scope").classList.toggle("told", Boolean(about.events));
      geomap.replace(
        geomap.get("scope"),
        t("scope", numbers),
        (about.notes || []).map(([key, said]) => [" ", h("span", { class: "warning" }, t(`note.${key}`, inWords(said)))]),
        about.private ? h("strong", { class: "warning" }, ` ${t("private")}`) : null,
        about.unreviewed ? h("strong", { class: "warning" }, ` ${t("unreviewed")}`) : null,
      );
    }

    /** How many of those shown lie within so many kilometres of the border, certainly and possibly. */
    _within(km) {
      const counts = this.page.model.howManyWithin(km);
      return geomap.t(counts.points ? "filter.withinPoints" : "filter.within", inWords({ km, ...counts }));
    }

    _chips(state, store) {
      const { t } = geomap;
      const chip = (text, act, shown = text) =>
        h(
          "li",
          {},
          h(
            "button",
            { type: "button", class: "chip", "aria-label": t("chip.remove", { filter: text }), on: { click: act } },
            h("bdi", {}, shown),
            " ✕",
          ),
        );
      const chips = Object.entries(state.chosen).flatMap(([key, values]) =>
        values.map((value) => {
          const name = `${t(`facet.${key}`)}: `;
          const act = () => store.toggle(key, value);
          return chip(name + geomap.facetValue(key, value), act, [name, geomap.facetWords(key, value)]);
        }),
      );
      if (state.query) chips.push(chip(`${t("search")}: ${state.query}`, () => store.set({ query: "" })));
      if (state.from || state.to) {
        const ends = [state.from, state.to].map((day) => (day ? geomap.date(day) : "…"));
        chips.push(chip(t("date.interval", { first: ends[0], last: ends[1] }), () => store.set({ from: null, to: null })));
      }
      if (state.undated !== true)
        chips.push(chip(t(state.undated ? "timeline.open" : "timeline.dated"), () => store.set({ undated: true })));
      if (state.killed !== null)
        chips.push(chip(t("filter.killedChip", { count: geomap.number(state.killed) }), () => store.set({ killed: null })));
      if (state.distance !== null)
        chips.push(chip(this._within(state.distance), () => store.set({ distance: null })));
      if (chips.length > 1)
        chips.push(
          h(
            "li",
            {},
            h("button", { type: "button", class: "chip clear", on: { click: () => store.clear() } }, t("chip.clear")),
          ),
        );
      return chips;
    }
  }

  const inWords = (numbers) => Object.fromEntries(Object.entries(numbers).map(([name, n]) => [name, typeof n === "number" ? geomap.number(n) : n]));

  /** A facet's value in the reader's language; and for an element, marked as English where that does not have it. */
  geomap.facetValue = (key, value) =>
    key === "country" ? geomap.country(value) : geomap.term(key === "near" ? "nearness" : key, value);
  geomap.facetWords = (key, value) => {
    const said = geomap.facetValue(key, value);
    return geomap.words(said, said === value ? "en" : null);
  };

  geomap.Counters = Counters;
})((window.geomap = window.geomap || {}));
