"""The pictures of docs/page.md: all there, all shown, and each can be made again."""

import struct
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from conftest import needs

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture(scope="module")
def make():
    needs("playwright")
    spec = spec_from_file_location("make_pictures", DOCS / "pictures" / "make.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def size_of(png):
    return struct.unpack(">II", png.read_bytes()[16:24])


def test_every_picture_that_is_made_is_there_and_shown(make):
    text = (DOCS / "page.md").read_text(encoding="utf-8")
    for picture in make.PICTURES:
        assert f"](pictures/{picture.name}.png)" in text
        assert size_of(DOCS / "pictures" / f"{picture.name}.png")[0] >= picture.size[0]
    assert text.count("](pictures/") == len(make.PICTURES)


def test_each_picture_can_be_made_from_a_map(make, browser, built, tmp_path):
    for picture in make.PICTURES:
        ratio = picture.options.get("device_scale_factor", 1)
        made = make.take(browser, built / "map.html", picture, tmp_path)
        assert size_of(made) == tuple(ratio * side for side in picture.size)
