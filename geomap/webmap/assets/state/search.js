/* Search that forgives spelling: one folded form for all scripts, and one slip in a longer word. */
(function (geomap) {
  "use strict";

  // Whatever `geomap.gazetteer` folds into one is one here; here more is, for a search may forgive more than a lookup.
  const ARABIC = [
    [/[\u064b-\u065f\u0670\u0640\u200c\u200dء]/g, ""],
    [/ئا/g, "ا"],
    [/[أإآٱ]/g, "ا"],
    [/[يىئےېۍێ]/g, "ی"],
    [/[كڪ]/g, "ک"],
    [/ګ/g, "گ"],
    [/[ةہھەۀۃ]/g, "ه"],
    [/[ؤۆۇۈۋ]/g, "و"],
    [/ں/g, "ن"],
    [/ڵ/g, "ل"],
    [/[ٹط]/g, "ت"],
    [/ڈ/g, "د"],
    [/[ڑڕ]/g, "ر"],
    [/ı/g, "i"],
    [/ø/g, "o"],
    [/ł/g, "l"],
    [/[đð]/g, "d"],
    [/þ/g, "th"],
    [/ə/g, "a"],
    [/æ/g, "ae"],
    [/œ/g, "oe"],
  ];
  const LATIN = [
    [/[’‘'ʻʼ\u0060ʿʾʹʺ′´]/g, ""],
    [/tch/g, "ch"],
    [/kh/g, "k"],
    [/gh/g, "g"],
    [/ph/g, "f"],
    [/oo|ou/g, "u"],
    [/ee|ii/g, "i"],
    [/w/g, "v"],
    [/q/g, "k"],
    [/y\b/g, "i"],
    [/(.)\1+/g, "$1"],
  ];

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

  /** Whether two words differ by at most one slip: another letter, a missing, an added one, or two that changed places. */
  geomap.nearly = (one, other) => {
    if (Math.abs(one.length - other.length) > 1) return false;
    let start = 0;
    while (start < one.length && one[start] === other[start]) start++;
    let end = 0;
    while (end < Math.min(one.length, other.length) - start && one[one.length - 1 - end] === other[other.length - 1 - end])
      end++;
    const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
    return (
      Math.max(left.length, right.length) <= 1 ||
      (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0])
    );
  };

  const FOLDED = 20000; // different texts in a column, beyond which they are searched as they are written

  /** A column of words to be searched; `read` gives its codes and words. */
  class Searchable {
    constructor(read) {
      let column = null;
      this._column = () => (column = column || read());
    }

    get codes() {
      return this._column().codes;
    }

    get words() {
      return this._column().words;
    }

    /** Which codes hold a token, folded or as it was written: Uint8Array, one longer than the words, null's first. */
    holding(token, written) {
      const holds = new Uint8Array(this.words.length + 1);
      if (this.words.length > FOLDED) this._find(written.toLowerCase(), holds);
      else this._compare(token, holds);
      return holds;
    }

    /** Make ready what a first search would have to wait for. */
    prepare() {
      if (this.words.length > FOLDED) this._join();
      else this._folded = this._folded || this.words.map(geomap.fold);
    }

    _compare(token, holds) {
      this.prepare();
      const slips = token.length >= 5;
      this._folded.forEach((text, i) => {
        if (text.includes(token) || (slips && text.split(" ").some((word) => word.length >= 4 && geomap.nearly(word, token))))
          holds[i + 1] = 1;
      });
    }

    /** One search through all words at once: a million ids would take seconds to fold. */
    _find(written, holds) {
      this._join();
      let word = 0;
      for (let at = this._joined.indexOf(written); at >= 0; at = this._joined.indexOf(written, this._starts[word])) {
        while (this._starts[word + 1] <= at) word++;
        holds[++word] = 1;
        if (word >= this.words.length) return;
      }
    }

    _join() {
      if (this._joined) return;
      this._joined = `${this.words.join("\n")}\n`.toLowerCase();
      this._starts = new Uint32Array(this.words.length + 1);
      for (let i = 0, at = 0; i < this.words.length; i++) this._starts[i + 1] = at = this._joined.indexOf("\n", at) + 1;
    }
  }

  geomap.Searchable = Searchable;
})((window.geomap = window.geomap || {}));
