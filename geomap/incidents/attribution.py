"""Who did it: the one side that an incident stands on, and the actor that this rests on."""

from __future__ import annotations

from collections.abc import Mapping

from geomap.incidents.differences import weaker
from geomap.model import Incident


def attribution(incident: Incident, sides: Mapping[str, str]) -> tuple[str, str | None]:
    """The side of who did it, and the first actor that it stands on.

    It stands on who is stated, acknowledged or claimed by an account that was not judged the weaker one and whose link to the
    incident is not uncertain. Where these are of several
    sides, or of none, the side is "Unknown"; the actor is then the first that has a side, or the first that is named at all.

    Args:
        incident: with its claims and judged differences.
        sides: actor name → side.
    """
    doubted = weaker(incident.differences, "actors") | {j.claim for j in incident.judgements if j.uncertain}
    actors = [cited.value for claim in incident.claims if claim.id not in doubted for cited in claim.actors]
    heard = [actor.name for actor in actors if actor.status in ("stated", "acknowledged", "claimed")]
    known = {sides.get(name, "Unknown") for name in heard} - {"Unknown"}
    first = next((name for name in heard if sides.get(name, "Unknown") in known), next(iter(heard), None))
    return known.pop() if len(known) == 1 else "Unknown", first
