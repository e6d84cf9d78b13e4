"""docs/audit.md says what is so: it is written anew from the table, where that is at hand."""

import os
from pathlib import Path

import pytest
from audit import TABLE, Table, contradictions, document, judged
from conftest import SHARED, needed

AUDIT = Path(__file__).parents[2] / "docs" / "audit.md"
needed((SHARED / "data" / TABLE).is_file(), f"the table {TABLE} is not at hand")


@pytest.fixture(scope="module")
def path():
    return SHARED / "data" / TABLE


def test_every_contradiction_was_judged_by_a_person_and_nothing_else_was(path):
    found = {(event, one.of) for event, one in contradictions(Table(path).statements())}

    assert found == set(judged())


def test_few_contradictions_are_false_alarms():
    verdicts = [row["judged"] for row in judged().values()]

    assert verdicts.count("real") >= 0.9 * len(verdicts)


def test_the_audit_is_that_of_the_table(path):
    if os.environ.get("GEOMAP_WRITE_DOCS"):
        AUDIT.write_text(document(path), encoding="utf-8")

    assert AUDIT.read_text(encoding="utf-8") == document(path)


def test_the_audit_copies_no_sentence_of_the_table(path):
    """No six words in a row."""
    import csv

    told = " ".join(AUDIT.read_text(encoding="utf-8").split()).casefold()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for column in ("where_description", "source_headline"):
                words = row[column].casefold().split()
                assert not any(" ".join(words[k : k + 6]) in told for k in range(len(words) - 5))
