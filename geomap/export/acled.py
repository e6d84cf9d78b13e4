"""The incidents in the columns and codes of ACLED (Codebook, 2023), so that they join what analysts already use."""

from __future__ import annotations

import datetime as dt
from math import inf

from geomap.export.crosswalk import (
    MONTH,
    Crosswalk,
    Row,
    days_of_row,
    events_of,
    killed_in_words,
    left_out,
    missing,
    of_sites,
    other_actors,
)
from geomap.export.tables import joined
from geomap.model import UNKNOWN, Side
from geomap.tables import Tables
from geomap.vocabulary import COUNTRIES, DISORDER_TYPES

ACLED = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale",
    "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_TOWN_KM = 15.0  # the radius of the largest town here


def to_acled(tables: Tables) -> Crosswalk:
    """The incidents as ACLED writes events.

    ``actor1`` is the first actor that the incident's side stands on, ``inter1`` the code of that side: a state's forces are
    external forces abroad. ``event_date`` of a week or month is its middle, as ACLED's codebook asks, with ``time_precision`` 2
    or 3. ``fatalities`` is the fewest over all accounts, as ACLED takes the most conservative; ``event_id_cnty`` is our own id.
    """
    unmapped = [
        "every incident: tags, timestamp, source_scale, assoc_actor_1, assoc_actor_2, admin3: not recorded here",
        "every incident of a state's side: inter1: a militia of the state is not told from its forces here",
    ]
    rows = []
    for incident in events_of(tables):
        name, country = incident["id"], COUNTRIES.get(incident["country"])
        day, precision = _middle(incident)
        actor, side = incident["side_actor"], tables.story.side_of.get(incident["actor_side"], UNKNOWN)
        row: Row = {
            "event_id_cnty": name,
            "event_date": day and day.isoformat(),
            "year": day and day.year,
            "time_precision": precision,
            "disorder_type": DISORDER_TYPES[incident["sub_event_type"]],
            "event_type": incident["event_type"],
            "sub_event_type": incident["sub_event_type"],
            "actor1": actor,
            "inter1": _inter(incident, side),
            "iso": country and country.iso,
            "region": country and country.acled_region,
            "country": country and country.acled_name,
            "admin1": incident["province"],
            "admin2": incident["district"],
            "location": incident["place"],
            "latitude": incident["latitude"],
            "longitude": incident["longitude"],
            "geo_precision": _acled_place(incident),
            "source": joined(incident["sources"]),
            "notes": incident["title"],
            "fatalities": incident["killed_min"],
        }
        rows.append(row)
        unmapped += missing(
            name,
            {
                "event_date": (day, f"ACLED wants a day within a month, we have: {incident['date_text']}"),
                "actor1": (actor, "no account states, acknowledges or claims who did it"),
                "inter1": (row["inter1"], _no_inter(incident, side)),
                "iso": (country, f"no code for the country {incident['country']}"),
                "latitude": (row["latitude"], f"no point: {incident['no_point_reason']}"),
                "geo_precision": (row["geo_precision"], f"no code for the level {incident['level']}"),
                "fatalities": (row["fatalities"], "no account says; ACLED would write 0"),
            },
        )
        unmapped += of_sites(incident, tables)
        unmapped += left_out(name, "actor1", other_actors(incident), "further actors and statuses")
        unmapped += left_out(name, "actor2", incident["targets"] or [], "target, in the accounts' words")
        if incident["killed_max"] != incident["killed_min"]:
            unmapped.append(f"{name}: fatalities: ACLED keeps one number, we have {killed_in_words(incident)}")
        if incident["difference_count"]:
            unmapped.append(f"{name}: the accounts differ on {joined(incident['differing_fields'])}; ACLED keeps one")
    return Crosswalk(ACLED, tuple(rows), tuple(unmapped))


def _inter(incident: Row, side: Side) -> str | None:
    """ACLED's type of the side: a state's forces are external forces outside of their own country."""
    if side.country is None or incident["country"] is None:
        return side.acled
    return "State forces" if incident["country"] == side.country else "External/Other forces"


def _no_inter(incident: Row, side: Side) -> str:
    if side.country is not None:
        return "whether the state acts in its own country is open: no country"
    return f"no code for the side {incident['actor_side']}"


def _middle(incident: Row) -> tuple[dt.date | None, int | None]:
    """ACLED's day and precision: 1 the day, 2 within a week, 3 within a month."""
    first, last = days_of_row(incident)
    if first is None or last is None or (length := (last - first).days + 1) > MONTH:
        return None, None
    return first + (last - first) // 2, 1 if length == 1 else 2 if length <= 7 else 3


def _acled_place(incident: Row) -> int | None:
    """ACLED's precision: 1 a town, 2 near a town or part of a region, 3 a region."""
    if incident["level"] in ("site", "settlement", "district"):
        return 1 if incident["level"] != "district" and (incident["radius_km"] or inf) <= _TOWN_KM else 2
    return 3 if incident["level"] == "province" else None
