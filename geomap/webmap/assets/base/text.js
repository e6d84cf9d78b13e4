/* Elements and their text: the only way by which other people's words get into the page. Nothing sets HTML. */
(function (geomap) {
  "use strict";

  // Characters that turn the reading direction or do not show at all are written out, so that a reader sees them.
  const UNSEEN =
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

  /** The text with every unseen character written out. */
  geomap.visible = (text) =>
    String(text).replace(UNSEEN, (c) => `[U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);

  function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name === "on") for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
      else element.setAttribute(name, value === true ? "" : geomap.visible(value));
    }
    append(element, children);
    return element;
  }

  function append(element, children) {
    for (const child of children.flat(Infinity)) {
      if (child === null || child === undefined || child === false) continue;
      element.append(child instanceof Node ? child : geomap.visible(child));
    }
  }

  /** An element with attributes (`on` holds listeners) and children: nodes, or text. */
  geomap.h = (name, attributes, ...children) => fill(document.createElement(name), attributes, children);

  /** The same in SVG. */
  geomap.svg = (name, attributes, ...children) =>
    fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);

  /** New children in place of an element's old ones. */
  geomap.replace = (element, ...children) => {
    element.replaceChildren();
    append(element, children);
    return element;
  };

  /** Draw an element's content anew, and give the focus back to what had it, by its id or `data-key`. */
  geomap.redrawing = (element, draw) => {
    const had = element.contains(document.activeElement) ? document.activeElement : null;
    draw();
    if (!had || had.isConnected) return;
    const key = had.dataset.key;
    const again = had.id
      ? geomap.get(had.id)
      : key && [...element.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
    const next = again || element.querySelector("button, input, select, summary, [tabindex]") || geomap.get("search");
    if (next) next.focus({ preventScroll: true });
  };

  /** Words in the reader's language where the story gives them so, else as they are; a drawing on another map has one language. */
  geomap.translated = (text) => geomap.own(((geomap.about || {}).translations || {})[geomap.language], text) ?? text;

  /** What an object itself has under a name that somebody else chose: "constructor" may be one. */
  geomap.own = (object, name) => (object && Object.hasOwn(object, name) ? object[name] : undefined);

  /** Someone's words: isolated, in the direction that they have themselves; English ones in the reader's language, if there are. */
  geomap.words = (text, lang) => {
    if (text === null || text === undefined) return null;
    const said = lang === "en" ? geomap.translated(text) : text;
    return geomap.h("bdi", { dir: "auto", lang: said === text ? lang : geomap.language }, geomap.joined(said));
  };

  /** The words of a list as one text, as the published files join them; another value as it is. */
  geomap.joined = (value) => (Array.isArray(value) ? value.join("; ") : value);

  /** Several words with dots between them, each in its own direction, or nodes of `words`; null ones are left out. */
  geomap.dotted = (parts) =>
    parts.filter(Boolean).map((part, i) => [i ? " · " : "", part instanceof Node ? part : geomap.words(part)]);

  /** A link to a web address, with words of the data; these alone where the address is none. */
  geomap.link = (address, text) =>
    /^https?:\/\/[^\s/]/i.test(address || "")
      ? geomap.h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, geomap.words(text, "en"))
      : geomap.words(text, "en");

  /** The element with this id. */
  geomap.get = (id) => document.getElementById(id);
})((window.geomap = window.geomap || {}));
