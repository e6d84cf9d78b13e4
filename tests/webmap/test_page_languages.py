"""The page's words in the story's languages: titles and reasons, the commas of lists, and room for letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from browsing import Visit
from conftest import change
from invented import STORY, claim, incident, layers, page

from geomap import pipeline, project
from geomap.reading import in_english

Opening = Callable[..., Visit]
TITLE, REASON = "پنجگور میں حملہ", "ایک ہی بیان"


def told() -> str:
    """A page whose title, one headline and one reason are given in Urdu too."""
    words = {"ur": {"Invented": "ایجاد", "Invented strike 0": TITLE, "it says so": REASON}, "fa": {"Invented strike 0": "حمله"}}
    shown = layers([incident(0), incident(1)], [claim(0), claim(1)])
    return page(replace(shown, story=replace(STORY, translations=words)))


def test_words_that_the_story_gives_in_the_readers_language_are_shown_so_and_others_marked_as_english(visit: Opening) -> None:
    opened = visit(told(), "#l=ur&i=invented-0000")
    titles = opened.tab.locator(".item-title bdi")
    assert titles.all_inner_texts() == [TITLE, "Invented strike 1"]
    assert [titles.nth(n).get_attribute("lang") for n in range(2)] == ["ur", "en"]
    assert opened.tab.locator("#card h2 bdi").inner_text() == TITLE
    assert opened.tab.title() == opened.tab.locator("header h1").inner_text() == "ایجاد"
    opened.run("document.querySelectorAll('#card details').forEach((one) => { one.open = true; })")
    assert REASON in opened.tab.locator("#card").inner_text()
    opened.run("geomap.page.store.set({ language: 'en' })")
    assert titles.all_inner_texts() == ["Invented strike 0", "Invented strike 1"]
    assert opened.tab.title() == "Invented"
    assert opened.is_quiet()


def test_a_language_that_the_page_does_not_have_is_not_in_it() -> None:
    shown = layers()
    words = {"ur": {"one": "ایک"}, "de": {"one": "Eins-Zwei"}}
    assert "Eins-Zwei" not in page(replace(shown, story=replace(STORY, translations=words)))


def test_lists_have_the_comma_of_the_readers_script(visit: Opening) -> None:
    opened = visit(page(), "#r=table")
    where = opened.tab.locator("#table tbody tr").first.locator("td").nth(2)
    assert "Nowhere, Balochistan, Pakistan" in where.inner_text()
    for language in ("ur", "fa"):
        opened.run(f"geomap.page.store.set({{ language: '{language}' }})")
        assert ", " not in where.inner_text()
        assert where.inner_text().count("، ") == 2


LEADING = """() => {
    const walker = document.createTreeWalker(document.getElementById("app"), NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
        const one = walker.currentNode.parentElement;
        if (!one.checkVisibility() || one.closest("svg, option, .leaflet-control")) continue;
        if (!/[\\u0600-\\u06ff]/.test(one.textContent)) continue;
        const { lineHeight, fontSize } = getComputedStyle(one);
        if (one.closest("[lang]").lang === "ur") found.push(parseFloat(lineHeight) / parseFloat(fontSize));
    }
    return found;
}"""


@pytest.mark.parametrize("look", ["#l=ur", "#l=ur&i=invented-0001", "#l=ur&p=filters"])
def test_nastaliq_has_room_for_its_letters(visit: Opening, look: str) -> None:
    opened = visit(page(), look)
    leading = opened.run(LEADING)
    assert len(leading) > 20
    assert min(leading) >= 1.9
    cut = opened.run(
        """() => [...document.querySelectorAll("#app :is(button, select, summary, h1, h2)")]
            .filter((one) => one.checkVisibility() && getComputedStyle(one).overflowY !== "visible")
            .filter((one) => one.scrollHeight > one.clientHeight + 1).map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert cut == []


def test_a_files_titles_and_reasons_may_be_tables_of_languages(copied: Any) -> None:
    judged = copied / "incidents.toml"
    first = judged.read_text(encoding="utf-8").split('\ntitle = "', 1)[1].split('"', 1)[0]
    change(judged, f'title = "{first}"', f'title.en = "{first}"\ntitle.ur = "{TITLE}"')
    settings = copied / "geomap.toml"
    name = project.read_story(copied).title
    change(settings, f'title = "{name}"', f'title = {{en = "{name}", ur = "ایجاد"}}')
    story = pipeline.read_inputs(project.read_story(copied)).story
    assert story.title == name
    assert story.translations == {"ur": {first: TITLE, name: "ایجاد"}}


@pytest.mark.parametrize("table", [{"ur": "x"}, {"en": 1, "ur": "x"}, {"en": "x", "Urdu!": "y"}, {"en": {"en": 1}}])
def test_only_a_table_of_languages_with_english_is_taken_for_one(table: Any) -> None:
    assert in_english({"title": table}) == ({"title": table}, {})
