/* Symbols: shape by kind, colour by side, size by killed, ring by level; the numbers are those of `geomap.symbols`. */
(function (geomap) {
  "use strict";

  const style = () => (geomap.style = geomap.style || JSON.parse(geomap.get("geomap-symbols").textContent));
  geomap.styleOfSymbols = style;
  geomap.theme = "light";

  /** One of a pair of colours, for the page's present theme. */
  geomap.colour = (pair) => pair[geomap.theme];
  geomap.sideColour = (side) => geomap.colour(style().SIDES[side] || style().SIDES.Unknown);

  /** A symbol's radius in pixels. */
  geomap.radius = (killed) => style().RADIUS_PX * Math.min(2, Math.pow(1 + (killed || 0), style().RADIUS_POWER));

  function outline(context, corners, x, y, radius) {
    context.beginPath();
    if (!corners.length) context.arc(x, y, radius * 0.92, 0, 2 * Math.PI);
    corners.forEach(([cx, cy], i) => context[i ? "lineTo" : "moveTo"](x + radius * cx, y - radius * cy));
    context.closePath();
  }

  /**
   * Draw a symbol.
   *
   * `look` says `kind`, `side`, `level`, `killed` (NaN or null: unknown, drawn hollow), `differs`, `strong` (selected).
   */
  geomap.symbol = (context, x, y, look) => {
    const { SHAPES, RINGS, HALO } = style();
    const colour = geomap.sideColour(look.side);
    const halo = geomap.colour(HALO);
    const radius = geomap.radius(look.killed) * (look.strong ? 1.25 : 1);
    const corners = (SHAPES[look.kind] || SHAPES.other).corners;
    const ring = RINGS[look.level];
    context.save();
    context.lineJoin = "round";
    if (ring && ring.radius > 1) {
      context.beginPath();
      context.arc(x, y, radius * ring.radius, 0, 2 * Math.PI);
      context.strokeStyle = halo;
      context.lineWidth = ring.width_px + 2;
      context.stroke();
      context.setLineDash(ring.dashes);
      context.strokeStyle = colour;
      context.lineWidth = ring.width_px;
      context.stroke();
      context.setLineDash([]);
    }
    outline(context, corners, x, y, radius);
    context.strokeStyle = halo;
    context.lineWidth = 3;
    context.stroke();
    const hollow = look.killed === null || Number.isNaN(look.killed);
    context.fillStyle = hollow ? halo : colour;
    context.fill();
    context.strokeStyle = colour;
    context.lineWidth = hollow ? 2 : 1;
    context.stroke();
    if (look.differs) badge(context, x + radius + 3, y - radius - 3, "≠");
    context.restore();
  };

  /** A small round badge with a sign in it. */
  function badge(context, x, y, sign) {
    const { INK, HALO } = style();
    context.beginPath();
    context.arc(x, y, 5.5 + 2.5 * (sign.length - 1), 0, 2 * Math.PI);
    context.fillStyle = geomap.colour(HALO);
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = geomap.colour(INK);
    context.stroke();
    context.fillStyle = geomap.colour(INK);
    context.font = "bold 10px system-ui, sans-serif";
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(sign, x, y + 0.5);
  }
  geomap.badge = badge;

  /** A symbol as an element of its own, for lists and legends. */
  geomap.symbolElement = (look) => {
    const canvas = geomap.h("canvas", { class: "symbol", width: 64, height: 64, "aria-hidden": "true" });
    const context = canvas.getContext("2d");
    const reach = geomap.radius(look.killed) * Math.max(1, (style().RINGS[look.level] || { radius: 1 }).radius) + 2;
    const scale = Math.min(1, 15 / reach);
    context.scale(2 * scale, 2 * scale);
    geomap.symbol(context, 16 / scale - (look.differs ? 2 : 0), 16 / scale + (look.differs ? 2 : 0), look);
    return canvas;
  };
})((window.geomap = window.geomap || {}));
