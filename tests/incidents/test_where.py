"""Judgements reach the map: uncertain links, sites of their own, readings that contradict their own account."""

from dataclasses import replace
from datetime import date

import pytest
from shapely.geometry import Point
from two_lands import BORDER, WIDE

from geomap.checks import geography
from geomap.incidents import unmentioned, where
from geomap.model import (
    Article,
    Cited,
    Claim,
    Days,
    Difference,
    Grouping,
    Judgement,
    Region,
    RegionKey,
    SiteGrouping,
    Statement,
    Version,
)
from geomap.pipeline import analyse
from geomap.tables import incidents, sites


def cited(value):
    return Cited(value=value, derivation="read by a person")


def claim(name, place=None, *said):
    return Claim(id=name, article=name.split("/")[0], sub_event_type=cited("Attack"), days=cited(Days()),
                 place=place and cited((place,)), statements=tuple(map(cited, said)))  # fmt: skip


ARTICLES = {name: Article(id=name, title="T", publisher=name) for name in "ab"}


@pytest.mark.parametrize(("uncertain", "pin"), [(False, (10.5, 47)), (True, None)])
def test_an_uncertain_link_gives_no_pin(uncertain, pin):
    district = Region(geometry=Point(10.5, 47), radius_m=6e4, name="D", level="district", method="m", sources=())
    town = Region(
        geometry=Point(10.5, 47), radius_m=4e3, point=(10.5, 47), name="T", level="settlement", method="m", sources=()
    )
    links = (Judgement(claim="a/1", reason="r"), Judgement(claim="b/1", reason="r", uncertain=uncertain))
    told = [claim("a/1", "D"), claim("b/1", "T")]
    region, _, _ = where(Grouping(id="i", title="T", claims=links), told, {"a/1": district, "b/1": town}, ARTICLES, BORDER.id)

    assert region.point == pin


def test_an_account_whose_place_is_only_the_one_known_narrows_no_other():
    district = Region(geometry=Point(10.5, 47), radius_m=6e4, name="D", level="district", method="m", sources=())
    town = replace(district, radius_m=4e3, name="T", level="settlement", doubt="another may be meant")
    links = (Judgement(claim="a/1", reason="r"), Judgement(claim="b/1", reason="r"))
    told = [claim("a/1", "D"), claim("b/1", "T")]
    grouped = Grouping(id="i", title="T", claims=links)

    assert where(grouped, told, {"a/1": district, "b/1": town}, ARTICLES, BORDER.id)[0] == district
    assert where(grouped, told[1:], {"b/1": town}, ARTICLES, BORDER.id)[0] == town
    assert where(grouped, told, {"a/1": district, "b/1": replace(town, doubt=None)}, ARTICLES, BORDER.id)[0].name == "T"


def test_a_statement_of_a_site_is_judged_by_that_site():
    near = Statement(relation="near", of="WW-EE", distance_m=50_000.0)
    told = [claim("a/1", "Millford", near), claim("b/1", "Farwick", near)]
    apart = tuple(SiteGrouping(name="S", claims=(c.id,), reason="r") for c in told)
    grouped = Grouping(id="i", title="T", claims=tuple(Judgement(claim=c.id, reason="r") for c in told), sites=apart)
    verdicts = geography([grouped], told, ARTICLES, WIDE, BORDER)

    assert [v.verdict for v in verdicts if v.how == "straight line"] == ["holds", "does not hold"]


def test_a_place_that_a_distance_counts_from_does_not_speak_against_it():
    east = Statement(relation="direction", of="Millford", distance_m=20_000.0, bearing="E")
    told = [claim("a/1", "Millford", east), claim("b/1", "Millford")]

    def verdict_of(*claims):
        grouped = Grouping(id="i", title="T", claims=tuple(Judgement(claim=c.id, reason="r") for c in claims))
        return [v.verdict for v in geography([grouped], told, ARTICLES, WIDE, BORDER)]

    assert verdict_of(told[0]) == ["cannot be said"]
    assert verdict_of(*told) == ["does not hold"]  # another account says that it was in the town


def test_an_account_that_contradicts_itself_by_one_reading_is_read_by_the_other(story):
    name = "errraand-2024-01-17/1"
    claims = tuple(
        replace(c, place=replace(c.place, value=("Panjgur district", "Balochistan"))) if c.id == name else c
        for c in story.inputs.claims
    )
    relation = analyse(replace(story.inputs, claims=claims)).relations[RegionKey(name)]

    assert (relation.min_m, relation.max_m) == (pytest.approx(40_000, abs=100), pytest.approx(50_000, abs=100))


class Known:
    """What rows of tables ask for, of a story."""

    def __init__(self, story, relations=None):
        self.articles = story.inputs.articles
        self.relations = story.relations | (relations or {})
        self.actor_sides = {actor.name: actor.side for actor in story.inputs.lexicon.actors.values()}


def test_near_is_unknown_while_a_site_has_no_region(story):
    before = next(i for i in story.incidents if i.id == "2024-01-18-saravan")
    known = Known(story, {RegionKey(before.id): story.relations[RegionKey(before.sites[0].id)]})

    assert incidents.Row(replace(before, sites=before.sites[:1]), known).near_border == "yes"
    assert incidents.Row(before, known).near_border == "unknown"


def test_a_difference_within_a_site_makes_it_disputed(story):
    before = next(i for i in story.incidents if i.id == "2024-01-18-saravan")
    versions = tuple(Version(says="s", claims=(name,)) for name in before.sites[0].claims[:2])
    disputed = replace(before, differences=(Difference(field="place", versions=versions, reason="r"),))
    words = [sites.Row(incidents.Row(disputed, Known(story)), site).confidence.word for site in before.sites]

    assert words[0] == "disputed"
    assert "disputed" not in words[1:]


SARAVAN = "2024-01-18-saravan"


def with_an_article(story, place, *, site):
    """The inputs with one more article that tells of the strikes at Saravan, and that nobody judged."""
    held = next(a for a in story.inputs.articles.values() if a.text_available)
    more = replace(claim("more/1", place), days=cited(Days(first=date(2024, 1, 18), last=date(2024, 1, 18))))
    told = next(g for g in story.inputs.groupings if g.id == SARAVAN)
    sites = [replace(s, claims=(*s.claims, more.id)) if n == site else s for n, s in enumerate(told.sites)]
    told = replace(told, claims=(*told.claims, Judgement(claim=more.id, reason="r")), sites=tuple(sites))
    return replace(
        story.inputs,
        articles={**story.inputs.articles, "more": replace(held, id="more", publisher="More")},
        claims=(*story.inputs.claims, more),
        groupings=tuple(told if g.id == SARAVAN else g for g in story.inputs.groupings),
    )


@pytest.mark.parametrize("place", ["Saravan", "Rask", "Zahedan"])
def test_an_article_that_nobody_judged_does_not_move_the_site_that_a_judged_account_leads(story, place):
    inputs = with_an_article(story, place, site=0)
    before, after = (next(i for i in told.incidents if i.id == SARAVAN).sites[0] for told in (story, analyse(inputs)))

    assert after.region.point == before.region.point
    assert "outside it: More" in after.region_reason
    assert [problem for problem in unmentioned(inputs.groupings, inputs.claims) if "more/1" in problem and "place" in problem]


def test_what_is_judged_over_the_place_reaches_the_map():
    places = {"a/1": (11, "Elm"), "b/1": (12, "Ash"), "b/2": (12.01, "Ash")}
    told = [claim(name, place) for name, (_, place) in places.items()]
    regions = {
        name: Region(geometry=Point(x, 47), radius_m=4e3, point=(x, 47), name=place, level="settlement", method="m", sources=())
        for name, (x, place) in places.items()
    }
    articles = {**ARTICLES, "b": replace(ARTICLES["b"], text_available=False)}
    links = tuple(Judgement(claim=name, reason="r") for name in places)
    versions = tuple(Version(says="s", claims=names) for names in (("a/1",), ("b/1", "b/2")))

    def drawn(field, better):
        judged = Difference(field=field, versions=versions, better=better, reason="r")
        grouped = Grouping(id="i", title="T", claims=links, differences=(judged,))
        return where(grouped, told, regions, articles, BORDER.id)[0].name

    fields = ("place", "precision of place", "days", "precision of days")
    found = {(field, better): drawn(field, better) for field in fields for better in ("a/1", "b/2", None)}
    assert {key for key, name in found.items() if name == "Ash"} == {("place", "b/2"), ("precision of place", "b/2")}
