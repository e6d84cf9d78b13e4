"""How the page carries 100,000 and 1,000,000 incidents, beside a bare Leaflet page with the same backdrop.

Run ``python tests/benchmarks/page.py [100000 1000000]``. It prints seconds to build, megabytes, and in headless Chromium the
seconds until the symbols are painted, for a zoom and for a filter, each the median of several.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from invented import many  # noqa: E402  # beside this folder

from geomap import geodata  # noqa: E402
from geomap.webmap import draw  # noqa: E402
from geomap.webmap.elements import leaflet  # noqa: E402

TIMES = 5


def basemap() -> dict[str, Any]:
    """The backdrop of the build."""
    names = ("countries", "admin1", "land", "disputed")
    return {name: {"type": "FeatureCollection", "features": geodata.read_geojson(f"basemap/{name}.geojson")} for name in names}


def bare(backdrop: dict[str, Any]) -> str:
    """A page of Leaflet and the same backdrop as GeoJSON, drawn on a canvas, and nothing else."""
    return (
        f"<!DOCTYPE html><meta charset=utf-8><style>{leaflet('leaflet.css')} #m{{height:800px}}</style><div id=m></div>"
        f"<script>{leaflet('leaflet.js')}</script><script>const map=L.map('m',{{preferCanvas:true}}).setView([28,62],6);"
        f"for (const one of {json.dumps(list(backdrop.values()))}) L.geoJSON(one,{{weight:1}}).addTo(map);"
        "requestAnimationFrame(()=>setTimeout(()=>{performance.mark('geomap-painted');"
        "document.documentElement.dataset.ready='yes'}))</script>"
    )


def opened(browser: Any, file: Path, actions: dict[str, str]) -> dict[str, float]:
    """Seconds until the page is ready, and milliseconds of each action until it is drawn."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True)
    tab = context.new_page()
    tab.goto(file.as_uri(), wait_until="commit")
    tab.wait_for_selector("html[data-ready]", timeout=120_000, state="attached")
    found = {
        "open_s": tab.evaluate(
            "(performance.getEntriesByName('geomap-painted')[0] || {startTime: performance.now()}).startTime"
        )
        / 1000
    }
    found["ready_s"] = tab.evaluate("(performance.getEntriesByName('geomap-ready')[0] || {startTime: 0}).startTime") / 1000
    for name, script in actions.items():
        timed = f"""async () => {{ const start = performance.now(); {script};
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); return performance.now() - start; }}"""
        found[name] = tab.evaluate(timed)
    context.close()
    return found


ACTIONS = {
    "zoom_in_ms": "geomap.page.map.setZoom(geomap.page.map.getZoom() + 1, {animate: false})",
    "zoom_out_ms": "geomap.page.map.setZoom(geomap.page.map.getZoom() - 1, {animate: false})",
    "facet_ms": "geomap.page.store.toggle('kind', 'strike')",
    "brush_ms": "geomap.page.store.set({from: '2015-01-01', to: '2016-12-31'})",
    "clear_ms": "geomap.page.store.clear()",
    "first_search_ms": "geomap.page.store.set({query: 'place 77'})",
    "search_ms": "geomap.page.store.set({query: 'district 12'})",
    "filters_open_ms": "geomap.page.store.set({query: '', panel: 'filters'})",
    "facet_with_counts_ms": "geomap.page.store.toggle('country', 'PK')",
}


def main(sizes: list[int]) -> None:
    """Measure and print."""
    from playwright.sync_api import sync_playwright

    backdrop = basemap()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        plain = Path(folder) / "bare.html"
        plain.write_text(bare(backdrop), encoding="utf-8")
        ground = statistics.median(opened(browser, plain, {})["open_s"] for _ in range(TIMES))
        print(f"bare Leaflet page: {ground:.2f} s")
        for n in sizes:
            layers = many(n)
            start = time.perf_counter()
            html = draw(layers, basemap=backdrop, build={"geomap": "0", "inputs_sha256": "0"}, title=f"{n} invented incidents")
            built = time.perf_counter() - start
            file = Path(folder) / f"{n}.html"
            file.write_text(html, encoding="utf-8")
            runs = [opened(browser, file, ACTIONS) for _ in range(TIMES)]
            middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
            size = file.stat().st_size / 1e6
            ratio = middle["open_s"] / ground
            times = f"painted {middle['open_s']:.2f} s ({ratio:.1f} times bare), all read {middle['ready_s']:.2f} s"
            print(f"{n} incidents: built {built:.2f} s, {size:.2f} MB, {times}")
            print("   " + ", ".join(f"{key} {value:.0f}" for key, value in middle.items() if key.endswith("_ms")))
        browser.close()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100_000, 1_000_000])
