"""The words: what geomap speaks of, as frozen values.

An *article* makes *claims*. Every value of a claim is *said*: it stands on spans of the article's text and follows from the
words by a derivation that can be checked. A claim's place becomes a *region*, or stays *unlocated* with its reason.
*Judgements* group claims into *incidents*, which have a *border relation*. Unknown is ``None``, never 0 or "".

Points are ``(lon, lat)`` on WGS 84 in degrees; lengths are metres; spans are ``str`` offsets into the text whose sha256 the
article records. Kinds of event are ACLED's sub-event types.
"""

from __future__ import annotations

from geomap.model.areas import separate_areas
from geomap.model.claims import (
    UNNAMED,
    Actor,
    Article,
    Cited,
    Claim,
    Count,
    Days,
    ReadFrom,
    SiteCount,
    Span,
    Statement,
    Target,
    Victims,
)
from geomap.model.incidents import (
    Difference,
    Grouping,
    Incident,
    Judgement,
    PublishedPoint,
    Site,
    SiteGrouping,
    Verdict,
    Version,
)
from geomap.model.once import once_per_shape
from geomap.model.regions import BorderRelation, Region, RegionKey, Unlocated, reading_suffix
from geomap.model.story import PAIR, UNKNOWN, OtherLine, Side, Story, StoryStep

__all__ = [
    "PAIR",
    "UNKNOWN",
    "UNNAMED",
    "Actor",
    "Article",
    "BorderRelation",
    "Cited",
    "Claim",
    "Count",
    "Days",
    "Difference",
    "Grouping",
    "Incident",
    "Judgement",
    "OtherLine",
    "PublishedPoint",
    "ReadFrom",
    "Region",
    "RegionKey",
    "Side",
    "Site",
    "SiteCount",
    "SiteGrouping",
    "Span",
    "Statement",
    "Story",
    "StoryStep",
    "Target",
    "Unlocated",
    "Verdict",
    "Version",
    "Victims",
    "once_per_shape",
    "reading_suffix",
    "separate_areas",
]
