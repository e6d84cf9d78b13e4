/* The backdrop: sea, land, the two countries of the border, first-level areas, and names. Muted: the data leads. */
(function (geomap) {
  "use strict";

  const NAMES = {
    light: { name: "#6a655b", town: "#4d4a43" },
    dark: { name: "#98a0a8", town: "#b9c0c7" },
  };
  const HOME = new Set(["IR", "PK"]);

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
      this.occupied = []; // points of the data, beside which names keep away
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

    /** Names, coarsest first, each where no earlier one stands. */
    _names(context, view, ink) {
      const taken = [];
      const write = (text, x, y, font, colour, spaced, dot) => {
        const px = x * view.scale - view.left;
        const py = y * view.scale - view.top;
        if (!(px > -50 && py > -10 && px < view.width + 50 && py < view.height + 10)) return;
        context.font = font;
        context.letterSpacing = spaced;
        context.textAlign = dot ? "left" : "center";
        const width = context.measureText(text).width;
        const beside = this.occupied.some(
          (spot) => Math.hypot(spot.x * view.scale - view.left - px, spot.y * view.scale - view.top - py) < 16,
        )
          ? 20
          : 5;
        const left = dot ? px + beside : px - width / 2;
        const box = [left - 4, py - 9, left + width + 4, py + 9];
        if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) return;
        taken.push(box);
        context.strokeStyle = ink.halo;
        context.lineWidth = 3;
        context.strokeText(text, dot ? left : px, py);
        context.fillStyle = colour;
        context.fillText(text, dot ? left : px, py);
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
      const towns = this.towns.slice(0, view.zoom < 5 ? 0 : view.zoom < 6 ? 16 : view.zoom < 7 ? 40 : 200);
      for (const { name, x, y } of towns) write(name, x, y, `11px ${sans}`, ink.town, "0px", true);
      if (view.zoom >= 5)
        for (const { name, x, y } of this.areas) if (name) write(name, x, y, `italic 11px ${sans}`, ink.name, "0.4px");
    },
  });

  geomap.drawings.backdrop = async (map, id) => new BackdropLayer(await geomap.unpack(`${id}-shapes`)).addTo(map);
})((window.geomap = window.geomap || {}));
