"""``geomap locate``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from geomap.cli.group import main
from geomap.cli.options import as_json, border_name, output, story_if_any, story_in_place_of_border
from geomap.cli.terminal import print_json, tell
from geomap.cli.wording import kilometres, line_in_words

if TYPE_CHECKING:
    from rich.console import Console


@main.command()
@click.argument("words")
@click.option("--country", help="Only there: a country's ISO 3166-1 alpha-2 code, such as FR.")
@border_name
@click.option(
    "--tolerance",
    "tolerances",
    multiple=True,
    metavar="KEY=VALUE",
    help="How far words may be from the truth; may be given again.",
)
@click.option("--geojson", is_flag=True, help="Print the areas as GeoJSON.")
@as_json
@click.pass_context
def locate(
    ctx: click.Context,
    words: str,
    country: str | None,
    border_name: str | None,
    tolerances: tuple[str, ...],
    geojson: bool,
    as_json: bool,
) -> None:
    """Turn words about a place into the areas where they hold.

    Understood are: "about 45 km from X", "45 to 50 km from X", "less than 20 km from X", "more than 30 km from X", "12 km west
    of X", "10 km inside Iran", "just under 20 km from X", "a dozen km from X", "a few km from X", "90 km by road from X",
    "near X", "along the border", "on the Pakistani side of the border", "across the border from X", "on the X-Y road", "border
    town", "X border crossing", "between X and Y", "halfway between X and Y", "on the road from X to Y", "north of X",
    "outskirts of X", "in X district", "in the south of X", "southern X", "central X", "X, which borders Y", "a village
    bordering X", "where X, Y and Z meet", "X, Iran", "27.17N 64.27E", "two hours by car from X" (20 to 100 km an hour; 3 to 6
    on foot), joined by "and" or commas. Ends with 1 where nothing fits all of the words.

    \b
    Tolerances, with what is usual:
      rounding=1            of a figure, in halves of the unit that it is rounded to
      about=2               "about" widens it by so much
      detour=1.1-2.1        a road is so many times as long as the straight line
      near_border_km=50     near the border
      along_km=15           along the border
      near_place_km=25      near a place
      reach_km=100          "north of X" reaches so far
      cardinal_deg=45       "north" may be off by so much
      intercardinal_deg=22.5
      between=1.1           the way over a place between two is at most so many times as long
      road_half_width_km=10 a road strays so far from the straight line between its ends
      halfway=0.1           off the middle by at most this share of the way
      outskirts=0.5-2       in radii of the town
      part=0.6              "the south of X" is so much of its area

    \b
    Examples:
      geomap locate "45 km from the Iranian border and 90 km from Panjgur" --country PK
      geomap locate "20 km by road from Turbat" --tolerance detour=1.2-1.6 --tolerance rounding=2
    """
    from geomap.places import adjusted, locate_words

    try:
        stated = adjusted(tolerances)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--tolerance") from error
    story = story_if_any() if border_name is not None else story_in_place_of_border()
    found = locate_words(words, story=story, border_name=border_name, country=country, tolerances=stated)
    if not any(reading["areas"] for reading in found["readings"]):
        ctx.exit(_say_nothing_fits(found, as_json or geojson))
    if geojson:
        print_json({"type": "FeatureCollection", "features": _features(found)})
        tell(line_in_words(found["line"]))
        return
    output(found, as_json, lambda console: _say_located(console, found))


def _features(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"type": "Feature", "properties": {k: v for k, v in part.items() if k != "geometry"}, "geometry": part["geometry"]}
        for reading in found["readings"]
        for part in ({"reading": reading["reading"], **p} for p in reading["areas"])
    ]


def _say_nothing_fits(found: dict[str, Any], as_data: bool) -> int:
    """What speaks against each reading, as a refusal; gives the exit code."""
    if as_data:
        print_json(found)
    for reason in dict.fromkeys(reading["found"] for reading in found["readings"]):
        tell(f"nothing fits all of these words: {reason}")
    return 1


def _say_located(console: Console, found: dict[str, Any]) -> None:
    for reading in found["readings"]:
        console.print(reading["reading"], end=": ", style="bold")
        console.print(reading["found"])
        for part in reading["areas"]:
            against = f"; against it: {'; '.join(part['against'])}" if part["against"] else ""
            where = f"such as {part['lon']:.3f}, {part['lat']:.3f} (lon, lat)  {part['km2']:,.{int(part['km2'] < 10)}f} km²"
            share = f"{part['share']:.0%} of the area" if part["share"] >= 0.01 else "<1% of the area"
            gap = ", whose line has a gap that may be nearer" if part["at_gap"] else ""
            away = f"{kilometres(*part['distance_km'])} from {found['border']}{gap}"
            console.print(f"  {part['letter']} {share}  {where}  {away}{against}")
    for words in (line_in_words(found["line"]), *found["line"]["weak"]):
        console.print(words)
