"""A story that is walked in steps: its file, the checks of it, and the page, which is as before without one."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from browsing import Visit
from click.testing import CliRunner
from invented import BUILD, basemap, incident, languages_in, layers

from geomap import project
from geomap.checks import check
from geomap.cli.group import main
from geomap.errors import DataError
from geomap.model import StoryStep
from geomap.project.story_steps import FILTERS, read_steps
from geomap.webmap import draw
from geomap.webmap.drawing import code
from geomap.webmap.elements import asset, languages

STEPS = (
    StoryStep(text={"en": "It began <b>here</b>.", "ur": "یہیں سے شروع ہوا۔"}, view=(8, 62.6, 27.1)),
    StoryStep(text={"en": "Then this."}, incident="invented-0001", first_day=dt.date(2023, 1, 2), last_day=dt.date(2023, 1, 3)),
    StoryStep(text={"en": "And no others."}, filters={"kind": ("arrest", "strike")}),
)
GOOD = '[[steps]]\ntext = {en = "One"}\nincident = "2024-01-16-sabz-koh"\nview = {zoom = 7, lon = 64, lat = 26.5}\n'


def walked(steps: tuple[StoryStep, ...] = STEPS) -> str:
    tables = layers([incident(0), incident(1), incident(2, symbol="attack")])
    return draw(replace(tables, story=replace(tables.story, steps=steps)), basemap=basemap(), build=BUILD)


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    opened: list[Visit] = []

    def visiting(html: str, link: str = "", **context: Any) -> Visit:
        (tmp_path / "map.html").write_text(html, encoding="utf-8")
        opened.append(Visit(browser, tmp_path / "map.html", link, **context))
        return opened[-1]

    yield visiting
    for one in opened:
        one.context.close()


def state(opened: Visit) -> dict[str, Any]:
    found: dict[str, Any] = opened.run("geomap.page.store.state")
    return found


# ---- the file


def read(text: str, folder: Path) -> tuple[StoryStep, ...]:
    (folder / "steps.toml").write_text(text, encoding="utf-8")
    return read_steps(folder, ["en", "ur"], ["Iran", "Unknown"])


def test_steps_are_read_in_their_order(tmp_path: Path) -> None:
    more = '[[steps]]\ntext = {en = "Two", ur = "دو"}\ndays = {first = 2024-01-01}\n'
    more += 'filters = {kind = ["strike"], near = ["yes"]}\n'
    first, second = read(GOOD + more, tmp_path)
    assert (first.incident, first.view, first.filters) == ("2024-01-16-sabz-koh", (7, 64, 26.5), {})
    assert (second.first_day, second.last_day, second.filters) == (
        dt.date(2024, 1, 1), None, {"kind": ("strike",), "near": ("yes",)},
    )  # fmt: skip
    assert second.text["ur"] == "دو"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("", r"^steps: there is none; begin each with \[\[steps\]\]$"),
        ("[[step]]\n", r"^step: no such table; the nearest is steps$"),
        ("[[steps]]\n", r"^steps\[0\].text is missing; add it$"),
        ('[[steps]]\ntext = "One"\n', r"^steps\[0\].text is 'One'; write a text for each language, as {en = \"…\"}$"),
        ('[[steps]]\ntext = {ur = "ایک"}\n', r"^steps\[0\].text has no en, the first language of geomap.toml; add it$"),
        ('[[steps]]\ntext = {en = "One", xx = "x"}\n', r"^steps\[0\].text.xx: the page has no such language; .* en, ur$"),
        (GOOD + '[[steps]]\ntext = {en = ""}\n', r"^steps\[1\].text.en is ''; write some words$"),
        (GOOD.replace("zoom = 7", "zoom = 99"), r"^steps\[0\].view.zoom is 99; write less than or equal to 15$"),
        (GOOD.replace(", lat = 26.5", ""), r"^steps\[0\].view.lat is missing; add it$"),
        (GOOD.replace("incident", "incidnt"), r"^steps\[0\].incidnt: no such key; the nearest is incident$"),
        (GOOD + "days = {first = 2024-02-01, last = 2024-01-01}\n", r"^steps\[0\].days begins on 2024-02-01 and ends .*$"),
        (GOOD + 'days = {first = "January"}\n', r"^steps\[0\].days.first is 'January'; write a date.*$"),
        (GOOD + 'filters = {kinds = ["strike"]}\n', r"^steps\[0\].filters.kinds: no such filter; the nearest is kind$"),
        (GOOD + 'filters = {kind = ["bomb"]}\n', r"^steps\[0\].filters.kind has 'bomb'; choose from strike, .*$"),
        (GOOD + 'filters = {side = ["Nobody"]}\n', r"^steps\[0\].filters.side has 'Nobody'; choose from Iran, Unknown$"),
    ],
)  # fmt: skip
def test_a_broken_file_is_one_sentence_with_record_and_field(wrong: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="^steps[.]toml: " + said[1:]) as caught:
        read(wrong, tmp_path)
    assert len(caught.value.problems) == 1


def test_an_incident_that_is_not_there_and_a_word_that_takes_a_side_are_told_with_their_line(copied: Path) -> None:
    (copied / "steps.toml").write_text(
        GOOD + '[[steps]]\ntext = {en = "The terrorists came back"}\nincident = "2024-01-16-nowhere"\n', encoding="utf-8"
    )
    said = [problem for problem in check(story=project.read_story(copied)).problems if problem.startswith("steps.toml")]
    assert said[0] == "steps.toml: steps[1].incident is '2024-01-16-nowhere', which is no incident here; use the id of one"
    assert len(said) == 2
    assert "'terrorists', which takes a side" in said[1]
    printed = CliRunner().invoke(main, ["check", "--project", str(copied)]).output
    assert re.search(r"steps\.toml:7:\d+", printed)


def test_the_file_is_one_of_the_story_s_inputs(tmp_path: Path) -> None:
    made = CliRunner().invoke(main, ["new", str(tmp_path / "s"), "--border", "MLI-NER"])
    assert made.exit_code == 0
    (tmp_path / "s" / "steps.toml").write_text('[[steps]]\ntext = {en = "One"}\n', encoding="utf-8")
    assert "steps.toml" in project.read_hashes(project.read_story(tmp_path / "s"))


def test_the_filters_are_those_of_the_page() -> None:
    facets = re.search(r"const KNOWN = \[(.*?)\n  \];", asset("state/model.js"), re.DOTALL)
    assert facets is not None
    assert tuple(re.findall(r'\bkey: "(\w+)"', facets[1])) == FILTERS


# ---- the page


def test_a_page_without_steps_holds_nothing_of_them(tmp_path: Path) -> None:
    html = walked(())
    own = {key for key in languages()["en"]["texts"] if key.split(".")[0] == "steps"}
    assert len(own) > 4
    with_steps = walked()
    script = max(filter(str.isascii, code("panels/steps.js").splitlines()), key=len)
    assert (script in with_steps, script in html) == (True, False)
    for texts, without in zip(languages_in(with_steps).values(), languages_in(html).values(), strict=True):
        assert own <= texts["texts"].keys()
        assert not own & without["texts"].keys()
    assert "#steps" not in html


def test_a_story_is_walked_by_keys_and_buttons_and_each_step_shows_what_is_its_own(visit: Callable[..., Visit]) -> None:
    opened = visit(walked())
    steps = opened.tab.locator("#steps")
    assert steps.inner_text().strip() == "Follow the story in 3 steps"
    steps.get_by_role("button").click()
    assert "Step 1 of 3" in steps.inner_text()
    assert "It began <b>here</b>." in steps.inner_text()
    center = opened.run(
        "(() => { const { lat, lng } = geomap.page.map.getCenter(); return [lat, lng, geomap.page.map.getZoom()]; })()"
    )
    assert center == pytest.approx([27.1, 62.6, 8], abs=0.01)
    opened.tab.keyboard.press("ArrowRight")
    assert (state(opened)["step"], state(opened)["selected"]) == (2, "invented-0001")
    assert (state(opened)["from"], state(opened)["to"]) == ("2023-01-02", "2023-01-03")
    assert opened.tab.locator("#card").is_visible()
    opened.tab.keyboard.press("ArrowRight")
    now = state(opened)
    assert (now["step"], now["selected"], now["from"], now["chosen"]) == (3, None, None, {"kind": ["arrest", "strike"]})
    assert opened.run("geomap.page.model.shown.length") == 2
    opened.tab.keyboard.press("ArrowRight")
    assert state(opened)["step"] == 3
    opened.tab.keyboard.press("ArrowLeft")
    assert state(opened)["step"] == 2
    steps.get_by_role("button", name="Leave the story").click()
    opened.tab.keyboard.press("ArrowRight")
    assert (state(opened)["step"], opened.is_quiet()) == (None, True)


def test_a_step_is_part_of_the_link_and_one_by_itself_shows_all_that_is_its_own(visit: Callable[..., Visit]) -> None:
    opened = visit(walked(), "#step=2")
    assert state(opened)["selected"] == "invented-0001"
    opened.run("geomap.page.store.set({ killed: 1 })")
    link = opened.run("location.href && geomap.page.permalink()")
    assert "step=2" in link
    before = state(opened)
    again = visit(walked(), "#" + link.split("#")[1])
    assert state(again) == before
    unread = visit(walked(), "#step=9")
    assert "step=9" in unread.tab.locator("#counters").inner_text()


def test_the_text_is_in_the_reader_s_language_where_there_is_one(visit: Callable[..., Visit]) -> None:
    opened = visit(walked(), "#l=ur&step=1")
    said = opened.tab.locator("#steps p bdi")
    assert (said.inner_text(), said.get_attribute("lang")) == ("یہیں سے شروع ہوا۔", "ur")
    assert opened.run("geomap.page.map.getZoom()") == 8
    opened.tab.locator("#steps strong").click()
    opened.tab.keyboard.press("ArrowLeft")  # forward, where one reads from the right
    assert (said.inner_text(), said.get_attribute("lang")) == ("Then this.", "en")


def test_a_step_is_printed_and_without_one_all_are(visit: Callable[..., Visit]) -> None:
    opened = visit(walked(), "#step=2")
    opened.tab.emulate_media(media="print")
    opened.tab.wait_for_selector("#paper .steps", state="attached")
    assert opened.tab.locator("#paper .steps").inner_text().split("\n")[0] == "Step 2 of 3"
    assert opened.tab.locator("#paper .steps li").all_inner_texts() == ["Then this."]
    opened.tab.emulate_media(media="screen")
    opened.run("geomap.page.steps.show(null)")
    opened.tab.emulate_media(media="print")
    opened.tab.wait_for_timeout(200)
    assert len(opened.tab.locator("#paper .steps li").all_inner_texts()) == 3


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (768, 1024), (360, 740)])
def test_the_text_covers_nothing_of_the_map(width: int, height: int, visit: Callable[..., Visit]) -> None:
    long = replace(STEPS[0], text={"en": "A long text. " * 200})
    opened = visit(walked((long,)), "#step=1", viewport={"width": width, "height": height})
    box = {name: opened.tab.locator(name).bounding_box() for name in ("#steps", "#map-frame")}
    assert box["#steps"]["y"] + box["#steps"]["height"] <= box["#map-frame"]["y"]
    assert box["#map-frame"]["height"] >= 250


def test_the_steps_are_accessible(visit: Callable[..., Visit], axe: str) -> None:
    assert visit(walked(), "#step=2").is_accessible(axe)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(project.root(), tmp_path / "story", ignore=shutil.ignore_patterns("scripts"))
    return tmp_path / "story"
