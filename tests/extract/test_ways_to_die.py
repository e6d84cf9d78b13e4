"""How news says that people died, and what is told by their death alone."""

import pytest
from dispatches import proposed, toll


def told(text):
    """Kind and counts of each claim of a text."""
    return [
        (c.sub_event_type.value, " ".join(f"{n.value.of[0]}{n.value.low}" + "-" * (n.value.high is None) for n in c.counts))
        for c in proposed(text).claims
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Seven soldiers gave up their lives defending the post at Zhob.", ("Armed clash", "k7")),
        ("Police bullets felled three rustlers near Zhob.", ("Armed clash", "k3")),
        ("A trader breathes his last in Zhob after being shot by robbers.", ("Attack", "k1")),
        ("Eight hostages were put to death by their captors near Zhob.", ("Attack", "k8")),
        ("The militants executed by firing squad three men accused of spying in Zhob.", ("Attack", "k3")),
        ("Bullets ended the life of a radio host in Zhob on Monday.", ("Attack", "k1")),
        ("A farmer's life was cut short by gunmen in Zhob.", ("Attack", "k1")),
        ("Dozens lay dead in the streets of Zhob after gunmen went from house to house.", ("Attack", "k24-")),
        ("A prosecutor was riddled with 17 bullets in front of his home in Zhob.", ("Attack", "k1")),
        ("The shooting in Zhob proved fatal to two farmers.", ("Attack", "k2")),
        ("Gunfire left four patrons of a tavern in Zhob dead on the floor.", ("Attack", "k4")),
        ("A strike near Zhob cost four repairmen their lives.", ("Air/drone strike", "k4")),
        ("A grenade killed the owner of a shop in Zhob.", ("Grenade", "k1")),
        ("A stabber injured twelve people in Zhob before officers shot him dead.", ("Armed clash", "i12 k1")),
        ("Five decapitated bodies were dumped by the roadside near Zhob.", ("Attack", "k5")),
        ("Three abducted drivers were found murdered near Zhob on Monday.", ("Attack", "k3")),
        ("Police in Zhob have confirmed five deaths in the clash.", ("Armed clash", "k5")),
        ("Soldier dies, three wounded in ambush near Zhob", ("Armed clash", "k1 i3")),
        ("Woman, two children killed as shell hits house in Zhob", ("Shelling/artillery/missile attack", "k3")),
        ("Tabloid reporter slain by gunmen in Zhob", ("Attack", "k1")),
        ("Couple gunned down in Zhob", ("Attack", "k2")),
    ],
)
def test_what_a_death_tells(text, wanted):
    assert told(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A trio of smugglers were shot dead.", "k3"),
        ("Gunmen shot dead a pair of brothers.", "k2"),
        ("A quartet of rebels was killed.", "k4"),
        ("A score of villagers were slain.", "k20"),
        ("The blast killed a crew of four.", "k4"),
        ("Shelling killed four outright.", "k4"),
        ("Five killed, one critical after ambush", "k5 i1"),
        ("Nine graves were dug for the victims of the raid.", "k9"),
        ("Seven coffins were carried through the town.", "k7"),
    ],
)
def test_whom_it_befell(text, wanted):
    assert toll(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "A pair of pistols was found on two smugglers in Zhob on Monday.",
        "Nine graves were dug up by vandals in Zhob on Monday.",
        "The report was riddled with errors, a minister said in Zhob on Monday.",
        "The team lost two players to injury in Zhob on Monday.",
        "A former minister died of cancer in Zhob on Monday.",
        "Two top seeds bite the dust in Zhob.",
        "The owner of a shop in Zhob said he lost his life savings.",
        "The director took out two loans in Zhob on Monday.",
        "Two murderers were put to death in prison in Zhob on Monday.",
        "The strike took out two bridges.",
        "Goods carried in coffins were found in Zhob.",
    ],
)
def test_nobody_died(text):
    assert not any(count.value.of == "killed" for claim in proposed(text).claims for count in claim.counts)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ten policemen were ambushed, three of whom were killed.", "k3"),
        ("The raid ended with three of them killed.", "k3"),
        ("Four of the 30 passengers of a bus were shot dead.", "k4"),
        ("Four out of 30 passengers were shot dead.", "k4"),
        ("In an operation involving 600 policemen, four smugglers died.", "k4"),
        ("Gunmen shot six people, four fatally.", "k4"),
        ("The dead were identified as two farmers.", "k2"),
        ("Four were killed and two others, including a child, injured.", "k4 i2"),
        ("Four are known to have died and two to have been wounded.", "k4 i2"),
        ("The attack put two people in hospital and four in the morgue.", "i2 k4"),
        ("The clash sent six officers to hospital.", "i6"),
        ("A mine cost two children their legs.", "i2"),
        ("The blast inflicted wounds on two children.", "i2"),
        ("The two children went on without money.", ""),
        ("The firm sent two nurses to the hospital.", ""),
    ],
)
def test_whom_a_construction_tells_of(text, wanted):
    assert toll(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Troops killed four rebels near Zhob without suffering any losses.", "k4 k0"),
        ("Troops killed four rebels near Zhob without losing a man.", "k4 k0"),
        ("Troops killed four rebels near Zhob and took no casualties.", "k4 k0 i0"),
        ("Troops killed four rebels near Zhob on Monday. The army suffered no losses.", "k4 k0"),
        ("Rangers killed four bandits near Zhob; no ranger was killed.", "k4 k0"),
        ("Four people were killed by gunmen near Zhob; no child was killed.", "k4"),
        ("A grenade was thrown in Zhob, causing neither deaths nor injuries.", "k0 i0"),
    ],
)
def test_a_side_that_lost_nobody(text, wanted):
    assert [counts for _, counts in told(text)] == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A mob beat a man of 70 to death.", "k1"),
        ("The other two, both wounded, were captured.", "i2"),
        ("Four girls were pulled out injured.", "i4"),
        ("Eleven firefighters were rushed to trauma wards.", "i11"),
        ("Two guards made it to hospital.", "i2"),
        ("The raid killed a candidate's two aides.", "k2"),
        ("Killed with one shot was a guard with 18 years' service, when poachers met his three-man patrol.", "k1"),
        ("The coalition lost one soldier, an American sergeant, in the raid.", "k1"),
        ("The government spoke of 28 dead; a security source gave a toll of 53.", "k28 k53"),
        ("One of them died, which brings the toll to fourteen.", "k14"),
        ("Six persons expired in the firing.", "k6"),
        ("Two traders were the fatal victims of an attack.", "k2"),
        ("Ten villagers were overcome by chlorine.", "i10"),
        ("A ninth, who ran away, was shot dead.", "k1"),
        ("The wounded number 49.", "i49"),
    ],
)
def test_how_people_are_named(text, wanted):
    assert toll(text) == wanted


def test_what_befell_nobody_is_no_word_on_the_deed():
    assert told("No deaths in rocket attack on Zhob on Monday, officials say.") == [("Shelling/artillery/missile attack", "k0")]


def test_an_update_is_news_unless_it_corrects():
    assert told("UPDATE: Eight confirmed dead after market shooting in Zhob") == [("Attack", "k8")]
    assert told("UPDATE: This story says that eight were shot dead in Zhob, not nine.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("By the time the raiders left Zhob, five villagers were killed.", ("Attack", "k5")),
        ("By dawn five were shot dead in Zhob.", ("Attack", "k5")),
        ("A raid on Zhob on Monday resulted in five fatalities.", ("Attack", "k5")),
        ("A raid on Zhob on Monday ended in the death of five villagers.", ("Attack", "k5")),
        ("Mayor of Zhob killed by gunmen", ("Attack", "k1")),
        ("Zhob's mayor was killed by gunmen on Monday.", ("Attack", "k1")),
        ("Gunmen killed teacher Amina Khan and her son near Zhob.", ("Attack", "k2")),
        ("A judge was killed, along with his driver and a guard, by gunmen near Zhob.", ("Attack", "k3")),
        ("The number killed in Monday's raid on Zhob has risen to five.", ("Attack", "k5")),
        ("Five bodies and three wounded people were brought in after a raid on Zhob.", ("Attack", "k5 i3")),
        ("Raiders hacked five people to pieces in Zhob on Monday.", ("Attack", "k5")),
        ("An attack on Zhob on Monday robbed five people of their lives.", ("Attack", "k5")),
    ],
)
def test_what_a_sentence_tells_of_the_dead(text, wanted):
    assert told(text) == [wanted]
