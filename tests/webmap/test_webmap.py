"""The page as text: packs, the one escape function, the sealed head, the same bytes."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import re
import zlib
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import folium
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import HOSTILE, PAGES, basemap, claim, incident, layers, page
from shapely.geometry import LineString, MultiPolygon, Point, box

from geomap.export.changes import KINDS
from geomap.incidents.confidence import CONFIDENCE
from geomap.incidents.days import Precision
from geomap.places import letter_of
from geomap.tables import Tables
from geomap.tables.frames import frame, geoframe
from geomap.tables.schema import SCHEMA
from geomap.vocabulary import CHOICES, SHAPES, ActorStatus, Derivation, How, range_in_words
from geomap.webmap import Backdrop, Borders, Incidents, escape, seal, web_address
from geomap.webmap.elements import languages
from geomap.webmap.pack import CORNER, Pack, area_polygons, column, points


def unpack(text: str) -> dict[str, Any]:
    """What the page's own script makes of a pack: per table its columns as lists."""
    whole = zlib.decompress(base64.b64decode(text), -15)
    size = int.from_bytes(whole[:4], "little")
    header, data = json.loads(whole[4 : 4 + size]), whole[4 + size :]

    def numbers(column: dict[str, Any]) -> list[Any]:
        stored = [0] * column["rows"]
        for plane in range(column["width"]):
            for i in range(column["rows"]):
                stored[i] += data[column["at"][plane] + i] << (8 * plane)
        if "words" in column:
            return stored
        return [None if raw == 0 else (raw - 1 + column["least"]) / column["scale"] for raw in stored]

    def codes(table: dict[str, Any], column: dict[str, Any]) -> list[int]:
        own = numbers(column) if "width" in column else list(range(1, column["rows"] + 1))
        return [own[code] for code in codes(table, table["columns"][column["by"]])] if "by" in column else own

    def read(table: dict[str, Any], column: dict[str, Any]) -> list[Any]:
        if "words" not in column:
            return numbers(column)
        words = data[column["words"] : column["words"] + column["size"]].decode().split("\0") if column["count"] else []
        if "shared" in column:
            for i, shared in enumerate(numbers(column["shared"])):
                words[i] = words[max(0, i - 1)][: int(shared)] + words[i]
        return [words[code - 1] if code else None for code in codes(table, column)]

    return {name: {key: read(table, one) for key, one in table["columns"].items()} for name, table in header.items()}


@given(st.lists(st.one_of(st.none(), st.integers(-(2**40), 2**40))))
def test_a_column_of_whole_numbers_comes_back(values: list[int | None]) -> None:
    pack = Pack()
    pack.table("t", {"n": column(pack, pd.Series(values, dtype="Int64"), "integer")}, len(values))
    assert unpack(pack.text())["t"]["n"] == values


def test_a_large_pack_comes_back_too() -> None:
    random = np.random.default_rng(1)
    values = pd.Series(random.integers(0, 50_000, 1_200_000), dtype="Int64")
    words = pd.Series(np.char.add("w", np.arange(len(values)).astype(str)).astype(object))
    pack = Pack()
    pack.table("t", {"n": column(pack, values, "integer"), "w": pack.words(words)}, len(values))
    found = unpack(pack.text())["t"]
    assert found["n"] == values.tolist()
    assert found["w"] == words.tolist()


@given(st.lists(st.one_of(st.none(), st.text())))
def test_a_column_of_words_comes_back_but_for_nul_and_lone_surrogates(values: list[str | None]) -> None:
    pack = Pack()
    pack.table("t", {"w": pack.words(pd.Series(values, dtype="object"))}, len(values))
    shown = [None if v is None else v.replace("\0", "\ufffd").encode("utf-8", "replace").decode() for v in values]
    assert unpack(pack.text())["t"]["w"] == shown


@given(st.lists(st.from_regex(r"[A-C]{1,3}-[0-9]{0,4}", fullmatch=True), unique=True))
def test_words_that_are_alike_come_back(values: list[str]) -> None:
    pack = Pack()
    pack.table("t", {"w": pack.words(pd.Series(values, dtype="object"))}, len(values))
    assert unpack(pack.text())["t"]["w"] == values


@given(st.lists(st.tuples(*[st.one_of(st.none(), st.sampled_from("abc"))] * 2)))
def test_words_that_another_column_may_determine_come_back(pairs: list[tuple[str | None, str | None]]) -> None:
    place, province = (pd.Series([pair[i] for pair in pairs], dtype="object") for i in (0, 1))
    pack = Pack()
    pack.table("t", {"a": column(pack, place, "text"), "b": column(pack, province, "text", ("a", place))}, len(pairs))
    found = unpack(pack.text())["t"]
    assert [*zip(found["a"], found["b"], strict=True)] == pairs


@given(st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 99)), st.one_of(st.none(), st.integers(0, 99)))))
def test_a_column_that_is_counted_from_another_comes_back(pairs: list[tuple[int | None, int | None]]) -> None:
    low, high = (pd.Series([pair[i] for pair in pairs], dtype="Int64") for i in (0, 1))
    pack = Pack()
    pack.table("t", {"l": column(pack, low, "integer"), "h": column(pack, high, "integer", ("l", low))}, len(pairs))
    found = unpack(pack.text())["t"]
    assert found["l"] == [pair[0] for pair in pairs]
    assert [None if h is None else h + (low or 0) for low, h in zip(found["l"], found["h"], strict=True)] == [
        pair[1] for pair in pairs
    ]


@given(st.lists(st.one_of(st.none(), st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))))
def test_days_come_back_as_days_since_1970(values: list[dt.date | None]) -> None:
    pack = Pack()
    pack.table("t", {"d": column(pack, pd.Series(values, dtype="object"), "date")}, len(values))
    assert unpack(pack.text())["t"]["d"] == [None if v is None else (v - dt.date(1970, 1, 1)).days for v in values]


@given(st.lists(st.one_of(st.none(), st.tuples(st.floats(-180, 180), st.floats(-85, 85)))))
def test_points_come_back_within_a_metre(values: list[tuple[float, float] | None]) -> None:
    pack = Pack()
    pack.table("t", points(pack, np.array([None if v is None else Point(v) for v in values], dtype=object)), len(values))
    found = unpack(pack.text())["t"]
    for value, lon, lat in zip(values, found["lon"], found["lat"], strict=True):
        assert (lon, lat) == (None, None) if value is None else (lon, lat) == pytest.approx(value, abs=0.6e-5)


def test_shapes_come_back_ring_by_ring_within_the_stated_detail() -> None:
    holed = box(0, 0, 4, 4).difference(box(1, 1, 2, 2))
    shapes = [LineString([(-3.00004, 1), (5.5, -7)]), MultiPolygon([holed, box(10, 10, 11, 11)]), None]
    pack = Pack()
    pack.shapes("s", shapes)
    found = unpack(pack.text())["s"]
    assert found["paths"] == [1, 3, 0]
    x = np.cumsum([round(step * CORNER) for step in found["x"]]) / CORNER
    y = np.cumsum([round(step * CORNER) for step in found["y"]]) / CORNER
    drawn = np.column_stack([x, y])
    paths = np.split(drawn, np.cumsum([int(n) for n in found["corners"]])[:-1])
    expected = [shapes[0].coords, *(ring.coords for part in shapes[1].geoms for ring in (part.exterior, *part.interiors))]
    for path, ring in zip(paths, expected, strict=True):
        assert path == pytest.approx(np.array(ring), abs=0.6 / CORNER)


@pytest.mark.parametrize(("count", "lettered"), [(0, 0), (1, 0), (2, 2), (27, 27), (27, 3)])
def test_areas_of_several_polygons_come_back_with_bounds_and_letters(count: int, lettered: int) -> None:
    boxes = [box(i, 1, i + 0.5, 2) for i in range(count)]
    shapes = [box(0, 0, 1, 1), MultiPolygon(boxes), None, MultiPolygon([box(5, 5, 6, 6), box(7, 7, 8, 8)])]
    pack = Pack()
    area_polygons(
        pack, geoframe("areas", [{"id": str(i), "geometry": shape} for i, shape in enumerate(shapes)]), {"1": lettered}
    )
    found = unpack(pack.text())["area_polygons"]
    letters = [letter_of(i) if i < lettered else None for i in range(count)]
    expected = [(1, letter, *one.bounds) for letter, one in zip(letters, boxes, strict=True)] if count > 1 else []
    expected += [(3, None, 5, 5, 6, 6), (3, None, 7, 7, 8, 8)]
    assert list(zip(*(found[key] for key in ("area_row", "letter", "west", "south", "east", "north")), strict=True)) == expected


def test_small_areas_that_are_told_together_have_no_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    best = {"id": "invented-0000/best", "incident": "invented-0000", "role": "best", "level": "country"}
    told = [{"area": best["id"], "incident": best["incident"], "share_percent": 1.0}] * 3
    parts = [
        row | {"id": f"{best['id']}/{n}", "letter": n} for row, n in zip(told, ("A", "B", "and 2 smaller parts"), strict=True)
    ]
    shape = MultiPolygon([box(62 + i, 27, 62.5 + i, 27.5) for i in range(4)])
    found = list[Any]()
    monkeypatch.setattr("geomap.webmap.elements.area_polygons", lambda pack, areas, lettered: found.append(dict(lettered)))
    page(
        replace(
            layers([incident(0)]), areas=geoframe("areas", [{**best, "geometry": shape}]), area_parts=frame("area_parts", parts)
        )
    )

    assert found == [{best["id"]: 2}]


@given(st.text())
def test_escaped_text_holds_no_character_that_means_something(text: str) -> None:
    assert not set(escape(text)) & set("<>\"'`${}\0\u202e\u2066") - set("&#;")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " https://x",
        "data:text/html,x",
        "//x.org",
        "https:",
        "http://[",
        "file:///x",
        None,
    ],
)
def test_an_address_that_is_not_of_the_web_is_no_link(address: str | None) -> None:
    assert web_address(address) is None


def test_every_inline_script_and_style_is_named_by_its_hash_and_nothing_is_unsafe() -> None:
    text = page()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert "unsafe" not in policy[1]
    for kind in ("script", "style"):
        inline = re.findall(rf"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
        allowed = re.search(rf"{kind}-src ([^;]*)", policy[1])
        assert inline
        assert allowed
        for block in inline:
            assert base64.b64encode(hashlib.sha256(block.encode()).digest()).decode() in allowed[1]
    assert not re.search(r"<(script|link|img|iframe)[^>]*\s(src|href)=", text)
    assert not re.search(r"\sstyle=|\son[a-z]+=\"", re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL))


def test_a_changed_script_is_not_allowed_by_the_old_hash() -> None:
    one, other = (seal(f'<meta charset="utf-8"><script>{body}</script>') for body in ("a()", "b()"))
    assert one.split("script-src")[1].split(";")[0] != other.split("script-src")[1].split(";")[0]


@pytest.mark.parametrize("kind", PAGES)
def test_two_pages_of_the_same_layers_are_the_same_bytes(kind: str) -> None:
    assert page(**PAGES[kind]) == page(**PAGES[kind])


def test_leaflet_stands_in_the_page_with_its_notice() -> None:
    assert re.search(r"Leaflet 1\.[0-9.]+, a JS library", page())


def still_form(html: str) -> str:
    """What stands in a page for where its scripts cannot run."""
    return html.partition('<div id="still" role="main">')[2].partition('<template id="parts"')[0]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_any_column_never_stands_in_the_html_as_it_is(text: str) -> None:
    columns = {c.name: text for c in SCHEMA["incidents"] if c.type == "text" and c.name not in ("id", "kind", "side", "level")}
    told = {c.name: text for c in SCHEMA["claims"] if c.type == "text" and c.name not in ("id", "incident", "article")}
    html = page(layers([incident(0, **columns)], [claim(0, **told)]), title=text)
    assert text not in still_form(html)
    scripts = "".join(re.findall(r"<script>.*?</script>", html, re.DOTALL))
    assert text not in html.replace(scripts, "").split('id="app"')[1]
    assert html.count("<script") == page().count("<script")
    assert html.count('id="still"') == 1


def test_the_page_without_scripts_has_a_row_and_a_mark_for_each_incident() -> None:
    rows = [incident(0), incident(1, geometry=None, no_point_reason="known to the province only"), incident(2)]
    plain = still_form(page(layers(rows)))
    assert plain.count("<tr>") == 1 + len(rows)
    assert plain.count("<title>") == 2
    assert 'aria-label="Map of the incidents that have a point"' in plain


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(None, None, "not stated"), (0, 0, "0"), (3, None, "at least 3"), (None, 7, "at most 7"), (1, 2, "1 to 2")],
)
def test_a_range_in_words_never_turns_open_into_a_number(low: float | None, high: float | None, words: str) -> None:
    assert range_in_words(low, high) == words


def test_the_layers_go_on_any_folium_map() -> None:
    plain = folium.Map()
    for element in (Backdrop(basemap()), Borders(layers()), Incidents(layers())):
        element.add_to(plain)
    html = plain.get_root().render()
    assert html.count("geomap.add(") == 3
    assert html.count("geomap.CanvasLayer = L.Renderer.extend(") == 1


def test_layers_without_any_incident_still_make_a_page() -> None:
    assert "<table>" in page(layers([], []))


ASSETS = Path(str(files("geomap.webmap") / "assets"))
#: What each closed list of the page's texts is of.
LISTS = {
    "symbol": SHAPES,
    "level": CHOICES["level"],
    "near": CHOICES["near_border"],
    "nearness": CHOICES["near_border"],
    "pin": ("point", "none"),
    "differing": ("yes", "no"),
    "verdict": CHOICES["verdict"],
    "confidence": CONFIDENCE,
    "precision": get_args(Precision),
    "status": get_args(ActorStatus),
    "derivation": get_args(Derivation),
    "how": get_args(How),
    "change": KINDS,
}


@pytest.mark.parametrize("language", sorted(languages()))
def test_each_closed_list_has_a_text_for_each_of_its_words_and_for_no_other(language: str, tables: Tables) -> None:
    texts = languages()[language]["texts"]
    fields = {field.split("[")[0] for field in tables.cited_values["field"]}
    for name, words in {**LISTS, "field": fields}.items():
        assert {key.partition(".")[2] for key in texts if key.startswith(f"{name}.")} == set(words), name


def test_the_scripts_ask_for_no_text_that_is_not_there_and_for_every_one_that_is() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in ASSETS.rglob("*") if path.suffix in (".js", ".html"))
    said = languages()["en"]["texts"]
    texts = {key.removeprefix("events."): text for key, text in said.items()}  # of a table of events, or of a story
    groups = {key.partition(".")[0] for key in texts if "." in key}
    asked = set(re.findall(r'\bt\(\s*"([^"]+)"', sources)) | set(re.findall(r'data-t(?:-\w+)?="([^"]+)"', sources))
    words = set(re.findall(r'"([A-Za-z][\w. ]*)"', sources))
    assert asked
    assert {key for key in asked if key not in texts} == set()
    assert {word for word in words if word.partition(".")[0] in groups and "." in word and word not in texts} == set()
    made = set(re.findall(r"`(\w+)\.\$\{", sources)) | set(LISTS) | {"field"}
    assert {key for key in texts if key not in words | asked and key.partition(".")[0] not in made} == set()


def test_the_reader_has_a_colour_for_each_field_of_a_claim(tables: Tables) -> None:
    styles = "".join(path.read_text(encoding="utf-8") for path in (ASSETS / "styles").glob("*.css"))
    fields = {field.split("[")[0] for field in tables.cited_values["field"]}
    assert set(re.findall(r"\.said-(\w+)", styles)) == fields


def test_the_page_holds_the_conditions_of_every_script_in_it() -> None:
    html, licence = page(), (Path(__file__).parents[2] / "LICENSE").read_text(encoding="utf-8")
    comment = re.search(r"<!--\n(The code in this page.*?)-->", html, re.DOTALL)[1]
    words = " ".join(comment.split())

    for said in (
        "2010-2022, Volodymyr Agafonkin",
        "2010-2011, CloudMade",
        "All rights reserved",
        "The geomap authors",
        "Folium",
    ):
        assert said in words
    assert "Redistributions in binary form must reproduce the above copyright notice, this list of conditions" in words
    assert "IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT" in words
    assert licence[licence.index("Permission is hereby") :].strip() in comment
    assert "--" not in comment
    # A Leaflet of other years needs its own notice.
    assert "(c) 2010-2022 Vladimir Agafonkin, (c) 2010-2011 CloudMade" in html


@pytest.mark.parametrize("source", ["OpenStreetMap (geo-maps)", "a survey of 1950"])
def test_who_drew_the_countries_is_credited_whatever_the_border_is(source):
    shown, under = layers(), basemap()
    shown = replace(shown, border=shown.border.assign(attribution=None))
    under["countries"]["source"] = source
    about = json.loads(re.search(r'id="geomap-about"[^>]*>(.*?)</script>', page(shown, basemap=under), re.DOTALL)[1])
    assert ("© OpenStreetMap contributors" in about["credit"]) == source.startswith("OpenStreetMap")
