"""Phrases that say where something happened, annotated by readers who had not seen the grammar, and its answer judged."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from geomap.errors import DataError
from geomap.gazetteer import Place, Unresolved
from geomap.language import DIRECTIONS, in_compass_words, normalised_words
from geomap.places.phrases import Phrase, parse
from geomap.places.statements import distance_interval
from geomap.places.tolerances import USUAL

HERE = Path(__file__).parent / "places" / "gold"
KINDS = ("distances", "parts", "bordering")
BORDERS = {"border": "IRN-PAK", "iran-pakistan border": "IRN-PAK"}
COUNTRIES = {
    **{"Iran": "IR", "Pakistan": "PK", "Afghanistan": "AF", "India": "IN", "Iraq": "IQ", "Syria": "SY", "Turkey": "TR"},
    **{"Mali": "ML", "Niger": "NE", "Burkina Faso": "BF", "Sudan": "SD", "Myanmar": "MM", "Ukraine": "UA", "Nigeria": "NG"},
    **{"Cameroon": "CM", "Chad": "TD", "Lebanon": "LB", "Russia": "RU", "Rwanda": "RW", "Uganda": "UG", "Burundi": "BI"},
    **{"China": "CN", "Thailand": "TH", "Bangladesh": "BD", "Mauritania": "MR", "Libya": "LY", "Egypt": "EG", "Ethiopia": "ET"},
    **{"Algeria": "DZ", "Kenya": "KE", "Laos": "LA", "Benin": "BJ", "Togo": "TG", "Belarus": "BY", "Moldova": "MD"},
    **{"South Sudan": "SS", "Tajikistan": "TJ", "Turkmenistan": "TM", "Jordan": "JO", "Poland": "PL", "Angola": "AO"},
}
_NATION = re.compile(
    r"(?:Iran|Pakistan|Afghan|Iraq|Ind|Syri|Turk|Mali|Niger|Suda?n|Ukraini|Nigeri|Cameroon|Chad|Leba?n|Russi|Rwand|"
    r"Ugand|Burund|Mauritani|Kurd|Baloch|Burmes|Congol|Cent?ral Africa)(?:ian|ani|an|i|ish|ese|e)\b"
)
_NAME = r"(?:(?:[ae]l-)?[A-Z][\w'’-]*)"
_RUN = re.compile(rf"{_NAME}(?: (?:(?:of|al|el|e|i|de|des|du|la) )?{_NAME})*")


@dataclass(frozen=True)
class Known:
    """A gazetteer that has no more than the names of one phrase."""

    places: Mapping[str, Place]
    areas: Mapping[str, BaseGeometry] = field(default_factory=dict)
    extract: None = None

    @classmethod
    def of(cls, row: Mapping[str, str], named: str) -> Known:
        """Every run of capitalised words in a phrase, the names that its reader saw in it, and countries."""
        said = row.get("level", "")
        level = {"city": "settlement", "town": "settlement", "village": "settlement", "": "settlement"}.get(said, "district")
        level = said if said in ("province", "country") else level
        own = [part.strip() for part in named.split(";")]
        names = {name for run in _RUN.findall(row["phrase"]) for name in _shorter(run)} | set(own) | set(COUNTRIES)
        kept = sorted(name for name in names if name and not _NATION.fullmatch(name))
        return cls({name: _place(name, level, 60.0 + n / 10) for n, name in enumerate(kept)})

    def find(self, name: str) -> Place | None:
        """The place of that name, however its hyphens, quotes and compass words are written."""
        return next((place for known, place in self.places.items() if name and _key(name) == _key(known)), None)

    def resolve(self, name: str, **_: object) -> Place | Unresolved:
        """The place, where all that is said to hold it is known, too."""
        first, *holders = (part.strip() for part in name.split(","))
        bare = re.sub(rf"^(?:{_KINDS}) of | (?:{_KINDS})$", "", first)
        place = self.find(first) or self.find(bare)
        return place if place and all(map(self.find, holders)) else Unresolved(name, f"{name} is not known")


_KINDS = "city|town|village|port|district|province|county|state|region|tehsil|municipality|department|governorate"


def _place(name: str, level: str, lon: float) -> Place:
    own = "country" if name in COUNTRIES else level
    return Place(name=name, level=own, country=COUNTRIES.get(name, "PK"), lon=lon, lat=30.0, radius_m=5000.0)  # type: ignore[arg-type]


def _key(words: str) -> str:
    words = in_compass_words(normalised_words(words).removeprefix("the ").replace(" & ", " and "))
    return re.sub("[-'’]", " ", words)


def _shorter(run: str) -> Iterator[str]:
    words = run.removesuffix("'s").removesuffix("’s").split()
    yield from (" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1))
    yield from (part for word in words for part in re.split("[-–]|'s", word) if part[:1].isupper())


def rows(kind: str, collection: str) -> Iterator[dict[str, str]]:
    """The annotated phrases of a kind."""
    with (HERE / collection / f"{kind}.tsv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def judged(kind: str, row: Mapping[str, str]) -> tuple[str, str]:
    """Whether a phrase is "read", read as "coarse"r than it is, "refused" or "wrong", and what was understood."""
    named = row.get("of") or row.get("place") or ";".join((row.get("subject", ""), row.get("neighbours", "")))
    known = Known.of(row, named)
    try:
        words = re.findall(r"[a-z]+", normalised_words(row["phrase"]))
        borders = {
            **BORDERS,
            **{f"{word} border": "IRN-PAK" for word in words},
        }
        phrase = parse(row["phrase"], known, borders)  # type: ignore[arg-type]
    except DataError as error:  # what is denied, past or no border is rightly refused
        return ("read" if row.get("meaning") == "other" else "refused"), str(error)
    said = f"in {phrase.within}; " + "; ".join(
        " ".join(map(str, filter(None, (s.relation, s.of, s.to, s.distance_m, s.bearing)))) for s in phrase.statements
    )
    return {"distances": _distance, "parts": _part, "bordering": _bordering}[kind](row, phrase, known), said


def _distance(row: Mapping[str, str], phrase: Phrase, known: Known) -> str:
    bearing = DIRECTIONS.get(in_compass_words(row["direction"].casefold())) or row["direction"]
    figures = [s for s in phrase.statements if s.distance_m is not None]
    sides = {s.bearing for s in phrase.statements if s.bearing and s.relation == "direction"}
    if bearing and bearing not in sides:
        return "wrong" if sides else "coarse"
    if sides - {bearing}:
        return "wrong"
    least, greatest = (float(row[end]) if row[end] else None for end in ("least_km", "greatest_km"))
    if (least is None and greatest is None) or (row["relation"] in ("near", "travel time", "direction") and not figures):
        return "read" if phrase.statements else "coarse"
    if not figures:
        return "coarse"
    low = max(distance_interval(s, USUAL)[0] for s in figures) / 1000
    high = min(distance_interval(s, USUAL)[1] for s in figures) / 1000
    # Narrower than a careful reader allows is wrong; somewhat wider is not.
    inside = low <= (least or 0) + 0.101 + 0.1 * (least or 0) and high >= (greatest or 0) * 0.95 - 0.101
    return "read" if inside else "wrong"


def _part(row: Mapping[str, str], phrase: Phrase, known: Known) -> str:
    place = known.find(row["place"].split(";")[0])
    name = place.name if place else row["place"]
    outside = [s for s in phrase.statements if s.relation == "direction" and s.of == name]
    if outside and row["inside"] == "yes" and not any(s.relation == "outskirts" for s in phrase.statements):
        return "wrong"
    asked = re.split("[;,]", row["part"])[0].strip()
    bearing = DIRECTIONS.get(in_compass_words(asked)) or DIRECTIONS.get(asked.removesuffix("ern"))
    edge = {s.bearing for s in outside} if any(s.relation == "outskirts" for s in phrase.statements) else set()
    parts = [s for s in phrase.statements if s.relation in ("part", "outskirts", "along", "near", "between", "direction")]
    sides = {s.bearing for s in parts if s.relation == "part" and s.of == name}
    if any(s.relation == "part" and s.of != name for s in phrase.statements):
        return "wrong"
    if bearing:
        if sides:
            return "read" if bearing in sides else "wrong"
        if edge:
            return "read" if bearing in edge else "wrong"
        # "The south-western X province": X is named, and finer than the side of its country.
        finer = any(within != name for within in phrase.within)
        return "read" if finer else "coarse" if phrase.within else "wrong"
    if sides and asked not in ("centre", "upper", "lower", "edge", "border area"):
        return "coarse"
    return "read" if parts or (asked in ("other", "most") and phrase.within) else "coarse"


def _bordering(row: Mapping[str, str], phrase: Phrase, known: Known) -> str:
    said = {s.relation for s in phrase.statements}
    about = {s.of for s in phrase.statements} | {s.to for s in phrase.statements if s.to} | set(phrase.within)
    neighbours = [p.name for n in row["neighbours"].split(";") if (p := known.find(n.strip()))]
    border = "IRN-PAK" in about and re.search("border|frontier", row["phrase"])
    told = [n for n in neighbours if border or any(n in a for a in about) or ("IRN-PAK" in about and n in COUNTRIES)]
    wanted = {
        "borders": {"borders", "along", "near"},
        "tripoint": {"along"},
        "corner": {"along", "near"},
        "along": {"along", "near"},
        "both-sides": {"along", "near", "between"},
        "near-border": {"near", "along", "in"},
    }.get(row["meaning"])
    if wanted is None:
        return "wrong" if "borders" in said else "read"
    if not (wanted & said or (row["meaning"] == "near-border" and phrase.within)):
        return "coarse" if phrase.within else "wrong"
    return "read" if len(told) == len(neighbours) else "coarse"
