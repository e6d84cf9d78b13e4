#!/usr/bin/env bash
# Guess: time-parser-zh, made for Chinese dates and times, reads the usual words of news, such as 昨晚8点 (8 o'clock last evening),
#   as they are meant.
# Seen: 晚 counts only in 今晚 (this evening) and 晚上: 今晚8点 is 20:00, 昨晚8点 is 08:00 of yesterday, and so are 昨日晚8时, 当晚8点 and
#   6月14日晚8点; 昨夜11点 is 11:00 of today, 前天深夜11点半 (late at night) 11:30. 大前天 (three days ago) and 大后天 (in three days) are two days
#   away, as the word without 大 is found in them. 5月3日至5日 is 3 May alone, 5月3日到5日 the 5th of the month of the report; with the
#   year before it both are 3 to 5 May. 2024年底 (end of 2024) is the year of the report, 20世纪90年代 (1990s) the year 2090, and a
#   day of the moon calendar (农历五月初五) the first half of this month. Each has the status "ok". The package's notes speak of
#   repeated quarters, wrong clock values and ranges over the new year, not of these.
# Versions: time-parser-zh 1.0.0 (PyPI)
# Why it matters for maps of events: 昨晚 is how a report of the next morning begins. A raid at night is put in the morning, 12
#   hours early, and what was three days ago is put a day late; nothing tells these from the right answers.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check time-parser-zh==1.0.0 >/dev/null 2>&1
v/bin/python - <<'P'
from datetime import datetime
from time_parser_zh import extract_date_range_v2, extract_datetime_point

now = datetime(2026, 6, 16, 10)
times = {
    "今晚8点": "06-16 20:00",
    "昨天晚上8点": "06-15 20:00",
    "6月14日晚上8点": "06-14 20:00",
    "昨晚8点": "06-15 08:00",
    "昨日晚8时": "06-15 08:00",
    "当晚8点": "06-16 08:00",
    "6月14日晚8点": "06-14 08:00",
    "昨夜11点": "06-16 11:00",
    "前天深夜11点半": "06-14 11:30",
    "昨天半夜12点": "06-15 12:00",
}
for text, expected in times.items():
    r = extract_datetime_point(text, today=now)
    print(text, "->", r.datetime, r.recognition_status)
    assert (str(r.datetime), r.recognition_status) == (f"2026-{expected}:00", "ok")
days = {
    "前天": ("2026-06-14",) * 2,
    "大前天": ("2026-06-14",) * 2,
    "后天": ("2026-06-18",) * 2,
    "大后天": ("2026-06-18",) * 2,
    "2024年5月3日至5日": ("2024-05-03", "2024-05-05"),
    "5月3日至5日": ("2026-05-03",) * 2,
    "5月3日到5日": ("2026-06-05",) * 2,
    "2024年底": ("2026-01-01", "2026-12-31"),
    "20世纪90年代": ("2090-01-01", "2090-12-31"),
    "农历五月初五": ("2026-06-01", "2026-06-16"),
}
for text, expected in days.items():
    r = extract_date_range_v2(text, today=now)
    print(text, "->", *r.to_tuple(), r.recognition_status)
    assert (r.to_tuple(), r.recognition_status, bool(r)) == (expected, "ok", True)
P
