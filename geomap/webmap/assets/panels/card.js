/* The card of one incident, in a fixed order: what, when, where, how far, how many, who, where accounts differ, sources. */
(function (geomap) {
  "use strict";

  const { group, h } = geomap;

  class Card extends geomap.CardBase {
    /** Show an incident, or none; `stack` are the rows at the same place. */
    render(row, stack = []) {
      this.element.hidden = row === null;
      if (row === null) return;
      const one = Object.fromEntries(
        [...this.page.model.firstPaint.names, ...this.page.model.details.names].map((name) => [name, this.page.model.value(name, row)]),
      );
      const claims = this._rows("claims", "incident", one.id);
      this.values = new Map(claims.map(({ id }) => [id, this._rows("cited_values", "claim", id)]));
      const parts = [
        this._head(one, row, stack),
        this._section("when", this._when(one, claims)),
        this._section("where", this._where(one, claims)),
        this._section("distance", this._distance(one, claims)),
        this._section("counts", this._counts(claims)),
        this._section("actors", this._actors(one, claims)),
        this._section("differ", this._differ(one)),
        this._section(
          "sources",
          claims.map((claim) => this._source(claim)),
        ),
        this._section(
          "confidence",
          h("p", {}, h("strong", {}, geomap.term("confidence", one.confidence)), ": ", this._said(one.confidence_rule)),
        ),
        this._foot(one),
      ];
      geomap.replace(this.element, parts);
      this.element.setAttribute("aria-label", geomap.visible(one.title));
      this.element.scrollTop = 0;
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
            geomap.h("span", {}, geomap.dotted([geomap.term("kind", one.symbol), geomap.term("side", one.actor_side)])),
          ),
          button("card.zoom", () => this.page.zoomTo(row), "◎"),
          button("card.before", () => this.page.step(-1), rtl ? "→" : "←"),
          button("card.after", () => this.page.step(1), rtl ? "←" : "→"),
          button("card.close", () => this.page.close(), "✕"),
        ),
        h("h2", { tabindex: -1 }, this._said(one.title)),
        h("p", { class: "soft" }, geomap.dotted([one.sub_event_type, one.event_type])),
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

    _when(one, claims) {
      const by = group(
        claims.filter((claim) => claim.date_text),
        "date_text",
      );
      return [
        h("p", { class: "main" }, geomap.dateText(one.first_day, one.last_day, one.date_precision)),
        h("p", { class: "soft" }, geomap.term("precision", one.date_precision)),
        by.size > 1 &&
          h(
            "ul",
            {},
            [...by].map(([when, tell]) => h("li", {}, this._said(when), ": ", this._tellers(tell))),
          ),
      ];
    }

    _where(one, claims) {
      const { t } = geomap;
      const path = [one.place, one.district !== one.place && one.district, one.province !== one.place && one.province].filter(
        Boolean,
      );
      const by = group(
        claims.filter((claim) => claim.place),
        "place",
      );
      const parts = this._rows("area_parts", "incident", one.id);
      parts.sort((a, b) => a.letter.length - b.letter.length); // they are in the order of their words: AA comes after Z
      return [
        h(
          "p",
          { class: "main" },
          path.map((name, i) => [i ? ", " : "", this._said(name)]),
          one.country && `${path.length ? ", " : ""}${geomap.country(one.country)}`,
          one.place_local && [" ", h("bdi", { dir: "auto", class: "local", lang: this._localLanguage(one) }, one.place_local)],
        ),
        h(
          "p",
          { class: "soft" },
          t("card.level", { level: geomap.term("level", one.level) }),
          one.radius_km !== null && ` · ${t("card.radius", { km: geomap.number(one.radius_km) })}`,
          one.part_count > 1 && ` · ${t("card.parts", { parts: geomap.number(one.part_count) })}`,
        ),
        parts.length > 0 &&
          h(
            "ul",
            {},
            parts.map((part) => h("li", {}, this._said(this._part(part)))),
            h("li", { class: "soft" }, t("card.weights")),
          ),
        one.no_point_reason && h("p", { class: "note" }, t("card.noPin"), " ", this._said(one.no_point_reason)),
        h("p", {}, this._said(one.method)),
        one.reason && h("p", { class: "soft" }, this._said(one.reason)),
        by.size > 1 &&
          h(
            "ul",
            {},
            [...by].map(([place, tell]) => h("li", {}, this._said(place), ": ", this._tellers(tell))),
          ),
      ];
    }

    /** A separate area by its letter, with its weight and what speaks against it. */
    _part({ letter, weight_percent: weight, against }) {
      const contrary = (against || []).map((words) => `, against it: ${words}`).join("");
      return `${letter} ${Math.round(weight)}%${contrary}`;
    }

    /** The language of a name in the local script: Persian in Iran, Arabic or Kurdish further west, otherwise Urdu. */
    _localLanguage({ country }) {
      return { IR: "fa", IQ: "ku", SY: "ar", PK: "ur" }[country] || null;
    }

    _distance(one, claims) {
      const { t } = geomap;
      const said = claims.flatMap((claim) => (claim.statements || []).map((statement) => [statement, claim]));
      const judged = this._rows("statements", "incident", one.id);
      const interval = geomap.distance(one.distance_min_km, one.distance_max_km);
      const side = one.border_country ? t("card.side", { country: geomap.country(one.border_country) }) : t("card.noSide");
      return [
        h("p", { class: "main" }, interval ? `${interval}, ${side}` : t("card.noDistance")),
        one.distance_km !== null && h("p", {}, t("card.point", { km: geomap.number(one.distance_km) })),
        h("p", { class: "soft" }, geomap.term("near", one.near_border, { km: geomap.number(this.page.about.near_km) })),
        (judged.length > 0 || said.length > 0) && h("h4", {}, t("card.said")),
        judged.length > 0 &&
          h(
            "ul",
            {},
            judged.map((statement) => this._verdict(statement)),
          ),
        judged.length === 0 &&
          said.length > 0 &&
          h(
            "ul",
            {},
            said.map(([statement, claim]) => h("li", {}, this._said(statement), ": ", this._tellers([claim]))),
          ),
        h("p", { class: "soft" }, t("card.method")),
      ];
    }

    /** What an article says about the place, what was measured, and whether the two agree. */
    _verdict(statement) {
      const { t } = geomap;
      const claim = this._claim(statement.claim);
      const sign = { holds: "✓", "does not hold": "✗" }[statement.verdict] || "?";
      const stated = geomap.distance(statement.stated_min_km, statement.stated_max_km);
      const measured = geomap.distance(statement.measured_min_km, statement.measured_max_km);
      return h(
        "li",
        { class: "statement" },
        h(
          "span",
          { class: `verdict-sign verdict-${statement.verdict.replace(/ /g, "-")}` },
          sign,
          " ",
          geomap.term("verdict", statement.verdict),
        ),
        " · ",
        this._said(statement.reading || statement.statement),
        claim && [": ", this._tellers([claim])],
        h("br"),
        h(
          "span",
          { class: "soft" },
          geomap.dotted([
            stated && t("card.stated", { distance: stated }),
            measured && t("card.measured", { distance: measured }),
          ]),
        ),
        statement.evidence &&
          h(
            "details",
            {},
            h("summary", {}, t("card.evidence")),
            h("p", { class: "soft" }, this._said(statement.statement)),
            h("p", { class: "soft" }, this._said(statement.evidence)),
          ),
      );
    }

    _counts(claims) {
      const { t } = geomap;
      const told = claims.flatMap((claim) =>
        this.values
          .get(claim.id)
          .filter((value) => value.field.startsWith("counts"))
          .map((value) => [value, claim]),
      );
      const silent = claims.filter((claim) => !this.values.get(claim.id).some((value) => value.field.startsWith("counts")));
      const head = ["card.count", "card.by", "card.account"].map((key) => h("th", { scope: "col" }, t(key)));
      const rows = told.map(([value, claim]) =>
        h(
          "tr",
          {},
          h("td", {}, this._said(value.value_text)),
          h("td", {}, value.attributed_to ? this._said(value.attributed_to) : "—"),
          h("td", {}, this._tellers([claim])),
        ),
      );
      if (silent.length)
        rows.push(h("tr", {}, h("td", {}, t("range.none")), h("td", {}, "—"), h("td", {}, this._tellers(silent))));
      return rows.length ? h("table", {}, h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows)) : null;
    }

    _actors(one, claims) {
      const { t } = geomap;
      const told = this._rows("actors", "incident", one.id);
      const actors = group(told, ({ actor, status }) => geomap.actorInWords({ actor, status }));
      const targets = group(
        claims.filter((claim) => claim.targets),
        ({ targets }) => targets.join("; "),
      );
      const weapons = group(
        claims.filter((claim) => claim.weapons),
        ({ weapons }) => weapons.join("; "),
      );
      const lines = (label, found) =>
        found.size > 0 && [
          h("h4", {}, t(label)),
          h(
            "ul",
            {},
            [...found].map(([text, tell]) => h("li", {}, this._said(text), ": ", this._tellers(tell))),
          ),
        ];
      return [
        actors.size
          ? h(
              "ul",
              {},
              [...actors.values()].map((same) =>
                h(
                  "li",
                  {},
                  this._said(same[0].actor),
                  " ",
                  h("em", {}, `(${geomap.term("status", same[0].status)})`),
                  ": ",
                  this._tellers(same.map(({ claim }) => this._claim(claim))),
                ),
              ),
            )
          : h("p", {}, t("card.noActor")),
        lines("card.target", targets),
        lines("card.weapons", weapons),
      ];
    }

    _differ(one) {
      const { t } = geomap;
      const fields = group(this._rows("differences", "incident", one.id), "field");
      return [...fields].map(([field, accounts]) => [
        h("h4", {}, geomap.hasText(`field.${field}`) ? geomap.term("field", field) : this._said(field)),
        h(
          "div",
          { class: "accounts" },
          accounts.map((account) =>
            h(
              "div",
              { class: account.is_better ? "account better" : "account" },
              h("p", {}, this._said(account.version)),
              h(
                "p",
                { class: "soft" },
                this._tellers(
                  (account.claims || [])
                    .map((id) => this._claim(id))
                    .filter(Boolean),
                ),
              ),
              account.is_better ? h("p", { class: "verdict" }, t("card.better")) : null,
            ),
          ),
        ),
        h("p", { class: "soft" }, this._said(accounts[0].reason)),
      ]);
    }
  }

  geomap.Card = Card;
})((window.geomap = window.geomap || {}));
