"""The whole story on one screen: read, locate, group, measure, tabulate, write.

`read_inputs`, `tell`, `layers` and `build` are that story. Each step is a room's one answer, and what a room needs from another
is passed in here.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import mapping

from geomap import __version__, geodata
from geomap.articles import Vocabulary, read_articles, read_text, read_vocabulary
from geomap.border import Border
from geomap.checks import Verdict, check, geography
from geomap.corrections import Correction, corrected, read_corrections, write_corrections
from geomap.errors import DataError
from geomap.gazetteer import Gazetteer, read_gazetteer
from geomap.incidents import Note, group, read_incidents, weaker
from geomap.layers import Context, Layers, tabulate
from geomap.model import Article, BorderRelation, Claim, Grouping, Incident, Region, Statement, Unlocated
from geomap.places import locate_claim, locate_said, otherwise, parts_of
from geomap.regions import GEOD, area_of, best_reading
from geomap.statements import USUAL, Part, Tolerances, World, readings, weigh

BORDER = "IRN-PAK"
NEAR_KM = 50.0
BANDS_KM = (10.0, 25.0, 50.0, 100.0)
TITLE = "Incidents of the Iran–Pakistan crisis, as five articles report them"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything that is read from ``geodata/``, checked at the door."""

    articles: Mapping[str, Article]
    claims: tuple[Claim, ...]
    groupings: tuple[Grouping, ...]
    notes: tuple[Note, ...]
    vocabulary: Vocabulary
    gazetteer: Gazetteer
    border: Border
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The incidents with how they lie to the border: per incident id, claim id, and claim id with the reading of it."""

    inputs: Inputs
    incidents: tuple[Incident, ...]
    relations: Mapping[str, BorderRelation]
    otherwise: Mapping[str, Mapping[str, Region | Unlocated]]  #: claim id → reading → the region it then has
    parts: Mapping[str, tuple[Part, ...]]  #: incident id → the areas of its region, the weightiest first
    verdicts: tuple[Verdict, ...]
    near_m: float


def read_inputs() -> Inputs:
    """Every input file, read and checked.

    Raises:
        DataError: what cannot be right, a line each.
    """
    files = read_articles(geodata.root() / "articles")
    groupings, notes = read_incidents(geodata.path("incidents.toml"))
    areas = {code: area.geometry for code, area in geodata.read_areas().items()}
    return Inputs(
        articles={article.id: article for article, _ in files},
        claims=tuple(claim for _, claims in files for claim in claims),
        groupings=groupings,
        notes=notes,
        vocabulary=read_vocabulary(geodata.root()),
        gazetteer=read_gazetteer(geodata.path("places.csv"), areas),
        border=Border.read(BORDER),
        corrections=read_corrections(geodata.path("corrections.toml")),
    )


def tell(inputs: Inputs, *, near_km: float = NEAR_KM) -> Story:
    """From claims to incidents measured against the border."""
    world = World(gazetteer=inputs.gazetteer, border=inputs.border)
    located = {claim.id: locate_claim(claim, world) for claim in inputs.claims}
    outside = {claim.id for claim in inputs.claims if not inputs.articles[claim.article].held}
    best = {
        g.id: best_reading(_accounts(g, located), contradicted=weaker(g.differences, "place"), outside=outside)
        for g in inputs.groupings
    }
    incidents = corrected(group(inputs.groupings, inputs.claims, inputs.articles, located, best), inputs.corrections)
    other = {claim.id: ways for claim in inputs.claims if (ways := otherwise(claim, world))}
    regions = {incident.id: incident.region for incident in incidents} | located
    regions |= {f"{claim}/{how.replace(' ', '-')}": region for claim, ways in other.items() for how, region in ways.items()}
    measured = _relations(regions, inputs.border, near_km * 1000)
    return Story(
        inputs=inputs,
        incidents=incidents,
        relations=measured,
        otherwise=other,
        parts={incident.id: parts_of(incident, world) for incident in incidents},
        verdicts=geography(inputs.groupings, inputs.claims, inputs.articles, world, inputs.border),
        near_m=near_km * 1000,
    )


def _relations(regions: Mapping[str, Region | Unlocated], border: Border, near_m: float) -> dict[str, BorderRelation]:
    """How each region lies to the border; none where an account only names a country, whose distance says nothing of it."""
    told = {key: region for key, region in regions.items() if isinstance(region, Region) and region.level != "country"}
    found = dict(zip(told, border.relations(list(told.values()), near_m=near_m), strict=True))
    pinned = {key: region.point for key, region in told.items() if region.point}
    lon, lat = np.array(list(pinned.values())).reshape(-1, 2).T
    for key, distance in zip(pinned, border.measure(lon, lat).distance_m, strict=True):
        found[key] = replace(found[key], distance_m=float(distance))
    return found


def _accounts(grouping: Grouping, located: Mapping[str, Region | Unlocated]) -> dict[str, Region | Unlocated]:
    return {judgement.claim: located[judgement.claim] for judgement in grouping.claims}


def locate_words(
    words: str, *, country: str | None = None, border_name: str = BORDER, tolerances: Tolerances | None = None
) -> dict[str, Any]:
    """The areas that a person's words allow, in each reading of them.

    Args:
        words: see `geomap.phrases.parse`.
        country: an ISO 3166-1 alpha-2 code to stay in.
        border_name: a pair of countries, or a file.
        tolerances: how far words may be from the truth; the usual ones unless given.

    Raises:
        DataError: words that are not understood, or names that nothing is known of.
    """
    from geomap.phrases import parse  # only a person's words need its patterns

    border = Border.read(border_name)
    areas = {code: area.geometry for code, area in geodata.read_areas().items()}
    gazetteer = read_gazetteer(geodata.path("places.csv"), areas)
    vocabulary = read_vocabulary(geodata.root())
    named = {name.casefold(): border.id for name in vocabulary.borders.get(border.id, ())} | {"border": border.id}
    phrase = parse(words, gazetteer, named, country=country)
    known = {place.name: place for place in phrase.places}
    world = World(
        gazetteer=replace(gazetteer, places={**gazetteer.places, **known}), border=border, tolerances=tolerances or USUAL
    )
    path = phrase.within + tuple(p.name for p in gazetteer.places.values() if p.level == "country" and p.country == country)
    if country and len(path) == len(phrase.within):
        raise DataError(f"--country is {country!r}, which the gazetteer does not have; write a code such as PK")
    silent = [statement for statement in phrase.statements if not _allowed(statement, world)]
    if silent:
        said = "; ".join(f"{s.relation} {s.of}" for s in silent)
        raise DataError(
            f"nothing can be drawn for: {said}; a direction or distance needs a place with a point on this side of the Earth"
        )
    open_ = any(len(readings(statement, world)) > 1 for statement in phrase.statements)
    ways = {"as a straight line" if open_ else "as said": locate_said(path, phrase.statements, world)}
    if open_:
        ways["by road"] = locate_said(path, phrase.statements, world, by_road=True)
    soft = [r for statement in phrase.statements for r in readings(statement, world) if r.soft]
    return {
        "words": words,
        "border": border.id,
        "readings": [
            {
                "reading": how,
                "found": region.reason if isinstance(region, Unlocated) else region.method,
                "areas": []
                if isinstance(region, Unlocated)
                else [_described(p, region, border) for p in weigh(area_of(region), soft, world.tolerances)],
            }
            for how, region in ways.items()
        ],
    }


def _allowed(statement: Statement, world: World) -> bool:
    """Whether a statement has a reading: not where it is about the other side of the Earth, or about no place with a point."""
    try:
        return bool(readings(statement, world))
    except DataError:
        raise
    except ValueError:
        return False


def _described(part: Part, region: Region, border: Border) -> dict[str, Any]:
    inside = part.geometry.representative_point()
    relation = border.relation(replace(region, geometry=part.geometry, radius_m=None, point=None))
    return {
        "weight": round(part.weight, 3),
        "against": list(part.against),
        "lon": round(inside.x, 4),
        "lat": round(inside.y, 4),
        "km2": round(abs(GEOD.geometry_area_perimeter(part.geometry)[0]) / 1e6, 1),
        "border_km": [round(relation.min_m / 1000, 1), round(relation.max_m / 1000, 1)],
        "geometry": mapping(shapely.set_precision(part.geometry, 1e-5)),
    }


def correct(file: Path, *, by: str, on: dt.date, reason: str, near_km: float = NEAR_KM) -> tuple[str, ...]:
    """Take what a person changed in a file of ours as corrections, and keep them with the data.

    Args:
        file: a GeoPackage or GeoJSON that `build` wrote and a person edited.
        by: who.
        on: when.
        reason: why.
        near_km: with which the file was built.

    Returns:
        The changes that cannot be taken, a sentence each.

    Raises:
        DataError: the file is not one of ours.
    """
    from geomap.export.edits import read_edits

    if geodata.root().name == "_data":
        raise DataError("corrections are kept with the data, and an installed copy has none of its own: work in a checkout")
    inputs = read_inputs()
    edits = read_edits(file, layers(tell(inputs, near_km=near_km)), by=by, on=on, reason=reason)
    if edits.corrections:
        write_corrections(geodata.path("corrections.toml"), edits.corrections)
    return edits.refused


def layers(story: Story) -> Layers:
    """The published tables of a story."""
    inputs = story.inputs
    context = Context(
        articles=inputs.articles,
        relations=story.relations,
        sides={actor.name: actor.side for actor in inputs.vocabulary.actors.values()},
        places=inputs.gazetteer.places,
        border=_border_row(inputs.border),
        otherwise=story.otherwise,
        parts=story.parts,
        verdicts=story.verdicts,
        bands=dict(zip(BANDS_KM, inputs.border.bands([km * 1000 for km in BANDS_KM], tolerance_m=250), strict=True)),
    )
    return tabulate(story.incidents, context)


def _border_row(border: Border) -> dict[str, Any]:
    feature = geodata.read_geojson(f"borders/{border.id}.geojson")[0]["properties"]
    source = next(s for s in geodata.read_sources() if s.file == f"borders/{border.id}.geojson")
    return {
        "id": border.id,
        "name": "–".join(_country_name(border.code(code)) for code in border.countries),
        "length_km": feature["length_km"],
        "detail_m": feature["tolerance_m"],
        "source": source.title,
        "licence": source.licence,
        "attribution": source.attribution,
        "geometry": border.line,
    }


def build(
    out: Path | str = "output", *, near_km: float = NEAR_KM, texts: Path | None = None, tiles: Mapping[str, str] | None = None
) -> tuple[Layers, dict[str, Any]]:
    """Rebuild everything that is published; gives its tables and its `manifest`.

    All files are written beside the folder first and moved in when the last is done: an interrupted or failed build leaves the
    previous output whole.

    Args:
        out: the folder.
        near_km: what counts as near the border.
        texts: a folder with the articles' texts: then only the page is written, and it is private.
        tiles: ``url`` and ``attribution`` of a server of map tiles that the page may be switched to.

    Raises:
        DataError: an input cannot be right, a line each; or a private page would be published.
    """
    from geomap.export.licences import licences_text
    from geomap.export.published import write_published
    from geomap.webmap import draw

    if problems := check().problems:
        raise DataError("\n".join(problems))
    out = Path(out)
    if texts and "output" in out.resolve().parts:
        raise DataError(f"{out}: a page with the articles' texts is private and is not written to output/; name another folder")
    story = tell(read_inputs(), near_km=near_km)
    tables = layers(story)
    record = manifest(story)
    held = [article for article in story.inputs.articles.values() if article.held]
    read = {article.id: read_text(texts, article.id, article.text_sha256) for article in held} if texts else None
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        basemap = geodata.read_basemap()
        if not texts:
            write_published(tables, beside, title=TITLE, basemap=basemap)
        page = draw(
            tables,
            basemap=basemap,
            build=record,
            title=TITLE,
            places=_towns(story.inputs.gazetteer),
            bands=dict(zip(tables.bands["km"], tables.bands.geometry, strict=True)),
            links=_links(story),
            texts=read,
            tiles=tiles,
        )
        written = {
            "map.html": page,
            "build.json": json.dumps(record, indent=1, sort_keys=True) + "\n",
            "LICENSES.md": licences_text(geodata.read_sources()),
        }
        if texts:
            written[".gitignore"] = "*\n"  # so that no one publishes it unawares
        for name, text in written.items():
            (beside / name).write_text(text, encoding="utf-8", newline="\n")
        out.mkdir(exist_ok=True)
        for file in sorted(beside.iterdir()):
            os.replace(file, out / file.name)
    finally:
        shutil.rmtree(beside)
    return tables, record


def _country_name(code: str) -> str:
    areas = geodata.read_areas()
    return areas[code].name if code in areas else code


def _links(story: Story) -> dict[str, list[tuple[tuple[float, float], tuple[float, float]]]]:
    """The lines that the ends of an incident's interval stand on; none where it is no finer than a province."""
    fine = {i.id for i in story.incidents if isinstance(i.region, Region) and i.region.level not in ("province", "country")}
    return {
        key: [(r.nearest, r.nearest_on_border), (r.farthest, r.farthest_on_border)]
        for key, r in story.relations.items()
        if key in fine
    }


def _towns(gazetteer: Gazetteer) -> list[dict[str, Any]]:
    """The settlements whose names the backdrop shows."""
    towns = (place for place in gazetteer.places.values() if place.level == "settlement" and place.lon is not None)
    return [{"name": town.name, "local": town.local, "lon": town.lon, "lat": town.lat} for town in towns]


def manifest(story: Story) -> dict[str, Any]:
    """What the output was made from: geomap's version, the sha256 of every input, the counts. No clock."""
    regions = [incident.region for incident in story.incidents]
    inputs = {name: hashlib.sha256(geodata.path(name).read_bytes()).hexdigest() for name in geodata.names()}
    digest = hashlib.sha256(json.dumps(inputs, sort_keys=True).encode()).hexdigest()
    return {
        "geomap": __version__,
        "border": story.inputs.border.id,
        "near_km": story.near_m / 1000,
        "inputs": inputs,
        "inputs_sha256": digest,
        "counts": {
            "articles": sum(article.held for article in story.inputs.articles.values()),
            "outside publications": sum(not article.held for article in story.inputs.articles.values()),
            "claims": len(story.inputs.claims),
            "incidents": len(story.incidents),
            "unlocated": sum(isinstance(region, Unlocated) for region in regions),
            "undated": sum(incident.days.first is None for incident in story.incidents),
            "near the border": sum(bool(story.relations[i.id].near) for i in story.incidents if i.id in story.relations),
        },
    }
