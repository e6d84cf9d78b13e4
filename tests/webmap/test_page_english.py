"""On a page in another language English is marked as English: who hears the page hears each word in its own language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from browsing import Visit
from invented import PAGES, STORY, incident, layers, page

Opening = Callable[..., Visit]

#: Texts with two Latin words beside each other whose language, by the nearest `lang`, is not written in Latin letters. Names of
#: data sets and programs are words of every language.
UNMARKED = r"""() => {
    const names = /Natural Earth|OpenStreetMap|GeoNames|Leaflet|folium|[A-Z][\w.-]*[A-Z0-9]\b/g;
    const english = /[A-Za-z]{2,}[^A-Za-z\u0600-\u06ff]*[\s,;:()][^A-Za-z\u0600-\u06ff]*[A-Za-z]{2,}/;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const around = node.parentElement;
        if (around.closest("script, style, template, #still, code, option, .address")) continue;
        const { lang } = around.closest("[lang]");
        if (["ur", "fa"].includes(lang) && english.test(node.data.replace(names, "")))
            found.push(`${around.tagName}.${around.className}: ${node.data.slice(0, 80)}`);
    }
    return found;
}"""
UNFOLD = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"


def unmarked(opened: Visit) -> set[str]:
    """What stands unmarked anywhere: start, every card, filters and chips, every dialog, and what is printed."""
    found = set(opened.run(UNMARKED))
    ids = opened.run("geomap.page.model.details.coded('id').words")
    dialogs = ["table", "method", "embed"]
    states: list[dict[str, object]] = [
        *({"selected": one} for one in ids[:40]),
        {"selected": None, "panel": "filters", "distance": 60, "bands": True},
        {"panel": "list", "timeline": "distance"},
        *({"dialog": name} for name in dialogs),
        {"dialog": None, "selected": ids[0]},
    ]
    for state in states:
        opened.run("(state) => geomap.page.store.set(state)", state)
        opened.run(UNFOLD)
        if state.get("panel") == "filters":
            opened.run("geomap.FACETS.forEach((key) => geomap.page.panels.find((one) => one._more)._more(key))")
            opened.run("geomap.FACETS.forEach((key) => { const [one] = geomap.page.model.counts(key);"
                       " if (one) geomap.page.store.toggle(key, one.value); })")  # fmt: skip
            found |= set(opened.run(UNMARKED))
            opened.run("geomap.page.store.clear()")
        found |= set(opened.run(UNMARKED))
    opened.run("window.dispatchEvent(new Event('beforeprint'))")
    return found | set(opened.run(UNMARKED))


@pytest.mark.parametrize("language", ["ur", "fa"])
def test_english_on_the_shipped_page_is_marked_in_every_part(visit: Opening, built: Path, language: str) -> None:
    opened = visit((built / "map.html").read_text(encoding="utf-8"), f"#l={language}")
    assert unmarked(opened) == set()
    assert opened.is_quiet()


def test_english_on_a_page_of_further_lines_sides_and_hovers_is_marked(visit: Opening) -> None:
    rows = [incident(n, actor_side="Side without a label", sub_event_type="Air/drone strike") for n in range(2)]
    opened = visit(page(layers(rows), **PAGES["private"]), "#l=ur")
    assert unmarked(opened) == set()
    opened.run("geomap.page.hover(0)")
    assert opened.run(UNMARKED) == []


def test_a_card_is_called_by_its_headline_which_says_its_language(visit: Opening) -> None:
    opened = visit(page(), "#l=ur&i=invented-0000")
    card = opened.tab.locator("#card")
    called = opened.tab.locator(f"#{card.get_attribute('aria-labelledby')}")
    assert called.inner_text() == "Invented strike 0"
    assert called.locator("bdi").get_attribute("lang") == "en"


def test_search_finds_titles_in_every_language_of_the_page(visit: Opening) -> None:
    words = {"ur": {"Invented strike 0": "پنجگور میں حملہ"}, "fa": {"Invented strike 0": "تاختن"}}
    shown = layers([incident(0), incident(1)])
    opened = visit(page(replace(shown, story=replace(STORY, translations=words))), "#l=ur")

    def found(query: str) -> list[str]:
        opened.run("(query) => geomap.page.store.set({ query })", query)
        return [str(one) for one in opened.run("[...geomap.page.model.shown].map((row) => geomap.page.model.value('id', row))")]

    assert found("حملہ") == found("پنجگور") == ["invented-0000"]
    assert found("strike") == ["invented-0000", "invented-0001"]
    opened.run("geomap.page.store.set({ language: 'en' })")
    assert found("Invented") == ["invented-0000", "invented-0001"]
