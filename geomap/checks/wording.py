"""Our own words: what takes a side, and titles that say what the map excludes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from geomap.articles import file_of
from geomap.errors import Problem, Steps, steps
from geomap.gazetteer import Place
from geomap.incidents import Correction, Note
from geomap.model import Article, Claim, Grouping, Incident, Statement, StoryStep
from geomap.places import SpatialContext, excluded, locate, locate_statements
from geomap.vocabulary import LOADED_TERMS, loaded_terms

#: What stands before a place where something happened; of the latter three the place itself may be left out.
_PLACED = r"(?P<how>in|at|on|inside|near|around|outside)(?: the)? "
_BESIDE = ("near", "around", "outside")


def loaded(
    groupings: Sequence[Grouping],
    notes: Sequence[Note],
    articles: Sequence[tuple[Article, Sequence[Claim]]],
    names: Collection[str],
    *,
    places: Iterable[Place] = (),
    corrections: Iterable[Correction] = (),
    walked: Iterable[StoryStep] = (),
) -> list[Problem]:
    """Every term in our own words that takes a side, a sentence each.

    Articles' own titles and names are theirs; a speaker's words, as "whom they say they hit", are the speaker's.

    Args:
        groupings: titles, reasons, and what differing accounts say in our words.
        notes: of the whole story.
        articles: with their claims: notes on how a value was read.
        names: proper names that may hold such a term.
        places: the hand-kept gazetteer: its notes are published.
        corrections: their reasons are published.
        walked: the steps of the story, with their English texts.
    """
    return [
        Problem(file, f"{where}: {text!r} has {term!r}, which takes a side; write {LOADED_TERMS[term]}", way)
        for file, where, text, way in (
            *_judged(groupings, notes),
            *_noted(articles),
            *(("places.csv", f"{place.name}: note", place.note, (place.name, "note")) for place in places if place.note),
            *(
                ("corrections.toml", f"{one.incident}: reason", one.reason, ("corrections", n, "reason"))
                for n, one in enumerate(corrections)
            ),
            *(("steps.toml", f"steps[{n}]", one.text.get("en", ""), ("steps", n, "text")) for n, one in enumerate(walked)),
        )
        for term in loaded_terms(text, names)
    ]


#: A text of ours: its file, what it is, the text, and the way to it.
_Ours = tuple[str, str, str, Steps]


def _judged(groupings: Sequence[Grouping], notes: Sequence[Note]) -> Iterator[_Ours]:
    for grouping in groupings:
        where, way = f"incident {grouping.id}", ("incidents", grouping.id)
        found: list[tuple[str, str, Steps]] = [("title", grouping.title, ("title",))]
        found += [(f"{j.claim}: reason", j.reason, ("claims", j.claim, "reason")) for j in grouping.claims]
        for n, site in enumerate(grouping.sites):
            found += [(f"site {site.name}", getattr(site, field), ("sites", n, field)) for field in ("name", "reason")]
        for n, difference in enumerate(grouping.differences):
            said, at = f"difference on {difference.field}", ("differences", n)
            found += [(said, v.says, (*at, "versions", i, "says")) for i, v in enumerate(difference.versions)]
            found.append((said, difference.reason, (*at, "reason")))
        yield from (("incidents.toml", f"{where}: {what}", text, (*way, *at)) for what, text, at in found)
    for note in notes:
        for field, text in (("title", note.title), ("text", note.text)):
            yield "incidents.toml", f"note {note.id}", text, ("notes", note.id, field)


def _noted(articles: Sequence[tuple[Article, Sequence[Claim]]]) -> Iterator[_Ours]:
    for article, claims in articles:
        file = file_of(article.id)
        if article.note:
            yield file, "note", article.note, ("article", "note")
        for claim in claims:
            for field, said in claim.values:
                if said.note:
                    yield file, f"{claim.id}: {field}: note", said.note, ("claims", claim.id, *steps(field), "note")


def misplacing_titles(incidents: Sequence[Incident], context: SpatialContext) -> list[Problem]:
    """Every title that puts its incident where the drawn region does not lie, a sentence each.

    A title puts it at the places that it names after "in", "at", "on" and "inside", or near those after "near", "around" and
    "outside"; and at those after a comma or an "and" behind these.
    """
    names = {spelled: place.name for place in context.gazetteer.places.values() for spelled in (place.name, *place.spellings)}
    listed = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    chain = re.compile(rf"\b{_PLACED}(?P<names>(?:{listed})(?:(?:, | and )(?:{listed}))*)(?![\w-])", re.IGNORECASE)
    problems: list[Problem] = []
    for incident in incidents:
        for found in chain.finditer(incident.title):
            for name in re.findall(listed, found["names"]):
                place = names[name]
                near = (
                    [Statement(relation="near", of=place)] if found["how"].lower() in _BESIDE and context.point(place) else []
                )
                region = locate_statements((), near, context) if near else locate((place,), context)
                if excluded(incident.region, {name: region}):
                    said = (
                        f"incident {incident.id}: title says {name}, but the region that is drawn, "
                        f"{incident.region.name}, does not lie there; correct the title or what places it elsewhere"
                    )
                    problems.append(Problem("incidents.toml", said, ("incidents", incident.id, "title")))
    return problems
