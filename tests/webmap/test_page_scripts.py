"""What of the page needs no document, run by node; and that it folds names as the gazetteer does."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

from conftest import needed
from invented import languages_in, page

from geomap import project
from geomap.gazetteer.spelling import folded
from geomap.webmap import elements

HERE = Path(__file__).parent
#: Ways to write one name: marks, quotes, letters that scripts of Arabic descent write in several ways, digits, dashes.
WRITTEN = (
    ("Sham' Sar", "Sham‘ Sar", "Sham’ Sar", "ŠAM' SAR".replace("Š", "Sh")),
    ("Rāsk", "Rask", "RASK"),
    ("Sistan-Baluchestan", "sistan  baluchestan", "Sīstān–Balūchestān"),
    ("كراچي", "کراچی", "كراچى"),
    ("پنجگور", "پنجگـور", "پَنجگور"),
    ("كوئته", "کوئتہ", "کوئتة"),
    ("منطقهٔ ۲۲", "منطقه 22", "منطقہ ٢٢"),
    ("آب", "آب"),
    ("ڕانیە", "رانیه"),
    ("Łódź", "Lódz", "lodz"),
    ("Đakovo", "dakovo"),
    ("İğdır", "Igdir"),
)


def groups():
    """Names that `folded` calls one, a list each: of the hand-kept gazetteer and of `WRITTEN`."""
    lines = project.path("places.csv").read_text(encoding="utf-8").splitlines()[1:]
    names = [name for line in lines if (name := line.split(",")[0].strip('"'))]
    written = [(name, name.upper(), name.replace(" ", "-"), f" {name} ") for name in names] + list(WRITTEN)
    alike = [[name for name in some if _bare(name) == _bare(some[0])] for some in written]
    return [some for some in alike if len(some) > 1]


def _bare(name):
    return folded(name).replace(" ", "")


def run_node(tmp_path):
    names = tmp_path / "names.json"
    names.write_text(json.dumps(groups(), ensure_ascii=False), encoding="utf-8")
    env = {**os.environ, "GEOMAP_NAMES": str(names)}
    return subprocess.run(["node", "--test", str(HERE / "page.test.js")], capture_output=True, text=True, check=False, env=env)


def test_state_model_search_language_and_text_do_what_they_say(tmp_path):
    needed(shutil.which("node"), "node is not installed")
    done = run_node(tmp_path)

    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]
    assert "# fail 0" in done.stdout or "ℹ fail 0" in done.stdout


def test_the_groups_of_names_are_those_of_the_gazetteer():
    assert len(groups()) > 30
    assert sum(len(some) for some in WRITTEN) > 25


def test_no_text_of_a_script_or_style_goes_over_several_lines_and_no_code_is_lost():
    """The page has them line by line, without indents: a text of several lines would change."""
    assets = Path(elements.__file__).parent / "assets"
    files = sorted([*assets.rglob("*.js"), *assets.rglob("*.css")])
    assert len(files) > 30
    for file in files:
        lines = file.read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if line.count("`") % 2 or line.endswith("\\")] == [], file.name
        ours = [line.strip() for line in lines]
        kept = elements.code(str(file.relative_to(assets))).splitlines()
        lost = [line for line in ours if line and line not in kept]
        assert [line for line in lost if re.search(r"[;{}]$", line) and not line.startswith(("/", "*"))] == [], file.name


def test_a_language_is_one_more_file(monkeypatch):
    texts = elements.languages()
    fourth = {
        "name": "Invented",
        "locale": "eo",
        "direction": "ltr",
        "texts": {key: f"<{key}>" for key in texts["en"]["texts"]},
    }
    real = elements.languages
    monkeypatch.setattr(elements, "languages", lambda codes: {**real(codes), "eo": fourth})
    html = page()

    assert languages_in(html)["eo"]["texts"]["skip"] == "<skip>"
    assert "eo" in json.loads(re.search(r'id="geomap-about"[^>]*>(.*?)</script>', html)[1])["languages"]
    assert set(texts) >= {"en", "ur", "fa"}
    for name in elements.PAGE:
        script = elements.asset(name)
        assert '"ur"' not in script, f"{name} lists languages"
