"""The page where it cannot start, in a real browser: scripts that are blocked, engines that lack something, wrong headers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from browsing import violations
from invented import incident, layers, page

from geomap.webmap.in_ascii import in_ascii

ADDRESS = "http://map.test/"
Serving = Callable[..., Any]


@pytest.fixture
def served(browser: Any) -> Iterator[Serving]:
    """Open a page as a server hands it out, with headers of its own, in a browser that a script changed before."""
    contexts = []

    def serving(html: str, headers: Mapping[str, str] | None = None, *, before: str = "") -> Any:
        contexts.append(browser.new_context())
        tab = contexts[-1].new_page()
        if before:
            tab.add_init_script(before)
        answer = {"content-type": "text/html", **(headers or {})}
        tab.route("**/*", lambda route: route.fulfill(status=200, headers=answer, body=html.encode()))
        tab.goto(ADDRESS)
        tab.wait_for_load_state("load")
        return tab

    yield serving
    for context in contexts:
        context.close()


def is_still(tab: Any) -> bool:
    """Whether the table and the still map are seen, and nothing of the page that needs scripts."""
    assert tab.locator("#still tbody tr").count() == 3
    assert tab.locator("#still td").first.is_visible()
    assert tab.locator("svg.still").bounding_box()["height"] > 100
    assert tab.locator("#app").is_hidden()
    return True


REASONS = {
    "a policy without scripts": ({"content-security-policy": "script-src 'self'"}, "", "No script has run"),
    "a policy without scripts and styles": ({"content-security-policy": "default-src 'none'"}, "", "No script has run"),
    "a policy without styles": ({"content-security-policy": "style-src 'none'"}, "", "styles are blocked: style-src"),
    "no unpacking": ({}, "delete window.DecompressionStream", "DecompressionStream"),
    "no raw deflate": (
        {},
        "window.DecompressionStream = class { constructor(form) { if (form !== 'gzip') throw TypeError(`no ${form} here`); } }",
        "no deflate-raw here",
    ),
    "an exception before the map": ({}, "delete window.ResizeObserver", "ResizeObserver"),
    "an exception at the end": ({}, "delete Intl.NumberFormat; delete window.requestAnimationFrame", "requestAnimationFrame"),
}  # fmt: skip


@pytest.mark.parametrize("reason", REASONS)
def test_a_page_that_cannot_start_shows_its_still_form_and_says_what_is_missing(served: Serving, reason: str) -> None:
    headers, before, said = REASONS[reason]
    tab = served(page(), headers, before=before)
    tab.locator("#still-why", has_text=said).wait_for(timeout=5000)
    assert is_still(tab)


def test_a_page_that_was_cut_off_says_so(served: Serving) -> None:
    whole = page()
    tab = served(whole[: whole.rindex("<script>")])
    tab.locator("#still-why", has_text="did not run").wait_for(timeout=5000)
    assert is_still(tab)


def test_the_still_form_tells_each_reader_in_her_language_and_is_gone_once_the_page_is_ready(served: Serving) -> None:
    blocked = served(page(), {"content-security-policy": "script-src 'none'"})
    notes = blocked.locator("#still > p[lang]")
    assert [one.get_attribute("lang") for one in notes.all()] == ["en", "fa", "ur"]
    assert {one.get_attribute("dir") for one in notes.all()} == {"ltr", "rtl"}
    ready = served(page())
    ready.wait_for_selector("html[data-ready]", timeout=20_000)
    assert ready.locator("#still").is_hidden()
    assert ready.locator("#app").is_visible()


def test_an_error_of_a_page_that_has_started_leaves_it_as_it_is(served: Serving) -> None:
    tab = served(page())
    tab.wait_for_selector("html[data-ready]", timeout=20_000)
    tab.evaluate("() => void setTimeout(() => { throw new Error('later'); })")
    tab.evaluate("() => void Promise.reject(new Error('later'))")
    tab.wait_for_timeout(100)
    assert tab.locator("#app").is_visible()


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-6", "shift_jis", "utf-16le"])
def test_a_wrong_character_set_of_the_server_changes_no_word(served: Serving, charset: str) -> None:
    rows = [incident(0, title="Ataque en Ñandú – سراوان", place_local="سراوان")]
    tab = served(page(layers(rows), title="Überfälle – نقشہ"), {"content-type": f"text/html; charset={charset}"})
    tab.wait_for_selector("html[data-ready]", timeout=20_000)
    assert tab.locator("#app h1").inner_text() == "Überfälle – نقشہ"
    assert tab.locator(".item-title").all_inner_texts() == ["Ataque en Ñandú – سراوان"]
    assert tab.locator("#still td").first.text_content() == "Ataque en Ñandú – سراوان"


def test_every_letter_of_the_page_but_its_mark_is_ascii() -> None:
    assert re.findall(r"[^\x00-\x7f]", page(title="Überfälle")) == ["\ufeff"]
    assert in_ascii("<script>'\U0001f600'</script>")[1:] == "<script>'\\ud83d\\ude00'</script>"


def test_axe_finds_nothing_in_the_still_form(served: Serving, axe: str) -> None:
    tab = served(page(), before="delete window.DecompressionStream")
    tab.locator("#still-why", has_text="DecompressionStream").wait_for(timeout=5000)
    assert violations(tab, axe) == []
