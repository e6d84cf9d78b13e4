/* The start: the first picture from what the map needs, then the lists and panels, then what only filters and cards need. */
(function (geomap) {
  "use strict";

  // What a link may ask for without needing every column: the first page of the list as it is, with the timeline.
  const WITHOUT = ["view", "span", "bands", "embed", "language", "theme"];

  /** Start the page when its drawings are there. */
  geomap.start = async (map) => {
    geomap.isStarting = true;
    const missing = geomap.missing();
    if (missing) return geomap.failed(missing);
    // The elements that follow in the document add their drawings; this script runs before theirs.
    await geomap.readLanguages();
    const [layer, backdrop, border] = await Promise.all(["incidents", "backdrop", "border"].map((name) => map.geomap[name]));
    const page = (geomap.page = new geomap.Page(map, { layer, backdrop, border }));
    page.show();
    // When the first frame with the symbols is out: what the opening of the page is measured by.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    performance.mark("geomap-painted");
    const details = await layer.details();
    const rest = async () => layer.rest && (await layer.rest(details)); // the columns that the list does without
    const asked = Object.keys(geomap.START).filter((field) => page.store.state[field] !== geomap.START[field]);
    const isWhole = !layer.dense || asked.some((field) => !WITHOUT.includes(field)); // symbols have names, dots have none
    if (isWhole) await rest();
    page.open(details);
    performance.mark("geomap-ready");
    if (layer.rest && !isWhole) page.rest = rest().then(() => (page.rest = null));
    // While nothing else is to do, column by column; Safari has no idle time to ask for.
    const idle = window.requestIdleCallback || ((act) => setTimeout(act, 200));
    document.documentElement.dataset.ready = "yes";
    await page.rest;
    for (const column of page.model.searched) idle(() => column.prepare());
  };
})((window.geomap = window.geomap || {}));
