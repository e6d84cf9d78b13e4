"""Stories with one fault each: what a newcomer gets wrong in the settings, the files around them, and the folder itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

Fault = Callable[[Path], None]


def _settings(old: str, new: str) -> Fault:
    def spoil(folder: Path) -> None:
        file = folder / "geomap.toml"
        text = file.read_text(encoding="utf-8")
        assert old in text, old
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def _more(lines: str) -> Fault:
    def spoil(folder: Path) -> None:
        file = folder / "geomap.toml"
        file.write_text(lines + "\n" + file.read_text(encoding="utf-8"), encoding="utf-8")

    return spoil


def _table(lines: str) -> Fault:
    def spoil(folder: Path) -> None:
        file = folder / "geomap.toml"
        file.write_text(file.read_text(encoding="utf-8") + "\n" + lines + "\n", encoding="utf-8")

    return spoil


def _written(name: str, content: str | bytes) -> Fault:
    def spoil(folder: Path) -> None:
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)

    return spoil


def _gone(name: str) -> Fault:
    def spoil(folder: Path) -> None:
        (folder / name).unlink()

    return spoil


def _replaced(name: str, old: str, new: str) -> Fault:
    def spoil(folder: Path) -> None:
        file = folder / name
        text = file.read_text(encoding="utf-8")
        assert old in text, old
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def _folder_in_place_of(name: str) -> Fault:
    def spoil(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        (folder / name).mkdir()

    return spoil


def _line(vertices: list[list[float]]) -> str:
    """A file of one line between Mali and Niger."""
    line = {"type": "LineString", "coordinates": vertices}
    feature = {"type": "Feature", "properties": {"a": "MLI", "b": "NER"}, "geometry": line}
    return json.dumps({"type": "FeatureCollection", "features": [feature]})


BORDER = 'border = "MLI-NER"'
TITLE = 'title = "Raids across the border of Mali and Niger, as three invented reports tell it"'
SIDE = '[[sides]]\nname = "Mali"\ncountry = "ML"\n'
LINE = '[[lines]]\nname = "Other"\nborder = "{}"\ndrawn_by = "somebody"\n'

#: By what is wrong, the fault and the words that the sentence must have: where, and what would be right.
BROKEN: dict[str, tuple[Fault, tuple[str, ...]]] = {
    # the settings as TOML
    "settings are nearly empty": (
        _written("geomap.toml", 'format = 1\nborder = "MLI-NER"\n'),
        ("geomap.toml", "title is missing; add it"),
    ),
    "settings are no TOML": (_more("format 1"), ("geomap.toml:1", "TOML")),
    "settings are not UTF-8": (_written("geomap.toml", b'format = 1\ntitle = "caf\xe9"\n'), ("geomap.toml:2:13", "UTF-8")),
    "settings are a folder": (_folder_in_place_of("geomap.toml"), ("no geomap.toml", "geomap new")),
    "settings have a NUL": (_written("geomap.toml", b'format = 1\ntitle = "a\0b"\n'), ("geomap.toml", "NUL")),
    "a key stands twice": (_more('title = "Twice"'), ("geomap.toml:", "TOML")),
    "a quote is not closed": (_settings(TITLE, 'title = "Raids'), ("geomap.toml:", "TOML")),
    # keys
    "no format": (_settings("format = 1\n", ""), ("format is missing", "add it")),
    "no title": (_settings(TITLE, ""), ("title is missing", "add it")),
    "no border": (_settings(BORDER, ""), ("border is missing", "add it")),
    "a newer format": (_settings("format = 1", "format = 2"), ("geomap.toml:", "format is 2", "newer geomap")),
    "a format that never was": (_settings("format = 1", "format = 0"), ("geomap.toml:", "format is 0", "correct it")),
    "a format in words": (_settings("format = 1", 'format = "one"'), ("geomap.toml:", "format", "1")),
    "a misspelt key": (_settings(BORDER, 'bordre = "MLI-NER"'), ("geomap.toml", "bordre", "nearest is border")),
    "an unknown key": (_more('colour = "red"'), ("geomap.toml", "colour", "no such")),
    "an unknown key of a side": (_table(SIDE + 'color = "#ff2100"'), ("geomap.toml", "color", "no such key")),
    "a title of nothing": (_settings(TITLE, 'title = ""'), ("geomap.toml:", "title", "write some words")),
    "a title of spaces": (_settings(TITLE, 'title = "  "'), ("geomap.toml:", "title", "write some words")),
    "a title that is a number": (_settings(TITLE, "title = 7"), ("geomap.toml:", "title", "string")),
    "home that is no list": (_more('home = "ML"'), ("geomap.toml:", "home", "list")),
    "home of an unknown country": (_more('home = ["ML", "ZZ"]'), ("geomap.toml:", "home", "'ZZ'", "no country")),
    "home in three letters": (_more('home = ["MLI"]'), ("geomap.toml:", "home[0]", "alpha-2")),
    "near in words": (_more('near_km = "far"'), ("geomap.toml:", "near_km", "number")),
    "near below nothing": (_more("near_km = -5"), ("geomap.toml:", "near_km", "greater than 0")),
    "near beyond the Earth": (_more("near_km = 30000"), ("geomap.toml:", "near_km", "20000")),
    "near that is no number": (_more("near_km = nan"), ("geomap.toml:", "near_km", "finite")),
    "bands that are one number": (_more("bands_km = 10"), ("geomap.toml:", "bands_km", "list")),
    "no bands": (_more("bands_km = []"), ("geomap.toml:", "bands_km", "at least 1")),
    "bands out of order": (_more("bands_km = [50, 10]"), ("geomap.toml:", "bands_km", "least first")),
    "a band thinner than it can be drawn": (
        _more("bands_km = [0.2, 10]"),
        ("geomap.toml:", "bands_km[0] is 0.2", "equal to 1"),
    ),
    "a band around the Earth": (_more("bands_km = [10, 20000]"), ("geomap.toml:", "bands_km[1]", "equal to 5000")),
    "a band twice": (_more("bands_km = [10, 10]"), ("geomap.toml:", "bands_km", "each once")),
    "an extent of three": (_more("extent = [1, 2, 3]"), ("geomap.toml:", "extent")),
    "an extent upside down": (_more("extent = [1.0, 20.0, 5.0, 10.0]"), ("geomap.toml:", "extent", "south")),
    "an extent off the Earth": (_more("extent = [1.0, 10.0, 500.0, 20.0]"), ("geomap.toml:", "extent", "180")),
    "a language in words": (_more('languages = ["English"]'), ("geomap.toml:", "languages[0]", "such as en")),
    "a language that the page lacks": (_more('languages = ["xx"]'), ("geomap.toml:", "languages", "'xx'", "en")),
    "no languages": (_more("languages = []"), ("geomap.toml:", "languages", "at least 1")),
    "an output of nothing": (_more('output = ""'), ("geomap.toml:", "output", "write some words")),
    "an output that is a file": (_more('output = "places.csv"'), ("places.csv", "file")),
    "an output that is the story's folder": (
        _more('output = "."'),
        ("geomap.toml:", "output", "holds the story itself", "name a folder"),
    ),
    "an output that holds the story's folder": (_more('output = "articles/../.."'), ("geomap.toml:", "holds the story itself")),
    "an output among the articles": (
        _more('output = "articles"'),
        ("geomap.toml:", "among the story's input"),
    ),
    "an output within the texts": (_more('output = "texts/map"'), ("geomap.toml:", "among the story's input")),
    "an output with a NUL": (_more('output = "a\\u0000b"'), ("geomap.toml:", "output", "write a path")),
    "an output with backslashes": (_more(r"output = 'maps\new'"), ("geomap.toml:", "output", "with / between folders")),
    "an output at home": (_more('output = "~/map"'), ("geomap.toml:", "output", "without ~")),
    "an output beside the border's file": (
        lambda f: (
            _settings(BORDER, 'border = "lines/border.geojson"')(f),
            _more('output = "lines"')(f),
            _written("lines/border.geojson", "{}")(f),
        ),
        ("geomap.toml:", "output", "has an input file", "name a folder"),
    ),
    "an output that is another story": (
        lambda f: (_more('output = "other"')(f), _written("other/geomap.toml", "format = 1")(f)),
        ("geomap.toml:", "holds another story"),
    ),
    "a line's file with backslashes": (
        _table(LINE.format("lines\\\\other.geojson")),
        ("geomap.toml:", "lines[0].border", "with / between folders"),
    ),
    "a base map that is not there": (_more('basemap = "mine"'), ("mine", "no such file")),
    # the border
    "a border of one country": (_settings(BORDER, 'border = "MLI-MLI"'), ("MLI-MLI", "no land border", "MLI borders")),
    "a border of countries far apart": (_settings(BORDER, 'border = "MLI-JPN"'), ("MLI-JPN", "no land border", "MLI borders")),
    "a border of no country": (_settings(BORDER, 'border = "QQQ-ZZZ"'), ("QQQ-ZZZ", "no land border")),
    "a border file that is not there": (_settings(BORDER, 'border = "line.geojson"'), ("line.geojson", "no such file")),
    "a border file that is empty": (
        lambda f: (_settings(BORDER, 'border = "line.geojson"')(f), _written("line.geojson", "")(f)),
        ("line.geojson",),
    ),
    "a border file of a point": (
        lambda f: (
            _settings(BORDER, 'border = "line.geojson"')(f),
            _written("line.geojson", '{"type": "Point", "coordinates": [1, 2]}')(f),
        ),
        ("line.geojson", "line"),
    ),
    "a border that is a folder": (_settings(BORDER, 'border = "articles"'), ("articles", "is a folder", "name a file")),
    # sides
    "a side without a name": (_table('[[sides]]\ncountry = "ML"'), ("geomap.toml", "sides[0].name is missing")),
    "a side twice": (_table(SIDE + SIDE), ("geomap.toml", "'Mali' stands twice", "keep one")),
    "a side with one colour": (_table(SIDE + 'light = "#ff2100"'), ("geomap.toml", "Mali", "light and dark")),
    "a colour by its name": (_table(SIDE + 'light = "red"\ndark = "#f0703a"'), ("geomap.toml", "light", "#rrggbb")),
    "a colour that is hardly seen": (_table(SIDE + 'light = "#ffff00"\ndark = "#f0703a"'), ("geomap.toml", "contrast", "3")),
    "a side's country in words": (_table('[[sides]]\nname = "Mali"\ncountry = "Mali"'), ("geomap.toml", "country", "alpha-2")),
    "a state of another type": (_table(SIDE + 'acled = "Rebel group"'), ("geomap.toml", "Mali", "keep one")),
    "sides that are one table": (_table('[sides]\nname = "Mali"'), ("geomap.toml", "sides")),
    "more sides than colours": (
        _table("".join(f'[[sides]]\nname = "Side {n}"\n' for n in range(9))),
        ("geomap.toml", "no colours", "give light and dark"),
    ),
    "an actor of a side that is not listed": (
        _written("actors.csv", "name,side,spellings,note\nunidentified gunmen,Rebels,gunmen,\n"),
        ("actors.csv:2", "side is 'Rebels'", "write one of"),
    ),
    # further lines
    "a line without who draws it": (
        _table('[[lines]]\nname = "A"\nborder = "MLI-NER"'),
        ("geomap.toml", "drawn_by is missing"),
    ),
    "a line twice": (_table(LINE.format("MLI-BFA") * 2), ("geomap.toml", "'Other' stands twice", "keep one")),
    "a line that is not there": (_table(LINE.format("other.geojson")), ("other.geojson", "no such file")),
    "a line called as the border": (
        _table(LINE.replace("Other", "MLI-NER").format("MLI-BFA")),
        ("geomap.toml:", "MLI-NER", "give it another name"),
    ),
    "a border's file with latitudes first": (
        lambda f: (_settings(BORDER, 'border = "line.geojson"')(f), _written("line.geojson", _line([[14, 1], [17, 4]]))(f)),
        ("geomap.toml:", "line.geojson", "nowhere within 500 km of Mali or Niger", "longitude, latitude"),
    ),
    # the files around
    "no article": (
        lambda f: [file.unlink() for file in (f / "articles").glob("*.toml")],
        ("articles", "no article files", "geomap add"),
    ),
    "an article that is no TOML": (_written("articles/gazette.toml", "[article"), ("gazette.toml:1", "TOML")),
    "an article under another name": (
        lambda f: (f / "articles" / "gazette.toml").rename(f / "articles" / "other.toml"),
        ("other.toml", "the file's name says 'other'"),
    ),
    "an incident of a claim that is not there": (
        _written(
            "incidents.toml",
            '[[incidents]]\nid = "a"\ntitle = "T"\nclaims = [\n'
            '{claim = "x/1", reason = "r"},\n{claim = "gazette/1", reason = "r"},\n]\n',
        ),
        ("incidents.toml", "x/1"),
    ),
    "a place that is not listed": (
        _replaced("articles/gazette.toml", '["Andéramboukane"]', '["Timbuctu"]'),
        ("gazette.toml", "'Timbuctu' is not listed", "places.csv"),
    ),
    "a place with another country's area": (
        _replaced("places.csv", "Ouallam,", "Sokoto State,,,province,NE,,,,,,NG-SO,,,an atlas,\nOuallam,"),
        ("places.csv:", "area is 'NG-SO'", "does not lie in the country 'NE'", "correct one"),
    ),
    "places without a column": (_written("places.csv", "name\nMali\n"), ("places.csv:1", "lacks level")),
    "terms with a misspelt field": (_written("terms.csv", "field,value,term\nwepon,gun,musket\n"), ("terms.csv:2", "wepon")),
    "a citation without a sha256": (
        _replaced("articles/gazette.toml", "text_sha256", "# text_sha256"),
        ("gazette.toml", "text_sha256", "64 hexadecimal digits"),
    ),
}
