/* The interface's words in the reader's language, from texts.json; and dates, numbers and ranges in it. */
(function (geomap) {
  "use strict";

  const LOCALES = { en: "en-GB", ur: "ur-PK", fa: "fa-IR" };
  const RIGHT_TO_LEFT = new Set(["ur", "fa"]);
  const texts = JSON.parse(geomap.get("geomap-texts").textContent);
  geomap.languages = Object.keys(texts);
  geomap.language = "en";

  /** A text by its key, with `{name}` filled in; the key itself where there is none, so that it is seen. */
  geomap.t = (key, values = {}) =>
    (texts[geomap.language][key] ?? texts.en[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

  /** Whether there is a text. */
  geomap.hasText = (key) => key in texts.en;

  /** A word of the data's fixed vocabularies in the reader's language; another word stays as it is. */
  geomap.term = (kind, word) => (geomap.hasText(`${kind}.${word}`) ? geomap.t(`${kind}.${word}`) : word);

  let formats = {};

  /** Speak a language: the document's `lang` and `dir`, and every static text (`data-t`, `data-t-label`). */
  geomap.speak = (language) => {
    geomap.language = texts[language] ? language : "en";
    formats = {};
    document.documentElement.lang = geomap.language;
    document.documentElement.dir = RIGHT_TO_LEFT.has(geomap.language) ? "rtl" : "ltr";
    for (const element of document.querySelectorAll("[data-t]")) element.textContent = geomap.t(element.dataset.t);
    for (const element of document.querySelectorAll("[data-t-label]"))
      element.setAttribute("aria-label", geomap.t(element.dataset.tLabel));
    for (const element of document.querySelectorAll("[data-t-hint]"))
      element.setAttribute("placeholder", geomap.t(element.dataset.tHint));
  };

  const format = (name, make) => (formats[name] = formats[name] || make(`${LOCALES[geomap.language]}-u-ca-gregory`));

  geomap.number = (value) =>
    format("number", (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })).format(value);

  /** A date from ISO text; `fine` is day, month or year. */
  geomap.date = (iso, fine = "day") => {
    const parts = {
      day: { day: "numeric", month: "long", year: "numeric" },
      month: { month: "long", year: "numeric" },
      year: { year: "numeric" },
    };
    const make = (locale) => new Intl.DateTimeFormat(locale, { ...parts[fine], timeZone: "UTC" });
    return format(`date ${fine}`, make).format(new Date(`${iso}T00:00Z`));
  };

  /** An incident's or a claim's date in words. */
  geomap.when = (first, last, precision) => {
    if (first && (precision === "day" || precision === "month" || precision === "year")) return geomap.date(first, precision);
    if (first && last)
      return first === last
        ? geomap.date(first)
        : geomap.t("when.interval", { first: geomap.date(first), last: geomap.date(last) });
    if (last) return geomap.t("when.before", { last: geomap.date(last) });
    return first ? geomap.t("when.after", { first: geomap.date(first) }) : geomap.t("when.undated");
  };

  /** A range of numbers in words; null means open or, at both ends, not stated. */
  geomap.range = (low, high) => {
    if (low === null && high === null) return geomap.t("range.none");
    if (low === null) return geomap.t("range.most", { high: geomap.number(high) });
    if (high === null) return geomap.t("range.least", { low: geomap.number(low) });
    return low === high ? geomap.number(low) : geomap.t("range.to", { low: geomap.number(low), high: geomap.number(high) });
  };

  /** A distance interval in kilometres in words, null where there is none. */
  geomap.distance = (low, high) => (low === null ? null : geomap.t("km", { range: geomap.range(low, high) }));

  /** A country's name in the reader's language, from its ISO code. */
  geomap.country = (code) => {
    if (!code) return null;
    try {
      return format("country", (locale) => new Intl.DisplayNames(locale, { type: "region" })).of(code);
    } catch {
      return code;
    }
  };
})((window.geomap = window.geomap || {}));
