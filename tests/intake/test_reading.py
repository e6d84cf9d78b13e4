"""One report read: what stands in its corrections and captions alone is not proposed."""

import dataclasses
import datetime as dt

import pytest

from geomap.errors import DataError
from geomap.intake import Told, read_context, read_report
from geomap.model import Span
from geomap.sources import Source

FIRST = "Gunmen attacked a checkpost in Panjgur on 3 May 2031, killing two soldiers."
SECOND = "On 1 April 2031, a roadside bomb killed four labourers in Turbat."
SOURCE = Source(
    name="gazette.txt", id="gazette", text=f"{FIRST}\n\n{SECOND}\n", what="page", published=dt.date(2031, 5, 4), language="en"
)


@pytest.fixture(scope="module")
def proposer():
    return read_context(border_name="IRN-PAK").proposer


def claims(proposer, **blocks):
    return read_report(dataclasses.replace(SOURCE, **blocks), proposer).proposal.claims


def block(words):
    return (Span(SOURCE.text.index(words), SOURCE.text.index(words) + len(words)),)


@pytest.mark.parametrize("kind", ["corrections", "captions"])
def test_a_claim_whose_passages_all_lie_in_such_blocks_is_not_proposed(proposer, kind):
    both = claims(proposer)
    assert [claim.id for claim in both] == ["gazette/1", "gazette/2"]

    assert claims(proposer, **{kind: block(SECOND)}) == both[:1]
    assert claims(proposer, **{kind: block(FIRST)}) == both[1:]  # which keeps its number
    assert claims(proposer, **{kind: block(SECOND[:20])}) == both


def test_a_report_of_which_nothing_is_left_has_no_claims(proposer):
    found = read_report(dataclasses.replace(SOURCE, corrections=block(FIRST), captions=block(SECOND)), proposer).proposal

    assert (found.claims, found.article.no_claims) == ((), "none found")


def test_what_the_file_states_stands_in_the_citation_but_for_what_a_person_told(proposer):
    source = dataclasses.replace(SOURCE, title="Checkpost hit", publisher="Gazette", address="https://example.org/a")
    article = read_report(source, proposer, Told(publisher="The Gazette")).proposal.article

    assert (article.title, article.publisher, article.address) == ("Checkpost hit", "The Gazette", "https://example.org/a")
    assert (article.published, article.read_from) == (dt.date(2031, 5, 4), "page")


def test_a_text_too_short_to_tell_its_language_is_read_unless_the_file_states_another(proposer):
    short = dataclasses.replace(SOURCE, text="Panjgur blast", language=None)

    assert [claim.place.value for claim in read_report(short, proposer).proposal.claims] == [("Panjgur",)]
    with pytest.raises(DataError, match=r"another language \(fr\)"):
        read_report(dataclasses.replace(short, language="fr"), proposer)
