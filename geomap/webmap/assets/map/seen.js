/* What is seen: a selected incident's areas and its nearest border are brought into view; shown ones off the screen are counted. */
(function (geomap) {
  "use strict";

  const SIDES = ["north", "east", "south", "west"];
  const SMALL = 0.2; // of the map's width or height: what is less is enlarged
  const MOST_ZOOM = 10;
  const PADDING = [36, 36];

  /** The bounds of a row's areas and of the way to the nearest border; null where it lies nowhere. */
  function boundsWithBorder({ layer, border }, row) {
    const bounds = layer.boundsOf(row);
    // The first of two links is the nearest one; a region that touches the border has no such link.
    const [nearest, farthest] = border.links;
    for (let i = 0; bounds && farthest && i < nearest.length; i += 2) bounds.extend(geomap.latLng(nearest[i], nearest[i + 1]));
    return bounds;
  }

  /** Move the map only where something of it is not seen, or all of it is small. */
  geomap.bringIntoView = (page, row) => {
    const { map } = page;
    const bounds = boundsWithBorder(page, row);
    if (!bounds) return;
    const [one, other] = [bounds.getNorthWest(), bounds.getSouthEast()].map((corner) => map.latLngToContainerPoint(corner));
    const size = map.getSize();
    const seen = one.x >= 0 && one.y >= 0 && other.x <= size.x && other.y <= size.y;
    const small = other.x - one.x < SMALL * size.x && other.y - one.y < SMALL * size.y;
    if (seen && (!small || map.getZoom() >= MOST_ZOOM)) return;
    map.fitBounds(bounds, { maxZoom: Math.max(MOST_ZOOM, seen ? 0 : map.getZoom()), padding: PADDING, animate: false });
  };

  const OVER = "#legend, #edges button, .leaflet-control-zoom, #map-foot > *, #grip, #card";

  /** What lies over the map, as boxes on the canvas of a layer: left, top, right, bottom. */
  geomap.coveringOf = (map, layer) => {
    const frame = map.getContainer().getBoundingClientRect();
    const shift = map.containerPointToLayerPoint([0, 0]).subtract(layer._bounds.min);
    const [x, y] = [shift.x - frame.left, shift.y - frame.top];
    const seen = [...document.querySelectorAll(OVER)].map((one) => one.getBoundingClientRect()).filter(({ width }) => width);
    return seen.map(({ left, top, right, bottom }) => [left + x, top + y, right + x, bottom + y]);
  };

  /** How many of the shown incidents lie off the map on each side of it: a button each, which brings them into view. */
  class Edges {
    constructor(page) {
      this.page = page;
      this.element = geomap.h("div", { id: "edges", role: "group" });
      geomap.get("map-frame").append(this.element);
      page.map.on("moveend resize", () => this._later());
      geomap.get("legend").addEventListener("toggle", () => this._keepClear());
    }

    render() {
      this.element.setAttribute("aria-label", geomap.t("edges"));
      this._later();
    }

    /** Count once, before the next frame, however often the map moved. */
    _later() {
      cancelAnimationFrame(this._frame);
      this._frame = requestAnimationFrame(() => this._count());
    }

    _count() {
      const { layer, map } = this.page;
      this.element.style.setProperty("--foot", `${geomap.get("credit").offsetHeight}px`);
      const view = map.getBounds();
      const [west, east] = [view.getWest(), view.getEast()].map((lng) => lng / 360 + 0.5);
      const [north, south] = [view.getNorth(), view.getSouth()].map(geomap.y);
      const counts = SIDES.map(() => 0);
      this.off = SIDES.map(() => [Infinity, Infinity, -Infinity, -Infinity]); // where those of each side lie
      const { x, y } = layer;
      const { shown } = layer;
      for (let i = 0; i < shown.length; i++) {
        const row = shown[i];
        if (x[row] >= west && x[row] <= east && y[row] >= north && y[row] <= south) continue; // as most do
        let [left, top, right, bottom] = [x[row], y[row], x[row], y[row]];
        if (Number.isNaN(left)) [left, top, right, bottom] = layer.extentOf(row);
        // How far past the edge it lies, on the side past which it lies the farthest; NaN where it lies nowhere.
        let [side, past] = [0, north - bottom];
        if (left - east > past) [side, past] = [1, left - east];
        if (top - south > past) [side, past] = [2, top - south];
        if (west - right > past) [side, past] = [3, west - right];
        if (!(past > 0)) continue;
        counts[side]++;
        const off = this.off[side];
        if (left < off[0]) off[0] = left;
        if (top < off[1]) off[1] = top;
        if (right > off[2]) off[2] = right;
        if (bottom > off[3]) off[3] = bottom;
      }
      const said = [...counts, geomap.language].join();
      if (said === this.said) return;
      this.said = said;
      geomap.redrawing(this.element, () =>
        geomap.replace(
          this.element,
          SIDES.map((side, i) => counts[i] > 0 && this._button(side, counts[i], i)),
        ),
      );
      if (this.page.model.rows <= 1000) this._keepClear();
    }

    /** Draw the names anew, which keep away from what lies over the map. */
    _keepClear() {
      for (const layer of [this.page.backdrop, this.page.layer]) layer.redraw();
    }

    _button(side, number, at) {
      const count = geomap.number(number);
      return geomap.h(
        "button",
        {
          type: "button",
          class: `edge ${side}`,
          "data-key": side,
          "aria-label": geomap.t(`edge.${side}`, { count }),
          title: geomap.t(`edge.${side}`, { count }),
          on: { click: () => this._show(this.off[at]) },
        },
        { north: "▲", east: "▶", south: "▼", west: "◀" }[side],
        " ",
        count,
      );
    }

    _show([west, north, east, south]) {
      const { map } = this.page;
      const bounds = map.getBounds().extend(geomap.latLng(west, north)).extend(geomap.latLng(east, south));
      map.fitBounds(bounds, { padding: PADDING, animate: false });
    }
  }

  geomap.Edges = Edges;
})((window.geomap = window.geomap || {}));
