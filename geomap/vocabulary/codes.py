"""The codes of ACLED and UCDP for countries, sides and kinds of disorder."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """A country in the codes of ACLED and UCDP."""

    name: str
    iso: int  #: ISO 3166-1 numeric
    acled_region: str
    gw: int  #: Gleditsch and Ward's number
    ucdp_name: str
    ucdp_region: str


COUNTRIES = {
    "AF": Country("Afghanistan", 4, "South Asia", 700, "Afghanistan", "Asia"),
    "IN": Country("India", 356, "South Asia", 750, "India", "Asia"),
    "IQ": Country("Iraq", 368, "Middle East", 645, "Iraq", "Middle East"),
    "IR": Country("Iran", 364, "Middle East", 630, "Iran", "Middle East"),
    "PK": Country("Pakistan", 586, "South Asia", 770, "Pakistan", "Asia"),
    "SY": Country("Syria", 760, "Middle East", 652, "Syria", "Middle East"),
}
DISORDER = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Strategic developments": "Strategic developments",
    "Excessive force against protesters": "Political violence; Demonstrations",
    "Mob violence": "Political violence",
    "Violent demonstration": "Demonstrations",
}
INTER = {
    "Baloch separatists": "Rebel group",
    "Jaish al-Adl": "Rebel group",
    "Islamic State": "Rebel group",
    "Protesters": "Protesters",
}
#: The sides that are states. ACLED's code for their forces depends on whether they act in their own country.
STATES = {"Iran": "IR", "Pakistan": "PK"}
