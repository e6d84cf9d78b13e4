"""640 short items, both halves: reading gets no worse, and asserts little that is wrong."""

from __future__ import annotations

import pytest
from short_items import SHORT, is_unread, read_short

from geomap.evaluation import evaluate
from geomap.intake import read_context

#: What each half reached when the rules were done, a little less: precision and recall. Who betters them writes that here.
FLOORS = {
    "read": {
        "kind": (0.82, 0.74),
        "days": (0.91, 0.83),
        "place": (0.91, 0.79),
        "killed": (0.76, 0.62),
        "injured": (0.94, 0.75),
    },
    "unread": {
        "kind": (0.72, 0.54),
        "days": (0.85, 0.64),
        "place": (0.84, 0.56),
        "killed": (0.81, 0.5),
        "injured": (0.88, 0.52),
    },
}


@pytest.fixture(scope="module", params=FLOORS)
def part(request):
    """A half's name, and what came of reading it."""
    stories = read_short(is_unread if request.param == "unread" else lambda text: not is_unread(text))
    return request.param, evaluate(stories, lambda folder: read_context(border_name=folder.name.upper()).proposer)


def test_reading_gets_no_worse(part):
    name, evaluation = part
    scores = evaluation.scores

    for field, (precision, recall) in FLOORS[name].items():
        assert scores.fields[field].precision >= precision, field
        assert scores.fields[field].recall >= recall, field
    assert scores.found.precision >= 0.95
    assert scores.asserted.precision >= 0.87  # the gold has no statements, so each counts as wrong


def test_there_are_160_items_of_each_hand():
    assert [len(file.read_text(encoding="utf-8").splitlines()) for file in sorted(SHORT.glob("*.jsonl"))] == [160] * 4
