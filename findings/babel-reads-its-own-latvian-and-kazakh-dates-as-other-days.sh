#!/usr/bin/env bash
# Guess: parse_date reads what format_date(..., "short") wrote in the same language, up to the century.
# Seen: of the languages without a territory ten fail. Kazakh and Latvian write 6 May 2010 as 06.05.10 and read it
#   back as 5 October 2006; Kyrgyz, Malayalam and Burmese land in the year 6; Kannada, Manipuri, Manx and Inari Sami swap day
#   and month. Persian, which writes 2010/5/6, raises an error for its own text. No argument is wrong in any of these.
# Versions: Babel 2.16.0
# Why it matters for maps of events: dates of a report read "in the language of the page" change silently, and only in
#   some languages, so tests with English, German, Urdu and Arabic are green.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check Babel==2.16.0
"$d/v/bin/python" - <<'E'
import datetime as dt

from babel import localedata
from babel.dates import format_date, parse_date

day = dt.date(2010, 5, 6)
wrong = {}
for language in localedata.locale_identifiers():
    if "_" in language:
        continue
    text = format_date(day, "short", locale=language)
    try:
        back = parse_date(text, locale=language)
    except (ValueError, IndexError) as e:
        back = type(e).__name__
    if back != day:
        wrong[language] = str(back)
        print(f"{language:5} {text:12} -> {back}")
assert wrong["kk"] == wrong["lv"] == "2006-10-05"
assert wrong["ky"] == "0006-10-05" and wrong["my"] == "0006-05-10"
assert wrong["kn"] == "2010-06-05" and wrong["fa"] == "ValueError"
assert len(wrong) == 10 and not {"en", "de", "ur", "ar", "ru"} & set(wrong)
E
