/* The page's parts as they are before anything is drawn, each time it starts: a copy that was saved holds drawn ones. */
(function (geomap) {
  "use strict";

  /** Lay the parts of the template into the page, in place of any that a saved copy came with. */
  geomap.lay = () => {
    const { content } = geomap.get("parts");
    delete document.documentElement.dataset.ready;
    for (const part of content.children) {
      const old = geomap.get(part.id);
      if (old) old.remove();
    }
    // Beside the template, so that in a saved copy they stand before this script, which can take them away.
    geomap.get("parts").after(content.cloneNode(true));
  };

  /** Say that scripts run: an element that is defined is so in no file that was saved, whatever else stands in it. */
  geomap.running = () => customElements.define("geomap-running", class extends HTMLElement {});

  const still = window.matchMedia("(prefers-reduced-motion: reduce)");

  /** How a map moves: at once where the reader asks for no motion; and no farther than there is something to see. */
  geomap.motion = () => ({
    zoomAnimation: !still.matches,
    inertia: !still.matches,
    minZoom: 1,
    maxZoom: geomap.about.tiles ? 19 : 15,
  });

  /** Leaflet pans by keys with a motion of its own, which no option switches off. */
  geomap.calm = (map) => {
    const panBy = map.panBy;
    map.panBy = (by, options) => panBy.call(map, by, { ...(still.matches ? { animate: false } : {}), ...options });
  };
})((window.geomap = window.geomap || {}));
