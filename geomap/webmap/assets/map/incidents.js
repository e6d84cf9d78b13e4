/* Incidents on the map: areas with dashed edges, symbols on points; the same few steps for twenty incidents and for a million. */
(function (geomap) {
  "use strict";

  const FEW = 1500; // symbols in view, beyond which they stand on their points, without ring and badge
  const SPACE = 14; // pixels: the side of the square that a symbol takes up
  const SIZES = [1, 0.75, 0.55]; // of symbols, the first at which they would not cover the map more than once; or else dots
  const MANY = 40000; // dots in view, beyond which they are smaller
  const APART = 15; // pixels: symbols nearer than this are set side by side around their spot
  const FAN = 12; // how many are set side by side; more are one symbol with their number

  const IncidentsLayer = geomap.CanvasLayer.extend({
    includes: [geomap.areasOfIncidents, geomap.marksOfAreas],
    options: { pane: "markerPane" },

    initialize(tables) {
      geomap.CanvasLayer.prototype.initialize.call(this, {});
      this.table = tables.incidents;
      Object.assign(this, this.table.points());
      this.shown = geomap.everyRow(this.table.rows);
      this.selected = null;
      this.hovered = null;
      this.placed = [];
      this._looks = [
        ["kind", "symbol"],
        ["side", "actor_side"],
        ["level", "level"],
      ].map(([look, name]) => [look, this.table.coded(name)]);
      this._killed = this.table.numbers("killed_min");
      this._differs = this.table.numbers("difference_count");
      this.unreviewed = new Set((geomap.about || {}).unreviewed || []);
      this._readAreas(tables);
      this._readSites(tables.sites);
    },

    /** What a row's symbol looks like. */
    look(row) {
      const look = { killed: this._killed[row], differs: this._differs[row] > 0, unreviewed: this.unreviewed.has(row) };
      for (const [name, { codes, words }] of this._looks) look[name] = codes[row] ? words[codes[row] - 1] : null;
      return look;
    },

    /** The sites that have a point, of incidents that hit several places: each is drawn with its incident's symbol. */
    _readSites(table) {
      const { x, y } = table.points();
      const [rows, numbers, killed] = ["row", "number", "killed_min"].map((name) => table.numbers(name));
      this.sites = [];
      this.sitesOf = new Map();
      this.unplaced = new Set(); // rows that have a site of which nobody knows where it lies
      for (let i = 0; i < table.rows; i++) {
        if (table.value("level", i) === "unlocated") this.unplaced.add(rows[i]);
        if (Number.isNaN(x[i])) continue;
        const one = { row: rows[i], site: numbers[i], level: table.value("level", i), killed: killed[i], x: x[i], y: y[i] };
        this.sites.push(one);
        if (!this.sitesOf.has(one.row)) this.sitesOf.set(one.row, []);
        this.sitesOf.get(one.row).push(one);
      }
    },

    /** What a mark looks like: its incident, one site of it, or one of the areas where it may lie. */
    lookOf({ row, site, part }) {
      if (part) return { ...this.look(row), level: null, area: true };
      const one = site && this.sitesOf.get(row).find((other) => other.site === site);
      return one ? { ...this.look(row), level: one.level, killed: one.killed } : this.look(row);
    },

    /** Show these rows only (Uint32Array, ascending). */
    show(rows) {
      if (rows === this.shown) return;
      this.shown = rows;
      this.redraw();
    },

    draw(context, view) {
      this._drawAreas(context, view);
      const rows = this._rowsInView(view);
      this.dense = rows.length > FEW;
      this.dots = false;
      this.placed = this._place(this.dense ? [] : rows, view);
      if (this.dense) this._stamp(context, view, rows);
      this._drawSymbols(context);
      this._drawLabels(context, view);
      this.fire("drawn");
    },

    _rowsInView({ scale, left, top, width, height }) {
      const { shown, x: across, y: down } = this;
      const found = new Uint32Array(shown.length);
      const west = left / scale;
      const east = (left + width) / scale;
      const north = top / scale;
      const south = (top + height) / scale;
      let count = 0;
      for (let i = 0; i < shown.length; i++) {
        const row = shown[i];
        const x = across[row];
        const y = down[row];
        if (x >= west && x <= east && y >= north && y <= south) found[count++] = row;
      }
      return found.subarray(0, count);
    },

    _isShown(row) {
      let [low, high] = [0, this.shown.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.shown[middle] < row) low = middle + 1;
        else high = middle;
      }
      return this.shown[low] === row;
    },

    /** What is to be placed on a view: these rows' points, the points of shown incidents' sites, and spots in their areas. */
    _spots(rows, view) {
      const { scale, left, top, width, height } = view;
      const spots = Array.from(rows, (row) => ({ row, x: this.x[row] * scale - left, y: this.y[row] * scale - top }));
      for (const { row, site, x, y } of this.sites) {
        const spot = { row, site, x: x * scale - left, y: y * scale - top };
        if (spot.x >= 0 && spot.y >= 0 && spot.x <= width && spot.y <= height && this._isShown(row)) spots.push(spot);
      }
      spots.push(...this._areaSpots(view));
      return spots;
    },

    // ---- symbols

    /** Where symbols stand on a view: x, y, the tip that each points at, and its reach in pixels; of few only. */
    marksOn(view) {
      const rows = this.table.rows > 1000 ? [] : this._rowsInView(view);
      return this._place(rows, view).map((mark) => ({ ...mark, reach: geomap.reach(this.lookOf(mark)) }));
    },

    /** Where each symbol is drawn: on its point, or beside it where several would cover one another. */
    _place(rows, view) {
      const groups = [];
      const cells = new Map();
      const key = (cx, cy) => cx * 1e6 + cy;
      for (const spot of this._spots(rows, view)) {
        const { x, y } = spot;
        const cx = Math.floor(x / APART);
        const cy = Math.floor(y / APART);
        let home = null;
        for (let dx = -1; dx <= 1 && !home; dx++) {
          for (let dy = -1; dy <= 1 && !home; dy++) {
            home = (cells.get(key(cx + dx, cy + dy)) || []).find((g) => Math.hypot(g.x - x, g.y - y) < APART) || null;
          }
        }
        if (!home) {
          home = { x, y, members: [] };
          groups.push(home);
          if (!cells.has(key(cx, cy))) cells.set(key(cx, cy), []);
          cells.get(key(cx, cy)).push(home);
        }
        home.members.push({ ...spot, tipX: x, tipY: y });
      }
      return groups.flatMap((group) => this._fan(group));
    },

    /** Symbols side by side around the middle of what they point at, each as near to its own side as the others let it. */
    _fan({ x: startX, y: startY, members }) {
      const size = members.length;
      if (size > FAN)
        return [{ ...members[0], x: startX, y: startY, rows: [...new Set(members.map(({ row }) => row))], count: size, radius: 12 }];
      const reach = size === 1 ? 0 : Math.max(14, 13 / Math.sin(Math.PI / size));
      const [x, y] = ["tipX", "tipY"].map((end) => members.reduce((sum, member) => sum + member[end], 0) / size);
      const bearing = ({ tipX, tipY }) => (Math.hypot(tipX - x, tipY - y) < 1 ? -Math.PI / 2 : Math.atan2(tipY - y, tipX - x));
      const around = members.map((member) => [bearing(member), member]).sort((a, b) => a[0] - b[0]);
      // The turn that brings all of them nearest to their own sides: the mean of how far each is off its place.
      const off = around.map(([angle], i) => angle - (2 * Math.PI * i) / size);
      const turn = Math.atan2(...[Math.sin, Math.cos].map((part) => off.reduce((sum, angle) => sum + part(angle), 0)));
      const isOne = around.every(([angle]) => angle === -Math.PI / 2);
      return around.map(([, member], i) => {
        const { row, tipX, tipY } = member;
        const angle = (2 * Math.PI * i) / size + (isOne ? -Math.PI / 2 : turn);
        const apart = size === 1 ? { x: tipX, y: tipY } : { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) };
        return { ...member, rows: [row], ...apart, count: 1, radius: geomap.radius(this.lookOf(member).killed) };
      });
    },

    _drawSymbols(context) {
      const { INK, HALO } = geomap.styleOfSymbols();
      for (const { x, y, tipX, tipY } of this.placed) {
        if (x === tipX && y === tipY) continue;
        for (const [colour, width] of [
          [HALO, 3],
          [INK, 1],
        ]) {
          context.beginPath();
          context.moveTo(tipX, tipY);
          context.lineTo(x, y);
          context.strokeStyle = geomap.colour(colour);
          context.lineWidth = width;
          context.stroke();
        }
        context.beginPath();
        context.arc(tipX, tipY, 2, 0, 2 * Math.PI);
        context.fillStyle = geomap.colour(INK);
        context.fill();
      }
      const marked = ({ rows }) => rows.includes(this.selected) || rows.includes(this.hovered);
      const order = [...this.placed].sort((a, b) => marked(a) - marked(b) || b.radius - a.radius);
      for (const mark of order) {
        geomap.symbol(context, mark.x, mark.y, { ...this.lookOf(mark), strong: marked(mark) });
        if (mark.count > 1) geomap.badge(context, mark.x + 10, mark.y - 10, String(mark.count));
        if (mark.rows.includes(this.selected)) {
          context.beginPath();
          context.arc(mark.x, mark.y, mark.radius * 2.4, 0, 2 * Math.PI);
          context.strokeStyle = geomap.colour(INK);
          context.lineWidth = 2;
          context.stroke();
        }
      }
    },

    /** Symbols, or dots where these would cover the map, put into a picture pixel by pixel: a call for each would take seconds. */
    _stamp(context, view, rows) {
      const size = SIZES.find((one) => rows.length * (one * SPACE) ** 2 < view.width * view.height) || 0;
      this.dots = size === 0;
      const ratio = this.dots ? 1 : Math.min(2, window.devicePixelRatio || 1);
      const width = Math.ceil(view.width * ratio);
      const height = Math.ceil(view.height * ratio);
      const image = new ImageData(width, height);
      const pixels = new Uint32Array(image.data.buffer);
      const stamp = this._stamps(size, ratio, rows.length > MANY ? 1.5 : 2.5);
      const margin = Math.ceil(2 * SPACE * ratio);
      const scale = view.scale * ratio;
      const [left, top] = [view.left * ratio - 0.5, view.top * ratio - 0.5]; // so that cutting off is rounding
      const { x: across, y: down, dots } = this;
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i];
        const x = (across[row] * scale - left) | 0;
        const y = (down[row] * scale - top) | 0;
        if (x < margin || y < margin || x >= width - margin || y >= height - margin) continue;
        // A dot that is covered already cannot be seen, and of a million most are.
        if (dots && pixels[y * width + x] !== 0) continue;
        lay(stamp(row), pixels, width, x, y);
      }
      this._picture = this._picture || document.createElement("canvas");
      this._picture.width = width;
      this._picture.height = height;
      this._picture.getContext("2d").putImageData(image, 0, 0);
      context.drawImage(this._picture, 0, 0, width / ratio, height / ratio);
      if (this.selected !== null && rows.includes(this.selected)) {
        const x = this.x[this.selected] * view.scale - view.left;
        const y = this.y[this.selected] * view.scale - view.top;
        geomap.symbol(context, x, y, { ...this.look(this.selected), strong: true });
      }
    },

    /** For a row its stamp, made once for each shape, side and step of killed; or else the dot of its side. */
    _stamps(size, ratio, dot) {
      const [kinds, sides] = ["symbol", "actor_side"].map((name) => this.table.coded(name));
      const key = [geomap.theme, size, ratio, dot].join();
      if (this._madeFor !== key) Object.assign(this, { _madeFor: key, _made: [] });
      const made = this._made;
      const wide = sides.words.length + 1;
      const make = (row, step) => {
        const look = { ...this.look(row), killed: step ? 2 ** (step - 1) - 1 : NaN, level: null, differs: false };
        const reach = geomap.radius(look.killed) + 2;
        if (size) return geomap.stamp(reach, size * ratio, (context) => geomap.symbol(context, 0, 0, look));
        return geomap.stamp(dot, ratio, (context) => geomap.dot(context, look.side, dot));
      };
      return (row) => {
        const step = size && this._killed[row] >= 0 ? 1 + Math.floor(Math.log2(1 + this._killed[row])) : 0;
        const at = size ? (step * (kinds.words.length + 1) + kinds.codes[row]) * wide + sides.codes[row] : sides.codes[row];
        return (made[at] = made[at] || make(row, step));
      };
    },

    // ---- what is where

    /** The rows at a point of the map's container: those of the symbols there, or else of the smallest area there. */
    at(point) {
      const spot = this._map.containerPointToLayerPoint(point).subtract(this._bounds.min);
      const marks = this.placed.filter((mark) => Math.hypot(mark.x - spot.x, mark.y - spot.y) <= Math.max(11, mark.radius + 3));
      if (marks.length) {
        marks.sort((a, b) => Math.hypot(a.x - spot.x, a.y - spot.y) - Math.hypot(b.x - spot.x, b.y - spot.y));
        return marks[0].rows;
      }
      if (this.dense) return this._near(spot, this.dots ? 6 : 12);
      const x = (spot.x + this._view.left) / this._view.scale;
      const y = (spot.y + this._view.top) / this._view.scale;
      const areas = this._areasOnView(this._view).filter((area) => geomap.inside(area.paths, x, y));
      areas.sort((a, b) => a.extent - b.extent);
      return [...new Set(areas.filter((area) => area.extent === areas[0].extent).map(({ row }) => row))];
    },

    _near(spot, reach) {
      const { scale, left, top } = this._view;
      const found = [];
      for (const row of this.shown) {
        const distance = Math.hypot(this.x[row] * scale - left - spot.x, this.y[row] * scale - top - spot.y);
        if (distance <= reach) found.push([distance, row]);
      }
      return found
        .sort((a, b) => a[0] - b[0])
        .slice(0, 200)
        .map(([, row]) => row);
    },

    /** Where a row's symbol stands in the map's container, or that of one of its sites; null where it has none. */
    spotOf(row, site = null) {
      const marks = this.placed.filter(({ rows }) => rows.includes(row));
      const mark = marks.find((one) => one.site === site) || marks[0];
      return mark ? this.spotOfMark(mark) : null;
    },

    /** Of a row's sites the one whose symbol is nearest to a point of the map's container; null where it has none. */
    siteAt(row, point) {
      if (!this.sitesOf.has(row)) return null;
      const marks = this.placed.filter((mark) => mark.rows.includes(row) && mark.site);
      const away = new Map(marks.map((mark) => [mark, this.spotOfMark(mark).distanceTo(point)]));
      marks.sort((a, b) => away.get(a) - away.get(b));
      return marks.length ? marks[0].site : null;
    },

    /** Where a mark stands in the map's container. */
    spotOfMark({ x, y }) {
      return this._map.layerPointToContainerPoint(this._bounds.min.add([x, y]));
    },

    /** West, north, east and south, on the Mercator square, of where a row's mark or its best area stands; NaN where nowhere. */
    extentOf(row) {
      if (!Number.isNaN(this.x[row])) return [this.x[row], this.y[row], this.x[row], this.y[row]];
      const best = (this.areasOf.get(row) || []).find(({ role }) => role === "best");
      return best ? best.bounds : [NaN, NaN, NaN, NaN];
    },

    /** The bounds of a row's point and areas, or null where it has neither. */
    boundsOf(row) {
      const bounds = L.latLngBounds([]);
      if (!Number.isNaN(this.x[row])) bounds.extend(geomap.latLng(this.x[row], this.y[row]));
      for (const {
        bounds: [west, north, east, south],
        role,
      } of this.areasOf.get(row) || []) {
        if (role === "best") bounds.extend(geomap.latLng(west, north)).extend(geomap.latLng(east, south));
      }
      return bounds.isValid() ? bounds : null;
    },
  });

  geomap.IncidentsLayer = IncidentsLayer;

  /** Lay a stamp over a picture, its middle at a pixel. What shines through does so only where nothing is below. */
  function lay({ width: side, pixels: stamp }, pixels, width, x, y) {
    const half = side >> 1;
    for (let line = 0, from = 0; line < side; line++) {
      let to = (y - half + line) * width + x - half;
      for (const end = to + side; to < end; to++, from++) {
        const ink = stamp[from];
        if (ink === 0) continue;
        if (pixels[to] === 0) pixels[to] = ink;
        else if (ink >>> 24 > 127) pixels[to] = ink | 0xff000000;
      }
    }
  }

  /** The layer; its `details()` reads the tables that tell of the incidents, which the first picture does not wait for. */
  geomap.drawings.incidents = async (map, id, _options, target) => {
    const layer = new geomap.IncidentsLayer(await geomap.unpack(`${id}-first_paint`)).addTo(target);
    let details = null;
    layer.details = () => (details = details || geomap.unpack(`${id}-details`));
    layer.id = id;
    if (!map.geomapPage) {
      map.on("click", async ({ containerPoint, latlng }) => {
        if (!map.hasLayer(layer)) return;
        const rows = layer.at(containerPoint);
        const { incidents } = await layer.details();
        const lines = rows
          .slice(0, 20)
          .map((row) => geomap.h("p", {}, geomap.words(`${incidents.value("title", row)}, ${incidents.value("date_text", row)}`)));
        if (rows.length)
          L.popup()
            .setLatLng(latlng)
            .setContent(geomap.h("div", {}, lines))
            .openOn(map);
      });
    }
    return layer;
  };
})((window.geomap = window.geomap || {}));
