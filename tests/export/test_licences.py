"""``LICENSES.md`` names every source in every file that it covers, and what its licence asks."""

import dataclasses
import datetime as dt
import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap import project
from geomap.export.licences import licences_text, terms_of
from geomap.export.qgis_project import qmd
from geomap.model import OtherLine, Story

SOURCES = project.read_sources()

#: The published files that hold something of each file of `geodata/`.
INCIDENTS, BORDER, AREAS, PAGE = (
    "incidents.geojson, changes, claims and tables",
    "border, buffers and links",
    "areas",
    "map.html",
)
STATEMENTS, GPKG = "statements and places", "geomap.gpkg and geomap.qgz"
HOLD = {
    "articles/*.toml": {INCIDENTS, STATEMENTS, GPKG, PAGE},
    "geomap.toml": set(),
    "incidents.toml": {INCIDENTS, GPKG, PAGE},
    "places.csv": {INCIDENTS, AREAS, STATEMENTS, GPKG, PAGE},
    "actors.csv": {INCIDENTS, GPKG},
    "terms.csv": {INCIDENTS, GPKG},
    "borders/IRN-PAK.geojson": {BORDER, AREAS, STATEMENTS, GPKG, PAGE},
    "borders/world.fgb.zip": {BORDER, AREAS, STATEMENTS, GPKG, PAGE},
    "borders/notes.csv": {BORDER, AREAS, STATEMENTS, GPKG, PAGE},
    "lines/natural-earth.geojson": {BORDER, GPKG, PAGE},
    "basemap/countries.geojson": {AREAS, GPKG, PAGE},
    "basemap/admin1.geojson": {AREAS, GPKG, PAGE},
    "basemap/land.geojson": {AREAS, GPKG, PAGE},
    "basemap/disputed.geojson": {AREAS, GPKG, PAGE},
    "corrections.toml": {GPKG},
    "gazetteer/geonames.zip": set(),
    "world/countries.geojson.zip": {AREAS, GPKG, PAGE},
    "world/admin1.geojson.zip": {AREAS, GPKG, PAGE},
    "world/coarse.geojson.zip": {AREAS, GPKG, PAGE},
    "world/disputed.geojson": {AREAS, GPKG, PAGE},
}


def source(file, **values):
    return project.Source(
        **{
            "file": file,
            "title": f"Title of {file}",
            "producer": "A producer",
            "licence": "MIT",
            "attribution": "Somebody",
            "retrieved": dt.date(2026, 1, 1),
            **values,
        }
    )


def sections(text):
    """The lines under each heading of the second level."""
    head, *parts = re.split("^## ", text, flags=re.MULTILINE)
    assert head == "# What the licences ask of you\n\n"
    return {part.splitlines()[0]: [line for line in part.splitlines()[1:] if line] for part in parts}


SHIPPED = sections(licences_text(SOURCES))


def test_the_text_is_this_for_two_sources():
    text = licences_text(
        [
            source("places.csv", title="Places", producer="Us and GeoNames", licence="CC-BY-4.0", attribution="GeoNames"),
            source("borders/A-B.geojson", title="A border", producer="OpenStreetMap", licence="ODbL-1.0", attribution="© OSM"),
        ]
    )

    assert text == (
        "# What the licences ask of you\n\n"
        "## incidents.geojson, changes, claims and tables\n\n"
        "- Places (Us and GeoNames): CC-BY-4.0. Name it as: GeoNames\n\n"
        "## border, buffers and links\n\n"
        "- A border (OpenStreetMap): ODbL-1.0. Name it as: © OSM\n\n"
        "## areas\n\n"
        "- A border (OpenStreetMap): ODbL-1.0. Name it as: © OSM\n"
        "- Places (Us and GeoNames): CC-BY-4.0. Name it as: GeoNames\n\n"
        "## statements and places\n\n"
        "- A border (OpenStreetMap): ODbL-1.0. Name it as: © OSM\n"
        "- Places (Us and GeoNames): CC-BY-4.0. Name it as: GeoNames\n\n"
        "## geomap.gpkg and geomap.qgz\n\n"
        "- A border (OpenStreetMap): ODbL-1.0. Name it as: © OSM\n"
        "- Places (Us and GeoNames): CC-BY-4.0. Name it as: GeoNames\n\n"
        "## map.html\n\n"
        "- A border (OpenStreetMap): ODbL-1.0. Name it as: © OSM\n"
        "- Places (Us and GeoNames): CC-BY-4.0. Name it as: GeoNames\n\n"
        "map.html also holds Leaflet (BSD-2-Clause, © Volodymyr Agafonkin and contributors); its licence is in the page.\n\n"
        "## The licences\n\n"
        "- BSD-2-Clause: BSD 2-Clause: keep the copyright line and the licence text with a copy of the code.\n"
        "- CC-BY-4.0: Creative Commons Attribution 4.0 (https://creativecommons.org/licenses/by/4.0/): name the source, link "
        "the licence, and say what was changed.\n"
        "- ODbL-1.0: Open Database License 1.0 (https://opendatacommons.org/licenses/odbl/1-0/): name the source where the "
        "data shows, keep this licence with the data, and share a changed database under the same licence. A map made from it "
        "needs only the name.\n"
    )


def test_every_file_of_geodata_is_known_to_be_in_published_files_or_in_none():
    assert {source.file for source in SOURCES} == set(HOLD)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.file)
def test_a_source_is_named_with_its_own_words_in_each_file_that_holds_it_and_in_no_other(source):
    line = f"- {source.title} ({source.producer}): {source.licence}. Name it as: {source.attribution}"
    named = {file for file, lines in SHIPPED.items() if line in lines}

    assert named == HOLD[source.file]


def test_openstreetmap_is_named_wherever_its_lines_are_drawn():
    named = {file for file, lines in SHIPPED.items() if any("© OpenStreetMap contributors" in line for line in lines)}

    assert named == {BORDER, AREAS, STATEMENTS, GPKG, PAGE}


def test_every_file_names_a_source_and_says_the_terms_of_each_licence_that_it_names():
    *files, terms = SHIPPED
    named = {re.search(r"\): (\S+)\. Name it as: ", line)[1] for file in files for line in SHIPPED[file] if "Name it" in line}

    assert (files, terms) == ([INCIDENTS, BORDER, AREAS, STATEMENTS, GPKG, PAGE], "The licences")
    assert all(SHIPPED[file] for file in files)
    assert (
        {line[2:].split(":")[0] for line in SHIPPED[terms]}
        >= named
        == {"ODbL-1.0", "CC-BY-4.0", "MIT", "LicenseRef-Public-Domain"}
    )
    assert len(set(SHIPPED[terms])) == len(SHIPPED[terms])


@pytest.mark.parametrize(
    ("licence", "asks"),
    [
        ("MIT", "MIT: keep the copyright line and the licence text with a copy of the code."),
        ("BSD-2-Clause", "BSD 2-Clause: keep the copyright line and the licence text with a copy of the code."),
        ("Public domain", "Public domain: nothing is asked; naming the source is good manners."),
        ("in the PUBLIC DOMAIN", "Public domain: nothing is asked; naming the source is good manners."),
        ("CERN-OHL-P-2.0", "see the licence."),
    ],
)
def test_what_a_licence_asks_is_said_in_plain_words(licence, asks):
    terms = sections(licences_text([source("corrections.toml", licence=licence)]))["The licences"]

    assert f"- {licence}: {asks}" in terms
    assert len(terms) == len({licence, "BSD-2-Clause"})


@pytest.mark.parametrize("field", ["title", "producer", "licence", "attribution"])
@pytest.mark.parametrize("file", sorted(file for file, held in HOLD.items() if held))
def test_a_changed_word_of_a_source_changes_the_text(file, field):
    changed = [dataclasses.replace(s, **{field: "another word"}) if s.file == file else s for s in SOURCES]

    assert len(changed) == len(SOURCES)
    assert licences_text(changed).count("another word") >= len(HOLD[file])
    assert licences_text(changed) != licences_text(SOURCES)


@given(st.permutations(SOURCES))
def test_the_order_of_the_records_does_not_matter(shuffled):
    assert licences_text(iter(shuffled)) == licences_text(SOURCES)


def test_the_published_folder_holds_this_text(built):
    assert (built / "LICENSES.md").read_text(encoding="utf-8") == licences_text(project.sources_of(project.example()))


def test_qgis_is_told_of_each_table_whom_to_name_and_every_licence_that_binds_it(tables):
    assert terms_of("border", tables) == {
        "© OpenStreetMap contributors": "ODbL-1.0",
        "Made with Natural Earth": "Public domain",
    }
    assert set(terms_of("countries", tables).values()) == {"ODbL-1.0"}
    assert set(terms_of("areas", tables).values()) == {"ODbL-1.0", "CC-BY-4.0"}
    for name, table in tables.frames.items():
        told = ElementTree.fromstring(qmd(name, table, tables).partition("\n")[2])
        terms = terms_of(name, tables)
        assert [right.text for right in told.iter("rights")] == list(terms)
        assert {licence.text for licence in told.iter("license")} == set(terms.values()) != set()


def test_a_line_of_ones_own_brings_its_own_licence(tables):
    own = dataclasses.replace(tables, border=tables.border.assign(licence="CC0-1.0", attribution="A surveyor"))
    assert terms_of("buffers", own) == {"A surveyor": "CC0-1.0"}
    assert terms_of("links", own)["A surveyor"] == "CC0-1.0"
    assert "A surveyor" not in terms_of("incidents", own)


def test_a_wheel_carries_the_terms_of_every_licence_of_its_data():
    root = Path(__file__).parents[2]
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    carried = "\n".join((root / name).read_text(encoding="utf-8") for name in project["license-files"])

    assert set(project["license"].split(" AND ")) == {source.licence for source in SOURCES}
    for terms in (
        "https://opendatacommons.org/licenses/odbl/1-0/",
        "https://creativecommons.org/licenses/by/4.0/",
        "© OpenStreetMap contributors",
        "Permission is hereby granted, free of charge",
        "Copyright (c) 2010-2022, Volodymyr Agafonkin",
    ):
        assert terms in carried


@pytest.mark.parametrize(
    ("border", "more", "lines"),
    [
        ("IND-PAK", (), {"borders/world.fgb.zip", "borders/notes.csv"}),
        ("pk-ir", (), {"borders/IRN-PAK.geojson", "borders/notes.csv"}),
        ("mine.geojson", (), set()),
        ("mine.geojson", ("IR-PK",), {"borders/IRN-PAK.geojson", "borders/notes.csv"}),
    ],
)
def test_a_story_of_ones_own_names_the_lines_that_it_is_drawn_with_and_no_other(tmp_path, border, more, lines):
    further = tuple(OtherLine(name=name, border=name, drawn_by="X") for name in more)
    sources = project.sources_of(Story(folder=tmp_path, border=border, lines=further))

    assert {source.file for source in sources if source.file.startswith("borders/")} == lines
    assert any("GeoNames" in line for line in sections(licences_text(sources))[INCIDENTS])
