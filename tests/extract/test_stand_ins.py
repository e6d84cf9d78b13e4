"""The place of an account that says none itself: one that it names for something else, or that of the heading."""

import pytest
from dispatches import proposed

TOLD = "Two soldiers were killed by a mine on Wednesday."


def places(text):
    return [claim.place and claim.place.value[0] for claim in proposed(text).claims]


@pytest.mark.parametrize(
    "heading",
    [
        "KUPWARA, May 8 (Agency) -",
        "KUPWARA, India -",
        "Kupwara:",
        "Kupwara.",
        "Kupwara (Kashmir).",
        "Kupwara, Jammu and Kashmir:",
        "Kupwara, from our reporter:",
        "MILLTOWN, May 8 (Agency) -",
        "GAZETTE - Kupwara:",
        "Milltown:",
        "Kupwara –",
        "Kupwara front.",
        "Milltown (Jammu and Kashmir).",
        "Milltown district, Jammu and Kashmir:",
    ],
)
def test_a_text_that_names_no_place_has_that_of_its_heading(heading):
    (place,) = places(f"{heading} {TOLD}")
    assert place.upper() in ("KUPWARA", "MILLTOWN")


@pytest.mark.parametrize(
    "heading",
    [
        "NEW DELHI, May 8 (Agency) -",
        "GENEVA, May 8 (Agency) -",
        "Yesterday:",
        "Meanwhile, from our reporter:",
        "Flash:",
        "Radio Milltown:",
    ],
)
def test_a_capital_a_place_elsewhere_and_any_other_word_are_no_heading_that_tells_where(heading):
    assert places(f"{heading} {TOLD}") == [None]


def test_the_heading_s_place_is_not_that_of_what_is_told_later():
    text = "KUPWARA, May 8 - Two soldiers were killed by a mine in Sopore on Wednesday. On Tuesday police arrested four men."
    assert places(text) == ["Sopore", None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kupwara fell to the rebels on Wednesday after two soldiers were killed.", "Kupwara"),
        ("Eyewitnesses in Kupwara said police shot dead two men on Wednesday.", "Kupwara"),
        ("Two men walking back to Kupwara were shot dead on Wednesday.", "Kupwara"),
        ("A boat arrived by night in Kupwara on Wednesday, and its men shot dead two others.", "Kupwara"),
        ("Kupwara's police chief was shot dead on Wednesday.", "Kupwara"),
        ("Angry villagers of Kupwara beat a thief to death on Wednesday.", "Kupwara"),
        ('Gunmen killed two men on Wednesday, writes the "Kupwara" group.', None),
        ("Two soldiers were killed by a mine on Wednesday, Milltown reported.", None),
        ("Two men were shot dead on Wednesday and taken to a hospital in Kupwara.", None),
        ("Officials in Islamabad said police shot dead two men on Wednesday.", None),
    ],
)
def test_a_place_that_is_named_stands_in_where_the_gazetteer_has_it(text, place):
    assert places(text) == [place]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("- Kupwara (IND), 5 May: ", "- Milltown (PAK), 7 May: "),
        ("Kupwara, 5 May: ", "Milltown, 7 May: "),
        ("• Kupwara, 5 May - ", "• Milltown, 7 May - "),
        ("5 May | Kupwara | ", "7 May | Milltown | "),
        ("1. Kupwara (5 May): ", "2. Milltown (7 May): "),
        ("5 May, near Kupwara: ", "7 May, outside Milltown: "),
        ("Kupwara district: On 5 May, ", "Milltown district: On 7 May, "),
    ],
)
def test_the_head_of_an_item_of_a_list_tells_where(one, other):
    text = f"{one}gunmen shot dead two traders.\n\n{other}a mine killed three herders."
    first, second = places(text)
    assert (first.split()[0], second.split()[0]) == ("Kupwara", "Milltown")


def test_a_place_within_an_item_goes_before_that_of_its_head():
    text = "- Kupwara, 5 May: gunmen shot dead two traders in Milltown.\n- Sopore, 7 May: a mine killed three herders."
    assert places(text) == ["Milltown", "Sopore"]


@pytest.mark.parametrize("mark", ["Kupwara", "2. Kupwara (India)", "KUPWARA", "Kupwara district"])
def test_a_heading_that_is_a_name_alone_tells_where(mark):
    text = f"Sopore\n\nA mine killed three herders on 7 May.\n\n{mark}\n\nGunmen shot dead two traders on 5 May."
    first, second = places(text)
    assert (first, second.upper()) == ("Sopore", "KUPWARA")


@pytest.mark.parametrize("mark", ["Background", "New Delhi", "Kupwara remembers"])
def test_any_other_heading_tells_no_place(mark):
    text = f"Weekly digest\n\nA mine killed three herders on 7 May.\n\n{mark}\n\nGunmen shot dead two traders on 5 May."
    assert places(text) == [None, None]
