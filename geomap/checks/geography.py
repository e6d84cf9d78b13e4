"""What the articles say about where things lie, held against the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geomap.border import Border
from geomap.checks.lengths import length_verdict
from geomap.geometry import are_within, area_of, distances
from geomap.incidents import where
from geomap.model import Article, Cited, Claim, Grouping, PublishedPoint, Region, Statement, Unlocated, Verdict, reading_suffix
from geomap.places import (
    SpatialContext,
    locate,
    locate_statements,
    readings,
    told_place,
    tolerance_m,
)

#: How far a district may reach beyond the disc that stands for it, degrees.
DISTRICT_DEG = 0.1


def geography(
    groupings: Sequence[Grouping],
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    context: SpatialContext,
    border: Border,
) -> tuple[Verdict, ...]:
    """Every statement of the articles about where something lies, against the map; and the points in circulation against them.

    A region that was derived from a statement does not confirm it. So the evidence is what all accounts of the incident allow
    without any statement about the same border or place, and without places that are only known to lie along that border.

    Args:
        groupings: the incidents.
        claims: of all articles; only the statements of those whose text is held are judged.
        articles: by id.
        context: what the statements refer to.
        border: the border itself.
    """
    known = {claim.id: claim for claim in claims}
    outside = {claim.id for claim in claims if not articles[claim.article].text_available}
    contexts = (context, replace(context, along=False))
    asked = [
        _Asked(f"{judgement.claim}/statements[{i}]", known[judgement.claim], said, grouping, evidence)
        for grouping in groupings
        for judgement in grouping.claims
        if judgement.claim not in outside
        for i, said in enumerate(known[judgement.claim].statements)
        for evidence in [_evidence(said.value, known[judgement.claim], grouping, known, contexts, articles)]
    ]
    # Measured together, and kept by the border for when they are asked for below.
    border.relations([r for one in asked if one.at_border(border) for r in one.evidence if r.located])
    return tuple(verdict for one in asked for verdict in _verdicts(one, context, border))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A statement that is to be judged, with what it is judged by."""

    key: str
    claim: Claim
    said: Cited[Statement]
    grouping: Grouping
    evidence: tuple[Region | Unlocated, ...]

    def at_border(self, border: Border) -> bool:
        """Whether the evidence is measured to the border."""
        return self.said.value.of == border.id or self.said.value.relation == "border town"


def _verdicts(asked: _Asked, context: SpatialContext, border: Border) -> Iterator[Verdict]:
    key, statement = asked.key, asked.said.value
    common: dict[str, Any] = dict(
        incident=asked.grouping.id, claim=asked.claim.id, article=asked.claim.article, said=asked.said
    )
    if statement.relation == "length":
        yield _of_length(key, statement, border, common)
        return
    if statement.relation == "border town":
        yield from _of_border_town(key, asked.evidence, context, border, common)
        return
    region, *points = asked.evidence
    for reading in readings(statement, context):
        row = key + reading_suffix(reading.how)
        for name, evidence in ((row, region), *((f"{row}/point[{n}]", point) for n, point in enumerate(points))):
            judged: dict[str, Any]
            if not evidence.located:
                judged = dict(measured_m=None, verdict="cannot be said", evidence=f"nothing independent: {evidence.reason}")
            else:
                judged = dict(
                    measured_m=_measured(evidence, statement, context, border),
                    verdict=_judged(evidence, reading.area),
                    evidence=f"{evidence.name}: {evidence.method}",
                    region=evidence,
                )
            words = reading.words if name == row else f"a point in circulation: {reading.words}"
            yield Verdict(id=name, how=reading.how, words=words, stated_m=reading.interval_m, **judged, **common)
    if statement.relation == "across" and region.located:
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
    contexts: tuple[SpatialContext, SpatialContext],
    articles: Mapping[str, Article],
) -> tuple[Region | Unlocated, ...]:
    """What a statement is judged by.

    Of a border town, the town itself and what the account may mean by it: the first district of its place. Of a length nothing
    here. Else what the accounts allow without what they say about the same border or place, then the points in circulation.
    """
    context, blind = contexts
    if statement.relation == "length":
        return ()
    if statement.relation == "border town":
        names = dict.fromkeys((statement.of, *(claim.place.value[:1] if claim.place else ())))
        return tuple(locate((name,), context) for name in names)
    accounts = {
        told.id: locate_statements(
            path,
            [other for other in said if other.of != statement.of],
            blind if statement.of == context.border.id else context,
        )
        for told in (known[judgement.claim] for judgement in grouping.claims)
        for path, said in [told_place(told, context)]
    }
    best, _, sites = where(grouping, [known[claim] for claim in accounts], accounts, articles, context.border.id)
    best = next((site.region for site in sites if claim.id in site.claims), best)
    return (best, *map(_circulating, grouping.points))


def _judged(region: Region, area: BaseGeometry) -> Literal["holds", "does not hold", "cannot be said"]:
    """Whether all of a region, some of it, or none lies where a statement holds.

    A district's extent is a radius of ours: "does not hold" must hold `DISTRICT_DEG` around it too.
    """
    own = area_of(region)
    if area.covers(own):
        return "holds"
    tolerances = DISTRICT_DEG if region.level == "district" else 0.0
    return "cannot be said" if area.intersects(own) or are_within(area, own, tolerances) else "does not hold"


def _measured(region: Region, statement: Statement, context: SpatialContext, border: Border) -> tuple[float, float] | None:
    """The least and greatest distance of a region from what a statement names."""
    if statement.of == border.id:
        relation = border.relation(region)
        return relation.min_m, relation.max_m
    place = context.gazetteer.find(statement.of)
    if place is None or place.lon is None or place.lat is None:
        return None
    return distances(area_of(region), place.lon, place.lat)


def _of_length(key: str, statement: Statement, border: Border, common: Mapping[str, Any]) -> Verdict:
    margin_m = tolerance_m(statement.distance_m or 0, about=statement.about)
    found = length_verdict(border, statement)
    drawn = border.detail().length_m
    return Verdict(
        id=key,
        how="as said",
        words=f"{found['stated']} long",
        stated_m=((statement.distance_m or 0) - margin_m, (statement.distance_m or 0) + margin_m),
        measured_m=(drawn, drawn),
        verdict="holds" if found["verdict"] == "holds" else "does not hold",
        evidence=found["measured"],
        **common,
    )


def _of_border_town(
    key: str, places: Sequence[Region | Unlocated], context: SpatialContext, border: Border, common: Mapping[str, Any]
) -> Iterator[Verdict]:
    """Of the town itself, and of what the account may mean by it."""
    for n, region in enumerate(places):
        if not region.located:
            continue
        near_m = context.tolerances.near_border_m
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
