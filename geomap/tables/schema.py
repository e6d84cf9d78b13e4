"""The published schema: for every table and column what it holds, its type and its unit.

The files, the page, the README's table and the data dictionary are made from it. Geometry is lon/lat on WGS 84; a column
that is unknown is null.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CRS = "EPSG:4326"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, type, what it says, and its unit where it has one."""

    name: str
    type: Literal["text", "integer", "number", "date"]
    says: str
    unit: str | None = None


INCIDENTS = (
    Column("id", "text", "the incident's id, which never changes"),
    Column("title", "text", "a headline in our own words"),
    Column("kind", "text", "what the symbol shows: strike, bombing, clash, attack, protest, arrest or other"),
    Column("event_type", "text", "ACLED's event type"),
    Column("sub_event_type", "text", "ACLED's sub-event type"),
    Column("first_day", "date", "the earliest day it can have happened; null where the sources leave it open"),
    Column("last_day", "date", "the latest day it can have happened"),
    Column("date_precision", "text", "day, month, year, interval, no later than, no earlier than, or undated"),
    Column("when", "text", "the date in words"),
    Column("place", "text", "the place of the best reading"),
    Column("place_local", "text", "its name in the local script"),
    Column("level", "text", "how finely the place is known: site, settlement, district, province, country or unlocated"),
    Column("district", "text", "the district or county that holds it, where the sources say so"),
    Column("province", "text", "the first-level area that holds it"),
    Column("country", "text", "ISO 3166-1 alpha-2 code of the country, from the sources"),
    Column("method", "text", "how the region was found, or why there is none"),
    Column("reason", "text", "why this reading of where is the best, and which accounts it leaves aside"),
    Column("no_pin", "text", "why the incident has no point; null where it has one"),
    Column("radius_km", "number", "how far the region reaches from the point", "km"),
    Column("parts", "integer", "how many separate areas the region has"),
    Column("border", "text", "the border that distances are measured to"),
    Column("border_km", "number", "distance of the point from the border; null without a point", "km"),
    Column("border_min_km", "number", "least distance of the region from the border", "km"),
    Column("border_max_km", "number", "greatest distance of the region from the border", "km"),
    Column(
        "border_side", "text", "the country on whose side the region lies; null where it straddles the line or is not located"
    ),
    Column("border_near", "text", "yes, no or unknown: whether the whole region lies within the threshold of the border"),
    Column("killed_min", "integer", "fewest killed over all accounts; null where no account says"),
    Column("killed_max", "integer", "most killed over all accounts; null where open or not stated"),
    Column("injured_min", "integer", "fewest injured over all accounts; null where no account says"),
    Column("injured_max", "integer", "most injured over all accounts; null where open or not stated"),
    Column(
        "actors",
        "text",
        "who did it, joined by ;, each with (claimed), (admitted), (alleged) or (denied) where not plainly stated",
    ),
    Column(
        "side",
        "text",
        "the side of who did it, which the colour shows: stated, admitted or claimed, never alleged alone; Unknown for several",
    ),
    Column("target", "text", "against whom or what, as the accounts say, joined by ;"),
    Column("weapons", "text", "with what, joined by ;"),
    Column("accounts", "integer", "how many claims tell of it"),
    Column("sources", "text", "the articles that tell of it, joined by ;"),
    Column("outside", "integer", "how many of the accounts are outside publications"),
    Column("differs", "integer", "how many differences between the accounts are recorded"),
    Column("differences", "text", "the fields in which accounts differ, joined by ;"),
    Column("confidence", "text", "confirmed, single source, disputed or claimed"),
    Column("confidence_rule", "text", "the rule behind that word"),
)
AREAS = (
    Column("id", "text", "the incident's id, a slash, and best or the claim's id"),
    Column("incident", "text", "the incident"),
    Column(
        "role",
        "text",
        "best: what distances are measured from; account: by one account alone; reading: by another reading of it",
    ),
    Column("claim", "text", "the claim, for an account or a reading of it"),
    Column("title", "text", "the incident's headline"),
    Column("kind", "text", "the incident's kind"),
    Column("side", "text", "as of the incident"),
    Column("first_day", "date", "as of the incident"),
    Column("last_day", "date", "as of the incident"),
    Column("place", "text", "the place"),
    Column("level", "text", "how finely the place is known"),
    Column("country", "text", "ISO 3166-1 alpha-2 code"),
    Column("method", "text", "how the area was found"),
    Column("parts", "integer", "how many separate areas it has"),
    Column(
        "weights",
        "text",
        "of several: each one's share of the area, not its chance, and what speaks against it, joined by ;",
    ),
    Column("border_min_km", "number", "least distance of the area from the border", "km"),
    Column("border_max_km", "number", "greatest distance of the area from the border", "km"),
)
BORDER = (
    Column("id", "text", "the two countries' ISO 3166-1 alpha-3 codes"),
    Column("name", "text", "the border's name"),
    Column("length_km", "number", "geodesic length of the line at this detail", "km"),
    Column("detail_m", "number", "the tolerance that the line was simplified with", "m"),
    Column("source", "text", "who made the line"),
    Column("licence", "text", "under which licence"),
    Column("attribution", "text", "what must be shown with it"),
)
BUFFERS = (
    Column("id", "text", "the border's id, a slash, the distance"),
    Column("border", "text", "the border"),
    Column("km", "number", "every point of the buffer is within this geodesic distance of the border", "km"),
)
LINKS = (
    Column("id", "text", "the incident's id, a slash, nearest or farthest"),
    Column("incident", "text", "the incident"),
    Column(
        "end", "text", "nearest or farthest: which point of the region the line runs from, to the border point nearest to it"
    ),
    Column("km", "number", "its geodesic length", "km"),
)
PLACES = (
    Column("id", "text", "the place's name, as used in the other tables"),
    Column("local", "text", "its name in the local script"),
    Column("spellings", "text", "other spellings, joined by ;"),
    Column("level", "text", "site, settlement, district, province or country"),
    Column("country", "text", "ISO 3166-1 alpha-2 code"),
    Column("within", "text", "what holds it"),
    Column("radius_km", "number", "how far the place reaches from its point", "km"),
    Column("geonames_id", "integer", "its GeoNames id"),
    Column("source", "text", "who prints the coordinates"),
    Column("note", "text", "what else is known of them"),
)
CLAIMS = (
    Column("id", "text", "the claim's id: the article, a slash, a number"),
    Column("incident", "text", "the incident it is judged to tell of"),
    Column("article", "text", "the article's id"),
    Column("outside", "integer", "1 for an outside publication, whose text nobody here holds"),
    Column("sub_event_type", "text", "ACLED's sub-event type, as this account has it"),
    Column("first_day", "date", "the earliest day by this account"),
    Column("last_day", "date", "the latest day by this account"),
    Column("when", "text", "the date in words"),
    Column("place", "text", "the place as a path of names, finest first"),
    Column("region", "text", "how this account's region was found, or why there is none"),
    Column(
        "border_min_km", "number", "least distance of this account's region from the border; null for a whole country", "km"
    ),
    Column("border_max_km", "number", "greatest distance of this account's region from the border", "km"),
    Column("killed_min", "integer", "fewest killed by this account"),
    Column("killed_max", "integer", "most killed by this account"),
    Column("injured_min", "integer", "fewest injured by this account"),
    Column("injured_max", "integer", "most injured by this account"),
    Column("actors", "text", "who did it, by this account"),
    Column("target", "text", "against whom or what"),
    Column("weapons", "text", "with what"),
    Column("statements", "text", "what this account says about where it lies"),
    Column("spans", "text", "the passages of the article, as start-end offsets joined by ;"),
    Column("judgement", "text", "why the claim tells of this incident"),
    Column("alternatives", "text", "other incidents it might tell of, joined by ;"),
)
VALUES = (
    Column("claim", "text", "the claim"),
    Column("field", "text", "the field of the claim"),
    Column("value", "text", "the value in our words"),
    Column("by", "text", "whom the article credits with it"),
    Column("spans", "text", "where the article says it, as start-end offsets joined by ;"),
    Column("derivation", "text", "how it follows from the words"),
    Column("note", "text", "how a person read it, where that is the derivation"),
)
ARTICLES = (
    Column("id", "text", "the article's id"),
    Column("title", "text", "its title"),
    Column("publisher", "text", "who published it"),
    Column("published", "date", "the day of publication"),
    Column("address", "text", "where it stands"),
    Column("outside", "integer", "1 for an outside publication"),
    Column("inferred", "text", "what the text does not print, joined by ;"),
    Column("text_sha256", "text", "sha256 of the text that spans refer to"),
)
STATEMENTS = (
    Column("id", "text", "the claim's id, its statement, and the reading or the point in circulation that is judged"),
    Column("incident", "text", "the incident"),
    Column("claim", "text", "the claim that makes the statement"),
    Column("article", "text", "the article's id"),
    Column("spans", "text", "where the article says it, as start-end offsets joined by ;"),
    Column("said", "text", "the statement in our words"),
    Column("reading", "text", "how it is taken, with the tolerance"),
    Column("stated_min_km", "number", "the least distance that the reading allows", "km"),
    Column("stated_max_km", "number", "the greatest distance that the reading allows; null where it allows any", "km"),
    Column(
        "measured_min_km", "number", "the least distance of the evidence; for a length, the length of the line as drawn", "km"
    ),
    Column("measured_max_km", "number", "the greatest distance of the evidence", "km"),
    Column("verdict", "text", "holds, does not hold, or cannot be said"),
    Column("evidence", "text", "what was measured: what all accounts allow without a statement about the same border or place"),
)
DIFFERENCES = (
    Column("incident", "text", "the incident"),
    Column("field", "text", "in what the accounts differ"),
    Column("account", "text", "what one side says"),
    Column("claims", "text", "the claims that say it, joined by ;"),
    Column("better", "integer", "1 for the account that is better supported"),
    Column("reason", "text", "why"),
)
SCHEMA: dict[str, tuple[Column, ...]] = {
    "incidents": INCIDENTS,
    "areas": AREAS,
    "border": BORDER,
    "buffers": BUFFERS,
    "links": LINKS,
    "places": PLACES,
    "claims": CLAIMS,
    "values": VALUES,
    "articles": ARTICLES,
    "differences": DIFFERENCES,
    "statements": STATEMENTS,
}
