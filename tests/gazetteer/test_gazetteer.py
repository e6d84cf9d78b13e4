"""A name in its context: the place that it means, or why none is taken."""

import csv
import dataclasses
import gc
import itertools
from pathlib import Path
from time import process_time
from zipfile import ZipFile

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from timing import least

from geomap import project
from geomap.errors import DataError
from geomap.gazetteer.choosing import KNOWN
from geomap.gazetteer.extract import COLUMNS, EXTRACT, _slice, read_extract
from geomap.gazetteer.gazetteer import Gazetteer
from geomap.gazetteer.place import Place, Unresolved, radius_m
from geomap.gazetteer.reading import read_gazetteer
from geomap.gazetteer.spelling import ALIKE, folded, likeness, skeleton, split_generic_term
from geomap.geometry.ellipsoid import GEOD
from geomap.model import Unlocated

HOME = ("AF", "IN", "IQ", "IR", "PK", "SY", "TR")
TABLE = Path(__file__).parent / "toponyms.csv"
SHIPPED = Path(__file__).parents[2] / "geodata"
AREAS = {
    feature["properties"][code]: shapely.geometry.shape(feature["geometry"])
    for file, code in (("countries", "iso_a2"), ("admin1", "iso_3166_2"))
    for feature in project.read_geojson(f"basemap/{file}.geojson")
}
GAZETTEER = read_gazetteer(SHIPPED / "places.csv", AREAS, home=HOME)
CASES = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
#: Rows of the table whose place is not found; each is a refusal, none a wrong place.
RIGHT = 0.85


def resolved(case):
    within = [holder for holder in case["within"].split(";") if holder]
    return GAZETTEER.resolve(case["name"], country=case["country"] or None, within=within)


def label(answer):
    """A place by the key that the table uses: its hand-kept name, its GeoNames id, or its ISO 3166 code."""
    if isinstance(answer, Unresolved):
        return "refuse"
    if GAZETTEER.places.get(answer.name) == answer:
        return answer.name
    if answer.geonames_id:
        return str(answer.geonames_id)
    return next(
        row["key"]
        for row in GAZETTEER.extract
        if (row["level"], row["name"], row["country"]) == (answer.level, answer.name, answer.country)
    )


def test_of_two_hundred_names_none_is_wrong_and_nearly_all_are_right():
    answers = [(case, resolved(case)) for case in CASES]
    right = [case for case, answer in answers if label(answer) == case["expected"]]
    wrong = [(case, label(answer)) for case, answer in answers if label(answer) not in (case["expected"], "refuse")]
    refused = [(case["name"], answer.reason) for case, answer in answers if isinstance(answer, Unresolved)]
    places = [case for case in CASES if case["expected"] != "refuse"]
    found = [case for case in right if case["expected"] != "refuse"]
    print(
        f"{len(CASES)} names: {len(right)} right, {len(wrong)} wrong; {len(found)} of {len(places)} places found, "
        f"{len(refused)} names refused, {len(CASES) - len(places)} of them rightly"
    )

    assert len(CASES) >= 200
    assert len({(c["name"], c["country"], c["within"]) for c in CASES}) == len(CASES)
    assert not wrong
    assert len(right) >= RIGHT * len(CASES)
    assert len(found) >= RIGHT * len(places)
    assert all(reason for _, reason in refused)


@pytest.mark.parametrize(
    ("name", "context", "reason"),
    [
        ("Kech", {"country": "DE"}, "Kech: not in DE"),
        ("Gaza", {"country": "IN"}, "Gaza: not in IN"),
        ("Mastung district", {"country": "PK"}, "only a settlement of that name is known"),
        ("Mastung", {"within": ("Atlantis",)}, "Atlantis is not in the gazetteer"),
        ("Mastung", {}, "without a country or a container"),
        ("Hyderabad", {}, "2 places may be meant"),
        ("Turbat", {"within": ("Panjgur district",)}, "not in Panjgur district"),
        ("Qandihor", {"country": "AF"}, "without its province or district"),
        ("Javdanfar", {"country": "IR"}, "not in the gazetteer"),
    ],
)
def test_a_refusal_says_why(name, context, reason):
    refused = GAZETTEER.resolve(name, **context)

    assert isinstance(refused, Unresolved)
    assert reason in refused.reason
    assert isinstance(refused.unlocated(), Unlocated)


def test_a_hand_kept_name_with_the_word_for_its_kind_needs_no_context():
    assert GAZETTEER.resolve("town of Rask").name == "Rask"
    assert GAZETTEER.resolve("Saravan city").name == "Saravan"
    assert isinstance(GAZETTEER.resolve("town of Kech"), Unresolved)


def test_every_candidate_is_kept_with_its_reason():
    refused = GAZETTEER.resolve("Zahedan", within=("Fars",))

    assert {c.place.name: (c.score, c.why) for c in refused.candidates} == {
        "Zāhed Shahr": (0.9, "another name of Zāhed Shahr"),
        "Zahedan": (0.0, "not in Fars"),
    }
    assert refused.unlocated().refused == tuple(map(str, refused.candidates))


def test_a_place_of_the_extract_names_its_containers_and_says_how_far_it_reaches():
    place = GAZETTEER.resolve("Mastung", country="PK")

    assert [holder.name for holder in GAZETTEER.containers(place)] == ["Balochistan", "Pakistan"]
    assert (place.source, place.radius_m) == ("GeoNames 1170706 (CC BY 4.0)", 3000)
    assert radius_m(11_624_219) == 27_000
    assert radius_m(0) == 5000


def test_an_area_of_the_extract_has_its_outline_where_the_base_map_does():
    assert GAZETTEER.resolve("Kerman province").area == ("IR-08",)
    assert GAZETTEER.resolve("Punjab", country="IN").area == ()


def test_the_extract_is_read_only_where_the_hand_kept_file_does_not_know_the_name():
    fresh = Gazetteer(GAZETTEER.places, AREAS, Path("no such file"))

    assert fresh.resolve("Panjgoor", country="PK", within=("Balochistan",)).name == "Panjgur"
    assert fresh.find("Singawan Bazar").name == "Singwan"
    with pytest.raises(FileNotFoundError):
        fresh.resolve("Mastung", country="PK")


def test_without_an_extract_the_hand_kept_places_still_bear_spellings():
    alone = Gazetteer(GAZETTEER.places, AREAS)

    assert alone.resolve("Sistan o Balochistan", within=("Iran", "Zahedan")).name == "Sistan and Baluchestan"
    assert isinstance(alone.resolve("Mastung", country="PK"), Unresolved)


NAMES = sorted({case["name"] for case in CASES} | {row["name"] for row in itertools.islice(GAZETTEER.extract, 0, None, 100)})
CONTAINERS = [
    *("Pakistan", "Iran", "Iraq", "Afghanistan", "India", "Germany", "Balochistan", "Sistan and Baluchestan", "Fars", "Kerman"),
    *("Kech district", "Panjgur", "Kurdistan", "Sindh", "Punjab", "Isfahan", "Idlib", "Erbil", "Kandahar", "Atlantis"),
]
contexts = st.lists(st.sampled_from(CONTAINERS), max_size=3)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(NAMES), contexts, st.randoms())
def test_the_order_of_the_context_does_not_matter(name, within, random):
    shuffled = random.sample(within, len(within))

    assert GAZETTEER.resolve(name, within=within) == GAZETTEER.resolve(name, within=shuffled)


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(NAMES), contexts, contexts, st.sampled_from([None, "PK", "IR", "IQ", "AF", "SY", "IN", "TR"]))
def test_more_context_never_makes_another_place_of_a_place(name, within, more, country):
    before = GAZETTEER.resolve(name, within=within)
    after = GAZETTEER.resolve(name, country=country, within=[*within, *more])

    if isinstance(before, Place):
        assert isinstance(after, Unresolved) or after == before


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(["PK", "IR", "IQ", "DE"]))
def test_a_place_lies_in_the_country_that_the_context_gives(name, country):
    answer = GAZETTEER.resolve(name, country=country)

    assert isinstance(answer, Unresolved) or answer.country == country


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ابپتجچخدرزسشعغقکگلمنوهی", max_size=20))
def test_a_name_is_like_itself_as_far_as_it_has_consonants(text):
    name = folded(text)

    assert likeness(name, name) in (0.0, 1.0)
    assert likeness(name, name) == 1 or len(skeleton(name).replace("A", "")) < min(ALIKE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كراچي", "کراچی"),
        ("حماة", "حماه"),
        ("إدلب", "ادلب"),
        ("ئامێدی", "امیدی"),
        ("هەولێر", "ههولیر"),
        ("بندر\u200cعباس", "بندر عباس"),
        ("تُربت", "تربت"),
        ("منطقه ۲۲", "منطقه ٢٢"),
        ("Diyarbakır", "diyarbakir"),
        ("Qā’em Shahr", "QAEM SHAHR"),
        ("ʿAqra", "Aqra"),
    ],
)
def test_what_scripts_write_differently_is_folded_into_one(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("singwan", "sangwan", True),
        ("chogab", "chukab", True),
        ("siestan o baluchistan", "sistan and baluchestan", True),
        ("panjgoor", "panjgur", True),
        ("mirjawa", "mirjaveh", True),
        ("nowshahr", "noshahr", True),
        ("zahedan", "zahed shahr", False),
        ("kech", "koch", False),
        ("turbat", "tarabut", False),
        ("saravan", "sarbaz", False),
        ("gaza", "ghazi", False),
    ],
)
def test_spellings_are_alike_by_their_consonants(one, other, alike):
    assert bool(likeness(one, other)) is alike


def test_the_word_for_a_kind_is_no_part_of_a_name():
    assert split_generic_term("district panjgur") == ("panjgur", ("district",))
    assert split_generic_term("ضلع کیچ") == ("کیچ", ("district",))
    assert split_generic_term("city") == ("city", ())


def test_the_extract_holds_together():
    rows = list(GAZETTEER.extract)
    keys = {row["key"]: row for row in rows}

    assert len(keys) == len(rows) > 15_000
    assert [row["key"] for row in rows if row["within"] and row["within"] not in keys] == []
    assert {row["key"] for row in rows if row["level"] == "province"} >= {code for code in AREAS if "-" in code}
    for row in rows:
        names = row["names"].strip("|").split("|")
        assert [folded(name) for name in names] == names
        assert {"PK", "IR"}.isdisjoint([row["country"]]) or set(row["skeletons"].strip("|").split("|")) - {""} <= set(
            map(skeleton, names)
        )
        if row["level"] == "settlement":
            assert -180 <= float(row["lon"]) <= 180
            assert -90 <= float(row["lat"]) <= 90


def test_settlements_lie_in_the_province_that_they_are_counted_to():
    rows = [
        row for row in GAZETTEER.extract if row["level"] == "settlement" and row["country"] in ("PK", "IR", "IQ", "SY", "AF")
    ]
    held = [AREAS[row["within"]].covers(shapely.Point(float(row["lon"]), float(row["lat"]))) for row in rows]

    # Not all: GeoNames counts a border village by what administers it, and outlines are simplified to a kilometre.
    assert sum(held) / len(held) > 0.97


def test_the_hand_kept_ids_are_those_of_the_extract():
    wrong = []
    for place in GAZETTEER.places.values():
        row = GAZETTEER.extract.row(str(place.geonames_id)) if place.geonames_id else None
        if row and GEOD.inv(place.lon, place.lat, float(row["lon"]), float(row["lat"]))[2] > 2000:
            wrong.append(f"{place.name}: GeoNames {place.geonames_id} is {row['name']} in {row['within']}")

    assert not wrong


def test_the_extract_is_small_and_quick_to_read():
    def seconds(countries):
        _slice.cache_clear()
        gc.disable()  # what other tests have left is not looked through meanwhile
        try:
            start = process_time()
            read_extract(SHIPPED / EXTRACT, countries)
            return process_time() - start
        finally:
            gc.enable()

    with ZipFile(SHIPPED / EXTRACT) as packed:
        slices = [Path(name).stem for name in packed.namelist() if name != "world.tsv"]
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}  # the same content, the same bytes
    assert len(slices) >= 240
    assert (SHIPPED / EXTRACT).stat().st_size < 10_000_000
    # A story's few countries are read, not the world.
    assert least(lambda: seconds(HOME) / seconds(slices), 1 / 5) <= 1 / 5


def test_an_extract_of_another_version_is_named(tmp_path):
    file = tmp_path / "old.zip"
    with ZipFile(file, "w") as packed:
        packed.writestr("world.tsv", "id\tname\n")

    with pytest.raises(DataError, match="make it again"):
        read_extract(file)
    assert COLUMNS[0] == "key"


def test_a_namesake_that_everybody_knows_hides_the_small_one(tmp_path):
    rows = [
        dict(key="1", level="settlement", country="WW", within="WW", lon="1", lat="1", population="5000000", name="Millford"),
        dict(key="2", level="settlement", country="EE", within="EE", lon="11", lat="1", population="900", name="Millford"),
        dict(key="3", level="settlement", country="EE", within="EE", lon="12", lat="1", population="900", name="Mulfird Dane"),
        dict(key="WW", level="country", country="WW", name="Westland"),
        dict(key="EE", level="country", country="EE", name="Eastland"),
    ]
    lines = ["\t".join(COLUMNS)]
    for row in rows:
        name = folded(row["name"])
        lines.append(
            "\t".join(str((row | {"names": f"|{name}|", "skeletons": f"|{skeleton(name)}|"}).get(c, "")) for c in COLUMNS)
        )
    file = tmp_path / "extract.zip"
    with ZipFile(file, "w") as packed:
        packed.writestr("world.tsv", "\n".join(lines))
    world = Gazetteer({}, {}, file)

    assert world.resolve("Millford").country == "WW"
    assert "no more than similar to Millford" in world.resolve("Milford", country="WW").reason
    assert "far better known" in world.resolve("Millford", country="EE").reason
    assert world.resolve("Mulfird Dane", within=("Eastland",)).geonames_id == 3
    assert isinstance(world.resolve("Mulfird Dane"), Unresolved)
    assert int(rows[0]["population"]) >= KNOWN


def test_a_place_record_has_the_columns_of_the_hand_kept_file():
    with (SHIPPED / "places.csv").open(encoding="utf-8", newline="") as file:
        assert set(next(csv.reader(file))) == {field.name for field in dataclasses.fields(Place) if field.compare}
