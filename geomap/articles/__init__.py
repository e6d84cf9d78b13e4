"""Article files: their citations and claims, and every value held against the words that it stands on."""

from __future__ import annotations

from geomap.articles.actors import ListedActor
from geomap.articles.checking import check_article, check_claims, read_text, tally, with_inferred, without_text
from geomap.articles.citations import account_names
from geomap.articles.copies import Held, held_against, held_in_all
from geomap.articles.derivations import SETS, people, recompute
from geomap.articles.files import GIVES, article_schema, check_citation, file_of, former_names_in, parse_article, read_articles
from geomap.articles.fingerprints import Standing, fingerprinted, standings
from geomap.articles.lexicon import ACTOR_COLUMNS, Lexicon, bare, read_actors, read_lexicon, read_lexicon_beside
from geomap.articles.registering import find_words, headline, id_of, masthead, names_a_paper, register
from geomap.articles.replacing import Replaced, fingerprint_files, replace_text
from geomap.articles.writing import article_text, as_record, toml, write_article

__all__ = [
    "ACTOR_COLUMNS",
    "GIVES",
    "SETS",
    "Held",
    "Lexicon",
    "ListedActor",
    "Replaced",
    "Standing",
    "account_names",
    "article_schema",
    "article_text",
    "as_record",
    "bare",
    "check_article",
    "check_citation",
    "check_claims",
    "file_of",
    "find_words",
    "fingerprint_files",
    "fingerprinted",
    "former_names_in",
    "headline",
    "held_against",
    "held_in_all",
    "id_of",
    "masthead",
    "names_a_paper",
    "parse_article",
    "people",
    "read_actors",
    "read_articles",
    "read_lexicon",
    "read_lexicon_beside",
    "read_text",
    "recompute",
    "register",
    "replace_text",
    "standings",
    "tally",
    "toml",
    "with_inferred",
    "without_text",
    "write_article",
]
