"""What the articles say of a border's length, held against its line."""

from __future__ import annotations

from geomap.border import Border
from geomap.model import Statement
from geomap.places import tolerance_m

#: A border simplified by more than this is another line.
COARSEST_M = 5_000.0


def length_verdict(border: Border, statement: Statement) -> dict[str, str]:
    """Whether a stated length of a border holds, and at which details of its line.

    A border's length depends on the detail it is measured with, so a stated one holds if some detail gives it within its
    tolerance; none coarser than `COARSEST_M`, beyond which the line is no longer the border's.
    """
    stated_m = statement.distance_m or 0.0
    margin_m = tolerance_m(stated_m, about=statement.about)
    longest, shortest = (border.detail_for(length) for length in (stated_m + margin_m, stated_m - margin_m))
    drawn = border.detail()
    stated = f"{'about ' if statement.about else ''}{stated_m / 1000:g} km"
    # The line is longer than stated at details finer than `longest`, shorter at ones coarser than `shortest`.
    inside = drawn.length_m >= stated_m - margin_m if longest is None else longest <= COARSEST_M
    at = f"{drawn.length_m / 1000:,.1f} km as drawn"
    if inside:
        finest = f"{longest:,.0f} m" if longest is not None else "as drawn"
        coarsest = f"{shortest:,.0f} m" if shortest is not None else "the coarsest"
        at += f"; {stated_m / 1000:g} ± {margin_m / 1000:g} km at details from {finest} to {coarsest}"
    if border.gaps:
        at += f"; without gaps of {sum(gap.length_m for gap in border.gaps) / 1000:,.1f} km"
    return {"stated": stated, "verdict": "holds" if inside else "does not hold", "measured": at}
