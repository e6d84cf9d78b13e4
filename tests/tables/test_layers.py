"""Incidents as tables: the schema, and what the columns may hold."""

import dataclasses
import datetime as dt
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
import shapely
from invented import layers

from geomap import pipeline
from geomap.export.tables import COLUMNS
from geomap.incidents.confidence import CONFIDENCE
from geomap.model import Actor, Cited, Count, Days, SiteCount, Statement, Target, Victims
from geomap.places import letter_of
from geomap.tables.columns import Column
from geomap.tables.explanation import explain_incident
from geomap.tables.frames import frame, records
from geomap.tables.schema import SCHEMA
from geomap.tables.wording import actor_in_words, date_in_words, target_in_words, value_in_words
from geomap.vocabulary.events import EVENT_TYPES
from geomap.vocabulary.spatial import LEVELS

#: What the issue tracker promised to readers of the file; more columns may stand beside them.
PROMISED = (
    *("title", "symbol", "event_type", "sub_event_type", "first_day", "last_day", "date_precision", "place", "place_local"),
    *(
        "level",
        "district",
        "province",
        "country",
        "method",
        "radius_km",
        "part_count",
        "border",
        "distance_km",
        "distance_min_km",
    ),
    *("distance_max_km", "border_country", "near_border", "killed_min", "killed_max", "injured_min", "injured_max", "actors"),
    *("targets", "weapons", "account_count", "sources", "difference_count", "differing_fields", "confidence"),
)


def test_the_promised_columns_are_there():
    assert set(PROMISED) <= {column.name for column in SCHEMA["incidents"]}


@pytest.mark.parametrize("table", sorted(SCHEMA))
def test_every_table_has_exactly_the_columns_of_its_schema(tables, table):
    found = [name for name in getattr(tables, table).columns if name != "geometry"]

    assert found == [column.name for column in SCHEMA[table]]


@pytest.mark.parametrize("table", sorted(SCHEMA))
def test_every_column_says_what_it_holds_once(table):
    names = [column.name for column in SCHEMA[table]]

    assert len(names) == len(set(names))
    assert all(column.says and not column.says.endswith(".") for column in SCHEMA[table])


def test_no_table_and_no_column_is_named_with_a_word_that_sql_reserves():
    lines = (Path(__file__).parent / "reserved_words.txt").read_text(encoding="utf-8").splitlines()
    reserved = {word for line in lines if not line.startswith("#") for word in line.split()}
    named = {*COLUMNS, *(column.name for columns in COLUMNS.values() for column in columns)}

    assert {"when", "values", "between", "end", "by"} <= reserved
    assert named & reserved == set()


def test_counts_flags_and_units_are_told_apart_by_name():
    for columns in SCHEMA.values():
        for column in columns:
            assert (column.unit in ("km", "m")) == column.name.endswith(("_km", "_m")), column
            counts = column.type == "integer" and column.says.startswith("how many")
            assert counts == column.name.endswith("_count"), column
            assert column.says.startswith("1 for") == column.name.startswith("is_"), column


def test_a_table_with_a_column_without_code_cannot_be_made():
    with pytest.raises(TypeError, match="of"):
        Column("colour", "text", "what colour it has")


def test_every_column_of_the_shipped_tables_is_filled_somewhere(tables):
    empty = {
        f"{name}.{column.name}"
        for name, columns in SCHEMA.items()
        for column in columns
        if getattr(tables, name)[column.name].isna().all()
    }

    # No site is confirmed, and when the articles were captured was not kept.
    assert empty == {"sites.confirmed_by", "articles.captured", "articles.archived"}


def test_a_row_with_a_column_of_its_own_is_refused():
    with pytest.raises(KeyError, match="colour"):
        frame("incidents", [{"id": "x", "colour": "red"}])


def test_unknown_is_null_and_never_zero_or_empty():
    row = records(frame("incidents", [{"id": "x"}]))[0]

    assert row == {column.name: None for column in SCHEMA["incidents"]} | {"id": "x"}


def test_records_are_plain_values():
    row = records(frame("incidents", [{"id": "x", "killed_min": 2, "distance_km": 3.8, "last_day": dt.date(2024, 1, 16)}]))[0]

    assert (row["killed_min"], row["distance_km"], row["last_day"]) == (2, 3.8, "2024-01-16")
    assert type(row["killed_min"]) is int


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-01-16", "2024-01-16", "16 January 2024"),
        ("2023-04-01", "2023-04-30", "April 2023"),
        ("2019-01-01", "2019-12-31", "2019"),
        ("2024-01-16", "2024-01-22", "16 January 2024 to 22 January 2024"),
        (None, "2023-06-01", "no later than 1 June 2023"),
        ("2023-06-01", None, "on or after 1 June 2023"),
        (None, None, "undated"),
    ],
)
def test_dates_are_said_as_a_person_would(first, last, words):
    day = lambda text: dt.date.fromisoformat(text) if text else None  # noqa: E731

    assert date_in_words(Days(first=day(first), last=day(last))) == words


def test_an_incident_without_a_pin_says_why_and_one_with_a_pin_does_not(tables):
    pinned = ~tables.incidents.geometry.isna()

    assert pinned.any()
    assert (~pinned).any()
    assert (tables.incidents["no_point_reason"].isna() == pinned).all()


def test_no_province_or_country_has_a_pin(tables):
    coarse = tables.incidents[tables.incidents["level"].isin(["province", "country", "unlocated"])]

    assert len(coarse)
    assert coarse.geometry.isna().all()


def test_a_pin_stands_on_a_point_of_the_gazetteer_inside_its_own_region(tables, story):
    printed = {(p.lon, p.lat) for p in story.inputs.gazetteer.places.values()}
    best = tables.areas[tables.areas["role"] == "best"].set_index("incident").geometry

    for row in tables.incidents[~tables.incidents.geometry.isna()].itertuples():
        assert (row.geometry.x, row.geometry.y) in printed
        assert best[row.id].covers(row.geometry)


def test_values_lie_in_their_vocabularies(tables):
    rows = tables.incidents

    assert set(rows["sub_event_type"]) <= set(EVENT_TYPES)
    assert (rows["sub_event_type"].map(EVENT_TYPES) == rows["event_type"]).all()
    assert set(rows["level"]) <= {*LEVELS, "unlocated"}
    assert set(rows["near_border"]) <= {"yes", "no", "unknown"}
    assert set(rows["confidence"]) <= set(CONFIDENCE)


def test_intervals_are_in_order_and_hold_the_point(tables):
    rows = tables.incidents.dropna(subset=["distance_min_km"])

    assert len(rows) >= 15
    assert (rows["distance_min_km"] <= rows["distance_max_km"]).all()
    point = rows.dropna(subset=["distance_km"])
    assert ((point["distance_min_km"] <= point["distance_km"]) & (point["distance_km"] <= point["distance_max_km"])).all()
    killed = tables.incidents.dropna(subset=["killed_min", "killed_max"])
    assert (killed["killed_min"] <= killed["killed_max"]).all()


def test_every_claim_belongs_to_an_incident_and_every_value_to_a_claim(tables):
    assert set(tables.claims["incident"]) == set(tables.incidents["id"])
    assert set(tables.cited_values["claim"]) == set(tables.claims["id"])
    assert set(tables.claims["article"]) == set(tables.articles["id"])
    assert set(tables.areas["incident"]) <= set(tables.incidents["id"])


def test_every_value_of_an_article_has_a_span_or_says_why_not(tables):
    values = tables.cited_values.merge(tables.claims[["id", "is_outside"]], left_on="claim", right_on="id")
    bare = values[(values["is_outside"] == 0) & values["spans"].isna()]

    assert len(values) > 200
    assert set(bare["derivation"]) <= {"dateline", "read by a person"}


def test_areas_are_valid_polygons(tables):
    assert tables.areas.geometry.is_valid.all()
    assert set(tables.areas.geometry.geom_type) <= {"Polygon", "MultiPolygon"}
    assert (tables.areas["part_count"] == [len(shapely.get_parts(g)) for g in tables.areas.geometry]).all()


def test_rows_are_sorted_by_id(tables):
    for name in ("incidents", "articles"):
        ids = getattr(tables, name)["id"]
        assert list(ids) == sorted(ids)


def test_days_are_dates(tables):
    days = pd.concat([tables.incidents["first_day"], tables.incidents["last_day"]]).dropna()

    assert all(type(day) is dt.date for day in days)


def test_the_colour_never_rests_on_an_allegation_or_on_the_weaker_account(tables):
    side = tables.incidents.set_index("id")["actor_side"]

    assert side["2024-01-17-javdanfar"] == "Jaish al-Adl"  # one article blames Pakistan, without a source
    assert side["2019-03-22-usmani"] == "Unknown"  # nobody claimed it; the police allege a group
    assert side["2024-01-16-sabz-koh"] == "Iran"
    assert side["2024-01-16-hormuz-exercise"] == "Unknown"  # both countries' navies


def test_a_country_that_is_left_open_is_null(tables):
    jadhav = tables.incidents.set_index("id").loc["2016-03-03-jadhav"]

    assert jadhav["country"] is None
    assert jadhav["border_country"] is None


def test_counts_are_those_of_their_own_kind(tables):
    turbat = tables.incidents.set_index("id").loc["2023-06-24-turbat"]

    assert [turbat[c] for c in ("killed_min", "killed_max", "injured_min", "injured_max")] == [1, 1, 2, 5]


def test_the_better_account_is_the_one_that_was_judged_so(tables, story):
    better = {(i.id, d.field, d.better) for i in story.incidents for d in i.differences if d.better}

    rows = tables.differences[tables.differences["is_better"] == 1]
    assert len(better) > 10
    for incident, field, claim in better:
        mine = rows[(rows["incident"] == incident) & (rows["field"] == field)]
        assert any(claim in claims for claims in mine["claims"])


def test_a_region_reaches_from_its_point_to_its_farthest_corner(tables, story):
    singwan = tables.incidents.set_index("id").loc["2023-06-01-singwan"]

    assert singwan["radius_km"] == pytest.approx(10, abs=0.1)


def test_an_account_has_its_own_distances_and_a_country_none(tables):
    areas = tables.areas.set_index("id")
    claims = tables.claims.set_index("id")

    assert areas.loc["2023-06-01-singwan/tns-2024-01-28/7", "distance_max_km"] > 100
    assert pd.isna(claims.loc["iranintl-2024-01-22/2", "distance_max_km"])


def test_another_reading_of_an_account_is_drawn(tables):
    areas = tables.areas.set_index("id").geometry
    straight = areas["2024-01-16-sabz-koh/errraand-2024-01-17/1/straight-line"]

    assert straight.difference(areas["2024-01-16-sabz-koh/best"]).area > straight.area / 2


def test_links_are_geodesics(tables):
    far = tables.links.set_index("id").geometry["2024-01-15-erbil/nearest"]

    assert len(far.coords) > 30


def test_statements_say_all_that_is_said(tables):
    said = set(tables.claims["statements"].dropna())

    assert any("road: Khash to Zahedan" in words for words in said)


def test_the_separate_areas_of_an_incident_are_explained_in_the_order_of_their_letters():
    letters = [letter_of(number) for number in range(28)]
    best = {"area": "invented-0000/best", "incident": "invented-0000", "share_percent": 0.0}
    parts = frame("area_parts", [{**best, "id": f"{best['area']}/{letter}", "letter": letter} for letter in letters])
    found = explain_incident(replace(layers(), area_parts=parts), "invented-0000")
    assert [part["letter"] for part in found["area_parts"]] == letters


def cited(value, by=None):
    return Cited(value=value, derivation="read by a person", attributed_to=by)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("place", ("Lyari", "Karachi"), "Lyari, Karachi"),
        ("days", Days(first=dt.date(2024, 1, 16), last=dt.date(2024, 1, 16)), "16 January 2024"),
        ("actors[0]", Actor(name="BLA", status="claimed"), "BLA (claimed)"),
        ("actors[0]", Actor(name="BLA", status="claimed", collective=True), "BLA (claimed for several attacks)"),
        ("targets[0]", Target(what="house"), "house"),
        ("targets[1]", Target(what="nationals", status="denied"), "nationals (denied)"),
        ("victims[0]", Victims(who="children", of="injured"), "children (injured)"),
        ("site_count", SiteCount(low=3, high=4), "3 to 4 sites"),
        ("counts[0]", Count(of="killed", low=2, high=None, whom="soldiers"), "at least 2 killed (soldiers)"),
        ("counts[0]", Count(of="killed", low=2, high=2), "2 killed"),
        ("weapons[0]", "missile", "missile"),
        ("statements[0]", Statement(relation="distance", of="A", distance_m=1500.0, about=True), "distance about 1.5 km: A"),
        (
            "statements[0]",
            Statement(relation="road", of="A", to="B", distance_m=40e3, by_road=True),
            "road 40 km by road: A to B",
        ),
        ("statements[0]", Statement(relation="direction", of="A", bearing="NE"), "direction north-east: A"),
    ],
)
def test_a_value_stands_in_words_by_its_field(field, value, words):
    assert value_in_words(field, cited(value)) == words


@pytest.mark.parametrize(
    ("target", "by", "words"),
    [
        (Target(what="house"), None, "house"),
        (Target(what="house"), "Pakistan", "house (says Pakistan)"),
        (Target(what="bases", status="claimed"), "Iran", "bases (claimed, says Iran)"),
        (Target(what="nationals", status="denied"), None, "nationals (denied)"),
    ],
)
def test_a_target_stands_with_its_status_and_its_speaker(target, by, words):
    assert target_in_words(cited(target, by)) == words


def test_an_accusation_names_who_accuses_and_a_claim_of_ones_own_does_not():
    assert actor_in_words(cited(Actor(name="Mossad", status="alleged"), "Iran")) == "Mossad (alleged, says Iran)"
    assert actor_in_words(cited(Actor(name="BLA", status="denied"), "BLA")) == "BLA (denied, says BLA)"
    assert actor_in_words(cited(Actor(name="BLA", status="claimed"), "BLA")) == "BLA (claimed)"
    assert actor_in_words(cited(Actor(name="IRGC"), "Iran")) == "IRGC"


def test_the_actors_of_the_weaker_accounts_stand_last(tables):
    actors = tables.incidents.set_index("id")["actors"]["2024-01-17-javdanfar"]

    assert actors.index("Jaish al-Adl (claimed)") < actors.index("Pakistan")


def test_the_share_of_an_area_is_in_percent_of_the_whole(tables):
    parts = tables.area_parts

    assert parts.groupby("area")["share_percent"].sum().tolist() == pytest.approx([100.0] * parts["area"].nunique(), abs=0.1)
    assert parts["share_percent"].between(1, 99).all()


def test_both_sides_words_of_what_was_hit_stand_side_by_side(tables):
    targets = tables.incidents.set_index("id")["targets"]

    for strike, attacker, struck in (
        ("2024-01-16-sabz-koh", "says Iran", "house"),
        ("2024-01-18-saravan", "says Foreign Ministry of Pakistan", "houses"),
    ):
        assert any(f"claimed, {attacker}" in words for words in targets[strike])
        assert any(struck in words for words in targets[strike])
    assert any("nationals of Pakistan (denied" in words for words in targets["2024-01-16-sabz-koh"])


def test_both_governments_acknowledged_strikes_have_the_same_word(tables):
    actors = tables.incidents.set_index("id")["actors"]

    assert "Iran (acknowledged)" in actors["2024-01-16-sabz-koh"]
    assert "Pakistan (acknowledged)" in actors["2024-01-18-saravan"]


def test_the_best_region_says_nothing_of_whom_it_contradicts_and_another_reading_does(tables):
    areas = tables.areas[tables.areas["incident"] == "2024-01-16-sabz-koh"].set_index("role")

    assert areas.loc["best", "contradicts"] is None
    assert any("Dawn" in name for name in areas.loc["reading", "contradicts"])
    assert areas.loc["reading", "reading"] == "straight line"


def test_a_site_is_near_or_not_by_itself_and_its_incident_is_open(tables):
    sites = tables.sites.set_index("number")

    assert sites["incident"].unique().tolist() == ["2024-01-18-saravan"]
    assert sites["near_border"].tolist() == ["yes", "unknown", "unknown"]
    assert (sites.loc[2, "killed_min"], sites.loc[2, "killed_max"]) == (0, 0)
    assert sites.loc[1, "killed_min"] == 7
    assert sites.loc[3, "level"] == "unlocated"
    incident = tables.incidents.set_index("id").loc["2024-01-18-saravan"]
    assert (incident["near_border"], incident["site_count"], incident["sites_claimed_max"]) == ("unknown", 3, 7)
    assert incident.geometry is None
    claims = tables.claims[tables.claims["site"].notna()]
    assert set(claims["site"]) == set(tables.sites["id"])


def test_a_symbols_colour_rests_on_no_uncertain_link(tables, story):
    uncertain = {j.claim for i in story.incidents for j in i.judgements if j.uncertain}
    claims = tables.claims.set_index("id")

    assert len(uncertain) > 2
    assert set(claims.index[claims["is_uncertain"] == 1]) == uncertain
    certain = tables.actors[~tables.actors["claim"].isin(uncertain)]
    for row in tables.incidents[tables.incidents["actor_side"] != "Unknown"].itertuples():
        assert row.side_actor in set(certain.loc[certain["incident"] == row.id, "actor"])


def test_where_a_gap_in_the_line_matters_is_told_of_incidents_and_sites(story):
    told = {key: dataclasses.replace(relation, at_gap=True) for key, relation in story.relations.items()}
    plain, gapped = (pipeline.tables(one) for one in (story, dataclasses.replace(story, relations=told)))

    for name in ("incidents", "sites"):
        before, after = (getattr(tables, name)["at_gap"] for tables in (plain, gapped))
        measured = before.notna()
        assert set(before[measured]) == {0}
        assert set(after[measured]) == {1}
        assert after[~measured].isna().all()
    assert plain.incidents["at_gap"].isna().sum() == (plain.incidents["distance_max_km"].isna()).sum()
