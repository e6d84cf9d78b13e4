/* The symbols on the map for keyboard and screen reader: a named button on each; and the short tip of the one pointed at. */
(function (geomap) {
  "use strict";

  const MOST = 200; // symbols in view, beyond which the list is the way in

  /** Which of an incident's areas a mark stands in: its letter and its number; nothing where it is the only one. */
  const areaOf = ({ part, parts, letter }) =>
    part && parts > 1 ? [letter, geomap.t("mark.area", { number: geomap.number(part), all: geomap.number(parts) })] : [];

  /** What a button stands for: its rows, and the site where it is one of several. */
  const key = ({ dataset }) => `${dataset.rows}/${dataset.site || ""}/${dataset.part || ""}`;

  class Marks {
    constructor(page) {
      this.page = page;
      this.element = geomap.h("div", { id: "marks", role: "group" });
      this.tip = geomap.h("div", { id: "tip", "aria-hidden": "true", hidden: true });
      geomap.get("map-frame").append(this.element, this.tip);
      this.element.addEventListener("keydown", (event) => this._keys(event));
      page.layer.labelOf = (mark) => this._label(mark);
      page.layer.on("drawn", () => this._place());
      page.map.on("zoomstart movestart", () => this._tip(null));
      page.whenHovered = (row, site) => this._tip(row, site);
    }

    render() {
      this.element.setAttribute("aria-label", geomap.t("marks"));
      this._place();
    }

    _place() {
      const { page } = this;
      const had = this.element.contains(document.activeElement) ? key(document.activeElement) : null;
      const size = page.map.getSize();
      const marks = page.layer.placed
        .map((mark) => ({ mark, spot: page.layer.spotOfMark(mark) }))
        .filter(({ spot }) => spot.x > 0 && spot.y > 0 && spot.x < size.x && spot.y < size.y);
      marks.sort((a, b) => a.mark.row - b.mark.row);
      geomap.replace(this.element, marks.length <= MOST && marks.map(({ mark, spot }, i) => this._button(mark, spot, i === 0)));
      const again = had && [...this.element.children].find((button) => key(button) === had);
      if (again) this._focus(again);
    }

    _button(mark, spot, first) {
      const { row, rows, count, site, part } = mark;
      const named = () => [this.page.name(row), this.page.siteName(row, site), ...areaOf(mark)].filter(Boolean).join(geomap.comma());
      const name = count > 1 ? geomap.t("marks.many", { count: geomap.number(count) }) : named();
      const button = geomap.h("button", {
        type: "button",
        "aria-label": name,
        "data-rows": rows.join(" "),
        "data-site": site || null,
        "data-part": part || null,
        tabindex: first ? 0 : -1,
        on: {
          click: () => this.page.select(rows[0], { from: button, stack: rows }),
          focus: () => this.page.hover(row, site),
          blur: () => this.page.hover(null),
        },
      });
      button.style.transform = `translate(${Math.round(spot.x) - 14}px, ${Math.round(spot.y) - 14}px)`;
      return button;
    }

    /** What stands beside a mark of an area or a site on the map. */
    _label(mark) {
      const { page } = this;
      const [site] = mark.site
        ? page.tables.sites.where("incident", page.model.value("id", mark.row)).filter(({ number }) => number === mark.site)
        : [];
      const name = site ? site.place || site.name : page.where(mark.row);
      const parts = [name, page.siteName(mark.row, mark.site), ...areaOf(mark)].filter(Boolean).map(geomap.visible);
      // A canvas has no elements that isolate words of another direction; their characters do.
      const rtl = document.documentElement.dir === "rtl";
      return (rtl ? parts.map((part) => `\u2068${part}\u2069`) : parts).join(" · ");
    }

    _focus(button) {
      for (const other of this.element.children) other.tabIndex = other === button ? 0 : -1;
      button.focus({ preventScroll: true });
    }

    _keys(event) {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step) return;
      const buttons = [...this.element.children];
      const at = buttons.indexOf(document.activeElement);
      this._focus(buttons[(at + step + buttons.length) % buttons.length]);
      event.preventDefault();
      event.stopPropagation();
    }

    _tip(row, site = null) {
      const { page } = this;
      const spot = row === null ? null : page.layer.spotOf(row, site);
      this.tip.hidden = !spot;
      if (!spot) return;
      const sites = site ? page.tables.sites.where("incident", page.model.value("id", row)) : [];
      const one = sites.find(({ number }) => number === site);
      const distance = one ? geomap.distance(one.distance_min_km, one.distance_max_km) : page.distance(row);
      geomap.replace(
        this.tip,
        geomap.h("strong", {}, geomap.words(page.model.value("title", row), "en")),
        geomap.h("br"),
        geomap.dotted([page.siteName(row, site), page.when(row), one ? geomap.words(one.name, "en") : page.whereWords(row), distance]),
      );
      const right = spot.x > page.map.getSize().x / 2;
      this.tip.style.transform = `translate(${Math.round(spot.x)}px, ${Math.round(spot.y)}px) translate(${right ? "calc(-100% - 16px)" : "16px"}, -50%)`;
    }
  }

  geomap.Marks = Marks;
})((window.geomap = window.geomap || {}));
