"""Those who have an injury, whatever it is and whatever they do with it: "came home with a bullet in the arm"."""

import pytest
from dispatches import proposed


@pytest.mark.parametrize(
    ("then", "wanted"),
    [
        ("A girl of nine has a splinter in the cheek.", [1]),
        ("Two others limped home with bullets in them.", [2]),
        ("Three conductors are nursing bruises.", [3]),
        ("Six vendors show deep cuts on hands and faces.", [6]),
        ("A fisherman rowed ashore with a bullet graze on the shoulder.", [1]),
        ("A neighbour escaped with a grazed arm.", [1]),
        ("The mayor counted 40 people, four of them with bruises.", [4]),
        ("The surgeon received nine patients with metal in their bodies.", [9]),
        ("Twelve passengers, five of them women, are nursing bruises.", [12]),
        ("A novice suffered slight burns.", [1]),
        ("Four women were shot dead. Two of the dead had deep cuts.", []),
        ("Eight drivers came with light arms.", []),
        ("Four women came with no burns.", []),
        ("Two doormen came home with a severed finger.", []),
        ("Two doormen were left with a severed finger.", [2]),
        ("Ninety lodgers suffered water and power cuts.", []),
        ("Six tellers had wage cuts.", []),
        ("Six tellers had long cuts.", [6]),
        ("Thirty marchers with metal in their hands came by.", []),
        ("A cook came in with a ball in the arm.", [1]),
        ("Two corporals with old wounds were thanked.", []),
        ("Police said four people were shot dead and five sustained cuts.", [5]),
    ],
)
def test_who_has_an_injury_is_injured(then, wanted):
    (claim,) = proposed("Gunmen fired on a bus near Marsville on Monday. " + then).claims

    assert [c.value.low for c in claim.counts if c.value.of == "injured"] == wanted
