/* Downloads of what is shown, in the order of the list: GeoJSON, CSV, a picture, print. */
(function (geomap) {
  "use strict";

  const { h } = geomap;

  /**
   * A cell that no spreadsheet takes for a formula, and that CSV readers read back. An apostrophe of the text's own is
   * doubled before a formula, as in the CSV files beside the page.
   */
  geomap.csvCell = (value) => {
    if (value === null || value === undefined) return "";
    if (typeof value === "number") return String(value);
    const safe = /^'*[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };

  class Downloads {
    constructor(page) {
      this.page = page;
      page.downloads = this;
      const entry = (key, act) =>
        h("li", {}, h("button", { type: "button", id: `download-${key}`, "data-t": `download.${key}`, on: { click: act } }));
      this.element = h(
        "details",
        { id: "downloads", on: { keydown: (event) => event.key === "Escape" && this.close(event) } },
        h("summary", { "data-t": "tool.download" }),
        h(
          "ul",
          {},
          entry("geojson", () => this._save("geojson", "application/geo+json", this.geojson())),
          entry("csv", () => this._save("csv", "text/csv", `\ufeff${this.csv()}`)),
          entry("png", () => this.picture()),
          entry("svg", () => this._save("svg", "image/svg+xml", geomap.vectorPicture(this.page))),
          entry("print", () => window.print()),
          entry("embed", () => page.panels.find((part) => part instanceof geomap.Embed).open()),
        ),
      );
    }

    close(event) {
      this.element.open = false;
      this.element.querySelector("summary").focus();
      event.stopPropagation();
    }

    /** The shown incidents with every column, a point or null. */
    features() {
      const { model, list } = this.page;
      const names = [...model.details.names, ...model.firstPaint.names].filter((name) => name !== "lon" && name !== "lat");
      return [...list.rows].map((row) => {
        const [lon, lat] = [model.value("lon", row), model.value("lat", row)];
        return {
          type: "Feature",
          properties: Object.fromEntries(names.map((name) => [name, geomap.joined(model.value(name, row))])),
          geometry: lon === null ? null : { type: "Point", coordinates: [lon, lat] },
        };
      });
    }

    geojson() {
      const lines = this.features().map((feature) => JSON.stringify(feature));
      return `{"type":"FeatureCollection","name":"incidents","features":[\n${lines.join(",\n")}\n]}\n`;
    }

    csv() {
      const features = this.features();
      const names = features.length ? Object.keys(features[0].properties) : [];
      const cells = ({ properties, geometry }) => [
        ...names.map((name) => properties[name]),
        ...(geometry ? geometry.coordinates : [null, null]),
      ];
      return (
        [[...names, this.free("lon", names), this.free("lat", names)], ...features.map(cells)].map((line) => line.map(geomap.csvCell).join(",")).join("\r\n") +
        "\r\n"
      );
    }

    /** A name for a column beside others: with as many underscores behind it as it needs to be none of theirs. */
    free(name, others) {
      return others.includes(name) ? this.free(`${name}_`, others) : name;
    }

    /** What a file of what is shown is called. */
    name(ending) {
      const { model } = this.page;
      return `geomap-${model.shown.length}-of-${model.rows}.${ending}`;
    }

    _save(ending, type, content) {
      const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
      const link = h("a", { href: address, download: this.name(ending) });
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
      this.element.open = false;
      this.page.panels.find((part) => part instanceof geomap.Frame).downloading();
    }

    picture() {
      geomap.picture(this.page).toBlob((blob) => this._save("png", "image/png", blob));
    }
  }

  geomap.Downloads = Downloads;
})((window.geomap = window.geomap || {}));
