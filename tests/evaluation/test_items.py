"""Items, reports, articles and dispatches of several accounts, both halves: reading gets no worse and asserts few errors."""

from __future__ import annotations

import pytest
from items import FOLDER, is_unread, read_items

from geomap.evaluation import evaluate
from geomap.intake import read_context

#: What each half reached when the rules were done, a little less: precision and recall. Who betters them writes that here.
FLOORS = {
    ("short", "read"): {
        "kind": (0.85, 0.79),
        "days": (0.91, 0.85),
        "place": (0.92, 0.81),
        "killed": (0.77, 0.67),
        "injured": (0.91, 0.78),
    },
    ("short", "unread"): {
        "kind": (0.76, 0.62),
        "days": (0.85, 0.7),
        "place": (0.85, 0.61),
        "killed": (0.8, 0.59),
        "injured": (0.86, 0.66),
    },
    ("long", "read"): {
        "kind": (0.78, 0.73),
        "days": (0.86, 0.8),
        "place": (0.79, 0.74),
        "killed": (0.64, 0.71),
        "injured": (0.85, 0.79),
    },
    ("long", "unread"): {
        "kind": (0.67, 0.56),
        "days": (0.77, 0.65),
        "place": (0.71, 0.55),
        "killed": (0.66, 0.65),
        "injured": (0.74, 0.66),
    },
    ("accounts", "read"): {
        "kind": (0.61, 0.57),
        "days": (0.72, 0.67),
        "place": (0.74, 0.61),
        "killed": (0.83, 0.47),
        "injured": (0.88, 0.47),
    },
    ("accounts", "unread"): {
        "kind": (0.61, 0.57),
        "days": (0.71, 0.67),
        "place": (0.7, 0.57),
        "killed": (0.78, 0.44),
        "injured": (0.84, 0.45),
    },
    ("reports", "read"): {
        "kind": (0.79, 0.71),
        "days": (0.89, 0.81),
        "place": (0.88, 0.73),
        "killed": (0.81, 0.68),
        "injured": (0.87, 0.72),
    },
    ("reports", "unread"): {
        "kind": (0.71, 0.6),
        "days": (0.88, 0.74),
        "place": (0.85, 0.66),
        "killed": (0.7, 0.52),
        "injured": (0.85, 0.64),
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
