/* On a narrow window the card is a sheet below the map: its edge is dragged by pointer or keys, and the map keeps its room. */
(function (geomap) {
  "use strict";

  const STEP = 0.1; // of the window's height, for a key

  class Sheet {
    constructor() {
      this.grip = geomap.get("grip");
      this.card = geomap.get("card");
      this.grip.addEventListener("keydown", (event) => this._keys(event));
      this.grip.addEventListener("pointerdown", (event) => this._drag(event));
      window.addEventListener("resize", () => this._say());
    }

    render(state, { changed }) {
      if (changed.has("selected")) requestAnimationFrame(() => this._say()); // the card is drawn after this
    }

    /** How high the sheet is, as a share of the window. */
    get share() {
      return this.card.getBoundingClientRect().height / window.innerHeight;
    }

    set share(wanted) {
      const share = Math.max(0.12, Math.min(1, wanted)); // the layout takes what the map's room allows of it
      document.documentElement.style.setProperty("--sheet", `${(100 * share).toFixed(1)}dvh`);
      this._say();
    }

    _say() {
      this.grip.setAttribute("aria-valuenow", String(Math.round(100 * this.share)));
    }

    _keys(event) {
      const to = { ArrowUp: this.share + STEP, ArrowDown: this.share - STEP, Home: 0, End: 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      this.share = to;
    }

    _drag(event) {
      if (event.button) return;
      const from = event.clientY + this.card.getBoundingClientRect().height;
      const move = ({ clientY }) => (this.share = (from - clientY) / window.innerHeight);
      this.grip.setPointerCapture(event.pointerId);
      this.grip.addEventListener("pointermove", move);
      for (const end of ["pointerup", "pointercancel"])
        this.grip.addEventListener(end, () => this.grip.removeEventListener("pointermove", move), { once: true });
    }
  }

  geomap.Sheet = Sheet;
})((window.geomap = window.geomap || {}));
