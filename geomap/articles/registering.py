"""An article registered: its text copied to the story, and a file of its citation, with a claim to fill."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from geomap.articles.checking import with_inferred
from geomap.articles.files import FOLDER
from geomap.articles.writing import article_text
from geomap.errors import DataError
from geomap.language import MONTHS, WEEKDAYS, slug
from geomap.model import Article, Span
from geomap.project import TEXTS
from geomap.reading import decoded
from geomap.vocabulary import cue_words

#: Characters; a longer first line is no headline.
LONGEST_HEADLINE = 200
#: Words; a longer name is none of a paper. Lines; a headline below a masthead is one of the first ones.
_MOST_NAME, _MOST_BEFORE = 5, 5
#: What stands between a masthead and a headline: a day, an issue, an author.
_NO_HEADLINE = re.compile(r"\b(?:19|20)\d\d\b|^by\b|^\W*$", re.IGNORECASE)
#: A first line that only says who wrote it, "By our own correspondent", "By Jane Roe and John Doe"; or when.
_AUTHOR = re.compile(
    r"(?i:by) (?:(?i:(?:(?:an?|our|the|own|staff|special|news) ){0,3}(?:reporters?|correspondents?|monitoring|bureau))\b.{0,60}"
    r"|[^\W\d_a-z][\w.'’-]*(?: (?:and |de |al-)?[^\W\d_a-z][\w.'’-]*){1,4})"
)
_NAMES_OF_DAYS = sorted(
    {*WEEKDAYS, *MONTHS, *(name[:3] for name in (*WEEKDAYS, *MONTHS)), "st", "nd", "rd", "th"}, reverse=True
)
_DAY = re.compile(rf"(?=.*\b(?:19|20)\d\d\b)(?:{'|'.join(_NAMES_OF_DAYS)}|[\W\d_])++", re.IGNORECASE)

#: What an article file has below its citation until somebody reads the article.
_TO_FILL = """
# A claim to fill: take the # away, and no_claims above. `geomap spans {id} "two soldiers"` gives the spans of words.
#
# [[claims]]
# id = "{id}/1"
# sub_event_type = {{value = "Attack", derivation = "term", spans = [[0, 6]]}}
# days = {{value = {{first = {day}, last = {day}}}, derivation = "date", spans = [[0, 6]]}}
# place = {{value = ["Milltown"], derivation = "spelling", spans = [[0, 8]]}}
# spans = [[0, 80]]
# counts = [
#   {{value = {{of = "killed", low = 2, high = 2, whom = "soldiers"}}, derivation = "number", spans = [[0, 12], [13, 19]]}},
# ]
"""


def id_of(file: Path) -> str:
    """An article's id by its file's name: "Gazette 4 May.txt" is "gazette-4-may".

    Raises:
        DataError: the name has no letter and no digit.
    """
    found = slug(file.stem)
    if not found:
        raise DataError(f"{file}: its name has no letter to make an id of; rename it")
    return found


def register(articles: Iterable[tuple[Article, bytes]], folder: Path) -> Iterator[Path]:
    """Write the texts of articles and the files of their citations into a story's folder, and yield each.

    Args:
        articles: each citation with its text's bytes, UTF-8; its ``text_sha256``, and what the text does not print, are found
            here.
        folder: of the story.

    Raises:
        DataError: a text is empty or not UTF-8, or the story has such an article already, or two have one id, a line each;
            nothing is written.
    """
    contents: dict[Path, bytes] = {}
    problems: list[str] = []
    for article, text in articles:
        try:
            fresh = _files_of(article, text, folder)
            if contents.keys() & fresh.keys():
                raise DataError(
                    f"{article.id}: two reports have this id; add one file by itself with --id, or correct the record's id"
                )
            contents |= fresh
        except DataError as error:
            problems += error.problems
    if problems:
        raise DataError(*problems)
    for file, content in contents.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        yield file


def _files_of(article: Article, text: bytes, folder: Path) -> dict[Path, bytes]:
    """What is written of an article, by file; raises as `register` does."""
    if article.id != (right := id_of(Path(article.id))):
        raise DataError(f"{article.id!r} is no id of an article; write small letters, digits and hyphens, such as {right}")
    words = words_of(text, article.id)
    place, file = folder / TEXTS / f"{article.id}.txt", folder / FOLDER / f"{article.id}.toml"
    if file.exists():
        raise DataError(f"{file}: is there already; correct it by hand, or remove it first")
    if place.exists() and place.read_bytes() != text:
        raise DataError(f"{place}: is another text; give the article another id, with --id")
    cited = replace(with_inferred(article, words), text_sha256=hashlib.sha256(text).hexdigest(), no_claims="not read yet")
    day = article.published.isoformat() if article.published else "2031-05-03"
    return {place: text, file: (article_text(cited, ()) + _TO_FILL.format(id=article.id, day=day)).encode()}


def words_of(text: bytes, article_id: str) -> str:
    """The words of an article's text, which has some, in UTF-8.

    Raises:
        DataError: it does not.
    """
    words = decoded(text, f"{article_id}.txt")
    if not words.strip():
        raise DataError(f"{article_id}: its text is empty; nothing can be read from it")
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DataError(f"{article_id}: its text is UTF-16; save it as UTF-8, which spans count")
    return words


def headline(text: str, otherwise: str) -> str:
    """The first line of a text that is no author or day, or the one below a masthead, if it is short enough for a headline.

    Else what the article is called otherwise.

    >>> headline("\ufeff\\n  Post attacked \\n\\nTwo soldiers ...", "gazette"), headline("word " * 50, "gazette")
    ('Post attacked', 'gazette')
    >>> headline("By our reporter\\n7 May 2031\\nPost attacked\\n\\nTwo soldiers ...", "gazette")
    'Post attacked'
    >>> headline("Milltown Voice\\n7 May 2031\\n\\nPost attacked\\n\\nTwo soldiers ...", "gazette")
    'Post attacked'
    """
    lines = _first_lines(text)
    first = _below(lines) if masthead(text) else next((line for line in lines if not _is_no_headline(line)), "")
    return first if first and len(first) <= LONGEST_HEADLINE else otherwise


def _is_no_headline(line: str) -> bool:
    """Whether a line says only who wrote a text, or on which day."""
    return len(line) <= LONGEST_HEADLINE and bool(_AUTHOR.fullmatch(line) or _DAY.fullmatch(line))


def masthead(text: str) -> str | None:
    """The name of a paper or an agency, where a text begins with it on a line of its own, above a headline.

    >>> masthead("Milltown Voice\\n\\nPost attacked"), masthead("THE DAILY STAR\\nPost attacked")
    ('Milltown Voice', 'THE DAILY STAR')
    >>> masthead("Milltown Voice"), masthead("News of a post attacked\\n\\nTwo soldiers were killed.")
    (None, None)
    """
    lines = _first_lines(text)
    return lines[0] if lines and names_a_paper(lines[0]) and _below(lines) else None


def _first_lines(text: str) -> list[str]:
    return [line for one in text.lstrip("\ufeff").splitlines() if (line := one.strip())][:_MOST_BEFORE]


def _below(lines: Sequence[str]) -> str:
    """The headline below a masthead; empty where a sentence stands there."""
    below = next((line for line in lines[1:] if not _NO_HEADLINE.search(line)), "")
    return below if len(below) <= LONGEST_HEADLINE and below[-1:] not in (".", "…") else ""


def names_a_paper(words: str) -> bool:
    """Whether a few words, each with a capital, are the name of a paper, a broadcaster or an agency.

    >>> names_a_paper("Steppe News"), names_a_paper("The Gazette"), names_a_paper("Jane Roe"), names_a_paper("Post Attacked")
    (True, True, False, False)
    """
    parts = words.split()
    if not 2 <= len(parts) <= _MOST_NAME or not all(part.isalpha() and part[0].isupper() for part in parts):
        return False
    before = set(map(str.casefold, parts[:2])) & cue_words("before the name of a paper")
    return bool(before) or parts[-1].casefold() in cue_words("name of a paper")


def find_words(text: str, words: str) -> list[Span]:
    """Every place in a text where words stand, letter by letter but for case and for how they are spaced.

    >>> [(span.start, span.end) for span in find_words("Two soldiers died. The two  soldiers ...", "two soldiers")]
    [(0, 12), (23, 36)]
    """
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return []
    return [Span(*found.span()) for found in re.finditer(r"\s+".join(parts), text, flags=re.IGNORECASE)]
