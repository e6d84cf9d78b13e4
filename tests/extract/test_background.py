"""What a text tells of besides its news: what came before, beside and elsewhere, each with its own day."""

import datetime as dt

import pytest
from dispatches import proposed

#: On a Tuesday, three days before the day of publication.
NEWS = "Two soldiers were killed when a bomb hit their vehicle in Marsville on Tuesday, officials said.\n\n"


def told(text):
    """What is told of besides the news of Marsville: first day, last day, place."""
    claims = proposed(NEWS + text).claims
    days = [(one.days.value.first, one.days.value.last, one.place and one.place.value[0]) for one in claims]
    news = (dt.date(2031, 5, 6), dt.date(2031, 5, 6), "Marsville")
    assert news in days
    return [one for one in days if one != news]


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "It was the worst attack since March, when 40 people died in a raid on a wedding in Tankton.",
            "2031-03-01",
            "2031-03-31",
        ),
        (
            "The blast was the deadliest since gunmen stormed a post in Tankton on 20 April, killing six.",
            "2031-04-20",
            "2031-04-20",
        ),
        ("Tuesday's attack followed the killing of three labourers in Tankton on Sunday.", "2031-05-04", "2031-05-04"),
        ("The attack comes barely two weeks after a raid in Tankton killed nine guards.", "2031-04-22", "2031-04-22"),
        ("In one of the deadliest raids, gunmen killed 60 people in Tankton in January.", "2031-01-01", "2031-01-31"),
        ("In the first week of May, jets bombed two hideouts in Tankton, killing eight.", "2031-05-01", "2031-05-07"),
        ("A year ago, gunmen killed 25 soldiers in an attack on a base in Tankton.", "2030-01-01", "2030-12-31"),
        ("Last year, 31 people died when a suicide bomber struck a mosque in Tankton.", "2030-01-01", "2030-12-31"),
        ("The January 2030 bombing of a school in Tankton killed 84 people.", "2030-01-01", "2030-01-31"),
        ("At the end of last month a judge was kidnapped in Tankton.", "2031-04-21", "2031-04-30"),
        ("Tankton, Sunday: a mine blew up under a tractor, killing the driver.", "2031-05-04", "2031-05-04"),
        ("The most recent one, on 30 April, left three rangers dead in Tankton.", "2031-04-30", "2031-04-30"),
        ("On Monday the army announced the arrest in Tankton of five men.", "2031-05-05", "2031-05-05"),
        ("The soldiers had come from Tankton, where gunmen had killed four traders on Saturday.", "2031-05-03", "2031-05-03"),
        ("On Wednesday the guns spoke again.  Rockets landed in Tankton, killing a farmer.", "2031-05-07", "2031-05-07"),
        (
            "Last month, gunmen shot dead a teacher in Tankton. The month before, a drone killed two there.",
            "2031-04-01",
            "2031-04-30",
        ),
    ],
)
def test_what_a_text_goes_back_to_is_told_with_its_day(text, first, last):
    assert (day(first), day(last), "Tankton") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "An attack on a school in Tankton was foiled on Monday, police said.",
        "Rights groups say that 45 people were killed in drone strikes in Tankton between January and April.",
        "Two men were charged on Monday with the murder of three tourists in Tankton.",
        "Security was tightened in Tankton ahead of a rally planned for Friday.",
        "Soldiers held a drill in Tankton on Monday, firing artillery shells.",
        "Troops fired artillery shells in Tankton on Monday during a joint exercise.",
        "Raiders have stepped up attacks since the government ended a truce last November.",
        "The wounded were taken to Tankton, where one of them died on Wednesday.",
        "The Syrian pound was little moved in Tankton on Monday.",
        "The ministry in Tankton handed over a protest note on Monday.",
        '"They bombed our homes," said a man who had fled to Tankton.',
        "The attack comes barely a week after the governor toured Tankton and called it calm.",
        "The victims had gone to fetch wood near Tankton when one of them stepped on the device.",
    ],
)
def test_what_is_no_incident_of_its_own_is_not_told(text):
    assert not told(text)


def test_a_day_without_an_event_dates_that_of_the_next_sentence_alone():
    text = "On Wednesday a convoy set out between Tankton and Milltown. Nine soldiers were killed, the staff said."
    assert [one[:2] for one in told(text)] == [(day("2031-05-07"), day("2031-05-07"))]


def test_the_day_of_a_truce_is_not_that_of_an_attack():
    (claim,) = proposed("A shepherd was shot dead near Marsville despite a November 2024 truce, police said.").claims
    assert claim.days.value.first is None


def test_what_came_weeks_after_something_has_not_its_day():
    ((first, _, place),) = told("The attack came weeks after gunmen killed 11 traders in Tankton.")
    assert (first, place) == (None, "Tankton")


def test_a_day_that_an_attack_came_after_counts_from_the_attack_whatever_else_was_told():
    text = (
        "An elder said that he had seen strangers on Sunday. The attack came four days after gunmen killed a judge in Tankton."
    )
    assert told(text) == [(day("2031-05-02"), day("2031-05-02"), "Tankton")]


def test_each_item_that_a_day_heads_is_of_itself():
    text = (
        "The week was calmer than the one before it.\n\n"
        "- Tankton (north), 28 April: raiders attacked the post. Four guards died.\n"
        "- Milltown (south), 29 April: a lorry of the weekly convoy hit a mine. Six traders were killed.\n"
        "- Hillford (south), 30 April: the elders met for talks. Nine people took part."
    )
    days = [(one.days.value.first.day, [count.value.low for count in one.counts]) for one in proposed(text).claims]
    assert days == [(28, [4]), (29, [6])]


def test_news_without_a_day_takes_in_nothing_of_years_ago():
    text = (
        "Three guards were killed in a bomb attack near the border, a newspaper reported on Wednesday.\n\n"
        "In January 2024, jets struck two camps in Tankton with missiles; two children were killed."
    )
    first, second = proposed(text).claims
    assert [count.value.low for count in first.counts] == [3]
    assert (second.days.value.first, second.place.value[0]) == (day("2024-01-01"), "Tankton")


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "In Tankton, where raiders had killed two soldiers in March, guards shot four smugglers dead on Monday.",
            ("2031-03-01", "2031-03-31"),
            ("2031-05-05", "2031-05-05"),
        ),
        (
            "The worst raid since 20 April, when rebels killed four farmers in Tankton, left nine dead in Tankton on Sunday.",
            ("2031-04-20", "2031-04-20"),
            ("2031-05-04", "2031-05-04"),
        ),
    ],
)
def test_a_sentence_comes_back_to_its_own_from_what_it_tells_aside(text, first, second):
    assert sorted(told(text)) == [(day(first[0]), day(first[1]), "Tankton"), (day(second[0]), day(second[1]), "Tankton")]


@pytest.mark.parametrize(
    "text",
    [
        "A blast due to an old shell killed two women in Tankton on Monday.",
        "A drone strike killed five soldiers in Tankton on Monday during a military exercise.",
        "Two blasts in Tankton killed four people on Monday and a visit was postponed.",
    ],
)
def test_what_happened_is_told_whatever_was_due_or_put_off(text):
    assert told(text) == [(day("2031-05-05"), day("2031-05-05"), "Tankton")]


@pytest.mark.parametrize(
    "text",
    [
        "The border force held a sports meet for youths in Tankton on Monday.",
        "Leaflets were dropped from planes over Tankton on Monday.",
        "A snake was spotted and removed from a school in Tankton on Monday.",
        "Customs seized fuel and cash worth millions in Tankton on Monday.",
        "Soldiers raised the national flag in Tankton on Monday.",
        "Pilgrims flocked onto the streets of Tankton on Monday.",
        "The trade agreement was signed in Tankton on Monday.",
        "The army executed a search in Tankton on Monday.",
        "The minister met his fate at the polls in Tankton on Monday.",
        "The United movement captured Tankton in the election on Monday.",
    ],
)
def test_what_offices_and_people_do_every_day_is_no_incident(text):
    assert not told(text)
