/* The areas of incidents on the map: dashed edges, letters where there are several. */
(function (geomap) {
  "use strict";

  const FEW = 1500; // symbols in view, beyond which they stand on their points, without ring and badge
  const COARSE = new Set(["province", "country"]);

  /** Methods of the incidents' layer. */
  geomap.areasOfIncidents = {
    _readAreas({ areas, area_shapes: shapes, area_polygons: polygons }) {
      const rows = areas.numbers("row");
      this.areas = shapes.shapes().map((paths, i) => {
        const bounds = geomap.boundsOf(paths);
        const extent = (bounds[2] - bounds[0]) * (bounds[3] - bounds[1]);
        const [role, level] = ["role", "level"].map((name) => areas.value(name, i));
        return { paths, bounds, extent, row: rows[i], role, level, parts: [] };
      });
      const of = polygons.numbers("area_row");
      const [west, south, east, north] = ["west", "south", "east", "north"].map((end) => polygons.numbers(end));
      for (let i = 0; i < polygons.rows; i++) {
        const bounds = [geomap.x(west[i]), geomap.y(north[i]), geomap.x(east[i]), geomap.y(south[i])];
        this.areas[of[i]].parts.push({ bounds, letter: polygons.value("letter", i) });
      }
      for (const { parts, bounds } of this.areas) if (!parts.length) parts.push({ bounds, letter: null });
      this.areasOf = new Map();
      for (const area of this.areas) {
        if (!this.areasOf.has(area.row)) this.areasOf.set(area.row, []);
        this.areasOf.get(area.row).push(area);
      }
    },

    /** The areas on view: of shown incidents the finer ones; of the selected and the hovered one all, also each account's own. */
    _areasOnView(view) {
      const marked = new Set([this.selected, this.hovered]);
      const shown = this.shown.length > FEW ? null : this.shown;
      const found = [];
      for (const row of shown || []) {
        for (const area of this.areasOf.get(row) || []) {
          if (area.role === "best" && !COARSE.has(area.level) && !marked.has(row)) found.push(area);
        }
      }
      for (const row of marked) found.push(...(this.areasOf.get(row) || []));
      // Accounts that give the same area are drawn once, or their fills would add up.
      const once = new Map(found.map((area) => [`${area.row} ${area.role} ${area.bounds}`, area]));
      return [...once.values()].filter((area) => geomap.inView(area.bounds, view));
    },

    _drawAreas(context, view) {
      const { AREAS, HALO } = geomap.styleOfSymbols();
      const side = this.table.coded("actor_side");
      const faint = [];
      for (const area of this._areasOnView(view)) {
        const line = AREAS[area.role] || AREAS.account;
        const strong = area.row === this.selected || area.row === this.hovered;
        const coarse = COARSE.has(area.level);
        context.beginPath();
        geomap.trace(context, view, area.paths, true);
        context.globalAlpha = coarse ? line.fill_opacity / 2 : line.fill_opacity;
        context.fillStyle = geomap.sideColour(side.words[side.codes[area.row] - 1]);
        context.fill("evenodd");
        if (this.unreviewed.has(area.row)) this._hatch(context);
        if (geomap.begin) {
          context.beginPath();
          geomap.trace(context, view, geomap.edges(area.paths), false);
        }
        context.globalAlpha = strong ? 1 : 0.75;
        context.setLineDash(line.dashes);
        context.strokeStyle = context.fillStyle;
        context.lineWidth = line.width_px * (strong ? 1.7 : 1);
        context.stroke();
        context.setLineDash([]);
        context.globalAlpha = 1;
        if (strong) faint.push(area);
      }
      for (const area of faint) if (area.role !== "best" || !Number.isNaN(this.x[area.row])) this._letters(context, view, area, geomap.colour(HALO));
    },

    /** The path that is being drawn, filled with slanted strokes of its colour: of what no person has reviewed. */
    _hatch(context) {
      const tile = document.createElement("canvas");
      tile.width = tile.height = 8;
      const strokes = tile.getContext("2d");
      strokes.strokeStyle = context.fillStyle;
      strokes.lineWidth = 1.5;
      for (const x of [-8, 0, 8]) {
        strokes.moveTo(x, 8);
        strokes.lineTo(x + 8, 0);
      }
      strokes.stroke();
      const plain = context.fillStyle;
      context.globalAlpha = 0.6;
      context.fillStyle = context.createPattern(tile, "repeat");
      context.fill("evenodd");
      context.fillStyle = plain;
    },

    /** Whether the symbol of one of a row's sites stands within bounds. */
    _holdsSite(row, [west, north, east, south]) {
      return (this.sitesOf.get(row) || []).some(({ x, y }) => x >= west && x <= east && y >= north && y <= south);
    },

    /** The middle of bounds on view. */
    _middle([west, north, east, south], view) {
      return { x: ((west + east) / 2) * view.scale - view.left, y: ((north + south) / 2) * view.scale - view.top };
    },

    /** The parts of an area lettered A, B, …, as the card speaks of them. */
    _letters(context, view, { parts }, halo) {
      context.font = "bold 13px system-ui, sans-serif";
      context.textAlign = "center";
      context.textBaseline = "middle";
      for (const { letter, bounds } of parts) {
        if (letter === null) continue;
        const { x, y } = this._middle(bounds, view);
        context.lineWidth = 3;
        context.strokeStyle = halo;
        context.strokeText(letter, x, y);
        context.fillStyle = geomap.colour(geomap.styleOfSymbols().INK);
        context.fillText(letter, x, y);
      }
    },
  };
})((window.geomap = window.geomap || {}));
