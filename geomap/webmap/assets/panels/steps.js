/* The story, step by step: a text and what the page then shows, walked by buttons and arrow keys, in the link and in print. */
(function (geomap) {
  "use strict";

  const { h } = geomap;
  const PART = /^step=(\d{1,4})$/;
  const { toHash, fromHash, start } = geomap;
  let bare = false; // whether the address says nothing but the step, in whatever language and light

  /** The link also says which step is shown, counted from 1; a link with no more shows the step as it was written. */
  geomap.toHash = (state) => [toHash(state), state.step && `step=${state.step}`].filter(Boolean).join("&");
  geomap.fromHash = (hash) => {
    const { state, unread } = fromHash(hash);
    const asked = unread.map((part) => PART.exec(part)).filter((found) => found && geomap.about.steps[found[1] - 1])[0];
    state.step = asked ? Number(asked[1]) : null;
    bare = Boolean(asked) && toHash({ ...state, language: geomap.START.language, theme: null }) === "";
    return { state, unread: unread.filter((part) => !asked || part !== asked[0]) };
  };

  class Steps {
    constructor(page) {
      this.page = page;
      this.steps = geomap.about.steps;
      this.element = h("section", { id: "steps", "data-t-label": "steps" });
      geomap.get("shown").prepend(this.element);
      // Before the page's own keys, by which the arrows go from incident to incident.
      document.addEventListener("keydown", (event) => this._keys(event), true);
    }

    /** Listen after the page, which composes what is printed and reads the link first. */
    listen() {
      window.addEventListener("beforeprint", () => this._print());
      window.matchMedia("print").addEventListener("change", ({ matches }) => matches && this._print());
      window.addEventListener("hashchange", () => this._arrive());
      this._arrive();
    }

    /** Where the link has nothing but the step, show what belongs to it. */
    _arrive() {
      if (bare) this.show(this.page.store.state.step);
      bare = false;
    }

    /** Show a step by its number from 1, or with null none. */
    show(number) {
      const { page } = this;
      if (number === null) return void page.store.set({ step: null });
      const { incident, view, from, to, filters } = this.steps[number - 1];
      const { undated, killed, distance, query } = geomap.START;
      page.store.set({ step: number, selected: incident, from, to, chosen: filters, undated, killed, distance, query });
      page.map.invalidateSize({ animate: false, pan: false });
      if (view) page.moveTo(view);
      else if (page.selectedRow !== null && page.layer.boundsOf(page.selectedRow)) page.zoomTo(page.selectedRow);
      else page.map.fitBounds(page.home(), { animate: false });
    }

    _go(by) {
      const { step } = this.page.store.state;
      const next = (step || 0) + by;
      if (next >= 1 && next <= this.steps.length) this.show(next);
    }

    _keys(event) {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (!this.page.store.state.step || !["ArrowRight", "ArrowLeft"].includes(event.key)) return;
      if (event.target.matches("input, select, textarea, [role=slider], [role=tab]")) return;
      if (event.target.closest(".leaflet-container, dialog")) return;
      const forward = (event.key === "ArrowRight") === (document.documentElement.dir !== "rtl");
      this._go(forward ? 1 : -1);
      event.preventDefault();
      event.stopPropagation();
    }

    /** A step's text in the reader's language, or else in the first that it has. */
    _said({ text }) {
      const code = [geomap.language, geomap.about.language].find((one) => one in text) || Object.keys(text)[0];
      return geomap.words(text[code], code);
    }

    _where(number) {
      return geomap.t("steps.of", { number: geomap.number(number), all: geomap.number(this.steps.length) });
    }

    render({ step }, { changed }) {
      if (!["step", "language"].some((field) => changed.has(field))) return;
      const { t } = geomap;
      const button = (key, sign, act, disabled) =>
        h("button", { type: "button", "data-key": key, title: t(key), "aria-label": t(key), disabled, on: { click: act } }, sign);
      this.element.setAttribute("aria-label", t("steps"));
      geomap.redrawing(this.element, () => {
        if (!step) {
          const count = geomap.number(this.steps.length);
          const begin = h("button", { type: "button", "data-key": "steps.after", on: { click: () => this.show(1) } }, t("steps.start", { count }));
          return geomap.replace(this.element, begin);
        }
        const [back, on] = document.documentElement.dir === "rtl" ? ["▶", "◀"] : ["◀", "▶"];
        return geomap.replace(
          this.element,
          button("steps.before", back, () => this._go(-1), step === 1),
          h("strong", {}, this._where(step)),
          button("steps.after", on, () => this._go(1), step === this.steps.length),
          button("steps.leave", "✕", () => this.show(null)),
          h("p", { role: "status" }, this._said(this.steps[step - 1])),
        );
      });
    }

    /** What is printed: the text of the step that is shown, or else of all. */
    _print() {
      const { step } = this.page.store.state;
      const paper = geomap.get("paper");
      for (const former of paper.querySelectorAll(".steps")) former.remove();
      const one = (number) => h("li", { value: number }, this._said(this.steps[number - 1]));
      const numbers = step ? [step] : this.steps.map((_, i) => i + 1);
      paper.prepend(h("section", { class: "steps" }, h("h2", {}, step ? this._where(step) : geomap.t("steps")), h("ol", {}, numbers.map(one))));
    }
  }

  /** The steps stand above the counters, and are drawn with them: before the map gets its size. */
  geomap.Counters = class extends geomap.Counters {
    constructor(page) {
      super(page);
      page.steps = new Steps(page);
    }

    render(state, told) {
      this.page.steps.render(state, told);
      super.render(state, told);
    }
  };

  geomap.start = async (map) => {
    await start(map);
    if (geomap.page) geomap.page.steps.listen();
  };
})((window.geomap = window.geomap || {}));
