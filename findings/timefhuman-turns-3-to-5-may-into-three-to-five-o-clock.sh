#!/usr/bin/env bash
# Guess: "3-5 May 2024" gives three days, as "May 3-5, 2024" does, or nothing; "on 3 May 2024" in a sentence gives 3 May, as "3 May 2024" alone does.
# Seen: "3-5 May 2024" is 1 May from 3 to 5 o'clock, "7-9 October 2023" is 1 October from 7 to 9, "13-15 June 2025" 1 June from 13 to 15;
#   where no clock has the number ("25-27 June 2025") the 1st alone is left. As soon as a word stands before it, "3 May 2024" is 1 May 2024: the
#   match begins at "May". "the night of 16 January 2024" gives 20 o'clock of the present day and 1 January. With the month first, with "3rd", or
#   with a weekday before it, all is right.
# Versions: timefhuman 0.1.5
# Why it matters for maps of events: outside North America the day stands before the month; every report of a month moves to its first day.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check timefhuman==0.1.5
v/bin/python - <<'P'
import datetime
from timefhuman import timefhuman, tfhConfig
config = tfhConfig(now=datetime.datetime(2024, 5, 20, 12))
def read(text):
    return [" to ".join(f"{t:%Y-%m-%d %H}" for t in (x if isinstance(x, tuple) else (x,))) for x in timefhuman(text, config=config)]
want = {
    "3-5 May 2024": ["2024-05-01 03 to 2024-05-01 05"], "7-9 October 2023": ["2023-10-01 07 to 2023-10-01 09"],
    "13-15 June 2025": ["2025-06-01 13 to 2025-06-01 15"], "25-27 June 2025": ["2025-06-01 00"],
    "3 May 2024": ["2024-05-03 00"], "on 3 May 2024": ["2024-05-01 00"], "Five died on 7 October 2023.": ["2023-10-01 00"],
    "until 25 June 2025": ["2025-06-01 00"], "the night of 16 January 2024": ["2024-05-20 20", "2024-01-01 00"],
    "May 3-5, 2024": ["2024-05-03 00 to 2024-05-05 00"], "Five died on May 3, 2024.": ["2024-05-03 00"],
    "on 3rd May 2024": ["2024-05-03 00"], "on Friday 3 May 2024": ["2024-05-03 00"],
}
for text, expected in want.items():
    got = read(text); print(f"{text!r:32} -> {got}"); assert got == expected, text
P
