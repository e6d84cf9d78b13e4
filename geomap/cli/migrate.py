"""``geomap migrate``."""

from __future__ import annotations

from pathlib import Path

from geomap.cli.group import main
from geomap.cli.options import story_here, texts, texts_of
from geomap.cli.terminal import tell


@main.command()
@texts
def migrate(texts: Path | None) -> None:
    """Bring a story's files to the present names of fields, and give spans the fingerprints of their words.

    Files with names from before are read for one version, with a notice, and never changed unasked. Comments and order stay.
    Fingerprints are given where the cited text is at hand; by them `check --texts` knows the words in another copy of it.

    \b
    Example:
      geomap migrate --project sahel
    """
    from geomap import project
    from geomap.articles import fingerprint_files

    story = story_here()
    said = project.migrate(story)
    folder = texts_of(story, texts)
    given = fingerprint_files(story.path("."), folder) if folder else {}
    for file, changes in said.items():
        tell(f"{file}: {'; '.join(changes)}")
    for file, spans in given.items():
        tell(f"{file}: {spans} spans have the fingerprints of their words now")
    changed = len({*said, *given})
    tell(f"{changed} files changed" if changed else "all files have the present names")
