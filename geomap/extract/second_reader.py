"""A second reader beside the rules: a model quotes, and our rules read what it quoted. Nothing else in its answer is believed.

Every value stands on words of the article and is computed from them as any other; what the words do not give is dropped and
counted. Nobody has measured how sure such values are, so they are always doubtful.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

from geomap.articles import check_article, check_claims
from geomap.errors import steps
from geomap.extract.endpoints import NoAnswerError
from geomap.extract.located import Rows
from geomap.extract.proposals import Proposal, Proposer, marked_claims, names_of, with_holders
from geomap.extract.published import dateline_of
from geomap.extract.quoted_values import QuotedValues
from geomap.extract.quotes import INSTRUCTIONS, MOST_CLAIMS, Drop, Quotes, Why, claims_of
from geomap.extract.text import read
from geomap.extract.values import Made
from geomap.gazetteer import Place
from geomap.language import normalised_words
from geomap.model import Actor, Article, Cited, Claim, Count, Span, Statement

_RULE: Final = "second reader: {}"
_MOST_HINTS: Final = 4


class SecondReader(Protocol):
    """What reads an article beside our rules: an `Endpoint`, or anything that answers as one."""

    @property
    def model(self) -> str:
        """What is stored as the rule of its values."""

    @property
    def host(self) -> str:
        """Where it answers, as it may be stored."""

    def ask(self, instructions: str, article: str) -> str:
        """Its answer to an article.

        Raises:
            NoAnswerError: there is none.
        """


@dataclass(frozen=True, slots=True)
class Beside:
    """A value of a second reader for a claim that our rules read, too: ours stays, this one is shown."""

    claim: str  #: the id of our claim
    field: str  #: "days", "counts": as `Claim` has it
    ours: Any  #: None where our rules gave none
    second: Cited[Any]
    agrees: bool


@dataclass(frozen=True, kw_only=True)
class SecondReading:
    """What came of a second reading."""

    proposal: Proposal  #: ours, with the claims that the second reader alone found at its end
    added: tuple[Claim, ...] = ()  #: those claims
    beside: tuple[Beside, ...] = ()
    dropped: tuple[Drop, ...] = ()
    failed: str | None = None  #: why there is no second reading, as a sentence

    @property
    def counted(self) -> dict[Why, int]:
        """How many quotes were dropped for which reason, the most frequent first."""
        counted = Counter(drop.why for drop in self.dropped)
        return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))

    @property
    def sentences(self) -> tuple[str, ...]:
        """What came of it, for a person: the counts, each value that differs from ours, each quote that was dropped."""
        if self.failed:
            return (f"second reader: {self.failed}",)
        agreeing = sum(one.agrees for one in self.beside)
        alone = sum(one.ours is None for one in self.beside)
        reasons = ", ".join(f"{times} {why}" for why, times in self.counted.items())
        return (
            f"second reader: added as doubtful: {len(self.added)} of its claims; beside ours: {agreeing} values that agree, "
            f"{len(self.beside) - agreeing - alone} that differ, {alone} that ours lack; dropped: {len(self.dropped)} of its "
            f"quotes{f' ({reasons})' if reasons else ''}",
            *(
                f"{one.claim}: {one.field}: ours is {one.ours}, the second reader's {one.second.value}"
                for one in self.differing
            ),
            *(f"dropped: claim {drop.claim} of its answer: {drop.field} {drop.quote!r}: {drop.why}" for drop in self.dropped),
        )

    @property
    def differing(self) -> tuple[Beside, ...]:
        """The values that are not ours, or that ours lack."""
        return tuple(one for one in self.beside if not one.agrees)


def second_reading(proposal: Proposal, reader: SecondReader, proposer: Proposer) -> SecondReading:
    """What a second reader finds in a text that our rules have read. It never raises for what the reader answers.

    A claim that our rules have, too, stays as it is, with the second reader's values beside it; others are added as doubtful.
    The citation's note then says who read it.

    Args:
        proposal: what our rules found, with the text.
        reader: whom to ask; the text is sent to it.
        proposer: what made the proposal.
    """
    try:
        answered = claims_of(reader.ask(INSTRUCTIONS, proposal.text))
    except NoAnswerError as error:
        return SecondReading(
            proposal=proposal, failed=f"{reader.model} at {reader.host} {error}; our rules' reading stands alone"
        )
    values = _values(proposal, proposer, _RULE.format(reader.model))
    values.dropped += [Drop(MOST_CLAIMS + n, "claim", "", "one too many") for n in range(1, len(answered) - MOST_CLAIMS + 1)]
    told = [claim for n, one in enumerate(answered[:MOST_CLAIMS], 1) if (claim := values.claim(n, one))]
    grounded = _grounded(told, proposal.article, values)
    added, beside = _told_apart(proposal.claims, grounded, values)
    added = tuple(marked_claims(added, proposal.text))
    return SecondReading(
        proposal=_with_claims(proposal, added, values.made, f"also read by {reader.model} at {reader.host}"),
        added=added,
        beside=beside,
        dropped=tuple(values.dropped),
    )


def _values(proposal: Proposal, proposer: Proposer, rule: str) -> QuotedValues:
    text = read(proposal.text)
    places = {place.name: place for place in proposal.places}
    spelled = {normalised_words(name): name for name in places}
    rows = Rows(proposer.gazetteer, proposer.home, places=places, spelled=spelled, raw=proposal.text)
    made = Made(rows, proposer.vocabulary, {actor.name: actor for actor in proposal.actors})
    provinces = [place.name for place in proposal.places if place.level == "province"]
    return QuotedValues(
        quotes=Quotes(text),
        article=proposal.article,
        pieces=tuple(proposer.reader.pieces(text, proposal.article.published, dateline_of(text))),
        made=made,
        hints=[name for name in provinces if isinstance(proposer.gazetteer.resolve(name), Place)][:_MOST_HINTS],
        rule=rule,
    )


def _grounded(claims: Sequence[Claim], article: Article, values: QuotedValues) -> list[Claim]:
    """The claims with those values alone of which `geomap check` has nothing to say."""
    known, raw = values.made.lexicon(), values.quotes.text.raw
    wrong: dict[str, set[tuple[str | int, ...]]] = {claim.id: set() for claim in claims}
    for problem in (*check_claims(article, claims, known), *check_article(article, claims, raw, known)):
        record, *way = problem.at if isinstance(problem.at, tuple) else ("",)
        if record == "claims":
            wrong[str(way[0])].add(tuple(way[1:3] if len(way) > 2 and isinstance(way[2], int) else way[1:2]))
    kept: list[Claim] = []
    for claim in claims:
        number = _number(claim)
        bad = {name: said for name, said in claim.values if steps(name) in wrong[claim.id]}
        for name, said in bad.items():
            words = " + ".join(raw[span.start : span.end] for span in said.spans)
            values.dropped.append(Drop(number, name, words[:80], "check would not accept it"))
        if "sub_event_type" in bad or any(way[0] == "spans" for way in wrong[claim.id]):
            values.dropped.append(Drop(number, "claim", "", "its kind was dropped"))
        else:
            kept.append(_without(claim, bad, values))
    return kept


def _without(claim: Claim, bad: dict[str, Cited[Any]], values: QuotedValues) -> Claim:
    """A claim without some of its values; of a day that is dropped, publication is what remains."""
    kept: dict[str, Any] = {
        name: tuple(said for n, said in enumerate(getattr(claim, name)) if f"{name}[{n}]" not in bad)
        for name in ("counts", "actors", "weapons", "statements")
    }
    if "days" in bad:
        kept["days"] = values.undated()
    if "place" in bad:
        kept["place"] = None
    return replace(claim, **kept)


def _told_apart(
    ours: Sequence[Claim], theirs: Sequence[Claim], values: QuotedValues
) -> tuple[tuple[Claim, ...], tuple[Beside, ...]]:
    """The claims that are new, numbered after ours, and the values of the others beside ours."""
    added: list[Claim] = []
    beside: list[Beside] = []
    last = max((_number(claim) for claim in ours), default=0)
    for claim in theirs:
        if twin := _twin(claim, ours):
            beside += _beside(twin, claim)
        elif _twin(claim, added):
            values.dropped.append(Drop(_number(claim), "claim", "", "told twice"))
        else:
            added.append(replace(claim, id=f"{claim.article}/{last + len(added) + 1}"))
    return tuple(added), tuple(beside)


def _number(claim: Claim) -> int:
    return int(claim.id.rpartition("/")[2])


def _twin(claim: Claim, others: Sequence[Claim]) -> Claim | None:
    """The claim that tells of the same incident: its passages overlap, and of kind, day and place more agrees than differs."""
    scored = [(_alike(claim, other), other) for other in others if _overlap(claim.spans, other.spans)]
    return max((one for one in scored if one[0] > 0), key=lambda one: one[0], default=(0, None))[1]


def _overlap(ones: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(one.start < other.end and other.start < one.end for one in ones for other in others)


def _alike(one: Claim, other: Claim) -> int:
    pairs = [
        (one.sub_event_type.value, other.sub_event_type.value),
        *[(a, b) for a, b in [(_dated(one), _dated(other))] if a and b],
        *[(_finest(a.value), _finest(b.value)) for a, b in [(one.place, other.place)] if a and b],
    ]
    return sum(1 if a == b else -1 for a, b in pairs)


def _dated(claim: Claim) -> Any:
    """A claim's day, where the words date the event."""
    return claim.days.value if claim.days.value.basis == "event" else None


def _finest(path: tuple[str, ...]) -> str:
    return normalised_words(path[0])


def _beside(ours: Claim, second: Claim) -> Iterator[Beside]:
    """Each value of a second reader with its counterpart of ours."""
    for name, said in second.values:
        if said.derivation == "dateline":
            continue  # nothing was said
        of, about = name.partition("[")[0], _subject(said.value)
        same = [mine.value for one, mine in ours.values if one.partition("[")[0] == of and _subject(mine.value) == about]
        agreeing = [value for value in same if _core(value) == _core(said.value)]
        yield Beside(ours.id, of, next(iter(agreeing or same), None), said, bool(agreeing))


def _subject(value: Any) -> Any:
    """What a value of several is about, so that it has a counterpart."""
    match value:
        case Count():
            return value.of
        case Actor():
            return value.name
        case Statement():
            return value.of
    return None


def _core(value: Any) -> Any:
    """What two values must have in common to agree."""
    match value:
        case Count():
            return value.of, value.low, value.high
        case tuple():
            return _finest(value)
    return value


def _with_claims(proposal: Proposal, added: Sequence[Claim], made: Made, note: str) -> Proposal:
    """A proposal with further claims, and the rows that they need."""
    if not added:
        return proposal
    used = {name for claim in added for name in names_of(claim)} | {place.name for place in proposal.places}
    notes = filter(None, (proposal.article.note, note))
    return replace(
        proposal,
        article=replace(proposal.article, no_claims=None, note="; ".join(notes)),
        claims=(*proposal.claims, *added),
        places=tuple(with_holders(used, made.rows.places)),
        actors=tuple(a for a in made.actors.values() if a.name in used or a in proposal.actors),
        unresolved=tuple(dict.fromkeys((*proposal.unresolved, *made.unresolved))),
    )
