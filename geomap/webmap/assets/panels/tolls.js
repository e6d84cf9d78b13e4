/* How many were killed and injured, in words: the range over all accounts, who gives its ends, and whether they differ. */
(function (geomap) {
  "use strict";

  /** A row's toll: never the least number alone, with the mark of a difference. */
  geomap.tollOf = ({ model }, fate, row) => {
    const of = (name) => model.value(name, row);
    const differ = (of("differing_fields") || []).includes(fate);
    return geomap.toll(...["min", "max", "most"].map((end) => of(`${fate}_${end}`)), differ);
  };

  /** Who gives the ends of a row's toll, where it has two; null for none. */
  geomap.tellersOfToll = ({ model }, fate, row) => {
    const by = model.value(`${fate}_by`, row) || [];
    return by.length > 1 ? geomap.h("span", { class: "soft toll-by" }, geomap.words(by, "en")) : null;
  };
})((window.geomap = window.geomap || {}));
