"""The month of May is no doubt."""

import datetime as dt

import pytest

from geomap.extract import cite
from geomap.extract.text import read
from geomap.intake import read_context

PROPOSER = read_context(border_name="IRN-PAK").proposer


@pytest.mark.parametrize("month", ["May", "March", "October"])
@pytest.mark.parametrize("dateline", ["QUETTA, {} 4 - ", "QUETTA, Pakistan, 4 {} (Agency) – ", ""])
@pytest.mark.parametrize("day", ["on {} 3", "on 3 {}", "on the 3rd of {}"])
def test_what_happened_in_any_month_happened(month, dateline, day):
    number = {"May": 5, "March": 3, "October": 10}[month]
    told = f"Gunmen attacked a checkpost in Panjgur {day.format(month)} and killed two soldiers, officials said.\n"
    text = dateline.format(month) + told

    proposal = PROPOSER.propose(cite("a", title="a", published=dt.date(2031, number, 4)), text)

    (claim,) = proposal.claims
    assert claim.days.value.first == claim.days.value.last == dt.date(2031, number, 3)
    assert claim.place.value[0] == "Panjgur"
    assert [(said.value.of, said.value.low) for said in claim.counts] == [("killed", 2)]


def test_what_may_happen_did_not():
    text = "Gunmen may attack a checkpost in Panjgur on 3 June and kill soldiers, officials warned."

    assert PROPOSER.propose(cite("a", title="a", published=dt.date(2031, 5, 4)), text).claims == ()


def test_a_day_without_a_year_is_of_the_nearest_one_where_no_day_of_publication_is_known():
    text = (
        "On 28 April 2031 gunmen killed two traders in Panjgur.\n\n"
        "On 3 May a mine killed three soldiers in Turbat.\n\nOn 20 December a shell killed a boy in Taftan.\n\n"
        "On 2 June 2031 gunmen killed a farmer in Mashkel.\n"
    )

    claims = PROPOSER.propose(cite("a", title="a"), text).claims

    assert [claim.days.value.first for claim in claims] == [
        *(dt.date(2031, 4, 28), dt.date(2031, 5, 3), dt.date(2030, 12, 20), dt.date(2031, 6, 2))
    ]
    assert all(claim.days.value.last == claim.days.value.first for claim in claims)
    told = [account.day.first for account in PROPOSER.reader.accounts(read(text), None, (0, 0))]
    assert told == [claim.days.value.first for claim in claims]  # what tells accounts apart is what is proposed
