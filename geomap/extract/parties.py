"""Who did it, to whom and with what, in an account: chosen among what its pieces say, each once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from geomap.extract.accounts import Account
from geomap.extract.actors import Named
from geomap.extract.forces import state_of
from geomap.extract.pieces import Piece
from geomap.extract.targets import Struck
from geomap.language import normalised_words

#: Weapons and targets are named in so many first pieces of an account.
_FIRST: Final = 3
#: Kinds of incidents that the police and their like do; of others they are told as those who come afterwards.
_POLICED: Final = frozenset(
    (
        "Arrests",
        "Disrupted weapons use",
        "Abduction/forced disappearance",
        "Protest with intervention",
        "Excessive force against protesters",
    )
)


def chosen_actors(account: Account, kind: str) -> Iterator[tuple[Piece, Named]]:
    """Those of whom a piece says that they did it; each once, and once more where it denies that.

    Forces without a name ("the troops") are those of the one state whose forces the account names before them.

    Args:
        account: of a text.
        kind: what happened.
    """
    forces: dict[tuple[str, ...], Named] = {}
    seen: set[tuple[object, bool]] = set()
    for piece in account.pieces:
        for one in piece.actors:
            state = state_of(one.name)
            if state and (one.phrase != (one.start, one.end) or " " in one.name):
                forces.setdefault(state, one)
            if not one.status or (one.rule == "police" and kind not in _POLICED):
                continue
            if one.force and not state and len(forces) == 1:
                (state,), (known,) = forces, forces.values()
                one = replace(one, name=known.name, start=known.start, end=known.end, listed=known.listed)
            who = (state or re.sub(r"\W", "", normalised_words(one.name)), one.status == "denied")
            if who not in seen:
                seen.add(who)
                yield piece, one


def chosen_targets(account: Account, kind: str) -> Iterator[Struck]:
    """What it was done to: people who were hurt only where nothing else is named, and it was aimed at people.

    Args:
        account: of a text.
        kind: what happened.
    """
    if kind in _AIMED_AT_NOBODY:
        return
    told = [one for piece in account.pieces[:_FIRST] if piece.happened for one in piece.targets]
    aimed = [one for one in told if one.rule != "victims"]
    yield from aimed or (told[:1] if kind in _AIMED_AT_PEOPLE else ())


#: What is done to nobody, and what is done to people.
_AIMED_AT_NOBODY: Final = frozenset(("Peaceful protest", "Agreement", "Other", "Change to group/activity"))
_AIMED_AT_PEOPLE: Final = frozenset(
    (
        "Attack",
        "Mob violence",
        "Abduction/forced disappearance",
        "Arrests",
        "Excessive force against protesters",
    )
)
