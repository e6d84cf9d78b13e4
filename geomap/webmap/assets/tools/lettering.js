/* Lettering of pictures: lines broken where the room ends, and every run of words in the direction that it has itself. */
(function (geomap) {
  "use strict";

  const SANS = "system-ui, 'Noto Sans', 'Noto Naskh Arabic', 'Noto Sans Arabic', Tahoma, sans-serif";

  /** Words that turn nothing around them: between the characters of Unicode for the first strong direction of their own. */
  const isolated = (text) => `\u2068${geomap.visible(text)}\u2069`;

  class Lettering {
    /** On a context (a canvas's, or a `Vector`), in the page's direction. */
    constructor(context) {
      this.context = context;
      this.rtl = document.documentElement.dir === "rtl";
    }

    /** Write isolated words; `align` is start or end, of the page's direction. */
    write(text, x, y, { font = "13px", colour, align = "start" }) {
      Object.assign(this.context, { direction: this.rtl ? "rtl" : "ltr", textAlign: align, textBaseline: "alphabetic" });
      this.context.font = `${font} ${SANS}`;
      this.context.fillStyle = colour;
      this.context.fillText(text, x, y);
    }

    /** Words broken into isolated lines that are no wider than so many pixels, where words allow it. */
    wrap(text, width, font = "13px") {
      return this._lines(geomap.visible(text).split(/\s+/), width, font, " ").map((words) => isolated(words.join(" ")));
    }

    /** Parts that stand side by side with dots between them, on as many lines as they need. */
    dotted(parts, width, font = "13px") {
      return this._lines(parts.filter(Boolean).map(isolated), width, font, " · ").map((line) => line.join(" · "));
    }

    _lines(parts, width, font, between) {
      this.context.font = `${font} ${SANS}`;
      const lines = [[]];
      for (const part of parts) {
        const line = lines.at(-1);
        if (line.length && this.context.measureText([...line, part].join(between)).width > width) lines.push([part]);
        else line.push(part);
      }
      return lines;
    }
  }

  geomap.Lettering = Lettering;
  geomap.SANS = SANS;
})((window.geomap = window.geomap || {}));
