#!/usr/bin/env bash
# Guess: in a FILTER a year, a month, a day and an instant are either compared as times, or the comparison is an error and the event is
#   left out, as SPARQL says of types that it does not know how to compare.
# Seen: FILTER(?when >= "2025-06-10"^^xsd:date) keeps "1999"^^xsd:gYear, "1999-03"^^xsd:gYearMonth, the instant
#   "1999-03-01T10:00:00"^^xsd:dateTime and the plain text "not known": between two types the order of their names decides. So the
#   day 2030-03-01 is "before" the instant 2025-06-10T00:00:00, and so is 30 February 1999. Two years are not compared at all: no
#   year is >= "2025"^^xsd:gYear, only the text "not known" is, while 2030 as a day is < it. pyoxigraph leaves out what it cannot
#   compare, and compares 2030 with 2025.
# Versions: rdflib 7.6.0, pyoxigraph 0.5.13
# Why it matters for maps of events: linked data of events gives the year where the day is not known (schema.org, Wikidata, EDTF), and a
#   list of "events since June 2025" then begins in 1999.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check rdflib==7.6.0 pyoxigraph==0.5.13
v/bin/python - <<'E'
import logging
import pyoxigraph, rdflib

logging.disable(logging.CRITICAL)
times = {"year 1999": '"1999"^^xsd:gYear', "year 2030": '"2030"^^xsd:gYear', "month 1999": '"1999-03"^^xsd:gYearMonth',
         "day 1999": '"1999-03-01"^^xsd:date', "day 2030": '"2030-03-01"^^xsd:date', "30 February 1999": '"1999-02-30"^^xsd:date',
         "instant 1999": '"1999-03-01T10:00:00"^^xsd:dateTime', "instant 2030": '"2030-03-01T10:00:00"^^xsd:dateTime',
         "text": '"not known"'}
prefix = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n"
data = (prefix + "".join(f'<urn:e{n}> <urn:name> "{name}" ; <urn:when> {when} .\n' for n, (name, when) in enumerate(times.items())))
graph, store = rdflib.Graph().parse(data=data, format="turtle"), pyoxigraph.Store()
store.load(data.encode(), format=pyoxigraph.RdfFormat.TURTLE)

def found(condition):
    query = prefix + "SELECT ?name WHERE { ?e <urn:name> ?name ; <urn:when> ?when FILTER(?when " + condition + ") }"
    both = {str(row[0]) for row in graph.query(query)}, {row["name"].value for row in store.query(query)}
    print(condition, "\n   rdflib:   ", sorted(both[0]), "\n   oxigraph: ", sorted(both[1]))
    return both

assert found('>= "2025-06-10"^^xsd:date') == (
    {"year 1999", "year 2030", "month 1999", "day 2030", "instant 1999", "instant 2030", "text"}, {"day 2030"})
assert found('< "2025-06-10T00:00:00"^^xsd:dateTime') == (
    {"day 1999", "day 2030", "30 February 1999", "instant 1999"}, {"instant 1999"})
assert found('>= "2025"^^xsd:gYear') == ({"text"}, {"year 2030"})
assert found('< "2025"^^xsd:gYear') == (
    {"day 1999", "day 2030", "30 February 1999", "instant 1999", "instant 2030"}, {"year 1999"})
E
