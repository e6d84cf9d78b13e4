#!/usr/bin/env bash
# Guess: chronostring, made to take dates and times from French sentences, gives the day alone for a sentence with a toll, and
#   for the night between two days both days; a range is a range or a list of days.
# Seen: for "5 juin 2024, 12 morts" it is so. But where two tolls stand before the date the first becomes a day: "12 et 13 morts
#   le 5 mai 2024" is 12 and 5 May, "2 à 3 morts le 5 mai" 2 and 5 May, and "5 000 déplacés" is 5 o'clock. The words after an
#   hour are dropped: "8 heures du soir" (8 in the evening) is 08:00, "3h de l'après-midi" 03:00. "Les 3 et 5 mai et 7 juin"
#   gives 3 June for 3 May, with the comma 3, 5 May and 7 June; "le 3 mai vers 20h30" is no day but the time 03:20:30; "le 3 mai
#   24" the year 24. "Entre le 3 et le 5" is two days, "du 3 au 5" three.
# Versions: chronostring 0.1.5 (PyPI)
# Why it matters for maps of events: one attack is counted on two days, the one of which is its toll, and attacks of the evening
#   are put in the morning.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check chronostring==0.1.5 >/dev/null 2>&1
v/bin/python - <<'P'
from datetime import date
from chronostring import parse_dates

seen = {
    "5 juin 2024, 12 morts": ["2024-06-05"],
    "3 morts et 5 blessés le 7 juin 2024": ["2024-06-07"],
    "le 3 mai 2024 à 20h30": ["2024-05-03 20:30:00"],
    "du 3 au 5 mai 2024": ["2024-05-03", "2024-05-04", "2024-05-05"],
    "les 3 mai, 5 mai et 7 juin 2024": ["2024-05-03", "2024-05-05", "2024-06-07"],
    "12 et 13 morts le 5 mai 2024": ["2024-05-12", "2024-05-05"],
    "2 à 3 morts le 5 mai 2024": ["2024-05-02", "2024-05-05"],
    "de 10 à 12 blessés le 5 mai 2024": ["2024-05-10", "2024-05-05"],
    "5 000 déplacés le 3 mai 2024": ["05:00:00", "2024-05-03"],
    "le 3 mai 2024 à 8 heures du soir": ["2024-05-03 08:00:00"],
    "le 3 mai 2024 à 3h de l'après-midi": ["2024-05-03 03:00:00"],
    "les 3 et 5 mai et 7 juin 2024": ["2024-06-03", "2024-05-05", "2024-06-07"],
    "le 3 mai vers 20h30": ["03:20:30"],
    "le 3 mai 24": ["0024-05-03"],
    "entre le 3 et le 5 mai 2024": ["2024-05-03", "2024-05-05"],
}
for text, expected in seen.items():
    got = [str(x) for x in parse_dates(text, context=date(2024, 6, 1))]
    print(text, "->", got)
    assert got == expected, (text, got)
P
