#!/usr/bin/env bash
# Guess: text of a PDF in Persian or Arabic may come back with its letters in reverse or its words in another order, but the digits of a number
#   keep their order in every reader: they are written from left to right in these languages too.
# Seen: pypdf turns round the numbers in native digits: 12 dead and 345 wounded are 21 and 543, the year 2025 is 5202 and 10:30 is 03:01,
#   while a number that ends the line stays right. With Latin digits the same sentence keeps its numbers. PyMuPDF reads the Persian
#   digits rightly and turns round the Arabic ones (the same ten digits at other code points), also at the end of a line. pypdfium2
#   and pdfplumber keep both, but pdfplumber turns round the letters. A PDF printed by Chromium gives the same.
# Versions: pypdf 7.1.1, PyMuPDF 2.0, pypdfium2 5.15.2, pdfplumber 0.11.10, written by fpdf2 2.8.9
# Why it matters for maps of events: the text looks whole and reads well, and only the tolls, the days and the hours are others. 21
#   dead are as likely as 12.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check pypdf==7.1.1 pymupdf==2.0 pypdfium2==5.15.2 pdfplumber==0.11.10 fpdf2==2.8.9 uharfbuzz==0.57.0
v/bin/pip install -q --disable-pip-version-check --no-deps matplotlib==3.11.2  # for its font alone
v/bin/python - <<'E'
import re, importlib.util, pathlib
import fpdf, pdfplumber, pymupdf, pypdf, pypdfium2

sentences = {"Latin": "12 کشته و 345 زخمی در 2025 ساعت 10:30 نزدیک 678",
             "Persian": "۱۲ کشته و ۳۴۵ زخمی در ۲۰۲۵ ساعت ۱۰:۳۰ نزدیک ۶۷۸",
             "Arabic": "١٢ قتيلا و ٣٤٥ جريحا في ٢٠٢٥ ساعة ١٠:٣٠ بعد ٦٧٨"}
font = pathlib.Path(importlib.util.find_spec("matplotlib").origin).parent / "mpl-data/fonts/ttf/DejaVuSans.ttf"
pdf = fpdf.FPDF(); pdf.add_font("d", fname=font); pdf.set_font("d", size=14); pdf.set_text_shaping(True)
for sentence in sentences.values():
    pdf.add_page(); pdf.cell(0, 10, sentence, align="R")
pdf.output("report.pdf")
readers = {"pypdf": lambda n: pypdf.PdfReader("report.pdf").pages[n].extract_text(),
           "PyMuPDF": lambda n: pymupdf.open("report.pdf")[n].get_text(),
           "pypdfium2": lambda n: pypdfium2.PdfDocument("report.pdf")[n].get_textpage().get_text_range(),
           "pdfplumber": lambda n: pdfplumber.open("report.pdf").pages[n].extract_text()}
right = ["10:30", "12", "2025", "345", "678"]
turned = {("pypdf", "Persian"): ["03:01", "21", "5202", "543", "678"], ("pypdf", "Arabic"): ["03:01", "21", "5202", "543", "678"],
          ("PyMuPDF", "Arabic"): ["03:01", "21", "5202", "543", "876"]}
plain = {ord(digit): str(n) for digits in ("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩") for n, digit in enumerate(digits)}
for name, read in readers.items():
    for n, script in enumerate(sentences):
        numbers = sorted(re.findall(r"\d+(?::\d+)?", read(n).translate(plain)))
        print(f"{name:10} {script:8} {numbers}")
        assert numbers == turned.get((name, script), right)
E
