/* A canvas over the map that draws itself anew after each move; `draw(context, view)` is its subclasses'. */
(function (geomap) {
  "use strict";

  geomap.CanvasLayer = L.Renderer.extend({
    options: { padding: 0.15, pane: "overlayPane" },

    _initContainer() {
      this._container = geomap.h("canvas", { class: "geomap-canvas", "aria-hidden": "true" });
      this._context = this._container.getContext("2d", this.options.context);
    },

    _destroyContainer() {
      cancelAnimationFrame(this._frame);
      this._container.remove();
      delete this._container;
    },

    _updatePaths() {},

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      const ratio = window.devicePixelRatio || 1;
      L.DomUtil.setPosition(this._container, this._bounds.min);
      const [width, height] = [Math.round(ratio * size.x), Math.round(ratio * size.y)];
      // Whoever sets a canvas its own width again clears it.
      if (this._container.width !== width || this._container.height !== height) {
        this._container.width = width;
        this._container.height = height;
        this._container.style.width = `${size.x}px`;
        this._container.style.height = `${size.y}px`;
      }
      // A zoom calls this three times; it is drawn once, before the browser shows the frame, and not again on the same view.
      if (JSON.stringify(this._viewOf()) !== JSON.stringify(this._view)) this.redraw();
    },

    /** What the canvas shows of the Mercator square, and at which size. */
    _viewOf() {
      const { x: width, y: height } = this._bounds.getSize();
      const origin = this._map.getPixelOrigin().add(this._bounds.min);
      const scale = 256 * 2 ** this._zoom;
      // Whoever goes around the world finds it again.
      const left = origin.x - scale * Math.floor((origin.x + width / 2) / scale - geomap.begin);
      return { scale, left, top: origin.y, width, height, zoom: this._zoom, ratio: window.devicePixelRatio || 1 };
    },

    _paint() {
      cancelAnimationFrame(this._frame);
      this._view = this._viewOf();
      const { width, height, ratio } = this._view;
      this._context.setTransform(ratio, 0, 0, ratio, 0, 0);
      this._context.clearRect(0, 0, width, height);
      this.draw(this._context, this._view);
    },

    /** Draw again, once, before the next frame. */
    redraw() {
      if (!this._map || !this._bounds) return;
      cancelAnimationFrame(this._frame);
      this._frame = requestAnimationFrame(() => this._map && this._paint());
    },

    /** Draw again now, onto another canvas of the same size (for print and pictures). */
    drawOnto(context, left, top) {
      const offset = this._map.containerPointToLayerPoint([0, 0]).subtract(this._bounds.min);
      context.save();
      context.translate(left - offset.x, top - offset.y);
      this.draw(context, this._view);
      context.restore();
    },
  });

  /** Add paths (x, y, x, y … on the Mercator square) to the context's path; those out of view are left out. */
  geomap.trace = (context, view, paths, close) => {
    for (const path of paths) {
      let lastX = NaN;
      let lastY = NaN;
      for (let i = 0; i < path.length; i += 2) {
        const x = path[i] * view.scale - view.left;
        const y = path[i + 1] * view.scale - view.top;
        // Steps of less than half a pixel cannot be seen.
        if (Math.abs(x - lastX) < 0.5 && Math.abs(y - lastY) < 0.5 && i < path.length - 2) continue;
        if (i) context.lineTo(x, y);
        else context.moveTo(x, y);
        lastX = x;
        lastY = y;
      }
      if (close) context.closePath();
    }
  };

  /** The edges of rings as paths: along 180 degrees, where areas are cut, they have none on a map around it. */
  geomap.edges = (rings) => (geomap.begin ? rings.flatMap(withoutCut) : rings);

  function withoutCut(ring) {
    const onCut = (i) => Math.abs(ring[i] - 1) < 1e-7; // of the world: 4 m
    const found = [[]];
    for (let i = 0; i < ring.length; i += 2) {
      if (i && onCut(i) && onCut(i - 2)) found.push([]);
      found.at(-1).push(ring[i], ring[i + 1]);
    }
    return found.length > 1 ? found : [ring];
  }

  /** The bounds of paths: west, north, east, south on the Mercator square. */
  geomap.boundsOf = (paths) => {
    const bounds = [Infinity, Infinity, -Infinity, -Infinity];
    for (const path of paths) {
      for (let i = 0; i < path.length; i += 2) {
        bounds[0] = Math.min(bounds[0], path[i]);
        bounds[1] = Math.min(bounds[1], path[i + 1]);
        bounds[2] = Math.max(bounds[2], path[i]);
        bounds[3] = Math.max(bounds[3], path[i + 1]);
      }
    }
    return bounds;
  };

  /** Whether bounds touch the view. */
  geomap.inView = ([west, north, east, south], view) =>
    east * view.scale >= view.left &&
    west * view.scale <= view.left + view.width &&
    south * view.scale >= view.top &&
    north * view.scale <= view.top + view.height;

  /** Whether a point of the Mercator square lies in a polygon's rings (even-odd). */
  geomap.inside = (paths, x, y) => {
    let within = false;
    for (const path of paths) {
      for (let i = 0, j = path.length - 2; i < path.length; j = i, i += 2) {
        if (path[i + 1] > y !== path[j + 1] > y) {
          const crossing = path[i] + ((y - path[i + 1]) / (path[j + 1] - path[i + 1])) * (path[j] - path[i]);
          if (x < crossing) within = !within;
        }
      }
    }
    return within;
  };

  /** A latitude and longitude from the Mercator square. */
  geomap.latLng = (x, y) => L.latLng((Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI, (x - 0.5) * 360);
})((window.geomap = window.geomap || {}));
