"""Every record against the rules, and the articles' geography against the map; nothing is written."""

from __future__ import annotations

from geomap.checks.geography import geography
from geomap.checks.lengths import length_verdict
from geomap.checks.records import check

__all__ = ["check", "geography", "length_verdict"]
