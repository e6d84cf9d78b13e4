"""``geomap measure``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.group import main
from geomap.cli.options import Finite, as_json, border_asked, border_name, near, output, story_if_any
from geomap.cli.wording import line_in_words

if TYPE_CHECKING:
    from rich.console import Console

    from geomap.border import Border
    from geomap.model import Story

#: A point farther off than this, that is nearer than half of it with lon and lat swapped, was probably swapped.
FAR_M = 1_000_000.0


@main.command()
@click.option("--lon", type=Finite(-180, 180), required=True, help="Longitude, degrees east.")
@click.option("--lat", type=Finite(-90, 90), required=True, help="Latitude, degrees north.")
@border_name
@click.option(
    "--compare", multiple=True, help="The same point on another pair, file, or further line of the story; may be given again."
)
@click.option("--yes", is_flag=True, help="Measure although the point looks as if lon and lat were swapped.")
@near
@as_json
def measure(
    lon: float, lat: float, border_name: str | None, compare: tuple[str, ...], yes: bool, near_km: float | None, as_json: bool
) -> None:
    """Measure a point's geodesic distance from the border.

    \b
    Example:
      geomap measure --lon 61.5 --lat 27.2 --border IRN-PAK
    """
    from geomap.border import BESIDE_M
    from geomap.vocabulary import NEAR_BORDER_KM

    story = None if border_name is not None else story_if_any()
    near_km = near_km if near_km is not None else story.near_km if story else NEAR_BORDER_KM
    border = border_asked(border_name, story)
    asked = f" --border {border_name}" if border_name is not None else ""
    found = border.measure([lon], [lat])
    side = border.country_at([lon], [lat])[0]
    distance = float(found.distance_m[0])
    if not yes:
        _refuse_swapped(border, lon, lat, distance)
    nearest = (float(found.nearest_lon[0]), float(found.nearest_lat[0]))
    result: dict[str, Any] = {
        "lon": lon,
        "lat": lat,
        "border": border.id,
        "distance_km": round(distance / 1000, 3),
        "nearest": {"lon": round(nearest[0], 6), "lat": round(nearest[1], 6)},
        "side": side or None,
        "near": True if distance <= near_km * 1000 else None if found.at_gap[0] else False,
        "at_end": border.is_end(*nearest),
        "at_gap": bool(found.at_gap[0]),
        "line": border.provenance,
    }
    if compare:
        result |= _compared(result, _lines(story, compare))

    def say(console: Console) -> None:
        near = {True: "near", False: "not near", None: "perhaps near"}[result["near"]]
        console.print(f"{result['distance_km']:,.3f} km from {border.id}, {near} (within {near_km:g} km)")
        console.print(f"nearest border point {nearest[0]:.6f}, {nearest[1]:.6f} (lon, lat)")
        if result["at_gap"]:
            console.print(f"a stretch that this line lacks may be nearer: geomap border{asked} lists its gaps")
        elif result["at_end"]:
            console.print("which is an end of the line: where the border ends, or at a gap past which it may be nearer")
        areas = "the base map's countries" if len(border.areas) > len(border.countries) else "the file's two areas"
        by = areas if distance > BESIDE_M and side in border.areas else "the line"
        console.print(f"side {side} (by {by})" if side else "side cannot be said")
        for name, km in result.get("compare", {}).items():
            console.print(f"{km:,.3f} km from {name}")
        if "compare" in result:
            console.print(f"the borders differ by {result['spread_km']:,.3f} km here")
        for line in (result["line"], *result.get("compared_lines", {}).values()):
            for words in (line_in_words(line), *line["weak"]):
                console.print(words)

    output(result, as_json, say)


def _lines(story: Story | None, names: Sequence[str]) -> dict[str, Border]:
    """Lines by name: further lines of a story, pairs and files."""
    from geomap.border import Border, border_of

    further = {line.name: border_of(story, line.border) for line in story.lines if line.name in names} if story else {}
    return {name: further.get(name) or Border.read(name) for name in names}


def _compared(result: dict[str, Any], lines: dict[str, Border]) -> dict[str, Any]:
    """How far the same point is from other lines, by name, and how much all of them differ."""
    point = [result["lon"]], [result["lat"]]
    others = {name: round(float(line.measure(*point).distance_m[0]) / 1000, 3) for name, line in lines.items()}
    every = [result["distance_km"], *others.values()]
    return {
        "compare": others,
        "spread_km": round(max(every) - min(every), 3),
        "compared_lines": {name: line.provenance for name, line in lines.items()},
    }


def _refuse_swapped(border: Border, lon: float, lat: float, distance_m: float) -> None:
    if distance_m > FAR_M and abs(lon) <= 90 and float(border.measure([lat], [lon]).distance_m[0]) < FAR_M / 2:
        raise click.UsageError(
            f"lon {lon:g}, lat {lat:g} lies {distance_m / 1000:,.0f} km from {border.id}, and swapped it would be near: "
            "write --lon before east, --lat before north, or add --yes"
        )
