"""TOML is read as far as our records go, and in no time."""

import time

import pytest

from geomap.errors import DataError
from geomap.reading import parse_toml

KNOWN = ("article", "claims")
MOST = 2**63 - 1
DEEP = "a.toml: tables in tables more than 50 deep; no record is so deep"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[claim]]", "a.toml: claim: no such table; the nearest is claims"),
        ("[xyz]", "a.toml: xyz: no such table; write article or claims"),
        (
            "[[claims]]\n[[claims]]\nlow = 9223372036854775808",
            f"a.toml: claims[1].low: is a number of more than 64 bits; write at most {MOST}",
        ),
        (f"claims = 0x{'f' * 5000}", f"a.toml: claims: is a number of more than 64 bits; write at most {MOST}"),
        (f"article = 1\nclaims = {'1' * 5000}", f"a.toml: line 2: is a number of 5,000 digits; write at most {MOST}"),
        ("article.x = nan", "a.toml: article.x: is nan, or too large to be told from it; write a finite number"),
        ("article.x = [-inf]", "a.toml: article.x[0]: is -inf, or too large to be told from it; write a finite number"),
        ("article.x = 1e999", "a.toml: article.x: is inf, or too large to be told from it; write a finite number"),
        (f"claims = {'[' * 3000}{']' * 3000}", DEEP),
        (f"claims = {'{a = ' * 3000}1{'}' * 3000}", DEEP),
        (f"claims = {'[' * 60}{']' * 60}", DEEP),
        (f"article{'.a' * 3000} = 1", DEEP),
        ("[article" + '."a"' * 3000 + "]", DEEP),
        ("[[claims", "a.toml: Expected ']]' at the end of an array declaration"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_no_record_needs_is_refused_at_once(text, said):
    began = time.process_time()
    with pytest.raises(DataError) as error:
        parse_toml(text, "a.toml", *KNOWN)

    assert str(error.value).startswith(said)
    assert time.process_time() - began < 2


def test_everything_wrong_is_told_a_line_each():
    with pytest.raises(DataError) as error:
        parse_toml("notes = 1\narticle = [nan]\nclaims = inf", "a.toml", *KNOWN)

    assert [line.split(":")[1] for line in str(error.value).splitlines()] == [" notes", " article[0]", " claims"]


def test_many_dots_in_a_text_are_no_deep_key():
    text = "article = '" + "a.b c. d " * 10_000 + "'"

    assert len(parse_toml(text, "a.toml", *KNOWN)["article"]) == 90_000
