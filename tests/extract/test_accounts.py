"""Which sentences tell of one incident, and what an account takes from each."""

import datetime as dt

import pytest
from dispatches import PUBLISHED, pieces, proposed, proposer, words

from geomap.extract.located import Rows
from geomap.extract.published import dateline_of
from geomap.extract.stand_ins import stand_in
from geomap.extract.text import read


def accounts(text, published=PUBLISHED):
    found = read(text)
    read_so = proposer().reader.accounts(found, published, dateline_of(found))
    stand_in(read_so, found, Rows(proposer().gazetteer, proposer().home))
    return read_so


def told(text):
    """Kind, day of May, place and dead of each account."""
    return [
        (
            a.best_trigger().kind,
            a.day.first.day if a.day and a.day.first else None,
            a.place.name if a.place else None,
            [c.low for c, _ in a.counts if c.of == "killed"],
        )
        for a in accounts(text)
    ]


def test_sentences_about_one_attack_are_one_account():
    text = (
        "Two soldiers were killed when gunmen attacked a checkpoint in Marsville on Wednesday. "
        "Three soldiers were injured in the attack. The attackers fled."
    )
    (one,) = accounts(text)
    assert len(one.pieces) >= 2
    assert told(text) == [("Armed clash", 7, "Marsville", [2])]


def test_a_sentence_that_tells_of_two_attacks_is_two_accounts():
    text = "Two soldiers were killed in Marsville on Monday, while three policemen were shot dead in Oldland on Wednesday."
    assert [(day, place, dead) for _, day, place, dead in told(text)] == [(5, "Marsville", [2]), (7, "Oldland", [3])]


def test_a_sentence_that_lists_places_and_days_is_an_account_for_each():
    text = "Gunmen attacked checkpoints in Marsville on Monday, in Oldland on Tuesday and in Newland on Wednesday."
    assert [(day, place) for _, day, place, _ in told(text)] == [(5, "Marsville"), (6, "Oldland"), (7, "Newland")]


def test_another_incident_elsewhere_is_another_account():
    text = (
        "Two soldiers were killed when gunmen attacked a checkpoint in Marsville on Wednesday.\n\n"
        "In a separate attack, gunmen shot dead three policemen in Oldland on Tuesday."
    )
    assert [(day, place, dead) for _, day, place, dead in told(text)] == [(7, "Marsville", [2]), (6, "Oldland", [3])]


def test_background_that_sums_up_years_is_no_account():
    text = (
        "Two soldiers were killed when gunmen attacked a checkpoint in Marsville on Wednesday.\n\n"
        "More than 1,200 people have been killed in the region since the start of the insurgency."
    )
    assert told(text) == [("Armed clash", 7, "Marsville", [2])]


def test_a_part_of_the_dead_and_a_rising_toll_are_no_further_dead():
    text = (
        "Seven people were killed when a bomb exploded in Marsville on Wednesday. "
        "Three women were among those killed. The death toll later rose to nine."
    )
    assert [dead for *_, dead in told(text)] == [[9]]


def test_a_relative_day_counts_from_the_day_before_it():
    text = (
        "Soldiers attacked a camp in Marsville on Wednesday.\n\n"
        "The day before, gunmen had shot dead three policemen in Oldland."
    )
    claims = proposed(text).claims
    assert [c.days.value.first for c in claims] == [dt.date(2031, 5, 7), dt.date(2031, 5, 6)]
    assert words(text, claims[1].days) == ["on Wednesday", "The day before"]


def test_an_account_without_a_day_has_that_of_the_first_unless_it_is_of_earlier():
    text = "Gunmen attacked a checkpoint in Marsville on Wednesday.\n\nTroops arrested five suspects in Oldland."
    assert [day for _, day, *_ in told(text)] == [7, 7]
    earlier = text.replace("Troops arrested", "Years ago troops arrested")
    assert [day for _, day, *_ in told(earlier)] in ([7], [7, None])


def test_the_same_district_is_that_of_the_first():
    text = (
        "Gunmen attacked a checkpoint in Marsville, Newland district, on Wednesday.\n\n"
        "In a separate attack in the same district, gunmen shot dead three policemen on Tuesday."
    )
    assert [place for _, _, place, _ in told(text)] == ["Marsville", "Newland"]


def test_what_states_do_after_an_attack_is_no_place_or_day_of_it():
    text = "India summoned an envoy on Thursday after gunmen shot dead three policemen in Marsville on Monday."
    assert [p.plain.split()[0] for p in pieces(text)] == ["india", "after"]
    attack = [one for one in told(text) if one[2] == "Marsville"]
    assert [(day, dead) for _, day, _, dead in attack] == [(5, [3])]


def test_a_text_without_incidents_has_no_account():
    assert accounts("The two sides agreed to meet in Marsville. Talks were calm.") == []
    assert proposed("The two sides agreed to meet in Marsville.").article.no_claims == "none found"


def test_a_part_of_the_dead_that_somebody_else_tells_of_is_no_further_count():
    text = (
        "Seven people were killed when a bomb exploded in Marsville on Wednesday, police said. "
        "Three soldiers were killed in the blast, a doctor said."
    )
    assert [dead for *_, dead in told(text)] == [[7]]


def test_two_tolls_of_two_speakers_stand_side_by_side_and_a_later_one_of_the_same_replaces():
    text = "Gunmen attacked a post in Marsville on Wednesday. The army said two soldiers were killed. "
    assert [dead for *_, dead in told(text + "The rebels put the number of dead at 17.")] == [[2, 17]]
    assert [dead for *_, dead in told(text + "The army later put the number of dead at three.")] == [[3]]


def test_people_of_another_kind_are_a_count_of_their_own_though_they_are_fewer():
    text = (
        "Gunmen attacked a post in Marsville on Wednesday. Five soldiers were killed. Two teachers were killed in the attack."
    )
    assert [dead for *_, dead in told(text)] == [[5, 2]]


def test_a_town_takes_the_place_of_its_province():
    text = "Two soldiers were killed in an attack in Newland province on Wednesday. Gunmen attacked them in Marsville."
    assert [place for _, _, place, _ in told(text)] == ["Marsville"]


def test_another_day_is_another_account_though_the_place_is_the_same():
    text = (
        "Gunmen shot dead two soldiers in Marsville on Monday.\n\nGunmen shot dead three policemen in Marsville on Wednesday."
    )
    assert [(day, dead) for _, day, _, dead in told(text)] == [(5, [2]), (7, [3])]


def test_what_is_called_separate_is_another_account_though_nothing_else_tells_them_apart():
    text = (
        "Gunmen shot dead two soldiers in Marsville on Wednesday.\n\n"
        "In a separate attack, gunmen shot dead three policemen on Wednesday."
    )
    assert [dead for *_, dead in told(text)] == [[2], [3]]


def test_attacks_that_happened_often_are_no_account():
    text = (
        "Gunmen shot dead two soldiers in Marsville on Wednesday.\n\n"
        "Gunmen often attack soldiers in Oldland and have killed 40 people there since 2019."
    )
    assert [place for _, _, place, _ in told(text)] == ["Marsville"]


def test_diplomacy_alone_is_no_account_unless_the_text_begins_with_what_was_done():
    assert told("The peace agreement was praised in Marsville on Monday.") == []
    signed = "India and Pakistan signed a peace agreement in Marsville on Monday."
    assert [one[0] for one in told(signed)] == ["Agreement"]
    assert told(f"The minister spoke for an hour about roads, schools and the price of bread in the town. {signed}") == []


def test_a_day_later_counts_from_the_day_before_it():
    text = "On Tuesday, gunmen killed two traders in Marsville. The following day, a mine killed a boy in Oldland."
    claims = proposed(text).claims
    assert [claim.days.value.first.day for claim in claims] == [6, 7]
    (claim,) = proposed("Police said on Tuesday that gunmen had killed two villagers in Marsville the previous day.").claims
    assert claim.days.value.first.day == 5


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("A day later shells fell on Oldland, killing three.", 5),
        ("One day later, shells fell on Oldland, killing three.", 5),
        ("A day after the raid, shells fell on Oldland, killing three.", 5),
        ("Shells fell on Oldland a day after the raid, killing three.", 5),
        ("Two days later, gunmen shot dead three policemen in Oldland.", 6),
        ("Gunmen shot dead three policemen in Oldland two days later.", 6),
        ("Three days after that, gunmen shot dead three policemen in Oldland.", 7),
        ("A week later gunmen shot dead three policemen in Oldland.", 11),
        ("The day before, gunmen shot dead three policemen in Oldland.", 3),
        ("Two days earlier, gunmen shot dead three policemen in Oldland.", 2),
        ("Three days before the attack, gunmen shot dead three policemen in Oldland.", 1),
    ],
)
def test_what_came_later_goes_on_from_the_day_before_it_and_what_came_earlier_goes_back(words, wanted):
    first = "Two traders were killed in Marsville on May 4."
    claims = proposed(f"{first} {words}", published=dt.date(2031, 5, 20)).claims
    assert [claim.days.value.first.day for claim in claims] == [4, wanted]
    again = proposed(f"{first} {words} Two days later, a mine killed a boy in Newland.", published=dt.date(2031, 5, 20)).claims
    assert again[2].days.value.first.day == wanted + 2


def test_a_day_that_counts_from_no_day_that_is_known_is_none():
    for text in (
        "Two days later, gunmen shot dead three policemen in Oldland.",
        "Gunmen killed two traders in Marsville in April. A week later, a mine killed a boy in Oldland.",
        "Gunmen killed two traders in Marsville on May 7. A week later, a mine killed a boy in Oldland.",
        "Gunmen shot dead three policemen in Oldland, a day after rebels killed two traders in Marsville.",
    ):
        assert proposed(text).claims[-1].days.value.first is None


def test_a_day_after_which_something_is_told_goes_back_to_it():
    text = "Gunmen shot dead three policemen in Oldland on Tuesday, a day after rebels killed two traders in Marsville."
    assert [claim.days.value.first.day for claim in proposed(text).claims] == [6, 5]


DIGEST = """{title}

4 May - Zalambessa: shelling. Fatalities: 4-6
5 May - Kupwara: ambush. Fatalities: 2. Injured: 3
6 May - Baramulla: drone strike. Killed: none
"""


@pytest.mark.parametrize("title", ["Weekly incident digest", "Kupwara: Weekly incident digest", "Daily Situation Report"])
def test_each_item_of_a_list_is_an_account_with_its_place_and_its_people(title):
    claims = proposed(DIGEST.format(title=title)).claims
    assert [(c.days.value.first.day, c.place.value) for c in claims] == [
        (4, ("Zalambessa",)),
        (5, ("Kupwara",)),
        (6, ("Baramulla",)),
    ]
    assert [[(c.value.of, c.value.low, c.value.high) for c in claim.counts] for claim in claims] == [
        [("killed", 4, 6)],
        [("killed", 2, 2), ("injured", 3, 3)],
        [("killed", 0, 0)],
    ]


@pytest.mark.parametrize("title", ["Weekly incident digest", "Daily Situation Report", "Update", "Summary of Incidents"])
def test_a_word_for_a_report_is_no_place(title):
    (claim,) = proposed(f"{title}\n\nTwo men were killed in a clash on 4 May.\n\nThe road was closed.").claims
    assert claim.place is None


def test_two_clauses_joined_by_and_are_two_accounts_where_each_has_its_people():
    text = "A policeman was killed in Marsville on Monday and two traders were abducted in Oldland on Tuesday."
    assert [(kind, day, place) for kind, day, place, _ in told(text)] == [
        ("Armed clash", 5, "Marsville"),
        ("Abduction/forced disappearance", 6, "Oldland"),
    ]


def test_an_answer_to_an_attack_is_an_account_of_its_own():
    text = (
        "The army shelled Marsville on Monday, killing three civilians. "
        "In retaliation, rebels fired rockets, wounding two women."
    )
    assert [dead for *_, dead in told(text)] == [[3], []]


def test_each_line_of_a_list_by_the_clock_is_an_account():
    text = "At 11:50, they shelled a barracks in Marsville. At 16:30, they shelled a second one, wounding two soldiers."
    assert len(told(text)) == 2


def test_a_dated_sentence_is_not_of_an_account_that_shares_another_day():
    text = (
        "A missile hit Marsville on Thursday, killing a farmer. Aircraft later bombed Oldland. "
        "On 1 May a rocket hit a clinic and killed two paramedics."
    )
    assert [(day, dead) for _, day, _, dead in told(text)] == [(8, [1]), (8, []), (1, [2])]


def test_those_who_were_killed_in_a_blast_told_by_the_way_died_of_it():
    text = "Police arrested two men on Friday over Tuesday's blast near Marsville, which killed a lorry driver."
    assert [kind for kind, *_ in told(text)] == ["Arrests", "Remote explosive/landmine/IED"]


@pytest.mark.parametrize("people", ["two traders of Oldland", "two traders from Oldland", "two residents of Oldland"])
def test_a_place_of_the_sentence_itself_comes_before_one_of_the_next(people):
    text = f"Gunmen seized {people} on Wednesday. Shops stayed closed in Marsville."
    assert [(day, place) for _, day, place, _ in told(text)] == [(7, "Oldland")]


def test_there_is_where_the_first_account_took_place():
    text = (
        "Gunmen killed two soldiers in Marsville on Wednesday.\n\nOn Monday, gunmen had shot dead three traders there.\n\n"
        "There were no arrests."
    )
    assert [(day, place) for _, day, place, _ in told(text)] == [(7, "Marsville"), (5, "Marsville")]


def test_the_first_account_takes_the_day_that_was_named_before_it():
    text = (
        "On Tuesday a crowd came.\n\nSome of them sang, and others stood silent.\n\nNobody stopped the crowd.\n\n"
        "Then soldiers shot dead a boy."
    )
    assert [day for _, day, _, _ in told(text)] == [6]


def test_a_first_account_with_the_day_on_which_it_was_told_takes_no_other():
    text = "On Tuesday a crowd came.\n\nNobody stopped it.\n\nMen sang.\n\nSoldiers shot dead a boy, the army said on Thursday."
    assert [day for _, day, _, _ in told(text)] == [None]


def test_a_year_in_a_later_sentence_dates_something_else():
    text = "Gunmen killed two soldiers in Marsville. The group, which fought a war against the army in 2006, said nothing."
    assert [a.day for a in accounts(text)] == [None]


@pytest.mark.parametrize(("when", "day"), [("before noon", 7), ("before", None)])
def test_a_time_of_the_day_is_not_earlier(when, day):
    text = f"Gunmen killed two soldiers in Marsville on Wednesday. Raiders had shot dead three men in Oldland shortly {when}."
    assert [day for _, day, _, _ in told(text)] == [7, day]


@pytest.mark.parametrize(
    "strikes", ["carried out air strikes on", "launched rocket attacks on", "conducted a strike against", "staged a raid on"]
)
def test_what_an_army_carried_out_elsewhere_is_an_incident_of_its_own(strikes):
    text = (
        "Armed men on motorcycles killed 14 villagers in Marsville on Sunday, the mayor said.\n\n"
        f"The army said on Monday it had {strikes} a camp in the Oldland forest, killing a dozen fighters."
    )
    assert [[c.value.low for c in claim.counts] for claim in proposed(text).claims] == [[14], [12]]
    same = "Gunmen attacked a post in Marsville on Sunday. The men who carried out the attack on the post killed 14 villagers."
    assert [[c.value.low for c in claim.counts] for claim in proposed(same).claims] == [[14]]


@pytest.mark.parametrize(
    ("before", "dated"),
    [
        ("The prime minister visited Marsville on Tuesday. Earlier, gunmen had shot dead a trader near Oldland.", False),
        ("Rain fell on Tuesday." + " Roads closed." * 6 + " Gunmen shot dead a trader near Oldland.", False),
        ("Police gave details of the events of Tuesday. Gunmen shot dead a trader near Oldland.", True),
    ],
)
def test_a_day_before_the_first_account_dates_it_only_where_it_is_near_and_nothing_says_earlier(before, dated):
    (claim,) = proposed(before).claims
    assert (claim.days.value.first is not None) == dated


def test_where_an_attack_took_place_is_finer_than_the_district_named_before():
    text = "Gunmen shot dead eight men in Oldland district. They were tied. The attack took place on Tuesday in Marsville."
    (claim,) = proposed(text).claims
    assert claim.place.value == ("Marsville", "Oldland district")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Two traders were killed in Marsville on May 4. Three days after, gunmen shot dead three policemen in Oldland.", 7),
        ("Two traders were killed in Marsville on May 4. Gunmen shot dead three policemen in Oldland the day after.", 5),
        ("Two traders were killed in Marsville on May 4. That came three days after gunmen shot dead a man in Oldland.", 1),
        ("Two traders were killed in Marsville on May 4. Gunmen had shot dead a man in Oldland the evening before.", 3),
        ("Two traders were killed in Marsville on May 4. Hours later gunmen shot dead a man in Oldland.", 4),
    ],
)
def test_what_came_after_goes_on_and_what_something_came_after_goes_back(words, wanted):
    claims = proposed(words, published=dt.date(2031, 5, 20)).claims
    assert [claim.days.value.first.day for claim in claims] == [4, wanted]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("Rebels have shelled villages in Marsville since Wednesday.", 7, 9),
        ("Police have arrested nine men in Marsville since the weekend.", 3, 9),
        ("Gunmen attacked Marsville, held by the army since Monday, on Wednesday.", 7, 7),
    ],
)
def test_what_goes_on_since_a_day_lasts_from_it_to_publication(words, first, last):
    (claim,) = proposed(words).claims
    assert (claim.days.value.first, claim.days.value.last) == (dt.date(2031, 5, first), dt.date(2031, 5, last))


def test_a_toll_elsewhere_is_another_account_though_it_is_called_an_attack_on_somebody_known():
    text = (
        "On Monday rebels stormed a police post in Marsville. The raid follows the country's worst attack in years, in which "
        "two bombs killed 84 people at a fair in Newland."
    )

    assert [account.place.name for account in accounts(text)] == ["Marsville", "Newland"]


def test_a_shell_that_falls_in_the_fight_that_is_told_is_a_part_of_it():
    text = "On Monday troops fought rebels in Marsville. A shell hit a house in Newland during the fighting, killing a woman."

    assert len(accounts(text)) == 1


def test_what_somebody_spoke_of_before_did_not_happen_after_that():
    text = (
        "The army said on 1 February that four of its soldiers had been killed in Marsville district. In April, the Front "
        "claimed responsibility for a suicide bombing in Marsville district."
    )
    days = [(account.day.first, account.day.last) if account.day else None for account in accounts(text)]

    assert days == [None, (dt.date(2031, 4, 1), dt.date(2031, 4, 30))]


def test_an_attack_in_two_countries_is_an_account_for_each_and_a_toll_is_of_both_together():
    text = "On Monday the army answered with missile strikes on Syria and rebel-held northern Iraq."
    assert [account.place.name for account in accounts(text)] == ["Syria", "Iraq"]

    text = "On Monday the army fired missiles at Syria and Iraq, killing nine people."
    assert [account.place.name for account in accounts(text)] == ["Syria"]


def test_a_protest_and_what_it_is_about_are_told_apart_by_kind_though_day_and_place_are_the_same():
    text = (
        "On Monday missiles hit Marsville.\n\nOn Wednesday hundreds of people held a rally in Newland.\n\n"
        "Hundreds of people held a rally in Marsville on Monday to condemn the army's missile strikes."
    )
    assert [kind for kind, *_ in told(text)] == ["Shelling/artillery/missile attack", "Peaceful protest", "Peaceful protest"]


def test_background_of_a_year_is_an_account_where_it_has_a_place():
    text = (
        "On Monday police arrested a man in Newland, accusing him of targeting clerics.\n\n"
        "The cleric escaped an assassination attempt in Marsville in 2019."
    )
    assert [(kind, place) for kind, _, place, _ in told(text)] == [("Arrests", "Newland"), ("Attack", "Marsville")]
    assert len(accounts("On Monday police arrested a man in Newland. Attacks shook the province in 2019.")) == 1


def test_what_came_next_elsewhere_is_another_account():
    text = "On Monday the army shelled rebel camps in Syria. Next, rebels attacked an army post in Iraq."

    assert [account.place.name for account in accounts(text)] == ["Syria", "Iraq"]


def test_a_dated_attack_somewhere_is_not_that_of_which_only_the_country_is_known():
    text = (
        "On Monday a bomb killed two soldiers in Newland.\n\nMeanwhile, troops fought rebels in Syria.\n\n"
        "Police arrested three men in Oldtown on Tuesday.\n\n"
        "In April, gunmen killed 14 people in Marsville district."
    )
    assert [(place, dead) for _, _, place, dead in told(text)] == [
        *(("Newland", [2]), ("Syria", []), ("Oldtown", [])),
        ("Marsville", [14]),
    ]


def test_an_answer_near_the_border_is_another_account():
    text = (
        "On Monday missiles hit Marsville. The army responded by a targeted assassination of a colonel near the Indian border. "
        "Two of his guards were killed."
    )

    assert [kind for kind, *_ in told(text)] == ["Shelling/artillery/missile attack", "Armed clash"]


@pytest.mark.parametrize(
    ("more", "day", "place"),
    [
        ("Nine others were caught in Oldland on Monday.", 5, "Oldland"),
        ("The same befell a carter last Friday in Oldland.", 2, "Oldland"),
        ("A nurse in Oldland had met the same end on Tuesday.", 6, "Oldland"),
        ("A third group was less lucky in Oldland on Tuesday.", 6, "Oldland"),
    ],
)
def test_what_is_told_as_the_like_of_what_was_told_before_is_of_its_kind(more, day, place):
    first = "Police arrested four men in Marsville on Wednesday."
    assert [(kind, on, at) for kind, on, at, _ in told(f"{first} {more}")] == [
        ("Arrests", 7, "Marsville"),
        ("Arrests", day, place),
    ]


@pytest.mark.parametrize(
    "more",
    [
        "Nine others were honoured in Oldland on Monday.",
        "Another minister visited Oldland on Tuesday.",
        "The same law was signed in Oldland.",
        "Two others were caught on Wednesday in Marsville.",
    ],
)
def test_what_is_not_the_like_of_it_is_no_incident(more):
    assert [at for *_, at, _ in told(f"Police arrested four men in Marsville on Wednesday. {more}")] == ["Marsville"]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Police arrested four men in Marsville on Monday and two more in Oldland the day after.", 6),
        ("Gunmen shot dead a driver near Marsville on Monday and, close to Oldland on Friday, set fire to a lorry.", 9),
        ("In Marsville, two labourers were killed by shells on Monday; in Oldland a driver was hurt.", 5),
        ("The bombing of Marsville on Monday came four days after a suicide bomber had blown himself up in Oldland.", 1),
        ("While rebels shelled Marsville on Monday, soldiers arrested six men in Oldland.", 5),
        ("Gunmen attacked Marsville on Monday and Oldland on Tuesday, killing two guards and a trader.", 6),
        ("Two drivers were shot dead in Marsville on Monday; last Friday a trader suffered the same fate in Oldland.", 2),
        ("Two guards died in Marsville on Monday in a raid that followed the abduction of a trader in Oldland on Sunday.", 4),
        ("Gunmen who killed two guards in Marsville on Monday are those who abducted a priest in Oldland on Sunday.", 4),
        ("Gunmen attacked a bus in Marsville on Monday, and on Tuesday the president met reporters in Oldland.", None),
        ("Two men were shot dead in Marsville on Monday, and their funeral was held in Oldland on Tuesday.", None),
    ],
)
def test_events_side_by_side_in_a_sentence_are_told_apart(text, other):
    assert [(day, at) for _, day, at, _ in told(text)] == [(5, "Marsville"), *([(other, "Oldland")] if other else [])]


def test_what_came_when_a_quiet_time_began_is_told():
    assert told("The road has been quiet since Monday, when gunmen ambushed a convoy near Marsville.") == [
        ("Armed clash", 5, "Marsville", [])
    ]


def test_a_short_sentence_before_the_first_account_says_when_it_was():
    text = "The raiders came at noon. It was Monday. Three planters were shot dead. On Tuesday gunmen attacked Oldland."
    assert [(day, place) for _, day, place, _ in told(text)] == [(5, None), (6, "Oldland")]


def test_the_first_part_of_a_sentence_says_when_and_where_the_second_was():
    text = (
        "The clashes in that valley ended on Monday; 14 persons were killed. "
        "In the meantime, on Tuesday, rebels set fire to six lorries in Oldland."
    )
    assert [(day, place) for _, day, place, _ in told(text)] == [(5, None), (6, "Oldland")]


def test_a_find_between_two_places_and_a_text_that_is_all_title_are_told():
    (way,) = accounts("Soldiers found and dismantled, in the valley between Marsville and Oldland, a rocket launcher.")
    assert way.way
    assert not way.place
    assert told("Four soldiers wounded in artillery fire on Marsville (local radio)")[0][2] == "Marsville"


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        (
            "Four farmers shot dead in Marsville\nThe incident took place on Tuesday at noon. Police look for three men.",
            6,
            "Marsville",
        ),
        ("Four farmers shot dead\nIt happened in Marsville on Tuesday. Police look for three men.", 6, "Marsville"),
        ("The market had just opened in Marsville. It was Tuesday. A bomb went off, killing nine.", 6, "Marsville"),
        (
            "Six rebels were shot dead, the army said on Thursday. The clash took place in Marsville two days before.",
            6,
            "Marsville",
        ),
    ],
)
def test_a_title_and_sentences_that_set_the_scene_say_what_when_and_where(text, day, place):
    assert [(on, at) for _, on, at, _ in told(text)] == [(day, place)]


def test_a_similar_attack_before_is_another_one_than_that_of_which_somebody_spoke_on_a_day():
    text = (
        "The army said on 1 April that four of its soldiers had been killed in Marsville. After a similar ambush in January "
        "that killed five soldiers in Marsville, the minister called for calm."
    )
    assert [dead for *_, dead in told(text)] == [[4], [5]]


def test_what_a_year_brought_is_no_account():
    assert not accounts("The council met on Monday. Last year 14 people were shot dead on the roads of Marsville.")


@pytest.mark.parametrize(
    "text",
    [
        "Three woodcutters were killed on Monday in Oldland district. "
        "The victims had gone to collect firewood outside Marsville when one of them stepped on a mine.",
        "Gunmen abducted five traders in Oldland district on Monday. "
        "The traders were on their way to market when armed men stopped them at Marsville.",
        "Two herders died in a drone strike in Oldland district on Monday. The missile hit a tent close to Marsville.",
        "Soldiers clashed with rebels in Oldland district on Monday. Suspicious movement was noticed near Marsville.",
        "Clash in Marsville leaves three dead\n\nThree soldiers were killed in a clash in Oldland district on Monday.",
    ],
)
def test_a_finer_place_of_what_goes_on_is_where_it_was(text):
    (one,) = accounts(text)
    assert one.place.name == "Marsville"


@pytest.mark.parametrize(
    "text",
    [
        "Three woodcutters were killed by a mine on Monday in Oldland district. In Marsville, a market opened.",
        "Three woodcutters were killed by a mine on Monday in Oldland district. Two hikers were shot dead in Marsville.",
        "Three woodcutters were killed by a mine on Monday in Oldland district. The minister opened a school in Marsville.",
    ],
)
def test_a_place_of_something_else_narrows_no_district(text):
    assert accounts(text)[0].place.name == "Oldland"


@pytest.mark.parametrize(
    "last",
    [
        "On 20 April a grenade wounded four people in the same town.",
        "On 20 April, gunmen raided the village and killed four people.",
        "On 20 April, a grenade wounded four people there.",
        "On 20 April, gunmen attacked the same community and killed four people.",
    ],
)
def test_the_same_town_is_the_one_that_was_named_last(last):
    text = f"Gunmen shot dead two traders in Oldland on Monday.\n\nOn 3 May, a bomb killed two policemen in Marsville. {last}"
    assert [place for _, _, place, _ in told(text)] == ["Oldland", "Marsville", "Marsville"]


@pytest.mark.parametrize(
    ("after", "place"),
    [
        ("They were ploughing a field at Marsville.", "Marsville"),
        ("The traders had left Oldland when armed men stopped them at Marsville.", "Marsville"),
        ("The governor has promised to rebuild the road at Marsville.", None),
        ("Markets are to open at Marsville.", None),
    ],
)
def test_the_place_of_a_sentence_after_it_is_taken_if_it_goes_on(after, place):
    assert [
        account.place and account.place.name for account in accounts(f"Gunmen shot dead two traders on Monday. {after}")
    ] == [place]


def test_a_way_goes_before_the_district_that_it_is_in():
    text = (
        "Three road builders died in Oldland district on Monday when their lorry hit a mine. "
        "The explosion occurred on the section under construction between the villages of Marsville and Newton."
    )
    (claim,) = proposed(text).claims
    assert claim.place.value == ("between the villages of Marsville and Newton",)


@pytest.mark.parametrize("where", ["on the road between Marsville and Oldtown", "between Marsville and Oldtown", "in Oldtown"])
def test_what_happened_off_a_road_between_two_places_is_another_incident(where):
    text = (
        f"Six soldiers were killed on Thursday when guerrillas ambushed a patrol {where}, the army said.\n\n"
        "Hours later a car bomb exploded outside a police station in Newtown, injuring 14 people, the mayor said."
    )
    first, second = proposed(text).claims

    assert [(c.value.of, c.value.low) for c in first.counts] == [("killed", 6)]
    assert [(c.value.of, c.value.low) for c in second.counts] == [("injured", 14)]
    assert second.place.value == ("Newtown",)


@pytest.mark.parametrize("where", ["in Oldtown", "in Marsville district", "there"])
def test_what_happened_at_an_end_of_a_road_or_in_an_area_may_be_the_same(where):
    text = (
        "Six soldiers were killed on Thursday when guerrillas ambushed a patrol on the road between Marsville and Oldtown.\n\n"
        f"Guerrillas also fired at a convoy {where}, injuring two people, the mayor said."
    )

    assert len(proposed(text).claims) == 1
