"""Every country of ISO 3166-1, and Kosovo: how news in English call it, and its codes elsewhere, from ``countries.csv``.

Codes are ISO 3166-1's (Kosovo's, XK and XKX, are its user-assigned ones); regions those of ACLED and of UCDP; numbers Gleditsch
and Ward's. ``geodata/scripts/check_countries.py`` holds them against published lists. The file is read when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from geomap.vocabulary.lists import read_list

_COLUMNS = (
    *("code", "alpha3", "iso", "name", "other_names", "adjectives", "capitals"),
    *("acled_name", "acled_region", "gw", "ucdp_name", "ucdp_region"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country as news in English call it, and in the codes of ISO, ACLED and UCDP."""

    code: str  #: ISO 3166-1 alpha-2
    alpha3: str  #: ISO 3166-1 alpha-3
    iso: int | None  #: ISO 3166-1 numeric; None for Kosovo, which has none
    name: str
    other_names: tuple[str, ...]
    adjectives: tuple[str, ...]  #: the usual one first; two countries may share one
    capitals: tuple[str, ...]  #: and seats of government, each spelling
    acled_name: str
    acled_region: str
    gw: int | None  #: Gleditsch and Ward's number; None where it is no state of theirs
    ucdp_name: str | None
    ucdp_region: str | None

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then the others."""
        return (self.name, *self.other_names)


@cache
def _countries() -> Mapping[str, Country]:
    return {
        row["code"]: Country(
            code=row["code"],
            alpha3=row["alpha3"],
            iso=int(row["iso"]) if row["iso"] else None,
            name=row["name"],
            other_names=_several(row["other_names"]),
            adjectives=_several(row["adjectives"]),
            capitals=_several(row["capitals"]),
            acled_name=row["acled_name"],
            acled_region=row["acled_region"],
            gw=int(row["gw"]) if row["gw"] else None,
            ucdp_name=row["ucdp_name"] or None,
            ucdp_region=row["ucdp_region"] or None,
        )
        for row in read_list("countries.csv", *_COLUMNS)
    }


class _WhenAsked(Mapping[str, Country]):
    """The countries by code, read with the first question: most commands ask none."""

    def __getitem__(self, code: str) -> Country:
        return _countries()[code]

    def __iter__(self) -> Iterator[str]:
        return iter(_countries())

    def __len__(self) -> int:
        return len(_countries())


#: Every country by its alpha-2 code.
COUNTRIES: Mapping[str, Country] = _WhenAsked()


def country_code(code: str) -> str | None:
    """The alpha-2 code of a country by its alpha-2 or alpha-3 code; None for what is neither.

    >>> country_code("MLI"), country_code("ML"), country_code("Mali")
    ('ML', 'ML', None)
    """
    return code if code in COUNTRIES else _index("alpha3").get(code.casefold(), (None,))[0] if code.isupper() else None


def countries_named(name: str) -> tuple[str, ...]:
    """The alpha-2 codes of the countries that a name is used for, in any case; several where it leaves open which.

    >>> countries_named("Burma"), countries_named("the UK"), countries_named("Congo"), countries_named("Atlantis")
    (('MM',), ('GB',), ('CD', 'CG'), ())
    """
    return _index("names").get(_plain(name)) or _index("names").get(_plain(name).removeprefix("the "), ())


def countries_with_adjective(adjective: str) -> tuple[str, ...]:
    """The alpha-2 codes of the countries of an adjective or demonym, in any case.

    >>> countries_with_adjective("Malian"), countries_with_adjective("Congolese")
    (('ML',), ('CD', 'CG'))
    """
    return _index("adjectives").get(_plain(adjective), ())


def countries_with_capital(city: str) -> tuple[str, ...]:
    """The alpha-2 codes of the countries whose capital or seat of government a city is, in any case.

    >>> countries_with_capital("Kiev"), countries_with_capital("Kingston")
    (('UA',), ('JM', 'NF'))
    """
    return _index("capitals").get(_plain(city), ())


@cache
def _index(column: str) -> Mapping[str, tuple[str, ...]]:
    """The codes of countries by each of their words in a column, in small letters."""
    found: dict[str, tuple[str, ...]] = {}
    for code, country in _countries().items():
        said = getattr(country, column)
        for words in dict.fromkeys(map(_plain, (said,) if isinstance(said, str) else said)):
            found[words] = (*found.get(words, ()), code)
    return found


def _several(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(";")))


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").casefold().split())
