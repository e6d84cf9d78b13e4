#!/usr/bin/env bash
# Guess: the date reader of the Humanitarian Data Exchange, given titles of its own kind of data sets ("Syria 3W 2020": who does what
#   where), finds the year 2020, and reads "1-3 May 2024" as three days or refuses it.
# Seen: the 3 of 3W is the month: 1 to 31 March 2020; 4W is April, 5W is May, "Admin 2 boundaries 2021" is February, "Ward 7 2019" July,
#   "12 killed in Dara in 2024" December. "1-3 May 2024", without fuzzy reading, is 3 May 2001 at 20:24 o'clock (the year became a
#   time), and 2024-05-03/2024-05-05 is the one minute 20:24 of 3 May.
# Versions: hdx-python-utilities 4.2.5
# Why it matters for maps of events: the function fills the dates of humanitarian data sets; the span is narrow, plausible
#   and wrong, and the number that made it stands in the title for something else.
# Date seen: 2026-11-28
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check hdx-python-utilities==4.2.5
v/bin/python - <<'PY'
from importlib.metadata import version
from hdx.utilities.dateparse import parse_date_range
print("hdx-python-utilities", version("hdx-python-utilities"))
titles = {"Syria in 2020": ("2020-01-01", "2020-12-31"), "Syria 3W 2020": ("2020-03-01", "2020-03-31"), "Mali 4W 2023": ("2023-04-01", "2023-04-30"),
          "Yemen 5W 2021": ("2021-05-01", "2021-05-31"), "Admin 2 boundaries 2021": ("2021-02-01", "2021-02-28"),
          "Ward 7 2019": ("2019-07-01", "2019-07-31"), "12 killed in Dara in 2024": ("2024-12-01", "2024-12-31")}
for title, expected in titles.items():
    start, end = parse_date_range(title, fuzzy={})
    print(f"{title:26} {start:%Y-%m-%d} to {end:%Y-%m-%d}")
    assert (f"{start:%Y-%m-%d}", f"{end:%Y-%m-%d}") == expected, title
for text, expected in {"1-3 May 2024": "2001-05-03 20:24", "2024-05-03/2024-05-05": "2024-05-03 20:24"}.items():
    start, end = parse_date_range(text)
    print(f"{text:26} {start:%Y-%m-%d %H:%M} to {end:%Y-%m-%d %H:%M}")
    assert f"{start:%Y-%m-%d %H:%M}" == f"{end:%Y-%m-%d %H:%M}" == expected, text
PY
