"""What of an article stands in the story's files: its citation, the claims that wait and those that were accepted."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from geomap import project
from geomap.articles import article_text, parse_article, read_text
from geomap.decisions.carry import Carried, Renamed, carried, same_name
from geomap.decisions.hand_kept import changed
from geomap.decisions.log import Log
from geomap.decisions.records import record_of
from geomap.errors import GeomapError, MissingError
from geomap.model import Article, Claim, Story
from geomap.project import PROPOSALS
from geomap.reading import read_text as read_file
from geomap.reading import write_as

#: The folder of what was accepted.
ARTICLES = "articles"
#: Why a citation has no claims: those that it may have wait, or there are none.
_NOT_READ: Final = "not read yet"
_NONE_FOUND: Final = "none found"

#: When a file was last written, how long it is and which it is; None where it is not there.
Stamp = tuple[int, int, int] | None


@dataclass
class Kept:
    """An article's files, and what they say with all decisions that stand."""

    id: str
    stamps: tuple[Stamp, Stamp]  #: of its file in ``articles/``, and of that in ``proposals/``
    accepted_text: str | None  #: of the file in ``articles/``
    accepted_in: Article | None  #: the citation that is there
    proposed_in: Article | None  #: the citation in ``proposals/``
    accepted: tuple[Claim, ...] = ()
    proposed: tuple[Claim, ...] = ()
    carried: Carried = field(default_factory=lambda: Carried([], []))

    @property
    def article(self) -> Article:
        """Its citation: of ``articles/`` where it is there."""
        found = self.accepted_in or self.proposed_in
        assert found is not None
        return found

    @property
    def is_stale(self) -> bool:
        """Whether what waits was read in another copy of the text than the one that is cited now."""
        both = self.accepted_in and self.proposed_in
        return bool(both) and self.accepted_in.text_sha256 != self.proposed_in.text_sha256  # type: ignore[union-attr]


def read_kept(story: Story, id: str) -> Kept | None:
    """An article's files as they are now; None where there are none.

    Raises:
        DataError: what cannot be right in them, a line each.
    """
    paths = [story.path(f"{folder}/{id}.toml") for folder in (ARTICLES, PROPOSALS)]
    stamps = stamps_of(story, id)
    if stamps == (None, None) or Path(id).name != id:  # "../geomap" is a file, and no article
        return None
    texts = [
        read_file(path, name=f"{ARTICLES}/{path.name}") if stamp else None for path, stamp in zip(paths, stamps, strict=True)
    ]
    accepted, proposed = (parse_article(text, f"{id}.toml") if text is not None else None for text in texts)
    return Kept(
        id,
        stamps,
        texts[0],
        accepted[0] if accepted else None,
        proposed[0] if proposed else None,
        accepted[1] if accepted else (),
        proposed[1] if proposed else (),
    )


def stamps_of(story: Story, id: str) -> tuple[Stamp, Stamp]:
    """How an article's files are now."""
    accepted, proposed = (stamp_of(story.path(f"{folder}/{id}.toml")) for folder in (ARTICLES, PROPOSALS))
    return accepted, proposed


def stamp_of(path: Path) -> Stamp:
    """How a file is now."""
    try:
        about = os.stat(path)
    except OSError:
        return None
    return about.st_mtime_ns, about.st_size, about.st_ino


def article_ids(story: Story) -> list[str]:
    """The ids of all articles that have a file, sorted."""
    return sorted({path.stem for folder in (ARTICLES, PROPOSALS) for path in story.path(folder).glob("*.toml")})


def text_of(article: Article, texts: Path) -> str | None:
    """An article's text, None where it is not at hand, or only another one than the cited, as `check` says."""
    try:
        return read_text(texts, article.id, article.text_sha256) if article.text_available else None
    except GeomapError:
        return None


def carried_in(kept: Kept, log: Log, texts: Path, renamed: Renamed = same_name) -> Carried:
    """What an article's files say with all decisions that stand.

    Args:
        kept: its files.
        log: all decisions.
        texts: the folder of texts, for decisions on another copy of its text.
        renamed: whether a place that a decision names is now called otherwise.
    """
    article = kept.article if kept.is_stale else kept.proposed_in or kept.article
    is_other = any(one.text != article.text_sha256 for one in log.of(kept.id))
    return carried(
        () if kept.is_stale else kept.proposed,
        kept.accepted,
        log,
        kept.id,
        sha256=article.text_sha256,
        text=text_of(article, texts) if is_other else None,
        renamed=renamed,
    )


def carried_of(story: Story, log: Log, id: str, texts: Path) -> Carried:
    """The same of an article by its id, where nothing is written.

    Raises:
        GeomapError: its files cannot be right, or are not there.
    """
    kept = read_kept(story, id)
    if kept is None:
        raise MissingError(f"{id}: the story has no such article; name one of articles/ or proposals/")
    return carried_in(kept, log, texts)


def write_kept(kept: Kept, story: Story) -> None:
    """Write what an article's files are to say, where they do not say it: what was accepted first, then what waits."""
    carried = kept.carried
    if tuple(carried.accepted) != kept.accepted:
        content = _with_accepted(kept)
        with project.replacing(story.path(ARTICLES)) as fresh:
            write_as(story.path(f"{ARTICLES}/{kept.id}.toml"), fresh / f"{kept.id}.toml", content)
        article, accepted = parse_article(content, f"{kept.id}.toml")
        kept.accepted_text, kept.accepted_in, kept.accepted = content, article, accepted
    if kept.proposed_in and not kept.is_stale and tuple(carried.proposed) != kept.proposed:
        kept.proposed_in = _cited(kept.proposed_in, carried.proposed)
        kept.proposed = tuple(carried.proposed)
        with project.replacing(story.path(PROPOSALS)) as fresh:
            content = article_text(kept.proposed_in, kept.proposed)
            (fresh / f"{kept.id}.toml").write_text(content, encoding="utf-8", newline="\n")
    kept.stamps = stamps_of(story, kept.id)


def _cited(article: Article, claims: Sequence[Claim]) -> Article:
    """A citation that says whether it has claims."""
    return replace(article, no_claims=None if claims else article.no_claims or _NONE_FOUND)


def _with_accepted(kept: Kept) -> str:
    """The text of a file of ``articles/`` with the claims that are accepted; all else stays as it is."""
    now = kept.carried.accepted
    if kept.accepted_text is None:
        return article_text(_cited(kept.article, now), now)
    text = kept.accepted_text.replace("\r\n", "\n")
    before = {claim.id: claim for claim in kept.accepted}
    after: Mapping[str, Claim] = {claim.id: claim for claim in now}
    for id in (*before, *(id for id in after if id not in before)):
        old, new = before.get(id), after.get(id)
        if old != new or record_of(old) != record_of(new):
            text = changed(text, "claims", record_of(old), record_of(new))
    return _with_no_claims(text, bool(before), bool(after), _NOT_READ if kept.carried.proposed else _NONE_FOUND)


def _with_no_claims(text: str, had: bool, has: bool, why: str) -> str:
    """A file's text whose citation says why it has no claims, or no longer says so."""
    if had == has:
        return text
    lines = text.split("\n")
    at = next(n for n, line in enumerate(lines) if line.strip() == "[article]")
    if has:
        return "\n".join(line for n, line in enumerate(lines) if n <= at or not line.lstrip().startswith("no_claims"))
    return "\n".join([*lines[: at + 1], f'no_claims = "{why}"', *lines[at + 1 :]])
