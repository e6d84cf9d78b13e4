"""The page within other pages, as a saved copy, and in browsers that set their own colours."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from browsing import Visit
from invented import incident, layers, page

Opening = Callable[..., Visit]

# ---- embedded


def wheel(opened: Visit, *keys: str) -> float:
    """How far a turn of the wheel over the middle of the map zooms it in."""
    box = opened.tab.locator("#map-frame").bounding_box()
    opened.tab.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    before = opened.run("geomap.page.map.getZoom()")
    for key in keys:
        opened.tab.keyboard.down(key)
    opened.tab.mouse.wheel(0, -300)
    opened.tab.wait_for_timeout(400)
    for key in keys:
        opened.tab.keyboard.up(key)
    return float(opened.run("geomap.page.map.getZoom()") - before)


@pytest.mark.parametrize("width", [320, 600, 1000])
def test_an_embedded_page_is_the_map_with_a_slim_head(visit: Opening, width: int) -> None:
    opened = visit(page(), "#e=1", viewport={"width": width, "height": 480})
    head, map_box = (opened.tab.locator(name).bounding_box() for name in ("header", "#map-frame"))
    assert head["height"] <= 40
    assert map_box["height"] >= 430
    assert map_box["width"] == width
    assert opened.run("document.documentElement.scrollHeight") <= 480
    for name in ("#side", "#timeline", "#tools", "#shown"):
        assert opened.tab.locator(name).is_hidden()
    opened.run("geomap.page.select(0)")
    shared = opened.tab.locator("#map-frame").bounding_box()
    card = opened.tab.locator("#card").bounding_box()
    assert min(shared["height"], card["height"]) >= 215
    assert shared["width"] >= 300
    assert card["y"] + card["height"] <= 480
    assert opened.is_quiet()


def test_a_question_mark_embeds_too_and_the_whole_map_is_one_link_away(visit: Opening) -> None:
    opened = visit(page(), "?embed#i=invented-0001")
    assert opened.tab.locator("html.embedded").count() == 1
    href = opened.tab.locator("#whole").get_attribute("href")
    assert href.endswith("map.html#i=invented-0001")
    whole = visit(page())
    assert whole.tab.locator("html.embedded").count() == 0
    assert whole.tab.locator("#whole").is_hidden()


def test_the_wheel_turns_the_outer_page_until_the_map_is_chosen_or_ctrl_is_held(visit: Opening) -> None:
    opened = visit(page(), "#e=1")
    assert wheel(opened) == 0
    assert opened.tab.locator("#wheel-hint").is_visible()
    assert wheel(opened, "Control") > 0
    opened.tab.mouse.down()
    opened.tab.mouse.up()
    assert wheel(opened) > 0
    opened.tab.mouse.move(2, 2)
    assert wheel(opened) == 0
    assert wheel(visit(page())) > 0, "the whole page's wheel is the map's"


class Tags(HTMLParser):
    """The tags of a text, each with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: dict[str, dict[str, str | None]] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag] = dict(attrs)


def test_the_code_to_embed_is_escaped_and_names_this_view_with_a_still_beside_it(visit: Opening) -> None:
    title = 'A "quoted" <b>title</b>'
    opened = visit(page(title=title), "#k=1&i=invented-0001")
    opened.tab.locator("#downloads summary").click()
    opened.tab.locator("#download-embed").click()
    frame, still = (Tags(opened.tab.locator(f"#embed-{key}").input_value()).found for key in ("frame", "still"))
    assert set(frame) == {"iframe"}
    assert frame["iframe"]["title"] == title
    assert frame["iframe"]["src"] == "https://example.org/map.html#k=1&i=invented-0001&e=1"
    assert "allow-downloads" in (frame["iframe"]["sandbox"] or "")
    assert list(still) == ["a", "img"]
    assert still["a"]["href"] == "https://example.org/map.html#k=1&i=invented-0001"
    assert still["img"]["alt"] == f"{title}: 3 of 3 shown"
    with opened.tab.expect_download() as download:
        opened.tab.locator("#embedding").get_by_text("Picture of the map").click()
    assert download.value.suggested_filename == still["img"]["src"]
    opened.tab.locator("#embed-copy-frame").click()
    opened.until("document.querySelector('#embedding [role=status]').textContent !== ''")
    copied = opened.tab.evaluate("navigator.clipboard.readText()")
    assert Tags(copied).found == frame
    assert opened.is_quiet()


@pytest.mark.parametrize("look", ["#e=1", "#e=1&i=invented-0001&l=ur", "dialog"])
def test_axe_finds_nothing_in_an_embedded_page(visit: Opening, axe: str, look: str) -> None:
    opened = visit(page(), "" if look == "dialog" else look, viewport={"width": 700, "height": 480})
    if look == "dialog":
        opened.run("geomap.page.panels.find((part) => part instanceof geomap.Embed).open()")
    assert opened.is_accessible(axe)


# ---- in a frame that forbids


OUTER = '<!DOCTYPE html><title>Outer</title><iframe sandbox="{allowed}" src="map.html" width="1000" height="700">'


def framed(browser: Any, folder: Path, allowed: str) -> tuple[Any, Any]:
    """A page that holds the map in a sandboxed frame, and the frame."""
    (folder / "map.html").write_text(page(layers([incident(0)])), encoding="utf-8")
    (folder / "outer.html").write_text(OUTER.format(allowed=allowed), encoding="utf-8")
    tab = browser.new_context(offline=True, accept_downloads=True).new_page()
    tab.goto((folder / "outer.html").as_uri())
    frame = tab.frames[1]
    frame.wait_for_selector("html[data-ready]")
    return tab, frame


def test_in_a_frame_that_forbids_windows_and_downloads_the_page_says_so(browser: Any, tmp_path: Path) -> None:
    tab, frame = framed(browser, tmp_path, "allow-scripts")
    frame.click("#downloads summary")
    frame.click("#download-csv")
    assert "If no file arrives" in frame.inner_text("#notice")
    assert "example.org/map.html" in frame.inner_text("#notice")
    frame.click("#notice button")
    assert frame.locator("#notice").is_hidden()
    frame.click(".item")
    frame.evaluate("document.querySelectorAll('#card details').forEach((one) => { one.open = true; })")
    frame.evaluate("document.body.append(geomap.link('https://example.org/1', 'a link'))")
    frame.evaluate("document.body.lastChild.click()")
    assert frame.inner_text("#notice").startswith(
        "The page around this map lets it open no window. The link is: https://example.org/1"
    )
    tab.context.close()


def test_in_a_frame_that_allows_them_links_and_downloads_work(browser: Any, tmp_path: Path) -> None:
    tab, frame = framed(browser, tmp_path, "allow-scripts allow-downloads allow-popups")
    frame.click("#downloads summary")
    with tab.expect_download() as download:
        frame.click("#download-csv")
    assert Path(download.value.path()).read_text(encoding="utf-8-sig").startswith("id,")
    frame.evaluate("document.body.append(geomap.link('https://example.org/1', 'a link'))")
    with tab.context.expect_page() as opened:
        frame.evaluate("document.body.lastChild.click()")
    assert opened.value is not None
    assert "The link is" not in frame.inner_text("#notice")
    tab.context.close()


# ---- saved copies


def test_a_page_that_was_saved_and_is_opened_again_has_each_part_once(visit: Opening) -> None:
    count = """() => Object.fromEntries(
        [...document.querySelectorAll("[id]"), ...document.querySelectorAll("[class^=leaflet-control]")]
            .map((one) => one.id || one.className)
            .map((name, _, all) => [name, all.filter((other) => other === name).length]))"""
    opened = visit(page(), "#i=invented-0001")
    opened.run("window.dispatchEvent(new Event('beforeprint'))")
    parts = opened.run(count)
    saved = opened.run("`<!DOCTYPE html>\\n${document.documentElement.outerHTML}`")
    again = visit(saved)
    again.run("geomap.page.select(1)")
    again.run("window.dispatchEvent(new Event('beforeprint'))")
    assert again.run(count) == parts
    assert again.tab.locator("#list .item").count() == 3
    assert again.run("document.querySelectorAll('#map-frame canvas').length") == opened.run(
        "document.querySelectorAll('#map-frame canvas').length"
    )
    # The page's law forbids the style attributes of the parts that came with the copy; these parts are taken away.
    assert [one for one in again.complaints if not one.startswith("Applying inline style")] == []


def test_a_page_that_was_kept_as_mhtml_shows_a_map_and_the_table(visit: Opening, tmp_path: Path) -> None:
    opened = visit(page())
    kept = opened.context.new_cdp_session(opened.tab).send("Page.captureSnapshot", {"format": "mhtml"})["data"]
    file = tmp_path / "map.mhtml"
    file.write_text(kept, encoding="utf-8", newline="")
    tab = opened.context.new_page()
    tab.goto(file.as_uri())
    assert tab.locator("svg.still").is_visible()
    assert tab.locator("#still tbody tr").count() == 3
    assert tab.locator("#app").is_hidden()


# ---- forced colours, no motion, limits


def inked(opened: Visit) -> int:
    """How many pixels of the list's first item have ink."""
    shot = opened.tab.locator("#list .item").first.screenshot()
    beside = opened.context.new_page()
    counted = beside.evaluate(
        """async (bytes) => {
            const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
            const canvas = new OffscreenCanvas(image.width, image.height);
            const context = canvas.getContext("2d");
            context.drawImage(image, 0, 0);
            const { data } = context.getImageData(50, 2, image.width - 100, image.height - 4);
            return data.filter((value, i) => i % 4 === 0 && value < 225).length;
        }""",
        list(shot),
    )
    beside.close()
    return int(counted)


def test_forced_colours_cut_no_letters(visit: Opening) -> None:
    plain, forced = (visit(page(), "#l=ur&c=light", **more) for more in ({}, {"forced_colors": "active"}))
    one, other = inked(forced), inked(plain)
    assert one > 0.95 * other


def test_forced_colours_are_the_systems_and_what_is_chosen_has_an_edge(visit: Opening) -> None:
    opened = visit(page(), "#i=invented-0001&f=kind:strike", forced_colors="active")
    colours = opened.run(
        """() => {
            const probe = document.createElement("i");
            document.body.append(probe);
            const names = ["CanvasText", "Canvas", "Highlight", "HighlightText", "GrayText", "ButtonText", "LinkText"];
            const system = names.map((name) => {
                probe.style.setProperty("color", name);
                return getComputedStyle(probe).color;
            });
            probe.remove();
            const all = [...document.querySelectorAll("#app *:not(canvas, svg, svg *)")];
            const text = all.filter((one) => one.checkVisibility());
            return text.filter((one) => !system.includes(getComputedStyle(one).color)).map((one) => one.outerHTML.slice(0, 90));
        }"""
    )
    assert colours == []
    edges = opened.run(
        """() => [...document.querySelectorAll("[aria-pressed=true], [aria-selected=true], [aria-current]")]
            .filter((one) => one.checkVisibility())
            .map((one) => getComputedStyle(one).outlineStyle)"""
    )
    assert len(edges) >= 3
    assert set(edges) <= {"solid", "double"}


@pytest.mark.parametrize("look", ["", "#i=invented-0001", "#p=filters", "#l=ur", "#r=table", "#e=1"])
def test_axe_finds_nothing_in_forced_colours(visit: Opening, axe: str, look: str) -> None:
    assert visit(page(), look, forced_colors="active").is_accessible(axe)


@pytest.mark.parametrize(("motion", "moving"), [("reduce", False), ("no-preference", True)])
def test_keys_move_the_map_at_once_where_no_motion_is_asked_for(visit: Opening, motion: str, moving: bool) -> None:
    opened = visit(page(), reduced_motion=motion)
    opened.tab.locator(".folium-map").focus()
    before = opened.run("geomap.page.map.getCenter().lng")
    steps = opened.tab.evaluate(
        """async () => {
            const { map } = geomap.page;
            const seen = [];
            const box = map.getContainer();
            for (const type of ["keydown", "keyup"])
                box.dispatchEvent(new KeyboardEvent(type, { keyCode: 39, key: "ArrowRight", bubbles: true }));
            for (let i = 0; i < 20; i++) {
                seen.push(map.getPane("mapPane").style.transform);
                await new Promise((done) => setTimeout(done, 25));
            }
            return new Set(seen).size;
        }"""
    )
    assert (steps > 1) == moving
    assert opened.run("geomap.page.map.getCenter().lng") > before
    assert opened.run("geomap.page.map._zoomAnimated") == moving


def test_the_map_zooms_no_farther_than_there_is_something_to_see(visit: Opening) -> None:
    opened = visit(page())
    assert opened.run("[geomap.page.map.getMinZoom(), geomap.page.map.getMaxZoom()]") == [1, 15]
    opened.run("geomap.page.map.setZoom(30, { animate: false })")
    assert opened.run("geomap.page.map.getZoom()") == 15
    assert opened.tab.locator(".leaflet-control-zoom-in.leaflet-disabled").count() == 1
    tiles = {"url": "https://{s}.tile.example.org/{z}/{x}/{y}.png", "attribution": "© Example"}
    assert visit(page(tiles=tiles)).run("geomap.page.map.getMaxZoom()") == 19
