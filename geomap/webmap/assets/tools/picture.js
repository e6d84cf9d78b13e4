/* The map as a picture that stands by itself: title, numbered symbols, legend, scale, north, attribution, stamp. */
(function (geomap) {
  "use strict";

  const MARGIN = 16;
  const HEAD = 58; // with one line below the title; further ones push the rest down
  const LINE = 18;
  const LEGEND = 210;
  const KEY = 300; // pixels: how wide a column of the key to the numbers is, at least
  const NUMBERED = 60; // incidents in that key; the list has the others

  const PAPER = {
    light: { ground: "#ffffff", ink: "#1d1b18", mute: "#5f5a52" },
    dark: { ground: "#14171a", ink: "#eceae6", mute: "#a9afb6" },
  };

  /** A canvas with the map as it is on view, in a theme: paper is light. With a key to its numbers where no table follows. */
  geomap.picture = (page, theme = geomap.theme, { key = true } = {}) => inTheme(theme, () => {
    const { width, height, draw } = composed(page, PAPER[theme], key);
    const canvas = geomap.h("canvas", { width: 2 * width, height: 2 * height, role: "img", "aria-label": document.title });
    const context = canvas.getContext("2d");
    context.scale(2, 2);
    draw(context);
    return canvas;
  });

  /** The same as the text of an SVG file. */
  geomap.vectorPicture = (page, theme = geomap.theme) => inTheme(theme, () => {
    const { width, height, draw } = composed(page, PAPER[theme], true);
    const context = new geomap.Vector(width, height);
    draw(context);
    return context.text(document.title);
  });

  function inTheme(theme, act) {
    const before = geomap.theme;
    geomap.theme = theme;
    try {
      return act();
    } finally {
      geomap.theme = before;
    }
  }

  /** How large a picture is, and how it is drawn on a context. */
  function composed(page, paper, withKey) {
    const size = page.map.getSize();
    const width = size.x + LEGEND + 3 * MARGIN;
    const measured = new geomap.Lettering(document.createElement("canvas").getContext("2d"));
    const room = width - 2 * MARGIN;
    const texts = (selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent);
    const head = measured.dotted([...geomap.get("counters").textContent.split(" · "), ...texts("#chips bdi")], room);
    const credit = measured.dotted([...geomap.t("attribution").split(" · "), page.stamp()], room, "11px");
    const legend = legendLines(page).map((line) => ({ ...line, lines: measured.wrap(line.text, LEGEND - (line.count ? 70 : line.symbol || line.draw ? 32 : 0)) }));
    const key = withKey ? keyTo(page, measured, room) : [];
    const down = LINE * (head.length - 1);
    const under = HEAD + Math.max(size.y, legend.reduce((sum, { lines }) => sum + 6 + 16 * lines.length, 0)) + MARGIN;
    const keyHeight = Math.max(0, ...key.map((column) => 16 * column.length)) + (key.length && MARGIN / 2);
    const height = down + under + keyHeight + 15 * credit.length + MARGIN / 2;
    const draw = (context) => {
      const letters = new geomap.Lettering(context);
      const { ground, ink, mute } = paper;
      // Words begin where the page's language begins; the map stays as it is.
      const from = (x) => (letters.rtl ? width - x : x);
      context.fillStyle = ground;
      context.fillRect(0, 0, width, height);
      letters.write(measured.wrap(document.title, Infinity)[0], from(MARGIN), 26, { font: "600 17px", colour: ink });
      head.forEach((line, i) => letters.write(line, from(MARGIN), 46 + LINE * i, { colour: mute }));
      context.save();
      context.translate(0, down);
      mapOf(context, page, size, mute);
      legendOf(context, letters, legend, size.x + 2 * MARGIN, paper);
      key.forEach((column, i) => {
        const x = MARGIN + (i * room) / Math.max(key.length, Math.floor(room / KEY));
        column.forEach(({ number, text }, j) => {
          const y = under + 10 + 16 * j;
          if (number) letters.write(number, from(x), y, { font: "600 12px", colour: ink });
          letters.write(text, from(x + 30), y, { font: "12px", colour: ink });
        });
      });
      context.restore();
      credit.forEach((line, i) =>
        letters.write(line, from(MARGIN), height - 10 - 15 * (credit.length - 1 - i), { font: "11px", colour: mute }),
      );
    };
    return { width, height, draw };
  }

  function mapOf(context, page, size, mute) {
    context.save();
    context.beginPath();
    context.rect(MARGIN, HEAD, size.x, size.y);
    context.clip();
    context.direction = "ltr";
    for (const layer of [page.backdrop, page.border, page.layer]) layer.drawOnto(context, MARGIN, HEAD);
    numbers(context, page);
    scale(context, page, size);
    north(context, size);
    context.restore();
    context.strokeStyle = mute;
    context.lineWidth = 1;
    context.strokeRect(MARGIN, HEAD, size.x, size.y);
  }

  function legendOf(context, letters, legend, left, { ink, mute }) {
    const from = (x) => left + (letters.rtl ? LEGEND - x : x);
    let y = HEAD + 14;
    for (const { lines, symbol, draw, count } of legend) {
      const sign = symbol || draw;
      if (symbol) geomap.symbol(context, from(10), y - 4, symbol);
      if (draw) draw(context, from(10), y - 4);
      const look = sign ? { colour: ink } : { font: "600 13px", colour: mute };
      lines.forEach((line, i) => letters.write(line, from(sign ? 30 : 0), y + 16 * i, look));
      if (count) letters.write(count, from(LEGEND), y, { colour: mute, align: "end" });
      y += 6 + 16 * lines.length;
    }
  }

  /** The incidents that have a number on the picture, in columns of lines: each its number, title and date. */
  function keyTo(page, letters, room) {
    const title = (row) => geomap.translated(page.model.value("title", row));
    const drawn = new Map(numbered(page).map(({ row, number }) => [number, row]));
    const shown = [...drawn].sort(([a], [b]) => a - b);
    const columns = Math.max(1, Math.floor(room / KEY));
    const width = room / columns - 30 - MARGIN;
    const entries = shown.slice(0, NUMBERED).map(([number, row]) => {
      const [first, ...more] = [title(row), page.when(row)].flatMap((words) => letters.wrap(words, width, "12px"));
      return [{ number: geomap.number(number), text: first }, ...more.map((text) => ({ text }))];
    });
    const left = shown.length - NUMBERED;
    if (left > 0) entries.push([{ text: geomap.t("picture.more", { count: geomap.number(left) }) }]);
    const each = entries.flat().length / columns;
    const filled = [[]];
    for (const entry of entries) {
      if (filled.at(-1).length >= each) filled.push([]);
      filled.at(-1).push(...entry);
    }
    return entries.length ? filled : [];
  }

  function legendLines(page) {
    const look = { kind: "protest", side: "Unknown", level: "site", killed: 0, differs: false };
    const blocks = [
      ["kind", (kind) => ({ ...look, kind })],
      ["side", (side) => ({ ...look, side })],
      ["level", (level) => ({ ...look, level, bare: true })],
    ].filter(([key]) => geomap.FACETS.includes(key));
    const { events } = page.about;
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
      ...(events ? [] : [{ text: geomap.t("legend.other") }]),
      ...(events ? [] : others).map(([more, key]) => ({ text: geomap.t(`legend.${key}`), symbol: { ...look, ...more } })),
      { text: geomap.t("legend.number"), draw: (context, x, y) => numberAt(context, geomap.number(1), x - 3, y) },
      ...(!events || events.radii ? [drawn(AREAS.best, geomap.t("legend.area"), geomap.sideColour("Unknown"))] : []),
      ...(page.border.lines.length ? [drawn(BORDER, geomap.borderName())] : []),
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

  /** Where the numbers of the list stand on the map, beside each symbol and in each area that has none. */
  function numbered(page) {
    const place = new Map([...page.list.rows].map((row, i) => [row, i + 1]));
    const size = page.map.getSize();
    const marks = page.layer.placed
      .filter(({ count }) => count === 1)
      .map((mark) => ({ row: mark.row, spot: page.layer.spotOfMark(mark), away: mark.radius + 3 }));
    return marks
      .map((one) => ({ ...one, number: place.get(one.row) }))
      .filter(({ number, spot: { x, y } }) => number && x > 0 && y > 0 && x < size.x && y < size.y);
  }

  /** The number in the list beside each symbol. */
  function numbers(context, page) {
    context.lineJoin = "round";
    for (const one of numbered(page)) {
      numberAt(context, geomap.number(one.number), MARGIN + one.spot.x + one.away, HEAD + one.spot.y + one.away + 1);
    }
  }

  /** A number as it stands beside a symbol. */
  function numberAt(context, text, x, y) {
    context.font = `600 11px ${geomap.SANS}`;
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
    context.font = `11px ${geomap.SANS}`;
    context.direction = document.documentElement.dir;
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
    context.font = `600 12px ${geomap.SANS}`;
    context.textAlign = "center";
    context.textBaseline = "alphabetic";
    context.fillText("N", x, y + 10);
  }
})((window.geomap = window.geomap || {}));
