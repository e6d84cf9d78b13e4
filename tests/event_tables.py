"""Invented tables of events around the border of Iran and Pakistan, in every schema and format."""

import csv
import gzip
import io
import json
import zipfile

import numpy as np
import shapely

from geomap.events.kinds import ACLED, GDELT, UCDP_GED

#: lon, lat, UCDP's precision; the last three have no usable coordinates.
PLACES = [
    ("61.500000", "27.200000", "1"),
    ("64.094590", "26.971860", "2"),
    ("62.52978", "26.53692", "1"),
    ("66.97", "30.19", "4"),
    ("63.2", "26.9", "2"),
    ("44.00943", "36.19117", "1"),
    ("", "", "1"),
    ("61.5", "", "2"),
    ("261.5", "27.2", "1"),
]
#: What may stand in a text, and must come back.
TEXTS = ["a, b", 'said "so"', "two\nlines", "NA", "007", " blanks ", "سراوان", "'", "1.10"]


def ged_rows(places=PLACES):
    """Rows of UCDP GED as texts, by column."""
    rows = []
    for k, (lon, lat, precision) in enumerate(places):
        row = dict.fromkeys(UCDP_GED.columns, "")
        row |= {
            "id": str(5000 - 7 * k),
            "relid": f"{k:03}",
            "type_of_violence": "1",
            "where_prec": precision,
            "country": "Pakistan",
        }
        row |= {"longitude": lon, "latitude": lat, "source_headline": TEXTS[k % len(TEXTS)], "best": str(k), "year": "2021"}
        row |= {"date_start": f"2021-03-{k % 28 + 1:02} 00:00:00.000", "conflict_name": "A: Government", "adm_1": "NA"}
        rows.append(row)
    return rows


def acled_rows():
    """Rows of ACLED as texts, by column."""
    return [
        dict.fromkeys(ACLED.columns, "")
        | {"event_id_cnty": f"PAK{k}", "event_date": f"0{k % 9 + 1} March 2021", "geo_precision": precision, "iso": "586"}
        | {"longitude": lon, "latitude": lat, "country": "Pakistan", "notes": TEXTS[k % len(TEXTS)]}
        for k, (lon, lat, precision) in enumerate(PLACES)
    ]


def gdelt_rows():
    """Rows of GDELT 2's events as texts, by column; texts hold neither tabs nor line breaks."""
    return [
        dict.fromkeys(GDELT.columns, "")
        | {"GLOBALEVENTID": str(990 + k), "SQLDATE": "20210301", "EventCode": "010", "ActionGeo_Type": "4"}
        | {"ActionGeo_Long": lon, "ActionGeo_Lat": lat, "Actor1Name": '"RED" BRIGADE', "ActionGeo_CountryCode": "AU"}
        for k, (lon, lat, _) in enumerate(PLACES)
    ]


def csv_text(rows, *, header=True, separator=",", quoting=csv.QUOTE_MINIMAL):
    """Rows as CSV."""
    file = io.StringIO(newline="")
    if quoting == csv.QUOTE_NONE:  # as GDELT writes: a quotation mark is a letter
        lines = [separator.join(row.values()) for row in rows]
        return "\n".join([separator.join(rows[0]), *lines] if header else lines) + "\n"
    writer = csv.writer(file, delimiter=separator, lineterminator="\n")
    if header:
        writer.writerow(rows[0])
    writer.writerows(row.values() for row in rows)
    return file.getvalue()


def write(path, rows, **how):
    """A table in the format of a file's name; gives the path."""
    name = path.name
    if name.endswith((".csv", ".tsv")):
        path.write_bytes(csv_text(rows, separator="\t" if name.endswith(".tsv") else ",", **how).encode())
    elif name.endswith(".zip"):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("GEDEvent.csv", csv_text(rows, **how))
            archive.writestr("__MACOSX/._GEDEvent.csv", b"\0")
            archive.writestr("readme.txt", "about")
    elif name.endswith(".gz"):
        path.write_bytes(gzip.compress(csv_text(rows, **how).encode()))
    elif name.endswith(".jsonl"):
        path.write_text("".join(json.dumps(row) + "\n" for row in typed(rows)), encoding="utf-8")
    elif name.endswith(".parquet"):
        import pyarrow as pa
        from pyarrow import parquet

        parquet.write_table(pa.Table.from_pylist(typed(rows)), path)
    else:
        frame = points(rows)
        if name.endswith(".geoparquet"):
            frame.to_parquet(path)
        else:
            frame.to_file(path, layer="events", driver="GPKG" if name.endswith(".gpkg") else "GeoJSON")
    return path


def typed(rows):
    """The same with numbers where GED has them; None for an empty cell."""
    numbers = {"id": int, "best": int, "year": int, "where_prec": int, "longitude": float, "latitude": float}
    return [{name: numbers.get(name, str)(cell) if cell else None for name, cell in row.items()} for row in rows]


def points(rows):
    """A GeoDataFrame of the rows, without columns of degrees."""
    import geopandas as gpd
    import pandas as pd

    frame = pd.DataFrame(typed(rows))
    pairs = [(x, y) for x, y in zip(frame.pop("longitude"), frame.pop("latitude"), strict=True)]
    geometry = [None if np.isnan(x) or np.isnan(y) else shapely.Point(x, y) for x, y in pairs]
    return gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries(geometry, crs=4326))


def read(path):
    """A table that was written, as a list of rows; None for nothing."""
    name = path.name
    if name.endswith((".csv", ".tsv", ".gz")):
        text = (gzip.decompress(path.read_bytes()) if name.endswith(".gz") else path.read_bytes()).decode()
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t" if ".tsv" in name else ",")
        return [{key: cell or None for key, cell in row.items()} for row in rows]
    if name.endswith(".jsonl"):
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if name.endswith("parquet"):
        from pyarrow import parquet

        return parquet.read_table(path).to_pylist()
    import pyogrio

    rows = pyogrio.read_dataframe(path, use_arrow=True).astype(object)
    return [
        {key: None if value is None or value != value else value for key, value in row.items()}
        for row in rows.to_dict("records")
    ]
