"""How well geomap reads: its proposals against gold, value by value."""

from __future__ import annotations

from geomap.evaluation.gold import Contradiction, GoldClaim, GoldStory, GoldText, read_gold

__all__ = ["Contradiction", "GoldClaim", "GoldStory", "GoldText", "read_gold"]
