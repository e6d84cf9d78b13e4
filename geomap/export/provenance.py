"""Where every value comes from, in the words of W3C PROV (PROV-JSON, a W3C member submission of 2013).

Articles, claims, values and incidents are entities. A value is attributed to whom its article credits, derived from the article
at its spans by a derivation, and quoted by offsets only: no text stands here.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from geomap.export.tables import contents
from geomap.tables import Tables, records

#: The namespace of our own names. It is a name, not a page.
NAMESPACE = "urn:geomap:"

Statements = dict[str, dict[str, Any]]


def provenance(published: Tables) -> dict[str, Any]:
    """The PROV-JSON document of all values of all claims."""
    entities: Statements = {}
    agents: Statements = {}
    relations: dict[str, Statements] = {
        name: {} for name in ("wasDerivedFrom", "wasAttributedTo", "hadMember", "specializationOf")
    }
    for row in contents(published.articles).rows:
        entities[_name("article", row["id"])] = _attributes(row, "id")
        _relate(relations["wasAttributedTo"], entity=_name("article", row["id"]), agent=_agent(agents, row["publisher"]))
    for row in contents(published.incidents).rows:
        entities[_name("incident", row["id"])] = _attributes(row, "id")
    spans = {}
    for row in records(published.claims):
        claim, article = _name("claim", row["id"]), _name("article", row["article"])
        spans[row["id"]] = article
        entities[claim] = {"prov:type": "prov:Collection", "geomap:spans": row["spans"] or ""}
        _relate(relations["wasDerivedFrom"], generatedEntity=claim, usedEntity=article)
        _relate(relations["specializationOf"], specificEntity=claim, generalEntity=_name("incident", row["incident"]))
    for row in records(published.cited_values):
        value, claim = _name("value", f"{row['claim']}/{row['field']}"), _name("claim", row["claim"])
        entities[value] = {"prov:value": row["value_text"] or ""} | _attributes(row, "claim", "value_text", "attributed_to")
        _relate(relations["hadMember"], collection=claim, entity=value)
        quoted = "prov:Quotation" if row["spans"] else None
        _relate(
            relations["wasDerivedFrom"],
            generatedEntity=value,
            usedEntity=spans[row["claim"]],
            **{"prov:type": quoted, "geomap:derivation": row["derivation"], "geomap:spans": row["spans"]},
        )
        if row["attributed_to"]:
            _relate(relations["wasAttributedTo"], entity=value, agent=_agent(agents, row["attributed_to"]))
    return {"prefix": {"geomap": NAMESPACE}, "entity": entities, "agent": agents, **relations}


def provenance_text(published: Tables) -> str:
    """`provenance` as JSON text, a statement a line."""
    parts = []
    for name, statements in provenance(published).items():
        lines = ",\n".join(f"  {_json(key)}: {_json(value)}" for key, value in statements.items())
        parts.append(f" {_json(name)}: {{\n{lines}\n }}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def write_provenance(published: Tables, path: Path | str) -> None:
    """Write `provenance_text` to a file."""
    Path(path).write_text(provenance_text(published), encoding="utf-8", newline="\n")


def _name(kind: str, identity: str) -> str:
    return f"geomap:{kind}/{quote(identity)}"


def _agent(agents: Statements, name: str) -> str:
    key = _name("agent", name)
    agents[key] = {"prov:label": name}
    return key


def _attributes(row: dict[str, Any], *without: str) -> dict[str, Any]:
    return {f"geomap:{key}": value for key, value in row.items() if value is not None and key not in without}


def _relate(statements: Statements, **parts: Any) -> None:
    """A relation, numbered from 1; its own attributes keep their prefix, its ends get PROV's."""
    relation = {key if ":" in key else f"prov:{key}": value for key, value in parts.items() if value is not None}
    statements[f"_:{len(statements) + 1}"] = relation


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


__all__ = ["NAMESPACE", "provenance", "provenance_text", "write_provenance"]
