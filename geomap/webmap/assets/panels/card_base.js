/* What a card is put together from: rows of the tables, sections, who tells it, and the sources with all their values. */
(function (geomap) {
  "use strict";

  const { h } = geomap;

  /** Rows by a field, or by what a function gives for each. */
  function group(rows, field) {
    const groups = new Map();
    for (const row of rows) {
      const key = typeof field === "function" ? field(row) : row[field];
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(row);
    }
    return groups;
  }

  /** Copy a text; false where the browser does not allow it. */
  geomap.copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = h("textarea", { class: "unseen", "aria-hidden": "true" });
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  };

  /** Copy a text and say so in an element; where the browser does not allow it, show the text there. */
  geomap.copyAndSay = async (text, note) => {
    const { t } = geomap;
    const done = await geomap.copy(text);
    const byHand = () => h("input", { type: "text", readonly: true, value: text, "aria-label": t("card.link") });
    geomap.replace(note, done ? t("card.copied") : [t("card.copyHand"), " ", byHand()]);
    return done;
  };

  class CardBase {
    constructor(page) {
      this.page = page;
      this.element = geomap.get("card");
      const { articles } = page.tables;
      this.articles = new Map(articles.all.map((article) => [article.id, article]));
      this.element.addEventListener("keydown", (event) => event.key === "Escape" && page.close());
    }

    /** Put the focus on the headline. */
    focus() {
      const headline = this.element.querySelector("h2");
      if (headline) headline.focus();
    }

    _head(one, row, stack) {
      const { t } = geomap;
      const button = (label, act, sign) =>
        h("button", { type: "button", class: "plain", "aria-label": t(label), title: t(label), on: { click: act } }, sign);
      const at = stack.indexOf(row);
      const rtl = document.documentElement.dir === "rtl";
      return h(
        "div",
        { class: "card-head" },
        h(
          "div",
          { class: "card-tools" },
          h(
            "span",
            { class: "card-kind" },
            geomap.symbolElement(this.page.layer.look(row)),
            geomap.h("span", {}, geomap.dotted([geomap.term("kind", one.symbol), geomap.termWords("side", one.actor_side)])),
          ),
          button("card.zoom", () => this.page.zoomTo(row), "◎"),
          button("card.before", () => this.page.step(-1), rtl ? "→" : "←"),
          button("card.after", () => this.page.step(1), rtl ? "←" : "→"),
          button("card.close", () => this.page.close(), "✕"),
        ),
        h("h2", { tabindex: -1, id: "card-title" }, this._said(one.title)),
        h("p", { class: "soft" }, geomap.dotted([this._said(one.sub_event_type), this._said(one.event_type)])),
        this.page.layer.unreviewed.has(row) && h("p", { class: "warning" }, t("legend.unreviewed")),
        stack.length > 1 &&
          h(
            "p",
            { class: "stack" },
            t("card.stack", { at: geomap.number(at + 1), all: geomap.number(stack.length) }),
            " ",
            button("card.stackBefore", () => this.page.select(stack.at(at - 1), { stack }), rtl ? "›" : "‹"),
            button("card.stackAfter", () => this.page.select(stack[(at + 1) % stack.length], { stack }), rtl ? "‹" : "›"),
          ),
      );
    }

    _rows(table, column, value) {
      return this.page.tables[table].where(column, value);
    }

    _section(name, content) {
      const filled = [content].flat(Infinity).filter(Boolean);
      return filled.length ? h("section", { class: `card-${name}` }, h("h3", {}, geomap.t(`card.${name}`)), filled) : null;
    }

    _said(text) {
      return geomap.words(text, "en");
    }

    _claim(id) {
      return this._rows("claims", "id", id)[0];
    }

    /** What an account is called: its publisher and its day; by its id where neither is known. */
    _account(id) {
      const { publisher, title, published } = this.articles.get(id) || {};
      const name = publisher || title;
      return name ? [this._said(name), published && ` (${geomap.date(published)})`] : this._said(id);
    }

    /** Who tells it: the accounts of the claims, outside publications marked. */
    _tellers(claims) {
      const names = new Map(claims.map((claim) => [claim.article, this.articles.get(claim.article)]));
      return h(
        "span",
        { class: "tellers" },
        [...names].map(([id, article], i) => [
          i ? geomap.comma() : "",
          this._account(id),
          article && article.is_outside ? ` (${geomap.t("card.outside")})` : "",
          claims.every((claim) => claim.article !== id || claim.is_uncertain) ? ` (${geomap.t("card.doubt")})` : "",
        ]),
      );
    }

    _source(claim) {
      const { t } = geomap;
      const article = this.articles.get(claim.article);
      const values = this.values.get(claim.id);
      const head = ["card.field", "card.value", "card.by", "card.spans", "card.derivation"].map((key) =>
        h("th", { scope: "col" }, t(key)),
      );
      const line = ({ field, value_text: value, attributed_to: by, spans, derivation, note }) =>
        h(
          "tr",
          {},
          h("td", {}, geomap.term("field", field.replace(/\[.*/, ""))),
          h("td", {}, this._said(value), note ? [" ", h("span", { class: "soft" }, this._said(note))] : null),
          h("td", {}, by ? this._said(by) : "—"),
          h("td", { class: "number" }, spans || "—"),
          h("td", {}, geomap.term("derivation", derivation)),
        );
      return h(
        "article",
        { class: "source" },
        h("p", {}, geomap.link(article && article.address, article ? article.title : claim.article)),
        h(
          "p",
          { class: "soft" },
          this._account(claim.article),
          claim.is_outside ? ` · ${t("card.outsideNote")}` : null,
        ),
        claim.is_uncertain ? h("p", { class: "note" }, t("card.uncertain")) : null,
        this.page.reader && this.page.reader.button(claim),
        h(
          "details",
          {},
          h("summary", {}, t("card.values", { count: geomap.number(values.length) })),
          h(
            "div",
            {
              class: "scroll",
              tabindex: 0,
              role: "region",
              "aria-label": `${t("card.values", { count: geomap.number(values.length) })}: ${geomap.visible(claim.id)}`,
            },
            h("table", {}, h("thead", {}, h("tr", {}, head)), h("tbody", {}, values.map(line))),
          ),
          h(
            "p",
            { class: "soft" },
            t("card.judgement"),
            " ",
            this._said(claim.judgement),
            claim.alternatives ? [" ", t("card.alternatives"), " ", this._said(claim.alternatives.map((id) => this._title(id)))] : null,
          ),
          h(
            "p",
            { class: "soft" },
            t("card.id"),
            " ",
            h("code", {}, claim.id),
            claim.is_outside ? null : ` · ${t("card.passages", { spans: claim.spans || "—" })}`,
          ),
        ),
      );
    }

    /** An incident's headline by its id. */
    _title(id) {
      const row = this.page.model.rowOf(id);
      return row < 0 ? id : this.page.model.value("title", row);
    }

    _foot(one) {
      const { t } = geomap;
      const note = h("span", { role: "status" });
      const button = (label, text) => h("button", { type: "button", on: { click: () => geomap.copyAndSay(text(), note) } }, t(label));
      const report = () => `${t("card.reportLine")} ${one.id}\n${one.title}\n${this.page.permalink()}\n${this.page.stamp()}`;
      return h(
        "footer",
        {},
        h(
          "details",
          {},
          h("summary", {}, t("card.reference")),
          h("p", { class: "soft" }, t("card.id"), " ", h("code", {}, one.id), h("br"), this._said(this.page.stamp())),
        ),
        h(
          "p",
          {},
          button("card.link", () => this.page.permalink()),
          button("card.cite", () => this.page.citation(one)),
          button("card.report", report),
        ),
        note,
      );
    }
  }

  geomap.group = group;
  geomap.CardBase = CardBase;
})((window.geomap = window.geomap || {}));
