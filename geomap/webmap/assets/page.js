/* The page: one state, one model, and every part told of each change. */
(function (geomap) {
  "use strict";

  const { h } = geomap;
  const PANELS = "Tools Counters Facets Timeline Legend Dialog Paper Embed Frame Marks Sheet Edges".split(" ");
  const FILTERS = ["from", "to", "undated", "chosen", "killed", "distance", "query"];

  class Page {
    constructor(map, { layer, backdrop, border }) {
      Object.assign(this, { map, layer, backdrop, border });
      this.about = geomap.about;
      const { state, unread } = geomap.fromHash(location.hash);
      this.unread = unread;
      if (new URLSearchParams(location.search).has("embed")) state.embed = true;
      this.store = new geomap.Store(state);
      this.selectedRow = null;
      this.hoveredRow = null;
      this.hoveredSite = null;
      this.stack = [];
      this.whenHovered = () => {};
      backdrop.lines = border.lines.flat();
      backdrop.marksOn = (view) => layer.marksOn(view);
      backdrop.labelsOn = (context, view) => layer.labelsOn(context, view);
      for (const one of [backdrop, layer]) one.covered = () => geomap.coveringOf(map, one);
      // The border stays in sight: below symbols, but above a cloud of dots.
      layer.on("drawn", () => (map.getPane("overlayPane").style.zIndex = layer.dots ? 620 : 400));
      // Scale and credit share the map's foot: where there is no room for both, the scale stands above.
      geomap.get("map-foot").prepend(L.control.scale({ imperial: false }).addTo(map).getContainer());
    }

    /** Show the map, before the tables that tell of the incidents are read. */
    show() {
      const { state } = this.store;
      geomap.get("app").hidden = false;
      document.documentElement.classList.remove("starting");
      geomap.running();
      this.map.invalidateSize({ animate: false, pan: false });
      this._setTheme(state);
      this._setLanguage(state);
      // What the filters of the link will leave is not known yet.
      if (FILTERS.some((field) => JSON.stringify(state[field]) !== JSON.stringify(geomap.START[field])))
        this.layer.show(new Uint32Array(0));
      this._setView(state);
    }

    /** Build the parts and show the state that the address asks for. */
    open(details) {
      const { state } = this.store;
      this.tables = details;
      this.model = new geomap.Model({ incidents: this.layer.table, unplaced: this.layer.unplaced }, details);
      this.reader = this.about.private ? new geomap.Reader(this) : null;
      this.card = new geomap.Card(this);
      this.list = new geomap.List(this);
      this.panels = PANELS.map((name) => new geomap[name](this));
      this.panels.push(...[this.reader, this.about.tiles && new geomap.Tiles(this)].filter(Boolean));
      this._setLanguage(state);
      this.model.apply(state);
      this._showOnMap();
      this._select(state);
      this._everything(state);
      this.map.invalidateSize({ animate: false, pan: false });
      this._setView(state);
      this.backdrop.redraw(); // names keep away from what lies over the map now
      if (!this.layer.dense) this.layer.redraw(); // marks have their names now
      this.address = new geomap.Address(this);
      const told = (now, changed) => this._changed(now, changed);
      this.store.on((now, changed) => (this.rest ? this.rest.then(() => told(this.store.state, changed)) : told(now, changed)));
      // Nothing is resized to nothing: in print the map is hidden, but its picture is made.
      new ResizeObserver(
        ([{ contentRect }]) => contentRect.width && this._resize(),
      ).observe(this.map.getContainer());
      this.map.on("moveend", () => this._moved());
      this.map.on("click", ({ containerPoint }) => this._clicked(containerPoint));
      this.map.on("mousemove", ({ containerPoint }) => this._pointed(containerPoint));
      this.map.on("mouseout", () => this.hover(null));
      document.addEventListener("keydown", (event) => this._keys(event));
      window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
        this._setTheme(this.store.state);
        this._everything(this.store.state);
      });
      geomap.get("skip").addEventListener("click", (event) => {
        event.preventDefault();
        (geomap.get("list").querySelector(".item") || geomap.get("list")).focus();
      });
    }

    // ---- what changed

    _changed(state, changed) {
      const has = (...fields) => fields.some((field) => changed.has(field));
      if (has("theme")) this._setTheme(state);
      if (has("language")) this._setLanguage(state);
      const filtered = has(...FILTERS) && this.model.apply(state);
      if (filtered) this._showOnMap();
      if (has("selected")) this._select(state);
      if (has("language", "theme")) this._everything(state);
      else {
        if (filtered || has("order")) this.list.render(true);
        for (const part of this.panels) part.render(state, { filtered, changed });
        if (has("selected")) this._showCard();
      }
      if (has("bands")) this._bands(state);
      this.address.keep(changed);
    }

    /** Draw every part anew. */
    _everything(state) {
      this.list.render(true);
      for (const part of this.panels) part.render(state, { filtered: true, changed: new Set(Object.keys(state)) });
      this._bands(state);
      this._showCard();
    }

    /** The shown incidents on the map; names of the backdrop keep away from them. */
    _showOnMap() {
      const { layer, backdrop, model } = this;
      layer.show(model.shown);
      if (model.rows <= 1000) backdrop.redraw();
    }

    _bands(state) {
      this.border.showBands = state.bands;
      this.border.redraw();
    }

    _setLanguage(state) {
      geomap.setLanguage(state.language);
      const { title } = this.about;
      document.title = geomap.visible(geomap.translated(title));
      geomap.replace(document.querySelector("header h1"), geomap.words(title, "en"));
      for (const way of ["in", "out"]) {
        const button = this.map.getContainer().querySelector(`.leaflet-control-zoom-${way}`);
        for (const name of ["title", "aria-label"]) button.setAttribute(name, geomap.t(`zoom.${way}`));
      }
    }

    _setTheme(state) {
      const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
      geomap.theme = state.theme || (dark ? "dark" : "light");
      document.documentElement.dataset.theme = geomap.theme;
      for (const layer of [this.layer, this.backdrop, this.border]) layer.redraw();
    }

    /** Show the state of a link. */
    follow({ state, unread }) {
      this.unread = unread;
      const moved = JSON.stringify(state.view) !== JSON.stringify(this.store.state.view);
      this.store.set(state);
      if (moved) this._setView(state);
    }

    // ---- the view

    /** Move the map without the move becoming part of the link: nobody asked for this view. */
    _quietly(move) {
      this._isQuiet = true;
      move();
      this._isQuiet = false;
    }

    /** Show a row's areas and the border; a link without a view shows them, too. */
    _bringIntoView(row) {
      const move = () => geomap.bringIntoView(this, row);
      if (this.store.state.view || this._isQuiet) move();
      else this._quietly(move);
    }

    /** The map has another size. As long as nobody moved it, its view is the one of the start. */
    _resize() {
      const resize = () => this.map.invalidateSize({ animate: false, pan: false });
      if (this.store.state.view) resize();
      else this._quietly(resize);
    }

    /** Show a view as links and steps have it. */
    moveTo({ lat, lng, zoom = this.map.getZoom() }) {
      this.map.setView([lat, geomap.inWorld(lng)], zoom, { animate: false });
    }

    _setView(state) {
      if (state.view) return void this.moveTo(state.view);
      const [box, legend] = [this.map.getContainer(), geomap.get("legend")].map((one) => one.getBoundingClientRect());
      const isOnMap = geomap.get("legend").open && legend.left > box.left && legend.right < box.right && legend.top < box.bottom;
      const beside = 12 + (isOnMap ? box.right - legend.left : 0);
      const home = this.home();
      const foot = geomap.get("map-foot").offsetHeight;
      const fit = (below) =>
        this.map.fitBounds(home, { animate: false, paddingTopLeft: [12, 12], paddingBottomRight: [beside, below] });
      this._quietly(() => {
        fit(12);
        // Its south may lie under the credit.
        if (this.map.latLngToContainerPoint(home.getSouthEast()).y > this.map.getSize().y - foot - 12) fit(foot + 12);
        if (this.selectedRow !== null) this._bringIntoView(this.selectedRow);
      });
    }

    /** The bounds of the start. */
    home() {
      return geomap.homeOf(this);
    }

    _moved() {
      if (this._isQuiet) return;
      const centre = this.map.getCenter();
      // Once around the world, it goes on where it began.
      if (Math.abs(geomap.inWorld(centre.lng) - centre.lng) > 1) return void this.moveTo(centre);
      const { lat, lng } = centre.wrap();
      this.store.set({ view: { zoom: this.map.getZoom(), lat: Number(lat.toFixed(4)), lng: Number(lng.toFixed(4)) } });
    }

    _clicked(point) {
      const rows = this.layer.at(point);
      if (!rows.length) return this.close();
      // A second click in the same place goes to the next incident there.
      const at = rows.indexOf(this.selectedRow);
      this.select(rows[(at + 1) % rows.length], { stack: rows });
    }

    _pointed(point) {
      cancelAnimationFrame(this._pointing);
      this._pointing = requestAnimationFrame(() => {
        const rows = this.layer.dense ? [] : this.layer.at(point);
        this.map.getContainer().classList.toggle("on-incident", rows.length > 0);
        const row = rows.length === 1 ? rows[0] : null;
        this.hover(row, this.layer.siteAt(row, point));
      });
    }

    // ---- selecting

    /** Select an incident's row; `from` is the element to which the focus returns, `stack` the rows in the same place. */
    select(row, { from = null, stack = [row] } = {}) {
      this.stack = stack;
      if (from) this.returnTo = () => (from.isConnected ? from : this.list.button(row));
      else if (!this.card.element.contains(document.activeElement)) this.returnTo = () => this.list.button(row);
      this.store.set({ selected: this.model.value("id", row) });
      // Where several lie in one place the map stays, so that the next click there finds the next one.
      if (stack.length === 1) this._bringIntoView(row);
      this.card.focus();
    }

    /** Select none, and give the focus back. */
    close() {
      if (this.selectedRow === null) return;
      const back = this.returnTo || (() => null);
      this.returnTo = null;
      this.store.set({ selected: null });
      const element = back();
      if (element && element.isConnected) element.focus();
    }

    /** The next or the previous incident in the order of the list. */
    step(by) {
      const rows = this.list.rows;
      if (!rows.length) return;
      const at = rows.indexOf(this.selectedRow);
      this.select(rows[at < 0 ? 0 : (at + by + rows.length) % rows.length]);
    }

    /** Point at an incident, or at one of its sites. */
    hover(row, site = null) {
      if (row === this.hoveredRow && site === this.hoveredSite) return;
      this.hoveredSite = site;
      this.hoveredRow = row;
      this.layer.hovered = row;
      this.layer.redraw();
      this.list.mark();
      this.whenHovered(row, site);
    }

    _select(state) {
      const row = state.selected === null ? -1 : this.model.rowOf(state.selected);
      if (state.selected !== null && row < 0) this.unread = [...this.unread, `i=${state.selected}`];
      this.selectedRow = row < 0 ? null : row;
      this.border.linkTo(row < 0 ? null : state.selected);
      if (this.layer.selected === this.selectedRow) return;
      this.layer.selected = this.selectedRow;
      this.layer.redraw();
    }

    _showCard() {
      if (!this.stack.includes(this.selectedRow)) this.stack = [this.selectedRow];
      this.card.render(this.selectedRow, this.stack);
      const { classList } = document.documentElement;
      const had = classList.contains("with-card");
      classList.toggle("with-card", this.selectedRow !== null);
      this.list.mark();
      if (this.selectedRow !== null) this.list.reveal(this.selectedRow);
      // What is under the pointer stays there, so that a second click finds the next incident in the same place.
      if (had || this.selectedRow !== null) this._resize();
    }

    /** Fill the map with an incident's region and the lines that join it to the border. */
    zoomTo(row) {
      const bounds = this.layer.boundsOf(row);
      if (!bounds) return;
      for (const link of this.border.links) {
        for (let i = 0; i < link.length; i += 2) bounds.extend(geomap.latLng(link[i], link[i + 1]));
      }
      this.map.fitBounds(bounds, { maxZoom: 11, padding: [40, 40], animate: false });
    }

    _keys(event) {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      if (
        event.target.matches("input, select, textarea, [role=slider], [role=tab]") ||
        event.target.closest(".leaflet-container, dialog")
      )
        return;
      const rtl = document.documentElement.dir === "rtl" ? -1 : 1;
      if (event.key === "Escape") this.close();
      else if (event.key === "ArrowRight") this.step(rtl);
      else if (event.key === "ArrowLeft") this.step(-rtl);
      else if (event.key === "/") geomap.get("search").focus();
      else return;
      event.preventDefault();
    }

    // ---- words that several parts use

    when(row) {
      const { model } = this;
      return geomap.dateText(model.value("first_day", row), model.value("last_day", row), model.value("date_precision", row));
    }

    where(row) {
      return this.model.value("place", row) || geomap.term("level", this.model.value("level", row));
    }

    /** The same for an element: a place's name is marked as English. */
    whereWords(row) {
      return geomap.words(this.model.value("place", row), "en") || this.where(row);
    }

    /** How far off it is; where nobody says how far it may be from its point, that of the point. */
    distance(row) {
      const [least, most, at] = ["min_km", "max_km", "km"].map((end) => this.model.value(`distance_${end}`, row));
      const bare = this.about.events && !this.about.events.radii;
      if (at !== null && (bare || least === null)) return geomap.t("card.point", { km: geomap.number(at) });
      return geomap.distance(least, most);
    }

    /** Which of an incident's sites it is; null for none. */
    siteName(row, site) {
      const all = () => geomap.number(this.model.value("site_count", row));
      return site ? geomap.t("card.site", { number: geomap.number(site), all: all() }) : null;
    }

    /** An incident's name for someone who does not see the map. */
    name(row) {
      const { t } = geomap;
      const killed = this.model.value("killed_min", row) === null ? null : t("list.killed", { range: geomap.tollOf(this, "killed", row) });
      const distance = this.distance(row);
      const parts = [
        geomap.term("kind", this.model.value("symbol", row)),
        this.where(row),
        this.when(row),
        killed,
        distance && t("name.distance", { distance }),
      ];
      return parts.filter(Boolean).join(geomap.comma());
    }

    permalink() {
      return this.address.link;
    }

    stamp() {
      return `geomap ${this.about.geomap || ""} · ${(this.about.inputs_sha256 || "").slice(0, 12)}`;
    }

    /** How to cite an incident: its headline, who tells of it and when, and where it stands here. */
    citation(one) {
      const told = (one.sources || []).map((id) => {
        const { publisher, title, published } = this.model.articles.get(id) || {};
        return `${publisher || title || id}${published ? ` (${geomap.date(published)})` : ""}`;
      });
      const by = told.length ? ` ${geomap.t("cite.told", { names: [...new Set(told)].join(", ") })}` : "";
      return `${one.title}.${by} ${document.title}, ${one.id}. ${this.stamp()}. ${this.permalink()}`;
    }

    /** Why the list is empty: the filters each of which could be given up. */
    whyNothing() {
      const { t } = geomap;
      if (!this.model.rows) return t("list.empty");
      const ways = this.model
        .hiding()
        .map(({ key, count }) => t("list.without", { filter: t(`facet.${key}`), count: geomap.number(count) }));
      return [t("list.nothing"), ...ways.map((way) => h("p", {}, way))];
    }
  }

  geomap.Page = Page;
})((window.geomap = window.geomap || {}));
