"""The lines of ``incidents.toml`` that make claims one incident, for a person to paste and judge."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from geomap.incidents.grouping import new_id, of_one, title_of
from geomap.incidents.proposing import Link
from geomap.language import slug
from geomap.model import Claim, Grouping


def to_paste(
    claims: Sequence[Claim], links: Sequence[Link], home: Mapping[str, str], taken: set[str], rest: Sequence[Claim] = ()
) -> tuple[str, str]:
    """Where to paste what, so that claims that may be one event are one incident.

    Args:
        claims: that may be one event, two or more.
        links: why each two may be.
        home: claim id → the story's incident that it belongs to: such a claim stays in it, and the others are added.
        taken: ids of incidents; what is given here is from now on taken.
        rest: claims of the same articles that stand alone. Once the file names one claim of an article, it has to name all.

    Returns:
        A sentence that says where, and the lines; no lines where a person has judged the claims to be of several incidents.
    """
    homes = list(dict.fromkeys(home[claim.id] for claim in claims if claim.id in home))
    if len(homes) > 1:
        return f"incidents.toml has them in {' and '.join(homes)}; judge which is right", ""
    lines = "".join(_judgements([claim for claim in claims if claim.id not in home], links))
    if homes:
        return f"paste into the claims of {homes[0]} in incidents.toml, once articles/ has their files", lines.rstrip("\n")
    where = "paste into incidents.toml, once articles/ has their files; give it a title of your own"
    own = _block(_id(claims, taken), title_of(claims[0]), lines)
    return where, "\n\n".join([own, *(block_of(of_one(claim, taken)).rstrip("\n") for claim in rest)])


def _judgements(claims: Sequence[Claim], links: Sequence[Link]) -> Iterator[str]:
    for claim in claims:
        link = next(link for link in links if claim.id in (link.one, link.other))
        other = link.other if claim.id == link.one else link.one
        yield f"    {{claim = {quoted(claim.id)}, reason = {quoted(f'as {other}: {link.reason}')}}},\n"


def _id(claims: Sequence[Claim], taken: set[str]) -> str:
    """A day and a place, as far as the claims give them, and a number where an incident has that id."""
    days = [day for claim in claims if (day := claim.days.value.first or claim.days.value.last)]
    place = next((claim.place.value[0] for claim in claims if claim.place), claims[0].sub_event_type.value)
    name = slug(f"{min(days)}-{place}" if days else place)
    return new_id(name, taken)


def block_of(grouping: Grouping) -> str:
    """The lines of an incident without differences and sites."""
    lines = "".join(f"    {{claim = {quoted(j.claim)}, reason = {quoted(j.reason)}}},\n" for j in grouping.claims)
    return _block(grouping.id, grouping.title, lines) + "\n"


def _block(id: str, title: str, lines: str) -> str:
    return f"[[incidents]]\nid = {quoted(id)}\ntitle = {quoted(title)}\nclaims = [\n{lines}]"


def quoted(words: str) -> str:
    """Words as a string of TOML."""
    return json.dumps(words, ensure_ascii=False)
