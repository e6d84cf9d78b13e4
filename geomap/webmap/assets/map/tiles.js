/* Map tiles from a server, for pages that were made with them: off until asked for, and said to ask that server. */
(function (geomap) {
  "use strict";

  class Tiles {
    constructor(page) {
      this.page = page;
      const { url, attribution } = page.about.tiles;
      this.layer = L.tileLayer(url, { maxZoom: 19, pane: "tilePane", zIndex: 5, className: "tiles" });
      this.credit = attribution;
      const box = geomap.h("input", { type: "checkbox", id: "tiles", on: { change: () => this._show(box.checked) } });
      this.label = geomap.h("label", { for: "tiles" });
      this.note = geomap.h("p", { id: "tiles-note" }, box, this.label);
      geomap.get("legend").append(this.note);
    }

    _show(shown) {
      if (shown) this.layer.addTo(this.page.map);
      else this.layer.remove();
      geomap.replace(geomap.get("credit"), shown ? `${this.credit} · ` : "", geomap.parts("attribution"));
    }

    render() {
      geomap.replace(this.label, geomap.t("tiles", { host: new URL(this.page.about.tiles.url.replace("{s}.", "")).hostname }));
    }
  }

  geomap.Tiles = Tiles;
})((window.geomap = window.geomap || {}));
