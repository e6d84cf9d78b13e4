#!/usr/bin/env bash
# Guess: where a toll in a Word file was corrected with changes tracked ("15" struck out, "12" put in), readers give the new one, or both.
# Seen: python-docx gives neither: "At least  people were killed." The paragraph's text knows the runs that stand right under it, and what was
#   put in stands one level lower. docx2txt and mammoth give 12. Moved text is worse: where a sentence was moved with changes tracked,
#   python-docx has it nowhere, docx2txt has it twice, and only mammoth has it once.
# Versions: python-docx 1.2.0, docx2txt 0.9, mammoth 1.13.0
# Why it matters for maps of events: reports of humanitarian offices are passed around as Word files with changes in them. A toll that
#   is missing leaves a whole sentence behind that nobody doubts, and two tools that read one file count two tolls.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check python-docx==1.2.0 docx2txt==0.9 mammoth==1.13.0
v/bin/python - <<'E'
import docx, docx2txt, mammoth
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

def changed(paragraph, how, words):
    mark, run, text = OxmlElement(how), OxmlElement("w:r"), OxmlElement("w:delText" if how == "w:del" else "w:t")
    for key, value in (("w:id", "1"), ("w:author", "Desk"), ("w:date", "2031-05-01T00:00:00Z")):
        mark.set(qn(key), value)
    text.text = words; run.append(text); mark.append(run); paragraph._p.append(mark)

file = docx.Document()
toll = file.add_paragraph(); toll.add_run("At least ")
changed(toll, "w:del", "15"); changed(toll, "w:ins", "12")
toll.add_run(" people were killed.")
moved = file.add_paragraph(); changed(moved, "w:moveFrom", "Nobody was hurt at Dara.")
moved = file.add_paragraph(); changed(moved, "w:moveTo", "Nobody was hurt at Dara.")
file.save("report.docx")
read = {"python-docx": "\n".join(p.text for p in docx.Document("report.docx").paragraphs), "docx2txt": docx2txt.process("report.docx"),
        "mammoth": mammoth.extract_raw_text(open("report.docx", "rb")).value}
for name, text in read.items():
    print(f"{name:12}", repr(text))
assert "At least  people were killed." in read["python-docx"]
assert all("At least 12 people were killed." in read[name] for name in ("docx2txt", "mammoth"))
print({name: text.count("Nobody was hurt at Dara.") for name, text in read.items()})
assert [text.count("Nobody was hurt at Dara.") for text in read.values()] == [0, 2, 1]
E
