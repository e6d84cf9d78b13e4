"""Names in their contexts, in two invented countries with an extract of their own: each rule of the gazetteer by itself."""

import zipfile
from dataclasses import replace

import pytest
from two_lands import AREAS, BORDER

from geomap.gazetteer.extract import COLUMNS
from geomap.gazetteer.gazetteer import Gazetteer
from geomap.gazetteer.place import Place, Unresolved
from geomap.gazetteer.spelling import folded, skeleton
from geomap.model import Cited, Claim, Days, Statement
from geomap.places import SpatialContext, locate_claim

#: key, level, country, within, lon, lat, population, name, other names. Quarter has no outline.
ROWS = [
    ("EE", "country", "EE", "", "", "", "", "Eastland", "Ostland"),
    ("WW", "country", "WW", "", "", "", "", "Westland", ""),
    ("EE-N", "province", "EE", "EE", "", "", "", "North", ""),
    ("EE-S", "province", "EE", "EE", "", "", "", "South", "Sunderland"),
    ("WW-Q", "province", "WW", "WW", "", "", "", "Quarter", ""),
    ("100", "settlement", "EE", "EE-N", "10.5", "47", "9000", "Millford", ""),
    ("101", "settlement", "EE", "EE-N", "10.9", "47", "9000", "Millford District", ""),
    ("1", "settlement", "EE", "EE-N", "11", "47", "900", "Ashby", "Esh"),
    ("2", "settlement", "EE", "EE-S", "11", "43", "900", "Ashby", ""),
    ("3", "settlement", "EE", "EE-S", "15", "43", "2000000", "Grandtown", ""),
    ("4", "settlement", "WW", "WW-Q", "5", "45", "900", "Grandtown", ""),
    ("5", "settlement", "EE", "EE-S", "16", "43", "0", "Tarvin", "Old Tarvin;Trevanion"),
    ("6", "settlement", "EE", "EE-S", "16", "42", "900", "Durmas", ""),
    ("7", "settlement", "WW", "WW-Q", "6", "45", "150000", "Quillon", "Kwilon"),
    ("8", "settlement", "WW", "WW-Q", "7", "45", "500000", "Hub", ""),
    ("9", "settlement", "WW", "WW-Q", "8", "45", "500000", "Lund", ""),
    ("10", "settlement", "EE", "EE-N", "12", "47", "900", "Close", ""),
    ("11", "settlement", "EE", "EE-N", "12.03", "47", "900", "Closer", ""),
    ("12", "settlement", "EE", "EE-N", "13.5", "47", "900", "Further", ""),
    ("13", "settlement", "EE", "EE-N", "13.7", "47", "900", "Furthest", ""),
    ("14", "settlement", "EE", "EE-N", "12.03", "45.01", "900", "Overhill", ""),
    ("15", "settlement", "EE", "EE-S", "12.03", "44.99", "900", "Underhill", ""),
    ("16", "settlement", "EE", "EE-S", "17", "43", "900", "Sunderland", ""),
    ("17", "settlement", "WW", "WW-Q", "5.01", "45", "900", "Neighbour", ""),
    ("18", "settlement", "EE", "EE-S", "18", "43", "250000", "Tarvin", ""),
    ("19", "settlement", "EE", "EE-S", "18", "42", "900", "Dorsal City", ""),
    ("20", "settlement", "EE", "EE-S", "18", "41", "900", "Tarkel", "Tarkol Village"),
    ("21", "settlement", "EE", "EE-S", "19", "41", "900", "Barandarak", ""),
    ("22", "settlement", "EE", "EE-S", "19", "42", "2000000", "Karvon", ""),
    ("23", "settlement", "EE", "EE-S", "19", "43", "900", "Karven", ""),
    ("24", "settlement", "WW", "WW-Q", "4", "43", "900", "Sunderlind", ""),
    ("WW-Z", "province", "WW", "WW", "", "", "", "Zandar", ""),
    ("25", "settlement", "WW", "WW-Z", "2", "43", "900", "Inland", ""),
    ("26", "settlement", "EE", "EE-S", "14", "41", "19999", "Tolmar", ""),
    ("27", "settlement", "EE", "EE-S", "14", "42", "20000", "Tolmor", ""),
    ("31", "settlement", "WW", "WW-Q", "3", "43", "900", "Twin", ""),
    ("30", "settlement", "WW", "WW-Z", "3", "44", "900", "Twin", ""),
    ("555", "settlement", "WW", "WW-Q", "6", "46", "900", "Borrowed", ""),
]
KEPT = [
    Place(name="Eastland", level="country", country="EE", area=("EE",)),
    Place(name="North", level="province", country="EE", within="Eastland", area=("EE-N",), spellings=("Northland",)),
    Place(name="Millford district", level="district", country="EE", within="North", lon=10.5, lat=47, radius_m=60_000),
    Place(name="Millford", level="settlement", country="EE", within="Millford district", lon=10.5, lat=47, radius_m=4000,
          geonames_id=100, local="مل"),
    Place(name="Hidden", level="site", country="EE", within="Millford district"),
    Place(name="Haven", level="settlement", country="EE", within="Eastland"),
    Place(name="Raven Post", level="site", country="EE", within="North", spellings=("Post of Ravens",), lon=12, lat=47.02,
          radius_m=500),
    Place(name="Lent", level="settlement", country="EE", within="Eastland", geonames_id=555, lon=11, lat=46, radius_m=3000),
    Place(name="Both Halves", level="province", country="EE", within="Eastland", area=("EE-N", "EE-S")),
    Place(name="Zandar", level="settlement", country="WW", lon=4, lat=41, radius_m=3000),
    Place(name="Zandar district", level="district", country="WW"),
    Place(name="Nook", level="site", country="EE", within="North"),
    Place(name="Ring", level="site", country="EE", within="Rung"),
    Place(name="Rung", level="site", country="EE", within="Ring"),
]  # fmt: skip


def extract_text(rows):
    lines = ["\t".join(COLUMNS)]
    for *cells, name, others in rows:
        names = [folded(n) for n in (name, *others.split(";")) if n]
        bones = [b for b in dict.fromkeys(map(skeleton, names)) if b]
        lines.append("\t".join([*cells, name, "", f"|{'|'.join(names)}|", f"|{'|'.join(bones)}|"]))
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    file = tmp_path_factory.mktemp("gazetteer") / "extract.zip"
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("world.tsv", extract_text(ROWS))
    return Gazetteer({place.name: place for place in KEPT}, AREAS, file)


def key(answer):
    """What tells a place: its hand-kept name, or the key of its row."""
    if isinstance(answer, Unresolved):
        return None
    return answer.name if answer in KEPT else str(answer.geonames_id or answer.area or answer.name)


def test_what_holds_a_place_of_which_no_record_says_so_is_told_by_its_point(world):
    town = Place(name="South", level="settlement", country="EE", lon=12, lat=43, radius_m=3000)
    alone = Gazetteer({"South": town}, AREAS, world.extract_zip)

    assert not alone.containers(town)
    assert [(holder.level, holder.area) for holder in alone.around(town)] == [("province", ("EE-S",)), ("country", ("EE",))]
    assert [holder.name for holder in world.around(world.places["Millford"])] == ["Millford district", "North", "Eastland"]
    # The town and its province share their name: what contradicts the town leaves the province.
    never = Statement(relation="distance", of="WW-EE", distance_m=600_000)
    read = lambda value: Cited(value=value, derivation="read by a person")  # noqa: E731
    told = Claim(
        id="a/1",
        article="a",
        sub_event_type=read("Attack"),
        days=read(Days()),
        place=read(("South",)),
        statements=(read(never),),
    )
    region = locate_claim(told, SpatialContext(gazetteer=alone, border=BORDER))
    assert (region.name, region.level, region.point) == ("South", "province", None)


# ---- records -----------------------------------------------------------------------------------------------------------------


def test_a_settlement_of_the_extract_becomes_a_disc_with_its_source(world):
    assert world.resolve("Tarvin", within=("South", "Eastland")) == Place(
        name="Tarvin",
        level="settlement",
        country="EE",
        within="EE-S",
        spellings=("tarvin",),
        lon=18.0,
        lat=43.0,
        radius_m=4000.0,
        geonames_id=18,
        source="GeoNames 18 (CC BY 4.0)",
    )
    assert world.resolve("Old Tarvin", country="EE").spellings == ("tarvin", "old tarvin", "trevanion")
    assert world.resolve("Old Tarvin", country="EE").radius_m == 5000
    assert world.resolve("Grandtown", country="EE").radius_m == 11_000


def test_an_area_of_the_extract_has_the_outline_of_its_key_if_there_is_one(world):
    assert world.resolve("South", country="EE") == Place(
        name="South",
        level="province",
        country="EE",
        within="EE",
        spellings=("south", "sunderland"),
        area=("EE-S",),
        source="Natural Earth 10m (public domain)",
    )
    assert world.resolve("Quarter", country="WW").area == ()
    assert world.resolve("Westland", country="WW").within is None
    assert world.resolve("Westland", country="WW").area == ("WW",)


def test_a_hand_kept_record_stands_for_the_row_of_its_key_in_its_own_country(world):
    assert [holder.name for holder in world.containers(world.resolve("Ashby", within=("North",)))] == ["North", "Eastland"]
    assert world.containers(world.resolve("Ashby", within=("North",))) == (KEPT[1], KEPT[0])
    assert [key(c.place) for c in world.candidates("Millford")] == ["Millford", "Millford district"]
    # Lent has the number of a place in another country: that is not it.
    assert key(world.resolve("Borrowed", country="WW")) == "555"


def test_a_district_and_a_place_of_several_areas_stand_for_no_row(world):
    district = replace(KEPT[2], geonames_id=101)
    other = replace(world, places={**world.places, "Millford district": district})

    assert [c.place.level for c in other.candidates("Millford district") if c.place.geonames_id == 101] == [
        "district",
        "settlement",
    ]
    assert world.resolve("South", country="EE").name == "South"


@pytest.mark.parametrize(
    ("name", "found"),
    [("millford", "Millford"), ("مل", "Millford"), ("NORTHLAND", "North"), ("Post of Ravens", "Raven Post"), ("Ashby", None)],
)
def test_a_hand_kept_place_is_found_by_its_name_its_spellings_and_its_local_name(world, name, found):
    assert world.find(name) == (world.places[found] if found else None)


@pytest.mark.parametrize(
    ("name", "holders"),
    [
        ("Hidden", ["Millford district", "North", "Eastland"]),
        ("Eastland", []),
        ("Ring", ["Rung", "Ring"]),
    ],
)
def test_what_holds_a_place_comes_finest_first_and_each_once(world, name, holders):
    assert [holder.name for holder in world.containers(world.places[name])] == holders


def test_what_holds_a_place_ends_where_no_record_is(world):
    lost = Place(name="Lost", level="site", within="Nowhere")
    inner = Place(name="Inner", level="site", within="Quarter of Nowhere")
    alone = replace(world, extract_zip=None)

    assert world.containers(lost) == world.containers(inner) == ()
    assert [h.name for h in world.containers(Place(name="X", level="site", within="WW-Q"))] == ["Quarter", "Westland"]
    assert alone.containers(Place(name="X", level="site", within="WW-Q")) == ()


# ---- candidates --------------------------------------------------------------------------------------------------------------


def listed(world, name, **context):
    return [(key(c.place), c.score, c.why) for c in world.candidates(name, **context)]


def test_candidates_come_best_first_and_say_how_they_met_the_name(world):
    assert listed(world, "Millford") == [
        ("Millford", 1.0, "a spelling of the hand-kept file"),
        ("Millford district", 0.95, "its name without the word for its kind"),
    ]
    assert listed(world, "Ravan Post") == [("Raven Post", 0.756, "spelled alike (0.89)")]
    assert listed(world, "Old Tarvin") == [("5", 0.9, "another name of Tarvin")]
    assert listed(world, "Tarvin") == [("18", 0.95, "its own name"), ("5", 0.95, "its own name")]
    assert listed(world, "Dormas") == [("6", 0.85, "spelled alike (1.00)")]
    assert listed(world, "Dirmas") == [("6", round(0.85 * 10 / 12, 3), "spelled alike (0.83)")]
    assert listed(world, "Twin") == [("30", 0.95, "its own name"), ("31", 0.95, "its own name")]
    assert listed(world, "Dorsal City") == [("19", 0.95, "its own name")]
    assert listed(world, "Tarkul Village") == [("20", 0.85, "spelled alike (1.00)")]
    assert listed(world, "Atlantis") == []


def test_candidates_that_the_context_or_the_kind_rules_out_come_last_with_the_score_nought(world):
    assert listed(world, "Tarvin", within=("North",)) == [("18", 0.0, "not in North"), ("5", 0.0, "not in North")]
    assert listed(world, "Ashby", within=("South",)) == [("2", 0.95, "its own name"), ("1", 0.0, "not in South")]
    assert listed(world, "Ashby, South") == listed(world, "Ashby", within=("South",))
    assert listed(world, "Durmas district") == [("6", 0.0, "a settlement, not a district")]
    assert listed(world, "Durmas region") == [("6", 0.0, "a settlement, not a province or district")]
    assert listed(world, "Durmas district", country="WW") == [("6", 0.0, "a settlement, not a district")]
    assert listed(world, "Durmas", country="WW") == [("6", 0.0, "not in WW")]
    assert listed(world, "Durmas", country="Westland") == [("6", 0.0, "not in Westland")]
    assert listed(world, "Durmas", within=("Atlantis",)) == [
        ("6", 0.0, "Atlantis is not in the gazetteer, so whether it holds the place cannot be said")
    ]


# ---- what a name means -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "context", "found"),
    [
        # By itself: a hand-kept spelling, or a name of four letters that a hundred thousand people know.
        ("Hidden", {}, "Hidden"),
        ("site of Hidden", {}, None),
        ("village of Hidden", {}, "Hidden"),
        ("the village of Hidden", {}, "Hidden"),
        ("Lund", {}, "9"),
        ("Hub", {}, None),
        ("Hub", {"country": "WW"}, "8"),
        ("Quillon", {}, "7"),
        ("Kwilon", {}, "7"),
        ("Quillun", {}, None),
        ("Durmas", {}, None),
        ("Grandtown", {}, "3"),
        # With a context.
        ("Durmas", {"country": "EE"}, "6"),
        ("Durmas", {"country": "WW"}, None),
        ("Durmas", {"country": "Eastland"}, "6"),
        ("Durmas", {"country": "Ostland"}, "6"),
        ("Durmas", {"country": "EASTLAND"}, "6"),
        ("Durmas", {"within": ("", " ")}, None),
        ("Durmas, South", {}, "6"),
        ("Durmas ، South", {}, "6"),
        ("Durmas, South, Eastland", {"country": "EE", "within": ("Sunderland province",)}, "6"),
        ("Durmas, North", {}, None),
        ("Ashby", {"country": "EE"}, None),
        ("Ashby", {"within": ("South",)}, "2"),
        ("Ashby", {"within": ("North",)}, "1"),
        ("Grandtown", {"country": "WW"}, None),
        ("Grandtown", {"within": ("South",)}, "3"),
        # A similar spelling of a settlement: only within something finer than a country.
        ("Dormas", {"country": "EE"}, None),
        ("Dormas", {"within": ("South",)}, "6"),
        ("Ravan Post", {"country": "EE"}, None),
        ("Carvon", {"country": "EE"}, None),  # of two million people
        ("Nurthland", {"country": "EE"}, "North"),
        ("Sonderlund province", {"country": "EE"}, "('EE-S',)"),  # 0.9 of its letters
        ("Sinderlond province", {"country": "EE"}, None),  # 0.8
        ("Dirmas", {"country": "EE"}, None),
        ("Dirmas", {"within": ("Eastland",)}, None),
        ("Dirmas", {"within": ("South",)}, "6"),
        ("Dirmas", {"country": "EE", "within": ("South",)}, "6"),
        ("Esh", {"within": ("North",)}, "1"),
        ("Karvin", {"within": ("South",)}, "22"),  # ten times as many people as another that is as similar
        # Kinds.
        ("North province", {}, "North"),
        ("province of North", {}, "North"),
        ("South province", {"country": "EE"}, "('EE-S',)"),
        ("Millford district", {}, "Millford district"),
        ("town of Millford", {}, "Millford"),
        ("Durmas town", {"country": "EE"}, "6"),
        ("Durmas district", {"country": "EE"}, None),
        ("Sunderland", {"country": "EE"}, "16"),
        ("Sunderland province", {"country": "EE"}, "('EE-S',)"),
        ("Barandorak", {"country": "EE"}, None),  # 0.9 of its letters
        ("Barandorak", {"within": ("South",)}, "21"),
        ("Raven Post", {}, "Raven Post"),
        ("the Raven Post", {}, "Raven Post"),
        ("Ravenpost", {}, "Raven Post"),
        ("Ra venpost", {}, "Raven Post"),
        ("Raven Pust", {"within": ("Eastland",)}, "Raven Post"),
        ("Ravan Post", {"within": ("North",)}, "Raven Post"),
        ("Ravan Post", {"within": ("Eastland",)}, None),
        ("Ravan Post", {}, None),
    ],
)
def test_a_name_in_its_context_means_one_place_or_none(world, name, context, found):
    assert key(world.resolve(name, **context)) == found


@pytest.mark.parametrize(
    ("name", "context", "doubtful"),
    [
        ("Durmas", {"country": "EE"}, True),  # 900 people
        ("Durmas", {"within": ("Eastland",)}, True),
        ("Old Tarvin", {"country": "EE"}, False),  # of an unknown number, so the centre of a district
        ("Durmas", {"within": ("South",)}, False),
        ("Durmas", {"country": "EE", "within": ("South",)}, False),
        ("Grandtown", {"country": "EE"}, False),  # 2 million
        ("South province", {"country": "EE"}, False),
        ("Millford", {"country": "EE"}, False),  # hand-kept
        ("Tolmar", {"country": "EE"}, True),  # 19,999 people
        ("Tolmor", {"country": "EE"}, False),  # 20,000
    ],
)
def test_a_small_place_of_the_extract_is_the_only_one_known_where_no_more_than_its_country_is_said(
    world, name, context, doubtful
):
    found = world.resolve(name, **context)

    assert isinstance(found, Place)
    assert bool(found.doubt) == doubtful
    assert not doubtful or found.doubt.startswith(f"{found.name} is the only one known here, and a small place")


def test_a_hand_kept_name_of_a_place_without_a_point_does_not_hide_a_namesake(world):
    hidden = replace(world.places["Hidden"], name="Twin", country="WW", within=None)
    other = replace(world, places={**world.places, "Twin": hidden, "Ashby": replace(hidden, name="Ashby", country="EE")})

    assert "3 places may be meant" in other.resolve("Twin", country="WW").reason
    assert key(other.resolve("Twin", within=("Quarter",))) == "31"
    placed = replace(other, places={**other.places, "Twin": replace(hidden, lon=3.0, lat=42.0, radius_m=3000.0)})
    assert key(placed.resolve("Twin", country="WW")) == "Twin"
    assert key(other.resolve("Dormas", within=("South",))) == "6"
    # What is only similar is no namesake.
    assert (
        key(
            replace(world, places={**world.places, "Dormas": replace(hidden, name="Dormas", country="EE")}).resolve(
                "Dormas", country="EE"
            )
        )
        == "Dormas"
    )


def test_a_place_by_its_own_name_goes_before_one_of_its_country_that_is_only_spelled_so(world):
    town = Place(
        name="Post of Ravens", level="settlement", country="EE", within="South", lon=15, lat=42, radius_m=3000, source="X"
    )
    other = replace(world, places={**world.places, town.name: town})

    assert other.find("Post of Ravens") == other.resolve("Post of Ravens") == town
    assert other.find("post of ravens") == world.places["Raven Post"]
    assert world.find("Post of Ravens") == world.places["Raven Post"]


@pytest.mark.parametrize(
    ("name", "context", "reason"),
    [
        ("Atlantis", {}, "Atlantis is not in the gazetteer"),
        ("Durmas", {}, "Durmas: without a country or a container only a well-known place is taken, and by its exact name"),
        ("Hub", {}, "Hub: without a country or a container only a well-known place is taken, and by its exact name"),
        ("Durmas, North, Westland", {}, "Durmas: not in North"),
        ("Durmas", {"country": "WW", "within": ("North",)}, "Durmas: not in WW"),
        ("Ashby", {"within": ("Westland",)}, "Ashby: not in Westland"),
        ("Ashby", {"country": "EE"}, "Ashby: 2 places may be meant"),
        ("Grandtown", {"country": "WW"}, "Grandtown: far better known as that in EE-S, which the context rules out"),
        (
            "Dirmas",
            {"country": "EE"},
            "Dirmas: no more than similar to Durmas; without its province or district that is not enough",
        ),
        ("Durmas district", {"country": "EE"}, "Durmas district: only a settlement of that name is known"),
        (
            "Sunderland district",
            {"country": "EE"},
            "Sunderland district: only a province and a settlement of that name is known",
        ),
        ("Dirmas district", {"country": "EE"}, "Dirmas district is not in the gazetteer"),
        (
            "Durmas, Atlantis",
            {},
            "Durmas: Atlantis is not in the gazetteer, so whether it holds the place cannot be said",
        ),
    ],
)
def test_a_refusal_gives_its_reason_in_one_sentence_with_every_candidate(world, name, context, reason):
    answer = world.resolve(name, **context)

    assert isinstance(answer, Unresolved)
    assert (answer.name, answer.reason) == (name, reason)
    assert answer.candidates == world.candidates(name, **context)


def test_two_namesakes_that_the_context_rules_out_for_two_reasons_give_both(world):
    answer = world.resolve("Grandtown", within=("North",), country="EE")

    assert answer.reason == "Grandtown: not in North; not in EE"


# ---- what holds a place ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "holder", "held"),
    [
        ("Durmas", "South", True),
        ("Durmas", "South province", True),
        ("Durmas", "Eastland", True),
        ("Durmas", "North", False),
        ("Durmas", "Both Halves", True),
        ("Quillon", "Quarter", True),
        ("Quillon", "Westland", True),
        ("Quillon", "Both Halves", False),
        ("Hidden", "Millford district", True),
        ("Hidden", "North", True),
        ("Hidden", "South", False),
        ("Hidden", "Hidden", True),
        ("Hidden", "Millford", True),  # the town by whose district it is held
        ("North", "Millford", True),  # the context may be finer than the place
        ("Eastland", "South", True),
        ("Both Halves", "North", True),
        ("North", "Both Halves", True),
        ("North", "Eastland", True),
        # What is so named holds it, and nothing that is only similar; an area may have its centre's name.
        ("Durmas", "Sunderlind", False),
        ("Durmas", "Sunderlond", True),
        ("Inland", "Zandar", True),
        ("Inland", "Zandar province", True),
        ("Inland", "Zandar district", False),
        # A settlement holds what lies within its radius, in its province.
        ("Closer", "Close", True),
        ("Further", "Close", False),
        ("Raven Post", "Close", True),
        ("Underhill", "Overhill", False),
        ("Neighbour", "Grandtown", True),
        ("Neighbour", "Quillon", False),
        # A district of which only the centre is known holds what lies within 120 km of it, in its province.
        ("Further", "Close district", True),
        ("Furthest", "Close district", False),
        ("Further", "Close province", False),
        ("Overhill", "Close district", False),
        ("Underhill", "Overhill district", False),
        ("Hidden", "Close district", False),  # it has a district on record
        ("Millford", "Close district", False),
        ("North", "Close district", True),
        ("Millford district", "Close district", False),
        # Nothing is near a place of which no point is known.
        ("Nook", "Close", False),
        ("Nook", "North", True),
        ("Zandar", "Westland", True),
        ("Zandar", "Eastland", False),
        ("Haven", "Durmas", False),
        ("Durmas", "Haven", False),
    ],
)
def test_a_context_holds_a_place_or_rules_it_out(world, name, holder, held):
    (place,) = [c.place for c in world.candidates(name) if c.why in ("a spelling of the hand-kept file", "its own name")][:1]
    found = [c.place for c in world.candidates(name, within=(holder,)) if c.score]

    assert (place in found) == held


def test_without_the_extract_a_province_is_told_by_its_outline():
    alone = Gazetteer({place.name: place for place in KEPT}, AREAS)

    assert key(alone.resolve("Millford", within=("North",))) == "Millford"
    assert key(alone.resolve("Hidden", within=("North", "Eastland"))) == "Hidden"
    assert key(alone.resolve("Lent", within=("North",))) == "Lent"
    assert key(alone.resolve("Haven", within=("North",))) is None
    assert key(alone.resolve("Lent", within=("South",))) is None


SETTLEMENT, SITE = {"level": "settlement", "country": "EE", "within": "Eastland"}, {"level": "site", "country": "EE"}


@pytest.mark.parametrize(
    ("name", "places", "found"),
    [
        ("Tolmar", [Place(name="Tolmar village", **SETTLEMENT), Place(name="Tolmer", **SETTLEMENT)], "Tolmar village"),
        ("Tolmar", [Place(name="Tolmer village", **SETTLEMENT), Place(name="Tolmer", **SETTLEMENT)], None),
        # A site in a settlement is not what the settlement's name means.
        ("Tolmir", [Place(name="Tolmer", **SETTLEMENT), Place(name="Tolmer village", **SITE, within="Tolmer")], None),
    ],
)
def test_hand_kept_places_share_a_name_by_the_same_rules_without_the_extract(name, places, found):
    alone = Gazetteer({place.name: place for place in [KEPT[0], KEPT[1], *places]}, AREAS)
    answer = alone.resolve(name, country="EE")

    assert (None if isinstance(answer, Unresolved) else answer.name) == found
    assert found or "2 places may be meant" in answer.reason
