"""Every text of a folder of gold read as an unseen one, and held against what a person found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from geomap.evaluation.gold import GoldStory, GoldText
from geomap.evaluation.scoring import Pairs, Read, Scores, score_groups, score_text
from geomap.extract import Proposal, Proposer, cite
from geomap.gazetteer import Gazetteer, Place, country_named
from geomap.incidents import Located, propose_groups
from geomap.language import slug
from geomap.model import Claim

#: How far an area reaches from its middle, where only its level is known, km.
_REACH_KM = {"site": 5.0, "settlement": 5.0, "district": 40.0, "province": 150.0, "country": 600.0}


@dataclass
class Evaluation:
    """What was counted over all texts, and over all pairs of claims."""

    texts: int = 0
    scores: Scores = field(default_factory=Scores)
    pairs: Pairs = field(default_factory=Pairs)


def evaluate(
    stories: Iterable[GoldStory], proposer_of: Callable[[Path], Proposer], *, only: Callable[[str], bool] | None = None
) -> Evaluation:
    """Read every text, and hold it against its gold.

    Args:
        stories: of `read_gold`.
        proposer_of: how the texts of a folder are read.
        only: which texts, by their names; all unless given.
    """
    found = Evaluation()
    for story in stories:
        chosen = [text for text in story.texts if only is None or only(text.name)]
        if chosen:
            _story(replace(story, texts=tuple(chosen)), proposer_of(story.folder), found)
    return found


def _story(story: GoldStory, proposer: Proposer, found: Evaluation) -> None:
    claims: list[Claim] = []
    places: dict[str, Located] = {}
    incident_of: dict[str, str] = {}
    text_of: dict[str, str] = {}
    for text in story.texts:
        proposal = _read(text, proposer)
        read = Read(
            proposal.claims, {c.id: located(c, proposal, proposer.gazetteer) for c in proposal.claims}, len(proposal.ungrounded)
        )
        incident_of |= score_text(text, read, found.scores)
        claims += proposal.claims
        places |= read.places
        text_of |= {claim.id: text.name for claim in proposal.claims}
        found.texts += 1
    groups = propose_groups(claims, places)
    told = [(c.field, c.one, c.other) for group in groups for c in group.contradictions]
    score_groups(story, incident_of, [group.claims for group in groups], told, text_of.__getitem__, found.pairs)


def _read(text: GoldText, proposer: Proposer) -> Proposal:
    article = cite(slug(text.name), title=text.name, publisher=text.publisher, published=text.published)
    return proposer.propose(article, text.text)


def located(claim: Claim, proposal: Proposal, gazetteer: Gazetteer) -> Located:
    """Where a claim's place lies: a point of its finest name, or of what holds it."""
    if claim.place is None:
        return Located()
    rows = {place.name: place for place in proposal.places}
    for name in claim.place.value:
        place = rows.get(name) or gazetteer.find(name) or country_named(name, gazetteer.areas)
        point = _point(place, gazetteer) if place else None
        if place and point:
            reach_km = (place.radius_m or 0) / 1000 or _REACH_KM[place.level]
            return Located(claim.place.value, *point, reach_km=reach_km)
    return Located(claim.place.value)


def _point(place: Place, gazetteer: Gazetteer) -> tuple[float, float] | None:
    if place.lon is not None and place.lat is not None:
        return place.lon, place.lat
    for key in place.area:
        if key in gazetteer.areas:
            inside = gazetteer.areas[key].representative_point()
            return inside.x, inside.y
    return None
