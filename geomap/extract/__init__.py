"""An article's text as proposed claims, every value on its words, with the rule that gave it and how sure it is."""

from __future__ import annotations

from geomap.extract.certainty import ASSERTED, measured, sort_of, sure_of
from geomap.extract.endpoints import Endpoint
from geomap.extract.forces import state_of
from geomap.extract.notes import Noted, Unread, read_note
from geomap.extract.proposals import Proposal, Proposer, cite
from geomap.extract.second_reader import SecondReading, second_reading
from geomap.extract.statements import BORDER, PLACE, Reference
from geomap.extract.values import Ungrounded

__all__ = [
    "ASSERTED",
    "BORDER",
    "PLACE",
    "Endpoint",
    "Noted",
    "Proposal",
    "Proposer",
    "Reference",
    "SecondReading",
    "Ungrounded",
    "Unread",
    "cite",
    "measured",
    "read_note",
    "second_reading",
    "sort_of",
    "state_of",
    "sure_of",
]
