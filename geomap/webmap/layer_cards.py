"""A card for each layer of the page: what one mark of it is, how it was made, and what it cannot tell."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerCard:
    """What a reader must know of a layer, a sentence or two each; ``tables`` are those of the page's packs that it draws."""

    name: str
    tables: tuple[str, ...]
    mark: str
    made: str
    cannot: str


#: In the order from the top of the map to its ground.
LAYER_CARDS: tuple[LayerCard, ...] = (
    LayerCard(
        name="Incidents",
        tables=("incidents",),
        mark="One symbol is one incident that has a point: its shape is the kind of event, its colour the side that"
        " did it, its size"
        " how many were killed, its ring how finely the place is known. Hollow is an unknown toll, not none.",
        made="Claims of articles that a person judged to tell of one event. The point is one that a source or a"
        " gazetteer prints.",
        cannot="How much happened where no article reports. A missing symbol is no quiet place, and an incident"
        " without a point has"
        " none here: the list and the counters have it.",
    ),
    LayerCard(
        name="Sites",
        tables=("sites",),
        mark="One symbol is one of several places that a single incident hit and that an account names.",
        made="Each from the accounts that name it, with a toll of its own where they give one.",
        cannot="How many places were hit that nobody names. Tolls of the whole are not shared out among sites.",
    ),
    LayerCard(
        name="Areas",
        tables=("area_shapes",),
        mark="One outline is where an incident may lie, in as many parts as that has: by all accounts, by one of them"
        " alone, or by"
        " another reading of one.",
        made="What the words of the accounts allow, drawn from printed points, distances, directions and the border,"
        " with a stated"
        " tolerance.",
        cannot="Where inside it the incident was: no part of an area is likelier for being larger, and the edge is no"
        " frontier.",
    ),
    LayerCard(
        name="Border",
        tables=("border",),
        mark="The strong line is the border that distances are measured to; dashed ones are other lines that somebody"
        " draws it as.",
        made="From the source that the method names, at the detail that it states.",
        cannot="Whose the land is. It is the line as it runs on the ground by its source, and settles no claim.",
    ),
    LayerCard(
        name="Bands",
        tables=("bands",),
        mark="One area is all that lies within a stated distance of the border, on both sides.",
        made="Measured on the ellipsoid from the border's line, to a stated tolerance.",
        cannot="How far an incident is: its own interval of distance says that, over its whole area.",
    ),
    LayerCard(
        name="Ways to the border",
        tables=("links",),
        mark="One dotted line is the shortest way to the border from the nearest or from the farthest point of an"
        " incident's area.",
        made="Geodesic, from the area as it is drawn.",
        cannot="How anybody went. It follows no road and no terrain.",
    ),
    LayerCard(
        name="Countries and provinces",
        tables=("countries", "countries_names", "admin1", "admin1_names", "land", "land_names"),
        mark="Areas and names of the ground, lighter for the countries that the border parts.",
        made="Open outlines, simplified for a screen; the sources are listed in the method.",
        cannot="Exact limits: where an incident lies was not read off this ground.",
    ),
    LayerCard(
        name="Disputed lines",
        tables=("disputed", "disputed_names"),
        mark="One dashed line is an edge of countries that at least one of them disputes.",
        made="As the source of the outlines marks it.",
        cannot="Every dispute there is, nor who is right.",
    ),
    LayerCard(
        name="Settlements",
        tables=("towns",),
        mark="One dot is a settlement that the accounts name or that their areas are drawn from.",
        made="Points that a gazetteer prints.",
        cannot="How far the settlement reaches; and what has no dot may be a settlement, too.",
    ),
    LayerCard(
        name="Tiles",
        tables=(),
        mark="A picture of the ground by somebody else, which the reader switches on.",
        made="By the server that the button names, at the time at which it is looked at.",
        cannot="Anything of the incidents. The server learns which part of the map is looked at.",
    ),
)

__all__ = ["LAYER_CARDS", "LayerCard"]
