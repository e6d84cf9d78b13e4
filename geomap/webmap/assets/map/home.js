/* The view of the start. */
(function (geomap) {
  "use strict";

  /** A longitude as it stands in the drawn world. */
  geomap.inWorld = (lng) => L.Util.wrapNum(lng, [geomap.about.west, geomap.about.west + 360]);

  const REACH = 100; // kilometres: so much of the border is shown on every side of the incidents, at least
  const COARSE = new Set(["province", "country"]);

  /** How far a distance reaches on the Mercator square, at a height of it. */
  const onSquare = (km, y) => (km / 40075) * Math.cosh(Math.PI * (1 - 2 * y));

  /**
   * West, north, east and south of the incidents that are up to 600 km from the border, and the distance of the farthest of them.
   *
   * One without a point stands where its sites and its area are, unless the area is a province or a whole country.
   */
  function nearIncidents({ layer }) {
    const [near, own, most] = ["distance_min_km", "distance_km", "distance_max_km"].map((name) => layer.table.numbers(name));
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    const extend = ([west, north, east, south]) => {
      box.splice(0, 4, Math.min(box[0], west), Math.min(box[1], north), Math.max(box[2], east), Math.max(box[3], south));
    };
    let far = REACH;
    for (let row = 0, count = 0; row < near.length && count < 5000; row++) {
      if (!(near[row] <= 600)) continue;
      const sites = layer.sitesOf.get(row) || [];
      const isFine = !Number.isNaN(layer.x[row]) || !COARSE.has(layer.look(row).level);
      const extents = [...sites.map(({ x, y }) => [x, y, x, y]), ...(isFine ? [layer.extentOf(row)] : [])];
      const found = extents.filter(([west]) => !Number.isNaN(west));
      const around = own[row] >= 0 ? Math.min(REACH, most[row] - own[row]) : 0; // how far a disc reaches around its point
      for (const [west, north, east, south] of found) {
        const r = onSquare(around, north);
        extend([west - r, north - r, east + r, south + r]);
      }
      if (!found.length) continue;
      far = Math.max(far, near[row]);
      count++;
    }
    return { box, far };
  }

  /** Where the incidents near the border are, with the border as far from them as the farthest of them is from it. */
  geomap.homeOf = (page) => {
    const bounds = L.latLngBounds([]);
    if (page.about.extent) {
      const [west, south, east, north] = page.about.extent;
      const start = geomap.inWorld(west);
      return bounds.extend([south, start]).extend([north, start + east - west + (east < west ? 360 : 0)]);
    }
    const { box, far } = nearIncidents(page);
    const [west, north, east, south] = box;
    const reach = onSquare(far, (north + south) / 2);
    const isClose = (x, y) => x >= west - reach && x <= east + reach && y >= north - reach && y <= south + reach;
    const any = west <= east;
    if (any) bounds.extend(geomap.latLng(west, north)).extend(geomap.latLng(east, south));
    for (const path of page.border.lines.flat()) {
      for (let i = 0; i < path.length; i += 2) {
        if (!any || isClose(path[i], path[i + 1])) bounds.extend(geomap.latLng(path[i], path[i + 1]));
      }
    }
    return bounds.isValid()
      ? bounds
      : L.latLngBounds([
          [20, 50],
          [40, 75],
        ]);
  };
})((window.geomap = window.geomap || {}));
