"""How well geomap reads: its proposals against gold, value by value."""

from __future__ import annotations

from geomap.evaluation.evaluating import Evaluation, evaluate, located
from geomap.evaluation.gold import Contradiction, GoldClaim, GoldStory, GoldText, read_gold
from geomap.evaluation.scoring import FIELDS, Miss, Pairs, Score, Scores, score_groups

__all__ = [
    "FIELDS",
    "Contradiction",
    "Evaluation",
    "GoldClaim",
    "GoldStory",
    "GoldText",
    "Miss",
    "Pairs",
    "Score",
    "Scores",
    "evaluate",
    "located",
    "read_gold",
    "score_groups",
]
