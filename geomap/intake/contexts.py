"""In whose context reports are read: the words, the places and the countries of a story, or of a border alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from geomap import project
from geomap.articles import Lexicon, read_lexicon
from geomap.border import Border, at_home, border_of
from geomap.extract import Proposer
from geomap.gazetteer import Gazetteer, read_gazetteer
from geomap.model import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What reports are read with; read once for any number of them."""

    story: Story  #: without a folder where there is a border alone
    vocabulary: Lexicon
    gazetteer: Gazetteer
    proposer: Proposer


def read_context(story: Story | None = None, border_name: str | None = None) -> Context:
    """The context of a story, of a border, or of a story at another border than its own.

    Args:
        story: whose words, places and countries are meant.
        border_name: a pair of countries, or a file, relative to where one stands; the story's border unless given.

    Raises:
        DataError: a list that cannot be right.
        MissingError: there is no such border, or neither a story nor a border.
    """
    story = story or (Story(border=border_name) if border_name is not None else project.read_story())
    border = border_of(story, story.border) if border_name is None else Border.read(border_name)
    story = at_home(story, border)
    folder = story.folder or Path("no folder")
    sides = story.side_of if story.folder else None
    gazetteer = read_gazetteer(folder / "places.csv", project.read_outlines(story), home=story.home)
    vocabulary = read_lexicon(folder, sides, border=border.id, countries=border.countries)
    return Context(
        story=story,
        vocabulary=vocabulary,
        gazetteer=gazetteer,
        proposer=Proposer(vocabulary, gazetteer, home=story.home),
    )
