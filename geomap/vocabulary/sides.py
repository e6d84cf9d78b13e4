"""The sides that an actor can be on, from ``sides.toml``: a record each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Side:
    """A side: its colour as ``#rrggbb`` on a light and on a dark ground, and how other data sets and languages call it.

    ``country`` is an ISO 3166-1 alpha-2 code where the side is a state; ``acled`` is ACLED's type of actor where it is none;
    ``labels`` are its names by language, where they are not its own name.
    """

    name: str
    light: str
    dark: str
    country: str | None = None
    acled: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)


_TEXT = (files("geomap.vocabulary") / "sides.toml").read_text(encoding="utf-8")

#: The sides by name, in the order of the legend.
SIDES: dict[str, Side] = {record["name"]: Side(**record) for record in tomllib.loads(_TEXT)["sides"]}
