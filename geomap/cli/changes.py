"""What another reading of reports would change, as ``geomap extract --diff`` says it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from geomap.cli.terminal import console, print_json

if TYPE_CHECKING:
    from geomap.decisions import Change


def say_changes(changes: Sequence[Change], as_json: bool) -> None:
    """Say each change on a line, or all as JSON."""
    if as_json:
        print_json([_as_dict(one) for one in changes])
        return
    said = console()
    for one in changes:
        where = one.claim + (f": {one.field}" if one.field else "")
        said.print(one.what, style="bold", end="")
        said.print(f"  {where}  {_in_words(one)}")
    said.print(f"{len(changes)} changes" if changes else "nothing would change")


def _in_words(change: Change) -> str:
    if change.asked:
        decision = change.asked.decision
        return f"{change.asked.why}; {decision.by} decided on {decision.at[:10]}: {decision.what}"
    return " → ".join(_value(change, said) for said in (change.before, change.after) if said is not None)


def _value(change: Change, said: Any) -> str:
    from geomap.tables import value_in_words

    return value_in_words((change.field or "sub_event_type").partition("[")[0], said)


def _as_dict(change: Change) -> dict[str, Any]:
    from geomap.articles import as_record
    from geomap.decisions import decision_in_short

    record = {"what": change.what, "article": change.article, "claim": change.claim, "field": change.field}
    if change.asked:
        return record | {"why": change.asked.why, "decision": decision_in_short(change.asked.decision)}
    return record | {"before": as_record(change.before), "after": as_record(change.after)}
