"""Claims of a story, proposed ones among them, that may be one event, and that nobody has judged yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geomap import project
from geomap.articles import read_articles
from geomap.border import at_home, border_of
from geomap.errors import GeomapError
from geomap.gazetteer import read_gazetteer, read_places_beside
from geomap.incidents import read_incidents
from geomap.model import Claim, Story

if TYPE_CHECKING:
    from geomap.intake import Event


def events_to_judge(story: Story) -> tuple[Event, ...]:
    """The events of which two claims or more may tell, one of them at least of an article that no grouping names.

    Nothing where a file of the story cannot be read, which `geomap.checks.check` tells of.
    """
    try:
        story = at_home(story, border_of(story, story.border))
        groupings = read_incidents(story.path("incidents.toml"))[0]
        gazetteer = read_gazetteer(story.path("places.csv"), project.read_outlines(story), home=story.home)
        gazetteer = read_places_beside(gazetteer, story.path(project.PROPOSALS) / "places.csv")
        claims = _claims(story, "articles")
        claims |= {id: claim for id, claim in _claims(story, project.PROPOSALS).items() if id not in claims}
    except GeomapError:
        return ()
    judged = {judgement.claim for grouping in groupings for judgement in grouping.claims}
    grouped = {claim.article for id, claim in claims.items() if id in judged}
    new = [claim for claim in claims.values() if claim.article not in grouped]
    known = [claim for claim in claims.values() if claim.article in grouped]
    if not new:
        return ()
    from geomap.intake import events_among, places_of

    return events_among(new, known, places_of(claims.values(), gazetteer), groupings)


def _claims(story: Story, folder: str) -> dict[str, Claim]:
    """The claims of the articles of a folder whose texts are held."""
    if not any(story.path(folder).glob("*.toml")):
        return {}
    return {c.id: c for article, told in read_articles(story.path(folder)) if article.text_available for c in told}
