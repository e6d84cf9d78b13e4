"""Places in a sentence: what each is named for, and what holds it."""

import zipfile

import pytest
from dispatches import piece
from hypothesis import given
from hypothesis import strategies as st

from geomap.extract.places import read_places
from geomap.extract.text import read
from geomap.gazetteer.extract import COLUMNS, EXTRACT
from geomap.project import path as data


def mentions(text):
    return [m for sentence in read(text).sentences for m in read_places(sentence, text, [])]


def roles(text):
    return {m.name: m.role for m in mentions(text)}


def path(text):
    (only,) = mentions(text)
    return [only.name, *(holder.name for holder in only.holders)]


@pytest.mark.parametrize(
    "text",
    [
        "Two were killed in Marsville.",
        "Two were killed near Marsville.",
        "Two were killed in the village of Marsville.",
        "Two were killed at Marsville checkpoint.",
        "Two were killed in northern Marsville.",
        "Two were killed on the outskirts of Marsville.",
        "Gunmen stormed Marsville.",
        "Gunmen attacked the town of Marsville.",
        "Two were killed close to Marsville.",
        "Gunmen attacked the country's remote Marsville.",
        "Gunmen attacked the remote border village of Marsville.",
        "Two were killed in the remote border village of Marsville.",
        "Marsville was shelled on Monday.",
        "The village of Marsville was heavily shelled.",
        "The Marsville market was hit by a drone.",
        "Marsville, in Newland district, came under rocket fire.",
        "On Monday Marsville was raided.",
        "Rockets rained down on Marsville.",
        "Rockets were fired towards Marsville.",
        "Militants descended on the village of Marsville.",
        "Rebels laid siege to Marsville.",
        "A blast ripped through Marsville.",
        "A patrol was hit while passing through Marsville.",
        "The capture of Marsville cost three lives.",
        "Several villages, including Marsville, were shelled.",
        "The Marsville attack left two dead.",
        "A blast near a hospital in Marsville killed two.",
        "3. 12 April, Marsville: 14 migrants detained.",
        "A hospital in Marsville was struck by an army warplane on Thursday, killing two.",
        "A hospital in Marsville, a village 3 km from the river, was shelled on Thursday, killing two.",
        "Rebels took back Marsville at noon.",
        "The two sides have been fighting for the hamlet of Marsville.",
        "Soldiers trained their guns on Marsville.",
        "Traders took out a big rally in Marsville.",
        "The bombing claimed nine lives in Marsville.",
        "A family in Marsville was killed on the way home.",
        "Two were killed below Marsville.",
        "Thousands fled Marsville, which fell to the rebels.",
        "Jets in the small hours of Monday hit a clinic in Marsville.",
        "Near Marsville, two were killed.",
        "Two were killed in Marsville between Monday and Tuesday.",
        "A killing in Marsville said to be the fifth shook the town.",
        "Marsville, Oldtown and Newtown were shelled.",
        "Marsville was retaken on Monday.",
        "Marsville fell to the rebels on Monday.",
        "Shelling of Marsville killed two.",
        "Hundreds marched through Marsville.",
        "A post on the heights of Marsville was hit.",
        "Two were killed in a wheat field of Marsville.",
        "Two were killed in the Marsville bamboo forest.",
        "A bomb went off at the office of a party in Marsville.",
        "A plane dropped bombs on a clinic at Marsville.",
        "A mine went off at the entrance to Marsville.",
        "A soldier was shot dead on the Marsville front.",
        "In Newland district the village of Marsville was shelled.",
        "The hill, known to locals as Marsville, fell before sunrise.",
        "Fire crews were sent to Marsville, where a depot burned.",
        "Bandits surrounded Marsville at dawn.",
        "They burned the whole of Marsville.",
    ],
)
def test_a_place_where_something_happened(text):
    assert roles(text)["Marsville"] == "at"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Two were killed 5 km from Marsville.", "reference"),
        ("Two were killed 5 km north of Marsville.", "reference"),
        ("Two were killed on the road to Marsville.", "reference"),
        ("They had fled from Marsville.", "from"),
        ("The lorry was bound for Marsville.", "to"),
        ("They were travelling to Marsville.", "to"),
        ("The wounded were taken to a hospital in Marsville.", "speaker"),
        ("He died in the district hospital of Marsville.", "speaker"),
        ("A spokesman told reporters in Marsville so.", "speaker"),
        ("The ministry is based in Marsville.", "speaker"),
        ("Two were treated at the district hospital in Marsville.", "speaker"),
        ("Two died at Marsville hospital.", "speaker"),
        ("Two died at Marsville's main hospital.", "speaker"),
        ("In support of the people in Marsville, we struck.", "speaker"),
        ("Marsville residents heard shots.", "from"),
        ("The mayor of Marsville spoke of two dead.", "from"),
        ("A patrol out of the Marsville camp was hit.", "other"),
        ("A lorry hit a mine on the Marsville road.", "reference"),
        ("Five lie in Marsville's national hospital.", "speaker"),
        ("A doctor in Marsville, who saw it, said two had died.", "speaker"),
        ("According to activists in Marsville two have died.", "speaker"),
        ("The suspects are held in Marsville.", "speaker"),
        ("They were arrested in the name of Marsville.", "other"),
        ("They drove to Marsville.", "to"),
        ("The Marsville front claimed the attack.", None),
        ("Three men were seized on the way from Marsville to the sea.", "reference"),
        ("He was operated on in the clinic at Marsville.", "speaker"),
        ("Soldiers stationed at Marsville shot a shepherd.", "speaker"),
    ],
)
def test_a_place_that_is_named_for_something_else(text, role):
    assert roles(text).get("Marsville") == role


@pytest.mark.parametrize(
    "text", ["In Marsville rockets killed two.", "At Marsville grenades were thrown.", "Near Marsville tanks fired."]
)
def test_a_place_may_stand_before_a_word_for_arms(text):
    assert [mention.name for mention in mentions(text)] == ["Marsville"]


@pytest.mark.parametrize(
    "text",
    [
        "A Marsville-bound bus was hit.",
        "A Marsville-based group spoke.",
        "A Marsville–based group spoke.",
        "The Marsville Times said so.",
        "The Marsville police spoke.",
        "General Marsville spoke.",
        "The UN and the BBC spoke.",
        "An Indian soldier died.",
        "Operation Marsville began.",
        "On Monday in January they spoke.",
        "The Andean pipeline was hit.",
        "They crossed the Line of Control.",
        "The Border Police Unit was hit.",
        "A soldier died at Point 4590.",
        "Guards shot at two Syrians.",
        "They fired a volley of Boxcar rockets.",
        "They shot at Boxcar launchers.",
    ],
)
def test_names_that_are_of_no_place(text):
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Marsville, Newland district", ["Marsville", "Newland"]),
        ("Marsville in Newland province", ["Marsville", "Newland"]),
        ("the village of Marsville in the Newland district of Oldland province", ["Marsville", "Newland", "Oldland"]),
        ("Marsville village of Newland tehsil", ["Marsville", "Newland"]),
        ("Marsville (Newland)", ["Marsville", "Newland"]),
        ("Marsville, a small town in northern Newland district", ["Marsville", "Newland"]),
        ("Marsville, the capital of Newland province", ["Marsville", "Newland"]),
        ("Marsville in northern India", ["Marsville", "India"]),
    ],
)
def test_what_holds_a_place_is_given_with_it_the_finest_first(words, wanted):
    assert path(f"Two were killed in {words}.") == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Newland's restive Marsville", ["Marsville", "Newland"]),
        ("Newland district's Marsville village", ["Marsville", "Newland"]),
        ("India's northern Marsville", ["Marsville", "India"]),
        ("Newland’s Marsville", ["Marsville", "Newland"]),
    ],
)
def test_what_owns_a_place_holds_it(words, wanted):
    assert path(f"Two were killed in {words}.") == wanted


def test_what_owns_somebody_is_no_place():
    assert mentions("Two were killed by India's army.") == []


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("on the Marsville-Newtown road", ["Marsville", "Newtown"]),
        ("on the Marsville–Newtown main highway", ["Marsville", "Newtown"]),
        ("on the Al-Mars–Newtown road", ["Al-Mars", "Newtown"]),
        ("in Mars-Newtown", ["Mars-Newtown"]),
        ("on the Al-Mars-Newtown road", ["Al-Mars-Newtown"]),
    ],
)
def test_the_ends_of_a_road_are_two_places_where_its_hyphens_part_them_in_one_way_alone(words, ends):
    assert [m.name for m in mentions(f"Two were killed {words}.")] == ends
    assert len(ends) == 1 or set(roles(f"Two were killed {words}.").values()) == {"reference"}


@pytest.mark.parametrize(
    "words",
    ["the Marsville border post", "the Marsville frontier post", "Marsville refugee camp", "the Marsville weekly market",
     "Marsville checkpoint", "Marsville hill", "the Marsville barracks", "Marsville customs post"],
)  # fmt: skip
def test_a_site_that_is_called_by_a_name_is_a_site(words):
    (only,) = mentions(f"Two were killed at {words}.")
    assert (only.name, only.level, only.role) == ("Marsville", "site", "at")


@pytest.mark.parametrize(
    ("words", "level", "whole"),
    [
        ("Marsville district", "district", "Marsville district"),
        ("the district of Marsville", "district", "Marsville"),
        ("Marsville  District", "district", "Marsville  District"),
        ("Marsville province", "province", "Marsville province"),
        ("Marsville village", "settlement", "Marsville village"),
        ("Marsville sub-district", "district", "Marsville"),
        ("Marsville valley", "site", "Marsville"),
        ("India", "country", "India"),
        ("Marsville", "", "Marsville"),
    ],
)
def test_the_word_for_its_kind_gives_the_level_of_a_place(words, level, whole):
    text = f"Two were killed in {words}."
    (only,) = mentions(text)
    assert (only.level, text[slice(*only.whole)]) == (level, whole)
    assert text[only.start : only.end] == only.name
    assert only.name in ("Marsville", "India")


@pytest.mark.parametrize(
    "name",
    ["Khojai A'lo", "Khojai A’lo", "Al-Bab", "A'li Mars", "Côte d'Or",
     "Khan-e Marsville", "Marsville-e-Nau", "Dera Marsville", "Saint-Mars", "Koh-i-Mars",
     "San Mars de la Sierra", "Mars al-Oldi", "al-Marsab", "Deir ez-Mars", "Al Marsab", "As Marsab",
     "Kafr ad Marsab", "Mars Al-Batin",
     "Mars y Oldland", "Oldland Town", "Oro del Sur", "Jammu and Kashmir", "Democratic Republic of the Congo",
     "Colonel Mars", "Ra's al-Mars", "Three Mars Pass", "General Mars", "Petite-Mars de Savane"],
)  # fmt: skip
def test_a_name_of_several_words_or_signs_is_one_name(name):
    assert [m.name for m in mentions(f"Two were killed in {name} on Monday.")] == [name]


def test_a_title_is_a_part_of_the_name_of_a_place():
    assert roles("A clerk was shot dead in the bazaar of Imam Mars.") == {"Imam Mars": "at"}


def test_the_names_of_the_gazetteer_are_read_whole():
    with zipfile.ZipFile(data(EXTRACT)) as extract:
        rows = [row.split("\t") for name in extract.namelist() for row in extract.read(name).decode().split("\n")[1:] if row]
    names = [row[COLUMNS.index("name")] for row in rows if row[COLUMNS.index("level")] == "settlement"][::60]
    whole = [name for name in names if [m.name for m in mentions(f"Two were killed in {name} on Monday.")] == [name]]
    assert len(names) > 3000
    assert len(whole) > 0.97 * len(names)


def test_a_group_with_an_article_is_no_part_of_the_place_before_it():
    assert piece("In Marsville al-Qaeda gunmen killed two soldiers on Monday.").place.name == "Marsville"
    assert piece("Seven people were killed in al-Shabaab attacks near Oldland on Monday.").place.name == "Oldland"


def test_a_place_after_a_speaker_and_a_comma_is_that_of_what_happened():
    assert piece("According to police, in Marsville three traders were shot dead on Tuesday.").place.name == "Marsville"


def test_an_article_that_begins_a_sentence_or_a_heading_is_none():
    assert [m.name for m in mentions('As Marsville burned, two died. "An Oldland drone fell", he said.')] == [
        "Marsville",
        "Oldland",
    ]


def test_a_dash_between_blanks_joins_no_names():
    assert [m.name for m in mentions("They spoke in Marsville – Newland – Oldland.")] == ["Marsville", "Newland", "Oldland"]


def test_places_that_name_an_actor_or_a_day_are_left_out():
    text = "Gunmen attacked Marsville."
    (sentence,) = read(text).sentences
    at = text.index("Marsville")
    assert read_places(sentence, text, [(at, at + 9)]) == []


def test_the_place_of_a_piece_is_the_finest_one_near_what_happened():
    assert piece("In Newland province, two soldiers were killed in Marsville.").place.name == "Marsville"
    found = piece("Wanted for an attack in Oldland, two men fired on soldiers in Marsville.")
    assert found.place.name == "Marsville"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Two were killed on the Mars near Newtown.", "Newtown"),
        ("Communal violence near Newtown left two dead.", "Newtown"),
        ("In Marsville, gunmen killed two near the village of Newtown.", "Newtown"),
        ("A rocket aimed at Marsville hit a farm in Newtown and killed two.", "Newtown"),
        ("Newtown, too, saw fighting: gunmen killed two there.", "Newtown"),
        ("Two soldiers lost their lives near Newtown on Monday, says the army.", "Newtown"),
        ("Two were arrested in Newtown on suspicion of an attack in Marsville.", "Newtown"),
        ("Police seized a bomb intended, they say, for an attack in Marsville.", None),
        ("Partners in Marsville report that two were killed near Newtown.", "Newtown"),
        ("Officials in Newtown, Marsland, said five were killed by shells there.", "Newtown"),
    ],
)
def test_the_place_is_where_it_was_done_not_what_lies_beside_or_was_meant(text, place):
    found = piece(text).place
    assert (found.name if found else None) == place


def test_where_somebody_speaks_is_the_place_if_it_happened_there():
    assert piece("Police in Marsville said that a mine killed two there.").place.name == "Marsville"
    assert piece("Police in Marsville said that there were two killed.").place is None


def test_where_those_are_to_whom_it_is_credited_is_not_the_place():
    found = piece("Soldiers shot dead two traders near Oldland last week, according to army officers in Marsville.")
    assert found.place.name == "Oldland"


@given(
    st.lists(
        st.sampled_from(["Marsville", "in", "of", "the", ",", "district", "-", "'s", "(", ")", "India", "near", "Khan"]),
        max_size=14,
    )
)
def test_every_name_stands_where_it_says(parts):
    text = " ".join(parts)
    for mention in mentions(text):
        for one in (mention, *mention.holders):
            assert text[one.start : one.end] == one.name
            assert one.whole[0] <= one.start < one.end <= one.whole[1]


def test_a_town_holds_no_country():
    found = mentions("Gunmen attacked the consulate of the Republic of India in Marsville.")
    assert [(m.name, m.role, m.holders) for m in found][-1] == ("Marsville", "at", ())


def test_the_forces_of_a_country_are_no_place():
    assert mentions("Rebels killed an India Ranger in the Lyari quarter of Karachi.")[0].name == "Lyari"
    assert [m.name for m in mentions("A blast hit a bus at India Gate.")] == ["India Gate"]


def test_bombings_that_are_called_by_their_place_did_not_happen_where_the_news_did():
    found = mentions("The army struck Marsville, alleging that the Front had a part in the Newland bombings.")

    assert [m.name for m in found if m.role == "at"] == ["Marsville"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two were killed at Marsville in the adjoining Newland district.", ["Marsville", "Newland"]),
        ("A car exploded in Marsville, in Ghana's Newland district.", ["Marsville", "Newland", "Ghana"]),
        ("Two were killed near Mars An Ville.", ["Mars An Ville"]),
    ],
)
def test_a_place_with_what_holds_it(text, names):
    assert path(text) == names


def test_things_that_were_seized_are_no_place():
    assert roles("Weapons were seized.") == {"Weapons": "other"}
    assert roles("Marsvilles was seized.") == {"Marsvilles": "at"}
