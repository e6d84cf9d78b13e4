/* The interface's words in the reader's language, from languages/; and dates, numbers and ranges in it. */
(function (geomap) {
  "use strict";

  let all = {};
  const DEFAULT = "en"; // the language of the data, whose texts stand in for any that another lacks
  geomap.about = JSON.parse(geomap.get("geomap-about").textContent);
  geomap.begin = geomap.x(geomap.about.west ?? -180);
  const codes = geomap.about.languages;
  const first = codes.includes(geomap.about.language) ? geomap.about.language : DEFAULT; // the page opens in it
  geomap.languages = [first, ...codes.filter((code) => code !== first)];
  geomap.language = first;

  /** Read the texts; nothing is worded before. */
  geomap.readLanguages = async () => {
    all = JSON.parse(new TextDecoder().decode(await geomap.inflated("geomap-languages")));
  };

  /** What a language is called in itself. */
  geomap.languageName = (code) => all[code].name;

  /** What any text may speak of: the border's countries, `a` and `b`, whom to credit, and what a table calls its own. */
  const facts = () => {
    const { countries = [], credit = [], named = {} } = geomap.about;
    const [a, b] = countries.map((code) => geomap.country(code));
    return { ...named, a: a || "", b: b || "", credit: credit.join(" · ") };
  };

  /** A text by its key, with `{name}` filled in; where there is none the key itself, and the console says so. */
  geomap.t = (key, values = {}) => {
    if (!geomap.hasText(key)) console.error(`there is no text ${key}`);
    const text = all[geomap.language].texts[key] ?? all[DEFAULT].texts[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? facts()[name] ?? whole);
  };

  /** The same as the content of an element: values may be nodes, as words of the data are, which have a language of their own. */
  geomap.parts = (key, values = {}) => {
    const marked = { ...facts(), credit: geomap.words(facts().credit, "en"), ...values };
    const put = Object.fromEntries(Object.keys(marked).map((name) => [name, `\0${name}\0`]));
    return geomap.t(key, put).split("\0").map((part, i) => (i % 2 ? marked[part] : part));
  };

  /** Whether there is a text. */
  geomap.hasText = (key) => Object.hasOwn(all[DEFAULT].texts, key);

  /** A word of the data's fixed vocabularies in the reader's language; another word stays as it is. */
  geomap.term = (vocabulary, word, values = {}) => {
    if (vocabulary === "side") return geomap.sideName(word);
    const key = `${vocabulary === "kind" ? "symbol" : vocabulary}.${word}`;
    return geomap.hasText(key) ? geomap.t(key, values) : word;
  };

  /** The same for an element: a word that the reader's language does not have is marked as the English that it is. */
  geomap.termWords = (vocabulary, word) => inEnglish(geomap.term(vocabulary, word), word);

  const inEnglish = (said, word) => (said === word ? geomap.words(word, "en") : said);

  /** A side's name in the reader's language, which stands with its record. */
  geomap.sideName = (side) => ((geomap.own(geomap.styleOfSymbols().SIDES, side) || {}).labels || {})[geomap.language] || side;

  /** A further line's name in the reader's language, which stands with its record. */
  geomap.lineName = (line) => (line.labels || {})[geomap.language] || line.name;
  geomap.lineWords = (line) => inEnglish(geomap.lineName(line), line.name);

  let formats = {};

  /** Choose the language: the document's `lang` and `dir`, and every static text (`data-t`, `data-t-label`). */
  geomap.setLanguage = (language) => {
    const before = geomap.language;
    geomap.language = all[language] ? language : DEFAULT;
    if (geomap.language !== before) formats = {}; // they are slow to make
    const root = document.documentElement;
    const { direction } = all[geomap.language];
    // To set what stands there already lets the browser style every element anew.
    if (root.lang !== geomap.language || root.dir !== direction) Object.assign(root, { lang: geomap.language, dir: direction });
    for (const element of document.querySelectorAll("[data-t]")) geomap.replace(element, geomap.parts(element.dataset.t));
    for (const element of document.querySelectorAll("[data-t-label]"))
      element.setAttribute("aria-label", geomap.t(element.dataset.tLabel));
    for (const element of document.querySelectorAll("[data-t-hint]"))
      element.setAttribute("placeholder", geomap.t(element.dataset.tHint));
  };

  /** What stands between the words of a list. */
  geomap.comma = () => geomap.t("list.comma");

  const format = (name, make) => (formats[name] = formats[name] || make(`${all[geomap.language].locale}-u-ca-gregory`));

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
  geomap.dateText = (first, last, precision) => {
    if (first && (precision === "day" || precision === "month" || precision === "year")) return geomap.date(first, precision);
    if (first && last)
      return first === last
        ? geomap.date(first)
        : geomap.t("date.interval", { first: geomap.date(first), last: geomap.date(last) });
    if (last) return geomap.t("date.before", { last: geomap.date(last) });
    return first ? geomap.t("date.after", { first: geomap.date(first) }) : geomap.t("date.undated");
  };

  /** A range of numbers in words; null means open or, at both ends, not stated. */
  geomap.range = (low, high) => {
    if (low === null && high === null) return geomap.t("range.none");
    if (low === null) return geomap.t("range.most", { high: geomap.number(high) });
    if (high === null) return geomap.t("range.least", { low: geomap.number(low) });
    return low === high ? geomap.number(low) : geomap.t("range.to", { low: geomap.number(low), high: geomap.number(high) });
  };

  /** A toll in words: its ends, the greatest number that an account gives where one leaves it open, and whether accounts differ. */
  geomap.toll = (low, high, most, differ) => {
    const open = high === null && most !== null && most > low;
    const words = open
      ? geomap.t("range.open", { low: geomap.number(low), most: geomap.number(most) })
      : geomap.range(low, high);
    return low !== null && differ ? `${words} · ${geomap.t("differing.yes")}` : words;
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

  /** What the border is called: by its countries, where it names any. */
  geomap.borderName = () => geomap.t((geomap.about.countries || []).some(Boolean) ? "legend.border" : "legend.borderAlone");

  /** Names of a place and of what holds it, each once and without the country's own, which stands by its code. */
  geomap.placePath = (names, code) => {
    const own = code && new Intl.DisplayNames("en", { type: "region" }).of(code);
    return names.filter((name, at) => name && name !== own && names.indexOf(name) === at);
  };
})((window.geomap = window.geomap || {}));
