"""Claims and a person's judgements become incidents; where accounts differ, both stay.

`geodata/incidents.toml` says which claims tell of one event and how a person weighs the accounts. Here it is read and held
against the claims, and here stand the rules by which an incident gets its kind, days, counts and confidence, each a small
function of claims. The articles come first: an outside publication may add to what they say, never replace it.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from geomap.errors import DataError, MissingError
from geomap.model import (
    EVENT_TYPES,
    Account,
    Article,
    Casualty,
    Claim,
    Days,
    Difference,
    Grouping,
    Incident,
    Region,
    Unlocated,
)

R = TypeVar("R", bound=Hashable)
Precision = Literal["day", "month", "year", "interval", "no later than", "no earlier than", "undated"]
Confidence = Literal["confirmed", "single source", "disputed", "claimed"]

#: What a difference may be about. "precision of ...": the accounts agree as far as each goes, one says more than another.
FIELDS = (
    *("kind", "days", "place", "actors", "target", "killed", "injured", "killed or injured", "weapons", "statements"),
    *("precision of days", "precision of place", "incident"),
)
#: A difference about one of these makes an incident disputed.
WHO_WHERE_WHEN = ("actors", "place", "days")
#: The kinds that say only that there was violence, or less; any other says how.
GENERAL = ("Armed clash", "Attack", "Other")
#: The rules of `confidence`, in the order in which they are tried.
CONFIDENCE: dict[Confidence, str] = {
    "disputed": "accounts differ on who did it, where or when",
    "claimed": "only one interested party says so: every account rests on it",
    "confirmed": "two independent outlets agree on what happened, when and where, as finely as both say it",
    "single source": "no two independent outlets agree on all of what happened, when and where",
}

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CASUALTIES: tuple[Casualty, ...] = ("killed", "injured", "killed or injured")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A contradiction among the articles that concerns no single incident."""

    id: str
    title: str
    text: str


_STRICT = ConfigDict(extra="forbid")
_TABLES: dict[str, TypeAdapter[tuple[Any, ...]]] = {
    "incidents": TypeAdapter(tuple[Grouping, ...], config=_STRICT),
    "notes": TypeAdapter(tuple[Note, ...], config=_STRICT),
}


def read_incidents(path: Path) -> tuple[tuple[Grouping, ...], tuple[Note, ...]]:
    """The groupings and the notes of ``incidents.toml``, in the order of the file.

    Raises:
        MissingError: there is no such file.
        DataError: it is not TOML, or records cannot be right; one line for each field.
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise MissingError(f"{path.name}: there is no such file in {path.parent}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path.name}: {error}; write it as TOML in UTF-8") from error
    problems = [
        f"{path.name}: {name}: no such table; write {' or '.join(_TABLES)}" for name in document.keys() - _TABLES.keys()
    ]
    tables: dict[str, tuple[Any, ...]] = {}
    for name, adapter in _TABLES.items():
        records = document.get(name, [])
        try:
            tables[name] = adapter.validate_python(records)
        except ValidationError as error:
            problems += _sentences(path.name, name.removesuffix("s"), records, error)
    if problems:
        raise DataError("\n".join(sorted(problems)))
    return tables["incidents"], tables["notes"]


def _sentences(file: str, kind: str, records: Any, error: ValidationError) -> Iterator[str]:
    for wrong in error.errors():
        index, *fields = wrong["loc"] or ("",)
        record = records[index] if isinstance(records, list) and isinstance(index, int) else {}
        name = (record.get("id") if isinstance(record, dict) else None) or (index + 1 if isinstance(index, int) else "")
        field = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in fields).lstrip(".")
        match wrong["type"]:
            case "missing":
                said = "is missing; write it"
            case "unexpected_keyword_argument":
                said = f"is {wrong['input']!r}, but a record here has no such field; remove it or correct its name"
            case _:
                said = f"is {wrong['input']!r}; {wrong['msg'][0].lower()}{wrong['msg'][1:]}"
        yield f"{file}: {kind} {name}: {field or 'the record'} {said}"


def check_groupings(groupings: Sequence[Grouping], claims: Sequence[Claim], held: Collection[str]) -> list[str]:
    """Every way in which the groupings cannot be right for these claims, a sentence each.

    Args:
        groupings: as `read_incidents` gives them.
        claims: of all articles, outside publications too.
        held: ids of the articles whose text is held. An incident needs at least one of their claims.
    """
    known = {claim.id: claim for claim in claims}
    homes = Counter(judgement.claim for grouping in groupings for judgement in grouping.claims)
    ids = Counter(grouping.id for grouping in groupings)
    problems = [f"incidents.toml: claim {claim} is in no incident; name it in one" for claim in known if not homes[claim]]
    problems += [f"incidents.toml: claim {claim} is in {n} places; name it in one" for claim, n in homes.items() if n > 1]
    problems += [f"incidents.toml: incident {name} is there {n} times; an id names one" for name, n in ids.items() if n > 1]
    may_tell = _tellers(groupings)
    for grouping in groupings:
        found = [*_wrong_claims(grouping, known, held, ids), *_wrong_differences(grouping, known, may_tell[grouping.id])]
        problems += [f"incidents.toml: incident {grouping.id}: {problem}" for problem in found]
    return problems


def _tellers(groupings: Sequence[Grouping]) -> dict[str, set[str]]:
    """Per incident, the claims that tell of it or might."""
    tellers: dict[str, set[str]] = {grouping.id: set() for grouping in groupings}
    for grouping in groupings:
        for judgement in grouping.claims:
            for incident in (grouping.id, *judgement.alternatives):
                tellers.setdefault(incident, set()).add(judgement.claim)
    return tellers


def _wrong_claims(grouping: Grouping, known: Mapping[str, Claim], held: Collection[str], ids: Collection[str]) -> Iterator[str]:
    if not _SLUG.fullmatch(grouping.id):
        yield f"id is {grouping.id!r}; write small letters, digits and single hyphens"
    if not any(j.claim in known and known[j.claim].article in held for j in grouping.claims):
        yield "no claim is an article's; outside publications add to an incident, they do not make one"
    for i, judgement in enumerate(grouping.claims):
        if judgement.claim not in known:
            yield f"claims[{i}].claim is {judgement.claim}, which no article file has"
        for other in judgement.alternatives:
            if other not in ids or other == grouping.id:
                yield f"claims[{i}].alternatives has {other}; write the id of another incident"


def _wrong_differences(grouping: Grouping, known: Mapping[str, Claim], may_tell: Collection[str]) -> Iterator[str]:
    for i, difference in enumerate(grouping.differences):
        where = f"differences[{i}]"
        named = Counter(claim for account in difference.accounts for claim in set(account.claims))
        if difference.field not in FIELDS:
            yield f"{where}.field is {difference.field!r}; write one of {', '.join(FIELDS)}"
        if len(difference.accounts) < 2:
            yield f"{where}.accounts has {len(difference.accounts)}; a difference needs two or more"
        if not all(account.claims for account in difference.accounts):
            yield f"{where}.accounts: one has no claims; name who says it"
        if difference.better is not None and difference.better not in named:
            yield f"{where}.better is {difference.better}, which is in none of its accounts"
        for claim, times in named.items():
            if claim not in may_tell:
                yield f"{where} names {claim}, which is not judged to tell of this incident, nor to be able to"
            if times > 1:
                yield f"{where} has {claim} in {times} accounts; one claim says one thing"
        if difference.field == "precision of days" and _exclusive([known[c] for c in named if c in known], _days):
            yield f'{where}: accounts that share no day differ on days; write field = "days"'


def split(claims: Iterable[Claim], articles: Mapping[str, Article]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims of articles whose text is held, and those of outside publications, each in the given order."""
    every = tuple(claims)
    own = tuple(claim for claim in every if articles[claim.article].held)
    return own, tuple(claim for claim in every if not articles[claim.article].held)


def days_of(claims: Sequence[Claim], outside: Sequence[Claim] = ()) -> Days:
    """When it happened: the days that every claim allows.

    A claim that dates the event gives a closed interval; one that only dates a report bounds the last day. The answer is what
    they share. If they share no day, it is the hull of the accounts: of the days given for the event, and of reports that were
    out before all of these. It then contains every account, and `differences_found` tells of it.

    Outside publications count only where the claims agree, and only to narrow: if together with them some day is left, that is
    the answer; if none is, what the claims say stands. `days_from_outside` tells whether they did.

    The basis is "event" if any claim that was used dates the event itself.
    """
    told = [_days(claim) for claim in claims]
    own = _shared(told)
    if own is None:
        return _hull(told)
    return _shared([own, *(_days(claim) for claim in outside)]) or own


def days_from_outside(claims: Sequence[Claim], outside: Sequence[Claim]) -> bool:
    """Whether the incident's days rest on outside publications too, because the claims leave them more open."""
    return days_of(claims, outside) != days_of(claims)


def precision_of(days: Days) -> Precision:
    """How finely the days are known.

    >>> import datetime as dt
    >>> precision_of(Days(first=dt.date(2024, 2, 1), last=dt.date(2024, 2, 29)))
    'month'
    >>> precision_of(Days(last=dt.date(2023, 6, 1), basis="report"))
    'no later than'
    """
    first, last = days.first, days.last
    if first is None or last is None:
        return "no later than" if last else "no earlier than" if first else "undated"
    if first == last:
        return "day"
    if first.day == 1 and (last + dt.timedelta(days=1)).day == 1:
        if (first.year, first.month) == (last.year, last.month):
            return "month"
        if (first.year, first.month, last.month) == (last.year, 1, 12):
            return "year"
    return "interval"


def counted(claim: Claim, of: Casualty) -> tuple[int, int | None] | None:
    """How many one account counts, low and high; None if it does not say.

    Several counts of one kind are parts and add up ("a colonel", "two bodyguards"), unless one of them is of nobody in
    particular: the first such one is the total.
    """
    counts = [said.value for said in claim.counts if said.value.of == of]
    if not counts:
        return None
    parts = [count for count in counts if count.whom is None][:1] or counts
    highs = [part.high for part in parts if part.high is not None]
    return sum(part.low for part in parts), sum(highs) if len(highs) == len(parts) else None


def range_of(claims: Iterable[Claim], of: Casualty) -> tuple[int | None, int | None]:
    """The least and the greatest number that any account allows.

    The high end is None if an account leaves it open ("at least 12"); both are None if no account gives a number. Nothing is
    averaged, and an account without a number is not a zero.
    """
    told = [number for claim in claims if (number := counted(claim, of)) is not None]
    if not told:
        return None, None
    highs = [high for _, high in told if high is not None]
    return min(low for low, _ in told), max(highs) if len(highs) == len(told) else None


def kind_of(claims: Sequence[Claim]) -> str:
    """The most specific kind of event that the claims name.

    A kind that says how ("Suicide bomb", "Arrests") is more specific than "Armed clash", that than "Attack", that than "Other".
    Among equally specific ones, the kind that most claims name; then the one that is named first.
    """
    times = Counter(claim.kind.value for claim in claims)
    return max(times, key=lambda kind: (-GENERAL.index(kind) if kind in GENERAL else 1, times[kind]))


def differences_found(claims: Sequence[Claim], sides: Mapping[str, str] | None = None) -> tuple[Difference, ...]:
    """Where the claims cannot all hold, found by comparison; none is weighed.

    Compared are days (no day in common), counts of killed and injured (no number in common), the type of event, and who did it
    (no side in common; whoever is not identified may be of any side). Places are compared as regions, elsewhere.

    Args:
        claims: of one incident.
        sides: actor name → side; an actor that is not listed is a side of its own.
    """
    readings: dict[str, Callable[[Claim], Any]] = {
        "days": _days,
        **{of: partial(counted, of=of) for of in _CASUALTIES},
        "kind": lambda claim: EVENT_TYPES[claim.kind.value],
        "actors": lambda claim: _sides(claim, sides or {}) or None,
    }
    return tuple(
        Difference(field=field, accounts=accounts, better=None, reason="found by comparison, not weighed")
        for field, reading in readings.items()
        if (accounts := _accounts(_exclusive(claims, reading), reading))
    )


def unjudged(groupings: Sequence[Grouping], claims: Sequence[Claim], sides: Mapping[str, str] | None = None) -> list[str]:
    """The differences found by comparison that no judged difference covers, a sentence each."""
    known = {claim.id: claim for claim in claims}
    problems = []
    for grouping in groupings:
        for found in differences_found([known[j.claim] for j in grouping.claims if j.claim in known], sides):
            judged = [_named(difference) for difference in grouping.differences if difference.field == found.field]
            if not any(_named(found) <= names for names in judged):
                said = "; ".join(f"{', '.join(account.claims)}: {account.says}" for account in found.accounts)
                problems.append(f"incidents.toml: incident {grouping.id}: accounts differ on {found.field} ({said}); judge it")
    return problems


def weaker(differences: Iterable[Difference], field: str) -> frozenset[str]:
    """The claims whose account of a field a person judged the weaker one."""
    judged = [d for d in differences if d.field == field and d.better is not None]
    return frozenset(c for d in judged for account in d.accounts if d.better not in account.claims for c in account.claims)


def confidence(
    incident: Incident, articles: Mapping[str, Article], sides: Mapping[str, str] | None = None
) -> tuple[Confidence, str]:
    """How well an incident is attested: a word, and the rule behind it.

    The first rule of `CONFIDENCE` that holds:

    ============= ===================================================================================================
    disputed      a judged difference about actors, place or days ("precision of ..." is none)
    claimed       every account rests on the same party to the conflict (`rests_on`)
    confirmed     two accounts that are independent (of different publishers, neither crediting the other's, not resting on
                  the same party) and agree on the type of event, on a day (both date the event itself), and on where: they
                  name a place in common, or each has a region and the country is the same
    single source otherwise
    ============= ===================================================================================================

    Args:
        incident: with its claims, regions and judged differences.
        articles: by id.
        sides: actor name → side; "Unknown" is no party. An actor that is not listed is a side of its own.
    """
    word: Confidence = "single source"
    parties = {claim.id: rests_on(claim, sides or {}) for claim in incident.claims}
    if any(difference.field in WHO_WHERE_WHEN for difference in incident.differences):
        word = "disputed"
    elif None not in (behind := set(parties.values())) and len(behind) == 1:
        word = "claimed"
    elif any(
        (parties[one.id] is None or parties[one.id] != parties[other.id])
        and _apart(one, other, articles)
        and _agree(one, other, incident.regions)
        for one, other in combinations(incident.claims, 2)
    ):
        word = "confirmed"
    return word, CONFIDENCE[word]


def rests_on(claim: Claim, sides: Mapping[str, str]) -> str | None:
    """The one party to the conflict on whose word an account stands, or None.

    An account rests on a party if what happened (`kind`) is credited to it, or if everything said of actors and casualties is.
    A claim of responsibility is credited to whoever claims. Those of side "Unknown" are no party.
    """
    if claim.kind.by:
        credited = {claim.kind.by}
    else:
        claimed = {said.by or (said.value.name if said.value.status == "claimed" else None) for said in claim.actors}
        credited = {name or "" for name in claimed | {said.by for said in claim.counts}}
    parties = {sides.get(name, name or "Unknown") for name in credited}
    party = parties.pop() if len(parties) == 1 else "Unknown"
    return None if party == "Unknown" else party


def group(
    groupings: Sequence[Grouping],
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    located: Mapping[str, Region | Unlocated],
    best: Mapping[str, tuple[Region | Unlocated, str]],
) -> tuple[Incident, ...]:
    """The incidents, sorted by id.

    Kind and days are by the rules of `kind_of` and `days_of`; the kind is the articles', never an outside publication's.

    Args:
        groupings: without a problem, by `check_groupings`.
        claims: of all articles.
        articles: by id.
        located: region per claim id.
        best: per incident id, the best reading of where, and its reason.
    """
    known = {claim.id: claim for claim in claims}
    return tuple(
        _incident(grouping, [known[judgement.claim] for judgement in grouping.claims], articles, located, best[grouping.id])
        for grouping in sorted(groupings, key=lambda grouping: grouping.id)
    )


def _incident(
    grouping: Grouping,
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    located: Mapping[str, Region | Unlocated],
    best: tuple[Region | Unlocated, str],
) -> Incident:
    own, outside = split(claims, articles)
    region, reason = best
    return Incident(
        id=grouping.id,
        title=grouping.title,
        kind=kind_of(own),
        days=days_of(own, outside),
        claims=(*own, *outside),
        judgements=grouping.claims,
        regions={claim.id: located[claim.id] for claim in claims},
        region=region,
        region_reason=reason,
        differences=grouping.differences,
    )


def _days(claim: Claim) -> Days:
    """The days a claim allows: what only dates a report leaves the beginning open."""
    days = claim.days.value
    return replace(days, first=None) if days.basis == "report" else days


def _shared(told: Sequence[Days]) -> Days | None:
    """The days common to all; None if there is none."""
    first = max((days.first for days in told if days.first), default=None)
    last = min((days.last for days in told if days.last), default=None)
    if first and last and first > last:
        return None
    dated = any(days.basis == "event" and (days.first or days.last) for days in told)
    return Days(first=first, last=last, basis="event" if dated else "report")


def _hull(told: Sequence[Days]) -> Days:
    """The days from the earliest to the latest that the event is given, and those of reports out before all of these."""
    events = [days for days in told if days.basis == "event"]
    heard = events + [r for r in told if r.basis == "report" and not any(_shared([r, event]) for event in events)]
    firsts, lasts = [days.first for days in heard if days.first], [days.last for days in heard if days.last]
    return Days(
        first=min(firsts) if len(firsts) == len(heard) else None,
        last=max(lasts) if len(lasts) == len(heard) else None,
    )


def _sides(claim: Claim, sides: Mapping[str, str]) -> frozenset[str]:
    named = {sides.get(said.value.name, said.value.name) for said in claim.actors if said.value.status != "denied"}
    return frozenset(named - {"Unknown"})


def _compatible(one: Any, other: Any) -> bool:
    """Whether two readings of a field can both hold: days or counts in common, sides in common, or the same word."""
    match one, other:
        case Days(), Days():
            return _shared([one, other]) is not None
        case (int(), _), (int(), _):
            (low, high), (other_low, other_high) = one, other
            return (high is None or other_low <= high) and (other_high is None or low <= other_high)
        case frozenset(), frozenset():
            return bool(one & other)
    return bool(one == other)


def _exclusive(claims: Sequence[Claim], reading: Callable[[Claim], R | None]) -> tuple[Claim, ...]:
    """The claims whose reading of a field excludes that of another."""
    told = [(claim, value) for claim in claims if (value := reading(claim)) is not None]
    return tuple(claim for claim, value in told if not all(_compatible(value, other) for _, other in told))


def _accounts(claims: Sequence[Claim], reading: Callable[[Claim], R]) -> tuple[Account, ...]:
    """An account for each reading, in the order in which they are first told."""
    by_reading: dict[R, list[str]] = {}
    for claim in claims:
        by_reading.setdefault(reading(claim), []).append(claim.id)
    return tuple(Account(says=_in_words(value), claims=tuple(ids)) for value, ids in by_reading.items())


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
    return {claim for account in difference.accounts for claim in account.claims}


def _apart(one: Claim, other: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether two accounts are of different publishers, and neither credits the other's."""
    publishers = articles[one.article].publisher, articles[other.article].publisher
    credited = {said.by for claim in (one, other) for _, said in claim.values}
    return publishers[0] != publishers[1] and credited.isdisjoint(publishers)


def _agree(one: Claim, other: Claim, regions: Mapping[str, Region | Unlocated]) -> bool:
    """Whether two accounts agree on what, when and where, as finely as both say it."""
    dated = all(
        claim.days.value.basis == "event" and claim.days.value.first and claim.days.value.last for claim in (one, other)
    )
    return (
        dated
        and _compatible(_days(one), _days(other))
        and EVENT_TYPES[one.kind.value] == EVENT_TYPES[other.kind.value]
        and _same_place(one, other, regions)
    )


def _same_place(one: Claim, other: Claim, regions: Mapping[str, Region | Unlocated]) -> bool:
    if one.place and other.place and not set(one.place.value).isdisjoint(other.place.value):
        return True
    here, there = regions.get(one.id), regions.get(other.id)
    if not (isinstance(here, Region) and isinstance(there, Region)):
        return False
    return here.country is None or there.country is None or here.country == there.country
