/* The map: land, countries and the border, and where a claim would lie. */
"use strict";
(() => {
  let map = null;
  let drawn = null;
  let names = null;
  let home = null; // the whole border
  let asked = "";
  const known = new Map(); // the regions that were asked for, by claim and its place
  const colours = () => getComputedStyle(document.documentElement);
  const colour = (name) => colours().getPropertyValue(name).trim();

  /** Draw what lies under everything. */
  desk.openMap = async () => {
    // The page's own law lets Leaflet run; it is parsed once the text is seen.
    document.head.append(desk.make("script", { text: desk.get("leaflet").textContent }));
    map = L.map("map", { attributionControl: true, zoomControl: true, keyboard: false, fadeAnimation: false, zoomAnimation: false, preferCanvas: true, worldCopyJump: true });
    map.attributionControl.setPrefix(false);
    map.setView([0, 0], 1);
    const ground = await desk.ask("map");
    map.attributionControl.addAttribution(desk.make("i", { textContent: ground.credit }).innerHTML);
    L.geoJSON(ground.countries, { interactive: false, style: { color: colour("--line"), weight: 1, fillColor: colour("--land"), fillOpacity: 1 } }).addTo(map);
    const border = L.geoJSON(ground.border, { interactive: false, style: { color: colour("--border"), weight: 3 } }).addTo(map);
    map.on("moveend", () => nameCountries(ground));
    home = border.getBounds();
    map.fitBounds(home, { animate: false });
  };

  const label = (at, text, kind) =>
    L.tooltip({ permanent: true, direction: "center", className: `label ${kind}`, interactive: false }).setLatLng(at).setContent(desk.make("bdi", { textContent: text }));

  /** Write the names of countries, and of the border, where they are seen. */
  const nameCountries = (ground) => {
    names?.remove();
    names = L.layerGroup().addTo(map);
    const view = map.getBounds();
    const [high, wide] = [view.getNorth() - view.getSouth(), view.getEast() - view.getWest()];
    const near = ground.countries.features.filter((one) => (one.bounds ??= L.geoJSON(one).getBounds()).intersects(view));
    const seen = [];
    for (let row = 1; row < 10; row += 1) for (let column = 1; column < 12; column += 1) seen.push([view.getWest() + (wide * column) / 12, view.getSouth() + (high * row) / 10]);
    for (const { properties, geometry } of near) {
      const inside = seen.filter((at) => isIn(geometry, at));
      if (inside.length < 3) continue;
      const middle = [0, 1].map((n) => inside.reduce((sum, at) => sum + at[n], 0) / inside.length);
      const far = (at) => ((at[0] - middle[0]) / wide) ** 2 + ((at[1] - middle[1]) / high) ** 2;
      const [x, y] = inside.reduce((best, at) => (far(at) < far(best) ? at : best));
      names.addLayer(label([y, x], properties.name, "country"));
    }
    const along = (ground.border.type === "LineString" ? [ground.border.coordinates] : ground.border.coordinates).flat();
    const inner = view.pad(-0.1);
    const visible = along.filter(([x, y]) => inner.contains([y, x]));
    const { lat, lng } = view.getCenter(); // where a region has its own name
    const off = ([x, y]) => ((x - lng) / wide) ** 2 + ((y - lat) / high) ** 2;
    const at = visible.reduce((best, one) => (best && off(best) >= off(one) ? best : one), null);
    if (at) names.addLayer(label([at[1], at[0]], ground.name, "border"));
  };

  /** Whether a point is in a polygon or in one of several. */
  const isIn = ({ type, coordinates, geometries = [] }, [x, y]) =>
    geometries.some((one) => isIn(one, [x, y])) ||
    (type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : []).some((rings) => {
      let inside = false;
      for (const ring of rings)
        for (let n = 0, before = ring.length - 1; n < ring.length; before = n, n += 1) {
          const [[ax, ay], [bx, by]] = [ring[n], ring[before]];
          if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
        }
      return inside;
    });

  /** How far a region is from the border, in words. */
  desk.distanceOf = (region) => {
    if (!region.located) return `${desk.t("place.unlocated")}: ${region.reason}`;
    const km = (metres, how) => desk.number(how(metres / 100) / 10, { maximumFractionDigits: 1 });
    const [least, most] = [km(region.min_m, Math.floor), km(region.max_m, Math.ceil)];
    return desk.t("region", { name: region.name, level: region.level, least, most });
  };

  /** Draw a region, and go there. */
  desk.drawRegion = (region) => {
    if (!home) return; // it is drawn once there is a map
    drawn?.remove();
    drawn = null;
    desk.write(desk.get("region"), region ? desk.distanceOf(region) : "");
    if (!region?.located) {
      map.fitBounds(home, { animate: false });
      return;
    }
    const style = { color: colour("--mark"), weight: 2, fillColor: colour("--mark"), fillOpacity: 0.25 };
    drawn = L.featureGroup([L.geoJSON(region.geometry, { interactive: false, style })]).addTo(map);
    if (region.point) drawn.addLayer(L.circleMarker([region.point[1], region.point[0]], { ...style, radius: 4, fillOpacity: 1, interactive: false }));
    const bounds = drawn.getBounds();
    drawn.addLayer(label(region.point ? [region.point[1], region.point[0]] : bounds.getCenter(), region.name, "region"));
    map.fitBounds(bounds.pad(1.5), { animate: false, maxZoom: 10 });
  };

  /** The places that a claim's words may mean; asked once for each place that it has. */
  desk.placesOf = async (claim, name = "") => {
    const place = claim.values.find((value) => value.name === "place");
    const key = JSON.stringify([claim.id, place?.value, place?.spans, name]);
    if (!known.has(key)) known.set(key, await desk.ask(`places?claim=${encodeURIComponent(claim.id)}&name=${encodeURIComponent(name)}`));
    return known.get(key);
  };

  /** Draw where the reader stands, once there is a map. */
  desk.showPlaceAgain = () => {
    asked = "";
    desk.showPlace(desk.here().claim);
  };

  /** Draw where a claim lies; while the reader goes on, only the last one. */
  desk.showPlace = (claim) => {
    const wanted = claim ? JSON.stringify([claim.id, claim.values.find((value) => value.name === "place")]) : "";
    if (wanted === asked) return;
    asked = wanted;
    if (!claim) return desk.drawRegion(null);
    setTimeout(async () => {
      if (asked !== wanted) return;
      const found = await desk.placesOf(claim).catch(() => null);
      if (found && asked === wanted) desk.drawRegion(found.region);
    }, 60);
  };
})();
