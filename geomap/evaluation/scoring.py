"""Proposals against gold, value by value: what is right, what is wrong, what is missing; values and spans apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from geomap.evaluation.gold import GoldClaim, GoldStory, GoldText
from geomap.evaluation.words import in_words
from geomap.extract import ASSERTED, sort_of, state_of
from geomap.gazetteer import folded
from geomap.geometry import GEOD
from geomap.incidents import Located
from geomap.language import normalised_words
from geomap.model import Cited, Claim, Span
from geomap.vocabulary import EVENT_TYPES

#: The values that are scored, in the order of a report.
FIELDS: Final = (
    "kind",
    "days",
    "place",
    "killed",
    "injured",
    "killed or injured",
    "actors",
    "targets",
    "weapons",
    "statements",
    "says",
)
#: Two names for what was shot with.
_SHOTS: Final = {"firearms", "gunfire"}
#: A settlement's point may be so far from another gazetteer's, km.
POINT_KM: Final = 10.0


@dataclass
class Score:
    """How many values were proposed, how many of them are right, and how many there are in the gold."""

    right: int = 0
    proposed: int = 0
    gold: int = 0
    on_words: int = 0  #: right ones whose spans meet the words of the gold

    @property
    def precision(self) -> float:
        """Right ones of those proposed; 1 where none was."""
        return self.right / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        """Right ones of those in the gold; 1 where there are none."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """A value that is wrong or missing."""

    text: str
    incident: str
    field: str
    wanted: str
    found: str
    rule: str = ""


@dataclass
class Scores:
    """Everything that was counted over some texts."""

    fields: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in FIELDS})
    asserted: Score = field(default_factory=Score)
    claims: Score = field(default_factory=Score)
    found: Score = field(default_factory=Score)  #: claims that tell of an incident of the gold, whatever their values
    measured: dict[tuple[str, int], Score] = field(default_factory=dict)  #: by sort of value and how many signs speak for it
    within_km: Counter[int] = field(default_factory=Counter)
    by_container: int = 0
    places: int = 0
    not_incidents: int = 0  #: passages that are none and were proposed as one
    values: int = 0
    ungrounded: int = 0
    misses: list[Miss] = field(default_factory=list)


@dataclass(frozen=True)
class Read:
    """What was read in a text: claims, where each lies, and the name of a text of gold."""

    claims: tuple[Claim, ...]
    places: dict[str, Located]
    ungrounded: int = 0


def score_text(gold: GoldText, read: Read, scores: Scores) -> dict[str, str]:
    """Count what was read in one text; gives the incident of the gold that each claim tells of, by the claim's id."""
    pairs = _aligned(gold, read)
    matched = {claim.id: told for told, claim in pairs}
    scores.found.proposed += len(read.claims)
    scores.found.gold += len(gold.claims)
    scores.found.right += len(pairs)
    scores.claims.proposed += len(read.claims)
    scores.claims.gold += len(gold.claims)
    for claim in read.claims:
        told = matched.get(claim.id)
        wrong = _compare(gold, told, claim, read.places.get(claim.id, Located()), scores)
        if told is not None and not wrong & {"kind", "days", "place", "killed", "injured"}:
            scores.claims.right += 1
        if told is None:
            passage = gold.text[claim.spans[0].start : claim.spans[0].end][:90]
            scores.misses.append(Miss(gold.name, "-", "claim", "none", f"{claim.sub_event_type.value}: {passage}"))
    for told in gold.claims:
        if told not in [one for one, _ in pairs]:
            _compare(gold, told, None, Located(), scores)
            scores.misses.append(Miss(gold.name, told.incident, "claim", told.kind.value, "none"))
    for none in gold.not_incidents:
        (span,) = gold.spans((none.words,))
        hit = [c for c in read.claims if c.id not in matched and any(_overlap(span, s) for s in c.sub_event_type.spans)]
        scores.not_incidents += bool(hit)
    scores.values += sum(len(claim.values) for claim in read.claims)
    scores.ungrounded += read.ungrounded
    return {id: told.incident for id, told in matched.items()}


def _aligned(gold: GoldText, read: Read) -> list[tuple[GoldClaim, Claim]]:
    """Pairs of a claim of the gold and one that was read, each at most once, those that share most first."""
    scored = []
    for g, told in enumerate(gold.claims):
        words = [span for value in told.values for span in gold.spans(value.words)]
        for c, claim in enumerate(read.claims):
            spans = [span for _, said in claim.values for span in said.spans]
            on = sum(any(_overlap(word, span) for span in spans) for word in words)
            inside = sum(any(_overlap(word, passage) for passage in claim.spans) for word in words)
            if not on and not inside:
                continue
            same = _same_values(told, claim, read.places.get(claim.id, Located()))
            scored.append((2 * on + inside + 3 * same, -g, -c, told, claim))
    pairs: list[tuple[GoldClaim, Claim]] = []
    for score, _, _, told, claim in sorted(scored, key=lambda s: s[:3], reverse=True):
        if score >= 4 and all(told is not a and claim is not b for a, b in pairs):
            pairs.append((told, claim))
    return pairs


def _same_values(told: GoldClaim, claim: Claim, where: Located) -> int:
    same = EVENT_TYPES[told.kind.value] == EVENT_TYPES[claim.sub_event_type.value]
    days = _days_equal(told, claim)
    place = bool(told.place and where.names and place_right(told, where))
    tolls = {(c.low, c.high) for c in told.counts if c.of == "killed"}
    mine = {(c.value.low, c.value.high) for c in claim.counts if c.value.of == "killed"}
    return same + 2 * days + 2 * place + 2 * bool(tolls & mine)


def _days_equal(told: GoldClaim, claim: Claim) -> bool:
    days = claim.days.value
    return (told.days.first, told.days.last) == (days.first, days.last)


def place_right(told: GoldClaim, where: Located) -> bool:
    """Whether a place is that of the gold: within its radius, a container of it, or the way that the gold states it lies on."""
    if told.place is None:
        return False
    names = [folded(name) for name in told.place.path]
    finest = folded(where.names[0])
    if finest in names or any(finest.startswith(f"{name} ") or name.startswith(f"{finest} ") for name in names):
        return True
    ways = ((folded(s.of), folded(s.to)) for s in told.statements if s.relation in ("between", "road") and s.of and s.to)
    if any(finest.endswith((f"between {a} and {b}", f"between {b} and {a}")) for a, b in ways):
        return True
    away = distance_km(told, where)
    return away is not None and away <= max(told.place.radius_km or 0.0, POINT_KM)


def distance_km(told: GoldClaim, where: Located) -> float | None:
    """How far a place lies from the gold's point, km; None where one of them has none."""
    if told.place is None or told.place.lon is None or told.place.lat is None or where.lon is None or where.lat is None:
        return None
    return float(GEOD.inv(told.place.lon, told.place.lat, where.lon, where.lat)[2]) / 1000


def _compare(gold: GoldText, told: GoldClaim | None, claim: Claim | None, where: Located, scores: Scores) -> set[str]:
    """Count every value of a pair, or of one that stands alone; gives the fields in which something is wrong or missing."""
    wrong: set[str] = set()
    for name in FIELDS:
        wanted = list(_wanted(told, name)) if told else []
        given = list(_given(claim, name)) if claim else []
        left = list(wanted)
        score = scores.fields[name]
        score.gold += len(wanted)
        score.proposed += len(given)
        for said in given:
            hit = next((one for one in left if _equal(name, one, said, told, claim, where)), None)
            if hit is None and name in ("actors", "targets"):  # the same words under another name
                hit = next(
                    (one for one in left if any(_overlap(a, b) for a in gold.spans(one.words) for b in said.spans[:1])), None
                )
            right = hit is not None
            score.right += right
            _count_rule(scores, said, right)
            if hit is not None:
                left.remove(hit)
                spans = gold.spans(hit.words)
                score.on_words += not spans or not said.spans or any(_overlap(a, b) for a in spans for b in said.spans)
            else:
                wrong.add(name)
                scores.misses.append(
                    Miss(
                        gold.name,
                        told.incident if told else "-",
                        name,
                        "; ".join(in_words(name, one) for one in left) or "none",
                        in_words(name, said),
                        said.rule or "",
                    )
                )
        if left:
            wrong.add(name)
            if told and claim:
                scores.misses += [
                    Miss(gold.name, told.incident, name, in_words(name, one), "none") for one in left if not given
                ]
        if name == "place" and told and told.place and not told.place.unlocated:
            _count_place(told, claim, where, scores)
    return wrong


def _count_rule(scores: Scores, said: Cited[Any], right: bool) -> None:
    if said.rule:
        measured = scores.measured.setdefault(sort_of(said.rule), Score())
        measured.proposed += 1
        measured.right += right
    if said.sure is not None and said.sure >= ASSERTED:
        scores.asserted.proposed += 1
        scores.asserted.right += right


def _count_place(told: GoldClaim, claim: Claim | None, where: Located, scores: Scores) -> None:
    scores.places += 1
    if claim is None or not where.names:
        return
    away = distance_km(told, where)
    for km in (10, 25, 50, 161):
        scores.within_km[km] += away is not None and away <= km
    scores.by_container += place_right(told, where)


def _wanted(told: GoldClaim, name: str) -> Iterator[Any]:
    match name:
        case "kind":
            yield told.kind
        case "days":
            yield told.days
        case "place":
            if told.place and not told.place.unlocated:
                yield told.place
        case "killed" | "injured" | "killed or injured":
            yield from (c for c in told.counts if c.of == name)
        case "says":
            yield from (v for v in told.values if v.says)
        case _:
            yield from getattr(told, name)


def _given(claim: Claim, name: str) -> Iterator[Cited[Any]]:
    match name:
        case "kind":
            yield claim.sub_event_type
        case "days":
            yield claim.days
        case "place":
            if claim.place:
                yield claim.place
        case "killed" | "injured" | "killed or injured":
            yield from (c for c in claim.counts if c.value.of == name)
        case "says":
            yield from (said for _, said in claim.values if said.attributed_to)
        case _:
            yield from getattr(claim, name)


def _equal(name: str, one: Any, said: Cited[Any], told: GoldClaim | None, claim: Claim | None, where: Located) -> bool:
    if told is None or claim is None:
        return False
    value = said.value
    match name:
        case "kind":
            return bool(one.value == value)
        case "days":
            return _days_equal(told, claim)
        case "place":
            return bool(where.names) and place_right(told, where)
        case "killed" | "injured" | "killed or injured":
            return bool((one.low, one.high) == (value.low, value.high))
        case "actors":
            return any(_same_actor(other, value.name) for other in (one.name, *one.also))
        case "targets":
            return _alike(one.what, value.what)
        case "weapons":
            return bool(one.value == value) or {one.value, value} <= _SHOTS
        case "statements":
            distance = None if value.distance_m is None else value.distance_m / 1000
            return _alike(one.of, value.of) and (one.distance_km == distance or _near(one.distance_km, distance))
        case "says":
            return _alike(one.says, said.attributed_to or "")
    return False


def _same_actor(one: str, other: str) -> bool:
    """Whether two names are of one actor: alike, or of one state by its own name or with a word for forces."""
    return _alike(one, other) or (bool(state := state_of(one)) and state == state_of(other))


def _near(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= 0.01 * max(one, other)


def _alike(one: str, other: str) -> bool:
    a, b = (set(normalised_words(words).replace("-", " ").split()) - {"the", "a", "an", "of"} for words in (one, other))
    return (
        bool(a)
        and bool(b)
        and (
            a <= b or b <= a or ({w.rstrip("s") for w in a} & {w.rstrip("s") for w in b} != set() and min(len(a), len(b)) == 1)
        )
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


@dataclass
class Pairs:
    """Claims of several texts as pairs: how many belong together, were put together, and both."""

    together: Score = field(default_factory=Score)
    contradictions: Score = field(default_factory=Score)
    false_merges: list[tuple[str, str]] = field(default_factory=list)
    false_splits: list[tuple[str, str]] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


def score_groups(
    story: GoldStory,
    incident_of: dict[str, str],
    groups: Iterable[Sequence[str]],
    contradicted: Iterable[tuple[str, str, str]],
    text_of: Callable[[str], str],
    pairs: Pairs,
) -> None:
    """Count pairs of claims that were put together, and contradictions that were found.

    Args:
        story: the gold of one folder.
        incident_of: the incident that each claim tells of, by the claim's id; claims of none are left out.
        groups: ids of claims that were put together.
        contradicted: fields with the ids of two claims.
        text_of: the name of the text of a claim.
        pairs: where to count.
    """
    joined = {frozenset((a, b)) for group in groups for a in group for b in group if a < b}
    ids = sorted(incident_of)
    for i, one in enumerate(ids):
        for other in ids[i + 1 :]:
            if text_of(one) == text_of(other):
                continue
            same, put = incident_of[one] == incident_of[other], frozenset((one, other)) in joined
            pairs.together.gold += same
            pairs.together.proposed += put
            pairs.together.right += same and put
            if put and not same:
                pairs.false_merges.append((one, other))
            if same and not put:
                pairs.false_splits.append((one, other))
    wanted = set()
    for told in story.contradictions:
        names = sorted(told.between)
        wanted |= {(told.incident, told.field, a, b) for i, a in enumerate(names) for b in names[i + 1 :]}
    found = set()
    for name, one, other in contradicted:
        a, b = sorted((text_of(one), text_of(other)))
        incident = incident_of.get(one) if incident_of.get(one) == incident_of.get(other) else None
        found.add((incident or "-", name, a, b))
    texts = {text.name for text in story.texts}
    wanted = {w for w in wanted if w[2] in texts and w[3] in texts}
    pairs.contradictions.gold += len(wanted)
    pairs.contradictions.proposed += len(found)
    pairs.contradictions.right += len(wanted & found)
    pairs.missed += [f"{incident}: {name}: {a}, {b}" for incident, name, a, b in sorted(wanted - found)]
