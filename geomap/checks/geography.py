"""Every record against the rules, and the articles' geography against the map: all problems at once, nothing written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geomap.articles.files import check_article, check_claims, read_articles, read_text, read_vocabulary, tally
from geomap.border.line import Border
from geomap.errors import GeomapError
from geomap.gazetteer.gazetteer import read_gazetteer
from geomap.geometry.shapes import area_of, best_reading, distances
from geomap.incidents.corrections import read_corrections
from geomap.incidents.judgements import check_groupings, read_incidents, unjudged, weaker
from geomap.model import Article, Claim, Grouping, PublishedPoint, Region, Said, Statement, Unlocated
from geomap.places.locating import locate, locate_said
from geomap.places.readings import Reading, World, allowed, readings, tolerance_m
from geomap.project import files as geodata

T = TypeVar("T")

#: How far a district may reach beyond the disc that stands for it, degrees.
DISTRICT_DEG = 0.1

#: A border simplified by more than this is another line.
COARSEST_M = 5_000.0


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: ``problems`` a sentence each, and what was counted on the way."""

    problems: list[str] = field(default_factory=list)
    counted: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """The report as plain values."""
        return {"problems": self.problems, "counted": self.counted}

    def read(self, reader: Callable[[], T]) -> T | None:
        """What a reader gives; None where the file is wrong, with its problems kept."""
        try:
            return reader()
        except GeomapError as error:
            self.problems.extend(str(error).splitlines())
            return None


def check(texts: Path | None = None) -> Report:
    """Hold every file of ``geodata/`` against the rules and, where ``texts`` is given, every claim against its text.

    Args:
        texts: a folder with ``<article id>.txt`` for each article whose text is held.
    """
    report = Report()
    report.problems.extend(geodata.check_sources())
    files = report.read(lambda: read_articles(geodata.root() / "articles"))
    vocabulary = report.read(lambda: read_vocabulary(geodata.root()))
    judged = report.read(lambda: read_incidents(geodata.path("incidents.toml")))
    areas = report.read(geodata.read_outlines) or {}
    gazetteer = report.read(lambda: read_gazetteer(geodata.path("places.csv"), areas))
    if files is None or vocabulary is None or judged is None or gazetteer is None:
        return report
    ids = {grouping.id for grouping in judged[0]}
    for correction in report.read(partial(read_corrections, geodata.path("corrections.toml"))) or ():
        if correction.incident not in ids:
            report.problems.append(f"corrections.toml: {correction.incident}: there is no such incident; use the id of one")
    held = [(article, claims) for article, claims in files if article.held]
    for article, told in files:
        report.problems.extend(check_claims(article, told, vocabulary))
    claims = [claim for _, told in files for claim in told]
    sides = {name: actor.side for name, actor in vocabulary.actors.items()}
    report.problems.extend(check_groupings(judged[0], claims, {article.id for article, _ in held}))
    report.problems.extend(unjudged(judged[0], claims, sides))
    report.counted.append(f"{len(held)} articles, {sum(len(c) for _, c in held)} claims, {len(judged[0])} incidents")
    if texts is not None:
        for article, told in held:
            text = report.read(partial(read_text, texts, article.id, article.text_sha256))
            if text is not None:
                report.problems.extend(check_article(article, told, text, vocabulary))
        counts = tally(claim for _, told in held for claim in told)
        total = sum(counts.values())
        report.counted.extend(f"{how}: {n} of {total} values" for how, n in sorted(counts.items(), key=lambda kv: -kv[1]))
        by_person = counts.get("read by a person", 0)
        report.counted.append(f"read by a person: {100 * by_person / total:.1f} % (at most 15 %)")
        if by_person > 0.15 * total:
            report.problems.append(f"{by_person} of {total} values are read by a person; at most 15 % may be")
    return report


def length_verdict(border: Border, statement: Statement) -> dict[str, str]:
    """Whether a stated length of a border holds, and at which details of its line.

    A border's length depends on the detail it is measured with, so a stated one holds if some detail gives it within its
    tolerance; none coarser than `COARSEST_M`, beyond which the line is no longer the border's.
    """
    stated_m = statement.distance_m or 0.0
    give_m = tolerance_m(stated_m, about=statement.about)
    longest, shortest = (border.detail_for(length) for length in (stated_m + give_m, stated_m - give_m))
    drawn = border.detail()
    stated = f"{'about ' if statement.about else ''}{stated_m / 1000:g} km"
    # The line is longer than stated at details finer than `longest`, shorter at ones coarser than `shortest`.
    inside = drawn.length_m >= stated_m - give_m if longest is None else longest <= COARSEST_M
    at = f"{drawn.length_m / 1000:,.1f} km as drawn"
    if inside:
        finest = f"{longest:,.0f} m" if longest is not None else "as drawn"
        coarsest = f"{shortest:,.0f} m" if shortest is not None else "the coarsest"
        at += f"; {stated_m / 1000:g} ± {give_m / 1000:g} km at details from {finest} to {coarsest}"
    return {"stated": stated, "verdict": "holds" if inside else "does not hold", "measured": at}


# ---- what the articles say about geography -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A statement of a claim about where something lies, or a point in circulation, held against independent evidence.

    ``stated_m`` and ``measured_m`` are intervals of distance in metres, to the border or to the place that the statement names;
    None where the statement is of no distance. ``evidence`` says what was measured, ``region`` is it.
    """

    id: str
    incident: str
    claim: str
    said: Said[Statement]
    how: str
    words: str
    stated_m: tuple[float, float] | None
    measured_m: tuple[float, float] | None
    verdict: Literal["holds", "does not hold", "cannot be said"]
    evidence: str
    region: Region | None = None


def geography(
    groupings: Sequence[Grouping], claims: Sequence[Claim], articles: Mapping[str, Article], world: World, border: Border
) -> tuple[Verdict, ...]:
    """Every statement of the articles about where something lies, against the map; and the points in circulation against them.

    A region that was derived from a statement does not confirm it. So the evidence is what all accounts of the incident allow
    without any statement about the same border or place, and without places that are only known to lie along that border.

    Args:
        groupings: the incidents.
        claims: of all articles; only the statements of those whose text is held are judged.
        articles: by id.
        world: what the statements refer to.
        border: the border itself.
    """
    known = {claim.id: claim for claim in claims}
    outside = {claim.id for claim in claims if not articles[claim.article].held}
    worlds = (world, replace(world, along=False))
    asked = [
        _Asked(f"{judgement.claim}/statements[{i}]", known[judgement.claim], said, grouping, evidence)
        for grouping in groupings
        for judgement in grouping.claims
        if judgement.claim not in outside
        for i, said in enumerate(known[judgement.claim].statements)
        for evidence in [_evidence(said.value, known[judgement.claim], grouping, known, outside, worlds)]
    ]
    # Measured together, and kept by the border for when they are asked for below.
    border.relations([r for one in asked if one.at_border(border) for r in one.evidence if isinstance(r, Region)])
    return tuple(verdict for one in asked for verdict in _verdicts(one, world, border))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A statement that is to be judged, with what it is judged by."""

    key: str
    claim: Claim
    said: Said[Statement]
    grouping: Grouping
    evidence: tuple[Region | Unlocated, ...]

    def at_border(self, border: Border) -> bool:
        """Whether the evidence is measured to the border."""
        return self.said.value.of == border.id or self.said.value.relation == "border town"


def _verdicts(asked: _Asked, world: World, border: Border) -> Iterator[Verdict]:
    key, statement = asked.key, asked.said.value
    common: dict[str, Any] = dict(incident=asked.grouping.id, claim=asked.claim.id, said=asked.said)
    if statement.relation == "length":
        yield _of_length(key, statement, border, common)
        return
    if statement.relation == "border town":
        yield from _of_border_town(key, asked.evidence, world, border, common)
        return
    region, *points = asked.evidence
    for reading in readings(statement, world):
        row = f"{key}/{reading.how}".removesuffix("/as said").removesuffix("/straight line").replace(" ", "-")
        for name, evidence in ((row, region), *((f"{row}/point[{n}]", point) for n, point in enumerate(points))):
            judged: dict[str, Any]
            if isinstance(evidence, Unlocated):
                judged = dict(measured_m=None, verdict="cannot be said", evidence=f"nothing independent: {evidence.reason}")
            else:
                judged = dict(
                    measured_m=_measured(evidence, statement, world, border),
                    verdict=_judged(evidence, reading.area),
                    evidence=f"{evidence.name}: {evidence.method}",
                    region=evidence,
                )
            stated = _stated(statement, reading, world)
            words = reading.words if name == row else f"a point in circulation: {reading.words}"
            yield Verdict(id=name, how=reading.how, words=words, stated_m=stated, **judged, **common)
    if statement.relation == "across" and isinstance(region, Region):
        relation = border.relation(region)
        yield Verdict(
            id=key,
            how="as said",
            words="on the other side of the border",
            stated_m=None,
            measured_m=(relation.min_m, relation.max_m),
            verdict="cannot be said",
            evidence=f"{region.name} is cut to its own country, which confirms nothing: {region.method}",
            region=region,
            **common,
        )


def _circulating(point: PublishedPoint) -> Region:
    return Region(
        geometry=Point(point.lon, point.lat),
        radius_m=100.0,
        name="a point in circulation",
        level="site",
        method=f"{point.lon:g}, {point.lat:g} as printed by {point.source}",
        sources=(point.source,),
    )


def _evidence(
    statement: Statement,
    claim: Claim,
    grouping: Grouping,
    known: Mapping[str, Claim],
    outside: Collection[str],
    worlds: tuple[World, World],
) -> tuple[Region | Unlocated, ...]:
    """What a statement is judged by.

    Of a border town, the town itself and what the account may mean by it: the first district of its place. Of a length nothing
    here. Else what the accounts allow without what they say about the same border or place, then the points in circulation.
    """
    world, blind = worlds
    if statement.relation == "length":
        return ()
    if statement.relation == "border town":
        names = dict.fromkeys((statement.of, *(claim.place.value[:1] if claim.place else ())))
        return tuple(locate((name,), world) for name in names)
    accounts = {
        told.id: locate_said(
            told.place.value if told.place else (),
            [said.value for said in told.statements if said.value.of != statement.of],
            blind if statement.of == world.border.id else world,
        )
        for told in (known[judgement.claim] for judgement in grouping.claims)
    }
    best, _ = best_reading(accounts, contradicted=weaker(grouping.differences, "place"), outside=outside)
    return (best, *map(_circulating, grouping.points))


def _judged(region: Region, area: BaseGeometry) -> Literal["holds", "does not hold", "cannot be said"]:
    """Whether all of a region, some of it, or none lies where a statement holds.

    A district's extent is a radius of ours: "does not hold" must hold `DISTRICT_DEG` around it too.
    """
    own = area_of(region)
    if area.covers(own):
        return "holds"
    give = DISTRICT_DEG if region.level == "district" else 0.0
    return "cannot be said" if area.intersects(own) or area.distance(own) <= give else "does not hold"


def _stated(statement: Statement, reading: Reading, world: World) -> tuple[float, float] | None:
    """The distances that a reading allows."""
    give = world.tolerances
    at_border = statement.of == world.border.id
    match statement.relation:
        case "distance" | "near" | "beyond" if statement.distance_m is not None:
            low, high, _ = allowed(statement, give)
            return (low / give.detour[1], high / give.detour[0]) if reading.how == "by road" else (low, high)
        case "near":
            return 0.0, give.near_border_m if at_border else give.near_place_m
        case "along":
            return 0.0, give.along_m
    return None


def _measured(region: Region, statement: Statement, world: World, border: Border) -> tuple[float, float] | None:
    """The least and greatest distance of a region from what a statement names."""
    if statement.of == border.id:
        relation = border.relation(region)
        return relation.min_m, relation.max_m
    place = world.gazetteer.find(statement.of)
    if place is None or place.lon is None or place.lat is None:
        return None
    return distances(area_of(region), place.lon, place.lat)


def _of_length(key: str, statement: Statement, border: Border, common: Mapping[str, Any]) -> Verdict:
    give_m = tolerance_m(statement.distance_m or 0, about=statement.about)
    found = length_verdict(border, statement)
    drawn = border.detail().length_m
    return Verdict(
        id=key,
        how="as said",
        words=f"{found['stated']} long",
        stated_m=((statement.distance_m or 0) - give_m, (statement.distance_m or 0) + give_m),
        measured_m=(drawn, drawn),
        verdict="holds" if found["verdict"] == "holds" else "does not hold",
        evidence=found["measured"],
        **common,
    )


def _of_border_town(
    key: str, places: Sequence[Region | Unlocated], world: World, border: Border, common: Mapping[str, Any]
) -> Iterator[Verdict]:
    """Of the town itself, and of what the account may mean by it."""
    for n, region in enumerate(places):
        if isinstance(region, Unlocated):
            continue
        near_m = world.tolerances.near_border_m
        relation = border.relation(region, near_m=near_m)
        settlement = region.level in ("site", "settlement")
        words = f"a town within {near_m / 1000:g} km of the border" if settlement else "an area that reaches the border"
        holds = relation.near if settlement else relation.min_m == 0
        yield Verdict(
            id=f"{key}/{n}" if n else key,
            how="as said",
            words=words,
            stated_m=(0.0, near_m if settlement else 0.0),
            measured_m=(relation.min_m, relation.max_m),
            verdict="cannot be said" if holds is None else "holds" if holds else "does not hold",
            evidence=f"{region.name}: {region.method}",
            region=region,
            **common,
        )
