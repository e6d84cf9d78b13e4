/* The tools of the head: search, order, language, light or dark, table, downloads, print, method. */
(function (geomap) {
  "use strict";

  const { h } = geomap;

  class Tools {
    constructor(page) {
      this.page = page;
      this.element = geomap.get("tools");
      this.search = h("input", {
        type: "search",
        id: "search",
        maxlength: 200,
        "data-t-label": "search",
        "data-t-hint": "search.hint",
        on: { input: () => this._later() },
      });
      this.language = h(
        "select",
        { id: "language", "data-t-label": "language", on: { change: () => page.store.set({ language: this.language.value }) } },
        geomap.languages.map((code) =>
          h("option", { value: code, lang: code }, geomap.languageName(code)),
        ),
      );
      const button = (key, act, id) => h("button", { type: "button", id, "data-t": key, on: { click: act } });
      this.copied = h("span", { id: "copied", role: "status" });
      const set = (patch) => () => page.store.set(patch);
      this.theme = h("button", {
        type: "button",
        id: "theme",
        on: { click: () => page.store.set({ theme: geomap.theme === "dark" ? "light" : "dark" }) },
      });
      geomap.replace(
        this.element,
        h("label", { class: "unseen", for: "search", "data-t": "search" }),
        this.search,
        button("tool.table", set({ dialog: "table" }), "open-table"),
        geomap.Downloads && new geomap.Downloads(page).element,
        button("tool.method", set({ dialog: "method" }), "open-method"),
        button("card.link", () => this._copy(), "copy-link"),
        this.language,
        this.theme,
        this.copied,
      );
    }

    /** Copy the link to what is shown; that it was copied is said for a while. */
    async _copy() {
      if (!(await geomap.copyAndSay(this.page.permalink(), this.copied))) return;
      clearTimeout(this._saying);
      this._saying = setTimeout(() => geomap.replace(this.copied), 3000);
    }

    /** Search when the typing pauses. */
    _later() {
      clearTimeout(this._typing);
      this._typing = setTimeout(() => this.page.store.set({ query: this.search.value.trim() }), 120);
    }

    render(state) {
      if (this.search.value.trim() !== state.query) this.search.value = state.query;
      this.language.value = geomap.language;
      geomap.replace(this.theme, geomap.t(geomap.theme === "dark" ? "tool.light" : "tool.dark"));
    }
  }

  geomap.Tools = Tools;
})((window.geomap = window.geomap || {}));
