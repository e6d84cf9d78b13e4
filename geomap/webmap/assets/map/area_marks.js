/* Marks in areas: where an incident is known to an area and to no point, each separate area has its symbol in a frame, and its name. */
(function (geomap) {
  "use strict";

  const COARSE = new Set(["province", "country"]);
  const MARGIN = 0.15 / 1.3; // of the canvas, which reaches past the map on all sides
  const FAR = 10; // pixels: a name that stands farther from its mark is joined to it
  const FONT = "600 11px system-ui, 'Noto Sans', sans-serif";

  /** Methods of the incidents' layer. */
  geomap.marksOfAreas = {
    /** What a mark is called on the map; null for no name. The page sets it once it has the tables that tell of it. */
    labelOf: () => null,
    /** What lies over the map, as boxes on its canvas: names keep away. The page sets it. */
    covered: () => [],

    /** Where marks of areas stand on a view: in each part of shown incidents' finer areas, where no point or site stands for it. */
    _areaSpots(view) {
      const found = [];
      for (const { row, role, level, paths, parts } of this._areasOnView(view)) {
        if (role !== "best" || COARSE.has(level) || !Number.isNaN(this.x[row]) || !this._isShown(row)) continue;
        const lettered = parts.filter(({ letter }) => letter !== null);
        const told = lettered.length ? lettered : parts; // small areas are told together in words
        told.forEach((part, i) => {
          if (this._holdsSite(row, part.bounds)) return;
          part.spot = part.spot || geomap.spotInside(paths, part.bounds);
          const [x, y] = [part.spot.x * view.scale - view.left, part.spot.y * view.scale - view.top];
          if (x < 0 || y < 0 || x > view.width || y > view.height) return;
          found.push({ row, part: i + 1, parts: told.length, letter: part.letter, x, y });
        });
      }
      return found;
    },

    /** The names of marks on a view: text, where it begins, and its box, each where no other mark and name stands if it can. */
    labelsOf(context, marks, { width, height }) {
      context.font = FONT;
      context.letterSpacing = "0px";
      const labels = [];
      const [edgeX, edgeY] = [MARGIN * width, MARGIN * height]; // what is beyond is drawn, but not seen
      const covered = this.covered();
      const circles = marks.map((mark) => ({ mark, reach: geomap.reach(this.lookOf(mark)) }));
      for (const { mark, reach } of circles) {
        const text = mark.count === 1 && (mark.part || mark.site) ? this.labelOf(mark) : null;
        if (!text) continue;
        const wide = context.measureText(text).width;
        const boxes = [2, 16, 30, 48, 66].flatMap((gap) => [
          [mark.x + reach + 2, mark.y - 7],
          [mark.x - reach - 2 - wide, mark.y - 7],
          [mark.x - wide / 2, mark.y + reach + gap - 1],
          [mark.x - wide / 2, mark.y - reach - gap - 13],
          [mark.x + 4, mark.y + reach + gap - 1],
          [mark.x + 4, mark.y - reach - gap - 13],
          [mark.x - 4 - wide, mark.y + reach + gap - 1],
          [mark.x - 4 - wide, mark.y - reach - gap - 13],
        ]).map(([left, top]) => [left, top, left + wide, top + 14]);
        const seen = ([left, top, right, bottom]) =>
          left >= edgeX && top >= edgeY && right <= width - edgeX && bottom <= height - edgeY;
        const free = (one) => !labels.some((label) => overlaps(one, label.box)) && !covered.some((box) => overlaps(one, box));
        const offMarks = (one) => circles.every((other) => other.mark === mark || apart(one, other.mark) >= other.reach);
        const clear = boxes.filter(free).filter(seen);
        if (!seen([mark.x, mark.y, mark.x, mark.y])) continue;
        const box = clear.find(offMarks) || clear[0] || boxes.find(free) || boxes[0];
        labels.push({ text, box, mark, joined: apart(box, mark) > reach + FAR });
      }
      return labels;
    },

    /** The same of a view that is not drawn yet. */
    labelsOn(context, view) {
      return this.labelsOf(context, this.marksOn(view), view);
    },

    _drawLabels(context, view) {
      const { INK, HALO } = geomap.styleOfSymbols();
      this.labels = this.labelsOf(context, this.placed, view);
      context.textAlign = "left";
      context.textBaseline = "middle";
      context.lineJoin = "round";
      context.direction = document.documentElement.dir || "ltr";
      for (const { text, box, mark, joined } of this.labels) {
        if (joined) join(context, box, mark);
        context.lineWidth = 3;
        context.strokeStyle = geomap.colour(HALO);
        context.strokeText(text, box[0], box[1] + 7);
        context.fillStyle = geomap.colour(INK);
        context.fillText(text, box[0], box[1] + 7);
      }
    },
  };

  function overlaps(one, other) {
    return one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];
  }

  /** How far a mark's middle is from a box. */
  function apart([left, top, right, bottom], { x, y }) {
    return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  }

  /** A fine line from a mark to its name. */
  function join(context, [left, top, right, bottom], { x, y }) {
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(Math.max(left, Math.min(x, right)), Math.max(top, Math.min(y, bottom)));
    context.strokeStyle = geomap.colour(geomap.styleOfSymbols().INK);
    context.lineWidth = 0.8;
    context.stroke();
  }

  /** A point inside of paths (even-odd) and within bounds: the middle of the widest stretch on one of a few levels. */
  geomap.spotInside = (paths, [west, north, east, south]) => {
    const best = { x: (west + east) / 2, y: (north + south) / 2, wide: 0 };
    for (const share of [0.5, 0.4, 0.6, 0.25, 0.75]) {
      const y = north + share * (south - north);
      const cuts = crossings(paths, y).filter((x) => x > west - 1e-9 && x < east + 1e-9);
      for (let i = 0; i + 1 < cuts.length; i += 2) {
        const wide = cuts[i + 1] - cuts[i];
        if (wide > 1.25 * best.wide) Object.assign(best, { x: (cuts[i] + cuts[i + 1]) / 2, y, wide });
      }
    }
    return best;
  };

  /** Where a level crosses paths, from west to east. */
  function crossings(paths, y) {
    const found = [];
    for (const path of paths) {
      for (let i = 0, j = path.length - 2; i < path.length; j = i, i += 2) {
        if (path[i + 1] > y === path[j + 1] > y) continue;
        found.push(path[i] + ((y - path[i + 1]) / (path[j + 1] - path[i + 1])) * (path[j] - path[i]));
      }
    }
    found.sort((a, b) => a - b);
    // Where two rings meet, as at 180 degrees, there is no edge.
    return found.filter((x, i) => !(x - found[i - 1] < 1e-9) && !(found[i + 1] - x < 1e-9));
  }
})((window.geomap = window.geomap || {}));
