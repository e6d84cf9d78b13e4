/* The border as the strongest line of the map, further lines of it in dashes, the bands along it, and the links to it. */
(function (geomap) {
  "use strict";

  const BorderLayer = geomap.CanvasLayer.extend({
    initialize(tables, options) {
      geomap.CanvasLayer.prototype.initialize.call(this, {});
      this.lines = tables.border.shapes();
      this.bands = tables.bands.shapes();
      this.bandsKm = options.bands_km;
      this.showBands = false;
      const links = tables.links.shapes();
      this.linksOf = new Map(tables.linked.coded("incident").words.map((id, i) => [id, links[i]]));
      this.links = [];
    },

    /** Draw the lines that join an incident to the border. */
    linkTo(id) {
      this.links = this.linksOf.get(id) || [];
      this.redraw();
    },

    draw(context, view) {
      const { BORDER, FURTHER, BUFFERS, LINKS, INK, HALO } = geomap.styleOfSymbols();
      const ink = geomap.colour(INK);
      const halo = geomap.colour(HALO);
      context.lineJoin = context.lineCap = "round";
      const line = (paths, colour, width, dashes) => {
        context.beginPath();
        geomap.trace(context, view, paths, false);
        context.setLineDash(dashes);
        context.strokeStyle = colour;
        context.lineWidth = width;
        context.stroke();
        context.setLineDash([]);
      };
      if (this.showBands) {
        for (const band of this.bands) {
          context.beginPath();
          geomap.trace(context, view, band, true);
          context.globalAlpha = BUFFERS.fill_opacity;
          context.fillStyle = ink;
          context.fill("evenodd");
          context.globalAlpha = 1;
          line(geomap.edges(band), ink, BUFFERS.width_px, BUFFERS.dashes);
        }
      }
      const [border, ...further] = this.lines;
      further.forEach((paths, i) => {
        const look = FURTHER[i % FURTHER.length];
        line(paths, halo, look.width_px + 2, []);
        line(paths, ink, look.width_px, look.dashes);
      });
      if (border) {
        line(border, halo, BORDER.width_px + 3, []);
        line(border, ink, BORDER.width_px, BORDER.dashes);
      }
      for (const link of this.links) line([link], ink, LINKS.width_px + 0.5, LINKS.dashes);
    },
  });

  geomap.drawings.border = async (map, id, options, target) =>
    new BorderLayer(await geomap.unpack(`${id}-shapes`), options).addTo(target);
})((window.geomap = window.geomap || {}));
