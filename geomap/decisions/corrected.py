"""Corrections that people made on the map in QGIS, as part of one history: shown with the decisions, taken back like them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from geomap.articles import as_record
from geomap.decisions.hand_kept import without_record
from geomap.decisions.log import Log
from geomap.decisions.records import Decision, Record
from geomap.incidents import Correction, read_corrections
from geomap.model import Story
from geomap.reading import read_text, write_as

FILE = "corrections.toml"


class Corrections:
    """The corrections of a story, by an id that follows from what each says."""

    def __init__(self, story: Story) -> None:
        """Read a story's file; one that is not there has none."""
        self.file = story.path(FILE)
        self.by_id: dict[str, Correction] = {_id(one): one for one in read_corrections(self.file)}

    def change(self, id: str) -> tuple[dict[str, Record], dict[str, None]]:
        """What a decision has before and after that takes a correction back."""
        return {id: as_record(self.by_id[id])}, {id: None}

    def carry_out(self, decision: Decision, fresh: Path) -> None:
        """Take out the corrections that a decision takes back, in a folder whose files replace the story's."""
        for id in decision.before.get("corrections", {}):
            if id not in self.by_id:
                continue
            there = fresh / FILE if (fresh / FILE).is_file() else self.file
            text = without_record(read_text(there).replace("\r\n", "\n"), "corrections", list(self.by_id).index(id))
            write_as(there, fresh / FILE, text)
            del self.by_id[id]

    def settle(self, log: Log, fresh: Path) -> None:
        """Take out the corrections that were taken back and are there still."""
        for decision in log.decisions.values():
            self.carry_out(decision, fresh)


def _id(correction: Correction) -> str:
    record = json.dumps(as_record(correction), sort_keys=True)
    return f"correction-{hashlib.sha256(record.encode()).hexdigest()[:16]}"
