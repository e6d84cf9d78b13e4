"""What waits for a person's decision, beside a story's own records: for a map that shows it as unreviewed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from geomap.articles import Lexicon, read_articles, read_lexicon_beside
from geomap.gazetteer import Gazetteer, read_places_beside
from geomap.model import Article, Claim, Story
from geomap.project import PROPOSALS


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A story's ``proposals/`` with the lists that they need."""

    articles: Mapping[str, Article]  #: by id: those of the story, and those that only wait
    claims: tuple[Claim, ...]  #: that wait
    lexicon: Lexicon  #: the story's, with the names that wait
    gazetteer: Gazetteer  #: the same


def read_waiting(story: Story, articles: Mapping[str, Article], lexicon: Lexicon, gazetteer: Gazetteer) -> Waiting:
    """Read what waits.

    Claims that were read in another copy of a text than the cited one are left out: their spans are of that copy.

    Args:
        story: its settings.
        articles: its own by id.
        lexicon: its own names and terms.
        gazetteer: its own places.

    Raises:
        DataError: a file of ``proposals/`` cannot be right.
    """
    folder = story.path(PROPOSALS)
    files = read_articles(folder) if any(folder.glob("*.toml")) else ()
    same = [(article, told) for article, told in files if _is_cited(article, articles)]
    return Waiting(
        articles={**{article.id: article for article, _ in same}, **articles},
        claims=tuple(claim for _, told in same for claim in told),
        lexicon=read_lexicon_beside(lexicon, folder, story.side_of),
        gazetteer=read_places_beside(gazetteer, folder / "places.csv"),
    )


def _is_cited(article: Article, articles: Mapping[str, Article]) -> bool:
    return article.id not in articles or articles[article.id].text_sha256 == article.text_sha256
