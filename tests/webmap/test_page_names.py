"""A country's name stands where it can be read: under no button, legend, scale or credit that lies over the map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from browsing import Visit
from invented import incident, layers, page
from shapely.geometry import Point

Opening = Callable[..., Visit]

#: The names of countries that are written on the backdrop and covered by something that lies over the map.
COVERED = """() => {
    const { backdrop, map } = geomap.page;
    const frame = map.getContainer().getBoundingClientRect();
    const shift = map.layerPointToContainerPoint(backdrop._bounds.min);
    const countries = new Set(backdrop.countries.map(({ name }) => name && name.toUpperCase()));
    const over = [...document.querySelectorAll("#legend, #edges button, .leaflet-control-zoom, #map-foot > *, #grip, #card")]
        .filter((one) => one.checkVisibility()).map((one) => [one.id || one.className, one.getBoundingClientRect()]);
    const found = [];
    for (const { text, box } of backdrop.names) {
        if (!countries.has(text)) continue;
        const [left, right] = [box[0], box[2]].map((x) => x + shift.x + frame.left);
        const [top, bottom] = [box[1], box[3]].map((y) => y + shift.y + frame.top);
        for (const [name, at] of over)
            if (left < at.right && right > at.left && top < at.bottom && bottom > at.top) found.push(`${text} under ${name}`);
        const whole = left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom;
        if (!whole) found.push(`${text} under edge`);
    }
    const { layer } = geomap.page;
    const off = map.layerPointToContainerPoint(layer._bounds.min);
    for (const { text, box, mark } of layer.labels) {
        const [left, top] = [box[0] + off.x + frame.left, box[1] + off.y + frame.top];
        const [right, bottom] = [box[2] + off.x + frame.left, box[3] + off.y + frame.top];
        const { x, y } = layer.spotOfMark(mark);
        const shown = right > frame.left && left < frame.right && bottom > frame.top && top < frame.bottom;
        const { x: wide, y: high } = map.getSize();
        if (shown && (x < -1 || y < -1 || x > wide + 1 || y > high + 1)) found.push(`${text} under edge`);
    }
    return { found, names: backdrop.names.filter(({ text }) => countries.has(text)).length };
}"""
WIDTHS = (480, 768, 1120, 1440, 1800)


@pytest.mark.parametrize("height", [440, 1000])
def test_no_country_s_name_stands_under_what_lies_over_the_map(visit: Opening, built: Path, height: int) -> None:
    opened = visit((built / "map.html").read_text(encoding="utf-8"))
    covered, named = [], 0
    for width in WIDTHS:
        opened.tab.set_viewport_size({"width": width, "height": height})
        for state in ({"selected": None, "view": None}, {"selected": "2024-01-16-sabz-koh"}):
            opened.run("(state) => geomap.page.store.set(state)", state)
            for dx, dy in ((0, 0), (120, 60), (-240, -140)):
                opened.run(f"geomap.page.map.panBy([{dx}, {dy}], {{ animate: false }})")
                seen = opened.tab.evaluate(COVERED)
                named += seen["names"]
                covered += [(width, state["selected"], dx, dy, *one.split(" under ")) for one in seen["found"]]
    assert named > 30
    assert covered == []


#: Buttons over the map, with what they say, that the credit or the scale covers, or whose sign stands off their middle.
HIDDEN = """() => {
    const box = (one) => one.getBoundingClientRect();
    const over = ["#credit", ".leaflet-control-scale"].map((one) => document.querySelector(one));
    const crosses = (a, b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
    const buttons = [...document.querySelectorAll("#edges button, .leaflet-control-zoom a")];
    const covered = buttons.filter((one) => over.some((other) => crosses(box(one), box(other))));
    const askew = [...document.querySelectorAll(".leaflet-control-zoom span")].filter((sign) => {
        const [inner, outer] = [box(sign), box(sign.parentElement)].map(({ top, bottom }) => (top + bottom) / 2);
        return Math.abs(inner - outer) > 3;
    });
    return [...covered, ...askew].map((one) => one.textContent);
}"""


@pytest.mark.parametrize("language", ["en", "ur", "fa"])
@pytest.mark.parametrize("size", [(360, 640), (768, 1024)])
def test_buttons_over_the_map_are_whole_in_every_language(visit: Opening, language: str, size: tuple[int, int]) -> None:
    rows = [incident(n, geometry=Point(62.5, 24 + n)) for n in range(3)]
    window = {"width": size[0], "height": size[1]}
    shown = layers(rows)
    shown = replace(shown, border=shown.border.assign(attribution="© OpenStreetMap contributors and others who drew the line"))
    opened = visit(page(shown), f"#l={language}&i=invented-0002&v=9_26_62.5", viewport=window)
    opened.until("document.querySelector('.edge.south') !== null")
    assert opened.run(HIDDEN) == []
