"""Decisions carried over to what stands in the files now: after new rules, a changed text, a renamed place, a killed process.

What still stands on the same words is done again without asking; what does not is asked again, the old decision beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from geomap.decisions.chains import carried_values
from geomap.decisions.keys import claim_keys, in_text, key_of
from geomap.decisions.log import Log
from geomap.decisions.records import Decision, claim_of, record_of, same_claim, same_value
from geomap.model import Claim

#: Whether two names of places are the same place: the second is what the first is called now.
Renamed = Callable[[str, str], bool]


def same_name(one: str, other: str) -> bool:
    """That no place was renamed."""
    return one == other


def renamed_in(places: Container[str]) -> Renamed:
    """That a place was renamed where its name is no longer listed: the other name then stands for the same words."""
    return lambda one, other: one == other or one not in places


@dataclass(frozen=True, slots=True)
class Asked:
    """An old decision that is to be taken again: on which claim now, on which of its values, and why."""

    decision: Decision
    why: str
    claim: str | None = None  #: the id of a claim that waits or is accepted; None where no claim stands on its words
    field: str | None = None  #: "counts[0]"


@dataclass
class Carried:
    """An article's claims with all decisions that still stand."""

    proposed: list[Claim]
    accepted: list[Claim]
    asked: list[Asked] = field(default_factory=list)
    marks: dict[tuple[str, str], Decision] = field(default_factory=dict)  #: by claim and value key, what was decided on it
    conflicts: dict[str, list[tuple[Decision, Decision]]] = field(default_factory=dict)  #: by the claim's key
    of: dict[str, list[Decision]] = field(default_factory=dict)  #: the decisions by the key that their claim has now
    redone: list[Decision] = field(default_factory=list)  #: decisions that the files did not have
    same: dict[str, str] = field(
        default_factory=dict
    )  #: keys that a claim has had, since its kind or place was edited → the first

    def key(self, claim: Claim) -> str:
        """The key of a claim in `of`: the first that it had."""
        return self._first(key_of(claim))

    def _first(self, key: str) -> str:
        while key in self.same:
            key = self.same[key]
        return key

    def join(self, keys: Sequence[str]) -> str:
        """Take keys as those of one claim; gives the first."""
        first, *others = dict.fromkeys(map(self._first, keys))
        self.same.update(dict.fromkeys(others, first))
        return first


def carried(
    proposed: Sequence[Claim],
    accepted: Sequence[Claim],
    log: Log,
    article: str,
    *,
    sha256: str | None,
    text: str | None,
    renamed: Renamed = same_name,
) -> Carried:
    """An article's claims with the decisions that were made on it.

    Args:
        proposed: as its file in ``proposals/`` has them, or as they were just read.
        accepted: as its file in ``articles/`` has them.
        log: all decisions.
        article: its id.
        sha256: of the text that the claims stand on.
        text: that text, which is needed where a decision was made on another copy of it.
        renamed: whether a place that a decision names is now called otherwise.
    """
    found = Carried(list(proposed), list(accepted))
    decisions = log.of(article)
    other_text = [one for one in decisions if one.text != sha256]
    moved = in_text(other_text, text) if other_text and text is not None else {}
    for one in decisions:
        here = one if one.text == sha256 or not one.words else moved.get(one.id)
        if here is None:
            why = "its words do not stand in the text" if text is not None else "the text is not at hand"
            if _is_open(one, log):
                found.asked.append(Asked(one, why, _accepted_as(one, found)))
            continue
        if here.words:
            found.of.setdefault(found.join(claim_keys(here)), []).append(here)
    for key in [key for key in found.of if key in found.same]:
        found.of.setdefault(found.join([key]), []).extend(found.of.pop(key))
    order = {one.id: n for n, one in enumerate(decisions)}
    for key, made in found.of.items():
        made.sort(key=lambda one: order[one.id])
        if clashing := log.conflicts(made):
            found.conflicts[key] = clashing
            _bring_back(key, clashing[0], found)
            continue
        _carry_claim(key, made, found, log, renamed)
    _ask_beside(found)
    return found


def _bring_back(key: str, clashing: Iterable[Decision], found: Carried) -> None:
    """Have a claim wait that two decided on differently and that stands nowhere now, so that somebody can decide."""
    if not any(found.key(claim) == key for claim in (*found.proposed, *found.accepted)):
        record, decision = next((record, one) for one in clashing for record in _decided_on([one]))
        _wait_again(record, decision, found)


def _wait_again(record: Mapping[str, Any], decision: Decision, found: Carried) -> None:
    """Have a claim wait, under its number or a free one."""
    ids = {claim.id for claim in (*found.proposed, *found.accepted)}
    id = record["id"] if record["id"] not in ids else free_id(decision.article or "", ids)
    found.proposed = sorted([*found.proposed, replace(_claim(record, decision), id=id)], key=lambda claim: _number(claim.id))


def _ask_beside(found: Carried) -> None:
    """Put old decisions beside claims that nobody decided on, and that share their words with one that somebody did.

    So it is when new rules read the same account by other words of kind or place. Two fields share their words, and one of them
    is the place or a count: accounts of one sentence may well share its day and its verb.
    """
    closed = [(record, made[-1]) for made in found.of.values() if _is_closed(made[-1]) for record in _decided_on(made[-1:])]
    for claim in found.proposed if closed else ():
        if found.key(claim) in found.of:
            continue
        mine = _words_by_field(record_of(claim) or {})
        for record, decision in closed:
            theirs = _words_by_field(record)
            shared = {name for name, words in mine.items() if words & theirs.get(name, set())}
            if len(shared) > 1 and shared & {"place", "counts"}:
                found.asked.append(Asked(decision, "the same account is now read by other words", claim.id))
                break


def _words_by_field(record: Mapping[str, Any]) -> dict[str, set[str]]:
    """The fingerprints of the words of each field of a claim."""
    found: dict[str, set[str]] = {}
    for name in ("sub_event_type", "days", "place", "counts"):
        said = record.get(name) or ()
        spans = [span for one in (said if isinstance(said, list) else [said]) if one for span in one.get("spans", ())]
        found[name] = {f"{span[2]}.{span[3]}" for span in spans if len(span) > 2}
    return found


def _is_open(decision: Decision, log: Log) -> bool:
    """Whether a decision leaves something to ask where nothing stands on its words: it holds, and none follows on the same."""
    if decision.what == "undo" or not log.holds(decision):
        return False
    later = [one for one in log.of(decision.article or "") if one.claim == decision.claim and decision.id in log.seen(one)]
    return not any(_is_on_same(one, decision) for one in later)


def _is_on_same(later: Decision, decision: Decision) -> bool:
    if not later.is_of_value or not decision.is_of_value:
        return not later.is_of_value
    return later.field == decision.field and later.words.get("value") == decision.words.get("value")


def _accepted_as(decision: Decision, found: Carried) -> str | None:
    return next((claim.id for claim in found.accepted if claim.id == decision.claim), None)


def _carry_claim(key: str, made: Sequence[Decision], found: Carried, log: Log, renamed: Renamed) -> None:
    """Do again what was decided on the claims of one key."""
    of_claims = [one for one in made if not one.is_of_value]
    by_id: dict[str | None, list[Decision]] = {}
    for one in of_claims:
        by_id.setdefault(one.claim, []).append(one)
    for group in by_id.values():
        _redo(key, group[-1], found)
    _leave_out(key, of_claims, found, renamed)
    values = [one for one in made if one.is_of_value]
    if not values:
        return
    if not any(found.key(claim) == key for claim in (*found.proposed, *found.accepted)):
        found.asked += [Asked(one, "no claim is read in its words now") for one in values if _is_open(one, log)]
    seen = {id for one in of_claims for id in log.seen(one)}
    for n, claim in enumerate(found.proposed):
        if found.key(claim) == key:
            found.proposed[n] = _with_values(claim, values, found, log, asks=True)
    for n, claim in enumerate(found.accepted):
        if found.key(claim) == key and (later := [one for one in values if one.id not in seen]):
            found.accepted[n] = _with_values(claim, later, found, log, asks=False)


def _redo(key: str, last: Decision, found: Carried) -> None:
    """Bring the files' claims to what the last decision on one left, where they are as it found them."""
    before, after = last.before.get("accepted"), last.after.get("accepted")
    id = (after or before or {}).get("id")
    there = next((n for n, claim in enumerate(found.accepted) if claim.id == id), None)
    now = None if there is None else record_of(found.accepted[there])
    waiting = [claim for claim in found.proposed if found.key(claim) == key]
    was = last.before.get("proposed")
    if not same_claim(before, after) and same_claim(now, before):
        if after is None:
            found.accepted = [claim for claim in found.accepted if claim.id != id]
        elif there is not None:
            found.accepted[there] = _claim(after, last)
        elif was is None or any(same_claim(record_of(claim), was) for claim in waiting):
            found.accepted.append(_claim(after, last))
        else:
            why = "articles/ does not have it" if waiting else "its claim stands nowhere"
            found.asked.append(Asked(last, why, waiting[0].id if waiting else None))
            return
        found.redone.append(last)
    if last.what == "undo" and not any(last.after.get(side) for side in ("proposed", "accepted")):  # of what a person added
        found.proposed = [claim for claim in found.proposed if record_of(claim) != was]
    back = last.after.get("proposed")
    if back is not None and not waiting and not any(found.key(claim) == key for claim in found.accepted):
        _wait_again(back, last, found)
        found.redone.append(last)


def _claim(record: Mapping[str, Any], decision: Decision) -> Claim:
    return claim_of(record, decision.article or "")


def free_id(article: str, taken: Iterable[str]) -> str:
    """The first id of a claim that is not taken, after all that are."""
    return f"{article}/{max(map(_number, taken), default=0) + 1}"


def _number(id: str) -> int:
    return int(id.rpartition("/")[2])


def _leave_out(key: str, of_claims: Sequence[Decision], found: Carried, renamed: Renamed) -> None:
    """Leave out what was proposed again though it is decided; ask where it is not what was decided on."""
    by_id: dict[str | None, list[Decision]] = {}
    for one in of_claims:
        by_id.setdefault(one.claim, []).append(one)
    closed = [made for made in by_id.values() if _is_closed(made[-1])]
    waiting = [claim for claim in found.proposed if found.key(claim) == key]
    for claim in waiting if closed else ():
        record = record_of(claim)
        exact = next((made for made in closed if any(same_claim(one, record) for one in _decided_on(made))), None)
        alone = len(waiting) == len(closed) == 1
        standing = exact or (closed[0] if alone and _still_stands(closed[0], claim, found, renamed) else None)
        if standing:
            found.proposed.remove(claim)
            found.redone.append(standing[-1])
        elif not any(asked.claim == claim.id for asked in found.asked):
            found.asked.append(Asked(closed[-1][-1], "other values are now read in its words", claim.id))


def _is_closed(last: Decision) -> bool:
    """Whether nothing of a claim waits after the last decision on it."""
    if last.after.get("proposed") is not None:
        return False
    return last.what != "undo" or last.after.get("accepted") is not None


def _decided_on(made: Iterable[Decision]) -> Iterator[Mapping[str, Any]]:
    """The claims that some decisions were on, as these found them."""
    for one in made:
        yield from (record for side in ("proposed", "accepted") if (record := one.before.get(side)))


def _still_stands(made: Sequence[Decision], claim: Claim, found: Carried, renamed: Renamed) -> bool:
    """Whether a decision on a claim is one on a claim that is now read in the same words of kind and place."""
    after = made[-1].after.get("accepted")
    if after is not None:
        return any(one.id == after["id"] for one in found.accepted)
    old: Mapping[str, Any] = next(reversed(list(_decided_on(made))), {})
    kind = old.get("sub_event_type", {}).get("value")
    path = (old.get("place") or {}).get("value") or []
    now = list(claim.place.value) if claim.place else []
    return kind == claim.sub_event_type.value and len(path) == len(now) and all(map(renamed, path, now))


def _with_values(claim: Claim, values: Sequence[Decision], found: Carried, log: Log, *, asks: bool) -> Claim:
    """A claim with what was decided on its values."""
    changed, told = carried_values(claim, values, asks=asks)
    for made, key, why in told:
        if why is not None:
            found.asked.append(Asked(made[-1], why, claim.id, key.partition("|")[0]))
        elif mark := next(reversed([one for one in log.holding(made) if same_value(*_ends(one, made[-1]))]), None):
            found.marks[claim.id, key] = mark
    if record_of(changed) != record_of(claim):
        found.redone += [made[-1] for made, _, why in told if why is None]
    return changed


def _ends(one: Decision, last: Decision) -> tuple[Mapping[str, Any] | None, Mapping[str, Any] | None]:
    return one.after.get("value"), last.after.get("value")
