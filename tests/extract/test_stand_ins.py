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
    assert places(text) == ["Sopore", "Sopore"]


@pytest.mark.parametrize(
    "text",
    [
        "Sopore had a quiet winter. On Wednesday gunmen shot dead two teachers.",
        "The weavers of Sopore went down to the river at noon. Gunmen shot dead two of them on Wednesday.",
        "Hundreds of Sopore residents have left their homes. On Wednesday gunmen shot dead two teachers.",
        "Traders slept at Milltown beside their goods. On Wednesday gunmen shot dead two teachers.",
    ],
)
def test_an_account_without_a_place_has_that_of_the_sentence_before_it(text):
    (place,) = places(text)
    assert place in ("Sopore", "Milltown")


def test_what_is_told_without_a_place_goes_on_at_that_of_the_account_before_it():
    text = "A mine killed two soldiers in Sopore on Wednesday. Another went off under a cart on Thursday, and its driver died."
    assert places(text) == ["Sopore", "Sopore"]


@pytest.mark.parametrize(
    "text",
    [
        "The minister flew to New Delhi. On Wednesday gunmen shot dead two teachers.",
        "A doctor in Sopore said so. On Wednesday gunmen shot dead two teachers.",
        "Their truck was bound for Sopore. On Wednesday gunmen shot dead two teachers.",
    ],
)
def test_a_capital_a_speaker_s_town_and_where_somebody_goes_stand_in_for_nothing(text):
    assert places(text) == [None]


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


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Three mortar shells hit the Kashmir town of Handwara on Wednesday, killing two.", ("Handwara", "Kashmir")),
        ("In Jammu province a mine killed two men on Wednesday 5 km west of Kupwara.", ("Kupwara", "Jammu province")),
        ("An envoy pointed to Sopore, over the hills, where gunmen shot dead a guard on Tuesday.", ("Sopore",)),
        ("The closing of Sopore follows a gunfight there on Wednesday in which two soldiers died.", ("Sopore",)),
        ("On Wednesday two died in shelling by howitzers of the village of Arab Mill, north of Kupwara.", ("Arab Mill",)),
        ("A man was flung against a Marsbus on Wednesday at the bus stand of Sopore, when a grenade went off.", ("Sopore",)),
        ("NO ONE DIES AS SHELLS FALL ON HUTS - Gunmen in Sopore threw a grenade at a guard on Wednesday.", ("Sopore",)),
        (
            "Gunmen took aim at a road-building camp in Kupwara district on Wednesday and killed two drivers, "
            "a doctor of the Sopore hospital said.",
            ("Kupwara district",),
        ),
    ],
)
def test_a_place_is_read_where_more_than_a_preposition_tells_it(text, path):
    (claim,) = proposed(text).claims
    assert claim.place.value == path


def test_where_somebody_moves_and_where_a_speaker_has_an_office_is_not_the_place():
    (moving,) = proposed("Gunmen heading towards Kupwara killed two people on Wednesday.").claims
    (spoken,) = proposed("Gunmen killed two people in Pakistan on Wednesday, the mayor of Sialkot said.").claims

    assert moving.place is None
    assert spoken.place.value == ("Pakistan",)
