"""Our own words take no side, and no title says what the map excludes."""

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest
from shapely.geometry import Point
from two_lands import WIDE

import geomap
from geomap import pipeline
from geomap.checks.wording import loaded, misplacing_titles
from geomap.gazetteer import Place
from geomap.incidents import Correction, Note
from geomap.model import Article, Cited, Claim, Days, Difference, Grouping, Incident, Judgement, SiteGrouping, Version
from geomap.places.locating import locate
from geomap.vocabulary import LOADED_TERMS, loaded_terms

DEPARTMENT = ("Counter Terrorism Department", "Counter-Terrorism Department")
FAIR = Grouping(
    id="a",
    title="Strike on a village",
    claims=(Judgement(claim="x/1", reason="r"),),
    differences=(Difference(field="targets", versions=(Version(says="s", claims=("x/1",)),), reason="r"),),
    sites=(SiteGrouping(name="n", claims=("x/1",), reason="r"),),
)


@pytest.mark.parametrize(
    ("grouping", "where"),
    [
        (replace(FAIR, title="Strike on terrorists"), "title"),
        (replace(FAIR, claims=(Judgement(claim="x/1", reason="terrorists"),)), "x/1: reason"),
        (replace(FAIR, sites=(SiteGrouping(name="terrorists", claims=(), reason="r"),)), "site"),
        (replace(FAIR, sites=(SiteGrouping(name="n", claims=(), reason="terrorists"),)), "site"),
        (replace(FAIR, differences=(replace(FAIR.differences[0], reason="Terrorists"),)), "difference on targets"),
        (
            replace(FAIR, differences=(replace(FAIR.differences[0], versions=(Version(says="terrorists", claims=()),)),)),
            "difference on targets",
        ),
    ],
)
def test_a_word_that_takes_a_side_is_told_with_its_place_and_another(grouping, where):
    assert loaded([FAIR], [], [], ()) == []
    (problem,) = loaded([grouping], [], [], ())
    assert problem.startswith("incidents.toml: incident a")
    assert where in problem
    assert f"write {LOADED_TERMS['terrorists']}" in problem


def test_notes_are_read_too():
    article = Article(id="x", title="A regime's terrorists", publisher="P", note="of the regime")
    claim = Claim(
        id="x/1",
        article="x",
        sub_event_type=Cited(value="Attack", derivation="read by a person", note="martyrs"),
        days=Cited(value=Days(), derivation="read by a person"),
    )
    found = loaded([], [Note(id="n", title="so-called", text="the regime")], [(article, [claim])], ())

    assert [line.split(" has ")[1].split(",")[0] for line in found] == ["'so-called'", "'regime'", "'regime'", "'martyrs'"]


def test_a_problem_names_file_record_field_words_and_what_to_write():
    (problem,) = loaded([replace(FAIR, title="Strike on terrorists")], [], [], ())
    assert problem == (
        "incidents.toml: incident a: title: 'Strike on terrorists' has 'terrorists', which takes a side; "
        "write the group's name, or militants"
    )
    article = Article(id="x", title="T", publisher="P", note="a regime")
    noted = Cited(value="Attack", derivation="read by a person", note="a regime")
    claim = Claim(id="x/1", article="x", sub_event_type=noted, days=Cited(value=Days(), derivation="read by a person"))
    named = replace(FAIR, sites=(SiteGrouping(name="the regime's base", claims=(), reason="r"),))
    found = loaded([named], [Note(id="n", title="t", text="a regime")], [(article, [claim])], ())
    assert [re.split(r""": ['"]""", line)[0] for line in found] == [
        "incidents.toml: incident a: site the regime's base",
        "incidents.toml: note n",
        "x.toml: note",
        "x.toml: x/1: sub_event_type: note",
    ]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("the Regime and its REGIMES", ["regime", "regimes"]),
        ("a regimen, terroristic, undeterrorised", []),
        ("Counter-Terrorism Department", []),
        ("pro-regime, anti-terrorist", ["regime", "terrorist"]),
        ("the Counter Terrorism Department's terrorism", ["terrorism"]),
        ("collateral damage", ["collateral damage"]),
    ],
)
def test_terms_are_found_as_whole_words_and_not_in_names(text, terms):
    assert loaded_terms(text, DEPARTMENT) == terms


def test_no_shipped_title_reason_or_note_takes_a_side(story):
    inputs = story.inputs
    texts = [(article, [c for c in inputs.claims if c.article == article.id]) for article in inputs.articles.values()]

    assert len(inputs.groupings) > 20
    assert loaded(inputs.groupings, inputs.notes, texts, DEPARTMENT, places=inputs.gazetteer.places.values()) == []
    page = (Path(geomap.__file__).parent / "webmap" / "assets" / "languages" / "en.json").read_text(encoding="utf-8")
    assert loaded_terms(page) == []


def titled(title, *path):
    region = locate(path, WIDE)
    return Incident(
        id="a", title=title, sub_event_type="Attack", days=Days(), claims=(), judgements=(), regions={}, region=region,
        region_reason="r",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("title", "path", "wrong"),
    [
        ("Strike in Millford", ("Millford",), None),
        ("Strike in Millford district", ("Millford",), None),
        ("Strike in Millford, South", ("Millford",), "South"),
        ("Strike in South", ("Millford",), "South"),
        ("Strike near the Raven's Post", ("South",), "Raven's Post"),
        ("Westland's strike in Millford", ("Millford",), None),
        ("Protest in Millford against Westland", ("Millford",), None),
        ("Strike in Westlandish style", ("Millford",), None),
        ("Strike in Westland's south", ("Millford",), "Westland"),
        ("In South, a strike", ("Millford",), "South"),
        ("Strike in Millford and South", ("Millford",), "South"),
        ("Strike near Millford", ("South",), "Millford"),
        ("Strike outside Millford", ("Farwick",), "Millford"),
        ("Strike around Farwick", ("Farwick",), None),
        ("Strike in Sea of Mist", ("Millford",), None),
    ],
)
def test_a_title_puts_nothing_where_the_map_does_not(title, path, wrong):
    found = misplacing_titles([titled(title, *path)], WIDE)

    assert found == (
        [
            f"incidents.toml: incident a: title says {wrong}, but the region that is drawn, {path[0]}, "
            "does not lie there; correct the title or what places it elsewhere"
        ]
        if wrong
        else []
    )


def test_no_shipped_title_says_what_the_map_excludes(story):
    assert pipeline.problems(story) == []


def test_beside_a_place_is_near_it_and_not_in_it():
    aside = replace(locate(("Millford",), WIDE), geometry=Point(10.65, 47), radius_m=3000.0, point=None, name="aside")
    incident = replace(titled("T", "Millford"), region=aside)

    for title, wrong in (("Strike near Millford", 0), ("Strike outside Millford", 0), ("Strike in Millford", 1)):
        assert len(misplacing_titles([replace(incident, title=title)], WIDE)) == wrong, title


def test_notes_of_places_and_reasons_of_corrections_are_read_too():
    place = Place(name="Ash", level="site", note="a den of terrorists")
    moved = Correction(incident="a", field="first_day", by="A", on=dt.date(2024, 1, 1), reason="the regime says so")

    assert [line.split(": '")[0] for line in loaded([], [], [], (), places=[place], corrections=[moved])] == [
        "places.csv: Ash: note", "corrections.toml: a: reason",
    ]  # fmt: skip
