"""The hand-kept places are read from their file, and every record that cannot be right is told."""

from dataclasses import replace
from zipfile import ZipFile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from two_lands import AREAS

from geomap import project
from geomap.errors import DataError
from geomap.gazetteer import proposed
from geomap.gazetteer.extract import COLUMNS, EXTRACT
from geomap.gazetteer.place import Place
from geomap.gazetteer.reading import COLUMNS as PLACE_COLUMNS
from geomap.gazetteer.reading import read_gazetteer
from geomap.vocabulary import LEVELS

HEADER = ",".join(PLACE_COLUMNS)
EAST = "East,country,EE,,,,,,,,EE"


@pytest.fixture
def write(tmp_path):
    """A function that writes a places file of some rows and gives its path."""

    def written(*rows):
        file = tmp_path / "places.csv"
        filled = [row + "," * (HEADER.count(",") - row.count(",")) for row in rows]
        file.write_text("\n".join([HEADER, *filled, ""]), encoding="utf-8")
        return file

    return written


def complaints(file):
    with pytest.raises(DataError) as refused:
        read_gazetteer(file, AREAS)
    return str(refused.value).splitlines()


def test_a_road_passes_places_of_the_file_that_have_a_point(write):
    mill, rest = "Mill,settlement,EE,East,,,10.5,47,4000,,,,X,", "Rest,settlement,EE,East,,,11.5,47,4000,,,,X,"
    road = "Long Road,site,EE,East,,,,,,,,,,,"

    assert read_gazetteer(write(EAST, mill, rest, road + "Mill;Rest"), AREAS).places["Long Road"].road == ("Mill", "Rest")
    assert complaints(write(EAST, mill, road + "Mill")) == [
        "places.csv: Long Road: road is Mill; a road passes two places or more and has no point of its own"
    ]
    assert complaints(write(EAST, mill, road + "Mill;East")) == [
        "places.csv: Long Road: road has 'East', which is no place of the file with a point"
    ]
    assert complaints(write(EAST, mill, road + "Mill;Mill")) == [
        "places.csv: Long Road: road has 'Mill' twice in a row; name each place once"
    ]
    assert "has no point of its own" in complaints(write(EAST, mill, rest, "Way,site,EE,East,,,11,47,9,,,,X,,Mill;Rest"))[0]


def test_a_record_is_read_with_every_column(write):
    file = write(
        EAST,
        "Mill,settlement,EE,East,Mille;Müll,مل,10.5,47,4000,12,,,a map,a note",
        "Both,province,EE,,,,,,,,EE-N;EE-S,WW-EE",
    )
    places = read_gazetteer(file, AREAS).places

    assert list(places) == ["East", "Mill", "Both"]
    assert places["Mill"] == Place(
        name="Mill",
        level="settlement",
        country="EE",
        within="East",
        spellings=("Mille", "Müll"),
        local="مل",
        lon=10.5,
        lat=47.0,
        radius_m=4000.0,
        geonames_id=12,
        source="a map",
        note="a note",
    )
    assert places["Both"] == Place(name="Both", level="province", country="EE", area=("EE-N", "EE-S"), along="WW-EE")
    assert places["East"] == Place(name="East", level="country", country="EE", area=("EE",))


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            ["Nowhere,site,EE,,,,ten,47,100,,,,X"],
            "places.csv: Nowhere: lon is 'ten'; Input should be a valid number, unable to parse string as a number",
        ),
        *(
            (
                [f"Nowhere,site,EE,,,,10,47,{radius},,,,X"],
                f"places.csv: Nowhere: radius_m is '{radius}'; Input should be {said}",
            )
            for radius, said in (
                ("-1", "greater than 0"),
                ("0", "greater than 0"),
                ("nan", "less than or equal to 1000000"),
                ("inf", "less than or equal to 1000000"),
                ("20000000", "less than or equal to 1000000"),
            )
        ),
        (
            [f"Nowhere,site,EE,,,,,,,{2**63}"],
            f"places.csv: Nowhere: geonames_id is '{2**63}'; Input should be less than 2147483648",
        ),
        *(
            (
                [f"Nowhere,site,EE,,,,{lon},{lat},100,,,,X"],
                f"places.csv: Nowhere: lon, lat is {lon}, {lat}; longitude comes first, in degrees",
            )
            for lon, lat in (("nan", "47.0"), ("10.0", "nan"), ("inf", "47.0"), ("10.0", "-inf"))
        ),
        (["Nowhere,site,EE,Atlantis"], "places.csv: Nowhere: within is 'Atlantis', which is no place of the file"),
        *(
            (
                [f"Nowhere,site,EE,,,,{cells},,,,X"],
                f"places.csv: Nowhere: lon, lat and radius_m go together, found {found}; give all three or none",
            )
            for cells, found in (
                ("10,47,", "(10.0, 47.0, None)"),
                ("10,,100", "(10.0, None, 100.0)"),
                (",47,100", "(None, 47.0, 100.0)"),
                (",,100", "(None, None, 100.0)"),
            )
        ),
        (["Nowhere,site,EE,,,,10,47,100"], "places.csv: Nowhere: source is empty; say who prints the coordinates"),
        *(
            (
                [f"Nowhere,site,EE,,,,{lon},{lat},100,,,,X"],
                f"places.csv: Nowhere: lon, lat is {lon}, {lat}; longitude comes first, in degrees",
            )
            for lon, lat in ((180.5, 0.0), (-180.5, 0.0), (10.0, 90.5), (10.0, -90.5))
        ),
        (
            [EAST, "Nowhere,site,EE,East,,,45,12,100,,,,X"],
            "places.csv: Nowhere: lon, lat is 45.0, 12.0, which is not in East; longitude comes first",
        ),
        (["Nowhere,province,EE,,,,,,,,EE-Q"], "places.csv: Nowhere: area is 'EE-Q', which the basemap does not have"),
        (["Nowhere,province,EE,,,,,,,,EE-N;EE-Q"], "places.csv: Nowhere: area is 'EE-Q', which the basemap does not have"),
        (
            [EAST, "Mill,site,WW,East"],
            "places.csv: Mill: country is 'WW', but East, which holds it, has 'EE'; correct one",
        ),
        (
            ["Mill,site,WW,,,,15,45,100,,,,X"],
            "places.csv: Mill: country is 'WW', but lon, lat 15.0, 45.0 is not in it; correct one",
        ),
        (
            ["Nowhere,site,EE", "Nowhere,site,WW"],
            "places.csv: Nowhere: the name stands twice; give each place a name of its own",
        ),
        (
            ["One,site,EE,,Ravens-Post;Other", "Two,site,EE,,raven's post"],
            'places.csv: Two: spellings has "raven\'s post", which is One; give it to one place of a country only',
        ),
        (
            ["One,site,EE,,Two Oaks", "Twooaks,site,EE"],
            "places.csv: Twooaks: name has 'Twooaks', which is One; give it to one place of a country only",
        ),
        (
            ["One,site,EE,,,دو", "Two,site,EE,,دو"],
            "places.csv: Two: spellings has 'دو', which is One; give it to one place of a country only",
        ),
        (
            ["One,site,EE,,دو", "Two,site,EE,,,دو"],
            "places.csv: Two: local has 'دو', which is One; give it to one place of a country only",
        ),
        (
            ["One,site,,,Two", "Two,site"],
            "places.csv: Two: name has 'Two', which is One; give it to one place of a country only",
        ),
    ],
)
def test_a_record_that_cannot_be_right_is_told_by_file_record_and_field(write, rows, message):
    assert complaints(write(*rows)) == [message]


def test_a_level_that_is_none_is_told_with_those_that_are(write):
    (message,) = complaints(write("Nowhere,village"))

    assert message.startswith("places.csv: Nowhere: level is 'village'; Input should be ")
    assert all(f"'{level}'" in message for level in LEVELS)


def test_places_of_two_countries_may_share_a_spelling(write):
    file = write("One,site,EE,,Ashby;ashby", "Two,site,WW,,Ashby", "Three,site,EE", "Four,site,EE")

    assert set(read_gazetteer(file, AREAS).places) == {"One", "Two", "Three", "Four"}


def test_every_wrong_record_is_told_at_once_and_in_one_order(write):
    file = write("One,village", "Two,hamlet,EE,,,,x", "Three,site,EE,Atlantis,,,10,,,,EE-Q", "Four,site,EE,,Three")

    assert [line.split(";")[0] for line in complaints(file)] == [
        "places.csv: One: level is 'village'",
        "places.csv: Two: level is 'hamlet'",
        "places.csv: Two: lon is 'x'",
        "places.csv: Three: lon, lat and radius_m go together, found (10.0, None, None)",
        "places.csv: Three: source is empty",
        "places.csv: Three: within is 'Atlantis', which is no place of the file",
        "places.csv: Three: area is 'EE-Q', which the basemap does not have",
        "places.csv: Four: spellings has 'Three', which is Three",
    ]


SHORE = [
    # Eastland is a box from 10° E, 40° N to 20° E, 50° N, and North its upper half.
    ("East", 9.91, 45, True),
    ("East", 9.89, 45, False),
    ("East", 15, 50.09, True),
    ("East", 15, 50.11, False),
    ("North", 15, 44.91, True),
    ("North", 15, 44.89, False),
    ("Both", 15, 44, True),
    ("Inner", 15, 44.95, True),
    ("Inner", 15, 44, False),
]


@pytest.mark.parametrize(("within", "lon", "lat", "right"), SHORE)
def test_a_place_lies_in_what_holds_it_or_within_a_tenth_of_a_degree(write, within, lon, lat, right):
    file = write(
        EAST,
        "North,province,EE,East,,,,,,,EE-N",
        "Both,province,EE,,,,,,,,EE-N;EE-S",
        "Inner,district,EE,North",
        f"Mill,site,EE,{within},,,{lon},{lat},100,,,,X",
    )
    if right:
        assert read_gazetteer(file, AREAS).places["Mill"].within == within
    else:
        holder = {"Inner": "North"}.get(within, within)
        assert complaints(file) == [
            f"places.csv: Mill: lon, lat is {float(lon)}, {float(lat)}, which is not in {holder}; longitude comes first"
        ]


@given(st.floats(-180, 180), st.floats(-90, 90))
@example(180.0, 90.0)
@example(-180.0, -90.0)
def test_any_point_of_the_earth_may_be_a_place(tmp_path_factory, lon, lat):
    file = tmp_path_factory.mktemp("places") / "places.csv"
    file.write_text(f"{HEADER}\nMill,site,,,,,{lon},{lat},100,,,,X,,\n", encoding="utf-8")

    assert (read_gazetteer(file, {}).places["Mill"].lon, read_gazetteer(file, {}).places["Mill"].lat) == (lon, lat)


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ("15,45,100,,,,X", None),
        ("15,,100,,,,X", "lon, lat and radius_m go together, found (15.0, None, 100.0); give all three or none"),
        (",45,100,,,,X", "lon, lat and radius_m go together, found (None, 45.0, 100.0); give all three or none"),
    ],
)
@pytest.mark.parametrize("area", ["EE", "EE-Q", ""])
def test_a_place_is_held_against_an_outline_only_where_both_are_there(write, cells, problem, area):
    file = write(f"East,country,EE,,,,,,,,{area}", f"Mill,site,EE,East,,,{cells}")
    expected = ["places.csv: East: area is 'EE-Q', which the basemap does not have"] if area == "EE-Q" else []
    expected += [f"places.csv: Mill: {problem}"] if problem else []

    if expected:
        assert complaints(file) == expected
    else:
        assert len(read_gazetteer(file, AREAS).places) == 2


def test_an_area_without_an_outline_holds_whatever_it_is_said_to(write):
    file = write("South,province,EE,,,,,,,,EE-S", "West,province,EE,South", "Mill,site,EE,West,,,15,43,100,,,,X")

    assert read_gazetteer(file, AREAS).places["Mill"].lat == 43


def test_the_extract_that_ships_or_another_is_read_when_it_is_needed(write):
    file = write("Mill,site,EE")
    assert read_gazetteer(file, AREAS).extract_zip == project.path(EXTRACT)

    other = file.parent / "other.zip"
    with ZipFile(other, "w") as packed:
        packed.writestr("world.tsv", "\t".join(COLUMNS) + "\n")
    gazetteer = read_gazetteer(file, AREAS, extract_zip=other)

    assert (gazetteer.extract_zip, list(gazetteer.extract), gazetteer.areas) == (other, [], AREAS)


def test_a_row_that_is_proposed_names_no_container_whose_outline_does_not_hold_the_place():
    story = project.example()
    gazetteer = read_gazetteer(story.path("places.csv"), project.read_outlines(story))
    ((place, why),) = proposed("Pasni", gazetteer)
    assert (place.name, place.within, place.geonames_id) == ("Pasni", "Balochistan", 1168312)
    assert why.startswith("Pasni, a settlement in Balochistan, Pakistan, PK")

    elsewhere = replace(gazetteer, areas={**gazetteer.areas, "PK-BA": AREAS["EE"]})
    ((place, _),) = proposed("Pasni", elsewhere)
    assert (place.name, place.within) == ("Pasni", None)


def test_a_place_that_is_only_spelled_alike_is_proposed_only_inside_what_is_said_to_hold_it():
    story = project.example()
    gazetteer = read_gazetteer(story.path("places.csv"), project.read_outlines(story))
    assert proposed("Pasnee", gazetteer) == ()
    assert [place.geonames_id for place, _ in proposed("Pasnee", gazetteer, within=["Balochistan"])] == [1168312]
