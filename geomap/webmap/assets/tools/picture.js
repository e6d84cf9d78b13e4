/* The map as a picture that stands by itself: title, numbered symbols, legend, scale, north, attribution, stamp. */
(function (geomap) {
  "use strict";

  const MARGIN = 16;
  const HEAD = 58;
  const FOOT = 26;
  const LEGEND = 210;
  const SANS = "system-ui, 'Noto Sans', sans-serif";

  const PAPER = {
    light: { ground: "#ffffff", ink: "#1d1b18", mute: "#5f5a52" },
    dark: { ground: "#14171a", ink: "#eceae6", mute: "#a9afb6" },
  };

  /** A canvas with the map as it is on view, in a theme: paper is light. */
  geomap.picture = (page, theme = geomap.theme) => {
    const before = geomap.theme;
    geomap.theme = theme;
    try {
      return draw(page, PAPER[theme]);
    } finally {
      geomap.theme = before;
    }
  };

  function draw(page, { ground, ink, mute }) {
    const size = page.map.getSize();
    const legend = legendLines(page).flatMap(wrapped);
    const width = size.x + LEGEND + 3 * MARGIN;
    const height = Math.max(size.y, 22 * legend.length + 20) + HEAD + FOOT + MARGIN;
    const canvas = geomap.h("canvas", { width: 2 * width, height: 2 * height, role: "img", "aria-label": document.title });
    const context = canvas.getContext("2d");
    context.scale(2, 2);
    const write = (text, x, y, font, colour = ink, align = "left") => {
      context.font = `${font} ${SANS}`;
      context.fillStyle = colour;
      context.textAlign = align;
      context.textBaseline = "alphabetic";
      context.fillText(geomap.visible(text), x, y);
    };
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
    write(document.title, MARGIN, 26, "600 17px");
    write(
      `${geomap.get("counters").textContent}  ${[...geomap.get("chips").querySelectorAll("bdi")].map((chip) => chip.textContent).join(" · ")}`,
      MARGIN,
      46,
      "13px",
      mute,
    );
    context.save();
    context.beginPath();
    context.rect(MARGIN, HEAD, size.x, size.y);
    context.clip();
    for (const layer of [page.backdrop, page.border, page.layer]) layer.drawOnto(context, MARGIN, HEAD);
    numbers(context, page);
    scale(context, page, size);
    north(context, size);
    context.restore();
    context.strokeStyle = mute;
    context.strokeRect(MARGIN, HEAD, size.x, size.y);
    legend.forEach((line, i) => {
      const y = HEAD + 14 + 22 * i;
      const x = size.x + 2 * MARGIN;
      if (line.symbol) geomap.symbol(context, x + 10, y - 4, line.symbol);
      if (line.draw) line.draw(context, x + 10, y - 4);
      const sign = line.symbol || line.draw || line.more;
      write(line.text, sign ? x + 30 : x, y, sign ? "13px" : "600 13px", sign ? ink : mute);
      if (line.count) write(line.count, x + LEGEND, y, "13px", mute, "right");
    });
    write(`${geomap.t("attribution")} · ${page.stamp()}`, MARGIN, height - 10, "11px", mute);
    return canvas;
  }

  function legendLines(page) {
    const look = { kind: "protest", side: "Unknown", level: "site", killed: 0, differs: false };
    const blocks = [
      ["kind", (kind) => ({ ...look, kind })],
      ["side", (side) => ({ ...look, side })],
      ["level", (level) => ({ ...look, level, bare: true })],
    ];
    const lines = blocks.flatMap(([key, symbol]) => {
      const counts = page.model.counts(key).filter(({ count }) => count);
      return [
        { text: geomap.t(`legend.${key}`) },
        ...counts.map(({ value, count }) => ({
          text: geomap.term(key, value),
          count: geomap.number(count),
          symbol: symbol(value),
        })),
      ];
    });
    const others = [
      [{ killed: null }, "hollow"],
      [{ killed: 60 }, "size"],
      [{ differs: true }, "differs"],
      [{ level: null, area: true }, "areaMark"],
    ];
    const { AREAS, BORDER, FURTHER, INK } = geomap.styleOfSymbols();
    const drawn = (line, text, fill) => ({ text, draw: (context, x, y) => stroke(context, x, y, line, fill) });
    return [
      ...lines,
      { text: geomap.t("legend.other") },
      ...others.map(([more, key]) => ({ text: geomap.t(`legend.${key}`), symbol: { ...look, ...more } })),
      { text: geomap.t("legend.number"), draw: (context, x, y) => number(context, "1", x - 3, y) },
      drawn(AREAS.best, geomap.t("legend.area"), geomap.sideColour("Unknown")),
      drawn(BORDER, geomap.borderName()),
      ...(page.about.lines || []).map((line, i) =>
        drawn(FURTHER[i % FURTHER.length], geomap.t("legend.line", { name: geomap.lineName(line), drawn_by: line.drawn_by })),
      ),
    ];

    /** A line as it is drawn on the map; with a filling, the edge of an area. */
    function stroke(context, x, y, { width_px: width, dashes, fill_opacity: opacity }, fill) {
      context.save();
      context.strokeStyle = context.fillStyle = fill || geomap.colour(INK);
      context.lineWidth = width;
      context.setLineDash(dashes);
      context.beginPath();
      if (fill) {
        context.rect(x - 10, y - 6, 20, 12);
        context.globalAlpha = opacity;
        context.fill();
        context.globalAlpha = 1;
      } else {
        context.moveTo(x - 10, y);
        context.lineTo(x + 10, y);
      }
      context.stroke();
      context.restore();
    }
  }

  /** A line of the legend in as many lines as its words need. */
  function wrapped(line) {
    const easel = geomap.h("canvas").getContext("2d");
    easel.font = `13px ${SANS}`;
    const found = [""];
    for (const word of line.text.split(" ")) {
      const longer = `${found.at(-1)} ${word}`.trim();
      if (found.at(-1) === "" || easel.measureText(longer).width < LEGEND - (line.count ? 60 : 32)) found[found.length - 1] = longer;
      else found.push(word);
    }
    return found.map((text, i) => (i ? { text, more: true } : { ...line, text }));
  }

  /** The number in the list beside each symbol. */
  function numbers(context, page) {
    const place = new Map([...page.list.rows].map((row, i) => [row, i + 1]));
    context.lineJoin = "round";
    const marks = page.layer.placed
      .filter(({ count }) => count === 1)
      .map((mark) => ({ row: mark.row, spot: page.layer.spotOfMark(mark), away: mark.radius + 3 }));
    for (const { row, spot, away } of marks) {
      number(context, String(place.get(row) ?? ""), MARGIN + spot.x + away, HEAD + spot.y + away + 1);
    }
  }

  /** A number as it stands beside a symbol. */
  function number(context, text, x, y) {
    context.font = `600 11px ${SANS}`;
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.strokeStyle = geomap.colour(geomap.styleOfSymbols().HALO);
    context.lineWidth = 3;
    context.strokeText(text, x, y);
    context.fillStyle = geomap.colour(geomap.styleOfSymbols().INK);
    context.fillText(text, x, y);
  }

  /** A bar of a round length, true along the middle of the map. */
  function scale(context, page, size) {
    const left = page.map.containerPointToLatLng([0, size.y / 2]);
    const right = page.map.containerPointToLatLng([100, size.y / 2]);
    const metres = page.map.distance(left, right);
    const power = 10 ** Math.floor(Math.log10(metres));
    const round = [5, 2, 1].find((digit) => digit * power <= metres) * power;
    const length = (100 * round) / metres;
    const [x, y] = [MARGIN + 14, HEAD + size.y - 16];
    context.strokeStyle = context.fillStyle = geomap.colour(geomap.styleOfSymbols().INK);
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(x, y - 6);
    context.lineTo(x, y);
    context.lineTo(x + length, y);
    context.lineTo(x + length, y - 6);
    context.stroke();
    context.font = `11px ${SANS}`;
    context.textAlign = "left";
    context.textBaseline = "alphabetic";
    context.fillText(round >= 1000 ? geomap.t("km", { range: geomap.number(round / 1000) }) : `${round} m`, x, y - 9);
  }

  function north(context, size) {
    const [x, y] = [MARGIN + size.x - 22, HEAD + 34];
    context.fillStyle = geomap.colour(geomap.styleOfSymbols().INK);
    context.beginPath();
    context.moveTo(x, y - 22);
    context.lineTo(x + 6, y - 4);
    context.lineTo(x, y - 8);
    context.lineTo(x - 6, y - 4);
    context.closePath();
    context.fill();
    context.font = `600 12px ${SANS}`;
    context.textAlign = "center";
    context.textBaseline = "alphabetic";
    context.fillText("N", x, y + 10);
  }
})((window.geomap = window.geomap || {}));
