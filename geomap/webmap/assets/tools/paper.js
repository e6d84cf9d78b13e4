/* What is printed: the picture of the map, the open card, the numbered table, the sources. */
(function (geomap) {
  "use strict";

  const { h } = geomap;
  const MOST = 5000; // rows: some two hundred sheets; the caption says where there are more

  class Paper {
    constructor(page) {
      this.page = page;
      this.element = geomap.get("paper");
      window.addEventListener("beforeprint", () => this._fill());
      window.matchMedia("print").addEventListener("change", ({ matches }) => matches && this._fill());
    }

    /** Nothing of it is seen before it is printed. */
    render() {}

    _fill() {
      const { page } = this;
      const dialog = page.panels.find((part) => part instanceof geomap.Dialog);
      geomap.replace(
        this.element,
        geomap.picture(page, "light", { key: false }),
        h("p", { class: "soft" }, geomap.t("paper.numbers")),
        page.selectedRow !== null && this._card(),
        dialog.table(page.list.rows.subarray(0, MOST)),
        page.about.events ? geomap.get("scope").textContent : [h("h2", {}, geomap.t("method.articles")), dialog.articles()],
        h("p", { class: "soft" }, geomap.parts("attribution"), " · ", geomap.words(page.stamp(), "en")),
      );
    }

    /** The card as it stands, all of it unfolded and without what can only be pressed. */
    _card() {
      const card = this.page.card.element.cloneNode(true);
      for (const button of card.querySelectorAll("button")) button.remove();
      for (const one of [card, ...card.querySelectorAll("[id], [role], [tabindex]")])
        for (const name of ["id", "role", "tabindex"]) one.removeAttribute(name);
      for (const details of card.querySelectorAll("details")) details.open = true;
      return h("article", { class: "printed-card" }, ...card.childNodes);
    }
  }

  geomap.Paper = Paper;
})((window.geomap = window.geomap || {}));
