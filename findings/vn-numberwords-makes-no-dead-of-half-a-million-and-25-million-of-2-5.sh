#!/usr/bin/env bash
# Guess: vn-numberwords, which turns Vietnamese number words into numbers, gives 2500 for "hai nghìn rưỡi" (two and a half
#   thousand) or an error; a number it cannot read, as "hai phẩy năm triệu" (2.5 million), and a sentence with two numbers are
#   an error or the first number.
# Seen: there is no error: each word that it does not know is dropped. Rưỡi (and a half) is gone, so 2.5 million is 2,000,000;
#   with phẩy (the decimal comma) the digits on both sides are put together: 25,000,000. "Nửa triệu" (half a million) and "12
#   người" (12 people, in digits) are 0, "hai mươi vạn" (200,000) 20, "hăm lăm" (25) 5, "hai tá" (two dozen) 2. "Hai người chết,
#   năm người bị thương" (two dead, five wounded) is 25, "hai ba người" (two or three) 23, "năm sáu nghìn" (5 to 6 thousand)
#   56,000, "một phần ba" (a third) 13. Plain numbers are right.
# Versions: vn-numberwords 0.2.0 (PyPI)
# Why it matters for maps of events: the half is how Vietnamese news rounds large tolls. A toll in digits becomes "no dead",
#   which is a statement, and no answer says that a word was not known.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check vn-numberwords==0.2.0 >/dev/null 2>&1
v/bin/python - <<'P'
from vn_numberwords import words_to_number

right = {
    "mười hai người chết": 12,
    "hai mươi lăm": 25,
    "một nghìn năm trăm": 1500,
    "hai triệu": 2_000_000,
    "hai trăm năm mươi nghìn": 250_000,
}
wrong = {
    "hai triệu rưỡi": 2_000_000,
    "hai nghìn rưỡi": 2000,
    "nghìn rưỡi": 0,
    "hai phẩy năm triệu": 25_000_000,
    "nửa triệu người": 0,
    "12 người": 0,
    "1.200": 0,
    "hai mươi vạn": 20,
    "ba vạn quân": 3,
    "hăm lăm": 5,
    "hai tá": 2,
    "hàng nghìn": 0,
    "hai người chết, năm người bị thương": 25,
    "hai ba người": 23,
    "năm sáu nghìn": 56_000,
    "một phần ba": 13,
    "một triệu hai": 1_000_002,
    "không rõ": 0,
    "chưa biết": 0,
}
for text, expected in {**right, **wrong}.items():
    got = words_to_number(text)
    print(text, "->", got)
    assert got == expected, (text, got)
P
