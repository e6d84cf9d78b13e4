"""What the articles say about geography, against the map."""

from dataclasses import replace
from math import inf

import pytest

from geomap.checks.lengths import length_verdict
from geomap.model import Statement
from geomap.pipeline import analyse
from geomap.pipeline import tables as published_tables
from geomap.tables.frames import records


@pytest.fixture(scope="module")
def verdicts(story):
    return {verdict.id: verdict for verdict in story.verdicts}


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("zarak-khan-2023-08/1/statements[0]", "holds"),  # Singwan, along the border
        ("errraand-2024-01-17/4/statements[0]", "holds"),  # Rask, near the border
        ("errraand-2024-01-17/1/statements[0]", "cannot be said"),  # 45 km, against what else is known
        ("errraand-2024-01-17/1/statements[1]", "cannot be said"),  # 90 km from Panjgur: its district is a disc of ours
        ("errraand-2024-01-17/1/statements[1]/by-road", "cannot be said"),
        ("retaliation-2024-01-18/2/statements[0]", "does not hold"),  # the border town: the town
        ("retaliation-2024-01-18/2/statements[0]/1", "holds"),  # the district reaches the border
        ("retaliation-2024-01-18/2/statements[1]", "holds"),  # roughly 900 km
        ("errraand-2024-01-17/1/statements[3]", "holds"),  # 900 km
        ("errraand-2024-01-17/1/statements[0]/point[0]", "does not hold"),  # the point in circulation, 93 km from the border
        ("errraand-2024-01-17/1/statements[1]/point[0]", "does not hold"),  # and 28 km from Panjgur
    ],
)
def test_a_statement_gets_its_verdict(verdicts, statement, verdict):
    assert verdicts[statement].verdict == verdict


def test_the_point_in_circulation_is_measured(verdicts):
    low, high = verdicts["errraand-2024-01-17/1/statements[0]/point[0]"].measured_m

    assert low == pytest.approx(92_600, abs=300)
    assert high - low <= 201


def test_a_region_made_from_a_statement_does_not_confirm_it(verdicts):
    # Jalgai is drawn along the border because the reports say so: only its district is evidence.
    jalgai = verdicts["zarak-khan-2023-08/2/statements[0]"]

    assert jalgai.verdict == "cannot be said"
    assert jalgai.measured_m[1] > 100_000


def test_a_distance_by_road_is_shorter_as_a_straight_line(verdicts):
    straight = verdicts["errraand-2024-01-17/1/statements[1]"].stated_m
    road = verdicts["errraand-2024-01-17/1/statements[1]/by-road"].stated_m

    assert straight == (85_000, 95_000)
    assert road == (pytest.approx(85_000 / 2.1), pytest.approx(95_000 / 1.1))


def test_farther_than_a_distance_has_no_greatest_distance(story):
    wanted = "errraand-2024-01-17/1"
    claim = next(c for c in story.inputs.claims if c.id == wanted)
    far = Statement(relation="beyond", of="IRN-PAK", distance_m=300_000.0)
    told = replace(claim, statements=(replace(claim.statements[0], value=far), *claim.statements[1:]))
    claims = tuple(told if c.id == wanted else c for c in story.inputs.claims)
    changed = analyse(replace(story.inputs, claims=claims))
    verdict = next(v for v in changed.verdicts if v.id == f"{wanted}/statements[0]")
    row = next(row for row in records(published_tables(changed).statements) if row["id"] == verdict.id)

    assert verdict.stated_m == (275_000, inf)
    assert (row["stated_min_km"], row["stated_max_km"]) == (275.0, None)
    assert verdict.verdict == "does not hold"  # 90 km from Panjgur is nearer


def test_what_is_cut_to_its_country_does_not_show_which_side_it_is_on(verdicts):
    assert verdicts["retaliation-2024-01-18/1/statements[0]"].verdict == "cannot be said"


def test_every_spatial_statement_of_the_articles_is_judged(story, verdicts):
    held = [c for c in story.inputs.claims if story.inputs.articles[c.article].text_available]
    stated = {f"{c.id}/statements[{i}]" for c in held for i in range(len(c.statements))}

    assert len(stated) >= 10
    assert stated <= set(verdicts)


def test_the_facts_spatial_claims_are_all_among_them(story, shared):
    import json

    facts = json.loads((shared / "facts" / "incidents.json").read_text(encoding="utf-8"))
    wanted = sum(len(m["spatial_claims"]) for m in facts["mentions"] if not m.get("optional"))
    held = [c for c in story.inputs.claims if story.inputs.articles[c.article].text_available]

    assert sum(len(c.statements) for c in held) >= wanted > 5


@pytest.mark.parametrize(("km", "verdict"), [(900, "holds"), (960, "holds"), (1300, "does not hold"), (500, "does not hold")])
def test_a_length_holds_where_some_detail_gives_it(story, km, verdict):
    found = length_verdict(story.inputs.border, Statement(relation="length", of="IRN-PAK", distance_m=km * 1000.0))

    assert found["verdict"] == verdict
