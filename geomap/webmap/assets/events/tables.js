/* The events shown as a table with its own columns, the method of such a page, and its downloads. */
(function (geomap) {
  "use strict";

  const { h } = geomap;
  const PAGE = 100;

  geomap.Dialog = class extends geomap.Dialog {
    table(printed = null) {
      const { t } = geomap;
      const { page } = this;
      const { columns } = geomap.about.events;
      const all = page.list.rows;
      const live = printed === null;
      const rows = printed || all.subarray(this.start, this.start + PAGE);
      const open = (row) => () => {
        page.store.set({ dialog: null });
        page.select(row);
      };
      const line = (row) => {
        const number = geomap.number(page.model.numberOf(row));
        const spot = page.model.value("lon", row) === null ? "—" : ["lon", "lat"].map((name) => page.model.value(name, row).toFixed(5)).join(", ");
        return h(
          "tr",
          {},
          h("th", { scope: "row" }, live ? h("button", { type: "button", class: "plain", "data-row": row, on: { click: open(row) } }, number) : number),
          h("td", { dir: "ltr" }, spot),
          columns.map(([key]) => h("td", {}, geomap.words(page.model.cell(key, row)))),
          geomap.about.events.measured && h("td", {}, page.distance(row) || "—"),
        );
      };
      const heads = [t("table.number"), "lon, lat", ...columns.map(([, name]) => geomap.words(name)), geomap.about.events.measured && t("card.distance")];
      const shown = { shown: geomap.number(all.length), all: geomap.number(page.model.rows) };
      const table = h(
        "table",
        { id: live ? "table" : null },
        h(
          "caption",
          {},
          `${t("table.caption")}: ${t("counters.shown", shown)}`,
          !live && rows.length < all.length && ` · ${t("table.first", { count: geomap.number(rows.length) })}`,
        ),
        h("thead", {}, h("tr", {}, heads.filter(Boolean).map((head) => h("th", { scope: "col" }, head)))),
        h("tbody", {}, [...rows].map(line)),
      );
      return this._paged(table, live, all.length);
    }

    _method() {
      const { t } = geomap;
      const { about, tables } = this.page;
      const said = (key) => [h("h3", {}, t(`method.${key}`)), h("p", {}, t(`method.${key}Text`))];
      const { radii, measured, kind } = about.events;
      const list = radii && Object.entries(radii).map(([code, km]) => `${code && `${code}: `}${t("km", { range: geomap.number(km) })}`);
      return h(
        "div",
        { class: "method" },
        said("layers"),
        h("p", {}, geomap.words(kind, "en"), list && [" · ", list.join(geomap.comma())]),
        said("cannot"),
        said("dates"),
        measured && said("distances"),
        tables.border.all.map((line) => h("p", {}, geomap.dotted([line.name, line.source, line.attribution, line.licence]))),
        (about.notes || []).length > 0 && h("h3", {}, t("method.left")),
        h("p", {}, geomap.get("scope").textContent),
        said("keys"),
        h("h3", {}, t("method.build")),
        h("p", {}, t("method.buildText", { version: about.geomap || "?", hash: about.inputs_sha256 || "?" })),
      );
    }

    articles() {
      return h("p", {}, geomap.t("card.asGiven"));
    }
  };

  geomap.Downloads = class extends geomap.Downloads {
    /** The events shown with their row and every column under its own name, as text. */
    features() {
      const { model, list } = this.page;
      const { columns, measured } = geomap.about.events;
      const names = columns.map(([, own]) => own);
      const lies = measured ? ["distance_km", "distance_min_km", "distance_max_km", "border_country", "near_border"] : [];
      const more = lies.map((name) => [name, this.free(`geomap_${name}`, names)]);
      const number = this.free("geomap_row", names);
      return [...list.rows].map((row) => {
        const [lon, lat] = [model.value("lon", row), model.value("lat", row)];
        const own = columns.map(([key, name]) => [name, model.cell(key, row)]);
        const added = more.map(([name, free]) => [free, model.value(name, row)]);
        return {
          type: "Feature",
          properties: Object.fromEntries([[number, model.numberOf(row)], ...own, ...added]),
          geometry: lon === null ? null : { type: "Point", coordinates: [lon, lat] },
        };
      });
    }
  };
})((window.geomap = window.geomap || {}));
