"""A story under review as plain values, as a page shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from geomap.articles import as_record
from geomap.decisions.carry import Asked
from geomap.decisions.deciding import REASONS
from geomap.decisions.kept import Kept
from geomap.decisions.keys import value_key
from geomap.decisions.records import Decision
from geomap.decisions.review import Review
from geomap.incidents import unjudged
from geomap.model import UNNAMED, Cited, Claim
from geomap.vocabulary import EVENT_TYPES

Plain = dict[str, Any]


def state(review: Review) -> Plain:
    """The whole story, without the claims of its articles: `article_state` gives these one article at a time."""
    from geomap.extract import ASSERTED  # with the rules of reading, which wait until they are needed

    review.catch_up()
    articles = [_in_short(review, kept) for kept in review.all()]
    mine = [one for one in review.log.holding(review.log.decisions.values()) if one.by == review.by]
    return {
        "title": review.story.title,
        "border": review.border.id,
        "by": review.by,
        "articles": articles,
        "left": sum(one["waiting"] for one in articles),
        "decided": len(review.log.decisions),
        "undo": decision_in_short(mine[-1]) if mine else None,
        "asserted": ASSERTED,
        "reasons": list(REASONS),
        "kinds": list(EVENT_TYPES),
        "problems": [*map(str, review.log.problems)],
    }


def _in_short(review: Review, kept: Kept) -> Plain:
    carried, article = kept.carried, kept.article
    return {
        "id": kept.id,
        "title": article.title,
        "publisher": None if article.publisher == UNNAMED else article.publisher,
        "published": as_record(article.published),
        "waiting": len(carried.proposed),
        "accepted": len(carried.accepted),
        "asked": len(carried.asked),
        "conflicts": len(carried.conflicts),
        "stale": kept.is_stale,
        "has_text": article.text_available and (review.texts / f"{kept.id}.txt").is_file(),
    }


def article_state(review: Review, id: str) -> Plain:
    """One article with its text, its claims and all that was decided on them.

    Raises:
        MissingError: there is no such article.
    """
    kept = review.read(id)
    carried = kept.carried
    claims = [*((one, "accepted") for one in carried.accepted), *((one, "proposed") for one in carried.proposed)]
    claims.sort(key=lambda pair: (min((s.start for s in pair[0].spans), default=0), pair[0].id))
    return _in_short(review, kept) | {
        "address": kept.article.address,
        "text": review.text(id),
        "claims": [claim_state(review, claim, side) for claim, side in claims],
        "asked": [_asked(one) for one in carried.asked],
        "history": [decision_in_short(one, review) for one in review.log.of(id)],
    }


def claim_state(review: Review, claim: Claim, side: str) -> Plain:
    """One claim with its values, what was decided on each, and the incident that it is in."""
    kept = review.read(claim.article)
    carried, key = kept.carried, kept.carried.key(claim)
    text = review.text(claim.article)
    incident = review.judged.of(claim.id)
    return {
        "id": claim.id,
        "article": claim.article,
        "state": side,
        "saw": list(review.last_on(claim)),
        "passages": [[s.start, s.end] for s in claim.spans],
        "least_sure": min((said.sure for _, said in claim.values if said.sure is not None), default=None),
        "values": [_value(review, claim, field, said, text) for field, said in claim.values],
        "asked": [_asked(one) for one in carried.asked if one.claim == claim.id],
        "conflicts": [[decision_in_short(one) for one in pair] for pair in carried.conflicts.get(key, ())],
        "incident": incident and incident.id,
    }


def _value(review: Review, claim: Claim, field: str, said: Cited[Any], text: str | None) -> Plain:
    from geomap.extract import ASSERTED

    mark = review.read(claim.article).carried.marks.get((claim.id, value_key(field, said)))
    return {
        "field": field,
        "name": field.partition("[")[0],
        "value": as_record(said.value),
        "spans": [[s.start, s.end] for s in said.spans],
        "words": None if text is None else [text[s.start : s.end] for s in said.spans],
        "attributed_to": said.attributed_to,
        "attributed_spans": [[s.start, s.end] for s in said.attributed_spans],
        "derivation": said.derivation,
        "note": said.note,
        "rule": said.rule,
        "sure": said.sure,
        "asserted": said.sure is None or said.sure >= ASSERTED,
        "decided": mark and decision_in_short(mark),
    }


def decision_in_short(one: Decision, review: Review | None = None) -> Plain:
    """A decision for a list: who, when, what, why, and what was there before and after."""
    short: Plain = {name: getattr(one, name) for name in ("id", "what", "by", "at", "claim", "field", "reason", "undone")}
    short |= {"before": _value_of(one.before), "after": _value_of(one.after)}
    return short | ({"holds": review.log.holds(one)} if review else {})


def _value_of(side: Mapping[str, Any]) -> Any:
    """What a person is shown of one side: the value, or the kind of the claim; None where nothing is there."""
    if "value" in side:
        return side["value"] and side["value"].get("value")
    claim = side.get("accepted") or side.get("proposed")
    return claim and claim["sub_event_type"]["value"]


def _asked(one: Asked) -> Plain:
    return {"claim": one.claim, "field": one.field, "why": one.why, "decision": decision_in_short(one.decision)}


def history(review: Review) -> list[Plain]:
    """All that people changed, one after the other: decisions made here, and corrections made on the map in QGIS."""
    told = [
        decision_in_short(one, review) | {"article": one.article, "incidents": sorted(one.incidents)}
        for one in review.log.decisions.values()
    ]
    corrections = [
        {
            "id": id,
            "what": "correct",
            "by": one.by,
            "at": one.on.isoformat(),
            "reason": one.reason,
            "field": one.field.replace("_", " "),
            "before": as_record(one.was),
            "after": as_record(one.now),
            "incidents": [one.incident],
            "holds": True,
        }
        for id, one in review.corrections.by_id.items()
    ]
    return sorted([*told, *corrections], key=lambda one: one["at"])


def incidents_state(review: Review) -> list[Plain]:
    """All incidents with their claims, their differences, and what is still to be judged."""
    claims = {claim.id: claim for claim in review.claims()}
    sides = {name: actor.side for name, actor in review.vocabulary.actors.items()}
    grouped = review.incidents()
    waiting: dict[str, list[str]] = {}
    for problem in unjudged(list(grouped.values()), list(claims.values()), sides):
        waiting.setdefault(_incident_in(problem, grouped), []).append(str(problem))
    return [
        {
            "id": one.id,
            "title": one.title,
            "recorded": one.id in review.judged.groupings,
            "claims": [as_record(judgement) for judgement in one.claims],
            "differences": [as_record(difference) for difference in one.differences],
            "to_judge": waiting.get(one.id, []),
        }
        for one in sorted(grouped.values(), key=lambda one: one.id)
    ]


def _incident_in(problem: Any, grouped: Iterable[str]) -> str:
    return next((id for id in sorted(grouped, key=len, reverse=True) if id in str(problem)), "")
