/* Symbols: shape by kind, colour by side, size by killed, ring by level; the numbers are those of `geomap.symbols`. */
(function (geomap) {
  "use strict";

  const style = () => (geomap.style = geomap.style || JSON.parse(geomap.get("geomap-symbols").textContent));
  geomap.styleOfSymbols = style;
  geomap.theme = "light";

  /** One of a pair of colours, for the page's present theme. */
  geomap.colour = (pair) => pair[geomap.theme];
  geomap.sideColour = (side) => geomap.colour(geomap.own(style().SIDES, side) || style().SIDES.Unknown);

  /** A symbol's radius in pixels. */
  geomap.radius = (killed) => style().RADIUS_PX * Math.min(2, Math.pow(1 + (killed || 0), style().RADIUS_POWER));

  /** How many pixels a symbol reaches from its point, with its ring and its badge. */
  geomap.reach = (look) => {
    const radius = geomap.radius(look.killed);
    return Math.max(radius * around(look), look.differs ? radius + 8 : 0) + 2;
  };

  const FRAME = 1.7; // radii of a symbol: half the side of the frame around one that stands for an area

  /** How many radii of a symbol what is drawn around it reaches. */
  const around = ({ level, area }) => (area ? FRAME * Math.SQRT2 : (style().RINGS[level] || { radius: 1 }).radius);

  const circle = (radius, x = 0, y = 0) =>
    `M${x + radius} ${y}a${radius} ${radius} 0 1 1 ${-2 * radius} 0a${radius} ${radius} 0 1 1 ${2 * radius} 0Z`;
  const frame = (half) => `M${-half} ${-half}h${2 * half}v${2 * half}h${-2 * half}Z`;
  const polygon = (corners, radius) => `M${corners.map(([x, y]) => `${radius * x} ${-radius * y}`).join("L")}Z`;

  /** Three slanted strokes within a circle: of what no person has reviewed. */
  const hatching = (reach) => {
    const side = reach * Math.SQRT1_2;
    const stroke = (x, y, half) => `M${x - half} ${y + half}L${x + half} ${y - half}`;
    return stroke(0, 0, side) + stroke(-side / 2, -side / 2, side / 2) + stroke(side / 2, side / 2, side / 2);
  };

  /** What the legend shows for levels that have no symbol on the map: an area alone, a larger one, and nothing that could be drawn. */
  const BARE = {
    site: (colour, halo) => [
      { path: circle(5), stroke: halo, width: 3, fill: colour },
      { path: "M-9 0h18M0 -9v18", stroke: colour, width: 1.2 },
    ],
    province: (colour, halo) => [{ path: frame(7), stroke: colour, width: 1.5, dashes: [4, 3], fill: halo }],
    country: (colour, halo) => [{ path: frame(10), stroke: colour, width: 1.5, dashes: [1.5, 3], fill: halo }],
    unlocated: (colour, halo) => [
      { path: circle(7), stroke: colour, width: 1.5, dashes: [2, 2], fill: halo },
      { path: "M-7 7L7 -7", stroke: colour, width: 1.5 },
    ],
  };

  /** The lines of a symbol around 0/0, the lowest first: of each its path, colour, width, dashes and filling. */
  function lines({ kind, side, level, killed, differs, unreviewed, strong, area, bare }) {
    const { SHAPES, RINGS, HALO, INK } = style();
    const colour = geomap.sideColour(side);
    const [halo, ink] = [HALO, INK].map(geomap.colour);
    const radius = geomap.radius(killed) * (strong ? 1.25 : 1);
    if (bare && BARE[level]) return BARE[level](colour, halo);
    const { corners } = SHAPES[kind] || SHAPES.other;
    const ring = RINGS[level];
    const hollow = unreviewed || killed === null || Number.isNaN(killed);
    const found = [];
    if (ring && ring.radius > 1) {
      const path = circle(radius * ring.radius);
      found.push({ path, stroke: halo, width: ring.width_px + 2 });
      found.push({ path, stroke: colour, width: ring.width_px, dashes: ring.dashes });
    }
    if (area) {
      const path = frame(radius * FRAME);
      found.push({ path, stroke: halo, width: 3.5, fill: halo });
      found.push({ path, stroke: colour, width: 1.5, dashes: [4, 2] });
    }
    const path = corners.length ? polygon(corners, radius) : circle(radius * 0.92);
    found.push({ path, stroke: halo, width: 3 });
    found.push({ path, stroke: colour, width: hollow ? 2 : 1, fill: hollow ? halo : colour });
    if (unreviewed) found.push({ path: hatching(radius * 0.55), stroke: colour, width: 1.5 });
    if (differs) {
      const [x, y] = [radius + 3, -radius - 3];
      found.push({ path: circle(5.5, x, y), stroke: ink, width: 1, fill: halo });
      found.push({ path: `M${x - 3} ${y - 1.5}h6m-6 3h6m-1.5 -4.5l-3 6`, stroke: ink, width: 1.2 });
    }
    return found;
  }

  const known = new Map();

  /** The lines of a look, made once for each. */
  function linesOf(look) {
    const { kind, side, level, killed, differs, unreviewed, strong, area, bare } = look;
    const key = [geomap.theme, kind, side, level, killed, differs, unreviewed, strong, area, bare].join("|");
    if (!known.has(key)) known.set(key, lines(look));
    return known.get(key);
  }

  /**
   * Draw a symbol.
   *
   * `look` says `kind`, `side`, `level`, `killed` (NaN or null: unknown, drawn hollow), `differs`, `unreviewed` (hatched), `strong` (selected), `area` (framed), `bare` (as the legend has its level).
   */
  geomap.symbol = (context, x, y, look) => {
    context.save();
    context.translate(x, y);
    context.lineJoin = "round";
    for (const line of linesOf(look)) {
      line.path2D = line.path2D || Object.assign(new Path2D(line.path), { words: line.path });
      context.setLineDash(line.dashes || []);
      context.strokeStyle = line.stroke;
      context.lineWidth = line.width;
      if (line.fill) {
        context.fillStyle = line.fill;
        context.fill(line.path2D);
      }
      context.stroke(line.path2D);
    }
    context.restore();
  };

  /** A side's dot. */
  geomap.dot = (context, side, radius) => {
    context.beginPath();
    context.arc(0, 0, radius, 0, 2 * Math.PI);
    context.fillStyle = geomap.sideColour(side);
    context.fill();
  };

  const easel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  /** What is drawn around 0/0, so far out, as pixels: the width of their square, and they themselves line by line. */
  geomap.stamp = (reach, scale, draw) => {
    const width = 2 * Math.ceil(reach * scale) + 1;
    // The new size also clears what was drawn before.
    easel.canvas.width = easel.canvas.height = width;
    easel.translate(width / 2, width / 2);
    easel.scale(scale, scale);
    draw(easel);
    return { width, pixels: new Uint32Array(easel.getImageData(0, 0, width, width).data.buffer) };
  };

  /** A small round badge with a number in it. */
  geomap.badge = (context, x, y, sign) => {
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
  };

  /** A symbol as an element of its own, for lists and legends. A canvas for each would take half a millisecond. */
  geomap.symbolElement = (look) => {
    const { svg } = geomap;
    const reach = geomap.radius(look.killed) * Math.max(1, around(look)) + 2;
    const scale = Math.min(1, 15 / reach);
    const aside = look.differs ? 2 : 0;
    const paths = linesOf(look).map(({ path, stroke, width, dashes = [], fill = "none" }) =>
      svg("path", { d: path, stroke, "stroke-width": width, "stroke-dasharray": dashes.join(" ") || null, fill }),
    );
    return svg(
      "svg",
      { class: "symbol", viewBox: "-16 -16 32 32", "stroke-linejoin": "round", "aria-hidden": "true" },
      svg("g", { transform: `translate(${-aside} ${aside}) scale(${scale})` }, paths),
    );
  };
})((window.geomap = window.geomap || {}));
