/* The page within another one: a slim head, a wheel that turns the page around it, and the code that puts it there. */
(function (geomap) {
  "use strict";

  const { h } = geomap;
  const SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox allow-modals";

  const here = () => location.href.replace(/[?#].*/, "");

  /** The HTML of an element, every value escaped; in a document that loads nothing. */
  const html = (name, attributes) => {
    const element = document.implementation.createHTMLDocument("").createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element.outerHTML;
  };

  class Embed {
    constructor(page) {
      this.page = page;
      this.link = h("a", { id: "whole", target: "_blank", rel: "noopener", "data-t": "embed.whole" });
      geomap.get("tools").before(this.link);
      this.hint = h("p", { id: "wheel-hint", "aria-hidden": "true", hidden: true, "data-t": "embed.wheel" });
      geomap.get("map-frame").append(this.hint);
      this.isChosen = false;
      const box = page.map.getContainer();
      box.addEventListener("wheel", (event) => this._wheel(event), { capture: true, passive: true });
      box.addEventListener("pointerdown", () => (this.isChosen = true));
      box.addEventListener("pointerleave", () => (this.isChosen = false));
    }

    /** Where the map was not chosen by a click, the wheel is the outer page's; with Ctrl it is the map's. */
    _wheel({ ctrlKey, metaKey }) {
      const isOurs = !this.page.store.state.embed || this.isChosen || ctrlKey || metaKey;
      if (isOurs) this.page.map.scrollWheelZoom.enable();
      else this.page.map.scrollWheelZoom.disable();
      this.hint.hidden = isOurs;
      clearTimeout(this._hiding);
      this._hiding = setTimeout(() => (this.hint.hidden = true), 1500);
    }

    render(state) {
      document.documentElement.classList.toggle("embedded", state.embed);
      this.link.hidden = !state.embed;
      this.link.setAttribute("href", this.address(false, here()));
      if (this.dialog && this.dialog.open) this._fill();
    }

    /** Where this view is found, to be embedded or whole; what lies on a disk is to be published first. */
    address(embed, home = location.protocol === "file:" ? "https://example.org/map.html" : here()) {
      return `${home}#${geomap.toHash({ ...this.page.store.state, embed, dialog: null })}`;
    }

    /** What someone pastes into a page: a frame, or a still picture that leads to the map. */
    codes() {
      const title = document.title;
      const frame = { src: this.address(true), title, width: "100%", height: "480", loading: "lazy" };
      const more = { frameborder: "0", sandbox: SANDBOX, allow: "clipboard-write" };
      const image = html("img", { src: this.page.downloads.name("png"), alt: `${title}: ${geomap.get("counters").textContent}` });
      const away = html("a", { href: this.address(false) });
      return { frame: html("iframe", { ...frame, ...more }), still: away.replace("></a>", `>${image}</a>`) };
    }

    open() {
      if (!this.dialog) geomap.get("app").append((this.dialog = h("dialog", { id: "embedding" })));
      this._fill();
      this.dialog.showModal();
    }

    _fill() {
      const { t } = geomap;
      const codes = this.codes();
      const said = h("p", { role: "status" });
      const copy = (key) => async () => {
        const copied = await geomap.copy(codes[key]);
        geomap.replace(said, t(copied ? "card.copied" : "card.copyHand"));
        if (!copied) geomap.get(`embed-${key}`).select();
      };
      const part = (key, more) => [
        h("label", { for: `embed-${key}` }, t(`embed.${key}`)),
        h("textarea", { id: `embed-${key}`, readonly: true, rows: 5, dir: "ltr", spellcheck: "false" }, codes[key]),
        h("p", {}, h("button", { type: "button", id: `embed-copy-${key}`, on: { click: copy(key) } }, t("embed.copy")), more),
      ];
      const picture = h("button", { type: "button", on: { click: () => this.page.downloads.picture() } }, t("download.png"));
      this.dialog.setAttribute("aria-label", t("tool.embed"));
      geomap.replace(
        this.dialog,
        h(
          "div",
          { class: "dialog-head" },
          h("h2", {}, t("tool.embed")),
          h("button", { type: "button", on: { click: () => this.dialog.close() } }, t("tool.close")),
        ),
        location.protocol === "file:" && h("p", { class: "warning" }, t("embed.publish")),
        part("frame"),
        part("still", [" ", picture]),
        said,
      );
    }
  }

  geomap.Embed = Embed;
})((window.geomap = window.geomap || {}));
