"""One report read: its citation, what it claims, and why it is refused where it cannot be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geomap.articles import check_citation, headline
from geomap.errors import DataError
from geomap.extract import Endpoint, Proposal, Proposer, SecondReading, cite, second_reading
from geomap.model import Claim, Span
from geomap.sources import Source, language_of

#: The language that the rules of reading know, by its ISO 639-1 code.
READ = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a person says of every report; it goes before what a file says of itself."""

    publisher: str | None = None
    published: dt.date | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A report, what was read in it, and why it has the day of publication that it has."""

    source: Source
    proposal: Proposal
    why_published: str
    second: SecondReading | None = None


def read_report(source: Source, proposer: Proposer, told: Told | None = None, reader: Endpoint | None = None) -> Reading:
    """What a report claims, but for what stands in its corrections and captions alone.

    The day of publication is the one that a person told, or that the file states, or that the text prints.

    Raises:
        DataError: its text is not in English, or what it states of itself cannot be right.
    """
    told = told or Told()
    found = language_of(source.text) or source.language
    if found not in (READ, None):
        raise DataError(f"{source.name}: its text is in another language ({found}); only English ({READ}) is read")
    article = cite(
        source.id,
        title=source.title or headline(source.text, source.id),
        publisher=told.publisher or source.publisher,
        published=told.published or source.published,
        address=told.address or source.address,
    )
    article = replace(article, read_from=source.what)
    check_citation(article)
    proposal = proposer.propose(article, source.text)
    second = second_reading(proposal, reader, proposer) if reader else None
    proposal = second.proposal if second else proposal
    why = proposal.published.why
    if article.published:
        why = "it was given" if told.published else "the file states it"
    return Reading(
        source=source, proposal=_without(proposal, (*source.corrections, *source.captions)), why_published=why, second=second
    )


def _without(proposal: Proposal, blocks: Sequence[Span]) -> Proposal:
    """A proposal without claims that stand in some blocks of the text alone; the others keep their numbers."""
    kept = tuple(claim for claim in proposal.claims if not _stands_in(claim, blocks))
    if len(kept) == len(proposal.claims):
        return proposal
    ids = {claim.id for claim in kept}
    return replace(
        proposal,
        article=proposal.article if kept else replace(proposal.article, no_claims="none found"),
        claims=kept,
        ungrounded=tuple(value for value in proposal.ungrounded if value.claim in ids),
    )


def _stands_in(claim: Claim, blocks: Sequence[Span]) -> bool:
    return all(any(block.start <= span.start and span.end <= block.end for block in blocks) for span in claim.spans)
