"""What `geomap new` and claims that nobody groups may meet: names of any script, and names that are taken already."""

import json
import shutil
from dataclasses import replace

import pytest
from click.testing import CliRunner
from conftest import needs
from three_stories import SAHEL, Report, begin

from geomap import pipeline, project
from geomap.cli import main

LINE = (
    '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"a": "MLI", "b": "NER"}, '
    '"geometry": {"type": "LineString", "coordinates": [[2.0, 14.5], [3.5, 15.3]]}}]}'
)


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def must(*arguments):
    done = run(*arguments)
    assert done.exit_code == 0, done.output
    return done


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("whole") / "story"
    begin(SAHEL, folder, must)
    return folder


def renamed(folder, names):
    """A story's articles under other ids."""
    for old, new in names.items():
        file = folder / "articles" / f"{old}.toml"
        text = file.read_text(encoding="utf-8").replace(f'"{old}', f'"{new}')
        file.unlink()
        file.with_name(f"{new}.toml").write_text(text, encoding="utf-8")
        (folder / "texts" / f"{old}.txt").rename(folder / "texts" / f"{new}.txt")


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        ({"gazette": "газета", "courier": "курьер"}, ["herald-1", "газета-1", "курьер-1"]),
        ({"gazette": "café", "courier": "cafè"}, ["cafè-1", "café-1", "herald-1"]),
        ({"gazette": "a-b", "courier": "a_b"}, ["a-b-1", "a-b-1-2", "herald-1"]),
    ],
)
def test_claims_that_nobody_groups_have_an_id_each_in_any_script(whole, tmp_path, names, ids):
    folder = tmp_path / "story"
    shutil.copytree(whole, folder)
    renamed(folder, names)

    must("check", "--project", folder)
    incidents = pipeline.analyse(pipeline.read_inputs(project.read_story(folder))).incidents

    assert sorted(incident.id for incident in incidents) == sorted(ids)


def test_a_claim_alone_does_not_take_the_id_of_a_grouped_incident(whole, tmp_path):
    folder = tmp_path / "story"
    shutil.copytree(whole, folder)
    judged = '[[incidents]]\nid = "courier-1"\ntitle = "Village raided"\nclaims = [{claim = "gazette/1", reason = "alone"}]\n'
    (folder / "incidents.toml").write_text(judged, encoding="utf-8")

    groupings = pipeline.read_inputs(project.read_story(folder)).groupings

    assert sorted(grouping.id for grouping in groupings) == ["courier-1", "courier-1-2", "herald-1"]


def test_an_incident_with_the_id_of_a_claim_that_stands_alone_is_reported_and_not_built(whole, tmp_path):
    folder = tmp_path / "story"
    shutil.copytree(whole, folder)
    judged = '[[incidents]]\nid = "courier-1"\ntitle = "Village raided"\nclaims = [{claim = "gazette/1", reason = "alone"}]\n'
    (folder / "incidents.toml").write_text(judged, encoding="utf-8")

    checked = run("check", "--project", folder)
    built = run("build", "--project", folder)

    assert (checked.exit_code, built.exit_code) == (1, 1)
    said = "incidents.toml:2:7: incident courier-1: id is that of claim courier/1, which is an incident by itself"
    assert said in checked.stdout
    assert said in built.stderr
    assert not (folder / "output").exists()


def test_an_incident_may_have_the_id_of_its_own_claim(whole, tmp_path):
    folder = tmp_path / "story"
    shutil.copytree(whole, folder)
    judged = '[[incidents]]\nid = "gazette-1"\ntitle = "Village raided"\nclaims = [{claim = "gazette/1", reason = "alone"}]\n'
    (folder / "incidents.toml").write_text(judged, encoding="utf-8")

    must("check", "--project", folder)


def test_a_folder_may_be_called_as_its_border(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    must("new", "MLI-NER", "--border", "MLI-NER")

    assert "already there" in must("new", "MLI-NER", "--border", "MLI-NER").stderr
    must("border", "--project", "MLI-NER")


@pytest.mark.parametrize("title", ['A "pass" 🗺 {border}', "back\\slash\x7f", "  "])
def test_a_story_of_any_title_can_be_read_again(tmp_path, title):
    must("new", tmp_path / "story", "--border", "MLI-NER", "--title", title)
    assert project.read_story(tmp_path / "story").title == (title.strip() or "Incidents at the Mali–Niger border")


def test_a_story_with_a_line_of_its_own_has_the_two_countries_for_home_and_sides(tmp_path):
    (tmp_path / "grænse 🗺.geojson").write_text(LINE, encoding="utf-8")
    must("new", tmp_path / "story", "--border", tmp_path / "grænse 🗺.geojson")
    story = project.read_story(tmp_path / "story")

    assert story.border == "../grænse 🗺.geojson"
    assert story.home == ("ML", "NE")
    assert list(story.side_of) == ["Mali", "Niger", "Unknown"]


def test_a_title_that_is_no_utf8_is_refused_and_nothing_is_written(tmp_path):
    done = run("new", tmp_path / "story", "--border", "MLI-NER", "--title", "x\udcff")
    assert (done.exit_code, (tmp_path / "story").exists()) == (2, False)
    assert "write it in UTF-8" in done.stderr


def test_a_link_to_a_file_that_is_not_there_yet_is_not_written_through(tmp_path):
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "places.csv").symlink_to(tmp_path / "elsewhere.csv")
    must("new", tmp_path / "story", "--border", "MLI-NER")
    assert not (tmp_path / "elsewhere.csv").exists()


@pytest.mark.parametrize(("words", "code"), [("Guinea-Bissau", 1), ("Equatorial\nGuinea", 1), ("Guinea and Mali", 0)])
def test_a_country_s_name_within_another_s_is_told(tmp_path, words, code):
    claim = """
sub_event_type = {value = "Attack", derivation = "term", spans = [«attacked»]}
days = {value = {first = 2031-05-03, last = 2031-05-03}, derivation = "date", spans = [«3 May 2031»]}
place = {value = ["Guinea"], derivation = "spelling", spans = [«Guinea»]}
spans = [«3 May 2031»]
"""
    text = f"Gunmen attacked a post on 3 May 2031 in {words}.\n"
    report = Report(published="2031-05-05", publisher="The Gazette", text=text, claims=(claim,))
    story = replace(SAHEL, border="GIN-SLE", places="", actors="", settings="", reports={"gazette": report})
    begin(story, tmp_path / "story", must)

    done = run("check", "--project", tmp_path / "story")

    assert done.exit_code == code
    assert ("is a part of the name" in done.stdout) == bool(code)


def test_a_traced_line_takes_the_place_of_no_file_but_geojson(tmp_path):
    (tmp_path / "points.csv").write_bytes(b"lon,lat\n")

    done = run("border", "--trace", "MLI-NER", "-o", tmp_path / "points.csv")

    assert (done.exit_code, (tmp_path / "points.csv").read_bytes()) == (2, b"lon,lat\n")
    assert "give a name that ends in .geojson" in done.stderr


#: A verb that writes, and where to of a story's folder.
WRITING = (
    ("export -f csv", "."),
    ("export -f csv", ".."),
    ("export -f csv", "articles"),
    ("export -f gpkg", "articles"),
    ("export --table places -f csv", "."),
    ("export --table places -f csv", "places.csv"),
    ("export -f kml", "corrections.toml"),
    ("export -f gpkg", "articles/gazette.toml"),
    ("export -f kml", "texts/new.kml"),
    ("review --export", "decisions.jsonl"),
    ("review --export", "places.csv"),
)
WRITING_WITHOUT_A_STORY = (
    ("border --trace MLI-NER", "own.geojson"),
    ("near events.csv --border MLI-NER", "actors.csv"),
    ("map events.csv", "geomap.toml"),
)


@pytest.mark.parametrize(
    ("line", "out", "where"),
    [
        *((*each, where) for each in (*WRITING, *WRITING_WITHOUT_A_STORY) for where in ("in the story", "--project")),
        *((*each, "elsewhere") for each in WRITING_WITHOUT_A_STORY),
    ],
)
def test_no_verb_writes_over_what_people_keep_by_hand(line, out, where, whole, tmp_path, monkeypatch):
    folder = tmp_path / "around" / "story"
    shutil.copytree(whole, folder)
    (folder / "own.geojson").write_text(LINE, encoding="utf-8")
    settings = folder / "geomap.toml"
    text = settings.read_text(encoding="utf-8").replace('border = "MLI-NER"', 'border = "own.geojson"')
    settings.write_text(text, encoding="utf-8")
    (tmp_path / "events.csv").write_text("lon,lat\n2.5,15.0\n", encoding="utf-8")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    monkeypatch.chdir(folder if where == "in the story" else tmp_path)
    words = [*line.replace("events.csv", str(tmp_path / "events.csv")).split()]
    words += [] if words[-1] == "--export" else ["-o"]
    named = ["--project", folder] if where == "--project" else []

    done = run(*words, out if where == "in the story" else folder / out, *named)

    assert done.exit_code == 2
    assert "story's input files; name another" in done.stderr or "holds the story itself; name another" in done.stderr
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_what_is_no_input_of_a_story_may_be_written_beside_its_files_again_and_again(whole, tmp_path, monkeypatch):
    needs("pyarrow")
    folder = tmp_path / "story"
    shutil.copytree(whole, folder)
    (folder / "events.csv").write_text("lon,lat\n2.5,15.0\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    for _ in range(2):
        must("export", "-f", "kml", "-o", "incidents.kml")
        must("export", "--table", "claims", "-f", "csv", "-o", "claims.csv")
        must("near", "events.csv", "-o", "near.csv")
        must("export", "-f", "csv")
        must("export", "-f", "csv", "-o", "output")


def test_a_map_is_not_written_among_the_story_s_files_when_the_command_names_the_folder(whole, tmp_path):
    folder = tmp_path / "story"
    shutil.copytree(whole, folder)
    before = sorted(tmp_path.rglob("*"))
    for out in (folder, tmp_path, folder / "texts", folder / "articles" / "map"):
        done = run("build", "--project", folder, "--out", out)
        assert done.exit_code == 1
        assert "name a folder for the map alone" in done.stderr
    assert sorted(tmp_path.rglob("*")) == before


POLE = LINE.replace("MLI", "ATA").replace("NER", "ATA").replace("[2.0, 14.5], [3.5, 15.3]", "[0, -90], [10, -85]")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", "geomap.toml:4:11: bands_km is [10, 25, 50, 100], unless you write another: a buffer around a pole"),
        ("bands_km = [5]\n", "geomap.toml:6:12: bands_km is [5]: a buffer around a pole"),
    ],
)
def test_a_border_without_bands_is_reported_by_the_check_as_by_the_build(more, said, tmp_path):
    (tmp_path / "pole.geojson").write_text(POLE, encoding="utf-8")
    folder = tmp_path / "story"
    must("new", folder, "--border", tmp_path / "pole.geojson")
    settings = folder / "geomap.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("\n\n", f"\n{more}\n", 1), encoding="utf-8")
    (tmp_path / "hut.txt").write_text("Hut burnt\n\nA hut burnt.\n", encoding="utf-8")
    must("add", tmp_path / "hut.txt", "--project", folder)

    checked, built = run("check", "--project", folder), run("build", "--project", folder)

    assert (checked.exit_code, built.exit_code) == (1, 1)
    assert said in checked.stdout
    assert said in built.stderr


@pytest.mark.parametrize("options", [["--geography"], []])
@pytest.mark.parametrize("file", ["articles/gazette.toml", "geomap.toml"])
def test_faults_are_json_where_json_is_asked_for(file, options, whole, tmp_path):
    folder = tmp_path / "story"
    shutil.copytree(whole, folder)
    with (folder / file).open("a", encoding="utf-8") as opened:
        opened.write("\nfault\n")

    done = run("check", *options, "--json", "--project", folder)

    assert done.exit_code == 1
    (problem,) = json.loads(done.stdout)["problems"]
    assert (problem["file"], problem["line"]) == (file, (folder / file).read_text(encoding="utf-8").count("\n"))
