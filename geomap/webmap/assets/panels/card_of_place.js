/* What the card says of the place: region, sites, areas, and how far it is from the border. */
(function (geomap) {
  "use strict";

  const { group, h } = geomap;

  class CardOfPlace extends geomap.CardBase {
    _where(one, claims) {
      const { t } = geomap;
      const path = geomap.placePath([one.place, one.district, one.province], one.country);
      const by = group(
        claims.filter((claim) => claim.place),
        "place",
      );
      const contrary = this._contrary(one);
      const parts = this._rows("area_parts", "incident", one.id);
      parts.sort((a, b) => a.letter.length - b.letter.length); // they are in the order of their words: AA comes after Z
      return [
        h(
          "p",
          { class: "main" },
          path.map((name, i) => [i ? geomap.comma() : "", this._said(name)]),
          one.country && `${path.length ? geomap.comma() : ""}${geomap.country(one.country)}`,
          one.place_local && [" ", h("bdi", { dir: "auto", class: "local", lang: this._localLanguage(one) }, one.place_local)],
        ),
        h(
          "p",
          { class: "soft" },
          t("card.level", { level: geomap.term("level", one.level) }),
          one.radius_km !== null && ` · ${t("card.radius", { km: geomap.number(one.radius_km) })}`,
          one.part_count > 1 && one.site_count === null && ` · ${t("card.parts", { parts: geomap.number(one.part_count) })}`,
        ),
        this._sites(one, claims),
        parts.length > 0 &&
          h(
            "ul",
            {},
            parts.map((part) => this._part(part)),
            h("li", { class: "soft" }, t("card.shares")),
          ),
        one.no_point_reason && h("p", { class: "note" }, t("card.noPin"), " ", this._said(one.no_point_reason)),
        h("p", {}, this._said(one.method)),
        one.reason && h("p", { class: "soft" }, this._said(one.reason)),
        (by.size > 1 || contrary.length > 0) &&
          h(
            "ul",
            {},
            by.size > 1 && [...by].map(([place, tell]) => h("li", {}, this._said(place), ": ", this._tellers(tell))),
            contrary,
          ),
      ];
    }

    /** A separate area by its letter, with its share of the whole and what speaks against it. */
    _part({ letter, share_percent: share, against }) {
      const { t } = geomap;
      return h(
        "li",
        {},
        t("card.part", { letter, percent: geomap.number(Math.round(share)) }),
        against && this._named("card.against", against),
      );
    }

    /** A label and words of the data behind it. */
    _named(label, words) {
      return h("p", { class: "soft" }, geomap.t(label), " ", this._said(words.join("; ")));
    }

    /** The places that were hit, where there are several: how many are named and counted, and each with what is known of it. */
    _sites(one, claims) {
      const { t } = geomap;
      const sites = this._rows("sites", "incident", one.id);
      const claimed = geomap.range(one.sites_claimed_min, one.sites_claimed_max);
      if (!sites.length && one.sites_claimed_min === null) return null;
      const named = sites.length > 0 && t("card.sitesNamed", { named: geomap.number(sites.length) });
      return [
        h("h4", {}, geomap.dotted([named, one.sites_claimed_min !== null && t("card.sitesClaimed", { claimed })])),
        h(
          "ul",
          { class: "sites" },
          sites.map((site) => this._site(site, sites.length, claims.filter((claim) => claim.site === site.id))),
        ),
      ];
    }

    _site(site, all, claims) {
      const { t } = geomap;
      const interval = geomap.distance(site.distance_min_km, site.distance_max_km);
      const counts = ["killed", "injured"].map(
        (fate) => `${t(`table.${fate}`)}: ${geomap.toll(...["min", "max", "most"].map((end) => site[`${fate}_${end}`]), false)}`,
      );
      return h(
        "li",
        {},
        h("strong", {}, t("card.site", { number: geomap.number(site.number), all: geomap.number(all) })),
        " ",
        this._said(site.name),
        h("br"),
        geomap.dotted([
          interval ? t("name.distance", { distance: interval }) : t("card.noDistance"),
          site.border_country && t("card.side", { country: geomap.country(site.border_country) }),
          ...counts,
          geomap.term("confidence", site.confidence),
        ]),
        h("p", { class: "soft" }, geomap.term("near", site.near_border, { km: geomap.number(this.page.about.near_km) })),
        claims.length > 0 && h("p", { class: "soft" }, t("card.toldBy"), " ", this._tellers(claims)),
        site.confirmed_by && this._named("card.carried", site.confirmed_by),
        site.no_point_reason && h("p", { class: "note" }, t("card.noPin"), " ", this._said(site.no_point_reason)),
        h("p", { class: "soft" }, this._said(site.judgement || "")),
      );
    }

    /** What one account alone, or another reading of its words, would put elsewhere, and whom that would contradict. */
    _contrary(one) {
      const { t } = geomap;
      return this._rows("areas", "incident", one.id).map((area) => {
        const claim = this._claim(area.claim);
        const interval = geomap.distance(area.distance_min_km, area.distance_max_km);
        return h(
          "li",
          {},
          claim && this._tellers([claim]),
          " ",
          geomap.dotted([area.reading && geomap.term("how", area.reading), interval && t("name.distance", { distance: interval })]),
          this._named("card.contradicts", area.contradicts),
        );
      });
    }

    /** The language of a name in the local script: the one that most people of the country write. */
    _localLanguage({ country }) {
      return country ? new Intl.Locale(`und-${country}`).maximize().language : null;
    }

    /** The distance from each line that the border is drawn as, side by side. */
    _lines(one) {
      const { t } = geomap;
      const said = this._rows("line_distances", "incident", one.id);
      if (said.length === 0) return null;
      const lines = new Map((this.page.about.lines || []).map((line) => [line.name, line]));
      const row = (name, from) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, name),
          h("td", {}, geomap.distance(from.distance_min_km, from.distance_max_km) || t("card.noDistance")),
          h("td", {}, geomap.country(from.border_country) || t("card.noSideShort")),
          h("td", {}, t(`nearWord.${from.near_border}`)),
        );
      const heads = ["line", "distance", "side", "near"].map((key) =>
        h("th", { scope: "col" }, t(`lines.${key}`, { km: geomap.number(this.page.about.near_km) })),
      );
      return [
        h(
          "table",
          { class: "lines" },
          h("thead", {}, h("tr", {}, heads)),
          h(
            "tbody",
            {},
            row(geomap.borderName(), one),
            said.map((from) => row(geomap.lineWords(lines.get(from.line) || { name: from.line }), from)),
          ),
        ),
        one.near_on_all_lines && h("p", { class: "soft" }, t(`lines.all.${one.near_on_all_lines}`)),
      ];
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
        this._lines(one),
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
  }

  geomap.CardOfPlace = CardOfPlace;
})((window.geomap = window.geomap || {}));
