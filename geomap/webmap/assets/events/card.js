/* The card of one event: which row of which table it is, every column that was chosen, its point, and how far the border is. */
(function (geomap) {
  "use strict";

  const { h } = geomap;

  class Card extends geomap.CardBase {
    constructor(page) {
      super(page);
      page.layer.radiusOf = (row) => page.model.radiusOf(row);
    }

    /** Show an event, or none; `stack` are the rows at the same place. */
    render(row, stack = []) {
      this.element.hidden = row === null;
      if (row === null) return;
      const { model } = this.page;
      const one = { id: model.value("id", row), title: model.value("title", row), actor_side: this._colour(row) };
      geomap.replace(this.element, [
        this._head(one, row, stack),
        h("p", { class: "main", id: "card-row" }, this._rowInWords(row)),
        this._section("when", this._dated() && [h("p", { class: "main" }, this.page.when(row))]),
        this._section("where", this._where(row)),
        this._section("distance", this._distance(row)),
        this._section("columns", this._columns(row)),
        this._foot(one),
      ]);
      this.element.setAttribute("aria-label", geomap.visible(one.title));
      this.element.scrollTop = 0;
    }

    _colour(row) {
      return geomap.FACETS.includes("side") ? this.page.layer.look(row).side : null;
    }

    _dated() {
      return geomap.about.events.dated;
    }

    _rowInWords(row) {
      const { t } = geomap;
      const { file, kind, rows } = geomap.about.events;
      const number = geomap.number(this.page.model.numberOf(row));
      return [t("card.row", { number, rows: geomap.number(rows) }), " ", geomap.words(file), " (", geomap.words(kind, "en"), ")"];
    }

    _where(row) {
      const { t } = geomap;
      const { model } = this.page;
      const [lon, lat] = [model.value("lon", row), model.value("lat", row)];
      if (lon === null) return [h("p", { class: "warning" }, t("card.noPin"), " ", geomap.words(model.value("no_point_reason", row), "en"))];
      const km = model.radiusOf(row);
      return [
        h("p", { class: "main" }, geomap.words(model.value("place", row)), h("br"), h("bdi", { dir: "ltr" }, `${lon.toFixed(5)}, ${lat.toFixed(5)}`), " (lon, lat)"),
        h("p", { class: "soft" }, t("card.asGiven")),
        h("p", {}, km >= 0 ? t("card.radius", { km: geomap.number(km) }) : t("card.noRadius")),
      ];
    }

    _distance(row) {
      const { t } = geomap;
      const { model } = this.page;
      if (!geomap.about.events.measured) return null;
      const at = model.value("distance_km", row);
      if (at === null) return [h("p", {}, t(model.value("lon", row) === null ? "card.noDistance" : "card.noBorder"))];
      const side = model.value("border_country", row);
      const ends = ["distance_min_km", "distance_max_km"].map((end) => model.value(end, row));
      const interval = geomap.about.events.radii ? geomap.distance(...ends) : null;
      return [
        interval && h("p", { class: "main" }, interval, geomap.comma(), side ? t("card.side", { country: geomap.country(side) }) : t("card.noSide")),
        h("p", {}, t("card.point", { km: geomap.number(at) }), !interval && side ? [geomap.comma(), t("card.side", { country: geomap.country(side) })] : null),
        h("p", { class: "soft" }, t(`nearWord.${model.value("near_border", row)}`), ": ", t("lines.near", { km: geomap.number(geomap.about.near_km) })),
      ];
    }

    /** Every column as the table has it; what is empty is said to be. */
    _columns(row) {
      const line = ([key, name]) => {
        const said = this.page.model.cell(key, row);
        const words = said === null ? h("span", { class: "soft" }, geomap.t("card.empty")) : geomap.link(said, said);
        return h("tr", {}, h("th", { scope: "row" }, geomap.words(name)), h("td", {}, words));
      };
      return [h("table", { class: "cells" }, h("tbody", {}, geomap.about.events.columns.map(line)))];
    }
  }

  geomap.Card = Card;
})((window.geomap = window.geomap || {}));
