"""How sure a value is, by the signs that speak for it."""

import pytest
from dispatches import proposed

from geomap.extract import ASSERTED, measured, sort_of, sure_of

WHOLE = "Gunmen attacked an army post with mortars in Marsville on Wednesday, killing two soldiers."
ALL = {"told whole", "undisputed", "detailed", "uncredited"}


def signs(text, field="days"):
    """The signs that speak for a value of the first claim."""
    said = dict(proposed(text).claims[0].values)[field]
    return set(said.rule.partition("; ")[2].split(", ")) - {""}


def test_a_sentence_that_tells_an_event_whole_and_alone_is_asserted():
    said = dict(proposed(WHOLE).claims[0].values)
    for field in ("days", "place", "counts[0]", "weapons[0]"):
        assert signs(WHOLE, field) == ALL
    assert said["days"].sure >= ASSERTED
    assert said["place"].sure >= ASSERTED


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Gunmen attacked an army post with mortars on Wednesday. It lies in Marsville.", "days"),
        ("Gunmen attacked an army post in Marsville with mortars. The attack came on Wednesday.", "days"),
        ("Gunmen attacked an army post in Marsville with mortars last week.", "days"),
        ("Gunmen attacked army posts in Marsville and in Oldland with mortars on Wednesday.", "place"),
        ("Fighters stormed into Marsville on Wednesday and attacked an army post with mortars.", "place"),
        ("The attack with mortars on an army post was in Marsville on Wednesday.", "days"),
        (
            "Gunmen attacked a post in Marsville district with mortars on Wednesday. It was in Oldland, Marsville district.",
            "days",
        ),
        (
            "Gunmen attacked a post with mortars in the night between Tuesday and Wednesday. "
            "They killed two soldiers in Marsville on Wednesday.",
            "place",
        ),
    ],
    ids=["no place", "another sentence", "a week", "two places", "on the way", "no news", "a finer place", "a shorter day"],
)
def test_a_sentence_that_does_not_say_what_when_and_where_tells_nothing_whole(text, field):
    assert "told whole" not in signs(text, field)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (f"{WHOLE} The mortars fell on Wednesday and the attack ended on Thursday.", "days"),
        (f"{WHOLE} The shelling hit a school in Oldland.", "place"),
        (f"{WHOLE} Three soldiers were killed in the attack, the army said.", "counts[0]"),
        (f"{WHOLE} The shelling hit a school in Oldland.", "targets[0]"),
    ],
)
def test_a_value_beside_another_is_disputed(text, field):
    assert signs(WHOLE, field) == ALL
    assert "undisputed" not in signs(text, field)


def test_an_account_without_weapon_and_target_is_not_detailed():
    assert "detailed" not in signs("Clashes broke out in Marsville on Wednesday.")


def test_what_somebody_is_credited_with_is_not_uncredited():
    text = f"{WHOLE[:-1]}, and the mayor said that five people were injured."
    credited = [said for _, said in proposed(text).claims[0].values if said.attributed_to]
    assert credited
    assert not any("uncredited" in said.rule for said in credited)


def test_a_value_that_no_words_give_has_no_sign():
    (claim,) = proposed("Gunmen attacked an army post in Marsville with mortars.").claims
    assert (claim.days.spans, claim.days.rule) == ((), "day: dateline")


def test_days_and_places_are_surest_where_every_sign_speaks_for_them():
    for value in ("day", "place"):
        shares = [right / given for (name, _), (right, given) in sorted(measured().items()) if name == value and given >= 10]
        assert len(shares) >= 3
        assert shares[-1] == max(shares) >= 0.94
    assert all(0 <= right <= given and 0 <= signs <= len(ALL) for (_, signs), (right, given) in measured().items())


def test_what_was_never_measured_is_doubtful():
    assert sort_of("count: passive; undisputed, detailed") == ("count", 2)
    assert sure_of("something that was never measured") < ASSERTED


def test_one_wrong_is_added_to_what_was_measured():
    right, given = measured()["statement", 4]
    assert sure_of("statement: road; told whole, undisputed, detailed, uncredited") == round(right / (given + 1), 2)
