"""Every record against the rules, our own words, and the articles' geography against the map; nothing is written."""

from __future__ import annotations

from geomap.checks.decisions import check_decisions, has_decisions
from geomap.checks.events import events_to_judge
from geomap.checks.geography import geography
from geomap.checks.lengths import length_verdict
from geomap.checks.proposals import check_proposals, has_proposals
from geomap.checks.records import Report, check
from geomap.checks.wording import loaded, misplacing_titles

__all__ = [
    "Report",
    "check",
    "check_decisions",
    "check_proposals",
    "events_to_judge",
    "geography",
    "has_decisions",
    "has_proposals",
    "length_verdict",
    "loaded",
    "misplacing_titles",
]
