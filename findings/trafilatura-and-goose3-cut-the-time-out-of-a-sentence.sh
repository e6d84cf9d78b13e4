#!/usr/bin/env bash
# Guess: a text extractor may lose marks such as bold, but the words of a sentence stay; a <time> element in the middle
#   of a paragraph gives its own words.
# Seen: extract() of trafilatura gives "began at , and five people were killed": the words inside <time> are gone, in text,
#   Markdown and XML, and with favor_recall as well. html2txt() and baseline() of the same library keep them. goose3
#   cuts <time> too, and both the old and the new number of a correction (<del>12</del> <ins>15</ins>).
# Versions: trafilatura 2.3.1, goose3 3.1.22, lxml 6.1.3
# Why it matters for maps of events: news sites mark up the one fact that dates the event; whoever codes events from
#   such a text gets a sound sentence without the day and the hour, or without the number of the dead.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check trafilatura==2.3.1 goose3==3.1.22 \
  lxml==6.1.3 lxml_html_clean==0.4.6
"$d/v/bin/python" - <<'E'
import goose3
import trafilatura

FACTS = ("<p>Shelling of the village of Dara began at <time datetime='2025-06-16T02:00+03:00'>2 am on 16 June</time>,"
         " and five people were killed.</p>"
         "<p>In the town of Homs at least <del>12</del> <ins>15</ins> people were killed in the same night.</p>")
PAGE = ("<html><head><title>Shelling near the border</title></head><body><article><h1>Shelling near the border</h1>"
        "<p>The army said that shelling hit the town near the border, and that several houses burned down in the night.</p>"
        f"{FACTS}<p>Residents told reporters that the fire came from the other side of the river and went on for hours.</p>"
        "<p>A spokesman for the district said that aid had reached the villages in the valley by the evening.</p>"
        "</article></body></html>")
texts = {f"trafilatura {how}": trafilatura.extract(PAGE, output_format=how) for how in ("txt", "markdown", "xml")}
texts["trafilatura recall"] = trafilatura.extract(PAGE, favor_recall=True)
texts["trafilatura html2txt"] = trafilatura.html2txt(PAGE)
texts["trafilatura baseline"] = trafilatura.baseline(PAGE)[1]
texts["goose3"] = goose3.Goose().extract(raw_html=PAGE).cleaned_text
for name, text in texts.items():
    line = text[text.index("Shelling of the village"):text.index("five people")]
    print(f"{name:20} | {line}")
    assert ("16 June" in text) is (name in ("trafilatura html2txt", "trafilatura baseline")), name
homs = [line for line in texts["goose3"].splitlines() if "Homs" in line]
print("goose3, correction   |", *homs)
assert homs == ["In the town of Homs at least people were killed in the same night."]
assert "15" in texts["trafilatura txt"]
E
