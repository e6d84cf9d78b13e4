"""Who did it: the one side that an incident stands on, and the actor that this rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from geomap.incidents.differences import weaker
from geomap.model import Incident


def attribution(incident: Incident, sides: Mapping[str, str]) -> tuple[str, str | None]:
    """The side of who did it, and the first actor that it stands on.

    It stands on who is stated, acknowledged or claimed by an account that was not judged the weaker one and whose link to the
    incident is not uncertain; a claim of several attacks together does not count, since which of them it speaks of is open.
    Where these are of several sides, or of none, the side is "Unknown". The actor is the one that most of these accounts name,
    of that side where there is one; of several the first by name.

    Args:
        incident: with its claims and judged differences.
        sides: actor name → side.
    """
    doubted = weaker(incident.differences, "actors") | {j.claim for j in incident.judgements if j.uncertain}
    actors = [cited.value for claim in incident.claims if claim.id not in doubted for cited in claim.actors]
    heard = Counter(a.name for a in actors if a.status in ("stated", "acknowledged", "claimed") and not a.collective)
    known = {sides.get(name, "Unknown") for name in heard} - {"Unknown"}
    named = [name for name in heard if sides.get(name, "Unknown") in known] or list(heard)
    first = min(named, key=lambda name: (-heard[name], name), default=None)
    return known.pop() if len(known) == 1 else "Unknown", first
