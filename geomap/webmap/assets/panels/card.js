/* The card of one incident, in a fixed order: what, when, where, how far, how many, who, where accounts differ, sources. */
(function (geomap) {
  "use strict";

  const { group, h } = geomap;

  class Card extends geomap.CardOfPlace {
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
        this._section("counts", this._counts(row, claims)),
        this._section("actors", this._actors(one, claims)),
        this._section("differ", this._differ(one)),
        this._section(
          "sources",
          claims.map((claim) => this._source(claim)),
        ),
        this._section(
          "confidence",
          [
            h("p", {}, h("strong", {}, geomap.term("confidence", one.confidence)), ": ", this._said(one.confidence_rule)),
            one.confirmed_by && this._named("card.carried", one.confirmed_by),
          ],
        ),
        this._foot(one),
      ];
      geomap.replace(this.element, parts);
      this.element.setAttribute("aria-labelledby", "card-title"); // a label could not say which language it is in
      this.element.scrollTop = 0;
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

    _counts(row, claims) {
      const { t } = geomap;
      const whole = ["killed", "injured"].map((fate) =>
        h("p", { class: "main" }, `${t(`table.${fate}`)}: ${geomap.tollOf(this.page, fate, row)}`, " ", geomap.tellersOfToll(this.page, fate, row)),
      );
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
      return rows.length ? [whole, h("table", {}, h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows))] : null;
    }

    _actors(one, claims) {
      const { t } = geomap;
      const told = this._rows("actors", "incident", one.id);
      const actors = group(told, "actor_text");
      // Each word by itself, so that what both sides say of the same stands side by side.
      const words = (name) => {
        const found = claims.flatMap((claim) => (claim[name] || []).map((text) => ({ claim, text })));
        return new Map([...group(found, "text")].map(([text, same]) => [text, same.map(({ claim }) => claim)]));
      };
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
                  h("em", {}, "(", this._said(this._status(same[0])), ")"),
                  ": ",
                  this._tellers(same.map(({ claim }) => this._claim(claim))),
                ),
              ),
            )
          : h("p", {}, t("card.noActor")),
        lines("card.target", words("targets")),
        lines("card.victims", words("victims")),
        lines("card.weapons", weapons),
      ];
    }

    /** How plainly an actor is named: its status, whether for several attacks together, and who accuses or denies. */
    _status({ status, is_collective: collective, attributed_to: by }) {
      const said = [geomap.term("status", status)];
      if (collective) said.push(geomap.t("card.collective"));
      if (by) said.push(geomap.t("card.saidBy", { name: by }));
      return said.join(geomap.comma());
    }

    _differ(one) {
      const { t } = geomap;
      const each = group(this._rows("differences", "incident", one.id), "number");
      const called = ({ field }) => (geomap.hasText(`field.${field}`) ? geomap.term("field", field) : this._said(field));
      return [...each.values()].map((accounts) => [
        h("h4", {}, called(accounts[0])),
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
