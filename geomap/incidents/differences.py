"""Where the accounts of an incident cannot all hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from geomap.errors import Problem
from geomap.incidents.counts import CASUALTIES, counted, victims_of
from geomap.incidents.days import days_allowed, days_shared
from geomap.model import Claim, Days, Difference, Grouping, Version
from geomap.vocabulary import EVENT_TYPES, Casualty, standings

R = TypeVar("R", bound=Hashable)

#: What is said of people at one place says nothing of another.
BEFELL = (*CASUALTIES, "victims")

#: How the field of a difference begins whose accounts agree as far as each goes: one says more than another.
FINER = "precision of "


def differences_found(claims: Sequence[Claim], sides: Mapping[str, str] | None = None) -> tuple[Difference, ...]:
    """Where the claims cannot all hold, found by comparison; none is weighed.

    Compared are days (no day in common), counts of killed and injured (no number in common), who the dead were (civilians
    alone or armed people alone), the type of event, and who did it (no side in common; whoever is not identified may be of any
    side). Places are compared as regions, elsewhere.

    Args:
        claims: of one incident.
        sides: actor name → side; an actor that is not listed is a side of its own.
    """
    readings: dict[str, Callable[[Claim], Any]] = {
        "days": days_allowed,
        **{of: partial(counted, of=of) for of in CASUALTIES},
        "victims": partial(_standing, of="killed"),
        "sub_event_type": lambda claim: EVENT_TYPES[claim.sub_event_type.value],
        "actors": lambda claim: _sides(claim, sides or {}) or None,
    }
    return tuple(
        Difference(field=field, versions=versions, better=None, reason="found by comparison, not weighed")
        for field, reading in readings.items()
        if (versions := _versions(exclusive(claims, reading), reading))
    )


def unjudged(groupings: Sequence[Grouping], claims: Sequence[Claim], sides: Mapping[str, str] | None = None) -> list[Problem]:
    """The differences found by comparison that no judged difference covers, a sentence each.

    How many were hurt is compared among the accounts of one site, and among those of the whole: nobody hurt here does not
    contradict deaths there. Who they were is compared between the whole and each site, too.
    """
    known = {claim.id: claim for claim in claims}
    problems = []
    for grouping in groupings:
        told = [known[j.claim] for j in grouping.claims if j.claim in known]
        apart = {claim: number for number, site in enumerate(grouping.sites) for claim in site.claims}
        places = [[claim for claim in told if apart.get(claim.id) == n] for n in (None, *range(len(grouping.sites)))]
        everywhere = [found for found in differences_found(told, sides) if found.field not in BEFELL]
        somewhere = [found for place in places for found in differences_found(place, sides) if found.field in CASUALTIES]
        # Who the dead were may differ between the whole and a site of it.
        for place in places[1:] or places:
            together = dict.fromkeys([*places[0], *place])
            somewhere += [found for found in differences_found(list(together), sides) if found.field == "victims"]
        for found in everywhere + somewhere:
            judged = [_named(difference) for difference in grouping.differences if difference.field == found.field]
            if not any(_named(found) <= names for names in judged):
                said = "; ".join(f"{', '.join(version.claims)}: {version.says}" for version in found.versions)
                wrong = f"incident {grouping.id}: accounts differ on {found.field} ({said}); judge it"
                at = ("incidents", grouping.id, "id")
                problems.append(Problem("incidents.toml", wrong, at, remedy=_to_judge(found, grouping)))
    return problems


def _to_judge(found: Difference, grouping: Grouping) -> str:
    """The lines of a difference that was found, for a person to judge."""
    versions = "".join(
        f"  {{says = {json.dumps(v.says, ensure_ascii=False)}, claims = {json.dumps(v.claims)}}},\n" for v in found.versions
    )
    where = f"paste below {grouping.id} in incidents.toml, and say why; where one account is better, add: better = its claim"
    return f'{where}\n[[incidents.differences]]\nfield = "{found.field}"\nversions = [\n{versions}]\nreason = ""'


def unmentioned(groupings: Sequence[Grouping], claims: Sequence[Claim]) -> list[Problem]:
    """The claims that a judged difference passes over although they say something of its field, a sentence each.

    Whoever judged did not know them, or forgot them: what was judged may not hold any more. Of what befell people and of where,
    no claim of one site is asked for in a difference among those of another.
    """
    known = {claim.id: claim for claim in claims}
    problems = []
    for grouping in groupings:
        told = [known[j.claim] for j in grouping.claims if j.claim in known]
        home = {claim: number for number, site in enumerate(grouping.sites) for claim in site.claims}
        for n, difference in enumerate(grouping.differences):
            named = _named(difference)
            of_a_place = difference.field.removeprefix(FINER) in (*BEFELL, "place")
            homes = {home.get(claim) for claim in named}
            over = [c.id for c in told if c.id not in named and (not of_a_place or home.get(c.id) in homes)]
            problems += [
                Problem(
                    "incidents.toml",
                    f"incident {grouping.id}: the difference on {difference.field} passes over {claim}, which says something "
                    "of it; name it in a version",
                    ("incidents", grouping.id, "differences", n, "field"),
                )
                for claim in over
                if _says(known[claim], difference.field.removeprefix(FINER))
            ]
    return problems


def _says(claim: Claim, field: str) -> bool:
    """Whether a claim has a value for what a difference is about."""
    if field in CASUALTIES:
        return any(said.value.of == field for said in claim.counts)
    return bool(getattr(claim, field, None) or (field == "place" and claim.statements))


def weaker(differences: Iterable[Difference], field: str) -> frozenset[str]:
    """The claims whose account of a field a person judged the weaker one."""
    judged = [d for d in differences if d.field == field and d.better is not None]
    return frozenset(c for d in judged for version in d.versions if d.better not in version.claims for c in version.claims)


def better(differences: Iterable[Difference], field: str) -> frozenset[str]:
    """The claims whose account of a field a person judged the better one."""
    judged = [d for d in differences if d.field == field and d.better is not None]
    return frozenset(c for d in judged for version in d.versions if d.better in version.claims for c in version.claims)


def _standing(claim: Claim, of: Casualty) -> frozenset[str] | None:
    """Whether the dead of an account were civilians, armed people, or both; None where it does not say."""
    return frozenset(kind for who, _ in victims_of(claim, of) for kind in standings(who)) or None


def _sides(claim: Claim, sides: Mapping[str, str]) -> frozenset[str]:
    named = {sides.get(said.value.name, said.value.name) for said in claim.actors if said.value.status != "denied"}
    return frozenset(named - {"Unknown"})


def compatible(one: Any, other: Any) -> bool:
    """Whether two readings of a field can both hold: days or counts in common, sides in common, or the same word."""
    match one, other:
        case Days(), Days():
            return days_shared([one, other]) is not None
        case (int(), _), (int(), _):
            (low, high), (other_low, other_high) = one, other
            return (high is None or other_low <= high) and (other_high is None or low <= other_high)
        case frozenset(), frozenset():
            return bool(one & other)
    return bool(one == other)


def exclusive(claims: Sequence[Claim], reading: Callable[[Claim], R | None]) -> tuple[Claim, ...]:
    """The claims whose reading of a field excludes that of another."""
    told = [(claim, value) for claim in claims if (value := reading(claim)) is not None]
    values = {value for _, value in told}
    apart = {value for value in values if not all(compatible(value, other) for other in values)}
    return tuple(claim for claim, value in told if value in apart)


def _versions(claims: Sequence[Claim], reading: Callable[[Claim], R]) -> tuple[Version, ...]:
    """An account for each reading, in the order in which they are first told."""
    by_reading: dict[R, list[str]] = {}
    for claim in claims:
        by_reading.setdefault(reading(claim), []).append(claim.id)
    return tuple(Version(says=_in_words(value), claims=tuple(ids)) for value, ids in by_reading.items())


def _in_words(reading: Any) -> str:
    match reading:
        case Days(first=first, last=last):
            return f"{first or 'open'} to {last or 'open'}"
        case (int(low), high):
            return f"{low}" if low == high else f"at least {low}" if high is None else f"{low} to {high}"
        case frozenset():
            return ", ".join(sorted(reading))
    return str(reading)


def _named(difference: Difference) -> set[str]:
    return {claim for version in difference.versions for claim in version.claims}
