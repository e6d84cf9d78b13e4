"""Items of a list that begin with a place, and the like elsewhere in one sentence."""

import datetime as dt

import pytest

from geomap.extract import cite
from geomap.intake import read_context


def told(text: str) -> list[str | None]:
    """The place of each claim."""
    article = cite("gazette", title="Gazette", published=dt.date(2031, 5, 14))
    claims = read_context(border_name="IRN-PAK").proposer.propose(article, text).claims
    return sorted(c.place.value[0] if c.place else "" for c in claims)


@pytest.mark.parametrize("sign", ["- {}: ", "• {}: ", "* {} - ", "• {} – "])
def test_each_item_of_a_list_that_is_headed_by_a_place_is_an_incident(sign: str) -> None:
    items = (("Nag", "gunmen shot dead a policeman."), ("Gichk", "a roadside bomb wounded four soldiers."))
    lines = "\n\n".join(sign.format(place) + what for place, what in items)
    assert told(f"Two attacks took place on Monday.\n\n{lines}") == ["Gichk", "Nag"]


def test_who_speaks_at_the_head_of_an_item_is_no_place() -> None:
    text = "- Police: Gunmen shot dead a policeman in Nag on Tuesday.\n\n- Hospital: two were wounded.\n\n- Kabul: no comment."
    assert told(text) == ["Nag"]


def test_the_like_at_another_place_of_a_sentence_is_another_incident() -> None:
    text = "Gunmen shot dead a policeman in Nag on Tuesday, while another was injured in a similar incident in Gichk."
    assert told(text) == ["Gichk", "Nag"]


def test_the_like_at_the_same_place_is_the_same_incident() -> None:
    assert told("Gunmen shot dead a policeman in Nag on Tuesday, while another was injured in a similar way in Nag.") == ["Nag"]
