"""How sure each rule of reading is: how often it was right on texts that nobody read who made rules (`tests/more_texts`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from geomap.reading import parse_rows

#: A value whose rule was right so often is asserted; another is proposed as doubtful.
ASSERTED: Final = 0.9
#: For a rule that was never measured.
UNMEASURED: Final = 0.5


@cache
def measured() -> dict[str, tuple[int, int]]:
    """For each rule how often it was right, and how often it gave a value."""
    path = files("geomap.extract") / "rules.csv"
    rows = parse_rows(path.read_bytes(), "rules.csv", ("rule", "right", "given"), filled=("rule",))
    return {row["rule"]: (int(row["right"]), int(row["given"])) for row in rows}


def sure_of(rule: str) -> float:
    """How often a rule was right, from 0 to 1; carefully, where it was seldom seen: one wrong answer more than there was."""
    right, given = measured().get(rule, (0, 0))
    return round(right / (given + 1), 2) if given else UNMEASURED
