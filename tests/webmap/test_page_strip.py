"""The strip of dates under fingers, wheel and keys, in a real browser."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Visit
from invented import incident, layers, page

WINDOW = "[geomap.page.store.state.from, geomap.page.store.state.to]"
STRIP = "geomap.page.panels.find((part) => part.counts)"
#: Where a day stands, as a share of the strip's width.
SHARE = f"""(() => {{
    const {{ starts, bins, binOf }} = {STRIP};
    const day = geomap.dayNumber("2024-01-15");
    const bin = binOf(day);
    return (bin + (day - starts[bin]) / (starts[bin + 1] - starts[bin])) / bins;
}})()"""
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}


class Strip(Visit):
    """A page whose strip is looked at."""

    def box(self) -> dict[str, float]:
        """Where the strip is, in sight."""
        self.tab.locator("#chart").scroll_into_view_if_needed()
        return dict(self.tab.locator("#chart").bounding_box())

    def touch(self, *paths: tuple[tuple[float, float], tuple[float, float]]) -> None:
        """Fingers that go from where to where, from the strip's middle, as the browser itself would tell of them."""
        box, send = self.box(), self.context.new_cdp_session(self.tab).send
        middle = (box["x"] + box["width"] / 2, box["y"] + 40)
        for step in range(13):
            points = [
                {axis: middle[k] + one[k] + (other[k] - one[k]) * step / 12 for k, axis in enumerate("xy")} | {"id": number}
                for number, (one, other) in enumerate(paths)
            ]
            send("Input.dispatchTouchEvent", {"type": "touchMove" if step else "touchStart", "touchPoints": points})
        send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        self.settle()

    def days(self) -> list[str]:
        """The first day of the strip, and the one after its last."""
        return list(self.run(f"[{STRIP}.starts[0], {STRIP}.starts.at(-1)].map(geomap.day)"))


@pytest.fixture
def strip(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Open the page of incidents of nine years, most of them in one month."""
    days = [dt.date(2016 + n, 3, 1) for n in range(8)] + [dt.date(2024, 1, 1 + n) for n in range(30)]
    days += [dt.date(2024, 12, 1)]
    rows = [incident(n, first_day=day, last_day=day) for n, day in enumerate(days)]
    rows.append(incident(90, first_day=dt.date(2023, 12, 20), last_day=dt.date(2024, 2, 10), date_precision="interval"))
    file = tmp_path / "map.html"
    file.write_text(page(layers(rows)), encoding="utf-8")
    open_now: list[Strip] = []

    def opening(link: str = "", **context: Any) -> Strip:
        open_now.append(Strip(browser, file, link, **context))
        return open_now[-1]

    yield opening
    for one in open_now:
        one.context.close()


@pytest.mark.parametrize("link", ["", "#s=distance", "#t=2024-01-01"])
def test_a_swipe_up_or_down_that_begins_on_the_strip_scrolls_the_page_and_sets_nothing(strip: Any, link: str) -> None:
    opened = strip(link, **PHONE)
    opened.box()
    before, window = opened.run("window.scrollY"), opened.run(WINDOW)
    assert before > 200
    opened.touch(((0, 0), (12, 150)))
    opened.until(f"window.scrollY < {before} - 50")
    assert opened.run(WINDOW) == window
    assert opened.run("geomap.page.store.state.selected") is None


def test_a_swipe_sideways_on_the_strip_sets_the_window(strip: Any) -> None:
    opened = strip(**PHONE)
    opened.touch(((0, 0), (100, 8)))
    first, last = opened.run(WINDOW)
    assert "2020" <= first < last <= "2024"


def test_what_the_browser_takes_back_is_set_back(strip: Any) -> None:
    opened = strip("#t=2017-01-01")
    box = opened.box()
    opened.tab.mouse.move(box["x"] + 300, box["y"] + 40)
    opened.tab.mouse.down()
    opened.tab.mouse.move(box["x"] + 500, box["y"] + 40)
    assert opened.run(WINDOW)[1] is not None
    opened.run(
        "document.getElementById('chart').dispatchEvent(new PointerEvent('pointercancel', { pointerId: 1, isPrimary: true }))"
    )
    assert opened.run(WINDOW) == ["2017-01-01", None]


def test_two_fingers_stretch_the_strip_and_set_no_window(strip: Any) -> None:
    opened = strip(**PHONE)
    opened.touch(((-30, 0), (-90, 0)), ((30, 0), (90, 0)))
    first, end = (dt.date.fromisoformat(day) for day in opened.days())
    assert 700 < (end - first).days < 1900
    assert opened.run(WINDOW) == [None, None]
    assert opened.run("visualViewport.scale") == 1


@pytest.mark.parametrize("way", ["wheel", "button", "keys"])
def test_the_strip_zooms_to_days_and_back_so_that_one_month_is_no_hair(strip: Any, way: str) -> None:
    opened = strip()
    whole, box = opened.days(), opened.box()
    share = opened.run(SHARE)
    if way == "button":
        opened.run("geomap.page.store.set({ from: '2024-01-10', to: '2024-01-20' })")
        for _ in range(3):
            opened.tab.locator("#timeline-zoomIn").click()
        assert opened.run(f"{STRIP}.unit") == "month"
        assert opened.run(WINDOW) == ["2024-01-10", "2024-01-20"]
    elif way == "wheel":
        opened.tab.mouse.move(box["x"] + share * box["width"], box["y"] + 40)
        for _ in range(12):
            opened.tab.mouse.wheel(0, -120)
        assert opened.run(f"{STRIP}.unit") == "day"
    else:
        opened.run("geomap.page.store.set({ from: '2024-01-01' })")
        for _ in range(6):
            opened.tab.locator("#handle-From").press("+")
        assert opened.run(f"{STRIP}.unit") == "day"
    first, end = opened.days()
    if way != "button":
        assert first < "2024-01-15" < end
        counts = opened.run(
            f"(() => {{ const {{ sure, maybe }} = {STRIP}.counts(); return [...sure].map((n, i) => n + maybe[i]); }})()"
        )
        starts = opened.run(f"{STRIP}.starts.map(geomap.day)")
        assert dict(zip(starts, counts, strict=False))["2024-01-15"] == 2
    for _ in range(8):
        opened.tab.locator("#handle-To").press("-")
    assert opened.days() == whole
    assert opened.tab.locator("#timeline-zoomOut").is_disabled()
    assert opened.is_quiet()


def test_an_end_of_the_window_that_is_out_of_sight_stays_where_it_is(strip: Any) -> None:
    opened = strip("#t=2016-03-01&z=2023-12-01_2024-02-29")
    assert opened.days() == ["2023-12-01", "2024-03-01"]
    opened.tab.locator("#handle-To").press("ArrowLeft")
    assert opened.run(WINDOW) == ["2016-03-01", "2024-02-28"]
    box = opened.box()
    opened.tab.mouse.move(box["x"] + box["width"] * 90 / 91 + 1, box["y"] + 40)
    opened.tab.mouse.down()
    opened.tab.mouse.move(box["x"] + box["width"] * 60.5 / 91, box["y"] + 40)
    opened.tab.mouse.up()
    assert opened.run(WINDOW) == ["2016-03-01", "2024-01-30"]
    opened.tab.locator("#timeline-reset").click()
    assert opened.run(WINDOW) == [None, None]
    assert opened.days()[0] == "2016-03-01"


def test_what_lies_in_part_outside_of_the_strip_is_counted_in_it_as_possible(strip: Any) -> None:
    opened = strip("#z=2024-01-01_2024-01-31")
    sure, maybe = opened.run(f"(() => {{ const {{ sure, maybe }} = {STRIP}.counts(); return [[...sure], [...maybe]]; }})()")
    assert sure == [1] * 30 + [0]
    assert maybe == [1] * 31


@pytest.mark.parametrize("link", ["#z=2024-02-31_2024-03-01", "#z=2024-03-01_2024-01-01", "#z=2024", "#z=1_2_3"])
def test_a_span_that_cannot_be_is_told_and_the_strip_shows_all(strip: Any, link: str) -> None:
    opened = strip(link)
    assert "could not be read" in opened.tab.locator("#counters").inner_text()
    assert opened.days()[0] == "2016-03-01"
