/* The list of the incidents shown, in pages; the same rows in the same order as map, timeline and downloads. */
(function (geomap) {
  "use strict";

  const PAGE = 30;

  class List {
    constructor(page) {
      this.page = page;
      this.element = geomap.get("list");
      this.start = 0;
      this.element.addEventListener("keydown", (event) => this._keys(event));
    }

    /** All rows shown, in the list's order; they are sorted when more than the first page is asked for. */
    get rows() {
      return (this._rows = this._rows || this.page.model.sorted(this.page.store.state.order));
    }

    /** Draw the list anew; `fresh` when the rows are others than before. */
    render(fresh) {
      const { model, store } = this.page;
      if (fresh) Object.assign(this, { start: 0, _rows: null });
      const all = model.shown.length;
      const rows = this.start || this._rows ? this.rows.subarray(this.start, this.start + PAGE) : model.first(store.state.order, PAGE);
      const { t } = geomap;
      geomap.replace(
        this.element,
        rows.length
          ? [...rows].map((row, i) => this._item(row, this.start + i))
          : geomap.h("li", { class: "nothing" }, this.page.whyNothing()),
      );
      const to = Math.min(this.start + PAGE, all);
      const turn = (text, start, off) =>
        geomap.h("button", { type: "button", disabled: off, on: { click: () => this.turn(start) } }, t(text));
      geomap.replace(
        geomap.get("list-pages"),
        all > PAGE && [
          turn("list.before", this.start - PAGE, this.start === 0),
          geomap.h(
            "span",
            {},
            t("list.pages", {
              from: geomap.number(this.start + 1),
              to: geomap.number(to),
              all: geomap.number(all),
            }),
          ),
          turn("list.after", this.start + PAGE, to === all),
        ],
      );
      this.mark();
    }

    /** Show the page of the list that starts at a position. */
    async turn(start) {
      if (this.page.rest) await this.page.rest; // other rows need every column
      this.start = start;
      this.render(false);
      this.element.scrollTop = 0;
    }

    _item(row, position) {
      const { page } = this;
      const value = (name) => page.model.value(name, row);
      const open = (event) => page.select(row, { from: event.currentTarget });
      const within = page.store.state.distance;
      const hover = (on) => () => page.hover(on ? row : null);
      return geomap.h(
        "li",
        { "aria-posinset": position + 1, "aria-setsize": page.model.shown.length },
        geomap.h(
          "button",
          {
            type: "button",
            class: "item",
            "data-row": row,
            on: { click: open, mouseenter: hover(true), mouseleave: hover(false), focus: hover(true), blur: hover(false) },
          },
          geomap.symbolElement(page.layer.look(row)),
          geomap.h("span", { class: "item-title" }, geomap.words(value("title"), "en")),
          geomap.h("span", { class: "item-when" }, page.when(row)),
          geomap.h("span", { class: "item-more" }, geomap.dotted([page.whereWords(row), page.distance(row)])),
          within !== null &&
            geomap.h(
              "span",
              { class: "item-more item-within" },
              geomap.t(`within.${page.model.within(row, within)}`, { km: geomap.number(within) }),
            ),
          page.layer.unreviewed.has(row) && geomap.h("span", { class: "item-more warning" }, geomap.t("legend.unreviewed")),
          value("no_point_reason")
            ? geomap.h("span", { class: "item-more" }, geomap.t("card.noPin"), " ", geomap.words(value("no_point_reason"), "en"))
            : null,
          value("killed_most")
            ? geomap.h("span", { class: "item-killed" }, geomap.t("list.killed", { range: geomap.tollOf(page, "killed", row) }))
            : null,
          geomap.tellersOfToll(page, "killed", row),
        ),
      );
    }

    /** Mark the selected and the hovered incident; bring the selected one into view. */
    mark() {
      const { selectedRow, hoveredRow } = this.page;
      for (const button of this.element.querySelectorAll(".item")) {
        const row = Number(button.dataset.row);
        button.classList.toggle("hovered", row === hoveredRow);
        if (row === selectedRow) button.setAttribute("aria-current", "true");
        else button.removeAttribute("aria-current");
      }
    }

    /** Show the selected incident's place in the list. */
    reveal(row) {
      const position = this.rows.indexOf(row);
      if (position < 0) return;
      const start = Math.floor(position / PAGE) * PAGE;
      if (start !== this.start) this.turn(start);
      const button = this.button(row);
      if (button) button.scrollIntoView({ block: "nearest" });
    }

    button(row) {
      return this.element.querySelector(`.item[data-row="${row}"]`);
    }

    _keys(event) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || !event.target.matches(".item")) return;
      const items = [...this.element.querySelectorAll(".item")];
      const next = items[items.indexOf(event.target) + step];
      if (next) next.focus();
      event.preventDefault();
    }
  }

  geomap.List = List;
})((window.geomap = window.geomap || {}));
