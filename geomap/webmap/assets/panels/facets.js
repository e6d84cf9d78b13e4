/* The filters: facets with counts, AND between them and OR within one; how many killed, how far from the border. */
(function (geomap) {
  "use strict";

  const { h } = geomap;
  const FEW = 8; // values shown of a facet before "more"

  class Facets {
    constructor(page) {
      this.page = page;
      this.element = geomap.get("panel-filters");
      this.open = new Set(["kind", "side", "country"]);
      this.long = new Set();
      const tab = (panel) =>
        h("button", {
          type: "button",
          role: "tab",
          id: `tab-${panel}`,
          "aria-controls": `panel-${panel}`,
          "data-t": `tab.${panel}`,
          on: { click: () => page.store.set({ panel }), keydown: (event) => this._tabKeys(event) },
        });
      geomap.replace(geomap.get("tabs"), tab("list"), tab("filters"));
      this.order = h("select", { id: "order", on: { change: () => page.store.set({ order: this.order.value }) } });
      geomap.replace(geomap.get("list-head"), h("label", { for: "order", "data-t": "order" }), " ", this.order);
    }

    _tabKeys(event) {
      if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
      const panel = this.page.store.state.panel === "list" ? "filters" : "list";
      this.page.store.set({ panel });
      geomap.get(`tab-${panel}`).focus();
      event.preventDefault();
    }

    render(state, { filtered, changed }) {
      const { t } = geomap;
      for (const panel of ["list", "filters"]) {
        geomap.get(`panel-${panel}`).hidden = state.panel !== panel;
        geomap.get(`tab-${panel}`).setAttribute("aria-selected", String(state.panel === panel));
        geomap.get(`tab-${panel}`).tabIndex = state.panel === panel ? 0 : -1;
      }
      if (changed.has("language"))
        geomap.replace(
          this.order,
          (this.page.about.orders || ["oldest", "newest", "distance", "killed"]).map((order) => h("option", { value: order }, t(`order.${order}`))),
        );
      this.order.value = state.order;
      // Counts for a million rows take time: only where they are seen.
      if (state.panel !== "filters" || !(filtered || changed.has("panel"))) return;
      geomap.redrawing(this.element, () =>
        geomap.replace(
          this.element,
          this._numbers(state),
          geomap.FACETS.map((key) => this._facet(key, state)),
        ),
      );
    }

    _facet(key, state) {
      const { t } = geomap;
      const chosen = state.chosen[key] || [];
      const values = this.page.model.counts(key, chosen).filter((value) => value.count || value.chosen);
      if (!values.length) return null;
      const shown = this.long.has(key)
        ? values
        : [...values.slice(0, FEW), ...values.slice(FEW).filter((value) => value.chosen)];
      const box = ({ value, count, chosen: on }, i) =>
        h(
          "li",
          {},
          h("input", {
            type: "checkbox",
            id: `facet-${key}-${i}`,
            checked: on,
            "data-key": `${key}:${value}`,
            on: { change: () => this.page.store.toggle(key, value) },
          }),
          h(
            "label",
            { for: `facet-${key}-${i}` },
            geomap.facetWords(key, value),
            h("span", { class: "count" }, geomap.number(count)),
          ),
        );
      const more =
        values.length > shown.length &&
        h(
          "button",
          { type: "button", class: "more", "data-key": `more:${key}`, on: { click: () => this._more(key) } },
          t("filter.more", { count: geomap.number(values.length - shown.length) }),
        );
      const details = h(
        "details",
        { open: this.open.has(key) || chosen.length > 0 },
        h("summary", { "data-key": `facet:${key}` }, t(`facet.${key}`)),
        h("ul", {}, shown.map(box)),
        more,
      );
      details.addEventListener("toggle", () => this.open[details.open ? "add" : "delete"](key));
      return details;
    }

    _numbers(state) {
      const { t } = geomap;
      const field = (name, label) => {
        const act = (event) =>
          this.page.store.set({
            [name]: event.target.value === "" || !(Number(event.target.value) >= 0) ? null : Number(event.target.value),
          });
        return h(
          "p",
          {},
          h("label", { for: `filter-${name}` }, t(label)),
          " ",
          h("input", { type: "number", id: `filter-${name}`, min: 0, step: 1, value: state[name], on: { change: act } }),
        );
      };
      const { events } = this.page.about;
      return h(
        "div",
        { class: "numbers" },
        (!events || events.measured) && field("distance", "filter.distance"),
        !events && field("killed", "filter.killed"),
      );
    }

    _more(key) {
      this.long.add(key);
      this.render(this.page.store.state, { filtered: true, changed: new Set() });
    }
  }

  geomap.Facets = Facets;
})((window.geomap = window.geomap || {}));
