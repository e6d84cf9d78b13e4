#!/usr/bin/env bash
# Guess: of a report in RTF whose toll was corrected with changes tracked, striprtf gives the new toll, or both with something between them.
# Seen: it gives both without anything between: "12" put in and "15" struck out are 1215 dead. Hidden text comes out as if it were shown ("and
#   a child"), while a footnote, where the later toll stands, is left out. pandoc gives 12, strikes 15 out, leaves out what is
#   hidden and has the footnote.
# Versions: striprtf 0.0.35; beside it pandoc of pypandoc_binary 1.17
# Why it matters for maps of events: situation reports and lists of incidents are passed on as RTF; a toll of 1215 is a number like another.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check striprtf==0.0.35 pypandoc_binary==1.17
v/bin/python - <<'E'
import pypandoc
from striprtf.striprtf import rtf_to_text

report = (r"{\rtf1\ansi{\*\revtbl {Unknown;}{Desk;}}At least {\revised\revauth1 12}{\deleted\revauthdel1 15} people{\v  and a child} were killed"
          r" near the crossing.{\footnote Later raised to 14.}\par}")
text = rtf_to_text(report).strip()
print("striprtf:", text)
print("pandoc:  ", pypandoc.convert_text(report, "plain", format="rtf").strip())
assert text == "At least 1215 people and a child were killed near the crossing."
E
