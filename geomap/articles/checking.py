"""Article files held against the articles' texts."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from geomap.articles.derivations import recompute, words_at
from geomap.articles.files import shown
from geomap.articles.lexicon import Lexicon
from geomap.articles.writing import toml
from geomap.errors import DataError, MissingError
from geomap.language import days_printed, normalised_words
from geomap.model import Actor, Article, Cited, Claim, Span, Statement
from geomap.reading import read_bytes
from geomap.vocabulary import OF_BORDERS, OF_PLACES, Derivation


def read_text(folder: Path, article_id: str, sha256: str | None) -> str:
    """The text of an article, ``<article id>.txt``, as its spans count it.

    Raises:
        MissingError: the folder does not have it.
        DataError: it is not the text whose sha256 is given, or not in UTF-8.
    """
    path = folder / f"{article_id}.txt"
    try:
        data = read_bytes(path)
    except MissingError as error:
        raise MissingError(f"{error}; the texts are named after the articles' ids") from error
    found = hashlib.sha256(data).hexdigest()
    if sha256 is not None and found != sha256:
        raise DataError(f"{path}: sha256 is {found}, but {article_id}.toml records {sha256}; take the text that was cited")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: {error}; spans count the signs of a text in UTF-8") from error


def check_claims(article: Article, claims: Iterable[Claim], vocabulary: Lexicon) -> list[str]:
    """Every actor, place, border and credited name that the vocabulary does not list; needs no text."""
    problems = []
    for claim in claims:
        for field, said in claim.values:
            value = said.value
            names = [("actor", "attributed_to", said.attributed_to)] if said.attributed_to else []
            if isinstance(value, Actor):
                names.append(("actor", "name", value.name))
            elif field == "place":
                names += [("place", "value", name) for name in value]
            elif isinstance(value, Statement):
                problems += [f"{claim.id}: {field}: {problem}" for problem in _misfits(value, vocabulary)]
                told = (("of", value.of), ("to", value.to))
                names += [("place", part, name) for part, name in told if name and name not in vocabulary.borders]
            problems += [
                f"{claim.id}: {field}.{part}: {name!r} is not listed; add it to {kind}s.csv, or write its listed name"
                for kind, part, name in names
                if name not in vocabulary.listed(kind)
            ]
    return [f"{article.id}.toml: {problem}" for problem in problems]


def _misfits(statement: Statement, vocabulary: Lexicon) -> Iterator[str]:
    """A relation to a border that is only said of places, or the other way round."""
    of_border = statement.of in vocabulary.borders
    if of_border if statement.relation in OF_PLACES else not of_border and statement.relation in OF_BORDERS:
        kinds = ("a border", "a place") if of_border else ("a place", "a border")
        yield f"{statement.relation!r} of {statement.of!r}, which is {kinds[0]}; it is said of {kinds[1]} only"
    if statement.to in vocabulary.borders:
        yield f"to is {statement.to!r}, which is a border; name a place"


def check_article(article: Article, claims: Iterable[Claim], text: str, vocabulary: Lexicon) -> list[str]:
    """Every way in which an article file disagrees with the article's text; empty when all is well.

    The text is the one that was cited (its sha256); what is not inferred is printed in it; spans lie inside it and cut no word;
    and each value is what its words give, except those read by a person.

    Args:
        article: the citation.
        claims: what the article says.
        text: read as UTF-8 with ``newline=""``, as the sha256 and the spans count it.
        vocabulary: the names and terms.
    """
    found = hashlib.sha256(text.encode()).hexdigest()
    if found != article.text_sha256:
        # Every span would be wrong too, and say nothing more.
        wrong = f"text_sha256 is {article.text_sha256}, but the text has {found}"
        return [f"{article.id}.toml: article: {wrong}; take the text that was cited"]
    problems = [f"article: {problem}" for problem in _unprinted(article, text)]
    for claim in claims:
        problems += [f"{claim.id}: {problem}" for problem in _cut_words("spans", claim.spans, text)]
        for field, said in claim.values:
            problems += [
                f"{claim.id}: {field}: {problem}" for problem in _disagreements(said, field, text, article, vocabulary)
            ]
    return [f"{article.id}.toml: {problem}" for problem in problems]


def tally(claims: Iterable[Claim]) -> dict[Derivation, int]:
    """How many values of the claims follow from their words by each derivation, most frequent first."""
    counted = Counter(said.derivation for claim in claims for _, said in claim.values)
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _unprinted(article: Article, text: str) -> Iterator[str]:
    """What the citation gives as printed but the text does not print."""
    words = normalised_words(text)
    for name in ("title", "publisher"):
        if name not in article.inferred and normalised_words(getattr(article, name)) not in words:
            yield f"{name} is {getattr(article, name)!r}, which the text does not print; correct it or name it in inferred"
    if article.published and "published" not in article.inferred and article.published not in days_printed(text):
        yield f"published is {article.published}, which the text does not print; correct it or name it in inferred"


def _cut_words(name: str, spans: Iterable[Span], text: str) -> Iterator[str]:
    for span in spans:
        words = text[span.start : span.end]
        if span.end > len(text):
            yield f"{name}: {toml(span)} runs past the end of the text at {len(text)}"
        elif words != words.strip() or _inside_word(text, span.start) or _inside_word(text, span.end):
            yield f"{name}: {toml(span)} starts or ends inside a word or at a space; take whole words"


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _disagreements(said: Cited[Any], field: str, text: str, article: Article, vocabulary: Lexicon) -> Iterator[str]:
    yield from _cut_words("spans", said.spans, text)
    yield from _cut_words("attributed_spans", said.attributed_spans, text)
    credited = " ".join(words_at(said.attributed_spans, text))
    if said.attributed_to and vocabulary.meaning("actor", credited, said.attributed_to) != said.attributed_to:
        wrong = f"attributed_to is {said.attributed_to!r}, but {shown(credited)} is not listed for it"
        yield f"{wrong}; correct it or its spans, or list the spelling"
    given = recompute(said, field, text, article, vocabulary)
    if given != said.value:
        words = " + ".join(map(shown, words_at(said.spans, text))) or "no words"
        gives = toml(given) if given else "nothing"
        yield f"is {toml(said.value)}, but {words} by {said.derivation!r} gives {gives}; correct the value or its spans"
