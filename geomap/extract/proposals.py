"""What is read in a text: its citation, its claims, and the rows that they need."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from geomap.articles import Lexicon, ListedActor, fingerprinted, with_inferred
from geomap.extract.accounts import Account
from geomap.extract.certainty import judged
from geomap.extract.gathering import Reader
from geomap.extract.located import Known, Rows
from geomap.extract.published import Published, dateline_of, published_in, publisher_in
from geomap.extract.stand_ins import stand_in
from geomap.extract.text import read
from geomap.extract.values import Made, Ungrounded, claim_of, grounded, hints_of
from geomap.gazetteer import Gazetteer, Place
from geomap.model import UNNAMED, Actor, Article, Cited, Claim, Span, Statement


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """What was read in a text: a citation, claims, the rows that they need, and what could not be grounded."""

    article: Article
    claims: tuple[Claim, ...]
    text: str
    places: tuple[Place, ...]  #: rows for places.csv
    actors: tuple[ListedActor, ...]  #: rows for actors.csv
    published: Published
    ungrounded: tuple[Ungrounded, ...] = ()
    unresolved: tuple[str, ...] = ()  #: why a place has no point, a sentence each


class Proposer:
    """Reads texts in the context of one story: its words, its places, its countries."""

    def __init__(self, vocabulary: Lexicon, gazetteer: Gazetteer, *, home: Iterable[str] = ()) -> None:
        """Prepare for any number of texts.

        Args:
            vocabulary: the names and terms.
            gazetteer: where names are looked up.
            home: alpha-2 codes of the story's countries.
        """
        self.vocabulary = vocabulary
        self.gazetteer = gazetteer
        self.home = frozenset(home) or gazetteer.home
        self.reader = Reader(vocabulary)
        self._known: Known = {}

    def propose(self, article: Article, raw: str) -> Proposal:
        """The claims that a text makes. It takes time in proportion to the text's length; the same text gives the same claims.

        Args:
            article: its citation; without a day of publication or a publisher the text's own is taken where it prints one.
            raw: the text.

        Raises:
            ValueError: the text is too long for an article, or tells of too many incidents.
        """
        text = read(raw)
        printed = Published(article.published, why="it was given") if article.published else published_in(text)
        publisher = publisher_in(text) if article.publisher == UNNAMED else None
        article = replace(article, publisher=publisher or article.publisher)
        article = replace(article, published=printed.day, text_sha256=hashlib.sha256(raw.encode()).hexdigest())
        article = with_inferred(replace(article, inferred=()), raw)
        made = Made(Rows(self.gazetteer, self.home, known=self._known, raw=raw), self.vocabulary)
        accounts = self.reader.accounts(text, article.published, dateline_of(text))
        stand_in(accounts, text, made.rows)
        hints = hints_of(accounts, made.rows)
        told: list[tuple[Claim, Account]] = []
        for account in accounts:
            id = f"{article.id}/{len(told) + 1}"
            if claim := claim_of(account, id, article, text, hints, made):
                told.append((claim, account))
        known = made.lexicon()
        held = ((grounded(claim, article, text, known, made.ungrounded), account) for claim, account in told)
        claims = marked_claims([judged(claim, account) for claim, account in held if claim], raw)
        used = {name for claim in claims for name in names_of(claim)}
        return Proposal(
            article=article if claims else replace(article, no_claims="none found"),
            claims=tuple(claims),
            text=raw,
            places=tuple(with_holders(used, made.rows.places)),
            actors=tuple(a for a in made.actors.values() if a.name in used),
            published=printed,
            ungrounded=tuple(made.ungrounded),
            unresolved=tuple(dict.fromkeys(made.unresolved)),
        )


def marked_claims(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Claims with the fingerprints of their spans."""
    spans = {s for c in claims for s in (*c.spans, *(t for _, said in c.values for t in (*said.spans, *said.attributed_spans)))}
    marks = dict(zip(ordered := sorted(spans), fingerprinted(ordered, text), strict=True))

    def marked(one: Any) -> Any:
        match one:
            case tuple():
                return tuple(map(marked, one))
            case Span():
                return marks[one]
            case Cited():
                return replace(one, spans=marked(one.spans), attributed_spans=marked(one.attributed_spans))
        return one

    return [replace(claim, **{f.name: marked(getattr(claim, f.name)) for f in fields(claim)}) for claim in claims]


def names_of(claim: Claim) -> Iterator[str]:
    """The listed names of actors and places that a claim has."""
    for _, said in claim.values:
        if said.attributed_to:
            yield said.attributed_to
        match said.value:
            case Actor():
                yield said.value.name
            case tuple():
                yield from said.value
            case Statement():
                yield from filter(None, (said.value.of, said.value.to))


def with_holders(names: Iterable[str], rows: Mapping[str, Place]) -> list[Place]:
    """The rows of some names and of the places that hold them, in the order of the rows."""
    found: set[str] = set()
    for name in names:
        holder: str | None = name
        while holder and holder in rows and holder not in found:
            found.add(holder)
            holder = rows[holder].within
    return [place for place in rows.values() if place.name in found]


def cite(
    id: str, *, title: str, publisher: str | None = None, published: dt.date | None = None, address: str | None = None
) -> Article:
    """A citation to begin with."""
    return Article(id=id, title=title, publisher=publisher or UNNAMED, published=published, address=address)
