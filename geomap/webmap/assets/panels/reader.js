/* The source reader of a private page: an article's text with every passage marked that a claim rests on, by field. */
(function (geomap) {
  "use strict";

  const { h } = geomap;

  class Reader {
    constructor(page) {
      this.page = page;
      this.element = h("section", { id: "reader", hidden: true, on: { keydown: (event) => this._keys(event) } });
      geomap.get("side").append(this.element);
      this.texts = new Map(page.tables.texts.all.map(({ article, text }) => [article, Array.from(text)]));
    }

    /** The button that opens the text of a claim; none where no text was given. */
    button(claim) {
      if (!this.texts.has(claim.article)) return null;
      const open = (event) => this.open(claim, event.currentTarget);
      return h("button", { type: "button", class: "read", on: { click: open } }, geomap.t("card.reader"));
    }

    /** Show a claim's article, at the claim's first passage. */
    open(claim, from) {
      this.from = from;
      this.claim = claim;
      this._fill();
      this.element.hidden = false;
      this.element.querySelector("h2").focus();
      const first = this.element.querySelector(`mark.own`);
      if (first) first.scrollIntoView({ block: "center" });
    }

    close() {
      this.element.hidden = true;
      if (this.from && this.from.isConnected) this.from.focus();
    }

    _keys(event) {
      if (event.key !== "Escape") return;
      this.close();
      event.stopPropagation();
    }

    render(state, { changed }) {
      if (!this.element.hidden && (changed.has("language") || changed.has("selected"))) this._fill();
    }

    _fill() {
      const { articles, claims } = this.page.tables;
      const article = articles.where("id", this.claim.article)[0] || {};
      const marks = claims.where("article", this.claim.article).flatMap((claim) => this._marks(claim));
      const fields = [...new Set(marks.map(({ field }) => field))].sort();
      geomap.replace(
        this.element,
        h(
          "div",
          { class: "dialog-head" },
          h("h2", { tabindex: -1 }, geomap.words(article.title, "en")),
          h("button", { type: "button", on: { click: () => this.close() } }, geomap.t("tool.close")),
        ),
        h("p", { class: "warning" }, geomap.t("private")),
        h(
          "p",
          { class: "keys" },
          fields.map((field) => [h("span", { class: `said said-${field}` }, geomap.term("field", field)), " "]),
        ),
        h(
          "div",
          {
            class: "text",
            dir: "auto",
            lang: "en",
            tabindex: 0,
            role: "region",
            "aria-label": geomap.visible(article.title || ""),
          },
          this._text(this.texts.get(this.claim.article), marks),
        ),
      );
    }

    /** The passages of a claim's values: start, end, field, claim. */
    _marks(claim) {
      const values = new Map(this.page.tables.cited_values.where("claim", claim.id).map((one) => [one.field, one.value_text]));
      const spans = this.page.tables.spans.where("claim", claim.id).filter(({ field }) => field !== null);
      return spans.map(({ field, span_start: start, span_end: end }) => ({
        start,
        end,
        field: field.replace(/\[.*/, ""),
        value: values.get(field),
        claim,
      }));
    }

    /** The text cut at every start and end; what a value rests on is marked, everything else stays as it is. */
    _text(letters, marks) {
      const cuts = [...new Set([0, letters.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
      const pieces = [];
      for (let i = 0; i + 1 < cuts.length; i++) {
        const words = letters.slice(cuts[i], cuts[i + 1]).join("");
        const over = marks.filter(({ start, end }) => start <= cuts[i] && end >= cuts[i + 1]);
        pieces.push(over.length ? this._mark(words, over) : words);
      }
      return pieces;
    }

    _mark(words, over) {
      const own = over.find(({ claim }) => claim.id === this.claim.id);
      const { field, claim } = own || over[0];
      const row = this.page.model.rowOf(claim.incident);
      const title = over.map((mark) => `${geomap.term("field", mark.field)}: ${mark.value} (${mark.claim.id})`).join("\n");
      return h(
        "mark",
        {
          class: `said said-${field}${own ? " own" : ""}`,
          title,
          on: {
            mouseenter: () => this.page.hover(row),
            mouseleave: () => this.page.hover(null),
            click: () => this.page.select(row),
          },
        },
        words,
      );
    }
  }

  geomap.Reader = Reader;
})((window.geomap = window.geomap || {}));
