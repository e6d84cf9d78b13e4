"""The verbs, through what they print and how they end."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import needs, read_from, without_note
from rich.console import Console

import geomap
from geomap import cli
from geomap.cli.check import _say_geography
from geomap.cli.group import VERBS, main
from geomap.geometry import GEOD
from geomap.tables.explanation import _sentence
from geomap.vocabulary import NEAR_BORDER_KM


def run(*arguments):
    return CliRunner().invoke(main, [str(a) for a in arguments])


def result(*arguments):
    done = run(*arguments, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


#: The distances of towns that people know, to the OpenStreetMap line; coordinates are GeoNames'.
@pytest.mark.parametrize(
    ("lon", "lat", "km", "side", "near"),
    [
        (62.52978, 26.53692, 3.8, "PK", True),  # Singawan Bazar, GeoNames 11183931
        (64.09459, 26.97186, 77.3, "PK", False),  # Panjgur, 1168446
        (62.33096, 27.37089, 45.7, "IR", True),  # Saravan, 1159713
        (63.1651, 26.6548, 0.7, "IR", True),  # Sham' Sar, 7051015
        (44.00943, 36.19117, 1721.7, "IQ", False),  # Erbil, 95446
    ],
)
def test_measure_gives_the_known_distances(lon, lat, km, side, near):
    found = result("measure", "--lon", lon, "--lat", lat)

    assert found["distance_km"] == pytest.approx(km, abs=0.05)
    assert (found["side"], found["near"]) == (side, near)


def test_measure_prints_for_a_person_too():
    done = run("measure", "--lon", 61.5, "--lat", 27.2)

    assert done.exit_code == 0
    assert "km from IRN-PAK" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("measure", "--lon", 200, "--lat", 27), "200.0 is not in the range"),
        (("measure", "--lon", "here", "--lat", 27), "'here' is not a valid float"),
        (("measure", "--lat", 27), "Missing option '--lon'"),
        (("explain", "2024-01-16-sabz-ko"), "the nearest are 2024-01-16-sabz-koh"),
        (("border", "--length-km", "nan"), "no number"),
        (("border", "--length-km", "20001"), "20001.0 is not in the range"),
        (("measure", "--lon", "1e999", "--lat", 27), "inf is not in the range"),
        (("measure", "--lon", 61, "--lat", 27, "--near-km", "1e300"), "1e+300 is not in the range"),
        (("measure", "--lon", 61, "--lat", 27, "--near-km", "-1"), "-1.0 is not in the range"),
        (("locate", "near Turbat", "--tolerance", "near_place_km=" + "9" * 5000), "near_place_km is inf; from 0.1 to 1000"),
        (("locate", "near Turbat", "--tolerance", "near_place_km=nan"), "near_place_km is 'nan'; write a number"),
        (("locate", "near Turbat", "--tolerance", "rounding=-1"), "rounding is '-1'; write a number"),
        (("locate", "near Turbat", "--tolerance", "reach_km=20000"), "reach_km is 20000; from 0.1 to 1000"),
        (("map", "t.csv", "--border", "any", "--border", "IRN-PAK"), "--border is given 2 times, and takes one value"),
        (("measure", "--lon", 61, "--lat", 27, "--lon", 62), "--lon is given 2 times"),
        (("dance",), "No such command"),
    ],
)
def test_a_wrong_command_ends_with_2_and_one_sentence(arguments, said):
    done = run(*arguments)

    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.output


def test_wrong_data_ends_with_1_and_no_traceback(monkeypatch, tmp_path):

    read_from(monkeypatch, tmp_path)
    done = run("explain", "2024-01-16-sabz-koh")

    assert done.exit_code == 1
    assert "Traceback" not in done.output


def test_explain_leads_from_an_incident_to_the_spans():
    found = result("explain", "2024-01-16-sabz-koh")

    assert found["incident"]["part_count"] == 2
    claims = {claim["id"]: claim for claim in found["claims"]}
    values = {value["field"]: value for value in claims["errraand-2024-01-17/1"]["values"]}
    assert values["place"]["spans"]
    assert found["differences"]


def test_explain_prints_for_a_person_too():
    done = run("explain", "2023-06-01-singwan")

    assert done.exit_code == 0
    assert "zarak-khan-2023-08/1" in done.stdout
    assert "Accounts differ" in done.stdout


def test_explain_reads_the_texts_that_lie_with_the_story(copied):
    (copied / "texts").mkdir()
    (copied / "texts" / "errraand-2024-01-17.txt").write_text("Another text.\n", encoding="utf-8")
    done = run("explain", "2024-01-16-sabz-koh")

    assert done.exit_code == 1
    assert "take the text that was cited" in done.stderr


def test_explain_shows_the_sentence_where_the_texts_are_given(shared):
    found = result("explain", "2023-06-01-singwan", "--texts", shared / "articles")
    claim = next(c for c in found["claims"] if c["id"] == "zarak-khan-2023-08/1")
    place = next(v for v in claim["values"] if v["field"] == "place")

    assert "Singwan" in place["words"][0]
    assert place["words"][0] in place["sentence"]


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("Ashford, March 17 (Capital) - Two died.", "March", "Ashford, March 17 (Capital) - Two died."),
        ("Two died. One was hurt.", "hurt", "One was hurt."),
        ("A. B. Ash\nTwo died", "died", "Two died"),
        ("Two", "Two", "Two"),
    ],
)
def test_explain_shows_a_sentence_from_its_first_letter_on(text, word, sentence):
    start = text.index(word)

    assert _sentence(text, start, start + len(word)) == sentence


@pytest.mark.parametrize(("name", "form"), [("geoparquet", "parquet"), ("GeoParquet", "parquet"), ("GeoPackage", "gpkg")])
def test_export_takes_a_format_by_the_name_it_has_in_the_readme(tmp_path, name, form):
    if form == "parquet":
        needs("pyarrow")
    done = run("export", "-f", name, "-o", tmp_path)

    assert done.exit_code == 0
    assert list(tmp_path.glob(f"*.{form}"))


def test_a_story_without_a_claim_is_told_what_to_do_next(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("gazette.txt").write_text("Two soldiers were killed in Kupwara on 3 May.", encoding="utf-8")
    run("new", "story", "--border", "IND-PAK")
    story = ("--project", "story")
    run("add", "gazette.txt", "--publisher", "The Gazette", "--published", "2031-05-04", *story)
    checked, built = run("check", *story), run("build", *story)

    for done in (checked, built):
        assert done.exit_code == 0
        assert "no article has a claim, so the map is empty; propose some with 'geomap extract FILE'" in done.stdout
        assert "decide on them with 'geomap review'" in done.stdout
    assert checked.stdout.endswith("no problem found\n")


def test_check_counts_the_incidents_without_a_point_as_no_problem():
    found = result("check")
    without = [row for row in result("build", "--example")["incidents"] if row["no_point_reason"]]

    assert found["problems"] == []
    (hint,) = (line for line in found["counted"] if line.startswith("hint: "))
    assert hint.startswith(f"hint: {len(without)} of 21 incidents have no point on the map, 1 of them no place at all")


def test_check_finds_no_problem_in_the_shipped_data():
    assert result("check")["problems"] == []


def test_check_holds_every_value_against_the_texts(shared):
    found = result("check", "--texts", shared / "articles")

    assert found["problems"] == []
    assert any("read by a person" in line for line in found["counted"])


def test_build_prints_what_was_located_and_what_was_not(tmp_path):
    done = run("build", "--out", tmp_path / "output")

    assert done.exit_code == 0, done.output
    for words in ("21 incidents", "near the border", "Without a pin", "Accounts differ", "map.html"):
        assert words in done.stdout
    assert (tmp_path / "output" / "map.html").is_file()
    lines = done.stdout.splitlines()
    assert lines[0].split()[:2] == ["incident", "when"]
    assert lines[0].split()[-1] == "differs"
    assert "  2024-01-18-saravan: site_count; killed; injured; victims; targets; precision of place" in lines


def test_build_says_so_where_the_folder_is_a_file(tmp_path):
    (tmp_path / "output").write_text("", encoding="utf-8")
    done = run("build", "--out", tmp_path / "output")

    assert done.exit_code == 2


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_and_stands_in_the_readme(verb, readme):
    done = run(verb, "--help")

    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) > 3
    assert f"geomap {verb}" in readme


def test_the_list_of_verbs_says_the_first_sentence_of_the_help_of_each():
    first = {verb: run(verb, "--help").stdout.split("\n\n")[1] for verb in VERBS}

    assert {verb: re.split(r"(?<=\.) ", " ".join(said.split()))[0] for verb, said in first.items()} == VERBS
    assert set(VERBS) == {
        file.stem for file in Path(cli.__file__).parent.glob("*.py") if "@main.command" in file.read_text(encoding="utf-8")
    }
    assert " ".join(VERBS["build"].split()) in " ".join(run("--help").stdout.split())


def test_the_module_runs_as_a_program():
    done = subprocess.run([sys.executable, "-m", "geomap", "--version"], capture_output=True, text=True, check=True)

    assert geomap.__version__ in done.stdout


def test_measuring_a_point_does_not_import_geopandas():
    code = (
        "import sys; from geomap.cli import main\n"
        "try: main(['measure', '--lon', '61.5', '--lat', '27.2'])\n"
        "except SystemExit: pass\n"
        "assert 'geopandas' not in sys.modules and 'folium' not in sys.modules"
    )

    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_the_help_reads_no_list_and_loads_no_library_but_click():
    code = (
        "import sys; from geomap.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "loaded = {'.'.join(name.split('.')[:2]) for name in sys.modules if name.startswith('geomap.')}\n"
        "assert loaded == {'geomap.cli', 'geomap.errors'}, loaded\n"
        "assert not {'geomap.cli.build', 'numpy', 'shapely', 'pydantic', 'rich'} & set(sys.modules)"
    )

    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_the_default_of_near_is_the_vocabularys():
    assert f"the story's, or {NEAR_BORDER_KM:g}]" in " ".join(run("measure", "--help").output.split())


def test_locate_gives_the_two_areas_of_sabz_koh():
    found = result("locate", "45 km from the Iranian border and 90 km from the nearest town, Panjgur", "--country", "PK")
    straight, road = found["readings"]

    assert [part["distance_km"] for part in straight["areas"]] == [[42.4, 47.6]] * 2  # outwards
    assert [part["share"] for part in straight["areas"]] == pytest.approx([0.51, 0.49], abs=0.01)
    assert straight["areas"][1]["against"]
    assert road["reading"] == "by road"


def test_locate_says_where_a_gap_in_the_line_matters():
    for town, at_gap in (("Andkhoy", True), ("Herat", False)):
        words = ("locate", f"10 km from {town}", "--country", "AF", "--border", "AFG-TKM")
        assert {part["at_gap"] for reading in result(*words)["readings"] for part in reading["areas"]} == {at_gap}
        assert ("whose line has a gap that may be nearer" in run(*words).stdout.replace("\n", " ")) == at_gap


def test_locate_prints_geojson():
    done = run("locate", "near Turbat", "--geojson")
    found = json.loads(done.stdout)

    assert found["type"] == "FeatureCollection"
    assert found["features"][0]["geometry"]["type"] == "Polygon"


@pytest.mark.parametrize(
    ("words", "said"),
    [("near Atlantis", "neither a border nor one place"), ("purple monkeys", "not understood"), ("near Turbat", "ZZ")],
)
def test_locate_says_what_it_does_not_understand(words, said):
    done = run("locate", words, "--country", "ZZ")

    assert done.exit_code == 1
    assert said in done.stderr


@pytest.mark.parametrize("words", ["near Turbat", "Turbat"])
def test_locate_says_how_to_tell_which_place_is_meant_and_that_works(tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    refused = run("locate", words, "--border", "IND-PAK")

    assert refused.exit_code == 1
    assert "say what holds it, as in 'turbat, Pakistan', or give --country PK" in refused.stderr
    for more in ([f"{words}, Pakistan"], [words, "--country", "PK"]):
        assert run("locate", *more, "--border", "IND-PAK").exit_code == 0


@pytest.mark.parametrize("words", ["near Turbat, Sindh", "Turbat, Sindh", "10 km north of Turbat, Sindh"])
def test_locate_says_of_a_place_and_what_is_said_to_hold_it_that_it_is_not_there(tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    refused = run("locate", words, "--border", "IND-PAK")

    assert refused.exit_code == 1
    assert "turbat: not in sindh" in refused.stderr.lower()
    assert "not understood" not in refused.stderr


@pytest.mark.parametrize(
    "verb", [["near", "t.csv"], ["locate", "near Turbat"], ["measure", "--lon", "61", "--lat", "27"], ["border"]]
)
def test_without_a_story_a_verb_that_takes_a_border_says_so(tmp_path, monkeypatch, verb):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "t.csv").write_text("lon,lat\n61,27\n", encoding="utf-8")

    done = run(*verb)

    assert done.exit_code == 1
    assert "geomap new DIR" in done.stderr
    assert "--border COL-VEN" in done.stderr


def test_border_never_gives_a_length_without_its_detail():
    found = result("border")

    assert [round(row["length_m"] / 1000) for row in found["details"][:4]] == [1008, 993, 978, 961]
    assert {row["length_km"]: round(row["holds_at_m"]) for row in found["quoted"]} == {900: 565, 909: 457, 959: 106}
    assert {row["verdict"] for row in found["statements"]} == {"holds"}
    assert "at a detail of" in run("border").stdout


def test_other_borders_can_be_asked_for():
    assert result("border", "--border", "IND-PAK")["id"] == "IND-PAK"


def test_an_unknown_border_names_the_nearest():
    done = run("measure", "--lon", 64, "--lat", 27, "--border", "IRN-PKA")

    assert done.exit_code == 1
    assert "IRN-PAK" in done.stderr


def test_measure_says_where_a_gap_matters_and_where_the_line_ends():
    by_the_bay = ("measure", "--lon", "-122.9", "--lat", "49.1", "--border", "USA-CAN")
    assert "a stretch that this line lacks may be nearer: geomap border --border USA-CAN" in run(*by_the_bay).stdout
    assert (result(*by_the_bay)["at_gap"], result(*by_the_bay)["side"]) == (True, "CA")
    assert [result(*by_the_bay, "--near-km", km)["near"] for km in (15, 14)] == [True, None]
    assert "perhaps near (within 14 km)" in run(*by_the_bay, "--near-km", 14).stdout
    assert "lacks" not in run("measure", "--lon", "-80.08", "--lat", "42.13", "--border", "USA-CAN").stdout  # on Lake Erie
    at_the_sea = run("measure", "--lon", "61.6", "--lat", "25.0").stdout
    assert "an end of the line" in at_the_sea
    assert "lacks" not in at_the_sea
    assert "end of the line" not in run("measure", "--lon", "61.5", "--lat", "27.2").stdout


def test_border_lists_gaps_with_their_lengths_and_says_that_its_length_is_of_what_is_drawn():
    gaps = result("border", "--border", "USA-CAN")["gaps"]
    assert [(round(gap["length_m"]), gap["why"]) for gap in gaps] == [(20_100, "sea")]
    said = run("border", "--border", "USA-CAN").stdout
    assert "length of what is drawn" in said
    assert "1 gap of 20.1 km in all, in none of these lengths:" in said
    assert "20.1 km from -123.036, 49.002 to -122.761, 49.002 (lon, lat): sea" in said
    assert result("border")["gaps"] == []
    assert "gap" not in run("border").stdout
    assert "what is drawn" not in run("border").stdout


def test_measure_tells_the_side_far_from_the_base_map_and_by_what():
    fuyuan, khabarovsk = (("--lon", "134.30", "--lat", "48.36"), ("--lon", "135.07", "--lat", "48.48"))
    assert [result("measure", "--border", "CHN-RUS", *town)["side"] for town in (fuyuan, khabarovsk)] == ["CN", "RU"]
    assert "side RU (by the base map's countries)" in run("measure", "--border", "CHN-RUS", *khabarovsk).stdout


def test_measure_takes_the_two_areas_of_a_file_as_the_countries(tmp_path):
    rings = {
        "Westland": [[0, 46], [2, 46], [2, 48], [0, 48], [0, 46]],
        "Eastland": [[2, 46], [4, 46], [4, 48], [2, 48], [2, 46]],
    }
    features = [
        {"type": "Feature", "properties": {"name": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        for name, ring in rings.items()
    ]
    (tmp_path / "two.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    measured = ("measure", "--border", str(tmp_path / "two.geojson"), "--lat", 47, "--lon")
    assert "side Westland (by the line)" in run(*measured, 1.99).stdout
    assert "side Eastland (by the file's two areas)" in run(*measured, 3).stdout
    assert "side IR (by the base map's countries)" in run("measure", "--lon", "61.5", "--lat", "27.2").stdout


@pytest.mark.parametrize("arguments", [["build", "--out"], ["export", "-f", "csv", "-o"]])
def test_a_folder_that_cannot_be_made_is_one_sentence(arguments, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = run(*arguments, str(tmp_path / "file" / "x"))
    assert (done.exit_code, len(without_note(done.stderr).strip().splitlines())) == (1, 1)
    assert str(tmp_path / "file") in done.stderr


def test_an_empty_name_is_no_folder():
    assert "it is empty" in run("build", "--out", "").stderr


def test_measure_compares_borders():
    found = result("measure", "--lon", 64.09459, "--lat", 26.97186, "--compare", "PAK-IRN")

    assert found["spread_km"] == 0


def test_measure_compares_with_a_further_line_of_the_story_by_its_name():
    found = result("measure", "--lon", 64.09459, "--lat", 26.97186, "--compare", "Natural Earth")

    assert found["compare"].keys() == {"Natural Earth"}
    assert 0 < found["spread_km"] < 5


def test_a_distance_without_end_is_printed_as_at_least(capsys):
    row = {"id": "x", "verdict": "holds", "statement": "far", "reading": "far", "evidence": "a point"}
    row |= {"stated_min_km": 30.0, "stated_max_km": None, "measured_min_km": None, "measured_max_km": None}
    _say_geography(Console(), [row])
    assert "stated at least 30.0 km" in capsys.readouterr().out


def test_check_prints_the_articles_geography():
    done = run("check", "--geography")

    assert done.exit_code == 0
    assert "does not hold" in done.stdout
    assert "a point in circulation" in done.stdout


@pytest.mark.parametrize("form", ["csv", "geojson"])
def test_a_layer_can_be_streamed(form):
    done = run("export", "--table", "incidents", "-f", form, "-o", "-")

    assert done.exit_code == 0
    assert "2024-01-16-sabz-koh" in done.stdout
    assert not done.stdout.startswith("\ufeff")


@pytest.mark.parametrize("arguments", [("--table", "claims", "-f", "csv"), ("--schema", "acled")])
def test_a_csv_file_opens_in_excel_with_its_letters(arguments, tmp_path):
    assert run("export", *arguments, "-o", tmp_path / "file.csv").exit_code == 0
    assert (tmp_path / "file.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_an_export_of_one_file_gets_its_name(tmp_path):
    assert run("export", "-f", "kml", "-o", tmp_path).exit_code == 0
    assert (tmp_path / "geomap.kml").is_file()


def test_an_export_tells_how_many_rows_it_leaves_out(tmp_path):
    done = run("export", "-f", "fgb", "-o", tmp_path / "fgb")
    assert done.exit_code == 3

    assert run("export", "-f", "geojson", "-o", tmp_path / "geojson").exit_code == 0
    files = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (tmp_path / "geojson").glob("*.geojson")}
    missing = {name: sum(f["geometry"] is None for f in file["features"]) for name, file in files.items()}
    told = dict(re.findall(r"(\w+) (\d+)[,;]", done.stderr.partition("left out of FlatGeobuf: ")[2]))
    assert {name: int(count) for name, count in told.items()} == {name: count for name, count in missing.items() if count}
    assert missing["incidents"] > 0


@pytest.mark.parametrize("schema", ["acled", "ucdp-ged"])
def test_other_data_sets_columns_come_with_what_cannot_be_mapped(schema):
    done = run("export", "--schema", schema, "-o", "-")

    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) > 10
    assert done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "-f", "doc"),
        ("export", "-o", "-"),
        ("export", "--schema", "acled", "--table", "claims"),
        ("build", "--edits", __file__),
        ("build", "--built-from", __file__),
    ],
)
def test_an_export_or_edit_that_cannot_be_is_a_wrong_command(arguments):
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize("form", ["geojson", "gpkg", "fgb", "kml", "parquet", "prov", "ftm"])
def test_a_format_that_another_schema_cannot_have_is_refused_by_its_name(form):
    from geomap.export import NAMES

    done = run("export", "--schema", "acled", "-f", form, "-o", "-")
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"--schema acled is CSV and cannot be {NAMES[form]}; leave out -f {form}" in done.stderr


def test_every_format_is_called_in_messages_what_the_readme_calls_it():
    from geomap.export import FORMATS, NAMES

    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    (row,) = [line for line in readme.splitlines() if line.startswith("| `geomap export")]
    assert NAMES.keys() == FORMATS.keys()
    assert all(name in row for name in NAMES.values())
    assert all(f"{form} ({name})" in " ".join(run("export", "-f", "doc").stderr.split()) for form, name in NAMES.items())


def test_a_csv_file_has_its_types_beside_it(tmp_path):
    import pyogrio

    for name, arguments in {"acled": ("--schema", "acled"), "places": ("--table", "places", "-f", "csv")}.items():
        assert run("export", *arguments, "-o", tmp_path / f"{name}.csv").exit_code == 0
    types = dict(zip(*(pyogrio.read_info(tmp_path / "acled.csv")[key] for key in ("fields", "dtypes")), strict=True))
    assert [types[name] for name in ("event_date", "year", "latitude")] == ["datetime64[D]", "int32", "float64"]
    assert types["notes"] == types["tags"] not in ("int32", "int64", "float64")
    assert pyogrio.read_info(tmp_path / "places.csv")["crs"] == "EPSG:4326"


def test_an_export_makes_its_folder_and_overwrites_no_other_file(tmp_path):
    assert run("export", "-f", "kml", "-o", tmp_path / "new" / "x.kml").exit_code == 0
    assert (tmp_path / "new" / "x.kml").is_file()
    assert run("export", "--table", "claims", "-f", "csv", "-o", tmp_path / "other" / "x.csv").exit_code == 0
    (tmp_path / "file").write_text("", encoding="utf-8")
    for arguments in (("-f", "csv", "-o", tmp_path / "file"), ("-f", "kml", "-o", tmp_path / "file" / "y.kml")):
        done = run("export", *arguments)
        assert done.exit_code == 2
        assert "name a folder" in done.stderr


def test_the_schema_is_printed_as_words_and_as_json_schema():
    assert "distance_min_km (number, km)" in run("schema").stdout
    assert "incidents" in result("schema")["$defs"]
    assert json.loads(run("schema", "--frictionless").stdout)["resources"]


def test_an_edited_file_becomes_a_correction_and_the_map_changes(tmp_path, monkeypatch):
    import shutil

    from geomap import project

    folder = tmp_path / "geodata"
    shutil.copytree(project.root(), folder)
    read_from(monkeypatch, folder)
    assert run("build", "--out", tmp_path / "output").exit_code == 0
    edited = tmp_path / "incidents.geojson"
    features = json.loads((tmp_path / "output" / "incidents.geojson").read_text(encoding="utf-8"))
    turbat = next(f for f in features["features"] if f["id"] == "2023-06-24-turbat")
    turbat["geometry"]["coordinates"] = [63.06, 26.01]
    turbat["properties"]["title"] = "Another headline"
    edited.write_text(json.dumps(features), encoding="utf-8")

    done = run("build", "--out", tmp_path / "output", "--edits", edited, "--by", "A. Analyst", "--on", "2026-11-21")

    assert done.exit_code == 3
    assert "title" in done.stderr
    assert "A. Analyst" in (folder / "corrections.toml").read_text(encoding="utf-8")
    again = json.loads((tmp_path / "output" / "incidents.geojson").read_text(encoding="utf-8"))
    moved = next(f for f in again["features"] if f["id"] == "2023-06-24-turbat")
    assert moved["geometry"]["coordinates"] == [63.06, 26.01]
    assert moved["properties"]["difference_count"] == turbat["properties"]["difference_count"] + 1


@pytest.mark.parametrize(
    "words",
    [
        "12 km north of the border",
        "on the road from Panjgur to Panjgur",
        "south of Khyber Pakhtunkhwa",
    ],
)
def test_locate_drops_nothing_that_it_understood(words):
    done = run("locate", words)

    assert done.exit_code == 1
    assert "nothing can be drawn" in done.stderr


def test_locate_draws_what_lies_on_the_other_side_of_the_earth():
    (straight, *_) = result("locate", "19900 km from Panjgur")["readings"]
    area = straight["areas"][0]
    assert abs(GEOD.inv(64.09, 26.97, area["lon"], area["lat"])[2] - 19_900_000) < 100_000


def test_locate_knows_names_with_an_and():
    assert result("locate", "near the border in Sistan and Baluchestan")["readings"][0]["areas"]


@pytest.mark.parametrize("arguments", [("--lon", "nan", "--lat", 27), ("--lon", 64, "--lat", 27, "--near-km", "nan")])
def test_measure_wants_numbers(arguments):
    assert run("measure", *arguments).exit_code == 2


def test_a_checkout_s_own_story_is_read_and_named(tmp_path, monkeypatch):
    import shutil

    from geomap import project

    shutil.copytree(project.root(), tmp_path / "geodata")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "geodata" / "places.csv").write_text("name\n", encoding="utf-8")
    done = run("check")

    assert done.stderr == f"story: {tmp_path / 'geodata'}\n"
    assert "places.csv:1:1: the header lacks level" in done.stdout
    monkeypatch.chdir(tmp_path / "geodata")
    assert run("check").stderr == ""


def test_a_point_that_looks_swapped_is_asked_about_and_measured_with_yes():
    swapped = ["measure", "--lon", "27.2", "--lat", "61.5"]
    done = run(*swapped)

    assert done.exit_code == 2
    assert "write --lon before east, --lat before north, or add --yes" in " ".join(done.output.split())
    assert run(*swapped, "--yes").exit_code == 0
    assert run("measure", "--lon", "61.5", "--lat", "27.2").exit_code == 0
    assert run("measure", "--lon", "2.35", "--lat", "48.86").exit_code == 0  # Paris: far either way


@pytest.mark.parametrize(("words", "found"), [("saravan", "2024-01-18-saravan"), ("Sabz-Koh", "2024-01-16-sabz-koh")])
def test_explain_takes_the_one_incident_whose_id_holds_the_words(words, found):
    assert result("explain", words)["incident"]["id"] == found


@pytest.mark.parametrize("words", ["sara", "2024", "", "sabz-ko"])
def test_explain_does_not_guess_between_incidents_or_from_half_a_word(words):
    done = run("explain", words)

    assert (done.exit_code, "no incident" in done.stderr) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs in another way")
def test_what_ends_a_program_from_outside_lets_it_clear_up(tmp_path):
    code = (
        "import sys, tempfile, time\nfrom geomap.cli.group import VERBS, main\n"
        "@main.command()\ndef wait():\n    with tempfile.TemporaryDirectory(dir=sys.argv.pop()):\n"
        "        print('in', flush=True)\n        time.sleep(60)\n"
        "main(['wait'])"
    )
    running = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert running.stdout.readline() == "in\n"
    running.terminate()
    running.communicate(timeout=60)

    assert running.returncode == 143
    assert not [*tmp_path.iterdir()]
