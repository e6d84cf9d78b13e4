/* The large dialog: the table twin of the map, or how everything was made. */
(function (geomap) {
  "use strict";

  const { h } = geomap;
  const PAGE = 100;

  /** The table, each of its cells with its head, which stands beside it in a narrow window. */
  function withHeads(table) {
    const heads = [...table.tHead.rows[0].cells].map((head) => head.textContent);
    for (const { cells } of table.tBodies[0].rows) [...cells].forEach((cell, i) => (cell.dataset.head = heads[i]));
    return table;
  }

  class Dialog {
    constructor(page) {
      this.page = page;
      this.element = geomap.get("dialog");
      this.start = 0;
      this.element.addEventListener("close", () => page.store.set({ dialog: null }));
    }

    render(state, { filtered, changed }) {
      if (!state.dialog) {
        if (this.element.open) this.element.close();
        return;
      }
      if (filtered || changed.has("order")) this.start = 0;
      if (filtered || ["dialog", "language", "order"].some((field) => changed.has(field))) this._fill(state);
      if (!this.element.open) this.element.showModal();
    }

    _fill(state) {
      const { t } = geomap;
      const close = h(
        "button",
        { type: "button", id: "dialog-close", on: { click: () => this.element.close() } },
        t("tool.close"),
      );
      this.element.setAttribute("aria-label", t(`tool.${state.dialog}`));
      geomap.replace(
        this.element,
        h("div", { class: "dialog-head" }, h("h2", { tabindex: -1 }, t(`tool.${state.dialog}`)), close),
        state.dialog === "table" ? this.table() : this._method(),
      );
    }

    /** The shown incidents as a table, a page of it; or the rows that are given, for print and without buttons. */
    table(printed = null) {
      const { page } = this;
      const { t } = geomap;
      const all = page.list.rows;
      const live = printed === null;
      const rows = printed || all.subarray(this.start, this.start + PAGE);
      const order = page.store.state.order;
      const head = (text, by) => {
        const sorted = by && (order === by || (by === "oldest" && order === "newest"));
        const next = by === "oldest" && order === "oldest" ? "newest" : by;
        const label =
          by && live
            ? h("button", { type: "button", class: "plain", on: { click: () => page.store.set({ order: next }) } }, text)
            : text;
        return h(
          "th",
          {
            scope: "col",
            "aria-sort": sorted ? (order === "newest" || order === "killed" ? "descending" : "ascending") : null,
          },
          label,
        );
      };
      const line = (row, i) => {
        const value = (name) => page.model.value(name, row);
        const title = geomap.words(value("title"), "en");
        const open = () => {
          page.store.set({ dialog: null });
          page.select(row);
        };
        const said = (name) => h("td", {}, geomap.words(value(name), "en"));
        return h(
          "tr",
          {},
          h("td", { class: "number" }, geomap.number((live ? this.start : 0) + i + 1)),
          h(
            "th",
            { scope: "row" },
            live ? h("button", { type: "button", class: "plain", "data-row": row, on: { click: open } }, title) : title,
          ),
          h("td", {}, page.when(row)),
          h(
            "td",
            {},
            [
              ...geomap
                .placePath([value("place"), value("district"), value("province")], value("country"))
                .map((name) => geomap.words(name, "en")),
              geomap.country(value("country")),
            ]
              .filter(Boolean)
              .map((name, at) => [at ? geomap.comma() : "", name]),
          ),
          h("td", {}, page.distance(row) || t("card.noDistance")),
          ["killed", "injured"].map((fate) => h("td", {}, geomap.tollOf(page, fate, row), " ", geomap.tellersOfToll(page, fate, row))),
          said("actors"),
          h("td", {}, geomap.term("confidence", value("confidence"))),
          h("td", {}, this._publishers(value("sources"))),
        );
      };
      const table = h(
        "table",
        { id: live ? "table" : null },
        h(
          "caption",
          {},
          `${t("table.caption")}: ${t("counters.shown", { shown: geomap.number(all.length), all: geomap.number(page.model.rows) })}`,
          !live && rows.length < all.length && ` · ${t("table.first", { count: geomap.number(rows.length) })}`,
        ),
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            head(t("table.number")),
            head(t("table.title")),
            head(t("card.when"), "oldest"),
            head(t("card.where")),
            head(t("card.distance"), "distance"),
            head(t("table.killed"), "killed"),
            head(t("table.injured")),
            head(t("facet.actor")),
            head(t("card.confidence")),
            head(t("table.sources")),
          ),
        ),
        h("tbody", {}, [...rows].map(line)),
      );
      return this._paged(table, live, all.length);
    }

    /** A table of so many rows in all, which scrolls and has buttons to turn its pages where it is not printed. */
    _paged(table, live, rows) {
      if (!live) return h("div", {}, table);
      withHeads(table);
      const { t } = geomap;
      const turn = (text, start, off) => h("button", { type: "button", disabled: off, on: { click: () => this._turn(start) } }, t(text));
      return [
        h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": t("tool.table") }, table),
        rows > PAGE &&
          h(
            "p",
            { class: "turn" },
            turn("list.before", this.start - PAGE, this.start === 0),
            turn("list.after", this.start + PAGE, this.start + PAGE >= rows),
          ),
      ];
    }

    _publishers(sources) {
      const names = (sources || []).map((id) => (this.page.model.articles.get(id) || { publisher: id }).publisher);
      return [...new Set(names)].map((name, i) => [i ? geomap.comma() : "", geomap.words(name, "en")]);
    }

    _turn(start) {
      this.start = start;
      this._fill(this.page.store.state);
    }

    _method() {
      const { t } = geomap;
      const { tables, about } = this.page;
      const said = (key) => [h("h3", {}, t(`method.${key}`)), h("p", {}, t(`method.${key}Text`))];
      const rules = new Map(tables.incidents.coded("confidence_rule").words.map((rule) => [rule, true]));
      const confidence = tables.incidents;
      for (let row = 0; row < Math.min(confidence.rows, 10000); row++)
        rules.set(confidence.value("confidence_rule", row), confidence.value("confidence", row));
      return h(
        "div",
        { class: "method" },
        ["dates", "counts", "regions", "distances"].map(said),
        h("h3", {}, t("method.layers")),
        (about.layers || []).map((card) => this._layer(card)),
        h("h3", {}, t("method.confidence")),
        h(
          "ul",
          {},
          [...rules]
            .filter(([rule]) => rule)
            .map(([rule, word]) =>
              h("li", {}, h("strong", {}, geomap.term("confidence", word)), ": ", geomap.words(rule, "en")),
            ),
        ),
        h("h3", {}, t("method.border")),
        tables.border.all.map((line) => this._line(line)),
        tables.statements.rows > 0 && [h("h3", {}, t("method.statements")), this._statements()],
        about.changes && [h("h3", {}, t("method.changes")), this._changes(about.changes)],
        said("licences"),
        said("keys"),
        h("h3", {}, t("method.articles")),
        this.articles(),
        h("h3", {}, t("method.build")),
        h("p", {}, t("method.buildText", { version: about.geomap || "?", hash: about.inputs_sha256 || "?" })),
      );
    }

    /** A layer's card: what one mark of it is, how it was made, and what it cannot tell. */
    _layer([name, ...said]) {
      const heads = ["mark", "made", "cannot"].map((key) => geomap.t(`layer.${key}`));
      return h(
        "details",
        { class: "layer" },
        h("summary", {}, geomap.words(name, "en")),
        h("dl", {}, heads.map((head, i) => [h("dt", {}, head), h("dd", {}, geomap.words(said[i], "en"))])),
      );
    }

    /** What changed since the last map, as `geomap.export.for_page` gives it. */
    _changes({ from, incidents, summary, shown, more, older }) {
      const { t, term, number } = geomap;
      const counts = Object.entries(summary).map(([what, count]) => `${term("change", what)}: ${number(count)}`);
      const said =
        from === null
          ? t("method.changesFirst", { incidents: number(incidents) })
          : t(counts.length ? "method.changesText" : "method.changesNone", { from, counts: counts.join(geomap.comma()) });
      const line = ({ title, what, before, after }) =>
        h(
          "li",
          {},
          h("strong", {}, term("change", what)),
          ": ",
          geomap.words(title, "en"),
          after && h("div", { class: "soft" }, geomap.words(`${before} → ${after}`, "en")),
        );
      return [
        h("p", {}, said),
        shown.length > 0 &&
          h("ul", { class: "changes" }, shown.map(line), more > 0 && h("li", {}, t("method.changesMore", { count: number(more) }))),
        older > 0 && h("p", { class: "soft" }, t("method.changesOlder", { count: number(older) })),
      ];
    }

    /** A line that the border is drawn as: how long, how finely, whose, and what it is. */
    _line(line) {
      const said = (words) => geomap.words(words, "en");
      const text = geomap.parts("method.borderText", {
        name: said(line.name ?? ""),
        length: line.length_km ? geomap.number(line.length_km) : "?",
        detail: line.detail_m ? geomap.number(line.detail_m) : "?",
        source: said(line.source ?? ""),
        attribution: said(`${line.attribution ?? ""} ${line.licence ?? ""}`),
      });
      const by = line.drawn_by && [" ", geomap.parts("method.drawnBy", { drawn_by: said(line.drawn_by) })];
      return h("p", {}, text, by, (line.notes || []).map((note) => [" ", said(note)]));
    }

    /** Everything that the articles say about geography, held against the map. */
    _statements() {
      const { t } = geomap;
      const { statements } = this.page.tables;
      const heads = ["method.said", "method.stated", "method.measured", "method.verdict", "card.account"].map((key) =>
        h("th", { scope: "col" }, t(key)),
      );
      const told = (words) => words && h("div", { class: "soft" }, geomap.words(words, "en"));
      const title = (id) => {
        const row = this.page.model.rowOf(id);
        return row < 0 ? null : this.page.model.value("title", row);
      };
      const line = (one) => {
        const article = this.page.model.articles.get(one.article) || {};
        const distance = (low, high) => geomap.distance(low, high) || "—";
        return h(
          "tr",
          {},
          h("td", {}, geomap.words(one.reading || one.statement, "en"), told(title(one.incident))),
          h("td", {}, distance(one.stated_min_km, one.stated_max_km)),
          h("td", {}, distance(one.measured_min_km, one.measured_max_km), told(one.evidence)),
          h("td", { class: `verdict-${one.verdict.replace(/ /g, "-")}` }, geomap.term("verdict", one.verdict)),
          h("td", {}, geomap.words(article.publisher || one.article, "en")),
        );
      };
      return withHeads(h("table", {}, h("thead", {}, h("tr", {}, heads)), h("tbody", {}, statements.all.map(line))));
    }

    articles() {
      const line = ({ publisher, title, published, address, is_outside: outside }) =>
        h(
          "li",
          {},
          geomap.words(publisher, "en"),
          ": ",
          geomap.link(address, title),
          published ? `, ${geomap.date(published)}` : "",
          outside ? ` (${geomap.t("card.outside")})` : "",
        );
      return h("ol", { class: "articles" }, this.page.tables.articles.all.map(line));
    }
  }

  geomap.Dialog = Dialog;
})((window.geomap = window.geomap || {}));
