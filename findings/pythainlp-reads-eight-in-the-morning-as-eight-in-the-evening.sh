#!/usr/bin/env bash
# Guess: thaiword_to_time reads each time that time_to_thaiword wrote as the same time, in each of its three ways to write one.
# Seen: in two of them it does. In "m6h", the way of news and speech, each of the 360 minutes from 6:00 to 11:59 is wrong: แปดโมง (8:00) is 20:00,
#   แปดโมงครึ่ง (8:30) 20:30, and สิบเอ็ดโมง (11:00) is 22:00, as สิบโมง (10:00) is. Only with เช้า (morning) it is the morning; and สิบเอ็ดโมงเช้า (11 in
#   the morning) is 10:00 even so. Afternoon, evening and night (บ่ายสองโมง, สองทุ่ม, ตีสาม) are right.
# Versions: pythainlp 5.4.0 (PyPI)
# Why it matters for maps of events: the bombs of the south of Thailand go off in the morning, at the walk of monks and the way to school; read so, they go
#   off at night, and two events of one day change their order.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check pythainlp==5.4.0 >/dev/null 2>&1
mkdir data; export PYTHAINLP_DATA="$d/data"
v/bin/python -W ignore - <<'P'
import datetime
from pythainlp.util import thaiword_to_time, time_to_thaiword
for way in ("24h", "6h", "m6h"):
    wrong = []
    for minute in range(24 * 60):
        hour, rest = divmod(minute, 60); text = time_to_thaiword(datetime.time(hour, rest), fmt=way, precision="m"); got = thaiword_to_time(text)
        if got != f"{hour:02}:{rest:02}": wrong.append((f"{hour:02}:{rest:02}", text, got))
    print(way, "- of 1440 minutes read as another time:", len(wrong), wrong[::60])
    assert [w[0][:2] for w in wrong] == ([] if way != "m6h" else [f"{h:02}" for h in range(6, 12) for _ in range(60)])
    if way == "m6h": assert all(w[2][:2] == {"06": "18", "07": "19", "08": "20", "09": "21", "10": "22", "11": "22"}[w[0][:2]] and w[2][3:] == w[0][3:] for w in wrong)
for text, time in {"แปดโมง": "20:00", "แปดโมงเช้า": "08:00", "แปดโมงครึ่ง": "20:30", "สิบโมง": "22:00", "สิบเอ็ดโมง": "22:00", "สิบเอ็ดโมงเช้า": "10:00", "บ่ายสองโมง": "14:00", "สองทุ่ม": "20:00", "ตีสาม": "03:00"}.items():
    print(text, thaiword_to_time(text)); assert thaiword_to_time(text) == time
P
