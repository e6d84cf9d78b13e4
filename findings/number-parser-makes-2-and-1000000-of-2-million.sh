#!/usr/bin/env bash
# Guess: number-parser, made to turn the number words of a text into digits in English, Hindi, Russian and Spanish, leaves "2.5 million" or makes 2500000 of
#   it, and does so with words for half.
# Seen: "2.5 million displaced" becomes "2.5 1000000 displaced", "2 million" "2 1000000", "3 hundred" "3 100": the word is read without the digits before
#   it. "Half a million" is "half a 1000000", "two and a half thousand" "2 and a half 1000". The words for a half and a quarter of Hindi, usual in counts,
#   stay beside a full number: ढाई हज़ार (2,500) is "ढाई 1000", साढ़े तीन लाख (350,000) "साढ़े 300000"; so полтора миллиона and "medio millón". A Russian
#   range сто-двести (100 to 200) is "100 -200", with a minus, три-четыре "3 -4". Whole numbers in words are right in all four.
# Versions: number-parser 0.3.2 (PyPI)
# Why it matters for maps of events: the next step takes the first or the largest number. Displaced people become 2 or 2.5, or a round million for 1.2 as
#   for 9.5 million; 3 hundred dead are 3.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check number-parser==0.3.2 >/dev/null 2>&1
v/bin/python -W ignore - <<'P'
from number_parser import parse
seen = [("en", "two million displaced", "2000000 displaced"), ("en", "2.5 million displaced", "2.5 1000000 displaced"), ("en", "2 million displaced", "2 1000000 displaced"), ("en", "3 hundred dead", "3 100 dead"),
        ("en", "half a million", "half a 1000000"), ("en", "two and a half thousand", "2 and a half 1000"),
        ("hi", "दो लाख पचास हज़ार लोग", "250000 लोग"), ("hi", "ढाई हज़ार लोग", "ढाई 1000 लोग"), ("hi", "साढ़े तीन लाख लोग", "साढ़े 300000 लोग"), ("hi", "डेढ़ लाख", "डेढ़ 100000"),
        ("ru", "две тысячи пятьсот человек", "2500 человек"), ("ru", "полтора миллиона", "полтора 1000000"), ("ru", "сто-двести человек", "100 -200 человек"), ("ru", "три-четыре дня", "3 -4 дня"),
        ("es", "un millón doscientos mil", "1200000"), ("es", "medio millón", "medio 1000000")]
for language, text, expected in seen:
    got = parse(text, language=language); print(language, text, "->", got); assert got == expected, expected
P
