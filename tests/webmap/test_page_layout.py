"""Where the parts of the page stand, measured in a real browser: at every width, three heights, card and legend open or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from browsing import Visit
from invented import incident, layers, page
from shapely.geometry import Point

WIDTHS = range(320, 1921, 64)
HEIGHTS = (320, 720, 1080)
#: What is wrong with a layout, in all languages, with card and legend open or not: a line each.
MEASURED = """(languages) => {
  const wrong = [];
  const get = (name) => document.querySelector(name);
  const boxOf = (one) => one && one.checkVisibility() && one.getBoundingClientRect();
  const meet = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
  const PARTS = ["header", "#shown", "#side", "#map-frame", "#legend", "#grip", "#card", "#timeline"];
  const ON_MAP = [".leaflet-control-zoom", ".leaflet-control-scale", "#credit", "#legend"];
  const [wide, tall] = [window.innerWidth, window.innerHeight];
  const measure = (state) => {
    const say = (what) => wrong.push(`${wide}x${tall} ${state}: ${what}`);
    if (document.documentElement.scrollWidth > wide) say(`scrolls sideways by ${document.documentElement.scrollWidth - wide}`);
    window.scrollTo(0, 0);
    if (window.scrollY + boxOf(get("#map-frame")).bottom > tall) get("#map-frame").scrollIntoView({ block: "start" });
    const boxes = (names) => names.map((name) => [name, boxOf(get(name))]).filter(([, box]) => box && box.width && box.height);
    for (const names of [PARTS, ON_MAP])
      boxes(names).forEach(([name, box], i, all) => {
        for (const [other, its] of all.slice(0, i))
          if (meet(box, its) && !(name === "#legend" && other === "#map-frame")) say(`${name} over ${other}`);
      });
    const map = boxOf(get("#map-frame"));
    const legend = boxOf(get("#legend"));
    const free = { width: map.width, height: Math.min(map.bottom, tall) - Math.max(map.top, 0) };
    if (meet(legend, map)) free.width = legend.left - map.left;
    if (free.width < 300) say(`the map is ${free.width} wide`);
    if (free.height < Math.min(300, tall / 2) - 0.5) say(`the map is ${free.height} high`);
    const credit = get("#credit");
    const own = boxOf(credit);
    if (!own || own.left < map.left - 0.5 || own.right > map.right + 0.5 || own.top < map.top || own.bottom > map.bottom + 0.5)
      say("the credit is not on the map");
    if (credit.scrollWidth > credit.clientWidth || credit.scrollHeight > credit.clientHeight + 1) say("the credit is cut");
  };
  for (const language of languages)
    for (const selected of [null, geomap.page.model.value("id", 0)])
      for (const open of [false, true]) {
        geomap.page.store.set({ language, selected });
        geomap.get("legend").open = open;
        measure(`${language}${selected ? " card" : ""}${open ? " legend" : ""}`);
      }
  return wrong;
}"""


@pytest.fixture(scope="module")
def opened(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """A page with incidents of every kind, a long title, and filters that are set."""
    kinds = ("strike", "bombing", "clash", "attack", "protest", "arrest", "other")
    rows = [incident(n, symbol=kinds[n % 7], geometry=Point(61 + n % 7 / 3, 26 + n // 7 / 3)) for n in range(42)]
    file = tmp_path_factory.mktemp("layout") / "map.html"
    file.write_text(page(layers(rows), title="Invented strikes along the border, 2019 to 2024"), encoding="utf-8")
    visit = Visit(browser, file, "#k=1&d=50&dated=1")
    yield visit
    visit.context.close()


def wrong(opened: Visit, languages: list[str], letters: str = "100%") -> list[str]:
    """What is wrong at any size of the window."""
    opened.run("(size) => void (document.documentElement.style.fontSize = size)", letters)
    found: list[str] = []
    for width in WIDTHS:
        for height in HEIGHTS:
            opened.tab.set_viewport_size({"width": width, "height": height})
            opened.settle()
            found += opened.tab.evaluate(MEASURED, languages)
    opened.run("() => { document.documentElement.style.fontSize = ''; geomap.page.store.set({ selected: null }); }")
    return found


def test_at_every_size_the_map_keeps_its_room_and_nothing_lies_over_another(opened: Visit) -> None:
    assert wrong(opened, ["en", "ur", "fa"]) == []


def test_so_it_does_with_letters_of_twice_the_size(opened: Visit) -> None:
    assert wrong(opened, ["en", "ur"], "200%") == []


def phone(opened: Visit, size: Mapping[str, int]) -> None:
    opened.tab.set_viewport_size(dict(size))
    opened.run("() => { geomap.page.store.set({ language: 'en' }); geomap.page.select(0); }")


def heights(opened: Visit) -> list[float]:
    return [opened.tab.locator(name).bounding_box()["height"] for name in ("#map-frame", "#card")]


def test_on_a_phone_the_card_is_a_sheet_that_is_dragged_and_the_map_keeps_its_room(opened: Visit) -> None:
    phone(opened, {"width": 360, "height": 740})
    before = heights(opened)
    grip = opened.tab.locator("#grip")
    box = grip.bounding_box()
    opened.tab.mouse.move(180, box["y"] + 10)
    opened.tab.mouse.down()
    opened.tab.mouse.move(180, box["y"] - 40)
    opened.tab.mouse.up()
    after = heights(opened)
    assert after[1] == pytest.approx(before[1] + 50, abs=2)
    assert sum(after) == pytest.approx(sum(before), abs=1)
    opened.tab.mouse.move(180, 600)
    assert heights(opened) == after
    assert grip.get_attribute("aria-valuenow") == str(round(100 * after[1] / 740))
    grip.focus()
    opened.tab.keyboard.press("End")
    assert heights(opened)[0] == pytest.approx(300, abs=1)
    opened.tab.keyboard.press("Home")
    assert heights(opened)[1] == pytest.approx(0.12 * 740, abs=2)
    opened.tab.keyboard.press("ArrowUp")
    assert heights(opened)[1] == pytest.approx(0.22 * 740, abs=2)
    assert opened.run("geomap.page.map.getSize().y") == pytest.approx(heights(opened)[0], abs=1)
    opened.run("document.documentElement.style.removeProperty('--sheet')")


def test_axe_finds_nothing_where_the_card_is_a_sheet(opened: Visit, axe: str) -> None:
    phone(opened, {"width": 360, "height": 740})
    assert opened.is_accessible(axe)
    assert opened.is_quiet()


@pytest.mark.parametrize(("ratio", "width"), [(1.5, 1001), (1.25, 1203), (1.1, 997), (2, 1000)])
def test_a_map_that_is_not_moved_keeps_its_picture_at_any_ratio_of_pixels(visit, ratio, width):
    there = visit(
        page(layers([incident(k) for k in range(3)])), device_scale_factor=ratio, viewport={"width": width, "height": 701}
    )
    seen = """() => [...document.querySelectorAll(".leaflet-pane canvas")].map((one) => {
      const { data } = one.getContext("2d").getImageData(0, 0, one.width, one.height);
      return data.reduce((sum, value, at) => sum + (at % 4 === 3 && value > 0), 0);
    })"""
    before = there.run(seen)
    there.run("geomap.page.map.panBy([0, 0])")

    assert max(before) > 0
    assert there.run(seen) == before
