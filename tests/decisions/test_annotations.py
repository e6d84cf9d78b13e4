"""Decisions as Web Annotations, and back into an empty story."""

import json
import shutil

import pytest
from click.testing import CliRunner
from conftest import change, needs
from reviewed import accepted_claims, begun, bulletin, review_of, some_decisions, texts_in

from geomap import project
from geomap.checks import check
from geomap.cli.group import main
from geomap.decisions import annotations_of, decide, read_annotations, write_annotated
from geomap.errors import DataError

#: What the Web Annotation Data Model says of the parts that we use: https://www.w3.org/TR/annotation-model/
IRI = {"type": "string", "pattern": '^[a-z]+:[^ <>"{}|\\\\^`]+$'}
POSITION = {
    "required": ["type", "start", "end"],
    "properties": {"type": {"const": "TextPositionSelector"}, "start": {"minimum": 0}, "end": {"minimum": 1}},
}
QUOTE = {
    "required": ["type", "exact"],
    "properties": {"type": {"const": "TextQuoteSelector"}, "exact": {"type": "string", "minLength": 1}},
}
TARGET = {
    "anyOf": [
        IRI,
        {
            "required": ["type", "source", "selector"],
            "properties": {
                "type": {"const": "SpecificResource"},
                "source": IRI,
                "selector": {"type": "array", "minItems": 1, "items": {"anyOf": [POSITION, QUOTE]}},
            },
        },
    ]
}
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "body", "target"],
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["assessing", "editing", "linking", "describing"]},
        "created": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|\+00:00)$"},
        "creator": {"required": ["type", "name"], "properties": {"type": {"const": "Person"}}},
        "body": {"required": ["type", "value"], "properties": {"type": {"const": "TextualBody"}}},
        "target": {"type": "array", "minItems": 1, "items": TARGET},
    },
}
PAGE = {
    "type": "object",
    "required": ["@context", "id", "type", "items"],
    "properties": {
        "@context": {"type": "array", "prefixItems": [{"const": "http://www.w3.org/ns/anno.jsonld"}]},
        "id": IRI,
        "type": {"const": "AnnotationPage"},
        "items": {"type": "array", "items": ANNOTATION},
    },
}


@pytest.fixture(scope="module")
def decided(tmp_path_factory):
    """A story with decisions of every kind."""
    folder = begun(tmp_path_factory.mktemp("first") / "story", {f"bulletin-{n}": bulletin(n) for n in range(6)})
    review = review_of(folder)
    some_decisions(review, 40)
    one, other = [claim for kept in review.kept.values() for claim in kept.carried.accepted][:2]
    incident = next(id for id, told in review.incidents().items() if other.id in {judged.claim for judged in told.claims})
    decide(review, {"what": "group", "claim": one.id, "incident": incident, "reason": "the same <attack>"})
    return review


def test_what_is_exported_is_imported_into_an_empty_story_with_equal_decisions(decided, tmp_path):
    file = tmp_path / "decisions.jsonld"
    file.write_text(json.dumps(annotations_of(decided)), encoding="utf-8")
    other = begun(tmp_path / "other", {})

    assert write_annotated(read_annotations(file), project.read_story(other)) == len(decided.log.decisions)
    review = review_of(other)
    assert review.log.decisions == decided.log.decisions
    assert accepted_claims(other) == accepted_claims(decided.story.path("."))
    assert review.judged.groupings == decided.judged.groupings
    assert annotations_of(review)["items"] == annotations_of(decided)["items"]
    assert write_annotated(read_annotations(file), project.read_story(other)) == 0  # once more changes nothing


@pytest.fixture
def grouped(tmp_path):
    """A story whose incident was grouped in two steps; a place, a title and a term were written by hand."""
    folder = begun(tmp_path / "grouped", {"one": bulletin(1), "two": bulletin(2)})
    with (folder / "places.csv").open("a", encoding="utf-8") as places:
        places.write("Old Fort,,,settlement,IN,,74.5,31.9,3000,,,,,own reading,\n")
    review = review_of(folder)
    for id in ("one/1", "one/2", "two/1", "two/2"):
        decide(review, {"what": "accept", "claim": id})
    decide(review, {"what": "edit", "claim": "one/2", "field": "place", "value": ["Old Fort"], "note": "as its map shows"})
    for id in ("two/1", "two/2"):
        decide(review, {"what": "group", "claim": id, "incident": "one-1", "reason": f"{id} tells of the same"})
    title = review.judged.groupings["one-1"].title
    change(folder / "incidents.toml", f'title = "{title}"', 'title = {en = "At the post", fa = "پاسگاه"}  # by hand')
    with (folder / "terms.csv").open("a", encoding="utf-8") as terms:
        terms.write("weapon,firearms,thunderstick\n")
    return folder


@pytest.mark.parametrize("read", [False, True], ids=["an empty story", "one that has read the same reports"])
def test_an_incident_of_several_steps_and_what_was_written_by_hand_are_in_the_story_that_imports(grouped, tmp_path, read):
    told = json.loads(json.dumps(annotations_of(review_of(grouped))))
    other = begun(tmp_path / "other", {"one": bulletin(1), "two": bulletin(2)} if read else {})
    write_annotated(told, project.read_story(other))

    said = sorted(map(str, check(story=project.read_story(grouped)).problems))
    for file in (grouped / "texts").iterdir():  # an export holds none
        shutil.copy(file, other / "texts")
    assert sorted(map(str, check(story=project.read_story(other)).problems)) == said
    assert accepted_claims(other) == accepted_claims(grouped)
    mine, theirs = (review_of(folder) for folder in (grouped, other))
    assert theirs.judged.groupings == mine.judged.groupings
    assert len(theirs.judged.groupings["one-1"].claims) == 3
    assert 'fa = "پاسگاه"}  # by hand' in (other / "incidents.toml").read_text(encoding="utf-8")
    assert theirs.rows.listed.places["Old Fort"] == mine.rows.listed.places["Old Fort"]
    assert "thunderstick" in (other / "terms.csv").read_text(encoding="utf-8")
    before = {file: file.read_bytes() for file in other.rglob("*.*") if file.is_file()}
    assert write_annotated(told, project.read_story(other)) == 0
    assert {file: file.read_bytes() for file in other.rglob("*.*") if file.is_file()} == before


def test_of_a_file_without_judgements_each_step_of_an_incident_is_carried_out_in_its_turn(grouped, tmp_path):
    told = annotations_of(review_of(grouped))
    told["files"] = {name: text for name, text in told["files"].items() if "/" in name}  # as geomap 0.3.0 wrote it
    other = begun(tmp_path / "other", {})
    write_annotated(told, project.read_story(other))

    here = {claim.id for claim in review_of(other).claims()}
    groupings = review_of(other).judged.groupings
    assert [one.claim for one in groupings["one-1"].claims] == ["one/1", "two/1", "two/2"]
    assert {one.claim for told in groupings.values() for one in told.claims} == here


def test_a_story_keeps_its_own_judgements_and_rows_and_takes_the_rest(grouped, tmp_path):
    other = begun(tmp_path / "other", {"one": bulletin(1), "two": bulletin(2)})
    review = review_of(other)
    for id in ("one/1", "one/2"):
        decide(review, {"what": "accept", "claim": id})
    decide(review, {"what": "group", "claim": "one/2", "incident": "one-1", "reason": "mine"})
    before = (other / "incidents.toml").read_text(encoding="utf-8")
    write_annotated(annotations_of(review_of(grouped)), project.read_story(other))

    assert (other / "incidents.toml").read_text(encoding="utf-8").startswith(before.rstrip())
    (mine,) = (told for told in review_of(other).judged.groupings.values() if told.id == "one-1")
    assert [one.claim for one in mine.claims] == ["one/1", "one/2"]


def test_what_is_refused_leaves_no_file_behind(grouped, tmp_path):
    told = annotations_of(review_of(grouped))
    told["files"]["incidents.toml"] = "[[incidents]]\nid = 3\n"
    other = begun(tmp_path / "other", {})
    before = sorted(other.rglob("*"))

    with pytest.raises(DataError, match="incidents"):
        write_annotated(told, project.read_story(other))
    assert sorted(other.rglob("*")) == before


def test_the_verb_writes_a_file_and_takes_it(decided, tmp_path):
    file, other = tmp_path / "decisions.jsonld", begun(tmp_path / "other", {})

    def run(*words):
        return CliRunner().invoke(main, ["review", *map(str, words)]).stdout.splitlines()

    many = len(decided.log.decisions)
    assert run("--export", file, "--project", decided.story.path(".")) == [f"{file}: {many} decisions"]
    assert run("--import", file, "--project", other) == [f"{file}: {many} new decisions"]
    assert review_of(other).log.decisions == decided.log.decisions


def test_the_annotations_are_those_of_the_standard(decided):
    needs("jsonschema")
    import jsonschema

    jsonschema.Draft202012Validator.check_schema(PAGE)
    for quotes in (False, True):
        jsonschema.validate(annotations_of(decided, quotes=quotes), PAGE)


def test_the_words_of_an_article_are_given_only_where_they_are_asked_for(decided):
    texts = texts_in(decided.story.path("."))

    plain, quoted = (annotations_of(decided, quotes=quotes)["items"] for quotes in (False, True))
    assert "TextQuoteSelector" not in json.dumps(plain)
    checked = 0
    for one in quoted:
        for target in one["target"]:
            if isinstance(target, str):
                continue
            position, quote = target["selector"]
            text = texts[target["source"].rpartition(":")[2]]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
            checked += 1
    assert checked >= 40


def with_line(change):
    """The annotations with the decision that accepted a claim changed; with the others as they are."""

    def changed(told):
        lines = [json.loads(one["body"]["value"]) for one in told["items"]]
        n = next(n for n, line in enumerate(lines) if line["what"] == "accept" and "field" not in line)
        change(lines[n])
        items = [one | {"body": {"value": json.dumps(line)}} for one, line in zip(told["items"], lines, strict=True)]
        return told | {"items": items}

    return changed


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (with_line(lambda line: line["after"]["accepted"].update(days="yesterday")), "holds no decision (claim: days"),
        (
            with_line(lambda line: line["after"]["accepted"].update(id="bulletin/x")),
            "holds no decision (claim: id 'bulletin/x'",
        ),
        (with_line(lambda line: line["after"]["accepted"]["sub_event_type"].update(value="Q")), "is no kind of event"),
        (with_line(lambda line: line["after"].update(accepted="x")), "holds no decision"),
        (with_line(lambda line: line.update(words={"kind": [["a", "b"]]})), "holds no decision (words"),
        (with_line(lambda line: line.update(words={"kind": 5})), "holds no decision"),
        (with_line(lambda line: line["after"].update(places={"Q": {"nope": 1}})), "holds no decision (row of places: "),
        (with_line(lambda line: line["after"].update(actors={"Q": {"name": "Q"}})), "holds no decision (row of actors: "),
        (with_line(lambda line: line["after"].update(incidents={"k": {"x": 1}})), "holds no decision (incident: "),
        (with_line(lambda line: line["after"].update(incidents=5)), "holds no decision"),
        (with_line(lambda line: line.update(field="nonsense")), "holds no decision (nonsense: is no field"),
        (lambda told: told | {"files": {"proposals/places.csv": 'name\n"x'}}, "places.csv: line 2"),
        (lambda told: told | {"files": {"proposals/places.csv": "name,level\nX,nonsense\n"}}, "level is 'nonsense'"),
        (lambda told: told | {"files": {"proposals/actors.csv": "nobody\n1\n"}}, "actors.csv"),
        (lambda told: told | {"border": "IRN-PAK"}, "border: is 'IRN-PAK', but the story's is 'IND-PAK'"),
        (lambda told: told | {"files": {"../geomap.toml": "x"}}, "files: '../geomap.toml' is no file of an article"),
        (lambda told: told | {"files": {"articles/a.toml": "title = 3"}}, "a.toml"),
        (lambda told: told | {"items": [{"body": {"value": "{}"}}]}, "items: annotation 1 holds no decision"),
        (lambda told: told | {"files": {"articles/../../a.toml": "x"}}, "is no file of an article"),
        (lambda told: told | {"items": ["x"]}, "items: annotation 1 holds no decision"),
        (lambda told: {}, "is no file of annotations"),
        (lambda told: [], "is no file of annotations"),
    ],
)
def test_what_cannot_be_right_is_refused_and_nothing_is_taken(decided, tmp_path, change, said):
    other = begun(tmp_path / "other", {})
    file = tmp_path / "decisions.jsonld"
    file.write_text(json.dumps(change(annotations_of(decided))), encoding="utf-8")

    with pytest.raises(DataError) as wrong:
        write_annotated(read_annotations(file), project.read_story(other))
    assert said in str(wrong.value)
    assert not (other / "decisions.jsonl").exists()
    assert list((other / "articles").glob("*.toml")) == []
