"""How sure each rule of reading is: how often it was right on texts that nobody read who made rules (`tests/more_texts`)."""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files
from typing import Final

from geomap.reading import parse_rows

#: A value whose rule is right at least so often, by all likelihood, is asserted; another is proposed as doubtful.
ASSERTED: Final = 0.85
#: Of a normal distribution, for 95 % between both ends.
_Z: Final = 1.96
#: For a rule that was never measured.
UNMEASURED: Final = 0.5


@cache
def measured() -> dict[str, tuple[int, int]]:
    """For each rule how often it was right, and how often it gave a value."""
    path = files("geomap.extract") / "rules.csv"
    rows = parse_rows(path.read_bytes(), "rules.csv", ("rule", "right", "given"), filled=("rule",))
    return {row["rule"]: (int(row["right"]), int(row["given"])) for row in rows}


def sure_of(rule: str) -> float:
    """How often a rule is right at least, from 0 to 1: the lower end of Wilson's 95 % interval; a rule seldom seen is not sure.

    >>> sure_of("a rule that was never measured")
    0.5
    """
    right, given = measured().get(rule, (0, 0))
    if not given:
        return UNMEASURED
    share, extra = right / given, _Z * _Z / given
    middle, reach = share + extra / 2, _Z * math.sqrt(share * (1 - share) / given + extra / given / 4)
    return round((middle - reach) / (1 + extra), 2)
