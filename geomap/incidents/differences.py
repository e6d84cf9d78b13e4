"""Where the accounts of an incident cannot all hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias, TypeVar

from geomap.errors import Problem
from geomap.incidents.counts import CASUALTIES, tolls, victims_of
from geomap.incidents.days import days_allowed, days_shared
from geomap.incidents.pasting import block_of, quoted
from geomap.model import Claim, Days, Difference, Grouping, Version
from geomap.vocabulary import EVENT_TYPES, Casualty, standings

R = TypeVar("R", bound=Hashable)
#: What a claim says of a field, as it is compared, by who says it; None is the article itself.
Reading: TypeAlias = Callable[[Claim], Mapping[str | None, Any]]
Told: TypeAlias = tuple[Claim, str | None, Any]

#: What is said of people at one place says nothing of another.
BEFELL = (*CASUALTIES, "victims")

#: How the field of a difference begins whose accounts agree as far as each goes: one says more than another.
FINER = "precision of "


def differences_found(claims: Sequence[Claim], sides: Mapping[str, str] | None = None) -> tuple[Difference, ...]:
    """Where the claims cannot all hold, found by comparison; none is weighed.

    Compared are days (no day in common), counts of killed and injured (no number in common), who the dead were (civilians
    alone or armed people alone), the type of event, and who did it (no side in common; whoever is not identified may be of any
    side). Two speakers of one claim who count people are compared as two claims are. Places are compared as regions, elsewhere.

    Args:
        claims: of one incident.
        sides: actor name → side; an actor that is not listed is a side of its own.
    """
    found = []
    for field, reading in _readings(sides or {}).items():
        told = _told(claims, reading)
        if apart := exclusive(value for *_, value in told):
            found.append(_difference(field, [one for one in told if one[2] in apart]))
    return tuple(found)


def _readings(sides: Mapping[str, str]) -> dict[str, Reading]:
    return {
        "days": lambda claim: {None: days_allowed(claim)},
        **{of: partial(tolls, of=of) for of in CASUALTIES},
        "victims": lambda claim: {None: standing} if (standing := _standing(claim, "killed")) else {},
        "sub_event_type": lambda claim: {None: EVENT_TYPES[claim.sub_event_type.value]},
        "actors": lambda claim: {None: named} if (named := _sides(claim, sides)) else {},
    }


def unjudged(
    groupings: Sequence[Grouping],
    claims: Sequence[Claim],
    sides: Mapping[str, str] | None = None,
    unwritten: Sequence[Grouping] = (),
) -> list[Problem]:
    """The differences found by comparison that no judged difference covers, a sentence each.

    How many were hurt is compared among the accounts of one site, and among those of the whole: nobody hurt here does not
    contradict deaths there. Who they were is compared between the whole and each site, too.

    Args:
        groupings: of ``incidents.toml``.
        claims: of all articles.
        sides: actor name → side.
        unwritten: the incidents of claims that stand alone (`alone`): ``incidents.toml`` does not have them.
    """
    known = {claim.id: claim for claim in claims}
    found = [(grouping, one) for grouping in (*groupings, *unwritten) for one in _open_in(grouping, known, sides or {})]
    differing = {grouping.id for grouping, _ in found}
    written = {grouping.id for grouping in groupings}
    problems = []
    for grouping, one in found:
        said = "; ".join(f"{', '.join(version.claims)}: {version.says}" for version in one.versions)
        wrong = f"incident {grouping.id}: accounts differ on {one.field} ({said}); judge it"
        missing = []
        if grouping.id not in written:  # and once an article is in the file, all its claims have to be
            articles = _articles(grouping, known)
            rest = [g for g in unwritten if g.id not in differing | written and articles & _articles(g, known)]
            missing = [*rest, grouping]
            written.update(g.id for g in missing)
        remedy = _to_judge(one, grouping, known, sides or {}, missing)
        problems.append(Problem("incidents.toml", wrong, ("incidents", grouping.id, "id"), remedy=remedy))
    return problems


def _articles(grouping: Grouping, known: Mapping[str, Claim]) -> set[str]:
    return {known[judgement.claim].article for judgement in grouping.claims if judgement.claim in known}


def _open_in(grouping: Grouping, known: Mapping[str, Claim], sides: Mapping[str, str]) -> list[Difference]:
    """The differences among the accounts of an incident that no judged one covers."""
    told = [known[j.claim] for j in grouping.claims if j.claim in known]
    apart = {claim: number for number, site in enumerate(grouping.sites) for claim in site.claims}
    places = [[claim for claim in told if apart.get(claim.id) == n] for n in (None, *range(len(grouping.sites)))]
    everywhere = [found for found in differences_found(told, sides) if found.field not in BEFELL]
    somewhere = [found for place in places for found in differences_found(place, sides) if found.field in CASUALTIES]
    # Who the dead were may differ between the whole and a site of it.
    for place in places[1:] or places:
        together = dict.fromkeys([*places[0], *place])
        somewhere += [found for found in differences_found(list(together), sides) if found.field == "victims"]
    return [
        found
        for found in dict.fromkeys(everywhere + somewhere)
        if not any(found.field == judged.field and _named(found) <= _named(judged) for judged in grouping.differences)
    ]


def _to_judge(
    found: Difference,
    grouping: Grouping,
    known: Mapping[str, Claim],
    sides: Mapping[str, str],
    missing: Sequence[Grouping],
) -> str:
    """The lines of a difference that was found, for a person to judge: with every claim that says something of its field."""
    claims = {*_named(found), *(claim.id for claim in _passed_over(found, grouping, known))}
    told = [known[j.claim] for j in grouping.claims if j.claim in claims]
    reading = _readings(sides)[found.field]
    every = [*_told(told, reading), *((claim, None, _plainly(claim, found.field)) for claim in told if not reading(claim))]
    versions = "".join(
        f"  {{says = {quoted(v.says)}, claims = {json.dumps(v.claims)}}},\n" for v in _difference(found.field, every).versions
    )
    where = f"paste {'into' if missing else f'below {grouping.id} in'} incidents.toml, and say why"
    better = "; where one account is better, add: better = its claim" if len(claims) > 1 else ""
    blocks = "".join(f"{block_of(one)}\n" for one in missing)
    return (
        f'{where}{better}\n{blocks}[[incidents.differences]]\nfield = "{found.field}"\nversions = [\n{versions}]\nreason = ""'
    )


def unmentioned(groupings: Sequence[Grouping], claims: Sequence[Claim]) -> list[Problem]:
    """The claims that a judged difference passes over although they say something of its field, a sentence each.

    Whoever judged did not know them, or forgot them: what was judged may not hold any more. Of what befell people and of where,
    no claim of one site is asked for in a difference among those of another.
    """
    known = {claim.id: claim for claim in claims}
    return [
        Problem(
            "incidents.toml",
            f"incident {grouping.id}: the difference on {difference.field} passes over {claim.id}, which says something "
            "of it; name it in a version",
            ("incidents", grouping.id, "differences", n, "field"),
        )
        for grouping in groupings
        for n, difference in enumerate(grouping.differences)
        for claim in _passed_over(difference, grouping, known)
    ]


def _passed_over(difference: Difference, grouping: Grouping, known: Mapping[str, Claim]) -> list[Claim]:
    """The claims of an incident that say something of a difference's field, and that no version of it names."""
    told = [known[j.claim] for j in grouping.claims if j.claim in known]
    home = {claim: number for number, site in enumerate(grouping.sites) for claim in site.claims}
    named, field = _named(difference), difference.field.removeprefix(FINER)
    of_a_place = field in (*BEFELL, "place")
    homes = {home.get(claim) for claim in named}
    over = [claim for claim in told if claim.id not in named and (not of_a_place or home.get(claim.id) in homes)]
    return [claim for claim in over if _says(claim, field)]


def _says(claim: Claim, field: str) -> bool:
    """Whether a claim has a value for what a difference is about."""
    return bool(speakers_on(claim, field) or getattr(claim, field, None) or (field == "place" and claim.statements))


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


def exclusive(readings: Iterable[R]) -> frozenset[R]:
    """The readings of a field that exclude another."""
    told = frozenset(readings)
    return frozenset(one for one in told if not all(compatible(one, other) for other in told if other is not one))


def speakers_on(claim: Claim, field: str) -> tuple[str | None, ...]:
    """Who counts people in a claim, where a field is of people counted; None is the article itself."""
    return next((tuple(tolls(claim, of)) for of in CASUALTIES if of == field), ())


def _told(claims: Iterable[Claim], reading: Reading) -> list[Told]:
    return [(claim, speaker, value) for claim in claims for speaker, value in reading(claim).items()]


def _difference(field: str, told: Iterable[Told]) -> Difference:
    """An account for each reading, in the order in which they are first told; with the speaker where a claim has several."""
    by_reading: dict[Any, list[tuple[Claim, str | None]]] = {}
    for claim, speaker, value in told:
        by_reading.setdefault(value, []).append((claim, speaker))
    versions = []
    for value, tellers in by_reading.items():
        ids = tuple(dict.fromkeys(claim.id for claim, _ in tellers))
        said = [
            f", says {speaker or 'the article itself'}" + (f" in {claim.id}" if len(ids) > 1 else "")
            for claim, speaker in tellers
            if len(speakers_on(claim, field)) > 1
        ]
        versions.append(Version(says=_in_words(value) + "".join(said), claims=ids))
    return Difference(field=field, versions=tuple(versions), better=None, reason="found by comparison, not weighed")


def _plainly(claim: Claim, field: str) -> str:
    """What a claim says of a field where that cannot be compared: who is not known or denied, or victims of no known kind."""
    if field == "actors":
        return ", ".join(f"{said.value.name} ({said.value.status})" for said in claim.actors)
    return ", ".join(f"{said.value.who} ({said.value.of})" for said in claim.victims)


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
