"""Incidents that hit several places; which reading of an account leads; what narrows nothing."""

import re
from dataclasses import replace

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, box
from two_lands import BORDER

from geomap.geometry.regions import area_of
from geomap.model import Cited, Claim, Days, Incident, Region, SiteGrouping, Statement, Unlocated
from geomap.places.best import best_region, excluded, leading_readings, rivals
from geomap.places.locating import is_loose
from geomap.places.sites import best_of_sites

#: What drawing two discs apart and together may differ by, degrees.
SLACK = 1e-6
LEVELS = ("site", "settlement", "district", "province")


def at(lon, lat, radius_m, level="settlement", name="here"):
    return Region(geometry=Point(lon, lat), radius_m=radius_m, point=(lon, lat), name=name, level=level, method="m", sources=())


regions = st.builds(
    at, st.floats(9.5, 12.5), st.floats(46, 48), st.floats(2000, 60_000), st.sampled_from(LEVELS), st.sampled_from("pqrs")
)
named = st.dictionaries(st.sampled_from("abcdefgh"), regions, min_size=1, max_size=6)


def site(*claims, name="S"):
    return SiteGrouping(name=name, claims=claims, reason="r")


def interval(region):
    relation = BORDER.relation(region)
    return relation.min_m, relation.max_m


@settings(deadline=None, max_examples=60)
@given(named, regions, st.data())
def test_an_account_of_another_site_never_shrinks_the_region_nor_the_interval(accounts, more, data):
    homes = {claim: data.draw(st.sampled_from((0, 1))) for claim in accounts}
    sites = [site(*own) for number in (0, 1) if (own := [claim for claim, home in homes.items() if home == number])]
    before, _, _ = best_of_sites("i", sites, accounts)
    after, _, found = best_of_sites("i", [*sites, site("z")], accounts | {"z": more})

    assert area_of(after).buffer(SLACK).covers(area_of(before))
    assert interval(after)[0] <= interval(before)[0] + 1
    assert interval(after)[1] >= interval(before)[1] - 1
    assert (after.point, len(found)) == (None, len(sites) + 1)
    assert area_of(after).buffer(SLACK).covers(shapely.union_all([area_of(one.region) for one in found]))


@settings(deadline=None, max_examples=150)
@given(named, regions)
def test_an_account_of_the_same_site_never_widens_it_while_the_reading_stays(accounts, more):
    before, why_before = best_region(accounts)
    after, why = best_region(accounts | {"z": more})
    (lead_before,), (lead,) = (re.findall(r"finest account is (\w)", reason) for reason in (why_before, why))
    outside_before, outside = (
        set(re.findall(r"\w", reason.partition("outside it:")[2].partition(";")[0])) for reason in (why_before, why)
    )

    if lead in (lead_before, "z") and outside - {"z"} <= outside_before:
        assert area_of(before).buffer(SLACK).covers(area_of(after))
    else:  # another account is followed now, or one is no longer: the reason names it
        assert lead != lead_before or outside > outside_before - {lead}


@settings(deadline=None, max_examples=30)
@given(named, st.randoms(use_true_random=False))
def test_the_order_of_accounts_does_not_matter(accounts, random):
    shuffled = list(accounts)
    random.shuffle(shuffled)
    half = len(shuffled) // 2
    sites = [site(*part) for part in (sorted(accounts)[:half], sorted(accounts)[half:]) if part]
    one, other = (best_of_sites("i", sites, {claim: accounts[claim] for claim in order}) for order in (accounts, shuffled))

    assert shapely.equals(one[0].geometry, other[0].geometry)
    assert [(s.region.name, s.region_reason) for s in one[2]] == [(s.region.name, s.region_reason) for s in other[2]]


def test_a_site_is_narrowed_by_accounts_of_the_whole_and_not_by_those_of_another_site():
    whole = replace(at(11, 47, 1.0, "province"), geometry=box(10, 46, 11.02, 48), radius_m=None, point=None)
    accounts = {"all": whole, "one": at(11, 47, 5000), "two": at(10.5, 47, 5000, name="there")}
    region, reason, (first, second) = best_of_sites("i", [site("one"), site("two")], accounts)

    assert area_of(first.region).bounds[2] <= 11.02
    assert second.region.point == (10.5, 47)
    assert region.part_count == 2
    assert "2 places" in reason
    assert (first.id, second.id) == ("i/site-1", "i/site-2")


def test_a_site_without_a_region_is_named_and_not_in_the_union():
    accounts = {"one": at(11, 47, 5000), "two": Unlocated(reason="no gazetteer has it")}
    region, reason, (_, second) = best_of_sites("i", [site("one"), site("two", name="Hidden")], accounts)

    assert area_of(region).equals(area_of(accounts["one"]))
    assert "site 2, Hidden, is not in it: no gazetteer has it" in reason
    assert not second.region.located
    assert not best_of_sites("i", [site("two")], accounts)[0].located


def test_an_account_of_the_whole_does_not_place_a_site_that_its_own_cannot():
    accounts = {"all": at(11, 47, 5000), "two": Unlocated(reason="no place"), "one": at(10.5, 47, 5000)}
    _, _, (first, _) = best_of_sites("i", [site("two"), site("one")], accounts)

    assert not first.region.located


def test_an_incident_with_two_sites_has_no_pin():
    region, reason, sites = best_of_sites("i", [site("a"), site("b")], {"a": at(11, 47, 5000), "b": at(11, 47, 5000)})
    incident = Incident(
        id="i", title="T", sub_event_type="Attack", days=Days(), claims=(), judgements=(), regions={}, region=region,
        region_reason=reason, sites=sites,
    )  # fmt: skip

    assert region.point is None
    assert incident.no_point_reason == "2 sites"


# ---- which reading leads ---------------------------------------------------------------------------------------------

STRAIGHT, ROAD, DISTRICT = at(12, 47, 5000), at(11, 47, 5000), at(11, 47, 50_000, "district")


def test_the_reading_leads_that_contradicts_the_fewest_other_accounts():
    others = {"a": {"by road": ROAD}}

    assert leading_readings({"a": STRAIGHT, "b": DISTRICT, "c": at(11.5, 47, 200_000)}, others) == {"a": "by road"}
    assert leading_readings({"a": STRAIGHT}, others) == {}
    assert leading_readings({"a": STRAIGHT, "b": DISTRICT, "c": at(12, 47, 9000)}, others) == {}  # one against one
    assert leading_readings({"a": STRAIGHT, "b": DISTRICT}, {"a": {"by road": Unlocated(reason="r")}}) == {}
    assert leading_readings({"a": Unlocated(reason="r"), "b": DISTRICT}, others) == {}


def test_accounts_of_another_site_do_not_contradict_a_reading():
    accounts, others = {"a": STRAIGHT, "b": DISTRICT, "c": DISTRICT}, {"a": {"by road": ROAD}}

    assert leading_readings(accounts, others, [("a",), ("b", "c")]) == {}
    assert leading_readings(accounts, others, [("a", "b"), ("c",)]) == {"a": "by road"}
    assert set(rivals("a", accounts, [("a", "b"), ("d",)])) == {"b", "c"}
    assert set(rivals("c", accounts, [("a", "b"), ("d",)])) == set()
    assert set(rivals("c", accounts)) == {"a", "b"}


def test_a_reading_that_leads_is_named_with_its_account():
    _, reason = best_region({"a": ROAD, "b": DISTRICT}, led={"a": "by road"}, called={"a": "The Gazette", "b": "The Post"})

    assert "The Gazette is read by road: so the accounts contradict each other least" in reason


def test_a_region_excludes_the_accounts_that_it_shares_nothing_with():
    accounts = {"a": at(11, 47, 5000), "b": at(12, 47, 5000), "c": Unlocated(reason="r"), "d": at(13, 47, 5000)}

    assert excluded(ROAD, accounts) == ("b", "d")
    assert excluded(Unlocated(reason="r"), accounts) == ()


def test_a_loose_account_agrees_or_not_but_narrows_nothing():
    near = replace(at(11, 47, 1.0, "province"), geometry=box(11, 46, 12, 48), radius_m=None, point=None)
    alone, reason = best_region({"a": ROAD, "near": near}, loose={"near"})
    against, why = best_region({"a": at(10, 47, 5000), "near": near}, loose={"near"})

    assert alone == ROAD
    assert "near agrees with it" in reason
    assert against.point == (10, 47)
    assert "outside it: near" in why
    assert best_region({"near": near}, loose={"near"})[0] == near


@pytest.mark.parametrize(
    ("place", "distance_m", "loose"), [(None, None, True), (("Millford",), None, False), (None, 20_000.0, False)]
)
def test_an_account_without_place_and_figure_is_loose(place, distance_m, loose):
    def cited(value):
        return Cited(value=value, derivation="read by a person")

    told = Claim(
        id="a/1", article="a", sub_event_type=cited("Attack"), days=cited(Days()), place=place and cited(place),
        statements=(cited(Statement(relation="near", of="EAS-WES", distance_m=distance_m)),),
    )  # fmt: skip

    assert is_loose(told, "EAS-WES") == loose
    assert not is_loose(told, "another")


# ---- what is said of it ----------------------------------------------------------------------------------------------


def held(region, **by):
    return replace(region, **by)


def test_a_union_says_what_it_is_of_and_keeps_only_what_all_sites_share():
    one = held(at(11, 47, 5000, name="Ash"), country="EE", province="North", district="Mill district")
    other = held(at(12, 47, 5000, "site", name="Elm"), country="EE", province="North", district="Far district")
    region, reason, _ = best_of_sites("i", [site("a", name="the ash"), site("b", name="the elm")], {"a": one, "b": other})

    assert (region.country, region.province, region.district, region.name) == ("EE", "North", None, "North")
    assert region.level == "settlement"
    assert region.method == "the areas of 2 sites together: 1 the ash; 2 the elm"
    assert reason == "accounts name 2 places that were hit; the region is their union"
    abroad, _, _ = best_of_sites("i", [site("a"), site("b")], {"a": one, "b": held(other, country="WW", province="West")})
    assert (abroad.country, abroad.province, abroad.name) == (None, None, "Ash, Elm")
    same, _, _ = best_of_sites("i", [site("a"), site("b")], {"a": one, "b": held(other, district="Mill district")})
    assert same.name == "Mill district"
    assert same.sources == ()


def test_where_no_site_has_a_region_each_reason_is_kept():
    lost = {"a": Unlocated(reason="no gazetteer has it"), "b": Unlocated(reason="a sea area")}
    region, reason, _ = best_of_sites("i", [site("a", name="Ash"), site("b", name="Elm")], lost)

    assert reason == "no site has a region"
    assert region.reason == (
        "none of 2 sites has a region; site 1, Ash, is not in it: no gazetteer has it; site 2, Elm, is not in it: a sea area"
    )


def test_the_reason_of_the_best_region_is_a_whole_sentence():
    coast = held(
        at(11, 47, 1.0, "province"), geometry=box(10, 46, 11, 48).union(box(11.02, 46, 12, 48)), radius_m=None, point=None
    )
    accounts = {"a": held(at(11.01, 47, 9000), point=None), "b": coast, "c": at(9, 47, 5000)}
    region, reason = best_region(accounts, outside={"a"}, contradicted={"c"})

    assert (
        reason
        == "the finest account is a (an outside publication); b agrees with it; judged the weaker: c; 2 areas are possible"
    )
    assert region.method == "m; inside what b allows"
    assert best_region({})[1] == "no account has a region"
    assert best_region({"a": at(11, 47, 5000), "b": at(13, 47, 5000)})[1] == "the finest account is a; outside it: b"


@pytest.mark.parametrize(("width", "named"), [(0.011, "there"), (0.03, "here")])
def test_an_account_of_the_same_level_gives_the_name_where_it_leaves_less_than_half(width, named):
    strip = held(at(11, 47, 1.0, name="there"), geometry=box(11, 46, 11 + width, 48), radius_m=None, point=None)
    region, _ = best_region({"a": held(at(11.0, 47, 1500), point=None), "b": strip}, outside={"b"})

    assert region.name == named


def test_an_account_that_takes_nothing_away_leaves_the_method_as_it_is():
    region, _ = best_region({"a": at(11, 47, 5000), "b": at(11, 47, 50_000, "district", "there")})

    assert (region.method, region.name) == ("m", "here")


def test_readings_are_chosen_together_and_the_usual_ones_stay_where_nothing_is_gained():
    here, there = at(11, 47, 5000), at(12, 47, 5000)
    accounts, others = {"a": here, "b": there}, {"a": {"by road": there}, "b": {"by road": here}}

    assert leading_readings(accounts, others) == leading_readings(accounts, dict(reversed(others.items())))
    assert len(leading_readings(accounts, others)) == 1
    assert leading_readings({"a": here, "b": here}, others) == {}


def test_a_reading_that_contradicts_its_own_account_gives_way_to_one_that_does_not():
    accounts, others = {"a": at(11, 47, 90_000, "province"), "b": DISTRICT}, {"a": {"by road": ROAD}}

    assert leading_readings(accounts, others) == {}
    assert leading_readings(accounts, others, torn={"a"}) == {"a": "by road"}


def test_what_is_said_of_one_site_changes_no_reading_of_the_whole():
    accounts, others = {"w": STRAIGHT, "s": ROAD, "t": ROAD}, {"w": {"by road": ROAD}}

    assert leading_readings(accounts, others) == {"w": "by road"}
    assert leading_readings(accounts, others, [("s",), ("t",)]) == {}


def test_an_account_of_the_whole_narrows_a_site_but_does_not_place_it():
    accounts = {"w": at(11, 47, 5000), "s": at(10, 47, 30_000, "district"), "t": at(13, 47, 30_000, "district")}
    region, _, sites = best_of_sites("i", [site("s"), site("t")], accounts)

    assert [s.region.point for s in sites] == [(10, 47), (13, 47)]
    assert all("outside it: w" in s.region_reason for s in sites)
    assert area_of(region).buffer(SLACK).covers(area_of(accounts["s"]))


@settings(deadline=None, max_examples=40)
@given(named, named, st.data())
def test_with_other_readings_and_accounts_of_the_whole_another_site_shrinks_nothing(accounts, roads, data):
    homes = {claim: data.draw(st.sampled_from((0, 1, 2))) for claim in accounts}
    groups = [[claim for claim, home in homes.items() if home == number] for number in (0, 1)]
    sites = [site(*own) for own in groups if own]
    others = {claim: {"by road": region} for claim, region in roads.items() if claim in accounts}

    def drawn(accounts, sites):
        led = leading_readings(accounts, others, [s.claims for s in sites])
        read = {claim: others[claim][led[claim]] if claim in led else region for claim, region in accounts.items()}
        return best_of_sites("i", sites, read)[0]

    if sites:
        before, after = drawn(accounts, sites), drawn(accounts | {"z": at(11, 47, 9000)}, [*sites, site("z")])
        assert area_of(after).buffer(SLACK).covers(area_of(before))


# ---- what a person judged ----------------------------------------------------------------------------------------------------


def lies_in(inner, outer):
    return area_of(outer).buffer(SLACK).covers(area_of(inner))


@settings(deadline=None, max_examples=150)
@given(named, regions, st.data())
def test_an_account_that_nobody_judged_never_moves_the_region_out_of_what_a_judged_one_allows(accounts, more, data):
    judged = data.draw(st.sets(st.sampled_from(sorted(accounts)), min_size=1))
    judgement = {data.draw(st.sampled_from(("better", "finer"))): judged}
    outside = data.draw(st.sets(st.sampled_from(sorted(accounts))))
    roads = {"z": {"by road": data.draw(regions)}}
    before, _ = best_region(accounts, outside=outside, **judgement)
    every = accounts | {"z": more}
    led = leading_readings(every, roads)
    read = {claim: roads[claim][led[claim]] if claim in led else region for claim, region in every.items()}
    after, _ = best_region(read, outside=outside, **judgement)

    assert any(lies_in(before, accounts[claim]) and lies_in(after, accounts[claim]) for claim in judged)


@given(named, regions, st.data())
def test_a_site_that_a_judged_account_leads_is_not_moved_by_one_of_the_whole(accounts, more, data):
    judged = data.draw(st.sets(st.sampled_from(sorted(accounts)), min_size=1))
    _, _, (first, _) = best_of_sites("i", [site(*accounts), site("t")], accounts | {"t": more, "z": more}, better=judged)

    assert any(lies_in(first.region, accounts[claim]) for claim in judged)


@pytest.mark.parametrize("kind", ["better", "finer"])
def test_a_judged_outside_publication_leads_before_an_article_of_its_level(kind):
    accounts = {"a": at(11, 47, 5000, name="elsewhere"), "o": at(12, 47, 5000), "d": at(12, 47, 50_000, "district")}
    ignored, _ = best_region(accounts, outside={"o"})
    region, reason = best_region(accounts, outside={"o"}, **{kind: {"o"}})

    assert ignored.point == (11, 47)
    assert region.point == (12, 47)
    words = {"better": "is judged the better over the place", "finer": "is judged the finer"}[kind]
    assert reason == f"o leads: it {words} (an outside publication); d agrees with it; outside it: a"


def test_accounts_that_are_coarser_than_the_one_judged_finer_still_narrow_it():
    half = replace(at(11, 47, 1.0, "province"), geometry=box(11, 46, 13, 48), radius_m=None, point=None)
    region, reason = best_region({"o": at(11, 47, 5000), "c": half, "x": at(12.9, 47, 900)}, finer={"o"})

    assert area_of(region).bounds[0] == 11
    assert "c agrees with it; outside it: x" in reason
    assert region.level == "settlement"


def test_a_finer_account_that_contradicts_the_better_one_does_not_lead():
    accounts = {"p": at(11, 47, 50_000, "district"), "q": at(13, 47, 5000), "r": at(11.1, 47, 5000, name="there")}

    assert best_region(accounts, better={"p"}, finer={"q"})[0].point == (11.1, 47)
    assert "outside it: q" in best_region(accounts, better={"p"}, finer={"q"})[1]
    assert best_region(accounts, better={"p"}, finer={"r"})[0].point == (11.1, 47)
    assert best_region(accounts, finer={"q"})[0].point == (13, 47)


def test_the_better_account_is_heard_before_any_that_nobody_judged():
    accounts = {"p": at(11, 47, 50_000, "district"), "q": at(11.6, 47, 20_000), "z": at(11.75, 47, 3000)}
    region, reason = best_region(accounts, better={"p"}, finer={"q"})

    assert lies_in(region, accounts["p"])
    assert "outside it: z" in reason


def test_a_finer_account_that_nobody_judged_gives_its_name_and_level_inside_the_better_one():
    accounts = {"p": at(11, 47, 50_000, "district", "D"), "v": replace(at(11.1, 47, 5000, name="V"), district="D")}
    region, reason = best_region(accounts, better={"p"})

    assert (region.name, region.level, region.point, region.district) == ("V", "settlement", (11.1, 47), "D")
    assert lies_in(region, accounts["v"])
    assert reason == "p leads: it is judged the better over the place; v agrees with it"
    assert best_region(accounts)[1] == "the finest account is v; p agrees with it"


def test_a_judged_account_of_the_whole_narrows_a_site_and_does_not_place_it():
    accounts = {"w": at(11, 47, 50_000, "district"), "s": at(11.2, 47, 5000), "t": at(12.9, 47, 5000)}
    _, _, (first, second) = best_of_sites("i", [site("s"), site("t")], accounts, better={"w"})

    assert (first.region.point, second.region.point) == ((11.2, 47), (12.9, 47))
