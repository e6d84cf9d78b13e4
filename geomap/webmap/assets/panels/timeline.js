/* The timeline below the map: incidents over time with a window to drag, or their distance from the border by date. */
(function (geomap) {
  "use strict";

  const { h, svg } = geomap;
  const DAY = { day: 1, month: 31, quarter: 92, year: 366 };
  const MOST_BINS = 130;
  const HEIGHT = 74; // of the bars, pixels
  const OPEN = -2; // the bin of a day that is not known; -1 is before all bins

  /** The days on which the bins start, from the first to one after the last: of days, months, quarters or years. */
  function binsOf(first, last) {
    const unit = Object.keys(DAY).find((name) => (last - first) / DAY[name] < MOST_BINS) || "year";
    const starts = [];
    const start = new Date(first * 864e5);
    const months = { month: 1, quarter: 3, year: 12 }[unit];
    const day = new Date(
      Date.UTC(start.getUTCFullYear(), unit === "year" ? 0 : start.getUTCMonth(), unit === "day" ? start.getUTCDate() : 1),
    );
    for (;;) {
      starts.push(day / 864e5);
      if (starts.at(-1) > last) return { unit, starts };
      if (unit === "day") day.setUTCDate(day.getUTCDate() + 1);
      else day.setUTCMonth(day.getUTCMonth() + months);
    }
  }

  /** Whether only the first digits of a year have been typed. */
  const incomplete = (value) => value !== "" && value < "1000";

  class Timeline {
    constructor(page) {
      this.page = page;
      this.element = geomap.get("timeline");
      this.element.hidden = page.about.events?.dated === false; // a table without days
      this.views = page.border.lines.length ? ["time", "distance"] : ["time"];
      this._measure();
      this._lay();
      this.zoom = new geomap.StripZoom(this, page.store, this.all);
      this._bin();
      this.width = 0;
      new ResizeObserver(([{ contentRect }]) => {
        if (contentRect.width === this.width) return;
        this.width = contentRect.width;
        this._chart(page.store.state);
      }).observe(this.chart);
    }

    /** The days of all incidents. */
    _measure() {
      const [firsts, lasts] = ["first_day", "last_day"].map((name) => this.page.model.table(name).ends(name));
      let [first, last] = [Math.min(firsts[0], lasts[0]), lasts[1]];
      if (!(last >= first)) first = last = Math.floor(Date.UTC(2000, 0, 1) / 864e5);
      const { starts } = binsOf(first, last);
      this.all = [starts[0], starts.at(-1)];
    }

    /** The bins of what the strip spans, and for every row the first and the last one that it may lie in. */
    _bin() {
      const { first_day: firsts, last_day: lasts, rows } = this.page.model;
      const { unit, starts } = binsOf(...this.zoom.days);
      Object.assign(this, { unit, starts, bins: starts.length - 1, _span: this.page.store.state.span });
      const bin = new Int16Array(starts.at(-1) - starts[0]);
      for (let i = 0; i < this.bins; i++) bin.fill(i, starts[i] - starts[0], starts[i + 1] - starts[0]);
      const binOf = (day) => (day < starts[0] ? -1 : day >= starts[this.bins] ? this.bins : bin[day - starts[0]]);
      this.binOf = (day) => (Number.isNaN(day) ? OPEN : binOf(day));
      const binned = (days) => {
        const found = new Int16Array(rows);
        const [start, end] = [starts[0], starts[this.bins]];
        for (let row = 0; row < rows; row++)
          found[row] = days[row] >= start && days[row] < end ? bin[days[row] - start] : this.binOf(days[row]);
        return found;
      };
      this.lows = binned(firsts);
      this.highs = lasts === firsts ? this.lows : binned(lasts);
      geomap.get("timeline-zoomOut").disabled = !this.zoom.isZoomed;
    }

    /** Where the days begin, pixels from the chart's left. */
    get left() {
      return this.page.store.state.timeline === "distance" && this.scatter ? this.scatter.left : 0;
    }

    /** A bin, or the one at the end where it lies outside of what the strip spans. */
    _within(bin) {
      return Math.max(0, Math.min(this.bins - 1, bin));
    }

    _lay() {
      const { store } = this.page;
      const tab = (view) =>
        h("button", {
          type: "button",
          id: `timeline-${view}`,
          "data-t": `timeline.${view}`,
          on: { click: () => store.set({ timeline: view }) },
        });
      const day = (end) => {
        const input = h("input", { type: "date", id: `timeline-${end}`, on: { change: () => this._setEnd(end, input.value) } });
        return h("span", { class: "timeline-end" }, h("label", { for: `timeline-${end}`, "data-t": `timeline.${end}` }), " ", input);
      };
      const button = (name, sign, act) =>
        h("button", { type: "button", id: `timeline-${name}`, "data-t-label": `timeline.${name}`, on: { click: act } }, sign);
      this.undated = h("input", {
        type: "checkbox",
        id: "timeline-undated",
        on: { change: () => store.set({ undated: this.undated.checked }) },
      });
      this.chart = h("div", { id: "chart" });
      geomap.replace(
        this.element,
        h(
          "div",
          { id: "timeline-tools" },
          h("span", { class: "tabs" }, tab("time"), this.views.length > 1 && tab("distance")),
          day("from"),
          day("to"),
          button("back", "‹", () => this._step(-1)),
          button("play", "▶", () => this._play()),
          button("on", "›", () => this._step(1)),
          button("zoomIn", "+", () => this.zoom.zoom(1 / 2)),
          button("zoomOut", "−", () => this.zoom.zoom(2)),
          h("button", {
            type: "button",
            id: "timeline-reset",
            "data-t": "timeline.reset",
            on: { click: () => store.set({ from: null, to: null, span: null }) },
          }),
          h("span", { class: "timeline-end" }, this.undated, " ", h("label", { for: "timeline-undated", "data-t": "timeline.undated" })),
        ),
        this.chart,
      );
    }

    render(state, { filtered, changed }) {
      this.element.classList.toggle("tall", state.timeline === "distance");
      for (const end of ["from", "to"]) {
        const input = geomap.get(`timeline-${end}`);
        // Set only what differs: a date that is being typed would start again.
        if (input.value !== (state[end] || "") && !(input === document.activeElement && incomplete(input.value)))
          input.value = state[end] || "";
      }
      this.undated.checked = state.undated !== false;
      for (const view of this.views)
        geomap.get(`timeline-${view}`).setAttribute("aria-pressed", String(state.timeline === view));
      if (state.span !== this._span) this._bin();
      if (filtered || ["timeline", "language", "theme", "selected", "span"].some((field) => changed.has(field))) this._chart(state);
    }

    _setEnd(end, value) {
      if (incomplete(value)) return;
      const other = this.page.store.state[end === "from" ? "to" : "from"];
      const crossed = value && other && (end === "from" ? value > other : value < other);
      this.page.store.set({ [end]: value || null, ...(crossed ? { [end === "from" ? "to" : "from"]: value } : {}) });
    }

    // ---- the window, in bins

    get window() {
      const { from, to } = this.page.store.state;
      return [from ? this.binOf(geomap.dayNumber(from)) : -1, to ? this.binOf(geomap.dayNumber(to)) : this.bins];
    }

    set window([low, high]) {
      const first = this._within(Math.min(low, high));
      const last = this._within(Math.max(low, high));
      const all = first === 0 && last === this.bins - 1 && !this.zoom.isZoomed;
      this.page.store.set(
        all ? { from: null, to: null } : { from: geomap.day(this.starts[first]), to: geomap.day(this.starts[last + 1] - 1) },
      );
    }

    /** Move one end of the window; the other may lie outside of what the strip spans, and stays there. */
    _moveEnd(end, bin) {
      const [low, high] = this.window.map((at) => this._within(at));
      if (!this.zoom.isZoomed) this.window = end === "From" ? [Math.min(bin, high), high] : [low, Math.max(bin, low)];
      else if (end === "From") this.page.store.set({ from: geomap.day(this.starts[Math.min(bin, high)]) });
      else this.page.store.set({ to: geomap.day(this.starts[Math.max(bin, low) + 1] - 1) });
    }

    /** Move the window by its own length, or play from the start with a tenth of the time. */
    _step(by) {
      const { from, to } = this.page.store.state;
      if (!from && !to) {
        const wide = Math.max(1, Math.round(this.bins / 10));
        this.window = by > 0 ? [0, wide - 1] : [this.bins - wide, this.bins - 1];
        return true;
      }
      const [low, high] = this.window.map((at) => this._within(at));
      const wide = high - low + 1;
      const start = Math.max(0, Math.min(this.bins - wide, low + by * wide));
      if (start === low) return false;
      this.window = [start, start + wide - 1];
      return true;
    }

    _play() {
      const button = geomap.get("timeline-play");
      if (this._playing) {
        clearInterval(this._playing);
        this._playing = null;
      } else {
        this._playing = setInterval(() => !this._step(1) && this._play(), 1000);
        this._step(1);
      }
      geomap.replace(button, this._playing ? "❚❚" : "▶");
      button.dataset.tLabel = this._playing ? "timeline.pause" : "timeline.play";
      button.setAttribute("aria-label", geomap.t(button.dataset.tLabel));
    }

    // ---- the chart

    _chart(state) {
      if (!this.width) return;
      this.chart.title = "";
      if (state.timeline === "distance") {
        this.scatter = this.scatter || new geomap.Scatter(this.page, this);
        this.scatter.draw(this.chart);
      } else this._bars();
    }

    /** How many incidents lie in each bin for certain, and how many more may lie in it; and those without any day. */
    counts() {
      const sure = new Uint32Array(this.bins);
      const steps = new Int32Array(this.bins + 1);
      const { failed, exceptTime } = this.page.model;
      const { lows, highs } = this;
      for (let row = 0; row < lows.length; row++) {
        const low = lows[row];
        const high = highs[row];
        if ((failed[row] & exceptTime) !== 0 || low === OPEN || high === OPEN || high < 0 || low >= this.bins) continue;
        if (low === high) sure[low]++;
        else {
          steps[Math.max(0, low)]++;
          steps[Math.min(this.bins, high + 1)]--;
        }
      }
      let open = 0;
      const maybe = sure.map((_, bin) => (open += steps[bin]));
      return { sure, maybe };
    }

    _bars() {
      const focused = this.chart.contains(document.activeElement) && document.activeElement.id;
      const { sure, maybe } = this.counts();
      const { width } = this;
      const wide = width / this.bins;
      const most = Math.max(1, ...sure.map((count, bin) => count + maybe[bin]));
      const tall = (count) => (count / most) * (HEIGHT - 8);
      const [low, high] = this.window;
      const [left, right] = [Math.max(0, low) * wide, Math.min(this.bins, high + 1) * wide];
      // A path for all bars that look alike: an element for each takes longer than everything else that a filter changes.
      const paths = { sure: "", "sure away": "", maybe: "", "maybe away": "" };
      const broad = Math.max(1, wide - 1);
      for (let bin = 0; bin < this.bins; bin++) {
        const away = bin < low || bin > high ? " away" : "";
        const box = (y, height) => `M${bin * wide + 0.5} ${y}h${broad}v${height}h${-broad}Z`;
        if (sure[bin]) paths[`sure${away}`] += box(HEIGHT - tall(sure[bin]), tall(sure[bin]));
        if (maybe[bin]) paths[`maybe${away}`] += box(HEIGHT - tall(sure[bin] + maybe[bin]), tall(maybe[bin]));
      }
      this._said = (bin) => `${this._name(bin)}: ${geomap.range(sure[bin], sure[bin] + maybe[bin])}`;
      const dates = geomap.stripDates(this, width);
      const picture = svg(
        "svg",
        { width, height: HEIGHT + 18, role: "img", "aria-label": geomap.t("timeline.bars", { text: this._inWords(sure, maybe) }) },
        svg(
          "defs",
          {},
          svg(
            "pattern",
            { id: "hatch", width: 4, height: 4, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
            svg("rect", { class: "hatch", width: 2, height: 4 }),
          ),
        ),
        dates.map(({ x, text, isBefore }) => [
          svg("line", { class: "year", x1: x, x2: x, y1: 0, y2: HEIGHT + 4 }),
          svg(
            "text",
            { class: "year", x: isBefore ? x - 3 : x + 3, "text-anchor": isBefore ? "end" : null, y: HEIGHT + 14 },
            text,
          ),
        ]),
        svg("rect", { class: "window", x: left, width: Math.max(0, right - left), y: 0, height: HEIGHT }),
        Object.entries(paths).map(([look, path]) => path && svg("path", { class: look, d: path })),
        svg("line", { class: "axis", x1: 0, x2: width, y1: HEIGHT, y2: HEIGHT }),
        svg("text", { class: "year", x: 2, y: 9 }, geomap.number(most)),
      );
      geomap.replace(this.chart, picture, this._handle("From", low, left), this._handle("To", high, right));
      if (focused && geomap.get(focused)) geomap.get(focused).focus();
      this._dragging(wide);
    }

    _name(bin) {
      const start = geomap.day(this.starts[bin]);
      if (this.unit === "quarter")
        return geomap.t("date.interval", {
          first: geomap.date(start, "month"),
          last: geomap.date(geomap.day(this.starts[bin + 1] - 1), "month"),
        });
      return geomap.date(start, this.unit);
    }

    _inWords(sure, maybe) {
      const named = [];
      for (let bin = 0; bin < this.bins && named.length < 40; bin++) {
        if (sure[bin] + maybe[bin]) named.push(this._said(bin));
      }
      return named.join("; ");
    }

    _handle(end, at, x) {
      const bin = this._within(at);
      const key = `timeline.handle${end}`;
      const keys = (event) => {
        const to = {
          ArrowLeft: bin - 1,
          ArrowDown: bin - 1,
          ArrowRight: bin + 1,
          ArrowUp: bin + 1,
          PageDown: bin - 12,
          PageUp: bin + 12,
          Home: 0,
          End: this.bins - 1,
        }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        this._moveEnd(end, this._within(to));
      };
      const handle = h("div", {
        class: "handle",
        id: `handle-${end}`,
        role: "slider",
        tabindex: 0,
        "aria-label": geomap.t(key),
        "aria-valuemin": 0,
        "aria-valuemax": this.bins - 1,
        "aria-valuenow": bin,
        "aria-valuetext": this._name(bin),
        on: { keydown: keys },
      });
      handle.style.left = `${x}px`;
      return handle;
    }

    /** Drag over the bars to set the window, or drag one of its ends. A finger that scrolls the page sets nothing. */
    _dragging(wide) {
      const bin = (event) => this._within(Math.floor((event.clientX - this.chart.getBoundingClientRect().left) / wide));
      this.chart.onpointerdown = (event) => {
        if (event.button || !event.isPrimary) return;
        const handle = event.target.closest(".handle");
        const { from, to } = this.page.store.state;
        this._drag = { before: { from, to }, end: handle && handle.id.slice(7), anchor: bin(event), moved: Boolean(handle) };
        this.chart.setPointerCapture(event.pointerId);
      };
      this.chart.onpointermove = (event) => {
        const at = bin(event);
        if (!this._drag) return void (this.chart.title = this._said(at));
        if (!event.isPrimary) return;
        if (this._drag.end) return this._moveEnd(this._drag.end, at);
        if (at !== this._drag.anchor) this._drag.moved = true;
        if (this._drag.moved) this.window = [this._drag.anchor, at];
      };
      this.chart.onpointerup = (event) => {
        if (this._drag && event.isPrimary && !this._drag.moved) this.window = [bin(event), bin(event)];
        if (event.isPrimary) this._drag = null;
      };
      this.chart.onpointercancel = () => this.cancel();
    }

    /** The window as it was before it was dragged. */
    cancel() {
      if (this._drag) this.page.store.set(this._drag.before);
      this._drag = null;
    }
  }

  geomap.Timeline = Timeline;
})((window.geomap = window.geomap || {}));
