"""Tables of who says what: claims, their values, actors and spans, the articles, and where accounts differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from geomap.incidents import range_of
from geomap.model import Article, BorderRelation, Cited, Claim, Difference, Incident, Judgement, RegionKey, Span, Version
from geomap.tables.columns import Column, Table
from geomap.tables.findings import Findings
from geomap.tables.wording import (
    actor_in_words,
    apart_km,
    date_in_words,
    each_once,
    spans_in_words,
    statement_in_words,
    target_in_words,
    value_in_words,
    victims_in_words,
)


@dataclass(frozen=True)
class Row:
    """A claim, and the incident that it is judged to tell of."""

    claim: Claim
    incident: Incident
    known: Findings  #: all that was found out

    @property
    def relation(self) -> BorderRelation | None:
        """How this account's region lies to the border."""
        return self.known.relations.get(RegionKey(self.claim.id))

    @property
    def judgement(self) -> Judgement:
        """Why it tells of the incident."""
        return next(j for j in self.incident.judgements if j.claim == self.claim.id)


def rows(known: Findings) -> Iterator[Row]:
    """A row for each claim, by incident."""
    return (Row(claim, incident, known) for incident in known.incidents for claim in incident.claims)


@dataclass(frozen=True)
class Value:
    """A value of a claim, in a field."""

    of: Row
    field: str
    cited: Cited[Any]  #: the value


def values(known: Findings) -> Iterator[Value]:
    """Every value of every claim."""
    return (Value(row, field, cited) for row in rows(known) for field, cited in row.claim.values)


@dataclass(frozen=True)
class Passage:
    """A span of an article: of a claim as a whole, or of a value, in its field."""

    of: Row
    field: str | None
    number: int  #: counted from 1 in its field
    span: Span


def passages(known: Findings) -> Iterator[Passage]:
    """Every span of every claim and of its values."""
    for row in rows(known):
        for field, spans in ((None, row.claim.spans), *((field, cited.spans) for field, cited in row.claim.values)):
            yield from (Passage(row, field, number, span) for number, span in enumerate(spans, 1))


@dataclass(frozen=True)
class Telling:
    """A version of a difference."""

    incident: Incident  #: whose accounts differ
    number: int  #: which difference of the incident, counted from 1
    difference: Difference
    version: Version


def tellings(known: Findings) -> Iterator[Telling]:
    """Every version of every difference."""
    for incident in known.incidents:
        for number, difference in enumerate(incident.differences, 1):
            yield from (Telling(incident, number, difference, version) for version in difference.versions)


def cited_articles(known: Findings) -> Iterator[Article]:
    """The articles that some claim is from, by id."""
    cited = {row.claim.article for row in rows(known)}
    return (article for key, article in sorted(known.articles.items()) if key in cited)


def _is_outside(row: Row) -> int:
    return int(not row.known.articles[row.claim.article].text_available)


CLAIMS = Table(
    says="One article's account of one incident, a row each.",
    subjects=rows,
    columns=(
        Column("id", "text", "the claim's id: the article, a slash, a number", lambda r: r.claim.id),
        Column("incident", "text", "the incident it is judged to tell of", lambda r: r.incident.id),
        Column("article", "text", "the article's id", lambda r: r.claim.article),
        Column("is_outside", "integer", "1 for an outside publication, whose text nobody here holds", _is_outside),
        Column(
            "sub_event_type",
            "text",
            "ACLED's sub-event type, as this account has it",
            lambda r: r.claim.sub_event_type.value,
        ),
        Column("first_day", "date", "the earliest day by this account", lambda r: r.claim.days.value.first),
        Column("last_day", "date", "the latest day by this account", lambda r: r.claim.days.value.last),
        Column("date_text", "text", "the date in words", lambda r: date_in_words(r.claim.days.value)),
        Column(
            "place",
            "text",
            "the place as a path of names, finest first",
            lambda r: ", ".join(r.claim.place.value) if r.claim.place else None,
        ),
        Column(
            "method",
            "text",
            "how this account's region was found, or why there is none",
            lambda r: r.incident.regions[r.claim.id].method,
        ),
        Column(
            "distance_min_km",
            "number",
            "least distance of this account's region from the border; null for a whole country",
            lambda r: apart_km(r.relation)[0],
            "km",
        ),
        Column(
            "distance_max_km",
            "number",
            "greatest distance of this account's region from the border",
            lambda r: apart_km(r.relation)[1],
            "km",
        ),
        Column("killed_min", "integer", "fewest killed by this account", lambda r: range_of([r.claim], "killed")[0]),
        Column("killed_max", "integer", "most killed by this account", lambda r: range_of([r.claim], "killed")[1]),
        Column("injured_min", "integer", "fewest injured by this account", lambda r: range_of([r.claim], "injured")[0]),
        Column("injured_max", "integer", "most injured by this account", lambda r: range_of([r.claim], "injured")[1]),
        Column(
            "actors",
            "list",
            "who did it, by this account",
            lambda r: each_once(actor_in_words(cited) for cited in r.claim.actors),
        ),
        Column(
            "targets",
            "list",
            "against whom or what",
            lambda r: each_once(target_in_words(cited) for cited in r.claim.targets),
        ),
        Column(
            "victims", "list", "who the dead and injured were, by this account", lambda r: each_once(victims_in_words(r.claim))
        ),
        Column(
            "site",
            "text",
            "the site that it speaks of; null where it speaks of the whole incident",
            lambda r: next((site.id for site in r.incident.sites if r.claim.id in site.claims), None),
        ),
        Column("weapons", "list", "with what", lambda r: each_once(cited.value for cited in r.claim.weapons)),
        Column(
            "statements",
            "list",
            "what this account says about where it lies",
            lambda r: each_once(statement_in_words(cited) for cited in r.claim.statements),
        ),
        Column(
            "spans",
            "text",
            "the passages of the article, as start-end offsets joined by ;",
            lambda r: spans_in_words(r.claim),
        ),
        Column("judgement", "text", "why the claim tells of this incident", lambda r: r.judgement.reason),
        Column(
            "is_uncertain",
            "integer",
            "1 for a claim of which it is not certain that it tells of this incident: it confirms and colours nothing",
            lambda r: int(r.judgement.uncertain),
        ),
        Column(
            "alternatives",
            "list",
            "other incidents it might tell of",
            lambda r: each_once(r.judgement.alternatives),
        ),
    ),
)
ACTORS = Table(
    says="Who each claim says did it, how plainly, and whom its article credits with that.",
    subjects=lambda known: (value for value in values(known) if value.field.startswith("actors[")),
    columns=(
        Column("id", "text", "the claim's id, a slash, the field", lambda v: f"{v.of.claim.id}/{v.field}"),
        Column("incident", "text", "the incident", lambda v: v.of.incident.id),
        Column("claim", "text", "the claim", lambda v: v.of.claim.id),
        Column("actor", "text", "the actor's listed name", lambda v: v.cited.value.name),
        Column("status", "text", "stated, claimed, acknowledged, alleged or denied", lambda v: v.cited.value.status),
        Column(
            "is_collective",
            "integer",
            "1 for an actor whom one sentence names for several attacks together",
            lambda v: int(v.cited.value.collective),
        ),
        Column(
            "actor_side",
            "text",
            "the side that the actor is on",
            lambda v: v.of.known.actor_sides.get(v.cited.value.name, "Unknown"),
        ),
        Column("attributed_to", "text", "whom the article credits with it", lambda v: v.cited.attributed_to),
        Column("actor_text", "text", "the actor as lists of actors have it", lambda v: actor_in_words(v.cited)),
    ),
)
CITED_VALUES = Table(
    says="Every value of every claim: where its article says it, whom the article credits, how it follows from the words.",
    subjects=values,
    columns=(
        Column("claim", "text", "the claim", lambda v: v.of.claim.id),
        Column("field", "text", "the field of the claim", lambda v: v.field),
        Column("value_text", "text", "the value in our words", lambda v: value_in_words(v.field, v.cited)),
        Column("attributed_to", "text", "whom the article credits with it", lambda v: v.cited.attributed_to),
        Column(
            "spans",
            "text",
            "where the article says it, as start-end offsets joined by ;",
            lambda v: spans_in_words(v.cited),
        ),
        Column("derivation", "text", "how it follows from the words", lambda v: v.cited.derivation),
        Column("note", "text", "how a person read it, where that is the derivation", lambda v: v.cited.note),
    ),
)
SPANS = Table(
    says="Every passage that a claim or a value stands on, a row each.",
    subjects=passages,
    columns=(
        Column(
            "id",
            "text",
            "the claim's id, the field where it is a value's, and a number",
            lambda p: "/".join([p.of.claim.id, *([p.field] if p.field else []), str(p.number)]),
        ),
        Column("claim", "text", "the claim", lambda p: p.of.claim.id),
        Column("field", "text", "the field of the claim; null for the claim as a whole", lambda p: p.field),
        Column(
            "span_start",
            "integer",
            "offset of its first character in the article's text, counted in characters from 0",
            lambda p: p.span.start,
        ),
        Column("span_end", "integer", "offset of the character after its last", lambda p: p.span.end),
    ),
)
ARTICLES = Table(
    says="The articles and outside publications that the claims cite.",
    subjects=cited_articles,
    columns=(
        Column("id", "text", "the article's id", lambda a: a.id),
        Column("title", "text", "its title", lambda a: a.title),
        Column("publisher", "text", "who published it", lambda a: a.publisher),
        Column("published", "date", "the day of publication", lambda a: a.published),
        Column("address", "text", "where it stands", lambda a: a.address),
        Column("captured", "date", "the day on which its text was taken from there", lambda a: a.captured),
        Column("archived", "text", "where a copy of the page is kept", lambda a: a.archived),
        Column("is_outside", "integer", "1 for an outside publication", lambda a: int(not a.text_available)),
        Column("credits", "list", "the agencies and publications whose report it carries", lambda a: a.credits or None),
        Column("inferred", "list", "what the text does not print", lambda a: a.inferred or None),
        Column("text_sha256", "text", "sha256 of the text that spans refer to", lambda a: a.text_sha256),
    ),
)
DIFFERENCES = Table(
    says="Where the accounts of an incident differ, what each says, and which is better supported.",
    subjects=tellings,
    columns=(
        Column("incident", "text", "the incident", lambda t: t.incident.id),
        Column("number", "integer", "which difference of the incident, counted from 1", lambda t: t.number),
        Column("field", "text", "in what the accounts differ", lambda t: t.difference.field),
        Column("version", "text", "what one side says", lambda t: t.version.says),
        Column("claims", "list", "the claims that say it", lambda t: each_once(t.version.claims)),
        Column(
            "is_better",
            "integer",
            "1 for the version that is better supported",
            lambda t: int(t.difference.better in t.version.claims),
        ),
        Column("reason", "text", "why", lambda t: t.difference.reason),
    ),
)
