"""How a story's map was made, as one HTML page from its data: definitions, what is in and what is not, sources, limits.

It answers what standards of recording casualties ask of whoever publishes a record: what counts as an incident and as killed,
by which rules cases are included and confirmed, which sources there are and when they were taken, and what is not known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from geomap import project
from geomap.tables import Tables, records
from geomap.vocabulary import BY_A_PERSON
from geomap.webmap.escape import escape, web_address
from geomap.webmap.layer_cards import LAYER_CARDS
from geomap.webmap.seal import seal
from geomap.wording import how_many

_STYLE = (
    "body{max-width:52rem;margin:1rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff}"
    "h1,p,dd,code{overflow-wrap:anywhere}"
    "table{border-collapse:collapse;width:100%;font-size:.9em}caption{text-align:start;font-weight:600;padding:.4em 0}"
    "th,td{border:1px solid #bbb;padding:.25em .5em;text-align:start;vertical-align:top;overflow-wrap:anywhere}"
    "dt{font-weight:600}h2{margin-top:1.6em}a{color:#0b4f8a}"
    # Narrow: a row is a block of its own, each cell with its head before it.
    "@media screen and (max-width:40rem){h1{font-size:1.5em;line-height:1.25}dd{margin-inline-start:1em}thead{display:none}"
    "table,tbody,tr,th,td,caption{display:block}tr{border:1px solid #bbb;margin-bottom:.5em}th,td{border:0}"
    "td::before{content:attr(data-head) ': ';color:#555}}"
    "@media print{a{color:inherit}tr{break-inside:avoid}}"
)
_NOT_SAID = "not stated"

_Row = Mapping[str, Any]  # of a table


def method_page(published: Tables, build: Mapping[str, Any]) -> str:
    """The page as HTML text, without scripts.

    Args:
        published: the tables.
        build: what they were made from: ``geomap`` (the version), ``inputs_sha256``, ``near_km``.
    """
    title = escape(f"How this map was made: {published.story.title}")
    incidents, articles = records(published.incidents), records(published.articles)
    sections = {
        "What this is": _scope(published, incidents, articles),
        "Definitions": _definitions(incidents, build),
        "What is included": _included(published, incidents),
        "What is not included, and what is not known": _missing(incidents),
        "How sure each incident is": _confidence(incidents),
        "Where accounts differ": _differences(published),
        "Where each value comes from": _derivations(published),
        "Reports: held and not held": _reports(published, articles),
        "Data of others": _sources(published),
        "What is drawn": _layers(),
        "Build": f"<p>geomap {escape(build['geomap'])}; sha256 of all inputs:"
        f" <code>{escape(build['inputs_sha256'])}</code></p>",
    }
    body = "\n".join(f"<section>\n<h2>{escape(head)}</h2>\n{text}\n</section>" for head, text in sections.items() if text)
    return seal(
        f'<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _scope(published: Tables, rows: Sequence[_Row], articles: Sequence[_Row]) -> str:
    days = sorted(day for row in rows for day in (row["first_day"], row["last_day"]) if day)
    outside = sum(one["is_outside"] for one in articles)
    span = f" The earliest day is {days[0]}, the latest {days[-1]}." if days else ""
    border, *others = _each(row["name"] for row in records(published.border))
    also = f"; it is drawn as others have it, too: {', '.join(others)}" if others else ""
    return _paragraph(
        f"{how_many(len(rows), 'incident')} by {how_many(len(published.claims), 'claim')} of"
        f" {how_many(len(articles) - outside, 'article')} and {how_many(outside, 'outside publication')}.{span}"
        f" Distances are to the border {border}{also}."
    )


def _definitions(rows: Sequence[_Row], build: Mapping[str, Any]) -> str:
    said = {
        "Incident": "An event that at least one claim tells of, of one of the kinds of event of ACLED.",
        "Claim": "What one report says of one incident. Every value stands on words of the report, named by where they stand.",
        "Killed and injured": "The range over all accounts, from the fewest to the most that any gives. Not stated is"
        " not 0, and"
        " nothing is averaged. People are counted as the accounts count them, whoever they were.",
        "Day": "The interval of days on which the incident can have happened; open where the accounts leave it open.",
        "Place": "The area where all holds that the accounts say of it. It has a point only where a source prints one.",
        "Near the border": f"yes where the whole area lies within {build['near_km']:g} km of the border, no where"
        f" none of it does,"
        " else unknown.",
        "Side": "Of whoever did it by accounts that state, claim or acknowledge it; an allegation alone gives none.",
    }
    kinds = Counter(row["sub_event_type"] or _NOT_SAID for row in rows)
    return _terms(said) + _table("Kinds of event in this story", ("kind", "incidents"), sorted(kinds.items()))


def _included(published: Tables, rows: Sequence[_Row]) -> str:
    levels = Counter(row["level"] or _NOT_SAID for row in rows)
    text = _paragraph(
        "Every event that a claim of these reports tells of, each once: which claims are one event is a person's"
        " judgement, with a"
        " reason that its card shows. No event is left out for its kind, its toll or who did it."
    )
    waiting = len(published.unreviewed)
    text += (
        _paragraph(
            f"{how_many(waiting, 'incident')} {'was' if waiting == 1 else 'were'} only proposed by a program;"
            " no person decided on this."
        )
        if waiting
        else ""
    )
    return text + _table("How finely the place is known", ("level", "incidents"), sorted(levels.items()))


def _missing(rows: Sequence[_Row]) -> str:
    counts = {
        "not located": sum(row["level"] == "unlocated" for row in rows),
        "without a point": sum(bool(row["no_point_reason"]) for row in rows),
        "without a first day": sum(row["first_day"] is None for row in rows),
        "without a number of killed": sum(row["killed_min"] is None for row in rows),
        "without an upper bound of killed": sum(row["killed_min"] is not None and row["killed_max"] is None for row in rows),
        "without anybody named who did it": sum(not row["actors"] for row in rows),
        "told by one publication alone": sum(row["account_count"] == 1 for row in rows),
    }
    reasons = Counter(row["no_point_reason"] for row in rows if row["no_point_reason"])
    return (
        _paragraph(
            "What no report here tells of: the record is of what was reported, and is no count of all that happened."
            " Reports from"
            " which nothing was taken are not listed. Names of the dead and injured are not recorded."
        )
        + _table("What the incidents lack", ("what", "incidents"), counts.items())
        + _table("Why an incident has no point", ("reason", "incidents"), sorted(reasons.items()))
    )


def _confidence(rows: Sequence[_Row]) -> str:
    rules = Counter((row["confidence"] or _NOT_SAID, row["confidence_rule"] or "") for row in rows)
    return _table(
        "Each word and the rule behind it", ("word", "rule", "incidents"), [(*key, n) for key, n in sorted(rules.items())]
    )


def _differences(published: Tables) -> str:
    found = {(row["incident"], row["number"]): row for row in records(published.differences)}
    fields = Counter(row["field"] for row in found.values())
    text = _paragraph(
        "Accounts that cannot all hold stand side by side with a judgement on which is better supported, or why none is."
    )
    return text + _table("In what they differ", ("field", "differences"), sorted(fields.items()))


def _derivations(published: Tables) -> str:
    found = Counter(row["derivation"] or _NOT_SAID for row in records(published.cited_values[["derivation"]]))
    every = sum(found.values())
    share = f"{100 * found[BY_A_PERSON] / every:.0f}" if every else "0"
    text = _paragraph(
        f"{how_many(every, 'value')}. {share} % were read by a person; the others of a held report compute again from the words"
        " that they stand on, by the rule that is named."
    )
    return text + _table("How the values follow from the words", ("derivation", "values"), sorted(found.items()))


def _reports(published: Tables, articles: Sequence[_Row]) -> str:
    told = Counter(row["article"] for row in records(published.claims[["article"]]))
    rows = [
        (
            one["publisher"],
            _Link(web_address(one["address"]), one["title"] or one["id"]),
            one["published"] or _NOT_SAID,
            one["captured"] or "not recorded",
            "cited only" if one["is_outside"] else "held, not published",
            told[one["id"]],
        )
        for one in articles
    ]
    heads = ("publisher", "title", "published", "taken on", "text", "claims")
    text = _paragraph(
        "Of a report that is held, its text was read here, and a hash of it is kept; of one that is cited only,"
        " nobody here holds the"
        " text, and it never replaces what a held report says."
    )
    return text + _table("Reports", heads, rows)


def _sources(published: Tables) -> str:
    rows = [
        (
            one.title,
            one.producer,
            one.version or "",
            str(one.retrieved) if one.retrieved.year > 1 else "",
            one.licence,
            one.attribution,
        )
        for one in sorted(project.sources_of(published.story), key=lambda source: source.file)
    ]
    return _table("Data", ("title", "producer", "version", "retrieved", "licence", "name it as"), rows)


def _layers() -> str:
    heads = ("layer", "what one mark is", "how it was made", "what it cannot tell")
    return _table("Layers of the map", heads, [(card.name, card.mark, card.made, card.cannot) for card in LAYER_CARDS])


class _Link:
    """A text with the address that it leads to, or without one."""

    def __init__(self, address: str | None, text: str) -> None:
        self.address, self.text = address, text

    def __str__(self) -> str:
        words = f'<bdi dir="auto">{escape(self.text)}</bdi>'
        return words if self.address is None else f'<a rel="noopener noreferrer" href="{escape(self.address)}">{words}</a>'


def _each(words: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(word for word in words if word))


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>\n"


def _terms(said: Mapping[str, str]) -> str:
    return "<dl>\n" + "".join(f"<dt>{escape(word)}</dt><dd>{escape(text)}</dd>\n" for word, text in said.items()) + "</dl>\n"


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A table; none where it would have no row."""
    lines = [
        [str(cell) if isinstance(cell, _Link) else f'<bdi dir="auto">{escape(cell)}</bdi>' for cell in row] for row in rows
    ]
    if not lines:
        return ""
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in heads)
    body = "\n".join(
        f'<tr><th scope="row">{first}</th>'
        + "".join(f'<td data-head="{escape(word)}">{cell}</td>' for word, cell in zip(heads[1:], rest, strict=True))
        + "</tr>"
        for first, *rest in lines
    )
    return (
        f"<table>\n<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n"
    )


__all__ = ["method_page"]
