"""``LICENSES.md``: what someone who republishes a file of ours is asked to do."""

from __future__ import annotations

from collections.abc import Iterable

from geomap import project
from geomap.export.tables import BACKDROP
from geomap.project import Source
from geomap.tables import Tables, records

#: What each licence asks, in plain words; the licence itself is what binds.
ASKS = {
    "ODbL-1.0": (
        "Open Database License 1.0 (https://opendatacommons.org/licenses/odbl/1-0/): name the source where the data shows, "
        "keep this licence with the data, and share a changed database under the same licence. A map made from it needs only "
        "the name."
    ),
    "CC-BY-4.0": (
        "Creative Commons Attribution 4.0 (https://creativecommons.org/licenses/by/4.0/): name the source, link the licence, "
        "and say what was changed."
    ),
    "MIT": "MIT: keep the copyright line and the licence text with a copy of the code.",
    "BSD-2-Clause": "BSD 2-Clause: keep the copyright line and the licence text with a copy of the code.",
}
PUBLIC_DOMAIN = "Public domain: nothing is asked; naming the source is good manners."

#: What stands in each published file, by the files that it is made from.
MADE_FROM = {
    "incidents.geojson, changes, claims and tables": ("articles/", "incidents.toml", "places.csv", "actors.csv", "terms.csv"),
    "border, buffers and links": ("borders/", "lines/"),
    "areas": ("basemap/", "borders/", "places.csv", "world/"),
    "statements and places": ("articles/", "borders/", "places.csv"),
    "geomap.gpkg and geomap.qgz": (
        *(
            "articles/",
            "incidents.toml",
            "places.csv",
            "actors.csv",
            "terms.csv",
            "corrections.toml",
            "borders/",
            "lines/",
            "basemap/",
            "world/",
        ),
    ),
    "map.html": ("articles/", "incidents.toml", "places.csv", "borders/", "lines/", "basemap/", "world/"),
}


#: Of which of these a table is a part; every other one is of the first.
_PART_OF = {
    **dict.fromkeys(("border", "buffers", "links"), "border, buffers and links"),
    **dict.fromkeys(("statements", "places"), "statements and places"),
    "areas": "areas",
}
_LINES = ("borders/", "lines/")


def terms_of(name: str, published: Tables) -> dict[str, str]:
    """Whom to name where a table shows, with the licence of what is theirs, an SPDX name.

    As ``LICENSES.md`` says, but for lines: what binds those that are drawn stands in the table ``border``.
    """
    folders = MADE_FROM[_PART_OF.get(name, next(iter(MADE_FROM)))] if name not in BACKDROP else ("basemap/", "world/")
    found: dict[str, str] = {}
    if set(_LINES) & set(folders):
        lines = published.border if name == "border" else published.border.head(1)
        found |= {row["attribution"] or row["name"]: row["licence"] for row in records(lines) if row["licence"]}
    for source in sorted(project.sources_of(published.story), key=lambda source: source.file):
        if source.file.startswith(folders) and not source.file.startswith(_LINES):
            found[source.attribution] = source.licence
    return found


def licences_text(sources: Iterable[Source]) -> str:
    """The text of ``LICENSES.md``: per file, the sources in it and what their licences ask."""
    sources = sorted(sources, key=lambda source: source.file)
    lines = ["# What the licences ask of you", ""]
    for name, folders in MADE_FROM.items():
        lines += [f"## {name}", ""]
        for source in sources:
            if source.file.startswith(folders):
                lines.append(f"- {source.title} ({source.producer}): {source.licence}. Name it as: {source.attribution}")
        lines.append("")
    lines += [
        "map.html also holds Leaflet (BSD-2-Clause, © Volodymyr Agafonkin and contributors); its licence is in the page.",
        "",
    ]
    lines += ["## The licences", ""]
    for licence in sorted({source.licence for source in sources} | {"BSD-2-Clause"}):
        lines.append(f"- {licence}: {ASKS.get(licence, PUBLIC_DOMAIN if 'domain' in licence.lower() else 'see the licence.')}")
    return "\n".join(lines) + "\n"
