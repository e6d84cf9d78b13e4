/* In a frame whose sandbox forbids something: links and downloads work, or say why not and where the map is whole. */
(function (geomap) {
  "use strict";

  const { h } = geomap;
  const framed = window.self !== window.top;

  class Frame {
    constructor(page) {
      this.page = page;
      this.notice = h("p", { id: "notice", role: "status", hidden: true });
      geomap.get("map-frame").append(this.notice);
      if (framed) document.addEventListener("click", (event) => this._follow(event));
    }

    render() {}

    /** Say something over the map, with an address that can be copied by hand; it goes at a click. */
    say(text, address) {
      geomap.replace(
        this.notice,
        text,
        " ",
        h("bdi", { class: "address" }, address),
        h("button", { type: "button", class: "plain", "aria-label": geomap.t("tool.close"), on: { click: () => this.hide() } }, "✕"),
      );
      this.notice.hidden = false;
    }

    hide() {
      this.notice.hidden = true;
    }

    /** A link to a window of its own is opened by hand: only so it is known whether the frame allows it. */
    _follow(event) {
      const link = event.target.closest("a[target=_blank]");
      if (!link || event.defaultPrevented) return;
      event.preventDefault();
      const tab = window.open("", "_blank");
      if (!tab) return void this.say(geomap.t("frame.link"), link.href);
      tab.opener = null;
      tab.location = link.href;
    }

    /** A download that a frame forbids is dropped without a word, so it is always said what it means if none comes. */
    downloading() {
      if (framed) this.say(geomap.t("frame.download"), this.page.panels.find((part) => part instanceof geomap.Embed).address(false));
    }
  }

  geomap.Frame = Frame;
})((window.geomap = window.geomap || {}));
