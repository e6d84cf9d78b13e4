"""By which words a claim and its values are known: the fingerprints of these, whatever offsets, names and rules.

A claim is known by the words of its kind and of its place, a value by its field and its words. Nothing is known by likeness:
what no longer stands on the same words is another claim, and the old decision is shown beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from geomap.articles import as_record, standings
from geomap.decisions.records import Decision, spans_of
from geomap.model import Cited, Claim, Span

#: The parts of `Decision.words` by which a claim is known.
_OF_CLAIM = ("kind", "place")
#: The fields of these parts.
_NAMED = {"sub_event_type": "kind", "place": "place"}
#: Without these a claim is none.
NEEDED = ("sub_event_type", "days")


def words_of(claim: Claim, said: Cited[Any] | None = None) -> dict[str, Any]:
    """The spans by which a claim, and one of its values, will be known, as `Decision.words` has them."""
    told = {
        "kind": claim.sub_event_type.spans,
        "place": claim.place.spans if claim.place else (),
        "passage": claim.spans,
        "value": said.spans if said else (),
    }
    return {name: as_record(spans) for name, spans in told.items() if spans}


def claim_key(words: Mapping[str, Any]) -> str:
    """A claim by the words of its kind and its place; by its passages, where neither rests on words."""
    parts = [_marks(spans_of(words.get(name))) for name in _OF_CLAIM]
    return "|".join(parts) if any(parts) else f"passage:{_marks(spans_of(words.get('passage')))}"


def claim_keys(decision: Decision) -> list[str]:
    """The key of the claim that a decision is on, and those that it had before and has after."""
    keys = [claim_key(decision.words)]
    for side in (decision.before, decision.after):
        if decision.field in _NAMED:
            spans = (side.get("value") or {}).get("spans", ())
            keys.append(claim_key({**decision.words, _NAMED[decision.field]: spans}))
        for record in (side.get("proposed"), side.get("accepted")):
            if record:
                told = {name: (record.get(field) or {}).get("spans", ()) for field, name in _NAMED.items()}
                keys.append(claim_key({**told, "passage": record.get("spans", ())}))
    return keys


def key_of(claim: Claim) -> str:
    """The key of a claim as it is."""
    return claim_key(words_of(claim))


def value_key(field: str, said: Cited[Any]) -> str:
    """A value by its field and its words; by what it says, where it rests on none."""
    name = field.partition("[")[0]
    if name in ("days", "site_count", "sub_event_type", "place") and not said.spans:
        return f"{name}|"
    return f"{name}|{_marks(said.spans) or json.dumps(as_record(said.value), sort_keys=True)}"


def key_of_value(decision: Decision) -> str:
    """The key of the value that a decision is on: as it was before, or as it was added."""
    record = decision.before.get("value") or decision.after.get("value") or {}
    name, marks = decision.field or "", _marks(spans_of(decision.words.get("value")))
    if name in ("days", "site_count", "sub_event_type", "place") and not marks:
        return f"{name}|"
    return f"{name}|{marks or json.dumps(record.get('value'), sort_keys=True)}"


def _marks(spans: Iterable[Span]) -> str:
    """The words of spans by their fingerprints; one without is known by where it stands."""
    return "+".join(f"{s.words}.{s.nth}" if s.words else f"{s.start}-{s.end}" for s in spans)


def in_text(decisions: Iterable[Decision], text: str) -> dict[str, Decision | None]:
    """Decisions as they stand on another copy of their text, by their ids; None where their words are gone, or may be several.

    Args:
        decisions: on one article.
        text: the article's text as it is now.
    """
    found: dict[str, Decision | None] = {}
    by_text: dict[str | None, list[Decision]] = {}
    for one in decisions:
        by_text.setdefault(one.text, []).append(one)
    for group in by_text.values():  # spans of one text are told from one another by their offsets
        now = standings({span for one in group for span in _spans_in((one.words, one.before, one.after))}, text)
        for one in group:
            found[one.id] = _moved(one, {tuple(span.as_list): there.spans for span, there in now.items()})
    return found


def _spans_in(node: Any) -> Iterator[Span]:
    """Every span of plain records: a list of two numbers, a hash and two numbers."""
    if isinstance(node, Mapping):
        for value in node.values():
            yield from _spans_in(value)
    elif _is_span(node):
        yield Span(*node)
    elif isinstance(node, list | tuple):
        for one in node:
            yield from _spans_in(one)


def _is_span(node: Any) -> bool:
    return isinstance(node, list | tuple) and len(node) in (2, 5) and isinstance(node[0], int) and isinstance(node[1], int)


#: Where a span of another text stands now: once, nowhere, or wherever it may be meant.
_Now = Mapping[tuple[Any, ...], tuple[Span, ...]]


def _moved(decision: Decision, now: _Now) -> Decision | None:
    words: dict[str, Any] = {}
    for name, spans in decision.words.items():
        there = _stand(spans, now)
        if there is not None:
            words[name] = there
        elif name != "passage":
            return None  # a passage may be cut anew; kind, place and value may not
    before, after = ({key: _moved_record(one, now) for key, one in side.items()} for side in (decision.before, decision.after))
    sides = ((decision.before, before), (decision.after, after))
    if not words or any(was.get(key) is not None and is_ is None for was, now_ in sides for key, is_ in now_.items()):
        return None
    return replace(decision, words=words, before=before, after=after)


def _stand(spans: Iterable[Any], now: _Now) -> list[Any] | None:
    """Spans where they stand now; None where one does not."""
    there = [now[tuple(span)] for span in spans]
    return [as_record(one[0]) for one in there] if all(len(one) == 1 for one in there) else None


def _moved_record(node: Any, now: _Now) -> Any:
    """A record on another text; without the values whose words do not stand, None where it cannot be without them."""
    if isinstance(node, list):
        return [one for one in (_moved_record(item, now) for item in node) if one is not None]
    if not isinstance(node, Mapping):
        return node
    moved: dict[str, Any] = {}
    for key, value in node.items():
        if key in ("spans", "attributed_spans"):
            is_value = "derivation" in node
            there = _stand(value, now) if is_value else [one for span in value for one in _stand([span], now) or ()]
            if there is None:
                return None
            moved[key] = there
        elif (there := _moved_record(value, now)) is not None:
            moved[key] = there
        elif key in NEEDED:
            return None
    return moved
