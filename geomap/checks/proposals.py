"""What geomap proposed, held against the rules and the texts as what a person wrote is; nothing of it reaches a map."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from geomap import project
from geomap.articles import check_claims, parse_article, read_articles, read_lexicon, read_lexicon_beside
from geomap.border import at_home, border_of
from geomap.checks.records import Report, hold_against_texts, unknown_countries, without_edge
from geomap.checks.remedies import Remedies
from geomap.checks.wording import loaded
from geomap.decisions import key_of
from geomap.errors import GeomapError, Problem
from geomap.gazetteer import read_gazetteer, read_places_beside
from geomap.model import Article, Claim, Story
from geomap.reading import read_text


def has_proposals(story: Story) -> bool:
    """Whether anything that was proposed waits for a person."""
    return any(story.path(project.PROPOSALS).glob("*.toml"))


def _against_accepted(article: Article, told: Sequence[Claim], other: Path) -> str | None:
    """What is odd about claims that wait beside an article's file in ``articles/``, as far as that can be read."""
    try:
        cited, accepted = parse_article(read_text(other), other.name)
    except GeomapError:
        return None
    if cited.text_sha256 != article.text_sha256:
        return f"{article.id}: was read in another copy of its text than articles/ cites; extract it again" if told else None
    known = set(map(key_of, accepted))
    return f"{article.id}: articles/ has it, too; remove one of its files" if known.intersection(map(key_of, told)) else None


def check_proposals(story: Story, texts: Path | None = None) -> Report:
    """Hold every file of a story's ``proposals/`` against the rules, with the lists of the story and those beside it together.

    Args:
        story: its settings; what is wrong in its own files is `check`'s to say.
        texts: a folder with ``<article id>.txt`` for each article whose text is held.
    """
    report, folder = Report(), story.path(project.PROPOSALS)
    try:
        border = border_of(story, story.border)
        story = at_home(story, border)
        own = read_lexicon(story.path("."), story.side_of, border=border.id, countries=border.countries)
        listed = read_gazetteer(story.path("places.csv"), project.read_outlines(story), home=story.home)
    except GeomapError:
        report.counted.append("not looked at before the story's own lists are right")
        return report
    files = report.read(lambda: read_articles(folder)) if has_proposals(story) else ()
    vocabulary = report.read(lambda: read_lexicon_beside(own, folder, story.side_of))
    gazetteer = report.read(lambda: read_places_beside(listed, folder / "places.csv"))
    if files is not None and vocabulary is not None and gazetteer is not None:
        remedies = Remedies(story, vocabulary, gazetteer)
        new = [place for name, place in gazetteer.places.items() if name not in listed.places]
        report.problems.extend(unknown_countries(new, gazetteer))
        for article, told in files:
            report.problems.extend(check_claims(article, told, vocabulary, remedies))
            report.problems.extend(without_edge(told, gazetteer, vocabulary.borders))
            other = story.path(f"articles/{article.id}.toml")
            if other.exists() and (odd := _against_accepted(article, told, other)):
                report.counted.append(odd)
        report.problems.extend(loaded((), (), files, (), places=new))
        held = [(article, told) for article, told in files if article.text_available]
        if texts is not None:
            hold_against_texts(report, texts, held, vocabulary, remedies)
        report.counted.insert(0, f"{len(files)} articles, {sum(len(told) for _, told in files)} claims")
    report.problems[:] = [p.in_folder(project.PROPOSALS) if isinstance(p, Problem) else p for p in report.problems]
    return report
