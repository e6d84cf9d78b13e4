"""The page of method is made from the story's data, and every layer of the map has a card."""

from __future__ import annotations

import base64
import datetime as dt
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from browsing import Visit, violations
from invented import BUILD, HOSTILE, basemap, incident, layers, page

from geomap.tables import Tables
from geomap.tables.frames import frame
from geomap.webmap import draw, method_page
from geomap.webmap.layer_cards import LAYER_CARDS


def headers(html: str) -> Iterator[dict[str, Any]]:
    """What the packs of a page say of their tables."""
    for text in re.findall(r'<script type="application/octet-stream" id="(?!geomap-languages)[^"]+">([^<]+)</script>', html):
        whole = zlib.decompress(base64.b64decode(text), -15)
        yield json.loads(whole[4 : 4 + int.from_bytes(whole[:4], "little")])


def cells(html: str, caption: str) -> list[list[str]]:
    """A table of the page by its caption, a list of texts for each row."""
    found = re.search(rf"<caption>{re.escape(caption)}</caption>.*?</table>", html, re.DOTALL)
    assert found is not None, caption
    rows = re.findall(r"<tr>(.*?)</tr>", found[0].partition("<tbody>")[2], re.DOTALL)
    return [[re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in rows]


def table(caption: str, html: str) -> dict[str, str]:
    return {first: last for first, *_, last in cells(html, caption)}


@pytest.fixture
def world() -> Tables:
    rows = [
        incident(0), incident(1, killed_min=None, killed_max=None, actors=None), incident(2, first_day=None, killed_max=None),
        incident(3, geometry=None, level="province", no_point_reason="known to the province only"),
    ]  # fmt: skip
    made = layers(rows)
    articles = [
        {"id": "gazette", "title": "A report", "publisher": "The Gazette", "published": dt.date(2023, 2, 1), "is_outside": 0,
         "address": "https://example.org/1", "captured": dt.date(2023, 2, 9)},
        {"id": "post", "title": "Another", "publisher": "The Post", "is_outside": 1, "address": "javascript:alert(1)"},
    ]  # fmt: skip
    return replace(made, articles=frame("articles", articles))


# ---- a card for each layer


def test_every_layer_that_the_page_draws_has_a_card_and_no_card_is_of_none() -> None:
    drawn = {
        name for header in headers(page()) for name, one in header.items() if {"lon", "lat"} <= one["columns"].keys()
        or {"x", "y", "corners"} <= one["columns"].keys()
    }  # fmt: skip
    carded = [name for card in LAYER_CARDS for name in card.tables]
    assert len(drawn) > 9
    assert (sorted(drawn), len(carded)) == (sorted(set(carded)), len(set(carded)))


@pytest.mark.parametrize("card", LAYER_CARDS, ids=lambda card: card.name)
def test_a_card_says_what_a_mark_is_how_it_was_made_and_what_it_cannot_tell(card: Any) -> None:
    for said in (card.mark, card.made, card.cannot):
        assert len(said.split()) >= 6 or said == card.made
        assert said.endswith(".")
    assert len({card.mark, card.made, card.cannot}) == 3


def test_every_layer_of_the_map_is_drawn_by_a_script_that_the_test_of_cards_knows() -> None:
    folder = files("geomap.webmap") / "assets" / "map"
    kinds = re.findall(r"geomap\.drawings\.(\w+) =", "".join(file.read_text(encoding="utf-8") for file in folder.iterdir()))
    assert sorted(kinds) == ["backdrop", "border", "incidents"]


def test_the_cards_stand_in_the_page(browser: Any, tmp_path: Path) -> None:
    (tmp_path / "map.html").write_text(page(), encoding="utf-8")
    opened = Visit(browser, tmp_path / "map.html", "#r=method")
    shown = opened.tab.locator("details.layer summary").all_inner_texts()
    assert shown == [card.name for card in LAYER_CARDS if card.tables]
    opened.tab.locator("details.layer summary").first.click()
    assert LAYER_CARDS[0].cannot in opened.tab.locator("details.layer").first.inner_text()
    opened.context.close()


def test_the_card_of_tiles_is_there_where_there_are_tiles() -> None:
    tiles = {"url": "https://tile.example.org/{z}/{x}/{y}.png", "attribution": "X"}
    with_tiles = draw(layers(), basemap=basemap(), build=BUILD, tiles=tiles)
    assert [LAYER_CARDS[-1].mark in html for html in (with_tiles, page())] == [True, False]


# ---- the page of method


def test_what_the_incidents_lack_is_counted_from_the_data(world: Tables) -> None:
    html = method_page(world, BUILD)
    lacks = table("What the incidents lack", html)
    assert lacks == {
        "not located": "0", "without a point": "1", "without a first day": "1", "without a number of killed": "1",
        "without an upper bound of killed": "1", "without anybody named who did it": "1", "told by one publication alone": "4",
    }  # fmt: skip
    assert table("Why an incident has no point", html) == {"known to the province only": "1"}
    assert table("Kinds of event in this story", html) == {"Air/drone strike": "4"}
    assert table("Each word and the rule behind it", html) == {"single source": "4"}
    assert "within 50 km of the border" in html


def test_reports_say_whether_their_text_is_held_and_when_it_was_taken(world: Tables) -> None:
    html = method_page(world, BUILD)
    assert cells(html, "Reports") == [
        ["The Gazette", "A report", "2023-02-01", "2023-02-09", "held, not published", "4"],
        ["The Post", "Another", "not stated", "not recorded", "cited only", "0"],
    ]
    assert re.findall(r'href="([^"]+)"', html) == ["https://example.org/1"]


def test_proposals_that_nobody_decided_on_are_told(world: Tables) -> None:
    told = "2 incidents were only proposed by a program"
    waiting = replace(world, unreviewed=frozenset({"invented-0000", "invented-0001"}))
    assert [told in method_page(one, BUILD) for one in (world, waiting)] == [False, True]


def test_other_people_s_words_are_text(world: Tables) -> None:
    titles = [HOSTILE[0], HOSTILE[1]]
    html = method_page(replace(world, articles=world.articles.assign(title=titles, publisher=HOSTILE[5])), BUILD)
    assert "<script" not in html
    assert "onerror=alert" not in html.replace("&#", "") or "<img" not in html
    assert "\u202e" not in html


def test_the_method_is_built_beside_the_map_for_any_story_the_same_each_time(built: Path, tables: Tables) -> None:
    record = json.loads((built / "build.json").read_text(encoding="utf-8"))
    assert (built / "method.html").read_text(encoding="utf-8") == method_page(tables, record)
    assert cells(method_page(tables, record), "Data")


def test_the_method_is_accessible_and_asks_for_nothing(browser: Any, axe: str, tables: Tables, tmp_path: Path) -> None:
    (tmp_path / "method.html").write_text(method_page(tables, BUILD), encoding="utf-8")
    context = browser.new_context(offline=True)
    tab = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: complaints.append(message.text))
    tab.goto((tmp_path / "method.html").as_uri())
    assert (len(asked), complaints) == (1, [])
    assert violations(tab, axe) == []
    context.close()
