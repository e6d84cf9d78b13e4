#!/usr/bin/env bash
# Guess: text_to_edtf() takes the date out of a sentence, or gives None; two days of one month become an interval; "not before"
#   and "not after" a year become an interval open on the right side.
# Seen: "12 people died on 16 June 2025" is 2012-06-16, and with 40 dead 2040-06-16: the first number is taken for the year and the
#   written year is lost. "12-15 June 2025" is 2012-06-15, "1 or 2 June 2025" 2001-06-02. "30 May - 2 June 2025" has a start without
#   a year. "not before 2011" ends in 2011 and "not after 2011" begins there, so both are turned round; "no later than" too.
#   "16 June 2025" alone is right.
# Versions: edtf 5.0.2, python-dateutil 2.9.0.post0
# Why it matters for maps of events: no answer carries a mark of doubt; events with their dead in the same sentence go
#   to a year made of the dead, and a limit in time shuts out just the years it should let in.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check edtf==5.0.2 pyparsing==3.3.3 python-dateutil==2.9.0.post0
"$d/v/bin/python" - <<'E'
from edtf import text_to_edtf

cases = {
    "16 June 2025": "2025-06-16", "on 16 June 2025, 12 people died": "2025-06-16", "after 16 June 2025": "2025-06-16/",
    "12 people died on 16 June 2025": "2012-06-16", "40 people died on 16 June 2025": "2040-06-16",
    "12-15 June 2025": "2012-06-15", "between 12 and 15 June 2025": "2012-06-15", "1 or 2 June 2025": "2001-06-02",
    "30 May - 2 June 2025": "XXXX-05-30/2025-06-02",
    "not before 2011": "/2011", "not after 2011": "2011/", "no later than 2011": "2011/",
}
for words, seen in cases.items():
    found = text_to_edtf(words)
    print(f"{words:34} {found}")
    assert found == seen, words
E
