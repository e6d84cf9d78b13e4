"""Article files: their citations and claims, and every value held against the words that it stands on."""

from __future__ import annotations

from geomap.articles.checking import check_article, check_claims, read_text, tally
from geomap.articles.citations import account_names
from geomap.articles.files import former_names_in, read_articles
from geomap.articles.lexicon import Lexicon, read_lexicon

__all__ = [
    "Lexicon",
    "account_names",
    "check_article",
    "check_claims",
    "former_names_in",
    "read_articles",
    "read_lexicon",
    "read_text",
    "tally",
]
