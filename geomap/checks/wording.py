"""Our own words: what takes a side, and titles that say what the map excludes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from geomap.gazetteer import Place
from geomap.incidents import Correction, Note
from geomap.model import Article, Claim, Grouping, Incident, Statement
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
) -> list[str]:
    """Every term in our own words that takes a side, a sentence each.

    Articles' own titles and names are theirs; a speaker's words, as "whom they say they hit", are the speaker's.

    Args:
        groupings: titles, reasons, and what differing accounts say in our words.
        notes: of the whole story.
        articles: with their claims: notes on how a value was read.
        names: proper names that may hold such a term.
        places: the hand-kept gazetteer: its notes are published.
        corrections: their reasons are published.
    """
    return [
        f"{where}: {text!r} has {term!r}, which takes a side; write {LOADED_TERMS[term]}"
        for where, text in (
            *_judged(groupings, notes),
            *_noted(articles),
            *((f"places.csv: {place.name}: note", place.note) for place in places if place.note),
            *((f"corrections.toml: {one.incident}: reason", one.reason) for one in corrections),
        )
        for term in loaded_terms(text, names)
    ]


def _judged(groupings: Sequence[Grouping], notes: Sequence[Note]) -> Iterator[tuple[str, str]]:
    for grouping in groupings:
        where = f"incidents.toml: incident {grouping.id}"
        yield f"{where}: title", grouping.title
        yield from ((f"{where}: {judgement.claim}: reason", judgement.reason) for judgement in grouping.claims)
        for site in grouping.sites:
            yield from ((f"{where}: site {site.name}", text) for text in (site.name, site.reason))
        for difference in grouping.differences:
            told = [version.says for version in difference.versions]
            yield from ((f"{where}: difference on {difference.field}", text) for text in (*told, difference.reason))
    for note in notes:
        yield from ((f"incidents.toml: note {note.id}", text) for text in (note.title, note.text))


def _noted(articles: Sequence[tuple[Article, Sequence[Claim]]]) -> Iterator[tuple[str, str]]:
    for article, claims in articles:
        where = f"{article.id}.toml"
        if article.note:
            yield f"{where}: note", article.note
        for claim in claims:
            yield from ((f"{claim.id}: {field}: note", said.note) for field, said in claim.values if said.note)


def misplacing_titles(incidents: Sequence[Incident], context: SpatialContext) -> list[str]:
    """Every title that puts its incident where the drawn region does not lie, a sentence each.

    A title puts it at the places that it names after "in", "at", "on" and "inside", or near those after "near", "around" and
    "outside"; and at those after a comma or an "and" behind these.
    """
    names = {spelled: place.name for place in context.gazetteer.places.values() for spelled in (place.name, *place.spellings)}
    listed = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    chain = re.compile(rf"\b{_PLACED}(?P<names>(?:{listed})(?:(?:, | and )(?:{listed}))*)(?![\w-])", re.IGNORECASE)
    problems = []
    for incident in incidents:
        for found in chain.finditer(incident.title):
            for name in re.findall(listed, found["names"]):
                place = names[name]
                near = (
                    [Statement(relation="near", of=place)] if found["how"].lower() in _BESIDE and context.point(place) else []
                )
                region = locate_statements((), near, context) if near else locate((place,), context)
                if excluded(incident.region, {name: region}):
                    problems.append(
                        f"incidents.toml: incident {incident.id}: title says {name}, but the region that is drawn, "
                        f"{incident.region.name}, does not lie there; correct the title or what places it elsewhere"
                    )
    return problems
