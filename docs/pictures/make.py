"""Makes the pictures of docs/page.md from the map that stands: `python docs/pictures/make.py [MAP.html [FOLDER]]`.

A further picture is a line in `PICTURES`.
"""

import shutil
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from geomap import project
from geomap.model import StoryStep
from geomap.pipeline import draw_story

HERE = Path(__file__).resolve().parent
MAIN = "2024-01-16-sabz-koh"  #: the incident whose card is shown


@dataclass(frozen=True)
class Picture:
    """A picture of the page: its file's name, the link that is opened, the window in pixels, and how the browser stands."""

    name: str
    link: str
    size: tuple[int, int]
    options: dict[str, Any] = field(default_factory=dict)  #: of the browser's context
    script: str = ""  #: run in the page before the picture is taken
    paper: bool = False  #: as it is printed; the size is the sheet's
    walked: bool = False  #: of the shipped story with `STEPS`, as a ``steps.toml`` in its folder would give them


STEPS = (
    StoryStep(text={"en": "On 16 January 2024, Iran struck two places in Panjgur district."}, incident=MAIN),
    StoryStep(
        text={"en": "Two days later, Pakistan struck back: at least seven people were killed near Saravan."},
        incident="2024-01-18-saravan",
    ),
    StoryStep(text={"en": "The strikes of that week."}, filters={"kind": ("strike",)}),
)

PICTURES = (
    Picture("page-wide", "#v=6.25/27.6/63.2", (1400, 900)),
    Picture("page-phone", "", (390, 844), {"device_scale_factor": 2, "has_touch": True, "is_mobile": True}),
    Picture("page-phone-sheet", f"#i={MAIN}", (390, 844), {"device_scale_factor": 2, "has_touch": True, "is_mobile": True}),
    Picture("page-tablet", f"#i={MAIN}", (1024, 768)),
    Picture("page-print-ur", f"#l=ur&i={MAIN}", (703, 1032), paper=True),
    Picture(
        "page-forced-colours", f"#f=kind:strike&i={MAIN}", (1400, 900), {"forced_colors": "active", "color_scheme": "dark"}
    ),
    Picture("page-step", "#step=2", (1280, 800), walked=True),
    Picture("page-embed", f"#e=1&i={MAIN}", (760, 480)),
)


def take(browser: Browser, page: Path, picture: Picture, folder: Path) -> Path:
    """Take one picture into a folder.

    Args:
        browser: a running one.
        page: the map.
        picture: of what.
        folder: where ``NAME.png`` is written, and the page of a story in steps.

    Returns:
        The file.
    """
    if picture.walked:
        page = folder / "walked.html"
        page.write_text(draw_story(replace(project.example(), steps=STEPS)), encoding="utf-8", newline="\n")
    width, height = picture.size
    window = {"width": 1400, "height": 900} if picture.paper else {"width": width, "height": height}
    context = browser.new_context(viewport=window, offline=True, reduced_motion="reduce", **picture.options)
    tab = context.new_page()
    tab.goto(page.resolve().as_uri() + picture.link)
    tab.wait_for_selector("html[data-ready]")
    if picture.script:
        tab.evaluate(picture.script)
    if picture.paper:
        tab.emulate_media(media="print")
        tab.wait_for_selector("#paper canvas")
        tab.set_viewport_size({"width": width, "height": height})
    tab.wait_for_timeout(500)
    file = folder / f"{picture.name}.png"
    tab.screenshot(path=file)
    context.close()
    return file


def main(page: Path = HERE.parents[1] / "output" / "map.html", folder: Path = HERE) -> None:
    """Take all pictures."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for picture in PICTURES:
            with TemporaryDirectory() as made:
                print(shutil.copy(take(browser, page, picture, Path(made)), folder))
        browser.close()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
