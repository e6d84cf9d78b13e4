"""The incidents in the columns and codes of UCDP GED (Codebook 24.1), so that they join what analysts already use."""

from __future__ import annotations

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
from geomap.tables import Tables, records
from geomap.vocabulary import COUNTRIES

UCDP_GED = (
    "id", "relid", "year", "code_status", "type_of_violence", "conflict_new_id", "conflict_name", "dyad_new_id", "dyad_name",
    "side_a_new_id", "side_a", "side_b_new_id", "side_b", "number_of_sources", "source_article", "where_prec",
    "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country",
    "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low",
)  # fmt: skip


def to_ucdp_ged(tables: Tables) -> Crosswalk:
    """The lethal incidents as UCDP GED writes events; others are listed, for GED holds lethal events only.

    ``best`` is the number of the account that a person judged better supported; without a judgement, the fewest killed over all
    accounts, like ``low``: nothing between two accounts is made up. ``side_a`` is the first actor that the incident's side
    stands on.
    """
    unmapped = ["every incident: conflict, dyad and side ids, conflict_name, dyad_name, code_status, relid: UCDP's own"]
    rows, unweighed = [], list[str]()
    for incident in events_of(tables):
        name = incident["id"]
        unmapped += of_sites(incident, tables)
        if not incident["killed_min"]:
            unmapped.append(f"{name}: left out: UCDP GED holds lethal events, we have killed: {killed_in_words(incident)}")
            continue
        best = _judged(incident, tables)
        unweighed += [name] if best is None and incident["killed_max"] != incident["killed_min"] else []
        best = incident["killed_min"] if best is None else best
        row = _row(incident, best)
        rows.append(row)
        unmapped += missing(
            name,
            {
                "side_a": (row["side_a"], "no account states, acknowledges or claims who did it"),
                "type_of_violence": (None, "the parties are not matched with UCDP's"),
                "date_start": (row["date_start"], f"open: {incident['date_text']}"),
                "date_prec": (row["date_prec"], f"no code for: {incident['date_text']}"),
                "latitude": (row["latitude"], f"no point: {incident['no_point_reason']}"),
                "country_id": (row["country_id"], f"no code for the country {incident['country']}"),
                "high": (row["high"], "no account gives an upper bound"),
                "deaths_a": (None, "deaths are not parted by side here; all stand in deaths_unknown"),
            },
        )
        unmapped += left_out(name, "side_a", other_actors(incident), "further actors and statuses")
    if unweighed:
        unmapped.append(f"{', '.join(unweighed)}: best: no account is judged better supported, so it is the fewest, like low")
    return Crosswalk(UCDP_GED, tuple(rows), tuple(unmapped))


def _row(incident: Row, best: int) -> Row:
    """An incident in GED's columns."""
    lat, lon = incident["latitude"], incident["longitude"]
    country = COUNTRIES.get(incident["country"])
    return {
        "id": incident["id"],
        "year": _year(incident),
        "side_a": incident["side_actor"],
        "side_b": joined(incident["targets"]),
        "number_of_sources": incident["account_count"],
        "source_article": joined(incident["sources"]),
        "where_prec": _ucdp_place(incident),
        "where_coordinates": incident["place"],
        "where_description": incident["method"],
        "adm_1": incident["province"],
        "adm_2": incident["district"],
        "latitude": lat,
        "longitude": lon,
        "geom_wkt": None if lat is None else f"POINT ({lon} {lat})",
        "priogrid_gid": None if lat is None else _priogrid(lat, lon),
        "country": country and country.ucdp_name,
        "country_id": country and country.gw,
        "region": country and country.ucdp_region,
        "event_clarity": 1,
        "date_prec": _date_prec(incident),
        "date_start": incident["first_day"],
        "date_end": incident["last_day"],
        "deaths_unknown": best,
        "best": best,
        "high": incident["killed_max"],
        "low": incident["killed_min"],
    }


def _judged(incident: Row, tables: Tables) -> int | None:
    """The fewest killed by the accounts that were judged better supported; None where none was, or it gives no number."""
    differences = records(tables.differences[tables.differences["incident"] == incident["incident"]])
    better = {claim for row in differences if row["field"] == "killed" and row["is_better"] for claim in row["claims"] or ()}
    site = incident["id"] if "site_of" in incident else None
    claims = [row for row in records(tables.claims[tables.claims["id"].isin(better)]) if row["site"] == site]
    return min((claim["killed_min"] for claim in claims if claim["killed_min"] is not None), default=None)


def _date_prec(incident: Row) -> int | None:
    """UCDP's precision: 1 the day, 2 two to six days, 3 a week, 4 a month, 5 longer, up to a year."""
    first, last = days_of_row(incident)
    if first is None or last is None:
        return None
    length = (last - first).days + 1
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, MONTH), (5, 366)) if length <= most), None)


def _year(incident: Row) -> int | None:
    """The year, where both ends of the date lie in one."""
    years = {day.year if day else None for day in days_of_row(incident)}
    return years.pop() if len(years) == 1 else None


def _ucdp_place(incident: Row) -> int | None:
    """UCDP's precision: 1 the spot, 2 within 25 km of it, 3 a district, 4 a province, 6 a country."""
    if incident["level"] in ("site", "settlement", "district"):
        radius_km = incident["radius_km"] or inf
        return 1 if radius_km <= 1 else 2 if radius_km <= 25 else 3
    return {"province": 4, "country": 6}.get(incident["level"])


def _priogrid(lat: float, lon: float) -> int:
    """The cell of PRIO-GRID: half degrees, 720 to a row, from 90 S 180 W, counted from 1; 180 E is 180 W.

    >>> _priogrid(-89.9, -179.9), _priogrid(34.53, 69.17)
    (1, 179779)
    >>> _priogrid(-16.8, 180.0) == _priogrid(-16.8, -180.0), _priogrid(90.0, 179.9)
    (True, 259200)
    """
    return min(int((lat + 90) * 2), 359) * 720 + int((lon + 180) * 2) % 720 + 1
