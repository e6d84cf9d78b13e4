"""What people decided, held against what the files say: decisions that stand against each other, and those without a claim."""

from __future__ import annotations

from pathlib import Path

from geomap import decisions
from geomap.checks.records import Report
from geomap.decisions import LOG, Decision, Log
from geomap.errors import GeomapError, Problem
from geomap.model import Story
from geomap.project import TEXTS


def has_decisions(story: Story) -> bool:
    """Whether anything was decided on proposals."""
    return story.path(LOG).is_file()


def check_decisions(story: Story, texts: Path | None = None) -> Report:
    """Hold a story's ``decisions.jsonl`` against its claims; nothing is written.

    Args:
        story: its settings.
        texts: a folder with ``<article id>.txt``, for decisions on another copy of a text; the story's own unless given.
    """
    report, log = Report(), Log.read(story.path(LOG))
    report.problems.extend(log.problems)
    if log.torn:
        report.counted.append("the last line is not whole; what was being decided then was not taken")
    asked = 0
    for id in log.articles:
        try:
            found = decisions.carried_of(story, log, id, story.path(TEXTS) if texts is None else texts)
        except GeomapError:
            report.counted.append(f"{id}: not looked at before its files are right")
            continue
        for one, other in (pair for pairs in found.conflicts.values() for pair in pairs):
            wrong = f"{one.claim}: {_told(one)}, but {_told(other)}; neither saw the other: decide once more"
            report.problems.append(Problem(LOG, wrong, where=f"article {id}"))
        asked += len(found.asked)
        for question in found.asked:
            if question.claim is None:
                wrong = f"{question.decision.claim}: {_told(question.decision)}, but {question.why}; look at the article again"
                report.problems.append(Problem(LOG, wrong, where=f"article {id}"))
    report.problems.extend(_on_incidents(log))
    held = log.holding(log.decisions.values())
    report.counted.insert(0, f"{len(log.decisions)} decisions, of which {len(held)} hold; {asked} are asked again")
    return report


def _on_incidents(log: Log) -> list[Problem]:
    """Decisions on one incident that stand against each other."""
    by_incident: dict[str, list[Decision]] = {}
    for one in log.decisions.values():
        for id in one.incidents:
            by_incident.setdefault(id, []).append(one)
    found = {(one.id, other.id): (one, other) for made in by_incident.values() for one, other in log.conflicts(made)}
    return [
        Problem(LOG, f"{_told(one)}, but {_told(other)}; neither saw the other: decide once more", where=_incidents(one, other))
        for one, other in found.values()
    ]


def _incidents(one: Decision, other: Decision) -> str:
    return f"incident {', '.join(sorted(one.incidents & other.incidents))}"


def _told(one: Decision) -> str:
    """Who decided what, as a sentence has it."""
    value = (one.after.get("value") or {}).get("value") if one.is_of_value else None
    said = f" {one.field}" if one.field else ""
    return f"{one.by}: {one.what}{said}" + (f" {value}" if value is not None else "") + f" ({one.at[:10]})"
