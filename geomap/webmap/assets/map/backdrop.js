/* The backdrop: sea, land, the home countries, first-level areas, and names. Muted: the data leads. */
(function (geomap) {
  "use strict";

  const NEAR = 60; // pixels: a town so near to a mark that has its name is what that mark is called by
  const NAMES = {
    light: { name: "#6a655b", town: "#4d4a43" },
    dark: { name: "#98a0a8", town: "#b9c0c7" },
  };

  const BackdropLayer = geomap.CanvasLayer.extend({
    options: { pane: "tilePane", padding: 0.15, context: { alpha: false } },

    initialize(tables, options) {
      geomap.CanvasLayer.prototype.initialize.call(this, {});
      this.home = new Set(options.home);
      const shaped = (name) => {
        const names = tables[`${name}_names`];
        const { x, y } = names.points();
        return tables[name].shapes().map((paths, i) => ({
          paths,
          edges: geomap.edges(paths),
          bounds: geomap.boundsOf(paths),
          name: names.value("name", i),
          code: names.value("code", i),
          x: x[i],
          y: y[i],
        }));
      };
      this.countries = shaped("countries");
      this.areas = shaped("admin1");
      this.land = shaped("land");
      this.disputed = shaped("disputed");
      const { x, y } = tables.towns.points();
      this.marksOn = () => []; // where symbols stand on a view, and how far they reach: names keep away
      this.labelsOn = () => []; // and the names of marks
      this.covered = () => []; // and what lies over the map, as boxes on the canvas
      this.lines = []; // paths of the border, from which they keep away too
      this.towns = tables.towns.all.map((town, i) => ({ ...town, x: x[i], y: y[i] }));
    },

    draw(context, view) {
      const { SEA, LAND, HOME: OWN, COAST, PROVINCE } = geomap.styleOfSymbols();
      const [sea, land, home, edge, area] = [SEA, LAND, OWN, COAST, PROVINCE].map(geomap.colour);
      const ink = { sea, land, home, edge, area, halo: home, ...NAMES[geomap.theme] };
      const seen = (shapes) => shapes.filter((shape) => geomap.inView(shape.bounds, view));
      const fill = (shapes, colour) => {
        context.beginPath();
        for (const { paths } of shapes) geomap.trace(context, view, paths, true);
        context.fillStyle = colour;
        context.fill("evenodd");
      };
      const stroke = (shapes, colour, width, dash = []) => {
        context.beginPath();
        for (const { edges } of shapes) geomap.trace(context, view, edges, false);
        context.setLineDash(dash);
        context.strokeStyle = colour;
        context.lineWidth = width;
        context.stroke();
        context.setLineDash([]);
      };
      context.lineJoin = "round";
      context.fillStyle = ink.sea;
      context.fillRect(0, 0, view.width, view.height);
      const countries = seen(this.countries);
      fill(seen(this.land), ink.land);
      fill(
        countries.filter(({ code }) => !this.home.has(code)),
        ink.land,
      );
      fill(
        countries.filter(({ code }) => this.home.has(code)),
        ink.home,
      );
      stroke(seen(this.areas), ink.area, 0.8);
      stroke(countries, ink.edge, 1);
      stroke(seen(this.disputed), ink.land, 2.5);
      stroke(seen(this.disputed), ink.edge, 1, [4, 3]);
      this._names(context, view, ink);
    },

    /**
     * Names, each where no earlier one stands: countries, places of symbols, first-level areas, other towns.
     *
     * A country's or an area's name stands where it crosses no symbol, no other name, no border and no edge, or nowhere.
     *
     * A town's name stands where no symbol and no border is, nearer to its own symbol than to any other, and in its own country if
     * it can. Each symbol has the name of its nearest town beside it, even in a crowd, unless its own name says it already.
     * Other towns have none where there is no room.
     */
    _names(context, view, ink) {
      this.names = []; // what is written, and the box it takes
      const sans = "system-ui, 'Noto Sans', sans-serif";
      const onView = ({ x, y }) => [x * view.scale - view.left, y * view.scale - view.top];
      const near = ([x, y]) => x > -50 && y > -50 && x < view.width + 50 && y < view.height + 50;
      context.textBaseline = "middle";
      context.textAlign = "left";
      const fit = (text, font, spaced) => {
        context.font = font;
        context.letterSpacing = spaced;
        return context.measureText(text).width;
      };
      const shift = this._map.containerPointToLayerPoint([0, 0]).subtract(this._bounds.min);
      const taken = [...this.labelsOn(context, view), ...this.covered().map((box) => ({ box }))];
      const free = ([left, top, right, bottom]) =>
        ![...this.names, ...taken].some(({ box }) => left < box[2] && right > box[0] && top < box[3] && bottom > box[1]);
      const write = (text, [x, y], width, colour) => {
        this.names.push({ text, box: boxOf([x, y], width) });
        context.strokeStyle = ink.halo;
        context.lineWidth = 3;
        context.strokeText(text, x, y);
        context.fillStyle = colour;
        context.fillText(text, x, y);
      };
      const marks = this.marksOn(view);
      const legs = legsOn(this.lines, view);
      const size = this._map.getSize().add(shift); // what is beyond is drawn, but not seen
      const whole = (box) => box[0] >= shift.x && box[1] >= shift.y && box[2] <= size.x && box[3] <= size.y;
      const offMarks = (box) => !marks.some((mark) => gap(box, mark) < mark.reach);
      const clear = (box) => offMarks(box) && !legs.some((leg) => crosses(leg, box));
      for (const country of this.countries) {
        if (!country.name || !geomap.inView(country.bounds, view)) continue;
        const name = country.name.toUpperCase();
        const width = fit(name, `600 12px ${sans}`, "2px");
        const spots = this.home.has(country.code) ? spotsIn(country, onView(country), view) : [onView(country)].filter(near);
        const at = spots.map(([x, y]) => [x - width / 2, y]).find((spot) => [whole, free, clear].every((good) => good(boxOf(spot, width))));
        if (at) write(name, at, width, ink.name);
      }
      if (view.zoom < 5) return;
      const beside = (town, needed) => {
        const width = fit(town.name, `11px ${sans}`, "0px");
        const of = needed || { x: town.at[0], y: town.at[1], reach: 2 };
        const off = (box, mark) => gap(box, mark) - mark.reach;
        const isOwn = (box) => marks.every((mark) => tipOff(mark, town) < mark.reach || off(box, mark) >= off(box, of));
        const seen = spotsBeside(of, width, needed ? [3, 13, 23, 35] : [3]).filter((spot) => [free, whole].every((good) => good(boxOf(spot, width))));
        const good = seen.filter((spot) => [clear, isOwn].every((one) => one(boxOf(spot, width))));
        const middle = ([x, y]) => [(x + width / 2 + view.left) / view.scale, (y + view.top) / view.scale];
        const spot =
          good.find((one) => this._sameCountry(town, ...middle(one))) ||
          good[0] ||
          (needed && (seen.find((one) => [offMarks, isOwn].every((fine) => fine(boxOf(one, width)))) || seen[0]));
        if (!spot) return;
        write(town.name, spot, width, ink.town);
        context.beginPath();
        context.arc(...town.at, 1.8, 0, 2 * Math.PI);
        context.fill();
      };
      const towns = this.towns.map((town) => ({ ...town, at: onView(town) })).filter(({ at }) => near(at));
      const named = nearestTo(marks, towns);
      // The name of a mark's area or site says it already.
      const isSaid = (town) => taken.some((label) => label.text && says(label, town));
      for (const town of named.keys()) if (isSaid(town)) named.delete(town);
      for (const [town, mark] of named) beside(town, mark);
      for (const area of this.areas) {
        if (!area.name || !near(onView(area))) continue;
        const width = fit(area.name, `italic 11px ${sans}`, "0.4px");
        const spots = spotsAbout(onView(area), width).filter((spot) => [whole, free, clear].every((good) => good(boxOf(spot, width))));
        if (spots.length) write(area.name, spots[0], width, ink.name);
      }
      const others = towns.filter((town) => !named.has(town) && !under(town.at, marks).length && !isSaid(town));
      for (const town of others.slice(0, view.zoom < 6 ? 16 : view.zoom < 7 ? 40 : 200)) beside(town, null);
    },

    /** Whether a point lies in the country that a town lies in. */
    _sameCountry(town, x, y) {
      const land = this.countries.find(({ bounds, paths }) => within(bounds, town) && geomap.inside(paths, town.x, town.y));
      return !land || geomap.inside(land.paths, x, y);
    },
  });

  /** The box of a name that begins at a spot, on its middle line: left, top, right, bottom. */
  function boxOf([x, y], width) {
    return [x - 2, y - 7, x + width + 2, y + 7];
  }

  function within([west, north, east, south], { x, y }) {
    return x >= west && x <= east && y >= north && y <= south;
  }

  /** The marks that cover a point. */
  function under([x, y], marks) {
    return marks.filter((mark) => Math.hypot(mark.x - x, mark.y - y) < mark.reach);
  }

  /** Of each mark the town that is nearest to what it points at, if one is as near as the mark is large; each with its mark. */
  function nearestTo(marks, towns) {
    const named = new Map();
    for (const mark of marks) {
      const off = (town) => tipOff(mark, town);
      const close = towns.filter((town) => off(town) < mark.reach);
      if (!close.length) continue;
      const town = close.reduce((best, one) => (off(one) < off(best) ? one : best));
      if (!named.has(town)) named.set(town, mark);
    }
    return named;
  }

  /** How far what a mark points at is from a town. */
  function tipOff({ tipX, tipY }, { at: [x, y] }) {
    return Math.hypot(tipX - x, tipY - y);
  }

  /** Whether the name of a mark is that of a town near it. */
  function says({ text, mark }, town) {
    const [place] = text.replace(/[\u2068\u2069]/g, "").split(" · ");
    return place === town.name && tipOff(mark, town) < NEAR;
  }

  /** Where a name may begin about its own spot: in its middle, or moved by its height or half its width. */
  function spotsAbout([x, y], width) {
    const moves = [-1, 0, 1].flatMap((up) => [-1, 0, 1].map((aside) => [aside * 0.6 * width, up * 18]));
    return moves.sort((a, b) => Math.hypot(...a) - Math.hypot(...b)).map(([aside, up]) => [x - width / 2 + aside, y + up]);
  }

  /** Where a name may stand beside a mark or a point: to its right, to its left, above, below, at its corners; then farther off. */
  function spotsBeside({ x, y, reach }, width, gaps) {
    return gaps.flatMap((more) => {
      const away = reach + more;
      return [
        [x + away, y],
        [x - away - width, y],
        [x - width / 2, y - away - 6],
        [x - width / 2, y + away + 6],
        ...[-0.75, 0.75].flatMap((corner) => [
          [x + 0.75 * away, y + corner * away],
          [x - 0.75 * away - width, y + corner * away],
        ]),
      ];
    });
  }

  /** How far a point is from a box. */
  function gap([left, top, right, bottom], { x, y }) {
    return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  }

  /** The legs of lines on view, of two pixels at least: x, y, x, y. */
  function legsOn(lines, view) {
    const legs = [];
    for (const path of lines) {
      let last = null;
      for (let i = 0; i < path.length; i += 2) {
        const x = path[i] * view.scale - view.left;
        const y = path[i + 1] * view.scale - view.top;
        if (last && Math.hypot(x - last[0], y - last[1]) < 2 && i < path.length - 2) continue;
        const [u, v] = last || [x, y];
        if (Math.max(x, u) > 0 && Math.min(x, u) < view.width && Math.max(y, v) > 0 && Math.min(y, v) < view.height)
          legs.push([u, v, x, y]);
        last = [x, y];
      }
    }
    return legs;
  }

  /** Whether a leg crosses a box: what is left of it between each pair of sides. */
  function crosses([x, y, u, v], [left, top, right, bottom]) {
    let from = 0;
    let to = 1;
    for (const [start, step, low, high] of [
      [x, u - x, left, right],
      [y, v - y, top, bottom],
    ]) {
      if (step === 0) {
        if (start < low || start > high) return false;
        continue;
      }
      const ends = [(low - start) / step, (high - start) / step];
      from = Math.max(from, Math.min(...ends));
      to = Math.min(to, Math.max(...ends));
    }
    return from <= to;
  }

  /** Where a level line of the Mercator square crosses a polygon's rings. */
  function crossingsOf(paths, y) {
    const found = [];
    for (const path of paths) {
      for (let i = 0, j = path.length - 2; i < path.length; j = i, i += 2) {
        if (path[i + 1] > y !== path[j + 1] > y)
          found.push(path[i] + ((y - path[i + 1]) / (path[j + 1] - path[i + 1])) * (path[j] - path[i]));
      }
    }
    return found;
  }

  /** Where a country's name may stand on view: its own spot, then those about the middle of what is seen of it. */
  function spotsIn({ paths }, spot, view) {
    const edge = 0.16; // of the canvas, which reaches past the map on all sides
    const [left, top] = [edge * view.width, edge * view.height];
    const [right, bottom] = [view.width - left, view.height - top];
    const own = gap([left, top, right, bottom], { x: spot[0], y: spot[1] }) === 0 ? [spot] : [];
    const inside = [];
    for (let line = 0; line < 16; line++) {
      const y = top + (line / 15) * (bottom - top);
      const crossings = crossingsOf(paths, (y + view.top) / view.scale).map((x) => x * view.scale - view.left);
      for (let i = 0; i < 24; i++) {
        const x = left + (i / 23) * (right - left);
        if (crossings.filter((crossing) => x < crossing).length % 2) inside.push([x, y]);
      }
    }
    if (inside.length < 24) return own;
    const [meanX, meanY] = own[0] || [0, 1].map((k) => inside.reduce((sum, point) => sum + point[k], 0) / inside.length);
    const off = ([x, y]) => Math.hypot(x - meanX, y - meanY);
    return [...own, ...inside.sort((a, b) => off(a) - off(b))];
  }

  geomap.drawings.backdrop = async (map, id, options, target) =>
    new BackdropLayer(await geomap.unpack(`${id}-shapes`), options).addTo(target);
})((window.geomap = window.geomap || {}));
