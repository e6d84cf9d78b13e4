"""`geomap extract`: what it says, what it writes, and that a check has nothing to say of it."""

import csv
import json
import tomllib

import pytest
from click.testing import CliRunner

from geomap.cli.group import main

GAZETTE = """Checkpost attacked

Published 4 May 2031

Gunmen attacked a checkpost in Panjgur on 3 May 2031, killing two soldiers, officials said.
"""
HERALD = """Soldiers killed in attack

Published 5 May 2031

Gunmen attacked a checkpost in Panjgur on 3 May 2031, killing seven soldiers.
"""
PERSIAN = "دو سرباز در حمله‌ای در نزدیکی مرز کشته شدند. این حمله در روز شنبه رخ داد و چند نفر زخمی شدند.\n"


def run(*arguments, **more):
    return CliRunner().invoke(main, [str(a) for a in arguments], **more)


def done(*arguments, **more):
    found = run(*arguments, **more)
    assert found.exit_code == 0, found.output
    return found


def lines(*arguments, **more):
    return [json.loads(line) for line in done("extract", *arguments, "--json", **more).stdout.splitlines()]


def rows(file):
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


def contents(folder):
    return {file.relative_to(folder): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


@pytest.fixture
def story(tmp_path, monkeypatch):
    """A new story that one stands in, with two reports beside it."""
    (tmp_path / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    (tmp_path / "herald.txt").write_text(HERALD, encoding="utf-8")
    done("new", tmp_path / "story", "--border", "IRN-PAK")
    monkeypatch.chdir(tmp_path / "story")
    return tmp_path / "story"


@pytest.mark.parametrize("where", [(), ("-o", "articles")], ids=["proposals", "articles"])
def test_what_is_extracted_from_a_new_report_passes_the_check_unedited(story, where):
    done("extract", "../gazette.txt", "../herald.txt", *where)

    said = done("check", "--texts", "texts").stdout
    assert said.endswith("no problem found\n")
    assert "2 articles, 2 claims" in said
    assert len(list((story / (where[-1] if where else "proposals")).glob("*.toml"))) == 2


def test_a_kind_whose_words_are_cut_by_a_mark_is_counted_and_its_claim_not_proposed(story):
    text = GAZETTE.replace("Gunmen attacked a checkpost", "A roadside \u0301bomb hit a checkpost")
    (story.parent / "gazette.txt").write_text(text, encoding="utf-8")
    (record,) = lines("../gazette.txt")

    assert record["claims"] == []
    assert "sub_event_type" in [one["field"] for one in record["ungrounded"]]
    assert done("check").stdout.endswith("no problem found\n")


def test_an_event_of_long_ago_is_counted_and_not_proposed(story):
    text = GAZETTE + "\nOn 3 May 1757, a bomb killed nine policemen in Turbat.\n"
    (story.parent / "gazette.txt").write_text(text, encoding="utf-8")
    (record,) = lines("../gazette.txt")

    assert [claim["id"] for claim in record["claims"]] == ["gazette/1"]
    assert [(one["field"], one["words"]) for one in record["ungrounded"]] == [("days", ["3 May 1757"])]
    assert done("check").stdout.endswith("no problem found\n")


def test_a_length_that_the_earth_does_not_have_is_counted_and_not_proposed(story):
    text = GAZETTE.replace("officials said.", "about 900,000 km from the Iranian border.")
    (story.parent / "gazette.txt").write_text(text, encoding="utf-8")
    (record,) = lines("../gazette.txt")

    assert [one["field"] for one in record["ungrounded"]] == ["statements"]
    assert "statements" not in json.dumps(record["claims"])
    assert done("check").stdout.endswith("no problem found\n")


def test_a_day_of_publication_of_long_ago_is_asked_for(story):
    (story.parent / "old.txt").write_text(GAZETTE.replace("4 May 2031", "4 May 1431"), encoding="utf-8")

    assert "old.txt: its text prints 1431-05-04 as its day of publication" in run("extract", "../old.txt").stderr
    done("extract", "../old.txt", "--published", "2031-05-04")


def test_an_extracted_article_builds_a_map(story):
    done("extract", "../gazette.txt", "-o", "articles")
    done("build")

    incidents = json.loads((story / "output" / "incidents.geojson").read_text(encoding="utf-8"))["features"]
    assert [(i["properties"]["killed_min"], i["properties"]["place"]) for i in incidents] == [(2, "Panjgur")]


def test_an_article_file_says_what_was_read_and_by_which_rules(story):
    done("extract", "../gazette.txt", "--publisher", "The Gazette", "--url", "https://example.org/a")

    found = tomllib.loads((story / "proposals" / "gazette.toml").read_text(encoding="utf-8"))
    article, (claim,) = found["article"], found["claims"]
    assert (article["title"], article["publisher"]) == ("Checkpost attacked", "The Gazette")
    assert (article["read_from"], article["address"]) == ("text", "https://example.org/a")
    assert claim["days"]["rule"]
    assert 0 <= claim["days"]["sure"] <= 1
    text = (story / "texts" / "gazette.txt").read_bytes().decode()
    start, end, *_ = claim["days"]["spans"][0]
    assert text[start:end] in ("3 May 2031", "on 3 May 2031")


def test_the_text_is_kept_byte_by_byte(story):
    data = b"\xef\xbb\xbf" + GAZETTE.replace("\n", "\r\n").encode()
    (story.parent / "gazette.txt").write_bytes(data)
    done("extract", "../gazette.txt")

    assert (story / "texts" / "gazette.txt").read_bytes() == data
    assert done("check").stdout.endswith("no problem found\n")


def test_proposals_never_reach_a_build(story, tmp_path):
    done("extract", "../gazette.txt", "-o", "articles")
    done("build")
    before = contents(story / "output")
    done("extract", "../herald.txt")
    done("build", "--out", tmp_path / "again")

    assert list((story / "proposals").glob("*.toml"))
    changes = {name for name in before if name.name.startswith("changes")}  # these tell of the build before
    after = contents(tmp_path / "again")
    assert {name: data for name, data in after.items() if name not in changes} == {
        name: data for name, data in before.items() if name not in changes
    }


def test_proposals_and_texts_are_no_data_of_a_story_with_records(copied):
    from geomap import project

    before = project.read_hashes()
    for name in ("proposals/gazette.toml", "proposals/places.csv", "texts/gazette.txt"):
        (copied / name).parent.mkdir(exist_ok=True)
        (copied / name).write_text("anything", encoding="utf-8")

    assert project.read_hashes() == before
    assert project.check_sources() == []


def test_no_map_is_written_among_proposals(story):
    done("extract", "../gazette.txt", "-o", "articles")

    assert "is among the story's input files" in run("build", "--out", "proposals").output


def test_a_text_in_another_language_is_refused_by_its_name_and_the_others_are_read(story):
    (story.parent / "dari.txt").write_text(PERSIAN, encoding="utf-8")
    found = run("extract", "../dari.txt", "../gazette.txt")

    assert found.exit_code == 1
    assert "dari.txt: its text is in another language (fa); only English (en) is read\n" in found.stderr
    assert [file.name for file in (story / "proposals").glob("*.toml")] == ["gazette.toml"]
    assert not (story / "texts" / "dari.txt").exists()


def test_another_text_of_that_name_is_refused(story):
    done("extract", "../gazette.txt")
    kept = contents(story)
    (story.parent / "gazette.txt").write_text(HERALD, encoding="utf-8")
    found = run("extract", "../gazette.txt")

    assert found.exit_code == 1
    assert "texts/gazette.txt: is another text; rename the file" in found.stderr
    assert contents(story) == kept


def test_two_reports_of_one_id_are_not_taken_for_one(story):
    found = run("extract", "../gazette.txt", "../gazette.txt")

    assert found.exit_code == 1
    assert "another report has the id 'gazette'" in found.stderr


def test_an_article_that_the_story_has_is_left_out(story):
    done("extract", "../gazette.txt", "-o", "articles")
    kept = (story / "articles" / "gazette.toml").read_bytes()
    for where in ((), ("-o", "articles")):
        found = done("extract", "../gazette.txt", "--publisher", "Another", *where)
        assert "articles/gazette.toml is there already, and stays as it is" in found.stderr

    assert (story / "articles" / "gazette.toml").read_bytes() == kept
    assert not (story / "proposals").exists()


def test_a_report_that_is_read_again_is_proposed_anew(story):
    done("extract", "../gazette.txt")
    done("extract", "../gazette.txt", "--publisher", "The Gazette")

    assert 'publisher = "The Gazette"' in (story / "proposals" / "gazette.toml").read_text(encoding="utf-8")


def test_rows_are_sorted_and_what_a_person_changed_in_them_stays(story):
    done("extract", "../gazette.txt")
    places = story / "proposals" / "places.csv"
    before = rows(places)
    assert [row["name"] for row in before] == ["Panjgur"]
    text = places.read_text(encoding="utf-8")
    places.write_text(text.replace("Panjgur,,", "Panjgur,Panjgoor,").rstrip("\n").rstrip(",") + ",a person's note\n", "utf-8")
    (story.parent / "mail.txt").write_text(GAZETTE.replace("Panjgur", "Gwadar"), "utf-8")
    done("extract", "../herald.txt", "../mail.txt")

    found = {row["name"]: row for row in rows(places)}
    assert list(found) == sorted(found) == ["Gwadar", "Panjgur"]
    assert (found["Panjgur"]["spellings"], found["Panjgur"]["note"]) == ("Panjgoor", "a person's note")
    assert done("check").stdout.endswith("no problem found\n")


def test_rows_for_the_story_are_added_below_a_persons_in_the_form_of_the_file(story):
    places = story / "places.csv"
    header = places.read_text(encoding="utf-8").splitlines()[0].replace(",", ";")
    own = header + "\r\n# mine;;;;;;;;;;;;;;\r\nHome;;;settlement;PK;;64,0;;;;;;;;\r\n".replace("64,0", "")
    places.write_bytes(own.encode("utf-8-sig"))
    done("extract", "../gazette.txt", "-o", "articles")

    now = places.read_bytes()
    assert now.startswith(own.encode("utf-8-sig"))
    added = now.decode("utf-8-sig").removeprefix(own).splitlines()
    assert [row.split(";")[0] for row in added] == ["Panjgur"]
    assert now.endswith(b"\r\n")
    assert done("check").stdout.endswith("no problem found\n")


def test_a_list_that_lacks_columns_is_refused_before_anything_is_written(story):
    (story / "places.csv").write_text("name,level\nHome,settlement\n", encoding="utf-8")
    found = run("extract", "../gazette.txt", "-o", "articles")

    assert found.exit_code == 1
    assert "places.csv:1:1: the header lacks spellings, local" in found.stderr
    assert list((story / "articles").iterdir()) == []


def test_a_wrong_row_in_a_proposed_list_is_named_with_its_folder(story):
    done("extract", "../gazette.txt")
    with (story / "proposals" / "actors.csv").open("a", encoding="utf-8") as file:
        file.write("name,side,spellings,note\nRaiders,Mars,,\n")
    found = run("extract", "../herald.txt")

    assert found.exit_code == 1
    assert "proposals/actors.csv:" in found.stderr
    assert "side is 'Mars'" in found.stderr


def test_a_folder_that_holds_the_story_is_none_for_proposals(story):
    for folder in (".", "..", "texts"):
        assert run("extract", "../gazette.txt", "-o", folder).exit_code == 1
    assert not (story / "gazette.toml").exists()


@pytest.mark.parametrize(
    ("record", "given", "day", "why"),
    [
        ({}, ("--published", "2031-05-06"), "2031-05-06", "it was given"),
        ({"published": "2031-05-05T09:00:00Z"}, (), "2031-05-05", "the file states it"),
        ({"published": "2031-05-05"}, ("--published", "2031-05-06"), "2031-05-06", "it was given"),
        ({}, (), "2031-05-04", "'4 May 2031' is printed"),
        ({"text": "Gunmen attacked a checkpost in Panjgur, and two soldiers were killed."}, (), None, "is not known"),
    ],
)
def test_the_day_of_publication_is_told_with_why_it_was_taken(story, record, given, day, why):
    report = {"id": 7, "text": GAZETTE, "title": "Checkpost attacked"} | record
    (story.parent / "wire.jsonl").write_text(json.dumps(report) + "\n", encoding="utf-8")
    said = done("extract", "../wire.jsonl", *given).stdout
    article = tomllib.loads((story / "proposals" / "wire-7.toml").read_text(encoding="utf-8"))["article"]

    assert why in said.splitlines()[0]
    assert str(article.get("published", None)) == str(day)
    assert article["read_from"] == "json"


def test_what_a_text_prints_of_its_publisher_is_cited_unless_a_person_says_another(story):
    text = f"Isfara Voice\n\n{GAZETTE.replace('Gunmen', 'PANJGUR, May 4 (Steppe News) - Gunmen')}"
    (story.parent / "voice.txt").write_text(text, encoding="utf-8")
    (said,), (told,) = lines("../voice.txt"), lines("../voice.txt", "--publisher", "The Gazette")

    assert (said["article"]["publisher"], said["article"]["title"]) == ("Isfara Voice", "Checkpost attacked")
    assert told["article"]["publisher"] == "The Gazette"


def test_without_a_day_of_publication_a_weekday_stays_open(story):
    (story.parent / "x.txt").write_text("Two soldiers were killed in Panjgur on Saturday, the army said.\n", encoding="utf-8")
    (record,) = lines("../x.txt")

    days = [v["value"] for claim in record["claims"] for v in claim["values"] if v["field"] == "days"]
    assert days == [{"basis": "report"}]


def test_what_stands_in_a_correction_alone_is_not_proposed(story):
    correction = "\nCorrection: An earlier version said that nine policemen were killed in Gwadar on 1 May 2031.\n"
    (story.parent / "gazette.txt").write_text(GAZETTE + correction, encoding="utf-8")
    (record,) = lines("../gazette.txt")

    assert len(record["claims"]) == 1
    assert "Gwadar" not in json.dumps(record)
    (story.parent / "only.txt").write_text(correction.strip() + "\n", encoding="utf-8")
    done("extract", "../only.txt")
    assert 'no_claims = "none found"' in (story / "proposals" / "only.toml").read_text(encoding="utf-8")


def test_a_text_without_an_incident_is_kept_as_one_without_claims(story):
    (story.parent / "talks.txt").write_text("The ministers met in Quetta on 4 May 2031 and spoke of trade.\n", "utf-8")
    said = done("extract", "../talks.txt").stdout

    assert "talks: no claim found; published" in said
    assert 'no_claims = "none found"' in (story / "proposals" / "talks.toml").read_text(encoding="utf-8")
    assert done("check").stdout.endswith("no problem found\n")


def test_json_of_one_report_is_one_object_with_every_value_on_its_words(story):
    (record,) = lines("../gazette.txt")

    values = [value for claim in record["claims"] for value in claim["values"]]
    assert values
    for value in values:
        assert [GAZETTE[start:end] for start, end in value["spans"]] == value["words"]
        assert {"rule", "sure", "asserted", "derivation", "value"} <= value.keys()
    assert record["published"] == {"day": "2031-05-04", "why": "'4 May 2031' is printed"}
    assert [row["name"] for row in record["rows"]["places"]] == ["Panjgur"]
    assert (record["ungrounded"], record["groups"]) == ([], [])


def test_json_of_several_reports_is_a_line_each_and_one_of_what_may_be_one_event(story):
    (story.parent / "dari.txt").write_text(PERSIAN, encoding="utf-8")
    found = run("extract", "../gazette.txt", "../dari.txt", "../herald.txt", "--json")
    gazette, dari, herald, last = map(json.loads, found.stdout.splitlines())

    assert (gazette["id"], herald["id"]) == ("gazette", "herald")
    assert "another language (fa)" in dari["refused"]
    (group,) = last["groups"]
    assert group["claims"] == ["gazette/1", "herald/1"]
    assert group["differing"]["killed"] == {"gazette/1": "soldiers: 2", "herald/1": "soldiers: 7"}


def test_claims_that_may_be_one_event_are_told_with_why_and_on_what_they_differ(story):
    said = done("extract", "../gazette.txt", "../herald.txt").stdout

    assert "may be one event: gazette/1, herald/1\n  because gazette/1 and herald/1: the same kind, days that agree" in said
    assert "they do not agree on killed (soldiers: 2 / soldiers: 7)" in said


def test_the_storys_own_claims_are_among_the_events(story):
    done("extract", "../gazette.txt", "-o", "articles")
    said = done("extract", "../herald.txt").stdout

    assert "may be one event: gazette/1, herald/1" in said
    (story.parent / "far.txt").write_text(HERALD.replace("Panjgur", "Gwadar").replace("2031", "2032"), encoding="utf-8")
    assert "may be one event" not in done("extract", "../far.txt").stdout
    done("extract", "../herald.txt", "-o", "articles")
    assert "may be one event" not in done("extract", "../far.txt").stdout  # but for what the story has already


def test_why_prints_each_value_with_its_words_and_its_rule(story):
    said = done("extract", "../gazette.txt", "--why").stdout

    line = next(line for line in said.splitlines() if "counts[0]" in line)
    assert "2 killed (soldiers)" in line
    assert "“two soldiers”, “killing”" in line
    assert "[count: " in line
    assert ", sure 0." in line
    assert "“" not in done("extract", "../gazette.txt").stdout


def test_without_a_story_a_border_is_enough_and_nothing_is_written(tmp_path, monkeypatch):
    (tmp_path / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("geomap.project.find_story", _no_story)
    monkeypatch.setattr("geomap.project.story.find_story", _no_story)
    assert run("extract", "gazette.txt").exit_code == 1

    (record,) = lines("-", "--border", "IRN-PAK", input=GAZETTE)
    assert (record["id"], len(record["claims"])) == ("checkpost-attacked", 1)
    assert [file.name for file in tmp_path.iterdir()] == ["gazette.txt"]

    done("extract", "gazette.txt", "--border", "IRN-PAK", "-o", "out")
    written = {file.as_posix() for file in contents(tmp_path / "out")}
    assert {"gazette.toml", "places.csv", "texts/gazette.txt", "texts/.gitignore"} <= written


def _no_story(start=None):
    from geomap.errors import MissingError

    raise MissingError("no story")


def test_a_folder_is_read_and_what_cannot_be_read_in_it_is_told(story):
    folder = story.parent / "reports" / "may"
    folder.mkdir(parents=True)
    (folder / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    (folder / "empty.txt").write_text(" \n", encoding="utf-8")
    found = run("extract", folder.parent)

    assert found.exit_code == 1
    assert "may/empty.txt: is empty; nothing can be read from it" in found.stderr
    assert [file.name for file in (story / "proposals").glob("*.toml")] == ["may-gazette.toml"]


def test_what_is_interrupted_leaves_neither_articles_without_rows_nor_rows_without_articles(story, monkeypatch):
    from geomap.intake import Files

    keep = Files.keep

    def interrupted(self, proposal, data):
        if self.ids:
            raise KeyboardInterrupt
        return keep(self, proposal, data)

    monkeypatch.setattr(Files, "keep", interrupted)
    assert run("extract", "../gazette.txt", "../herald.txt").exit_code == 130
    assert not (story / "proposals").exists()
    assert list((story / "texts").glob("*.txt")) == []


def test_check_holds_proposals_against_their_words_in_a_section_of_its_own(story):
    done("extract", "../gazette.txt", "-o", "articles")
    done("extract", "../herald.txt")
    file = story / "proposals" / "herald.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("low = 7, high = 7", "low = 9, high = 9"), encoding="utf-8")
    found = run("check", "--json")

    assert found.exit_code == 1
    result = json.loads(found.stdout)
    assert result["problems"] == []
    (problem,) = result["proposals"]["problems"]
    assert problem["file"] == "proposals/herald.toml"
    assert '"seven soldiers" + "killing"' in problem["sentence"]
    said = run("check").stdout
    assert said.index("1 article, 1 claim, 1 incident") < said.index("proposals: 1 article, 1 claim")
    assert said.index("proposals: ") < said.index("proposals/herald.toml:") < said.index("1 problem")
    done("build")


def test_check_asks_for_names_that_neither_list_has(story):
    done("extract", "../gazette.txt")
    (story / "proposals" / "places.csv").unlink()
    found = run("check")

    assert found.exit_code == 1
    assert "'Panjgur' is not listed" in found.stdout


def test_what_articles_has_is_removed_from_proposals_unless_a_person_changed_it(story):
    done("extract", "../gazette.txt", "../herald.txt")
    file = story / "proposals" / "herald.toml"
    file.write_text(file.read_text(encoding="utf-8") + "# looked at\n", encoding="utf-8")
    said = done("extract", "../gazette.txt", "../herald.txt", "-o", "articles").stderr

    assert "proposals/: 1 copy of what articles/ has now removed: gazette" in said
    assert [one.name for one in (story / "proposals").glob("*.toml")] == ["herald.toml"]
    assert "herald: articles/ has it, too; remove one of its files\n" in done("check").stdout


@pytest.mark.parametrize("where", [(), ("-o", "articles")], ids=["proposals", "articles"])
def test_the_lines_for_claims_that_may_be_one_event_make_them_one_incident(story, where):
    said = done("extract", "../gazette.txt", "../herald.txt", *where).stdout
    again = done("check").stdout
    block = said[said.index("[[incidents]]") :]

    assert "paste into incidents.toml, once articles/ has their files; give it a title of your own:\n[[incidents]]\n" in said
    assert block in again
    if where:
        (story / "incidents.toml").write_text(block, encoding="utf-8")
        (wrong,) = json.loads(run("check", "--json").stdout)["problems"]  # and that is what a person judges next
        assert "incident 2031-05-03-panjgur: accounts differ on killed" in wrong["sentence"]
        assert "may be one event" not in run("check").stdout


WIRE = """Attacks on posts

Published 5 May 2031

Gunmen attacked a checkpost in Panjgur on 3 May 2031. Six troops were killed, residents said. The BLF said it had killed
11 soldiers in the attack.

In a separate attack, gunmen attacked a police station in Turbat on 1 May 2031, killing four policemen, officials said.
"""


def test_the_lines_for_two_speakers_who_differ_pass_the_check_with_every_claim_of_their_report(story):
    (story.parent / "wire.txt").write_text(WIRE, encoding="utf-8")
    done("extract", "../wire.txt", "-o", "articles")
    (wrong,) = json.loads(run("check", "--json").stdout)["problems"]

    said = "incident wire-1: accounts differ on killed (wire/1: 6, says residents; wire/1: 11, says BLF); judge it"
    assert said in wrong["sentence"]
    where, block = wrong["remedy"].split("\n", 1)
    assert where == "paste into incidents.toml, and say why"
    (story / "incidents.toml").write_text(block.replace('reason = ""', 'reason = "open"'), encoding="utf-8")
    assert "1 article, 2 claims, 2 incidents" in done("check").stdout
    done("build")
    features = json.loads((story / "output" / "incidents.geojson").read_text(encoding="utf-8"))["features"]
    (row,) = (feature["properties"] for feature in features if feature["id"] == "wire-1")
    assert [row[name] for name in ("killed_min", "killed_max", "difference_count")] == [6, 11, 1]


def test_the_lines_of_an_event_name_every_claim_of_its_reports_and_say_who_counts(story):
    (story.parent / "wire.txt").write_text(WIRE, encoding="utf-8")
    said = done("extract", "../wire.txt", "../herald.txt", "-o", "articles").stdout
    (story / "incidents.toml").write_text(said[said.index("[[incidents]]") :], encoding="utf-8")

    assert "killed (soldiers: 7 / soldiers: 6, says residents or soldiers: 11, says BLF)" in " ".join(said.split())
    assert not [one for one in json.loads(run("check", "--json").stdout)["problems"] if "in no incident" in one["sentence"]]


def test_a_further_claim_of_an_incident_is_a_line_for_it(story):
    done("extract", "../gazette.txt", "-o", "articles")
    (story / "incidents.toml").write_text(
        '[[incidents]]\nid = "may"\ntitle = "A fight"\nclaims = [{claim = "gazette/1", reason = "alone"}]\n', encoding="utf-8"
    )
    said = done("extract", "../herald.txt").stdout

    assert "paste into the claims of may in incidents.toml, once articles/ has their files:\n    {claim = " in said
    assert "[[incidents]]" not in said
    assert json.loads(done("check", "--json").stdout)["events"][0]["paste"]["lines"] in said


def test_with_a_border_nothing_is_written_into_the_story_that_one_stands_in(story):
    before = contents(story)
    (record,) = lines("../gazette.txt", "--border", "IRN-PAK")

    assert len(record["claims"]) == 1
    assert contents(story) == before
    done("extract", "../gazette.txt", "--border", "IRN-PAK", "--project", ".")
    assert (story / "proposals" / "gazette.toml").exists()


def test_with_a_border_nothing_is_written_into_what_ships(tmp_path, monkeypatch):
    """In a checkout its geodata/ is the story that is found."""
    from geomap import project

    (tmp_path / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    before = {file.name for file in project.root().iterdir()}
    monkeypatch.chdir(project.root().parent)
    lines(tmp_path / "gazette.txt", "--border", "IRN-PAK")

    assert {file.name for file in project.root().iterdir()} == before


def test_a_report_from_the_standard_input_is_called_by_its_headline(story):
    done("extract", "-", input=GAZETTE)

    assert (story / "proposals" / "checkpost-attacked.toml").exists()


def test_who_only_tells_of_it_needs_no_row_among_the_actors(story):
    done("extract", "../gazette.txt")
    found = tomllib.loads((story / "proposals" / "gazette.toml").read_text(encoding="utf-8"))

    assert "officials" in {count.get("attributed_to") for count in found["claims"][0]["counts"]}
    assert not (story / "proposals" / "actors.csv").exists()
    assert done("check", "--texts", "texts").stdout.endswith("no problem found\n")
    file = story / "proposals" / "gazette.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('attributed_to = "officials"', 'attributed_to = "police"'))
    assert "attributed_to is 'police', but \"officials\" is not listed for it" in run("check", "--texts", "texts").stdout


def test_a_wrong_address_is_told_of_the_report(story):
    found = run("extract", "../gazette.txt", "--url", "example")

    assert found.exit_code == 1
    assert "address is 'example'; write one that begins with http" in found.stderr
    assert run("extract", "../gazette.txt", "../herald.txt", "--url", "https://example.org/").exit_code == 2
