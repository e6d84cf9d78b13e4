"""Only regular files of bounded size are read, and only as text where they are."""

import os

import pytest

from geomap.errors import DataError, MissingError
from geomap.reading import check_file, read_bytes, read_text


def refused(reader, *arguments):
    with pytest.raises(DataError) as error:
        reader(*arguments)
    return str(error.value)


def test_a_pipe_a_device_and_a_folder_are_refused_without_being_opened(tmp_path):
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    device = type(tmp_path)("/dev/zero")

    assert refused(read_bytes, pipe) == f"{pipe}: is a pipe; name a regular file"
    assert refused(read_bytes, device) == "/dev/zero: is a device; name a regular file"
    assert refused(check_file, tmp_path) == f"{tmp_path}: is a folder; name a regular file"


def test_a_file_that_is_not_there_is_missing(tmp_path):
    for path in (tmp_path / "none", tmp_path / "none" / "at all", tmp_path / "nul\0"):
        with pytest.raises(MissingError):
            read_bytes(path)


def test_a_file_is_read_up_to_its_bound(tmp_path):
    file = tmp_path / "file"
    file.write_bytes(b"x" * 1000)
    assert read_bytes(file, 0.001) == b"x" * 1000

    file.write_bytes(b"x" * 1001)
    assert "at most 0.001 MB are read" in refused(read_bytes, file, 0.001)


def test_a_sparse_file_is_refused_by_what_it_says_of_its_size(tmp_path):
    file = tmp_path / "file"
    with file.open("wb") as opened:
        opened.truncate(10**12)

    assert refused(read_bytes, file) == f"{file}: has 1,000,000 MB; at most 200 MB are read"


def test_a_file_that_says_it_is_empty_is_not_read_beyond_its_bound():
    maps = type(os.curdir)("/proc/self/maps")
    if not os.path.exists(maps):
        pytest.skip("no /proc here")
    from pathlib import Path

    assert "has more than 0.0001 MB" in refused(read_bytes, Path(maps), 0.0001)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_in_the_unicode_that_its_mark_says(tmp_path, encoding):
    file = tmp_path / "file"
    file.write_bytes("ضلع گوادر\nÄ".encode(encoding))

    assert read_text(file) == "ضلع گوادر\nÄ"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("name\nKermān, Ä".encode().replace("Ä".encode(), b"\xc4"), "line 2, character 9: not UTF-8; save the file as UTF-8"),
        ("name".encode("utf-16-le"), "line 1, character 2: a character NUL; save the file as UTF-8"),
        (b"\xff\xfea", "line 1, character 1: not UTF-16; save the file as UTF-8"),
    ],
)
def test_what_is_no_unicode_is_refused_by_line_and_character(tmp_path, data, said):
    file = tmp_path / "file"
    file.write_bytes(data)

    assert refused(read_text, file) == f"file: {said}"
