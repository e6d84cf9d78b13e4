"""A person's words about a place become the areas that they allow, in each reading of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import mapping

from geomap import project
from geomap.articles import read_lexicon
from geomap.border import Border, at_home, border_of
from geomap.errors import DataError
from geomap.gazetteer import Gazetteer, Place, country_named, read_gazetteer
from geomap.geometry import GEOD, area_of, outwards_km
from geomap.model import Region, Statement, Story, Unlocated
from geomap.places.locating import locate_statements
from geomap.places.parts import Part, weigh
from geomap.places.phrases import parse
from geomap.places.statements import SILENT, SpatialContext, readings
from geomap.places.tolerances import USUAL, Tolerances
from geomap.vocabulary import COUNTRIES

#: No place needs more words; each phrase takes time.
MOST_CHARACTERS = 500


def locate_words(
    words: str,
    *,
    story: Story | None = None,
    border_name: str | None = None,
    country: str | None = None,
    tolerances: Tolerances | None = None,
) -> dict[str, Any]:
    """The areas that a person's words allow, in each reading of them.

    Args:
        words: in English; see `geomap.places.phrases.parse`.
        story: whose places and border are meant; without it and without ``border_name``, of the story that one stands in.
        border_name: a pair of countries, or a file, relative to where one stands; the story's border unless given.
        country: an ISO 3166-1 alpha-2 code to stay in.
        tolerances: how far words may be from the truth; the usual ones unless given.

    Raises:
        DataError: words that are not understood, or names that nothing is known of.
        MissingError: there is no such border, or neither a story nor a border.
    """
    story = story or (Story(border=border_name) if border_name is not None else project.read_story())
    border = border_of(story, story.border) if border_name is None else Border.read(border_name)
    story = at_home(story, border)
    folder = story.folder or Path("no folder")
    gazetteer = read_gazetteer(folder / "places.csv", project.read_outlines(story), home=story.home)
    borders = read_lexicon(folder, border=border.id, countries=border.countries).borders.get(border.id, ())
    return _located(words, border, gazetteer, borders, country, tolerances or USUAL)


def _located(
    words: str, border: Border, gazetteer: Gazetteer, borders: Iterable[str], country: str | None, tolerances: Tolerances
) -> dict[str, Any]:
    if len(words) > MOST_CHARACTERS:
        raise DataError(
            f"{words[:40]!r} and so on: has {len(words):,} characters; write at most {MOST_CHARACTERS} about a place"
        )
    named = {name.casefold(): border.id for name in borders} | {"border": border.id}
    phrase = parse(words, gazetteer, named, country=country)
    known = {place.name: place for place in phrase.places}
    context = SpatialContext(
        gazetteer=replace(gazetteer, places={**gazetteer.places, **known}), border=border, tolerances=tolerances
    )
    inside = country_named(country, gazetteer.areas) if country and country in COUNTRIES else None
    path = phrase.within + ((inside.name,) if inside else ())
    if country and not inside:
        raise DataError(f"--country is {country!r}, which the gazetteer does not have; write a code such as FR")
    _refuse_silent(phrase.statements, known, context)
    open_ = any(len(readings(statement, context)) > 1 for statement in phrase.statements)
    ways = {"as a straight line" if open_ else "as said": locate_statements(path, phrase.statements, context)}
    if open_:
        ways["by road"] = locate_statements(path, phrase.statements, context, by_road=True)
    _check_said(ways["as a straight line" if open_ else "as said"], phrase.statements, border, context)
    soft = [r for statement in phrase.statements for r in readings(statement, context) if r.soft]
    return {
        "words": words,
        "border": border.id,
        "line": border.provenance,
        "readings": [
            {
                "reading": how,
                "found": region.reason if not region.located else region.method,
                "areas": [] if not region.located else [_described(p, region, border) for p in weigh(area_of(region), soft)],
            }
            for how, region in ways.items()
        ],
    }


def _refuse_silent(statements: Iterable[Statement], known: Mapping[str, Place], context: SpatialContext) -> None:
    """Refuse statements that say nothing that could be drawn."""
    silent = [s for s in statements if s.relation not in SILENT and not _allowed(s, context)]
    if silent:
        said = "; ".join(f"{s.relation} {s.of}" for s in silent)
        bare = dict.fromkeys(name for s in silent for name in (s.of, s.to or "") if name in known and known[name].pointless)
        said += f"; no source prints a point for {' and '.join(bare)}" if bare else ""
        raise DataError(
            f"nothing can be drawn for: {said}; a direction or distance needs a place with a point, "
            "a part or an edge one with an area"
        )


def _allowed(statement: Statement, context: SpatialContext) -> bool:
    """Whether a statement has a reading: not where it is about no place with a point, or its area crosses itself."""
    try:
        return bool(readings(statement, context))
    except DataError:
        raise
    except ValueError:
        return False


def _check_said(region: Region | Unlocated, statements: Iterable[Statement], border: Border, context: SpatialContext) -> None:
    """Hold against the map what is said of a place and narrows it no further."""
    if not region.located:
        return
    for statement in statements:
        if statement.relation == "borders":
            _check_neighbour(region, statement.of, context)
        elif statement.relation == "border town":
            _check_border_town(region, border, context)


def _check_border_town(region: Region, border: Border, context: SpatialContext) -> None:
    """Refuse words that call a place a border town which is far from the border."""
    near_m = context.tolerances.near_border_m
    nearest_m = border.relation(region).min_m
    if nearest_m > near_m:
        raise DataError(
            f"{region.name} lies {nearest_m / 1000:.0f} km from {border.id}, and is said to be at the border; "
            f"within {near_m / 1000:g} km would be, or name the border with --border"
        )


def _check_neighbour(region: Region, neighbour: str, context: SpatialContext) -> None:
    """Refuse words that say of an area that it borders on a neighbour which it does not reach."""
    within_m = context.tolerances.along_m
    (edge,) = readings(Statement(relation="along", of=neighbour), context) or (None,)
    if edge is None:
        raise DataError(f"whether {region.name} borders on {neighbour} cannot be said: no area of {neighbour} is known here")
    if not edge.area.intersects(area_of(region)):
        raise DataError(
            f"{region.name} lies nowhere within {within_m / 1000:g} km of {neighbour}, which it is said to border on"
        )


def _described(part: Part, region: Region, border: Border) -> dict[str, Any]:
    inside = part.geometry.representative_point()
    relation = border.relation(replace(region, geometry=part.geometry, radius_m=None, point=None))
    return {
        "letter": part.letter,
        "share": round(part.share, 3),
        "against": list(part.against),
        "lon": round(inside.x, 4),
        "lat": round(inside.y, 4),
        "km2": round(abs(GEOD.geometry_area_perimeter(part.geometry)[0]) / 1e6, 1),
        "distance_km": [float(end) for end in outwards_km(relation.min_m, relation.max_m)],
        "at_gap": relation.at_gap,
        "geometry": mapping(shapely.set_precision(part.geometry, 1e-5)),
    }
