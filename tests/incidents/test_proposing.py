"""Claims that may be one event: found without a look at every pair, never in chains, with reasons that are true."""

import datetime as dt
import random
import time
from itertools import combinations

import pytest
from timing import least

from geomap.incidents import Located, propose_groups
from geomap.incidents.candidates import candidates
from geomap.incidents.likeness import alike, told_by
from geomap.incidents.proposing import AT_LEAST
from geomap.model import Actor, Cited, Claim, Count, Days, Target
from geomap.vocabulary import EVENT_TYPES

COUNTED = ("killed", "injured")
DAY = dt.date(2031, 5, 6)
MILLTOWN = Located(("Milltown", "Mill district", "Westland"), 60.0, 30.0, 5.0)
BROOK = Located(("Brook", "Mill district", "Westland"), 60.1, 30.1, 5.0)


def said(value, says=None):
    return Cited(value=value, derivation="stated", attributed_to=says)


def claim(id, kind="Armed clash", day=DAY, actors=(), counts=(), targets=(), last=None, told=None):
    days = Days(last=told, basis="report") if told else Days(first=day, last=last or day)
    return Claim(
        id=id,
        article=id.split("/")[0],
        sub_event_type=said(kind),
        days=said(days),
        actors=tuple(said(Actor(name=name, status=status)) for name, status in actors),
        counts=tuple(said(Count(of=of, low=low, high=high, whom=whom), says) for of, low, high, whom, says in counts),
        targets=tuple(said(Target(what=what)) for what in targets),
    )


def killed(low, whom=None, says=None):
    return "killed", low, low, whom, says


def groups(claims, places):
    return [set(group.claims) for group in propose_groups(claims, places) if len(group.claims) > 1]


def fields(one, other, places=None):
    """What two claims of one event are told to differ on."""
    found = propose_groups([one, other], places or {one.id: MILLTOWN, other.id: MILLTOWN})
    assert len(found) == 1, "they are not taken for one event"
    return {differ.field for differ in found[0].contradictions}


def story(size, seed, days):
    """Claims at random, with where they lie; places share names and districts, and some have no point."""
    rng = random.Random(seed)
    paths = [(f"Village {n}", f"District {n % 5}", ("Westland", "Eastland")[n % 2]) for n in range(30)]
    paths += [(f"District {n}", "Westland") for n in range(5)] + [("Westland",)]
    points = {path: (59 + rng.random() * 4, 28 + rng.random() * 4) for path in paths}
    claims, places = [], {}
    for n in range(size):
        day = DAY + dt.timedelta(rng.randrange(days))
        made = claim(
            f"a{n // 2}/{n % 2 + 1}",
            kind=rng.choice(list(EVENT_TYPES)),
            day=day,
            last=day + dt.timedelta(rng.choice((0, 0, 0, 2, 9))),
            told=rng.choice((None, None, None, day)),
            actors=[
                (name, "stated")
                for name in rng.sample(("Milltown Front", "army", "Westland", "Eastland army"), rng.randrange(3))
            ],
            counts=[
                (of, low := rng.randrange(5), rng.choice((low, low + 2, None)), None, None) for of in ("killed", "injured")
            ],
        )
        if rng.random() < 0.03:
            made = Claim(id=made.id, article=made.article, sub_event_type=made.sub_event_type, days=said(Days()))
        claims.append(made)
        path = rng.choice(paths)
        if rng.random() < 0.8:
            lon, lat = points[path] if rng.random() < 0.8 else (None, None)
            places[made.id] = Located(path, lon, lat, {3: 5.0, 2: 40.0, 1: 300.0}[len(path)])
    return claims, places


@pytest.mark.parametrize("seed", range(6))
def test_no_pair_is_lost_that_a_look_at_every_pair_finds(seed):
    claims, places = story(200, seed, days=30)
    told = [told_by(one, places.get(one.id, Located())) for one in claims]

    every = {
        (a, b)
        for a, b in combinations(range(len(told)), 2)
        if told[a].article != told[b].article and alike(told[a], told[b])[0] >= AT_LEAST
    }
    held = list(candidates(told, AT_LEAST))

    assert len(every) > 300
    assert every <= set(held)
    assert len(held) == len(set(held))
    assert len(held) < 0.5 * 200 * 199 / 2


def test_ten_times_as_many_claims_over_ten_times_as_long_take_about_ten_times_as_long():
    def seconds(size, days):
        claims, places = story(size, 1, days)
        begun = time.process_time()
        propose_groups(claims, places)
        return time.process_time() - begun

    seconds(100, 10)
    assert least(lambda: seconds(4000, 2000) / seconds(400, 200), 25) <= 25


def test_no_claim_makes_no_group():
    assert propose_groups([], {}) == ()


def test_two_events_of_one_article_are_not_joined_by_a_third_that_may_be_either():
    claims = [
        claim("a/1", counts=[killed(4)]),
        claim("a/2", "Remote explosive/landmine/IED", counts=[killed(4)]),
        claim("b/1", "Attack", counts=[killed(4)]),
        claim("c/1", "Attack", counts=[killed(4)]),
    ]

    for group in groups(claims, dict.fromkeys((c.id for c in claims), MILLTOWN)):
        assert len({id.split("/")[0] for id in group}) == len(group)


def test_a_claim_that_says_little_does_not_link_two_events():
    """The clash at one place and the mine at another, and one that may be either: they share a toll and a day."""
    clash = claim("agency/1", counts=[killed(1)])
    mine = claim("army/1", "Remote explosive/landmine/IED", day=DAY + dt.timedelta(4), counts=[killed(1)])
    either = claim("local/1", "Attack", last=DAY + dt.timedelta(4), counts=[killed(1)])
    places = {"agency/1": MILLTOWN, "army/1": BROOK}

    for order in ([clash, mine, either], [either, mine, clash]):
        found = groups(order, places)
        assert found
        assert not any({"agency/1", "army/1"} <= group for group in found)


def test_of_two_events_near_each_other_the_one_of_the_same_place_is_joined():
    claims = [claim("a/1", counts=[killed(2)]), claim("a/2", counts=[killed(3)]), claim("b/1", counts=[killed(3)])]

    assert groups(claims, {"a/1": MILLTOWN, "a/2": BROOK, "b/1": MILLTOWN}) == [{"a/1", "b/1"}]


def test_who_names_another_for_the_fire_tells_of_another_fire():
    ours = claim("a/1", "Shelling/artillery/missile attack", actors=[("Afghan army", "alleged")])
    theirs = claim("b/1", "Shelling/artillery/missile attack", actors=[("Pakistani military", "alleged")])

    assert groups([ours, theirs], {"a/1": MILLTOWN, "b/1": BROOK}) == []
    assert groups([ours, theirs], {"a/1": MILLTOWN, "b/1": MILLTOWN}) == [{"a/1", "b/1"}]


def test_what_is_told_a_year_later_is_another_event():
    told = claim("a/1", told=DAY + dt.timedelta(365))
    soon = claim("b/1", told=DAY + dt.timedelta(2))
    event = claim("c/1")

    assert groups([told, event], {"a/1": MILLTOWN, "c/1": MILLTOWN}) == []
    assert groups([soon, event], {"b/1": MILLTOWN, "c/1": MILLTOWN}) == [{"b/1", "c/1"}]


def test_a_reason_says_what_is_so():
    mine = claim("a/1", "Remote explosive/landmine/IED", counts=[killed(3)])
    strike = claim("b/1", "Air/drone strike", day=DAY + dt.timedelta(1), counts=[killed(3)])
    (group,) = propose_groups([mine, strike], {"a/1": MILLTOWN, "b/1": MILLTOWN})

    (link,) = group.links
    assert (link.one, link.other) == ("a/1", "b/1")
    assert link.reason == "kinds of one type (Explosions/Remote violence), days next to each other, one place, the same killed"


@pytest.mark.parametrize(
    ("ones", "others", "differ"),
    [
        ([killed(3)], [killed(5)], True),
        ([killed(3)], [("killed", 2, None, None, None)], False),
        ([killed(5)], [killed(3, "soldiers"), killed(2, "farmers")], False),  # the whole, and its parts
        ([killed(17, None, "a mayor"), killed(11, "soldiers", "a mayor")], [killed(17)], False),  # a total, and a part of it
        ([killed(3, "soldiers"), killed(2, "women")], [killed(3, "troops")], False),  # the other knows of soldiers alone
        ([killed(6, "soldiers"), killed(15, "attackers")], [killed(7, "soldiers and guards"), killed(15, "attackers")], True),
        ([killed(4, "Pakistani soldiers")], [killed(2, "Afghan soldiers")], False),  # each counts its own
        (
            [killed(5, "militants")],
            [killed(4, "farmers"), killed(5, "militants", "the army")],
            True,
        ),  # four, says the other itself
        ([killed(9, "militants")], [killed(3, "villagers")], True),  # who they were is in dispute, too
        ([killed(0, "soldiers", "the ministry")], [killed(5, "soldiers")], True),
    ],
)
def test_tolls_contradict_each_other_where_they_count_the_same_people(ones, others, differ):
    assert ("killed" in fields(claim("a/1", counts=ones), claim("b/1", counts=others))) is differ
    assert ("killed" in fields(claim("a/1", counts=others), claim("b/1", counts=ones))) is differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Tehreek-e-Taliban Pakistan", "TTP", False),
        ("al Shabaab", "Al-Shabab", False),
        ("Iranian border guards", "Iran", False),
        ("Serbian Gendarmerie", "Serbian gendarmes", False),
        ("army", "Malian Armed Forces", False),
        ("Malian army", "Niger Armed Forces", True),
        ("Tehreek-e-Taliban Pakistan", "Pakistan Army", True),
        ("Milltown Front", "Brook Front", True),
        ("rebels", "Indian Army", True),
        ("residents", "troops", True),
        ("Malian villagers", "Malian army", True),
        ("Islamic State", "Islamic Jihad", True),
        ("Border Security Force", "Border Guard Bangladesh", True),
        ("Islamic State Khorasan", "Islamic State West Africa Province", True),
        ("ISIS", "Islamic State", False),
        ("al-Shebab", "Al Shabaab", False),
        ("AA", "Arakan Army", False),
        ("unidentified gunmen", "gunmen", False),
        ("security forces", "Indian troops", False),
        ("al-Qaeda", "al-Nusra", True),
        ("India", "Police", False),
        ("National Guard", "army", False),
        ("Lashkar-e-Taiba", "Lashkar-e-Jhangvi", True),
        ("Jaish al-Adl", "Jaish-e-Mohammed", True),
        ("Jaish al-Adl", "Jaish ul-Adl", False),
    ],
)
def test_accounts_differ_on_who_did_it_where_no_name_of_one_may_be_one_of_the_other(one, other, differ):
    a, b = claim("a/1", actors=[(one, "alleged")]), claim("b/1", actors=[(other, "stated")])

    assert ("actors" in fields(a, b)) is differ


def test_names_that_may_be_of_one_actor_are_a_reason_to_take_two_claims_for_one_event_and_others_are_none():
    def reason(one, other):
        claims = claim("a/1", actors=[(one, "stated")]), claim("b/1", actors=[(other, "stated")])
        (group,) = propose_groups(claims, {"a/1": MILLTOWN, "b/1": MILLTOWN})
        return group.links[0].reason

    assert "an actor that both name" in reason("ISIS", "Islamic State")
    assert "an actor that both name" not in reason("rebels", "Indian Army")


def test_a_denial_under_another_name_is_a_denial():
    a, b = (
        claim("a/1", actors=[("Pakistan's military", "denied")]),
        claim("b/1", actors=[("Pakistan's armed forces", "alleged")]),
    )

    assert "denial" in fields(a, b)
    assert "denial" not in fields(a, claim("b/1", actors=[("Iran", "alleged")]))


@pytest.mark.parametrize(
    ("names", "lon", "reach", "differ"),
    [
        (("Brook", "Hill district"), 60.05, 5.0, True),  # 5 km away, of another district
        (("Brook", "Milltown"), 60.05, 5.0, False),  # within it
        (("Mill district",), 60.05, 40.0, False),  # holds it by its name
        (("Hill district",), 60.05, 40.0, False),  # holds it by its reach
        (("Mílltown", "Hill district"), 60.0, 5.0, False),
        (("New Milltown",), 60.05, 5.0, False),
    ],
)
def test_two_places_contradict_each_other_where_neither_holds_the_other(names, lon, reach, differ):
    a, b = claim("a/1", counts=[killed(3)]), claim("b/1", counts=[killed(3)])

    assert ("place" in fields(a, b, {"a/1": MILLTOWN, "b/1": Located(names, lon, 30.0, reach)})) is differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Arrests", "Abduction/forced disappearance", True),
        ("Grenade", "Remote explosive/landmine/IED", True),
        ("Armed clash", "Attack", True),
        ("Government regains territory", "Armed clash", False),  # says more, and nothing else
    ],
)
def test_kinds_contradict_each_other_unless_one_only_says_more(one, other, differ):
    assert ("kind" in fields(claim("a/1", one), claim("b/1", other))) is differ


def test_accounts_differ_on_the_target_where_one_names_armed_people_and_the_other_civilians():
    army = claim("a/1", targets=["army post"])

    assert "targets" in fields(army, claim("b/1", targets=["market"]))
    assert "targets" not in fields(army, claim("b/1", targets=["market"], counts=[killed(2, "soldiers")]))
    assert "targets" not in fields(army, claim("b/1", targets=["soldiers"]))
