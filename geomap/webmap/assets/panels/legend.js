/* The legend: what the symbols mean, with how many of each are shown; each line is also a filter. */
(function (geomap) {
  "use strict";

  const { h } = geomap;

  class Legend {
    constructor(page) {
      this.page = page;
      this.element = geomap.get("legend-lines");
      this.box = geomap.get("legend");
      this.dots = h("p", { hidden: !page.layer.dots });
      this.box.append(this.dots);
      page.layer.on("drawn", () => (this.dots.hidden = !page.layer.dots));
      this.box.querySelector("summary").addEventListener("click", () => (this.asked = true));
    }

    _bands(state) {
      const box = h("input", {
        type: "checkbox",
        id: "bands",
        checked: state.bands,
        on: { change: () => this.page.store.set({ bands: box.checked }) },
      });
      return box;
    }

    render(state, { filtered, changed }) {
      // Where there is little room it opens only when it is asked for.
      const room = window.innerWidth - (state.selected === null ? 0 : 400);
      if (!this.asked) this.box.open = room > 1180;
      if (!filtered && !changed.has("bands")) return;
      const { t } = geomap;
      const look = { kind: "protest", side: "Unknown", level: "site", killed: 3, differs: false };
      const line = (key, { value, count, chosen }, symbol) =>
        h(
          "li",
          {},
          h(
            "button",
            {
              type: "button",
              "aria-pressed": String(chosen),
              "data-key": `${key}:${value}`,
              on: { click: () => this.page.store.toggle(key, value) },
            },
            geomap.symbolElement(symbol),
            h("span", {}, geomap.termWords(key, value)),
            h("span", { class: "count" }, geomap.number(count)),
          ),
        );
      const block = (key, symbol) => {
        if (!geomap.FACETS.includes(key)) return null;
        const lines = this.page.model.counts(key, state.chosen[key]).filter(({ count, chosen }) => count || chosen);
        return [
          h("h2", {}, t(`legend.${key}`)),
          h(
            "ul",
            {},
            lines.map((entry) => line(key, entry, symbol(entry.value))),
          ),
        ];
      };
      const plain = (symbol, text) => h("li", {}, geomap.symbolElement(symbol), h("span", {}, t(text)));
      geomap.replace(this.dots, t("legend.dots"));
      geomap.redrawing(this.element, () => this._fill(state, { look, block, plain }));
    }

    _fill(state, { look, block, plain }) {
      const { t } = geomap;
      const { events } = this.page.about;
      const hasBorder = this.page.border.lines.length > 0;
      geomap.replace(
        this.element,
        block("kind", (kind) => ({ ...look, kind })),
        block("side", (side) => ({ ...look, side })),
        block("level", (level) => ({ ...look, level, bare: true })),
        !events && h("h2", {}, t("legend.other")),
        !events && h(
          "ul",
          { class: "plain-lines" },
          plain({ ...look, killed: null }, "legend.hollow"),
          plain({ ...look, killed: 60 }, "legend.size"),
          plain({ ...look, differs: true }, "legend.differs"),
          plain({ ...look, level: null, area: true }, "legend.areaMark"),
          this.page.layer.unreviewed.size > 0 && plain({ ...look, unreviewed: true }, "legend.unreviewed"),
        ),
        h("p", {}, h("span", { class: "key-number" }, geomap.number(2)), t("legend.count")),
        (!events || events.radii) && h("p", {}, h("span", { class: "key-area" }), t("legend.area")),
        this.page.layer.sites.length > 0 && h("p", {}, h("span", { class: "key-site" }), t("legend.site")),
        !events && h("p", {}, h("span", { class: "key-account" }), t("legend.account")),
        hasBorder && h("p", {}, h("span", { class: "key-border" }), geomap.borderName()),
        (this.page.about.lines || []).map((line, i) =>
          h("p", {}, keyOfLine(i), geomap.parts("legend.line", { name: geomap.lineWords(line), drawn_by: geomap.words(line.drawn_by, "en") })),
        ),
        !events && h("p", {}, h("span", { class: "key-link" }), t("legend.link")),
        this.page.border.bands.length > 0 &&
          h(
            "p",
            {},
            this._bands(state),
            h("label", { for: "bands" }, t("legend.bands", { km: this.page.border.bandsKm.map(geomap.number).join(geomap.comma()) })),
          ),
      );
    }
  }

  /** A further line as it is drawn. */
  function keyOfLine(number) {
    const { FURTHER } = geomap.styleOfSymbols();
    const { width_px: width, dashes } = FURTHER[number % FURTHER.length];
    const svg = (tag, properties, ...inner) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
      for (const [name, value] of Object.entries(properties)) element.setAttribute(name, value);
      element.append(...inner);
      return element;
    };
    const stroke = { x1: 0, y1: 5, x2: 26, y2: 5, "stroke-width": width, "stroke-dasharray": dashes.join(" "), class: "key-line" };
    return svg("svg", { width: 26, height: 10, "aria-hidden": "true" }, svg("line", stroke));
  }

  geomap.Legend = Legend;
})((window.geomap = window.geomap || {}));
