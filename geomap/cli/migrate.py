"""``geomap migrate``."""

from __future__ import annotations

from geomap.cli.group import main
from geomap.cli.options import story_here
from geomap.cli.terminal import tell


@main.command()
def migrate() -> None:
    """Bring a story's files to the present names of fields.

    Files with names from before are read for one version, with a notice, and never changed unasked. Comments and order stay.

    \b
    Example:
      geomap migrate --project sahel
    """
    from geomap import project

    story = story_here()
    said = project.migrate(story)
    for file, changes in said.items():
        tell(f"{file}: {'; '.join(changes)}")
    tell(f"{len(said)} files changed" if said else "all files have the present names")
