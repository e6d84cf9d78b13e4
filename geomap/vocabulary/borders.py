"""How news call the border of two countries: any pair, from the countries' names and adjectives."""

from __future__ import annotations

from collections.abc import Iterator

from geomap.vocabulary.codes import COUNTRIES, Country, country_code


def countries_of(border: str) -> tuple[Country, ...]:
    """The two countries of a pair, by their alpha-3 codes in order; none where it is no pair of countries.

    >>> [country.name for country in countries_of("ml-ne")], countries_of("claimed.geojson")
    (['Mali', 'Niger'], ())
    """
    codes = {country_code(code.upper()) for code in border.split("-")}
    pair = [COUNTRIES[code] for code in codes if code]
    return tuple(sorted(pair, key=lambda country: country.alpha3)) if len(codes) == len(pair) == 2 else ()


def border_names(border: str) -> Iterator[str]:
    """The ways to call the border of a pair: "Malian border", "border with Niger", "border between Mali and Niger".

    None for a border that is no pair.

    >>> {"Iranian border", "Pak-Iran border", "border with Pakistan", "Iran's frontier"} <= set(border_names("IRN-PAK"))
    True
    """
    if not (pair := countries_of(border)):
        return
    for line in ("border", "frontier"):
        for country, other in (pair, pair[::-1]):
            for name in country.names:
                yield from (f"{line} with {name}", f"{line} of {name}", f"{name}'s {line}")
            for one in country.names + country.adjectives:
                yield f"{one} {line}"
                for two in other.names + other.adjectives:
                    yield from (f"{one}-{two} {line}", f"{one} {two} {line}", f"{one}/{two} {line}", f"{one} and {two} {line}")
                    yield f"{line} between {one} and {two}"
