/* How much time the strip below the map spans: all of it, or less, larger; by wheel, two fingers, buttons and keys. */
(function (geomap) {
  "use strict";

  const LEAST = 14; // days
  const STEP = 2; // of a button or a key

  class StripZoom {
    /** `all`: the first day of the strip and the one after its last, while it spans everything. */
    constructor(timeline, store, all) {
      Object.assign(this, { timeline, store, all });
      const { chart, element } = timeline;
      this.fingers = new Map();
      chart.addEventListener("wheel", (event) => this._wheel(event), { passive: false });
      chart.addEventListener("pointerdown", (event) => this._down(event));
      chart.addEventListener("pointermove", (event) => this._moved(event));
      for (const end of ["pointerup", "pointercancel"]) chart.addEventListener(end, ({ pointerId }) => this._up(pointerId));
      element.addEventListener("keydown", (event) => this._keys(event));
    }

    /** The first and the last day that the strip is to span. */
    get days() {
      const [first, end] = this.all;
      const { span } = this.store.state;
      const [from, to] = (span || []).map(geomap.dayNumber);
      return span && from < end && to >= first ? [Math.max(first, from), Math.min(end - 1, to)] : [first, end - 1];
    }

    get isZoomed() {
      const [first, last] = this.days;
      return first > this.all[0] || last < this.all[1] - 1;
    }

    /** Span `factor` times as much time; what stands at a share of the width stays there. */
    zoom(factor, at = 0.5) {
      const { starts, bins } = this.timeline;
      this._show(this._dayAt(at), (starts[bins] - starts[0]) * factor, at);
    }

    /** Span some days, one of them at a share of the width. */
    _show(day, length, at) {
      const [least, most] = this.all;
      const wanted = Math.max(LEAST, Math.round(length));
      if (wanted >= most - least) return this.store.set({ span: null });
      const start = Math.max(least, Math.min(most - wanted, Math.round(day - at * wanted)));
      this.store.set({ span: [geomap.day(start), geomap.day(start + wanted - 1)] });
    }

    /** The day at a share of the width: bins are equally wide, and not equally long. */
    _dayAt(at) {
      const { starts, bins } = this.timeline;
      const bin = Math.min(bins - 1, Math.floor(at * bins));
      return starts[bin] + (at * bins - bin) * (starts[bin + 1] - starts[bin]);
    }

    /** Go on by a share of what the strip spans. */
    pan(share) {
      const [first, last] = this.days;
      const length = last - first + 1;
      if (this.isZoomed) this._show(first + share * length, length, 0);
    }

    _shareOf(x) {
      const { left, width } = this.timeline.chart.getBoundingClientRect();
      const words = this.timeline.left; // left of the days
      return Math.max(0, Math.min(1, (x - left - words) / (width - words)));
    }

    _wheel(event) {
      const { scrollHeight, clientHeight } = document.documentElement;
      // Where the page scrolls, the wheel is the page's; with Ctrl, as a touchpad's pinch has it, it zooms.
      if (!event.ctrlKey && scrollHeight > clientHeight) return;
      event.preventDefault();
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) return this.pan(event.deltaX / this.timeline.width);
      // Of a wheel that goes on turning in one place, what was under the pointer at first stays near it.
      const at = this._shareOf(event.clientX);
      if (!this.turned || this.turned.at !== at) this.turned = { at, day: this._dayAt(at) };
      const { starts, bins } = this.timeline;
      this._show(this.turned.day, (starts[bins] - starts[0]) * Math.exp(Math.max(-120, Math.min(120, event.deltaY)) / 300), at);
    }

    _down({ pointerId, clientX }) {
      this.fingers.set(pointerId, clientX);
      if (this.fingers.size !== 2) return;
      this.timeline.cancel();
      const [first, last] = this.days;
      const spread = this._spread();
      this.pinched = { day: this._dayAt(spread.at), length: last - first + 1, apart: spread.apart };
    }

    _spread() {
      const [one, other] = this.fingers.values();
      return { at: this._shareOf((one + other) / 2), apart: Math.max(20, Math.abs(one - other)) };
    }

    _moved({ pointerId, clientX }) {
      if (!this.fingers.has(pointerId)) return;
      this.fingers.set(pointerId, clientX);
      if (!this.pinched || this.fingers.size !== 2) return;
      const { day, length, apart } = this.pinched;
      const now = this._spread();
      this._show(day, (length * apart) / now.apart, now.at);
    }

    _up(pointerId) {
      this.fingers.delete(pointerId);
      this.pinched = null;
    }

    _keys(event) {
      if (event.target.matches("input") || event.ctrlKey || event.metaKey || event.altKey) return;
      const factor = { "+": 1 / STEP, "=": 1 / STEP, "-": STEP }[event.key];
      if (!factor) return;
      event.preventDefault();
      const { id } = event.target;
      const [low, high] = this.timeline.window;
      const at = id === "handle-From" ? low : id === "handle-To" ? high + 1 : this.timeline.bins / 2;
      this.zoom(factor, Math.max(0, Math.min(1, at / this.timeline.bins)));
    }
  }

  geomap.StripZoom = StripZoom;
})((window.geomap = window.geomap || {}));
