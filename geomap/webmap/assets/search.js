/* Search that forgives spelling: one folded form for all scripts, and one slip in a longer word. */
(function (geomap) {
  "use strict";

  const ARABIC = [
    [/[\u064b-\u065f\u0670\u0640\u200c\u200d]/g, ""],
    [/[أإآٱ]/g, "ا"], [/[يىئےې]/g, "ی"], [/ك/g, "ک"], [/[ةہھۀۃ]/g, "ه"], [/ؤ/g, "و"], [/ں/g, "ن"],
    [/[ٹط]/g, "ت"], [/ڈ/g, "د"], [/ڑ/g, "ر"],
  ]; // prettier-ignore
  const LATIN = [
    [/[’'ʼ`ʿʾ]/g, ""], [/tch/g, "ch"], [/kh/g, "k"], [/gh/g, "g"], [/ph/g, "f"], [/oo|ou/g, "u"], [/ee|ii/g, "i"],
    [/w/g, "v"], [/q/g, "k"], [/y\b/g, "i"], [/(.)\1+/g, "$1"],
  ]; // prettier-ignore

  /** The form in which words are compared: without case, accents, vowel signs and the usual differences of transliteration. */
  geomap.fold = (text) => {
    let folded = text.toLowerCase();
    if (/[^\x20-\x7e]/.test(folded)) {
      folded = folded.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
      for (const [from, to] of ARABIC) folded = folded.replace(from, to);
      folded = folded.replace(/[٠-٩]/g, (d) => d.charCodeAt(0) - 0x660).replace(/[۰-۹]/g, (d) => d.charCodeAt(0) - 0x6f0);
    }
    for (const [from, to] of LATIN) folded = folded.replace(from, to);
    return folded.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  };

  /** Whether two words differ by at most one letter (another, a missing, an added one). */
  geomap.nearly = (one, other) => {
    if (Math.abs(one.length - other.length) > 1) return false;
    let start = 0;
    while (start < one.length && one[start] === other[start]) start++;
    let end = 0;
    while (end < Math.min(one.length, other.length) - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
    return Math.max(one.length, other.length) - start - end <= 1;
  };

  const SLIPS_UNTIL = 20000; // different texts in a column, beyond which only exact parts of words are looked for

  /** A column's words, folded once. */
  class Searchable {
    constructor({ codes, words }) {
      this.codes = codes;
      this.words = words;
    }

    get folded() {
      if (!this._folded) this._folded = this.words.map(geomap.fold);
      return this._folded;
    }

    /** Which codes hold a token: Uint8Array, one longer than the words, null's first. */
    holding(token) {
      const holds = new Uint8Array(this.words.length + 1);
      const slips = token.length >= 5 && this.words.length <= SLIPS_UNTIL;
      this.folded.forEach((text, i) => {
        if (text.includes(token) || (slips && text.split(" ").some((word) => word.length >= 4 && geomap.nearly(word, token)))) holds[i + 1] = 1;
      });
      return holds;
    }
  }

  geomap.Searchable = Searchable;
})((window.geomap = window.geomap || {}));
