/* A drawing context that writes SVG: as much of a canvas's as the map and its picture draw with. */
(function (geomap) {
  "use strict";

  const MARKS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const escape = (text) => String(text).replace(/[&<>"]/g, (mark) => MARKS[mark]);
  const short = (number) => Number(number.toFixed(1));
  const easel = document.createElement("canvas").getContext("2d");

  class Vector {
    constructor(width, height) {
      Object.assign(this, { width, height });
      Object.assign(this, { fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, lineJoin: "miter", lineCap: "butt", globalAlpha: 1 });
      Object.assign(this, { font: "10px sans-serif", letterSpacing: "0px", textAlign: "start", textBaseline: "alphabetic" });
      Object.assign(this, { direction: "ltr", dashes: [], left: 0, top: 0, open: 0 });
      this._kept = [];
      this._parts = [];
      this._defined = 0;
      this.beginPath();
    }

    // ---- state

    save() {
      const { _kept, _parts, _path, _defined, ...state } = this;
      this._kept.push(state);
    }

    restore() {
      const { open } = this;
      Object.assign(this, this._kept.pop());
      for (let i = this.open; i < open; i++) this._parts.push("</g>");
    }

    translate(x, y) {
      this.left += x;
      this.top += y;
    }

    setLineDash(dashes) {
      this.dashes = dashes;
    }

    // ---- paths

    beginPath() {
      this._path = [];
    }

    moveTo(x, y) {
      this._path.push(`M${short(x + this.left)} ${short(y + this.top)}`);
    }

    lineTo(x, y) {
      this._path.push(`L${short(x + this.left)} ${short(y + this.top)}`);
    }

    closePath() {
      this._path.push("Z");
    }

    /** A whole circle: nothing here draws less of one. */
    arc(x, y, radius) {
      const r = short(radius);
      this.moveTo(x + radius, y);
      this._path.push(`a${r} ${r} 0 1 1 ${-2 * r} 0a${r} ${r} 0 1 1 ${2 * r} 0`);
    }

    rect(x, y, width, height) {
      this.moveTo(x, y);
      this._path.push(`h${short(width)}v${short(height)}h${short(-width)}Z`);
    }

    clip() {
      const id = this._define((name) => `<clipPath id="${name}"><path d="${this._path.join("")}"/></clipPath>`);
      this._parts.push(`<g clip-path="url(#${id})">`);
      this.open++;
    }

    // ---- ink

    /** Fill the path, or one of `Path2D` that says its `words`; "evenodd" where rings are holes. */
    fill(path, rule = path) {
      this._draw(path, this._filled() + (rule === "evenodd" ? ' fill-rule="evenodd"' : ""));
    }

    stroke(path) {
      this._draw(path, `fill="none" ${this._stroked()}`);
    }

    fillRect(x, y, width, height) {
      this.beginPath();
      this.rect(x, y, width, height);
      this.fill();
    }

    strokeRect(x, y, width, height) {
      this.beginPath();
      this.rect(x, y, width, height);
      this.stroke();
    }

    drawImage(canvas, x, y, width, height) {
      this._parts.push(
        `<image x="${short(x + this.left)}" y="${short(y + this.top)}" width="${short(width)}" height="${short(height)}" ` +
          `href="${canvas.toDataURL()}"/>`,
      );
    }

    createPattern(tile) {
      const { width, height } = tile;
      const image = `<image width="${width}" height="${height}" href="${tile.toDataURL()}"/>`;
      const size = `width="${width}" height="${height}" patternUnits="userSpaceOnUse"`;
      return `url(#${this._define((id) => `<pattern id="${id}" ${size}>${image}</pattern>`)})`;
    }

    fillText(text, x, y) {
      this._write(text, x, y, this._filled());
    }

    strokeText(text, x, y) {
      this._write(text, x, y, `fill="none" ${this._stroked()}`);
    }

    measureText(text) {
      const { font, letterSpacing } = this;
      Object.assign(easel, { font, letterSpacing });
      return easel.measureText(text);
    }

    /** The picture as the text of an SVG file, with a title for whoever does not see it. */
    text(title) {
      const { width, height } = this;
      return (
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">\n` +
        `<title>${escape(title)}</title>\n${this._parts.join("\n")}\n</svg>\n`
      );
    }

    _define(make) {
      const id = `d${++this._defined}`;
      this._parts.push(make(id));
      return id;
    }

    _filled() {
      return `fill="${escape(this.fillStyle)}"${this._shine()}`;
    }

    _stroked() {
      const dashes = this.dashes.length ? ` stroke-dasharray="${this.dashes.join(" ")}"` : "";
      return (
        `stroke="${escape(this.strokeStyle)}" stroke-width="${this.lineWidth}" stroke-linejoin="${this.lineJoin}" ` +
        `stroke-linecap="${this.lineCap}"${dashes}${this._shine()}`
      );
    }

    _shine() {
      return this.globalAlpha === 1 ? "" : ` opacity="${this.globalAlpha}"`;
    }

    _draw(path, ink) {
      const own = typeof path === "object";
      const words = own ? path.words : this._path.join("");
      const moved = own ? ` transform="translate(${short(this.left)} ${short(this.top)})"` : "";
      if (words) this._parts.push(`<path d="${words}"${moved} ${ink}/>`);
    }

    _write(text, x, y, ink) {
      const [, style, weight, size, family] = /^(italic )?(bold |\d+ )?([\d.]+)px (.*)$/.exec(this.font);
      const rtl = this.direction === "rtl";
      const anchor = { left: rtl ? "end" : "start", right: rtl ? "start" : "end", center: "middle" }[this.textAlign] || this.textAlign;
      const down = this.textBaseline === "middle" ? 0.35 * size : 0;
      const looks = [
        ["direction", rtl && "rtl"],
        ["text-anchor", anchor !== "start" && anchor],
        ["font-size", size],
        ["font-weight", weight && weight.trim()],
        ["font-style", style && "italic"],
        ["letter-spacing", this.letterSpacing !== "0px" && this.letterSpacing],
        ["font-family", escape(family)],
      ].filter(([, value]) => value);
      this._parts.push(
        `<text x="${short(x + this.left)}" y="${short(y + this.top + down)}" ` +
          `${looks.map(([name, value]) => `${name}="${value}"`).join(" ")} ${ink}>${escape(text)}</text>`,
      );
    }
  }

  geomap.Vector = Vector;
})((window.geomap = window.geomap || {}));
