"""Which incidents an accepted claim may tell of, with reasons: offered to a person, never decided."""

from __future__ import annotations

from typing import Any

from geomap.decisions.review import Review


def likely(review: Review, claim_id: str) -> list[dict[str, Any]]:
    """The incidents of other claims to which a claim may belong: id, why, and the fields on which accounts differ.

    Raises:
        MissingError: there is no such claim.
    """
    from geomap.intake import events_among, places_of

    claim, _ = review.claim(claim_id)
    others = [other for other in review.claims() if other.article != claim.article]
    incident_of = {told.claim: one.id for one in review.incidents().values() for told in one.claims}
    found: dict[str, dict[str, Any]] = {}
    for event in events_among([claim], others, places_of([claim, *others], review.gazetteer)):
        reasons = {link.other if link.one == claim_id else link.one: link.reason for link in event.links}
        for told in event.claims:
            if told.id != claim_id and (id := incident_of.get(told.id)) and id != incident_of.get(claim_id):
                reason = reasons.get(told.id) or event.links[0].reason
                found.setdefault(id, {"incident": id, "reason": reason, "differs": sorted(event.differing)})
    return list(found.values())
