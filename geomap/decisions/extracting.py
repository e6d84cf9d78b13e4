"""Reports read again: what is decided already is left out, and what new rules would change is told before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from geomap.articles import Lexicon
from geomap.decisions.carry import Asked, Carried, carried, free_id, renamed_in
from geomap.decisions.kept import Kept, article_ids, read_kept
from geomap.decisions.keys import key_of, value_key
from geomap.decisions.log import Log
from geomap.decisions.records import record_of, same_value
from geomap.model import Cited, Claim, Story
from geomap.project import LOG, PROPOSALS

if TYPE_CHECKING:
    from geomap.extract import Proposal


@dataclass(frozen=True, slots=True)
class Change:
    """What another reading of a report would change: a claim or a value that is new, gone or another, or a question."""

    article: str
    claim: str  #: its id now; the former one where it is gone
    field: str | None  #: None of a whole claim
    before: Cited[Any] | None = None
    after: Cited[Any] | None = None
    asked: Asked | None = None  #: the decision that would be asked again

    @property
    def what(self) -> str:
        """In one word."""
        if self.asked:
            return "asked again"
        return "new" if self.before is None else "gone" if self.after is None else "other"


class Decided:
    """What was decided on a story's reports, for whoever reads them again."""

    def __init__(self, story: Story, vocabulary: Lexicon) -> None:
        """Of a story, with the names that are listed now."""
        self.story, self.places = story, vocabulary.places
        self.log = Log.read(story.path(LOG))

    @cached_property
    def again(self) -> frozenset[str]:
        """The ids of the articles of ``articles/`` that are read again: those reviewed here, and those that nobody has read."""
        waiting = {path.stem for path in self.story.path(PROPOSALS).glob("*.toml")}
        unread = {id for id in article_ids(self.story) if (kept := self._kept(id)) and _is_unread(kept)}
        return frozenset({*self.log.articles, *waiting, *unread})

    def _kept(self, id: str) -> Kept | None:
        return read_kept(self.story, id)

    def carry(self, proposal: Proposal) -> Proposal:
        """A proposal without what is decided already, and with what was decided on its values."""
        if proposal.article.id not in self.again:
            return proposal
        claims = tuple(self.carried(proposal)[0].proposed)
        no_claims = None if claims else proposal.article.no_claims or "none found"
        return replace(proposal, claims=claims, article=replace(proposal.article, no_claims=no_claims))

    def carried(self, proposal: Proposal) -> tuple[Carried, Kept | None]:
        """The same as `carried` gives it, claims under ids that no accepted one has; and the article's files as they are."""
        article = proposal.article
        kept = self._kept(article.id)
        accepted = kept.accepted if kept else ()
        found = carried(
            proposal.claims,
            accepted,
            self.log,
            article.id,
            sha256=article.text_sha256,
            text=proposal.text,
            renamed=renamed_in(self.places),
        )
        taken = {claim.id for claim in accepted}
        # What is accepted and not in articles/ yet, as its process was killed, waits until the review is opened and writes it.
        unwritten = {found.key(claim) for claim in found.accepted if claim.id not in taken}
        found.proposed += [claim for claim in proposal.claims if found.key(claim) in unwritten and claim not in found.proposed]
        found.proposed.sort(
            key=lambda claim: proposal.claims.index(claim) if claim in proposal.claims else len(proposal.claims)
        )
        for n, claim in enumerate(found.proposed):
            if claim.id in taken:
                ids = {*taken, *(one.id for one in found.proposed)}
                found.proposed[n] = replace(claim, id=free_id(article.id, ids))
                found.asked = [_renumbered(one, claim.id, found.proposed[n].id) for one in found.asked]
        return found, kept

    def changes(self, proposal: Proposal) -> list[Change]:
        """What keeping a proposal would change of what waits, and what it would ask again."""
        id = proposal.article.id
        now, kept = self.carried(proposal)
        before = kept.proposed if kept else ()
        asked = [Change(id, one.claim or one.decision.claim or id, one.field, asked=one) for one in now.asked]
        return [*_between(id, before, now.proposed), *asked]


def _is_unread(kept: Kept) -> bool:
    return kept.accepted_in is not None and kept.accepted_in.no_claims == "not read yet"


def _renumbered(asked: Asked, old: str, new: str) -> Asked:
    return replace(asked, claim=new) if asked.claim == old else asked


def _between(article: str, before: Sequence[Claim], now: Sequence[Claim]) -> Iterator[Change]:
    """What differs between two readings, claim by claim; claims are the same that stand on the same words."""
    old, new = _by_key(before), _by_key(now)
    for key, claim in old.items():
        if key not in new:
            yield Change(article, claim.id, None, before=claim.sub_event_type)
    for key, claim in new.items():
        if key not in old:
            yield Change(article, claim.id, None, after=claim.sub_event_type)
            continue
        yield from _between_values(article, claim.id, old[key], claim)


def _between_values(article: str, id: str, before: Claim, now: Claim) -> Iterator[Change]:
    old, new = ({value_key(field, said): (field, said) for field, said in claim.values} for claim in (before, now))
    for key in (*old, *(key for key in new if key not in old)):
        field, was = old.get(key, (None, None))
        field, is_ = new.get(key, (field, None))
        if not same_value(record_of(was), record_of(is_)):
            yield Change(article, id, field, before=was, after=is_)


def _by_key(claims: Sequence[Claim]) -> Mapping[str, Claim]:
    found: dict[str, Claim] = {}
    for claim in claims:
        key = key_of(claim)
        while key in found:  # two claims on the same words
            key += "'"
        found[key] = claim
    return found
