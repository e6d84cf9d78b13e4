"""How sure a value is: by how many signs speak for it, counted on texts that nobody read who made rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any, Final

from geomap.extract.accounts import COARSE, Account
from geomap.extract.parting import EXACT_DAYS
from geomap.extract.pieces import Piece
from geomap.gazetteer import folded
from geomap.model import Cited, Claim
from geomap.reading import parse_rows

#: A value for which so many signs speak as were right so often is asserted; another is proposed as doubtful.
ASSERTED: Final = 0.9
#: For what was never measured.
UNMEASURED: Final = 0.5
#: What can speak for a value, in the words that stand behind its rule.
TOLD_WHOLE: Final = "told whole"  #: its sentence tells what happened, on one day and at one place, which are the account's
UNDISPUTED: Final = "undisputed"  #: the account gives no other value of its kind
DETAILED: Final = "detailed"  #: the account also says with what it was done, or to whom
UNCREDITED: Final = "uncredited"  #: the text tells it itself, and credits nobody with it
#: Signs of a place that is on somebody's way, or beside what happened: "came by boat over the river", "the Marsville attack".
_LOOSELY: Final = ("across", "into", "over", "through", "along", "event", "behind", "below", "beyond", "thing")


@cache
def measured() -> dict[tuple[str, int], tuple[int, int]]:
    """For each sort of value, by how many signs speak for it, how often it was right, and how often it was given."""
    path = files("geomap.extract") / "certainty.csv"
    rows = parse_rows(path.read_bytes(), "certainty.csv", ("value", "signs", "right", "given"), filled=("value", "signs"))
    return {(row["value"], int(row["signs"])): (int(row["right"]), int(row["given"])) for row in rows}


def sort_of(rule: str) -> tuple[str, int]:
    """What is measured together: the sort of value that a rule gives, and how many signs stand behind it.

    >>> sort_of("day: event; told whole, undisputed")
    ('day', 2)
    """
    name, _, signs = rule.partition("; ")
    return name.partition(":")[0], len(signs.split(", ")) if signs else 0


def sure_of(rule: str) -> float:
    """How often values of a rule's sort were right, from 0 to 1; carefully, where few were seen: one wrong is added.

    They were counted on `tests/more_texts/certainty`.
    """
    right, given = measured().get(sort_of(rule), (0, 0))
    return round(right / (given + 1), 2) if given else UNMEASURED


def judged(claim: Claim, account: Account) -> Claim:
    """A claim with the signs that speak for each of its values behind the rule, and how sure the value is.

    Args:
        claim: with those values that are proposed.
        account: what it was made of.
    """

    def one(said: Cited[Any], rivals: int) -> Cited[Any]:
        rule = "; ".join(filter(None, (said.rule, ", ".join(_signs(said, claim, account, rivals)))))
        return replace(said, rule=rule, sure=sure_of(rule))

    def each(values: tuple[Cited[Any], ...]) -> tuple[Cited[Any], ...]:
        return tuple(one(said, len(values)) for said in values)

    return replace(
        claim,
        sub_event_type=one(claim.sub_event_type, len({t.kind for p in account.pieces for t in p.happened})),
        days=one(claim.days, len({(d.first, d.last) for p in account.pieces for d in p.days_of_events if d.first})),
        place=one(claim.place, len(_fine_places(account))) if claim.place else None,
        counts=tuple(one(said, len(_tolls(account, said.value.of))) for said in claim.counts),
        weapons=each(claim.weapons),
        targets=each(claim.targets),
        actors=each(claim.actors),
        statements=each(claim.statements),
    )


def _signs(said: Cited[Any], claim: Claim, account: Account, rivals: int) -> Iterator[str]:
    """The signs that speak for a value; for one that no words give, none does."""
    if not said.spans:
        return
    at = said.spans[0].start  # of a day that hangs on another, that one's: it is not told whole
    if any(piece.start <= at < piece.end and _tells_whole(piece, account) for piece in account.pieces):
        yield TOLD_WHOLE
    if rivals <= 1:
        yield UNDISPUTED
    if any(other is not said for other in (*claim.weapons, *claim.targets)):
        yield DETAILED
    if said.attributed_to is None:
        yield UNCREDITED


def _tells_whole(piece: Piece, account: Account) -> bool:
    """Whether a piece tells an event for the first time, with one exact day and one place, and these are the account's."""
    days, places = piece.days_of_events, piece.places_of_events
    return (
        bool(piece.news)
        and len(days) == len(places) == 1
        and days[0] == account.day
        and days[0].length <= EXACT_DAYS
        and account.place is not None
        and places[0] in (account.place, *account.place.holders)
        and places[0].cue not in _LOOSELY
    )


def _fine_places(account: Account) -> set[str]:
    """The places where an account says that something happened, finer than a province."""
    return {folded(m.name) for piece in account.pieces for m in piece.places_of_events if m.level not in COARSE}


def _tolls(account: Account, of: str) -> set[tuple[int, int | None]]:
    """The numbers of killed, or of injured, that an account gives."""
    return {(count.low, count.high) for piece in account.pieces for count in piece.counts if count.of == of}
