"""The five articles as if nobody had read them: a regression test, no measure of accuracy."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from conftest import SHARED, needed

from geomap.evaluation import located
from geomap.extract import cite
from geomap.extract.kinds_ranked import VIOLENT
from geomap.incidents import propose_groups
from geomap.intake import read_context

needed((SHARED / "facts" / "incidents.json").is_file(), "../shared is not there")

PUBLISHED = {
    "iranintl-2024-01-22": dt.date(2024, 1, 22),
    "tns-2024-01-28": dt.date(2024, 1, 28),
    "retaliation-2024-01-18": dt.date(2024, 1, 18),
    "zarak-khan-2023-08": dt.date(2023, 8, 8),
    "errraand-2024-01-17": dt.date(2024, 1, 17),
}


@pytest.fixture(scope="module")
def facts():
    return json.loads((SHARED / "facts" / "incidents.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def proposals():
    proposer = read_context().proposer
    texts = {id: (SHARED / "articles" / f"{id}.txt").read_bytes().decode() for id in PUBLISHED}
    return {
        id: proposer.propose(cite(id, title="a title", published=day), texts[id]) for id, day in PUBLISHED.items()
    }, proposer.gazetteer


def meets(span, other):
    return span.start < other["end"] and other["start"] < span.end


def test_nothing_that_is_no_incident_is_proposed_as_an_attack(facts, proposals):
    assert len(facts["non_incidents"]) == 45
    for none in facts["non_incidents"]:
        for claim in proposals[0][none["article"]].claims:
            if claim.sub_event_type.value in VIOLENT:
                assert not any(meets(span, none) for span in claim.sub_event_type.spans), (claim.id, none["why_not"])


def test_what_is_proposed_is_told_and_what_is_told_is_proposed(facts, proposals):
    told, right, proposed = set(), 0, 0
    for article, proposal in proposals[0].items():
        mentions = [m for m in facts["mentions"] if m["article"] == article]
        for claim in proposal.claims:
            spans = claim.sub_event_type.spans
            hits = [
                m["id"]
                for m in mentions
                if any(meets(s, other) for s in spans for other in m["spans"] if other["kind"] != "vague")
            ]
            told |= set([one for one in hits if one not in told][:1])
            right, proposed = right + bool(hits), proposed + 1

    assert right / proposed >= 0.95
    assert len(told) / len(facts["mentions"]) >= 0.9


def test_the_attacks_that_two_articles_swap_stay_apart_with_their_own_days(proposals):
    found, gazetteer = proposals
    chosen = [found["tns-2024-01-28"], found["zarak-khan-2023-08"]]
    claims = [claim for proposal in chosen for claim in proposal.claims]
    places = {c.id: located(c, proposal, gazetteer) for proposal in chosen for c in proposal.claims}
    days = {(c.article, c.days.value.first, c.days.value.last) for c in claims}

    for month in (1, 4, 6):  # the one gives months, the other for two of them only the day on which it was said
        assert ("tns-2024-01-28", dt.date(2023, month, 1), (dt.date(2023, month + 1, 1) - dt.timedelta(1))) in days
    assert ("zarak-khan-2023-08", dt.date(2023, 1, 1), dt.date(2023, 1, 31)) in days
    assert {("zarak-khan-2023-08", None, dt.date(2023, month, 1)) for month in (4, 6)} <= days
    for group in propose_groups(claims, places):
        assert len(group.claims) == 1 or group.links  # put together with a reason, or not at all
