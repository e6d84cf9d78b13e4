"""The tables of events that are known by their columns: UCDP GED, ACLED, GDELT 2, and any with lon and lat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from geomap.gazetteer import folded

_UCDP_GED = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec",
    "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa",
    "gwnob",
)  # fmt: skip
_ACLED = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = (
    "Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID",
)  # fmt: skip
_GDELT = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{n}{name}" for n in (1, 2) for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources",
    "NumArticles", "AvgTone",
    *(f"{of}Geo_{name}" for of in ("Actor1", "Actor2", "Action") for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of table: which of its columns say where, how precisely, and in which country."""

    name: str  #: in words
    columns: tuple[str, ...] = ()  #: in their order, where a file without a header row has just these
    marks: tuple[str, ...] = ()  #: columns that tell it
    lon: str = ""
    lat: str = ""
    precision: str = ""
    country: str = ""  #: as a name or an ISO code; empty where it has other codes
    place: str = ""  #: the name of the place whose point a row has
    radii_km: Mapping[str, float] = field(default_factory=dict)  #: by the precision's code
    quoted: bool = True  #: whether a quotation mark begins a cell


#: The codebook of GED says of code 2 that the event lies within 25 km; 2 km for an exact location is ours.
UCDP_GED = Kind(
    name="UCDP GED",
    columns=_UCDP_GED,
    marks=("where_prec", "type_of_violence"),
    lon="longitude",
    lat="latitude",
    precision="where_prec",
    country="country",
    place="where_coordinates",
    radii_km={"1": 2.0, "2": 25.0},
)
ACLED = Kind(
    name="ACLED",
    columns=_ACLED,
    marks=("event_id_cnty", "geo_precision"),
    lon="longitude",
    lat="latitude",
    precision="geo_precision",
    country="country",
    place="location",
)
#: Its country codes are FIPS 10-4, which are not ISO's: "AU" is Austria. So a country is that of the point.
GDELT = Kind(
    name="GDELT 2 events",
    columns=_GDELT,
    marks=("GLOBALEVENTID", "ActionGeo_Type"),
    lon="ActionGeo_Long",
    lat="ActionGeo_Lat",
    precision="ActionGeo_Type",
    quoted=False,
)
KINDS = (UCDP_GED, ACLED, GDELT)

#: How columns of degrees are called, as `_plain_name` has it, the likelier first; each longitude with its latitude. "Länge" and
#: "Breite" are length and width, too.
_PAIRS = (
    ("longitude", "latitude"),
    ("lon", "lat"),
    ("long", "lat"),
    ("lng", "lat"),
    ("decimallongitude", "decimallatitude"),
    ("longitudedecimal", "latitudedecimal"),
    ("longitudedecimale", "latitudedecimale"),
    ("longitud", "latitud"),
    ("longituddecimal", "latituddecimal"),
    ("langengrad", "breitengrad"),
    ("laengengrad", "breitengrad"),
    ("londd", "latdd"),
    ("longdd", "latdd"),
    ("longitudedd", "latitudedd"),
    ("xcoord", "ycoord"),
    ("coordx", "coordy"),
    ("xcoordinate", "ycoordinate"),
    ("coordenadax", "coordenaday"),
    ("pointx", "pointy"),
    ("x", "y"),
)
_COUNTRIES = ("country", "iso_a3", "iso3", "country_code")


def kind_of(columns: Sequence[str]) -> Kind | None:
    """The kind of a table with a header row; None where neither it nor columns of degrees are known.

    ``lon`` and ``lat`` are empty where a table of a known kind has none, as its points may stand in a geometry.

    >>> kind_of(["Name", "Lon", "Lat"]).lon, kind_of(UCDP_GED.columns).name
    ('Lon', 'UCDP GED')
    """
    have = set(columns)
    lon, lat = _degrees(columns)
    for kind in KINDS:
        if have.issuperset(kind.marks):
            return kind if have.issuperset((kind.lon, kind.lat)) else replace(kind, lon=lon, lat=lat)
    return replace(plain(columns), name="plain lon and lat", lon=lon, lat=lat) if lon else None


def plain(columns: Sequence[str]) -> Kind:
    """A table of no known kind, with the column of countries that is called so."""
    by_small = _by_small(columns)
    return Kind(name="points", country=next((by_small[name] for name in _COUNTRIES if name in by_small), ""))


def _by_small(columns: Sequence[str]) -> dict[str, str]:
    """The names of columns by their small letters, without spaces around them; the first of those that are alike."""
    return {name.strip().casefold(): name for name in reversed(columns)}


def _degrees(columns: Sequence[str]) -> tuple[str, str]:
    """The columns of longitudes and latitudes by their usual names; empty where there are none."""
    by_small = {_plain_name(name): name for name in reversed(columns)}
    pairs = ((by_small.get(lon), by_small.get(lat)) for lon, lat in _PAIRS)
    return next(((lon, lat) for lon, lat in pairs if lon and lat), ("", ""))


def _plain_name(name: str) -> str:
    """A column's name in small letters, without accents, blanks and other signs."""
    return folded(name).replace(" ", "")


def kind_of_cells(cells: Sequence[str]) -> Kind | None:
    """The kind of a table without a header row, by its number of columns and the coordinates in its first row."""
    for kind in KINDS:
        if len(cells) == len(kind.columns):
            row = dict(zip(kind.columns, cells, strict=True))
            if all(not row[name] or is_number(row[name]) for name in (kind.lon, kind.lat)):
                return kind
    return None


def is_number(cell: str) -> bool:
    """Whether a cell is a number, as a row of names has none.

    >>> is_number("-1.5e3"), is_number("nan"), is_number("lon")
    (True, False, False)
    """
    try:
        return abs(float(cell)) < float("inf")
    except ValueError:
        return False
