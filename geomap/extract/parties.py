"""Who did it, to whom and with what, in an account: chosen among what its pieces say, each once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from geomap.extract.accounts import Account
from geomap.extract.actors import Named
from geomap.extract.forces import state_of
from geomap.extract.phrases import Found
from geomap.extract.pieces import Piece
from geomap.extract.targets import Struck
from geomap.language import normalised_words
from geomap.vocabulary import any_of

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


#: Weapons that are not named beside those that say more: "opened fire" beside "with mortars".
_EXPLOSIVES: Final = frozenset(
    ("improvised explosive device", "roadside bomb", "car bomb", "landmine", "suicide bomb", "aerial bomb", "grenade", "bomb")
)
_HEAVY: Final = frozenset(("mortar", "artillery", "rocket", "missile", "ballistic missile", "tank", "rocket-propelled grenade"))
_SAYS_MORE: Final[Mapping[str, frozenset[str]]] = {
    "gunfire": _HEAVY | {"firearms", "rubber bullets", "air strike", "drone", "grenade"},
    "shelling": _HEAVY - {"artillery", "rocket-propelled grenade"},
    "bomb": _EXPLOSIVES - {"bomb", "grenade"},
    "explosives": _EXPLOSIVES,
    "improvised explosive device": frozenset(("roadside bomb", "car bomb", "suicide bomb")),
    "aircraft": frozenset(("air strike", "drone", "helicopter", "aerial bomb")),
    "air strike": frozenset(("drone",)),
    "vehicle": _EXPLOSIVES,
    "armoured vehicle": _EXPLOSIVES | _HEAVY,
    "tank": _EXPLOSIVES,
    "munitions": _EXPLOSIVES | _HEAVY | {"firearms", "drone", "air strike", "aircraft"},
}
#: Kinds of incidents in which weapons are found, not used.
_FINDS: Final = frozenset(("Disrupted weapons use", "Arrests"))
#: Kinds in which several sides use what they have.
_BY_MANY: Final = frozenset(
    ("Violent demonstration", "Mob violence", "Protest with intervention", "Excessive force against protesters")
)
_FOUND: Final = re.compile(rf"\b{any_of('policing verb')}\b")


def chosen_weapons(account: Account, kind: str, text: str) -> list[Found]:
    """What it was done with: of the first piece that names a weapon, and of the next ones what says more; none is named twice.

    Args:
        account: of a text.
        kind: what happened.
        text: its plain words.
    """
    struck = [(one.start, one.end) for piece in account.pieces for one in piece.targets]
    found: list[Found] = []
    for piece in account.pieces[:_FIRST]:
        if not piece.happened or (kind not in _FINDS and found and _FOUND.search(piece.plain)):
            continue
        told = [f for f in piece.weapons if _is_means(f, text) and not any(a <= f.start < b for a, b in struck)]
        known = {f.value for f in found}
        every = not known or kind in _BY_MANY
        found += [f for f in told if every or any(f.value in _SAYS_MORE.get(value, ()) for value in known)]
    values = {f.value for f in found}
    first = {f.value: f for f in reversed(found)}
    return [f for f in found if first[f.value] is f and not values & _SAYS_MORE.get(_called(f, text), frozenset())]


def _called(found: Found, text: str) -> str:
    """A weapon's value; shells and shelling are artillery only where nothing else says what fired them."""
    return "shelling" if found.value == "artillery" and "artillery" not in text[found.start : found.end] else found.value


def _is_means(found: Found, text: str) -> bool:
    """Whether words name a weapon, and not a gold mine, a border stone, a bomb squad or the fire that is opened."""
    words, before, after = text[found.start : found.end], text[max(0, found.start - 20) : found.start], text[found.end :][:20]
    return words != "fire" and not _NO_MEANS_BEFORE.search(before) and not _NO_MEANS_AFTER.match(after)


_NO_MEANS_BEFORE: Final = re.compile(rf"\b{any_of('no weapon after')}[ -]$")
_NO_MEANS_AFTER: Final = re.compile(rf"(?:[ -]{any_of('no weapon before')})\b")


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
            if state and (one.phrase != (one.start, one.end) or one.is_called_more):
                forces.setdefault(state, one)
            tells = one.status != "stated" or one.rule == "is blamed" or piece.happened or piece.counts
            if not one.status or not tells or (one.rule == "police" and kind not in _POLICED):
                continue
            if one.force and not state and len(forces) == 1:
                ((state, known),) = forces.items()
                told = replace(one, name=known.name, start=known.start, end=known.end, listed=known.listed)
            else:
                told = one
            who = (state or re.sub(r"\W", "", normalised_words(one.name)), one.status == "denied")
            if who not in seen:
                seen.add(who)
                yield piece, told


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
