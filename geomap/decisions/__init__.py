"""What people decide on proposed claims: written at once, as lines that outlive new rules, new texts and new names."""

from __future__ import annotations

from geomap.decisions.annotations import CONTEXT, annotations_of, read_annotations, write_annotated
from geomap.decisions.candidates import candidates
from geomap.decisions.carry import Asked, Carried
from geomap.decisions.deciding import REASONS, decide
from geomap.decisions.deriving import derived
from geomap.decisions.extracting import Change, Decided
from geomap.decisions.kept import carried_of
from geomap.decisions.keys import key_of
from geomap.decisions.likely import likely
from geomap.decisions.log import Log
from geomap.decisions.records import Decision
from geomap.decisions.review import Review
from geomap.decisions.showing import article_state, claim_state, decision_in_short, history, incidents_state, state
from geomap.decisions.waiting import Waiting, read_waiting
from geomap.decisions.written import NoteNeeded

__all__ = [
    "CONTEXT",
    "REASONS",
    "Asked",
    "Carried",
    "Change",
    "Decided",
    "Decision",
    "Log",
    "NoteNeeded",
    "Review",
    "Waiting",
    "annotations_of",
    "article_state",
    "candidates",
    "carried_of",
    "claim_state",
    "decide",
    "decision_in_short",
    "derived",
    "history",
    "incidents_state",
    "key_of",
    "likely",
    "read_annotations",
    "read_waiting",
    "state",
    "write_annotated",
]
