"""The list of every country: complete, and what its words stand for."""

import subprocess
import sys
from collections import defaultdict

import pytest

from geomap.vocabulary import COUNTRIES, countries_named, countries_with_adjective, countries_with_capital, country_code

#: Where nobody lives for good, or no seat is.
BARE = {"AQ", "BV", "HM", "TF", "UM"}


def test_every_country_has_its_codes_a_name_an_adjective_and_a_capital():
    assert len(COUNTRIES) == 249 + 1  # ISO 3166-1, and Kosovo
    assert [c.code for c in COUNTRIES.values() if not (len(c.code) == 2 and len(c.alpha3) == 3 and c.name)] == []
    assert {c.code for c in COUNTRIES.values() if c.iso is None} == {"XK"}
    assert {c.code for c in COUNTRIES.values() if not c.adjectives or not c.capitals} == BARE
    for codes in (
        [c.alpha3 for c in COUNTRIES.values()],
        [c.iso for c in COUNTRIES.values()],
        [c.name for c in COUNTRIES.values()],
    ):
        assert len(set(codes)) == len(codes)


def test_regions_are_those_of_acled_and_ucdp():
    assert {c.acled_region for c in COUNTRIES.values()} == {
        *(
            "Northern Africa",
            "Western Africa",
            "Middle Africa",
            "Eastern Africa",
            "Southern Africa",
            "South Asia",
            "Southeast Asia",
        ),
        *(
            "East Asia",
            "Middle East",
            "Caucasus and Central Asia",
            "Europe",
            "North America",
            "Central America",
            "South America",
        ),
        *("Caribbean", "Oceania", "Antarctica"),
    }
    states = [c for c in COUNTRIES.values() if c.gw is not None]
    assert {c.ucdp_region for c in states} == {"Africa", "Americas", "Asia", "Europe", "Middle East"}
    assert len({c.gw for c in states}) == len(states) > 190
    assert all(c.ucdp_name for c in states)


@pytest.mark.parametrize(
    ("kind", "shared"),
    [
        ("names", {"Congo", "the Congo", "Korea", "Virgin Islands"}),
        ("adjectives", {"Congolese", "Dominican", "Korean", "Channel Islander", "Virgin Islander"}),
        ("capitals", {"Kingston"}),
    ],
)
def test_no_other_words_are_shared_by_countries(kind, shared):
    owners = defaultdict(set)
    for country in COUNTRIES.values():
        for words in getattr(country, kind):
            owners[words].add(country.code)

    assert {words for words, codes in owners.items() if len(codes) > 1} == shared


@pytest.mark.parametrize(
    ("find", "words", "codes"),
    [
        (countries_named, "Türkiye", ("TR",)),
        (countries_named, "the Netherlands", ("NL",)),
        (countries_named, "Cote d’Ivoire", ("CI",)),
        (countries_named, "drc", ("CD",)),
        (countries_with_adjective, "Nigerien", ("NE",)),
        (countries_with_adjective, "nigerian", ("NG",)),
        (countries_with_adjective, "Dominican", ("DM", "DO")),
        (countries_with_capital, "Kyiv", ("UA",)),
        (countries_with_capital, "Timbuktu", ()),
    ],
)
def test_words_lead_to_countries(find, words, codes):
    assert find(words) == codes


@pytest.mark.parametrize(
    ("code", "alpha2"), [("GBR", "GB"), ("GB", "GB"), ("XKX", "XK"), ("gbr", None), ("UK", None), ("XYZ", None)]
)
def test_codes_of_three_letters_lead_to_those_of_two(code, alpha2):
    assert country_code(code) == alpha2


def test_the_help_reads_no_list_of_countries_or_words():
    ask = (
        "import sys, geomap.cli, geomap.vocabulary.codes as c, geomap.vocabulary.words as w\n"
        "try: geomap.cli.main(['--help'])\nexcept SystemExit: pass\n"
        "print(c._countries.cache_info().currsize + w.generic_terms.cache_info().currsize)"
    )
    told = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, timeout=60, check=True).stdout

    assert told.splitlines()[-1] == "0"
