#!/usr/bin/env bash
# Guess: cn2an writes Chinese numbers in a sentence as figures; words that name no one number, as "one or two", "three to five", stay as they
#   are, as its "thirty or forty" does.
# Seen: "one or two people died" (yi liang ge ren) becomes "12 people died", "two or three people" 23, "five or six" 56, "three to five" 35, "two or three days" (san
#   liang tian) 32 days, "8 or 9 o'clock" 89. No warning. cn2an() of such a pair gives the same, unless in strict
#   mode. "thirty or forty", "two or three hundred", "seven or eight thousand" stay words in a sentence, and raise an error alone.
# Versions: cn2an 0.5.24
# Why it matters for maps of events: the smallest tolls of reports, where the figures are the least sure, grow tenfold.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check cn2an==0.5.24
v/bin/python - <<'P'
import warnings, cn2an
want = {"一两个人死亡": "12个人死亡", "两三人死亡": "23人死亡", "五六个人": "56个人", "三五个人": "35个人", "三两天": "32天", "八九点": "89点",
        "一百二十三人死亡": "123人死亡", "两千五人死亡": "2500人死亡"}
with warnings.catch_warnings():
    warnings.simplefilter("error")
    for text, expected in want.items():
        got = cn2an.transform(text); print(text, "->", got); assert got == expected, text
for text in ("三四十人", "两三百人死亡", "七八千人"):
    with warnings.catch_warnings(record=True):
        warnings.simplefilter("always"); got = cn2an.transform(text)
    print(text, "->", got); assert got == text
for mode in ("normal", "smart"):
    print("cn2an", mode, cn2an.cn2an("一两", mode)); assert cn2an.cn2an("一两", mode) == 12
P
