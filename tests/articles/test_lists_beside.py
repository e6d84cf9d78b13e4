"""Lists that stand beside a story's own: a name of both means what the story says."""

import pytest

from geomap.articles import ListedActor, read_lexicon, read_lexicon_beside
from geomap.errors import DataError
from geomap.gazetteer import read_gazetteer, read_places_beside

PLACES = "name,level,country,spellings,lon,lat,radius_m,source\n"


@pytest.fixture
def folders(tmp_path):
    for name in ("own", "more"):
        (tmp_path / name).mkdir()
    return tmp_path / "own", tmp_path / "more"


def test_a_spelling_of_both_lists_stays_that_of_the_storys_actor(folders):
    own, more = folders
    (own / "actors.csv").write_text("name,side,spellings,note\nNorthern Front,Unknown,NF,\n", encoding="utf-8")
    (more / "actors.csv").write_text(
        "name,side,spellings,note\nNeighbours,Unknown,NF;the neighbours,\nNorthern Front,Unknown,N.F.,\n", encoding="utf-8"
    )
    both = read_lexicon_beside(read_lexicon(own), more)

    assert both.meaning("actor", "nf") == "Northern Front"
    assert both.meaning("actor", "n.f.") == "Northern Front"
    assert both.meaning("actor", "neighbours") == "Neighbours"


def test_a_place_of_both_lists_is_the_storys(folders):
    own, more = folders
    (own / "places.csv").write_text(PLACES + "Milltown,settlement,PK,,64,27,3000,me\n", encoding="utf-8")
    (more / "places.csv").write_text(
        PLACES + "Milltown,settlement,PK,,65,28,3000,it\nHill,settlement,PK,,64,28,3000,it\n", encoding="utf-8"
    )
    gazetteer = read_gazetteer(own / "places.csv", {}, home=())
    both = read_places_beside(gazetteer, more / "places.csv")

    assert (both.places["Milltown"].lon, both.places["Hill"].lon) == (64, 64)
    assert list(both.places) == ["Milltown", "Hill"]


def test_a_spelling_of_a_place_of_the_same_country_is_refused_in_the_second_list(folders):
    own, more = folders
    (own / "places.csv").write_text(PLACES + "Milltown,settlement,PK,Mill,64,27,3000,me\n", encoding="utf-8")
    (more / "places.csv").write_text(PLACES + "Hill,settlement,PK,Mill,64,28,3000,it\n", encoding="utf-8")

    with pytest.raises(DataError, match="Hill: spellings has 'Mill', which is Milltown"):
        read_places_beside(read_gazetteer(own / "places.csv", {}, home=()), more / "places.csv")


def test_names_beside_a_lexicons_mean_the_same_as_if_they_had_been_read_with_them(folders):
    own, _ = folders
    (own / "actors.csv").write_text("name,side,spellings,note\nNorthern Front,Unknown,the NF,\n", encoding="utf-8")
    lexicon = read_lexicon(own)
    new = ListedActor(name="Hill Guard", side="Unknown", spellings=frozenset(("the hill guard", "the guard of the hill")))
    lexicon.meaning("actor", "nf")  # which works the names out
    both = lexicon.beside({new.name: new}, {"Milltown": frozenset(("the milltown",))})

    for words, name in (("nf", "Northern Front"), ("hill guard", "Hill Guard"), ("a guard of hill", "Hill Guard")):
        assert both.meaning("actor", words) == name
    assert both.meaning("place", "milltown") == "Milltown"
    assert lexicon.meaning("actor", "hill guard") is None
