"""How much each kind of event tells of what happened, and which of them are told of one incident together."""

from __future__ import annotations

from typing import Final

from geomap.vocabulary import GROUND_TAKEN

#: The finer a kind tells what happened, the more it counts among several in one account.
WEIGHT: Final = {
    "Suicide bomb": 95,
    "Chemical weapon": 90,
    "Sexual violence": 88,
    "Abduction/forced disappearance": 80,
    "Excessive force against protesters": 86,
    "Air/drone strike": 85,
    "Grenade": 84,
    "Shelling/artillery/missile attack": 82,
    "Remote explosive/landmine/IED": 81,
    "Mob violence": 74,
    "Non-state actor overtakes territory": 66,
    "Government regains territory": 66,
    "Armed clash": 60,
    "Attack": 50,
    "Looting/property destruction": 45,
    "Violent demonstration": 58,
    "Protest with intervention": 57,
    "Peaceful protest": 55,
    "Disrupted weapons use": 44,
    "Arrests": 43,
    "Headquarters or base established": 30,
    "Change to group/activity": 30,
    "Agreement": 20,
    "Non-violent transfer of territory": 20,
    "Other": 10,
}
#: Kinds that people suffer.
VIOLENT: Final = frozenset(kind for kind, weight in WEIGHT.items() if weight >= 50) - {
    "Violent demonstration",
    "Protest with intervention",
    "Peaceful protest",
}
#: Kinds that are told by what it was done with.
WITH_MEANS: Final = VIOLENT - {"Attack", "Armed clash", "Mob violence", *GROUND_TAKEN}
#: What a protest may turn out to have been, some sentences on.
ENDS_OF_PROTESTS: Final = frozenset(
    ("Protest with intervention", "Excessive force against protesters", "Violent demonstration")
)
#: Diplomacy and the like, which is no incident of its own in an account of another.
QUIET: Final = frozenset(
    ("Agreement", "Other", "Headquarters or base established", "Change to group/activity", "Non-violent transfer of territory")
)
