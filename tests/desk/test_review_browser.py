"""`geomap review` in a browser: a person who has nothing but keys, and text that wants to be markup."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import violations
from click.testing import CliRunner
from conftest import change, needs
from three_reports import PUBLISHED, written

from geomap.articles import read_articles
from geomap.cli.group import main

LONGEST_MS = 30_000


@pytest.fixture(autouse=True, scope="module")
def installed() -> None:
    """Skip with a reason where the extra is missing."""
    needs("starlette", "tomlkit", "uvicorn")


def verb(*words: str) -> str:
    """Run a verb, which must end well."""
    ran = CliRunner().invoke(main, list(words))
    assert ran.exit_code in (0, 3), ran.output
    return ran.output


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new story with three reports that nobody has decided on."""
    story = tmp_path_factory.mktemp("read") / "story"
    verb("new", str(story), "--border", "KEN-SOM")
    verb("extract", *map(str, written(story.parent / "reports")), "--published", PUBLISHED, "--project", str(story))
    return story


@pytest.fixture
def folder(read: Path, tmp_path: Path) -> Path:
    """A copy of it, on which one may decide."""
    return Path(shutil.copytree(read, tmp_path / "story"))


@pytest.fixture
def opened(folder: Path, browser: Any) -> Iterator[Callable[..., Desk]]:
    """Opens the page of the story in the browser; ends its server after the test."""
    running: list[Desk] = []

    def start(article: str = "", extra: str = "", **context: Any) -> Desk:
        running.append(Desk(folder, browser, context, article, extra))
        return running[-1]

    yield start
    for desk in running:
        desk.end()


class Desk:
    """`geomap review` in a process of its own, and its page with a person at the keys."""

    def __init__(self, folder: Path, browser: Any, context: dict[str, Any], article: str = "", extra: str = "") -> None:
        """Start it at an article, and wait for the page; ``extra`` is a script that the browser adds before any other."""
        command = [sys.executable, "-m", "geomap", "review", *([article] if article else []), "--project", str(folder)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self.process.stdout
        self.address = self.process.stdout.readline().strip()
        self.own = self.address.partition("?")[0]
        self.context = browser.new_context(**({"viewport": {"width": 1400, "height": 850}, "locale": "en-GB"} | context))
        self.tab = self.context.new_page()
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.pressed = 0
        self.tab.on("console", lambda message: self.complaints.append(message.text))
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.tab.on("request", lambda request: self.asked.append(request.url))
        self.tab.add_init_script(extra)
        self.tab.goto(self.address)
        self.tab.wait_for_selector(".stop.now", timeout=LONGEST_MS)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each counted."""
        for key in keys:
            self.tab.keyboard.press(key)
            self.pressed += 1

    def type(self, words: str) -> None:
        """Type a name or words, which are not counted."""
        self.tab.keyboard.type(words)

    def answer(self, words: str = "", steps: int = 0) -> None:
        """Answer what is asked: go some controls on, type words, and save."""
        self.tab.wait_for_selector("dialog[open]")
        self.press(*["Tab"] * steps)
        self.type(words)
        self.press("Enter")

    def until(self, words: str, where: str = "#told") -> None:
        """Wait until something is told."""
        self.tab.locator(where, has_text=words).first.wait_for(timeout=LONGEST_MS)

    def picture(self, name: str) -> None:
        """Write what is seen as a picture of the guide, where the documents are written."""
        if os.environ.get("GEOMAP_WRITE_DOCS"):
            self.tab.screenshot(path=Path(__file__).parents[2] / "docs" / "pictures" / f"review-{name}.png")

    def shows(self, where: str) -> list[str]:
        """The texts of what a selector finds."""
        return self.tab.locator(where).all_inner_texts()

    def end(self) -> None:
        """Close both."""
        self.context.close()
        self.process.kill()
        self.process.communicate()


def by_hand(folder: Path) -> dict[str, int]:
    """What a person would write into the files of a story who has no page: lines of TOML, and pairs of offsets."""
    written = [folder / "incidents.toml", *(folder / "articles").glob("*.toml")]
    lines = [line for file in written for line in file.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return {"lines": len(lines), "offsets": len(re.findall(r"\[\d+, \d+", "\n".join(lines)))}


def test_a_person_with_nothing_but_keys_takes_three_reports_to_the_map(opened, folder, tmp_path, record_property):
    desk = opened()

    desk.press("l")
    desk.tab.locator(".label.region", has_text="Mandera").last.wait_for()
    desk.tab.locator(".label.country", has_text="Kenya").last.wait_for()
    desk.picture("page")
    desk.press("h", "Enter")
    desk.answer("Ana")  # who decides is asked first, and once
    desk.until("agency/1 accepted")
    for claim in ("agency/2", "army/1", "army/2", "paper/1"):
        desk.press("Enter")
        desk.until(f"{claim} accepted")
    desk.press("Enter")
    desk.until("geomap build")  # none waits any more

    desk.press("h", "g")
    desk.tab.wait_for_selector("dialog[open]")
    desk.picture("group")
    assert not [one for one in desk.shows("#fields option") if one.startswith("paper-1 ")]  # where it is already
    assert (
        desk.tab.evaluate("getComputedStyle(document.querySelector('.accepted .doubtful .what'), '::before').content") == "none"
    )
    desk.answer()  # what is likely stands there first, with its reason
    desk.until("paper/1 grouped")
    desk.press("d")
    desk.answer("the hospital counted later", 4)
    desk.until("agency-1 difference recorded")
    desk.press("p", "l", "g")
    desk.answer()
    desk.until("army/2 grouped")
    desk.press("h", "g")
    desk.answer()
    desk.until("army/1 grouped")
    verb("build", "--project", str(folder), "--out", str(tmp_path / "out"))
    incidents = json.loads((tmp_path / "out" / "incidents.geojson").read_text(encoding="utf-8"))["features"]
    assert sorted((one["properties"]["killed_min"], one["properties"]["killed_max"]) for one in incidents) == [
        (2, 2),
        (4, 5),
        (12, 12),
    ]
    record_property("key presses", desk.pressed)
    record_property("the same by hand", by_hand(folder))
    assert desk.pressed <= 90
    assert all(url.startswith(desk.own) for url in desk.asked)
    desk.tab.goto((tmp_path / "out" / "map.html").as_uri())
    desk.tab.wait_for_selector("html[data-ready]")
    desk.picture("map")
    assert desk.complaints == []


def test_what_was_decided_is_taken_back_step_by_step_edited_rejected_and_added(opened, folder):
    desk = opened()

    def counts() -> list[str]:
        return [row for row in desk.shows(".claim:first-of-type .value") if "killed" in row]

    desk.press("j", "Enter")
    desk.answer("Ana")
    desk.until("agency/1 accepted: Kind")  # one value, and the claim still waits
    desk.press(*["j"] * desk.tab.evaluate("desk.stops().findIndex(({ dataset }) => dataset.field === 'counts[0]') - 2"))
    desk.tab.wait_for_selector(".stop.now .of-counts")
    desk.press("e")
    desk.tab.wait_for_selector("dialog[open]")
    desk.press("Tab")
    desk.type("6")
    desk.press("Enter")
    desk.until("say in a note", "#wrong")  # the words say four: a person says how she read six
    desk.type("the agency corrected it")
    desk.press("Enter")
    desk.until("agency/1 edited")
    assert "6" in counts()[0]

    desk.press("x")
    desk.tab.wait_for_selector("dialog[open]")
    desk.press("Enter")
    desk.until("Reason is missing", "#wrong")  # none is recorded that she did not choose
    desk.type("the words do not say that")
    desk.press("Enter")
    desk.until("agency/1 rejected")
    assert counts() == []

    desk.press("a")
    desk.tab.wait_for_selector("dialog[open]")
    desk.type("killed four soldiers")
    desk.press("Tab", "Tab")
    desk.tab.locator("dialog select").nth(1).select_option("counts")
    desk.press("Enter")
    desk.until("agency/1 added")
    assert "4" in counts()[0]

    for n in range(4):
        desk.press("u")
        desk.until(f"{n + 5} decisions", "#counters")
    assert "4" in counts()[0]
    desk.press("k", "k", "k", "k", "k", "k", "k", "k", "Enter")
    desk.until("agency/1 accepted")
    desk.press("h", "h", "x")
    desk.answer("told twice")  # what was accepted is withdrawn
    desk.until("agency/1 withdrawn")
    desk.press("i")
    desk.until("agency/1: Ana on", ".history")
    assert len(desk.shows(".history li")) == 10
    desk.press("Tab", "Enter")  # the first that holds
    desk.until("agency/1 undone")
    assert desk.shows(".claim .state") == ["accepted", "waits"]
    lines = [json.loads(line) for line in (folder / "decisions.jsonl").read_text(encoding="utf-8").splitlines()]
    made = ["accept", "edit", "reject", "add", "undo", "undo", "undo", "undo", "accept", "withdraw", "undo"]
    assert [line["what"] for line in lines] == made
    assert {line["by"] for line in lines} == {"Ana"}
    assert [line["reason"] for line in lines if line["what"] in ("reject", "withdraw")] == [
        "the words do not say that",
        "told twice",
    ]
    assert lines[-1]["undone"] == lines[-2]["id"]


MARKUP = "<img src=x onerror=hit()><script>hit()</script><a href='javascript:hit()'>"
TURNED = "\u202e"  # from here on the text would run from right to left


def with_line(told: str, name: str, value: str) -> str:
    """TOML with another value of a name."""
    written = re.search(rf"(?m)^{name} = .*$", told)
    assert written
    return told.replace(written[0], f"{name} = {json.dumps(value)}")


@pytest.fixture
def attacked(folder: Path) -> Path:
    """The story, with everything that is text wanting to be something else."""
    text = (folder / "texts" / "agency.txt").read_text(encoding="utf-8")
    text += f"\n{MARKUP} Ten{TURNED}net \a{{{{constructor}}}} </mark></div>\n"
    (folder / "texts" / "agency.txt").write_text(text, encoding="utf-8")
    proposal = folder / "proposals" / "agency.toml"
    told = proposal.read_text(encoding="utf-8")
    told = with_line(told, "text_sha256", hashlib.sha256(text.encode()).hexdigest())
    told = with_line(with_line(told, "title", MARKUP + TURNED), "publisher", MARKUP)
    proposal.write_text(told.replace('"Mandera"', json.dumps("Mandera" + MARKUP)), encoding="utf-8")
    change(folder / "proposals" / "places.csv", "\nMandera,", f"\nMandera{MARKUP},")
    settings = folder / "geomap.toml"
    told = settings.read_text(encoding="utf-8")
    settings.write_text(with_line(told, "title", MARKUP + TURNED), encoding="utf-8")
    return folder


def test_text_that_wants_to_be_markup_is_shown_and_does_nothing(attacked, opened):
    desk = opened(extra="window.hit = () => { window.wasHit = true; };")

    shown = desk.tab.locator("#text").inner_text()
    assert MARKUP in shown
    assert "Ten[U+202E]net [U+0007]{{constructor}} </mark></div>" in shown
    desk.tab.locator("#articles option").nth(2).wait_for(state="attached")  # the text is seen first, then the story
    assert desk.tab.locator("#title").inner_text() == f"{MARKUP}[U+202E]"
    assert desk.tab.locator("#headline").inner_text() == f"{MARKUP}[U+202E]"
    assert any(MARKUP in row for row in desk.shows(".value .what"))
    desk.press("x")
    desk.answer(f"Ana {MARKUP}")
    desk.tab.locator("dialog", has_text="why?").wait_for()
    desk.answer(MARKUP)  # in own words
    desk.until("agency/1 rejected")
    desk.press("Enter")
    desk.until("agency/2 accepted")
    desk.press("p", "h", "g")
    desk.tab.wait_for_selector("dialog[open]")
    desk.press("Escape", "i")
    desk.until(MARKUP, ".history")
    desk.press("Escape", "j", "j", "j", "e")
    desk.until(MARKUP, "dialog")
    desk.press("Escape")
    desk.tab.evaluate("location.hash = 'javascript:hit()'")
    for kind in ("#text", "#claims", "#where", "header", "dialog"):
        assert desk.tab.locator(kind).locator("img, script, a[href^=javascript], [onerror]").count() == 0
    assert desk.tab.evaluate("window.wasHit") is None
    assert desk.complaints == []
    assert all(url.startswith(desk.own) for url in desk.asked)


def test_offsets_count_code_points_and_the_selected_words_are_taken(tmp_path, opened, folder):
    text = (
        "\N{GRINNING FACE} Cafe\u0301 \U0001d4d0 attacked\n\n"
        "GARISSA, May 7 - Gunmen\u202e shot dead two teachers in Mandera, \N{GRINNING FACE} police said.\n"
    )
    odd = tmp_path / "odd.txt"
    odd.write_text(text, encoding="utf-8")
    verb("extract", str(odd), "--published", PUBLISHED, "--project", str(folder))
    desk = opened(article="odd")
    desk.press("b")
    desk.answer("Ana")
    desk.tab.locator("dialog", has_text="on the screen").wait_for()
    desk.press("Escape")

    for value in desk.tab.evaluate("desk.article.claims.flatMap((claim) => claim.values)"):
        for (start, end), words in zip(value["spans"], value["words"], strict=True):
            assert desk.tab.evaluate("(span) => desk.wordsAt(span)", [start, end]) == words == text[start:end]
    assert "two teachers" in "".join(desk.shows("mark"))  # of whom has a mark of its own
    word = desk.tab.locator("#text span, #text mark", has_text="police").last
    word.evaluate(
        """(element) => {
            const range = document.createRange();
            const at = element.textContent.indexOf("police");
            range.setStart(element.firstChild, at);
            range.setEnd(element.firstChild, at + 6);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }"""
    )
    start = text.index("police")
    assert desk.tab.evaluate("desk.selected()") == [start, start + 6]
    desk.press("a")
    desk.tab.wait_for_selector("dialog[open]")
    words = desk.tab.locator("dialog input").first
    assert words.input_value() == "police"
    words.fill("Gunmen[U+202E] shot")  # as the page shows them
    assert desk.tab.evaluate("desk.standing(document.querySelector('dialog input').value)") == [
        [text.index("Gunmen"), text.index("shot") + 4]
    ]
    assert desk.complaints == []


def test_only_what_is_on_the_screen_and_sure_enough_is_accepted_at_once(opened, folder):
    desk = opened(viewport={"width": 1400, "height": 360})  # room for no whole claim

    proposed = (folder / "proposals" / "agency.toml").read_text(encoding="utf-8").split("[[claims]]")[1:]
    surer, less_sure = (min(map(float, re.findall(r"sure = ([\d.]+)", claim))) for claim in proposed)
    between = f"{50 * (surer + less_sure):.0f}"  # per cent
    assert surer > less_sure + 0.02

    def offered(least: str) -> list[str]:
        desk.press("b")
        desk.tab.wait_for_selector("dialog[open]")
        desk.tab.locator("dialog input").fill(least)
        shown = desk.shows("dialog li")
        desk.press("Escape")
        return shown

    desk.press("b")
    desk.answer("Ana")
    desk.tab.locator("dialog", has_text="on the screen").wait_for()
    desk.press("Escape")
    assert offered("0") == []
    desk.tab.set_viewport_size({"width": 1400, "height": 700})
    assert offered("0") == ["agency/1"]
    desk.tab.set_viewport_size({"width": 1400, "height": 1200})
    assert offered("0") == ["agency/1", "agency/2"]
    assert offered(between) == ["agency/1"]
    assert offered("90") == []
    desk.press("l", "Enter")
    desk.until("agency/2 accepted")
    desk.press("p", "b")
    desk.tab.wait_for_selector("dialog[open]")
    desk.tab.locator("dialog input").fill(between)
    desk.press("Enter")
    desk.until("agency/1 accepted")
    lines = [json.loads(line) for line in (folder / "decisions.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(line["claim"], line.get("sure")) for line in lines] == [("agency/2", None), ("agency/1", int(between) / 100)]


def test_keys_of_the_browser_and_of_other_scripts_keep_their_meaning(opened):
    desk = opened()
    keys = desk.tab.evaluate("desk.KEYS.flatMap(({ keys }) => keys)")
    assert not {"'", "/", "Backspace", " ", "Tab", "Escape"} & set(keys)
    at = desk.tab.evaluate("({ ...desk.at })")
    for key in ("Control+a", "Control+j", "Alt+d", "Backspace", "'", "/"):
        desk.press(key)
        assert desk.tab.evaluate("({ ...desk.at })") == at
        assert not desk.tab.evaluate("document.getElementById('dialog').open")
    desk.tab.evaluate(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '\\u062a', code: 'KeyJ', bubbles: true }))"
    )
    desk.tab.wait_for_selector(".value.stop.now")


def test_two_decisions_that_cannot_both_hold_stand_side_by_side_until_somebody_decides_again(opened, folder):
    desk = opened()
    desk.press("Enter")
    desk.answer("Ana")
    desk.until("agency/1 accepted")
    log = folder / "decisions.jsonl"
    (made,) = (json.loads(line) for line in log.read_text(encoding="utf-8").splitlines())
    other = {"id": "b" * 16, "what": "reject", "by": "Ben", "reason": "only background"}
    refused = made | other | {"after": {"proposed": None, "accepted": None}, "before": made["before"]}
    with log.open("a", encoding="utf-8") as file:
        file.write(json.dumps(refused) + "\n")  # as git joins the lines of two people

    desk.tab.reload()
    desk.tab.locator(".conflict").wait_for()
    told = desk.shows(".conflict p")
    assert len(told) == 3
    assert [next(name for name in ("Ana", "Ben") if name in one) for one in told[1:]] == ["Ana", "Ben"]
    assert "only background" in told[2]
    desk.press("h", "x")
    desk.tab.wait_for_selector("dialog[open]")
    desk.press("Tab", "ArrowDown", "Enter")  # the first of the reasons that are offered
    desk.tab.locator(".conflict").wait_for(state="detached", timeout=LONGEST_MS)
    assert len(set(json.loads(log.read_text(encoding="utf-8").splitlines()[-1])["saw"])) == 2


def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(opened, axe):
    desk = opened()
    desk.press("Enter")
    desk.tab.wait_for_selector("dialog[open]")

    def is_well(*where: object) -> None:
        assert desk.tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), where
        assert violations(desk.tab, axe) == [], where

    is_well("who decides")
    desk.answer("Ana")
    desk.until("agency/1 accepted")
    desk.press("h")
    for width, language, keys in ((1400, "en", "eagdxib?"), (768, "fa", "ib"), (360, "ur", "eagxi?")):
        desk.tab.set_viewport_size({"width": width, "height": 800})
        desk.tab.locator("#languages").select_option(language)
        assert desk.tab.evaluate("document.documentElement.lang") == language
        desk.tab.locator(".stop.now").focus()
        is_well(width, language)
        for key in keys:
            desk.press(key)
            if key != "d":  # the claim stands alone in its incident
                desk.tab.wait_for_selector("dialog[open]")
            is_well(width, language, key)
            desk.press("Escape")
    assert desk.complaints == []


def test_where_colours_are_the_readers_own_the_place_where_she_is_stays_marked(opened):
    desk = opened(forced_colors="active")

    for selector in (".stop.now", "mark.now"):
        assert desk.tab.locator(selector).first.evaluate("(one) => getComputedStyle(one).outlineStyle") == "solid"
    assert desk.complaints == []


def test_each_text_of_the_page_is_there_in_each_language(opened):
    desk = opened()
    texts = json.loads(
        desk.tab.locator("#texts").inner_text() or desk.tab.evaluate("document.getElementById('texts').textContent")
    )

    assert texts["fa"]["texts"].keys() == texts["ur"]["texts"].keys() == texts["en"]["texts"].keys()


def test_a_whole_article_is_taken_out_for_one_reason_and_given_back_claim_by_claim(opened, folder):
    def accepted() -> list[str]:
        return [claim.id for _, claims in read_articles(folder / "articles") for claim in claims]

    def states() -> list[str]:
        return desk.tab.evaluate("desk.article.claims.map(({ id, state }) => `${id} ${state}`)")

    desk = opened(article="agency")
    desk.press("Enter")
    desk.answer("Ana")
    desk.tab.wait_for_selector(".claim.accepted")
    assert accepted() == ["agency/1"]

    desk.press("o")
    desk.tab.locator("dialog", has_text="all 2 claims").wait_for()
    desk.tab.locator("dialog input").last.fill("the paper took it off its site")
    desk.press("Enter")
    desk.tab.wait_for_selector(".claim", state="detached")
    desk.tab.wait_for_selector("dialog[open]", state="detached")
    assert accepted() == []
    lines = [json.loads(line) for line in (folder / "decisions.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sorted(one["what"] for one in lines[1:]) == ["reject", "withdraw"]
    assert {one["reason"] for one in lines[1:]} == {"the paper took it off its site"}

    for _ in lines[1:]:
        desk.press("u")
    desk.tab.locator(".claim").nth(1).wait_for()
    assert sorted(states()) == ["agency/1 accepted", "agency/2 proposed"]
    assert accepted() == ["agency/1"]
    assert desk.complaints == []


#: A report on the border of Colombia and Venezuela, of which both have an Arauquita, and whose day no words give.
RIVER = (
    "Shells fall on Arauquita\n\nBOGOTA - Shells killed 14 people in Arauquita, officials said. "
    "Rebels shot dead two guards on 12 March.\n"
)


@pytest.fixture(scope="module")
def river_read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story that has read it."""
    story = tmp_path_factory.mktemp("river") / "river"
    report = story.parent / "river.txt"
    report.write_text(RIVER, encoding="utf-8")
    verb("new", str(story), "--border", "COL-VEN")
    with (story / "places.csv").open("a", encoding="utf-8") as places:  # so that the name is read as this place's
        places.write("Arauquita,,,settlement,VE,,-69.6572,8.7083,3000,,,,,own reading,\n")
    verb("extract", str(report), "--published", "2031-03-14", "--project", str(story))
    change(story / "geomap.toml", 'border = "COL-VEN"', 'border = "COL-VEN"\ndecides = "Ana"')
    return story


@pytest.fixture
def river(river_read: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(river_read, tmp_path / "river"))


def stand(desk: Desk, field: str) -> None:
    """Go to a value of the first claim."""
    desk.tab.evaluate("(field) => desk.stand(desk.stops().find(({ dataset }) => dataset.field === field))", field)


def decided(story: Path) -> list[dict[str, Any]]:
    """The decisions of a story."""
    log = story / "decisions.jsonl"
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.is_file() else []


@pytest.fixture
def at_river(river: Path, browser: Any) -> Iterator[Desk]:
    """The page of that story."""
    desk = Desk(river, browser, {})
    desk.tab.locator("#articles option").first.wait_for(state="attached")
    desk.tab.wait_for_function("desk.story !== null")
    yield desk
    desk.end()


def test_enter_looks_for_a_name_and_the_place_of_the_other_country_is_taken(river, at_river):
    desk = at_river
    stand(desk, "place")
    (before,) = [row for row in desk.shows(".claim:first-of-type .of-place + .what")]
    assert before == "Arauquita"
    desk.press("e")
    desk.tab.wait_for_selector("dialog[open] .place")
    assert len([one for one in desk.shows("dialog .place") if "Colombia, CO" in one]) == 1
    desk.press("Enter")  # nothing is changed
    desk.until("nothing was changed", "#wrong")
    name = desk.tab.locator("dialog label", has_text="Look for a name").locator("input")
    name.fill("Nowhereville")
    desk.press("Enter")
    desk.until("No place of this name is known", "dialog")
    desk.press("Enter")
    desk.until("Choose a place", "#wrong")
    assert decided(river) == []
    name.fill("Arauquita, Colombia")
    desk.press("Enter")
    desk.tab.locator("dialog .place", has_text="Arauquita (Colombia)").wait_for()
    assert desk.tab.locator("dialog[open]").count() == 1
    assert decided(river) == []
    desk.press("Enter")
    desk.until("river/1 edited")
    (made,) = decided(river)
    assert made["after"]["value"]["value"] == ["Arauquita (Colombia)"]
    row = next(line for line in (river / "places.csv").read_text(encoding="utf-8").splitlines() if "3689714" in line)
    assert row.split(",")[:2] == ["Arauquita (Colombia)", "Arauquita"]
    assert desk.shows(".claim:first-of-type .of-place + .what") == ["Arauquita (Colombia)"]
    assert [one for one in desk.complaints if "400" not in one] == []


def test_no_place_is_chosen_beforehand_of_several_that_a_name_may_mean(river, at_river):
    desk = at_river
    change(river / "places.csv", "Arauquita,,,settlement,VE,,-69.6572,8.7083,3000,,,,,own reading,\n", "")
    desk.tab.reload()
    stand(desk, "place")
    desk.press("e")
    desk.tab.wait_for_selector("dialog[open] .place")
    assert desk.tab.locator("dialog input.place").count() >= 2
    assert desk.tab.locator("dialog input.place:checked").count() == 0
    desk.press("Enter")
    desk.until("Choose a place", "#wrong")
    assert decided(river) == []


def test_a_new_claim_says_that_its_day_is_the_reports_and_takes_words_for_it(river, at_river):
    desk = at_river
    desk.press("a")
    desk.tab.wait_for_selector("dialog[open]")
    desk.type("shot dead")
    desk.press("Tab", "Tab")
    desk.tab.locator("dialog select").nth(1).select_option("claim")
    desk.press("Enter")
    desk.until("added")
    own = desk.tab.evaluate("desk.here().claim.id")
    days = desk.tab.locator(f'[data-claim="{own}"] .value', has_text="Days")
    assert "from the day of the report" in days.inner_text()
    assert "by a person" not in days.inner_text()
    desk.press("a")
    desk.tab.wait_for_selector("dialog[open]")
    desk.type("on 12 March")
    desk.press("Tab", "Tab")
    desk.tab.locator("dialog select").nth(1).select_option("days")
    desk.press("Enter")
    desk.until("edited")
    assert "2031-03-12" in days.inner_text()
    made = decided(river)[-1]
    assert (made["what"], made["before"]["value"]["derivation"]) == ("edit", "dateline")
    assert made["after"]["value"]["value"]["first"] == "2031-03-12"
    assert "note" not in made["after"]["value"]
    assert desk.complaints == []


def test_what_is_wrong_is_said_with_the_names_that_the_page_uses(river, at_river):
    desk = at_river
    desk.press("a")
    desk.tab.wait_for_selector("dialog[open]")
    desk.type("officials")
    desk.press("Tab", "Tab")
    desk.tab.locator("dialog select").nth(1).select_option("counts")
    least = desk.tab.locator("dialog label", has_text="At least").locator("input")
    least.wait_for()
    desk.press("Enter")
    desk.until("Fill in “At least”.", "#wrong")
    assert least.evaluate("(one) => document.activeElement === one")
    least.fill("5")
    desk.press("Tab")
    desk.tab.locator("dialog label", has_text="At most").locator("input").fill("3")
    desk.press("Enter")
    desk.until("a count runs from low to high, found 5 to 3", "#wrong")
    assert desk.tab.locator("#wrong").inner_text().startswith("People: ")
    assert decided(river) == []
