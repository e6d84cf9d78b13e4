"""The page on paper and as a picture: everything that is shown, in its own direction, with a key to its numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import ceil
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from browsing import Visit
from invented import STORY, incident, layers, many, page
from shapely.geometry import Point, Polygon

from geomap.vocabulary.symbols import AREAS

Opening = Callable[..., Visit]
MM = 96 / 25.4  #: pixels
A4 = {"portrait": (186, 273), "landscape": (273, 186)}  #: without margins of 12 mm
SVG = "{http://www.w3.org/2000/svg}"
#: Isolates of Unicode: of the first strong direction, and their end.
ISOLATE, END = "\u2068", "\u2069"


def printed(opened: Visit) -> Visit:
    """The page as it is printed."""
    opened.tab.emulate_media(media="print")
    opened.tab.wait_for_selector("#paper canvas", state="attached")
    return opened


def some(count: int) -> list[dict[str, Any]]:
    """Incidents that stand apart on the map, in rows of ten, with titles that take more than one line."""
    spots = [Point(61.2 + 0.28 * (n % 10), 26.2 + 0.5 * (n // 10)) for n in range(count)]
    return [incident(n, title=f"Invented strike {n} on a depot", geometry=spot) for n, spot in enumerate(spots)]


@pytest.mark.parametrize(("count", "rows", "said"), [(1500, 1500, False), (5200, 5000, True)])
def test_print_has_every_row_or_says_how_many_it_has(visit: Opening, count: int, rows: int, said: bool) -> None:
    opened = printed(visit(page(many(count))))
    assert opened.tab.locator("#paper tbody tr").count() == rows
    caption = opened.tab.locator("#paper caption").text_content()
    assert f"{count:,} of {count:,} shown" in caption
    assert ("the first 5,000 of them stand here" in caption) == said


def test_print_shows_the_open_card_unfolded_and_nothing_to_press(visit: Opening) -> None:
    opened = printed(visit(page(), "#i=invented-0001"))
    card = opened.tab.locator("#paper .printed-card")
    assert card.locator("h2").inner_text() == "Invented strike 1"
    assert "2 to 3 killed" in card.inner_text()
    assert opened.run("[...document.querySelectorAll('#paper details')].every((one) => one.open)")
    assert opened.tab.locator("#paper :is(button, input, [id])").count() == 0
    assert opened.tab.locator("#paper tbody tr th[scope=row]").count() == 3
    assert printed(visit(page())).tab.locator(".printed-card").count() == 0


@pytest.mark.parametrize("sheet", A4)
@pytest.mark.parametrize("screen", [(1400, 900), (360, 740)])
@pytest.mark.parametrize("link", ["", "#l=ur"])
def test_no_sheet_of_a4_is_half_empty(visit: Opening, sheet: str, screen: tuple[int, int], link: str) -> None:
    width, height = (round(MM * mm) for mm in A4[sheet])
    opened = visit(page(layers(some(40))), link, viewport={"width": screen[0], "height": screen[1]})
    printed(opened)
    opened.tab.set_viewport_size({"width": width, "height": height})
    measured = opened.run(
        """() => {
            const box = (selector) => document.querySelector(selector).getBoundingClientRect();
            const paper = document.getElementById("paper");
            const [picture, table] = [box("#paper canvas"), box("#paper table")];
            const [wide, high] = [paper.scrollWidth, paper.scrollHeight];
            return { picture: picture.height, gap: table.top - picture.bottom, wide, high };
        }"""
    )
    assert measured["picture"] < height
    assert measured["gap"] < 60
    assert measured["wide"] <= width
    pdf = opened.tab.pdf(format="A4", landscape=sheet == "landscape", prefer_css_page_size=False)
    sheets = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert sheets <= ceil(measured["high"] / height + 0.3)
    breaks = "[...document.querySelectorAll('#paper *')].map((one) => getComputedStyle(one).breakBefore)"
    assert set(opened.run(breaks)) == {"auto"}


def vector(opened: Visit) -> str:
    """The picture that is downloaded as SVG."""
    opened.tab.locator("#downloads summary").click()
    with opened.tab.expect_download() as download:
        opened.tab.locator("#download-svg").click()
    return Path(download.value.path()).read_text(encoding="utf-8")


def drawn(opened: Visit) -> ElementTree.Element:
    """Its elements."""
    return ElementTree.fromstring(vector(opened))


def words(picture: ElementTree.Element) -> list[str]:
    """What is written on a picture, without the isolates."""
    return [re.sub(f"[{ISOLATE}{END}]", "", text.text or "") for text in picture.iter(f"{SVG}text")]


def test_the_picture_has_a_key_to_its_numbers_and_the_paper_says_where_it_is(visit: Opening) -> None:
    opened = visit(page(layers(some(20))))
    said = words(drawn(opened))
    for number in range(20):
        assert said.count(str(number + 1)) >= 3, "on the map, with its halo, and in the key"
        assert any(f"Invented strike {number} on" in text for text in said)
    assert said.count("3 January 2023") == 1
    assert "The numbers on the map are those of the table." in printed(opened).tab.locator("#paper").inner_text()


def test_the_key_names_what_is_in_view_only_and_counts_what_it_has_no_room_for(visit: Opening) -> None:
    opened = visit(page(layers(some(70))))
    assert "and 10 more, in the list of the page" in words(drawn(opened))
    opened.run("geomap.page.map.setView([26.2, 61.2], 11, { animate: false })")
    said = words(drawn(opened))
    assert any(text.startswith("Invented strike 0 ") for text in said)
    assert not any(text.startswith("Invented strike 9 ") for text in said)


#: How many squares of 16 pixels differ by more than a twentieth in their mean: letters are smoothed otherwise in each.
DIFFERING = """async ([png, svg]) => {
    const squares = [];
    let size = null;
    for (const address of [png, "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg)]) {
        const image = new Image();
        image.src = address;
        await image.decode();
        size = size || [image.width, image.height];
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = size;
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0, ...size);
        const { data } = context.getImageData(0, 0, ...size);
        const sums = {};
        for (let i = 0; i < data.length; i += 4) {
            const square = `${((i / 4) % size[0]) >> 4} ${Math.floor(i / 4 / size[0]) >> 4}`;
            sums[square] = (sums[square] || 0) + data[i] + data[i + 1] + data[i + 2];
        }
        squares.push(sums);
    }
    const [one, other] = squares;
    return Object.keys(one).filter((key) => Math.abs(one[key] - other[key]) / 256 / 3 > 15).length;
}"""


@pytest.mark.parametrize("link", ["#b=1&i=invented-0003", "#l=ur&c=dark"])
def test_the_svg_shows_what_the_canvas_shows(visit: Opening, link: str) -> None:
    opened = visit(page(layers(some(20))), link)
    png = opened.run("geomap.picture(geomap.page).toDataURL()")
    beside = opened.context.new_page()  # whose own law forbids no images
    differing = beside.evaluate(DIFFERING, [png, vector(opened)])
    assert differing <= 4
    assert opened.is_quiet()


#: The colours at points of a picture that is as wide as it says.
COLOURS = """async ([svg, spots]) => {
    const image = new Image();
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    return spots.map(([x, y]) => [...context.getImageData(Math.round(x), Math.round(y), 1, 1).data].slice(0, 3));
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_in_the_rendered_svg_an_area_is_as_faint_as_its_style_says_and_its_hole_shows_the_ground(
    visit: Opening, theme: str
) -> None:
    """Both rings run the same way round, so that only the even-odd rule leaves the hole empty."""
    outer, inner = ([(x, y), (x, y + d), (x + d, y + d), (x + d, y), (x, y)] for x, y, d in ((62, 26, 2.4), (62.8, 26.8, 0.8)))
    area = {
        "id": "a/best",
        "incident": "invented-0000",
        "role": "best",
        "level": "district",
        "geometry": Polygon(outer, [inner]),
    }
    row = incident(0, geometry=Point(62.3, 26.3), actor_side="Iran", place=None, level="district")
    opened = visit(page(layers([row], areas=[area])), f"#v=7_27.2_63.2&c={theme}")
    at = "([lng, lat]) => { const { x, y } = geomap.page.map.latLngToContainerPoint([lat, lng]); return [16 + x, 58 + y]; }"
    spots = [opened.run(at, spot) for spot in ((63.8, 26.6), (63.2, 27.2), (64.9, 27.2))]
    beside = opened.context.new_page()
    filled, hole, ground = beside.evaluate(COLOURS, [vector(opened), spots])
    side = getattr(STORY.side_of["Iran"], theme)
    ink = [int(side[i : i + 2], 16) for i in (1, 3, 5)]
    share = AREAS["best"].fill_opacity
    assert 0 < share < 0.5
    assert hole == ground
    assert filled == pytest.approx([g + (i - g) * share for i, g in zip(ink, ground, strict=True)], abs=2)


@pytest.mark.parametrize("link", ["#l=ur", "#l=fa"])
def test_each_run_of_words_on_the_picture_stands_in_its_own_direction(visit: Opening, link: str) -> None:
    opened = visit(page(layers(some(3))), f"{link}&f=kind:strike")
    texts = list(drawn(opened).iter(f"{SVG}text"))
    mine = [text for text in texts if ISOLATE in (text.text or "")]
    assert all(text.get("direction") == "rtl" for text in mine)
    assert all(part.count(ISOLATE) == part.count(END) for part in (text.text for text in mine))
    head = next(text.text for text in mine if " · " in text.text)
    assert re.fullmatch(rf"{ISOLATE}[^{ISOLATE}{END}]+{END}( · {ISOLATE}[^{ISOLATE}{END}]+{END})+", head)
    titles = [text for text in mine if "Invented strike 0" in text.text]
    assert [text.text[0] + text.text[-1] for text in titles] == [ISOLATE + END]
    right = float(titles[0].get("x"))
    assert right > 60, "a line begins at the right"


def test_the_canvas_writes_an_isolated_run_as_it_stands_alone(visit: Opening) -> None:
    opened = visit(page(layers(some(3)), title="Strikes (2) of «آب»"), "#l=ur")
    calls = opened.run(
        """() => {
            const calls = [];
            const fillText = CanvasRenderingContext2D.prototype.fillText;
            CanvasRenderingContext2D.prototype.fillText = function (text, ...at) {
                if (text.startsWith("\\u2068")) calls.push([text, this.direction, this.textAlign]);
                return fillText.call(this, text, ...at);
            };
            geomap.picture(geomap.page);
            CanvasRenderingContext2D.prototype.fillText = fillText;
            return calls;
        }"""
    )
    assert [f"{ISOLATE}Strikes (2) of «آب»{END}", "rtl", "start"] in calls
    assert {direction for _, direction, _ in calls} == {"rtl"}


def test_nothing_on_the_picture_of_a_phone_is_cut(visit: Opening) -> None:
    link = "#f=kind:strike;country:PK;level:settlement;confidence:single%20source;province:Balochistan"
    opened = visit(page(layers(some(20))), link, viewport={"width": 360, "height": 740})
    wide = opened.run(
        """() => {
            const wide = [];
            const fillText = CanvasRenderingContext2D.prototype.fillText;
            CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
                const reach = this.measureText(text).width;
                const right = this.textAlign === "end" ? x : x + reach;
                if (text.startsWith("\\u2068") && right > this.canvas.width / 2) wide.push(text);
                return fillText.call(this, text, x, y);
            };
            geomap.picture(geomap.page);
            CanvasRenderingContext2D.prototype.fillText = fillText;
            return wide;
        }"""
    )
    assert wide == []
