"""Further lines of a border: each incident is measured to every one, and the verdict says whether all agree."""

from dataclasses import replace

import numpy as np
import pytest
import shapely

from geomap import pipeline, project
from geomap.border import Border
from geomap.errors import DataError, MissingError
from geomap.model import OtherLine
from geomap.tables import records

STORY = project.example()
OTHER = STORY.lines[0]


def with_line(**values):
    return replace(STORY, lines=(replace(OTHER, **values),))


def test_each_incident_has_its_distance_from_each_line(tables):
    line = Border.read(STORY.line(OTHER.border))
    rows = {row["incident"]: row for row in records(tables.line_distances)}

    assert set(rows) == set(tables.incidents["id"])
    pinned = tables.incidents[~tables.incidents.geometry.isna()]
    for row in pinned.itertuples():
        (measured,) = line.measure([row.geometry.x], [row.geometry.y]).distance_m / 1000
        assert rows[row.id]["distance_km"] == pytest.approx(measured, abs=0.06)
        assert rows[row.id]["distance_min_km"] - 0.06 <= measured <= rows[row.id]["distance_max_km"] + 0.06
    assert any(abs(rows[row.id]["distance_km"] - row.distance_km) > 0.5 for row in pinned.itertuples())


def test_the_verdict_says_whether_it_holds_on_all_lines(tables):
    verdicts = dict(zip(tables.incidents["id"], tables.incidents["near_border"], strict=True))
    for row in records(tables.line_distances):
        (same,) = tables.incidents["near_on_all_lines"][tables.incidents["id"] == row["incident"]]
        assert (same == "yes") == (row["near_border"] == verdicts[row["incident"]])
    assert set(tables.incidents["near_on_all_lines"]) == {"yes", "no"}


def test_the_border_s_table_has_a_row_for_each_line_the_border_first(tables):
    first, second = records(tables.border)

    assert (first["id"], first["drawn_by"]) == ("IRN-PAK", None)
    assert (second["id"], second["drawn_by"], second["licence"]) == ("Natural Earth", OTHER.drawn_by, "Public domain")
    drawn = shapely.get_coordinates(tables.border.geometry.iloc[1])
    assert np.array_equal(drawn, Border.read(STORY.line(OTHER.border)).parts[0])


def test_a_story_with_one_line_has_the_same_values_and_no_second_distance(tables):
    alone = pipeline.tables(pipeline.analyse(pipeline.read_inputs(replace(STORY, lines=()))))

    assert len(alone.line_distances) == 0
    assert len(alone.border) == 1
    assert alone.incidents["near_on_all_lines"].isna().all()
    both = [name for name in alone.incidents if name not in ("near_on_all_lines", "geometry")]
    assert records(alone.incidents[both]) == records(tables.incidents[both])


@pytest.mark.parametrize(
    ("border", "said"),
    [
        ("IRN-PAK", "is the border itself"),
        ("PAK-IRN", "is the border itself"),
        ("MLI-NER", "is nowhere within 500 km of the border"),
    ],
)
def test_a_line_that_is_the_border_or_another_s_is_refused_at_its_record(border, said):
    with pytest.raises(DataError, match=f"lines: Natural Earth: {said}") as caught:
        pipeline.read_inputs(with_line(border=border))
    (problem,) = caught.value.problems
    assert problem.at == ("lines", 0, "border")


def test_a_line_that_is_not_there_is_missing():
    with pytest.raises(MissingError, match=r"nowhere\.geojson"):
        pipeline.read_inputs(with_line(border="nowhere.geojson"))


def test_lines_are_told_in_their_order():
    lines = (OTHER, OtherLine(name="Again", border="IRN-AFG", drawn_by="nobody"))
    inputs = pipeline.read_inputs(replace(STORY, lines=lines))
    assert list(inputs.lines) == ["Natural Earth", "Again"]
