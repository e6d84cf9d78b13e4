"""`geomap.near_arrow`: Arrow or numpy in, Arrow out."""

import functools
import pickle

import numpy as np
import pandas as pd
import pytest
import shapely
from conftest import needed, needs

import geomap
from geomap import Border
from geomap.errors import DataError, MissingError
from geomap.events import arrow as _arrow
from geomap.geometry import asking

try:
    import pyarrow as pa
    from pyarrow import compute
except ImportError:
    pa = None
needed(pa, "pyarrow is not installed")

COLUMNS = {
    "id": [1, 2, 3, 4],
    "longitude": [62.33096, 64.09459, None, 0.0],
    "latitude": [27.37089, 26.97186, 27.0, 0.0],
    "r": [2000.0, None, 2000.0, 2000.0],
}


def table(**more):
    return pa.table({**COLUMNS, **more})


def test_rows_order_columns_and_metadata_stay_and_the_new_ones_follow():
    given = table().replace_schema_metadata({"a": "b"})
    found = geomap.near_arrow(given, border="IRN-PAK")

    assert found.select(given.schema.names).equals(given, check_metadata=True)
    assert found.schema.names[4:6] == ["distance_km", "distance_min_km"]
    assert [round(km, 1) for km in found["distance_km"].to_pylist()[:2]] == [45.7, 77.3]
    assert found["near_border"].to_pylist() == ["yes", "no", None, None]
    assert found["not_measured"].to_pylist()[2:] == ["no coordinates", "coordinates 0, 0, which stand for none"]


def test_what_is_not_known_is_null_and_never_nan():
    found = geomap.near_arrow(table(), border=["IRN-PAK", "any"], radius_m="r")

    for name in found.schema.names[4:]:
        assert not pa.types.is_floating(found[name].type) or not compute.any(compute.is_nan(found[name])).as_py()
    assert found["IRN_PAK_distance_km"].null_count == 2
    assert found["IRN_PAK_distance_max_km"].null_count == 3
    assert found["IRN_PAK_at_gap"].type == pa.bool_()


def test_it_says_what_near_says_of_a_frame():
    given = pd.DataFrame(COLUMNS)
    frame = geomap.near(given, border=["IRN-PAK", "any"], radius_m=[2000, np.nan, 2000, 2000])
    found = geomap.near_arrow(table(), border=["IRN-PAK", "any"], radius_m="r")

    for name in found.schema.names[4:]:
        said = [None if value is None or value is pd.NA or value != value else value for value in frame[name].tolist()]
        assert found[name].to_pylist() == said


@pytest.mark.parametrize(
    "make",
    [
        lambda given: given,
        lambda given: given.to_batches()[0],
        lambda given: {name: given[name].to_numpy() for name in given.schema.names},
        lambda given: pa.table(
            {name: pa.chunked_array([given[name].chunk(0)[:1], given[name].chunk(0)[1:]]) for name in COLUMNS}
        ),
        lambda given: given.cast(pa.schema([("id", pa.int8()), *((name, pa.float32()) for name in list(COLUMNS)[1:])])),
        lambda given: given.set_column(1, "longitude", given["longitude"].cast(pa.string()).cast(pa.large_string())),
    ],
    ids=["table", "batch", "numpy", "chunks", "float32", "texts"],
)
def test_a_table_a_batch_and_columns_of_numpy_are_measured_alike(make):
    expected = geomap.near_arrow(table(), border="IRN-PAK", radius_m="r")
    given = make(table())
    found = geomap.near_arrow(given, border="IRN-PAK", radius_m="r")

    assert type(found) is (type(given) if not isinstance(given, dict) else pa.Table)
    for name in ("distance_km", "distance_max_km"):
        assert np.allclose(found.column(name).to_pandas(), expected[name].to_pandas(), atol=0.002, equal_nan=True)
    for name in ("near_border", "not_measured"):
        assert found.column(name).to_pylist() == expected[name].to_pylist()


@pytest.mark.parametrize("type", ["string", "large_string", "string_view", "dictionary"])
def test_countries_are_read_from_any_kind_of_text(type):
    names = pa.array(["Pakistan", "Iran", "Pakistan", None])
    kinds = {"string": pa.string(), "large_string": pa.large_string()}
    if type == "string_view":
        needed(hasattr(pa, "string_view"), "this pyarrow has no views")
        kinds[type] = pa.string_view()
    given = table(country=names.dictionary_encode() if type == "dictionary" else names.cast(kinds[type]))
    found = geomap.near_arrow(given, border="any")

    assert found["border"].to_pylist()[0] in ("IRN-PAK", "AFG-PAK")
    assert found["border"].to_pylist()[1].find("IRN") >= 0


def test_a_part_of_the_rows_has_what_the_whole_gives_it():
    rng = np.random.default_rng(3)
    given = pa.table({"lon": rng.uniform(55, 70, 500), "lat": rng.uniform(22, 34, 500)})
    call = functools.partial(geomap.near_arrow, border="IRN-PAK", radius_m=1000, fast=False)
    whole = call(given)

    assert pickle.loads(pickle.dumps(call))(given).equals(whole)
    assert pa.concat_tables(call(given.slice(k, 7)) for k in range(0, 500, 7)).combine_chunks().equals(whole.combine_chunks())


def test_a_border_can_be_pickled_and_is_small_though_it_was_measured_to():
    border = Border.read("IRN-PAK")
    before = geomap.near_arrow(table(), border=border, radius_m="r")
    border.relations([border.buffer(10_000)])
    packed = pickle.dumps(border)

    assert len(packed) < 300_000
    assert geomap.near_arrow(table(), border=pickle.loads(packed), radius_m="r").equals(before)


def test_a_border_is_read_once_and_again_where_its_file_has_changed(tmp_path, monkeypatch):
    read, own = [], Border.read
    monkeypatch.setattr(_arrow.Border, "read", lambda name: read.append(name) or own(name))
    file = tmp_path / "line.geojson"
    line = '{"type": "LineString", "coordinates": [[61, 25], [61, %d]]}'
    file.write_text(line % 28)
    first = [geomap.near_arrow(table(), border=file)["distance_km"].to_pylist() for _ in range(3)]
    file.write_text(line % 26 + " ")
    then = geomap.near_arrow(table(), border=file)["distance_km"].to_pylist()

    assert len(read) == 2
    assert first[0] == first[2] != then


def test_no_rows_have_the_columns_too():
    given = table()
    empty = geomap.near_arrow(given.slice(0, 0), border="IRN-PAK", radius_m="r")

    assert empty.num_rows == 0
    assert empty.schema == geomap.near_arrow(given, border="IRN-PAK", radius_m="r").schema


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        ({"lon": "x", "lat": "latitude"}, DataError, "the table: has no column 'x'"),
        ({"radius_m": "x"}, DataError, "the table has no column 'x'"),
        ({"radius_m": [1, 2]}, DataError, r"shape \(2,\)"),
        ({"radius_m": -1}, DataError, "-1"),
        ({"border": "IRN-XXX"}, MissingError, "IRN"),
        ({"prefix": "", "more": {"near_border": [1, 2, 3, 4]}}, DataError, "near_border already"),
    ],
)
def test_what_cannot_be_measured_is_said_in_one_sentence(arguments, error, said):
    given = table(**arguments.pop("more", {}))
    with pytest.raises(error, match=said):
        geomap.near_arrow(given, **{"border": "IRN-PAK", **arguments})


@pytest.mark.parametrize("fast", [True, False])
def test_no_row_and_no_usable_point_are_measured_by_either_search(fast):
    if fast:
        needs("numba")
    for lon in ([], [None], [0.0]):
        rows = pa.table({"lon": pa.array(lon, pa.float64()), "lat": pa.array(lon, pa.float64())})

        assert geomap.near_arrow(rows, border="IRN-PAK", fast=fast).num_rows == len(lon)


def test_a_column_that_holds_no_metres_is_refused_in_one_sentence():
    rows = pa.table({"lon": [61.0], "lat": [27.0], "r": [["x"]], "t": ["x"]})

    for name in ("r", "t"):
        with pytest.raises(DataError, match=f"the column '{name}' holds .* and not metres"):
            geomap.near_arrow(rows, border="IRN-PAK", radius_m=name)
    with pytest.raises(DataError, match="name at least one"):
        geomap.near_arrow(rows, border=[])


def test_threads_ask_a_prepared_shape_one_after_another(monkeypatch):
    """GEOS changes a prepared shape while it answers: two threads at once would end the process."""
    asked = set()

    def watched(name, ask):
        def question(shape, *about):
            if shapely.is_prepared(shape):
                asked.add((name, asking.LOCK.locked()))
            return ask(shape, *about)

        return question

    for name in ("intersects_xy", "contains_xy", "intersects", "contains_properly"):
        monkeypatch.setattr(shapely, name, watched(name, getattr(shapely, name)))
    border, rng = Border.read("IRN-PAK"), np.random.default_rng(1)
    geomap.near_arrow({"lon": rng.uniform(40, 85, 30_000), "lat": rng.uniform(10, 45, 30_000)}, border=border, fast=False)
    border.relations([shapely.box(62, 27, 65, 28)])

    assert asked == {(name, True) for name in ("intersects_xy", "contains_xy", "intersects", "contains_properly")}
