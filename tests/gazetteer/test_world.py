"""Names all over the world: countries as English writes them, towns of every continent, and countries far from the story."""

from pathlib import Path

import pytest

from geomap.gazetteer.gazetteer import Gazetteer
from geomap.gazetteer.place import Unresolved
from geomap.geometry.ellipsoid import GEOD

FILE = Path(__file__).parents[2] / "geodata" / "gazetteer" / "geonames.zip"
#: A story of one country far from all others here.
WORLD = Gazetteer({}, {}, FILE, frozenset({"NZ"}))

COUNTRIES = {
    "AE": "UAE; United Arab Emirates; U.A.E.",
    "AR": "Argentina",
    "BA": "Bosnia and Herzegovina; Bosnia & Herzegovina; Bosnia",
    "BO": "Bolivia; Plurinational State of Bolivia",
    "BR": "Brazil; Brasil",
    "BS": "Bahamas; The Bahamas",
    "BY": "Belarus; Беларусь",
    "CD": "DRC; DR Congo; D.R. Congo; Congo-Kinshasa; Democratic Republic of the Congo; Democratic Republic of Congo",
    "CF": "Central African Republic; the Central African Republic",
    "CG": "Congo-Brazzaville; Republic of the Congo; Republic of Congo",
    "CH": "Switzerland; Schweiz; Suisse",
    "CI": "Ivory Coast; Côte d'Ivoire; Cote d'Ivoire; Côte d’Ivoire",
    "CN": "China; People's Republic of China",
    "CV": "Cape Verde; Cabo Verde",
    "CZ": "Czechia; Czech Republic; the Czech Republic",
    "DE": "Germany; Deutschland",
    "DO": "Dominican Republic",
    "EG": "Egypt; مصر",
    "EH": "Western Sahara",
    "ER": "Eritrea",
    "ES": "Spain; España",
    "ET": "Ethiopia; ኢትዮጵያ",
    "FM": "Micronesia; Federated States of Micronesia",
    "GB": "UK; U.K.; United Kingdom; the United Kingdom; Great Britain; Britain",
    "GE": "საქართველო",
    "GM": "Gambia; The Gambia",
    "GR": "Greece; Ελλάδα",
    "GW": "Guinea-Bissau; Guinea Bissau",
    "HK": "Hong Kong",
    "IL": "Israel; ישראל",
    "IN": "India; भारत",
    "IR": "Iran",
    "JP": "Japan; 日本",
    "KG": "Kyrgyzstan",
    "KH": "Cambodia",
    "KN": "Saint Kitts and Nevis; St. Kitts and Nevis; St Kitts & Nevis",
    "KP": "North Korea; DPRK",
    "KR": "South Korea; Republic of Korea; 대한민국",
    "KZ": "Kazakhstan",
    "LA": "Laos; Lao PDR",
    "LC": "Saint Lucia; St. Lucia; St Lucia",
    "MD": "Moldova",
    "MK": "Macedonia; North Macedonia",
    "MM": "Burma; Myanmar; Myanmar (Burma)",
    "NL": "Netherlands; The Netherlands; Holland",
    "PS": "Palestine; Palestinian territories",
    "RU": "Russia; Russian Federation; Россия",
    "SD": "Sudan",
    "SS": "South Sudan",
    "ST": "São Tomé and Príncipe; Sao Tome and Principe; São Tomé & Príncipe",
    "SY": "Syria; Syrian Arab Republic",
    "SZ": "Swaziland; Eswatini",
    "TL": "East Timor; Timor-Leste",
    "TR": "Turkey; Türkiye; Turkiye",
    "TT": "Trinidad and Tobago; Trinidad & Tobago",
    "TW": "Taiwan",
    "TZ": "Tanzania; United Republic of Tanzania",
    "UA": "Ukraine; Україна",
    "US": "USA; U.S.; US; U.S.A.; United States; the United States; United States of America; America",
    "VA": "Vatican; Holy See",
    "VC": "Saint Vincent and the Grenadines; St. Vincent and the Grenadines",
    "VN": "Vietnam; Viet Nam",
    "XK": "Kosovo",
    "ZA": "South Africa",
}
#: Towns with longitude and latitude as maps print them, to a minute or so, and their first-level area by ISO 3166-2.
TOWNS = [
    ("Agadez", "NE", 7.99, 16.97, "NE-1"),
    ("Goma", "CD", 29.22, -1.68, "CD-NK"),
    ("Garissa", "KE", 39.65, -0.45, None),
    ("Mekele", "ET", 39.47, 13.50, "ET-TI"),
    ("መቀሌ", "ET", 39.47, 13.50, "ET-TI"),
    ("Kassala", "SD", 36.40, 15.45, "SD-KA"),
    ("Bambari", "CF", 20.67, 5.77, "CF-UK"),
    ("Maiduguri", "NG", 13.15, 11.85, "NG-BO"),
    ("Mopti", "ML", -4.19, 14.49, "ML-5"),
    ("Pemba", "MZ", 40.52, -12.97, "MZ-P"),
    ("Tamanrasset", "DZ", 5.52, 22.79, "DZ-11"),
    ("Cúcuta", "CO", -72.51, 7.89, "CO-NSA"),
    ("Leticia", "CO", -69.94, -4.21, "CO-AMA"),
    ("Ciudad Juárez", "MX", -106.48, 31.73, "MX-CHH"),
    ("El Paso", "US", -106.44, 31.76, "US-TX"),
    ("Foz do Iguaçu", "BR", -54.59, -25.55, "BR-PR"),
    ("Ouanaminthe", "HT", -71.72, 19.55, "HT-NE"),
    ("Puno", "PE", -70.02, -15.84, "PE-PUN"),
    ("Punta Arenas", "CL", -70.91, -53.16, "CL-MA"),
    ("Iqaluit", "CA", -68.52, 63.75, "CA-NU"),
    ("Osh", "KG", 72.80, 40.53, None),
    ("Isfara", "TJ", 70.63, 40.13, "TJ-SU"),
    ("Leh", "IN", 77.58, 34.16, None),
    ("लेह", "IN", 77.58, 34.16, None),
    ("Myawaddy", "MM", 98.51, 16.69, "MM-13"),
    ("Poipet", "KH", 102.56, 13.66, "KH-1"),
    ("Paju", "KR", 126.79, 37.83, "KR-41"),
    ("Narva", "EE", 28.19, 59.38, "EE-44"),
    ("Belgorod", "RU", 36.58, 50.60, "RU-BEL"),
    ("Белгород", "RU", 36.58, 50.60, "RU-BEL"),
    ("Anadyr", "RU", 177.5, 64.73, "RU-CHU"),
    ("Mitrovica", "XK", 20.87, 42.88, None),
    ("Lampedusa", "IT", 12.60, 35.50, "IT-AG"),
    ("Labasa", "FJ", 179.37, -16.42, "FJ-N"),
    ("Vanimo", "PG", 141.30, -2.68, "PG-SAN"),
]


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, names in COUNTRIES.items() for name in names.split("; ")])
def test_a_country_is_known_by_each_of_its_names(code, name):
    found = WORLD.resolve(name, country=code)

    assert (found.country, found.level) == (code, "country"), found


def test_the_names_of_countries_are_those_of_sixty_and_more():
    assert len(COUNTRIES) >= 60


@pytest.mark.parametrize(("name", "country", "lon", "lat", "area"), TOWNS)
def test_a_town_of_another_continent_is_found_where_maps_have_it(name, country, lon, lat, area):
    found = WORLD.resolve(name, country=country)

    assert not isinstance(found, Unresolved), found.reason
    assert GEOD.inv(lon, lat, found.lon, found.lat)[2] < 5000
    assert area in (None, found.within)


def test_a_country_that_the_context_names_is_looked_in_by_code_and_by_name():
    places = [WORLD.resolve("Agadez", country="NE"), WORLD.resolve("Agadez, Niger"), WORLD.resolve("Agadez", within=["Niger"])]

    assert {place.geonames_id for place in places} == {2448085}
    assert isinstance(WORLD.resolve("Agadez", country="ML"), Unresolved)


def test_what_one_name_asked_for_is_not_known_to_the_next():
    fresh = Gazetteer({}, {}, FILE, frozenset({"NZ"}))
    assert fresh.extract.row("1264976") is None
    assert fresh.resolve("Leh, India").geonames_id == 1264976

    assert fresh.extract.row("1264976") is None


def test_a_city_that_everybody_knows_hides_a_village_of_the_story():
    story = Gazetteer({}, {}, FILE, frozenset({"US"}))

    assert story.resolve("Moscow").country == "RU"
    assert "far better known" in story.resolve("Moscow", country="US").reason


def test_a_country_goes_before_its_capital_and_an_area_of_its_name_is_found_where_its_country_is_named():
    story = Gazetteer({}, {}, FILE, frozenset({"US", "MX"}))

    assert [story.resolve(name).level for name in ("Mexico", "Singapore", "Luxembourg", "Djibouti")] == ["country"] * 4
    assert story.resolve("Georgia", country="US").within == "US"
    assert story.resolve("Georgia", country="GE").level == "country"
    assert "2 places may be meant" in story.resolve("Georgia").reason
    assert WORLD.resolve("Georgia").country == "GE"


def test_an_area_abroad_gives_way_to_a_city_unless_its_country_is_named():
    assert WORLD.resolve("Gaza").country == "PS"
    assert WORLD.resolve("Gaza", country="MZ").level == "province"


@pytest.mark.parametrize(
    ("name", "code"),
    [("Britain", "GB"), ("Holland", "NL"), ("Burma", "MM"), ("America", "US"), ("Swaziland", "SZ"), ("Ivory Coast", "CI")],
)
def test_a_country_needs_no_context_by_any_of_its_english_names(name, code):
    abroad = Gazetteer({}, {}, FILE, frozenset({"GB", "US", "PH"}))

    assert (abroad.resolve(name).country, abroad.resolve(name).level) == (code, "country")
