"""The month of May is no doubt."""

import datetime as dt

import pytest

from geomap.extract import cite
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
