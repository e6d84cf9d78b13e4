"""Claims and a person's judgements become incidents; where accounts differ, both stay."""

from __future__ import annotations

from geomap.incidents.attribution import attribution
from geomap.incidents.confidence import Attested, confidence
from geomap.incidents.contradicting import Contradicted, Located
from geomap.incidents.corrections import Correction, Pin, corrected, country_of, read_corrections, write_corrections
from geomap.incidents.counts import (
    CASUALTIES,
    Told,
    by_speaker,
    ends_of,
    range_of,
    told_by,
    told_of,
    toll_of,
    tolls,
    victims_of,
)
from geomap.incidents.days import precision_of
from geomap.incidents.differences import exclusive, unjudged, unmentioned, weaker
from geomap.incidents.grouping import ALONE, alone, group, misnamed, of_one
from geomap.incidents.judgements import (
    Note,
    check_groupings,
    former_names_in,
    incidents_schema,
    read_incidents,
    translations_in,
)
from geomap.incidents.pasting import to_paste
from geomap.incidents.proposing import Link, ProposedGroup, propose_groups
from geomap.incidents.where import where

__all__ = [
    "ALONE",
    "CASUALTIES",
    "Attested",
    "Contradicted",
    "Correction",
    "Link",
    "Located",
    "Note",
    "Pin",
    "ProposedGroup",
    "Told",
    "alone",
    "attribution",
    "by_speaker",
    "check_groupings",
    "confidence",
    "corrected",
    "country_of",
    "ends_of",
    "exclusive",
    "former_names_in",
    "group",
    "incidents_schema",
    "misnamed",
    "of_one",
    "precision_of",
    "propose_groups",
    "range_of",
    "read_corrections",
    "read_incidents",
    "to_paste",
    "told_by",
    "told_of",
    "toll_of",
    "tolls",
    "translations_in",
    "unjudged",
    "unmentioned",
    "victims_of",
    "weaker",
    "where",
    "write_corrections",
]
