"""Characters that steer a terminal, turn the reading direction or do not show at all: written out, so that they are seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Each with what is shown in its place. The joiners that Arabic letters need are not among them, nor are tab and line ends.
UNSEEN: Final[Mapping[int, str]] = {
    code: f"[U+{code:04X}]"
    for code in (
        *range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F,
        *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF, *range(0xE0000, 0xE0080),
    )
}  # fmt: skip
