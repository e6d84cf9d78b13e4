"""What people call an account: by its publisher and day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from geomap.model import Article, Claim


def account_names(claims: Iterable[Claim], articles: Mapping[str, Article]) -> dict[str, str]:
    """What to call each claim's account in a sentence: "Dawn (18 April 2019)"; a second one of the same is numbered.

    Args:
        claims: of one incident.
        articles: by id.

    Returns:
        Names by claim id, each only once.
    """
    names: dict[str, str] = {}
    times: Counter[str] = Counter()
    for claim in claims:
        article = articles[claim.article]
        day = article.published
        name = article.publisher + (f" ({day.day} {day:%B %Y})" if day else "")
        times[name] += 1
        names[claim.id] = name if times[name] == 1 else f"{name}, account {times[name]}"
    return names
