/* The view of the start. */
(function (geomap) {
  "use strict";

  /** A longitude as it stands in the drawn world. */
  geomap.inWorld = (lng) => L.Util.wrapNum(lng, [geomap.about.west, geomap.about.west + 360]);

  /** Where the incidents near the border are, with the border. */
  geomap.homeOf = (page) => {
    const bounds = L.latLngBounds([]);
    if (page.about.extent) {
      const [west, south, east, north] = page.about.extent;
      const start = geomap.inWorld(west);
      return bounds.extend([south, start]).extend([north, start + east - west + (east < west ? 360 : 0)]);
    }
    for (const [west, north, east, south] of page.border.lines.map(geomap.boundsOf)) {
      bounds.extend(geomap.latLng(west, north)).extend(geomap.latLng(east, south));
    }
    const near = page.layer.table.numbers("distance_min_km");
    let count = 0;
    for (let row = 0; row < near.length && count < 5000; row++) {
      if (near[row] <= 600 && !Number.isNaN(page.layer.x[row])) {
        bounds.extend(geomap.latLng(page.layer.x[row], page.layer.y[row]));
        count++;
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
