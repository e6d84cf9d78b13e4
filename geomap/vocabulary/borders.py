"""How news call the border of two countries: any pair, from the countries' names and adjectives."""

from __future__ import annotations

from collections.abc import Iterator

from geomap.vocabulary.codes import COUNTRIES, Country, country_code
from geomap.vocabulary.lists import read_list
from geomap.vocabulary.words import spelled_out


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
    for line in ("border", "frontier", "boundary"):
        for country, other in (pair, pair[::-1]):
            for name in country.names:
                yield from (f"{line} with {name}", f"{line} of {name}", f"{name}'s {line}")
            for one in country.names + country.adjectives:
                yield f"{one} {line}"
                for two in other.names + other.adjectives:
                    yield from (f"{one}-{two} {line}", f"{one} {two} {line}", f"{one}/{two} {line}", f"{one} and {two} {line}")
                    yield f"{line} between {one} and {two}"


def border_lines(border: str) -> tuple[str, ...]:
    """The ways to call the border of a pair without its countries, from ``borders.csv``: "state border", "Line of Control".

    "Line" by itself is a border that has a name with "line".

    >>> {"border", "line of control", "line"} <= set(border_lines("IND-PAK"))
    True
    >>> {"line of control", "line"} & set(border_lines("MLI-NER"))
    set()
    """
    rows = read_list("borders.csv", "name", "border")
    id = "-".join(country.alpha3 for country in countries_of(border))
    general, own = ([name for row in rows if row["border"] == of for name in spelled_out(row["name"])] for of in ("", id))
    return (*general, *own, *(["line"] if any("line" in name.split() for name in own) else []))


def border_sides(border: str) -> Iterator[str]:
    """The ways to say on which side of a pair's border something lies, so that a length before them is counted from it.

    >>> {"inside Pakistan", "inside Iranian territory", "on Iranian side"} <= set(border_sides("IRN-PAK"))
    True
    """
    for country in countries_of(border):
        for into in ("inside", "into", "within"):
            for name in country.names:
                yield from (f"{into} {name}", f"{into} territory of {name}")
                yield from (f"{into} {name}'s {land}" for land in ("territory", "soil", "borders"))
            for one in country.names + country.adjectives:
                yield from (f"{into} {one} {land}" for land in ("territory", "soil", "land"))
        for one in country.names + country.adjectives:
            yield from (f"{on} {one} side" for on in ("on", "to"))
    yield from ("on our side", "on this side", "on their side", "inside border", "inside our territory", "inside our borders")
