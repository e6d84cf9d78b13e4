#!/usr/bin/env bash
# Guess: a page that says only "Published June 2025" gives 2025-06-01 (the first day stands for the month) or None;
#   "06/2025" and "2025-06" in the same place give 2025-06-01.
# Seen: the two with figures do, but a month in letters is dropped and the year alone is taken: "June 2025" and
#   "October 2025" are both 2025-01-01, "December 2024" is 2024-01-01, in English, French, German and Arabic alike, and
#   %Y-%m prints "2025-01". With the day (16 June 2025) the same month names are read well, so a test with full
#   dates passes. extensive_search=False gives None.
# Versions: htmldate 1.11.0
# Why it matters for maps of events: monthly reports (human rights, mines, the displaced) date themselves by a month name;
#   they all pile up on 1 January, up to eleven months early, and trafilatura takes its date of a page from here.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check htmldate==1.11.0 dateparser==1.5.0 lxml==6.1.3
"$d/v/bin/python" - <<'E'
import htmldate

def read(when, **options):
    return htmldate.find_date(
        "<html><head><title>Shelling near the border</title></head><body><article><h1>Shelling near the border</h1>"
        f"<p>{when}</p><p>Residents said that the fire came from the other side of the river.</p></article></body></html>", **options)

print("htmldate", htmldate.__version__)
whole = {"16 June 2025": "2025-06-16", "16 juin 2025": "2025-06-16", "16. Juni 2025": "2025-06-16", "16 يونيو 2025": "2025-06-16"}
month = {"June 2025": "2025-01-01", "Published June 2025": "2025-01-01", "Published in October 2025": "2025-01-01",
         "December 2024": "2024-01-01", "Juin 2025": "2025-01-01", "Juni 2025": "2025-01-01", "يونيو 2025": "2025-01-01"}
figures = {"Published 06/2025": "2025-06-01", "Published 2025-06": "2025-06-01"}
for when, seen in (whole | month | figures).items():
    print(f"{when:28} {read(when)}")
    assert read(when) == seen, (when, read(when))
print("as %Y-%m:", read("Published June 2025", outputformat="%Y-%m"), "| without the extensive search:",
      read("Published June 2025", extensive_search=False))
assert read("Published June 2025", outputformat="%Y-%m") == "2025-01"
assert read("Published June 2025", extensive_search=False) is None
E
