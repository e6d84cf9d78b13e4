"""How the page carries 100,000 and 1,000,000 incidents, beside a bare Leaflet page and beside what folium and geopandas draw.

Run ``python tests/benchmarks/page.py [100000 1000000] [--peers FOLDER]``. It prints a table: seconds to build, megabytes, and
in headless Chromium the seconds until the symbols are painted and until everything can be used, and the milliseconds of a zoom
and of the slowest filter until they are drawn, each the median of several. The page carries every column of the tables, the
backdrop, the list and the filters; the others the points, `folium.GeoJson` and geopandas' ``.explore`` three columns more.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from invented import many  # noqa: E402  # beside this folder

from geomap import project  # noqa: E402
from geomap.webmap import draw  # noqa: E402
from geomap.webmap.elements import leaflet  # noqa: E402

TIMES = 5
#: What folium's pages ask the network for, as packages.
PACKAGES = (
    "leaflet@1.9.3 jquery@3.7.1 bootstrap@5.2.2 leaflet.markercluster@1.1.0 leaflet.awesome-markers@2.0.5 "
    "@fortawesome/fontawesome-free@6.2.0"
)

FILTERS = {
    "facet_ms": "geomap.page.store.toggle('kind', 'strike')",
    "brush_ms": "geomap.page.store.set({from: '2015-01-01', to: '2016-12-31'})",
    "clear_ms": "geomap.page.store.clear()",
    "first_search_ms": "geomap.page.store.set({query: 'place 77'})",
    "search_ms": "geomap.page.store.set({query: 'district 12'})",
    "filters_open_ms": "geomap.page.store.set({query: '', panel: 'filters'})",
    "facet_with_counts_ms": "geomap.page.store.toggle('country', 'PK')",
}


def zooms(found: str) -> dict[str, str]:
    """A step in and a step out on the map that an expression finds."""
    return {
        f"zoom_{way}_ms": f"const map = {found}; map.setZoom(map.getZoom() {sign} 1, {{animate: false}})"
        for way, sign in (("in", "+"), ("out", "-"))
    }


ACTIONS = {
    **zooms("geomap.page.map"),
    "zoom_to_symbols_ms": "geomap.page.map.setView([28, 63], 9.5, {animate: false})",
    "zoom_back_ms": "geomap.page.map.setView([28, 63], 6, {animate: false})",
    **FILTERS,
}
#: When a page that does not say so itself has painted its markers.
PAINTED = """addEventListener("load", () => requestAnimationFrame(() => setTimeout(() => {
    performance.mark("geomap-painted"); document.documentElement.dataset.ready = "yes"; })));"""

#: Says when a page is ready: to look for it again and again took up to a tenth of the page's own time.
_TELLING = """;new MutationObserver((_, told) => { if (!document.documentElement.dataset.ready) return;
    told.disconnect(); console.debug("geomap-is-ready"); }).observe(
    document, {attributes: true, subtree: true, attributeFilter: ["data-ready"]});"""


def bare(backdrop: dict[str, gpd.GeoDataFrame]) -> str:
    """A page of Leaflet and the same backdrop as GeoJSON, drawn on a canvas, and nothing else."""
    collections = ",".join(table.to_json() for table in backdrop.values())
    return (
        f"<!DOCTYPE html><meta charset=utf-8><style>{leaflet('leaflet.css')} #m{{height:800px}}</style><div id=m></div>"
        f"<script>{leaflet('leaflet.js')}</script><script>const map=L.map('m',{{preferCanvas:true}}).setView([28,62],6);"
        f"for (const one of [{collections}]) L.geoJSON(one,{{weight:1}}).addTo(map);"
        "requestAnimationFrame(()=>setTimeout(()=>{performance.mark('geomap-painted');"
        "document.documentElement.dataset.ready='yes'}))</script>"
    )


def opened(browser: Any, file: Path, actions: dict[str, str], *, marking: str = "", limit_s: float = 120) -> dict[str, float]:
    """Seconds until the symbols are painted and until the page is ready, and milliseconds of each action until it is drawn.

    Args:
        browser: Chromium.
        file: the page.
        actions: scripts by name.
        marking: a script for a page that does not say itself when it has painted.
        limit_s: seconds that it may take to open.

    Raises:
        playwright.sync_api.TimeoutError: it took longer.
        RuntimeError: a script of the page failed.
    """
    context = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True)
    tab = context.new_page()
    tab.add_init_script(marking + _TELLING)
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    with tab.expect_console_message(lambda message: message.text == "geomap-is-ready", timeout=1000 * limit_s):
        tab.goto(file.as_uri(), wait_until="commit", timeout=1000 * limit_s)
    marks = "Object.fromEntries(performance.getEntriesByType('mark').map(({name, startTime}) => [name, startTime / 1000]))"
    found = {name.replace("geomap-", "") + "_s": value for name, value in tab.evaluate(marks).items()}
    for name, script in actions.items():
        timed = f"""async () => {{ const start = performance.now(); {script};
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); return performance.now() - start; }}"""
        found[name] = tab.evaluate(timed)
    context.close()
    if errors:
        raise RuntimeError(f"the page failed, so that its times mean nothing: {errors[0]}")
    return found


def from_disk(html: str, peers: Path) -> str:
    """A page of folium that takes from packages on the disk what it would ask the network for; of the rest it gets nothing."""
    files = {path.name: path for path in sorted(peers.rglob("*"), key=lambda path: "dist" in path.parts) if path.is_file()}

    def local(found: re.Match[str]) -> str:
        # The files in the packages have no version in their names.
        file = files.get(re.sub(r"-\d+(\.\d+)+", "", found[0].rsplit("/", 1)[-1]))
        return file.resolve().as_uri() if file else ""

    html = re.sub(r'(?<=(?:src="|ref="))https?://[^"]+', local, html)
    # From a disk each marker would read its image anew, which takes a hundred times as long as from the network.
    images = {f"{name}Url": _inlined(files[f"marker-{name}.png"]) for name in ("icon", "shadow")}
    icons = f"delete L.Icon.Default.prototype._getIconUrl; L.Icon.Default.mergeOptions({json.dumps(images)});"
    return html.replace("</head>", f"<script>{icons}</script></head>", 1)


def _inlined(image: Path) -> str:
    return f"data:image/png;base64,{base64.b64encode(image.read_bytes()).decode()}"


def folium_map(*elements: Any) -> str:
    """A folium map of the region with these on it; its tiles are asked for, but do not come."""
    import folium

    page = folium.Map(location=[28, 62], zoom_start=6)
    for element in elements:
        element.add_to(page)
    return str(page.get_root().render())


def fast_marker_cluster(incidents: Any) -> str:
    """The points as `folium.plugins.FastMarkerCluster`."""
    from folium.plugins import FastMarkerCluster

    points = incidents.geometry
    return folium_map(FastMarkerCluster(list(zip(points.y, points.x, strict=True))))


def geo_json(incidents: Any) -> str:
    """The points as `folium.GeoJson`."""
    import folium

    return folium_map(folium.GeoJson(incidents[["title", "symbol", "date_text", "geometry"]]))


def explore(incidents: Any) -> str:
    """The points as geopandas' ``.explore`` draws them."""
    drawn = incidents[["title", "symbol", "date_text", "geometry"]].explore(location=[28, 62], zoom_start=6)
    return str(drawn.get_root().render())


PEERS: dict[str, Callable[[Any], str]] = {
    "folium.FastMarkerCluster": fast_marker_cluster,
    "folium.GeoJson": geo_json,
    "geopandas .explore": explore,
}


class Table:
    """The results, printed line by line as they come."""

    def __init__(self, bare_s: float) -> None:
        """Print the head, and the bare page."""
        self.bare_s = bare_s
        self._line("page", "incidents", "built s", "MB", "painted s", "x bare", "usable s", "x bare", "zoom ms", "filter ms")
        self.row("bare Leaflet", 0, None, None, {"painted_s": bare_s})

    def row(self, name: str, n: int, built_s: float | None, size: float | None, found: dict[str, float] | str) -> None:
        """A page: its name, its incidents, and what was measured of it; or why nothing was."""
        head = [name, f"{n:,}", _said(built_s, 2), _said(size, 2)]
        if isinstance(found, str):
            print(" ".join([f"{head[0]:26}", *(f"{cell:>10}" for cell in head[1:]), "  ", found]), flush=True)
            return
        painted, usable = found["painted_s"], found.get("ready_s")
        zoom = max((found[key] for key in found if key.startswith("zoom")), default=None)
        slowest = max((found[key] for key in FILTERS if key in found), default=None)
        times = [
            _said(painted, 2),
            _said(painted / self.bare_s, 1),
            _said(usable, 2),
            _said(usable and usable / self.bare_s, 1),
        ]
        self._line(*head, *times, _said(zoom, 0), _said(slowest, 0))

    @staticmethod
    def _line(first: str, *rest: str) -> None:
        print(" ".join([f"{first:26}", *(f"{cell:>10}" for cell in rest)]), flush=True)


def _said(number: float | None, digits: int) -> str:
    return "-" if number is None else f"{number:.{digits}f}"


def measure_peers(
    playwright: Any, table: Table, n: int, incidents: Any, options: argparse.Namespace, before: dict[str, tuple[int, float]]
) -> None:
    """Measure each peer once; one that would take longer than the limit by what fewer incidents took is not tried."""
    from playwright.sync_api import TimeoutError as TooLate

    for name, render in PEERS.items():
        fewer, took_s = before.get(name, (n, 0.0))
        if took_s * n / fewer > options.limit:
            table.row(name, n, None, None, f"not tried: {fewer:,} took {took_s:.0f} s or more")
            continue
        start = time.perf_counter()
        try:
            html = render(incidents)
        except ImportError as missing:
            table.row(name, n, None, None, f"left out: {missing}")
            continue
        built_s = time.perf_counter() - start
        browser = chromium(playwright)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "peer.html"
            file.write_text(from_disk(html, options.peers), encoding="utf-8")
            size = file.stat().st_size / 1e6
            try:
                map_of = "Object.values(window).find((one) => one instanceof L.Map)"
                found: Any = opened(browser, file, zooms(map_of), marking=PAINTED, limit_s=options.limit)
                before[name] = (n, found["painted_s"])
            except TooLate:
                found = f"not opened within {options.limit} s"
                before[name] = (n, options.limit)
        browser.close()
        table.row(name, n, built_s, size, found)


def chromium(playwright: Any) -> Any:
    """A headless browser."""
    return playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])


def main(options: argparse.Namespace) -> None:
    """Measure and print."""
    from playwright.sync_api import sync_playwright

    backdrop = project.read_basemap(project.example(), (60.0, 25.0, 64.0, 30.0))
    before: dict[str, tuple[int, float]] = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = chromium(playwright)
        plain = Path(folder) / "bare.html"
        plain.write_text(bare(backdrop), encoding="utf-8")
        table = Table(statistics.median(opened(browser, plain, {})["painted_s"] for _ in range(TIMES)))
        for n in options.sizes:
            layers = many(n)
            start = time.perf_counter()
            html = draw(layers, basemap=backdrop, build={"geomap": "0", "inputs_sha256": "0"})
            built_s = time.perf_counter() - start
            file = Path(folder) / f"{n}.html"
            file.write_text(html, encoding="utf-8")
            runs = [opened(browser, file, ACTIONS) for _ in range(TIMES)]
            middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
            table.row("geomap", n, built_s, file.stat().st_size / 1e6, middle)
            print("   " + ", ".join(f"{key} {value:.0f}" for key, value in middle.items() if key.endswith("_ms")))
            if options.peers:
                measure_peers(playwright, table, n, layers.incidents, options, before)
        browser.close()
    if not options.peers:
        print(f"For the others beside it: npm install --prefix FOLDER {PACKAGES}, and give --peers FOLDER.")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("sizes", type=int, nargs="*", default=[100_000, 1_000_000], help="how many incidents")
    folder = os.environ.get("GEOMAP_PEERS")
    arguments.add_argument("--peers", type=Path, default=folder and Path(folder), help="folder of the peers' npm packages")
    arguments.add_argument("--limit", type=int, default=180, help="seconds that a peer may take to open")
    main(arguments.parse_args())
