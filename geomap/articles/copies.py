"""The values of an article held against another copy of its text, by the fingerprints of their words."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from geomap.articles.fingerprints import Standing, State, standings
from geomap.articles.writing import offsets
from geomap.model import Article, Claim, Span

#: What became of a value, or of a passage, which is "changed" where it does not stand word for word.
HeldState = Literal[State, "changed", "rests on no words"]

#: Of the states of a value's spans it has the worst.
_WORST_FIRST: tuple[HeldState, ...] = ("gone", "ambiguous", "no fingerprint", "stands elsewhere", "stands where it stood")


@dataclass(frozen=True, slots=True)
class Held:
    """A value, or a passage of a claim, with what became of its words."""

    claim: str  #: the claim's id
    field: str  #: of the value, as `Claim.values` has it; "spans[0]" of a passage
    state: HeldState
    spans: tuple[tuple[Span, Standing], ...]  #: each with what became of it; of a value those that name its speaker, too

    @property
    def is_passage(self) -> bool:
        """Whether it is a passage that tells the claim, not a value."""
        return self.field.startswith("spans[")

    @property
    def is_lost(self) -> bool:
        """Whether it is a value that cannot stand on the copy's words."""
        return not self.is_passage and self.has_changed

    @property
    def has_changed(self) -> bool:
        """Whether its words do not stand, or nobody can say where."""
        return self.state not in ("stands where it stood", "stands elsewhere", "rests on no words")

    @property
    def sentence(self) -> str:
        """What became of it, and where."""
        these = [span for span, standing in self.spans if standing.state == self.state or self.state == "changed"]
        was, more = ", ".join(map(offsets, these)), ""
        match self.state:
            case "stands elsewhere":
                more = f", at {', '.join(offsets(now) for _, standing in self.spans for now in standing.spans)}"
            case "gone":
                more = f": the words at {was}"
            case "no fingerprint":
                more = f": nothing is known of the words at {was}"
            case "changed":
                more = f": the passage at {was} does not stand word for word"
            case "ambiguous":
                more = ": " + ", ".join(
                    f"the words at {offsets(span)} stand {len(standing.spans)} times, and stood {span.times} times"
                    for span, standing in self.spans
                    if standing.state == self.state
                )
        return f"{self.claim}: {self.field}: {self.state}{more}"

    def as_dict(self) -> dict[str, Any]:
        """As plain values; spans are pairs of offsets."""
        spans = [{"was": _pair(span), "state": state, "now": [_pair(one) for one in now]} for span, (state, now) in self.spans]
        return {"claim": self.claim, "field": self.field, "state": self.state, "spans": spans}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def held_against(article: Article, claims: Sequence[Claim], text: str) -> tuple[Held, ...]:
    """What became of each passage and each value of an article in another copy of its text; nothing, in the cited text."""
    if hashlib.sha256(text.encode()).hexdigest() == article.text_sha256:
        return ()
    found = standings([span for claim in claims for _, span in claim.named_spans], text)
    return tuple(held for claim in claims for held in _held(claim, found))


def _held(claim: Claim, found: Mapping[Span, Standing]) -> Iterator[Held]:
    for number, span in enumerate(claim.spans):
        state = "changed" if found[span].state == "gone" else found[span].state
        yield Held(claim.id, f"spans[{number}]", state, ((span, found[span]),))
    for field, said in claim.values:
        spans = tuple((span, found[span]) for span in (*said.spans, *said.attributed_spans))
        states = {standing.state for _, standing in spans}
        yield Held(claim.id, field, next((state for state in _WORST_FIRST if state in states), "rests on no words"), spans)


def held_in_all(held: Sequence[Held]) -> str:
    """How many values and passages are in which state."""
    parts = []
    for name, are_passages in (("values", False), ("passages", True)):
        times = Counter(one.state for one in held if one.is_passage == are_passages)
        states = [f"{times[state]} {state}" for state in _ALL_STATES if times[state]]
        parts.append(f"{times.total()} {name}" + (f" ({', '.join(states)})" if states else ""))
    if any(one.state == "no fingerprint" for one in held):
        parts.append("and `geomap migrate` gives fingerprints where the cited text is at hand")
    return ", ".join(parts)


_ALL_STATES: tuple[HeldState, ...] = get_args(HeldState)
