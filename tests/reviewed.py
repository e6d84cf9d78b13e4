"""A story with reports of invented attacks, read as `geomap extract` reads them, and decided on; for the tests of decisions."""

import random
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from conftest import needs

from geomap import project
from geomap.articles import read_articles
from geomap.decisions import Decided, Review, decide
from geomap.intake import Files, read_context, read_report
from geomap.sources import read_sources

needs("tomlkit")

TOWNS = (
    *("Uri", "Kupwara", "Baramulla", "Poonch", "Rajouri", "Samba", "Kathua", "Jammu", "Srinagar", "Anantnag", "Pulwama"),
    *("Shopian", "Bandipora", "Sialkot", "Kotli", "Muzaffarabad", "Mirpur", "Lahore", "Amritsar", "Pathankot"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
PEOPLE = ("soldiers", "civilians", "policemen", "villagers", "farmers")


def bulletin(number, claims=7):
    """A report of several attacks, each in a town of its own."""
    chance = random.Random(number)
    told = [f"Attacks reported, bulletin {number}", f"Srinagar, {1 + number % 28} May 2031 - Officials gave an account."]
    for town in chance.sample(TOWNS, claims):
        many, whom, day = chance.choice(NUMBERS), chance.choice(PEOPLE), chance.choice(DAYS)
        told.append(
            chance.choice(
                (
                    f"In a separate incident on {day}, gunmen killed {many} {whom} in {town}, police said.",
                    f"In another attack, a roadside bomb killed {many} {whom} in {town} on {day}, officials said.",
                    f"Separately, {many} {whom} were killed when militants attacked an army post in {town} on {day}.",
                )
            )
        )
    return "\n\n".join(told) + "\n"


def begun(folder, texts, pair="IND-PAK"):
    """A new story, with these reports read: by id their texts."""
    return Path(shutil.copytree(Path(_read_once(pair, *texts.items()).name, "story"), folder, dirs_exist_ok=True))


@cache
def _read_once(pair, *texts):
    """A folder in which a new story has read these texts: made once, copied for whoever wants it, gone with the process."""
    kept = TemporaryDirectory()
    folder = Path(kept.name, "story")
    for _ in project.begin_story(folder, title="Attacks", border=pair):
        pass
    extracted(folder, dict(texts))
    return kept


def extracted(folder, texts, changed=lambda proposal: proposal):
    """Read reports as ``geomap extract`` does, with the rules changed so that they give another proposal; gives the changes."""
    inputs = Path(f"{folder}-inputs")
    inputs.mkdir(exist_ok=True)
    for id, text in texts.items():
        (inputs / f"{id}.txt").write_text(text, encoding="utf-8", newline="")
    context = read_context(project.read_story(folder))
    files, decided = Files.of(context, None), Decided(context.story, context.vocabulary)
    files.again, files.carry = decided.again, lambda proposal: decided.carry(changed(proposal))
    with files.replacing():
        for source in read_sources([inputs / f"{id}.txt" for id in texts]):
            if not files.left_out(source.id):
                files.keep(read_report(source, context.proposer).proposal, source.data)


def review_of(folder, by="Ana"):
    return Review(project.read_story(folder), by=by)


def some_decisions(review, most):
    """Decisions of every kind on claims and values, about so many."""
    chance = random.Random(15)
    ids = [claim.id for kept in review.kept.values() for claim in kept.carried.proposed]
    chance.shuffle(ids)
    for n, id in enumerate(ids):
        if len(review.log.decisions) >= most:
            return
        match n % 7:
            case 0:
                decide(review, {"what": "reject", "claim": id, "reason": "only background"})
            case 1:
                decide(review, {"what": "accept", "claim": id, "field": "days"})
                decide(review, {"what": "accept", "claim": id, "field": "counts[0]"})
            case 2:
                edited = {"of": "killed", "low": 20 + n, "high": 20 + n}
                decide(review, {"what": "edit", "claim": id, "field": "counts[0]", "value": edited, "note": "as told below"})
                decide(review, {"what": "accept", "claim": id})
            case 3:
                decide(review, {"what": "accept", "claim": id})
                if n % 2:
                    edited = {"of": "killed", "low": 40 + n, "high": 40 + n}
                    decide(
                        review, {"what": "edit", "claim": id, "field": "counts[0]", "value": edited, "note": "a later count"}
                    )
            case 4:
                decide(review, {"what": "reject", "claim": id, "field": "counts[0]", "reason": "another value is meant"})
            case 5:
                edited = {"first": "2031-04-01", "last": "2031-04-02"}
                decide(review, {"what": "edit", "claim": id, "field": "days", "value": edited, "note": "told further below"})
            case 6:
                decide(review, {"what": "accept", "claim": id})
                decide(review, {"what": "withdraw", "claim": id, "reason": "told already in another claim"})


def words_of(text, spans):
    return tuple(" ".join(text[span[0] : span[1]].split()) for span in spans)


def texts_in(folder):
    return {
        path.stem: path.read_text(encoding="utf-8") for path in (folder / "texts").glob("*.txt") if path.stem.count(".") == 0
    }


def held(decision, review, texts, before):
    """Whether a decision stands, is asked again, or is superseded; raises where it stands on other words.

    Args:
        decision: of the log.
        review: the story as it is opened now.
        texts: the articles' texts as they are now.
        before: as they were when it was decided.
    """
    carried = review.kept[decision.article].carried
    asked = {one.decision.id for one in carried.asked}
    own = [one for one in review.log.of(decision.article) if one.claim == decision.claim]
    last = [one for one in own if not one.is_of_value][-1:]
    if asked & {decision.id, *(one.id for one in last)}:
        return "asked"
    if decision.is_of_value and not last:
        return _value_held(decision, own, carried, texts[decision.article], before[decision.article])
    return _claim_held(last[0], carried, texts[decision.article], before[decision.article])


def _value_held(decision, own, carried, text, before):
    kind = words_of(before, decision.words["kind"] + decision.words.get("place", []))
    for claim in carried.proposed:
        spans = [s.as_list for s in (*claim.sub_event_type.spans, *(claim.place.spans if claim.place else ()))]
        if words_of(text, spans) != kind:
            continue
        values = [said for field, said in claim.values if field.partition("[")[0] == decision.field]
        there = [
            said
            for said in values
            if words_of(text, [s.as_list for s in said.spans]) == words_of(before, decision.words["value"])
        ]
        if decision.what == "reject":
            if not there:
                return "stands"
        elif any(review_value(said) == decision.after["value"]["value"] for said in there):
            return "stands"
    return "lost"


def review_value(said):
    from geomap.articles import as_record

    return as_record(said.value)


def _claim_held(last, carried, text, before):
    after = last.after.get("accepted")
    if after is None:
        kind, place = words_of(before, last.words["kind"]), words_of(before, last.words.get("place", []))
        for claim in carried.proposed:
            now = words_of(text, [s.as_list for s in claim.sub_event_type.spans])
            there = words_of(text, [s.as_list for s in claim.place.spans]) if claim.place else ()
            if (now, there) == (kind, place):
                return "lost"
        return "stands"
    claim = next((one for one in carried.accepted if one.id == after["id"]), None)
    if claim is None:
        return "lost"
    for field in ("sub_event_type", "days", "place"):
        said, old = getattr(claim, field), after.get(field)
        if (old is None) != (said is None) or (
            old and words_of(text, [s.as_list for s in said.spans]) != words_of(before, old.get("spans", ()))
        ):
            raise AssertionError(f"{last.id} stands on other words: {claim.id} {field}")
    counts = [review_value(said) for said in claim.counts]
    return "stands" if counts == [one["value"] for one in after.get("counts", ())] else "lost"


def accepted_claims(folder):
    return {claim.id: claim for _, claims in read_articles(folder / "articles") for claim in claims}


__all__ = ["accepted_claims", "begun", "bulletin", "extracted", "held", "replace", "review_of", "some_decisions", "texts_in"]
