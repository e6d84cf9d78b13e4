"""How long something takes, told on a machine that others use too.

The processor's own seconds can be counted beside other tests. A test that goes by the clock, by a few milliseconds or by memory
that depends on what else runs is marked `alone`.
"""

from collections.abc import Callable


def least(measure: Callable[[], float], enough: float, tries: int = 5) -> float:
    """The least of some measurements; one that is enough ends them.

    Other work on the machine makes a run slower and never faster, so a rule that takes too long shows it in every run.
    """
    best = measure()
    for _ in range(tries - 1):
        if best <= enough:
            break
        best = min(best, measure())
    return best
