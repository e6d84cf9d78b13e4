"""Claims made of gold itself, as if reading were perfect: what grouping does when nothing before it fails."""

from __future__ import annotations

from typing import Any

from geomap.evaluation import GoldClaim, GoldStory, GoldText
from geomap.incidents import Located
from geomap.model import Actor, Cited, Claim, Count, Days, Target


def claims_of(story: GoldStory) -> tuple[list[Claim], dict[str, Located], dict[str, str]]:
    """The claims of a story's gold, where each lies and which incident it tells of, by the claim's id."""
    claims, places, incident_of = [], {}, {}
    for text in story.texts:
        for n, told in enumerate(text.claims, start=1):
            claim = _claim(text, told, f"{text.name}/{n}")
            claims.append(claim)
            incident_of[claim.id] = told.incident
            if told.place and told.place.path:
                places[claim.id] = Located(told.place.path, told.place.lon, told.place.lat, told.place.radius_km or 0.0)
    return claims, places, incident_of


def _claim(text: GoldText, told: GoldClaim, id: str) -> Claim:
    def cited(value: Any, says: str | None) -> Cited[Any]:
        return Cited(value=value, derivation="stated", attributed_to=says)

    days = told.days
    return Claim(
        id=id,
        article=text.name,
        sub_event_type=cited(told.kind.value, told.kind.says),
        days=cited(Days(first=days.first, last=days.last, basis=days.basis), days.says),
        place=cited(told.place.path, told.place.says) if told.place and told.place.path else None,
        actors=tuple(cited(Actor(name=a.name, status=a.status), a.says) for a in told.actors),
        targets=tuple(cited(Target(what=t.what, status=t.status), t.says) for t in told.targets),
        counts=tuple(cited(Count(of=c.of, low=c.low, high=c.high, whom=c.whom), c.says) for c in told.counts),
        weapons=tuple(cited(w.value, w.says) for w in told.weapons),
    )
