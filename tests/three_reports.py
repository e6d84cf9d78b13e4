"""Three invented reports of the Kenyan–Somali border, with two events each, some of them told twice and otherwise."""

from __future__ import annotations

from pathlib import Path

REPORTS = {
    "agency": """Bomb kills four soldiers near Liboi

GARISSA, Kenya, May 7 (Agency) - A roadside bomb killed four soldiers near Liboi on Monday, the police said.

In a separate incident, gunmen shot dead two teachers in Mandera on Tuesday, a county official said.
""",
    "paper": """Five soldiers dead in Liboi blast

A roadside bomb on Monday killed five soldiers near Liboi, residents said.

A mortar attack wounded three people in Dhobley on Sunday, the hospital said.
""",
    "army": """Statement on the events of this week

On Sunday our forces shelled a camp near Dhobley, killing twelve militants, the army said.

On Tuesday two teachers were shot dead in Mandera. The army said that gunmen were behind it.
""",
}
PUBLISHED = "2030-05-08"


def written(folder: Path) -> list[Path]:
    """The reports as files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, text in REPORTS.items():
        files.append(folder / f"{name}.txt")
        files[-1].write_text(text, encoding="utf-8")
    return files
