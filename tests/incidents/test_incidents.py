"""The judgements of incidents.toml against the claims and the facts, and the rules by which an incident gets its values."""

import csv
import datetime as dt
import json
import os
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point

from geomap.articles.files import read_articles
from geomap.errors import DataError
from geomap.incidents.confidence import CONFIDENCE, confidence, rests_on
from geomap.incidents.counts import range_of, sub_event_type_of, toll_of, tolls, victims_of
from geomap.incidents.days import days_from_outside, days_of, precision_of, split
from geomap.incidents.differences import differences_found, unjudged, unmentioned, weaker
from geomap.incidents.grouping import group
from geomap.incidents.judgements import check_groupings, read_incidents
from geomap.model import (
    Actor,
    Article,
    Cited,
    Claim,
    Count,
    Days,
    Difference,
    Grouping,
    Incident,
    Judgement,
    Region,
    Site,
    SiteGrouping,
    Unlocated,
    Version,
    Victims,
)

ROOT = Path(__file__).parents[2]
FACTS = ROOT.parent / "shared" / "facts" / "incidents.json"
ARTICLES = {
    "S0": "iranintl-2024-01-22",
    "S1": "tns-2024-01-28",
    "S2": "retaliation-2024-01-18",
    "S3": "zarak-khan-2023-08",
    "S4": "errraand-2024-01-17",
}
# Which difference of ours holds which contradiction of the facts.
CONFLICTS = {
    "C01": ("2023-06-01-singwan", "days"),
    "C02": ("2023-01-18-chukab", "place"),
    "C03": ("2024-01-16-sabz-koh", "statements"),
    "C04": ("2024-01-16-sabz-koh", "injured"),
    "C05": ("2024-01-18-saravan", "killed"),
    "C06": ("2024-01-17-javdanfar", "actors"),
    "C07": ("2024-01-15-erbil", "precision of days"),
    "C08": ("2024-01-15-erbil", "killed"),
    "C09": ("2024-01-22-kurdistan-rally", "incident"),
    "C10": ("2024-01-16-sabz-koh", "precision of days"),
    "C11": ("2019-04-18-ormara", "targets"),
    "C12": ("2024-01-03-kerman", "killed"),
    "C13": ("2023-02-18-quetta-arrest", "precision of days"),
    "C14": ("2022-09-30-zahedan", "killed or injured"),
    "C16": ("2024-01-18-saravan", "precision of place"),
}
NOTES = {"C15": "border-length", "C17": "two-weeks-earlier", "C18": "spellings"}


# ---- the files -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def judged():
    return read_incidents(ROOT / "geodata" / "incidents.toml")


@pytest.fixture(scope="module")
def files():
    return read_articles(ROOT / "geodata" / "articles")


@pytest.fixture(scope="module")
def facts():
    if not FACTS.is_file():
        if os.environ.get("GEOMAP_REQUIRE_ALL") == "1":
            pytest.fail(f"{FACTS} is not there")
        pytest.skip("the facts are beside the repository only where it is developed")
    return json.loads(FACTS.read_text(encoding="utf-8"))


def claim_id(mention):
    article, number = mention.split("-A")
    return f"{ARTICLES[article]}/{number}"


def home(groupings, claim):
    return next(g.id for g in groupings if claim in {j.claim for j in g.claims})


def test_every_claim_of_every_article_is_in_one_incident_and_nothing_else_is(judged, files):
    groupings, _ = judged
    claims = [claim for _, told in files for claim in told]
    assert len(claims) > 33
    assert check_groupings(groupings, claims, {article.id for article, _ in files if article.text_available}) == []


def test_every_difference_that_comparison_finds_is_judged(judged, files):
    groupings, _ = judged
    claims = [claim for _, told in files for claim in told]
    assert unjudged(groupings, claims, sides()) == []


def sides():
    with (ROOT / "geodata" / "actors.csv").open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["side"] for row in csv.DictReader(file)}


def test_the_records_are_sorted_and_no_text_is_empty(judged):
    groupings, notes = judged
    assert [g.id for g in groupings] == sorted(g.id for g in groupings)
    assert [n.id for n in notes] == sorted(n.id for n in notes)
    texts = [g.title for g in groupings] + [j.reason for g in groupings for j in g.claims] + [n.text for n in notes]
    texts += [text for g in groupings for d in g.differences for text in (d.reason, *(a.says for a in d.versions))]
    assert all(len(text.strip()) > 1 for text in texts)


def test_the_incidents_are_the_facts_own(judged, facts):
    groupings, _ = judged
    required = [m for m in facts["mentions"] if not m.get("optional")]
    theirs = {}
    for mention in required:
        theirs.setdefault(mention["incident"], set()).add(claim_id(mention["id"]))
    ours = [{j.claim for j in g.claims if j.claim.split("/")[0] in ARTICLES.values()} for g in groupings]
    assert len(theirs) == len(facts["incidents"]) == len(ours) == 21
    assert len(required) == 33
    assert sorted(map(sorted, ours)) == sorted(map(sorted, theirs.values()))


def test_a_mention_with_two_candidates_names_the_other_as_an_alternative(judged, facts):
    groupings, _ = judged
    mention_of = {m["incident"]: claim_id(m["id"]) for m in facts["mentions"] if m["incident"]}
    alternatives = {j.claim: j.alternatives for g in groupings for j in g.claims}
    doubtful = [m for m in facts["mentions"] if m.get("alt_incident")]
    assert doubtful
    for mention in doubtful:
        assert home(groupings, mention_of[mention["alt_incident"]]) in alternatives[claim_id(mention["id"])]


def test_every_contradiction_of_the_facts_is_a_difference_or_a_note(judged, facts):
    groupings, notes = judged
    assert {c["id"] for c in facts["conflicts"] if c["incident"]} == CONFLICTS.keys()
    assert {c["id"] for c in facts["conflicts"] if not c["incident"]} == NOTES.keys()
    assert set(NOTES.values()) <= {note.id for note in notes}
    mention_of = {m["incident"]: claim_id(m["id"]) for m in facts["mentions"] if m["incident"]}
    differences = {(g.id, d.field): d for g in groupings for d in g.differences}
    for conflict in facts["conflicts"]:
        if not conflict["incident"]:
            continue
        difference = differences[CONFLICTS[conflict["id"]]]
        named = {claim for account in difference.versions for claim in account.claims}
        between = {claim_id(m) for m in conflict["between"] if "-A" in m}
        assert between <= named, conflict["id"]
        assert home(groupings, mention_of[conflict["incident"]]) == CONFLICTS[conflict["id"]][0], conflict["id"]


def test_the_days_are_those_of_the_facts(judged, files, facts):
    groupings, _ = judged
    articles = {article.id: article for article, _ in files}
    known = {claim.id: claim for _, told in files for claim in told}
    dated = {home(groupings, claim_id(i["mentions"][0])): dt.date.fromisoformat(i["date"]) for i in facts["incidents"]}
    for grouping in groupings:
        days = days_of(*split([known[j.claim] for j in grouping.claims], articles))
        day = dated[grouping.id]
        assert (days.first or day) <= day <= (days.last or day), (grouping.id, days, day)
    exact = {g.id for g in groupings if precision_of(days_of(*split([known[j.claim] for j in g.claims], articles))) == "day"}
    assert len(exact) >= 18


def test_outside_publications_say_what_they_are(files):
    outside = [(article, claims) for article, claims in files if not article.text_available]
    assert len(outside) >= 20
    mirrors = ("wikipedia", "wikimili", "mgwiki", "sott.net", "applulbayt", "defence.pk", "piglix", "eth.link")
    for article, claims in outside:
        assert article.id.startswith("outside-")
        assert not any(mirror in (article.address or "") for mirror in mirrors)
        assert article.text_sha256 is None
        assert "title" in article.inferred
        for claim in claims:
            assert not claim.spans
            assert all(said.derivation == "read by a person" and not said.spans for _, said in claim.values)


# ---- reading ---------------------------------------------------------------------------------------------------------

GOOD = """
[[incidents]]
id = "a"
title = "A"
claims = [{claim = "x/1", reason = "r"}]
[[incidents.differences]]
field = "days"
versions = [{says = "s", claims = ["x/1"]}, {says = "t", claims = ["x/2"]}]
reason = "r"
[[notes]]
id = "n"
title = "N"
text = "t"
"""


def written(tmp_path, text):
    path = tmp_path / "incidents.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_difference_without_a_better_account_reads_as_none(tmp_path):
    groupings, notes = read_incidents(written(tmp_path, GOOD))
    assert groupings[0].differences[0].better is None
    assert groupings[0].differences[0].versions[1] == Version(says="t", claims=("x/2",))
    assert notes[0].text == "t"


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ('title = "A"', "", ("incident a", "title", "is missing")),
        ('title = "A"', "title = 3", ("incident a", "title", "is 3")),
        ('title = "A"', 'title = "A"\nplace = "B"', ("incident a", "place", "no such field")),
        ('id = "a"', "id = 7", ("incident 7", "id", "is 7")),
        ('id = "a"\n', "", ("incident 1", "id", "is missing")),
        ('claim = "x/1"', "claim = 1", ("incident a", "claims[0].claim", "is 1")),
        ('says = "t"', "says = true", ("incident a", "differences[0].versions[1].says", "is True")),
        ('text = "t"', "", ("note n", "text", "is missing")),
        ("[[notes]]", "[[remarks]]", ("remarks", "incidents or notes")),
        ("[[notes]]", "[[notes", ("TOML",)),
        ('[{claim = "x/1", reason = "r"}]', '"x/1"', ("incident a", "claims", "'x/1'")),
    ],
)
def test_a_malformed_file_is_named_with_record_and_field(tmp_path, old, new, parts):
    assert old in GOOD
    with pytest.raises(DataError) as caught:
        read_incidents(written(tmp_path, GOOD.replace(old, new, 1)))
    for part in ("incidents.toml", *parts):
        assert part in str(caught.value)


def test_every_problem_of_a_file_is_told_at_once(tmp_path):
    with pytest.raises(DataError) as caught:
        read_incidents(written(tmp_path, GOOD.replace('title = "A"', "").replace('text = "t"', "text = 1")))
    assert len(str(caught.value).splitlines()) == 2


def test_a_story_without_the_file_has_no_judgement(tmp_path):
    assert read_incidents(tmp_path / "incidents.toml") == ((), ())


# ---- checking --------------------------------------------------------------------------------------------------------


def said(value, by=None):
    return Cited(value=value, derivation="read by a person", attributed_to=by)


def day(number):
    return dt.date(2024, 1, number)


def on(first, last=None):
    return Days(first=day(first), last=day(last or first))


def claim(name="own/1", days=None, sub_event_type="Armed clash", counts=(), actors=(), kind_by=None, place=None):
    return Claim(
        id=name,
        article=name.split("/")[0],
        sub_event_type=said(sub_event_type, kind_by),
        days=said(days or on(16)),
        place=place and said(place),
        counts=tuple(said(Count(of=of, low=low, high=high, whom=whom), by) for of, low, high, whom, by in counts),
        actors=tuple(said(Actor(name=n, status=status), by) for n, status, by in actors),
    )


def grouping(name="a", claims=("own/1",), alternatives=(), differences=()):
    return Grouping(
        id=name,
        title="T",
        claims=tuple(Judgement(claim=c, reason="r", alternatives=alternatives) for c in claims),
        differences=differences,
    )


def difference(field="days", versions=(("own/1",), ("own/2",)), better=None):
    return Difference(field=field, versions=tuple(Version(says="s", claims=c) for c in versions), better=better, reason="r")


TWO = (claim("own/1"), claim("own/2"))
BOTH = ("own/1", "own/2")


def test_sound_groupings_have_no_problem():
    groupings = [
        grouping("a", ("own/1", "outside/1"), alternatives=("b",)),
        grouping("b", ("own/2",), differences=(difference(better="own/2"), difference("precision of days"))),
    ]
    assert check_groupings(groupings, [*TWO, claim("outside/1")], {"own"}) == []


@pytest.mark.parametrize(
    ("groupings", "claims", "problem"),
    [
        ([grouping()], TWO, "claim own/2 is in no incident"),
        ([grouping("a"), grouping("b")], TWO[:1], "claim own/1 is in 2 places"),
        ([grouping("a", ("own/1", "own/1"))], TWO[:1], "claim own/1 is in 2 places"),
        ([grouping("a"), grouping("a", ("own/2",))], TWO, "incident a is there 2 times"),
        ([grouping("a", ("own/1", "own/9"))], TWO[:1], "claims[1].claim is own/9, which no article file has"),
        ([grouping("A b")], TWO[:1], "id is 'A b'"),
        ([grouping("a--b")], TWO[:1], "id is 'a--b'"),
        ([grouping(alternatives=("z",))], TWO[:1], "claims[0].alternatives has z"),
        ([grouping(alternatives=("a",))], TWO[:1], "claims[0].alternatives has a"),
        ([grouping("a", ("outside/1",))], [claim("outside/1")], "no claim is an article's"),
        ([grouping("a", BOTH, (), (difference(versions=(BOTH,)),))], TWO, "versions has 1"),
        ([grouping("a", BOTH, (), (difference(versions=(BOTH, ())),))], TWO, "one has no claims"),
        ([grouping("a", BOTH, (), (difference("date"),))], TWO, "field is 'date'"),
        ([grouping("a", BOTH, (), (difference(better="own/3"),))], TWO, "better is own/3, which is in none of its versions"),
        ([grouping("a", ("own/1",), (), (difference(),)), grouping("b", ("own/2",))], TWO, "names own/2, which is not judged"),
        ([grouping("a", BOTH, (), (difference(versions=(BOTH, ("own/2",))),))], TWO, "has own/2 in 2 versions"),
        (
            [grouping("a", BOTH, (), (difference("precision of days"),))],
            (claim("own/1", on(16)), claim("own/2", on(17))),
            'write field = "days"',
        ),
    ],
)
def test_a_grouping_that_cannot_be_right_is_told(groupings, claims, problem):
    found = check_groupings(groupings, claims, {"own"})
    assert len(found) == 1, found
    assert found[0].startswith("own.toml: " if "in no incident" in problem else "incidents.toml: ")
    assert problem in found[0]


def test_a_difference_may_name_a_claim_that_might_tell_of_the_incident():
    groupings = [grouping("a", ("own/1",), (), (difference(),)), grouping("b", ("own/2",), alternatives=("a",))]
    assert check_groupings(groupings, TWO, {"own"}) == []


# ---- days ------------------------------------------------------------------------------------------------------------

WINDOW = [dt.date(2024, 1, 1) + dt.timedelta(days=i) for i in range(-3, 15)]
some_day = st.sampled_from(WINDOW[3:-3])


@st.composite
def some_days(draw):
    first, last = sorted((draw(some_day), draw(some_day)))
    basis = draw(st.sampled_from(["event", "event", "report"]))
    return Days(
        first=draw(st.sampled_from([first, first, None])) if basis == "event" else None,
        last=draw(st.sampled_from([last, last, None])),
        basis=basis,
    )


some_claims = st.lists(some_days().map(lambda days: claim(days=days)), max_size=5)


def allowed(days):
    return {d for d in WINDOW if (days.first or d) <= d <= (days.last or d)}


@given(some_claims)
def test_the_days_are_those_that_all_accounts_share_or_hold_every_account(claims):
    accounts = [allowed(c.days.value) for c in claims]
    shared = set(WINDOW).intersection(*accounts)
    found = allowed(days_of(claims))
    if shared:
        assert found == shared
    else:
        for c in claims:
            assert allowed(c.days.value) & found
            if c.days.value.basis == "event":
                assert allowed(c.days.value) <= found


@given(some_claims, st.randoms())
def test_the_order_of_the_accounts_does_not_matter_to_the_days(claims, random):
    shuffled = random.sample(claims, len(claims))
    assert days_of(shuffled) == days_of(claims)


@given(some_claims, some_claims)
def test_outside_publications_only_narrow_the_days_and_only_where_the_articles_agree(claims, outside):
    alone, together = days_of(claims), days_of(claims, outside)
    assert allowed(together) <= allowed(alone)
    assert days_from_outside(claims, outside) == (alone != together)
    if not set(WINDOW).intersection(*(allowed(c.days.value) for c in claims)):
        assert together == alone


@given(some_claims)
def test_days_differ_by_comparison_exactly_when_two_accounts_share_none(claims):
    apart = any(not allowed(a.days.value) & allowed(b.days.value) for a in claims for b in claims)
    assert any(d.field == "days" for d in differences_found(claims)) == apart


@pytest.mark.parametrize(
    ("told", "outside", "expected"),
    [
        ([], [], Days(basis="report")),
        ([Days(last=day(20), basis="report")], [], Days(last=day(20), basis="report")),
        ([Days(last=day(20), basis="report")], [on(17)], on(17)),
        ([on(1, 31), Days(last=day(1), basis="report")], [], on(1)),
        ([on(16)], [on(17)], on(16)),
        ([on(16), on(18)], [on(18)], on(16, 18)),
        ([on(16), on(18), Days(last=day(28), basis="report")], [], on(16, 18)),
        ([on(16), Days(last=day(10), basis="report")], [], Days(last=day(16))),
        ([on(10, 20)], [on(5, 12), on(15, 25)], on(10, 20)),
        ([Days(first=day(3), last=day(5), basis="report")], [], Days(last=day(5), basis="report")),
        ([Days(), Days(last=day(5), basis="report")], [], Days(last=day(5), basis="report")),
    ],
)
def test_the_rule_of_days_by_example(told, outside, expected):
    assert days_of([claim(days=d) for d in told], [claim(days=d) for d in outside]) == expected


@pytest.mark.parametrize(
    ("first", "last", "precision"),
    [
        (None, None, "undated"),
        (None, (2024, 1, 5), "no later than"),
        ((2024, 1, 5), None, "no earlier than"),
        ((2024, 1, 5), (2024, 1, 5), "day"),
        ((2024, 2, 1), (2024, 2, 29), "month"),
        ((2024, 2, 1), (2024, 2, 28), "interval"),
        ((2024, 2, 2), (2024, 2, 29), "interval"),
        ((2019, 1, 1), (2019, 12, 31), "year"),
        ((2019, 1, 1), (2020, 12, 31), "interval"),
        ((2019, 2, 1), (2019, 12, 31), "interval"),
        ((2023, 1, 1), (2024, 1, 31), "interval"),
    ],
)
def test_precision_is_named_after_the_calendar(first, last, precision):
    assert precision_of(Days(first=first and dt.date(*first), last=last and dt.date(*last))) == precision


# ---- counts ----------------------------------------------------------------------------------------------------------

some_count = st.tuples(st.integers(0, 50), st.none() | st.integers(0, 50)).map(
    lambda c: (c[0], None if c[1] is None else c[0] + c[1])
)
counting_claims = st.lists(st.none() | some_count.map(lambda c: claim(counts=[("killed", *c, None, None)])), max_size=5).map(
    lambda claims: [c or claim() for c in claims]
)


@given(counting_claims)
def test_the_range_holds_every_account_and_ends_at_accounts(claims):
    low, high = range_of(claims, "killed")
    told = [toll for c in claims for toll in tolls(c, "killed").values()]
    if not told:
        assert (low, high) == (None, None)
        return
    assert low == min([least for least, most in told if most is not None] or [least for least, _ in told])
    if any(most is None for _, most in told):
        assert high is None
    else:
        assert high == max(most for _, most in told)


@given(counting_claims)
def test_an_account_without_a_number_changes_no_range_and_is_no_zero(claims):
    assert range_of([*claims, claim()], "killed") == range_of(claims, "killed")
    assert range_of(claims, "injured") == (None, None)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([], None),
        ([("killed", 0, 0, None, None)], (0, 0)),
        ([("killed", 1, 1, "officer", None), ("killed", 2, 2, "bodyguards", None)], (3, 3)),
        ([("killed", 1, 1, "officer", None), ("killed", 2, None, "bodyguards", None)], (3, None)),
        ([("killed", 7, 7, None, None), ("killed", 3, 3, "women", None), ("killed", 4, 4, "children", None)], (7, 7)),
        ([("killed", 7, 7, None, None), ("killed", 9, 9, None, None)], (7, 7)),
        ([("injured", 5, 5, None, None), ("killed or injured", 9, 9, None, None)], None),
    ],
)
def test_parts_of_one_count_add_up_unless_the_total_is_given(counts, expected):
    assert tolls(claim(counts=counts), "killed") == ({} if expected is None else {None: expected})


TWO_SPEAKERS = [("killed", 6, 6, "troops", "residents"), ("killed", 11, 11, "soldiers", "the front")]


@pytest.mark.parametrize(
    ("counts", "both"),
    [
        (TWO_SPEAKERS, (6, 11)),
        ([*TWO_SPEAKERS, ("killed", 3, 3, "civilians", "residents")], (9, 11)),
        ([*TWO_SPEAKERS, ("killed", 2, 2, None, None), ("killed", 1, 1, "women", None)], (2, 11)),
        ([*TWO_SPEAKERS, ("killed", 20, None, "soldiers", "a mayor")], (6, None)),
    ],
)
def test_what_two_speakers_of_a_claim_count_stands_side_by_side_and_never_adds_up(counts, both):
    told = claim(counts=counts)

    assert range_of([told], "killed") == both
    assert toll_of(incident([told]), "killed") == both
    sites = ((("own/1",), region()), (("own/2",), region()))
    assert toll_of(incident([told, counting("own/2", ("killed", 1, 1, None))], sites=sites), "killed") == (
        both[0] + 1,
        both[1] and both[1] + 1,
    )


def test_two_speakers_of_one_claim_differ_as_two_claims_do_until_a_person_judges():
    told = claim(counts=TWO_SPEAKERS)
    alone = grouping("a")
    (problem,) = unjudged([alone], [told])

    assert "accounts differ on killed (own/1: 6, says residents; own/1: 11, says the front); judge it" in problem
    judged = pasted(problem, alone)
    assert check_groupings([judged], [told], {"own"}) == []
    assert unjudged([judged], [told]) == unmentioned([judged], [told]) == []
    same = claim(counts=[("killed", 6, 6, "troops", "residents"), ("killed", 5, None, "soldiers", "the front")])
    assert unjudged([alone], [same]) == []
    also = claim("own/2", counts=[("killed", 6, 6, None, None)])
    (found,) = differences_found([told, also])
    assert [(v.says, v.claims) for v in found.versions] == [
        ("6, says residents in own/1", BOTH),
        ("11, says the front", ("own/1",)),
    ]


def test_a_claim_is_in_as_many_versions_as_it_has_speakers_and_is_then_no_better_account():
    told = claim(counts=TWO_SPEAKERS)
    twice, thrice = ((("own/1",),) * n for n in (2, 3))

    assert check_groupings([grouping(differences=(difference("killed", twice),))], [told], {"own"}) == []
    (many,) = check_groupings([grouping(differences=(difference("killed", thrice),))], [told], {"own"})
    assert "has own/1 in 3 versions" in many
    (other,) = check_groupings([grouping(differences=(difference("injured", twice),))], [told], {"own"})
    assert "has own/1 in 2 versions" in other
    (better,) = check_groupings([grouping(differences=(difference("killed", twice, better="own/1"),))], [told], {"own"})
    assert "better is own/1, which is in several of its versions" in better


def pasted(problem, grouping):
    """A grouping with the difference that a problem offers, as a person pastes it and gives a reason."""
    lines = problem.remedy.split("\n", 1)[1].replace('reason = ""', 'reason = "r"')
    (told,) = tomllib.loads(lines.replace("incidents.differences", "differences"))["differences"]
    versions = tuple(Version(says=v["says"], claims=tuple(v["claims"])) for v in told["versions"])
    new = Difference(field=told["field"], versions=versions, reason=told["reason"])
    return replace(grouping, differences=(*grouping.differences, new))


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (
            [dict(counts=[("injured", 7, 7, None, None)]), dict(counts=[("injured", 9, 9, None, None)]),
             dict(counts=[("injured", 3, None, None, None)])],
            ["7", "9", "at least 3"],
        ),
        ([dict(days=on(16)), dict(days=on(17)), dict(days=on(16, 17))], ["2024-01-16 to 2024-01-16", "2024-01-17 to 2024-01-17",
                                                                         "2024-01-16 to 2024-01-17"]),
        (
            [dict(actors=[("IRGC", "stated", None)]), dict(actors=[("Pakistan army", "stated", None)]),
             dict(actors=[("BLF", "denied", None)]), dict(actors=[("gunmen", "alleged", None)])],
            ["Iran", "Pakistan", "BLF (denied)", "gunmen (alleged)"],
        ),
    ],
)  # fmt: skip
def test_the_lines_of_a_difference_name_every_claim_that_says_something_of_it(told, says):
    claims = [claim(f"own/{n}", **values) for n, values in enumerate(told, 1)]
    group = grouping("a", tuple(c.id for c in claims))
    (problem,) = unjudged([group], claims, SIDES)
    judged = pasted(problem, group)

    assert [version.says for version in judged.differences[0].versions] == says
    assert check_groupings([judged], claims, {"own"}) == []
    assert unjudged([judged], claims, SIDES) == unmentioned([judged], claims) == []


def test_victims_that_cannot_be_compared_are_in_the_lines_too():
    who = ("children", "soldiers", "passers-by")
    claims = [replace(claim(f"own/{n}"), victims=(said(Victims(who=one)),)) for n, one in enumerate(who, 1)]
    group = grouping("a", tuple(c.id for c in claims))
    (problem,) = unjudged([group], claims)

    assert [v.says for v in pasted(problem, group).differences[0].versions] == ["civilian", "armed", "passers-by (killed)"]
    assert unmentioned([pasted(problem, group)], claims) == []


# ---- kinds, differences ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["Attack", "Attack", "Suicide bomb"], "Suicide bomb"),
        (["Other", "Attack"], "Attack"),
        (["Attack", "Attack", "Armed clash"], "Armed clash"),
        (
            ["Air/drone strike", "Shelling/artillery/missile attack", "Shelling/artillery/missile attack"],
            "Shelling/artillery/missile attack",
        ),
        (["Air/drone strike", "Shelling/artillery/missile attack"], "Air/drone strike"),
        (["Other"], "Other"),
    ],
)
def test_the_kind_is_the_most_specific_then_the_most_named_then_the_first(kinds, expected):
    assert sub_event_type_of([claim(sub_event_type=kind) for kind in kinds]) == expected


SIDES = {"IRGC": "Iran", "Iran": "Iran", "Pakistan army": "Pakistan", "gunmen": "Unknown", "HRW": "Unknown", "BLF": "Baloch"}


@pytest.mark.parametrize(
    ("one", "other", "fields"),
    [
        (dict(), dict(), []),
        (dict(days=on(16)), dict(days=on(17)), ["days"]),
        (dict(days=on(16)), dict(days=Days(last=day(15), basis="report")), ["days"]),
        (dict(sub_event_type="Attack"), dict(sub_event_type="Armed clash"), ["sub_event_type"]),
        (dict(sub_event_type="Air/drone strike"), dict(sub_event_type="Shelling/artillery/missile attack"), []),
        (dict(counts=[("killed", 7, 7, None, None)]), dict(counts=[("killed", 9, 9, None, None)]), ["killed"]),
        (dict(counts=[("killed", 7, 7, None, None)]), dict(counts=[("killed", 5, None, None, None)]), []),
        (dict(counts=[("injured", 7, 7, None, None)]), dict(counts=[("injured", 8, None, None, None)]), ["injured"]),
        (dict(counts=[("killed", 7, 7, None, None)]), dict(), []),
        (dict(actors=[("IRGC", "stated", None)]), dict(actors=[("Iran", "acknowledged", None)]), []),
        (dict(actors=[("IRGC", "stated", None)]), dict(actors=[("Pakistan army", "stated", None)]), ["actors"]),
        (dict(actors=[("IRGC", "stated", None)]), dict(actors=[("gunmen", "stated", None)]), []),
        (dict(actors=[("Iran", "stated", None)]), dict(actors=[("Iran", "stated", None), ("BLF", "stated", None)]), []),
        (dict(actors=[("IRGC", "stated", None)]), dict(actors=[("BLF", "denied", None)]), []),
    ],
)
def test_comparison_finds_what_cannot_both_hold(one, other, fields):
    claims = [claim("own/1", **one), claim("own/2", **other)]
    found = differences_found(claims, SIDES)
    assert [d.field for d in found] == fields
    assert all([account.claims for account in d.versions] == [("own/1",), ("own/2",)] for d in found)
    assert [d.field for d in differences_found(claims[::-1], SIDES)] == fields


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        (dict(days=on(16)), dict(days=Days(last=day(15), basis="report")), ["2024-01-16 to 2024-01-16", "open to 2024-01-15"]),
        (dict(days=on(16)), dict(days=Days(first=day(18), basis="event")), ["2024-01-16 to 2024-01-16", "2024-01-18 to open"]),
        (
            dict(counts=[("killed", 7, 9, None, None)]),
            dict(counts=[("killed", 10, None, None, None)]),
            ["7 to 9", "at least 10"],
        ),
        (dict(counts=[("killed", 7, 7, None, None)]), dict(counts=[("killed", 9, 9, None, None)]), ["7", "9"]),
        (dict(sub_event_type="Attack"), dict(sub_event_type="Armed clash"), ["Violence against civilians", "Battles"]),
        (
            dict(actors=[("IRGC", "stated", None), ("BLF", "stated", None)]),
            dict(actors=[("Pakistan army", "stated", None)]),
            ["Baloch, Iran", "Pakistan"],
        ),
    ],
)
def test_what_each_account_says_stands_in_words(one, other, says):
    (found,) = differences_found([claim("own/1", **one), claim("own/2", **other)], SIDES)
    assert [version.says for version in found.versions] == says
    assert found.reason == "found by comparison, not weighed"


def test_a_difference_that_nobody_judged_is_told_until_it_is():
    claims = (claim("own/1", on(16)), claim("own/2", on(17)), claim("own/3", on(16, 17)))
    names = tuple(c.id for c in claims)
    (problem,) = unjudged([grouping("a", names)], claims)
    assert "incident a" in problem
    assert "own/1: 2024-01-16 to 2024-01-16" in problem
    assert "own/3" not in problem
    assert unjudged([grouping("a", names, (), (difference("killed"),))], claims) == [problem]
    assert unjudged([grouping("a", names, (), (difference(versions=(("own/1",), ("own/3",))),))], claims) == [problem]
    assert unjudged([grouping("a", names, (), (difference(),))], claims) == []


def test_a_claim_that_a_judged_difference_passes_over_is_named_if_it_says_something_of_it():
    claims = (claim("own/1"), claim("own/2"), replace(claim("own/3"), place=None, statements=()))
    names = tuple(c.id for c in claims)
    (problem,) = unmentioned([grouping("a", names, (), (difference(),))], claims)

    assert problem == (
        "incidents.toml: incident a: the difference on days passes over own/3, which says something of it; name it in a version"
    )
    three = (("own/1",), ("own/2",), ("own/3",))
    assert unmentioned([grouping("a", names, (), (difference(versions=three),))], claims) == []
    for silent in ("place", "precision of place", "killed", "victims", "weapons", "actors", "site_count", "incident"):
        assert unmentioned([grouping("a", names, (), (difference(silent),))], claims) == []
    told = replace(claims[2], place=said(("Kech",)))
    assert len(unmentioned([grouping("a", names, (), (difference("precision of place"),))], (*claims[:2], told))) == 1
    counted = replace(claims[2], counts=(said(Count(of="killed", low=0, high=0)),))
    assert len(unmentioned([grouping("a", names, (), (difference("killed"),))], (*claims[:2], counted))) == 1
    assert unmentioned([grouping("a", names, (), (difference("injured"),))], (*claims[:2], counted)) == []


def test_of_people_and_places_a_claim_of_another_site_is_not_asked_for():
    claims = tuple(replace(claim(f"own/{n}"), place=said(("Kech",))) for n in (1, 2, 3))
    names = tuple(c.id for c in claims)
    apart = tuple(SiteGrouping(name="S", claims=own, reason="r") for own in (names[:2], names[2:]))
    for field, problems in (("place", 0), ("precision of place", 0), ("days", 1)):
        assert len(unmentioned([replace(grouping("a", names, (), (difference(field),)), sites=apart)], claims)) == problems
    together = (SiteGrouping(name="S", claims=names, reason="r"),)
    assert len(unmentioned([replace(grouping("a", names, (), (difference("place"),)), sites=together)], claims)) == 1


def test_no_judged_difference_passes_over_a_claim(judged, files):
    assert unmentioned(judged[0], [claim for _, told in files for claim in told]) == []


def test_the_weaker_account_is_any_but_the_better_one():
    judged = (
        difference("place", (("a", "b"), ("c",), ("d",)), better="b"),
        difference("place"),
        difference("days", better="own/1"),
    )
    assert weaker(judged, "place") == {"c", "d"}


# ---- confidence ------------------------------------------------------------------------------------------------------


def region(country="PK", lon=63.0, level="site", name="R"):
    return Region(geometry=Point(lon, 27), radius_m=1e4, name=name, level=level, method="m", sources=("s",), country=country)


def incident(claims, regions=None, differences=(), *, drawn=None, uncertain=(), sites=()):
    where = regions or [region()] * len(claims)
    return Incident(
        id="a",
        title="T",
        sub_event_type="Attack",
        days=on(16),
        claims=tuple(claims),
        judgements=tuple(Judgement(claim=c.id, reason="r", uncertain=c.id in uncertain) for c in claims),
        regions={c.id: r for c, r in zip(claims, where, strict=True)},
        region=drawn or region(),
        region_reason="r",
        differences=differences,
        sites=tuple(
            Site(incident="a", number=n, name="S", claims=told, reason="r", region=r, region_reason="r")
            for n, (told, r) in enumerate(sites, 1)
        ),
    )


OUTLETS = {
    name: Article(id=name, title="T", publisher=publisher, text_available=name == "own", credits=credits)
    for name, publisher, credits in [
        ("own", "A", ()), ("more", "A", ()), ("other", "B", ()), ("third", "C", ("AFP",)), ("fourth", "D", ("AFP",)),
        ("fifth", "E", ("B",)), ("nobody", "Unnamed publisher", ()),
    ]
}  # fmt: skip
ARMY = dict(counts=[("killed", 2, 2, None, "Pakistan army")], actors=[("gunmen", "stated", "Pakistan army")])
AT_SEA = Unlocated(reason="r")
ISPR = dict(kind_by="Pakistan army")
BLF = dict(actors=[("BLF", "claimed", None)])
COARSE = region(level="district")


@pytest.mark.parametrize(
    ("claims", "regions", "differences", "word"),
    [
        ([claim("own/1"), claim("other/1")], None, (), "confirmed"),
        ([claim("own/1"), claim("other/1")], [region("PK"), region(None)], (), "confirmed"),
        ([claim("own/1"), claim("other/1")], None, (difference("precision of place"), difference("killed")), "confirmed"),
        ([claim("own/1", **ARMY), claim("other/1", **BLF)], None, (), "confirmed"),
        ([claim("own/1", **ARMY), claim("other/1")], None, (), "confirmed"),
        ([claim("own/1")], None, (), "single source"),
        ([claim("own/1"), claim("more/1")], None, (), "single source"),
        ([claim("third/1"), claim("fourth/1")], None, (), "single source"),
        ([claim("other/1"), claim("fifth/1")], None, (), "single source"),
        ([claim("own/1"), claim("third/1")], None, (), "confirmed"),
        ([claim("own/1"), claim("nobody/1")], None, (), "single source"),
        ([claim("own/1"), claim("other/1", on(17))], None, (), "several sources"),
        ([claim("own/1"), claim("other/1", Days(last=day(20), basis="report"))], None, (), "several sources"),
        ([claim("own/1"), claim("other/1", Days(first=day(10)))], None, (), "several sources"),
        ([claim("own/1"), claim("other/1", Days(last=day(16)))], None, (), "several sources"),
        ([claim("own/1"), claim("other/1", Days(first=day(16), last=day(16), basis="report"))], None, (), "several sources"),
        ([claim("own/1"), claim("other/1", sub_event_type="Attack")], None, (), "several sources"),
        ([claim("own/1"), claim("other/1")], [region(), Unlocated(reason="r")], (), "several sources"),
        ([claim("own/1"), claim("other/1")], [region(), region(lon=64)], (), "several sources"),
        ([claim("own/1"), claim("other/1")], [region(), region(lon=63.02, name="S")], (), "confirmed"),
        ([claim("own/1"), claim("other/1")], [region(), region(lon=63.15, name="S")], (), "several sources"),
        ([claim("own/1"), claim("other/1")], [region(), region(lon=63.15)], (), "confirmed"),
        ([claim("own/1"), claim("other/1", on(16, 17))], None, (), "confirmed"),
        ([claim("own/1"), claim("other/1", on(1, 31))], None, (), "several sources"),
        ([claim("own/1"), claim("other/1")], [region(), COARSE], (), "several sources"),
        ([claim("own/1"), claim("other/1")], [region(), replace(region(), doubt="another")], (), "several sources"),
        ([claim("own/1", place=("R",)), claim("other/1", place=("R",))], [AT_SEA, AT_SEA], (), "several sources"),
        ([claim("own/1", place=("R",)), claim("other/1", place=("R",))], [COARSE, COARSE], (), "several sources"),
        ([claim("own/1", counts=[("killed", 2, 2, None, "B")]), claim("other/1")], None, (), "single source"),
        ([claim("own/1"), claim("other/1")], None, (difference("place"),), "disputed"),
        ([claim("own/1"), claim("other/1")], None, (difference("days", better="own/1"),), "disputed"),
        ([claim("own/1", **ARMY)], None, (difference("actors"),), "disputed"),
        ([claim("own/1", **ARMY)], None, (), "claimed"),
        ([claim("own/1", **ARMY), claim("other/1", **ISPR)], None, (), "claimed"),
        ([claim("own/1", **BLF)], None, (), "claimed"),
        ([claim("own/1", kind_by="HRW")], None, (), "single source"),
        ([claim("own/1", kind_by="HRW"), claim("other/1", kind_by="HRW")], None, (), "single source"),
    ],
)
def test_confidence_follows_the_printed_rules_in_their_order(claims, regions, differences, word):
    found = confidence(incident(claims, regions, differences), OUTLETS, SIDES)
    assert found == (word, CONFIDENCE[word], tuple(sorted(c.id for c in claims)) if word == "confirmed" else ())


def test_the_two_that_carry_it_are_named_and_an_uncertain_link_carries_nothing():
    claims = [claim("more/1", on(17)), claim("own/1"), claim("other/1"), claim("third/1")]
    assert confidence(incident(claims), OUTLETS, SIDES).carried_by == ("other/1", "own/1")
    assert confidence(incident(claims, uncertain={"other/1"}), OUTLETS, SIDES).carried_by == ("own/1", "third/1")
    assert confidence(incident(claims[1:3], uncertain={"other/1"}), OUTLETS, SIDES).word == "single source"


def test_an_incident_with_sites_is_confirmed_where_every_site_is():
    claims = [claim("own/1"), claim("other/1"), claim("own/2"), claim("third/2")]
    here, there = region(), region(lon=64)
    places = [here, here, there, there]

    def found(*sites):
        return confidence(incident(claims, places, drawn=COARSE, sites=sites), OUTLETS, SIDES)

    assert found((("own/1", "other/1"), here), (("own/2", "third/2"), there)) == (
        "confirmed", CONFIDENCE["confirmed"], ("other/1", "own/1", "own/2", "third/2"),
    )  # fmt: skip
    assert found((("own/1", "other/1"), here), (("own/2",), there)).word == "several sources"
    assert found((("own/1", "other/1"), here), (("own/2", "third/2"), AT_SEA)).word == "several sources"


def test_two_outlets_on_one_partys_word_do_not_confirm_each_other():
    claims = [claim("own/1", **ARMY), claim("other/1", **ISPR), claim("more/1", on(17))]
    assert confidence(incident(claims[:2]), OUTLETS, SIDES).word == "claimed"
    assert confidence(incident(claims), OUTLETS, SIDES).word == "several sources"


@pytest.mark.parametrize(
    ("account", "party"),
    [
        (claim(), None),
        (claim(**ARMY), "Pakistan"),
        (claim(**ISPR), "Pakistan"),
        (claim(**BLF), "Baloch"),
        (claim(kind_by="HRW"), None),
        (claim(kind_by="nobody listed"), "nobody listed"),
        (claim(counts=[("killed", 2, 2, None, "Pakistan army"), ("injured", 1, 1, None, None)]), None),
        (claim(counts=[("killed", 2, 2, None, "Pakistan army")], actors=[("IRGC", "stated", "IRGC")]), None),
        (claim(counts=[("killed", 2, 2, None, "Pakistan army")], actors=[("BLF", "claimed", None)]), None),
    ],
)
def test_an_account_rests_on_the_one_party_that_everything_is_credited_to(account, party):
    assert rests_on(account, SIDES) == party


# ---- grouping --------------------------------------------------------------------------------------------------------


def test_group_keeps_every_claim_puts_the_articles_first_and_sorts_by_id():
    outside = claim("other/1", on(16), sub_event_type="Suicide bomb")
    own = claim("own/1", on(1, 31), sub_event_type="Attack")
    second = claim("own/2")
    against = claim("other/2", on(18))
    located = {"own/1": region(), "own/2": Unlocated(reason="r"), "other/1": region("IR"), "other/2": region()}
    groupings = [grouping("b", ("own/2", "other/2")), grouping("a", ("other/1", "own/1"), (), (difference(),))]
    best = {"a": (region(), "because", ()), "b": (located["own/2"], "none", ())}
    first, last = group(groupings, [own, second, outside, against], OUTLETS, located, best)
    assert (first.id, last.id) == ("a", "b")
    assert first.claims == (own, outside)
    assert first.sub_event_type == "Attack"
    assert first.days == on(16)
    assert first.regions == {"own/1": located["own/1"], "other/1": located["other/1"]}
    assert (first.region, first.region_reason, first.sites) == best["a"]
    assert first.differences == groupings[1].differences
    assert first.judgements == groupings[1].claims
    assert isinstance(last.region, Unlocated)
    assert last.days == on(16)
    assert group(groupings[::-1], [against, outside, second, own], OUTLETS, located, best) == (first, last)


# ---- sites and who the dead were -------------------------------------------------------------------------------------


def counting(name, *counts):
    return claim(name, counts=[(of, low, high, whom, None) for of, low, high, whom in counts])


def test_the_toll_of_an_incident_with_sites_is_over_its_whole_and_the_sum_of_its_sites():
    claims = [counting("own/1", ("killed", 7, 7, None)), counting("other/1", ("killed", 3, 4, None)),
              counting("other/2", ("killed", 0, 0, None)), counting("third/1", ("killed", 5, 5, None))]  # fmt: skip
    two = ((("other/1", "third/1"), region()), (("other/2",), region()))

    assert toll_of(incident(claims), "killed") == (0, 7)
    assert toll_of(incident(claims, sites=two), "killed") == (3, 7)
    assert toll_of(incident(claims[1:], sites=two), "killed") == (3, 5)
    assert toll_of(incident([*claims[1:3], claim("third/1")], sites=two), "killed") == (3, 4)
    silent = [counting("other/1", ("killed", 3, 4, None)), claim("other/2")]
    assert toll_of(incident(silent, sites=((("other/1",), region()), (("other/2",), region()))), "killed") == (3, None)
    assert toll_of(incident(claims, sites=two), "injured") == (None, None)


def test_who_the_dead_were_is_from_counts_and_by_itself_with_its_speaker():
    told = replace(
        claim("own/1", counts=[("killed", 2, 2, "children", "IRNA"), ("injured", 1, 1, "soldiers", None)]),
        victims=(said(Victims(who="women"), "a mayor"), said(Victims(who="men", of="injured"))),
    )

    assert list(victims_of(told, "killed")) == [("children", "IRNA"), ("women", "a mayor")]
    assert list(victims_of(told, "injured")) == [("soldiers", None), ("men", None)]


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [("children", "Baloch militants", True), ("women and children", "soldiers", True), ("children", "civilians", False),
     ("soldiers and children", "children", False), ("children", "people", False)],
)  # fmt: skip
def test_civilians_against_armed_people_are_a_difference_to_be_judged(one, other, differs):
    claims = [counting("own/1", ("killed", 1, None, one)), replace(claim("other/1"), victims=(said(Victims(who=other)),))]

    assert [d.field for d in differences_found(claims)] == (["victims"] if differs else [])


@pytest.mark.parametrize(
    ("sites", "problem"),
    [
        ([("own/1",)], "sites has one; give two or more"),
        ([("own/1",), ()], "sites[1].claims is empty"),
        ([("own/1",), ("own/9",)], "sites[1] names own/9, which is not judged to tell of this incident"),
        ([("own/1",), ("own/1", "own/2")], "sites: own/1 speaks of 2 sites; give its article a claim for each"),
    ],
)
def test_sites_that_cannot_be_right_are_told(sites, problem):
    grouped = replace(grouping("a", BOTH), sites=tuple(SiteGrouping(name="S", claims=claims, reason="r") for claims in sites))

    assert any(problem in found for found in check_groupings([grouped], TWO, {"own"}))


def test_two_sites_of_two_claims_have_no_problem():
    sites = tuple(SiteGrouping(name="S", claims=(name,), reason="r") for name in BOTH)

    assert check_groupings([replace(grouping("a", BOTH), sites=sites)], TWO, {"own"}) == []


def test_nobody_hurt_at_one_site_contradicts_no_deaths_at_another_nor_of_the_whole():
    claims = [counting("own/1", ("killed", 7, 7, None)), counting("other/1", ("killed", 7, 7, None)),
              counting("other/2", ("killed", 0, 0, None)), counting("third/1", ("killed", 9, 9, None))]  # fmt: skip
    names = tuple(c.id for c in claims)
    apart = (SiteGrouping(name="S", claims=("other/1",), reason="r"), SiteGrouping(name="T", claims=("other/2",), reason="r"))

    assert len(unjudged([grouping("a", names)], claims)) == 1
    assert unjudged([replace(grouping("a", names[:3]), sites=apart)], claims) == []
    both = (replace(apart[0], claims=("other/1", "third/1")), apart[1])
    (problem,) = unjudged([replace(grouping("a", names), sites=both)], claims)
    assert "own/1" not in problem
    assert "third/1" in problem


@pytest.mark.parametrize(
    ("counts", "both"),
    [([(7, 7), (9, 9), (1, None)], (7, None)), ([(12, None), (66, None)], (12, None)), ([(7, 9), (10, 10)], (7, 10))],
)
def test_a_lower_bound_leaves_the_low_end_to_those_that_give_a_number(counts, both):
    claims = [counting(f"own/{n}", ("killed", low, high, None)) for n, (low, high) in enumerate(counts, 1)]

    assert range_of(claims, "killed") == both


def test_a_site_whose_accounts_may_not_mean_one_place_is_not_confirmed():
    claims = [claim("own/1"), claim("other/1"), claim("own/2"), claim("third/2")]
    sites = ((("own/1", "other/1"), region()), (("own/2", "third/2"), region()))
    sure = incident(claims, sites=sites)
    doubted = replace(sure, sites=(replace(sure.sites[0], uncertain=True), sure.sites[1]))

    assert confidence(sure, OUTLETS, SIDES).word == "confirmed"
    assert confidence(doubted, OUTLETS, SIDES).word == "several sources"
