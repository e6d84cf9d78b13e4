"""Items, reports, articles and dispatches of several accounts, both halves: reading gets no worse and asserts few errors."""

from __future__ import annotations

import pytest
from items import FOLDER, is_unread, read_items

from geomap.evaluation import evaluate
from geomap.intake import read_context

#: What each half reached when the rules were done, a little less: precision and recall. Who betters them writes that here.
FLOORS = {
    ("short", "read"): {
        "kind": (0.87, 0.81),
        "days": (0.93, 0.87),
        "place": (0.93, 0.84),
        "killed": (0.8, 0.7),
        "injured": (0.94, 0.8),
    },
    ("short", "unread"): {
        "kind": (0.77, 0.63),
        "days": (0.88, 0.73),
        "place": (0.86, 0.64),
        "killed": (0.81, 0.61),
        "injured": (0.86, 0.67),
    },
    ("long", "read"): {
        "kind": (0.84, 0.78),
        "days": (0.88, 0.82),
        "place": (0.8, 0.75),
        "killed": (0.65, 0.73),
        "injured": (0.87, 0.8),
    },
    ("long", "unread"): {
        "kind": (0.69, 0.59),
        "days": (0.79, 0.68),
        "place": (0.73, 0.6),
        "killed": (0.67, 0.67),
        "injured": (0.74, 0.69),
    },
    ("accounts", "read"): {
        "kind": (0.69, 0.62),
        "days": (0.82, 0.73),
        "place": (0.78, 0.65),
        "killed": (0.88, 0.57),
        "injured": (0.92, 0.59),
    },
    ("accounts", "unread"): {
        "kind": (0.66, 0.61),
        "days": (0.74, 0.69),
        "place": (0.7, 0.59),
        "killed": (0.8, 0.48),
        "injured": (0.84, 0.51),
    },
    ("reports", "read"): {
        "kind": (0.83, 0.75),
        "days": (0.92, 0.84),
        "place": (0.89, 0.78),
        "killed": (0.83, 0.7),
        "injured": (0.89, 0.76),
    },
    ("reports", "unread"): {
        "kind": (0.74, 0.63),
        "days": (0.9, 0.76),
        "place": (0.86, 0.7),
        "killed": (0.7, 0.56),
        "injured": (0.85, 0.67),
    },
}


#: So many of the claims that are proposed are told, and of the values that are asserted so many are right. The gold has no
#: statements, so each of these counts as wrong.
FOUND = {"short": 0.95, "long": 0.9, "accounts": 0.78, "reports": 0.94}
ASSERTED = {"short": 0.87, "long": 0.8, "accounts": 0.7, "reports": 0.8}


@pytest.fixture(scope="module", params=FLOORS, ids=" ".join)
def part(request):
    """The name of a folder and of its half, and what came of reading it."""
    folder, half = request.param
    stories = read_items(FOLDER / folder, is_unread if half == "unread" else lambda text: not is_unread(text))
    return request.param, evaluate(stories, lambda story: read_context(border_name=story.name.upper()).proposer)


def test_reading_gets_no_worse(part):
    name, evaluation = part
    scores = evaluation.scores

    for field, (precision, recall) in FLOORS[name].items():
        assert scores.fields[field].precision >= precision, field
        assert scores.fields[field].recall >= recall, field
    assert scores.found.precision >= FOUND[name[0]]
    assert scores.asserted.precision >= ASSERTED[name[0]]


@pytest.mark.parametrize(
    ("folder", "items"),
    [
        ("short", [160, 160, 160, 160]),
        ("long", [30, 26, 26, 26]),
        ("accounts", [55, 53, 60, 24]),
        ("reports", [110, 98, 110]),
    ],
)
def test_as_many_hands_wrote_them(folder, items):
    assert [len(file.read_text(encoding="utf-8").splitlines()) for file in sorted((FOLDER / folder).glob("*.jsonl"))] == items
