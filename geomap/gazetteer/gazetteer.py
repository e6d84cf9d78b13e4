"""Places by name: the hand-kept file first, then an extract of GeoNames; a name in its context, or why it is refused.

A name is compared without case, marks and spaces, then by its consonants, for one place is written in many ways. What the
context says holds the place is never crossed, and a name that may mean two places means none, unless one is far better known
by a written rule (`beats`). Adding context never turns one place into another: it confirms, decides between equals, or refuses.
"""

from __future__ import annotations

import csv
import gzip
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import shapely
from pydantic import TypeAdapter, ValidationError
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from geomap.errors import DataError
from geomap.model import Level, Unlocated

GEOD = Geod(ellps="WGS84")

#: Where the extract lies, beside the hand-kept file.
EXTRACT = "gazetteer/geonames.tsv.gz"
COLUMNS = ("key", "level", "country", "within", "lon", "lat", "population", "name", "local", "names", "bones")

#: How many times as populous a place must be to be meant rather than a namesake: if places are written of in proportion to
#: their people, nine in ten who write the name then mean it.
TIMES = 10
#: A name without any context is taken only for a place that a reader may be expected to know, and by its exact name.
KNOWN = 100_000
#: Shorter names are also words ("Hub", "Van"): without any context they are not taken either.
LETTERS = 4
#: GeoNames writes 0 for a population that it does not know; such places stand in the extract for being seats of districts.
UNKNOWN = 20_000
#: What an area counts as, beside places with people counted.
PEOPLE: dict[str, int] = {"country": 10**9, "province": 10**7, "district": 10**6}

#: How alike two spellings of the same consonants must be, from 0 to 1, by the number of consonants; fewer are no evidence.
ALIKE = {3: 0.8, 4: 0.7, 5: 0.6}
#: The same where no more than the country is known: of spellings struck from the extract and looked up again, one in forty
#: then came out as another place with the figures above.
ALIKE_IN_COUNTRY = 0.9
#: A district without a record holds what lies this near the place it is named for, in its province. Hand-kept districts reach
#: 80 to 160 km from their seats.
DISTRICT_M = 120_000.0

#: Words that say of what kind a place is, as they are after `folded`; before the name or behind it.
_KINDS: dict[str, tuple[Level, ...]] = {
    "province governorate state ostan wilayat vilayat muhafazat استان محافظه ولایت صوبه پاریزگا پاریزگای": ("province",),
    "district county shahrestan zila tehsil ضلع شهرستان قضا ولسوالی تحصیل": ("district",),
    "region ناحیه منطقه هریم هریمی": ("province", "district"),
    "city town village municipality شهر مدینه قریه روستای شار شاری": ("settlement", "site"),
}
KINDS = {word: levels for words, levels in _KINDS.items() for word in words.split()}
_LINK = re.compile(r"^(?:of|e|i|ye|yi) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A record of the gazetteer.

    It is a disc (``lon``, ``lat``, ``radius_m``), one or more named areas (``area``: keys of the basemap), a stretch along a
    border inside its container (``along``), or, with none of these, no finer than its container (``within``: a name of the
    hand-kept file, or for places of the extract an ISO 3166 code).
    """

    name: str
    level: Level
    country: str | None = None
    within: str | None = None
    spellings: tuple[str, ...] = ()
    local: str | None = None
    lon: float | None = None
    lat: float | None = None
    radius_m: float | None = None
    geonames_id: int | None = None
    area: tuple[str, ...] = ()
    along: str | None = None
    source: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean.

    ``score`` runs from 0 to 1: 1 for a spelling of the hand-kept file, 0 for what the context or the name's own words rule out.
    ``why`` says how it came to be, or why it was refused.
    """

    place: Place
    score: float
    why: str

    def __str__(self) -> str:
        return f"{self.place.name} ({self.place.level}, {self.place.within or self.place.country or 'no country'}): {self.why}"


@dataclass(frozen=True, slots=True)
class Refused:
    """No place for a name: the reason in one sentence, and every candidate with its own."""

    name: str
    reason: str
    candidates: tuple[Candidate, ...] = ()

    def unlocated(self) -> Unlocated:
        """The same as a result of locating."""
        return Unlocated(reason=self.reason, refused=tuple(map(str, self.candidates)))


# One letter for what scripts of Arabic descent write in several ways, and for Latin letters that do not decompose.
_LETTERS = str.maketrans(
    {
        **dict.fromkeys("يىےېۍێ", "ی"),
        **dict.fromkeys("كڪ", "ک"),
        "ګ": "گ",
        **dict.fromkeys("ةہھەۃ", "ه"),
        **dict.fromkeys("ۆۇۈۋ", "و"),
        "ٱ": "ا",
        "ں": "ن",
        "ڕ": "ر",
        "ڵ": "ل",
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ə": "a",
        "æ": "ae",
        "œ": "oe",
        **dict.fromkeys("'’‘`ʻʼʿʾʹʺ′´ءـ", ""),
    }
)


def folded(name: str) -> str:
    """A name without case, diacritics, quotes, dashes and doubled spaces, for comparing spellings.

    Letters that Arabic, Persian, Urdu and Kurdish write differently become one, and digits those of English.

    >>> folded("Sham‘ Sar"), folded("Rāsk"), folded("Sistan-Baluchestan")
    ('sham sar', 'rask', 'sistan baluchestan')
    >>> folded("كراچي") == folded("کراچی"), folded("منطقهٔ ۲۲")
    (True, 'منطقه 22')
    """
    name = name.replace("ئا", "ا")  # Kurdish writes a carrier before a vowel at the head
    # Twice: compatibility letters hide capitals, and folding case can leave composed letters.
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold()).translate(_LETTERS)
    plain = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join("".join(_digit(c) if c.isalnum() else " " for c in plain).split())


def _digit(character: str) -> str:
    return str(unicodedata.decimal(character)) if character.isdecimal() else character


_LATIN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        # Articles and the words for "and" and "of", then spaces.
        (r"\b(?:and|va|wa|ve|w|o|u|i|e|ye|yi|the|of|al|el|ad|an|ar|as|ash|at|az)\b", ""),
        (" ", ""),
        (r"([a-z])\1+", r"\1"),
        ("x", "ks"),
        ("t?ch", "C"),
        ("sh", "S"),
        ("kh", "X"),
        ("zh|dj", "j"),
        ("ph", "f"),
        # A diphthong: Nowshahr, Naushahr, Noshahr.
        ("(?<=[aeo])w(?![aeiouy])", ""),
        (r"(?<![a-zA-Z0-9])[aeiou]", "A"),
        ("[aeiouyh]", ""),
        ("[cgq]", "k"),
        ("v", "w"),
    )
)
#: How many of these leave the vowels.
_CONSONANTS = 9
_ARABIC: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        # The article, then spaces. Long vowels stay: without them too little would be left of what is written.
        (r"\bال(?=\w\w\w)", ""),
        (" ", ""),
        ("[ٹټط]", "ت"),
        ("[ثص]", "س"),
        ("[ذضظ]", "ز"),
        ("[قغگ]", "ک"),
        ("[ڈډ]", "د"),
        ("[ڑړ]", "ر"),
        ("پ", "ب"),
    )
)


@lru_cache(maxsize=1 << 14)
def skeleton(names: str) -> str:
    """The consonants of a folded name, those merged that transliterations exchange; of several names parted by ``|``, each.

    >>> skeleton("siestan o baluchistan") == skeleton("sistan va baluchestan")
    True
    >>> skeleton("chogab|chukab|mirjawa|mirjaveh")
    'Ckb|Ckb|mrjw|mrjw'
    """
    for pattern, by in _LATIN if names.isascii() else _ARABIC:
        names = pattern.sub(by, names)
    return names


_VOWELS = tuple(
    (re.compile(pattern), by) for pattern, by in (("[cgq]", "k"), ("v", "w"), ("[eiy]+", "i"), ("[ou]+", "u"), ("h", ""))
)


def _heard(name: str) -> str:
    """A folded name without its spaces, in Latin letters with those that transliterations exchange merged, vowels too."""
    if not name.isascii():
        return name.replace(" ", "")
    for pattern, by in (*_LATIN[:_CONSONANTS], *_VOWELS):
        name = pattern.sub(by, name)
    return name


def likeness(one: str, other: str) -> float:
    """How alike two folded names are that have the same skeleton, from 0 to 1; 0 where that is no evidence.

    >>> likeness("chogab", "chukab"), likeness("turbat", "tarabut")
    (1.0, 0.0)
    """
    bones = skeleton(one)
    # A vowel at the head is a bone of its own, but says little.
    count = len(bones.replace("A", ""))
    if count < min(ALIKE) or bones != skeleton(other):
        return 0.0
    alike = SequenceMatcher(None, _heard(one), _heard(other), autojunk=False).ratio()
    return alike if alike >= ALIKE[min(count, max(ALIKE))] else 0.0


@lru_cache(maxsize=1 << 14)
def bare(name: str) -> tuple[str, tuple[Level, ...]]:
    """A folded name without the word that says of what kind it is, and the levels that the word allows.

    >>> bare("kech district"), bare("province of kerman"), bare("turbat")
    (('kech', ('district',)), ('kerman', ('province',)), ('turbat', ()))
    """
    name = name.removeprefix("the ")
    head, _, tail = name.partition(" ")
    if tail and (levels := KINDS.get(head)):
        return _LINK.sub("", tail), levels
    front, _, last = name.rpartition(" ")
    return (front, KINDS[last]) if front and last in KINDS else (name, ())


#: How a name met a place: by a spelling of the hand-kept file, its own name, another name of it, or a similar spelling.
_KEPT, _OWN, _OTHER, _SIMILAR = 4, 3, 2, 1


@dataclass(frozen=True, slots=True)
class _Match:
    place: Place
    people: int
    rank: int
    score: float
    why: str
    alike: float = 1.0

    @property
    def weight(self) -> int:
        """How many people know it: those who live there, or a figure for its level."""
        return PEOPLE.get(self.place.level, self.people or UNKNOWN)

    @property
    def known(self) -> bool:
        """Whether its name needs no context."""
        return self.rank == _KEPT or (self.rank > _SIMILAR and self.weight >= KNOWN)

    def allowed(self, levels: tuple[Level, ...]) -> bool:
        """Whether it is of the kind that a name asks for; a spelling of the hand-kept file is what that file says."""
        return self.rank == _KEPT or not levels or self.place.level in levels


def beats(one: _Match, other: _Match, *, seat: bool = False, around: bool = False) -> bool:
    """Whether a candidate is so much better than another that a name shared by both means it.

    1. A spelling of the hand-kept file beats everything else: a person has chosen it.
    2. A settlement beats the area that it lies in and shares its name with, never the other way round: writers name the area
       with its kind ("Kerman province").
    3. The better match (own name, other name, similar spelling) beats a place of the same country, and if it is `KNOWN` one of
       any country, unless that has `TIMES` as many people.
    4. A match that is no worse beats one that has not a tenth of its people, if it is `KNOWN` itself.

    Args:
        one: the candidate.
        other: the one to beat.
        seat: whether ``one`` is a settlement in the area ``other``.
        around: whether ``other`` is a settlement in the area ``one``.
    """
    if _KEPT in (one.rank, other.rank):
        return one.rank > other.rank
    if seat or around:
        return seat
    if one.rank > other.rank and one.weight * TIMES > other.weight:
        return one.weight >= KNOWN or one.place.country == other.place.country
    return one.rank >= other.rank and one.weight >= max(KNOWN, TIMES * other.weight)


class Extract:
    """The extract of GeoNames: rows of `COLUMNS`, searched as text, so that reading it takes a few milliseconds.

    ``names`` are folded spellings and ``bones`` their skeletons, each between bars.
    """

    def __init__(self, text: str) -> None:
        head, *self._rows = text.rstrip("\n").split("\n")
        if tuple(head.split("\t")) != COLUMNS:
            raise DataError(f"{EXTRACT}: its columns are not those of this version; make it again as sources.toml says")
        self._keys = {row[: row.index("\t")]: i for i, row in enumerate(self._rows)}
        columns = [row.rsplit("\t", 2) for row in self._rows]
        self._names = "\n".join([names for _, names, _ in columns]).replace(" ", "")
        self._bones = "\n".join([bones for _, _, bones in columns])

    def __iter__(self) -> Iterator[dict[str, str]]:
        return map(self._fields, range(len(self._rows)))

    @cached_property
    def provinces(self) -> dict[tuple[str, str], str]:
        """The codes of the first-level areas, by name and country."""
        rows = [self._fields(i) for key, i in self._keys.items() if "-" in key]
        return {(row["name"], row["country"]): row["key"] for row in rows}

    def row(self, key: str) -> dict[str, str] | None:
        """A row by its key: a GeoNames id, or an ISO 3166 code for an area."""
        return self._fields(self._keys[key]) if key in self._keys else None

    def exact(self, name: str) -> Iterator[dict[str, str]]:
        """Rows that have a folded name, but for its spaces."""
        return map(self._fields, _rows_with(self._names, name.replace(" ", "")))

    def similar(self, name: str) -> Iterator[dict[str, str]]:
        """Rows that have a name of the same skeleton."""
        return map(self._fields, _rows_with(self._bones, skeleton(name)))

    def _fields(self, index: int) -> dict[str, str]:
        return dict(zip(COLUMNS, self._rows[index].split("\t"), strict=True))


def _rows_with(column: str, wanted: str) -> Iterator[int]:
    wanted = f"|{wanted}|"
    at = column.find(wanted) if len(wanted) > len("||") else -1
    while at >= 0:
        yield column.count("\n", 0, at)
        end = column.find("\n", at)
        at = column.find(wanted, end) if end >= 0 else -1


def read_extract(extract_gz: Path) -> Extract:
    """The extract of GeoNames in a file.

    Raises:
        DataError: its columns are not the present ones.
    """
    return Extract(gzip.decompress(extract_gz.read_bytes()).decode())


def radius_m(people: int) -> float:
    """How far a settlement of so many people may reach, metres: a disc at 5000 people a square kilometre, no less than 3 km.

    GeoNames gives points without extents; 5 km where it does not know the population.
    """
    return max(3000.0, float(round((people / 5000 / 3.1416) ** 0.5)) * 1000) if people else 5000.0


#: How far outside its province or country a place may seem to lie, degrees.
SHORE_DEG = 0.1


@dataclass(frozen=True)
class Gazetteer:
    """Places by name, the named areas they refer to, and the extract that is read when the hand-kept places do not do."""

    places: Mapping[str, Place]
    areas: Mapping[str, BaseGeometry]
    extract_gz: Path | None = None

    @cached_property
    def extract(self) -> Extract | None:
        """The extract, read at the first use."""
        return None if self.extract_gz is None else read_extract(self.extract_gz)

    @cached_property
    def _kept(self) -> tuple[tuple[Place, tuple[str, ...]], ...]:
        return tuple(
            (p, tuple(map(folded, (p.name, *p.spellings, *([p.local] if p.local else []))))) for p in self.places.values()
        )

    @cached_property
    def _kept_by_key(self) -> dict[str, Place]:
        return {
            key: p
            for p in self.places.values()
            for key in (*p.area[: len(p.area) == 1], str(p.geonames_id))
            if p.level != "district"
        }

    def find(self, name: str) -> Place | None:
        """The hand-kept place that is so named or so spelled."""
        wanted = folded(name)
        return next((place for place, names in self._kept if wanted in names), None)

    def containers(self, place: Place) -> tuple[Place, ...]:
        """What holds a place, finest first."""
        found: list[Place] = []
        while place.within and (holder := self._holder(place.within)) and holder not in found:
            found.append(holder)
            place = holder
        return tuple(found)

    def _holder(self, key: str) -> Place | None:
        if key in self.places:
            return self.places[key]
        row = self.extract.row(key) if self.extract else None
        return self._place(row) if row else None

    def _place(self, row: dict[str, str]) -> Place:
        key, is_area = row["key"], row["level"] != "settlement"
        kept = self._kept_by_key.get(key)
        if kept and kept.country == row["country"]:
            return kept
        return Place(
            name=row["name"],
            level=row["level"],  # type: ignore[arg-type]  # checked when the extract is made
            country=row["country"],
            within=row["within"] or None,
            spellings=tuple(row["names"].strip("|").split("|")),
            local=row["local"] or None,
            lon=None if is_area else float(row["lon"]),
            lat=None if is_area else float(row["lat"]),
            radius_m=None if is_area else radius_m(int(row["population"])),
            geonames_id=None if is_area else int(key),
            area=(key,) if is_area and key in self.areas else (),
            source="Natural Earth 10m (public domain)" if is_area else f"GeoNames {key} (CC BY 4.0)",
        )

    def candidates(self, name: str, *, country: str | None = None, within: Iterable[str] = ()) -> tuple[Candidate, ...]:
        """Every place that a name may mean, best first; those that the context or the name's kind rules out with the score 0.

        Args:
            name: as written; what follows a comma is context, and a word such as "district" says of what kind the place is.
            country: an ISO 3166-1 alpha-2 code, or a country's name.
            within: names of what holds the place, in any order.
        """
        name, holders = _parted(name, country, within)
        levels = bare(folded(name))[1]
        found = []
        for match in self._namesakes(name, every=True):
            refusal = self._against(match.place, holders)
            if not match.allowed(levels):
                refusal = f"a {match.place.level}, not a {' or '.join(levels)}"
            found.append(Candidate(match.place, 0.0 if refusal else match.score, refusal or match.why))
        return tuple(sorted(found, key=lambda candidate: -candidate.score))

    def resolve(self, name: str, *, country: str | None = None, within: Iterable[str] = ()) -> Place | Refused:
        """The one place that a name means in its context, or why there is none.

        Which places share a name does not depend on the context, nor does which of them `beats` which; so a place that is found
        with some of the context is found with all of it, or refused.

        Args:
            name: as in `candidates`.
            country: as in `candidates`.
            within: as in `candidates`.
        """
        called, holders = _parted(name, country, within)
        answer = self._meant(called, holders)
        if isinstance(answer, Place):
            return answer
        return Refused(name, answer, self.candidates(name, country=country, within=within))

    def _meant(self, name: str, holders: _Holders) -> Place | str:
        levels = bare(folded(name))[1]
        namesakes = self._namesakes(name)
        matches = [m for m in namesakes if m.allowed(levels)]
        left = [m for m in matches if not self._against(m.place, holders)]
        best = [m for m in left if not any(self._beats(other, m) for other in matches)]
        if not matches:
            kinds = " and a ".join(sorted({m.place.level for m in namesakes if m.rank > _SIMILAR}))
            return f"{name}: only a {kinds} of that name is known" if kinds else f"{name} is not in the gazetteer"
        if not left:
            return f"{name}: " + "; ".join(dict.fromkeys(self._against(m.place, holders) for m in matches))
        if not best:
            greater = next(o for m in left for o in matches if self._beats(o, m))
            where = greater.place.within or greater.place.country
            return f"{name}: far better known as that in {where}, which the context rules out"
        if len(best) > 1:
            return f"{name}: {len(best)} places may be meant"
        (match,) = best
        if not holders and not (match.known and (match.rank == _KEPT or len(folded(name)) >= LETTERS)):
            return f"{name}: without a country or a container only a well-known place is taken, and by its exact name"
        if match.rank == _SIMILAR and match.alike < ALIKE_IN_COUNTRY and not self._narrower(holders):
            return f"{name}: no more than similar to {match.place.name}; without its province or district that is not enough"
        return match.place

    def _narrower(self, holders: _Holders) -> bool:
        """Whether the context names anything finer than a country."""
        return any(reading.level != "country" for _, name in holders if name for reading, _ in self._readings(name))

    def _beats(self, one: _Match, other: _Match) -> bool:
        if one is other:
            return False
        seat, around = (
            a.place.level not in PEOPLE and b.place.level in PEOPLE and self._lies_in(a.place, b.place)
            for a, b in ((one, other), (other, one))
        )
        return beats(one, other, seat=seat, around=around)

    def _namesakes(self, name: str, *, every: bool = False) -> list[_Match]:
        """Places that share a name, best first, of whatever kind and context.

        The extract is read only where the hand-kept file has no such spelling, or where ``every`` one is asked for.
        """
        whole = folded(name).removeprefix("the ")
        base = bare(whole)[0]
        found = list(self._kept_matches(whole, base))
        if self.extract_gz and (every or all(m.rank != _KEPT for m in found)):
            found = [replace(match, people=self._people(match.place)) for match in found]
            exact = list(self._exact_matches(whole)) or list(self._exact_matches(base))
            found += exact + [m for form in dict.fromkeys((whole, base)) for m in self._similar_matches(form)]
        first: dict[Place, _Match] = {}
        for match in sorted(found, key=lambda m: (-m.rank, -m.score, -m.weight, m.place.geonames_id or 0, m.place.name)):
            first.setdefault(match.place, match)
        return list(first.values())

    def _kept_matches(self, whole: str, base: str) -> Iterator[_Match]:
        for place, names in self._kept:
            if whole.replace(" ", "") in (n.replace(" ", "") for n in names):
                yield _Match(place, 0, _KEPT, 1.0, "a spelling of the hand-kept file")
                continue
            bares = [bare(n)[0] for n in names]
            alike = 1.0 if base in bares else max(likeness(base, n) for n in bares)
            if alike == 1:
                # "The town of Rask" is no less than "Rask"; "Kech town" is not Kech, the district.
                rank = _KEPT if base in names and place.level in bare(whole)[1] else _OWN
                yield _Match(place, 0, rank, 0.95, "its name without the word for its kind")
            elif alike:
                yield _similar(place, 0, alike)

    def _exact_matches(self, name: str) -> Iterator[_Match]:
        for row in self.extract.exact(name) if self.extract else ():
            own = folded(row["name"]).replace(" ", "") == name.replace(" ", "")
            rank, score, why = (_OWN, 0.95, "its own name") if own else (_OTHER, 0.9, f"another name of {row['name']}")
            yield _Match(self._place(row), int(row["population"] or 0), rank, score, why)

    def _similar_matches(self, name: str) -> Iterator[_Match]:
        for row in self.extract.similar(name) if self.extract else ():
            alike = max(likeness(name, n) for n in row["names"].strip("|").split("|"))
            if alike:
                yield _similar(self._place(row), int(row["population"] or 0), alike)

    def _people(self, place: Place) -> int:
        row = self.extract.row(str(place.geonames_id)) if self.extract and place.geonames_id else None
        return int(row["population"]) if row else 0

    def _against(self, place: Place, holders: _Holders) -> str:
        """Why the context rules a place out; empty where it does not."""
        for code, name in holders:
            if code and place.country != code:
                return f"not in {code}"
            if name and not (readings := self._readings(name)):
                return f"{name} is not in the gazetteer, so whether it holds the place cannot be said"
            if name and not any(self._holds(reading, place, district=seat) for reading, seat in readings):
                return f"not in {name}"
        return ""

    def _readings(self, holder: str) -> list[tuple[Place, bool]]:
        """What the name of a container may mean, each with whether it is a district of which only the seat is known."""
        if holder not in self._read:
            self._read[holder] = self._read_holder(holder)
        return self._read[holder]

    @cached_property
    def _read(self) -> dict[str, list[tuple[Place, bool]]]:
        return {}  # few containers, named by many claims

    def _read_holder(self, holder: str) -> list[tuple[Place, bool]]:
        levels = bare(folded(holder))[1]
        namesakes = self._namesakes(holder)
        if not any(m.rank == _KEPT and m.place.level in PEOPLE for m in namesakes):
            # An area often bears the name of its seat, which may be all that the hand-kept file has.
            namesakes = self._namesakes(holder, every=True)
        exact = [m for m in namesakes if m.rank > _SIMILAR] or namesakes
        fitting = [m for m in exact if m.allowed(levels)]
        if fitting or "district" not in levels:
            return [(m.place, False) for m in fitting]
        return [(m.place, True) for m in exact if m.place.level == "settlement"]

    def _holds(self, holder: Place, place: Place, *, district: bool) -> bool:
        if holder == place or self._lies_in(place, holder) or self._lies_in(holder, place):
            return True
        near = DISTRICT_M if district else holder.radius_m
        if near is None or place.level in PEOPLE or any(h.level == "district" for h in self.containers(place)):
            return False  # an area is in what it is said to be in; so is what has a district on record
        return not self._provinces(holder).isdisjoint(self._provinces(place)) and _apart_m(holder, place) <= near

    def _lies_in(self, place: Place, holder: Place) -> bool:
        if holder.level == "country":
            return place.country == holder.country
        if holder in self.containers(place):
            return True
        mine = self._provinces(place)
        return holder.level == "province" and bool(mine) and mine <= self._provinces(holder)

    def _provinces(self, place: Place) -> set[str]:
        """The codes of the first-level areas that a place is or lies in; empty where that is not known."""
        for holder in (place, *self.containers(place)):
            if holder.level == "province":
                if holder.area or self.extract is None:
                    return set(holder.area)
                code = self.extract.provinces.get((holder.name, holder.country or ""))
                return {code} if code else set()
        if place.lon is None or place.lat is None:
            return set()
        point = shapely.Point(place.lon, place.lat)
        return {code for code, area in self.areas.items() if code.startswith(f"{place.country}-") and area.covers(point)}


#: What the context says: a country's code, or the name of a container.
_Holders = tuple[tuple[str, str], ...]


def _parted(name: str, country: str | None, within: Iterable[str]) -> tuple[str, _Holders]:
    """The name by itself, and its context in one order."""
    name, *more = [part.strip() for part in re.split("[,،]", name)]
    is_code = country is not None and re.fullmatch("[A-Z]{2}", country)
    names = {*more, *within, *([country] if country and not is_code else [])}
    return name, tuple([(country, "")] if country and is_code else []) + tuple(("", n) for n in sorted(names) if n.strip())


def _similar(place: Place, people: int, alike: float) -> _Match:
    return _Match(place, people, _SIMILAR, round(0.85 * alike, 3), f"spelled alike ({alike:.2f})", alike)


def _apart_m(one: Place, other: Place) -> float:
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return float("inf")
    return float(GEOD.inv(one.lon, one.lat, other.lon, other.lat)[2])


def read_gazetteer(places_csv: Path, areas: Mapping[str, BaseGeometry]) -> Gazetteer:
    """The gazetteer of a places file, every record checked, and of the extract beside it, which is read when it is needed.

    Args:
        places_csv: see `Place` for the columns; ``spellings`` and ``area`` are joined by ``;``.
        areas: geometry per key: "IR" for a country, "PK-BA" for a first-level area.

    Raises:
        DataError: every record that cannot be right, a line each.
    """
    problems: list[str] = []
    places: dict[str, Place] = {}
    adapter = TypeAdapter(Place)
    with places_csv.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            record: dict[str, Any] = {key: value for key, value in row.items() if value}
            for key in ("spellings", "area"):
                if key in record:
                    record[key] = tuple(record[key].split(";"))
            try:
                place = adapter.validate_python(record)
            except ValidationError as error:
                problems += [
                    f"{places_csv.name}: {row['name']}: {'.'.join(map(str, e['loc']))} is {e.get('input')!r}; {e['msg']}"
                    for e in error.errors()
                ]
                continue
            if place.name in places:
                problems.append(f"{places_csv.name}: {place.name}: the name stands twice; give each place a name of its own")
            places[place.name] = place
    beside = places_csv.parent / EXTRACT
    gazetteer = Gazetteer(places, areas, beside if beside.is_file() else None)
    found = [problem for place in places.values() for problem in _problems(place, gazetteer)] + list(_shared(gazetteer))
    problems += [f"{places_csv.name}: {problem}" for problem in found]
    if problems:
        raise DataError("\n".join(problems))
    return gazetteer


def _shared(gazetteer: Gazetteer) -> Iterator[str]:
    """Spellings of two places of one country: whoever writes one means neither, and `Gazetteer.find` takes the first."""
    owners: dict[tuple[str | None, str], Place] = {}
    for place in gazetteer.places.values():
        for field, said in (("name", place.name), *(("spellings", s) for s in place.spellings), ("local", place.local or "")):
            owner = owners.setdefault((place.country, folded(said).replace(" ", "")), place) if said else place
            if owner is not place:
                yield f"{place.name}: {field} has {said!r}, which is {owner.name}; give it to one place of a country only"


def _problems(place: Place, gazetteer: Gazetteer) -> list[str]:
    found = []
    coordinates = (place.lon, place.lat, place.radius_m)
    if None in coordinates and coordinates != (None, None, None):
        found.append(f"{place.name}: lon, lat and radius_m go together, found {coordinates}; give all three or none")
    if place.lon is not None and not (-180 <= place.lon <= 180 and -90 <= (place.lat or 0) <= 90):
        found.append(f"{place.name}: lon, lat is {place.lon}, {place.lat}; longitude comes first, in degrees")
    if place.lon is not None and not place.source:
        found.append(f"{place.name}: source is empty; say who prints the coordinates")
    if place.within and place.within not in gazetteer.places:
        found.append(f"{place.name}: within is {place.within!r}, which is no place of the file")
    holder = next((h for h in gazetteer.containers(place) if len(h.area) == 1 and h.area[0] in gazetteer.areas), None)
    if holder and place.lon is not None and place.lat is not None:
        # Shores are drawn to about a kilometre, and a town may stand on one.
        away = gazetteer.areas[holder.area[0]].distance(shapely.Point(place.lon, place.lat))
        if away > SHORE_DEG:
            found.append(
                f"{place.name}: lon, lat is {place.lon}, {place.lat}, which is not in {holder.name}; longitude comes first"
            )
    found += [
        f"{place.name}: area is {key!r}, which the basemap does not have" for key in place.area if key not in gazetteer.areas
    ]
    return found
