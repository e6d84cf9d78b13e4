#!/usr/bin/env bash
# Guess: the date type of FollowTheMoney takes partial dates (2024, 2024-05) and refuses a text
#   that is no single date, as it refuses 30 February.
# Seen: it reads from the left and throws the rest away. A range becomes its first day, "2024-05 or
#   2024-06" becomes 2024-05, "2024?" becomes a plain 2024, and 2024/05/03 becomes the
#   year 2024. Only the words before a date ("before 2024") make it refuse. A time with a
#   zone is moved to UTC and the zone is cut, so the day can change.
# Versions: followthemoney 4.11.2.
# Why it matters for maps of events: doubt and ends of intervals are just what a careful
#   record keeps; here they are gone after entity.add(), without a word.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check followthemoney==4.11.2
v/bin/python - <<'PY'
from importlib.metadata import version
from followthemoney import model
print("followthemoney", version("followthemoney"))
def add(text):
    event = model.make_entity("Event"); event.id = "e"
    event.add("date", text)
    return event.get("date")
for text, expected in [
        ("2024-05", ["2024-05"]), ("2024-02-30", []), ("before 2024", []),
        ("2024-05-01/2024-05-03", ["2024-05-01"]), ("2024-05-01 to 2024-05-03", ["2024-05-01"]),
        ("2024-05 or 2024-06", ["2024-05"]), ("2024?", ["2024"]), ("2024/05/03", ["2024"]),
        ("2024-05-01T23:30:00-05:00", ["2024-05-02T04:30:00"])]:
    print(f"{text:28} -> {add(text)}")
    assert add(text) == expected, text
PY
