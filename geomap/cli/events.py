"""Claims that may be one event, for a person and for a program, with the lines that make them one incident."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

    from geomap.intake import Event
    from geomap.model import Claim, Count


def say_events(console: Console, events: Iterable[Event]) -> None:
    """Which claims may be one event, why, on what they differ, and what to paste."""
    for event in events:
        ids = ", ".join(claim.id for claim in event.claims)
        console.print(f"may be one event: {ids}", style="bold")
        for link in event.links:
            console.print(f"  because {link.one} and {link.other}: {link.reason}")
        if event.differing:
            fields = (f"{field}{_versions(field, claims)}" for field, claims in event.differing.items())
            console.print(f"  they do not agree on {'; '.join(fields)}")
        console.print(f"  {event.where}{':' if event.lines else ''}")
        if event.lines:
            console.print(event.lines)


def event_as_dict(event: Event) -> dict[str, Any]:
    """As plain values."""
    return {
        "claims": [claim.id for claim in event.claims],
        "reasons": [f"{link.one} and {link.other}: {link.reason}" for link in event.links],
        "differing": {
            field: {claim.id: _version(field, claim) for claim in claims} for field, claims in event.differing.items()
        },
        "paste": {"where": event.where, "lines": event.lines},
    }


def _versions(field: str, claims: Sequence[Claim]) -> str:
    """What claims say of a field, each version once: " (7 / 9)"."""
    told = list(dict.fromkeys(filter(None, (_version(field, claim) for claim in claims))))
    return f" ({' / '.join(told)})" if told else ""


def _version(field: str, claim: Claim) -> str:
    """What a claim says of a field in which claims may differ."""
    from geomap.incidents import by_speaker
    from geomap.tables import value_in_words

    match field:
        case "kind":
            return claim.sub_event_type.value
        case "days":
            return value_in_words("days", claim.days)
        case "place":
            return claim.place.value[0] if claim.place else ""
        case "killed" | "injured" | "killed or injured":
            told = by_speaker(claim, field)
            return " or ".join(
                _counts(counts) + (f", says {who}" if who and told.keys() != {who} else "") for who, counts in told.items()
            )
        case "targets" | "weapons":
            return ", ".join(value_in_words(field, said) for said in getattr(claim, field))
        case _:
            return ", ".join(value_in_words("actors", said) for said in claim.actors)


def _counts(counts: Sequence[Count]) -> str:
    """The counts of one speaker: "soldiers: 6, officers: 2"."""
    from geomap.vocabulary import range_in_words

    return ", ".join((f"{c.whom}: " if c.whom else "") + range_in_words(c.low, c.high) for c in counts)
