"""Tolls as the tables give them: the range over accounts, and who gives its ends."""

from dataclasses import replace

import pytest

from geomap import pipeline
from geomap.incidents.counts import Told, ends_of
from geomap.tables import records
from geomap.vocabulary import toll_in_words


def row_of(tables, id):
    (row,) = (row for row in records(tables.incidents) if row["id"] == id)
    return row


@pytest.mark.parametrize(
    ("tolls", "ends"),
    [
        ([(7, 7), (9, 9)], (7, 9, 9)),
        ([(7, 7), (10, None)], (7, None, 10)),
        ([(12, None), (66, None)], (12, None, 66)),
        ([(1, None), (7, 8), (7, 7)], (7, None, 8)),
        ([(0, 0)], (0, 0, 0)),
    ],
)
def test_the_ends_are_the_least_and_the_greatest_number_that_anybody_gives(tolls, ends):
    told = [Told(toll, ((f"x/{n}", None),), toll[1] or toll[0]) for n, toll in enumerate(tolls)]
    found = ends_of(told)

    assert (found.least, found.high, found.most) == ends
    by = {teller: tolls[int(teller[2:])] for teller, _ in (*found.least_by, *found.most_by)}
    assert {by[teller][0] for teller, _ in found.least_by} == {found.least}
    assert {by[teller][1] or by[teller][0] for teller, _ in found.most_by} == {found.most}


def test_no_toll_in_words_is_the_least_of_several_alone(tables):
    rows = records(tables.incidents) + records(tables.sites)
    ranges = [(row, fate) for row in rows for fate in ("killed", "injured") if row[f"{fate}_min"] != row[f"{fate}_most"]]
    assert len(ranges) >= 4
    for row, fate in ranges:
        words = toll_in_words(row, fate)
        assert words.startswith(f"{row[f'{fate}_min']} to {row[f'{fate}_most']}"), words
        assert [by.split(":")[0] for by in row[f"{fate}_by"]] == [str(row[f"{fate}_{end}"]) for end in ("min", "most")]


def test_accounts_that_differ_are_marked_and_named_by_publisher_and_day(tables):
    row = row_of(tables, "2024-01-03-kerman")

    assert toll_in_words(row, "killed") == "84 to 91 or more · accounts differ"
    assert toll_in_words(row, "injured") == "284"
    least, most = row["killed_by"]
    claims = {claim["article"] for claim in records(tables.claims) if claim["killed_max"] == 91}
    (publisher,) = (article["publisher"] for article in records(tables.articles) if article["id"] in claims)
    assert publisher in most
    assert publisher not in least


def test_a_sum_over_sites_is_named_as_such(story):
    incident = next(one for one in story.incidents if one.sites)
    apart = [site.claims for site in incident.sites]
    counted = [claim for claim in incident.claims if claim.id in {c for claims in apart for c in claims}]
    alone = replace(incident, claims=tuple(counted))

    published = pipeline.tables(replace(story, incidents=(alone,)))
    (row,) = records(published.incidents)
    sites = [site for site in records(published.sites) if site["killed_min"] is not None]
    assert row["killed_most"] == sum(site["killed_most"] for site in sites) > row["killed_min"]
    assert row["killed_by"] == [f"{row[f'killed_{end}']}: the sum over its sites" for end in ("min", "most")]
