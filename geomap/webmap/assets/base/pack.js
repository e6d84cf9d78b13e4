/* Packs: columns of numbers and words, and shapes, as `geomap.webmap.pack` writes them. */
(function (geomap) {
  "use strict";

  function fromBase64(text) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    const letters = atob(text);
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
    return bytes;
  }

  const MANY = 50_000; // points, beyond which they are placed a little less finely
  const STEPS = 100; // to a degree

  /** Planes of bytes, the lowest first, as whole numbers; each by itself in floating point beyond 32 bits. */
  function joined(planes, rows) {
    const [a, b, c, d] = planes;
    if (planes.length === 1) return a;
    const found = new [Uint16Array, Uint32Array, Uint32Array, Float64Array][Math.min(planes.length, 5) - 2](rows);
    if (planes.length === 2) for (let i = 0; i < rows; i++) found[i] = a[i] | (b[i] << 8);
    else if (planes.length === 3) for (let i = 0; i < rows; i++) found[i] = a[i] | (b[i] << 8) | (c[i] << 16);
    else if (planes.length === 4) for (let i = 0; i < rows; i++) found[i] = a[i] | (b[i] << 8) | (c[i] << 16) | (d[i] << 24);
    else planes.forEach((plane, k) => plane.forEach((byte, i) => (found[i] += byte * 2 ** (8 * k))));
    return found;
  }

  /** For each of the codes what stands there. */
  function through(codes, own) {
    const found = new own.constructor(codes.length);
    for (let i = 0; i < found.length; i++) found[i] = own[codes[i]];
    return found;
  }

  /** The words of a list, from how a pack stores it; none for null. */
  geomap.listOf = (stored) => (stored === null ? [] : stored.split("\u001f"));

  /** A table of a pack. Columns are read when first asked for. */
  class Table {
    constructor(bytes, { rows, columns }) {
      this.rows = rows;
      this._bytes = bytes;
      this._columns = columns;
      this._read = new Map();
      this._parted = new Map();
    }

    get names() {
      return Object.keys(this._columns);
    }

    /** What is known of a column; a name that the table does not have is an error of whoever asks. */
    _column(name) {
      if (!this.has(name)) throw new Error(`the table has no column ${name}; it has ${this.names.join(", ")}`);
      return this._columns[name];
    }

    has(name) {
      return name in this._columns;
    }

    /** Whole numbers above the column's least, 0 for null, in the smallest kind of array that holds them. */
    _stored({ at, rows }) {
      return joined(at.map((start) => this._bytes.subarray(start, start + rows)), rows);
    }

    /** What is stored for one row, without reading the column. */
    _storedAt({ at, width }, row) {
      let stored = 0;
      for (let i = 0; i < width; i++) stored += this._bytes[at[i] + row] * 2 ** (8 * i);
      return stored;
    }

    /** One number, NaN for null: a column of a million is not read for the thirty of them that the list shows. */
    _number(name, row) {
      if (this._read.has(name)) return this._read.get(name)[row];
      const column = this._column(name);
      if (column.same) return this._number(column.same, row);
      const stored = this._storedAt(column, column.by ? this._code(column.by, row) : row);
      if (stored === 0) return NaN;
      const number = (stored + column.least - 1) / column.scale;
      if (!column.above) return number;
      return Math.round((number + (this._number(column.above, row) || 0)) * column.scale) / column.scale;
    }

    _numbers(column) {
      const stored = this._stored(column);
      const { rows, scale } = column;
      const shift = column.least - 1;
      const numbers = new Float64Array(rows);
      for (let i = 0; i < rows; i++) numbers[i] = stored[i] === 0 ? NaN : (stored[i] + shift) / scale;
      return numbers;
    }

    /** Words that were stored without what each shares with the one before it. */
    _alike(words, { shared }) {
      const lengths = this._numbers(shared);
      for (let i = 1; i < words.length; i++) words[i] = words[i - 1].slice(0, lengths[i]) + words[i];
      return words;
    }

    /** A column's numbers as Float64Array, NaN for null. */
    numbers(name) {
      if (!this._read.has(name)) {
        const column = this._column(name);
        if (column.same) return this.numbers(column.same);
        const own = this._numbers(column);
        // A column that words determine has a number for each of them.
        const numbers = column.by ? through(this.coded(column.by).codes, own) : own;
        if (column.above) {
          const ground = this.numbers(column.above);
          // Whole steps again, so that 0.1 + 0.2 is 0.3.
          for (let i = 0; i < numbers.length; i++)
            numbers[i] = Math.round((numbers[i] + (ground[i] || 0)) * column.scale) / column.scale;
        }
        this._read.set(name, numbers);
      }
      return this._read.get(name);
    }

    /** The least and the greatest of a column's numbers, infinite where there is none; each word's once where words tell them. */
    ends(name) {
      const column = this._column(name);
      if (column.same) return this.ends(column.same);
      const ends = [Infinity, -Infinity];
      for (const number of column.by && !column.above ? this._numbers(column) : this.numbers(name)) {
        if (number < ends[0]) ends[0] = number;
        if (number > ends[1]) ends[1] = number;
      }
      return ends;
    }

    /** The different words of a column. */
    _words(name) {
      if (!this._parted.has(name)) {
        const column = this._column(name);
        const text = new TextDecoder().decode(this._bytes.subarray(column.words, column.words + column.size));
        const parted = column.count ? text.split("\0") : [];
        this._parted.set(name, column.shared ? this._alike(parted, column) : parted);
      }
      return this._parted.get(name);
    }

    /** The code of one row in a column of words. */
    _code(name, row) {
      if (this._read.has(name)) return this._read.get(name).codes[row];
      const column = this._column(name);
      if (!column.width) return row + 1;
      return this._storedAt(column, column.by ? this._code(column.by, row) : row);
    }

    /** A column's words: `codes` as numbers, 0 for null and otherwise one more than the index into `words`. */
    coded(name) {
      if (!this._read.has(name)) {
        const column = this._column(name);
        const words = this._words(name);
        const own = column.width ? this._stored(column) : Uint32Array.from({ length: column.rows }, (_, i) => i + 1);
        // A column that another determines has a code for each of the other's words.
        this._read.set(name, { codes: column.by ? through(this.coded(column.by).codes, own) : own, words });
      }
      return this._read.get(name);
    }

    /** One value: text, a list of texts, a number, a day (as ISO text) or null. */
    value(name, row) {
      const column = this._column(name);
      if ("words" in column) {
        const code = this._code(name, row);
        const word = code ? this._words(name)[code - 1] : null;
        return column.list && word !== null ? geomap.listOf(word) : word;
      }
      const number = this._number(name, row);
      if (Number.isNaN(number)) return null;
      // Numbers of a user's table as they are written there: 1.50, or 3.0.
      if (column.decimals || (column.point && Number.isInteger(number))) return number.toFixed(column.decimals || 1);
      return column.date ? geomap.day(number) : number;
    }

    /** A row as an object. */
    row(row) {
      return Object.fromEntries(this.names.map((name) => [name, this.value(name, row)]));
    }

    /** The rows, as objects, whose column has this word. */
    where(name, word) {
      const { codes, words } = this.coded(name);
      const code = words.indexOf(word) + 1;
      const found = [];
      for (let row = 0; code && row < codes.length; row++) if (codes[row] === code) found.push(this.row(row));
      return found;
    }

    /** Every row as an object. */
    get all() {
      if (!this._all) this._all = Array.from({ length: this.rows }, (_, row) => this.row(row));
      return this._all;
    }

    /** Shapes: of each its paths, a path being x, y, x, y … on the Mercator square from 0 to 1. */
    shapes() {
      const [paths, corners, dx, dy] = ["paths", "corners", "x", "y"].map((name) => this.numbers(name));
      let path = 0;
      let corner = 0;
      let lon = 0;
      let lat = 0;
      return Array.from({ length: this.rows }, (_, shape) =>
        Array.from({ length: paths[shape] }, () => {
          const line = new Float64Array(2 * corners[path++]);
          for (let i = 0; i < line.length; i += 2, corner++) {
            lon += dx[corner];
            lat += dy[corner];
            line[i] = lon / 360 + 0.5;
            line[i + 1] = geomap.y(lat);
          }
          return geomap.begin ? inWorld(line) : line;
        }),
      );
    }

    /** Points on the Mercator square: x and y, NaN where there is none. */
    points() {
      if (this.rows > MANY) return { x: this._drawn("lon", geomap.x), y: this._drawn("lat", geomap.y) };
      return { x: this.numbers("lon").map(geomap.x), y: this.numbers("lat").map(geomap.y) };
    }

    /**
     * Many degrees on the Mercator square, straight from what is stored: between two steps of a degree's hundredth on the line
     * that joins them, less than a tenth of a pixel off.
     */
    _drawn(name, place) {
      const column = this._column(name);
      const stored = this._stored(column);
      const least = Math.floor(column.least / column.scale) - 1;
      // Three worlds are the most that degrees reach over, however many bytes they have.
      const most = Math.min(Math.ceil((column.least + 256 ** column.width) / column.scale), least + 1082);
      const at = new Float64Array((most - least) * STEPS + 2);
      for (let i = 0; i < at.length; i++) at[i] = place(i / STEPS + least);
      const unit = STEPS / column.scale;
      const first = (column.least - 1) * unit - least * STEPS;
      const found = new Float64Array(stored.length);
      for (let i = 0; i < found.length; i++) {
        const step = stored[i] * unit + first;
        const below = step | 0;
        found[i] = stored[i] === 0 ? NaN : at[below] + (step - below) * (at[below + 1] - at[below]);
      }
      return found;
    }
  }

  /** The bytes that were deflated. Piped from a Blob into a Response it takes twice as long. */
  async function inflated(pieces) {
    const { readable, writable } = new DecompressionStream("deflate-raw");
    const writer = writable.getWriter();
    const written = Promise.all([...pieces.map((piece) => writer.write(piece)), writer.close()]);
    const chunks = [];
    const reader = readable.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value);
    await written;
    const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }

  /** Where the drawn world begins, on the Mercator square: what lies west of that stands a world farther east. */
  geomap.begin = 0;
  geomap.x = (lon) => {
    const x = lon / 360 + 0.5;
    return x < geomap.begin ? x + 1 : x;
  };

  /** A path as a whole in that world, so that none is torn where it begins. */
  function inWorld(line) {
    const [west, , east] = geomap.boundsOf([line]);
    if ((west + east) / 2 < geomap.begin) for (let i = 0; i < line.length; i += 2) line[i] += 1;
    return line;
  }

  geomap.y = (lat) => {
    const sine = Math.sin((Math.max(-85.06, Math.min(85.06, lat)) * Math.PI) / 180);
    return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  };

  const every = new Map();

  /** The rows of a table, ascending: the same array for everybody, who leaves it as it is. */
  geomap.everyRow = (count) => {
    if (!every.has(count)) {
      const rows = new Uint32Array(count);
      for (let row = 0; row < count; row++) rows[row] = row;
      every.set(count, rows);
    }
    return every.get(count);
  };

  /** A day as ISO text, from its number since 1970, and back. */
  geomap.day = (number) => new Date(number * 864e5).toISOString().slice(0, 10);
  geomap.dayNumber = (text) => Math.floor(Date.parse(`${text}T00:00Z`) / 864e5);

  /** The bytes in the script elements with this id: one, or several that go on from it. */
  geomap.inflated = async (id) => {
    // What stands behind this script is still being read.
    while (!geomap.get(`${id}-end`) && document.readyState === "loading") await new Promise((done) => setTimeout(done));
    const pieces = [];
    for (let piece = geomap.get(id); piece; piece = geomap.get(`${id}-${pieces.length}`)) pieces.push(fromBase64(piece.textContent));
    return inflated(pieces);
  };

  /** The tables of the pack in the script element with this id, by name. */
  geomap.unpack = async (id) => {
    const bytes = await geomap.inflated(id);
    const size = new DataView(bytes.buffer).getUint32(0, true);
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size)));
    const columns = bytes.subarray(4 + size);
    return Object.fromEntries(Object.entries(header).map(([name, table]) => [name, new Table(columns, table)]));
  };
  geomap.Table = Table;

  /**
   * The drawings by name, each `(map, id, options, target) → Promise`; `add` starts one and keeps its promise with the map.
   * On a map of somebody else's the target is a group that is there at once: for a control of layers, with whom to name.
   */
  geomap.drawings = geomap.drawings || {};
  geomap.add = (map, name, id, options, layer) => {
    const target = layer ? L.layerGroup([], { attribution: layer.credit }) : map;
    if (layer && layer.show) target.addTo(map);
    map.geomap = map.geomap || {};
    map.geomap[name] = geomap.drawings[name](map, id, options, target);
    return target;
  };
})((window.geomap = window.geomap || {}));
