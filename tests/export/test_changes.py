"""What changed since the output that stands: the comparison, its history, and that nothing that stands stops a build."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import geopandas as gpd
import pytest
from click.testing import CliRunner
from conftest import change, without_note
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point
from small_tables import HOSTILE, small_world

from geomap import pipeline, project
from geomap.cli import main
from geomap.export import History, change_in_words, for_page, read_changes, summary_in_words, write_changes
from geomap.export.changes import KINDS, MOST_LISTED, MOST_ON_PAGE, Published, changelog_text, compare, entry, extended
from geomap.export.geojson import write_geojson
from geomap.export.geopackage import write_geopackage
from geomap.export.tables import tables_of
from geomap.project import replacing
from geomap.tables import SCHEMA, Tables

COLUMNS = [column.name for column in SCHEMA["incidents"] if column.name != "id"]
VALUES = st.none() | st.integers(0, 9) | st.sampled_from(["x", "y", "2024-01-16"]) | st.floats(0, 9)
ROWS = st.fixed_dictionaries(
    {**dict.fromkeys(COLUMNS, VALUES), "point": st.none() | st.lists(st.floats(0, 9), min_size=2, max_size=2)}
)
TABLES = st.dictionaries(st.sampled_from("abcdef"), ROWS, max_size=4)


def kinds(changes: list[dict[str, Any]]) -> list[str]:
    return [one["what"] for one in changes]


# ---------------------------------------------------------------------------------------------------------- the comparison


@given(TABLES)
def test_a_table_has_no_changes_from_itself(table: dict[str, Any]):
    assert compare(table, table) == []


@given(ROWS, st.sampled_from([*COLUMNS, "point"]))
def test_a_changed_column_is_one_change_of_its_kind_and_of_its_incident_alone(row: dict[str, Any], column: str):
    was, now = {"a": row, "b": row}, {"a": row, "b": {**row, column: "changed"}}
    (only,) = compare(was, now)
    assert (only["incident"], only["what"]) == ("b", next((kind for kind in KINDS if column in KINDS[kind]), "other"))
    assert (only["before"][column], only["after"][column]) == (row[column], "changed")
    # What else is told is the other end of a range, which did not change.
    assert {name for name in only["after"] if only["before"][name] != only["after"][name]} == {column}


def test_a_kind_names_columns_that_there_are_and_no_two_name_the_same():
    named = Counter(column for columns in KINDS.values() for column in columns)
    assert set(named.values()) == {1}
    assert {*named} - {"point", "claims"} <= set(COLUMNS)


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        *(("point", "moved"), ("level", "moved"), ("distance_max_km", "moved"), ("first_day", "re-dated"), ("title", "title")),
        *(
            ("killed_max", "counts"),
            ("confidence", "confidence"),
            ("sub_event_type", "kind"),
            ("differing_fields", "differences"),
        ),
        *(("actors", "actors"), ("sources", "accounts"), ("method", "reasons"), ("a_column_of_tomorrow", "other")),
    ],
)
def test_a_change_has_the_kind_that_a_reader_expects(column: str, kind: str):
    assert kinds(compare({"a": {column: 1}}, {"a": {column: 2}})) == [kind]


@given(TABLES, TABLES)
def test_what_is_new_one_way_is_gone_the_other_way(one: dict[str, Any], other: dict[str, Any]):
    there, back = compare(one, other), compare(other, one)
    ids = lambda changes, what: [c["incident"] for c in changes if c["what"] == what]  # noqa: E731
    assert ids(there, "new") == ids(back, "gone") == sorted(other.keys() - one.keys())
    assert ids(there, "gone") == ids(back, "new") == sorted(one.keys() - other.keys())


@given(TABLES, TABLES)
def test_changes_back_are_the_changes_there_with_before_and_after_exchanged(one: dict[str, Any], other: dict[str, Any]):
    there, back = ([c for c in compare(*pair) if c["after"]] for pair in ((one, other), (other, one)))
    exchanged = [{**c, "before": c["after"], "after": c["before"], "title": None} for c in back]
    assert [{**c, "title": None} for c in there] == exchanged


@given(TABLES, TABLES)
def test_the_columns_that_changed_lead_from_one_table_to_the_other(one: dict[str, Any], other: dict[str, Any]):
    made = {key: dict(row) for key, row in one.items()}
    for found in compare(one, other):
        if found["what"] == "gone":
            del made[found["incident"]]
        elif found["what"] == "new":
            made[found["incident"]] = other[found["incident"]]
        else:
            made[found["incident"]].update(found["after"])
    assert made == other


def test_all_that_moved_with_a_place_is_one_change():
    was = {"level": "province", "place": "Sistan", "distance_min_km": 0.0, "distance_max_km": 400.0, "point": None}
    now = {"level": "site", "place": "Rask", "distance_min_km": 40.0, "distance_max_km": 50.0, "point": [61.4, 26.2]}
    (only,) = compare({"a": {"title": "Attack", **was}}, {"a": {"title": "Attack", **now}})
    assert (only["before"], only["after"]) == (was, now)
    assert change_in_words(only) == (
        "moved: level province; place Sistan; distance 0 to 400 km; point not stated"
        " → level site; place Rask; distance 40 to 50 km; point 61.4, 26.2 (lon, lat)"
    )


def test_a_range_is_told_whole_where_one_end_changed():
    (only,) = compare({"a": {"killed_min": 2, "killed_max": 5}}, {"a": {"killed_min": 2, "killed_max": None}})
    assert change_in_words(only) == "counts: killed 2 to 5 → killed at least 2"


def test_another_id_with_the_same_claims_is_renamed_and_other_changes_of_it_are_told_too():
    was = {"old": {"title": "T", "claims": ["x/1", "x/2"], "killed_min": 1}, "b": {"title": "B", "claims": ["y/1"]}}
    now = {"new": {**was["old"], "killed_min": 2}, "b": was["b"]}
    assert [(c["incident"], c["what"]) for c in compare(was, now)] == [("new", "renamed"), ("new", "counts")]
    assert change_in_words(compare(was, now)[0]) == "renamed: id old → id new"


@pytest.mark.parametrize("claims", [{"claims": ["x/1"]}, {"claims": []}, {}])
def test_another_id_with_other_claims_or_with_none_known_is_gone_and_new(claims: dict[str, Any]):
    now = {"new": {"title": "T", **claims}}
    for known in ({"claims": ["x/1", "x/2"]}, {"claims": []}, {}):
        assert kinds(compare({"old": {"title": "T", **known}}, now)) == ["new", "gone"]


def test_those_changes_come_first_that_matter_most():
    was = {"a": {"title": "A", "method": "m"}, "b": {"title": "B", "level": "site"}, "c": {"title": "C"}}
    now = {"a": {"title": "A", "method": "n"}, "b": {"title": "B", "level": "district"}, "d": {"title": "D"}}
    assert kinds(compare(was, now)) == ["new", "gone", "moved", "reasons"]


# ------------------------------------------------------------------------------------------------------------- the history


def published(mark: str, **rows: Any) -> Published:
    return Published(mark, {key: {"title": key.upper(), "killed_min": value} for key, value in rows.items()})


def test_the_first_build_is_an_entry_without_changes():
    (only,), now = extended((), None, published("1", a=0, b=0))
    assert only == now == {"from": None, "to": "1", "incidents": 2, "summary": {}, "changes": []}


def test_each_build_that_changes_something_is_the_newest_entry():
    one, two, three = published("1", a=0), published("2", a=1, b=0), published("3", b=0)
    history, _ = extended((), None, one)
    history, _ = extended(history, one, two)
    history, now = extended(history, two, three)
    assert [(e["from"], e["to"], e["summary"]) for e in history] == [
        ("2", "3", {"gone": 1}),
        ("1", "2", {"new": 1, "counts": 1}),
        (None, "1", {}),
    ]
    assert now == history[0]


def test_a_build_that_changes_nothing_keeps_the_history():
    one, two = published("1", a=0), published("2", a=1)
    history, _ = extended(extended((), None, one)[0], one, two)
    kept, now = extended(history, two, two)
    assert kept == history
    assert (now["from"], now["to"], now["changes"]) == ("2", "2", [])
    # Where only the history was carried over, it says what stood.
    assert extended(history, None, two)[0] == history


def test_an_output_without_a_history_is_its_first_entry():
    one, two = published("1", a=0), published("2", a=1)
    assert [(e["from"], e["to"]) for e in extended((), one, two)[0]] == [("1", "2"), (None, "1")]
    assert [(e["from"], e["to"]) for e in extended((), one, one)[0]] == [(None, "1")]


def test_columns_of_another_version_are_named_and_not_compared():
    was, now = Published("1", {"a": {"title": "A", "former": 1}}), Published("2", {"a": {"title": "A", "latter": 1}})
    made = entry(was, now)
    assert (made["changes"], made["columns"]) == ([], {"new": ["latter"], "gone": ["former"]})
    assert summary_in_words(made) == ("1 incident: no value of an incident changed; column new: latter; column gone: former")


def test_the_page_has_the_newest_entry_with_a_dozen_changes_and_how_many_more_there_are():
    one, two = published("1"), published("2", **{f"i{n}": 0 for n in range(30)})
    history, now = extended((), one, two)
    shown = for_page(History(history, now))
    assert len(shown["shown"]) == MOST_ON_PAGE == 12
    assert (shown["more"], shown["older"], shown["summary"]) == (18, 1, {"new": 30})


def test_the_changelog_lists_every_entry_and_says_how_many_changes_it_leaves_out():
    many = published("2", **{f"i{n:03}": 0 for n in range(MOST_LISTED + 5)})
    text = changelog_text(extended((), published("1", a=0), many)[0])
    assert text.index("## 2, after 1") < text.index("## 1\n")
    assert text.count("\n- I") == MOST_LISTED
    assert "\n- and 6 more, in changes.json\n" in text


def test_no_text_of_an_incident_is_markup_in_the_changelog():
    text = changelog_text(
        extended((), Published("1", {}), Published("2", {"e": {"title": f"{HOSTILE} # a\n# [b](c) &amp;"}}))[0]
    )
    (line,) = [line for line in text.splitlines() if line.startswith("- ")]
    assert all(f"\\{sign}" in line for sign in "<>`[]#&")
    assert not any(line.replace(f"\\{sign}", "").count(sign) for sign in "<>`[]#&")


# ------------------------------------------------------------------------------------------------- the output that stands


def files_of(tables: Tables) -> dict[str, bytes]:
    """What of a build the next one is compared with."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_geojson(
            tables_of(tables)["incidents"], folder / "incidents.geojson", name="incidents", description="What happened."
        )
        write_geopackage(tables, folder / "geomap.gpkg")
        return {file.name: file.read_bytes() for file in folder.iterdir()}


Build = tuple[Tables, dict[str, bytes]]


def put(build: Build, out: Path) -> History:
    """A build into a folder that may hold an earlier one."""
    tables, files = build
    with replacing(out) as new:
        history = read_changes(out, tables)
        for name, data in files.items():
            (new / name).write_bytes(data)
        write_changes(history, new)
    return history


def whole(tables: Tables) -> Build:
    """Tables with their files."""
    return tables, files_of(tables)


@cache
def altered(**columns: Any) -> Build:
    """The small world with values of its incident a changed; ``geometry`` too."""
    world = small_world()
    table = world.incidents.copy()
    row = table.index[table["id"] == "a"][0]
    for name, value in columns.items():
        table.at[row, name] = value
    return whole(replace(world, incidents=gpd.GeoDataFrame(table, geometry="geometry", crs=world.incidents.crs)))


def history_of(out: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((out / "changes.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("standing") / "output"
    put(altered(), out)
    return out


@pytest.fixture
def standing(first: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(first, tmp_path / "output"))


def test_the_same_tables_again_leave_the_same_bytes(standing: Path):
    put(altered(killed_max=9, geometry=Point(64.2, 26.97)), standing)
    before = {file.name: file.read_bytes() for file in standing.iterdir()}
    history = put(altered(killed_max=9, geometry=Point(64.2, 26.97)), standing)
    assert {file.name: file.read_bytes() for file in standing.iterdir()} == before
    assert (history.notes, history.now["changes"]) == ((), [])


def test_what_was_published_is_compared_point_and_values(standing: Path):
    history = put(altered(killed_max=9, geometry=Point(64.2, 26.97)), standing)
    newest, oldest = history_of(standing)
    assert [(c["what"], c["before"], c["after"]) for c in newest["changes"]] == [
        ("moved", {"point": [64.1, 26.97]}, {"point": [64.2, 26.97]}),
        ("counts", {"killed_min": 2, "killed_max": 2}, {"killed_min": 2, "killed_max": 9}),
    ]
    mark = json.loads((standing / "incidents.geojson").read_text(encoding="utf-8"))["fingerprint"]
    assert (newest["from"], newest["to"], oldest["from"]) == (oldest["to"], mark[:12], None)
    assert "- Incident a (a): counts: killed 2 → killed 2 to 9\n" in (standing / "changes.md").read_text(encoding="utf-8")
    assert history.notes == ()


def test_an_incident_whose_claims_stay_is_renamed(standing: Path):
    world = small_world()
    ids = world.incidents["id"].replace("a", "a-2024")
    claims = world.claims.assign(incident=world.claims["incident"].replace("a", "a-2024"))
    history = put(whole(replace(world, incidents=world.incidents.assign(id=ids, title="same"), claims=claims)), standing)
    assert history.now["summary"] == {"renamed": 1, "title": 6}


def without(name: str) -> Callable[[Path], None]:
    return lambda out: (out / name).unlink()


def written(name: str, content: str | bytes) -> Callable[[Path], None]:
    data = content.encode() if isinstance(content, str) else content
    return lambda out: (out / name).write_bytes(data)


def edited(old: str, new: str, name: str = "incidents.geojson") -> Callable[[Path], None]:
    return lambda out: change(out / name, old, new)


def without_claims(out: Path) -> None:
    with closing(sqlite3.connect(out / "geomap.gpkg")) as database, database:
        database.execute("DROP TABLE claims")


def older(out: Path) -> None:
    """An output of a version without history, fingerprints and a column, but with another."""
    collection = json.loads((out / "incidents.geojson").read_text(encoding="utf-8"))
    del collection["fingerprint"]
    for feature in collection["features"]:
        feature["properties"]["kind"] = feature["properties"].pop("symbol")
    (out / "incidents.geojson").write_text(json.dumps(collection), encoding="utf-8")
    (out / "changes.json").unlink()


#: A change as the history keeps it.
CHANGE = '{"incident": "a", "title": "T", "what": "new", "before": null, "after": {}}'


@pytest.mark.parametrize(
    ("harm", "summary", "said"),
    [
        (older, {"counts": 1}, None),
        (without("changes.json"), {"counts": 1}, None),
        (without("geomap.gpkg"), {"counts": 1}, None),
        (without("incidents.geojson"), {}, None),
        (written("incidents.geojson", "{"), {}, "incidents.geojson cannot be read, so what changed since is not told"),
        (written("incidents.geojson", b"\xff\xfe\x00"), {}, "incidents.geojson cannot be read"),
        (written("incidents.geojson", ""), {}, "incidents.geojson cannot be read"),
        (written("incidents.geojson", '{"a": ' + "[" * 200), {}, "lists in lists more than 100 deep"),
        (written("incidents.geojson", "[]"), {}, "incidents.geojson cannot be read"),
        (written("incidents.geojson", '{"features": [{"id": 7}]}'), {}, "incidents.geojson cannot be read"),
        (edited('"coordinates": [64.1, 26.97]', '"coordinates": "here"'), {}, "incidents.geojson cannot be read"),
        (edited('"coordinates": [64.1, 26.97]', '"coordinates": [NaN, 1]'), {}, "incidents.geojson cannot be read"),
        (edited('"coordinates": [64.1, 26.97]', '"x": 0'), {}, "incidents.geojson cannot be read"),
        (edited('"radius_km": 5.0', '"radius_km": 1e999'), {}, "incidents.geojson cannot be read"),
        (edited('"Incident a"', '"\\ud800"'), {}, "incidents.geojson cannot be read"),
        (edited('"Incident a"', '"By hand"'), {"counts": 1, "title": 1}, "was changed after geomap wrote it"),
        (edited('"killed_min": 2', '"killed_min": 1' + "0" * 400), {"counts": 1}, "was changed after geomap wrote it"),
        (edited('"killed_min": 2', '"killed_min": {"a": [true]}'), {"counts": 1}, "was changed after geomap wrote it"),
        (written("geomap.gpkg", "no database"), {"counts": 1}, "geomap.gpkg cannot be read, so a renamed incident shows as"),
        (without_claims, {"counts": 1}, "geomap.gpkg cannot be read, so a renamed incident shows as"),
        (written("changes.json", "{"), {"counts": 1}, "changes.json cannot be read, so the history begins anew"),
        (written("changes.json", "[" * 200), {"counts": 1}, "changes.json cannot be read, so the history begins anew"),
        (written("changes.json", b"\xff"), {"counts": 1}, "changes.json cannot be read, so the history begins anew"),
        (written("changes.json", "[1]"), {"counts": 1}, "changes.json cannot be read, so the history begins anew"),
        (written("changes.json", "[]"), {"counts": 1}, None),
        (edited('"summary": {}', '"summary": {"new": "x"}', "changes.json"), {"counts": 1}, "the history begins anew"),
        (edited('"summary": {}', '"summary": {}, "columns": 7', "changes.json"), {"counts": 1}, "the history begins anew"),
        (edited('"summary": {}', '"summary": {"of tomorrow": 1}', "changes.json"), {"counts": 1}, None),
        (edited('"incidents": 6', '"incidents": NaN', "changes.json"), {"counts": 1}, "the history begins anew"),
        (edited('"incidents": 6', '"incidents": "6"', "changes.json"), {"counts": 1}, "the history begins anew"),
        (edited('"from": null', '"from": 7', "changes.json"), {"counts": 1}, "the history begins anew"),
        (edited('"changes": []', '"changes": [{}]', "changes.json"), {"counts": 1}, "the history begins anew"),
        (
            edited('"changes": []', f'"changes": [{CHANGE}]'.replace('": "T"', '": "\\ud800"'), "changes.json"),
            {"counts": 1},
            "begins anew",
        ),
        (edited('"changes": []', f'"changes": [{CHANGE}]', "changes.json"), {"counts": 1}, None),
        (edited('"changes": []', f'"changes": [{CHANGE}]'.replace('"new"', "7"), "changes.json"), {"counts": 1}, "begins anew"),
        (edited('"changes": []', f'"changes": [{CHANGE}]'.replace("{}", "7"), "changes.json"), {"counts": 1}, "begins anew"),
    ],
)
def test_whatever_stands_is_read_as_far_as_it_can_be_and_said_in_one_sentence(
    standing: Path, harm: Callable[[Path], None], summary: dict[str, int], said: str | None
):
    harm(standing)
    history = put(altered(killed_max=9), standing)
    assert history.now["summary"] == summary
    assert len(history_of(standing)) == 2
    assert len(history.notes) == (said is not None)
    assert all(said in note and "\n" not in note and str(standing) in note for note in history.notes)
    assert for_page(history)["incidents"] == 6
    # And it is whole again: the next build has nothing to say.
    again = put(altered(killed_max=9), standing)
    assert (again.notes, again.entries) == ((), tuple(history_of(standing)))


def test_a_file_that_was_edited_and_is_built_again_from_the_same_sources_changes_nothing(standing: Path):
    edited('"Incident a"', '"By hand"')(standing)
    before = history_of(standing)
    assert put(altered(), standing).now["changes"] == []
    assert history_of(standing) == before


def test_a_folder_with_the_history_alone_gives_the_same_bytes_as_the_whole_one(standing: Path, tmp_path: Path):
    put(altered(killed_max=9), standing)
    (tmp_path / "other").mkdir()
    shutil.copy(standing / "changes.json", tmp_path / "other")
    put(altered(killed_max=9), tmp_path / "other")
    for name in ("changes.json", "changes.md"):
        assert (tmp_path / "other" / name).read_bytes() == (standing / name).read_bytes()


# --------------------------------------------------------------------------------------------------- from the command line


def build(*arguments: str) -> Any:
    done = CliRunner().invoke(main, ["build", *arguments])
    assert done.exit_code == 0, done.output
    return done


def test_a_build_says_what_changed_on_stdout_and_in_json_and_the_page_and_git_see_the_same(copied: Path, tmp_path: Path):
    out = str(tmp_path / "output")
    assert "The first map here: 21 incidents: none to compare them with." in build("--out", out).stdout
    told = copied / "incidents.toml"
    title = "Killing of 14 bus passengers on the coastal highway in Gwadar district"
    change(told, title, "Killing of 14 passengers in Gwadar district")
    found = build("--out", out)
    assert f"title: title {title} → title Killing of 14 passengers in Gwadar district" in found.stdout
    assert without_note(found.stderr) == ""
    same = build("--out", out, "--json")
    assert json.loads(same.stdout)["changes"]["changes"] == []
    written = {file.name: file.read_bytes() for file in Path(out).iterdir()}
    build("--out", out)
    assert {file.name: file.read_bytes() for file in Path(out).iterdir()} == written
    assert b"Killing of 14 bus passengers" in written["map.html"]  # in what the page says of the change
    change(told, "Killing of 14 passengers in Gwadar district", title)
    back = json.loads(build("--out", out, "--json").stdout)["changes"]
    assert (back["summary"], back["from"], back["to"]) == (
        {"title": 1},
        history_of(Path(out))[1]["to"],
        history_of(Path(out))[2]["to"],
    )


def test_a_broken_output_is_one_line_on_stderr_and_the_build_goes_on(copied: Path, tmp_path: Path):
    out = tmp_path / "output"
    out.mkdir()
    (out / "incidents.geojson").write_text("{", encoding="utf-8")
    (line,) = without_note(build("--out", str(out)).stderr).splitlines()
    assert line.startswith(f"note: {out / 'incidents.geojson'} cannot be read, so what changed since is not told: ")


def test_a_page_that_is_drawn_and_not_written_tells_what_a_build_would_change(copied: Path, tmp_path: Path):
    story = project.read_story(copied)
    assert tmp_path in story.output.parents
    build("--project", str(copied))
    stands = {file.name: file.read_bytes() for file in story.output.iterdir()}
    change(copied / "incidents.toml", "Killing of 14 bus passengers", "Killing of 14 passengers")
    drawn = pipeline.draw_story(story)
    assert "Killing of 14 bus passengers" in drawn
    assert {file.name: file.read_bytes() for file in story.output.iterdir()} == stands
    build("--project", str(copied))
    assert drawn == (story.output / "map.html").read_text(encoding="utf-8")


def test_a_private_build_has_no_history(shared: Path, tmp_path: Path):
    out = tmp_path / "private"
    done = build("--out", str(out), "--texts", str(shared / "articles"), "--json")
    assert json.loads(done.stdout)["changes"] is None
    assert not (out / "changes.json").exists()
    assert not (out / "changes.md").exists()
