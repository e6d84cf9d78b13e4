/* Distance from the border by date: one country above the line, the other below, bars where only an interval is known. */
(function (geomap) {
  "use strict";

  const HEIGHT = 168;
  const MARGIN = 12; // pixels, for the symbols at both ends
  const LARGE = 0.25; // of the width
  const LANE = 22; // for other countries, below
  const TICKS = [0, 50, 250, 1000];
  // Between linear (near the line, where it matters) and logarithmic.
  const bent = (km) => Math.asinh(km / 10);

  class Scatter {
    constructor(page, timeline) {
      this.page = page;
      this.timeline = timeline;
      const [below, above] = page.about.countries || [];
      this.countries = { above, below };
      const signs = { [below]: -1, [above]: 1 };
      const { codes, words } = page.model.table("border_country").coded("border_country");
      this.signs = Float32Array.from(codes, (code) => (code ? (signs[words[code - 1]] ?? NaN) : NaN));
    }

    /** Where a row is drawn: x from its days, y from its distances; null where it has none. */
    _spot(row, width) {
      const { first_day: firsts, last_day: lasts, distance_min_km: lows, distance_max_km: highs } = this.page.model;
      if (Number.isNaN(lows[row])) return null;
      const { starts, bins } = this.timeline;
      const { left: from } = this;
      const x = (day, open) => (Number.isNaN(day) ? open : from + ((day - starts[0]) / (starts[bins] - starts[0])) * (width - from));
      const sign = this.signs[row];
      const astride = Number.isNaN(sign) && lows[row] === 0;
      const lane = Number.isNaN(sign) && !astride;
      const y = (km) => (lane ? HEIGHT - LANE / 2 : this._y(km));
      const low = astride ? -highs[row] : sign * lows[row];
      const high = astride ? highs[row] : sign * highs[row];
      const left = x(firsts[row], from);
      const right = x(lasts[row] + 1, width);
      // With one end open, the symbol stands at the end that is known.
      const open = Number.isNaN(firsts[row]) ? 1 : Number.isNaN(lasts[row]) ? -1 : 0;
      return { left, right, top: y(low), bottom: y(high), row, open, x: open ? (open > 0 ? right : left) : (left + right) / 2 };
    }

    _y(km) {
      const half = (HEIGHT - LANE - 24) / 2;
      return 16 + half - (Math.sign(km) * half * bent(Math.min(1500, Math.abs(km)))) / bent(1500);
    }

    draw(plot) {
      const { model } = this.page;
      const { t } = geomap;
      const { width } = this.timeline;
      const ratio = window.devicePixelRatio || 1;
      const [wide, tall] = [width + 2 * MARGIN, HEIGHT + 18];
      const canvas = geomap.h("canvas", {
        role: "img",
        "aria-label": t("scatter.name", { count: geomap.number(model.shown.length) }),
        width: wide * ratio,
        height: tall * ratio,
      });
      Object.assign(canvas.style, { width: `${wide}px`, height: `${tall}px`, marginLeft: `${-MARGIN}px` });
      const context = canvas.getContext("2d");
      context.setTransform(ratio, 0, 0, ratio, MARGIN * ratio, 0);
      this._axes(context, width, plot);
      context.beginPath();
      context.rect(this.left - MARGIN, 0, width - this.left + 2 * MARGIN, HEIGHT);
      context.clip();
      const few = model.shown.length <= 1500;
      this.spots = [];
      const side = model.firstPaint.coded("actor_side");
      for (const row of model.shown) {
        const spot = this._spot(row, width);
        if (!spot || spot.right < this.left || spot.left > width) continue;
        if (few) this.spots.push(spot);
        context.strokeStyle = context.fillStyle = geomap.sideColour(side.words[side.codes[row] - 1]);
        const { x } = spot;
        const y = (spot.top + spot.bottom) / 2;
        if (!few) {
          context.fillRect(x - 1, y - 1, 2, 2);
          continue;
        }
        context.lineWidth = 2;
        context.globalAlpha = 0.55;
        context.beginPath();
        context.moveTo(x, spot.top);
        context.lineTo(x, spot.bottom);
        context.stroke();
        if (spot.open) context.setLineDash([1, 5]);
        context.beginPath();
        context.moveTo(spot.left, y);
        context.lineTo(spot.right, y);
        context.stroke();
        context.setLineDash([]);
        context.globalAlpha = 1;
        geomap.symbol(context, x, y, {
          ...this.page.layer.look(row),
          level: null,
          differs: false,
          strong: row === this.page.selectedRow,
        });
      }
      geomap.replace(plot, canvas);
      canvas.addEventListener("click", (event) => this._picked(event, canvas));
      plot.onpointerdown = plot.onpointermove = plot.onpointerup = plot.onpointercancel = null;
    }

    /** What stands at each height, left of all symbols; shorter where that would take a large part of the width. */
    _words(context, width) {
      const { t } = geomap;
      const far = (km) => t("km", { range: geomap.number(Math.abs(km)) });
      const country = (km) => geomap.country(km > 0 ? this.countries.above : this.countries.below);
      const levels = [...TICKS.slice(1).reverse(), ...TICKS.map((tick) => -tick)];
      const words = new Map(levels.map((km) => [km, km ? `${far(km)} · ${country(km)}` : geomap.borderName()]));
      words.set(null, t("scatter.elsewhere"));
      if (Array.from(words.values()).every((text) => context.measureText(text).width < LARGE * width)) return words;
      const ends = [levels[0], levels.at(-1)];
      return new Map([...words.keys()].map((km) => [km, km === null ? words.get(km) : ends.includes(km) ? country(km) : far(km)]));
    }

    _axes(context, width, plot) {
      context.textAlign = "left";
      const style = getComputedStyle(plot);
      const line = style.getPropertyValue("--line");
      context.font = "11px system-ui, sans-serif";
      context.textBaseline = "middle";
      const words = this._words(context, width);
      this.left = Math.ceil(Math.max(...Array.from(words.values(), (text) => context.measureText(text).width))) + 4 + MARGIN;
      for (const km of words.keys()) {
        if (km === null) continue;
        const y = this._y(km);
        context.fillStyle = km === 0 ? geomap.colour(geomap.styleOfSymbols().INK) : line;
        context.fillRect(0, y - (km === 0 ? 1 : 0.5), width, km === 0 ? 2 : 1);
        context.fillStyle = style.getPropertyValue("--mute");
        context.fillText(words.get(km), 4, y - 7);
      }
      context.fillText(words.get(null), 4, HEIGHT - LANE / 2);
      for (const { x, text, isBefore } of geomap.stripDates(this.timeline, width - this.left)) {
        context.fillStyle = line;
        context.fillRect(this.left + x, 0, 1, HEIGHT + 4);
        context.fillStyle = style.getPropertyValue("--mute");
        context.textAlign = isBefore ? "right" : "left";
        context.fillText(text, this.left + (isBefore ? x - 3 : x + 3), HEIGHT + 10);
      }
    }

    _picked(event, canvas) {
      const box = canvas.getBoundingClientRect();
      const away = ({ x, top, bottom }) =>
        Math.hypot(x - (event.clientX - box.left - MARGIN), (top + bottom) / 2 - (event.clientY - box.top));
      const [nearest] = [...this.spots].sort((a, b) => away(a) - away(b));
      if (nearest && away(nearest) < 24) this.page.select(nearest.row);
    }
  }

  geomap.Scatter = Scatter;
})((window.geomap = window.geomap || {}));
