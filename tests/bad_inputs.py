"""Inputs over every reader, each labelled good or bad, made from a few good ones by faults that people and programs make.

A case is a change of one file, or an argument. Of a bad one must come a clear sentence, of a good one an answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Change = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Case:
    """An input: for which reader, of what kind its fault is, whether it is bad, and the file's new content or the argument."""

    reader: str
    kind: str
    name: str
    bad: bool
    given: Any

    def __str__(self) -> str:
        return f"{self.reader}: {self.kind}: {self.name}"


def text(change: Callable[[str], str]) -> Change:
    """A change of a file's text."""
    return lambda data: change(data.decode("utf-8")).encode("utf-8")


def swap(old: str, new: str) -> Change:
    """The first of some words written otherwise; a pattern, so that a case fails when the file no longer has them."""

    def change(words: str) -> str:
        changed, count = re.subn(old, lambda _: new, words, count=1, flags=re.MULTILINE)
        assert count, f"{old!r} is not in the file"
        return changed

    return text(change)


# What a spreadsheet, an editor or a broken disk makes of any text file.
SPOILED: dict[str, Change] = {
    "binary": lambda _: b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "Windows-1252": lambda data: data + "\n# Zürich – “quoted”".encode("cp1252"),
    "a zero byte": lambda data: data[:200] + b"\0" + data[200:],
    "a web page": lambda _: b"<!DOCTYPE html><html><body>404 not found</body></html>",
    "UTF-16 without a mark": lambda data: data.decode().encode("utf-16-le"),
}
UNHARMED: dict[str, Change] = {
    "a byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "line ends of Windows": lambda data: data.replace(b"\n", b"\r\n"),
    "UTF-16 with a mark": lambda data: data.decode().encode("utf-16"),
    "empty lines at the end": lambda data: data + b"\n\n\n",
}


def _table(reader: str, header: str, row: str) -> Iterator[Case]:
    """A hand-kept CSV file: its header, and a row that may be put at its end."""
    columns = len(header.split(","))
    first = header.split(",", maxsplit=1)[0]
    bad: dict[str, dict[str, Change]] = {
        "encoding": SPOILED,
        "structure": {
            "empty": lambda _: b"",
            "no header": text(lambda words: words.partition("\n")[2]),
            "a misspelled column": swap(f"^{first},", f"{first}s,"),
            "a column twice": text(lambda words: words.replace(header, f"{header},{first}", 1)),
            "a cell too many": text(lambda words: f"{words}{row}{',x' * columns}\n"),
            "an unclosed quote": text(lambda words: f'{words}"{row}\n'),
            "a row of one cell": text(lambda words: words + "alone\n" if columns > 2 else words + "a\n"),
            "a name that is empty": text(lambda words: words + ",x" + "," * (columns - 2) + "\n"),
            "a row twice": text(lambda words: words + f"{row}\n{row}\n"),
            "HTML in place of rows": text(lambda words: words + "<tr><td>1</td></tr>\n"),
            "a field of a million letters": text(lambda words: words + row + "x" * 1_000_000 + "\n"),
        },
    }
    good: dict[str, dict[str, Change]] = {
        "encoding": UNHARMED,
        "structure": {
            "columns in another order": text(_reversed_columns),
            "a row of empty cells": text(lambda words: words + "," * (columns - 1) + "\n"),
            "every field quoted": text(_quoted),
            "semicolons": text(lambda words: _delimited(words, ";")),
            "tabs": text(lambda words: _delimited(words, "\t")),
        },
    }
    for label, kinds in ((True, bad), (False, good)):
        for kind, changes in kinds.items():
            yield from (Case(reader, kind, name, label, change) for name, change in changes.items())


def _rows(words: str) -> list[list[str]]:
    import csv
    import io

    return list(csv.reader(io.StringIO(words)))


def _joined(rows: list[list[str]], delimiter: str = ",", quoting: int = 0) -> str:
    import csv
    import io

    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator="\n").writerows(rows)  # type: ignore[arg-type]
    return out.getvalue()


def _reversed_columns(words: str) -> str:
    return _joined([row[::-1] for row in _rows(words)])


def _quoted(words: str) -> str:
    return _joined(_rows(words), quoting=1)


def _delimited(words: str, delimiter: str) -> str:
    return _joined(_rows(words), delimiter)


PLACE = "Ostrov,,,settlement,PK,Balochistan,63.5,26.5,3000,,,,,A printed map,"


def _places() -> Iterator[Case]:
    cells = dict(zip(_PLACE_COLUMNS, PLACE.split(","), strict=True))
    wrong = {
        "numbers": {
            "lon": ("nan", "inf", "181", "-200", "63 5", "63,5", "sixty", "1e400", "", "9" * 400),
            "lat": ("91", "-91", "nan", "", "26°30"),
            "radius_m": ("-5", "0", "nan", "inf", "20040000", "5 km", "1e30"),
            "geonames_id": ("-1", "12.5", "x", "9223372036854775808"),
        },
        "names": {
            "country": ("XX", "pk", "Pakistan", "IR", "P"),
            "level": ("planet", "Settlement", ""),
            "within": ("Nowhere at all", "Ostrov"),
            "area": ("PK-ZZ",),
            "along": ("IRN-ZZZ",),
            "road": ("Panjgur",),
        },
    }
    for kind, fields in wrong.items():
        for field, values in fields.items():
            for value in values:
                row = _joined([list((cells | {field: value}).values())])
                shown = value if len(value) < 30 else f"{len(value)} digits"
                yield Case("places.csv", kind, f"{field} {shown!r}", True, text(lambda words, row=row: words + row))
    for name, changes in {"as it is": {}, "without a radius or point": {"lon": "", "lat": "", "radius_m": ""}}.items():
        row = _joined([list((cells | changes).values())])
        yield Case("places.csv", "numbers", name, False, text(lambda words, row=row: words + row))


_PLACE_COLUMNS = (
    *("name", "spellings", "local", "level", "country", "within", "lon", "lat", "radius_m", "geonames_id", "area", "road"),
    *("along", "source", "note"),
)


def _toml(reader: str, table: str) -> Iterator[Case]:
    """A hand-kept TOML file whose records stand in ``[[table]]``."""
    misspelled = {"claims": "claim", "incidents": "incident", "source": "sources", "corrections": "correction"}[table]
    bad: dict[str, dict[str, Change]] = {
        "encoding": {name: change for name, change in SPOILED.items() if name != "Windows-1252"}
        | {"Windows-1252": lambda data: data + "\n# Zürich".encode("cp1252")},
        "structure": {
            "cut off": lambda data: data + b'\n[[x]]\nid = "half',
            "a table misspelled": text(lambda words: f'{words}\n[[{misspelled}]]\nid = "x"\n'),
            "a table in place of a list": lambda _: f"[{table}]\n".encode(),
            "a table that nobody reads": text(lambda words: f"{words}\n[settings]\na = 1\n"),
            "a record without anything": text(lambda words: f"{words}\n[[{table}]]\n"),
            "an unknown key": text(lambda words: f"{words}\n[[{table}]]\nunheard_of = 1\n"),
            "tables 2,000 deep": text(lambda words: f"{words}\ndeep = {'[' * 2000}{']' * 2000}\n"),
        },
        "numbers": {
            "5,000 digits": text(lambda words: f"{words}\n[[{table}]]\nid = {'7' * 5000}\n"),
            "more than 64 bits": text(lambda words: f"{words}\n[[{table}]]\nid = 9223372036854775808\n"),
            "no number": text(lambda words: f"{words}\n[[{table}]]\nid = nan\n"),
        },
    }
    good: dict[str, dict[str, Change]] = {
        "encoding": {name: change for name, change in UNHARMED.items()},
        "structure": {"comments": text(lambda words: f"# first\n{words}\n# last\n")},
    }
    for label, kinds in ((True, bad), (False, good)):
        for kind, changes in kinds.items():
            yield from (Case(reader, kind, name, label, change) for name, change in changes.items())


ARTICLE = "articles/errraand-2024-01-17.toml"


def _article() -> Iterator[Case]:
    yield from _toml(ARTICLE, "claims")
    bad: dict[str, dict[str, Change]] = {
        "days": {
            "year 1": swap(r"first = 2024-01-16", "first = 0001-01-01"),
            "year 9999": swap(r"last = 2024-01-16", "last = 9999-12-31"),
            "crossed": swap(r"first = 2024-01-16, last = 2024-01-16", "first = 2024-01-17, last = 2024-01-16"),
            "with a time and a zone": swap(r"published = 2024-01-17", "published = 2024-01-17T06:30:00+05:00"),
            "as a text of another order": swap(r"published = 2024-01-17", 'published = "17/01/2024"'),
            "that no month has": swap(r"first = 2024-01-16", "first = 2024-02-30"),
            "a number": swap(r"published = 2024-01-17", "published = 20240117"),
        },
        "numbers": {
            "a count below nothing": swap("low = 2, high = 2", "low = -2, high = 2"),
            "counts the wrong way round": swap("low = 2, high = 2", "low = 3, high = 2"),
            "a count of 2^63": swap("low = 2, high = 2", "low = 9223372036854775808, high = 9223372036854775808"),
            "a count of ten milliard": swap("low = 2, high = 2", "low = 10000000000, high = 10000000000"),
            "half a person": swap("low = 2, high = 2", "low = 2.5, high = 2.5"),
            "a count that is a text": swap("low = 2, high = 2", 'low = "two", high = 2'),
            "a distance below nothing": swap("distance_m = 45000.0", "distance_m = -45000.0"),
            "an endless distance": swap("distance_m = 45000.0", "distance_m = inf"),
            "a distance that is no number": swap("distance_m = 45000.0", "distance_m = nan"),
            "farther than around the Earth": swap("distance_m = 45000.0", "distance_m = 5e7"),
            "a span that ends before it begins": swap(r"\[\[1997, 2006, .*?\]\]", "[[2006, 1997]]"),
            "a span below nothing": swap(r"\[\[1997, 2006, .*?\]\]", "[[-5, 6]]"),
            "a span of one number": swap(r"\[\[1997, 2006, .*?\]\]", "[[1997]]"),
        },
        "names": {
            "an id that is not the file's": swap('id = "errraand-2024-01-17"', 'id = "other-2024-01-17"'),
            "a claim's id twice": swap('id = "errraand-2024-01-17/2"', 'id = "errraand-2024-01-17/1"'),
            "a place that is not listed": swap('"Sabz Koh", "Balochistan"', '"Green Hill", "Balochistan"'),
            "an actor that is not listed": swap('name = "Iran", status', 'name = "Nobody", status'),
            "a kind that no list has": swap('value = "Air/drone strike"', 'value = "Air strike"'),
            "a status that no list has": swap('status = "acknowledged"', 'status = "perhaps"'),
            "a derivation that no list has": swap('derivation = "term"', 'derivation = "guess"'),
            "a relation that no list has": swap('relation = "distance"', 'relation = "somewhere"'),
            "across a place": swap('relation = "distance", of = "IRN-PAK"', 'relation = "across", of = "Panjgur"'),
            "the part of a border": swap('relation = "distance", of = "IRN-PAK"', 'relation = "part", of = "IRN-PAK"'),
            "between one place and none": swap('relation = "distance", of = "Panjgur"', 'relation = "between", of = "Panjgur"'),
            "a direction without a bearing": swap(
                'relation = "distance", of = "Panjgur"', 'relation = "direction", of = "Panjgur"'
            ),
            "a bearing that no compass has": swap(
                'relation = "nearest", of = "Panjgur"', 'relation = "direction", of = "Panjgur", bearing = "UP"'
            ),
            "an empty title": swap('^title = ".*"$', 'title = ""'),
            "an empty publisher": swap('^publisher = ".*"$', 'publisher = ""'),
            "an address that is none": swap(
                '^publisher = "Errraand News"$', 'publisher = "Errraand News"\naddress = "see the archive"'
            ),
            "a sha256 that is too short": swap('text_sha256 = "dbfbb36f', 'text_sha256 = "'),
            "a country where a place is asked for": swap('of = "Panjgur"', 'of = "Atlantis"'),
        },
    }
    good: dict[str, dict[str, Change]] = {
        "names": {
            "a part that a place has": swap(
                'relation = "nearest", of = "Panjgur"', 'relation = "part", of = "Panjgur", bearing = "N"'
            ),
            "an address": swap(
                '^publisher = "Errraand News"$', 'publisher = "Errraand News"\naddress = "https://example.org/a"'
            ),
        },
    }
    for label, kinds in ((True, bad), (False, good)):
        for kind, changes in kinds.items():
            yield from (Case(ARTICLE, kind, name, label, change) for name, change in changes.items())


def _incidents() -> Iterator[Case]:
    yield from _toml("incidents.toml", "incidents")
    bad: dict[str, Change] = {
        "a claim that nobody makes": swap('claim = "tns-2024-01-28/8", reason', 'claim = "tns-2024-01-28/88", reason'),
        "a claim in two incidents": swap('claim = "iranintl-2024-01-22/6"', 'claim = "tns-2024-01-28/8"'),
        "an id twice": swap('^id = "2019-03-22-usmani"', 'id = "2016-03-03-jadhav"'),
        "an id that is none": swap('^id = "2019-03-22-usmani"', 'id = "../usmani"'),
        "an empty title": swap('^title = "Attempt.*"$', 'title = ""'),
        "a version of one account only": swap(r'    \{says = "kidnapped in Iran.*\n', ""),
        "a better account that is in no version": swap('^better = ".*"$', 'better = "tns-2024-01-28/8"'),
        "a field that nobody compares": swap('^field = "place"', 'field = "weather"'),
        "a loaded word of our own": swap('^title = "Attempt.*"$', 'title = "Terrorists attack a cleric in Karachi"'),
    }
    yield from (Case("incidents.toml", "names", name, True, change) for name, change in bad.items())


def _sources() -> Iterator[Case]:
    yield from _toml("sources.toml", "source")
    bad: dict[str, Change] = {
        "a file that is not there": swap('file = "borders/IRN-PAK.geojson"', 'file = "borders/IRN-PAX.geojson"'),
        "another sha256": swap('sha256 = "aabfb551', 'sha256 = "00000000'),
        "a sha256 that is none": swap('^sha256 = ".*"$', 'sha256 = "yes"'),
        "an empty licence": swap('^licence = ".*"$', 'licence = ""'),
        "an empty title": swap('^title = ".*"$', 'title = ""'),
        "an address that is none": swap('^address = ".*"$', 'address = "www"'),
        "a day that is none": swap("^retrieved = .*$", 'retrieved = "last week"'),
    }
    yield from (Case("sources.toml", "names", name, True, change) for name, change in bad.items())


_MOVED = """
[[corrections]]
incident = "2023-06-24-turbat"
field = "point"
was = { lon = 63.04849, lat = 26.00122 }
now = { lon = 63.06, lat = 26.01, radius_km = 3.0 }
by = "A. Reader"
on = 2024-03-01
reason = "seen on site"
"""


def _corrections() -> Iterator[Case]:
    yield from _toml("corrections.toml", "corrections")
    bad = {
        "numbers": {
            "an endless radius": ("radius_km = 3.0", "radius_km = inf"),
            "no radius": ("radius_km = 3.0", "radius_km = 0.0"),
            "a radius below nothing": ("radius_km = 3.0", "radius_km = -3.0"),
            "a radius of half the Earth": ("radius_km = 3.0", "radius_km = 20040.0"),
            "a longitude that is none": ("now = { lon = 63.06", "now = { lon = 263.06"),
            "a latitude that is no number": ("lat = 26.01,", "lat = nan,"),
        },
        "names": {
            "an incident that is none": ("turbat", "nowhere"),
            "a field that nobody corrects": ('field = "point"', 'field = "title"'),
            "another point than there was": ("lon = 63.04849", "lon = 62.0"),
            "a point in another country": ("now = { lon = 63.06, lat = 26.01", "now = { lon = 55.0, lat = 32.0"),
            "a day for a point": ("now = { lon = 63.06, lat = 26.01, radius_km = 3.0 }", "now = 2024-01-01"),
            "nobody who made it": ('by = "A. Reader"\n', ""),
        },
        "days": {
            "a day that is none": ("on = 2024-03-01", 'on = "soon"'),
            "with a time": ("on = 2024-03-01", "on = 2024-03-01T12:00:00Z"),
        },
    }
    for kind, changes in bad.items():
        for name, (old, new) in changes.items():
            assert old in _MOVED
            added = _MOVED.replace(old, new, 1)
            yield Case("corrections.toml", kind, name, True, text(lambda words, added=added: words + added))
    yield Case("corrections.toml", "names", "a point moved a little", False, text(lambda words: words + _MOVED))


LINE = [[61.0, 27.0], [62.0, 27.5], [63.0, 27.2]]
WEST, EAST = [[60, 26], [61, 26], [61, 28], [60, 28], [60, 26]], [[61, 26], [62, 26], [62, 28], [61, 28], [61, 26]]


def _collection(*geometries: Any, **more: Any) -> str:
    features = [{"type": "Feature", "properties": {}, "geometry": geometry} for geometry in geometries]
    return json.dumps({"type": "FeatureCollection", "features": features, **more})


def _line(coordinates: Any = None, kind: str = "LineString") -> dict[str, Any]:
    return {"type": kind, "coordinates": LINE if coordinates is None else coordinates}


def _borders() -> Iterator[Case]:
    gpx = '<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">{}</gpx>'
    points = "".join(f'<{{0}} lat="{y}" lon="{x}"></{{0}}>' for x, y in LINE)
    kml = '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark>{}</Placemark></Document></kml>'
    coordinates = " ".join(f"{x},{y}" for x, y in LINE)
    crs = lambda name: {"crs": {"type": "name", "properties": {"name": name}}}  # noqa: E731
    bad: dict[str, dict[str, tuple[str, str]]] = {
        "geometry": {
            "a vertex that is no number": ("a.geojson", _collection(_line()).replace("62.0, 27.5", "NaN, 27.5")),
            "an endless vertex": ("a.geojson", _collection(_line()).replace("62.0, 27.5", "Infinity, 27.5")),
            "a vertex off the Earth": ("a.geojson", _collection(_line([[61, 27], [62, 95]]))),
            "longitudes past 180": ("a.geojson", _collection(_line([[361, 27], [362, 28]]))),
            "a line of one place": ("a.geojson", _collection(_line([[61, 27], [61, 27]]))),
            "points": ("a.geojson", _collection(_line([61, 27], "Point"))),
            "one area": ("a.geojson", _collection(_line([WEST], "Polygon"))),
            "three areas": ("a.geojson", _collection(*(_line([ring], "Polygon") for ring in (WEST, EAST, WEST)))),
            "two areas that do not meet": (
                "a.geojson",
                _collection(_line([WEST], "Polygon"), _line([[[x + 5, y] for x, y in EAST]], "Polygon")),
            ),
            "a line and an area": ("a.geojson", _collection(_line(), _line([WEST], "Polygon"))),
            "nothing": ("a.geojson", _collection()),
            "a feature without geometry": ("a.geojson", _collection(None)),
            "way points only": ("a.gpx", gpx.format(points.format("wpt"))),
            "a placemark without a line": ("a.kml", kml.format("<name>x</name>")),
        },
        "reference systems": {
            "one that is none": ("a.geojson", _collection(_line(), **crs("EPSG:999999"))),
            "metres said to be degrees": ("a.geojson", _collection(_line([[500000, 3000000], [510000, 3010000]]))),
        },
        "structure": {
            "cut off": ("a.geojson", _collection(_line())[:-30]),
            "a web page": ("a.geojson", "<!DOCTYPE html><html></html>"),
            "empty": ("a.geojson", ""),
            "a list": ("a.geojson", "[1, 2, 3]"),
            "nested 100,000 deep": ("a.geojson", "[" * 100_000),
            "a table without geometry": ("a.csv", "id,name\n1,x\n"),
            "a table with points in words": ("a.csv", "id,wkt\n1,LINESTRING(61 27,62 28)\n"),
            "another format under this name": ("a.gpkg", _collection(_line())),
            "no suffix": ("border", _collection(_line())),
            "words": ("a.txt", "from the sea to the hills"),
            "a tolerance that is no number": (
                "a.geojson",
                json.dumps({"type": "Feature", "properties": {"tolerance_m": "fine"}, "geometry": _line()}),
            ),
        },
    }
    good: dict[str, dict[str, tuple[str, str]]] = {
        "geometry": {
            "a line": ("a.geojson", _collection(_line())),
            "a vertex twice": ("a.geojson", _collection(_line([LINE[0], *LINE]))),
            "heights": ("a.geojson", _collection(_line([[*xy, 1200.5] for xy in LINE]))),
            "several lines": ("a.geojson", _collection(_line([LINE, [[64, 27], [65, 27]]], "MultiLineString"))),
            "two areas with an edge": ("a.geojson", _collection(_line([WEST], "Polygon"), _line([EAST], "Polygon"))),
            "two areas, one with a vertex more": (
                "a.geojson",
                _collection(_line([WEST], "Polygon"), _line([[*EAST[:4], [61, 27], EAST[4]]], "Polygon")),
            ),
            "a line and an empty feature": ("a.geojson", _collection(_line(), None)),
            "a line over the antimeridian, cut": (
                "a.geojson",
                _collection(_line([[[179, 1], [180, 1]], [[-180, 1], [-179, 1]]], "MultiLineString")),
            ),
            "a placemark with a line": (
                "a.kml",
                kml.format(f"<LineString><coordinates>{coordinates}</coordinates></LineString>"),
            ),
        },
        "reference systems": {
            "degrees, said so": ("a.geojson", _collection(_line(), **crs("urn:ogc:def:crs:OGC:1.3:CRS84"))),
        },
        "structure": {
            "a bare geometry": ("a.geojson", json.dumps(_line())),
            "a feature without properties": (
                "a.geojson",
                json.dumps({"type": "Feature", "properties": None, "geometry": _line()}),
            ),
            "odd columns": (
                "a.geojson",
                json.dumps(
                    {"type": "Feature", "properties": {"l": [1, 2], "o": {"a": 1}, "d": "2024-01-01"}, "geometry": _line()}
                ),
            ),
            "a suffix in capitals": ("A.GEOJSON", _collection(_line())),
        },
    }
    for label, kinds in ((True, bad), (False, good)):
        for kind, files in kinds.items():
            yield from (Case("--border FILE", kind, name, label, file) for name, file in files.items())
    pairs = {
        True: ("IRN-ZZZ", "IRN-IRN", "ZZZ-YYY", "IRN-", "IRN PAK", "IRN/PAK", "..", "IRN-IND", "1-2", ""),
        False: ("pk-ir", "IRN-PAK", "PAK-IND"),
    }
    for label, names in pairs.items():
        yield from (Case("--border PAIR", "names", repr(name), label, name) for name in names)


def _numbers() -> Iterator[Case]:
    bad: dict[str, tuple[str, ...]] = {
        "--lon": ("nan", "inf", "-inf", "181", "-180.1", "64,1", "64.1E", "", "abc", "1e400", "9" * 400),
        "--lat": ("nan", "inf", "91", "-90.5", "27°", "", "abc"),
        "--near-km": ("nan", "inf", "-1", "30000", "near", "", "1e400", "9" * 5000),
    }
    good = {"--lon": ("180", "-180", "64", "6.41e1"), "--lat": ("90", "-90", "0"), "--near-km": ("0.001", "0.5", "20000")}
    for label, options in ((True, bad), (False, good)):
        for option, values in options.items():
            for value in values:
                shown = value if len(value) < 30 else f"{len(value)} digits"
                yield Case("measure", "numbers", f"{option} {shown!r}", label, (option, value))
    for said in (
        "about",
        "about=",
        "about=x",
        "about=-1",
        "about=nan",
        "abuot=2",
        "detour=2-1",
        "part=0",
        "part=2",
        "near_border_km=1e9",
        "=",
        "rounding=1e400",
        "",
    ):
        yield Case("locate --tolerance", "numbers", repr(said), True, said)
    for said in ("about=3", "detour=1.2-1.6", "part=0.5", "near_border_km=30", "cardinal_deg=30"):
        yield Case("locate --tolerance", "numbers", repr(said), False, said)


#: What people write into `locate`, parted by semicolons.
WORDS = {
    ("words", True): """
        north; of; from Panjgur; km from Panjgur; between Panjgur; 12 km from; near; border town of; !!!; Panjgur Panjgur;
        purple monkeys near Panjgur; not in Panjgur; anywhere but Panjgur; formerly in Panjgur; 45 furlongs from Panjgur;
        in Panjgur district, which has no border with Iran; north of the border; southern border; 20 km from Panjgur and Kech;
        near the moon; in Atlantis; the provincial capital of Balochistan; in the country's south
    """,
    ("words", False): """
        near Panjgur; 12 km SW of Panjgur; 12 km south west of Panjgur; 45 km. from the Iranian border; Chabahar, Iran;
        in the south of Kech district; southern Panjgur district; where Iran, Pakistan and Afghanistan meet; central Erbil;
        in Panjgur district, which borders Iran; Mirjaveh border crossing; on the road from Panjgur to Turbat; KARACHI;
        a few kilometres from Panjgur; 27.17N 64.27E; 27°10′N 64°16′E; halfway between Panjgur and Turbat; پنجگور
    """,
    ("numbers", True): """
        0 km from Panjgur; -5 km from Panjgur; 30,000 km from Panjgur; 1,2500 km from Panjgur; 1,200,5 km from Panjgur;
        12.5.3 km from Panjgur; nan km from Panjgur; 45 km (10 miles) from Panjgur; 95N 64E; 27N 190E; 27°75′N 64°10′E;
        27.17, 64.27; 1e5 km from Panjgur; two hundred three hundred km from Panjgur
    """,
    ("numbers", False): """
        12,5 km from Panjgur; 1,200 metres from the Iranian border; 10-12 km from the Iranian border; half a mile from Panjgur;
        1,23,456 metres from the Iranian border; ٤٥ km from the Iranian border; a dozen km from Panjgur in Pakistan
    """,
    ("contradictions", True): """
        in Panjgur district, bordering India; in Chabahar, Pakistan; in Panjgur, 300 km from Panjgur; in Balochistan, Iran;
        near Karachi, 45 km from the border; Turbat, Afghanistan
    """,
}


def _words() -> Iterator[Case]:
    long = ["", "   ", f"{'9' * 400} km from Panjgur", f"near {'Panjgur ' * 200}", " and ".join(["near Panjgur"] * 3000)]
    for words in (*long, "in " * 5000 + "Panjgur"):
        shown = words if len(words) < 60 else f"{words[:30]}… ({len(words)} letters)"
        yield Case("locate WORDS", "size", repr(shown), True, words)
    for (kind, label), several in WORDS.items():
        yield from (Case("locate WORDS", kind, repr(words), label, words) for words in map(str.strip, several.split(";")))


def _edits() -> Iterator[Case]:
    """Changes of the GeoJSON that a person edited; `TURBAT` is an incident with a point and a day."""

    def edited(**changes: Any) -> Change:
        def change(data: bytes) -> bytes:
            collection = json.loads(data)
            (feature,) = [feature for feature in collection["features"] if feature["id"] == TURBAT]
            for name, value in changes.items():
                if name == "geometry":
                    feature["geometry"] = value and {"type": "Point", "coordinates": value}
                else:
                    feature["properties"][name] = value
            return json.dumps(collection).encode()

        return change

    def reshaped(shape: Callable[[dict[str, Any]], Any]) -> Change:
        return lambda data: json.dumps(shape(json.loads(data))).encode()

    bad: dict[str, dict[str, Change]] = {
        "days": {
            "in another order": edited(first_day="17/01/2024"),
            "a word": edited(last_day="soon"),
            "a number": edited(first_day=20230624),
            "with a time": edited(first_day="2023-06-24T14:30:00"),
            "before the first": edited(last_day="2020-01-01"),
            "that no month has": edited(first_day="2023-02-30"),
        },
        "geometry": {
            "taken away": edited(geometry=None),
            "off the Earth": edited(geometry=[263.0, 26.0]),
            "with longitude and latitude swapped": edited(geometry=[26.0, 63.0]),
            "in another country": edited(geometry=[45.0, 33.0]),
            "a latitude that is no number": lambda data: edited(geometry=[63.0, 26.5])(data).replace(b"26.5", b"NaN"),
        },
        "numbers": {
            "no radius": edited(geometry=[63.06, 26.01], radius_km=None),
            "a radius below nothing": edited(geometry=[63.06, 26.01], radius_km=-2),
            "an endless radius": edited(geometry=[63.06, 26.01], radius_km=1e9),
            "a count": edited(killed_min=99),
        },
        "names": {
            "a title": edited(title="Another title"),
            "an id": reshaped(
                lambda found: found | {"features": [found["features"][0] | {"id": "new"}, *found["features"][1:]]}
            ),
            "a row that is gone": reshaped(lambda found: found | {"features": found["features"][1:]}),
            "the mark of the build": reshaped(
                lambda found: {key: value for key, value in found.items() if key != "fingerprint"}
            ),
        },
        "structure": {
            "cut off": lambda data: data[: len(data) // 2],
            "empty": lambda _: b"",
            "a list": lambda _: b"[1, 2]",
            "another collection": lambda _: _collection(_line()).encode(),
            "a web page": lambda _: b"<!DOCTYPE html>",
            "without features": reshaped(lambda found: found | {"features": None}),
        },
        "encoding": {
            "UTF-16": lambda data: data.decode().encode("utf-16"),
            "Windows-1252": lambda data: data.replace(b"Turbat", b"T\xfcrbat"),
        },
    }
    good: dict[str, dict[str, Change]] = {
        "geometry": {"moved a little": edited(geometry=[63.06, 26.01]), "unchanged": lambda data: data},
        "days": {
            "one later": edited(last_day="2023-06-25"),
            "at midnight": edited(last_day="2023-06-25T00:00:00Z"),
            "open": edited(last_day=None),
        },
        "encoding": {"a byte order mark": lambda data: b"\xef\xbb\xbf" + data},
        "structure": {
            "indented": reshaped(lambda found: found),
            "rows in another order": reshaped(lambda found: found | {"features": found["features"][::-1]}),
        },
    }
    for label, kinds in ((True, bad), (False, good)):
        for kind, changes in kinds.items():
            yield from (Case("--edits FILE", kind, name, label, change) for name, change in changes.items())


TURBAT = "2023-06-24-turbat"

CASES: tuple[Case, ...] = (
    *_table("places.csv", ",".join(_PLACE_COLUMNS), PLACE),
    *_places(),
    *_table("actors.csv", "name,side,spellings,note", "Harbour police,Unknown,,"),
    *_table("terms.csv", "field,value,term", "weapon,mortar,mortar bomb of the harbour"),
    *_article(),
    *_incidents(),
    *_sources(),
    *_corrections(),
    *_borders(),
    *_edits(),
    *_numbers(),
    *_words(),
)
