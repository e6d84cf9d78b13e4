"""A decision as a line of ``decisions.jsonl``, and claims as the plain records that it holds whole, before and after."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal, get_type_hints

from pydantic import TypeAdapter

from geomap.articles import ListedActor, as_record
from geomap.errors import DataError
from geomap.gazetteer import Place
from geomap.model import Cited, Claim, Grouping, Span
from geomap.vocabulary import EVENT_TYPES

#: What a person may decide. "reject" is of what was proposed, "withdraw" and "retract" of what was accepted: our reading was
#: wrong, or the publisher took its report back.
What = Literal["accept", "reject", "edit", "add", "withdraw", "retract", "undo", "group", "split", "difference"]

#: A claim, a value or an incident as a file has it, in plain values; spans are lists.
Record = dict[str, Any]

#: What differs between two readings of the same words without being another value.
_HOW_READ = ("rule", "sure")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One change that a person made: of a claim, of one value of a claim, or of incidents; whole before and after.

    ``before`` and ``after`` have "proposed" and "accepted" where the decision is on a claim, "value" where it is on one value;
    and "incidents" by id, "actors" and "places" by name, where it changed these too. None stands for nothing there.
    """

    id: str  #: 16 hexadecimal digits
    what: What
    by: str  #: who decided
    at: str  #: when: a time in UTC as ISO 8601 has it
    geomap: str  #: the version
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    saw: tuple[str, ...] = ()  #: ids of the last decisions on the same, as its author saw them
    article: str | None = None
    text: str | None = None  #: the sha256 of the article's text
    claim: str | None = None  #: the claim's id then
    words: Mapping[str, list[Any]] = dataclasses.field(default_factory=dict)  #: spans of "kind", "place", "passage" and "value"
    field: str | None = None  #: the value's field, without its number
    reason: str | None = None
    rule: str | None = None  #: the rule of reading that was decided on, None where a person wrote the value
    sure: float | None = None  #: the least certainty of all that was accepted at once
    undone: str | None = None  #: the decision that is taken back

    @property
    def is_of_value(self) -> bool:
        """Whether it is on one value of a claim."""
        return self.field is not None

    @property
    def incidents(self) -> frozenset[str]:
        """The ids of the incidents that it changed."""
        return frozenset((*self.before.get("incidents", {}), *self.after.get("incidents", {})))

    @property
    def line(self) -> str:
        """As a line of the log, without what it leaves open."""
        told = ((field.name, getattr(self, field.name)) for field in dataclasses.fields(self))
        return json.dumps({name: value for name, value in told if value not in (None, (), {})}, ensure_ascii=False) + "\n"


_DECISION = TypeAdapter(Decision)


def decision_of(line: str) -> Decision:
    """A decision of a line of the log.

    Raises:
        ValueError: it is none.
    """
    given = json.loads(line)
    if not isinstance(given, dict):
        raise ValueError("it is no JSON object")
    decision = _DECISION.validate_python({"before": {}, "after": {}, **given})
    for name, record in (*decision.before.items(), *decision.after.items()):
        if not isinstance(record, dict) and (record is not None or name not in ("proposed", "accepted", "value")):
            raise ValueError(f"{name} is no record")
    return decision


def check_records(decision: Decision) -> None:
    """Hold all that a decision of another's file has before and after against what a story can keep.

    Raises:
        DataError: a part of it cannot be right.
    """
    for spans in decision.words.values():
        _valid(_adapter("words"), [as_span(one) for one in spans], "words")
    if decision.field is not None:
        _adapter(decision.field)
    for side in (decision.before, decision.after):
        for name in ("proposed", "accepted"):
            if (record := side.get(name)) is not None:
                claim = claim_of(record, decision.article or "")
                if claim.sub_event_type.value not in EVENT_TYPES:
                    raise DataError(f"claim: sub_event_type is {claim.sub_event_type.value!r}, which is no kind of event")
                article, _, number = str(record["id"]).rpartition("/")
                if article != decision.article or not number.isdecimal():
                    raise DataError(f"claim: id {record['id']!r} is none of article {decision.article}")
        if (record := side.get("value")) is not None:
            value_of(record, decision.field or "")
        for name, kind in (("incidents", "incident"), ("actors", "row of actors"), ("places", "row of places")):
            for record in side.get(name, {}).values():
                if record is not None:
                    _valid(_adapter(kind), record, kind)


def now() -> str:
    """The time, in UTC, to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def record_of(one: Any) -> Record | None:
    """A claim, a value or a grouping as a plain record; None of None."""
    return None if one is None else as_record(one)


def claim_of(record: Mapping[str, Any], article: str) -> Claim:
    """The claim of a record.

    Raises:
        DataError: it is none.
    """
    found: Claim = _valid(_adapter("claim"), {**_opened(record), "article": article}, "claim")
    return found


def value_of(record: Mapping[str, Any], field: str) -> Cited[Any]:
    """The value of a record, by the name of its field without a number.

    Raises:
        DataError: it is none of that field.
    """
    found: Cited[Any] = _valid(_adapter(field), _opened(record), field)
    return found


def grouping_of(record: Mapping[str, Any]) -> Grouping:
    """The grouping of a record.

    Raises:
        DataError: it is none.
    """
    found: Grouping = _valid(_adapter("incident"), record, "incident")
    return found


#: What a record is, where it is not a value of a field.
_WHOLE: Mapping[str, Any] = {
    "claim": Claim,
    "words": list[Span],
    "incident": Grouping,
    "row of actors": ListedActor,
    "row of places": Place,
}


@lru_cache(maxsize=32)
def _adapter(name: str) -> TypeAdapter[Any]:
    """What reads a claim, a grouping, a row of a list, spans, or the value of a field."""
    if name in _WHOLE:
        return TypeAdapter(_WHOLE[name])
    hint = get_type_hints(Claim).get(name)
    inner = next((part for part in _parts(hint) if getattr(part, "__origin__", None) is Cited), None)
    if inner is None:
        raise DataError(f"{name}: is no field of a claim that holds a value; name one that does")
    return TypeAdapter(inner)


def _parts(hint: Any) -> Iterator[Any]:
    yield hint
    for part in getattr(hint, "__args__", ()):
        yield from _parts(part)


def _valid(adapter: TypeAdapter[Any], given: Any, name: str) -> Any:
    try:
        # By way of JSON, whose strict mode takes no "2" for a number.
        return adapter.validate_json(json.dumps(given, default=str), strict=True)
    except ValueError as error:
        found = error.errors() if hasattr(error, "errors") else []
        raise DataError(f"{name}: {'; '.join(map(_sentence, found)) or error}") from error


def _sentence(wrong: Mapping[str, Any]) -> str:
    """One of pydantic's findings in plain words."""
    *within, last = wrong["loc"] or ("",)
    if wrong["type"] == "missing":
        return f"{last} is missing; write it"
    if wrong["type"] == "value_error":  # of our own rules, which say what they found
        return str(wrong["ctx"]["error"])
    return f"{'.'.join(map(str, (*within, last)))}: {wrong['msg']}, found {wrong['input']!r}"


def _opened(node: Any) -> Any:
    """A record with its spans as pydantic reads them, and the open end that it leaves out."""
    if isinstance(node, list | tuple):
        return [_opened(one) for one in node]
    if not isinstance(node, Mapping):
        return node
    opened = {
        key: [as_span(one) for one in value] if key in ("spans", "attributed_spans") else _opened(value)
        for key, value in node.items()
    }
    return {"high": None, **opened} if "low" in opened else opened


def as_span(given: Any) -> Any:
    """A span as its fields, of a list as a file has it."""
    names = [field.name for field in dataclasses.fields(Span)]
    return dict(zip(names, given, strict=False)) if isinstance(given, list | tuple) and len(given) in (2, 5) else given


def spans_of(given: Any) -> tuple[Span, ...]:
    """The spans of lists as a record has them."""
    return tuple(Span(*one) for one in given or ())


def same_value(one: Mapping[str, Any] | None, other: Mapping[str, Any] | None) -> bool:
    """Whether two records of values say the same, whatever rule read them and wherever their words stand."""
    return bool(_said(one) == _said(other))


def _said(record: Mapping[str, Any] | None) -> Any:
    if record is None:
        return None
    left_out = (*_HOW_READ, "spans", "attributed_spans")
    return json.dumps({key: value for key, value in record.items() if key not in left_out}, default=str, sort_keys=True)


def same_claim(one: Mapping[str, Any] | None, other: Mapping[str, Any] | None) -> bool:
    """Whether two records of claims are one, whatever rule read their values and whatever number they have."""
    return bool(_bare(one) == _bare(other))


def _bare(node: Any, *, top: bool = True) -> Any:
    if isinstance(node, Mapping):
        left_out = {*_HOW_READ, *(("id", "article") if top else ())}
        return {key: _bare(value, top=False) for key, value in node.items() if key not in left_out}
    if isinstance(node, list | tuple):
        return [_bare(one, top=False) for one in node]
    return str(node) if isinstance(node, dt.date) else node
