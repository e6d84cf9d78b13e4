"""What a page asks for as plain values, held against the rules, and made a decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from geomap.articles import article_text, check_claims, parse_article
from geomap.decisions.carry import free_id
from geomap.decisions.chains import LISTS, SINGLE, values_of, with_value, without
from geomap.decisions.deriving import derived
from geomap.decisions.keys import NEEDED
from geomap.decisions.records import Decision, record_of
from geomap.decisions.review import Review
from geomap.decisions.written import NoteNeeded, Request, check_changing, marked, written_value
from geomap.errors import DataError, GeomapError
from geomap.model import Article, Cited, Claim, Days, Difference, Version

#: Why a claim or a value is rejected: what the page offers; other words may be written.
REASONS: Final = (
    "no event of this story",
    "told already in another claim",
    "the words do not say that",
    "another value is meant",
    "only background",
    "a word of opinion",
)


def decide(review: Review, request: Request) -> Decision:
    """Take a decision as the page asks for it.

    Args:
        review: the story.
        request: "what" is one of `What`, and beside it: of "accept", "reject", "edit", "add", "withdraw", "retract", "group"
            and "split" the "claim"; of one of its values the "field" ("counts[0]"); of "edit" and "add" its "value", "spans"
            and "note"; of an added claim "article", "spans", "sub_event_type" and "days"; of "group" the "incident"; of
            "difference" "incident", "field", "versions" and "better"; of "undo" the "id", or the last one is meant; "reason";
            and "saw", the decisions on the claim that the page has shown.

    Raises:
        NoteNeeded: it lacks a note on how the value was read.
        DataError: it cannot be taken; nothing is changed.
        MissingError: there is no such claim.
    """
    review.catch_up()
    what = str(request.get("what"))
    if what not in _WAYS:
        raise DataError(f"what is {what!r}; write one of {', '.join(_WAYS)}")
    try:
        return _WAYS[what](review, request)
    except KeyError as error:
        raise DataError(f"{what}: {error.args[0]} is missing; write it") from error
    except (TypeError, AttributeError, ValueError) as error:
        if isinstance(error, GeomapError):
            raise
        raise DataError(f"{what}: a part of it is of the wrong kind ({error})") from error


def _seen(review: Review, request: Request, claim: Claim) -> tuple[str, ...]:
    """The last decisions on a claim; a page that saw others is told to look again."""
    last = review.last_on(claim)
    if "saw" in request and sorted(request["saw"]) != sorted(last):
        raise DataError(f"{claim.id}: was decided on elsewhere since; look at it again")
    return last


def _reason(request: Request, *, needed: bool = True) -> str | None:
    reason = str(request.get("reason") or "").strip()
    if needed and not reason:
        raise DataError("reason is missing; say why in a few words")
    return reason or None


def _accept(review: Review, request: Request) -> Decision:
    if "field" in request:
        return _of_value(review, request, lambda claim, field, said: said)
    claim, side = review.claim(request["claim"])
    _is(side, "proposed", claim)
    taken = {one.id for one in review.read(claim.article).carried.accepted}
    accepted = replace(claim, id=free_id(claim.article, {*taken, claim.id})) if claim.id in taken else claim
    _right(review, review.read(claim.article).article, accepted)
    before: dict[str, Any] = {"proposed": record_of(claim), "accepted": None}
    after: dict[str, Any] = {"proposed": None, "accepted": record_of(accepted)}
    _bring(before, after, review.rows.needed(accepted, review.vocabulary, review.gazetteer))
    _judge(before, after, review.judged.change(review.judged.accepted(accepted)))
    kind = claim.sub_event_type
    told: dict[str, Any] = {"rule": kind.rule, "reason": _reason(request, needed=False), "sure": request.get("sure")}
    return review.take("accept", before, after, claim=claim, saw=_seen(review, request, claim), **told)


def _right(review: Review, article: Article, claim: Claim) -> None:
    """Refuse a claim that an article's file cannot hold, or whose names no list has: the build would."""
    parse_article(article_text(replace(article, no_claims=None), [claim]), f"{article.id}.toml")
    if wrong := check_claims(article, [claim], review.vocabulary):
        raise DataError(*wrong)


def _judge(before: dict[str, Any], after: dict[str, Any], change: Mapping[str, Any]) -> None:
    """Add what becomes of incidents to both sides of a decision."""
    if change:
        before["incidents"], after["incidents"] = change["before"], change["after"]


def _bring(before: dict[str, Any], after: dict[str, Any], needed: Mapping[str, Any]) -> None:
    """Add the rows of lists that a decision brings to both of its sides."""
    for name, rows in needed.items():
        before[name], after[name] = dict.fromkeys(rows), rows


def _is(side: str, wanted: str, claim: Claim) -> None:
    if side != wanted:
        raise DataError(f"{claim.id}: is {side}; " + ("withdraw or retract it" if side == "accepted" else "reject it"))


def _reject(review: Review, request: Request) -> Decision:
    reason = _reason(request)
    if "field" in request:
        return _of_value(review, request, lambda claim, field, said: _no_value(claim, field), reason=reason)
    claim, side = review.claim(request["claim"])
    _is(side, "proposed", claim)
    before, after = {"proposed": record_of(claim), "accepted": None}, {"proposed": None, "accepted": None}
    saw = _seen(review, request, claim)
    return review.take("reject", before, after, claim=claim, saw=saw, reason=reason, rule=claim.sub_event_type.rule)


def _no_value(claim: Claim, field: str) -> None:
    if field in NEEDED:
        raise DataError(f"{claim.id}: a claim needs {field}; edit it, or reject the claim")


def _take_back(review: Review, request: Request) -> Decision:
    """Withdraw or retract a claim that was accepted."""
    claim, side = review.claim(request["claim"])
    _is(side, "accepted", claim)
    before: dict[str, Any] = {"proposed": None, "accepted": record_of(claim)}
    after: dict[str, Any] = {"proposed": None, "accepted": None}
    _judge(before, after, review.judged.change(review.judged.without(claim.id)))
    saw = _seen(review, request, claim)
    return review.take(request["what"], before, after, claim=claim, saw=saw, reason=_reason(request))


def _of_value(
    review: Review,
    request: Request,
    change: Callable[[Claim, str, Cited[Any] | None], Cited[Any] | None],
    reason: str | None = None,
) -> Decision:
    """A decision on one value, of a claim that waits or was accepted."""
    claim, side = review.claim(request["claim"])
    said = dict(claim.values).get(request["field"])
    if said is None:
        raise DataError(f"{claim.id}: has no {request['field']} now; look at it again")
    return _on_value(review, request, claim, side, said, change(claim, request["field"].partition("[")[0], said), reason)


def _on_value(
    review: Review,
    request: Request,
    claim: Claim,
    side: str,
    old: Cited[Any] | None,
    new: Cited[Any] | None,
    reason: str | None,
) -> Decision:
    """The same, once its value is known: of a claim that waits on the value alone, of an accepted one on the whole claim."""
    name, what = request["field"].partition("[")[0], request["what"]
    changed = claim if new is old else without(claim, name, old) if new is None else with_value(claim, name, old, new)
    told: dict[str, Any] = {"claim": claim, "saw": _seen(review, request, claim), "reason": reason}
    told |= {"said": old or new, "field": name, "rule": old and old.rule}
    if new is not None and new is not old:
        _right(review, review.read(claim.article).article, changed)
    before: dict[str, Any]
    after: dict[str, Any]
    if side == "proposed" or new is old:
        before, after = {"value": record_of(old)}, {"value": record_of(new)}
        row = request.get("row")
        _bring(before, after, {"places": review.rows.held(row["name"], review.gazetteer)} if row else {})
        return review.take(what, before, after, **told)
    del told["said"], told["field"]
    before = {"proposed": None, "accepted": record_of(claim)}
    after = {"proposed": None, "accepted": record_of(changed)}
    _bring(before, after, review.rows.needed(changed, review.vocabulary, review.gazetteer))
    return review.take(what, before, after, **told)


def _edit(review: Review, request: Request) -> Decision:
    reason = _reason(request, needed=False)

    def new(claim: Claim, field: str, said: Cited[Any] | None) -> Cited[Any] | None:
        if request.get("value", ...) is None:  # a place that is not located
            _no_value(claim, field)
            return None
        check_changing(request, field, said)
        return written_value(review, claim.article, field, request, said)

    if request.get("row"):
        with review.with_place(request["row"]) as row:
            return _of_value(review, {**request, "row": row}, new, reason)
    answer = request.get("several")
    if answer:
        reason = f"several are possible: {', '.join(map(str, answer))}" + (f"; {reason}" if reason else "")
    return _of_value(review, request, new, reason)


def _add(review: Review, request: Request) -> Decision:
    """Add a value that the machine missed; or a claim, where no claim is named."""
    if "claim" not in request:
        return _add_claim(review, request)
    claim, side = review.claim(request["claim"])
    field = request["field"].partition("[")[0]
    if field not in (*SINGLE, *LISTS):
        raise DataError(f"{field}: is no field of a claim; name one of {', '.join((*SINGLE, *LISTS))}")
    old = next(iter(values_of(claim, field)), None) if field in SINGLE else None
    if old and old.derivation != "dateline":
        raise DataError(f"{claim.id}: has its {field}; edit it")
    new = _found(review, claim.article, field, request)
    what = "edit" if old else "add"  # words for the days of a claim of which only the report's day was known
    return _on_value(review, {**request, "what": what, "field": field}, claim, side, old, new, _reason(request, needed=False))


def _found(review: Review, article: str, field: str, request: Request) -> Cited[Any]:
    """A value of chosen words: as it is written, or as the words give it."""
    if "value" in request:
        return written_value(review, article, field, request)
    if ways := derived(review, article, field, request["spans"]):
        return ways[0]
    raise NoteNeeded(f"{field}: these words give no value by themselves; write the value, and in a note how you read it")


def _add_claim(review: Review, request: Request) -> Decision:
    kept = review.read(request["article"])
    spans = marked(request["spans"], review.text(kept.id), kept.id)
    ids = {claim.id for claim in (*kept.carried.proposed, *kept.carried.accepted)}
    kind = _found(review, kept.id, "sub_event_type", request["sub_event_type"])
    days = _found(review, kept.id, "days", request["days"]) if request.get("days") else _undated(kept.article)
    claim = Claim(id=free_id(kept.id, ids), article=kept.id, sub_event_type=kind, days=days, spans=spans)
    _right(review, kept.article, claim)
    before, after = {"proposed": None, "accepted": None}, {"proposed": record_of(claim), "accepted": None}
    if kept.proposed_in is None:  # the article's file alone takes it
        after = {"proposed": None, "accepted": record_of(claim)}
        _judge(before, after, review.judged.change(review.judged.accepted(claim)))
    reason = _reason(request, needed=False)
    return review.take("add", before, after, claim=claim, saw=_seen(review, request, claim), reason=reason)


def _undated(article: Article) -> Cited[Days]:
    return Cited(value=Days(last=article.published, basis="report"), derivation="dateline")


def _undo(review: Review, request: Request) -> Decision:
    """Take back a decision: the one that is named, or the last of whoever decides that holds."""
    if request.get("id") in review.corrections.by_id:
        before, now = review.corrections.change(request["id"])
        told: dict[str, Any] = {"undone": request["id"], "reason": _reason(request, needed=False)}
        return review.take("undo", {"corrections": before}, {"corrections": now}, **told)
    held = review.log.holding(review.log.decisions.values())
    mine = [one for one in held if one.by == review.by]
    named = [one for one in held if one.id == request["id"]] if request.get("id") else mine[-1:]
    if not named:
        raise DataError("there is no decision to take back")
    (one,) = named
    if one.article is None:
        _stands(review, one)
        return review.take_back(one)
    carried = review.read(one.article).carried
    here = next((now for made in carried.of.values() for now in made if now.id == one.id), None)
    if here is None:
        raise DataError(f"{one.id}: its words do not stand in the text any more; decide anew on what is read there now")
    key = next(key for key, made in carried.of.items() if any(now.id == one.id for now in made))
    later = [now for now in review.log.holding(carried.of[key]) if one.id in review.log.seen(now) and now.id != one.id]
    if any(not (one.is_of_value and now.is_of_value) or now.words.get("value") == one.words.get("value") for now in later):
        raise DataError(f"{one.id}: a later decision rests on it; take that one back first ({later[-1].what}, {later[-1].id})")
    _stands(review, one)
    saw = tuple(now.id for now in review.log.last(carried.of[key]))
    return review.take_back(here, saw)


def _stands(review: Review, one: Decision) -> None:
    """Refuse to take back what changed incidents that others changed since."""
    for id, record in one.after.get("incidents", {}).items():
        if record_of(review.judged.groupings.get(id)) != record:
            raise DataError(f"{one.id}: incident {id} was changed since; change it by hand, or take that back first")


def _group(review: Review, request: Request) -> Decision:
    claim, side = review.claim(request["claim"])
    _is(side, "accepted", claim)
    others, reason = review.incidents(), str(_reason(request))
    if request["what"] == "group":
        now = review.judged.grouped(claim, request["incident"], reason, others)
    else:
        now = review.judged.split(claim, reason, request.get("title"), others)
    return _on_incidents(review, request["what"], now, reason)


def _on_incidents(review: Review, what: Any, now: Mapping[str, Any], reason: str) -> Decision:
    change = review.judged.change(now)
    if not change:
        raise DataError("nothing would change; look at the incident again")
    return review.take(what, {"incidents": change["before"]}, {"incidents": change["after"]}, reason=reason)


def _difference(review: Review, request: Request) -> Decision:
    others = review.incidents()
    if (incident := others.get(request["incident"])) is None:
        raise DataError(f"{request['incident']}: there is no such incident; use the id of one")
    versions = tuple(Version(says=str(one["says"]), claims=tuple(one["claims"])) for one in request["versions"])
    reason = str(_reason(request))
    difference = Difference(field=request["field"], versions=versions, better=request.get("better"), reason=reason)
    now = review.judged.differing(incident, difference)
    told = review.judged.wrong(now, review.claims(), review.articles())
    if told:
        raise DataError(*told)
    return _on_incidents(review, "difference", now, reason)


_WAYS: Final[Mapping[str, Callable[[Review, Request], Decision]]] = {
    "accept": _accept,
    "reject": _reject,
    "edit": _edit,
    "add": _add,
    "withdraw": _take_back,
    "retract": _take_back,
    "undo": _undo,
    "group": _group,
    "split": _group,
    "difference": _difference,
}
