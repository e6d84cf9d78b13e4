"""Three stories of three invented reports each, on three continents, begun and filled as a newcomer would.

The reports are ours, and what they tell is invented; the places are real. A value's words are given, and its spans found in the
text, as `geomap spans` finds them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from geomap.articles import find_words

#: What `run` is: a `geomap` command, which must succeed.
Run = Callable[..., object]


@dataclass(frozen=True, kw_only=True)
class Report:
    """A report: its text, when and by whom it was published, and its claims as lines of TOML with words for spans.

    A word or phrase between « and » stands for its span, with #2 after it for where it stands the second time.
    """

    published: str
    publisher: str
    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class InventedStory:
    """A story: what `geomap new` is told, what is added to its files, and its reports by the article's id."""

    border: str
    title: str
    settings: str
    places: str
    actors: str
    incidents: str
    reports: dict[str, Report]
    terms: str = ""
    files: dict[str, str] = field(default_factory=dict)


def spanned(line: str, text: str) -> str:
    """A line of TOML with each «words» replaced by where they stand."""
    parts = line.split("«")
    for number, part in enumerate(parts[1:], 1):
        words, rest = part.split("»", 1)
        words, _, which = words.partition("#")
        found = [span for span in find_words(text, words) if text[span.start : span.end] == words]
        assert found, f"{words!r} does not stand in the text"
        span = found[int(which or 1) - 1]
        parts[number] = f"[{span.start}, {span.end}]{rest}"
    return "".join(parts)


def begin(story: InventedStory, folder: Path, run: Run) -> None:
    """Make a story's folder by the commands and edits of the how-to."""
    run("new", folder, "--border", story.border, "--title", story.title)
    for name, more in (("geomap.toml", story.settings), ("places.csv", story.places), ("actors.csv", story.actors),
                       ("terms.csv", story.terms), ("incidents.toml", story.incidents)):  # fmt: skip
        file = folder / name
        file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    for name, content in story.files.items():
        (folder / name).write_text(content, encoding="utf-8")
    for name, report in story.reports.items():
        (folder.parent / f"{name}.txt").write_text(report.text, encoding="utf-8")
        run("add", folder.parent / f"{name}.txt", "--published", report.published, "--publisher", report.publisher,
            "--project", folder)  # fmt: skip
        file = folder / "articles" / f"{name}.toml"
        cited = [line for line in file.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
        cited = [line for line in cited if not line.startswith("no_claims")]
        file.write_text("\n".join([*cited, *claims_of(name, report), ""]), encoding="utf-8")


def claims_of(name: str, report: Report) -> Iterator[str]:
    """A report's claims as TOML."""
    for number, claim in enumerate(report.claims, 1):
        yield f'\n[[claims]]\nid = "{name}/{number}"'
        yield spanned(claim.strip(), report.text)


KASHMIR = InventedStory(
    border="IND-PAK",
    title="Shelling along the Line of Control, as three invented reports tell it",
    settings="""
near_km = 30
bands_km = [5, 30]

[[lines]]
name = "A line drawn by hand"
border = "by-hand.geojson"
drawn_by = "this test"
""",
    files={
        "by-hand.geojson": '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"a": "IND", "b": "PAK"}, '
        '"geometry": {"type": "LineString", "coordinates": [[73.9, 32.5], [74.0, 33.8], [73.75, 34.35], [74.5, 34.75]]}}]}'
    },
    places="""Uri,,,settlement,IN,Jammu and Kashmir,74.0327,34.0806,4000,,,,,GeoNames (CC BY 4.0),
Poonch,Punch,,settlement,IN,Jammu and Kashmir,74.0925,33.7703,5000,,,,,GeoNames (CC BY 4.0),
Kotli,,,settlement,PK,,73.9047,33.5156,5000,,,,,GeoNames (CC BY 4.0),
Jammu and Kashmir,,,province,IN,,,,,,IN-JK,,,Natural Earth 10m (public domain),
""",
    actors="""Indian Army,India,,
Pakistan Army,Pakistan,,
""",
    incidents="""
[[incidents]]
id = "2031-05-03-uri"
title = "Mortar fire on a post near Uri"
claims = [
  {claim = "gazette/1", reason = "the same post and the same night"},
  {claim = "herald/1", reason = "names Uri and the night"},
]

[[incidents.differences]]
field = "killed"
reason = "each counts for itself"
versions = [
  {claims = ["gazette/1"], says = "two soldiers"},
  {claims = ["herald/1"], says = "three soldiers"},
]

[[incidents]]
id = "2031-05-04-kotli"
title = "Rockets on a village near Kotli"
claims = [{claim = "herald/2", reason = "the only report of it"}]
""",
    reports={
        "gazette": Report(
            published="2031-05-04",
            publisher="The Gazette",
            text="Two soldiers killed near Uri\n\nTwo soldiers were killed and four villagers wounded on 3 May 2031 when "
            "mortar shells hit a post about 5 km from the Line of Control near Uri. The Indian Army blamed the Pakistan Army.\n",
            claims=(
                """
sub_event_type = {value = "Shelling/artillery/missile attack", derivation = "term", spans = [«mortar shells»]}
days = {value = {first = 2031-05-03, last = 2031-05-03}, derivation = "date", spans = [«3 May 2031»]}
place = {value = ["Uri"], derivation = "spelling", spans = [«Uri#2»]}
spans = [«Two soldiers were killed and four villagers wounded on 3 May 2031»]
actors = [
  {value = {name = "Pakistan Army", status = "alleged"}, derivation = "spelling", spans = [«Pakistan Army», «blamed»], attributed_to = "Indian Army", attributed_spans = [«Indian Army»]},
]
counts = [
  {value = {of = "killed", low = 2, high = 2, whom = "soldiers"}, derivation = "number", spans = [«Two soldiers#2», «killed#2»]},
  {value = {of = "injured", low = 4, high = 4}, derivation = "number", spans = [«four villagers», «wounded»]},
]
""",
            ),
        ),
        "herald": Report(
            published="2031-05-05",
            publisher="The Herald",
            text="Three dead in border shelling\n\nThree soldiers were killed in shelling at Uri on the night of 3 May 2031. "
            "Rockets struck a village near Kotli on 4 May 2031, injuring a woman.\n",
            claims=(
                """
sub_event_type = {value = "Shelling/artillery/missile attack", derivation = "term", spans = [«shelling#2»]}
days = {value = {first = 2031-05-03, last = 2031-05-03}, derivation = "date", spans = [«3 May 2031»]}
place = {value = ["Uri"], derivation = "spelling", spans = [«Uri»]}
spans = [«Three soldiers were killed in shelling at Uri on the night of 3 May 2031»]
counts = [
  {value = {of = "killed", low = 3, high = 3, whom = "soldiers"}, derivation = "number", spans = [«Three soldiers», «killed»]},
]
""",
                """
sub_event_type = {value = "Shelling/artillery/missile attack", derivation = "term", spans = [«Rockets struck»]}
days = {value = {first = 2031-05-04, last = 2031-05-04}, derivation = "date", spans = [«4 May 2031»]}
place = {value = ["Kotli"], derivation = "spelling", spans = [«Kotli»]}
spans = [«Rockets struck a village near Kotli on 4 May 2031, injuring a woman»]
weapons = [
  {value = "rocket", derivation = "term", spans = [«Rockets»]},
]
""",
            ),
        ),
        "courier": Report(
            published="2031-05-06",
            publisher="The Courier",
            text="A quiet day\n\nGunmen opened fire on policemen in Poonch district on 5 May 2031, officials said. Nobody was hurt.\n",
            claims=(
                """
sub_event_type = {value = "Attack", derivation = "term", spans = [«opened fire on»]}
days = {value = {first = 2031-05-05, last = 2031-05-05}, derivation = "date", spans = [«5 May 2031»]}
place = {value = ["Poonch", "Jammu and Kashmir", "India"], derivation = "read by a person", note = "it names the district alone"}
spans = [«Gunmen opened fire on policemen in Poonch district on 5 May 2031»]
targets = [
  {value = {what = "policemen"}, derivation = "literal", spans = [«policemen»]},
]
""",
            ),
        ),
    },
)

AMAZON = InventedStory(
    border="BRA-COL",
    title="River incidents on the equator, as three invented reports tell it",
    settings="""
home = ["BR", "CO"]
extent = [-72.5, -5.0, -66.0, 2.5]

[[sides]]
name = "Brazil"
country = "BR"

[[sides]]
name = "Colombia"
country = "CO"

[[sides]]
name = "River pirates"
acled = "Identity militia"
""",
    places="""Leticia,,,settlement,CO,,-69.9406,-4.2153,5000,,,,,GeoNames (CC BY 4.0),
Tabatinga,,,settlement,BR,,-69.9358,-4.2525,4000,,,,,GeoNames (CC BY 4.0),
Iauaretê,Iauarete,,settlement,BR,,-69.1850,0.6080,4000,,,,,GeoNames (CC BY 4.0),
La Pedrera,,,settlement,CO,,-69.5825,-1.3200,4000,,,,,GeoNames (CC BY 4.0),
""",
    actors="""river pirates,River pirates,pirates,
Brazilian Navy,Brazil,,
""",
    incidents="",
    reports={
        "gazette": Report(
            published="2031-02-11",
            publisher="The Gazette",
            text="Boats attacked\n\nRiver pirates attacked two boats near Leticia on 10 February 2031, killing one trader.\n",
            claims=(
                """
sub_event_type = {value = "Attack", derivation = "term", spans = [«attacked#2»]}
days = {value = {first = 2031-02-10, last = 2031-02-10}, derivation = "date", spans = [«10 February 2031»]}
place = {value = ["Leticia"], derivation = "spelling", spans = [«Leticia»]}
spans = [«River pirates attacked two boats near Leticia on 10 February 2031, killing one trader»]
actors = [
  {value = {name = "river pirates"}, derivation = "spelling", spans = [«River pirates»]},
]
counts = [
  {value = {of = "killed", low = 1, high = 1}, derivation = "number", spans = [«one trader», «killing»]},
]
""",
            ),
        ),
        "herald": Report(
            published="2031-02-13",
            publisher="The Herald",
            text="Clash on the river\n\nThe Brazilian Navy clashed with pirates 20 km north of Iauaretê on 12 February 2031. "
            "At least three pirates were killed.\n",
            claims=(
                """
sub_event_type = {value = "Armed clash", derivation = "term", spans = [«clashed»]}
days = {value = {first = 2031-02-12, last = 2031-02-12}, derivation = "date", spans = [«12 February 2031»]}
place = {value = ["Brazil"], derivation = "read by a person", note = "the navy of Brazil was there"}
spans = [«The Brazilian Navy clashed with pirates 20 km north of Iauaretê on 12 February 2031»]
actors = [
  {value = {name = "Brazilian Navy"}, derivation = "spelling", spans = [«Brazilian Navy»]},
]
counts = [
  {value = {of = "killed", low = 3}, derivation = "at least", spans = [«At least three pirates», «killed»]},
]
statements = [
  {value = {relation = "direction", of = "Iauaretê", distance_m = 20000.0, bearing = "N"}, derivation = "statement", spans = [«north of», «20 km», «Iauaretê»]},
]
""",
            ),
        ),
        "courier": Report(
            published="2031-02-15",
            publisher="The Courier",
            text="Protest in Tabatinga\n\nResidents protested in Tabatinga on 14 February 2031 against the attacks.\n",
            claims=(
                """
sub_event_type = {value = "Peaceful protest", derivation = "term", spans = [«protested»]}
days = {value = {first = 2031-02-14, last = 2031-02-14}, derivation = "date", spans = [«14 February 2031»]}
place = {value = ["Tabatinga"], derivation = "spelling", spans = [«Tabatinga#2»]}
spans = [«Residents protested in Tabatinga on 14 February 2031 against the attacks»]
""",
            ),
        ),
    },
)

SAHEL = InventedStory(
    border="MLI-NER",
    title="Raids across the border of Mali and Niger, as three invented reports tell it",
    settings='\nlicence = "CC0-1.0"\nattribution = "Three invented reports"\nquoted_lengths_km = [838]\n',
    places="""Ménaka,Menaka,,settlement,ML,,2.4022,15.9182,5000,,,,,GeoNames (CC BY 4.0),
Andéramboukane,Anderamboukane,,settlement,ML,,3.0167,15.4333,4000,,,,,GeoNames (CC BY 4.0),
Ouallam,,,settlement,NE,,2.0867,14.3187,5000,,,,,GeoNames (CC BY 4.0),
""",
    actors="""unidentified gunmen,Unknown,gunmen;armed men,
""",
    incidents="",
    reports={
        "gazette": Report(
            published="2031-09-02",
            publisher="The Gazette",
            text="Village raided\n\nGunmen on motorbikes attacked a village near Andéramboukane on 1 September 2031 and killed at "
            "least 12 people. Niger's defence ministry said its air force was alerted.\n",
            claims=(
                """
sub_event_type = {value = "Attack", derivation = "term", spans = [«attacked a village»]}
days = {value = {first = 2031-09-01, last = 2031-09-01}, derivation = "date", spans = [«1 September 2031»]}
place = {value = ["Andéramboukane"], derivation = "spelling", spans = [«Andéramboukane»]}
spans = [«Gunmen on motorbikes attacked a village near Andéramboukane on 1 September 2031»]
actors = [
  {value = {name = "unidentified gunmen"}, derivation = "spelling", spans = [«Gunmen»]},
]
counts = [
  {value = {of = "killed", low = 12}, derivation = "at least", spans = [«at least 12 people», «killed»]},
]
""",
            ),
        ),
        "herald": Report(
            published="2031-09-04",
            publisher="The Herald",
            text="Soldiers hit by a mine\n\nA roadside bomb killed four soldiers 30 km from the Nigerien border on the road from "
            "Ménaka to Andéramboukane on 3 September 2031.\n",
            claims=(
                """
sub_event_type = {value = "Remote explosive/landmine/IED", derivation = "term", spans = [«roadside bomb»]}
days = {value = {first = 2031-09-03, last = 2031-09-03}, derivation = "date", spans = [«3 September 2031»]}
place = {value = ["Mali"], derivation = "read by a person", note = "the road lies in Mali"}
spans = [«A roadside bomb killed four soldiers 30 km from the Nigerien border»]
counts = [
  {value = {of = "killed", low = 4, high = 4, whom = "soldiers"}, derivation = "number", spans = [«four soldiers», «killed»]},
]
statements = [
  {value = {relation = "distance", of = "MLI-NER", distance_m = 30000.0}, derivation = "statement", spans = [«km from», «30 km», «Nigerien border»]},
  {value = {relation = "road", of = "Ménaka", to = "Andéramboukane"}, derivation = "statement", spans = [«on the road from», «Ménaka», «Andéramboukane»]},
]
""",
            ),
        ),
        "courier": Report(
            published="2031-09-06",
            publisher="The Courier",
            text="Drone strike\n\nA drone strike hit fighters close to Ouallam on 5 September 2031, residents said.\n",
            claims=(
                """
sub_event_type = {value = "Air/drone strike", derivation = "term", spans = [«drone strike»]}
days = {value = {first = 2031-09-05, last = 2031-09-05}, derivation = "date", spans = [«5 September 2031»]}
place = {value = ["Ouallam"], derivation = "spelling", spans = [«Ouallam»]}
spans = [«A drone strike hit fighters close to Ouallam on 5 September 2031»]
weapons = [
  {value = "drone", derivation = "term", spans = [«drone»]},
]
""",
            ),
        ),
    },
)

STORIES = {"Asia": KASHMIR, "South America": AMAZON, "Africa": SAHEL}
