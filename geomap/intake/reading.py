"""One report read: its citation, what it claims, and why it is refused where it cannot be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geomap.articles import check_citation, headline
from geomap.errors import DataError
from geomap.extract import Endpoint, Proposal, Proposer, SecondReading, Ungrounded, cite, second_reading
from geomap.intake.values import is_in_bounds, without_values
from geomap.language import cuts_word
from geomap.model import Claim, Span
from geomap.sources import Source, language_of
from geomap.vocabulary import FIRST_DAY, LAST_DAY

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
    if (day := proposal.published.day) and not FIRST_DAY <= day <= LAST_DAY:
        raise DataError(f"{source.name}: its text prints {day} as its day of publication; give another with --published")
    proposal = _whole(_without(proposal, (*source.corrections, *source.captions)))
    return Reading(source=source, proposal=proposal, why_published=why, second=second)


def _without(proposal: Proposal, blocks: Sequence[Span]) -> Proposal:
    """A proposal without claims that stand in some blocks of the text alone; the others keep their numbers."""
    kept = tuple(claim for claim in proposal.claims if not _stands_in(claim, blocks))
    ids = {claim.id for claim in proposal.claims} - {claim.id for claim in kept}
    ungrounded = tuple(value for value in proposal.ungrounded if value.claim not in ids)
    return _with_claims(replace(proposal, ungrounded=ungrounded), kept)


def _whole(proposal: Proposal) -> Proposal:
    """A proposal without what no article file may hold: passages that cut a word, and values beyond all bounds.

    A claim is left out of which no passage, no kind or no day remains.
    """
    text = proposal.text
    lost = {value.claim for value in proposal.ungrounded if value.field == "sub_event_type"}
    ungrounded, kept = [*proposal.ungrounded], []
    for claim in proposal.claims:
        beyond = {name: said for name, said in claim.values if not is_in_bounds(said.value)}
        for name, said in beyond.items():
            words = tuple(text[span.start : span.end] for span in said.spans)
            ungrounded.append(Ungrounded(claim.id, name, str(said.value), words))
        passages = tuple(span for span in claim.spans if not (cuts_word(text, span.start) or cuts_word(text, span.end)))
        if passages and claim.id not in lost and "days" not in beyond:
            kept.append(replace(without_values(claim, beyond), spans=passages))
    return _with_claims(replace(proposal, ungrounded=tuple(ungrounded)), tuple(kept))


def _with_claims(proposal: Proposal, kept: tuple[Claim, ...]) -> Proposal:
    article = proposal.article if kept else replace(proposal.article, no_claims="none found")
    return replace(proposal, article=article, claims=kept)


def _stands_in(claim: Claim, blocks: Sequence[Span]) -> bool:
    return all(any(block.start <= span.start and span.end <= block.end for block in blocks) for span in claim.spans)
