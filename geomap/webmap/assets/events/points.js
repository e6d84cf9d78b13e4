/* Events on the map: a circle at the point that the table gives, and around it how far off the event may lie. */
(function (geomap) {
  "use strict";

  const FEW = 1500; // events in view, beyond which only the selected one has its radius drawn
  const CORNERS = 72;
  const RADIUS_KM = 6371; // of the Earth: a radius of a place is not known more finely

  /** The ring of so many kilometres around a point, x, y, x, y … on the Mercator square. */
  function ringAround(x, y, km) {
    const { lat, lng } = geomap.latLng(x, y);
    const [north, reach] = [(lat * Math.PI) / 180, km / RADIUS_KM];
    const ring = new Float64Array(2 * CORNERS);
    for (let i = 0; i < CORNERS; i++) {
      const course = (2 * Math.PI * i) / CORNERS;
      const sine = Math.sin(north) * Math.cos(reach) + Math.cos(north) * Math.sin(reach) * Math.cos(course);
      const east = Math.atan2(Math.sin(course) * Math.sin(reach) * Math.cos(north), Math.cos(reach) - Math.sin(north) * sine);
      ring[2 * i] = geomap.x(lng + (east * 180) / Math.PI);
      ring[2 * i + 1] = geomap.y((Math.asin(Math.max(-1, Math.min(1, sine))) * 180) / Math.PI);
    }
    return ring;
  }

  const inView = geomap.IncidentsLayer.prototype._rowsInView;

  geomap.IncidentsLayer = geomap.IncidentsLayer.extend({
    initialize(tables) {
      geomap.CanvasLayer.prototype.initialize.call(this, {});
      this.table = tables.incidents;
      Object.assign(this, this.table.points());
      this.shown = geomap.everyRow(this.table.rows);
      this.selected = this.hovered = null;
      this.radiusOf = () => NaN; // kilometres; the page sets it once it has the tables that tell of it
      for (const name of ["placed", "areas", "sites"]) this[name] = [];
      for (const name of ["areasOf", "sitesOf"]) this[name] = new Map();
      for (const name of ["unplaced", "unreviewed"]) this[name] = new Set();
      this._sides = this.table.coded("actor_side");
    },

    /** The columns that neither the first picture nor the list needs, beside those that they do. */
    async rest(details) {
      const { incidents } = await geomap.unpack(`${this.id}-rest`);
      details.incidents.rest = incidents;
      performance.mark("geomap-complete");
      if (!this.dense || this.selected !== null) this.redraw(); // with radii
    },

    look(row) {
      const { codes, words } = this._sides;
      return { kind: "protest", side: words[codes[row] - 1], level: null, killed: 0, differs: false };
    },

    /** Asked for twice in a drawing. */
    _rowsInView(view) {
      if (this._seen && this._seen.view === view && this._seen.shown === this.shown) return this._seen.rows;
      const rows = inView.call(this, view);
      this._seen = { view, shown: this.shown, rows };
      return rows;
    },

    _stamps(size, ratio, dot) {
      const { codes } = this._sides;
      const key = [geomap.theme, size, ratio, dot].join();
      if (this._madeFor !== key) Object.assign(this, { _madeFor: key, _made: [] });
      const made = this._made;
      const make = (row) => {
        const look = this.look(row);
        if (!size) return geomap.stamp(dot, ratio, (context) => geomap.dot(context, look.side, dot));
        return geomap.stamp(geomap.radius(0) + 2, size * ratio, (context) => geomap.symbol(context, 0, 0, look));
      };
      return (row) => (made[codes[row]] = made[codes[row]] || make(row));
    },

    /** The radii of the selected and the hovered event, and of all in view where these are few. */
    _drawAreas(context, view) {
      const { AREAS } = geomap.styleOfSymbols();
      const marked = [this.selected, this.hovered];
      const rows = this._rowsInView(view);
      for (const row of new Set([...(rows.length <= FEW ? rows : []), ...marked])) {
        const km = row === null || Number.isNaN(this.x[row]) ? NaN : this.radiusOf(row);
        if (!(km > 0)) continue;
        const strong = marked.includes(row);
        context.beginPath();
        geomap.trace(context, view, [ringAround(this.x[row], this.y[row], km)], true);
        context.fillStyle = context.strokeStyle = geomap.sideColour(this.look(row).side);
        context.globalAlpha = strong ? AREAS.best.fill_opacity : AREAS.best.fill_opacity / 3;
        context.fill();
        context.globalAlpha = strong ? 1 : 0.5;
        context.setLineDash(AREAS.best.dashes);
        context.lineWidth = AREAS.best.width_px;
        context.stroke();
        context.setLineDash([]);
        context.globalAlpha = 1;
      }
    },

    /** The bounds of a row's point with its radius; null where it has no point. */
    boundsOf(row) {
      const [x, y] = [this.x[row], this.y[row]];
      if (Number.isNaN(x)) return null;
      const ring = ringAround(x, y, this.radiusOf(row) || 0);
      const [west, north, east, south] = geomap.boundsOf([ring]);
      return L.latLngBounds([geomap.latLng(west, north), geomap.latLng(east, south)]);
    },
  });
})((window.geomap = window.geomap || {}));
