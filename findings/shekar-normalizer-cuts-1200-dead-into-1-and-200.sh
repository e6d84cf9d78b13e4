#!/usr/bin/env bash
# Guess: a normaliser of Persian text may write other digits and another mark between them (1,200 as ۱٬۲۰۰), but one number stays one
#   number.
# Seen: the comma of a thousand is taken for the comma between words, and a blank is put behind it: "1,200 dead" becomes "۱، ۲۰۰ dead",
#   that is "1, 200 dead". The Persian mark of thousands (٬) itself, ۱٬۲۰۰, meets the same fate. 12.5 km becomes "12. 5", whose 12 then
#   stands at the end of a sentence for its sentence tokenizer; 10:30 becomes "10: 30". Only the Persian decimal mark (۱۲٫۵) and dates
#   with strokes are left whole. Its own reader of numbers, which reads "12.5", refuses what its normaliser has made of it.
# Versions: shekar 1.7.0
# Why it matters for maps of events: normalising is the first step of each Persian pipeline; after it 1,200 dead are 200 (or 1 and 200), and "2.5
#   kilometres from the border" is 5.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check shekar==1.7.0
v/bin/python -W ignore - <<'E'
from importlib.metadata import version
from shekar import Normalizer, NumberToWords, SentenceTokenizer

normalize, in_words = Normalizer(), NumberToWords()
print("shekar", version("shekar"))
expected = {"1,200 نفر کشته شدند": "۱، ۲۰۰ نفر کشته شدند", "۱٬۲۰۰ نفر کشته شدند": "۱، ۲۰۰ نفر کشته شدند",
            "12.5 کیلومتر از مرز": "۱۲. ۵ کیلومتر از مرز", "۱۲.۵ کیلومتر از مرز": "۱۲. ۵ کیلومتر از مرز",
            "۱۲٫۵ کیلومتر از مرز": "۱۲٫۵ کیلومتر از مرز", "ساعت 10:30": "ساعت ۱۰: ۳۰", "16/06/2025": "۱۶/۰۶/۲۰۲۵", "1200 نفر": "۱۲۰۰ نفر"}
for text, wanted in expected.items():
    print(f"{text!r:26} -> {normalize(text)!r}")
    assert normalize(text) == wanted, text
sentences = [str(sentence) for sentence in SentenceTokenizer()(normalize("در 2.5 کیلومتری مرز 1,200 نفر کشته شدند."))]
print("sentences:", sentences)
assert len(sentences) == 2
print("in words:", in_words("12.5"))
assert in_words("12.5") == "دوازده ممیز پنج"
try:
    raise SystemExit(f"read after all: {in_words(normalize('12.5'))}")
except ValueError as refusal:
    print(refusal)
E
