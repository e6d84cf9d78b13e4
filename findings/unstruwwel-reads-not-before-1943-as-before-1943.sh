#!/usr/bin/env bash
# Guess: unstruwwel, which turns dates in words into ISO 8601-2 periods in English, German, French and Dutch, reads "before
#   2015", "May 2024" and "mid 1990s" well (right), and in German "bis 1991" (until) and "seit 1975" (since) as open periods
#   with the year named in them.
# Seen: "not before 1943" is "..1942-12-31", the years that it rules out. In English and French "until 1991", "since 1975",
#   "depuis 1975" are that year alone; in German "bis 1991", "seit 1975" and "ab 1943" are open but leave out the year named:
#   until 1990, since 1976, from 1944 on. A range with one month for both days is its last day ("3 to 5 May 1943", "June to
#   August 1943" is August), and "12. bis 15. Juni 1943" is all time until 14 June. "Of" undoes the season and the part: "summer
#   1943" is June to August, "summer of 1943" the whole year, "1st half 19th century" 1801 to 1850, but "1st half of the 19th
#   century", its own first example (with circa), 1801 to 1900. The ISO day 1943-05-03 is the years 1903 to 1943. A day written
#   "3 May 1943" is right, and "before" and "after" are.
# Versions: unstruwwel 1.0.2 (PyPI)
# Why it matters for maps of events: a time line or a filter by time shows a siege that goes on since 1975 in that year only,
#   and what cannot have been before 1943 only before it. Nothing is marked as doubtful.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check unstruwwel==1.0.2 >/dev/null 2>&1
v/bin/python -W ignore - <<'P'
from unstruwwel import unstruwwel


def year(first, last=None):
    return f"{first}-01-01/{last or first}-12-31"


seen = {
    "en": {
        "3 May 1943": "1943-05-03/1943-05-03",
        "before 1943": "..1942-12-31",
        "after 3 May 1943": "1943-05-04..",
        "from 1975 to 1980": year(1975, 1980),
        "not before 1943": "..1942-12-31",
        "until 1991": year(1991),
        "since 1975": year(1975),
        "no later than 1943": year(1943),
        "3 to 5 May 1943": "1943-05-05/1943-05-05",
        "30 May to 2 June 1943": "1943-06-02/1943-06-02",
        "June to August 1943": "1943-08-01/1943-08-31",
        "summer 1943": "1943-06-01/1943-08-31",
        "summer of 1943": year(1943),
        "1st half 19th century": year(1801, 1850),
        "1st half of the 19th century": year(1801, 1900),
        "last third of the 19th century": year(1801, 1900),
        "1943-05-03": year(1903, 1943),
    },
    "de": {
        "vor 1943": "..1942-12-31",
        "bis 1991": "..1990-12-31",
        "seit 1975": "1976-01-01..",
        "ab 1943": "1944-01-01..",
        "12. bis 15. Juni 1943": "..1943-06-14",
    },
    "fr": {"avant 1943": "..1942-12-31", "jusqu'en 1991": year(1991), "depuis 1975": year(1975)},
}
for language, texts in seen.items():
    for text, expected in texts.items():
        got = unstruwwel(text, language, scheme="iso-format")
        print(language, text, "->", got)
        assert got == expected, (text, got)
P
