"""Places that claims name, and the rows that say where they are: unresolved before wrong."""

import pytest
from dispatches import proposed, words

TEXT = "Two soldiers were killed when gunmen attacked a checkpoint in {} on Wednesday."


def place(where, pair="IND-PAK"):
    text = TEXT.format(where)
    found = proposed(text, pair=pair)
    (claim,) = found.claims
    assert claim.place is not None
    return found, claim.place, words(text, claim.place)


def test_a_town_of_the_story_s_countries_has_its_point():
    found, said, _ = place("Kupwara")
    (row,) = [p for p in found.places if p.name == said.value[0]]
    assert (row.country, int(row.lat), int(row.lon)) == ("IN", 34, 74)


def test_a_name_that_nothing_knows_has_a_row_without_a_point_and_the_reason():
    found, said, _ = place("Zzyzxville")
    (row,) = [p for p in found.places if p.name == "Zzyzxville"]
    assert row.lon is None
    assert any("Zzyzxville" in why for why in found.unresolved)
    assert said.rule.startswith("place: unresolved")


def test_what_holds_a_place_is_a_part_of_its_path_and_each_name_stands_on_its_words():
    found, said, spelled = place("Zzyzxville, Kupwara district")
    assert list(said.value) == spelled == ["Zzyzxville", "Kupwara district"]
    rows = {p.name: p for p in found.places}
    assert rows["Zzyzxville"].within == "Kupwara district"
    assert rows["Zzyzxville"].country == rows["Kupwara district"].country == "IN"


@pytest.mark.parametrize("pair", ["IND-PAK", "COD-RWA"])
def test_a_country_needs_no_row(pair):
    found, said, _ = place("Zzyzxville in India", pair)
    assert said.value[-1] == "India"
    assert "India" not in {p.name for p in found.places}


def test_one_place_has_one_row_however_often_it_is_named():
    text = " ".join(TEXT.format("Kupwara").replace("Wednesday", day) for day in ("Monday", "Tuesday", "Wednesday"))
    found = proposed(text)
    assert [p.name for p in found.places if "Kupwara" in p.name] == ["Kupwara"]


def test_rows_that_no_claim_names_are_not_proposed():
    found = proposed("Two soldiers were killed in Kupwara on Monday, 5 km from Zzyzxville. They had come from Srinagar.")
    assert "Srinagar" not in {p.name for p in found.places}
