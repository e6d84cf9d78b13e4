"""Vector files of strangers, before GDAL sees them: it would follow what a file says, whatever the file is called.

GDAL chooses its driver by content. A file named .geojson that holds a virtual layer would be opened as one, and fetch what it
names from the network. So a file must begin as its suffix says, and only formats are taken that name no other file.
"""

from __future__ import annotations

import codecs
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from geomap.errors import DataError
from geomap.project.geopackages import check_geopackage
from geomap.reading import MOST_MB, check_file, check_json_depth, read_bytes

_SQLITE, _SHAPE, _FLATGEOBUF = b"SQLite format 3\x00", b"\x00\x00\x27\x0a", b"fgb"
#: How far a file's root element or first brace may be from its beginning.
_HEAD = 4096

Begins = Callable[[bytes], bool]


def _with(mark: bytes) -> Begins:
    return lambda head: head.startswith(mark)


def _brace(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def _root(name: bytes) -> Begins:
    """XML whose root element has a name; what stands before it may be a declaration and comments, and no document type."""
    before = rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*"
    found = re.compile(before + rb"<(?:\w+:)?" + name + rb"[\s>]", re.DOTALL)
    return lambda head: found.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


#: How a file of each suffix begins.
FORMATS: dict[str, Begins] = {
    **dict.fromkeys((".geojson", ".json"), _brace),
    ".gpkg": _with(_SQLITE),
    ".shp": _with(_SHAPE),
    ".fgb": _with(_FLATGEOBUF),
    ".kml": _root(b"kml"),
    ".gpx": _root(b"gpx"),
}
#: What may stand beside a shapefile in a ZIP.
_BESIDE = (".shx", ".dbf", ".prj", ".cpg", ".sbn", ".sbx", ".qix", ".txt", ".md", ".html")


def split_layer(name: str | Path) -> tuple[Path, str | None]:
    """A file, and the layer of it that is meant, as QGIS writes both: ``borders.gpkg|layername=coast``.

    >>> split_layer("borders.gpkg|layername=coast")[1], split_layer("borders.gpkg")[1]
    ('coast', None)

    Raises:
        DataError: something else than a layer's name stands behind the file.
    """
    file, bar, option = str(name).partition("|")
    if not bar or Path(name).exists():
        return Path(name), None
    key, _, layer = option.partition("=")
    if key.strip().casefold() != "layername" or not layer or "|" in layer:
        raise DataError(f"{name}: {option!r} names no layer; write {file}|layername=NAME")
    return Path(file), layer


def check_vector_file(path: Path, most_mb: float | None = None) -> None:
    """Refuse a vector file that is not what its suffix says.

    Args:
        path: of the file.
        most_mb: the largest that is read, megabytes; `MOST_MB` unless given.

    Raises:
        DataError: the suffix is none of `FORMATS`, a ZIP of these, or a file geodatabase; or the file begins otherwise, is
            empty, or has a name that GDAL cannot open.
    """
    try:
        str(path).encode()
    except UnicodeEncodeError as error:
        raise DataError(f"{str(path)!a}: its name is not in UTF-8; rename it") from error
    suffix = path.suffix.lower()
    if path.is_dir() and suffix == ".gdb":
        return
    check_file(path, most_mb or MOST_MB)
    if suffix == ".zip":
        _check_zip(path)
        return
    if suffix not in FORMATS:
        raise DataError(f"{path}: not a vector file that is read here; give one that ends in {', '.join(FORMATS)}")
    with path.open("rb") as file:
        _check_head(str(path), suffix, file.read(_HEAD))
    if suffix == ".gpkg":
        check_geopackage(path)
    elif suffix in (".geojson", ".json"):
        check_json_depth(read_bytes(path), str(path))


def _check_zip(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            if (unpacked := sum(entry.file_size for entry in archive.infolist())) > MOST_MB * 1e6:
                raise DataError(f"{path}: has {unpacked / 1e6:,.0f} MB when unpacked; at most {MOST_MB:g} MB are read")
            for name in archive.namelist():
                suffix = Path(name).suffix.lower()
                if name.endswith("/") or suffix in _BESIDE:
                    continue
                if suffix not in FORMATS:
                    raise DataError(f"{path}: holds {name}, which is not read here; give a ZIP of {', '.join(FORMATS)} alone")
                with archive.open(name) as file:
                    _check_head(f"{path}: {name}", suffix, file.read(_HEAD))
                if suffix == ".gpkg":
                    raise DataError(f"{path}: holds {name}; a GeoPackage is read as it is, so take it out of the ZIP")
                if suffix in (".geojson", ".json"):
                    check_json_depth(archive.read(name), f"{path}: {name}")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise DataError(f"{path}: not a ZIP that can be read ({error})") from error


def _check_head(name: str, suffix: str, head: bytes) -> None:
    if not head:
        raise DataError(f"{name}: it is empty; give the whole file")
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise DataError(f"{name}: it is written in UTF-16; save it in UTF-8")
    if not FORMATS[suffix](head):
        raise DataError(f"{name}: not a vector file of its suffix: {suffix} does not begin so; give the file its right name")
