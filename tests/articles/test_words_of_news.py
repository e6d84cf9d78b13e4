"""The words of news English that geomap knows by itself, what a story adds and takes away, and the words of its border."""

import csv
import re
from importlib.resources import files
from pathlib import Path

import pytest

from geomap.articles.derivations import people
from geomap.articles.lexicon import FIELDS, read_lexicon
from geomap.errors import DataError
from geomap.language import normalised_words
from geomap.model import Side
from geomap.vocabulary import TERM_VALUES, generic_terms, spelled_out

NO_STORY = Path("there is no such folder")
SENTENCES = (Path(__file__).parent / "agency_wording.txt").read_text(encoding="utf-8").splitlines()
MARKED = [
    (words, field, value)
    for sentence in SENTENCES
    if not sentence.startswith("#")
    for words, field, value in re.findall(r"\[([^\]]+)\]\((\w+)=([^)]+)\)", sentence)
]
ROWS = [
    tuple(row.values())
    for file in sorted((files("geomap.vocabulary") / "words").iterdir(), key=lambda file: file.name)
    for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines())
]


def lexicon(folder, border="", sides=None, **tables):
    """The lexicon of a folder that has these rows in its tables."""
    heads = {"terms": "field,value,term", "actors": "name,side,spellings,note", "places": "name,spellings"}
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text("\n".join((heads[name], *rows)) + "\n", encoding="utf-8")
    return read_lexicon(folder, sides, border=border)


# ---- generic words -----------------------------------------------------------------------------------------------------------


def test_the_wording_of_agencies_is_known_without_a_row():
    known = read_lexicon(NO_STORY)

    def meant(field, words):
        if field in ("person", "number", "bound"):
            return known.persons(words) if field == "person" else known.mentioned(field, words)
        return (known.meaning(field, words),)

    assert [m for m in MARKED if meant(m[1], normalised_words(m[0])) != (m[2],)] == []
    assert len(MARKED) > 170
    assert {value for _, field, value in MARKED if field == "sub_event_type"} >= {*TERM_VALUES["sub_event_type"]} - {"Other"}


def test_every_term_stands_for_one_value_of_its_field():
    values: dict = {}
    for field, value, term in ROWS:
        for one in spelled_out(term):
            assert values.setdefault((field, one.casefold()), value) == value, (field, one)


def test_no_row_of_the_generic_words_is_doubled_by_those_before_it():
    seen: set = set()
    for field, _, term in ROWS:
        new = {(field, one.casefold()) for one in spelled_out(term)} - seen
        assert new, (field, term)
        seen |= new


def test_fields_and_values_of_the_generic_words_are_of_the_closed_lists():
    assert {field for field, _, _ in ROWS} == set(FIELDS) - {"border"}
    assert [row for row in ROWS if row[1] not in TERM_VALUES.get(row[0], (row[1],))] == []
    assert [row for row in ROWS if row[0] == "number" and not row[1].isdecimal()] == []


def test_generic_terms_are_written_as_they_are_looked_up():
    whole = ("sub_event_type", "weapon", "target", "status", "casualty", "relation")
    for field, terms in generic_terms().items():
        for term in terms:
            assert term == normalised_words(term), (field, term)
            assert field not in whole or not re.search(r"\b(?:a|an|the) \w", term), (field, term)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the roadside bomb", "roadside bomb"),
        ("roadside bombs", "roadside bomb"),
        ("a bomb at the roadside", None),
        ("bomb", "bomb"),
    ],
)
def test_a_term_is_the_whole_of_the_words_but_for_articles(words, value):
    assert read_lexicon(NO_STORY).meaning("weapon", words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("was gunned down", "Attack"), ("had been shelled", "Shelling/artillery/missile attack"), ("was", None)],
)
def test_an_auxiliary_verb_does_not_count(words, value):
    assert read_lexicon(NO_STORY).meaning("sub_event_type", words) == value


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("two police officers and a child", ("police", "children")),
        ("army officers", ("officers",)),
        ("security guards", ("guards",)),
        ("ten", ()),
    ],
)
def test_persons_are_named_in_their_order_by_their_longest_word(words, persons):
    assert read_lexicon(NO_STORY).persons(words) == persons


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("a policewoman", (1, 1)),
        ("policemen", None),
        ("dozens of villagers", (24, None)),
        ("several people", (3, None)),
        ("several hundred people", (200, None)),
        ("hundreds of thousands of people", (200_000, None)),
        ("two dozen people", (24, 24)),
        ("half a dozen people", (6, 6)),
        ("no one", (0, 0)),
        ("nobody", (0, 0)),
        ("no fewer than 12 people", (12, None)),
        ("no more than 12 people", (0, 12)),
        ("as many as 30 people", (0, 30)),
        ("up to 30 soldiers", (0, 30)),
        ("more than 30 soldiers", (31, None)),
        ("fewer than 30 soldiers", (0, 29)),
    ],
)
def test_how_many_people_words_speak_of(words, count):
    assert people(words, read_lexicon(NO_STORY)) == count


# ---- what a story changes ----------------------------------------------------------------------------------------------------


def test_a_story_adds_moves_and_takes_away_terms(tmp_path):
    rows = (
        "weapon,catapult,trebuchet",
        "sub_event_type,Armed clash,Gunned down",
        "casualty,,body",
        "target,quay,{north|south} quay",
    )
    story = lexicon(tmp_path, terms=rows)

    assert story.meaning("weapon", "trebuchet") == "catapult"
    assert story.meaning("sub_event_type", "gunned down") == "Armed clash"
    assert (story.meaning("casualty", "body"), story.meaning("casualty", "bodies")) == (None, "killed")
    assert story.meaning("target", "the south quay") == "quay"
    assert read_lexicon(NO_STORY).meaning("casualty", "body") == "killed"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("weapon,,trebuchet", "terms.csv: trebuchet: an empty value takes a term away, but weapon has no such generic term"),
        ("status,confessed,owned up", "terms.csv: owned up: status is 'confessed'; write one of stated, claimed,"),
        ("bound,around,some", "terms.csv: some: bound is 'around'; write one of at least, more than, at most, fewer than"),
        ("weapon,bomb,{bomb|bombs}\nweapon,bomb,bombs", "terms.csv: bombs: stands twice for weapon 'bomb'; keep one row"),
    ],
)
def test_a_row_that_a_story_cannot_have_is_refused(row, message, tmp_path):
    with pytest.raises(DataError, match=re.escape(message)):
        lexicon(tmp_path, terms=[row])


def test_a_story_may_have_none_of_its_tables():
    assert read_lexicon(NO_STORY).actors == {}
    assert read_lexicon(NO_STORY).meaning("place", "mali") == "Mali"


# ---- the border --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "border"),
    [
        *(("the Malian border", "MLI-NER"), ("border with Niger", "MLI-NER"), ("the Mali-Niger border", "NE-ML")),
        *(("the border between the DRC and Rwanda", "COD-RWA"), ("Congolese frontier", "COD-RWA"), ("the UK border", "GB-IE")),
        *(("border between Iran and Pakistan", "IRN-PAK"), ("Pak-Iran border", "IRN-PAK"), ("Ivorian border", "CIV-GHA")),
    ],
)
def test_the_border_of_any_pair_is_known_by_its_countries(words, border):
    known = read_lexicon(NO_STORY, border=border)

    (own,) = known.borders
    assert known.meaning("border", normalised_words(words)) == own
    assert own == "-".join(sorted(own.split("-")))


def test_another_country_s_border_is_not_the_story_s():
    assert read_lexicon(NO_STORY, border="MLI-NER").meaning("border", "algerian border") is None
    # A line of which no countries are known has no other name.
    assert read_lexicon(NO_STORY, border="claimed").borders == {"claimed": {"border", "frontier"}}


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        *(
            ("bamako", "Mali"),
            ("the malian government", "Mali"),
            ("government of niger", "Niger"),
            ("mali's army", "Malian military"),
        ),
        *(
            ("nigerien troops", "Nigerien military"),
            ("malian police", "Malian police"),
            ("nigerian army", None),
            ("malian", "Mali"),
        ),
    ],
)
def test_the_states_of_the_border_are_actors(words, actor):
    assert read_lexicon(NO_STORY, border="MLI-NER").meaning("actor", words) == actor


def test_an_actor_of_the_story_goes_before_a_generic_one(tmp_path):
    rows = ["FAMa,Junta,Malian army;Malian military,", "Mali,Junta,,", "Town desk,Unknown,Bamako,"]
    sides = {name: Side(name=name, light="#000000", dark="#ffffff") for name in ("Junta", "Unknown")}
    sides["State of Niger"] = Side(name="State of Niger", light="#000000", dark="#ffffff", country="NE")
    sides["Junta"] = Side(name="Junta", light="#000000", dark="#ffffff", country="ML")
    known = lexicon(tmp_path, "MLI-NER", sides, actors=rows)

    assert known.meaning("actor", "malian troops") == "FAMa"  # the story's name for the military, with its other spellings
    assert known.meaning("actor", "bamako") == "Town desk"
    assert known.meaning("actor", "malian government") == "Mali"
    assert known.actors["Mali"].side == "Junta"
    assert known.actors["Niger"].side == "State of Niger"


def test_a_state_that_is_no_side_is_no_actor(tmp_path):
    sides = {"Unknown": Side(name="Unknown", light="#000000", dark="#ffffff")}

    assert lexicon(tmp_path, "MLI-NER", sides).actors == {}


def test_words_of_both_countries_name_neither():
    known = read_lexicon(NO_STORY, border="COD-COG")

    assert [known.meaning("actor", words) for words in ("congolese army", "congo", "congo's army")] == [None, None, None]
    assert known.meaning("actor", "kinshasa") == "Democratic Republic of the Congo"
    assert known.meaning("border", "congolese border") == "COD-COG"


def test_forms_that_go_together_are_written_once_and_not_word_by_word():
    assert [(field, value, term[:40]) for field, value, term in ROWS if len(term) > 1000] == []


@pytest.mark.parametrize(
    ("field", "words", "value"),
    [
        ("casualty", "lost his both legs", None),
        ("casualty", "lost both legs", "injured"),
        ("casualty", "lost his left arm", "injured"),
        ("casualty", "being treated for burns", "injured"),
        ("status", "gave its own losses", "claimed"),
        ("sub_event_type", "bodies of fishermen with bullet wounds", None),
        ("sub_event_type", "bodies riddled with bullet wounds", "Attack"),
    ],
)
def test_forms_are_those_that_english_has(field, words, value):
    assert read_lexicon(NO_STORY).meaning(field, words) == value
