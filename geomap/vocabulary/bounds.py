"""Between which bounds the numbers and days of any record lie: what is outside them is a slip of the pen."""

from __future__ import annotations

import datetime as dt
from typing import Final

#: More people than any event has befallen, or places that one has hit.
MOST_PEOPLE: Final = 1_000_000_000
#: Half the way around the Earth: nothing is farther.
FARTHEST_M: Final = 20_000_000.0
#: A place whose extent is a radius of ours is no larger than a large country.
MOST_RADIUS_M: Final = 1_000_000.0
#: How far outside its province or country a place may seem to lie, degrees: shores are drawn to about a kilometre.
SHORE_DEG: Final = 0.1
#: The days that an event, or an article on it, may have.
FIRST_DAY: Final = dt.date(1800, 1, 1)
LAST_DAY: Final = dt.date(2199, 12, 31)
