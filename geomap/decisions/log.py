"""``decisions.jsonl``: a line for each decision, written before any file is changed, never changed itself.

Two people's lines come together by git's union merge. What each decision saw makes them an order: whoever decides on a claim
names the last decisions on it that they saw. Two that did not see each other are both last; where they cannot both hold, that
is a conflict, which is shown and not chosen.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from geomap.decisions.records import Decision, decision_of
from geomap.errors import DataError, Problem

#: The name of the file in a story's folder.
LOG = "decisions.jsonl"


@dataclass
class Log:
    """The decisions of a story, in the order of the file, and what is wrong with its lines.

    A line that was torn when its writer was killed is no decision: nothing had been changed for it.
    """

    path: Path
    decisions: dict[str, Decision] = field(default_factory=dict)  #: by id
    problems: list[Problem] = field(default_factory=list)  #: lines that are no decisions
    torn: bytes = b""  #: the end of the file, where its last line was not written whole
    size: int = 0  #: how much of the file has been read, bytes
    _undone: dict[str, str] = field(default_factory=dict)  #: a decision's id → the one that took it back
    _of: dict[str, list[str]] = field(default_factory=dict)  #: an article's id → ids of its decisions
    _lines: int = 0

    @classmethod
    def read(cls, path: Path) -> Log:
        """The decisions of a file; none where there is no file. A file that cannot be read whole has problems."""
        log = cls(path)
        log.read_on()
        return log

    def read_on(self) -> tuple[Decision, ...]:
        """Read what was added to the file since; gives the new decisions."""
        size = self.path.stat().st_size if self.path.is_file() else 0
        if size < self.size:
            raise DataError(f"{self.path}: is shorter than it was; it may only grow, so take the longer one back from git")
        if size == self.size:
            return ()
        with self.path.open("rb") as file:
            file.seek(self.size)
            data = file.read()
        whole, _, self.torn = data.rpartition(b"\n")
        self.size += len(data) - len(self.torn)
        return tuple(self._take(whole.split(b"\n") if len(data) > len(self.torn) else ()))

    def _take(self, lines: Iterable[bytes]) -> Iterator[Decision]:
        for line in lines:
            self._lines += 1
            if not line.strip():
                continue
            try:
                decision = decision_of(line.decode("utf-8"))
            except (ValueError, TypeError) as error:
                said = str(error).splitlines()[0]
                wrong = f"is no decision ({said}); take the line back from git, or take it out"
                self.problems.append(Problem(LOG, wrong, where=f"line {self._lines}"))
                continue
            if decision.id not in self.decisions:  # a union merge may keep a line twice
                self._keep(decision)
                yield decision

    def _keep(self, decision: Decision) -> None:
        self.decisions[decision.id] = decision
        self._of.setdefault(decision.article or "", []).append(decision.id)
        if decision.undone in self.decisions and decision.undone != decision.id:  # nothing takes back what stands after it
            self._undone[decision.undone] = decision.id

    def append(self, decision: Decision) -> None:
        """Write a decision as the file's last line, on the disk when this returns; whoever does holds the story's folder.

        Raises:
            DataError: it cannot be written; then no part of it is.
        """
        try:
            data = decision.line.encode("utf-8")
        except UnicodeEncodeError as error:
            raise DataError("the decision has signs that are not UTF-8; write it in UTF-8") from error
        file = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        try:
            if self.torn:
                os.ftruncate(file, self.size)
                self.torn = b""
            if os.write(file, data) != len(data):
                raise OSError(None, "no room on the disk")
            os.fsync(file)
        except OSError as error:
            os.ftruncate(file, self.size)
            reason = (error.strerror or str(error)).lower()
            raise DataError(f"{self.path}: cannot be written ({reason}); nothing was decided") from error
        finally:
            os.close(file)
        self.size += len(data)
        self._lines += 1
        self._keep(decision)

    def of(self, article: str) -> list[Decision]:
        """The decisions on an article's claims, in their order."""
        return [self.decisions[id] for id in self._of.get(article, ())]

    @property
    def articles(self) -> list[str]:
        """The ids of the articles that were decided on."""
        return [article for article in self._of if article]

    def holds(self, decision: Decision) -> bool:
        """Whether a decision is not taken back, or taken back and that taken back again."""
        back = self._undone.get(decision.id)
        return back is None or not self.holds(self.decisions[back])

    def holding(self, decisions: Iterable[Decision]) -> list[Decision]:
        """Those that hold, without the ones that only take others back."""
        return [one for one in decisions if one.what != "undo" and self.holds(one)]

    def last(self, decisions: Iterable[Decision]) -> list[Decision]:
        """Of decisions on one thing those that none of the others saw, nor anything that it rests on."""
        found = list(decisions)
        seen = {id for one in found for id in self.seen(one)}
        return [one for one in found if one.id not in seen]

    def seen(self, decision: Decision) -> set[str]:
        """The ids of all that a decision saw, directly or through what it saw."""
        found: set[str] = set()
        open_ = list(decision.saw)
        while open_:
            id = open_.pop()
            if id not in found:
                found.add(id)
                open_ += self.decisions[id].saw if id in self.decisions else ()
        return found

    def conflicts(self, decisions: Iterable[Decision]) -> list[tuple[Decision, Decision]]:
        """Pairs of decisions on one thing of which neither saw the other, and that cannot both hold."""
        found = [one for one in decisions if one.id in self.decisions]
        last = self.last(found)
        if len(last) < 2:
            return []
        seen = {one.id: self.seen(one) for one in found}
        below = {one.id: {other.id for other in last if one.id == other.id or one.id in seen[other.id]} for one in found}
        return [
            (one, other)
            for n, one in enumerate(found)
            for other in found[n + 1 :]
            if below[one.id].isdisjoint(below[other.id]) and self.holds(one) and self.holds(other) and _clash(one, other)
        ]


def _clash(one: Decision, other: Decision) -> bool:
    """Whether two decisions on one claim, or on the same incidents, cannot both hold."""
    if "undo" in (one.what, other.what):
        return False
    if one.is_of_value and other.is_of_value:
        same = (one.field, _marks(one)) == (other.field, _marks(other))
        return same and one.after.get("value") != other.after.get("value")
    if one.is_of_value or other.is_of_value:
        value = one if one.is_of_value else other
        return value.what != "accept"
    shared = one.incidents & other.incidents
    if any(one.after.get("incidents", {}).get(id) != other.after.get("incidents", {}).get(id) for id in shared):
        return True
    if one.text == other.text and one.claim != other.claim:
        return False  # two claims on the same words
    sides = ("proposed", "accepted")
    return any(one.after[side] != other.after[side] for side in sides if side in one.after and side in other.after)


def _marks(decision: Decision) -> list[list[object]]:
    return [list(span[2:4] or span) for span in decision.words.get("value", ())]
