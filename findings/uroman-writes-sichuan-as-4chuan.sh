#!/usr/bin/env bash
# Guess: a romanizer for all scripts writes place names in letters; a number word alone ("twenty-five people") may become figures.
# Seen: every Chinese sign that is also a numeral becomes a figure, in names too: Sichuan is 4chuan, Sanya 3ya, Sanmenxia 3menxia, Liupanshui
#   6panshui, Jiujiang 9jiang, Shiyan 10yan; the Japanese Chiba is 1000ye and Mie 3zhong. Baise, Wanning and some others are right, for these words are in its list.
#   Every match of such a name with a gazetteer in Latin letters fails, and 4chuan, 10yan look like numbers with a unit.
# Versions: uroman 1.3.1.1
# Why it matters for maps of events: it is the usual tool to bring names of all languages into one alphabet before they are looked up; the province
#   of Sichuan, of 83 million people, cannot be found, and a count is found that nobody wrote.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check uroman==1.3.1.1
v/bin/python - <<'P'
import uroman
u = uroman.Uroman()
want = {"四川": "4chuan", "四川省": "4chuansheng", "三亚": "3ya", "三门峡": "3menxia", "六盘水": "6panshui", "九江": "9jiang", "十堰": "10yan", "千葉": "1000ye", "三重": "3zhong",
        "百色": "bose", "北京": "beijing", "二十五人": "25ren"}
for name, expected in want.items():
    got = u.romanize_string(name); print(name, "->", got); assert got == expected, name
for sentence in ("四川地震", "Взрыв в 四川"):
    got = u.romanize_string(sentence); print(sentence, "->", got); assert "4chuan" in got
P
