"""``LICENSES.md``: what someone who republishes a file of ours is asked to do."""

from __future__ import annotations

from collections.abc import Iterable

from geomap.project import Source

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

#: What stands in each published file, by the folders of `geodata/` that it is made from.
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
