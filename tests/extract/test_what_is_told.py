"""Whether a text tells of an incident, and where: in words that older rules took for a plan, a dateline or an old event."""

import pytest
from dispatches import proposed


def told(text):
    return [
        (claim.sub_event_type.value, next(iter(claim.place.value)) if claim.place else None) for claim in proposed(text).claims
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # A deed is told by its noun, with a day or a place before those whom it befell.
        ("A rights group condemned the killing last week of a union leader in Teetwal.", "Attack"),
        ("The force announced on Tuesday the surrender of nine militants in Teetwal on Monday.", "Change to group/activity"),
        ("Since 1 May there have been night-time arrests of students in Teetwal.", "Arrests"),
        ("Heavy shelling of Teetwal continued on Monday.", "Shelling/artillery/missile attack"),
        # Whoever flees may be hit, and whoever is to be stopped has done something.
        ("A convoy of fleeing families was mown down at Teetwal on Monday.", "Attack"),
        ("A teacher who had fled from the capital was shot in the leg in Teetwal on Monday.", "Attack"),
        (
            "The mayor did nothing to stop the gang which kidnapped four nurses at Teetwal on Monday.",
            "Abduction/forced disappearance",
        ),
        ("An infiltration bid was foiled at Teetwal on Monday, and three gunmen were killed.", "Armed clash"),
        # What heads a text tells nothing; what follows leads it.
        (
            "Interior Ministry, 5 May. Nine members of the armed group laid down their arms in Teetwal.",
            "Change to group/activity",
        ),
        ("A small peace at last. Two rival clans signed a truce in Teetwal.", "Agreement"),
        ("The gunmen fired on mourners at a funeral in Teetwal.", "Attack"),
        # Nobody says who took them.
        ("A village chief, seized from his compound in Teetwal on Monday, has come home.", "Abduction/forced disappearance"),
        ("A pupil was taken from his bed in Teetwal on Monday.", "Abduction/forced disappearance"),
        (
            "Nothing is known of the five young women taken off two buses near Teetwal on Monday.",
            "Abduction/forced disappearance",
        ),
        ("Six villagers were carried off at Teetwal on Monday.", "Abduction/forced disappearance"),
        ("Four fishermen were taken near Teetwal on Monday by armed men.", "Abduction/forced disappearance"),
        ("Hooded men dragged a driver from a minibus in Teetwal on Monday and shot him.", "Attack"),
        # Words of one family.
        ("Officers of both armies agreed at Teetwal on Monday to pull their guns back from the frontier.", "Agreement"),
        ("A new police station has been opened at Teetwal by the army.", "Headquarters or base established"),
        ("Rebels abandoned Teetwal on Monday under an agreement with the army.", "Non-violent transfer of territory"),
        ("Rebel gunmen tried to infiltrate army lines at Teetwal on Monday but were driven back.", "Armed clash"),
        ("Armed bandits stole ninety head of cattle in Teetwal on Monday.", "Looting/property destruction"),
        ("Teachers sat down on the highway at Teetwal on Monday to demand their pay.", "Peaceful protest"),
    ],
)
def test_what_older_rules_took_for_no_event(text, kind):
    assert told(text) == [(kind, "Teetwal")]


@pytest.mark.parametrize(
    "text",
    [
        "A lorry with soldiers overturned near Teetwal on Monday when a tyre burst. Three of them died.",
        "A guard was hit by a car in Teetwal on Monday. Two passers-by died.",
        "Two families have come back to Teetwal since the soldiers built their post on the hill.",
        "A court jailed two men in Teetwal on Monday for the killing in 2019 of a judge.",
        "The rebels who attacked Teetwal are trained abroad.",
        "A player was carried off on a stretcher in Teetwal on Monday.",
        "A company opened a logistics base for its parcels in Teetwal on Monday.",
        "They observed a minute of silence for a poet in Teetwal on Monday.",
    ],
)
def test_what_is_no_incident_though_its_words_are(text):
    assert told(text) == []


def test_what_came_before_is_no_news():
    text = "The army shelled Teetwal on Monday for the first time since the truce was renewed, killing one."
    assert [kind for kind, _ in told(text)] == ["Shelling/artillery/missile attack"]


def test_a_device_claims_lives_and_speaks_not():
    text = "A bomb killed a guard in Teetwal on Monday. On May 1 a like device at Leepa had claimed four lives."
    assert [place for _, place in told(text)] == ["Teetwal", "Leepa"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bomb hit two vans on the Teetwal – Leepa road on Monday.", "Teetwal – Leepa road"),
        ("A convoy was raked with gunfire on Monday on the Teetwal – Old-Leepa stretch.", "Teetwal – Old-Leepa stretch"),
        ("The army shelled civilian areas of Teetwal, in Northland's Leepa, on Monday.", "Teetwal"),
        (
            "Gunmen shot two nurses on the Teetwal - Leepa road on Monday; they were cared for in Oldtown.",
            "Teetwal - Leepa road",
        ),
        (
            "Having lost six men at Teetwal on Monday, the column of the army that rebels fought turned back, said the police.",
            "Teetwal",
        ),
    ],
)
def test_where_it_was(text, place):
    assert [one for _, one in told(text)] == [place]
