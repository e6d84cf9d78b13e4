"""Coordinates as people print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.errors import DataError
from geomap.language import coordinates
from geomap.places.words import locate_words


@pytest.mark.parametrize(
    ("words", "lat", "lon", "step"),
    [
        *(
            (words, 27.17, 64.27, 0.01)
            for words in ("27.17N 64.27E", "27.17 N, 64.27 E", "27.17° N, 64.27° E", "N27.17 E64.27")
        ),
        *((words, 27.17, 64.27, 0.01) for words in ("27.17 degrees north, 64.27 degrees east", "lat 27.17, lon 64.27")),
        *((words, 27 + 1 / 6, 64.25, 1 / 60) for words in ("27°10′N 64°15′E", "27° 10' N, 64° 15' E", "27º10’N/64º15’E")),
        *((words, 27.17, 64.25, 1 / 3600) for words in ("27°10′12″N 64°15′0″E", "27°10'12\"N, 64°15'00\"E")),
        ("27°10.2′N 64°15.0′E", 27.17, 64.25, 0.1 / 60),
        ("33.5S 70.25W", -33.5, -70.25, 0.1),
        ("27N 64E", 27, 64, 1),
    ],
)
def test_each_way_to_print_a_point_is_read(words, lat, lon, step):
    (found,) = coordinates(f"seen at {words} today")

    assert (found.lat, found.lon, found.step) == pytest.approx((lat, lon, step))
    assert f"seen at {words} today"[found.start : found.end] == words


@pytest.mark.parametrize(
    "words",
    [
        "27.17, 64.27",
        "27 64",
        "12 km N of X and 30 E",
        "the N25 road",
        "5 n of them",
        "at N 35 E",
        "at S 27.17 W",
        "-27.17N 64.27E",
        "on 27 November 64 East Street",
    ],
)
def test_bare_numbers_and_other_words_are_no_point(words):
    assert list(coordinates(words)) == []


@pytest.mark.parametrize("words", ["95N 12E", "12N 181E", "27°61′N 64°10′E", "27°10′75″N 64°10′10″E"])
def test_a_point_that_is_not_on_earth_is_refused(words):
    with pytest.raises(ValueError, match=r"at most|less than 60"):
        list(coordinates(words))
    with pytest.raises(DataError, match=r"at most|less than 60"):
        locate_words(f"near {words}")


@given(st.floats(-90, 90), st.floats(-180, 180), st.integers(0, 5))
def test_a_printed_point_is_found_again_to_its_last_digit(lat, lon, digits):
    said = f"{abs(lat):.{digits}f}{'S' if lat < 0 else 'N'} {abs(lon):.{digits}f}{'W' if lon < 0 else 'E'}"

    (found,) = coordinates(said)
    assert abs(found.lat - lat) <= 0.5000001 * 10.0**-digits
    assert abs(found.lon - lon) <= 0.5000001 * 10.0**-digits


def test_a_point_is_as_fine_as_its_last_digit():
    coarse, fine = (locate_words(words)["readings"][0]["areas"][0] for words in ("27.2N 64.3E", "27.17N 64.27E"))

    assert coarse["km2"] / fine["km2"] == pytest.approx(100, rel=0.05)
    assert (fine["lon"], fine["lat"]) == pytest.approx((64.27, 27.17), abs=0.001)


def test_a_distance_from_a_printed_point_is_measured_from_it():
    straight = locate_words("12 km north of 27.17N 64.27E")["readings"][0]
    assert straight["areas"][0]["lat"] == pytest.approx(27.17 + 12 / 110.8, abs=0.03)
