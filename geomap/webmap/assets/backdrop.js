/* The backdrop: sea, land, the two countries of the border, first-level areas, and names. Muted: the data leads. */
(function (geomap) {
  "use strict";

  const NAMES = {
    light: { name: "#6a655b", town: "#4d4a43" },
    dark: { name: "#98a0a8", town: "#b9c0c7" },
  };
  const HOME = new Set(["IR", "PK"]);

  const clamp = (value, low, high) => Math.max(low, Math.min(high, value));

  const BackdropLayer = geomap.CanvasLayer.extend({
    options: { pane: "tilePane", padding: 0.15, context: { alpha: false } },

    initialize(tables) {
      geomap.CanvasLayer.prototype.initialize.call(this, {});
      const shaped = (name) => {
        const names = tables[`${name}_names`];
        const { x, y } = names.points();
        return tables[name].shapes().map((paths, i) => ({
          paths,
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
      this.occupied = []; // where symbols stand, and how far each reaches in pixels: towns' names keep away
      this.lines = []; // points of the border, from which they keep away too
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
        for (const { paths } of shapes) geomap.trace(context, view, paths, false);
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
        countries.filter(({ code }) => !HOME.has(code)),
        ink.land,
      );
      fill(
        countries.filter(({ code }) => HOME.has(code)),
        ink.home,
      );
      stroke(seen(this.areas), ink.area, 0.8);
      stroke(countries, ink.edge, 1);
      stroke(seen(this.disputed), ink.land, 2.5);
      stroke(seen(this.disputed), ink.edge, 1, [4, 3]);
      this._names(context, view, ink);
    },

    /** Names, coarsest first, each where no earlier one stands; a town's on the side where no symbol and no border is.
     *  What happened somewhere has one name beside it, even in a crowd; other towns have none where there is no room. */
    _names(context, view, ink) {
      this.names = []; // what is written, and the box it takes
      const onView = ({ x, y, ...rest }) => ({ x: x * view.scale - view.left, y: y * view.scale - view.top, ...rest });
      const near = ({ x, y }) => x > -50 && y > -50 && x < view.width + 50 && y < view.height + 50;
      const marks = this.occupied.map(onView).filter(near);
      const line = this.lines.map(onView).filter(near);
      const free = ([left, top, right, bottom]) =>
        !this.names.some(({ box }) => left < box[2] && right > box[0] && top < box[3] && bottom > box[1]);
      const clear = ([left, top, right, bottom]) =>
        !marks.some(({ x, y, reach }) => Math.hypot(x - clamp(x, left, right), y - clamp(y, top, bottom)) < reach) &&
        !line.some(({ x, y }) => x > left && x < right && y > top && y < bottom);
      const marksAt = (x, y) => marks.filter((mark) => Math.hypot(mark.x - x, mark.y - y) < mark.reach);
      const write = (text, x, y, font, colour, spaced, dot) => {
        const { x: px, y: py } = onView({ x, y });
        if (!near({ x: px, y: py })) return;
        context.font = font;
        context.letterSpacing = spaced;
        const width = context.measureText(text).width;
        const centre = [px - width / 2, py];
        let spots = [centre];
        const under = dot ? marksAt(px, py) : [];
        if (under.length && under.every((mark) => mark.named)) return;
        if (dot) {
          const off = Math.max(5, ...under.map((mark) => mark.reach + 3));
          spots = [
            [px + off, py],
            [px - off - width, py],
            [centre[0], py - off - 6],
            [centre[0], py + off + 6],
          ];
        }
        const boxOf = ([left, middle]) => [left - 2, middle - 7, left + width + 2, middle + 7];
        const open = spots.filter((spot) => free(boxOf(spot)));
        const spot = open.find((one) => clear(boxOf(one))) || (!dot || under.length ? open[0] : null);
        if (!spot) return;
        for (const mark of under) mark.named = true;
        this.names.push({ text, box: boxOf(spot) });
        context.textAlign = "left";
        context.strokeStyle = ink.halo;
        context.lineWidth = 3;
        context.strokeText(text, ...spot);
        context.fillStyle = colour;
        context.fillText(text, ...spot);
        if (dot) {
          context.beginPath();
          context.arc(px, py, 1.8, 0, 2 * Math.PI);
          context.fill();
        }
      };
      context.textBaseline = "middle";
      const sans = "system-ui, 'Noto Sans', sans-serif";
      for (const { name, x, y } of this.countries) {
        if (name) write(name.toUpperCase(), x, y, `600 12px ${sans}`, ink.name, "2px");
      }
      const many = view.zoom < 5 ? 0 : view.zoom < 6 ? 16 : view.zoom < 7 ? 40 : 200;
      const marked = new Map(this.towns.map((town) => [town, Math.min(1, marksAt(onView(town).x, onView(town).y).length)]));
      const towns = [...this.towns].sort((a, b) => marked.get(b) - marked.get(a)).slice(0, many);
      for (const { name, x, y } of towns) write(name, x, y, `11px ${sans}`, ink.town, "0px", true);
      if (view.zoom >= 5)
        for (const { name, x, y } of this.areas) if (name) write(name, x, y, `italic 11px ${sans}`, ink.name, "0.4px");
    },
  });

  geomap.drawings.backdrop = async (map, id) => new BackdropLayer(await geomap.unpack(`${id}-shapes`)).addTo(map);
})((window.geomap = window.geomap || {}));
