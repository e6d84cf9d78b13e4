"""No file of a stranger makes GDAL fetch anything: what is opened begins as its suffix says."""

import json
import socket
import threading
import zipfile

import pytest
from click.testing import CliRunner
from conftest import without_note

from geomap.cli.group import main
from geomap.errors import DataError
from geomap.project import check_vector_file

LINE = json.dumps(
    {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [[61, 27], [62, 28]]}}
)


@pytest.fixture
def listener():
    """A server on loopback that counts who calls."""
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    calls, over = [], threading.Event()

    def listen():
        while not over.is_set():
            try:
                calls.append(server.accept())
            except TimeoutError:
                continue

    thread = threading.Thread(target=listen)
    thread.start()
    yield server.getsockname()[1], calls
    over.set()
    thread.join()
    server.close()
    for connection, _ in calls:
        connection.close()


def virtual(port):
    """A virtual layer, as GDAL documents them, whose source is an address."""
    return (
        f'<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>http://127.0.0.1:{port}/x.geojson</SrcDataSource>'
        "</OGRVRTLayer></OGRVRTDataSource>"
    )


@pytest.mark.parametrize(
    "suffix", [".geojson", ".json", ".gpkg", ".shp", ".kml", ".gpx", ".fgb", ".vrt", ".xml", ".csv", ".zip", ""]
)
def test_a_file_that_names_an_address_calls_nobody_whatever_it_is_called(tmp_path, listener, suffix):
    port, calls = listener
    path = tmp_path / f"border{suffix}"
    if suffix == ".zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("border.vrt", virtual(port))
    else:
        path.write_text(virtual(port), encoding="utf-8")

    for arguments in (["--border", str(path)], ["--compare", str(path)]):
        done = CliRunner().invoke(main, ["measure", "--lon", "61.5", "--lat", "27.2", *arguments])
        assert done.exit_code == 1
        assert len(without_note(done.output).strip().splitlines()) == 1
    done = CliRunner().invoke(main, ["build", "--edits", str(path), "--by", "A", "--why", "B"])
    assert done.exit_code != 0
    assert calls == []


def test_the_listener_hears_who_calls(listener):
    port, calls = listener
    socket.create_connection(("127.0.0.1", port)).close()
    for _ in range(50):
        if calls:
            break
        threading.Event().wait(0.05)

    assert len(calls) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.geojson", LINE),
        ("a.GEOJSON", LINE),
        ("bom.json", "\ufeff" + LINE),
        ("a.kml", '<?xml version="1.0"?>\n<!-- a map --><kml xmlns="http://www.opengis.net/kml/2.2"></kml>'),
        ("a.gpx", '<gpx version="1.1"></gpx>'),
    ],
)
def test_a_file_that_begins_as_its_suffix_says_is_taken(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")

    check_vector_file(path)


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.geojson", b"<gpx>", "not a vector file of its suffix: .geojson does not begin so"),
        ("a.kml", b"<!DOCTYPE kml SYSTEM 'x'><kml>", "not a vector file of its suffix"),
        ("a.kml", b"<kmlish>", "not a vector file of its suffix"),
        ("a.gpkg", b"", "it is empty; give the whole file"),
        ("a.gml", b"<gml>", "not a vector file that is read here"),
        ("a", b"{}", "not a vector file that is read here"),
        ("a.zip", b"no zip", "not a ZIP that can be read"),
    ],
)
def test_what_begins_otherwise_is_refused_in_one_sentence(tmp_path, name, data, sentence):
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(DataError, match=sentence) as refused:
        check_vector_file(path)
    assert len(str(refused.value).splitlines()) == 1


def test_a_zip_of_a_shapefile_is_taken_and_one_that_holds_something_else_is_not(tmp_path):
    good, bad = tmp_path / "good.zip", tmp_path / "bad.zip"
    with zipfile.ZipFile(good, "w") as archive:
        archive.writestr("in/line.shp", b"\x00\x00\x27\x0a" + bytes(96))
        archive.writestr("in/line.dbf", b"")
    with zipfile.ZipFile(bad, "w") as archive:
        archive.writestr("line.geojson", "<x/>")

    check_vector_file(good)
    with pytest.raises(DataError, match=r"bad\.zip: line\.geojson: not a vector file of its suffix"):
        check_vector_file(bad)
