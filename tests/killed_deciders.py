"""A program that decides on a story's claims and is killed before every step that touches the disk; prints what was lost."""

import json
import os
import sys
from functools import partial
from pathlib import Path

from killing import child
from reviewed import review_of

from geomap.decisions import decide


def sides(accepted: object, proposed: object) -> tuple[tuple[str, object], ...]:
    """What there is on each side of a claim."""
    return ("accepted", accepted), ("proposed", proposed)


def main(folder: Path) -> dict[str, object]:
    """What was lost, and what was left half done."""
    killed, step, lost, half = 0, 0, [], []
    kinds = ("accept", "reject", "edit", "undo")
    n = 0
    review = review_of(folder)
    while killed < 60 or n < len(kinds):
        before = set(review.log.decisions)
        waiting = [claim.id for kept in review.kept.values() for claim in kept.carried.proposed if claim.counts]
        what = kinds[n % len(kinds)]
        request = {"what": what, "reason": "x"} | ({} if what == "undo" else {"claim": waiting[0]})
        if what == "edit":
            request |= {"field": "counts[0]", "value": {"of": "killed", "low": 90, "high": 90}, "note": "x"}
        _, status = os.waitpid(child(folder, partial(decide, review, request), step), 0)
        if status and not os.WIFSIGNALED(status):
            raise RuntimeError(f"{what} was not taken, though nobody killed it")
        if step > 200:
            raise RuntimeError(f"{what} takes more steps than anything does")
        file = folder / "decisions.jsonl"
        log = {json.loads(line)["id"] for line in file.read_bytes().split(b"\n")[:-1]} if file.exists() else set()
        if not before <= log:
            lost.append((what, step))
        if status == 0 and len(log) != len(before) + 1:
            lost.append((what, step, "said to be taken"))
        again = review_of(folder)
        for id in log - before:
            decision = again.log.decisions[id]
            carried = again.kept[str(decision.article)].carried
            accepted = next((one for one in carried.accepted if one.id == decision.claim), None)
            proposed = next((one for one in carried.proposed if one.id == decision.claim), None)
            if decision.is_of_value:
                wanted = (decision.after["value"] or {}).get("value", {}).get("low")
                if proposed is None or proposed.counts[0].value.low != wanted:
                    half.append((what, step))
            elif any((there is None) != (decision.after.get(side) is None) for side, there in sides(accepted, proposed)):
                half.append((what, step))
        review = review_of(folder)
        if any(kept.carried.redone for kept in review.kept.values()):
            half.append((what, step, "never done"))
        if status == 0:
            n, step = n + 1, 0
        else:
            killed, step = killed + 1, step + 1
    return {"killed": killed, "lost": lost, "half done": half}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
