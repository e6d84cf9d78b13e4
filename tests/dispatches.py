"""How the tests of `geomap.extract` read a sentence or a dispatch: with the words of news and two countries alone."""

import datetime as dt
from functools import cache
from pathlib import Path

from geomap import project
from geomap.articles import read_lexicon
from geomap.border import at_home, border_of
from geomap.extract import Proposer, cite
from geomap.extract.pieces import PieceReader
from geomap.extract.published import dateline_of
from geomap.extract.text import read
from geomap.gazetteer import read_gazetteer
from geomap.model import Story

NOWHERE = Path("there-is-no-such-folder")
#: A Friday.
PUBLISHED = dt.date(2031, 5, 9)


@cache
def proposer(pair="IND-PAK"):
    story = Story(border=pair)
    border = border_of(story, story.border)
    home = at_home(story, border).home
    gazetteer = read_gazetteer(NOWHERE / "places.csv", project.read_outlines(story), home=home)
    return Proposer(read_lexicon(NOWHERE, border=border.id, countries=border.countries), gazetteer, home=home)


@cache
def piece_reader():
    return PieceReader(proposer().vocabulary)


def pieces(text, published=PUBLISHED):
    """The pieces of a text, each with everything that was read in it."""
    found = read(text)
    return list(piece_reader().pieces(found, published, dateline_of(found)))


def piece(text, published=PUBLISHED):
    """The one piece of a sentence."""
    (only,) = pieces(text, published)
    return only


def proposed(text, published=PUBLISHED, pair="IND-PAK"):
    """What is proposed of a dispatch."""
    return proposer(pair).propose(cite("gazette", title="Gazette", published=published), text)


def words(text, said):
    """The words that a value stands on."""
    return [text[span.start : span.end] for span in said.spans]


def toll(text):
    """What a text counts, in short: "k2 i1" for two dead and one injured, "k1-3" and "k5-" for ranges."""
    shown = {}
    for one in (count for part in pieces(text) for count in part.counts):
        high = "" if one.high is None else one.high
        shown[f"{one.of[0]}{one.low}" + ("" if one.high == one.low else f"-{high}")] = None
    return " ".join(shown)
